public import FamilyServicesKit
public import XLSXReading

/// Reads the cells of an OpenDocument spreadsheet (`.ods`) as plain values.
///
/// ```swift
/// let sheets = try ODSReader().read(contentsOf: "outcomes.ods")
/// for sheet in sheets { print(sheet.name, sheet.rows.count) }
/// ```
///
/// Ofsted and the ministry of housing publish in this form, and LibreOffice saves in it. The sheets are the same `ReadSheet` that
/// `XLSXReader` gives, with the same meaning: numbers as they are held (percentages as fractions), days as days, and as
/// `ReadSheet.shown` what a cell with a number shows where that is not the number alone. A formula whose result is not in the file is
/// the error `#CALC!`. Cells that are joined have their value in the first, and remarks on cells are left out. A sheet that is hidden is
/// read like any other, with `ReadSheet.isHidden`.
///
/// `sheet.rows[4][1]` is B5, and `sheet.cell(row: 4, column: 1)` is the same without the need to know how far the sheet goes. Rows and
/// cells that the file repeats are repeated; those without content at the end are left out, so that the million empty rows
/// which spreadsheets end with cost nothing.
///
/// A file with a password, a text or drawing of OpenDocument, and anything else is refused with an error that says what would be
/// right. No bytes make the reader trap, follow a link out of the file or go beyond its ``limits``. Use
/// ``SpreadsheetReader`` where a file may be either sort.
public struct ODSReader: Sendable {
    /// How much the reader is willing to read.
    public var limits: XLSXReader.Limits

    /// Makes a reader.
    ///
    /// - Parameter limits: How much it is willing to read.
    public init(limits: XLSXReader.Limits = .default) {
        self.limits = limits
    }

    /// Reads a spreadsheet from memory.
    ///
    /// O(bytes when unpacked, and cells when repeated).
    ///
    /// - Parameter bytes: The file.
    /// - Returns: The sheets in the order of the file.
    /// - Throws: `XLSXReadingError` where the bytes are not a spreadsheet, are damaged or exceed the ``limits``.
    public func read(_ bytes: [UInt8]) throws(XLSXReadingError) -> [ReadSheet] {
        guard bytes.count <= limits.fileBytes else { throw tooLarge(bytes.count) }
        var parts = try PackageParts(bytes, as: .openDocument, limits: limits)
        try Self.checkPassword(&parts)
        var reader = OpenTables(limits: limits)
        return try reader.read(XMLScanner(parts.contents(of: "content.xml"), part: "content.xml"))
    }

    /// Reads a spreadsheet from a file.
    ///
    /// - Parameter path: The path of the file.
    /// - Returns: The sheets in the order of the file.
    /// - Throws: `XLSXReadingError` where the file cannot be read, is not a spreadsheet, is damaged or exceeds the ``limits``.
    public func read(contentsOf path: String) throws(XLSXReadingError) -> [ReadSheet] {
        switch FileBytes.read(path, atMost: limits.fileBytes) {
        case .bytes(let bytes): return try read(bytes)
        case .tooLarge(let size): throw tooLarge(size)
        case .failure(let reason): throw XLSXReadingError(.file, "The file “\(path)” cannot be read: \(reason).")
        }
    }

    /// Refuses a file whose parts are encrypted, which its manifest says.
    private static func checkPassword(_ parts: inout PackageParts) throws(XLSXReadingError) {
        let name = "META-INF/manifest.xml"
        guard parts.contains(name) else { return }
        let mark = Array("encryption-data".utf8)
        var rest = try parts.contents(of: name)[...]
        while let start = rest.firstIndex(of: mark[0]) {
            guard !rest[start...].starts(with: mark) else {
                throw XLSXReadingError(
                    .encrypted, "The spreadsheet has a password. Save it without one.", part: name)
            }
            rest = rest[(start + 1)...]
        }
    }

    private func tooLarge(_ size: Int) -> XLSXReadingError {
        XLSXReadingError(
            .limit, "The file has \(size) bytes; no more than \(limits.fileBytes) are read. Ask for a higher limit.")
    }
}

/// Reads the cells of a workbook of Excel (`.xlsx`) or of an OpenDocument spreadsheet (`.ods`), whichever a file is.
///
/// What a file is, is told by what is in it; its name does not count.
public struct SpreadsheetReader: Sendable {
    /// How much the reader is willing to read.
    public var limits: XLSXReader.Limits

    /// Makes a reader.
    ///
    /// - Parameter limits: How much it is willing to read.
    public init(limits: XLSXReader.Limits = .default) {
        self.limits = limits
    }

    /// Reads a workbook or spreadsheet from memory.
    ///
    /// - Parameter bytes: The file.
    /// - Returns: The sheets in the order of the file.
    /// - Throws: `XLSXReadingError` where the bytes are neither, are damaged or exceed the ``limits``.
    public func read(_ bytes: [UInt8]) throws(XLSXReadingError) -> [ReadSheet] {
        Self.isOpenDocument(bytes)
            ? try ODSReader(limits: limits).read(bytes) : try XLSXReader(limits: limits).read(bytes)
    }

    /// Reads a workbook or spreadsheet from a file.
    ///
    /// - Parameter path: The path of the file.
    /// - Returns: The sheets in the order of the file.
    /// - Throws: `XLSXReadingError` where the file cannot be read, is neither, is damaged or exceeds the ``limits``.
    public func read(contentsOf path: String) throws(XLSXReadingError) -> [ReadSheet] {
        switch FileBytes.read(path, atMost: limits.fileBytes) {
        case .bytes(let bytes): return try read(bytes)
        case .tooLarge, .failure: return try XLSXReader(limits: limits).read(contentsOf: path)
        }
    }

    /// Whether a file is one of OpenDocument: the first part of its ZIP file is called `mimetype`.
    static func isOpenDocument(_ bytes: [UInt8]) -> Bool {
        bytes.count > 38 && bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
            && bytes[30..<38].elementsEqual("mimetype".utf8)
    }
}

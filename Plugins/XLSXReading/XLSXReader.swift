public import FamilyServicesKit

/// Reads the cells of an Excel workbook as plain values.
///
/// ```swift
/// let sheets = try XLSXReader().read(contentsOf: "plan.xlsx")
/// for sheet in sheets { print(sheet.name, sheet.rows.count) }
/// ```
///
/// It reads what Excel, LibreOffice, openpyxl and the exporter of this package write (`.xlsx` and `.xlsm`, transitional and
/// strict), for one purpose: to learn what somebody changed. So it gives values, and of looks only the text that a number is
/// shown as:
///
/// | In the workbook | What is read |
/// | --- | --- |
/// | a text, shared or in the cell, in one look or several | the text, without phonetic guides |
/// | a number | the number; percentages as fractions, as Excel keeps them |
/// | a number that is shown with a sign, commas or zeros at the front | the number, and what is shown (`57.1%`, `£1,200,000`, `00123`) as `ReadSheet.shown` |
/// | a number that is shown as a date | the day, in the system of 1900 or 1904, as the workbook says |
/// | a day that is shown as a month (`Apr-24`) | the day, and the month (`April 2024`) as `ReadSheet.shown` |
/// | a number that is shown as a time or a length of time | the number, in days |
/// | a formula | the result that the program which saved the file kept; `#CALC!` where it kept none |
/// | cells that are joined | the value in the first, the others empty |
/// | a sheet that is hidden | the same as any other, with `ReadSheet.isHidden` |
/// | a sheet that is only a chart, a dialogue or macros | nothing |
///
/// Older workbooks (`.xls`), binary ones (`.xlsb`), those of OpenDocument (`.ods`), text files and workbooks with a password
/// are refused with an error that says how to save them. No bytes make the reader trap, follow a link out of the file or go
/// beyond its ``limits``.
public struct XLSXReader: Sendable {
    /// How much the reader is willing to read.
    public var limits: Limits

    /// Makes a reader.
    ///
    /// - Parameter limits: How much it is willing to read.
    public init(limits: Limits = .default) {
        self.limits = limits
    }

    /// Reads a workbook from memory.
    ///
    /// O(bytes when unpacked).
    ///
    /// - Parameter bytes: The file.
    /// - Returns: The sheets in the order of the workbook.
    /// - Throws: ``XLSXReadingError`` where the bytes are not a workbook, are damaged or exceed the ``limits``.
    public func read(_ bytes: [UInt8]) throws(XLSXReadingError) -> [ReadSheet] {
        guard bytes.count <= limits.fileBytes else { throw tooLarge(bytes.count) }
        var parts = try PackageParts(bytes, limits: limits)
        let workbook = try Workbook(&parts)
        var remaining = limits.cells
        var sheets: [ReadSheet] = []
        for sheet in workbook.sheets {
            var reader = SheetReader(workbook: workbook, remaining: remaining, limits: limits)
            do {
                let scanner = try XMLScanner(parts.contents(of: sheet.part), part: sheet.part)
                let rows = try reader.read(scanner)
                sheets.append(
                    ReadSheet(name: sheet.name, rows: rows, shown: reader.shown, isHidden: sheet.isHidden))
            } catch {
                throw error.on(sheet: sheet.name)
            }
            remaining = reader.remaining
        }
        return sheets
    }

    /// Reads a workbook from a file.
    ///
    /// - Parameter path: The path of the file.
    /// - Returns: The sheets in the order of the workbook.
    /// - Throws: ``XLSXReadingError`` where the file cannot be read, is not a workbook, is damaged or exceeds the ``limits``.
    public func read(contentsOf path: String) throws(XLSXReadingError) -> [ReadSheet] {
        switch FileBytes.read(path, atMost: limits.fileBytes) {
        case .bytes(let bytes): return try read(bytes)
        case .tooLarge(let size): throw tooLarge(size)
        case .failure(let reason): throw XLSXReadingError(.file, "The file “\(path)” cannot be read: \(reason).")
        }
    }

    private func tooLarge(_ size: Int) -> XLSXReadingError {
        XLSXReadingError(
            .limit, "The file has \(size) bytes; no more than \(limits.fileBytes) are read. Ask for a higher limit.")
    }
}

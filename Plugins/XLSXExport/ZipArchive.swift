import ZipPackage

/// The ZIP file that libxlsxwriter wrote.
struct ZipArchive: Sendable {
    private let file: ZipFile
    private let places: [String: Int]

    var bytes: [UInt8] { file.bytes }
    var entries: [ZipFile.Entry] { file.entries }

    /// Reads the directory.
    ///
    /// - Throws: ``XLSXExportError`` where it is not complete.
    init(bytes: [UInt8]) throws(XLSXExportError) {
        do {
            file = try ZipFile(bytes: bytes)
            places = Dictionary(uniqueKeysWithValues: file.entries.enumerated().map { ($1.name, $0) })
        } catch {
            throw Self.error(error)
        }
    }

    /// The entry with a name.
    func entry(_ name: String) throws(XLSXExportError) -> ZipFile.Entry {
        guard let place = places[name] else {
            throw Self.incomplete("the part “\(name)” is missing")
        }
        return entries[place]
    }

    /// The bytes of an entry.
    func contents(of name: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try inflate(entry(name)) { span in
            span.withUnsafeBytes { bytes.append(contentsOf: $0) }
        }
        return bytes
    }

    /// Unpacks an entry piece by piece and checks its checksum and size.
    ///
    /// - Parameters:
    ///   - entry: The entry.
    ///   - body: Takes each piece.
    /// - Throws: ``XLSXExportError`` where the entry is damaged, and what the body throws.
    func inflate(_ entry: ZipFile.Entry, _ body: (RawSpan) throws -> Void) throws {
        do {
            try file.inflate(entry, body)
        } catch let error as ZipFileError {
            throw Self.error(error)
        }
    }

    static func error(_ error: ZipFileError) -> XLSXExportError {
        switch error.kind {
        case .outOfMemory: XLSXExportError(.outOfMemory, "Memory ran out while the workbook was packed or checked.")
        case .tooLarge: XLSXExportError(.workbookTooLarge, "The workbook is over 4 GiB; split the publication.")
        default: incomplete(error.reason)
        }
    }

    static func incomplete(_ what: String) -> XLSXExportError {
        XLSXExportError(
            .incompleteWorkbook,
            "The workbook that was written is not complete: \(what). Most often the disk that TMPDIR is on is full; free some "
                + "space and try again.")
    }
}

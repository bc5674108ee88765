import ZipPackage

/// The parts of a workbook by their names, and how much may still be unpacked.
package struct PackageParts {
    private let file: ZipFile
    package let limits: XLSXReader.Limits
    /// The parts by their names in small letters: names that differ in capitals alone are the same.
    private let entries: [String: ZipFile.Entry]
    private var remaining: Int

    /// What sort of file is expected.
    package enum Sort: Sendable {
        /// A workbook of Excel.
        case workbook
        /// A spreadsheet of OpenDocument.
        case openDocument
    }

    /// Opens the file.
    ///
    /// - Throws: ``XLSXReadingError`` where it is not a ZIP file that holds a workbook.
    package init(
        _ bytes: [UInt8], as sort: Sort = .workbook, limits: XLSXReader.Limits
    ) throws(XLSXReadingError) {
        try FileSignature.check(bytes)
        do {
            file = try ZipFile(bytes: bytes, most: limits.parts)
        } catch {
            throw Self.error(error)
        }
        self.limits = limits
        remaining = limits.unpackedBytes
        var entries: [String: ZipFile.Entry] = [:]
        for entry in file.entries {
            guard entries.updateValue(entry, forKey: Self.key(entry.name)) == nil else {
                throw Self.error(ZipFileError(.repeatedEntry, part: entry.name))
            }
        }
        self.entries = entries
        if let type = entries["mimetype"] {
            // OpenDocument keeps its sort in a part of that name.
            let text = String(decoding: try unpacked(type).prefix(200), as: UTF8.self)
            if sort == .openDocument, text.hasPrefix("application/vnd.oasis.opendocument.spreadsheet") { return }
            if sort == .openDocument { throw FileSignature.notAWorkbook("an OpenDocument file, but no spreadsheet") }
            if text.hasPrefix("application/vnd.oasis.opendocument") { throw FileSignature.openDocument }
        }
        guard sort == .workbook, entries["[content_types].xml"] != nil else {
            throw FileSignature.notAWorkbook("a ZIP file, but not a workbook")
        }
    }

    /// Whether there is a part of a name.
    package func contains(_ name: String) -> Bool { entries[Self.key(name)] != nil }

    /// Unpacks a part.
    package mutating func contents(of name: String) throws(XLSXReadingError) -> [UInt8] {
        guard let entry = entries[Self.key(name)] else {
            throw XLSXReadingError(
                .missingPart,
                "The workbook says that it has the part “\(Self.shown(name))”, but does not have it. Open the workbook in "
                    + "Excel or LibreOffice and save it again.",
                part: Self.shown(name))
        }
        let bytes = try unpacked(entry)
        remaining -= bytes.count
        return bytes
    }

    private func unpacked(_ entry: ZipFile.Entry) throws(XLSXReadingError) -> [UInt8] {
        guard entry.size <= remaining else {
            throw XLSXReadingError(
                .limit,
                "The workbook is too large: its parts unpack to more than \(limits.unpackedBytes) bytes. Ask for a higher "
                    + "limit where that is meant.",
                part: Self.shown(entry.name))
        }
        guard entry.size <= 1_000_000 || entry.size / max(1, limits.compressionRatio) <= entry.range.count else {
            throw XLSXReadingError(
                .limit,
                "A part of the workbook unpacks to over \(limits.compressionRatio) times its size, as files do that are made "
                    + "to exhaust memory. Ask for a higher limit where that is meant.",
                part: Self.shown(entry.name))
        }
        do {
            return try file.contents(of: entry)
        } catch let error as ZipFileError {
            throw Self.error(error)
        } catch {
            // Nothing else is thrown.
            throw Self.error(ZipFileError(.entryDamaged, part: entry.name))
        }
    }

    private static func key(_ name: String) -> String {
        // Some programs write the separator of Windows.
        String(name.lowercased().map { $0 == "\\" ? "/" : $0 })
    }

    /// A name as messages show it.
    static func shown(_ name: String) -> String {
        String(name.unicodeScalars.prefix(120).map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) })
    }

    private static func error(_ error: ZipFileError) -> XLSXReadingError {
        let part = error.part.map(shown)
        switch error.kind {
        case .encrypted:
            return XLSXReadingError(
                .encrypted, "The file is a ZIP file with a password. Save the workbook without one.", part: part)
        case .tooManyEntries:
            return XLSXReadingError(.limit, "The file has more parts than are read. Ask for a higher limit.")
        case .tooLarge:
            return XLSXReadingError(.limit, "The file is over 4 GiB.")
        case .outOfMemory:
            return XLSXReadingError(.outOfMemory, "Memory ran out while the workbook was unpacked.")
        default:
            return XLSXReadingError(
                .damagedFile,
                "The file is damaged: \(ZipFileError(error.kind, part: part).reason). Fetch or save it once more.",
                part: part)
        }
    }
}

/// Tells by their first bytes what files are that are not workbooks.
enum FileSignature {
    static func check(_ bytes: [UInt8]) throws(XLSXReadingError) {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            // Excel keeps workbooks with a password in the form of its old files, in a part of this name.
            let name = "EncryptedPackage".utf8.flatMap { [UInt8]([$0, 0]) }
            if contains(name, in: bytes.prefix(1 << 20)) || contains(name, in: bytes.suffix(1 << 16)) {
                throw XLSXReadingError(
                    .encrypted,
                    "The workbook has a password. Remove it in Excel (File, Info, Protect Workbook) and save again.")
            }
            throw notAWorkbook("an old Excel or Word file (.xls, .doc)")
        }
        if bytes.starts(with: [0x50, 0x4B]) { throw notAWorkbook("a ZIP file without content") }
        if bytes.isEmpty { throw notAWorkbook("an empty file") }
        if bytes.starts(with: Array("%PDF-".utf8)) { throw notAWorkbook("a PDF file") }
        if bytes.starts(with: [0x1F, 0x8B]) { throw notAWorkbook("a gzip archive") }
        let start = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
        if start.contains("<html") || start.contains("<!doctype html") { throw notAWorkbook("a web page") }
        if start.contains("office:document") { throw openDocument }
        if start.contains("<?xml") { throw notAWorkbook("an XML file") }
        let isText = bytes.prefix(4_096).allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        throw notAWorkbook(isText ? "a text file (CSV, perhaps)" : "no workbook that this reader knows")
    }

    static let openDocument = notAWorkbook("an OpenDocument file (.ods)")

    static func notAWorkbook(_ what: String) -> XLSXReadingError {
        XLSXReadingError(
            .notAWorkbook,
            "The file is \(what). Open it in Excel or LibreOffice and save it as “Excel Workbook (.xlsx)”, in LibreOffice "
                + "“Excel 2007–365”.")
    }

    private static func contains(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        while let start = rest.firstIndex(of: wanted[0]) {
            if rest[start...].starts(with: wanted) { return true }
            rest = rest[(start + 1)...]
        }
        return false
    }
}

/// The namespaces that a reader of workbooks has to tell apart.
package enum XMLNamespace {
    /// The language of sheets.
    case sheets
    /// The references from a part to others.
    case relationships
    /// The lists of relationships.
    case relationshipLists
    /// The list of the sorts of parts.
    case contentTypes
    /// The documents of OpenDocument.
    case openDocument
    /// The tables of OpenDocument.
    case openTables
    /// The texts of OpenDocument.
    case openTexts
    /// The styles of OpenDocument.
    case openStyles
    /// What LibreOffice adds to tables.
    case calcExtension
    /// Any other, or none.
    case other

    /// A namespace by its name; the strict ones are other names for the same.
    init(_ name: String) {
        self =
            switch name {
            case "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                "http://purl.oclc.org/ooxml/spreadsheetml/main":
                .sheets
            case "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "http://purl.oclc.org/ooxml/officeDocument/relationships":
                .relationships
            case "http://schemas.openxmlformats.org/package/2006/relationships": .relationshipLists
            case "http://schemas.openxmlformats.org/package/2006/content-types": .contentTypes
            case "urn:oasis:names:tc:opendocument:xmlns:office:1.0": .openDocument
            case "urn:oasis:names:tc:opendocument:xmlns:table:1.0": .openTables
            case "urn:oasis:names:tc:opendocument:xmlns:text:1.0": .openTexts
            case "urn:oasis:names:tc:opendocument:xmlns:style:1.0": .openStyles
            case "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": .calcExtension
            default: .other
            }
    }
}

/// The encodings of XML parts: UTF-8, and UTF-16 in either order of bytes.
enum XMLEncoding {
    /// The bytes of a part in UTF-8.
    ///
    /// Whether bytes that are said to be UTF-8 are so is left to whoever reads them.
    static func utf8(_ bytes: [UInt8], part: String) throws(XLSXReadingError) -> [UInt8] {
        let (isWide, isBigEndian, start): (Bool, Bool, Int) =
            switch (bytes.first, bytes.dropFirst().first) {
            case (0xFE, 0xFF): (true, true, 2)
            case (0xFF, 0xFE): (true, false, 2)
            case (0x00, 0x3C): (true, true, 0)
            case (0x3C, 0x00): (true, false, 0)
            default: (false, false, 0)
            }
        guard isWide else {
            try check(declarationOf: bytes, part: part)
            return bytes
        }
        guard bytes.count.isMultiple(of: 2) else { throw unreadable("it ends within a character", part) }
        let units = stride(from: start, to: bytes.count, by: 2).lazy.map { index -> UInt16 in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        let hasError = transcode(
            units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true, into: { result.append($0) })
        guard !hasError else { throw unreadable("it has half a character", part) }
        return result
    }

    /// Refuses other encodings, which a declaration would have to name.
    private static func check(declarationOf bytes: [UInt8], part: String) throws(XLSXReadingError) {
        let start = String(decoding: bytes.prefix(200), as: UTF8.self)
        guard let declaration = start.firstRange(of: "<?xml"), let end = start.firstRange(of: "?>"),
            declaration.upperBound <= end.lowerBound,
            let label = start[declaration.upperBound..<end.lowerBound].firstRange(of: "encoding")
        else { return }
        let name = start[label.upperBound..<end.lowerBound].drop { " =\"'\n\r\t".contains($0) }
            .prefix { $0 != "\"" && $0 != "'" }
        guard ["utf-8", "utf8", "us-ascii", "ascii"].contains(name.lowercased()) else {
            throw unreadable("its encoding is neither UTF-8 nor UTF-16", part)
        }
    }

    private static func unreadable(_ what: String, _ part: String) -> XLSXReadingError {
        XLSXReadingError(
            .malformedPart,
            "A part of the workbook cannot be read as text: \(what). Open the workbook in Excel or LibreOffice and save it "
                + "again as an Excel workbook (.xlsx).",
            part: part)
    }
}

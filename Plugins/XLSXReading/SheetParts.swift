extension XLSXReader {
    /// The parts of a workbook that hold its sheets, for those who change them.
    package struct SheetParts: Sendable {
        /// The part that lists the sheets.
        package let workbook: String
        /// The sheets with their parts, in the order of the file.
        package let sheets: [(name: String, part: String)]
        /// The parts that hold the tables of a sheet, by the part of the sheet.
        package let tables: [String: [String]]
        /// Whether days are counted from 1904.
        package let countsFrom1904: Bool
    }

    /// Finds the parts of a workbook.
    ///
    /// - Parameter bytes: The file.
    /// - Throws: ``XLSXReadingError`` where the bytes are not a workbook, are damaged or exceed the ``limits``.
    package func sheetParts(of bytes: [UInt8]) throws(XLSXReadingError) -> SheetParts {
        var parts = try PackageParts(bytes, limits: limits)
        guard let workbook = try Relationships(of: "", in: &parts).part("officeDocument") else {
            throw FileSignature.notAWorkbook("a ZIP file, but not a workbook")
        }
        let read = try Workbook(&parts)
        var tables: [String: [String]] = [:]
        for sheet in read.sheets {
            tables[sheet.part] = try Relationships(of: sheet.part, in: &parts).parts("table")
        }
        return SheetParts(
            workbook: workbook, sheets: read.sheets.map { ($0.name, $0.part) }, tables: tables,
            countsFrom1904: read.countsFrom1904)
    }
}

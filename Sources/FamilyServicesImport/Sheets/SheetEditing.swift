public import FamilyServicesKit

/// Opens the workbooks of packs, and changes single cells of them.
///
/// Everything else in a workbook stays as it is: looks, notes, sheets of somebody's own. `WorkbookSheets` of the product
/// `WorkbookPacks` does it for those of Excel and OpenDocument.
public protocol SheetEditing: SheetReading {
    /// Changes cells of a workbook.
    ///
    /// - Parameters:
    ///   - changes: The cells, sheet by sheet.
    ///   - bytes: The file.
    /// - Returns: The file with the changes.
    /// - Throws: ``SheetReadingProblem`` where the workbook cannot be changed.
    func changing(_ changes: [SheetChange], in bytes: [UInt8]) throws(SheetReadingProblem) -> [UInt8]
}

/// The cells of a sheet that change.
public struct SheetChange: Sendable, Hashable {
    /// The name of the sheet.
    public var sheet: String
    /// Whether the sheet is to be made.
    public var isNew: Bool
    /// What comes into the cells; `SheetCell.empty` for nothing.
    public var cells: [ReadSheet.Place: SheetCell]

    /// Names cells.
    ///
    /// - Parameters:
    ///   - sheet: The name of the sheet.
    ///   - isNew: Whether the sheet is to be made.
    ///   - cells: What comes into the cells.
    public init(sheet: String, isNew: Bool = false, cells: [ReadSheet.Place: SheetCell]) {
        (self.sheet, self.isNew, self.cells) = (sheet, isNew, cells)
    }
}

/// A pack that is one workbook, while it is changed.
struct EditedBook: Sendable {
    let path: String
    let bytes: [UInt8]
    private let editor: any SheetEditing
    private let book: PackBook
    /// The tables of the pack, by their files, and the sheets of records, by their names.
    let tables: [String: FileText]

    /// Opens a workbook.
    ///
    /// - Returns: `nil` where nobody can change workbooks, or this one cannot be read, which the loader reports.
    init?(_ path: String, _ loader: ReportPackLoader) {
        guard let editor = loader.sheetReader as? any SheetEditing,
            let bytes = try? PackFolder.readFile(path, atMost: loader.limits.workbookBytes),
            let sheets = try? editor.sheets(in: bytes)
        else { return nil }
        (self.path, self.bytes, self.editor) = (path, bytes, editor)
        book = PackBook(path: path, sheets: sheets)
        let problems = FileProblems(file: path, most: 0)
        // No file is called as a sheet of records is.
        tables = book.tables.merging(book.records) { table, _ in table }.mapValues {
            SheetText.table($0, number: 0, problems: problems)
        }
    }

    /// What the loader reads.
    var contents: PackContents { PackContents(book) }

    /// The file whose place a place in the workbook takes.
    func file(of place: ImportContext.Place) -> PackFile? {
        guard place.problems.file == path else { return nil }
        let sheets = place.problems.sheets
        let number = place.record.position.sheet
        guard let sheet = sheets.indices.contains(number) ? sheets[number] : sheets.first else { return nil }
        if let file = PackTables.fileName(ofSheet: sheet) { return PackFile(rawValue: file) ?? .observations }
        return DocumentSheets.all.first { $0.sheetNames.contains { book.records[$0]?.name == sheet } }?.file
    }

    /// Where a table is, or would be.
    func location(of file: String, line: Int? = nil, column: Int? = nil) -> SourceLocation {
        SourceLocation(file: path, sheet: sheetName(of: file), line: line, column: column)
    }

    private func sheetName(of file: String) -> String {
        if let sheet = sheet(of: file) { return sheet.name }
        return DocumentSheets.all.contains { $0.sheetNames.contains(file) } ? file : PackTables.sheetName(ofFile: file)
    }

    /// The sheet of a table or of records.
    private func sheet(of file: String) -> ReadSheet? { book.tables[file] ?? book.records[file] }

    /// The workbook with some texts in the cells of its tables.
    ///
    /// - Parameter texts: The texts by row and column, by the files of their tables.
    /// - Throws: ``SheetReadingProblem`` where the workbook cannot be changed.
    func changing(_ texts: [String: [ReadSheet.Place: String]]) throws(SheetReadingProblem) -> [UInt8] {
        var changes: [SheetChange] = []
        for (file, texts) in texts.sorted(by: { $0.key < $1.key }) {
            let sheet = sheet(of: file)
            let headings = texts.keys.map(\.row).min() ?? 0
            var cells: [ReadSheet.Place: SheetCell] = [:]
            for (place, text) in texts {
                let heading = sheet == nil ? texts[ReadSheet.Place(row: headings, column: place.column)] : nil
                cells[place] = Self.cell(
                    text, at: place, in: sheet, under: heading, isHeading: sheet == nil && place.row == headings)
            }
            changes.append(SheetChange(sheet: sheetName(of: file), isNew: sheet == nil, cells: cells))
        }
        return try editor.changing(changes, in: bytes)
    }

    /// The workbook with sheets that hold what some files would: only the cells that differ change.
    ///
    /// - Parameters:
    ///   - files: The names of the files and their texts, CSV with commas.
    ///   - limits: How much is read.
    /// - Throws: ``SheetReadingProblem`` where the workbook cannot be changed.
    func changing(
        toHold files: [(name: String, text: String)], _ limits: ImportLimits
    ) throws(SheetReadingProblem) -> [UInt8] {
        var texts: [String: [ReadSheet.Place: String]] = [:]
        for file in files {
            let bytes = Array(file.text.utf8)
            let present = tables[file.name].map { Self.cells(CSVReader($0.bytes, sheet: 0)) } ?? [:]
            let wanted = Self.cells(CSVReader(bytes))
            // Headings in other words stay as somebody wrote them.
            let first = present.keys.map(\.row).min() ?? 0
            let top = wanted.keys.map(\.row).min() ?? 0
            var cells: [ReadSheet.Place: String] = present.mapValues { _ in "" }
            for (place, text) in wanted {
                var text = text
                let there = ReadSheet.Place(row: place.row - top + first, column: place.column)
                if place.row == top {
                    text =
                        present[there].flatMap {
                            CSVTable.name(of: Blanks.trimmed($0)) == CSVTable.name(of: text) ? $0 : nil
                        }
                        ?? SheetColumns.heading(text)
                }
                cells[there] = text
            }
            texts[file.name] = cells.filter {
                present[$0.key] != $0.value && (present[$0.key] != nil || !$0.value.isEmpty)
            }
        }
        return try changing(texts.filter { !$0.value.isEmpty })
    }

    /// The texts of a table, each row one below the other.
    private static func cells(_ reader: CSVReader) -> [ReadSheet.Place: String] {
        var (reader, row) = (reader, CSVRow())
        var cells: [ReadSheet.Place: String] = [:]
        var number = 0
        while reader.next(into: &row) {
            // In a file a cell may have several lines; in a sheet the line is the row.
            let line = reader.sheet == nil ? number : row.line - 1
            for (column, field) in row.fields.enumerated() where !reader.isBlank(field) {
                cells[ReadSheet.Place(row: line, column: column)] = reader.text(of: field)
            }
            number += 1
        }
        return cells
    }

    /// The cell that a text becomes: a day in a column of days, a number in one of numbers, and otherwise text.
    private static func cell(
        _ text: String, at place: ReadSheet.Place, in sheet: ReadSheet?, under heading: String?, isHeading: Bool
    ) -> SheetCell {
        guard !text.isEmpty else { return .empty }
        guard !isHeading else { return .text(text) }
        let isOfDays =
            sheet.map { sheet in
                sheet.rows.contains { row in
                    guard row.indices.contains(place.column) else { return false }
                    if case .date = row[place.column] { return true }
                    return false
                }
            } ?? false
        if isOfDays, let date = try? CalendarDate(iso: text) { return .date(date) }
        var isOfNumbers = heading.map(PackTables.isNumeric) ?? false
        if let sheet {
            let headings = sheet.rows.first { $0.contains { $0 != .empty } } ?? []
            if case .number = sheet.cell(row: place.row, column: place.column) {
                isOfNumbers = true
            } else if headings.indices.contains(place.column), case .text(let text) = headings[place.column] {
                isOfNumbers = PackTables.isNumeric(text)
            }
        }
        if isOfNumbers, text.utf8.count <= 15, let number = Double(text),
            text == DecimalText.shortest(number).filter({ $0 != "," })
        {
            return .number(number)
        }
        return .text(text)
    }

    /// Reads what came of a change.
    func load(_ bytes: [UInt8], _ loader: ReportPackLoader) throws(SheetReadingProblem) -> LoadedReportPack {
        loader.load(sheets: try editor.sheets(in: bytes), named: path)
    }
}

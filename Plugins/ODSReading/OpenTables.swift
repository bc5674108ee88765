import FamilyServicesKit
import XLSXReading

/// Reads the tables of an OpenDocument spreadsheet.
struct OpenTables {
    /// The rows and columns that a sheet has at most.
    static let mostRows = 1_048_576
    static let mostColumns = 16_384

    private let limits: XLSXReader.Limits
    /// How many cells may still be kept.
    private var remaining: Int
    private var sheets: [ReadSheet] = []
    /// The styles of sheets that are not to be seen.
    private var hiddenStyles: Set<String> = []

    init(limits: XLSXReader.Limits) {
        self.limits = limits
        remaining = limits.cells
    }

    /// Reads the document.
    mutating func read(_ scanner: XMLScanner) throws(XLSXReadingError) -> [ReadSheet] {
        var scanner = scanner
        var names: Set<String> = []
        try scanner.root("document-content", .openDocument)
        try scanner.children { scanner throws(XLSXReadingError) in
            if scanner.isElement("automatic-styles", .openDocument) { try readStyles(&scanner) }
            guard scanner.isElement("body", .openDocument) else { return }
            try scanner.children { scanner throws(XLSXReadingError) in
                guard scanner.isElement("spreadsheet", .openDocument) else { return }
                try scanner.children { scanner throws(XLSXReadingError) in
                    guard scanner.isElement("table", .openTables) else { return }
                    guard let name = try scanner.attribute("name", .openTables) else {
                        throw scanner.malformed("a sheet without a name")
                    }
                    guard names.insert(name).inserted else { throw scanner.malformed("two sheets of the same name") }
                    guard sheets.count < limits.sheets else {
                        throw XLSXReadingError(
                            .limit,
                            "The workbook has more than \(limits.sheets) sheets; no more are read. Ask for a higher limit."
                        )
                    }
                    let style = try scanner.attribute("style-name", .openTables)
                    let isHidden = style.map(hiddenStyles.contains) ?? false
                    var table = OpenTable(remaining: remaining, most: limits.cells)
                    do throws(XLSXReadingError) {
                        try table.read(&scanner)
                    } catch {
                        throw error.on(sheet: name)
                    }
                    remaining = table.remaining
                    sheets.append(ReadSheet(name: name, rows: table.rows, shown: table.shown, isHidden: isHidden))
                }
            }
        }
        guard try scanner.next() == .finish else { throw scanner.malformed("something behind its end") }
        return sheets
    }

    /// Notes which styles hide a sheet; the styles come before the sheets.
    private mutating func readStyles(_ scanner: inout XMLScanner) throws(XLSXReadingError) {
        try scanner.children { scanner throws(XLSXReadingError) in
            guard scanner.isElement("style", .openStyles), let name = try scanner.attribute("name", .openStyles),
                try scanner.attribute("family", .openStyles) == "table"
            else { return }
            try scanner.children { scanner throws(XLSXReadingError) in
                guard scanner.isElement("table-properties", .openStyles),
                    try scanner.attribute("display", .openTables) == "false"
                else { return }
                hiddenStyles.insert(name)
            }
        }
    }
}

/// Reads the cells of one sheet.
private struct OpenTable {
    private(set) var remaining: Int
    private(set) var rows: [[SheetCell]] = []
    private(set) var shown: [ReadSheet.Place: String] = [:]
    private let most: Int
    /// The row that comes next, from 0.
    private var row = 0

    /// A cell with content, and how often it is repeated in its row.
    private struct Run {
        let column: Int
        let count: Int
        let cell: SheetCell
        let shown: String?
    }

    init(remaining: Int, most: Int) {
        self.remaining = remaining
        self.most = most
    }

    /// Reads rows, which may be in groups.
    mutating func read(_ scanner: inout XMLScanner) throws(XLSXReadingError) {
        try scanner.children { scanner throws(XLSXReadingError) in
            guard scanner.namespace == .openTables else { return }
            switch scanner.name {
            case "table-row": try readRow(&scanner)
            case "table-header-rows", "table-rows", "table-row-group": try read(&scanner)
            // A table inside a cell, a database behind the sheet, shapes: no cells of the sheet.
            default: return
            }
        }
    }

    private mutating func readRow(_ scanner: inout XMLScanner) throws(XLSXReadingError) {
        let count = try Self.repetition("number-rows-repeated", &scanner)
        var runs: [Run] = []
        var column = 0
        try scanner.children { scanner throws(XLSXReadingError) in
            guard scanner.namespace == .openTables, ["table-cell", "covered-table-cell"].contains(scanner.name) else {
                return
            }
            let repeated = try Self.repetition("number-columns-repeated", &scanner)
            let isCovered = scanner.name == "covered-table-cell"
            let (cell, text) = try OpenCell(&scanner).value(row: row, column: column)
            if cell != .empty, !isCovered {
                guard column + repeated <= OpenTables.mostColumns else {
                    throw malformed("is one that no sheet has", column)
                }
                runs.append(Run(column: column, count: repeated, cell: cell, shown: text))
            }
            column = min(column + repeated, OpenTables.mostColumns)
        }
        defer { row = min(row + count, OpenTables.mostRows) }
        guard let last = runs.last else { return }
        guard row + count <= OpenTables.mostRows else { throw malformed("is one that no sheet has", last.column) }
        // Everything is counted before anything is kept.
        let width = last.column + last.count
        let withTexts = runs.reduce(0) { $0 + ($1.shown == nil ? 0 : $1.count) }
        let needed = row + count - rows.count + (width + withTexts) * count
        guard needed <= remaining else {
            throw XLSXReadingError(
                .limit, "The workbook has more than \(most) cells; no more are read. Ask for a higher limit.",
                cell: CellReference(row: row, column: last.column).description)
        }
        remaining -= needed
        if row > rows.count { rows.append(contentsOf: repeatElement([], count: row - rows.count)) }
        var cells = [SheetCell](repeating: .empty, count: width)
        for run in runs { for column in run.column..<(run.column + run.count) { cells[column] = run.cell } }
        for index in row..<(row + count) {
            rows.append(cells)
            for run in runs {
                guard let text = run.shown else { continue }
                for column in run.column..<(run.column + run.count) {
                    shown[ReadSheet.Place(row: index, column: column)] = text
                }
            }
        }
    }

    /// How often a row or cell is repeated.
    private static func repetition(
        _ name: StaticString, _ scanner: inout XMLScanner
    ) throws(XLSXReadingError) -> Int {
        guard let text = try scanner.attribute(name, .openTables) else { return 1 }
        guard let count = Int(text), count >= 1 else {
            throw scanner.malformed("a repetition that is not a number")
        }
        return min(count, OpenTables.mostRows)
    }

    private func malformed(_ what: String, _ column: Int) -> XLSXReadingError {
        XLSXReadingError(
            .malformedCell,
            "The cell \(what). Open the spreadsheet in LibreOffice or Excel and save it again.",
            cell: CellReference(row: row, column: column).description)
    }
}

/// What is in one cell, before it is said what that means.
private struct OpenCell {
    private var type: String?
    private var value: String?
    private var hasFormula = false
    private var isError = false
    /// What is seen: the paragraphs of the cell.
    private var text = ""

    init(_ scanner: inout XMLScanner) throws(XLSXReadingError) {
        type = try scanner.attribute("value-type", .openDocument)
        hasFormula = try scanner.attribute("formula", .openTables) != nil
        isError = try scanner.attribute("value-type", .calcExtension) == "error"
        switch type {
        case "date": value = try scanner.attribute("date-value", .openDocument)
        case "time": value = try scanner.attribute("time-value", .openDocument)
        case "boolean": value = try scanner.attribute("boolean-value", .openDocument)
        case "string": value = try scanner.attribute("string-value", .openDocument)
        default: value = try scanner.attribute("value", .openDocument)
        }
        var paragraphs: [String] = []
        try scanner.children { scanner throws(XLSXReadingError) in
            // Remarks on cells and pictures are beside the paragraphs.
            guard scanner.isElement("p", .openTexts) else { return }
            paragraphs.append(try scanner.openText())
        }
        text = paragraphs.joined(separator: "\n")
    }

    /// The value, and what is seen of it where that is not the number alone.
    func value(row: Int, column: Int) throws(XLSXReadingError) -> (SheetCell, shown: String?) {
        if hasFormula || isError {
            if isError || Self.isErrorName(text) { return (.error(text.isEmpty ? "#CALC!" : text), nil) }
            if type == nil || type != "string" && (value ?? "").isEmpty { return (.error("#CALC!"), nil) }
        }
        func malformed(_ what: String) -> XLSXReadingError {
            XLSXReadingError(
                .malformedCell,
                "The cell \(what). Open the spreadsheet in LibreOffice or Excel and save it again.",
                cell: CellReference(row: row, column: column).description)
        }
        switch type {
        case nil:
            // Without a type a cell has no value; what some programs leave in it is a text.
            return (text.isEmpty ? .empty : .text(text), nil)
        case "float", "percentage", "currency":
            guard let value, let number = Self.number(value) else {
                throw malformed("holds no number where one has to be")
            }
            let isPlain = text.isEmpty || text == DecimalText.shortest(number) || text == value
            return (.number(number), isPlain ? nil : text)
        case "date":
            guard let value, let date = try? CalendarDate(iso: String(value.prefix(10))) else {
                return (text.isEmpty ? .empty : .text(text), nil)
            }
            // Without a day a month is shown.
            guard let month = PeriodReading.month(text), month.day == nil else { return (.date(date), nil) }
            return (.date(date), "\(CalendarDate.monthNames[date.month - 1]) \(date.year)")
        case "time":
            guard let value, let days = Self.days(value) else { return (text.isEmpty ? .empty : .text(text), nil) }
            return (.number(days), nil)
        case "boolean":
            switch value {
            case "true", "1": return (.boolean(true), nil)
            case "false", "0": return (.boolean(false), nil)
            default: throw malformed("is neither true nor false")
            }
        case "string":
            let text = text.isEmpty ? value ?? "" : text
            return (text.isEmpty ? .empty : .text(text), nil)
        default: throw malformed("is of a kind that this reader does not know")
        }
    }

    /// Whether what a formula shows is the name of an error; Excel saves such a cell as the number zero.
    private static func isErrorName(_ text: String) -> Bool {
        ["#N/A", "#DIV/0!", "#REF!", "#NAME?", "#VALUE!", "#NUM!", "#NULL!"].contains(text) || text.hasPrefix("Err:")
    }

    /// The number that a text is; `nil` also for those that no cell can hold.
    private static func number(_ text: String) -> Double? {
        // Words for numbers and hexadecimal digits are not for spreadsheets.
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }),
            let number = Double(text), number.isFinite
        else { return nil }
        return number
    }

    /// A length of time such as `PT12H30M15S`, in days.
    private static func days(_ text: String) -> Double? {
        var rest = text[...]
        let isNegative = rest.first == "-"
        if isNegative { rest.removeFirst() }
        guard rest.hasPrefix("PT") else { return nil }
        rest = rest.dropFirst(2)
        var seconds = 0.0
        for (letter, size) in [("H", 3_600.0), ("M", 60), ("S", 1)] {
            guard let end = rest.firstIndex(of: Character(letter)) else { continue }
            guard let count = number(String(rest[..<end].replacing(",", with: "."))) else { return nil }
            seconds += count * size
            rest = rest[rest.index(after: end)...]
        }
        guard rest.isEmpty, seconds.isFinite else { return nil }
        return (isNegative ? -seconds : seconds) / 86_400
    }
}

extension XMLScanner {
    /// Whether the element that began last has a name of a namespace.
    fileprivate func isElement(_ wanted: String, _ wantedNamespace: XMLNamespace) -> Bool {
        namespace == wantedNamespace && name == wanted
    }

    /// The value of an attribute of a namespace, of the element that began last.
    fileprivate func attribute(
        _ wanted: StaticString, _ wantedNamespace: XMLNamespace
    ) throws(XLSXReadingError) -> String? {
        let wanted = UnsafeBufferPointer(start: wanted.utf8Start, count: wanted.utf8CodeUnitCount)
        for attribute in attributes
        where !attribute.prefix.isEmpty && bytes[attribute.name].elementsEqual(wanted) {
            if try resolve(attribute.prefix) == wantedNamespace { return try text(of: attribute.value) }
        }
        return nil
    }

    /// The text of the paragraph that began last: blanks run together except where the document counts them, with the texts of
    /// spans and links and without remarks.
    fileprivate mutating func openText() throws(XLSXReadingError) -> String {
        var result = ""
        try appendOpenText(to: &result)
        return result
    }

    private mutating func appendOpenText(to result: inout String) throws(XLSXReadingError) {
        while true {
            switch try next() {
            case .end, .finish: return
            case .text:
                let piece = try isLiteral ? literal(textRange) : text(of: textRange)
                for character in piece {
                    let isBlank = character == " " || character == "\n" || character == "\t"
                    guard isBlank else {
                        result.append(character)
                        continue
                    }
                    if let last = result.last, last != " ", last != "\n" { result.append(" ") }
                }
            case .start:
                guard namespace == .openTexts else {
                    // A remark or picture inside a paragraph.
                    var ignored = ""
                    try appendOpenText(to: &ignored)
                    continue
                }
                switch name {
                case "s":
                    let count = try attribute("c", .openTexts).flatMap(Int.init) ?? 1
                    // No text has more for a reason, and a few bytes must not become gigabytes.
                    result += String(repeating: " ", count: max(0, min(count, 100)))
                    try skipRest()
                case "tab":
                    result += "\t"
                    try skipRest()
                case "line-break":
                    result += "\n"
                    try skipRest()
                case "note":
                    var ignored = ""
                    try appendOpenText(to: &ignored)
                default: try appendOpenText(to: &result)
                }
            }
        }
    }

    private mutating func skipRest() throws(XLSXReadingError) {
        var ignored = ""
        try appendOpenText(to: &ignored)
    }
}

import FamilyServicesKit
import SpreadsheetDates

/// Reads the cells of one sheet.
struct SheetReader {
    /// The rows and columns that a sheet of Excel has.
    private static let mostRows = 1_048_576
    private static let mostColumns = 16_384

    let workbook: Workbook
    /// How many cells may still be read.
    private(set) var remaining: Int
    private let limits: XLSXReader.Limits
    private var rows: [[SheetCell]] = []
    /// What cells show that is not their number alone.
    private(set) var shown: [ReadSheet.Place: String] = [:]
    private var row = -1
    private var column = -1

    init(workbook: Workbook, remaining: Int, limits: XLSXReader.Limits) {
        self.workbook = workbook
        self.remaining = remaining
        self.limits = limits
    }

    /// Reads the rows.
    mutating func read(_ scanner: XMLScanner) throws(XLSXReadingError) -> [[SheetCell]] {
        var scanner = scanner
        try scanner.root("worksheet", .sheets)
        try scanner.children { scanner throws(XLSXReadingError) in
            guard scanner.isSheetElement("sheetData") else { return }
            try scanner.children { scanner throws(XLSXReadingError) in
                if scanner.isSheetElement("row") { try readRow(&scanner) }
            }
        }
        guard try scanner.next() == .finish else { throw scanner.malformed("something behind its end") }
        return rows
    }

    private mutating func readRow(_ scanner: inout XMLScanner) throws(XLSXReadingError) {
        // A row that does not say its number follows the one before.
        let number = try scanner.attribute("r").map { Int(SheetText.trimmed($0)) ?? 0 } ?? row + 2
        guard (1...Self.mostRows).contains(number) else { throw scanner.malformed("a row that no sheet has") }
        row = number - 1
        column = -1
        try scanner.children { scanner throws(XLSXReadingError) in
            if scanner.isSheetElement("c") { try readCell(&scanner) }
        }
    }

    private mutating func readCell(_ scanner: inout XMLScanner) throws(XLSXReadingError) {
        let reference = try scanner.attribute("r")
        if let reference {
            guard let place = CellReference(SheetText.trimmed(reference)), place.row < Self.mostRows,
                place.column < Self.mostColumns
            else { throw scanner.malformed("a cell that no sheet has") }
            (row, column) = (place.row, place.column)
        } else {
            column += 1
            guard column < Self.mostColumns else { throw scanner.malformed("a cell that no sheet has") }
        }
        let kind = try scanner.attribute("t") ?? "n"
        let look = try scanner.attribute("s").flatMap(Int.init) ?? 0
        var value: String?
        var inlineText: String?
        var hasFormula = false
        try scanner.children { scanner throws(XLSXReadingError) in
            if scanner.isSheetElement("v") {
                value = try scanner.content()
            } else if scanner.isSheetElement("is") {
                inlineText = try SharedTexts.text(&scanner)
            } else if scanner.isSheetElement("f") {
                hasFormula = true
            }
        }
        // Without a result a formula has no value, or an empty one that is not said to be a text.
        if hasFormula, inlineText == nil, value == nil || value == "" && kind != "str" {
            try put(.error("#CALC!"))
        } else if kind == "inlineStr" {
            if let text = inlineText ?? value, !text.isEmpty { try put(.text(text)) }
        } else if let value, !value.isEmpty {
            let cell = try cell(value, kind, look)
            try put(cell)
            if case .number(let number) = cell, let text = workbook.formats.text(of: number, look) {
                shown[ReadSheet.Place(row: row, column: column)] = text
            } else if case .date(let date) = cell, workbook.formats.showsMonth(look) {
                shown[ReadSheet.Place(row: row, column: column)] =
                    "\(CalendarDate.monthNames[date.month - 1]) \(date.year)"
            }
        }
    }

    /// What a value of a sort means.
    private func cell(_ value: String, _ kind: String, _ look: Int) throws(XLSXReadingError) -> SheetCell {
        let plain = SheetText.trimmed(value)
        switch kind {
        case "s":
            guard let index = Int(plain), workbook.sharedTexts.indices.contains(index) else {
                throw malformed("refers to a text that the workbook does not have")
            }
            let text = workbook.sharedTexts[index]
            return text.isEmpty ? .empty : .text(text)
        case "str":
            return .text(EscapedText.undone(value))
        case "b":
            switch plain {
            case "1", "true": return .boolean(true)
            case "0", "false": return .boolean(false)
            default: throw malformed("is neither true nor false")
            }
        case "e":
            return .error(plain)
        case "d":
            guard let date = try? CalendarDate(iso: String(plain.prefix(10))) else { return .text(plain) }
            return .date(date)
        case "n":
            if plain.isEmpty { return .empty }
            guard let number = Self.number(plain) else { throw malformed("holds no number where one has to be") }
            if workbook.formats.showsDate(look), let date = day(number) { return .date(date) }
            return .number(number)
        default:
            throw malformed("is of a sort that this reader does not know")
        }
    }

    /// The number that a text is; `nil` also for those that no cell can hold.
    private static func number(_ text: String) -> Double? {
        // Words for numbers and hexadecimal digits are not for workbooks.
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }),
            let number = Double(text), number.isFinite
        else { return nil }
        return number
    }

    /// The day with a number.
    ///
    /// - Returns: `nil` for numbers that are no days: times without one, those beyond the calendar of Excel, and its 29
    ///   February 1900, which never was.
    private func day(_ number: Double) -> CalendarDate? {
        guard number >= 0, number < 2_958_466 else { return nil }
        return SpreadsheetDate.day(Int(number), countsFrom1904: workbook.countsFrom1904)
    }

    /// Puts a value in its place, with empty cells before it.
    private mutating func put(_ cell: SheetCell) throws(XLSXReadingError) {
        guard cell != .empty else { return }
        let newRows = max(0, row + 1 - rows.count)
        let newCells = max(0, column + 1 - (newRows > 0 ? 0 : rows[row].count))
        remaining -= newRows + newCells
        guard remaining >= 0 else {
            throw XLSXReadingError(
                .limit, "The workbook has more than \(limits.cells) cells; no more are read. Ask for a higher limit.",
                cell: CellReference(row: row, column: column).description)
        }
        if newRows > 0 { rows.append(contentsOf: repeatElement([], count: newRows)) }
        if newCells > 0 {
            rows[row].append(contentsOf: repeatElement(.empty, count: newCells))
        } else if rows[row][column] != .empty {
            throw malformed("stands twice in the sheet")
        }
        rows[row][column] = cell
    }

    private func malformed(_ what: String) -> XLSXReadingError {
        XLSXReadingError(
            .malformedCell,
            "The cell \(what). Open the workbook in Excel or LibreOffice and save it again as an Excel workbook (.xlsx).",
            cell: CellReference(row: row, column: column).description)
    }
}

/// The name of a cell, such as `B7`.
package struct CellReference: CustomStringConvertible {
    /// From 0.
    package let row: Int
    /// From 0.
    package let column: Int

    package init(row: Int, column: Int) {
        (self.row, self.column) = (row, column)
    }

    /// Reads a name; `nil` where the text is none.
    package init?(_ text: String) {
        var (row, column) = (0, 0)
        for byte in text.utf8 {
            switch byte {
            case 0x41...0x5A where row == 0 && column < 100_000: column = column * 26 + Int(byte - 0x40)
            case 0x61...0x7A where row == 0 && column < 100_000: column = column * 26 + Int(byte - 0x60)
            case 0x30...0x39 where column > 0 && row < 100_000_000: row = row * 10 + Int(byte - 0x30)
            default: return nil
            }
        }
        guard row > 0, column > 0 else { return nil }
        self.init(row: row - 1, column: column - 1)
    }

    package var description: String {
        var letters: [Character] = []
        var rest = column + 1
        while rest > 0 {
            letters.insert(Character(Unicode.Scalar(UInt8(0x41 + (rest - 1) % 26))), at: 0)
            rest = (rest - 1) / 26
        }
        return String(letters) + String(row + 1)
    }
}

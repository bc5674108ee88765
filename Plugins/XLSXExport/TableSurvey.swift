import FamilyServicesKit

/// What decides how a cell of a table looks, apart from how high its row is.
struct CellLook: Hashable, Sendable {
    /// What a cell holds in the file.
    enum Content: Hashable, Sendable {
        case blank, text, number
    }

    /// What is to be done with the cells of a column.
    enum Editing: Hashable, Sendable {
        case none, date, other

        init(_ editing: TableColumn.Editing?) {
            self = editing == nil ? .none : editing == .date ? .date : .other
        }
    }

    var kind: SheetTable.Entry.Kind
    var position: CellPosition
    var editing: Editing
    /// Of a number, whether it has more digits than a column is wide.
    var isHuge = false
    /// Of a text, whether it has digits, where that matters.
    var hasDigits = false
    /// Behind words alone: a background says nothing to those who cannot see it.
    var tone: Tone?
    var isLink = false
    var isHeading = false

    var content: Content {
        switch kind {
        case .empty: .blank
        case .text, .missing: .text
        case .number, .percentage, .date: .number
        }
    }
}

/// Everything that is learnt of a table in one pass over its cells: what its columns need, what has to be explained above it,
/// and in short what each cell is.
///
/// A long table has millions of cells and few kinds of them. Each cell is read once here, and once more where it is a number
/// when it is written.
struct TableSurvey: Sendable {
    let table: SheetTable
    /// The number of each cell's text, row by row; ``WorkbookTexts/none`` for other cells, and texts without a number.
    private(set) var texts: [UInt32] = []
    /// The number of each cell's look among ``looks``, row by row.
    private(set) var lookNumbers: [UInt16] = []
    private(set) var looks: [CellLook] = []

    private(set) var columns: [ColumnNeeds.Need]
    /// The rows with the longest text of a column.
    private(set) var longestRows: Set<Int> = []
    /// The meaning of symbols, in this table and those before it.
    private(set) var key: TableKey
    private(set) var hasNotes = false
    /// How many numbers are not finite.
    private(set) var notFinite = 0
    /// The cells that lead somewhere.
    private(set) var links: [(row: Int, column: Int)] = []
    /// The cells with a small picture.
    private(set) var trends: [(row: Int, column: Int)] = []
    private(set) var hasHeadings = false
    /// Whether there are texts that a row could perhaps not show.
    private(set) var hasLongTexts = false
    /// The first row of another length than the header.
    private(set) var raggedRow: Int?
    /// The first text that no cell can hold.
    private(set) var tooLong: (row: Int, column: Int)?

    private let number: UInt32
    private var lookOf: [CellLook: UInt16] = [:]
    private var states: [ColumnState]

    /// What is remembered of a column from row to row.
    private struct ColumnState {
        var position: CellPosition
        var editing: CellLook.Editing
        var look: CellLook?
        var lookNumber: UInt16 = 0
        var longest = (row: 0, pixels: 0.0)
        var widestLink = 0.0
        var numbers: [WidestNumber] = []

        var indent: Double { position.indentPixels }
    }

    /// The widest number so far among those that are written in the same way.
    private struct WidestNumber {
        var kind: SheetTable.Entry.Kind
        var isNegative: Bool
        var size: Double
        /// Smaller numbers have no more digits.
        var limit: Double
    }

    /// Surveys a table.
    ///
    /// - Parameters:
    ///   - table: The table.
    ///   - isToWorkIn: Whether its cells are to be changed.
    ///   - key: What the tables before it on the sheet need explained.
    ///   - known: The texts of the workbook, which takes those of the table.
    ///   - check: Called now and then, to stop the work.
    init(
        _ table: SheetTable, isToWorkIn: Bool = false, after key: TableKey = TableKey(),
        texts known: inout WorkbookTexts, check: () throws -> Void = {}
    ) rethrows {
        self.table = table
        self.key = key
        let width = table.columns.count
        columns = Array(repeating: ColumnNeeds.Need(), count: width)
        number = known.nextTable()
        states = table.columns.enumerated().map { index, column in
            ColumnState(
                position: CellPosition(column: index, isTrailing: column.isTrailing),
                editing: CellLook.Editing(isToWorkIn ? column.editing : nil))
        }
        for column in table.columns where column.title.contains("[note ") { hasNotes = true }
        let count = table.rowCount * width
        texts.reserveCapacity(count)
        lookNumbers.reserveCapacity(count)
        for (row, fact) in table.facts.enumerated() {
            for (column, text) in [fact.label, fact.value].enumerated() {
                take(.text(text), Cell(.empty), row, column, &known)
            }
        }
        for row in table.facts.isEmpty ? table.rows.indices : 0..<0 {
            if row % 512 == 0 { try check() }
            guard table.rows[row].count == width else {
                raggedRow = row
                break
            }
            table.rows[row].withUnsafeBufferPointer { cells in
                for column in cells.indices { take(cells[column].value, cells[column], row, column, &known) }
            }
        }
        finish()
    }

    var hasTrends: Bool { !trends.isEmpty }

    /// A cell, of which the value is given once more.
    @inline(__always)
    private mutating func take(
        _ value: Cell.Value, _ cell: Cell, _ row: Int, _ column: Int, _ known: inout WorkbookTexts
    ) {
        var look = CellLook(kind: .empty, position: states[column].position, editing: states[column].editing)
        var text = WorkbookTexts.none
        switch value {
        case .text(let words):
            if !words.isEmpty {
                look.kind = .text
                text = take(words, cell, row, column, &look, &known)
            } else {
                key.read(value)
            }
        case .empty:
            key.read(value)
        case .missing(let reason):
            key.add(reason)
            look.kind = .missing
            text = take(reason.shorthand, cell, row, column, &look, &known)
        case .number(let number, let decimals):
            look.kind = .number(decimals: CellNumber.decimals(decimals))
            if number.magnitude < CellNumber.nearlyHuge {
                measure(look.kind, number, row, column)
            } else {
                text = take(CellNumber.number(number, decimals: decimals), number, cell, row, column, &look, &known)
            }
        case .percentage(let number, let decimals):
            look.kind = .percentage(decimals: CellNumber.percentageDecimals(decimals))
            if number.magnitude < CellNumber.nearlyHuge {
                measure(look.kind, number, row, column)
            } else {
                text = take(CellNumber.percentage(number, decimals: decimals), number, cell, row, column, &look, &known)
            }
        case .date(let date):
            let entry = CellNumber.date(date)
            look.kind = entry.kind
            if entry.kind == .text {
                text = take(entry.text, cell, row, column, &look, &known)
            } else {
                measure(.date, 1, row, column)
            }
        }
        if cell.link != nil, look.kind != .empty {
            look.isLink = true
            links.append((row, column))
        }
        if cell.trend != nil {
            trends.append((row, column))
            columns[column].leastWithoutWords = max(columns[column].leastWithoutWords, ColumnLayout.trend)
        }
        if cell.isHeading {
            look.isHeading = true
            if column == 0 { hasHeadings = true }
        }
        texts.append(text)
        lookNumbers.append(lookNumber(look, column))
    }

    /// A number that is not finite, or has more digits than a column is wide.
    private mutating func take(
        _ entry: SheetTable.Entry, _ value: Double, _ cell: Cell, _ row: Int, _ column: Int,
        _ look: inout CellLook, _ known: inout WorkbookTexts
    ) -> UInt32 {
        look.kind = entry.kind
        if !value.isFinite {
            notFinite += 1
            key.add(CellNumber.notFinite)
        }
        guard look.content == .number else { return take(entry.text, cell, row, column, &look, &known) }
        look.isHuge = CellNumber.isHuge(entry.number)
        measure(look.kind, value, row, column)
        return WorkbookTexts.none
    }

    @inline(__always)
    private mutating func lookNumber(_ look: CellLook, _ column: Int) -> UInt16 {
        if states[column].look == look { return states[column].lookNumber }
        let number: UInt16
        if let found = lookOf[look] {
            number = found
        } else {
            // There are fewer than 40,000 combinations.
            number = UInt16(looks.count)
            looks.append(look)
            lookOf[look] = number
        }
        states[column].look = look
        states[column].lookNumber = number
        return number
    }

    // MARK: Words

    private mutating func take(
        _ text: String, _ cell: Cell, _ row: Int, _ column: Int, _ look: inout CellLook,
        _ known: inout WorkbookTexts
    ) -> UInt32 {
        if let tone = cell.tone, look.kind == .text, text.unicodeScalars.contains(where: { $0.properties.isAlphabetic })
        {
            look.tone = tone
        }
        if look.editing == .date { look.hasDigits = text.utf8.contains { (0x30...0x39).contains($0) } }
        let number = known.number(of: text)
        let isNew: (table: Bool, column: Bool)
        if number == WorkbookTexts.none {
            isNew = (true, true)
            if tooLong == nil, text.utf8.count > TextRules.cellLimit, TextRules.cellText(text) == nil {
                tooLong = (row, column)
            }
        } else {
            isNew = known.meet(number, column: column, ofTable: self.number)
        }
        if isNew.table {
            if look.kind == .text { key.read(.text(text)) }
            if LongTexts.isLong(text) { hasLongTexts = true }
            if text.utf8.contains(UInt8(ascii: "[")), text.contains("[note ") { hasNotes = true }
        }
        guard isNew.column || cell.link != nil else { return number }
        let widths =
            number == WorkbookTexts.none
            ? TextMeasure.widths(text, size: TypeScale.body) : known.sources[Int(number)].widths
        measure(widths, row, column, isLink: cell.link != nil)
        return number
    }

    private mutating func measure(_ widths: TextMeasure.Widths, _ row: Int, _ column: Int, isLink: Bool) {
        let indent = states[column].indent
        let line = TextMeasure.columnWidth(ofPixels: widths.line + indent)
        columns[column].wanted = max(columns[column].wanted, line)
        if isLink { states[column].widestLink = max(states[column].widestLink, widths.breaks == 0 ? line : .infinity) }
        columns[column].takeWord(widths, indent: indent)
        // A line break takes a line, whatever the width.
        let pixels = widths.total / max(ColumnNeeds.mostLines - Double(widths.breaks), 1)
        if pixels > states[column].longest.pixels { states[column].longest = (row, pixels) }
    }

    // MARK: Numbers

    /// Measures a number where it can be wider than those above it; most of a long column cannot.
    @inline(__always)
    private mutating func measure(_ kind: SheetTable.Entry.Kind, _ value: Double, _ row: Int, _ column: Int) {
        for widest in states[column].numbers
        where widest.kind == kind && widest.isNegative == (value < 0) {
            if value.magnitude <= widest.size || value.magnitude < widest.limit { return }
            break
        }
        measureWider(kind, value, row, column)
    }

    @inline(never)
    private mutating func measureWider(_ kind: SheetTable.Entry.Kind, _ value: Double, _ row: Int, _ column: Int) {
        // The next number of one more digit; one less, for what is rounded up to it.
        var limit = 10.0
        while limit <= value.magnitude, limit < 1e15 { limit *= 10 }
        let widest = WidestNumber(kind: kind, isNegative: value < 0, size: value.magnitude, limit: limit - 1)
        if let index = states[column].numbers.firstIndex(where: {
            $0.kind == kind && $0.isNegative == widest.isNegative
        }) {
            states[column].numbers[index] = widest
        } else {
            states[column].numbers.append(widest)
        }
        let shown = TextMeasure.widths(
            CellNumber.shown(table.entry(row: row, column: column)), size: TypeScale.body)
        let width = TextMeasure.columnWidth(ofPixels: shown.line + TextMeasure.digit / 2 + states[column].indent)
        columns[column].leastWithoutWords = max(columns[column].leastWithoutWords, width)
        columns[column].wanted = max(columns[column].wanted, width)
    }

    private mutating func finish() {
        for (column, state) in states.enumerated() {
            if state.widestLink <= ColumnNeeds.shortLink {
                columns[column].leastWithoutWords = max(columns[column].leastWithoutWords, state.widestLink)
            }
            guard state.longest.pixels > 0 else { continue }
            longestRows.insert(state.longest.row)
            columns[column].takeLongest(state.longest.pixels, indent: state.indent)
        }
        lookOf = [:]
        states = []
    }

    // MARK: Cells

    /// What a cell holds, and how it looks.
    @inline(__always)
    func look(row: Int, column: Int) -> CellLook { looks[Int(lookNumbers[row * table.columns.count + column])] }

    /// The number of a cell's text.
    @inline(__always)
    func text(row: Int, column: Int) -> UInt32 { texts[row * table.columns.count + column] }

    /// Makes a cell one that leads nowhere.
    mutating func removeLink(row: Int, column: Int) {
        var look = look(row: row, column: column)
        look.isLink = false
        let number = looks.firstIndex(of: look) ?? looks.count
        if number == looks.count { looks.append(look) }
        lookNumbers[row * table.columns.count + column] = UInt16(number)
    }
}

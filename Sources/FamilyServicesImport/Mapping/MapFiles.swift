import FamilyServicesKit

/// Where the figures are in somebody's own workbook, as a pack keeps it: two small tables.
///
/// `map-sheets.csv` says of each sheet in which rows the headings are and which column is what; `map-measures.csv` says which
/// indicator each measure of the workbook is.
struct MapFiles {
    static let sheets = "map-sheets.csv"
    static let measures = "map-measures.csv"
    /// The files of a map, or the sheets that take their place.
    static let names = [sheets, measures]
    /// The table that the figures are written into.
    static let observations = "observations-dashboard.csv"

    static let sheetShape = Shape(
        "a sheet of the map", required: ["sheet", "headings", "measure"],
        optional: ["part", "figure", "area", "periods", "last_row"])
    static let measureShape = Shape(
        "a measure of the map", required: ["measure"],
        optional: ["part", "written_as", "indicator", "figure", "category", "area"])

    /// How one sheet is laid out.
    struct Layout {
        let sheet: String
        /// The rows of the headings, from 0; two where the months are above and the part of the figure below.
        let headings: ClosedRange<Int>
        /// The columns, from 0.
        let measure: Int
        let part: Int?
        let figure: Int?
        let area: Int?
        /// The columns that may be periods; all behind the measure where it does not say.
        let periods: ClosedRange<Int>?
        /// The last row with figures, from 0.
        let lastRow: Int?
    }

    /// What one measure is.
    struct Measure {
        let indicator: String
        let figure: String?
        let category: String?
        let area: String?
    }

    /// A measure as the workbook names it.
    struct Key: Hashable {
        let measure: String
        let part: String
        let figure: String

        init(_ measure: String, _ part: String, _ figure: String) {
            self.measure = TradeWords.folded(measure)
            self.part = TradeWords.folded(part)
            self.figure = TradeWords.folded(figure)
        }
    }

    private(set) var layouts: [Layout] = []
    private(set) var known: [Key: Measure] = [:]
    /// The measures that are listed and mean no indicator yet, or none at all.
    private(set) var ignored: Set<Key> = []

    /// Reads the map of a pack.
    ///
    /// - Returns: `nil` where there is none, or it cannot be read, which is reported.
    init?(_ contents: PackContents, _ sheets: [ReadSheet], _ context: ImportContext) {
        guard let (table, problems) = contents.table(.observations, name: Self.sheets, context),
            let (measures, measureProblems) = contents.table(.observations, name: Self.measures, context)
        else { return nil }
        for reader in Self.rows(table, Self.sheetShape, problems, context) {
            if let layout = Self.layout(reader, sheets) { layouts.append(layout) }
        }
        for reader in Self.rows(measures, Self.measureShape, measureProblems, context) {
            let key = Key(
                reader.text("measure") ?? "", reader.text("part") ?? "", reader.text("written_as") ?? "")
            guard let indicator = reader.text("indicator"), indicator != "-" else {
                ignored.insert(key)
                continue
            }
            let measure = Measure(
                indicator: indicator, figure: reader.text("figure"), category: reader.text("category"),
                area: reader.text("area"))
            if known.updateValue(measure, forKey: key) != nil {
                measureProblems.error(
                    .duplicate, at: reader.record.position, "This measure is in the map twice; remove one.")
            }
        }
    }

    private static func rows(
        _ table: CSVTable, _ shape: Shape, _ problems: FileProblems, _ context: ImportContext
    ) -> [RecordReader] {
        var table = table
        ColumnCheck.reportUnknown(table.columns, in: table, shape, problems)
        guard ColumnCheck.reportMissing(in: table, shape, problems) else { return [] }
        let columns = table.columns.filter { shape.contains($0.name) }
        var rows: [RecordReader] = []
        var row = CSVRow()
        while table.next(into: &row) {
            rows.append(RecordReader(table.record(row, columns), shape, problems: problems, context: context))
        }
        return rows
    }

    private static func layout(_ reader: RecordReader, _ sheets: [ReadSheet]) -> Layout? {
        guard let name = reader.text("sheet") else { return nil }
        let folded = TradeWords.folded(name)
        guard
            let sheet = sheets.first(where: { $0.name == name })
                ?? sheets.first(where: { TradeWords.folded($0.name) == folded })
        else {
            reader.problems.error(
                .unresolvedReference, at: reader.position(of: "sheet"),
                "The workbook has no sheet \(Excerpt.named(name))."
                    + Suggestion.ending(for: name, among: sheets.map(\.name)))
            return nil
        }
        guard
            let headings = reader.value(
                "headings",
                { text throws(ValueProblem) -> ClosedRange<Int> in
                    let parts = text.split { "-–:".contains($0) }.map { Blanks.trimmed($0) }
                    let rows = try parts.map { part throws(ValueProblem) in try Words.integer(part, in: 1...1_000) }
                    guard let first = rows.first, let last = rows.last, rows.count <= 2, first <= last,
                        last - first <= 1
                    else {
                        throw .bad(
                            "\(Excerpt.quoted(text)) are not rows of headings; write one row, such as 4, or two, such as 4-5."
                        )
                    }
                    return (first - 1)...(last - 1)
                })
        else { return nil }
        func column(_ name: String) -> Int? {
            reader.value(name) { text throws(ValueProblem) in try Self.column(text, sheet, headings) }
        }
        let periods = reader.value("periods") { text throws(ValueProblem) -> ClosedRange<Int> in
            let parts = text.split { "-–:".contains($0) }.map { Blanks.trimmed($0) }
            let ends = try parts.map { part throws(ValueProblem) in try Self.column(part, sheet, headings) }
            guard let first = ends.first, let last = ends.last, ends.count <= 2, first <= last else {
                throw .bad("\(Excerpt.quoted(text)) are not columns; write the first and the last, such as D:O.")
            }
            return first...last
        }
        guard let measure = column("measure") else { return nil }
        return Layout(
            sheet: sheet.name, headings: headings, measure: measure, part: column("part"), figure: column("figure"),
            area: column("area"), periods: periods,
            lastRow: reader.integer("last_row", in: 1...1_048_576).map { $0 - 1 })
    }

    /// The column that is meant: by its heading, or by its letters.
    private static func column(
        _ text: String, _ sheet: ReadSheet, _ headings: ClosedRange<Int>
    ) throws(ValueProblem) -> Int {
        let folded = TradeWords.folded(text)
        for row in headings.reversed() where sheet.rows.indices.contains(row) {
            let found = sheet.rows[row].indices.filter { column in
                guard case .text(let heading) = sheet.rows[row][column] else { return false }
                return TradeWords.folded(heading) == folded
            }
            guard found.count < 2 else {
                throw .bad(
                    "More than one column has the heading \(Excerpt.quoted(text)); write the letters of the right one, such as B."
                )
            }
            if let column = found.first { return column }
        }
        var number = 0
        for byte in text.uppercased().utf8 {
            guard (0x41...0x5A).contains(byte), number < 1_000 else {
                throw .bad(
                    "\(Excerpt.quoted(text)) is neither a heading of the sheet nor the letters of a column, such as B.")
            }
            number = number * 26 + Int(byte - 0x40)
        }
        guard number >= 1 else { throw .bad("There is no column here; write its letters, such as B.") }
        return number - 1
    }
}

/// The headings of somebody's own sheet that are periods.
struct MapHeadings {
    /// A column of figures.
    struct Column {
        let index: Int
        let period: ReportingPeriod
        let part: FigurePart
    }

    let columns: [Column]

    /// Looks at the headings of a sheet.
    ///
    /// A text above several columns, as in joined cells, holds for all of them.
    init(_ sheet: ReadSheet, rows: ClosedRange<Int>, within range: ClosedRange<Int>?) {
        let width = rows.reduce(0) { max($0, sheet.rows.indices.contains($1) ? sheet.rows[$1].count : 0) }
        var found: [Column] = []
        var above = ""
        let reader = Days(sheet: sheet)
        for index in 0..<width {
            let lower = reader.text(row: rows.upperBound, column: index)
            if rows.count > 1 {
                let upper = reader.text(row: rows.lowerBound, column: index)
                if !upper.isEmpty { above = upper }
            }
            guard range?.contains(index) != false else { continue }
            guard let (period, part) = Self.period(above: rows.count > 1 ? above : "", lower) else { continue }
            found.append(Column(index: index, period: period, part: part))
        }
        columns = found
    }

    /// The texts of headings, in which days are the months that they begin.
    private struct Days {
        let sheet: ReadSheet

        func text(row: Int, column: Int) -> String {
            switch sheet.cell(row: row, column: column) {
            case .text(let text): return Blanks.trimmed(text.replacing("\n", with: " "))
            case .number(let number): return SheetText.text(of: number, shown: nil, isNumber: true)
            case .date(let date):
                let shown = sheet.shown[ReadSheet.Place(row: row, column: column)]
                if let shown { return shown }
                return date.day == 1 ? "\(CalendarDate.monthNames[date.month - 1]) \(date.year)" : date.description
            case .empty, .boolean, .error: return ""
            }
        }
    }

    /// The period and part that two headings, one above the other, name together.
    private static func period(above: String, _ lower: String) -> (ReportingPeriod, FigurePart)? {
        if let found = period(lower) { return found }
        guard !above.isEmpty else { return nil }
        if let part = FigurePart(word: lower.filter { !"()".contains($0) }), let (period, _) = period(above) {
            return (period, part)
        }
        // A month below its year: April below 2024/25 is April 2024, and January is that of 2025.
        guard let year = try? PeriodText.period(above) else { return nil }
        let words = lower.split { $0.isWhitespace }.map(String.init)
        guard let name = words.first, let month = try? PeriodText.period("\(name) \(year.firstDay.year)"),
            month.kind == .month
        else { return nil }
        let isNext = year.kind == .financialYear && month.firstDay.month < 4
        guard let meant = try? ReportingPeriod.month(month.firstDay.month, year.firstDay.year + (isNext ? 1 : 0)) else {
            return nil
        }
        let rest = words.dropFirst().joined(separator: " ")
        guard !rest.isEmpty else { return (meant, .value) }
        return FigurePart(word: rest).map { (meant, $0) }
    }

    private static func period(_ text: String) -> (ReportingPeriod, FigurePart)? {
        guard let heading = PeriodHeading(text), let period = try? PeriodText.period(heading.period) else { return nil }
        // A day in a heading may be when something was printed.
        guard ![.snapshot, .calendarYear].contains(period.kind) else { return nil }
        return (period, heading.part)
    }
}

import FamilyServicesKit

/// Where the figures are in somebody's own workbook, as a pack keeps it: two small tables.
///
/// `map-sheets.csv` says of each sheet in which rows the headings are and which column is what; `map-measures.csv` says which
/// indicator each measure of the workbook is. A sheet has a column for each period; or a row for each figure, with its period in
/// a column; or, turned, a row for each period and a column for each measure.
struct MapFiles {
    static let sheets = "map-sheets.csv"
    static let measures = "map-measures.csv"
    /// The files of a map, or the sheets that take their place.
    static let names = [sheets, measures]
    /// The table that the figures are written into.
    static let observations = "observations-dashboard.csv"

    static let sheetShape = Shape(
        "a sheet of the map", required: ["sheet", "headings", "measure"],
        optional: [
            "part", "figure", "area", "category", "periods", "meaning", "period", "value", "numerator", "denominator",
            "last_row",
        ])
    static let measureShape = Shape(
        "a measure of the map", required: ["measure"],
        optional: ["part", "written_as", "indicator", "figure", "category", "area"])

    /// How one sheet is laid out.
    ///
    /// Where the sheet is turned, its rows are the columns here, and its columns the rows.
    struct Layout {
        let sheet: String
        let isTurned: Bool
        /// The rows of the headings, from 0; two where the months are above and the part of the figure below.
        let headings: ClosedRange<Int>
        /// The columns, from 0.
        let measure: Int
        let part: Int?
        let figure: Int?
        let area: Int?
        /// The column with the category of a breakdown, such as a team.
        let category: Int?
        /// The columns that may be periods; all behind the measure where it does not say.
        let periods: ClosedRange<Int>?
        /// What headings mean that can mean several things.
        let meaning: HeadingMeaning?
        /// The columns of a sheet with a row for each figure.
        let long: LongColumns?
        /// The last row with figures, from 0.
        let lastRow: Int?
    }

    /// Where period and figure are in a row that has one period.
    struct LongColumns: Equatable {
        let period: Int
        let value: Int?
        let numerator: Int?
        let denominator: Int?

        /// The columns with figures, each with its part.
        var parts: [(column: Int, part: FigurePart)] {
            [(value, FigurePart.value), (numerator, .numerator), (denominator, .denominator)].compactMap {
                column, part in
                column.map { ($0, part) }
            }
        }
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
        let written = reader.text("headings") ?? ""
        // A row has a number, and a column has letters.
        let isTurned = written.first?.isLetter ?? false
        guard
            let headings = reader.value(
                "headings", { text throws(ValueProblem) in try Self.headings(text, isTurned: isTurned) })
        else { return nil }
        guard !isTurned || sheet.rows.count <= ReadSheet.mostTurned else {
            reader.problems.error(
                .limit, at: reader.position(of: "headings"),
                "The sheet has \(DecimalText.grouped(sheet.rows.count)) rows; no more than \(ReadSheet.mostTurned) can be periods."
            )
            return nil
        }
        let read = isTurned ? sheet.turned : sheet
        func column(_ name: String) -> Int? {
            reader.value(name) { text throws(ValueProblem) in try Self.column(text, read, headings, isTurned: isTurned)
            }
        }
        let periods = reader.value("periods") { text throws(ValueProblem) -> ClosedRange<Int> in
            let parts = text.split { "-–:".contains($0) }.map { Blanks.trimmed($0) }
            let ends = try parts.map { part throws(ValueProblem) in
                try Self.column(part, read, headings, isTurned: isTurned)
            }
            guard let first = ends.first, let last = ends.last, ends.count <= 2, first <= last else {
                throw .bad(
                    "\(Excerpt.quoted(text)) are not \(isTurned ? "rows" : "columns"); write the first and the last, such as "
                        + "\(isTurned ? "2:40" : "D:O").")
            }
            return first...last
        }
        let meaning = reader.value("meaning") { text throws(ValueProblem) in try HeadingMeaning(text) }
        let (value, numerator, denominator) = (column("value"), column("numerator"), column("denominator"))
        var long: LongColumns?
        if let period = column("period") {
            guard value != nil || numerator != nil && denominator != nil else {
                reader.problems.error(
                    .missingValue, at: reader.position(of: "period"),
                    "Each row has a period, so the map has to say where its figure is: fill in “value”, or “numerator” and "
                        + "“denominator”.")
                return nil
            }
            long = LongColumns(period: period, value: value, numerator: numerator, denominator: denominator)
        } else {
            reader.need("period", for: "value", "numerator", "denominator")
        }
        guard let measure = column("measure") else { return nil }
        let lastRow = reader.integer("last_row", in: 1...1_048_576).map { $0 - 1 }
        guard !isTurned || lastRow == nil else {
            reader.problems.error(
                .inconsistent, at: reader.position(of: "last_row"),
                "The periods of this sheet are below one another, so “periods” says which rows are read, such as 2:40; leave "
                    + "“last_row” blank.")
            return nil
        }
        return Layout(
            sheet: sheet.name, isTurned: isTurned, headings: headings, measure: measure, part: column("part"),
            figure: column("figure"), area: column("area"), category: column("category"), periods: periods,
            meaning: meaning, long: long,
            lastRow: lastRow)
    }

    /// The rows of the headings, or, in a turned sheet, the columns.
    private static func headings(_ text: String, isTurned: Bool) throws(ValueProblem) -> ClosedRange<Int> {
        let parts = text.split { "-–:".contains($0) }.map { Blanks.trimmed($0) }
        let rows = try parts.map { part throws(ValueProblem) in
            isTurned ? try number(ofLetters: part) + 1 : try Words.integer(part, in: 1...1_000)
        }
        guard let first = rows.first, let last = rows.last, rows.count <= 2, first <= last, last - first <= 1 else {
            throw .bad(
                "\(Excerpt.quoted(text)) are not rows of headings; write one row, such as 4, or two, such as 4-5. Where the "
                    + "periods are below one another, write their column, such as A.")
        }
        return (first - 1)...(last - 1)
    }

    /// The column that is meant: by its heading, or by its letters; in a turned sheet the row, by its number.
    private static func column(
        _ text: String, _ sheet: ReadSheet, _ headings: ClosedRange<Int>, isTurned: Bool
    ) throws(ValueProblem) -> Int {
        let folded = TradeWords.folded(text)
        for row in headings.reversed() where sheet.rows.indices.contains(row) {
            let found = sheet.rows[row].indices.filter { column in
                guard case .text(let heading) = sheet.rows[row][column] else { return false }
                return TradeWords.folded(heading) == folded
            }
            guard found.count < 2 else {
                throw .bad(
                    isTurned
                        ? "More than one row begins with \(Excerpt.quoted(text)); write the number of the right one, such as 2."
                        : "More than one column has the heading \(Excerpt.quoted(text)); write the letters of the right one, such "
                            + "as B.")
            }
            if let column = found.first { return column }
        }
        guard isTurned else { return try number(ofLetters: text) }
        guard let number = DigitParser.number(text.utf8), (1...1_048_576).contains(number) else {
            throw .bad(
                "\(Excerpt.quoted(text)) is neither a heading of the sheet nor the number of a row, such as 2; where the periods "
                    + "are below one another, names of measures are in a row.")
        }
        return number - 1
    }

    /// The column of some letters, from 0.
    private static func number(ofLetters text: String) throws(ValueProblem) -> Int {
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

extension ReadSheet {
    /// The most rows of a sheet that can be its periods.
    static let mostTurned = 1_000

    /// The sheet with its rows as columns, and its columns as rows.
    var turned: ReadSheet {
        let width = rows.reduce(0) { max($0, $1.count) }
        let turned = (0..<width).map { column in rows.indices.map { cell(row: $0, column: column) } }
        var places: [Place: String] = [:]
        for (place, text) in shown { places[Place(row: place.column, column: place.row)] = text }
        return ReadSheet(name: name, rows: turned, shown: places, isHidden: isHidden)
    }
}

import FamilyServicesKit

/// How the sheets of somebody's own workbook are laid out, and the rows in them.
extension DashboardMapping {
    /// How a sheet seems to be laid out, for a person to look over.
    struct Guess {
        /// The sheet, turned where its periods are below one another.
        let sheet: ReadSheet
        let isTurned: Bool
        let headings: ClosedRange<Int>
        let measure: Int
        var part: Int?
        var figure: Int?
        var area: Int?
        /// The column that splits measures, such as by team.
        var category: Int?
        /// The columns with periods; none where each row has a period.
        var columns: [Int] = []
        var meaning: HeadingMeaning?
        /// Whether the headings name no year, which a person has to say.
        var lacksYear = false
        var long: MapFiles.LongColumns?

        /// The columns with figures.
        var figures: [Int] { long?.parts.map(\.column) ?? columns }

        /// The name of a column, or of a row where the sheet is turned.
        func name(_ column: Int?) -> String {
            column.map { isTurned ? String($0 + 1) : SourceLocation.letters(of: $0 + 1) } ?? ""
        }

        /// The rows of the headings, or the columns where the sheet is turned.
        var headingRows: String {
            let ends = [headings.lowerBound, headings.upperBound].map { row in
                isTurned ? SourceLocation.letters(of: row + 1) : String(row + 1)
            }
            return ends[0] == ends[1] ? ends[0] : ends.joined(separator: "-")
        }
    }

    /// How a sheet seems to be laid out.
    ///
    /// - Parameters:
    ///   - sheet: The sheet.
    ///   - period: What the pack reports on.
    ///   - names: What the pack has names for.
    static func guess(_ sheet: ReadSheet, period: ReportingPeriod, names: KnownNames) -> Guess? {
        if let long = longGuess(sheet, names) { return long }
        let wide = wideGuess(sheet, isTurned: false, period, names)
        if let wide, wide.columns.count > 1 { return wide }
        if sheet.rows.count <= ReadSheet.mostTurned,
            let turned = wideGuess(sheet.turned, isTurned: true, period, names), turned.columns.count > 1
        {
            return turned
        }
        return wide
    }

    /// Where a row would have to be, and a column, to be looked at for headings.
    private static let (mostHeadingRows, mostHeadingColumns) = (40, 400)

    /// A sheet with a column for each period.
    private static func wideGuess(
        _ sheet: ReadSheet, isTurned: Bool, _ period: ReportingPeriod, _ names: KnownNames
    ) -> Guess? {
        let lookedAt = 0...(mostHeadingColumns - 1)
        var best: (rows: ClosedRange<Int>, columns: [Int], meaning: HeadingMeaning?)?
        func look(_ rows: ClosedRange<Int>, _ meaning: HeadingMeaning?) {
            let found = MapHeadings(sheet, rows: rows, within: lookedAt, meaning: meaning).columns
            guard found.count > (best?.columns.count ?? 0), isLikely(found.map(\.period), meaning) else { return }
            best = (rows, found.map(\.index), meaning)
        }
        let rows = sheet.rows.indices.prefix(mostHeadingRows)
        // Two rows only where one alone says less.
        for row in rows { look(row...row, nil) }
        for row in rows { look(row...(row + 1), nil) }
        for meaning in [HeadingMeaning.months, .days, .financialYears, .calendarYears] {
            for row in rows { look(row...row, meaning) }
        }
        var lacksYear = false
        if best == nil {
            let year = period.firstDay.month >= 4 ? period.firstDay.year : period.firstDay.year - 1
            guard let year = try? ReportingPeriod.financialYear(from: year) else { return nil }
            for row in rows { look(row...row, .year(year)) }
            lacksYear = best != nil
        }
        guard let best, let first = best.columns.first, first > 0 else { return nil }
        guard
            var guess = named(
                Guess(sheet: sheet, isTurned: isTurned, headings: best.rows, measure: 0, columns: best.columns),
                among: Array(0..<first), names)
        else { return nil }
        (guess.meaning, guess.lacksYear) = (lacksYear ? nil : best.meaning, lacksYear)
        return guess
    }

    /// Whether periods are what headings probably mean, where they can mean several things.
    private static func isLikely(_ periods: [ReportingPeriod], _ meaning: HeadingMeaning?) -> Bool {
        switch meaning {
        case nil, .financialYears, .academicYears: return true
        case .year: return periods.count > 1
        case .months:
            let months = periods.filter { $0.kind == .month }
            return months.count > 1 && zip(months, months.dropFirst()).allSatisfy { $0.successor == $1 || $0 == $1 }
        case .days:
            return periods.count > 1
                && periods.allSatisfy { period in
                    let day = period.lastDay
                    return day.day == CalendarDate.length(ofMonth: day.month, year: day.year)
                }
        case .calendarYears:
            // Figures look like years too.
            return periods.count > 1
                && zip(periods, periods.dropFirst()).allSatisfy { $1.firstDay.year == $0.firstDay.year + 1 }
        }
    }

    /// A sheet with a row for each figure, as programs export them: one column says when, and another what the figure is.
    private static func longGuess(_ sheet: ReadSheet, _ known: KnownNames) -> Guess? {
        let names = ["indicator", "period", "value", "numerator", "denominator", "area"]
        for row in sheet.rows.indices.prefix(mostHeadingRows) {
            var columns: [String: Int] = [:]
            for column in sheet.rows[row].indices.prefix(mostHeadingColumns) {
                guard case .text(let text) = sheet.rows[row][column] else { continue }
                let heading = Blanks.trimmed(text)
                guard heading.utf8.count <= 60 else { continue }
                let name =
                    names.contains(CSVTable.name(of: heading))
                    ? CSVTable.name(of: heading)
                    : HeadingWords.meanings(of: heading, among: names.filter { columns[$0] == nil }).first
                if let name, columns[name] == nil { columns[name] = column }
            }
            guard let measure = columns["indicator"], let period = columns["period"],
                columns["value"] != nil || columns["numerator"] != nil && columns["denominator"] != nil
            else { continue }
            let long = MapFiles.LongColumns(
                period: period, value: columns["value"], numerator: columns["numerator"],
                denominator: columns["denominator"])
            var guess = Guess(
                sheet: sheet, isTurned: false, headings: row...row, measure: measure, area: columns["area"], long: long)
            // What is called an area and names none splits the measures, as localities do.
            let taken = Set(columns.values.filter { $0 != guess.area })
            guess.category = category(
                of: guess, among: sheet.rows[row].indices.prefix(mostHeadingColumns).filter { !taken.contains($0) },
                known)
            if guess.category == guess.area { guess.area = nil }
            return guess
        }
        return nil
    }

    /// What a pack has names for, by which columns of a dashboard are recognised.
    struct KnownNames {
        let isArea: (String) -> Bool
        let isIndicator: (String) -> Bool
        let isCategory: (String) -> Bool
    }

    /// The texts of a column below the headings.
    private static func texts(of column: Int, in guess: Guess) -> [String] {
        guess.sheet.rows.indices.dropFirst(guess.headings.upperBound + 1).compactMap {
            text($0, column, in: guess.sheet)
        }
    }

    private static func text(_ row: Int, _ column: Int, in sheet: ReadSheet) -> String? {
        if case .text(let text) = sheet.cell(row: row, column: column) { Blanks.trimmed(text) } else { nil }
    }

    /// What is above a column of somebody's own sheet, in one of the rows of headings.
    static func heading(of column: Int, in guess: Guess) -> String {
        guess.headings.reversed().compactMap { text($0, column, in: guess.sheet) }.first { !$0.isEmpty } ?? ""
    }

    /// Whether a column tells rows of one measure apart; where each measure has one row, it says something else, such as which
    /// team answers for it.
    private static func splits(_ column: Int, _ guess: Guess) -> Bool {
        var rows: [String: Set<String?>] = [:]
        var last = ""
        for row in guess.sheet.rows.indices.dropFirst(guess.headings.upperBound + 1)
        where guess.figures.contains(where: { guess.sheet.cell(row: row, column: $0) != .empty }) {
            if let text = text(row, guess.measure, in: guess.sheet) { last = text }
            rows[last, default: []].insert(text(row, column, in: guess.sheet))
        }
        return rows.values.contains { $0.count > 1 }
    }

    /// Whether the pack has indicators of their own for what a column splits, such as “Audits completed Themed”.
    private static func namesIndicators(_ column: Int, _ guess: Guess, _ names: KnownNames) -> Bool {
        let rows = Rows(
            guess.sheet, measure: guess.measure, part: column, figure: nil, category: nil,
            below: guess.headings.upperBound)
        return rows.contains { !$0.part.isEmpty && names.isIndicator("\($0.measure) \($0.part)") }
    }

    /// The column that splits measures: its heading is what measures are split by, or the pack has its texts as categories.
    private static func category(of guess: Guess, among columns: [Int], _ names: KnownNames) -> Int? {
        columns.first { column in
            let texts = texts(of: column, in: guess).filter { !isWhole($0) }
            guard !texts.isEmpty else { return false }
            // Where some are areas of the pack, the others are areas too.
            let isMeant =
                HeadingWords.splits(heading(of: column, in: guess)) && !texts.contains(where: names.isArea)
                || texts.allSatisfy(names.isCategory)
            return isMeant && splits(column, guess) && !namesIndicators(column, guess, names)
        }
    }

    /// Whether a word in a column that splits measures says that the row is not split.
    static func isWhole(_ text: String) -> Bool {
        let folded = TradeWords.folded(text)
        return folded.isEmpty || wholes.contains(folded)
            || folded.hasPrefix("all ") && HeadingWords.splits(String(folded.dropFirst(4)))
    }

    /// A guess with the columns that say what a row is about.
    private static func named(_ guess: Guess, among columns: [Int], _ names: KnownNames) -> Guess? {
        let before = columns.map { column in (column: column, texts: texts(of: column, in: guess)) }
        let area = before.first { !$0.texts.isEmpty && $0.texts.allSatisfy(names.isArea) }?.column
        let figure = before.first { column in
            guard column.column != area else { return false }
            let parts = column.texts.map { FigurePart(word: $0) }
            if !parts.isEmpty, parts.allSatisfy({ $0 != nil }) { return true }
            // “No.” is the figure of a count beside numerators and denominators.
            return parts.contains(.numerator) && parts.contains(.denominator)
                && zip(parts, column.texts).allSatisfy { $0 != nil || TradeWords.unit($1) == "count" }
        }?.column
        /// How likely the names of measures are in a column: the pack has them, or the heading says so; else names are longer than
        /// references, and differ from one another.
        func weight(_ column: (column: Int, texts: [String])) -> (Int, Int, Int) {
            let texts = Set(column.texts)
            let heading = heading(of: column.column, in: guess)
            return (
                texts.count(where: names.isIndicator),
                HeadingWords.meanings(of: heading, among: ["indicator"]).isEmpty
                    && TradeWords.folded(heading) != "indicator" ? 0 : 1,
                texts.reduce(0) { $0 + min($1.count, 30) }
            )
        }
        let named = before.filter { $0.column != figure && $0.column != area && !$0.texts.isEmpty }
        // What measures are split by is no measure, unless there is nothing else.
        let likely = named.filter { !HeadingWords.splits(heading(of: $0.column, in: guess)) }
        guard let measure = (likely.isEmpty ? named : likely).max(by: { weight($0) < weight($1) }) else { return nil }
        var result = Guess(
            sheet: guess.sheet, isTurned: guess.isTurned, headings: guess.headings, measure: measure.column)
        (result.figure, result.area, result.long) = (figure, area, guess.long)
        (result.columns, result.meaning) = (guess.columns, guess.meaning)
        let others = named.map(\.column).filter { $0 != measure.column }
        result.category = category(of: result, among: others, names)
        result.part = others.first { $0 > measure.column && $0 != result.category && splits($0, result) }
        return result
    }

    /// The rows of a sheet below its headings, each with the measure that it is about.
    struct Rows: Sequence, IteratorProtocol {
        struct Row {
            let number: Int
            let measure: String
            let part: String
            let figure: String
            /// The category of a breakdown.
            let category: String

            var key: MapFiles.Key { MapFiles.Key(measure, part, figure) }
            /// What messages call it.
            var label: String { [measure, part, figure].filter { !$0.isEmpty }.joined(separator: ", ") }
        }

        private let sheet: ReadSheet
        private let columns: (measure: Int, part: Int?, figure: Int?, category: Int?)
        private let last: Int
        private var row: Int
        private var measure = ""

        init(
            _ sheet: ReadSheet, measure: Int, part: Int?, figure: Int?, category: Int?, below headings: Int,
            to last: Int? = nil
        ) {
            self.sheet = sheet
            columns = (measure, part, figure, category)
            row = headings + 1
            self.last = Swift.min(last ?? .max, sheet.rows.count - 1)
        }

        private func text(_ column: Int?) -> String {
            guard let column else { return "" }
            switch sheet.cell(row: row, column: column) {
            case .text(let text): return Blanks.trimmed(text.replacing("\n", with: " "))
            case .number(let number):
                return SheetText.text(
                    of: number, shown: sheet.shown[ReadSheet.Place(row: row, column: column)], isNumber: false)
            case .empty, .date, .boolean, .error: return ""
            }
        }

        mutating func next() -> Row? {
            while row <= last {
                defer { row += 1 }
                let own = text(columns.measure)
                let (part, figure, category) = (text(columns.part), text(columns.figure), text(columns.category))
                // Joined cells have their text in the first row.
                if !own.isEmpty { measure = own }
                guard ![own, part, figure, category].allSatisfy(\.isEmpty), !measure.isEmpty else { continue }
                return Row(number: row, measure: measure, part: part, figure: figure, category: category)
            }
            return nil
        }
    }
}

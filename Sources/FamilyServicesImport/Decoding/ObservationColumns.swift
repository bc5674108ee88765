import FamilyServicesKit

/// Where the columns of a table of observations are.
struct ObservationColumns {
    var indicator: Int?
    var period: Int?
    var area: Int?
    var category: Int?
    var figure: Int?
    var qualifier: Int?
    var basis: Int?
    var note: Int?
    var source: Int?
    var place: Int?
    var access: Int?
    /// The columns with the figures of a row that has a period of its own.
    var cells = Cells()
    /// The columns that are periods, where the table has some.
    var periods: [PeriodColumns] = []

    /// The columns that hold one figure.
    struct Cells {
        var value: Int?
        var numerator: Int?
        var denominator: Int?
        var printed: Int?

        /// The first of them that the table has.
        var first: Int? { value ?? numerator ?? denominator }
    }

    /// The columns of one period: one, or one each for value, numerator and denominator.
    struct PeriodColumns {
        let period: ReportingPeriod
        var cells: Cells
        /// Whether a heading says that the figures are provisional.
        var isProvisional = false
    }

    /// Looks at the heading of the table.
    ///
    /// - Returns: `nil` where the rows cannot be read under it; that is reported.
    init?(_ table: CSVTable, reportPeriod: ReportingPeriod?, problems: FileProblems) {
        let shape = ObservationTable.shape
        var likely: [(column: CSVTable.Column, heading: PeriodHeading)] = []
        var others: [CSVTable.Column] = []
        for column in table.columns where !shape.contains(column.name) {
            if let heading = PeriodHeading(column.heading) {
                likely.append((column, heading))
            } else {
                others.append(column)
            }
        }
        let canRead = readPeriods(likely, in: table, reportPeriod, problems)
        ColumnCheck.reportUnknown(others, in: table, shape, problems)
        // A heading that is used twice is an error; its first column counts.
        let index = Dictionary(table.columns.map { ($0.name, $0.index) }) { first, _ in first }
        indicator = index["indicator"]
        period = index["period"]
        area = index["area"]
        category = index["category"]
        figure = index["figure"]
        cells = Cells(
            value: index["value"], numerator: index["numerator"], denominator: index["denominator"],
            printed: index["printed"])
        qualifier = index["qualifier"]
        basis = index["period_basis"]
        note = index["note"]
        source = index["source"]
        place = index["place"]
        access = index["access"]
        guard ColumnCheck.reportMissing(in: table, shape, problems), canRead else { return nil }
        guard hasFigures(table, problems) else { return nil }
    }

    /// Reads the headings that are periods.
    ///
    /// - Returns: Whether all could be read.
    private mutating func readPeriods(
        _ headings: [(column: CSVTable.Column, heading: PeriodHeading)], in table: CSVTable,
        _ reportPeriod: ReportingPeriod?, _ problems: FileProblems
    ) -> Bool {
        var dates = PeriodDates(reportPeriod: reportPeriod)
        for (_, heading) in headings { dates.add(heading.period) }
        var canRead = true
        for (column, heading) in headings {
            do {
                let period = try PeriodText.period(heading.period, firstsAreMonths: dates.areMonths)
                if dates.areMonths, period.kind == .month, (try PeriodText.day(heading.period)) != nil {
                    problems.warning(
                        .ambiguous, at: column.position, cause: .form(of: "heading"),
                        PeriodDates.message(heading.period, period))
                }
                let index = periods.firstIndex { $0.period == period } ?? periods.count
                if index == periods.count { periods.append(PeriodColumns(period: period, cells: Cells())) }
                if heading.isProvisional { periods[index].isProvisional = true }
                let path = heading.part.column
                if let first = periods[index].cells[keyPath: path] {
                    problems.error(
                        .duplicate, at: column.position,
                        "The period \(period) is in the heading twice, first in column \(table.name(ofColumn: first))."
                    )
                }
                periods[index].cells[keyPath: path] = column.index
            } catch {
                problems.report(error, at: column.position, cause: .form(of: "heading"))
                canRead = false
            }
        }
        return canRead
    }

    /// A figure has a row or a column of its own.
    private func hasFigures(_ table: CSVTable, _ problems: FileProblems) -> Bool {
        if periods.isEmpty, period == nil {
            ColumnCheck.reportMissing("period", ObservationTable.shape.noun, in: table, problems)
            return false
        }
        let needsValue = periods.isEmpty || period != nil
        if needsValue, cells.value == nil, cells.numerator == nil || cells.denominator == nil {
            ColumnCheck.reportMissing("value", ObservationTable.shape.noun, in: table, problems)
            return false
        }
        return true
    }
}

/// Which part of a figure is in a cell.
enum FigurePart: String, CaseIterable {
    case value
    case numerator
    case denominator

    /// The column of the part.
    var column: WritableKeyPath<ObservationColumns.Cells, Int?> {
        switch self {
        case .value: \.value
        case .numerator: \.numerator
        case .denominator: \.denominator
        }
    }

    /// The part that a word means.
    init?(word: String) {
        switch TradeWords.folded(word) {
        case "value", "result", "rate", "%", "percentage", "per cent", "performance", "actual": self = .value
        case "numerator", "num", "numerators": self = .numerator
        case "denominator", "denom", "den", "denominators": self = .denominator
        default: return nil
        }
    }
}

/// A heading that is a period, such as `Apr-24`, or one with the part of the figure beside it, such as `Apr-24 numerator`.
///
/// Marks of notes (`Apr-24*`, `Apr-24 [1]`) and words that say which of the periods it is (`Latest (Apr-24)`) say nothing of the
/// period; `(p)` and `provisional` say how certain its figures are.
struct PeriodHeading {
    /// The period as it is written.
    let period: String
    let part: FigurePart
    /// Whether the figures are said to be provisional.
    let isProvisional: Bool

    /// Looks at a heading.
    ///
    /// - Returns: `nil` where it does not look like a period.
    init?(_ heading: String) {
        if let (rest, isProvisional) = Self.withoutMarks(heading), let found = Self.read(rest) {
            (period, part, self.isProvisional) = (found.period, found.part, isProvisional)
        } else if let found = Self.read(heading) {
            (period, part, isProvisional) = (found.period, found.part, false)
        } else {
            return nil
        }
    }

    private static func read(_ heading: String) -> (period: String, part: FigurePart)? {
        var (period, part) = (heading, FigurePart.value)
        let words = heading.split { $0.isWhitespace }
        if words.count > 1, let last = words.last,
            let found = FigurePart(word: String(last.filter { !"()".contains($0) }))
        {
            (period, part) = (words.dropLast().joined(separator: " "), found)
        } else if words.count > 1, let found = FigurePart(word: String(words[0])) {
            (period, part) = (words.dropFirst().joined(separator: " "), found)
        }
        return PeriodText.isLikely(period) ? (period, part) : nil
    }

    private static let provisional: Set<String> = ["p", "prov", "provisional", "draft"]
    private static let plain: Set<String> = ["r", "rev", "revised", "final", "note", "f"]
    private static let leading: Set<String> = ["latest", "previous", "current", "prior", "last", "this", "position"]

    /// A heading without what is no part of its period; `nil` where nothing is.
    private static func withoutMarks(_ heading: String) -> (rest: String, isProvisional: Bool)? {
        guard heading.utf8.count <= 60 else { return nil }
        var words = heading.split { $0.isWhitespace }.map(String.init)
        var isProvisional = false
        var hasMarks = false
        if let first = words.first, leading.contains(first.lowercased()) {
            hasMarks = true
            words.removeFirst()
            // What is in brackets is then the period.
            if let open = words.first, open.hasPrefix("("), let close = words.last, close.hasSuffix(")") {
                words[0].removeFirst()
                words[words.count - 1].removeLast()
            }
            if let first = words.first, ["month", "quarter", "-", "–", ":"].contains(first.lowercased()) {
                words.removeFirst()
            }
        }
        while let last = words.last {
            var bare = last
            while let mark = bare.last, "*†‡¹²³".contains(mark) { bare.removeLast() }
            let word = bare.lowercased().filter { !"()[].".contains($0) }
            let isBracketed = bare.hasPrefix("[") || bare.hasPrefix("(")
            if provisional.contains(word), words.count > 1 {
                isProvisional = true
                words.removeLast()
            } else if words.count > 1,
                plain.contains(word) || isBracketed && word.count == 1 && word.allSatisfy(\.isNumber)
            {
                words.removeLast()
                // “[note 2]”
                if let note = words.last, words.count > 1, note.lowercased() == "[note" || note.lowercased() == "(note"
                {
                    words.removeLast()
                }
            } else if bare != last, !bare.isEmpty {
                words[words.count - 1] = bare
            } else {
                break
            }
            hasMarks = true
        }
        return hasMarks && !words.isEmpty ? (words.joined(separator: " "), isProvisional) : nil
    }
}

/// Whether the headings of a table are those that it should have.
enum ColumnCheck {
    /// Warns about headings that the format does not know.
    static func reportUnknown(
        _ columns: [CSVTable.Column], in table: CSVTable, _ shape: Shape, _ problems: FileProblems
    ) {
        let present = Set(table.columns.map(\.name))
        for column in columns where !shape.contains(column.name) {
            problems.warning(
                .unknownField, at: column.position,
                "\(Excerpt.quoted(column.heading)) is not a column of \(shape.noun) and is ignored."
                    + ending(for: column, among: shape.names.filter { !present.contains($0) }))
        }
    }

    /// What a heading may have been meant for.
    private static func ending(for column: CSVTable.Column, among missing: [String]) -> String {
        let meanings = HeadingWords.meanings(of: column.heading, among: missing)
        guard let first = meanings.first else { return Suggestion.ending(for: column.name, among: missing) }
        return meanings.count == 1
            ? " If \(Excerpt.named(first)) is meant, give the column that heading."
            : " If one of \(Excerpt.list(meanings)) is meant, give the column that heading."
    }

    /// Reports required headings that are not there.
    ///
    /// - Returns: Whether all are.
    static func reportMissing(in table: CSVTable, _ shape: Shape, _ problems: FileProblems) -> Bool {
        var hasAll = true
        for name in shape.required where !table.columns.contains(where: { $0.name == name }) {
            reportMissing(name, shape.noun, in: table, problems)
            hasAll = false
        }
        return hasAll
    }

    /// Reports a required heading that is not there.
    static func reportMissing(_ name: String, _ noun: String, in table: CSVTable, _ problems: FileProblems) {
        problems.hasLostRecords = true
        problems.error(
            .missingValue, at: table.headingStart,
            "There is no column \(Excerpt.named(name)); \(noun) has to have it. The columns are "
                + "\(QuotedValue.marked(Excerpt.list(table.columns.map(\.heading)))). "
                + advice(on: name, in: table))
    }

    /// What to do about a required heading that is not there.
    private static func advice(on name: String, in table: CSVTable) -> String {
        if let column = table.columns.first(where: { HeadingWords.meanings(of: $0.heading, among: [name]) == [name] }) {
            return "If \(Excerpt.quoted(column.heading)) is that column, give it the heading \(Excerpt.named(name))."
        }
        return "The headings have to be in the first row, one row of them: delete rows above them, and add the column."
    }
}

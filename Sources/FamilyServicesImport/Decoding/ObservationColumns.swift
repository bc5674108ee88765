import FamilyServicesKit

/// Where the columns of `observations.csv` are.
struct ObservationColumns {
    var indicator: Int?
    var period: Int?
    var area: Int?
    var category: Int?
    var value: Int?
    var numerator: Int?
    var denominator: Int?
    var printed: Int?
    var qualifier: Int?
    var basis: Int?
    var note: Int?
    var source: Int?
    var place: Int?
    var access: Int?
    /// The columns that are periods, where the table has one for each.
    var periods: [(index: Int, period: ReportingPeriod)] = []

    /// Looks at the heading of the table.
    ///
    /// - Returns: `nil` where the rows cannot be read under it; that is reported.
    init?(_ table: CSVTable, problems: FileProblems) {
        let shape = ObservationTable.shape
        var canRead = true
        var others: [CSVTable.Column] = []
        for column in table.columns where !shape.contains(column.name) {
            if PeriodText.isLikely(column.heading) {
                do {
                    let period = try PeriodText.period(column.heading)
                    if let first = periods.first(where: { $0.period == period }) {
                        problems.error(
                            .duplicate, at: column.position,
                            "The period \(period) stands twice in the heading, first in column \(first.index + 1).")
                    }
                    periods.append((column.index, period))
                } catch {
                    problems.report(error, at: column.position)
                    canRead = false
                }
            } else {
                others.append(column)
            }
        }
        ColumnCheck.reportUnknown(others, in: table, shape, problems)
        let index = Dictionary(table.columns.map { ($0.name, $0.index) }) { first, _ in first }
        indicator = index["indicator"]
        period = index["period"]
        area = index["area"]
        category = index["category"]
        value = index["value"]
        numerator = index["numerator"]
        denominator = index["denominator"]
        printed = index["printed"]
        qualifier = index["qualifier"]
        basis = index["period_basis"]
        note = index["note"]
        source = index["source"]
        place = index["place"]
        access = index["access"]
        guard ColumnCheck.reportMissing(in: table, shape, problems), canRead else { return nil }
        guard isOfOneForm(table, problems) else { return nil }
    }

    /// A period either has a row of its own or a column of its own.
    private func isOfOneForm(_ table: CSVTable, _ problems: FileProblems) -> Bool {
        guard !periods.isEmpty else {
            if period == nil {
                ColumnCheck.reportMissing("period", ObservationTable.shape.noun, in: table, problems)
                return false
            }
            if value == nil, numerator == nil || denominator == nil {
                ColumnCheck.reportMissing("value", ObservationTable.shape.noun, in: table, problems)
                return false
            }
            return true
        }
        let forRows = ["period", "value", "numerator", "denominator", "printed"]
        var isRight = true
        for column in table.columns where forRows.contains(column.name) {
            problems.error(
                .syntax, at: column.position,
                "The table has columns that are periods, so it cannot have the column “\(column.name)” too; give each period "
                    + "either a row or a column of its own.")
            isRight = false
        }
        return isRight
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
                    + Suggestion.ending(for: column.name, among: shape.names.filter { !present.contains($0) }))
        }
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
            .missingValue, at: Position(line: table.headingLine, column: 1),
            "There is no column \(Excerpt.quoted(name)); \(noun) has to have it. The columns are "
                + "\(Excerpt.list(table.columns.map(\.heading))).")
    }
}

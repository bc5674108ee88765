import FamilyServicesKit

/// Finds out what the firsts of months in the columns of a table stand for, once it matters.
///
/// A column is looked through only where it has a first of a month; most never are.
final class ColumnDates {
    private let table: CSVTable
    private let reportPeriod: ReportingPeriod?
    private let problems: FileProblems
    private var known: [String: Bool] = [:]

    init(_ table: CSVTable, reportPeriod: ReportingPeriod?, problems: FileProblems) {
        self.table = table
        self.reportPeriod = reportPeriod
        self.problems = problems
    }

    /// Whether a text in a column is the first of a month and stands for the month.
    func areMonths(_ text: String, under name: String) -> Bool {
        guard let day = (try? PeriodText.day(text)) ?? nil, day.day == 1 else { return false }
        if let known = known[name] { return known }
        guard let column = table.columns.first(where: { $0.name == name }) else { return false }
        var dates = PeriodDates(reportPeriod: reportPeriod)
        table.scan(column.index) { text in
            dates.add(text)
            return !dates.hasOtherDays
        }
        known[name] = dates.areMonths
        if dates.areMonths, let month = try? PeriodText.period(text, firstsAreMonths: true) {
            problems.warning(.ambiguous, at: column.position, PeriodDates.message(text, month))
        }
        return dates.areMonths
    }
}

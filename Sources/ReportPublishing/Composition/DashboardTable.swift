import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// One line of the dashboard, whether printed in a source or worked out from the figures of the pack.
struct DashboardRow {
    var indicator: Indicator.ID?
    /// The number of the indicator.
    var number: Int?
    var reference: String?
    var section: String
    var measure: String
    var periods: String?
    var previous: Cell
    var latest: Cell
    var target: String?
    var distance: TargetDistance?
    var printedRating: PrintedRating?
    var rating: Rating?
    var change: Cell
    var lastYear = Cell.empty
    var sinceBaseline: Cell
    /// What is expected at the end of the year.
    var yearEnd: YearEndForecast?
    var comparisons: [DashboardComparison] = []
    /// Whether a distance or change of the row is in percentage points.
    var hasPoints = false
    /// Whether the row is a line of a printed dashboard, which may hold several shares in place of a position.
    var isTranscribed = false
}

/// The comparator of a line with the verdict.
struct DashboardComparison {
    let comparison: IndicatorComparison
    let indicator: Indicator
    /// The value, as it is shown.
    let label: String

    var summary: ComparatorSummary { comparison.summary }

    /// What the difference means; none where the counts behind the figure are rounded, which might decide.
    var verdict: ComparatorDifference.Verdict? {
        comparison.own.roundedTo == nil ? comparison.difference?.verdict : nil
    }

    /// Between which figures councils of this size usually lie, for a verdict that rests on it.
    var usualRange: String? {
        switch verdict {
        case .better, .worse, .noClearDifference: comparison.difference?.usualRangeLabel
        case .similar, .sizeOnly, .notJudged, nil: nil
        }
    }

    /// The value with the number of members behind it, and the period where it is asked for.
    func text(isDated: Bool) -> String {
        var text = label
        if let members = summary.members, let known = summary.membersWithValue {
            text += ", \(summary.statistic.label) of \(known) of \(members)"
        }
        if isDated, let period = summary.comparatorPeriod, summary.isOfAnotherPeriod {
            text += " in \(period.labelWithinSentence)"
        }
        if comparison.isOwnOfAnotherPeriod, let own = comparison.own.value.number(in: indicator.unit) {
            text += " (ours then \(indicator.text(of: own)))"
        }
        return text
    }
}

/// The lines of a dashboard as a table that fits a page in width: what most lines share is said once, in its notes.
struct DashboardTable {
    let name: String
    let title: String
    let baseline: String
    let rows: [DashboardRow]

    /// The periods that most lines compare.
    private let usualPeriods: String?
    /// The one comparator of all lines.
    private let onlyComparator: String?
    /// The period that most comparators are of, where that is another than their line's.
    private let usualDate: ReportingPeriod?

    init(name: String, title: String, baseline: String, rows: [DashboardRow]) {
        self.name = name
        self.title = title
        self.baseline = baseline
        self.rows = rows
        let comparators = rows.flatMap { $0.comparisons.map(\.summary) }
        usualPeriods = rows.count > 1 ? rows.compactMap(\.periods).usual : nil
        let titles = Set(comparators.map(\.title))
        onlyComparator = titles.count == 1 ? titles.first : nil
        let dates = comparators.compactMap { $0.isOfAnotherPeriod ? $0.comparatorPeriod : nil }
        let isUsual = dates.count > 1 && 2 * dates.count > comparators.count
        usualDate = isUsual ? dates.usual : nil
    }

    /// What has to be known to read the table, in sentences.
    var notes: [String] {
        var notes: [String] = []
        if let usualPeriods { notes.append(DashboardWording.periods(usualPeriods)) }
        if let usualDate {
            notes.append(DashboardWording.comparatorPeriod(usualDate.labelWithinSentence))
        } else if rows.contains(where: { $0.comparisons.contains { $0.summary.isOfAnotherPeriod } }) {
            notes.append(DashboardWording.datedComparators)
        }
        // What is counted depends on how many children live there.
        if rows.contains(where: { row in row.comparisons.contains { $0.indicator.unit == .count } }) {
            notes.append(DashboardWording.numbersOfOthers)
        }
        if !isRated { notes.append(DashboardWording.unrated) }
        notes.append(DashboardWording.clearChanges)
        // A measure whose latest figure is of the year before is forecast to the end of that year.
        let days = Set(rows.compactMap(\.yearEnd?.day)).sorted()
        if !days.isEmpty { notes.append(DashboardWording.yearEnd(on: MessageText.list(days.map(\.label)))) }
        if rows.contains(where: \.hasPoints) { notes.append(DashboardWording.points) }
        return notes
    }

    private var isRated: Bool {
        rows.contains { $0.target != nil || ($0.rating?.outcome ?? .notRated) != .notRated }
    }
    private var isPrinted: Bool { rows.contains { $0.printedRating != nil } }

    func table(on page: PageExtent) -> Table {
        let isTranscribed = rows.contains(where: \.isTranscribed)
        let change = isTranscribed ? 15 : 13
        return TableSketch<DashboardRow>(
            name: name, title: title,
            columns: [
                .init(Heading.reference, width: 8) { $0.reference },
                .init(Heading.section, width: isTranscribed ? 18 : 12) { $0.section },
                .init(number: Heading.number, width: 9) { .count($0.number) },
                .init(Heading.measure, width: 24) { .text($0.measure) },
                .init(
                    usualPeriods == nil ? Heading.periodsCompared : Heading.otherPeriods,
                    width: usualPeriods == nil ? 16 : 12
                ) { row in
                    row.periods == usualPeriods ? nil : row.periods
                },
                .init(number: Heading.previousPeriod, width: 9) { $0.previous },
                .init(number: Heading.latestPosition, width: isTranscribed ? 18 : 9) { $0.latest },
                .init(Heading.target, width: 9) { $0.target },
                .init(Heading.distanceToTarget, width: 10) { $0.distance?.terseLabel },
                .init(Heading.printedRating, width: 8) { row in row.printedRating.map { .outcome($0.outcome) } ?? .empty
                },
                .init(isPrinted ? Heading.computedRating : Heading.rating, width: isPrinted ? 11 : 9) {
                    ratingCell($0)
                },
                .init(Heading.change, width: change) { $0.change },
                .init(Heading.samePeriodLastYear, width: change) { $0.lastYear },
                .init(Heading.change(since: baseline), width: change) { $0.sinceBaseline },
                .init(DashboardWording.yearEnd, width: 10) { $0.yearEnd?.label },
                .init(onlyComparator ?? Heading.comparator, width: 13) { row in
                    .text(row.comparisons.isEmpty ? nil : CellText.lines(row.comparisons.map(text)))
                },
            ], record: { $0.indicator.map { .indicator($0) } }
        ).table(of: rows, on: page)
    }

    private func ratingCell(_ row: DashboardRow) -> Cell {
        guard let rating = row.rating, isRated else { return .empty }
        guard let printed = row.printedRating, rating.outcome != .notRated, printed.outcome != rating.outcome else {
            return .outcome(rating.outcome)
        }
        return .text(DashboardWording.ratingDiffers(rating.outcome.label), tone: rating.outcome.tone)
    }

    private func text(_ comparison: DashboardComparison) -> String {
        let summary = comparison.summary
        var text = onlyComparator == nil ? "\(summary.title): " : ""
        if let usualDate, let period = summary.comparatorPeriod, period != usualDate, !summary.isOfAnotherPeriod {
            text += "\(comparison.text(isDated: false)) in \(period.labelWithinSentence)"
        } else {
            text += comparison.text(isDated: usualDate == nil || summary.comparatorPeriod != usualDate)
        }
        if let verdict = comparison.verdict?.label { text += "; \(verdict)" }
        if let range = comparison.usualRange { text += " (\(DashboardWording.usual(range)))" }
        if let caveat = comparison.comparison.caveat { text += "; \(caveat)" }
        if let rank = comparison.comparison.rank { text += "; \(rank.label)" }
        return text
    }
}

import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// Audit in charts.
struct AuditChartsSection: StandardSection {
    static let id: SectionID = "audit-charts"
    let composer: Composer

    /// More bars than this are not drawn; the table has them all.
    private static let mostBars = 15
    /// So many periods make a line that is worth drawing.
    private static let fewestPeriods = 3

    /// The latest grades by domain and by team as bars, the worst first, and audits completed against planned.
    func compose() -> PublicationSection? {
        var parts: [(chart: Chart, access: [Access])] = []
        if let chart = domainChart() { parts.append(chart) }
        if let chart = gradeChart(
            "Grades_by_team", AuditWording.byTeam(in: grades.teamDomain), labelTitle: Heading.team,
            of: Self.worst(grades.teams))
        {
            parts.append(chart)
        }
        if let chart = completionChart() { parts.append((chart, [])) }
        return section(
            AuditWording.chartsTitle, short: AuditWording.chartsShortTitle,
            AuditWording.chartsLead(mostBars: Self.mostBars),
            exempt: parts.flatMap(\.access),
            parts.flatMap { [.heading(level: 2, text: $0.chart.title), .chart($0.chart)] })
    }

    private static func worst(_ standings: [LatestGrades.Standing]) -> [LatestGrades.Standing] {
        Array(standings.prefix(mostBars))
    }

    /// The domains that were graded in the latest period that has several.
    private func domainChart() -> (chart: Chart, access: [Access])? {
        let byPeriod = Dictionary(grouping: grades.domains.map(\.latest), by: \.period).filter { $0.value.count > 1 }
        let latest = byPeriod.max { ReportingPeriod.listingOrder($0.key, $1.key) }?.value ?? []
        return gradeChart("Grades_by_domain", AuditWording.byDomain, labelTitle: Heading.domain, of: Self.worst(latest))
    }

    /// A bar for each standing, made of the shares of its grades; all are of one period.
    private func gradeChart(
        _ name: String, _ title: String, labelTitle: String, of bars: [LatestGrades.Standing]
    ) -> (chart: Chart, access: [Access])? {
        guard bars.count > 1, let period = bars.first?.period else { return nil }
        let series = Grade.allCases.map { grade in
            Chart.Series(
                grade.label, role: .part, tone: grade.tone, points: bars.map { Chart.Point($0.shares[grade]) })
        }.filter { series in series.points.contains { ($0.value ?? 0) > 0 } }
        guard !series.isEmpty else { return nil }
        let words = bars.map { bar in
            let shares = Grade.allCases.compactMap { grade in
                bar.shares[grade].map { "\(FigureText.wholePercent.text($0)) \(grade.label.lowercased())" }
            }
            return AuditWording.gradeBar(bar.title.capitalisedFirst, shares, cases: bar.cases)
        }
        let chart = Chart(
            name: name, title: AuditWording.titled(title, in: period.label),
            alternativeText: AuditWording.gradeBars(
                in: period.labelWithinSentence, bars.count, labelTitle.lowercased(), words),
            form: .stackedBars, labelTitle: labelTitle, valueTitle: AuditWording.shareOfAuditedCases,
            isPercentage: true,
            decimals: 0, labels: Chart.uniqueLabels(bars.map(\.title.capitalisedFirst)), series: series)
        return (chart, bars.map(\.access))
    }

    /// Audits of a period as far as both numbers are known.
    private typealias Completion = (period: ReportingPeriod, planned: Int, completed: Int)

    /// Audits completed and planned, quarter by quarter or in the periods that most of them have.
    private func completionChart() -> Chart? {
        let line = completions
        guard line.count >= Self.fewestPeriods, let first = line.first, let last = line.last else { return nil }
        let (planned, completed) = line.reduce((0, 0)) { ($0.0 + $1.planned, $0.1 + $1.completed) }
        let short = line.count { $0.completed < $0.planned }
        return Chart(
            name: "Audits_completed", title: AuditWording.completionTitle,
            alternativeText: AuditWording.completion(
                periods: line.count, from: first.period.labelWithinSentence, to: last.period.labelWithinSentence,
                completed: completed, planned: planned, short: short, latest: (last.completed, last.planned)),
            form: .lines, labelTitle: Heading.period, valueTitle: AuditWording.auditedCases, isPercentage: false,
            decimals: 0,
            labels: Chart.uniqueLabels(line.map(\.period.shortLabel)),
            series: [
                Chart.Series(Heading.completed, role: .measure, points: line.map { Chart.Point(Double($0.completed)) }),
                Chart.Series(AuditWording.planned, role: .target, points: line.map { Chart.Point(Double($0.planned)) }),
            ])
    }

    private var completions: [Completion] {
        let known = AuditCompletion.completions(of: pack.audits.activity).compactMap { completion in
            completion.period.map { (period: $0, completion: completion) }
        }.filter { $0.completion.lines > 0 && $0.period.lastDay <= pack.manifest.period.lastDay }
        let kinds = Dictionary(grouping: known) { $0.period.kind }
        let largest = kinds.max { ($0.value.count, $1.key.rawValue) < ($1.value.count, $0.key.rawValue) }?.value ?? []
        let line = largest.map {
            (period: $0.period, planned: $0.completion.planned, completed: $0.completion.completed)
        }
        .sorted { ReportingPeriod.listingOrder($0.period, $1.period) }
        let quarters = Self.quarters(of: line)
        return quarters.count >= Self.fewestPeriods ? quarters : line
    }

    /// The quarters of which every month is known: some audits take place once a quarter, which a line of months would show as
    /// a peak.
    private static func quarters(of months: [Completion]) -> [Completion] {
        let groups = Dictionary(grouping: months.filter { $0.period.kind == .month }) { quarter(of: $0.period) }
        return groups.compactMap { quarter, months -> Completion? in
            guard let quarter, months.count == 3 else { return nil }
            return months.reduce((quarter, 0, 0)) { ($0.0, $0.1 + $1.planned, $0.2 + $1.completed) }
        }.sorted { ReportingPeriod.listingOrder($0.period, $1.period) }
    }

    /// The quarter of the financial year, whose first is April to June, that a month is in.
    private static func quarter(of month: ReportingPeriod) -> ReportingPeriod? {
        let (year, number) = (month.firstDay.year, month.firstDay.month)
        return try? .quarter((number + 8) % 12 / 3 + 1, financialYearFrom: number < 4 ? year - 1 : year)
    }
}

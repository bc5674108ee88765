extension Composer {
    /// More bars than this are not drawn; the table has them all.
    private static let mostBars = 15
    /// So many periods make a line that is worth drawing.
    private static let fewestPeriods = 3

    /// The latest grades by domain and by team as bars, the worst first, and audits completed against planned.
    func auditCharts() -> PublicationSection? {
        var parts: [(title: String, chart: Chart, access: [Access])] = []
        if let chart = domainChart() { parts.append(chart) }
        let about = grades.teamDomain.map { ": \($0.lowercased())" } ?? ", all domains together"
        if let chart = gradeChart(
            "Grades_by_team", "Audit grades by team\(about)", labelTitle: "Team", of: Self.worst(grades.teams))
        {
            parts.append(chart)
        }
        if let chart = completionChart() { parts.append(("Audits completed against planned", chart, [])) }
        return section(
            "audit-charts", "Audit in charts", short: "Audit charts",
            "The share of audited cases with each grade in the latest period, the fewest good or better first and no more than "
                + "\(Self.mostBars) bars, and how many audits were completed of those planned.",
            exempt: parts.flatMap(\.access), parts.flatMap { [.heading(level: 2, text: $0.title), .chart($0.chart)] })
    }

    private static func worst(_ standings: [LatestGrades.Standing]) -> [LatestGrades.Standing] {
        Array(standings.prefix(mostBars))
    }

    /// The domains that were graded in the latest period that has several.
    private func domainChart() -> (title: String, chart: Chart, access: [Access])? {
        let byPeriod = Dictionary(grouping: grades.domains.map(\.latest), by: \.period).filter { $0.value.count > 1 }
        let latest = byPeriod.max { ReportingPeriod.listingOrder($0.key, $1.key) }?.value ?? []
        return gradeChart("Grades_by_domain", "Audit grades by domain", labelTitle: "Domain", of: Self.worst(latest))
    }

    /// A bar for each standing, made of the shares of its grades; all are of one period.
    private func gradeChart(
        _ name: String, _ title: String, labelTitle: String, of bars: [LatestGrades.Standing]
    ) -> (title: String, chart: Chart, access: [Access])? {
        guard bars.count > 1, let period = bars.first?.period else { return nil }
        let series = Grade.allCases.map { grade in
            Chart.Series(
                grade.label, role: .part, tone: grade.tone, points: bars.map { Chart.Point($0.shares[grade]) })
        }.filter { series in series.points.contains { ($0.value ?? 0) > 0 } }
        guard !series.isEmpty else { return nil }
        let words = bars.map { bar in
            let shares = Grade.allCases.compactMap { grade in
                bar.shares[grade].map { "\(DecimalText.formatted($0, decimals: 0))% \(grade.label.lowercased())" }
            }
            let cases = bar.cases.map { " of \(CountText.of($0, "case"))" } ?? ""
            return "\(bar.title.capitalisedFirst): \(shares.joined(separator: ", "))\(cases)."
        }
        let chart = Chart(
            name: name, title: "\(title), \(period.label)",
            alternativeText: "Stacked bars of the audit grades in \(period.labelWithinSentence), one bar for each of "
                + "\(CountText.of(bars.count, labelTitle.lowercased())), the fewest good or better first. "
                + words.joined(separator: " "),
            form: .stackedBars, labelTitle: labelTitle, valueTitle: "Per cent of audited cases", isPercentage: true,
            decimals: 0, labels: Chart.uniqueLabels(bars.map(\.title.capitalisedFirst)), series: series)
        return (title, chart, bars.map(\.access))
    }

    /// Audits completed and planned, period by period; periods of the kind that most of them have.
    private func completionChart() -> Chart? {
        let known = AuditCompletion.completions(of: pack.audits.activity).compactMap { completion in
            completion.period.map { (period: $0, completion: completion) }
        }.filter { $0.completion.lines > 0 && $0.period.firstDay <= pack.manifest.period.lastDay }
        let kinds = Dictionary(grouping: known) { $0.period.kind }
        let largest = kinds.max { ($0.value.count, $1.key.rawValue) < ($1.value.count, $0.key.rawValue) }?.value ?? []
        let line = largest.sorted { ReportingPeriod.listingOrder($0.period, $1.period) }
        guard line.count >= Self.fewestPeriods, let first = line.first, let last = line.last else { return nil }
        let (planned, completed) = line.reduce((0, 0)) {
            ($0.0 + $1.completion.planned, $0.1 + $1.completion.completed)
        }
        let short = line.count { $0.completion.completed < $0.completion.planned }
        return Chart(
            name: "Audits_completed", title: "Audits completed against planned",
            alternativeText:
                "Lines of the audits completed and the audits planned, \(CountText.of(line.count, "period")) "
                + "from \(first.period.labelWithinSentence) to \(last.period.labelWithinSentence). In all "
                + "\(DecimalText.grouped(completed)) were completed of \(DecimalText.grouped(planned)) planned; fewer than "
                + "planned in \(CountText.of(short, "period")). Last: \(last.completion.explanation)",
            form: .lines, labelTitle: "Period", valueTitle: "Audited cases", isPercentage: false, decimals: 0,
            labels: Chart.uniqueLabels(line.map(\.period.shortLabel)),
            series: [
                Chart.Series(
                    "Completed", role: .measure, points: line.map { Chart.Point(Double($0.completion.completed)) }),
                Chart.Series(
                    "Planned", role: .target, points: line.map { Chart.Point(Double($0.completion.planned)) }),
            ])
    }
}

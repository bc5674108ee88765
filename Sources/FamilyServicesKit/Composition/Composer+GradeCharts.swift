extension Composer {
    /// A bar for each audited domain, made of the shares of the grades in the latest period that has several domains.
    ///
    /// Only grades of all teams together are drawn; those of single teams rest on few cases and stand in the table.
    func gradeCharts() -> PublicationSection? {
        let whole = pack.audits.grades.filter { $0.team == nil }
        let periods = Dictionary(grouping: whole, by: \.period).filter { $0.value.count > 1 }
        guard let (period, rows) = periods.max(by: { ReportingPeriod.listingOrder($0.key, $1.key) }) else { return nil }
        var seen: Set<String> = []
        let bars = rows.filter { seen.insert($0.domain.lowercased()).inserted }
        guard bars.count > 1 else { return nil }
        let labels = bars.map(\.domain.capitalisedFirst)
        let series = Grade.allCases.map { grade in
            Chart.Series(
                grade.label, role: .part, tone: grade.tone,
                points: bars.map { Chart.Point($0.results.share(of: grade)) })
        }
        let used = series.filter { series in series.points.contains { ($0.value ?? 0) > 0 } }
        guard !used.isEmpty else { return nil }
        let chart = Chart(
            name: "Grades_by_domain", title: "Audit grades by domain, \(period.label)",
            alternativeText: alternativeText(for: bars, in: period), form: .stackedBars, labelTitle: "Domain",
            valueTitle: "Per cent of audited cases", isPercentage: true, decimals: 0, labels: labels, series: used)
        return section(
            "audit-charts", "Audit grades in a chart", short: "Audit chart",
            "The share of audited cases with each grade, for all teams together. The grades of single teams stand in the table "
                + "of audit grades.",
            exempt: bars.map(\.access), [.chart(chart)])
    }

    private func alternativeText(for bars: [GradeDistribution], in period: ReportingPeriod) -> String {
        let parts = bars.map { bar in
            let shares = Grade.allCases.compactMap { grade in
                bar.results.share(of: grade).map {
                    "\(DecimalText.formatted($0, decimals: 0))% \(grade.label.lowercased())"
                }
            }
            return "\(bar.domain.capitalisedFirst): \(shares.joined(separator: ", "))."
        }
        return "Stacked bars of the audit grades in \(period.labelWithinSentence), one bar for each of "
            + "\(CountText.of(bars.count, "domain")). " + parts.joined(separator: " ")
    }
}

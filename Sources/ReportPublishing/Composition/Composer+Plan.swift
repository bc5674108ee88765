import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// The plan theme by theme.
struct PlanProgressSection: StandardSection {
    static let id: SectionID = "plan"
    let composer: Composer

    /// A plan with one of its themes.
    private typealias ThemeRow = (standing: PlanStanding, theme: PlanStanding.Theme)

    /// The progress of the actions of each theme, and of the whole plan.
    func compose() -> PublicationSection? {
        let rows: [ThemeRow] = plans.flatMap { standing in standing.themes.map { (standing, $0) } }
        let objectives = pack.plans.flatMap(\.objectives)
        var blocks: [Block] = []
        if !objectives.isEmpty {
            let items = objectives.map { objective in
                ListItem(PlanWording.titled(objective.title, objective.text))
            }
            blocks += [.heading(level: 2, text: PlanWording.objectivesTitle), .list(items)]
        }
        let words = plans.flatMap(words)
        if !words.isEmpty {
            blocks += [.heading(level: 2, text: PlanWording.progressTitle), .list(words.map { ListItem($0) })]
        }
        blocks += themeTable(of: rows).block(of: rows, on: page)
        return section(
            PlanWording.title, short: PlanWording.shortTitle, PlanWording.lead(on: pack.manifest.date.label),
            exempt: pack.plans.map(\.access), blocks)
    }

    /// How far a plan is and what it lacks, in sentences; nothing where the source gives no status at all.
    private func words(about standing: PlanStanding) -> [String] {
        guard standing.hasStatuses else { return [] }
        let day = pack.manifest.date
        let forecast = PlanForecast(of: standing.plan, on: day)
        let expectation: [String] =
            switch forecast.outcome {
            case .expected, .noProgress: [forecast.explanation]
            case .done, .noActions, .notEnoughHistory: []
            }
        return [standing.whole.explanation] + expectation + PlanGaps(in: standing.plan, on: day).explanations
    }

    private func themeTable(of rows: [ThemeRow]) -> TableSketch<ThemeRow> {
        let several = pack.plans.count > 1
        let used = BRAGStatus.allCases.filter { status in rows.contains { $0.theme.progress.count(of: status) > 0 } }
        let hasBlanks = !used.isEmpty && rows.contains { $0.theme.progress.withoutStatus > 0 }
        let hasActions = rows.contains { $0.theme.progress.actions > 0 }
        let hasSlips = rows.contains { !$0.theme.slips.isEmpty }
        return TableSketch(
            name: "Plan_themes", title: "Progress by theme",
            columns: [
                .init(Heading.plan, width: 20) { row in several ? .text(row.standing.plan.title) : .empty },
                .init(Heading.theme, width: 34) { row in
                    [row.theme.progress.title, row.theme.aim].compactMap { $0 }.joined(separator: "\n")
                },
                .init(number: Heading.actions, width: 8) { row in
                    hasActions ? .count(row.theme.progress.actions) : .empty
                },
            ]
                + used.map { status in
                    .init(number: status.label, width: 9) { .count($0.theme.progress.count(of: status)) }
                } + [
                    .init(number: Heading.withoutStatus, width: 8) { row in
                        hasBlanks ? .count(row.theme.progress.withoutStatus) : .empty
                    },
                    .init(number: Heading.overdue, width: 9) { row in
                        row.standing.hasDueDates ? .count(row.theme.progress.overdue.count) : .empty
                    },
                    .init(Heading.slipped, width: 18) { row in hasSlips ? PlanWording.slipped(by: row.theme.slips) : nil
                    },
                    .init(number: Heading.notesOnProgress, width: 9) { row in
                        row.theme.notes == 0 ? .empty : .count(row.theme.notes)
                    },
                ])
    }
}

/// The plan in charts.
struct PlanChartsSection: StandardSection {
    static let id: SectionID = "plan-chart"
    let composer: Composer

    /// The order of statuses in a bar: what is done comes first.
    private static let barOrder: [BRAGStatus] = [.embedded, .complete, .onTrack, .atRisk, .offTrack, .notStarted]

    /// A bar for each theme of a plan, made of the statuses of its actions.
    func compose() -> PublicationSection? {
        let charts = plans.enumerated().compactMap { chart(of: $0.element, at: $0.offset) }
        let charted = Set(charts.map(\.plan))
        let blocks: [Block] = charts.flatMap { item -> [Block] in
            charts.count > 1 ? [.heading(level: 2, text: item.title), .chart(item.chart)] : [.chart(item.chart)]
        }
        return section(
            PlanWording.chartTitle, short: PlanWording.chartShortTitle,
            PlanWording.chartLead(on: pack.manifest.date.label),
            exempt: pack.plans.filter { charted.contains($0.id) }.map(\.access), blocks)
    }

    private func chart(
        of standing: PlanStanding, at position: Int
    ) -> (plan: ImprovementPlan.ID, title: String, chart: Chart)? {
        let themes = standing.themes.map(\.progress).filter { $0.actions > 0 }
        guard themes.count > 1, !standing.whole.statuses.isEmpty else { return nil }
        let used = Self.barOrder.filter { standing.whole.count(of: $0) > 0 }
        var series = used.map { status in
            Chart.Series(
                status.label, role: .part, tone: status.tone,
                points: themes.map { Chart.Point(Double($0.count(of: status))) })
        }
        if standing.whole.withoutStatus > 0 {
            series.append(
                Chart.Series(
                    PlanWording.withoutStatus, role: .part, tone: .neutral,
                    points: themes.map { Chart.Point(Double($0.withoutStatus)) }))
        }
        let bars = themes.indices.map { index in
            let parts = series.compactMap { part -> String? in
                guard let count = part.points[index].value, count > 0 else { return nil }
                return "\(DecimalText.grouped(Int(count))) \(part.title.lowercased())"
            }
            return PlanWording.bar(themes[index].title, parts)
        }
        let name = "Plan_statuses" + (pack.plans.count > 1 ? "_\(position + 1)" : "")
        return (
            standing.plan.id, standing.plan.title,
            Chart(
                name: name, title: PlanWording.statusChart(on: pack.manifest.date.label),
                alternativeText: PlanWording.statusBars(themes: themes.count, bars),
                form: .stackedBars, labelTitle: Heading.theme, valueTitle: Heading.actions, isPercentage: false,
                decimals: 0,
                labels: Chart.uniqueLabels(themes.map(\.title)), series: series)
        )
    }
}

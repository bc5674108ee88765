import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// What people said when they were asked.
struct SurveysSection: StandardSection {
    static let id: SectionID = "surveys"
    let composer: Composer

    /// The answers of a group to a question, the latest and the time before.
    private struct SurveyRow {
        let indicator: Indicator
        let respondents: Respondents
        let group: String?
        let series: FigureSeries
        let latest: Observation
    }

    /// What children, families, staff and others say, question by question.
    func compose() -> PublicationSection? {
        let rows = surveyRows
        return section(
            RegisterWording.surveysTitle, RegisterWording.surveysLead,
            exempt: rows.flatMap { [$0.indicator.access, $0.latest.access] },
            TableSketch<SurveyRow>(
                name: "Survey_results", title: RegisterWording.surveysTitle,
                columns: [
                    .init(Heading.whoWasAsked, width: 15) { $0.respondents.label },
                    .init(Heading.question, width: 40) { $0.indicator.fullTitle },
                    .init(Heading.group, width: 14) { $0.group },
                    .init(Heading.asked, width: 16) { $0.latest.period.label },
                    .init(number: Heading.answers, width: 9) { Self.answers($0.latest.value) },
                    .init(number: Heading.result, width: 10) { figure($0.latest, of: $0.indicator) },
                    .init(Heading.likelyRange, width: 13) { Self.likelyRange(of: $0) },
                    .init(number: Heading.timeBefore, width: 10) { row in
                        row.series.previous(to: row.latest.period).map { figure($0, of: row.indicator) } ?? .empty
                    },
                    .init(Heading.change, width: 26) { row in
                        let travel = TravelComparisons(of: row.series, at: row.latest.period, for: row.indicator)
                        return change(travel.previous, of: row.indicator)
                    },
                    .init(Heading.target, width: 12) { row in
                        row.indicator.target(on: row.latest.period.lastDay)?.label(in: row.indicator.unit)
                    },
                ], record: { .indicator($0.indicator.id) }
            ).block(of: rows, on: page))
    }

    /// Children first, then families, carers and staff; each question for all, then group by group.
    private var surveyRows: [SurveyRow] {
        Respondents.allCases.flatMap { respondents in
            pack.indicators.filter { $0.respondents == respondents }.flatMap { indicator -> [SurveyRow] in
                let breakdown = index.breakdowns[indicator.breakdown]
                let groups: [Breakdown.Category.ID?] = [nil] + (breakdown?.categories.map(\.id) ?? [])
                return groups.compactMap { category in
                    latestAnswers(to: indicator, of: category).map { series, latest in
                        SurveyRow(
                            indicator: indicator, respondents: respondents,
                            group: index.category(category, of: indicator.id)?.title, series: series,
                            latest: latest)
                    }
                }
            }
        }
    }

    /// The figures of a group with the latest that was asked for by the end of the reported period.
    private func latestAnswers(
        to indicator: Indicator, of category: Breakdown.Category.ID?
    ) -> (FigureSeries, Observation)? {
        (series[indicator.id] ?? []).filter { $0.area == pack.manifest.area && $0.category == category }
            .compactMap { series in
                series.observations.last { $0.period.firstDay <= pack.manifest.period.lastDay }.map { (series, $0) }
            }.max { ReportingPeriod.listingOrder($0.1.period, $1.1.period) }
    }

    /// How many answered.
    private static func answers(_ value: ObservedValue) -> Cell {
        switch value {
        case .fraction(_, let denominator): Cell(.number(denominator, decimals: 0))
        case .value(_, .some(let base)): Cell(.number(base, decimals: 0))
        case .value, .missing: .empty
        }
    }

    /// Wilson's interval around a share of answers.
    private static func likelyRange(of row: SurveyRow) -> String? {
        guard row.indicator.unit == .percent, case .fraction(let numerator, let denominator) = row.latest.value,
            let interval = try? Proportion(numerator, of: denominator).interval(), let lower = interval.lower,
            let upper = interval.upper
        else { return nil }
        return FigureText.wholePercent.range(lower, upper)
    }
}

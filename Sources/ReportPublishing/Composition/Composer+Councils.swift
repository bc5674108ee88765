import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// Councils side by side, in a report that is not one council's own: of a region, or of a group that shares its figures.
struct CouncilsSection: StandardSection {
    static let id: SectionID = "councils"
    static let isAnnex = false
    let composer: Composer

    /// The figure of a council for a measure.
    private struct Standing {
        let council: Area
        let measure: Measure
        let observation: Observation
        let before: Observation?
        /// Its place among those that have a number, the best or the highest first; several can share one.
        let place: Int?
        let isShared: Bool
        /// How it differs from the median of the others.
        let difference: ComparatorDifference?
    }

    /// A measure in the period that is compared.
    private struct Measure {
        let indicator: Indicator
        let period: ReportingPeriod
        let whole: Observation?
    }

    /// What all measures together say of a council.
    private struct Overview {
        let council: Area
        let compared, better, worse, unclear: Int
    }

    func compose() -> PublicationSection? {
        let councils = pack.manifest.areas.filter { $0.kind == .localAuthority && $0.id != pack.manifest.area }
        guard index.areas[pack.manifest.area]?.kind != .localAuthority, councils.count > 1 else { return nil }
        let measures = pack.indicators.filter { $0.respondents == nil }.compactMap {
            standings(of: $0, among: councils)
        }
        guard !measures.isEmpty else { return nil }
        var blocks = overview(of: measures.joined().map(\.self), councils)
        for (number, standings) in measures.enumerated() {
            guard let measure = standings.first?.measure else { continue }
            blocks += table(number + 1, measure, standings)
        }
        return section(
            CouncilWording.title, CouncilWording.lead,
            exempt: measures.joined().flatMap { [$0.measure.indicator.access, $0.observation.access] }, blocks)
    }

    /// The figures of all councils in the latest period for which most of them have one.
    private func standings(of indicator: Indicator, among councils: [Area]) -> [Standing]? {
        let reported = pack.manifest.period
        let found = councils.compactMap { council in
            composer.mainSeries(of: indicator.id, area: council.id, like: reported).map { (council, $0) }
        }
        let latest = found.compactMap { $0.1.latest(asOf: pack.manifest.date)?.period }
        guard let period = Self.mostFrequent(latest) else { return nil }
        let figures = found.compactMap { council, series -> (Area, Observation, Observation?)? in
            series.observations.last { $0.period == period }.map { (council, $0, series.previous(to: period)) }
        }
        let numbers = figures.compactMap { shown($0.1, indicator) }
        guard numbers.count > 1 else { return nil }
        let whole = composer.mainSeries(of: indicator.id, area: pack.manifest.area, like: reported)?.observations
            .last { $0.period == period }
        let measure = Measure(indicator: indicator, period: period, whole: whole)
        let isLowFirst = indicator.polarity == .lowerIsBetter
        let observations = figures.map(\.1)
        return figures.map { council, observation, before in
            let own = shown(observation, indicator)
            let others = figures.map(\.0.id).filter { $0 != council.id }
            let comparator = ComparatorSummary(
                CouncilWording.others, from: observations, of: others, for: indicator, at: period, statistic: .median)
            return Standing(
                council: council, measure: measure, observation: observation, before: before,
                place: own.map { own in 1 + numbers.count { isLowFirst ? $0 < own : $0 > own } },
                isShared: own.map { own in numbers.count { $0 == own } > 1 } ?? false,
                difference: ComparatorDifference(of: observation.value, with: comparator, for: indicator))
        }.sorted { left, right in
            (left.place ?? .max, left.council.title, left.council.id) < (
                right.place ?? .max, right.council.title, right.council.id
            )
        }
    }

    /// The number as it is shown: what prints the same has the same place.
    private func shown(_ observation: Observation, _ indicator: Indicator) -> Double? {
        guard observation.qualifier.isExact, let number = observation.value.number(in: indicator.unit), number.isFinite
        else {
            return nil
        }
        return DecimalText.rounded(number, decimals: indicator.decimals)
    }

    /// The period that most of the latest figures are for; of several the last.
    private static func mostFrequent(_ periods: [ReportingPeriod]) -> ReportingPeriod? {
        let counts = Dictionary(periods.map { ($0, 1) }, uniquingKeysWith: +)
        return counts.max { ($0.value, $0.key.lastDay) < ($1.value, $1.key.lastDay) }?.key
    }

    private func overview(of standings: [Standing], _ councils: [Area]) -> [Block] {
        let rows = councils.map { council in
            let own = standings.filter { $0.council.id == council.id && $0.place != nil }
            let count = { (verdict: ComparatorDifference.Verdict) in own.count { $0.difference?.verdict == verdict } }
            return Overview(
                council: council, compared: own.count, better: count(.better), worse: count(.worse),
                unclear: count(.noClearDifference) + count(.similar))
        }
        return TableSketch<Overview>(
            name: "Councils_overview", title: CouncilWording.overviewTitle,
            columns: [
                .init(Heading.council, width: 32) { Cell.text($0.council.title) },
                .init(number: Heading.measuresCompared, width: 12) { .count($0.compared) },
                .init(number: Heading.betterThanOthers, width: 12) { .count($0.better) },
                .init(number: Heading.worseThanOthers, width: 12) { .count($0.worse) },
                .init(number: Heading.noClearDifference, width: 14) { .count($0.unclear) },
            ]
        ).block(of: rows, on: page)
    }

    private func table(_ number: Int, _ measure: Measure, _ standings: [Standing]) -> [Block] {
        let indicator = measure.indicator
        let whole = measure.whole.map { observation -> Block in
            let name = index.areas[pack.manifest.area]?.title ?? pack.manifest.organisation
            let number = observation.value.number(in: indicator.unit).flatMap { $0.isFinite ? $0 : nil }
            let figure = number.map { FigureText(indicator.unit, decimals: indicator.decimals).text($0) }
            return .paragraph(
                CouncilWording.whole(name, figure ?? observation.value.missingReason?.meaning ?? "", indicator.polarity)
            )
        }
        return [.heading(level: 2, text: CouncilWording.measure(indicator.fullTitle, measure.period.label))]
            + (whole.map { [$0] } ?? [.paragraph(CouncilWording.order(indicator.polarity))])
            + TableSketch<Standing>(
                name: "Councils_\(number)", title: CouncilWording.measure(indicator.fullTitle, measure.period.label),
                columns: [
                    .init(number: Heading.place, width: 8) { .text(Self.place($0)) },
                    .init(Heading.council, width: 32) { Cell.text($0.council.title) },
                    .init(number: Heading.figure, width: 14) { figure($0.observation, of: indicator) },
                    .init(number: Heading.timeBefore, width: 14) { row in
                        row.before.map { figure($0, of: indicator) } ?? .empty
                    },
                    .init(Heading.besideTheOthers, width: 24) { $0.difference?.verdict.label },
                ]
            ).block(of: standings, on: page)
    }

    private static func place(_ standing: Standing) -> String? {
        standing.place.map { "\($0)\(standing.isShared ? "=" : "")" }
    }

    private func figure(_ observation: Observation, of indicator: Indicator) -> Cell {
        composer.figure(observation, of: indicator)
    }
}

import ReportVocabulary
public import ReportModel

extension ReportPack {
    /// Everything that the analysis says about the pack.
    ///
    /// A pack that will be published is assessed by ``publish(for:options:)``, from what the audience may see.
    /// O(n log n) for n observations.
    ///
    /// - Returns: The results.
    public func assess() -> Assessment {
        Assessment(AnalysedPack(self))
    }
}

/// A pack with the analyses that more than one part of a report needs, each worked out once.
package struct AnalysedPack {
    package let pack: ReportPack
    package let index: PackIndex
    package let positions: [IndicatorPosition]
    package let thread: GoldenThread
    package let comparisons: [Indicator.ID: [IndicatorComparison]]
    package let standings: [Indicator.ID: ComparatorStanding]
    package let exceptions: Exceptions
    package let claims: [ClaimResult]

    package init(_ pack: ReportPack) {
        self.pack = pack
        index = PackIndex(pack)
        positions = pack.positions()
        thread = GoldenThread(pack, index, positions: positions)
        comparisons = pack.comparisons(of: positions)
        standings = pack.comparatorStandings(of: comparisons)
        exceptions = Exceptions(in: pack, positions: positions, thread: thread, comparisons: standings)
        claims = pack.checkClaims(with: index)
    }
}

extension Assessment {
    package init(_ analysed: AnalysedPack) {
        let pack = analysed.pack
        self.init(
            indicators: analysed.positions.map { position in
                IndicatorResult(
                    position, comparisons: analysed.comparisons[position.indicator.id] ?? [], analysed.index)
            },
            plans: pack.plans.map { plan in
                let whole = plan.progress(on: pack.manifest.date)
                return PlanResult(
                    plan: plan.id, progress: [whole] + plan.progressByTheme(on: pack.manifest.date),
                    slippages: plan.slippages(on: pack.manifest.date).compactMap { .init($0) },
                    explanation: whole.explanation)
            },
            agreements: pack.moderationAgreements().map { .init($0) },
            findings: pack.inspections.flatMap(\.findings).compactMap { analysed.thread.answer(to: $0.id) }
                .map(FindingResult.init),
            worries: analysed.exceptions.worries.map(ExceptionResult.init),
            strengths: analysed.exceptions.strengths.map(ExceptionResult.init),
            claims: analysed.claims.map(ClaimCheck.init),
            contradictions: Contradiction.all(in: pack))
    }
}

extension Assessment.IndicatorResult {
    fileprivate init(
        _ position: IndicatorPosition, comparisons: [IndicatorComparison], _ index: PackIndex
    ) {
        let (indicator, latest) = (position.indicator, position.latest)
        let travel = position.comparisons
        self.init(
            indicator: indicator.id, area: latest.area, period: latest.period,
            value: position.value.flatMap { $0.isFinite ? $0 : nil }, missing: latest.value.missingReason,
            text: position.valueText, interval: .init(of: latest, for: indicator),
            rating: .init(
                position.rating,
                target: indicator.target(on: latest.period.lastDay)?.label(in: indicator.unit),
                in: indicator.unit),
            previousPeriod: .init(travel.previous), samePeriodLastYear: .init(travel.lastYear),
            baseline: travel.baseline.map { .init($0) },
            controlChart: position.controlChart.map { .init($0, of: indicator) },
            rareEvents: position.rareEvents.flatMap { .init($0) },
            yearEnd: position.yearEnd.map { .init($0, in: indicator.unit) },
            comparators: comparisons.compactMap { comparison in
                index.areas[comparison.area].flatMap { .init(comparison, for: indicator, kind: $0.kind) }
            },
            comparison: comparisons.compactMap(\.explanation).joined(separator: " ").nonEmpty)
    }
}

extension Assessment.ExceptionResult {
    fileprivate init(_ item: Exceptions.Item) {
        let (indicator, action): (Indicator.ID?, PlanAction.ID?) =
            switch item.subject {
            case .indicator(let position): (position.indicator.id, nil)
            case .action(let action): (nil, action.id)
            }
        self.init(
            indicator: indicator, action: action, points: item.points, reasons: item.reasons.map(\.text))
    }
}

extension Assessment.ClaimCheck {
    fileprivate init(_ result: ClaimResult) {
        self.init(
            claim: result.claim.id, verdict: result.verdict,
            computed: result.computed.flatMap { $0.isFinite ? $0 : nil }, computedRating: result.computedRating,
            mistakes: result.explanations.map(\.mistake), sentence: result.sentence)
    }
}

extension Assessment.Contradiction {
    fileprivate static func all(in pack: ReportPack) -> [Self] {
        let ratings = pack.ratingDisagreements().map { item in
            Self(
                line: item.line, kind: "rating", printed: item.printed.label, computed: item.computed.outcome.label,
                sentence: item.explanation)
        }
        let others = pack.dashboardDisagreements().map { item in
            Self(
                line: item.line, kind: item.kind.rawValue, printed: item.printed, computed: item.computed,
                sentence: item.sentence)
        }
        return (ratings + others).enumerated().sorted { left, right in
            (left.element.line, left.offset) < (right.element.line, right.offset)
        }.map(\.element)
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

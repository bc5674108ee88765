import OfficialStatistics
package import ReportModel
package import ReportVocabulary

/// How a value differs from that of a comparator, and whether that is more than chance and the usual differences between
/// councils explain.
///
/// Values are compared as they are shown, so that two figures that print the same are similar. *Better* and *worse* are said
/// only beyond chance and beyond what is usual between councils:
///
/// - where the counts of the council and of at least five others are known, by the lines of a funnel around the comparator for an
///   area of the council's size, which allow for chance and the variance between the others (``Overdispersion``, additive; see
///   ``Assessment/ComparatorResult/usualLower``); where the council's figure is made of few cases, by an exact test with the same
///   variance;
/// - where only the values of at least five others are known, by Student's range for one more of them;
/// - where only the council's own counts are known, by chance alone (``BenchmarkComparison``, or an exact test for few cases), of
///   which only the "no" is believed;
/// - else the size of the difference is all there is.
public struct ComparatorDifference: Sendable, Hashable {
    /// What the difference means.
    public enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
        /// On the side of the comparator that is wanted, by more than chance and usual differences.
        case better
        /// On the other side, by more than chance and usual differences.
        case worse
        /// No different at the precision shown, or as far from the target range.
        case similar
        /// Different by no more than chance and the usual differences between councils explain.
        case noClearDifference = "no-clear-difference"
        /// Different, and it is not known whether by more than usual.
        case sizeOnly = "size-only"
        /// The measure is not judged, or it is a number that depends on the size of the area.
        case notJudged = "not-judged"

        /// The words for people; `nil` where there is nothing to say beyond the figures.
        public var label: String? {
            switch self {
            case .better: "better"
            case .worse: "worse"
            case .similar: "similar"
            case .noClearDifference: "no clear difference"
            case .sizeOnly, .notJudged: nil
            }
        }
    }

    /// The comparator.
    package let comparator: ComparatorSummary
    /// The value less that of the comparator, both as they are shown.
    package let size: ChangeSize
    /// The same in per cent of the comparator; absent where that is not above zero.
    package let relative: RelativeChange?
    /// What the difference means.
    package let verdict: Verdict
    /// Between which figures councils of this size usually lie around the comparator, in 95 of 100 cases; absent where the counts of
    /// too few councils are known, and where the council's figure is made of few cases.
    package let usualRange: ClosedRange<Double>?

    private let direction: DirectionOfTravel

    /// Compares a value with a comparator.
    ///
    /// - Parameters:
    ///   - value: What is known of the council's own value.
    ///   - comparator: What it is compared with.
    ///   - indicator: The indicator, with its polarity, and its target range where that decides what is better.
    /// - Returns: `nil` where either has no value.
    package init?(of value: ObservedValue, with comparator: ComparatorSummary, for indicator: Indicator) {
        guard let own = value.number(in: indicator.unit), own.isFinite, let other = comparator.value else { return nil }
        let target = indicator.target(on: comparator.period.lastDay)
        let test = Self.test(value, own, other, comparator, indicator)
        let direction = DirectionOfTravel(
            from: other, to: own, of: indicator, target: target, clarity: test.clarity)
        usualRange = test.range
        self.comparator = comparator
        self.direction = direction
        size = ChangeSize(from: other, to: own, in: indicator.unit, decimals: indicator.decimals)
        relative = RelativeChange(from: other, to: own)
        switch indicator.unit {
        case .count, .money: verdict = .notJudged
        default:
            verdict =
                switch direction.verdict {
                case .improving: .better
                case .worsening: .worse
                case .steady: .similar
                case .noClearChange: .noClearDifference
                case .sizeOnly: .sizeOnly
                case .notJudged: direction.movement == .unchanged ? .similar : .notJudged
                }
        }
    }

    // MARK: Chance and what is usual

    private typealias Test = (clarity: DirectionOfTravel.Clarity, range: ClosedRange<Double>?)

    private static func test(
        _ value: ObservedValue, _ own: Double, _ other: Double, _ comparator: ComparatorSummary, _ indicator: Indicator
    ) -> Test {
        let unit = indicator.unit
        if let figure = CountedFigure(value, in: unit), let size = figure.size, let scale = funnelScale(of: unit) {
            let peers = comparator.peers.compactMap { $0.steadyEstimate(in: unit) }
            if peers.count >= ComparatorSummary.fewestPeers, let usual = Overdispersion(of: peers) {
                let spread = ExactComparison.Spread(variance: usual.variance)
                if figure.hasFew, let chance = figure.pValue(against: other / scale.multiplier, spread: spread) {
                    return (chance > 0.05 ? .notClear(.counts) : .clear(.counts), nil)
                }
                if let range = range(around: other, at: size, usual.variance, scale) {
                    return (range.contains(own) ? .notClear(.counts) : .clear(.counts), range)
                }
            }
        }
        let values = comparator.peers.compactMap { $0.number(in: unit) }.filter(\.isFinite)
        if values.count >= ComparatorSummary.fewestPeers, let mean = try? SampleMean(of: values),
            let deviation = mean.standardDeviation
        {
            let count = Double(values.count)
            let reach =
                StudentDistribution.quantile(upperTail: 0.025, degreesOfFreedom: count - 1) * deviation
                * (1 + 1 / count).squareRoot()
            return ((own - other).magnitude > reach ? .clear(.counts) : .notClear(.counts), nil)
        }
        return (chanceAlone(value, other, indicator), nil)
    }

    private typealias FunnelScale = (kind: Funnel.Kind, multiplier: Double)

    private static func funnelScale(of unit: MeasurementUnit) -> FunnelScale? {
        switch unit {
        case .percent: (.proportion, 100)
        case .rate(let base): (.rate, Double(base))
        default: nil
        }
    }

    private static func range(
        around benchmark: Double, at size: Double, _ variance: Double, _ scale: FunnelScale
    ) -> ClosedRange<Double>? {
        let average = benchmark / scale.multiplier
        // Nothing is known of how far councils lie from none, or from all.
        guard average > 0, scale.kind == .rate || average < 1,
            let funnel = try? Funnel(scale.kind, around: average, multiplier: scale.multiplier, variance: variance),
            let lines = try? funnel.limits(at: size), let upper = lines.upper, lines.lower <= upper
        else { return nil }
        return lines.lower...upper
    }

    private static func chanceAlone(
        _ value: ObservedValue, _ other: Double, _ indicator: Indicator
    ) -> DirectionOfTravel.Clarity {
        let outcome: BenchmarkComparison.Outcome?
        if let figure = CountedFigure(value, in: indicator.unit), figure.hasFew,
            let scale = funnelScale(of: indicator.unit),
            let chance = figure.pValue(against: other / scale.multiplier, spread: .none)
        {
            return chance > 0.05 ? .notClear(.counts) : .moreThanCounts
        }
        switch (indicator.unit, value) {
        case (.percent, .fraction(let part, let whole)):
            outcome = (try? Proportion(part, of: whole)).map {
                BenchmarkComparison(of: $0, with: other, polarity: indicator.polarity).outcome
            }
        case (.rate(let base), .fraction(let events, let population)):
            outcome = (try? CrudeRate(events, in: population, multiplier: Double(base))).map {
                BenchmarkComparison(of: $0, with: other, polarity: indicator.polarity).outcome
            }
        default: outcome = nil
        }
        return switch outcome {
        case .higher, .lower: .moreThanCounts
        case .similar, .tooFewToTell: .notClear(.counts)
        case nil: .untested
        }
    }

    /// The difference in a sentence.
    ///
    /// Such as: "2.3 percentage points above Statistical neighbours (12.4%), which is worse."
    package var explanation: String {
        let name = comparator.title
        let place = comparator.label.map { "\(name) (\($0))" } ?? name
        let suffix = comparator.dating.map { "; \($0)." } ?? "."
        guard direction.movement != .unchanged else { return "The same as \(place) at the precision shown\(suffix)" }
        let amount = size.amount(decimals: comparator.decimals)
        let words =
            switch verdict {
            case .better: ", which is better"
            case .worse: ", which is worse"
            case .similar: ", and as near to what is wanted"
            case .noClearDifference:
                ", which is no clear difference: chance and usual differences between councils explain it"
            case .sizeOnly where direction.clarity == .moreThanCounts:
                ", which is more than the counts explain, but how far councils usually differ is not known"
            case .sizeOnly, .notJudged: ""
            }
        return "\(amount) \(direction.movement == .up ? "above" : "below") \(place)\(words)\(suffix)"
            + (usualRangeText.map { " Councils of this size usually lie between \($0)." } ?? "")
    }

    /// The usual range as it is shown, such as "18.2% and 27.3%".
    private var usualRangeText: String? {
        let figures = FigureText(comparator.unit, decimals: comparator.decimals)
        return usualRange.map { "\(figures.cell($0.lowerBound)) and \(figures.cell($0.upperBound))" }
    }

    /// The same for a table, such as "18.2% to 27.3%".
    package var usualRangeLabel: String? {
        let figures = FigureText(comparator.unit, decimals: comparator.decimals)
        return usualRange.map { "\(figures.cell($0.lowerBound)) to \(figures.cell($0.upperBound))" }
    }
}

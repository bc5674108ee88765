import OfficialStatistics
public import ReportModel
public import ReportVocabulary

extension Assessment {
    /// What chance could make of a figure: the values that its counts are compatible with, in 95 of 100 cases.
    public struct IntervalResult: Sendable, Hashable, Codable {
        /// The lower end, in the unit of the indicator.
        public let lower: Double
        /// The upper end.
        public let upper: Double
        /// How it was worked out: `wilson`, `exact-poisson` or `byar`.
        public let method: String
        /// The same in words, such as "85.7% (95% confidence interval 80.1% to 89.9%)".
        public let explanation: String

        /// The interval of a figure; `nil` where it has no counts, where they are rounded or
        /// rough, and in units without intervals.
        init?(of figure: Observation, for indicator: Indicator) {
            guard figure.roundedTo == nil, figure.qualifier.isExact,
                let interval = try? ConfidenceInterval.of(figure.value, in: indicator.unit),
                let lower = interval.lower, let upper = interval.upper
            else { return nil }
            self.lower = lower
            self.upper = upper
            method = interval.method.rawValue
            explanation = interval.label(in: indicator.unit, decimals: indicator.decimals)
        }
    }

    /// A figure beside one comparator: statistical neighbours, a region, England.
    public struct ComparatorResult: Sendable, Hashable, Codable {
        /// The area that is compared with.
        public let area: Area.ID
        /// Its name.
        public let title: String
        /// What kind of area it is.
        public let kind: Area.Kind
        /// How its value came about: `published`, or the `median` of its members.
        public let statistic: String
        /// The period that its value is about, which may be earlier than that of the latest figure, and never later.
        public let period: ReportingPeriod
        /// Its value in the unit of the indicator, not rounded.
        public let value: Double
        /// Its value as it is shown, such as "12.4%".
        public let text: String
        /// The period of the council's own figure that it is compared with: that of the comparator's value where there is one,
        /// else the latest.
        public let ownPeriod: ReportingPeriod
        /// The council's own figure of that period, not rounded; absent where it has no value.
        public let own: Double?
        /// The council's own figure less that of the comparator, both as they are shown (percentage points for a percentage);
        /// absent where they cannot be compared.
        public let difference: Double?
        /// What may be said of the difference: `better` and `worse` only beyond chance and the usual differences between
        /// councils; absent where they cannot be compared.
        public let meaning: ComparatorDifference.Verdict?
        /// The lower end of where councils of this size usually lie around the comparator, in 95 of 100 cases; absent where it is not
        /// known how far councils usually differ.
        public let usualLower: Double?
        /// The upper end of that range.
        public let usualUpper: Double?
        /// The council's place among the single areas behind the comparator; absent for fewer than three others.
        public let rank: RankResult?
        /// The same in sentences; absent where the two cannot be compared.
        public let explanation: String?

        init?(_ comparison: IndicatorComparison, for indicator: Indicator, kind: Area.Kind) {
            let summary = comparison.summary
            guard let value = summary.value, value.isFinite, let text = summary.label,
                let period = summary.comparatorPeriod
            else { return nil }
            area = comparison.area
            title = summary.title
            self.kind = kind
            statistic = summary.statistic.rawValue
            self.period = period
            self.value = value
            self.text = text
            ownPeriod = comparison.own.period
            own = comparison.own.value.number(in: indicator.unit).flatMap { $0.isFinite ? $0 : nil }
            difference = comparison.difference?.size.value
            meaning = comparison.difference?.verdict
            usualLower = comparison.difference?.usualRange?.lowerBound
            usualUpper = comparison.difference?.usualRange?.upperBound
            rank = comparison.rank.map { .init($0) }
            explanation = comparison.explanation
        }
    }

    /// A place among others.
    ///
    /// Areas with the same value share the best place among them.
    public struct RankResult: Sendable, Hashable, Codable {
        /// The place, from 1.
        public let place: Int
        /// How many others share it.
        public let ties: Int
        /// How many areas have a value, this one included.
        public let ranked: Int
        /// How many areas there are, with and without a value.
        public let total: Int
        /// The quarter of the areas, from 1 on the side of place 1; absent for fewer than four values.
        public let quarter: Int?
        /// Whether place 1 is the best; it is the highest where the measure is not judged.
        public let isBestFirst: Bool
        /// The same in a sentence, such as "Joint 2nd of 9 (1st is best), in the best quarter.".
        public let explanation: String

        init(_ rank: ComparatorRank) {
            place = rank.rank
            ties = rank.ties
            ranked = rank.ranked
            total = rank.total
            quarter = rank.quartile
            isBestFirst = rank.order == .bestFirst
            explanation = rank.explanation
        }
    }
}

extension Assessment.TravelResult {
    /// Compares two figures of an indicator, as the report does: by its control chart, or by the counts and how much the
    /// measure usually moves.
    ///
    /// ```swift
    /// import FamilyServicesKit
    ///
    /// let indicator = pack.indicators[0]
    /// let figures = FigureSeries(
    ///     of: indicator.id, in: pack.manifest.area, by: .month, from: pack.observations
    /// ).observations
    /// let move = Assessment.TravelResult(
    ///     from: figures[0], to: figures[6], of: indicator, among: pack.observations)
    /// print(move.meaning?.rawValue ?? "not compared", move.explanation)
    /// ```
    ///
    /// O(n log n) for n figures.
    ///
    /// - Parameters:
    ///   - earlier: The earlier figure.
    ///   - later: The later figure, of the same area and category.
    ///   - indicator: The indicator of both.
    ///   - figures: More figures of the indicator, of this area and others, from which is learnt what is usual for it; figures after
    ///     the later one do not count. Without them only the size of most moves can be told.
    public init(
        from earlier: Observation, to later: Observation, of indicator: Indicator, among figures: [Observation] = []
    ) {
        let kind = later.period.kind
        func series(of area: Area.ID) -> FigureSeries {
            FigureSeries(
                of: indicator.id, in: area, category: later.category, by: kind, from: [earlier, later] + figures)
        }
        let own = figures.filter { $0.indicator == indicator.id && $0.category == later.category }
        let others = Set(own.map(\.area)).subtracting([later.area]).sorted { $0.text < $1.text }
        let rule = MovementRule(
            for: indicator, in: series(of: later.area), upTo: later.period, others: others.map(series(of:)))
        self.init(
            TravelComparison(
                of: later, with: earlier, for: indicator, in: later.period, earlierPeriod: earlier.period,
                as: .baseline(earlier.period.labelWithinSentence), by: rule))
    }
}

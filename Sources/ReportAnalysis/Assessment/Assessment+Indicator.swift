public import OfficialStatistics
public import ReportModel
public import ReportVocabulary

extension Assessment {
    /// Where an indicator stands.
    public struct IndicatorResult: Sendable, Hashable, Codable {
        /// The indicator.
        public let indicator: Indicator.ID
        /// The area of the figures.
        public let area: Area.ID
        /// The period of the latest figure.
        public let period: ReportingPeriod
        /// The latest figure in the unit of the indicator, not rounded; absent where there is none.
        public let value: Double?
        /// Why there is no figure.
        public let missing: MissingReason?
        /// The latest figure as it is shown, such as "57.2%".
        public let text: String
        /// How it stands against its target.
        public let rating: RatingResult
        /// How it moved since the previous period.
        public let previousPeriod: TravelResult
        /// How it moved since the same period of last year.
        public let samePeriodLastYear: TravelResult
        /// How it moved since the baseline; absent where the pack has none.
        public let baseline: TravelResult?
        /// What its control chart says; absent where there are too few figures for one.
        public let controlChart: ControlChartResult?
        /// How it compares with others, such as "2.3 percentage points above Statistical neighbours (12.4%), which is worse.";
        /// absent where there is nothing to compare with, or no difference that is judged.
        public let comparison: String?
    }

    /// How a figure stands against what it should be.
    public struct RatingResult: Sendable, Hashable, Codable {
        /// The colour, or none.
        public let outcome: Rating.Outcome
        /// How it came about, in a sentence.
        public let explanation: String
        /// The target in words with its unit; absent where none holds.
        public let target: String?
        /// The figure less the target, in the unit of the indicator (percentage points for a percentage); absent where
        /// either is.
        public let signedDistance: Double?

        init(_ rating: Rating, target: String?) {
            outcome = rating.outcome
            explanation = rating.explanation
            self.target = target
            signedDistance = rating.signedDistance
        }
    }

    /// How a figure moved since an earlier one.
    public struct TravelResult: Sendable, Hashable, Codable {
        /// The period that it is compared with; absent where there is none.
        public let since: ReportingPeriod?
        /// The earlier figure, not rounded; absent where the two cannot be compared.
        public let earlier: Double?
        /// The later figure less the earlier (percentage points for a percentage); absent where they cannot be compared.
        public let change: Double?
        /// Which way it moved; absent where they cannot be compared.
        public let movement: DirectionOfTravel.Movement?
        /// Whether that is good; absent where they cannot be compared.
        public let meaning: DirectionOfTravel.Meaning?
        /// The same in a sentence or two, or why they cannot be compared.
        public let explanation: String

        init(_ comparison: TravelComparison) {
            since = comparison.earlierPeriod
            earlier = comparison.travel?.earlier
            change = comparison.travel?.direction.change
            movement = comparison.travel?.direction.movement
            meaning = comparison.travel?.direction.meaning
            explanation = comparison.explanation
        }
    }

    /// What a control chart says about the latest figure.
    public struct ControlChartResult: Sendable, Hashable, Codable {
        /// What the latest figure says.
        public let variation: ControlChart.PointType
        /// Whether the target will be met while nothing changes; absent without a target or limits.
        public let assurance: ControlChart.Assurance?
        /// The average since the last rebase; absent where there is none.
        public let mean: Double?
        /// The lower natural process limit, not cut off at zero; absent where the figures do not vary.
        public let lowerLimit: Double?
        /// The upper natural process limit.
        public let upperLimit: Double?
        /// The chart in sentences.
        public let explanation: String

        init(_ chart: ControlChart, of indicator: Indicator) {
            let segment = chart.segments.last
            variation = chart.variation
            assurance = chart.assurance
            mean = segment?.mean
            lowerLimit = segment?.limits?.lower
            upperLimit = segment?.limits?.upper
            explanation = chart.explanation(of: indicator)
        }
    }
}

extension ControlChart {
    /// What the chart says about the latest figure and the target, in sentences.
    package func explanation(of indicator: Indicator) -> String {
        var sentences = [variationExplanation(unit: indicator.unit, decimals: indicator.decimals)]
        if assurance != nil {
            sentences.append(assuranceExplanation(unit: indicator.unit, decimals: indicator.decimals))
        }
        return sentences.joined(separator: " ")
    }
}

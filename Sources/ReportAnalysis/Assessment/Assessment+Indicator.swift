public import OfficialStatistics
public import ReportModel
public import ReportVocabulary

extension Assessment {
    /// The latest position of an indicator.
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
        /// What chance could make of it; absent where its counts are not known, and in units without intervals.
        public let interval: IntervalResult?
        /// Its rating against the target.
        public let rating: RatingResult
        /// How it moved since the previous period.
        public let previousPeriod: TravelResult
        /// How it moved since the same period of last year.
        public let samePeriodLastYear: TravelResult
        /// How it moved since the baseline; absent where the pack has none.
        public let baseline: TravelResult?
        /// What its control chart says; absent where there are too few figures for one.
        public let controlChart: ControlChartResult?
        /// What the chart of rare events says; absent where the events are not rare.
        public let rareEvents: RareEventsResult?
        /// What it is expected to be at the end of the financial year; absent where the target is not annual or the history does not
        /// carry a forecast.
        public let yearEnd: YearEndResult?
        /// How it compares with each comparator that has a value: statistical neighbours first, then other groups, the part of
        /// London, the region and the country.
        public let comparators: [ComparatorResult]
        /// How it compares with each comparator, in sentences such as "2.3 percentage points above Statistical neighbours (12.4%),
        /// which is worse."; absent where there is nothing to compare with.
        public let comparison: String?
    }

    /// A figure against what it should be.
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

        init(_ rating: Rating, target: String?, in unit: MeasurementUnit) {
            outcome = rating.outcome
            explanation = rating.explanation(in: unit)
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
        /// The later figure less the earlier, both as they are shown (percentage points for a percentage); absent where they cannot
        /// be compared.
        public let change: Double?
        /// Which way it moved; absent where they cannot be compared.
        public let movement: DirectionOfTravel.Movement?
        /// What may be said of it: `improving` and `worsening` only where it is more than the measure's own ups and downs; absent
        /// where they cannot be compared.
        public let meaning: DirectionOfTravel.Verdict?
        /// What it was tested by; absent where nothing could tell.
        public let testedBy: DirectionOfTravel.Ground?
        /// The same in a sentence or two, or why they cannot be compared.
        public let explanation: String

        init(_ comparison: TravelComparison) {
            since = comparison.earlierPeriod
            earlier = comparison.travel?.earlier
            change = comparison.travel?.direction.change
            movement = comparison.travel?.direction.movement
            meaning = comparison.travel?.direction.verdict
            testedBy = comparison.travel?.direction.clarity.ground
            explanation = comparison.explanation
        }
    }

    /// What a control chart says about the latest figure.
    public struct ControlChartResult: Sendable, Hashable, Codable {
        /// What the latest figure says, as far as the range is stable.
        public let variation: ControlChart.PointType
        /// Whether the target will be met while nothing changes; absent without a target, where the range is not stable, and where
        /// the last figures do not agree.
        public let assurance: ControlChart.Assurance?
        /// Whether the range is stable: enough figures since the last break, of which no more than three in ten stand out.
        public let isStable: Bool
        /// Where a break may lie, for figures that have changed in steps.
        public let proposedBreak: ReportingPeriod?
        /// The average since the last break; absent where no single one fits.
        public let mean: Double?
        /// The lower natural process limit, not cut off at zero; absent where the range is not stable.
        public let lowerLimit: Double?
        /// The upper natural process limit.
        public let upperLimit: Double?
        /// The chart in sentences.
        public let explanation: String

        init(_ chart: ControlChart, of indicator: Indicator) {
            let segment = chart.segments.last
            isStable = chart.isStable
            variation = chart.judgement
            assurance = chart.outlook
            proposedBreak = chart.proposedBreak?.period
            mean = segment?.hasSteps ?? false ? nil : segment?.mean
            lowerLimit = chart.isStable ? segment?.limits?.lower : nil
            upperLimit = chart.isStable ? segment?.limits?.upper : nil
            explanation = chart.explanation(of: indicator)
        }
    }
}

extension Assessment {
    /// What a chart of events says that are too rare for a control chart.
    public struct RareEventsResult: Sendable, Hashable, Codable {
        /// What lies between two events: `time-between` in periods of the figures, or `cases-between`.
        public let kind: String
        /// How many events there were.
        public let events: Int
        /// In how many periods.
        public let periods: Int
        /// The period of the last event.
        public let last: ReportingPeriod
        /// How many periods, or cases without the event, have passed since.
        public let since: Double
        /// With chance alone half of all intervals are shorter; absent for fewer than five events.
        public let median: Double?
        /// Below this an interval is unusually short; absent for fewer than five events.
        public let lowerLimit: Double?
        /// Above this an interval is unusually long; absent for fewer than five events.
        public let upperLimit: Double?
        /// What the end of the chart says.
        public let variation: ControlChart.PointType
        /// The chart in sentences.
        public let explanation: String

        init?(_ rare: RareEvents) {
            let chart = rare.chart
            guard let latest = chart.intervals.last else { return nil }
            kind = chart.kind.rawValue
            events = chart.events
            periods = chart.counts.count
            last = latest.period
            since = chart.since
            median = chart.median
            lowerLimit = chart.lower
            upperLimit = chart.upper
            variation = chart.judgement
            explanation = rare.explanation
        }
    }
}

extension Assessment {
    /// What a figure is expected to be at the end of the financial year.
    public struct YearEndResult: Sendable, Hashable, Codable {
        /// The last day of the year.
        public let day: CalendarDate
        /// What is expected, as it is shown.
        public let expected: Double
        /// The lower end of the range that holds it in 80 of 100 cases.
        public let lower: Double
        /// The upper end of that range.
        public let upper: Double
        /// The target in words with its unit.
        public let target: String
        /// `likely-met`, `likely-missed` or `open`.
        public let prospect: String
        /// The same in a sentence.
        public let explanation: String

        init(_ forecast: YearEndForecast, in unit: MeasurementUnit) {
            day = forecast.day
            expected = forecast.expected
            lower = forecast.range.lowerBound
            upper = forecast.range.upperBound
            target = forecast.target.label(in: unit)
            prospect = forecast.prospect.rawValue
            explanation = forecast.explanation
        }
    }
}

extension ControlChart {
    /// What the chart says about the latest figure and the target, in sentences.
    package func explanation(of indicator: Indicator) -> String {
        var sentences = [variationExplanation(unit: indicator.unit, decimals: indicator.decimals)]
        if assurance != nil, isStable {
            sentences.append(assuranceExplanation(unit: indicator.unit, decimals: indicator.decimals))
        }
        return sentences.joined(separator: " ")
    }
}

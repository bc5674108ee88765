public import ReportVocabulary

extension ControlChart {
    /// The lines between which almost all values fall while nothing changes.
    public struct Limits: Sendable, Hashable, Codable {
        /// The lower natural process limit: the average less 2.66 average moving ranges, not cut off at 0.
        public let lower: Double
        /// The upper natural process limit: the average plus 2.66 average moving ranges, not cut off at 100 per cent.
        public let upper: Double
        /// Two thirds of the way from the average to the lower limit (two standard deviations).
        public let nearLower: Double
        /// Two thirds of the way from the average to the upper limit.
        public let nearUpper: Double

        /// A limit lies this many average moving ranges from the average: three standard deviations.
        static let width = 2.66

        init(mean: Double, averageMovingRange: Double) {
            let near = 2 * (Self.width / 3)
            lower = mean - Self.width * averageMovingRange
            upper = mean + Self.width * averageMovingRange
            nearLower = mean - near * averageMovingRange
            nearUpper = mean + near * averageMovingRange
        }

        /// The part of the expected range that values in a unit can reach, for drawing and for text.
        ///
        /// The rules always use the limits as computed.
        ///
        /// - Parameter unit: The unit; percentages lie between 0 and 100, counts, rates, ratios and times are not negative.
        /// - Returns: The lower and the upper end.
        public func reachable(in unit: MeasurementUnit) -> ClosedRange<Double> {
            let possible: ClosedRange<Double> =
                switch unit {
                case .percent: 0...100
                case .count, .rate, .ratio, .hours, .days, .workingDays, .weeks, .months: 0...Double.infinity
                case .money, .unspecified: -Double.infinity...Double.infinity
                }
            return (lower...upper).clamped(to: possible)
        }
    }

    /// What became of the screening of moving ranges in a segment.
    public enum Screening: String, Sendable, Hashable, Codable, CaseIterable {
        /// It was not asked for.
        case off
        /// It was asked for; the moving ranges that it left out, if any, are those that do not count.
        case applied
        /// It would have left nothing but ranges of zero, so that each point would lie outside; it was not applied.
        case skipped
    }

    /// What to keep in mind about a segment or a chart.
    public enum Warning: Sendable, Hashable, Codable {
        /// A segment has fewer points than ``Options/fewestPoints``.
        case fewPoints(Int)
        /// A segment has points enough, but fewer values than ``Options/fewestPoints``.
        case fewValues(Int)
        /// No value differs from the one before: there are no limits.
        case flat
        /// No two neighbouring points of the baseline have values: there are no limits.
        case noNeighbours
        /// No point of the baseline has a value: there is no average.
        case noValues
        /// Screening was not applied; see ``Screening/skipped``.
        case screeningSkipped
        /// Most values are the same as the one before: limits made of the few that differ say nothing about rare events.
        case rareEvents(changes: Int, values: Int)
        /// More than three values in ten are signals: the measure drifts, or changed in steps, and no one range fits it.
        case drifting(signals: Int, values: Int)
        /// The latest point has no value.
        case latestValueMissing
        /// Periods overlap, as rolling and year-to-date figures do: neighbouring values are alike, the limits too narrow.
        case overlappingPeriods
    }

    /// A stretch of points with the same average and limits.
    public struct Segment: Sendable, Hashable, Codable {
        /// The positions of its points in the chart.
        public let points: Range<Int>
        /// Why it begins; `nil` for the first unless that is rebased too.
        public let rebase: Rebase?
        /// How many points the limits were made of, gaps included.
        public let baselineLength: Int
        /// The average of the values in the baseline; `nil` where there are none.
        public let mean: Double?
        /// The average of the moving ranges that count; `nil` where there are no limits.
        public let averageMovingRange: Double?
        /// The limits; `nil` where the values do not vary or no two are neighbours.
        public let limits: Limits?
        /// What became of the screening of moving ranges.
        public let screening: Screening
        /// What the last point of the segment says.
        public internal(set) var variation: PointType
        /// What to keep in mind.
        public internal(set) var warnings: [Warning]
        /// How many of its points have values.
        package let valueCount: Int

        /// Whether the segment has fewer points than ``Options/fewestPoints``.
        public var isShort: Bool { points.count < Options.fewestPoints }
    }
}

public import ReportVocabulary

extension ControlChart {
    /// A figure that is to be charted, or a gap.
    public struct Measurement: Sendable, Hashable, Codable {
        /// What the figure is about.
        public var period: ReportingPeriod
        /// The figure, in the unit of the measure; `nil` is a gap.
        public var value: Double?

        /// Records a figure for a period.
        ///
        /// - Parameters:
        ///   - period: What the figure is about.
        ///   - value: The figure; `nil` is a gap.
        public init(_ period: ReportingPeriod, _ value: Double?) {
            self.period = period
            self.value = value
        }

        /// Records a figure for a day.
        ///
        /// - Parameters:
        ///   - day: The day.
        ///   - value: The figure; `nil` is a gap.
        public init(_ day: CalendarDate, _ value: Double?) {
            self.init(.snapshot(day), value)
        }
    }

    /// Which way more of something is better.
    public enum ImprovementDirection: String, Sendable, Hashable, Codable, CaseIterable {
        /// A rise is an improvement.
        case increase
        /// A fall is an improvement.
        case decrease
        /// Neither; signals are high or low, not good or bad.
        case neutral

        /// The direction that goes with a polarity.
        ///
        /// Within a range neither end is better, so `Polarity.inRange` is ``neutral`` here: whether a signal is good
        /// depends on where the range lies, and a chart does not guess it.
        ///
        /// - Parameter polarity: Which way is better.
        public init(_ polarity: Polarity) {
            switch polarity {
            case .higherIsBetter: self = .increase
            case .lowerIsBetter: self = .decrease
            case .inRange, .neutral: self = .neutral
            }
        }
    }

    /// On which side of the average a value lies.
    public enum Side: Int, Sendable, Hashable, Codable, CaseIterable {
        /// Smaller than the average.
        case below = -1
        /// Exactly the average.
        case on = 0
        /// Greater than the average.
        case above = 1
    }

    /// The patterns that chance hardly ever makes, in the order in which they are reported.
    public enum Rule: String, Sendable, Hashable, Codable, CaseIterable {
        /// Beyond a limit; a point on the limit is inside.
        case outside = "outside-limits"
        /// So many points in a row, each higher than the one before, or each lower.
        case trend
        /// Near a limit, in a window of three of which at least two are near and all lie on the same side of the average.
        case twoInThree = "two-in-three"
        /// So many points in a row on the same side of the average.
        case shift
    }

    /// A pattern that chance hardly ever makes, and which way it points.
    public struct Signal: Sendable, Hashable, Codable {
        /// The pattern.
        public let rule: Rule
        /// Whether it points upwards: above, or rising.
        public let isUpwards: Bool
    }

    /// What a point says.
    public enum PointType: String, Sendable, Hashable, Codable, CaseIterable {
        /// Ordinary ups and downs.
        case commonCause = "common-cause"
        /// More than chance, in the direction that is wanted.
        case improvement = "special-cause-improvement"
        /// More than chance, against the direction that is wanted.
        case concern = "special-cause-concern"
        /// More than chance, upwards, where neither way is better.
        case neutralHigh = "special-cause-neutral-high"
        /// More than chance, downwards, where neither way is better.
        case neutralLow = "special-cause-neutral-low"

        init(_ signal: Signal?, _ direction: ImprovementDirection) {
            switch (signal?.isUpwards, direction) {
            case (nil, _): self = .commonCause
            case (true, .increase), (false, .decrease): self = .improvement
            case (false, .increase), (true, .decrease): self = .concern
            case (true, .neutral): self = .neutralHigh
            case (false, .neutral): self = .neutralLow
            }
        }

        /// The type in words for people.
        public var label: String {
            switch self {
            case .commonCause: "No significant change"
            case .improvement: "Improving"
            case .concern: "Of concern"
            case .neutralHigh: "Unusually high"
            case .neutralLow: "Unusually low"
            }
        }
    }

    /// A point of a chart.
    public struct Point: Sendable, Hashable, Codable {
        /// What the value is about.
        public let period: ReportingPeriod
        /// The value; `nil` is a gap.
        public let value: Double?
        /// The position of the segment that the point belongs to.
        public let segment: Int
        /// How far the value lies from the one before in the same segment; `nil` where either is missing.
        public internal(set) var movingRange: Double?
        /// Whether the moving range enters the average that the limits are made of.
        public internal(set) var rangeCounts: Bool
        /// On which side of the average the value lies; `nil` for a gap.
        public internal(set) var side: Side?
        /// Whether the value lies beyond a limit.
        public internal(set) var isOutside: Bool
        /// Whether the value lies inside the limits but beyond two thirds of the way to one.
        public internal(set) var isNear: Bool
        /// The pattern that the point belongs to, the first of ``Rule`` where there is more than one; `nil` where chance
        /// explains the point, and for a gap.
        public internal(set) var signal: Signal?
        /// What the point says; a gap says nothing, which is ``PointType/commonCause`` as in the R package.
        public internal(set) var type: PointType

        init(_ measurement: Measurement, segment: Int) {
            period = measurement.period
            value = measurement.value
            self.segment = segment
            movingRange = nil
            rangeCounts = false
            side = nil
            isOutside = false
            isNear = false
            signal = nil
            type = .commonCause
        }
    }
}

public import ReportVocabulary

extension ControlChart {
    /// How a chart is worked out.
    ///
    /// The defaults are those of NHSRplotthedots, the R package of NHS England's *Making Data Count*.
    public struct Options: Sendable, Hashable, Codable {
        /// The fewest points on which limits may be fixed.
        public static let fewestBaselinePoints = 12
        /// The shortest run that may count as a signal.
        public static let shortestRun = 3
        /// The fewest points of a segment that raise no warning.
        public static let fewestPoints = 13
        /// A moving range is left out where it reaches this many times the average moving range.
        public static let screeningFactor = 3.267

        /// Whether moving ranges of ``screeningFactor`` times their average or more are left out of the average.
        ///
        /// They are left out once, not again and again. NHS England's spreadsheet leaves none out, so it draws wider limits
        /// wherever there is a jump.
        public var screensMovingRanges: Bool
        /// How many points in a row make a trend or a shift, at least ``shortestRun``.
        ///
        /// The R package knows seven only, NHS England's spreadsheet six and seven.
        public var runLength: Int
        /// Whether two of three neighbouring points near the same limit are a signal.
        public var flagsTwoInThree: Bool
        /// How many points at the beginning of each segment the limits are fixed on, at least ``fewestBaselinePoints``.
        ///
        /// All of the segment where absent or where it has fewer. Points without a value count.
        public var baselineLength: Int?
        /// The days from which the limits are worked out afresh, in any order.
        public var rebases: [Rebase]

        /// Chooses how a chart is worked out.
        ///
        /// - Parameters:
        ///   - screensMovingRanges: Whether large moving ranges are left out of the average.
        ///   - runLength: How many points in a row make a trend or a shift, at least ``shortestRun``.
        ///   - flagsTwoInThree: Whether two of three points near the same limit are a signal.
        ///   - baselineLength: How many points the limits are fixed on, at least ``fewestBaselinePoints``.
        ///   - rebases: The days from which the limits are worked out afresh.
        public init(
            screensMovingRanges: Bool = true, runLength: Int = 7, flagsTwoInThree: Bool = true,
            baselineLength: Int? = nil, rebases: [Rebase] = []
        ) {
            self.screensMovingRanges = screensMovingRanges
            self.runLength = runLength
            self.flagsTwoInThree = flagsTwoInThree
            self.baselineLength = baselineLength
            self.rebases = rebases
        }

        /// The method in words, for the notes of a report.
        public var methodNote: String {
            var parts = [
                "Control chart of single values and moving ranges (XmR), as in NHS England's Making Data Count.",
                "The expected range is the average plus and minus 2.66 times the average change from one figure to the next"
                    + (screensMovingRanges
                        ? ", leaving out changes of 3.267 times that average or more." : ", leaving out none."),
                "A run of \(runLength) figures is a signal.",
            ]
            if !flagsTwoInThree { parts.append("Two of three figures near a limit are not counted as a signal.") }
            if let baselineLength {
                parts.append("The expected range is fixed on the first \(baselineLength) figures.")
            }
            return parts.joined(separator: " ")
        }
    }

    /// A day from which the limits are worked out afresh, because the work itself changed.
    ///
    /// Rebasing hides change, so it needs a reason that readers are told: a new service, a new definition, a new duty.
    public struct Rebase: Sendable, Hashable, Codable {
        /// The first day of the first period of the new segment.
        public var day: CalendarDate
        /// Why, for readers.
        public var reason: String

        /// Sets a day from which the limits are worked out afresh.
        ///
        /// - Parameters:
        ///   - day: The first day of a period of the chart.
        ///   - reason: Why, for readers.
        public init(on day: CalendarDate, reason: String) {
            self.day = day
            self.reason = reason
        }

        /// Sets a period from which the limits are worked out afresh.
        ///
        /// - Parameters:
        ///   - period: A period of the chart.
        ///   - reason: Why, for readers.
        public init(from period: ReportingPeriod, reason: String) {
            self.init(on: period.firstDay, reason: reason)
        }
    }
}

public import ReportVocabulary

/// Why a control chart could not be made.
public enum ControlChartError: Error, Sendable, Hashable, CustomStringConvertible {
    /// There is no point at all, not even one without a value.
    case noPoints
    /// A value is not a number, infinite, or beyond 10^300.
    case valueOutOfRange(ReportingPeriod)
    /// Two points are about the same period.
    case duplicatePeriod(ReportingPeriod)
    /// The points are about periods of different kinds, such as months and years.
    case mixedKinds(ReportingPeriod, ReportingPeriod)
    /// No point begins on the day of a rebase; the next one that does, where there is one.
    case rebaseNotObserved(CalendarDate, next: CalendarDate?)
    /// Two rebases are for the same day.
    case rebasedTwice(CalendarDate)
    /// A fixed baseline of fewer points than ``ControlChart/Options/fewestBaselinePoints``.
    case baselineTooShort(Int)
    /// A run length below ``ControlChart/Options/shortestRun``.
    case runTooShort(Int)
    /// The target is not a number or infinite.
    case targetNotFinite
    /// The series is about another indicator; both by their identifiers.
    case otherIndicator(String, expected: String)

    /// A sentence for people, which says what would be right.
    public var description: String {
        switch self {
        case .noPoints:
            "There are no points, so there is nothing to chart."
        case .valueOutOfRange(let period):
            "The value for \(period.label) is not a number that can be charted; leave it out to make it a gap."
        case .duplicatePeriod(let period):
            "\(period.label) has two values; a chart needs one for each period."
        case .mixedKinds(let first, let second):
            "\(first) is \(first.kind.label) and \(second) is \(second.kind.label); a chart needs periods of one kind."
        case .rebaseNotObserved(let day, let next):
            "No period of the chart begins on \(day.label), so its limits cannot be worked out afresh from there"
                + (next.map { "; the next that does begins on \($0.label)." } ?? ".")
        case .rebasedTwice(let day):
            "The limits are to be worked out afresh from \(day.label) twice; give the day once, with one reason."
        case .baselineTooShort(let count):
            "Limits fixed on \(count) points would mean little; at least \(ControlChart.Options.fewestBaselinePoints) are "
                + "needed."
        case .runTooShort(let length):
            "A run of \(length) happens by chance all the time; the shortest allowed is "
                + "\(ControlChart.Options.shortestRun)."
        case .targetNotFinite:
            "The target is not a number."
        case .otherIndicator(let found, let expected):
            "The series is about the indicator “\(found)”, not “\(expected)”."
        }
    }
}

import ReportModel
import ReportVocabulary

/// Which period of a comparator stands beside a period of the council.
enum ComparablePeriod {
    /// The period itself where it has a value, else the last one before it that may be set beside it.
    ///
    /// What comes after the period was not known when it was reported on, so it is never taken.
    /// Periods of the same kind come first. A period of another kind stands in only where the length of a period does not
    /// matter to the value: see ``isComparable(_:with:for:)``.
    static func nearest(
        to period: ReportingPeriod, among available: [ReportingPeriod], for indicator: Indicator
    ) -> ReportingPeriod? {
        let fit = available.filter { $0.lastDay <= period.lastDay && isComparable($0, with: period, for: indicator) }
        let sameKind = fit.filter { $0.kind == period.kind }
        return (sameKind.isEmpty ? fit : sameKind).min { left, right in
            let (first, second) = (distance(left, period), distance(right, period))
            return first != second ? first < second : ReportingPeriod.listingOrder(left, right)
        }
    }

    /// Whether a value of one period may stand beside that of another.
    ///
    /// Of the same kind: always, for spans where the lengths agree to three days, for year-to-date figures where both end at
    /// the same point of a year. Of different kinds: where the value is a position at the end of its period, or covers its own
    /// number of months and the other period is as long, or is a share, a ratio or a length of time, whose size does not grow
    /// with the period. A month's number or rate never stands beside a year's.
    static func isComparable(
        _ other: ReportingPeriod, with period: ReportingPeriod, for indicator: Indicator
    ) -> Bool {
        if indicator.accumulation == .yearToDate {
            return other.kind == period.kind && other.lastDay.month == period.lastDay.month
                && (other.lastDay.day == period.lastDay.day || other.lastDay.month == 2)
        }
        if other.kind == period.kind {
            return period.kind != .span || abs(period.numberOfDays - other.numberOfDays) <= 3
        }
        switch indicator.accumulation {
        case .snapshot: return true
        case .rolling(let months): return isAsLong(other, as: months) || isAsLong(period, as: months)
        case .yearToDate: return false
        case .period:
            switch indicator.unit {
            case .percent, .ratio, .hours, .days, .workingDays, .weeks, .months: return true
            case .count, .rate, .money, .unspecified: return false
            }
        }
    }

    private static func isAsLong(_ period: ReportingPeriod, as months: Int) -> Bool {
        period.lastDay.adding(days: 1)?.adding(months: -months) == period.firstDay
    }

    /// How many days the two last days are apart.
    private static func distance(_ left: ReportingPeriod, _ right: ReportingPeriod) -> Int {
        abs(left.lastDay.days(until: right.lastDay))
    }

    /// Two periods as "2023-24" and "2024-25" where both are years of the same kind, else in words.
    static func labels(_ left: ReportingPeriod, _ right: ReportingPeriod) -> (String, String) {
        let isYear = left.kind == .financialYear || left.kind == .academicYear
        guard isYear, left.kind == right.kind else { return (left.label, right.labelWithinSentence) }
        return (String(left.code.dropFirst(2)), String(right.code.dropFirst(2)))
    }
}

/// How a count appears to readers.
public enum PublishedCount: Sendable, Hashable {
    /// The number that is shown: the count itself, or the count rounded.
    case shown(Int)
    /// A symbol that says that the count lies in the low band of a rounding policy.
    case masked
    /// A symbol that says that the count is confidential.
    case hidden
}

extension SmallNumberPolicy {
    /// How a count would appear if nothing else was published with it.
    ///
    /// Use ``LinkedCounts/protected(by:smallTotals:)`` for counts that are in a table.
    ///
    /// - Parameters:
    ///   - value: The count.
    ///   - isNational: Whether it is of the whole country.
    /// - Returns: The number or the symbol to print. A negative number is not a count, and is shown.
    public func presentation(of value: Int, isNational: Bool = false) -> PublishedCount {
        guard value >= 0, !exempts(isNational: isNational) else { return .shown(value) }
        switch method {
        case .showAll: return .shown(value)
        case .suppress: return isSmall(value) ? .hidden : .shown(value)
        case .round: return isSmall(value) ? .masked : .shown(rounded(value))
        }
    }

    /// A count rounded to the nearest multiple of the policy's base, half up; the count itself where the policy does not round.
    ///
    /// - Parameter value: The count.
    /// - Returns: The multiple, whether or not the policy would mask the count.
    public func rounded(_ value: Int) -> Int {
        guard case .round(let base, _) = method else { return value }
        // The remainder of a negative number is negative; counted from below, a half goes up as it does for others.
        let remainder = ((value % base) + base) % base
        let down = value.subtractingReportingOverflow(remainder)
        let nearest = 2 * remainder >= base ? down.partialValue.addingReportingOverflow(base) : down
        return down.overflow || nearest.overflow ? value : nearest.partialValue
    }

    /// Whether the policy leaves a figure alone because of its level.
    package func exempts(isNational: Bool) -> Bool {
        isNational && level == .belowNational
    }

    /// The counts that would be printed alike, given that this one is neither small nor hidden.
    func roundingInterval(of value: Int) -> ClosedRange<Int> {
        guard case .round(let base, let limit) = method, value > limit else { return value...value }
        let shown = rounded(value)
        return max(shown - base / 2, limit + 1)...(shown + (base + 1) / 2 - 1)
    }
}

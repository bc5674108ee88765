/// The time within which something must be done, such as 45 working days from referral to the end of an assessment.
public struct TimescaleRule: Sendable, Hashable, Codable {
    /// What time is counted in.
    public enum Unit: String, Sendable, Hashable, Codable, CaseIterable {
        /// Hours.
        case hours
        /// Calendar days.
        case days
        /// Days without weekends and bank holidays in England.
        case workingDays = "working days"
        /// Weeks.
        case weeks
        /// Months.
        case months
    }

    /// Where the rule comes from.
    public enum Authority: String, Sendable, Hashable, Codable, CaseIterable {
        /// Law or statutory guidance.
        case statutory
        /// The council's own standard.
        case local
    }

    /// How many units.
    public let limit: Int
    /// What time is counted in.
    public var unit: Unit
    /// The event that starts the clock, such as "referral".
    public var start: String?
    /// The event that stops it, such as "assessment authorised".
    public var end: String?
    /// Where the rule comes from.
    public var authority: Authority

    /// States a rule.
    ///
    /// - Parameters:
    ///   - limit: How many units, at least 1; smaller numbers are taken as 1.
    ///   - unit: What time is counted in.
    ///   - start: The event that starts the clock.
    ///   - end: The event that stops it.
    ///   - authority: Where the rule comes from.
    public init(
        _ limit: Int, _ unit: Unit, from start: String? = nil, to end: String? = nil, authority: Authority = .local
    ) {
        self.limit = max(limit, 1)
        self.unit = unit
        self.start = start
        self.end = end
        self.authority = authority
    }

    /// The rule in words, such as "45 working days from referral".
    public var label: String {
        let name = limit == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue
        return "\(limit) \(name)" + (start.map { " from \($0)" } ?? "") + (end.map { " to \($0)" } ?? "")
    }
}

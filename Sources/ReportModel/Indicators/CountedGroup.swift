public import ReportVocabulary

/// Whom or what an indicator counts, which decides whether its small numbers need protection.
public enum CountedGroup: String, Sendable, Hashable, Codable, CaseIterable {
    /// Children and young people, care leavers included, and what happens to single ones: referrals, plans, visits.
    case children
    /// Families or households.
    case families
    /// Carers and adopters.
    case carers
    /// Staff and posts.
    case staff
    /// Nobody: audits, meetings, money.
    case other

    /// Whether a small number could show who somebody is to whom the council owes protection.
    ///
    /// Children, families and carers are; staff and things are not.
    public var isProtected: Bool {
        switch self {
        case .children, .families, .carers: true
        case .staff, .other: false
        }
    }
}

/// How the counts of an indicator are tied to those of others, so that none can be worked out from the rest.
///
/// Ties within an indicator need no declaration: categories and their totals, places and their parts, months and their
/// quarters and years, a year to date and the one before it, a part and the rest of its whole.
public struct CountTies: Sendable, Hashable, Codable {
    /// The indicators whose counts add up to this one's, such as boys and girls where each is an indicator of its own.
    public var parts: [Indicator.ID]
    /// The indicator that counts the numerator, where it is reported as a figure of its own.
    public var numerator: Indicator.ID?
    /// The indicator that counts the denominator.
    public var denominator: Indicator.ID?

    /// Names the ties.
    ///
    /// - Parameters:
    ///   - parts: The indicators whose counts add up to this one's.
    ///   - numerator: The indicator that counts the numerator.
    ///   - denominator: The indicator that counts the denominator.
    public init(parts: [Indicator.ID] = [], numerator: Indicator.ID? = nil, denominator: Indicator.ID? = nil) {
        self.parts = parts
        self.numerator = numerator
        self.denominator = denominator
    }

    /// All indicators that are named.
    package var all: [Indicator.ID] { parts + [numerator, denominator].compactMap { $0 } }
}

extension Indicator {
    /// Whom or what the indicator counts: as stated, else staff for a measure of the workforce, nobody for one of the quality of
    /// practice, and children for all others, so that what is not described is protected.
    public var countedGroup: CountedGroup {
        if let counts { return counts }
        switch service {
        case .workforce: return .staff
        case .quality: return .other
        case .earlyHelp, .frontDoor, .childrenInNeed, .childProtection, .childrenInCare, .careLeavers, .other:
            return .children
        }
    }
}

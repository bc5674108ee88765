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

/// Which small counts behind a share are protected.
///
/// The Department for Education's tables about local authorities print no count of 1 to 5, and do not hide a count because few are
/// left of it. For timeliness the cases are what has to be protected: of 61 assessments, that 58 were in time and three late says
/// something of how the service works and, as a rule, nothing of a child. Of what happened to children it may: of 61 children, 58 not
/// harmed.
public enum ProtectedCounts: String, Sendable, Hashable, Codable, CaseIterable {
    /// How many cases there are, but not in how many of them something was done, or was not.
    case cases
    /// Those in which it was, and those in which it was not, as well.
    case all
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

    /// The indicator whose counts by period this one adds up: a year to date, or a rolling figure, of the same thing, where the
    /// two are indicators of their own.
    public var yearToDateOf: Indicator.ID?

    /// Names the ties.
    ///
    /// - Parameters:
    ///   - parts: The indicators whose counts add up to this one's.
    ///   - numerator: The indicator that counts the numerator.
    ///   - denominator: The indicator that counts the denominator.
    ///   - yearToDateOf: The indicator whose counts by period this one adds up.
    public init(
        parts: [Indicator.ID] = [], numerator: Indicator.ID? = nil, denominator: Indicator.ID? = nil,
        yearToDateOf: Indicator.ID? = nil
    ) {
        self.parts = parts
        self.numerator = numerator
        self.denominator = denominator
        self.yearToDateOf = yearToDateOf
    }

    /// Whether no indicator is named.
    public var isEmpty: Bool { all.isEmpty }

    /// All indicators that are named.
    package var all: [Indicator.ID] { parts + [numerator, denominator, yearToDateOf].compactMap { $0 } }
}

extension Indicator {
    /// Which small counts behind a share are protected: as stated, else the cases alone for a measure of timeliness, and all for
    /// any other.
    public var protectedCounts: ProtectedCounts { protects ?? (timescale == nil ? .all : .cases) }

    /// Whom or what the indicator counts: as stated, else those who answered, else staff for a measure of the workforce, nobody
    /// for one of the quality of practice, and children for all others, so that what is not described is protected.
    public var countedGroup: CountedGroup {
        if let counts { return counts }
        // A child who answers a survey is a child, whatever part of the service the survey is about.
        switch respondents {
        case .children: return .children
        case .families: return .families
        case .carers: return .carers
        case .staff, .partners, .others, nil: break
        }
        switch service {
        case .workforce: return .staff
        case .quality: return .other
        case .earlyHelp, .frontDoor, .childrenInNeed, .childProtection, .childrenInCare, .careLeavers, .other:
            return .children
        }
    }
}

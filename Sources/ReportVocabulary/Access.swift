/// Who reads a version of a report.
public enum Audience: String, Sendable, Hashable, Codable, CaseIterable {
    /// Anyone.
    case everyone = "public"
    /// Elected members of the committee, who see exempt information.
    case members
    /// Officers of the council, who see everything that its agreements allow them.
    case officers

    /// The name for people.
    public var label: String {
        switch self {
        case .everyone: "the public"
        case .members: "members of the committee"
        case .officers: "officers of the council"
        }
    }
}

/// A paragraph of Part 1 of Schedule 12A to the Local Government Act 1972, under which information can be exempt from
/// publication.
public enum ScheduleParagraph: Int, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Paragraph 1: about an individual.
    case individual = 1
    /// Paragraph 2: likely to show who an individual is.
    case identity = 2
    /// Paragraph 3: about the financial or business affairs of a person or body.
    case businessAffairs = 3
    /// Paragraph 4: about consultations or negotiations on labour relations.
    case labourRelations = 4
    /// Paragraph 5: covered by legal professional privilege.
    case legalPrivilege = 5
    /// Paragraph 6: a notice, order or direction that the authority proposes.
    case proposedNotice = 6
    /// Paragraph 7: about action on crime.
    case crime = 7

    /// The meaning in our own words.
    public var meaning: String {
        switch self {
        case .individual: "information about an individual"
        case .identity: "information likely to reveal who an individual is"
        case .businessAffairs: "information about the financial or business affairs of a person or body"
        case .labourRelations: "information about consultations or negotiations on labour relations"
        case .legalPrivilege: "information covered by legal professional privilege"
        case .proposedNotice: "information about a notice, order or direction that the authority proposes"
        case .crime: "information about the prevention, investigation or prosecution of crime"
        }
    }

    /// Whether the left one comes first.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Who may see a piece of information.
///
/// Access combines: whatever is computed from two inputs carries the limits of both (``combined(with:)``), so the strictest
/// input decides.
public struct Access: Sendable, Hashable, Codable {
    /// The paragraphs of Schedule 12A under which the information is exempt; empty where it is not.
    public let exemptParagraphs: Set<ScheduleParagraph>
    /// Why the public interest in keeping the exemption outweighs the public interest in publishing, where it was stated.
    public let publicInterestReason: String?
    /// The sharing agreements that restrict the information; empty where none does.
    public let agreements: Set<SharingAgreement.ID>

    /// Describes who may see something.
    ///
    /// - Parameters:
    ///   - exemptParagraphs: The paragraphs of Schedule 12A under which it is exempt.
    ///   - publicInterestReason: Why the exemption is kept.
    ///   - agreements: The sharing agreements that restrict it.
    public init(
        exemptParagraphs: Set<ScheduleParagraph> = [], publicInterestReason: String? = nil,
        agreements: Set<SharingAgreement.ID> = []
    ) {
        self.exemptParagraphs = exemptParagraphs
        self.publicInterestReason = publicInterestReason
        self.agreements = agreements
    }

    /// Anyone may see it.
    public static let unrestricted = Access()

    /// Members see it; the public sees that it exists and under which paragraphs it is withheld.
    ///
    /// - Parameters:
    ///   - paragraphs: The paragraphs of Schedule 12A.
    ///   - reason: Why the exemption is kept.
    /// - Returns: The access.
    public static func exempt(_ paragraphs: Set<ScheduleParagraph>, reason: String? = nil) -> Access {
        Access(exemptParagraphs: paragraphs, publicInterestReason: reason)
    }

    /// Only the audiences that a sharing agreement names see it.
    ///
    /// - Parameter agreement: The agreement.
    /// - Returns: The access.
    public static func restricted(under agreement: SharingAgreement.ID) -> Access {
        Access(agreements: [agreement])
    }

    /// The access of something computed from this and another input: all limits of both.
    ///
    /// - Parameter other: The access of the other input.
    /// - Returns: The stricter of the two, or the union where neither is.
    public func combined(with other: Access) -> Access {
        Access(
            exemptParagraphs: exemptParagraphs.union(other.exemptParagraphs),
            publicInterestReason: publicInterestReason ?? other.publicInterestReason,
            agreements: agreements.union(other.agreements))
    }

    /// Whether anyone may see it.
    public var isUnrestricted: Bool { exemptParagraphs.isEmpty && agreements.isEmpty }

    private enum CodingKeys: String, CodingKey {
        case exemptParagraphs, publicInterestReason, agreements
    }

    /// Decodes the value.
    ///
    /// - Throws: `DecodingError` if the data is not valid.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            exemptParagraphs: Set(
                try container.decodeIfPresent([ScheduleParagraph].self, forKey: .exemptParagraphs) ?? []),
            publicInterestReason: try container.decodeIfPresent(String.self, forKey: .publicInterestReason),
            agreements: Set(try container.decodeIfPresent([SharingAgreement.ID].self, forKey: .agreements) ?? []))
    }

    /// Sets are written in order, so that equal values give equal bytes.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(
            exemptParagraphs.isEmpty ? nil : exemptParagraphs.sorted(), forKey: .exemptParagraphs)
        try container.encodeIfPresent(publicInterestReason, forKey: .publicInterestReason)
        try container.encodeIfPresent(agreements.isEmpty ? nil : agreements.sorted(), forKey: .agreements)
    }
}

/// An agreement that limits who may see figures, such as a regional benchmarking club's.
public struct SharingAgreement: Sendable, Hashable, Codable, Identifiable {
    /// The identifier.
    public let id: Identifier<SharingAgreement>
    /// The name of the agreement, which may be published.
    public var title: String
    /// The body whose agreement it is.
    public var owner: String?
    /// What the agreement says, in a sentence.
    public var terms: String?
    /// Who may see what it covers.
    ///
    /// Never the public: what everyone may see needs no agreement.
    public let audiences: [Audience]

    /// Describes an agreement.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - title: The name of the agreement.
    ///   - owner: The body whose agreement it is.
    ///   - terms: What it says.
    ///   - audiences: Who may see what it covers.
    public init(
        id: ID, title: String, owner: String? = nil, terms: String? = nil, audiences: [Audience] = [.officers]
    ) {
        self.id = id
        self.title = title
        self.owner = owner
        self.terms = terms
        self.audiences = audiences
    }
}

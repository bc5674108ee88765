public import ReportAnalysis
public import ReportDisclosure
public import ReportModel
public import ReportVocabulary

/// A report that has passed publication control and been composed for one audience: the only thing an exporter is given.
///
/// A publication can only be made by ``ReportPack/publish(for:options:)``. Its initialiser is not public, so a format
/// cannot be handed, and therefore cannot leak, what the audience may not see.
public struct Publication: Sendable, Hashable {
    /// Title, audience, dates and provenance.
    public let metadata: PublicationMetadata
    /// The sections in reading order.
    ///
    /// Identifiers are unique; only sections with content are present.
    public let sections: [PublicationSection]
    /// The records of the report as the audience may see them, for formats that programs read.
    ///
    /// Nothing in it refers to a record that is withheld.
    public let pack: ReportPack
    /// What the analysis says about these records, and about no others.
    public let assessment: Assessment
    /// What was decided when the version was made, and what it leaves out.
    public let releaseNote: ReleaseNote

    /// Only the kit's own modules can call this; everyone else calls ``ReportPack/publish(for:options:)``.
    package init(
        metadata: PublicationMetadata, sections: [PublicationSection], pack: ReportPack, assessment: Assessment,
        releaseNote: ReleaseNote
    ) {
        self.metadata = metadata
        self.sections = sections
        self.pack = pack
        self.assessment = assessment
        self.releaseNote = releaseNote
    }
}

/// What a publication says about itself.
public struct PublicationMetadata: Sendable, Hashable, Codable {
    /// The title of the report.
    public let title: String
    /// The council or other body whose report this is.
    public let organisation: String
    /// The committee or board that receives the report, where known.
    public let committee: String?
    /// The role (never the person) that presents the report.
    public let author: String?
    /// The day the report is dated.
    ///
    /// Exporters use it as the day of creation too, so that equal input gives equal bytes, unless
    /// ``ExportContext/created`` names another day.
    public let date: CalendarDate
    /// The reporting period in words, such as "November 2017".
    public let period: String?
    /// Who may read this version.
    public let audience: Audience
    /// The language as a BCP 47 tag: `en-GB`, since the words of the kit are British English.
    public let language: String
    /// Words under which the document can be found.
    public let keywords: [String]
    /// Whether the figures are invented.
    ///
    /// Every exporter must say so on its first page.
    public let isSynthetic: Bool
    /// The name and version of the software that composed the publication.
    public let generator: String
    /// What the publication is for.
    ///
    /// A working copy is not to be published; its cover says so.
    public let purpose: PublicationPurpose

    package init(
        title: String, organisation: String, committee: String? = nil, author: String? = nil, date: CalendarDate,
        period: String? = nil, audience: Audience, language: String = "en-GB", keywords: [String] = [],
        isSynthetic: Bool = false, generator: String, purpose: PublicationPurpose = .report
    ) {
        self.title = title
        self.organisation = organisation
        self.committee = committee
        self.author = author
        self.date = date
        self.period = period
        self.audience = audience
        self.language = language
        self.keywords = keywords
        self.isSynthetic = isSynthetic
        self.generator = generator
        self.purpose = purpose
    }
}

extension PublicationMetadata {
    private enum CodingKeys: String, CodingKey {
        case title, organisation, committee, author, date, period, audience, language, keywords, isSynthetic, generator
        case purpose
    }

    /// Reads the value from a decoder.
    ///
    /// Where nothing says what it is for, it is a report.
    ///
    /// - Parameter decoder: Where the value comes from.
    /// - Throws: `DecodingError` if the data is not valid.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            title: try container.decode(String.self, forKey: .title),
            organisation: try container.decode(String.self, forKey: .organisation),
            committee: try container.decodeIfPresent(String.self, forKey: .committee),
            author: try container.decodeIfPresent(String.self, forKey: .author),
            date: try container.decode(CalendarDate.self, forKey: .date),
            period: try container.decodeIfPresent(String.self, forKey: .period),
            audience: try container.decode(Audience.self, forKey: .audience),
            language: try container.decode(String.self, forKey: .language),
            keywords: try container.decode([String].self, forKey: .keywords),
            isSynthetic: try container.decode(Bool.self, forKey: .isSynthetic),
            generator: try container.decode(String.self, forKey: .generator),
            purpose: try container.decodeIfPresent(PublicationPurpose.self, forKey: .purpose) ?? .report)
    }

    /// Encodes the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(title, forKey: .title)
        try container.encode(organisation, forKey: .organisation)
        try container.encodeIfPresent(committee, forKey: .committee)
        try container.encodeIfPresent(author, forKey: .author)
        try container.encode(date, forKey: .date)
        try container.encodeIfPresent(period, forKey: .period)
        try container.encode(audience, forKey: .audience)
        try container.encode(language, forKey: .language)
        try container.encode(keywords, forKey: .keywords)
        try container.encode(isSynthetic, forKey: .isSynthetic)
        try container.encode(generator, forKey: .generator)
        // Reports are what they always were; readers of version 1 know no purpose.
        try container.encodeIfPresent(purpose == .report ? nil : purpose, forKey: .purpose)
    }
}

/// One section of a publication: a chapter in a document, a sheet in a workbook.
public struct PublicationSection: Sendable, Hashable, Identifiable {
    /// What links call it, unique in the publication.
    public let id: SectionID
    /// The full heading.
    public let title: String
    /// A name of at most 31 characters for places with little room, such as a sheet tab.
    ///
    /// Unique in the publication.
    public let shortTitle: String
    /// What the section is to the report.
    public let role: SectionRole
    /// Whether the section is in the annex: there to be looked up on the screen, and printed only where all is to be.
    ///
    /// The others make up the members' edition, the few pages that a committee reads on paper.
    public let isAnnex: Bool
    /// One or two sentences on what the section holds, shown under the heading.
    public let summary: String
    /// The content in reading order.
    public let blocks: [Block]

    /// Makes a section.
    ///
    /// A section that a program adds is better made with ``SectionContext/section(_:title:shortTitle:role:isAnnex:summary:access:blocks:)``,
    /// which marks what is exempt.
    ///
    /// - Parameters:
    ///   - id: What links call it.
    ///   - title: The full heading.
    ///   - shortTitle: A name of at most 31 characters, unique in the publication.
    ///   - role: What the section is to the report.
    ///   - isAnnex: Whether the section is printed only where all is to be.
    ///   - summary: One or two sentences on what the section holds.
    ///   - blocks: The content in reading order.
    public init(
        id: SectionID, title: String, shortTitle: String, role: SectionRole = .body, isAnnex: Bool = false,
        summary: String, blocks: [Block]
    ) {
        self.id = id
        self.title = title
        self.shortTitle = shortTitle
        self.role = role
        self.isAnnex = isAnnex
        self.summary = summary
        self.blocks = blocks
    }
}

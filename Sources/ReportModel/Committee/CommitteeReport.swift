public import ReportVocabulary

/// A report to a committee of elected members: front matter, what it asks them to do, and its parts.
public struct CommitteeReport: Sendable, Hashable, Codable, Identifiable {
    /// The identifier.
    public var id: Identifier<CommitteeReport>
    /// The committee or board.
    public var committee: String?
    /// The date of the meeting.
    public var date: PartialDate?
    /// The date as printed, where the printed one is mistaken or missing, with the reason.
    public var dateNote: String?
    /// The title.
    public var title: String
    /// The sort of report, such as "update report".
    public var kind: String?
    /// The number on the agenda.
    public var agendaItem: String?
    /// The number in a series of updates.
    public var updateNumber: Int?
    /// The period reported on.
    public var period: ReportingPeriod?
    /// The role that presents it.
    public var reportOf: Role.ID?
    /// The wards that it affects.
    public var wards: String?
    /// Whether all of it is public, as printed.
    public var status: String?
    /// Whether it is urgent; absent where nothing says so.
    public var isUrgent: Bool?
    /// Whether it is a key decision; absent where nothing says so.
    public var isKey: Bool?
    /// The papers that go with it.
    public var enclosures: [Enclosure]
    /// The roles that answer questions.
    public var contacts: [Role.ID]
    /// What the committee is asked to do.
    public var recommendations: [CommitteeRecommendation]
    /// The sections.
    public var sections: [ReportSection]
    /// The tables that it prints.
    public var tables: [ReportTable]
    /// The papers that it rests on.
    public var backgroundPapers: [BackgroundPaper]
    /// The report in which this one is enclosed.
    public var within: ID?
    /// Where it is printed.
    public var source: SourceReference?
    /// Who may see it.
    public var access: Access

    /// Describes a report.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - committee: The committee or board.
    ///   - date: The date of the meeting.
    ///   - dateNote: The date as printed, with the reason.
    ///   - title: The title.
    ///   - kind: The sort of report.
    ///   - agendaItem: The number on the agenda.
    ///   - updateNumber: The number in a series of updates.
    ///   - period: The period reported on.
    ///   - reportOf: The role that presents it.
    ///   - wards: The wards that it affects.
    ///   - status: Whether all of it is public, as printed.
    ///   - isUrgent: Whether it is urgent.
    ///   - isKey: Whether it is a key decision.
    ///   - enclosures: The papers that go with it.
    ///   - contacts: The roles that answer questions.
    ///   - recommendations: What the committee is asked to do.
    ///   - sections: The sections.
    ///   - tables: The tables that it prints.
    ///   - backgroundPapers: The papers that it rests on.
    ///   - within: The report in which this one is enclosed.
    ///   - source: Where it is printed.
    ///   - access: Who may see it.
    public init(
        id: ID, committee: String? = nil, date: PartialDate? = nil, dateNote: String? = nil, title: String,
        kind: String? = nil, agendaItem: String? = nil, updateNumber: Int? = nil, period: ReportingPeriod? = nil,
        reportOf: Role.ID? = nil, wards: String? = nil, status: String? = nil, isUrgent: Bool? = nil,
        isKey: Bool? = nil, enclosures: [Enclosure] = [], contacts: [Role.ID] = [],
        recommendations: [CommitteeRecommendation] = [], sections: [ReportSection] = [], tables: [ReportTable] = [],
        backgroundPapers: [BackgroundPaper] = [], within: ID? = nil, source: SourceReference? = nil,
        access: Access = .unrestricted
    ) {
        self.id = id
        self.committee = committee
        self.date = date
        self.dateNote = dateNote
        self.title = title
        self.kind = kind
        self.agendaItem = agendaItem
        self.updateNumber = updateNumber
        self.period = period
        self.reportOf = reportOf
        self.wards = wards
        self.status = status
        self.isUrgent = isUrgent
        self.isKey = isKey
        self.enclosures = enclosures
        self.contacts = contacts
        self.recommendations = recommendations
        self.sections = sections
        self.tables = tables
        self.backgroundPapers = backgroundPapers
        self.within = within
        self.source = source
        self.access = access
    }
}

/// A paper that goes with a report.
public struct Enclosure: Sendable, Hashable, Codable {
    /// The label, such as "Appendix 2".
    public var label: String
    /// The title.
    public var title: String
    /// Who may see it.
    ///
    /// For an exempt paper the public version says that it exists and under which paragraphs it is withheld.
    public var access: Access
    /// The enclosure of which it is a part.
    public var partOf: String?
    /// What to know about it, such as that its status was not printed.
    public var note: String?

    /// Describes a paper.
    ///
    /// - Parameters:
    ///   - label: The label.
    ///   - title: The title.
    ///   - access: Who may see it.
    ///   - partOf: The enclosure of which it is a part.
    ///   - note: What to know about it.
    public init(
        label: String, title: String, access: Access = .unrestricted, partOf: String? = nil, note: String? = nil
    ) {
        self.label = label
        self.title = title
        self.access = access
        self.partOf = partOf
        self.note = note
    }
}

/// What a committee is asked to do.
public struct CommitteeRecommendation: Sendable, Hashable, Codable {
    /// The number, from 1.
    public var number: Int
    /// What is asked, such as "note" or "note and scrutinise".
    public var action: String?
    /// The recommendation.
    public var text: String
    /// The paragraphs that it rests on.
    public var paragraphs: String?
    /// The enclosure that it is about, by label.
    public var enclosure: String?

    /// Records a recommendation.
    ///
    /// - Parameters:
    ///   - number: The number.
    ///   - text: The recommendation.
    ///   - action: What is asked.
    ///   - paragraphs: The paragraphs that it rests on.
    ///   - enclosure: The enclosure that it is about.
    public init(
        number: Int, text: String, action: String? = nil, paragraphs: String? = nil, enclosure: String? = nil
    ) {
        self.number = number
        self.action = action
        self.text = text
        self.paragraphs = paragraphs
        self.enclosure = enclosure
    }
}

/// A section of a report, with its paragraphs where they are given.
public struct ReportSection: Sendable, Hashable, Codable {
    /// The number, such as `5.2`.
    public var number: String
    /// The heading.
    public var title: String
    /// The depth, from 1.
    public let level: Int
    /// The paragraphs in order.
    public var paragraphs: [ReportParagraph]
    /// Who may see it.
    public var access: Access

    /// Describes a section.
    ///
    /// - Parameters:
    ///   - number: The number.
    ///   - title: The heading.
    ///   - level: The depth; numbers below 1 are taken as 1.
    ///   - paragraphs: The paragraphs in order.
    ///   - access: Who may see it.
    public init(
        number: String, title: String, level: Int = 1, paragraphs: [ReportParagraph] = [],
        access: Access = .unrestricted
    ) {
        self.number = number
        self.title = title
        self.level = max(level, 1)
        self.paragraphs = paragraphs
        self.access = access
    }
}

/// A numbered paragraph.
public struct ReportParagraph: Sendable, Hashable, Codable {
    /// The number, such as `1.74`.
    public var number: String?
    /// The text.
    public var text: String

    /// Writes a paragraph.
    ///
    /// - Parameters:
    ///   - number: The number.
    ///   - text: The text.
    public init(number: String? = nil, text: String) {
        self.number = number
        self.text = text
    }
}

/// A table that a report prints.
public struct ReportTable: Sendable, Hashable, Codable {
    /// The number as printed.
    public var number: String
    /// The title.
    public var title: String
    /// Whether its figures are in the pack.
    public var hasData: Bool

    /// Names a table.
    ///
    /// - Parameters:
    ///   - number: The number as printed.
    ///   - title: The title.
    ///   - hasData: Whether its figures are in the pack.
    public init(number: String, title: String, hasData: Bool) {
        self.number = number
        self.title = title
        self.hasData = hasData
    }
}

/// A paper that a report rests on.
public struct BackgroundPaper: Sendable, Hashable, Codable {
    /// The number in the list.
    public var number: String?
    /// The title.
    public var title: String
    /// Its date.
    public var date: PartialDate?
    /// The inspection or direction that it is about.
    public var inspection: InspectionEvent.ID?

    /// Names a paper.
    ///
    /// - Parameters:
    ///   - title: The title.
    ///   - number: The number in the list.
    ///   - date: Its date.
    ///   - inspection: The inspection or direction that it is about.
    public init(title: String, number: String? = nil, date: PartialDate? = nil, inspection: InspectionEvent.ID? = nil) {
        self.number = number
        self.title = title
        self.date = date
        self.inspection = inspection
    }
}

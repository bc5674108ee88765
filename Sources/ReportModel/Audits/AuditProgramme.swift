public import ReportVocabulary

/// A programme of practice audit: what was planned, what was done, and what it found.
public struct AuditProgramme: Sendable, Hashable, Codable {
    /// The title.
    public var title: String?
    /// The period that it covers.
    public var period: ReportingPeriod?
    /// The role that reports on it.
    public var author: Role.ID?
    /// The main message.
    public var headline: String?
    /// How cases are audited.
    public var methods: [AuditMethod]
    /// The stages of the programme.
    public var phases: [Phase]
    /// What was planned and completed.
    public var activity: [AuditActivity]
    /// The grades by domain, team and period.
    public var grades: [GradeDistribution]
    /// Cases graded by an auditor and a moderator.
    public var moderation: [ModerationPair]
    /// What audit says theme by theme.
    public var themes: [AuditTheme]
    /// Single statements about what audit shows.
    public var statements: [AuditStatement]
    /// The standards of practice.
    public var standards: [PracticeStandard]
    /// Standards measured.
    public var compliance: [ComplianceMeasurement]
    /// The recommendations and actions that arise.
    public var recommendations: [Recommendation]
    /// Where the programme is printed.
    public var source: SourceReference?

    /// Describes a programme.
    ///
    /// - Parameters:
    ///   - title: The title.
    ///   - period: The period that it covers.
    ///   - author: The role that reports on it.
    ///   - headline: The main message.
    ///   - methods: How cases are audited.
    ///   - phases: The stages of the programme.
    ///   - activity: What was planned and completed.
    ///   - grades: The grades by domain, team and period.
    ///   - moderation: Cases graded by an auditor and a moderator.
    ///   - themes: What audit says theme by theme.
    ///   - statements: Single statements about what audit shows.
    ///   - standards: The standards of practice.
    ///   - compliance: Standards measured.
    ///   - recommendations: The recommendations and actions that arise.
    ///   - source: Where the programme is printed.
    public init(
        title: String? = nil, period: ReportingPeriod? = nil, author: Role.ID? = nil, headline: String? = nil,
        methods: [AuditMethod] = [], phases: [Phase] = [], activity: [AuditActivity] = [],
        grades: [GradeDistribution] = [], moderation: [ModerationPair] = [], themes: [AuditTheme] = [],
        statements: [AuditStatement] = [], standards: [PracticeStandard] = [],
        compliance: [ComplianceMeasurement] = [], recommendations: [Recommendation] = [],
        source: SourceReference? = nil
    ) {
        self.title = title
        self.period = period
        self.author = author
        self.headline = headline
        self.methods = methods
        self.phases = phases
        self.activity = activity
        self.grades = grades
        self.moderation = moderation
        self.themes = themes
        self.statements = statements
        self.standards = standards
        self.compliance = compliance
        self.recommendations = recommendations
        self.source = source
    }

    /// Whether there is nothing in the programme.
    public var isEmpty: Bool { self == AuditProgramme() }
}

/// A stage of a programme or review.
public struct Phase: Sendable, Hashable, Codable {
    /// Its number, from 1.
    public var number: Int
    /// What it is for.
    public var text: String

    /// Describes a stage.
    ///
    /// - Parameters:
    ///   - number: Its number.
    ///   - text: What it is for.
    public init(number: Int, text: String) {
        self.number = number
        self.text = text
    }
}

/// A way to audit cases: case file audit, thematic audit, dip sample, case review, re-audit, treble loop, 4R and whatever a
/// council calls its own.
public struct AuditMethod: Sendable, Hashable, Codable, Identifiable {
    /// The identifier, such as `case-file`.
    public var id: Identifier<AuditMethod>
    /// The name.
    public var title: String
    /// How it is done.
    public var text: String?
    /// The steps, where the method has named ones.
    public var steps: [String]
    /// Since when it is used.
    public var since: PartialDate?
    /// Where it is described.
    public var source: SourceReference?

    /// Describes a method.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - title: The name.
    ///   - text: How it is done.
    ///   - steps: The steps.
    ///   - since: Since when it is used.
    ///   - source: Where it is described.
    public init(
        id: ID, title: String, text: String? = nil, steps: [String] = [], since: PartialDate? = nil,
        source: SourceReference? = nil
    ) {
        self.id = id
        self.title = title
        self.text = text
        self.steps = steps
        self.since = since
        self.source = source
    }
}

/// Audits planned or completed in a period.
public struct AuditActivity: Sendable, Hashable, Codable {
    /// The period.
    public var period: ReportingPeriod
    /// How cases were audited; absent for a total over methods.
    public var method: AuditMethod.ID?
    /// What was audited.
    public var subject: String?
    /// The team; absent for all teams.
    public var team: String?
    /// How many cases were planned.
    public var planned: Int?
    /// How many cases were completed.
    public var completed: Int?
    /// The indicators that hold the same numbers.
    public var indicators: [Indicator.ID]
    /// What to know before using the numbers.
    public var note: String?
    /// Where they are printed.
    public var source: SourceReference?

    /// Records activity.
    ///
    /// - Parameters:
    ///   - period: The period.
    ///   - method: How cases were audited.
    ///   - subject: What was audited.
    ///   - team: The team.
    ///   - planned: How many cases were planned.
    ///   - completed: How many cases were completed.
    ///   - indicators: The indicators that hold the same numbers.
    ///   - note: What to know before using the numbers.
    ///   - source: Where they are printed.
    public init(
        period: ReportingPeriod, method: AuditMethod.ID? = nil, subject: String? = nil, team: String? = nil,
        planned: Int? = nil, completed: Int? = nil, indicators: [Indicator.ID] = [], note: String? = nil,
        source: SourceReference? = nil
    ) {
        self.period = period
        self.method = method
        self.subject = subject
        self.team = team
        self.planned = planned
        self.completed = completed
        self.indicators = indicators
        self.note = note
        self.source = source
    }
}

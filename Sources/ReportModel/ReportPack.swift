public import ReportVocabulary

/// Everything that goes into a report: the figures, the plans, the audits, the inspections and the committee's front matter.
///
/// Every part but the manifest may be empty: a pack of indicators alone is a pack. A pack says nothing about who may see
/// what beyond the ``Access`` of its items; ``publish(for:options:)`` turns it into what one audience gets.
public struct ReportPack: Sendable, Hashable, Codable {
    /// What the pack is, and the words it uses.
    public var manifest: Manifest
    /// The measures.
    public var indicators: [Indicator]
    /// The ways in which measures are split.
    public var breakdowns: [Breakdown]
    /// The figures.
    public var observations: [Observation]
    /// The lines of a dashboard as printed in a source.
    public var dashboard: [DashboardLine]
    /// The improvement plans, the present one last.
    public var plans: [ImprovementPlan]
    /// The audit programme.
    public var audits: AuditProgramme
    /// The inspections, visits, reviews and directions.
    public var inspections: [InspectionEvent]
    /// The committee reports: the one the pack is for first, then those enclosed in it.
    public var reports: [CommitteeReport]
    /// Pledges, priorities and principles.
    public var commitments: [CommitmentSet]
    /// The risks.
    public var risks: [Risk]
    /// Budget and savings figures.
    public var budget: [BudgetFigure]
    /// Dates that matter beyond one plan.
    public var milestones: [Milestone]
    /// The boards and panels.
    public var governance: [GovernanceBody]
    /// Facts without an indicator.
    public var context: [ContextFact]
    /// What was checked in the sources.
    public var checks: [FigureCheck]
    /// Sentences that state figures, bound to the data.
    public var claims: [Claim]

    /// Assembles a pack.
    ///
    /// - Parameters:
    ///   - manifest: What the pack is, and the words it uses.
    ///   - indicators: The measures.
    ///   - breakdowns: The ways in which measures are split.
    ///   - observations: The figures.
    ///   - dashboard: The lines of a printed dashboard.
    ///   - plans: The improvement plans, the present one last.
    ///   - audits: The audit programme.
    ///   - inspections: The inspections, visits, reviews and directions.
    ///   - reports: The committee reports.
    ///   - commitments: Pledges, priorities and principles.
    ///   - risks: The risks.
    ///   - budget: Budget and savings figures.
    ///   - milestones: Dates that matter beyond one plan.
    ///   - governance: The boards and panels.
    ///   - context: Facts without an indicator.
    ///   - checks: What was checked in the sources.
    ///   - claims: Sentences that state figures, bound to the data.
    public init(
        manifest: Manifest, indicators: [Indicator] = [], breakdowns: [Breakdown] = [],
        observations: [Observation] = [], dashboard: [DashboardLine] = [], plans: [ImprovementPlan] = [],
        audits: AuditProgramme = AuditProgramme(), inspections: [InspectionEvent] = [],
        reports: [CommitteeReport] = [], commitments: [CommitmentSet] = [], risks: [Risk] = [],
        budget: [BudgetFigure] = [], milestones: [Milestone] = [], governance: [GovernanceBody] = [],
        context: [ContextFact] = [], checks: [FigureCheck] = [], claims: [Claim] = []
    ) {
        self.manifest = manifest
        self.indicators = indicators
        self.breakdowns = breakdowns
        self.observations = observations
        self.dashboard = dashboard
        self.plans = plans
        self.audits = audits
        self.inspections = inspections
        self.reports = reports
        self.commitments = commitments
        self.risks = risks
        self.budget = budget
        self.milestones = milestones
        self.governance = governance
        self.context = context
        self.checks = checks
        self.claims = claims
    }

    /// What a pack is, and the words it uses.
    public struct Manifest: Sendable, Hashable, Codable {
        /// The title of the report.
        public var title: String
        /// The council or other body.
        public var organisation: String
        /// The area that the council's own figures are about.
        public var area: Area.ID
        /// The reporting period.
        public var period: ReportingPeriod
        /// The day that the report is dated; deadlines are judged as of this day.
        public var date: CalendarDate
        /// The point from which progress is measured, such as an inspection.
        public var baseline: Baseline?
        /// Whether the figures are invented.
        ///
        /// Every output then says so.
        public var isSynthetic: Bool
        /// What to know before using the pack.
        public var notes: [String]
        /// The areas.
        public var areas: [Area]
        /// The roles.
        public var roles: [Role]
        /// The documents that the figures come from.
        public var sources: [SourceDocument]
        /// The agreements that limit who may see figures.
        public var agreements: [SharingAgreement]
        /// Whom readers ask: a team with its telephone number or electronic mail, not a person.
        public var contact: String?
        /// When the next report comes out.
        public var nextRelease: PartialDate?
        /// Under which licence others may use the figures: an identifier of SPDX such as `OGL-UK-3.0`, an address, or words.
        public var licence: String?

        /// Describes a pack.
        ///
        /// - Parameters:
        ///   - title: The title of the report.
        ///   - organisation: The council or other body.
        ///   - area: The area that the council's own figures are about.
        ///   - period: The reporting period.
        ///   - date: The day that the report is dated.
        ///   - baseline: The point from which progress is measured.
        ///   - isSynthetic: Whether the figures are invented.
        ///   - notes: What to know before using the pack.
        ///   - areas: The areas.
        ///   - roles: The roles.
        ///   - sources: The documents that the figures come from.
        ///   - agreements: The agreements that limit who may see figures.
        ///   - contact: Whom readers ask.
        ///   - nextRelease: When the next report comes out.
        ///   - licence: Under which licence others may use the figures.
        public init(
            title: String, organisation: String, area: Area.ID, period: ReportingPeriod, date: CalendarDate,
            baseline: Baseline? = nil, isSynthetic: Bool = false, notes: [String] = [], areas: [Area] = [],
            roles: [Role] = [], sources: [SourceDocument] = [], agreements: [SharingAgreement] = [],
            contact: String? = nil, nextRelease: PartialDate? = nil, licence: String? = nil
        ) {
            self.title = title
            self.organisation = organisation
            self.area = area
            self.period = period
            self.date = date
            self.baseline = baseline
            self.isSynthetic = isSynthetic
            self.notes = notes
            self.areas = areas
            self.roles = roles
            self.sources = sources
            self.agreements = agreements
            self.contact = contact
            self.nextRelease = nextRelease
            self.licence = licence
        }
    }

    /// The point from which progress is measured.
    public struct Baseline: Sendable, Hashable, Codable {
        /// The name, such as "Judgement of July 2017".
        public var title: String
        /// The period whose figures are the baseline.
        public var period: ReportingPeriod
        /// The inspection that it goes with.
        public var inspection: InspectionEvent.ID?

        /// Names a baseline.
        ///
        /// - Parameters:
        ///   - title: The name.
        ///   - period: The period whose figures are the baseline.
        ///   - inspection: The inspection that it goes with.
        public init(title: String, period: ReportingPeriod, inspection: InspectionEvent.ID? = nil) {
            self.title = title
            self.period = period
            self.inspection = inspection
        }
    }
}

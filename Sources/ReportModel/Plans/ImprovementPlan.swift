public import ReportVocabulary

/// A plan of themes, outcomes and actions by which a council means to improve.
public struct ImprovementPlan: Sendable, Hashable, Codable, Identifiable {
    /// The identifier.
    public var id: Identifier<ImprovementPlan>
    /// The title.
    public var title: String
    /// When it starts.
    public var start: PartialDate?
    /// When it ends.
    public var end: PartialDate?
    /// The plan that it replaces.
    public var replaces: ID?
    /// The inspections and directions that it answers.
    public var respondsTo: [InspectionEvent.ID]
    /// What it wants to achieve as a whole.
    public var objectives: [Objective]
    /// The themes in order.
    public var themes: [Theme]
    /// The actions in order.
    public var actions: [PlanAction]
    /// What was reported about progress.
    public var progress: [ProgressNote]
    /// The steps of the plan itself: drafted, approved, reported.
    public var history: [PlanEvent]
    /// The indicators that the report calls worrying.
    public var worriedAbout: [Indicator.ID]
    /// The indicators that the report calls working well.
    public var workingWell: [Indicator.ID]
    /// Where the plan is printed.
    public var source: SourceReference?
    /// Who may see it.
    public var access: Access

    /// Describes a plan.
    ///
    /// - Parameters:
    ///   - id: The identifier.
    ///   - title: The title.
    ///   - start: When it starts.
    ///   - end: When it ends.
    ///   - replaces: The plan that it replaces.
    ///   - respondsTo: The inspections and directions that it answers.
    ///   - objectives: What it wants to achieve as a whole.
    ///   - themes: The themes in order.
    ///   - actions: The actions in order.
    ///   - progress: What was reported about progress.
    ///   - history: The steps of the plan itself.
    ///   - worriedAbout: The indicators that the report calls worrying.
    ///   - workingWell: The indicators that the report calls working well.
    ///   - source: Where the plan is printed.
    ///   - access: Who may see it.
    public init(
        id: ID, title: String, start: PartialDate? = nil, end: PartialDate? = nil, replaces: ID? = nil,
        respondsTo: [InspectionEvent.ID] = [], objectives: [Objective] = [], themes: [Theme] = [],
        actions: [PlanAction] = [], progress: [ProgressNote] = [], history: [PlanEvent] = [],
        worriedAbout: [Indicator.ID] = [], workingWell: [Indicator.ID] = [], source: SourceReference? = nil,
        access: Access = .unrestricted
    ) {
        self.id = id
        self.title = title
        self.start = start
        self.end = end
        self.replaces = replaces
        self.respondsTo = respondsTo
        self.objectives = objectives
        self.themes = themes
        self.actions = actions
        self.progress = progress
        self.history = history
        self.worriedAbout = worriedAbout
        self.workingWell = workingWell
        self.source = source
        self.access = access
    }

    /// What a plan wants to achieve as a whole.
    public struct Objective: Sendable, Hashable, Codable, Identifiable {
        /// The identifier.
        public var id: Identifier<Objective>
        /// The short name.
        public var title: String
        /// What it says.
        public var text: String?

        /// Describes an objective.
        ///
        /// - Parameters:
        ///   - id: The identifier.
        ///   - title: The short name.
        ///   - text: What it says.
        public init(id: Identifier<Objective>, title: String, text: String? = nil) {
            self.id = id
            self.title = title
            self.text = text
        }
    }

    /// A part of a plan: a theme or a turnaround priority.
    public struct Theme: Sendable, Hashable, Codable, Identifiable {
        /// The identifier.
        public var id: Identifier<Theme>
        /// What the references of its actions begin with, such as `5` or `T`.
        public var prefix: String?
        /// The title.
        public var title: String
        /// What it is for.
        public var aim: String?
        /// Its outcomes in order.
        public var outcomes: [Outcome]

        /// Describes a theme.
        ///
        /// - Parameters:
        ///   - id: The identifier.
        ///   - prefix: What the references of its actions begin with.
        ///   - title: The title.
        ///   - aim: What it is for.
        ///   - outcomes: Its outcomes in order.
        public init(
            id: Identifier<Theme>, prefix: String? = nil, title: String, aim: String? = nil, outcomes: [Outcome] = []
        ) {
            self.id = id
            self.prefix = prefix
            self.title = title
            self.aim = aim
            self.outcomes = outcomes
        }
    }

    /// What a theme should bring about.
    public struct Outcome: Sendable, Hashable, Codable {
        /// The reference, such as `5b`.
        public var reference: PlanReference
        /// What should come about.
        public var title: String

        /// Describes an outcome.
        ///
        /// - Parameters:
        ///   - reference: The reference.
        ///   - title: What should come about.
        public init(reference: PlanReference, title: String) {
            self.reference = reference
            self.title = title
        }
    }

    /// A step of the plan itself.
    public struct PlanEvent: Sendable, Hashable, Codable {
        /// When.
        public var date: PartialDate
        /// What happened, such as "approved".
        public var status: String
        /// The body that did it.
        public var body: String?
        /// The period that was reported on.
        public var period: ReportingPeriod?

        /// Records a step.
        ///
        /// - Parameters:
        ///   - date: When.
        ///   - status: What happened.
        ///   - body: The body that did it.
        ///   - period: The period that was reported on.
        public init(date: PartialDate, status: String, body: String? = nil, period: ReportingPeriod? = nil) {
            self.date = date
            self.status = status
            self.body = body
            self.period = period
        }
    }
}

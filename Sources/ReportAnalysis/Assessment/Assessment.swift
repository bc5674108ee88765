public import ReportModel
public import ReportVocabulary

/// What the analysis says about a pack, in one flat value that programs can read without the kit.
///
/// It refers to records by identifier, spells every judgement out in words beside its code, and holds no record itself. The
/// assessment of a ``Publication`` is made from what its audience may see, and so says nothing about anything else.
public struct Assessment: Sendable, Hashable, Codable {
    /// The latest position of each indicator with figures, in the order of the pack.
    public var indicators: [IndicatorResult]
    /// How far each plan had come by the date of the report: the plan as a whole, then theme by theme.
    public var plans: [PlanResult]
    /// How far auditors and moderators agree, domain by domain: all periods together, then period by period, the latest first.
    public var agreements: [AgreementResult]
    /// What was done about each finding and whether it worked, in the order of the pack.
    public var findings: [FindingResult]
    /// What to be worried about, the weightiest first.
    public var worries: [ExceptionResult]
    /// What is working well, the weightiest first.
    public var strengths: [ExceptionResult]
    /// What came of each claim, in the order of the pack.
    public var claims: [ClaimCheck]
    /// What the printed dashboard contradicts in itself, line by line.
    public var contradictions: [Contradiction]

    /// Collects results.
    ///
    /// - Parameters:
    ///   - indicators: The latest position of each indicator.
    ///   - plans: How far each plan had come.
    ///   - agreements: How far auditors and moderators agree.
    ///   - findings: What was done about each finding.
    ///   - worries: What to be worried about.
    ///   - strengths: What is working well.
    ///   - claims: What came of each claim.
    ///   - contradictions: What the printed dashboard contradicts in itself.
    public init(
        indicators: [IndicatorResult] = [], plans: [PlanResult] = [], agreements: [AgreementResult] = [],
        findings: [FindingResult] = [],
        worries: [ExceptionResult] = [], strengths: [ExceptionResult] = [], claims: [ClaimCheck] = [],
        contradictions: [Contradiction] = []
    ) {
        self.indicators = indicators
        self.plans = plans
        self.agreements = agreements
        self.findings = findings
        self.worries = worries
        self.strengths = strengths
        self.claims = claims
        self.contradictions = contradictions
    }

    /// How far a plan had come.
    public struct PlanResult: Sendable, Hashable, Codable {
        /// The plan.
        public let plan: ImprovementPlan.ID
        /// The plan as a whole, then its themes.
        public let progress: [PlanProgress]
        /// The actions whose dates were not kept or are not expected to be, in the order of the plan.
        public let slippages: [SlippageResult]
        /// The same for the plan as a whole, in sentences.
        public let explanation: String
    }

    /// Something that deserves a word, and why.
    public struct ExceptionResult: Sendable, Hashable, Codable {
        /// The indicator that it is about; absent where it is an action.
        public let indicator: Indicator.ID?
        /// The action that it is about; absent where it is an indicator.
        public let action: PlanAction.ID?
        /// The sum of the weights of its reasons, by which it is ranked.
        public let points: Double
        /// Why it is listed, in sentences, the weightiest reason first.
        public let reasons: [String]
    }

    /// What came of checking a claim.
    public struct ClaimCheck: Sendable, Hashable, Codable {
        /// The claim.
        public let claim: Claim.ID
        /// What came of it.
        public let verdict: ClaimResult.Verdict
        /// What the figures give, in the terms of the claim; absent where they give no number.
        public let computed: Double?
        /// The rating that the figures give, for a claim about a rating.
        public let computedRating: Rating.Outcome?
        /// The usual mistakes that would each lead to what is stated.
        public let mistakes: [ClaimMistake]
        /// What came of it and why, in plain English.
        public let sentence: String
    }

    /// Something on a printed line of the dashboard that the rest of the line contradicts.
    public struct Contradiction: Sendable, Hashable, Codable {
        /// The number of the line.
        public let line: Int
        /// What is contradicted: `rating`, `change`, `arrow`, `missing-sign`, `value-for-change`, `same-as-baseline`, `repeated-label`
        /// or `missing-label`.
        public let kind: String
        /// What is printed.
        public let printed: String
        /// What the rest of the line gives; absent where it does not say.
        public let computed: String?
        /// What is wrong, in plain English.
        public let sentence: String
    }
}

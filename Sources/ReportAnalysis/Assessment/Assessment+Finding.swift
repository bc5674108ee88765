public import ReportModel
public import ReportVocabulary

extension Assessment {
    /// What was done about a finding, and whether it worked.
    public struct FindingResult: Sendable, Hashable, Codable {
        /// The finding.
        public let finding: Finding.ID
        /// Whether it worked.
        public let outcome: GoldenThread.Outcome
        /// Why that is said, in sentences.
        public let reasons: [String]
        /// The recommendations that follow from it.
        public let recommendations: [Recommendation.ID]
        /// The actions that answer it.
        public let actions: [PlanAction.ID]
        /// The parts of the plan that answer it and of which the pack lists no actions.
        public let planReferences: [PlanReference]
        /// The notes on progress that report about it.
        public let progressNotes: [ProgressNote.ID]
        /// The indicators that show it.
        public let indicators: [Indicator.ID]
        /// The audited parts of practice that show it.
        public let auditDomains: [String]

        init(_ answer: GoldenThread.FindingAnswer) {
            finding = answer.finding
            outcome = answer.verdict.outcome
            reasons = answer.verdict.reasons
            recommendations = answer.recommendations
            actions = answer.actions
            planReferences = answer.planReferences
            progressNotes = answer.progressNotes
            indicators = answer.indicators.map(\.id)
            auditDomains = answer.audits.map(\.domain)
        }
    }
}

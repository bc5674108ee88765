public import ReportModel
public import ReportVocabulary

extension Assessment {
    /// An action whose date was not kept, or is not expected to be.
    public struct SlippageResult: Sendable, Hashable, Codable {
        /// The action.
        public let action: PlanAction.ID
        /// When it was due.
        public let due: PartialDate
        /// `done-late` where it was done after that, `expected-later` where a note on progress expects it after that.
        public let kind: String
        /// When it was done, or is expected.
        public let date: PartialDate
        /// By how many calendar days it slipped, at least 1; for an action done late, by how many at least.
        public let days: Int
        /// The same in a sentence, such as "Due by 31 March 2026, now expected by 30 June 2026: 91 days later.".
        public let explanation: String

        init?(_ slip: PlanSlippage) {
            switch slip.kind {
            case .doneLate(let completed): (kind, date) = ("done-late", completed)
            case .expectedLater(_, let expected): (kind, date) = ("expected-later", expected)
            // Only a comparison with an earlier report tells it.
            case .moved: return nil
            }
            action = slip.action
            due = slip.due
            days = slip.days
            explanation = slip.explanation
        }
    }

    /// How far auditors and moderators agree on the grades of the same cases.
    public struct AgreementResult: Sendable, Hashable, Codable {
        /// What was graded.
        public let domain: String
        /// The period; absent for all periods together.
        public let period: ReportingPeriod?
        /// How many cases were graded twice.
        public let cases: Int
        /// How many got the same grade from both.
        public let agreed: Int
        /// How many got a better grade from the auditor.
        public let auditorHigher: Int
        /// How many got a worse grade from the auditor.
        public let auditorLower: Int
        /// How many got grades that are more than one step apart.
        public let furtherThanOneGrade: Int
        /// Cohen's kappa with squared distances on the scale as weights, −1 to 1; absent where everybody gave every case the same
        /// grade.
        public let kappa: Double?
        /// The kappa in Landis and Koch's words, such as "substantial", which are a custom and no rule; absent without a kappa.
        public let strength: String?
        /// Whether auditors are `generous` or `harsh` by more than chance would explain; else `none`.
        public let lean: String
        /// The same in sentences.
        public let explanation: String

        init(_ pairs: ModerationAgreement) {
            let agreement = pairs.agreement
            domain = pairs.domain
            period = pairs.period
            cases = agreement.cases
            agreed = agreement.agreed
            auditorHigher = agreement.auditorMoreGenerous
            auditorLower = agreement.auditorHarsher
            furtherThanOneGrade = agreement.furtherThanOneGrade
            kappa = agreement.quadraticKappa.number
            strength = agreement.quadraticKappa.strength
            lean = agreement.lean().rawValue
            explanation = agreement.explanation
        }
    }
}

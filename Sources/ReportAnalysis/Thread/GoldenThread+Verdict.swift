public import ReportModel
public import ReportVocabulary

extension GoldenThread {
    /// What one measure shows about a finding.
    public struct Sign: Sendable, Hashable {
        /// How the measure moved since the finding.
        public enum Result: String, Sendable, Hashable, Codable, CaseIterable {
            /// Towards what is wanted.
            case better
            /// Not at all, or no more than chance explains.
            case unchanged
            /// Away from what is wanted.
            case worse
            /// There is too little after the finding to tell.
            case tooEarly = "too-early"
        }

        /// The measure.
        public let measure: Node
        /// How it moved.
        public let result: Result
        /// The measure by name, such as "Audit of Planning".
        public let title: String
        /// How it moved, with the figures.
        public let detail: String

        /// The measure and how it moved, in a sentence with the figures.
        public var text: String { "\(title): \(detail)" }
    }

    /// Whether what was done about a finding worked.
    public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        /// More measures are better than are not, and none of them is worse.
        case improved
        /// A measure is worse, or no more are better than are unchanged.
        case notImproved = "not-improved"
        /// There are measures, but none can show a change yet.
        case tooEarly = "too-early"
        /// Nothing that is judged measures it.
        case noMeasure = "no-measure"

        /// The words for people.
        public var label: String {
            switch self {
            case .improved: "Improved"
            case .notImproved: "Not improved"
            case .tooEarly: "Too early to tell"
            case .noMeasure: "No measure"
            }
        }
    }

    /// Whether what was done about a finding worked, and why that is said.
    ///
    /// Each measure that the finding leads to is compared with its last figure from before the finding: the last one whose
    /// period had ended when the inspection was published (else ended, else began; without a date the baseline of the pack).
    /// Where there is none that old, the first figure of the series stands in. An indicator counts as better or worse by
    /// ``DirectionOfTravel``, an audited domain by ``GradeShift``, so that a few cases prove nothing. Measures that are
    /// watched and not judged say nothing.
    public struct Verdict: Sendable, Hashable {
        /// The result.
        public let outcome: Outcome
        /// What each measure shows, in the order of the thread.
        public let signs: [Sign]

        init(_ signs: [Sign]) {
            self.signs = signs
            let better = signs.count { $0.result == .better }
            let unchanged = signs.count { $0.result == .unchanged }
            let worse = signs.count { $0.result == .worse }
            outcome =
                if signs.isEmpty {
                    .noMeasure
                } else if better + unchanged + worse == 0 {
                    .tooEarly
                } else if worse == 0, better > unchanged {
                    .improved
                } else {
                    .notImproved
                }
        }

        /// Why the result is what it is, in sentences.
        public var reasons: [String] {
            signs.isEmpty
                ? ["No indicator with figures that is judged, and no graded audit, shows whether it was put right."]
                : signs.map(\.text)
        }

        /// The result with how many measures speak for it, such as "Improved: 2 better, 1 unchanged".
        public var label: String {
            let counts = [
                (Sign.Result.better, "better"), (.unchanged, "unchanged"), (.worse, "worse"), (.tooEarly, "too early"),
            ].compactMap { result, word in
                let count = signs.count { $0.result == result }
                return count == 0 ? nil : "\(count) \(word)"
            }
            return counts.isEmpty ? outcome.label : "\(outcome.label): \(counts.joined(separator: ", "))"
        }
    }

    /// What was done about a finding, and did it work.
    public struct FindingAnswer: Sendable, Hashable {
        /// The finding.
        public let finding: Finding.ID
        /// The recommendations that follow from it, and those under them.
        public let recommendations: [Recommendation.ID]
        /// The actions that answer it, named by it or by a recommendation, by reference or by identifier.
        public let actions: [PlanAction.ID]
        /// The parts of the plan that answer it and of which the pack lists no actions.
        public let planReferences: [PlanReference]
        /// What was reported about the actions and recommendations.
        public let progressNotes: [ProgressNote.ID]
        /// The indicators that show it, with where each stands; absent where an indicator has no figures.
        public let indicators: [MeasuredIndicator]
        /// The parts of audit that show it, with their latest grades; absent where no number of cases is known.
        public let audits: [AuditedDomain]
        /// Whether it worked.
        public let verdict: Verdict

        /// Whether anything is done about it.
        public var isAnswered: Bool { !actions.isEmpty || !planReferences.isEmpty || !progressNotes.isEmpty }
    }

    /// An indicator of a thread and where it stands.
    public struct MeasuredIndicator: Sendable, Hashable {
        /// The indicator.
        public let id: Indicator.ID
        /// Where it stands; absent where it has no figures.
        public let position: IndicatorPosition?
    }

    /// A part of practice that audit grades, and its latest grades.
    public struct AuditedDomain: Sendable, Hashable {
        /// What is graded.
        public let domain: String
        /// The grades of the latest period with a known number of cases; absent where there is none.
        public let latest: GradePool?
    }

    /// What was done about a finding, and did it work.
    ///
    /// - Parameter id: The finding.
    /// - Returns: `nil` where the pack holds no such finding.
    public func answer(to id: Finding.ID) -> FindingAnswer? {
        guard let (_, event) = records.findings[id] else { return nil }
        let reached = allAnswers(to: .finding(id))
        let day = records.inspections[event]?.listingDate?.lastDay ?? pack.manifest.baseline?.period.lastDay
        let signs = reached.filter(\.isMeasure).compactMap { measure in
            evidence.sign(of: measure, titled: title(of: measure), since: day)
        }
        return FindingAnswer(
            finding: id,
            recommendations: reached.compactMap { if case .recommendation(let id) = $0 { id } else { nil } },
            actions: reached.compactMap { if case .action(let id) = $0 { id } else { nil } },
            planReferences: reached.compactMap { if case .planReference(let name) = $0 { name } else { nil } },
            progressNotes: reached.compactMap { if case .progressNote(let id) = $0 { id } else { nil } },
            indicators: reached.compactMap { node in
                guard case .indicator(let id) = node else { return nil }
                return MeasuredIndicator(id: id, position: evidence.position(of: id))
            },
            audits: reached.compactMap { node in
                guard case .auditDomain(let domain) = node else { return nil }
                return AuditedDomain(domain: domain, latest: evidence.latestGrades(of: domain))
            },
            verdict: Verdict(signs))
    }
}

package import ReportModel
package import ReportVocabulary

extension GoldenThread {
    /// What one measure shows about a finding.
    package struct Sign: Sendable, Hashable {
        /// How the measure moved since the finding.
        package enum Result: String, Sendable, Hashable, Codable, CaseIterable {
            /// Towards what is wanted, by more than ups and downs.
            case better
            /// Not at all, or no more than ordinary ups and downs explain.
            case unchanged
            /// Away from what is wanted, by more than ups and downs.
            case worse
            /// There is no figure after the one that progress is measured from.
            case tooEarly = "too-early"
            /// A figure is missing or withheld, the figures may not be compared, or too few are known to tell.
            case cannotTell = "cannot-tell"
        }

        /// The measure.
        package let measure: Node
        /// How it moved.
        package let result: Result
        /// The measure by name, such as "Audit of Planning".
        package let title: String
        /// How it moved, with the figures.
        package let detail: String
        /// From when to when it was looked at; absent where nothing was compared.
        package let span: Span?

        /// From when to when a measure was looked at.
        package struct Span: Sendable, Hashable {
            /// The period that progress is measured from.
            package let from: ReportingPeriod
            /// The period of the latest figure.
            package let to: ReportingPeriod
        }

        /// The measure and how it moved, in a sentence with the figures.
        package var text: String { "\(title): \(detail)" }
    }

    /// Whether what was done about a finding worked.
    public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        /// More measures are clearly better than are not, and none of them is worse.
        case improved
        /// A measure is clearly worse.
        case notImproved = "not-improved"
        /// None is worse, and no more are clearly better than show no clear change.
        case noClearChange = "no-clear-change"
        /// There are measures, but none has a figure after the one that progress is measured from.
        case tooEarly = "too-early"
        /// There are measures, but figures are missing or withheld, may not be compared, or are too few.
        case cannotTell = "cannot-tell"
        /// Nothing that is judged measures it.
        case noMeasure = "no-measure"

        /// The words for people.
        public var label: String {
            switch self {
            case .improved: "Improved"
            case .notImproved: "Not improved"
            case .noClearChange: "No clear change"
            case .tooEarly: "Too early to tell"
            case .cannotTell: "Not possible to tell"
            case .noMeasure: "No measure"
            }
        }
    }

    /// Whether what was done about a finding worked, and why that is said.
    ///
    /// Each measure that the finding leads to is compared with its figure at the baseline of the pack, from which the whole report
    /// measures progress. Where the pack names no baseline, it is the last figure whose period had ended when the inspection
    /// was published (else ended, else began), else the first of the series. Where that figure is missing or withheld there is no
    /// verdict: no other is put in its place. An indicator counts as better or worse by ``DirectionOfTravel/verdict``, an
    /// audited domain by ``GradeShift``, so that ordinary ups and downs and a few cases prove nothing. Measures that are watched
    /// and not judged say nothing.
    package struct Verdict: Sendable, Hashable {
        /// The result.
        package let outcome: Outcome
        /// What each measure shows, in the order of the thread.
        package let signs: [Sign]

        init(_ signs: [Sign]) {
            self.signs = signs
            let better = signs.count { $0.result == .better }
            let unchanged = signs.count { $0.result == .unchanged }
            let worse = signs.count { $0.result == .worse }
            outcome =
                if signs.isEmpty {
                    .noMeasure
                } else if better + unchanged + worse == 0 {
                    signs.contains { $0.result == .cannotTell } ? .cannotTell : .tooEarly
                } else if worse > 0 {
                    .notImproved
                } else if better > unchanged {
                    .improved
                } else {
                    .noClearChange
                }
        }

        /// Why the result is what it is, in sentences.
        package var reasons: [String] {
            signs.isEmpty
                ? ["No indicator with figures that is judged, and no graded audit, shows whether it was put right."]
                : signs.map(\.text)
        }

        /// From when to when the measures were looked at: the earliest start and the latest end; absent where nothing was compared.
        package var span: Sign.Span? {
            let spans = signs.compactMap(\.span)
            guard let from = spans.map(\.from).min(by: { $0.firstDay < $1.firstDay }),
                let to = spans.map(\.to).max(by: { $0.lastDay < $1.lastDay })
            else { return nil }
            return Sign.Span(from: from, to: to)
        }

        /// The month in which a period ends, since periods of several kinds stand beside each other.
        private static func month(_ period: ReportingPeriod) -> String {
            let day = period.lastDay
            return (try? ReportingPeriod.month(day.month, day.year))?.label ?? period.label
        }

        /// The result with how many measures speak for it and from when to when, such as "Improved: 2 better, 1 no clear change
        /// (July 2017 to June 2026)".
        package var label: String {
            let counts = [
                (Sign.Result.better, "better"), (.unchanged, "no clear change"), (.worse, "worse"),
                (.tooEarly, "too early"),
                (.cannotTell, "not possible to tell"),
            ].compactMap { result, word in
                let count = signs.count { $0.result == result }
                return count == 0 ? nil : "\(count) \(word)"
            }
            let when = span.map { " (\(Self.month($0.from)) to \(Self.month($0.to)))" } ?? ""
            return (counts.isEmpty ? outcome.label : "\(outcome.label): \(counts.joined(separator: ", "))") + when
        }
    }

    /// What was done about a finding, and did it work.
    package struct FindingAnswer: Sendable, Hashable {
        /// The finding.
        package let finding: Finding.ID
        /// The recommendations that follow from it, and those under them.
        package let recommendations: [Recommendation.ID]
        /// The actions that answer it, named by it or by a recommendation, by reference or by identifier.
        package let actions: [PlanAction.ID]
        /// The parts of the plan that answer it and of which the pack lists no actions.
        package let planReferences: [PlanReference]
        /// What was reported about the actions and recommendations.
        package let progressNotes: [ProgressNote.ID]
        /// The indicators that show it, with where each stands; absent where an indicator has no figures.
        package let indicators: [MeasuredIndicator]
        /// The parts of audit that show it, with their latest grades; absent where no number of cases is known.
        package let audits: [AuditedDomain]
        /// Whether it worked.
        package let verdict: Verdict

        /// Whether anything is done about it.
        package var isAnswered: Bool { !actions.isEmpty || !planReferences.isEmpty || !progressNotes.isEmpty }
    }

    /// An indicator of a thread and where it stands.
    package struct MeasuredIndicator: Sendable, Hashable {
        /// The indicator.
        package let id: Indicator.ID
        /// Where it stands; absent where it has no figures.
        package let position: IndicatorPosition?
    }

    /// A part of practice that audit grades, and its latest grades.
    package struct AuditedDomain: Sendable, Hashable {
        /// What is graded.
        package let domain: String
        /// The grades of the latest period with a known number of cases; absent where there is none.
        package let latest: GradePool?
    }

    /// What was done about a finding, and did it work.
    ///
    /// - Parameter id: The finding.
    /// - Returns: `nil` where the pack holds no such finding.
    package func answer(to id: Finding.ID) -> FindingAnswer? {
        guard index.findings.contains(id) else { return nil }
        let reached = allAnswers(to: .finding(id))
        let day = index.inspection(of: id)?.listingDate?.lastDay ?? pack.manifest.baseline?.period.lastDay
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

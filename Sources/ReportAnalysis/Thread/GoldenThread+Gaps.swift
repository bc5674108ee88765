package import ReportModel
import ReportVocabulary

extension GoldenThread {
    /// Why an action exists and what measures it.
    package struct ActionReason: Sendable, Hashable {
        /// The action.
        package let action: PlanAction.ID
        /// Everything that leads to it, the nearest first: recommendations, findings, requirements, its theme and plan with
        /// their objectives, risks and inspections.
        package let reasons: [Node]
        /// The indicators and parts of audit that show whether it works, its own and those of notes on its progress.
        package let measures: [Node]
        /// The same in sentences.
        package let explanations: [String]

        /// Whether a finding, a recommendation or a requirement leads to it.
        package var hasOrigin: Bool { reasons.contains { $0.isOrigin } }
    }

    /// Why an action exists and what measures it.
    ///
    /// - Parameter id: The action.
    /// - Returns: `nil` where the pack holds no such action.
    package func reason(for id: PlanAction.ID) -> ActionReason? {
        guard index.actions.contains(id) else { return nil }
        let reasons = allReasons(for: .action(id))
        let measures = allAnswers(to: .action(id)).filter(\.isMeasure)
        var explanations = reasons.map { node in
            let name = MessageText.quoted(title(of: node))
            return switch node {
            case .finding, .recommendation, .requirement: "Answers the \(node.kind.lowercased()) \(name)."
            case .objective, .risk: "Serves the \(node.kind.lowercased()) \(name), through its plan."
            case .theme, .plan: "Belongs to the \(node.kind.lowercased()) \(name)."
            default: "Goes back to the \(node.kind.lowercased()) \(name)."
            }
        }
        if !reasons.contains(where: { $0.isOrigin }) {
            explanations.append("No finding, recommendation or requirement leads to it.")
        }
        explanations.append(
            measures.isEmpty
                ? "Nothing measures whether it works."
                : "Measured by \(MessageText.list(measures.map { MessageText.quoted(title(of: $0)) })).")
        return ActionReason(action: id, reasons: reasons, measures: measures, explanations: explanations)
    }

    /// Where the thread is broken, and how much of it there is.
    package struct Gaps: Sendable, Hashable {
        /// How many findings the pack holds, strengths included.
        package internal(set) var findingCount = 0
        /// How many of them ask for something: all but strengths.
        package internal(set) var findingsToAnswer = 0
        /// How many recommendations.
        package internal(set) var recommendationCount = 0
        /// How many actions.
        package internal(set) var actionCount = 0
        /// How many indicators that are judged.
        package internal(set) var judgedIndicatorCount = 0
        /// Findings, strengths aside, to which no action, part of a plan or note answers.
        package internal(set) var unansweredFindings: [Finding.ID] = []
        /// Findings, strengths aside, that no indicator and no part of audit shows.
        package internal(set) var unmeasuredFindings: [Finding.ID] = []
        /// Recommendations to which no action, part of a plan or note answers, nor to one under them.
        package internal(set) var unansweredRecommendations: [Recommendation.ID] = []
        /// Actions that nothing measures, not even through a note on their progress or an indicator that names them.
        package internal(set) var unmeasuredActions: [PlanAction.ID] = []
        /// Actions to which no finding, recommendation or requirement leads.
        package internal(set) var actionsWithoutOrigin: [PlanAction.ID] = []
        /// Indicators that are judged and that no action, part of a plan or note means to move.
        package internal(set) var unmovedIndicators: [Indicator.ID] = []
        /// Parts of practice that audit grades and that nothing in the thread uses, in the order of the grades.
        package internal(set) var unusedAuditDomains: [String] = []
        /// Requirements of directions in force about which no action is listed and no note reports, neither on them nor on
        /// their direction.
        package internal(set) var unreportedRequirements: [DirectionRequirement.ID] = []

        /// The gaps that a committee should hear of, one sentence each; empty where there are none.
        package var explanations: [String] {
            let parts = [
                (
                    unansweredFindings.count, findingsToAnswer,
                    "Findings to be put right without an action that answers them"
                ),
                (
                    unmeasuredFindings.count, findingsToAnswer,
                    "Findings to be put right without a measure that shows them"
                ),
                (unansweredRecommendations.count, recommendationCount, "Recommendations without an action or a note"),
                (unmeasuredActions.count, actionCount, "Actions that nothing measures"),
                (
                    actionsWithoutOrigin.count, actionCount,
                    "Actions to which no finding, recommendation or requirement leads"
                ),
                (unmovedIndicators.count, judgedIndicatorCount, "Judged indicators that no action means to move"),
            ]
            var lines = parts.filter { $0.0 > 0 }.map { part, whole, words in
                "\(words): \(DecimalText.grouped(part)) of \(DecimalText.grouped(whole))."
            }
            if !unusedAuditDomains.isEmpty {
                lines.append(
                    "Audit grades that nothing in the plan or the findings uses: "
                        + "\(MessageText.list(unusedAuditDomains)).")
            }
            if !unreportedRequirements.isEmpty {
                lines.append(
                    "Requirements of directions in force about which nothing is reported: "
                        + "\(DecimalText.grouped(unreportedRequirements.count)).")
            }
            return lines
        }
    }

    /// Where the thread is broken, each list in the order of the pack.
    ///
    /// O(records + links).
    package var gaps: Gaps {
        var gaps = Gaps()
        let answered = links.nodes(leadingTo: { $0.isAnswer })
        let measured = links.nodes(leadingTo: { $0.isMeasure })
        let founded = links.nodes(reachedFrom: { $0.isOrigin })
        let findings = pack.inspections.flatMap(\.findings)
        gaps.findingCount = findings.count
        for finding in findings where finding.kind != .strength {
            gaps.findingsToAnswer += 1
            let node = Node.finding(finding.id)
            if !answered.contains(node) { gaps.unansweredFindings.append(finding.id) }
            if !measured.contains(node) { gaps.unmeasuredFindings.append(finding.id) }
        }
        for item in pack.inspections.flatMap(\.recommendations) + pack.audits.recommendations {
            gaps.recommendationCount += 1
            if !answered.contains(.recommendation(item.id)) { gaps.unansweredRecommendations.append(item.id) }
        }
        for action in pack.plans.flatMap(\.actions) {
            gaps.actionCount += 1
            if !measured.contains(.action(action.id)) { gaps.unmeasuredActions.append(action.id) }
            if !founded.contains(.action(action.id)) { gaps.actionsWithoutOrigin.append(action.id) }
        }
        for indicator in pack.indicators where indicator.polarity != .neutral {
            gaps.judgedIndicatorCount += 1
            if !reasons(for: .indicator(indicator.id)).contains(where: { $0.isAnswer }) {
                gaps.unmovedIndicators.append(indicator.id)
            }
        }
        var domains: Set<String> = []
        for grades in pack.audits.grades where domains.insert(grades.domain).inserted {
            if reasons(for: .auditDomain(grades.domain)).isEmpty { gaps.unusedAuditDomains.append(grades.domain) }
        }
        for event in pack.inspections where event.status != .revoked {
            let hasNote = answers(to: .inspection(event.id)).contains {
                if case .progressNote = $0 { true } else { false }
            }
            for item in event.requirements where !hasNote && !answered.contains(.requirement(item.id)) {
                gaps.unreportedRequirements.append(item.id)
            }
        }
        return gaps
    }
}

package import ReportModel
package import ReportVocabulary

/// What the actions of a plan lack, so that somebody can ask for it.
package struct PlanGaps: Sendable, Hashable, Codable {
    /// Actions whose status was red on the day and which nothing explains: no commentary in the report, and no progress
    /// note of the plan's latest reporting period, or of none, that names the action.
    package let redsWithoutCommentary: [PlanAction.ID]
    /// Actions that nobody answers for.
    package let withoutOwner: [PlanAction.ID]
    /// Actions whose success nothing measures: neither an indicator nor a part of audit.
    package let withoutMeasure: [PlanAction.ID]
    /// Actions that name no evidence of having been done, done or not.
    package let withoutEvidence: [PlanAction.ID]
    /// Actions that were done by the day and name no evidence: the more pressing part of ``withoutEvidence``.
    package let doneWithoutEvidence: [PlanAction.ID]
    /// Actions without a due date.
    package let withoutDueDate: [PlanAction.ID]
    /// Actions for which no status was ever reported.
    package let withoutStatus: [PlanAction.ID]

    /// Looks for gaps.
    ///
    /// - Parameters:
    ///   - plan: The plan.
    ///   - day: The day as of which is judged.
    ///   - red: The statuses that need an explanation; amber can be added.
    /// - Complexity: O(n + m) for n actions and m progress notes.
    package init(in plan: ImprovementPlan, on day: CalendarDate, red: Set<BRAGStatus> = [.offTrack]) {
        let periods = plan.progress.compactMap(\.period).filter { $0.firstDay <= day }
        let latest = periods.map(\.lastDay).max()
        let explained = Set(
            plan.progress.filter { note in
                !note.text.isBlank && (note.period.map { $0.lastDay == latest && $0.firstDay <= day } ?? true)
            }.flatMap(\.references))
        func actions(_ condition: (PlanAction) -> Bool) -> [PlanAction.ID] { plan.actions.filter(condition).map(\.id) }
        func hasEvidence(_ action: PlanAction) -> Bool { !(action.evidence ?? "").isBlank }

        redsWithoutCommentary = actions { action in
            guard let report = action.report(on: day), red.contains(report.status), (report.commentary ?? "").isBlank
            else { return false }
            return !(action.planReference.map { explained.contains($0) } ?? false)
        }
        withoutOwner = actions { $0.owner == nil }
        withoutMeasure = actions { $0.indicators.isEmpty && $0.auditDomains.allSatisfy(\.isBlank) }
        withoutEvidence = actions { !hasEvidence($0) }
        doneWithoutEvidence = actions { $0.isDone(on: day) && !hasEvidence($0) }
        withoutDueDate = actions { $0.due == nil }
        withoutStatus = actions { $0.status(on: day) == nil }
    }

    /// The gaps in sentences; empty where there are none.
    package var explanations: [String] {
        let parts = [
            (redsWithoutCommentary, "off track without a word of explanation"), (withoutOwner, "without an owner"),
            (withoutMeasure, "with nothing to measure success by"),
            (doneWithoutEvidence, "done without naming evidence"), (withoutDueDate, "without a due date"),
            (withoutStatus, "without a status"),
        ]
        return parts.filter { !$0.0.isEmpty }.map { actions, what in "\(CountText.of(actions.count, "action")) \(what)."
        }
    }
}

extension String {
    /// Whether there is nothing to read in the text.
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

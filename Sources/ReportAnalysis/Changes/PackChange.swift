package import ReportModel
import ReportVocabulary

/// One thing that is different between two reports.
package struct PackChange: Sendable, Hashable {
    /// What sort of difference it is.
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A rating moved from one colour to another.
        case rating
        /// An indicator is new.
        case indicatorAdded = "indicator-added"
        /// An indicator is gone.
        case indicatorRemoved = "indicator-removed"
        /// What an indicator measures changed: title, definition, way of counting or breakdown.
        case definition
        /// What an indicator should be changed.
        case target
        /// Which way is better changed.
        case polarity
        /// The unit of an indicator changed.
        case unit
        /// Figures that had been reported are now others.
        case figuresRevised = "figures-revised"
        /// Figures that had been reported are gone.
        case figuresRemoved = "figures-removed"
        /// An action was completed.
        case actionCompleted = "action-completed"
        /// An action that was complete is open again.
        case actionReopened = "action-reopened"
        /// An action is newly overdue.
        case actionOverdue = "action-overdue"
        /// The due date of an action moved later.
        case actionSlipped = "action-slipped"
        /// The due date of an action was brought forward, set or taken away.
        case actionRescheduled = "action-rescheduled"
        /// The status of an action changed.
        case actionStatus = "action-status"
        /// An action is new.
        case actionAdded = "action-added"
        /// An action is gone.
        case actionDropped = "action-dropped"
        /// A finding is new.
        case findingAdded = "finding-added"
        /// A finding is gone.
        case findingRemoved = "finding-removed"
        /// The last of the actions that answer a finding is done.
        case findingClosed = "finding-closed"
        /// A finding whose actions were all done has open ones again.
        case findingReopened = "finding-reopened"
        /// An inspection, visit, review or direction is new.
        case inspectionAdded = "inspection-added"
        /// An inspection, visit, review or direction is gone.
        case inspectionRemoved = "inspection-removed"
        /// An inspection was held, a direction revoked or the like.
        case inspectionStatus = "inspection-status"
        /// A judgement is new, gone or another.
        case judgement
        /// A risk is new.
        case riskAdded = "risk-added"
        /// A risk is gone.
        case riskRemoved = "risk-removed"
        /// The score of a risk moved.
        case riskScore = "risk-score"
        /// Who may see an enclosure changed.
        case enclosureAccess = "enclosure-access"
    }

    /// What is different.
    package enum Subject: Sendable, Hashable {
        /// An indicator.
        case indicator(Indicator.ID)
        /// An action.
        case action(PlanAction.ID)
        /// A finding.
        case finding(Finding.ID)
        /// An inspection, visit, review or direction.
        case inspection(InspectionEvent.ID)
        /// A risk.
        case risk(Risk.ID)
        /// An enclosure of a report, by its label.
        case enclosure(CommitteeReport.ID, label: String)
    }

    /// How much it matters to a reader.
    package enum Severity: Int, Sendable, Hashable, Codable, CaseIterable, Comparable {
        /// Good to know.
        case low
        /// Worth a word.
        case medium
        /// Must not be overlooked: something got worse, or figures no longer mean what they meant.
        case high

        /// Whether one comes before another.
        ///
        /// - Parameters:
        ///   - left: One.
        ///   - right: The other.
        /// - Returns: Whether the first is the smaller.
        package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

        /// The word for people.
        package var label: String {
            switch self {
            case .low: "Good to know"
            case .medium: "Worth a word"
            case .high: "Must be seen"
            }
        }
    }

    /// Whether it is good news.
    package enum Meaning: String, Sendable, Hashable, Codable, CaseIterable {
        /// Good news.
        case better
        /// Bad news.
        case worse
        /// Neither, or both.
        case neutral
    }

    /// What sort of difference it is.
    package let kind: Kind
    /// What is different.
    package let subject: Subject
    /// How much it matters.
    package let severity: Severity
    /// Whether it is good news.
    package let meaning: Meaning
    /// What it was before, in words; absent where there was nothing.
    package let before: String?
    /// What it is now, in words; absent where there is nothing.
    package let after: String?
    /// The difference in a sentence, with the title of the thing.
    package let text: String
}

extension PackChange.Kind {
    /// The words for people.
    package var label: String {
        switch self {
        case .rating: "Rating moved"
        case .indicatorAdded: "New indicator"
        case .indicatorRemoved: "Indicator no longer reported"
        case .definition: "Definition changed"
        case .target: "Target changed"
        case .polarity: "Which way is better changed"
        case .unit: "Unit changed"
        case .figuresRevised: "Figures revised"
        case .figuresRemoved: "Figures no longer reported"
        case .actionCompleted: "Action completed"
        case .actionReopened: "Action reopened"
        case .actionOverdue: "Newly overdue"
        case .actionSlipped: "Due date moved later"
        case .actionRescheduled: "Due date changed"
        case .actionStatus: "Status changed"
        case .actionAdded: "New action"
        case .actionDropped: "Action dropped"
        case .findingAdded: "New finding"
        case .findingRemoved: "Finding no longer listed"
        case .findingClosed: "Finding: all actions done"
        case .findingReopened: "Finding: actions open again"
        case .inspectionAdded: "New inspection or direction"
        case .inspectionRemoved: "Inspection no longer listed"
        case .inspectionStatus: "Inspection or direction: status"
        case .judgement: "Judgement"
        case .riskAdded: "New risk"
        case .riskRemoved: "Risk no longer listed"
        case .riskScore: "Risk score moved"
        case .enclosureAccess: "Access to a paper changed"
        }
    }
}

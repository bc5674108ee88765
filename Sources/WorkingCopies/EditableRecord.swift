public import ReportModel
public import ReportVocabulary

/// A record of a pack that has a row of its own in a working copy.
public enum EditableRecord: Sendable, Hashable {
    /// An action of a plan.
    case action(PlanAction.ID)
    /// A note on progress.
    case progressNote(ProgressNote.ID)
    /// A remark on an indicator: which of those about a period it is, counted from 1 in the order of
    /// ``Indicator/commentary``.
    case remark(Indicator.ID, period: ReportingPeriod?, number: Int)
    /// A remark on an indicator and a period that is yet to be written.
    case newRemark(Indicator.ID, period: ReportingPeriod?)
    /// A line of the printed dashboard, by its number.
    case dashboardLine(Int)
}

extension EditableRecord: CustomStringConvertible {
    /// Such as `action 1a(i)`, or `remark on repeat-referrals, June 2026`.
    public var description: String {
        func about(_ indicator: Indicator.ID, _ period: ReportingPeriod?) -> String {
            indicator.text + (period.map { ", \($0.labelWithinSentence)" } ?? ", without a period")
        }
        return switch self {
        case .action(let id): "action \(id.text)"
        case .progressNote(let id): "note on progress \(id.text)"
        case .remark(let indicator, let period, let number):
            "remark\(number > 1 ? " \(number)" : "") on \(about(indicator, period))"
        case .newRemark(let indicator, let period): "new remark on \(about(indicator, period))"
        case .dashboardLine(let number): "line \(number) of the dashboard"
        }
    }
}

/// A field of a record that can be changed in a working copy.
///
/// The raw value is the name of the column in the files of a report pack.
public enum EditableField: String, Sendable, Hashable, CaseIterable {
    /// The role that answers for an action; where several do, the one that leads.
    case owner
    /// The other roles that answer for an action, which the files name after the one that leads.
    case otherOwners = "other_owners"
    /// Who outside the council works on an action.
    case partner
    /// How urgent an action is, in the council's own words.
    case priority
    /// When an action, or the matter of a note, is to be done.
    case due
    /// When an action was done.
    case completed
    /// The present status of an action, or the status of a note.
    case status
    /// When the present status of an action was reported.
    case statusDate = "status_date"
    /// Why an action has its present status.
    case statusCommentary = "status_commentary"
    /// What shows that an action was done.
    case evidence
    /// What will be different when an action has worked.
    case measureOfSuccess = "measure_of_success"
    /// The words of a remark.
    case text
    /// The role that made a remark.
    case author
    /// When a remark was made.
    case date
    /// The printed rating of a line of the dashboard.
    case rating

    /// The name for people.
    public var label: String {
        switch self {
        case .owner: "owner"
        case .otherOwners: "other owners"
        case .partner: "partner"
        case .priority: "priority"
        case .due: "due date"
        case .completed: "date of completion"
        case .status: "status"
        case .statusDate: "date of the status"
        case .statusCommentary: "reason for the status"
        case .evidence: "evidence"
        case .measureOfSuccess: "measure of success"
        case .text: "remark"
        case .author: "author"
        case .date: "date of the remark"
        case .rating: "printed rating"
        }
    }
}

/// The value of a field.
public enum EditableValue: Sendable, Hashable {
    /// Words.
    case text(String)
    /// A day, or a month or year where no more is known.
    case date(PartialDate)
    /// A status.
    case status(BRAGStatus)
    /// A printed rating.
    case rating(PrintedRating)
    /// A role.
    case role(Role.ID)
    /// Several roles, of which there is at least one.
    case roles([Role.ID])

    /// The value as the files of a report pack write it, such as `on-track` or `2026-03-31`.
    public var packText: String {
        switch self {
        case .text(let text): text
        case .date(let date): date.description
        case .status(let status): status.rawValue
        case .rating(let rating): rating.rawValue
        case .role(let id): id.text
        case .roles(let ids): Self.joined(ids)
        }
    }

    private static func joined(_ ids: [Role.ID]) -> String { ids.map(\.text).joined(separator: "; ") }

    /// The value in words, such as "On track" or "31 March 2026"; a role by its identifier.
    public var label: String {
        switch self {
        case .text(let text): text
        case .date(let date): date.label
        case .status(let status): status.label
        case .rating(let rating): rating.label
        case .role(let id): id.text
        case .roles(let ids): Self.joined(ids)
        }
    }
}

import ReportModel
import ReportVocabulary

/// One change to a pack.
///
/// Edits name records by what they are, so their order does not matter.
enum PackEdit: Sendable, Hashable {
    /// Puts a value into a field of a record, or empties it with `nil`.
    ///
    /// Never for the statuses of actions, which have edits of their own, and never for a remark that is not there.
    case set(EditableRecord, EditableField, EditableValue?)
    /// Reports a status of an action as the present one; those before it stay in its history, and those dated after the
    /// report stay behind it.
    case addStatus(PlanAction.ID, PlanAction.StatusReport)
    /// Puts another report in place of the present status of an action, whose date or explanation was wrong.
    case correctStatus(PlanAction.ID, PlanAction.StatusReport)
    /// Takes a remark out of its indicator.
    case removeRemark(EditableRecord)
    /// Adds a remark to an indicator, behind those that it has.
    case addRemark(Indicator.ID, Commentary)
}

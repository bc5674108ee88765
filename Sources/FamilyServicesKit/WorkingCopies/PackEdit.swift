/// One change to a pack, in terms that suit both the values in memory and the files of a report pack.
///
/// ``ReportPack/edits(for:)`` makes edits from changes that were accepted, and ``ReportPack/applying(_:)`` makes the pack that
/// they lead to. Edits name records by what they are, so their order does not matter.
public enum PackEdit: Sendable, Hashable {
    /// Puts a value into a field of a record, or empties it with `nil`.
    ///
    /// Never for the statuses of actions, which have edits of their own, and never for a remark that is not there.
    case set(EditableRecord, EditableField, EditableValue?)
    /// Reports a status of an action; those before it stay in its history.
    case addStatus(PlanAction.ID, PlanAction.StatusReport)
    /// Puts another report in place of the present status of an action, whose date or explanation was wrong.
    case correctStatus(PlanAction.ID, PlanAction.StatusReport)
    /// Adds a remark to an indicator, behind those that it has.
    case addRemark(Indicator.ID, Commentary)
}

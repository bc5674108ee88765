import FamilyServicesKit

/// How the statuses of an action become others in the files: a new one is put in its place, and the one before is kept.
struct StatusSteps {
    /// One change to the files.
    enum Step: Hashable {
        /// Puts a status into the record of the action.
        case present(PlanAction.StatusReport)
        /// Puts another status into a row of `status-history.csv`, by its number among those of the action.
        case row(Int, PlanAction.StatusReport)
        /// Adds a row to `status-history.csv`.
        case newRow(PlanAction.StatusReport)
    }

    private(set) var steps: [Step] = []
    private var history: [PlanAction.StatusReport]
    private var present: PlanAction.StatusReport?
    /// How many of the history are not in rows.
    private let fixed: Int

    /// Finds the steps.
    ///
    /// - Parameters:
    ///   - statuses: The statuses as the files have them.
    ///   - wanted: The statuses that the action is to have: those before, of which the last may have been corrected, and any
    ///     number of new ones; or those before with one that was corrected or added ahead of some that are dated later.
    /// - Returns: `nil` where the files cannot say that.
    init?(from statuses: RecordPlaces.Statuses, to wanted: [PlanAction.StatusReport]) {
        history = statuses.history
        present = statuses.present
        fixed = statuses.history.count - statuses.rows.count
        let old = ActionDraft.statuses(history, present)
        let same = zip(old, wanted).prefix { $0 == $1 }.count
        guard wanted.count >= old.count else { return nil }
        if same < old.count, wanted.count == old.count + 1, wanted[(same + 1)...] == old[same...] {
            // The rows of the history are in the order of their dates, whatever their order in the file.
            history.append(wanted[same])
            steps.append(.newRow(wanted[same]))
            guard ActionDraft.statuses(history, present) == wanted else { return nil }
            return
        }
        if same < old.count - 1, wanted.count == old.count, wanted[(same + 1)...] == old[(same + 1)...] {
            let row = ActionDraft.order(of: history)[same]
            guard row >= fixed else { return nil }
            history[row] = wanted[same]
            steps.append(.row(row - fixed, wanted[same]))
            guard ActionDraft.statuses(history, present) == wanted else { return nil }
            return
        }
        guard same >= old.count - 1 else { return nil }
        if same < old.count {
            guard correct(to: wanted[same]) else { return nil }
        }
        for (before, report) in zip(wanted, wanted.dropFirst()).dropFirst(max(old.count - 1, 0)) {
            // What is reported later is not about an earlier day; a status put ahead of others is handled above.
            if let date = report.date, let previous = before.date, date.lastDay < previous.firstDay { return nil }
        }
        for report in wanted.dropFirst(old.count) { add(report) }
        guard ActionDraft.statuses(history, present) == wanted else { return nil }
        // The record is written once, whatever passed through it.
        if let present, present != statuses.present { steps.append(.present(present)) }
    }

    /// Puts another status in place of the last.
    private mutating func correct(to report: PlanAction.StatusReport) -> Bool {
        let last = ActionDraft.order(of: history).last
        // A present status that the history has too is said once; both have to change.
        if present == nil || last.map({ history[$0] }) == present {
            guard let last, last >= fixed else { return false }
            history[last] = report
            steps.append(.row(last - fixed, report))
        }
        if present != nil { present = report }
        return true
    }

    /// Adds a status behind the last.
    private mutating func add(_ report: PlanAction.StatusReport) {
        if let before = present {
            // What was in the record goes into the history, unless it is there already.
            if ActionDraft.statuses(history, nil).last != before {
                history.append(before)
                steps.append(.newRow(before))
            }
        } else if !history.isEmpty, ActionDraft.statuses(history + [report], nil).last == report {
            history.append(report)
            steps.append(.newRow(report))
            return
        }
        present = report
    }
}

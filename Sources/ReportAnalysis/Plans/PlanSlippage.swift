package import ReportModel
package import ReportVocabulary

/// An action whose date was not kept, or was moved.
package struct PlanSlippage: Sendable, Hashable, Codable {
    /// How it slipped.
    package enum Kind: Sendable, Hashable, Codable {
        /// It was done after its due date.
        case doneLate(completed: PartialDate)
        /// The due date was moved: the plan now says another than an earlier version did.
        case moved(from: PartialDate)
        /// A progress note expects it after its due date.
        case expectedLater(note: ProgressNote.ID, date: PartialDate)
    }

    /// The action.
    package let action: PlanAction.ID
    /// Its due date.
    package let due: PartialDate
    /// How it slipped.
    package let kind: Kind
    /// By how many calendar days, counted between the last days that the two dates can mean; for an action done late,
    /// the days by which it was late at least.
    package let days: Int

    /// The slip in a sentence.
    package var explanation: String {
        let length = CountText.of(days, "day")
        return switch kind {
        case .doneLate(let completed):
            "Done \(completed.day == nil ? "in" : "on") \(completed.label), due by \(due.lastDay.label): \(length) "
                + "late."
        case .moved(let earlier): "Due date moved from \(earlier.label) to \(due.label), by \(length)."
        case .expectedLater(_, let date):
            "Due by \(due.lastDay.label), now expected by \(date.lastDay.label): \(length) later."
        }
    }
}

extension ImprovementPlan {
    /// The actions whose dates were not kept by a day, or were moved.
    ///
    /// An action is late when the first day that its completion can mean is after the last day that its due date can
    /// mean, so that two dates known to the same month are no slip. Dates that were brought forward are none either.
    /// Notes count where they name the action itself; the last one with a date counts.
    ///
    /// - Parameters:
    ///   - day: The day; what was completed or reported later is left out.
    ///   - earlier: An earlier version of the plan, to find due dates that were moved. Actions are matched by
    ///     identifier.
    /// - Returns: The slips in the order of the actions; an action may have more than one.
    /// - Complexity: O(n + m) for n actions and m notes.
    package func slippages(on day: CalendarDate, since earlier: ImprovementPlan? = nil) -> [PlanSlippage] {
        var formerDue: [PlanAction.ID: PartialDate] = [:]
        for action in earlier?.actions ?? [] { formerDue[action.id] = formerDue[action.id] ?? action.due }
        var expected: [PlanReference: (note: ProgressNote.ID, date: PartialDate)] = [:]
        for note in progress where (note.period?.lastDay ?? day) <= day {
            guard let date = note.due else { continue }
            for reference in note.references { expected[reference] = (note.id, date) }
        }
        var result: [PlanSlippage] = []
        for action in actions {
            guard let due = action.due else { continue }
            func add(_ kind: PlanSlippage.Kind, _ from: CalendarDate, _ to: CalendarDate) {
                guard from < to else { return }
                result.append(PlanSlippage(action: action.id, due: due, kind: kind, days: from.days(until: to)))
            }
            if let former = formerDue[action.id] { add(.moved(from: former), former.lastDay, due.lastDay) }
            if let completed = action.completed, completed.firstDay <= day {
                add(.doneLate(completed: completed), due.lastDay, completed.firstDay)
            } else if let reference = action.planReference, let later = expected[reference], !action.isDone(on: day) {
                add(.expectedLater(note: later.note, date: later.date), due.lastDay, later.date.lastDay)
            }
        }
        return result
    }
}

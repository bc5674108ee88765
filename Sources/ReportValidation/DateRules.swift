import ReportModel
import ReportVocabulary

/// Nothing ends before it begins, and nothing was done after the report was written.
///
/// Dates known to the month or year are compared only as far as they go: something that starts on 14 November and is due in
/// November is in order.
enum DateRules {
    static func check(_ pack: ReportPack, into problems: inout ProblemList) {
        for plan in pack.plans {
            if let start = plan.start, let end = plan.end, end.isCertainlyBefore(start) {
                problems.error(
                    .dateOrder, about: RecordReference(.plan, plan.id), field: "end", values: [end.description],
                    "The plan ends on \(end), before it starts on \(start); swap or correct the dates.")
            }
            for action in plan.actions { check(action, asOf: pack.manifest.date, into: &problems) }
        }
        for inspection in pack.inspections { check(inspection, into: &problems) }
    }

    private static func check(_ action: PlanAction, asOf date: CalendarDate, into problems: inout ProblemList) {
        let subject = RecordReference(.action, action.id)
        if let start = action.start, let due = action.due, due.isCertainlyBefore(start) {
            problems.error(
                .dateOrder, about: subject, field: "due", values: [due.description],
                "The action is due on \(due), before it starts on \(start); swap or correct the dates.")
        }
        if let start = action.start, let completed = action.completed, completed.isCertainlyBefore(start) {
            problems.error(
                .dateOrder, about: subject, field: "completed", values: [completed.description],
                "The action was completed on \(completed), before it started on \(start); correct one of the dates.")
        }
        if let completed = action.completed {
            if completed.firstDay > date {
                problems.warning(
                    .dateOrder, about: subject, field: "completed", values: [completed.description],
                    "The action was completed on \(completed), after the report is dated, \(date); check the date.")
            }
            if let status = action.status(on: date), status != .complete, status != .embedded {
                problems.warning(
                    .inconsistent, about: subject, field: "completed", values: [completed.description],
                    "The action was completed on \(completed), but its status is “\(status.rawValue)”; write "
                        + "“\(BRAGStatus.complete.rawValue)”, or take the date out.")
            }
        }
        checkHistory(action.statuses, about: subject, into: &problems)
        if let later = action.statuses.lazy.compactMap(\.date).first(where: { $0.firstDay > date }) {
            problems.warning(
                .dateOrder, about: subject, field: "statuses", values: [later.description],
                "The status of \(later) is dated after the report, \(date); this report shows the one before it.")
        }
    }

    private static func checkHistory(
        _ statuses: [PlanAction.StatusReport], about subject: RecordReference, into problems: inout ProblemList
    ) {
        var earlier: PartialDate?
        for report in statuses {
            guard let date = report.date else { continue }
            if let earlier, date.isCertainlyBefore(earlier) {
                problems.warning(
                    .dateOrder, about: subject, field: "statuses", values: [date.description],
                    "The status of \(date) is listed after the status of \(earlier); put the earliest first, since the last "
                        + "counts as the present one.")
                return
            }
            earlier = date
        }
    }

    private static func check(_ inspection: InspectionEvent, into problems: inout ProblemList) {
        let subject = RecordReference(.inspection, inspection.id)
        if let start = inspection.start, let end = inspection.end, end.isCertainlyBefore(start) {
            problems.error(
                .dateOrder, about: subject, field: "end", values: [end.description],
                "The event ends on \(end), before it starts on \(start); swap or correct the dates.")
        }
        if let start = inspection.start, let published = inspection.published, published.isCertainlyBefore(start) {
            problems.warning(
                .dateOrder, about: subject, field: "published", values: [published.description],
                "The report was published on \(published), before the event started on \(start); check the dates.")
        }
    }
}

extension PartialDate {
    /// Whether every day that this date can mean comes before every day that another can mean.
    fileprivate func isCertainlyBefore(_ other: PartialDate) -> Bool { lastDay < other.firstDay }
}

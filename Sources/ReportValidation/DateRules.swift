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
        for inspection in pack.inspections { check(inspection, asOf: pack.manifest.date, into: &problems) }
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

    private static func check(
        _ inspection: InspectionEvent, asOf date: CalendarDate, into problems: inout ProblemList
    ) {
        let subject = RecordReference(.inspection, inspection.id)
        switch inspection.status {
        case .held:
            if let start = inspection.start, start.firstDay > date {
                problems.warning(
                    .dateOrder, about: subject, field: "start", values: [start.description],
                    "The event is said to be held, and it starts on \(start), after the report is dated, \(date); correct the date, "
                        + "or write planned.")
            }
        case .planned, .expected:
            if let end = inspection.end ?? inspection.start, end.lastDay < date {
                problems.warning(
                    .dateOrder, about: subject, field: "status", values: [inspection.status.rawValue],
                    "The event is still \(inspection.status.rawValue), and its time was \(end), before the report is dated, \(date); "
                        + "write held, or correct the date.")
            }
        case .issued, .revoked: break
        }
        for (position, event) in inspection.dates.enumerated() {
            guard let day = event.date, let printed = event.printed.flatMap({ PrintedDate.date(in: $0) }),
                printed.isCertainlyBefore(day) || day.isCertainlyBefore(printed)
            else { continue }
            problems.warning(
                .dateOrder, about: subject, field: FieldPath([.init("dates", item: position + 1), .init("printed")]),
                values: [event.printed ?? ""],
                "\(MessageText.value(event.printed ?? "")) is printed for what was \(event.label) on \(day.label)"
                    + (printed.firstDay > date
                        ? ", and is after the report is dated, \(date); correct it." : "; correct one of them."))
        }
        checkLetters(of: inspection, into: &problems)
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

extension DateRules {
    /// Requirements lettered a, b, c and then D: a reader looks for d.
    private static func checkLetters(of inspection: InspectionEvent, into problems: inout ProblemList) {
        let letters = inspection.requirements.compactMap(\.letter).filter { $0.count == 1 && $0.allSatisfy(\.isLetter) }
        let capitals = letters.count { $0.allSatisfy(\.isUppercase) }
        guard letters.count > 2, capitals > 0, capitals < letters.count else { return }
        let isOdd: (String) -> Bool = { $0.allSatisfy(\.isUppercase) == (capitals * 2 < letters.count) }
        guard let odd = inspection.requirements.first(where: { $0.letter.map { $0.count == 1 && isOdd($0) } ?? false })
        else { return }
        problems.warning(
            .inconsistent, about: RecordReference(.requirement, odd.id), field: "letter", values: [odd.letter ?? ""],
            "The requirement has the letter \(odd.letter ?? ""), and those beside it have \(isOdd("A") ? "small letters" : "capitals"); "
                + "write it as they are.")
    }
}

/// A date as a report prints it, which may have an ending behind the day.
enum PrintedDate {
    /// “18th November 2022” as a date.
    static func date(in text: String) -> PartialDate? {
        let tokens = text.split(separator: " ").map { token -> String in
            let digits = token.prefix { $0.isNumber }
            let rest = token.dropFirst(digits.count).lowercased()
            return !digits.isEmpty && ["st", "nd", "rd", "th"].contains(rest) ? String(digits) : String(token)
        }
        return DateReader.read(tokens.joined(separator: " ")).date
    }
}

extension PartialDate {
    /// Whether every day that this date can mean comes before every day that another can mean.
    fileprivate func isCertainlyBefore(_ other: PartialDate) -> Bool { lastDay < other.firstDay }
}

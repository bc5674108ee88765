import ReportAnalysis
import ReportModel
import ReportVocabulary

extension Composer {
    /// What directions require between the date of the report and a year later; absent at the end of the calendar.
    private var schedule: DirectionSchedule? {
        pack.manifest.date.adding(months: 12).map { end in
            DirectionSchedule(of: events, from: pack.manifest.date, through: end)
        }
    }

    /// What directions of the Secretary of State require.
    func requirements() -> PublicationSection? {
        typealias Row = (event: InspectionEvent, item: DirectionRequirement)
        let rows: [Row] = events.flatMap { event in event.requirements.map { (event, $0) } }
        let next = Dictionary((schedule?.entries ?? []).map { ($0.requirement, $0.date) }) { first, _ in first }
        return section(
            "requirements", "Requirements of directions", short: "Requirements",
            "What directions of the Secretary of State require, how often, and when it falls due next in the year after "
                + "\(pack.manifest.date.label).",
            exempt: rows.map(\.event.access),
            TableSketch<Row>(
                name: "Requirements", title: "Requirements of directions",
                columns: [
                    .init("Direction", width: 28) { $0.event.title },
                    .init("In force", width: 9) { $0.event.status.label },
                    .init("Letter", width: 8) { $0.item.letter },
                    .init("What is required", width: 56) { $0.item.text },
                    .init("Towards", width: 20) { $0.item.counterpart },
                    .init("How often", width: 16) { $0.item.cadence?.text.capitalisedFirst },
                    .init("A report", width: 9) { $0.item.isReport ? "Yes" : "No" },
                    .init("Next due", width: 14) { row in .date(next[row.item.id]) },
                ], record: { .requirement($0.item.id) }
            ).block(of: rows))
    }

    /// Something that falls due.
    private struct DueItem {
        var date: PartialDate
        var kind: String
        var reference: String?
        /// The record that it is, to which its reference leads.
        var record: GoldenThread.Node?
        var text: String
        /// Who it is owed to, or who answers for it.
        var who: String?
        var origin: String
        var status = Cell.empty
        /// Who may see it.
        var access: [Access]
    }

    /// What falls due in the twelve months after the date of the report, the earliest first.
    func fallingDue() -> PublicationSection? {
        let today = pack.manifest.date
        guard let schedule else { return nil }
        let items = (requirementsDue(schedule) + recommendationsDue + termsDue + actionsDue + visitsDue).filter {
            item in
            item.date.lastDay >= today && item.date.firstDay <= schedule.lastDay
        }.enumerated().sorted { left, right in
            (left.element.date.lastDay, left.offset) < (right.element.date.lastDay, right.offset)
        }.map(\.element)
        let undated = schedule.undated.count
        return section(
            "falling-due", "Falling due by \(schedule.lastDay.label)", short: "Falling due",
            "What directions, inspectors and the plan ask for in the twelve months after \(today.label), the earliest first. What "
                + "was due before and is not done is shown as overdue in the plan tracker."
                + (undated > 0
                    ? " \(CountText.of(undated, "requirement")) in force without a first date cannot be listed." : ""),
            exempt: items.flatMap(\.access),
            TableSketch<DueItem>(
                name: "Falling_due", title: "Falling due",
                columns: [
                    .init(number: "Due", width: 13) { .date($0.date) },
                    .init("Time left", width: 13) { Self.timeLeft(from: today, to: $0.date) },
                    .init("Kind", width: 15) { $0.kind },
                    .init("Reference", width: 14) { .text($0.reference, to: $0.record) },
                    .init("What is due", width: 44) { $0.text },
                    .init("To or by whom", width: 24) { $0.who },
                    .init("From", width: 28) { $0.origin },
                    .init("Status", width: 14) { $0.status },
                ]
            ).block(of: items))
    }

    /// Each requirement once, on the first day it falls due, with how often it does after that.
    private func requirementsDue(_ schedule: DirectionSchedule) -> [DueItem] {
        let records = Dictionary(
            events.flatMap { event in event.requirements.map { ($0.id, (event, $0)) } },
            uniquingKeysWith: { first, _ in first })
        let dates = Dictionary(grouping: schedule.entries, by: \.requirement)
        var seen: Set<DirectionRequirement.ID> = []
        return schedule.entries.compactMap { entry in
            guard seen.insert(entry.requirement).inserted, let (event, item) = records[entry.requirement] else {
                return nil
            }
            let again = (dates[entry.requirement]?.count ?? 1) - 1
            let cadence = item.cadence.map { " (\($0.text))" } ?? ""
            return DueItem(
                date: PartialDate(entry.date), kind: item.isReport ? "Report required" : "Requirement",
                reference: item.letter.map { "(\($0))" }, record: .requirement(item.id),
                text: item.text + (again > 0 ? " Then \(CountText.times(again)) more\(cadence)." : ""),
                who: item.counterpart.map { "To or with: \($0)" }, origin: event.title, access: [event.access])
        }
    }

    private var recommendationsDue: [DueItem] {
        func item(_ recommendation: Recommendation, from origin: String, _ access: Access) -> DueItem? {
            recommendation.due.map { due in
                DueItem(
                    date: due, kind: recommendation.kind.rawValue.replacingHyphens.capitalisedFirst,
                    reference: recommendation.id.text, record: .recommendation(recommendation.id),
                    text: recommendation.text, origin: origin,
                    access: [access, recommendation.access])
            }
        }
        return events.flatMap { event in
            event.recommendations.compactMap { item($0, from: event.title, event.access) }
        }
            + pack.audits.recommendations.compactMap {
                item($0, from: pack.audits.title ?? "Audit programme", .unrestricted)
            }
    }

    private var termsDue: [DueItem] {
        events.flatMap { event in
            event.termsOfReference.compactMap { term in
                term.due.map { due in
                    DueItem(
                        date: due, kind: "Term of reference", reference: term.reference, text: term.text,
                        origin: [event.title, term.heading].compactMap { $0 }.joined(separator: ": "),
                        access: [event.access])
                }
            }
        }
    }

    private var actionsDue: [DueItem] {
        pack.plans.flatMap { plan in
            plan.actions.filter { !$0.isDone(on: pack.manifest.date) }.compactMap { action in
                action.due.map { due in
                    DueItem(
                        date: due, kind: "Action", reference: action.reference.map { "Action \($0.text)" },
                        record: .action(action.id),
                        text: action.title,
                        who: index.role(action.owner).map { "By: \($0)" }, origin: plan.title,
                        status: action.status.map { .text($0.colouredLabel, tone: $0.tone) } ?? .empty,
                        access: [plan.access, action.access])
                }
            }
        }
    }

    private var visitsDue: [DueItem] {
        events.filter { $0.status == .planned || $0.status == .expected }.compactMap { event in
            event.start.map { start in
                DueItem(
                    date: start, kind: event.kind.label, text: "\(event.title) begins.",
                    who: "By: \(event.body)", origin: "Planned event", status: .text(event.status.label),
                    access: [event.access])
            }
        }
    }

    /// How long it is to a date, at the earliest and at the latest where it is known to the month or year.
    private static func timeLeft(from today: CalendarDate, to date: PartialDate) -> String {
        let ends = [max(date.firstDay, today), date.lastDay].map { timeLeft(from: today, to: $0) }
        let (first, last) = (ends[0], ends[1])
        guard first.label != last.label else { return last.label }
        return first.unit == last.unit || first.number == 0
            ? "\(first.number) to \(last.label)" : "\(first.label) to \(last.label)"
    }

    /// How long it is to a day, in days and from two months on in whole months.
    private static func timeLeft(
        from today: CalendarDate, to day: CalendarDate
    ) -> (number: Int, unit: String, label: String) {
        let days = today.days(until: day)
        var months = 0
        while let later = today.adding(months: months + 1), later <= day { months += 1 }
        let (number, unit) = months < 2 ? (days, "day") : (months, "month")
        return (number, unit, number == 0 ? "Today" : CountText.of(number, unit))
    }
}

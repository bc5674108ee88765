import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

extension Composing {
    /// What directions require between the date of the report and a year later; absent at the end of the calendar.
    fileprivate var schedule: DirectionSchedule? {
        pack.manifest.date.adding(months: 12).map { end in
            DirectionSchedule(of: events, from: pack.manifest.date, through: end)
        }
    }
}

/// What directions require.
struct RequirementsSection: StandardSection {
    static let id: SectionID = "requirements"
    let composer: Composer

    /// What directions of the Secretary of State require.
    func compose() -> PublicationSection? {
        typealias Row = (event: InspectionEvent, item: DirectionRequirement)
        let rows: [Row] = events.flatMap { event in event.requirements.map { (event, $0) } }
        // The entries come in the order of their days.
        let next = Dictionary((schedule?.entries ?? []).map { ($0.requirement, $0.date) }) { first, _ in first }
        return section(
            InspectionWording.requirementsTitle, short: InspectionWording.requirementsShortTitle,
            InspectionWording.requirementsLead(after: pack.manifest.date.label),
            exempt: rows.map(\.event.access),
            TableSketch<Row>(
                name: "Requirements", title: InspectionWording.requirementsTitle,
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
            ).block(of: rows, on: page))
    }
}

/// What falls due within a year.
struct FallingDueSection: StandardSection {
    static let id: SectionID = "falling-due"
    let composer: Composer

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
    func compose() -> PublicationSection? {
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
            InspectionWording.dueTitle(by: schedule.lastDay.label), short: InspectionWording.dueShortTitle,
            InspectionWording.dueLead(after: today.label, undated: undated),
            exempt: items.flatMap(\.access),
            TableSketch<DueItem>(
                name: "Falling_due", title: InspectionWording.dueShortTitle,
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
            ).block(of: items, on: page))
    }

    /// Each requirement once, on the first day it falls due, with how often it does after that.
    private func requirementsDue(_ schedule: DirectionSchedule) -> [DueItem] {
        let dates = Dictionary(grouping: schedule.entries, by: \.requirement)
        var seen: Set<DirectionRequirement.ID> = []
        return schedule.entries.compactMap { entry in
            guard seen.insert(entry.requirement).inserted, let item = index.requirements[entry.requirement],
                let event = index.inspection(of: entry.requirement)
            else { return nil }
            let again = (dates[entry.requirement]?.count ?? 1) - 1
            return DueItem(
                date: PartialDate(entry.date),
                kind: item.isReport ? InspectionWording.reportRequired : InspectionWording.otherRequirement,
                reference: item.letter.map(InspectionWording.letter), record: .requirement(item.id),
                text: InspectionWording.repeated(item.text, times: again, item.cadence?.text),
                who: item.counterpart.map(InspectionWording.owedTo), origin: event.title, access: [event.access])
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
                item($0, from: pack.audits.title ?? AuditWording.programmeTitle, .unrestricted)
            }
    }

    private var termsDue: [DueItem] {
        events.flatMap { event in
            event.termsOfReference.compactMap { term in
                term.due.map { due in
                    DueItem(
                        date: due, kind: InspectionWording.term, reference: term.reference, text: term.text,
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
                        date: due, kind: InspectionWording.action,
                        reference: action.reference.map { InspectionWording.reference($0.text) },
                        record: .action(action.id),
                        text: action.title,
                        who: action.owners.isEmpty
                            ? nil : InspectionWording.owedBy(MessageText.list(index.owners(of: action))), origin: plan.title,
                        status: action.status(on: pack.manifest.date).map { .text($0.colouredLabel, tone: $0.tone) }
                            ?? .empty,
                        access: [plan.access, action.access])
                }
            }
        }
    }

    private var visitsDue: [DueItem] {
        events.filter { $0.status == .planned || $0.status == .expected }.compactMap { event in
            event.start.map { start in
                DueItem(
                    date: start, kind: event.kind.label, text: InspectionWording.begins(event.title),
                    who: InspectionWording.owedBy(event.body), origin: InspectionWording.plannedEvent,
                    status: .text(event.status.label),
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
        return (number, unit, number == 0 ? InspectionWording.today : CountText.of(number, unit))
    }
}

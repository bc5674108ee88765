import ReportModel
import ReportVocabulary

extension ChangeList {
    mutating func compareActions(_ earlier: ReportPack, _ later: ReportPack) {
        let (then, now) = (earlier.manifest.date, later.manifest.date)
        Self.matched(earlier.plans.flatMap(\.actions), later.plans.flatMap(\.actions)) { old, new in
            switch (old, new) {
            case (let old?, let new?): compare(old, on: then, new, on: now)
            case (nil, let new?):
                let due = new.due.map { ", due by \($0.lastDay.label)" } ?? ""
                add(
                    .actionAdded, .action(new.id), .low, to: new.state(on: now), "\(new.name) is new in the plan\(due)."
                )
            case (let old?, nil):
                let done = old.isDone(on: then)
                add(
                    .actionDropped, .action(old.id), done ? .low : .high, done ? .neutral : .worse,
                    from: old.state(on: then),
                    "\(old.name) is no longer in the plan" + (done ? "; it was complete." : ", and was not complete."))
            case (nil, nil): break
            }
        }
    }

    /// Status, lateness and due date are three things that can each change; each is said once.
    private mutating func compare(
        _ old: PlanAction, on then: CalendarDate, _ new: PlanAction, on now: CalendarDate
    ) {
        let subject = PackChange.Subject.action(new.id)
        let (wasDone, isDone) = (old.isDone(on: then), new.isDone(on: now))
        let (before, after) = (old.state(on: then), new.state(on: now))
        let (first, second) = (old.status(on: then), new.status(on: now))
        if isDone, !wasDone {
            let late = new.completed.flatMap { done in new.due.map { $0.lastDay < done.firstDay } } ?? false
            let on = new.completed.map { " (\($0.label))" } ?? ""
            add(
                .actionCompleted, subject, .medium, .better, from: before, to: after,
                "\(new.name) was completed\(on)\(late ? ", after its due date" : "").")
        } else if wasDone, !isDone {
            add(
                .actionReopened, subject, .high, .worse, from: before, to: after,
                "\(new.name) was complete and is open again.")
        } else if first != second {
            let meaning = Self.meaning(from: first, to: second)
            add(
                .actionStatus, subject, meaning == .worse ? .high : .low, meaning, from: before, to: after,
                "\(new.name) went from \(before.lowercased()) to \(after.lowercased()).")
        }
        if new.isOverdue(on: now), !old.isOverdue(on: then), let due = new.due {
            let days = new.daysOverdue(on: now) ?? 0
            add(
                .actionOverdue, subject, .high, .worse, to: "Due by \(due.lastDay.label)",
                "\(new.name) is newly overdue: it was due by \(due.lastDay.label), \(CountText.of(days, "day")) ago.")
        }
        if old.due != new.due { addDueDate(old, new) }
    }

    private mutating func addDueDate(_ old: PlanAction, _ new: PlanAction) {
        let subject = PackChange.Subject.action(new.id)
        let (before, after) = (old.due?.label ?? "no due date", new.due?.label ?? "no due date")
        if let first = old.due, let second = new.due, first.lastDay < second.lastDay {
            add(
                .actionSlipped, subject, .high, .worse, from: before, to: after,
                "The due date of \(new.name) moved from \(before) to \(after), by "
                    + "\(CountText.of(first.lastDay.days(until: second.lastDay), "day")).")
        } else {
            let severity: PackChange.Severity = new.due == nil ? .high : .low
            add(
                .actionRescheduled, subject, severity, new.due == nil ? .worse : .neutral, from: before, to: after,
                "The due date of \(new.name) changed from \(before) to \(after).")
        }
    }

    private static func meaning(from old: BRAGStatus?, to new: BRAGStatus?) -> PackChange.Meaning {
        guard let before = old?.standing, let after = new?.standing, before != after else { return .neutral }
        return after > before ? .better : .worse
    }

    mutating func compareRisks(_ earlier: ReportPack, _ later: ReportPack) {
        Self.matched(earlier.risks, later.risks) { old, new in
            switch (old, new) {
            case (let old?, let new?): compare(old, new)
            case (nil, let new?):
                add(
                    .riskAdded, .risk(new.id), .medium, .worse, to: new.scores,
                    "The risk \(MessageText.quoted(new.title)) is new" + (new.scores.map { ": \($0)." } ?? "."))
            case (let old?, nil):
                add(
                    .riskRemoved, .risk(old.id), .medium, from: old.scores,
                    "The risk \(MessageText.quoted(old.title)) is no longer listed.")
            case (nil, nil): break
            }
        }
    }

    private mutating func compare(_ old: Risk, _ new: Risk) {
        guard old.inherent != new.inherent || old.residual != new.residual else { return }
        // The score with controls in place is what the council lives with; the other decides where it did not move.
        let pairs = [(old.residual, new.residual), (old.inherent, new.inherent)]
        let moved = pairs.lazy.compactMap { before, after -> Int? in
            guard let before, let after, before.value != after.value else { return nil }
            return after.value < before.value ? -1 : 1
        }.first
        let meaning: PackChange.Meaning = moved.map { $0 < 0 ? .better : .worse } ?? .neutral
        let (before, after) = (old.scores ?? "no score", new.scores ?? "no score")
        add(
            .riskScore, .risk(new.id), meaning == .worse ? .high : .medium, meaning, from: before, to: after,
            "The risk \(MessageText.quoted(new.title)) went from \(before) to \(after).")
    }

    mutating func compareEnclosures(_ earlier: ReportPack, _ later: ReportPack) {
        // Identifiers are unique: validation reports one that is used twice as an error.
        let before = Dictionary(earlier.reports.map { ($0.id, $0.enclosures) }) { first, _ in first }
        for report in later.reports {
            // Of two papers with the same label, which validation warns of, the first counts, then and now.
            let old = Dictionary((before[report.id] ?? []).map { ($0.label, $0.access) }) { first, _ in first }
            var seen: Set<String> = []
            for enclosure in report.enclosures where seen.insert(enclosure.label).inserted {
                guard let access = old[enclosure.label], !access.limitsTheSame(as: enclosure.access) else { continue }
                let (first, second) = (access.words, enclosure.access.words)
                add(
                    .enclosureAccess, .enclosure(report.id, label: enclosure.label), .high, from: first, to: second,
                    "\(enclosure.label) of \(MessageText.quoted(report.title)) was \(first) and is now \(second).")
            }
        }
    }
}

extension PlanAction {
    /// The action as people know it.
    fileprivate var name: String { reference.map { "\($0.text) \(title)" } ?? title }

    /// The status on a day, in words.
    fileprivate func state(on day: CalendarDate) -> String {
        if let status = status(on: day) { return status.label }
        return isDone(on: day) ? "Complete" : "No status"
    }
}

extension BRAGStatus {
    /// The place from worst to best; none for work that need not have begun.
    fileprivate var standing: Int? {
        switch self {
        case .notStarted: nil
        case .offTrack: 0
        case .atRisk: 1
        case .onTrack: 2
        case .complete: 3
        case .embedded: 4
        }
    }
}

extension Risk {
    /// The scores in words.
    fileprivate var scores: String? {
        let parts = [
            inherent.map { "\($0.label) before controls" }, residual.map { "\($0.label) with controls" },
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}

extension Risk.Score {
    /// The product, with likelihood and impact where they are known.
    fileprivate var label: String {
        switch self {
        case .matrix(let likelihood, let impact): "\(value) (\(likelihood) × \(impact))"
        case .product(let value): "\(value)"
        }
    }
}

extension Access {
    /// Whether two limit the same; the reason that is stated makes no difference to who may see something.
    fileprivate func limitsTheSame(as other: Access) -> Bool {
        exemptParagraphs == other.exemptParagraphs && agreements == other.agreements
    }

    /// The limits in words.
    fileprivate var words: String {
        var parts: [String] = []
        if !exemptParagraphs.isEmpty {
            let numbers = exemptParagraphs.sorted().map { "\($0.rawValue)" }
            parts.append(
                "exempt under \(numbers.count == 1 ? "paragraph" : "paragraphs") \(MessageText.list(numbers)) of "
                    + "Schedule 12A")
        }
        if !agreements.isEmpty { parts.append("restricted by an agreement") }
        return parts.isEmpty ? "open to the public" : parts.joined(separator: " and ")
    }
}

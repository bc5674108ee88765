import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

extension Composer {
    /// How many lines the parts of the summary may have: the first that fit the page are taken.
    private struct Room {
        /// Worries, and as many things that work well.
        var messages: Int
        var changes: Int
        /// Grave findings of the checks.
        var checks: Int

        static let steps = [
            Room(messages: 6, changes: 5, checks: 3), Room(messages: 6, changes: 4, checks: 2),
            Room(messages: 5, changes: 4, checks: 2), Room(messages: 5, changes: 3, checks: 1),
            Room(messages: 4, changes: 3, checks: 1), Room(messages: 4, changes: 2, checks: 0),
            Room(messages: 3, changes: 2, checks: 0),
        ]
    }

    /// How many sorts of what small numbers hide are named.
    private static let fewSorts = 4

    /// One page: how far the work is, what to worry about, what works, what changed, which checks failed, what is withheld.
    ///
    /// A part that has nothing to say is left out.
    func summary() -> PublicationSection? {
        let facts = keyFacts()
        let withheld = part("What this version withholds", withheldItems)
        let failed = failedChecks
        func blocks(_ room: Room) -> [Block] {
            // The table comes last: readers of a screen do not look for anything below it.
            (facts.isEmpty ? [] : [.list(facts)])
                + part("Changed since last time", changedItems(atMost: room.changes))
                + part("Checks that failed", failed.counts + failed.grave.prefix(room.checks)) + withheld
                + mainMessages(atMost: room.messages)
        }
        let fitting = Room.steps.lazy.map(blocks).first { PageBudget.height(of: $0) <= PageBudget.height }
        let note = messagesNote
        return section(
            "summary", "Summary",
            "The main messages of the report, each explained in the sections that follow."
                + (note.isEmpty ? "" : " \(note)"), fitting ?? Room.steps.last.map(blocks) ?? [])
    }

    private func part(_ title: String, _ items: [ListItem]) -> [Block] {
        items.isEmpty ? [] : [.heading(level: 2, text: title), .list(items)]
    }

    // MARK: Numbers

    private func keyFacts() -> [ListItem] {
        var facts: [ListItem] = []
        func add(_ label: String, _ value: String) { facts.append(ListItem("\(label): \(value).")) }
        let ratings = pack.indicators.compactMap { positions[$0.id]?.rating.outcome }
        let rated = ratings.filter { $0 != .notRated }
        if !rated.isEmpty {
            let parts = [Rating.Outcome.red, .amber, .green].compactMap { outcome in
                let count = rated.count { $0 == outcome }
                return count == 0 ? nil : "\(count) \(outcome.label.lowercased())"
            }
            add(
                "Measures rated",
                "\(MessageText.list(parts)), of \(ratings.count) with figures")
        }
        let actions = pack.plans.last?.actions ?? []
        if !actions.isEmpty {
            let statuses = BRAGStatus.allCases.compactMap { status in
                let count = actions.count { $0.status == status }
                return count == 0 ? nil : "\(count) \(status.label.lowercased())"
            }
            let overdue = actions.count { $0.isOverdue(on: pack.manifest.date) }
            add(
                "Actions in the plan",
                (statuses.isEmpty ? "\(actions.count), without a status" : MessageText.list(statuses))
                    + (overdue > 0 ? "; \(overdue) overdue on \(pack.manifest.date.label)" : ""))
        }
        let findings = pack.inspections.flatMap(\.findings)
        if !findings.isEmpty {
            let strengths = findings.count { $0.kind == .strength }
            let parts = [
                strengths > 0 ? CountText.of(strengths, "strength") : nil,
                strengths < findings.count ? "\(findings.count - strengths) to improve" : nil,
            ].compactMap { $0 }
            add("Inspection findings", MessageText.list(parts))
        }
        if let claimFact, !claimResults.contains(where: { $0.verdict == .contradicted }) {
            add("Claims of the report", claimFact)
        }
        return facts
    }

    // MARK: Changes

    private func changedItems(atMost room: Int) -> [ListItem] {
        guard let changes = comparison?.changes.all else { return [] }
        let items = changes.prefix(room).map { change in
            ListItem("\(change.kind.label): \(change.text)\(change.text.hasSuffix(".") ? "" : ".")")
        }
        let left = changes.count - items.count
        return items + more(left, "change", "Changes since last time", in: "changes")
    }

    private func more(_ count: Int, _ noun: String, _ title: String, in section: String) -> [ListItem] {
        guard count > 0 else { return [] }
        let words = "\(count) more \(noun)\(count == 1 ? "" : "s"): see \(title)."
        return [ListItem(words, link: SectionLink(section: section))]
    }

    // MARK: Checks

    /// How much of the report contradicts itself, and the gravest of it.
    private var failedChecks: (counts: [ListItem], grave: [ListItem]) {
        var items: [ListItem] = []
        if let claimFact, claimResults.contains(where: { $0.verdict == .contradicted }) {
            items.append(ListItem("Claims of the report: \(claimFact).", link: SectionLink(section: "claims")))
        }
        let lines = pack.dashboardDisagreements().filter { !$0.couldBeRounding }
        if !lines.isEmpty {
            let places = Set(lines.map(\.line)).count
            items.append(
                ListItem(
                    "Printed dashboard: \(places) of \(CountText.of(pack.dashboard.count, "line")) "
                        + "\(places == 1 ? "contradicts" : "contradict") what is printed beside it.",
                    link: SectionLink(section: "dashboard-checks")))
        }
        let failed = pack.checks.filter { $0.outcome == .differs }
        guard !failed.isEmpty else { return (items, []) }
        let grave = failed.filter { $0.severity == .high }
        items.append(
            ListItem(
                "Checks of figures: \(pack.checks.count) made, \(failed.count) found a difference"
                    + (grave.isEmpty ? "." : ", \(grave.count) of them would mislead a reader."),
                link: SectionLink(section: "checks")))
        return (items, grave.map { ListItem("Grave: \($0.statement)") })
    }

    // MARK: What is withheld

    /// What is withheld, one line for each reason.
    private var withheldItems: [ListItem] {
        var reasons: [String] = []
        var items: [String: [WithheldItem]] = [:]
        for item in withheld {
            if items[item.reason] == nil { reasons.append(item.reason) }
            items[item.reason, default: []].append(item)
        }
        var isCut = false
        let lines = reasons.map { reason -> ListItem in
            let sorts = items[reason] ?? []
            let most = sorts.enumerated().sorted { left, right in
                (right.element.count, left.offset) < (left.element.count, right.offset)
            }.map(\.element)
            // What is exempt must be named; of what small numbers hide the greatest part will do.
            let shown = sorts.contains { !$0.protectsSmallNumbers } ? sorts : Array(most.prefix(Self.fewSorts))
            let left = sorts.count - shown.count
            isCut = isCut || left > 0
            let names = shown.map { $0.count > 1 ? "\($0.item) (\(DecimalText.grouped($0.count)))" : $0.item }
            return ListItem(
                "\(reason.dropLast()): \(names.joined(separator: "; "))"
                    + (left > 0 ? "; and \(CountText.of(left, "other sort"))." : "."))
        }
        let section = SectionLink(section: "release-note")
        return lines + (isCut ? [ListItem("All that is withheld: see Release note.", link: section)] : [])
    }
}

extension Composer {
    /// One page: how far the work is, what is withheld, what to worry about and what works.
    func summary() -> PublicationSection? {
        var blocks: [Block] = []
        let facts = keyFacts()
        if !facts.isEmpty { blocks += [.heading(level: 2, text: "The report in numbers"), .list(facts)] }
        if !withheld.isEmpty {
            blocks.append(.heading(level: 2, text: "What this version withholds"))
            blocks.append(.list(withheldItems))
        }
        blocks += mainMessages()
        return section(
            "summary", "Summary", "The main messages of the report, each explained in the sections that follow.", blocks
        )
    }

    /// What is withheld, one line for each reason.
    private var withheldItems: [ListItem] {
        var reasons: [String] = []
        var items: [String: [String]] = [:]
        for item in withheld {
            if items[item.reason] == nil { reasons.append(item.reason) }
            items[item.reason, default: []].append(item.count > 1 ? "\(item.item) (\(item.count))" : item.item)
        }
        return reasons.map { reason in ListItem("\(reason) Withheld: \((items[reason] ?? []).joined(separator: "; ")).")
        }
    }

    private func keyFacts() -> [ListItem] {
        var facts: [ListItem] = []
        func add(_ label: String, _ value: String) { facts.append(ListItem("\(label): \(value).")) }
        let ratings = pack.indicators.compactMap { positions[$0.id]?.rating.outcome }
        let rated = ratings.filter { $0 != .notRated }
        if !rated.isEmpty {
            let parts = [Rating.Outcome.red, .amber, .green].map { outcome in
                "\(rated.count { $0 == outcome }) \(outcome.label.lowercased())"
            }
            add(
                "Indicators rated against a target",
                "\(rated.count) of \(ratings.count) with figures: \(parts.joined(separator: ", "))")
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
                "\(actions.count)" + (statuses.isEmpty ? ", without a printed status" : ": ")
                    + statuses.joined(separator: ", ")
                    + (overdue > 0 ? "; \(overdue) overdue on \(pack.manifest.date.label)" : ""))
        }
        let findings = pack.inspections.flatMap(\.findings)
        if !findings.isEmpty {
            let strengths = findings.count { $0.kind == .strength }
            add(
                "Inspection findings",
                "\(findings.count): \(strengths) \(strengths == 1 ? "strength" : "strengths") and \(findings.count - strengths) to improve"
            )
        }
        if let claimFact { add("Claims of the report", claimFact) }
        let failed = pack.checks.filter { $0.outcome == .differs }
        if !failed.isEmpty {
            let high = failed.count { $0.severity == .high }
            add(
                "Checks of figures",
                "\(pack.checks.count) made, \(failed.count) found a difference"
                    + (high > 0 ? ", \(high) of them would mislead a reader" : ""))
        }
        return facts
    }
}

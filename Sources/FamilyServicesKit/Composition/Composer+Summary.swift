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
        let plan = pack.plans.last
        let worried = messages("Worried about", printed: plan?.worriedAbout ?? [], rated: [.red, .amber])
        let well = messages("Working well", printed: plan?.workingWell ?? [], rated: [.green])
        blocks += messageTable.block(of: worried + well)
        return section(
            "summary", "Summary", "The main messages of the report, each explained on the sheets that follow.", blocks)
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

    /// A measure that deserves a word, and why.
    private typealias Message = (kind: String, indicator: Indicator, latest: Observation)

    private var messageTable: TableSketch<Message> {
        TableSketch(
            name: "Main_messages", title: "What we are worried about, and what is working well",
            columns: [
                .init("We are", width: 16) { row in
                    .text(row.kind, tone: row.kind == "Working well" ? .positive : .caution)
                },
                .init("Measure", width: 50) { $0.indicator.fullTitle },
                .init("Period", width: 22) { $0.latest.period.label },
                .init(number: "Latest position", width: 12) { figure($0.latest, of: $0.indicator) },
                .init("Target", width: 16) { row in
                    row.indicator.target(on: row.latest.period.lastDay)?.label(in: row.indicator.unit)
                },
                .init("Rating", width: 12) { row in
                    .outcome(Rating(of: row.latest.value, for: row.indicator, on: row.latest.period.lastDay).outcome)
                },
                .init("Direction", width: 26) { direction(of: $0.indicator, latest: $0.latest) },
            ])
    }

    /// The measures that the report itself names; where it names none, those whose rating says so, the furthest from their
    /// targets first and at most ten.
    private func messages(_ kind: String, printed: [Indicator.ID], rated outcomes: [Rating.Outcome]) -> [Message] {
        let named = printed.compactMap { index.indicators[$0] }
        let chosen =
            named.isEmpty
            ? pack.indicators.filter { outcomes.contains(rating(of: $0)?.outcome ?? .notRated) }
                .enumerated().sorted { left, right in
                    let (first, second) = (severity(of: left.element), severity(of: right.element))
                    return first != second ? first > second : left.offset < right.offset
                }.prefix(10).map(\.element)
            : named
        return chosen.compactMap { indicator in latest(of: indicator).map { (kind, indicator, $0) } }
    }

    private func latest(of indicator: Indicator) -> Observation? {
        index.mainSeries(of: indicator.id, area: pack.manifest.area, like: pack.manifest.period)?
            .latest(asOf: pack.manifest.period.lastDay)
    }

    private func rating(of indicator: Indicator) -> Rating? {
        latest(of: indicator).map { Rating(of: $0.value, for: indicator, on: $0.period.lastDay) }
    }

    /// Red before amber, then the distance as a share of the target, so that measures of different units can be ranked.
    private func severity(of indicator: Indicator) -> Double {
        guard let rating = rating(of: indicator), let distance = rating.distance,
            case .target(let target) = rating.basis
        else { return 0 }
        let scale = max(target.requirement.nearestEnd(to: 0).magnitude, 1)
        return (rating.outcome == .red ? 1_000_000 : 0) + distance / scale
    }

    private func direction(of indicator: Indicator, latest: Observation) -> String? {
        guard
            let series = index.mainSeries(of: indicator.id, area: pack.manifest.area, like: pack.manifest.period),
            let previous = series.previous(to: latest.period)?.value.number(in: indicator.unit),
            let value = latest.value.number(in: indicator.unit)
        else { return nil }
        let target = indicator.target(on: latest.period.lastDay)
        return DirectionOfTravel(from: previous, to: value, of: indicator, target: target).label
    }

    private func keyFacts() -> [ListItem] {
        var facts: [ListItem] = []
        func add(_ label: String, _ value: String) { facts.append(ListItem("\(label): \(value).")) }
        let ratings = pack.indicators.compactMap { rating(of: $0)?.outcome }
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

extension Composer {
    /// One page: what to worry about, what works, how far the plan is, which checks failed, and what is withheld.
    func summary() -> PublicationSection? {
        var blocks: [Block] = []
        let plan = pack.plans.last
        blocks += exceptions(
            "What we are worried about", printed: plan?.worriedAbout ?? [], rated: [.red, .amber], kind: "Worried")
        blocks += exceptions("What is working well", printed: plan?.workingWell ?? [], rated: [.green], kind: "Well")
        let facts = keyFacts()
        if !facts.isEmpty { blocks += [.heading(level: 2, text: "The report in numbers"), .facts(facts)] }
        if !withheld.isEmpty {
            blocks.append(.heading(level: 2, text: "What this version withholds"))
            blocks.append(
                .list(
                    withheld.map { item in
                        ListItem("\(item.item)\(item.count > 1 ? " (\(item.count))" : ""): \(item.reason)")
                    }))
        }
        return section("summary", "Summary", "The main messages of the report, each explained on the sheets that follow.", blocks)
    }

    /// Measures that deserve a word: those the report itself names, else those whose rating says so.
    private func exceptions(
        _ title: String, printed: [Indicator.ID], rated outcomes: [Rating.Outcome], kind: String
    ) -> [Block] {
        let named = printed.compactMap { index.indicators[$0] }
        let own = named.isEmpty ? pack.indicators.filter { outcomes.contains(rating(of: $0)?.outcome ?? .notRated) } : named
        let ordered =
            named.isEmpty
            ? own.enumerated().sorted { left, right in
                let (first, second) = (severity(of: left.element), severity(of: right.element))
                return first != second ? first > second : left.offset < right.offset
            }.map(\.element) : own
        let rows = ordered.prefix(12).compactMap { indicator in
            latest(of: indicator).map { (indicator: indicator, latest: $0) }
        }
        guard !rows.isEmpty else { return [] }
        let intro =
            named.isEmpty
            ? (ordered.count > rows.count
                ? "The \(rows.count) measures furthest from their targets, of \(ordered.count) rated so."
                : "Measures by their rating against target.")
            : "Measures that the report names."
        return [
            .heading(level: 2, text: title), .paragraph(intro),
            .table(
                TableSketch<(indicator: Indicator, latest: Observation)>(
                    name: kind, title: title,
                    columns: [
                        .init("Measure", width: 50) { $0.indicator.fullTitle },
                        .init("Period", width: 22) { $0.latest.period.label },
                        .init(number: "Latest position", width: 12) { figure($0.latest, of: $0.indicator) },
                        .init("Target", width: 16) { row in
                            row.indicator.target(on: row.latest.period.lastDay)?.label(in: row.indicator.unit)
                        },
                        .init("Rating", width: 12) { row in
                            let rating = Rating(
                                of: row.latest.value, for: row.indicator, on: row.latest.period.lastDay)
                            return .outcome(rating.outcome)
                        },
                        .init("Direction", width: 26) { direction(of: $0.indicator, latest: $0.latest) },
                    ]
                ).table(of: rows)),
        ]
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
        guard let rating = rating(of: indicator), let distance = rating.distance, case .target(let target) = rating.basis
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

    private func keyFacts() -> [Fact] {
        var facts: [Fact] = []
        let ratings = pack.indicators.compactMap { rating(of: $0)?.outcome }
        let rated = ratings.filter { $0 != .notRated }
        if !rated.isEmpty {
            let parts = [Rating.Outcome.red, .amber, .green].map { outcome in
                "\(rated.count { $0 == outcome }) \(outcome.label.lowercased())"
            }
            facts.append(
                Fact(
                    "Indicators rated against a target",
                    "\(rated.count) of \(ratings.count) with figures: \(parts.joined(separator: ", "))"))
        }
        let actions = pack.plans.last?.actions ?? []
        if !actions.isEmpty {
            let statuses = BRAGStatus.allCases.compactMap { status in
                let count = actions.count { $0.status == status }
                return count == 0 ? nil : "\(count) \(status.label.lowercased())"
            }
            let overdue = actions.count { $0.isOverdue(on: pack.manifest.date) }
            facts.append(
                Fact(
                    "Actions in the plan",
                    "\(actions.count)" + (statuses.isEmpty ? ", without a printed status" : ": ")
                        + statuses.joined(separator: ", ")
                        + (overdue > 0 ? "; \(overdue) overdue on \(pack.manifest.date.label)" : "")))
        }
        let findings = pack.inspections.flatMap(\.findings)
        if !findings.isEmpty {
            let strengths = findings.count { $0.kind == .strength }
            facts.append(
                Fact(
                    "Inspection findings",
                    "\(findings.count): \(strengths) strengths and \(findings.count - strengths) to improve"))
        }
        let failed = pack.checks.filter { $0.outcome == .differs }
        if !failed.isEmpty {
            let high = failed.count { $0.severity == .high }
            facts.append(
                Fact(
                    "Checks of figures",
                    "\(pack.checks.count) made, \(failed.count) found a difference"
                        + (high > 0 ? ", \(high) of them would mislead a reader" : "")))
        }
        return facts
    }
}

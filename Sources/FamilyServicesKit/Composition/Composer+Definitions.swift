extension Composer {
    /// What each measure is, how it is counted and what it should be, in columns that fit a page.
    func definitions() -> PublicationSection? {
        // What is the same for all measures is said once.
        let places = Set(pack.indicators.map { sources(of: $0) })
        let place = places.count == 1 && pack.indicators.count > 1 ? places.first ?? "" : ""
        let areInferred = pack.indicators.allSatisfy { $0.polarityBasis == .inferred }
        var lead = "What each measure counts, which way is better, and what it should be."
        if areInferred { lead += " Which way is better was inferred from the nature of the measures." }
        if !place.isEmpty { lead += " Source of all measures: \(place)." }
        return section(
            "definitions", "Definitions", lead, exempt: pack.indicators.map(\.access),
            TableSketch<Indicator>(
                name: "Definitions", title: "Definitions",
                columns: [
                    .init("Measure", width: 31) { $0.fullTitle },
                    .init("Definition", width: 37) { row in
                        [row.definition.text, row.definition.population.map { "Among: \($0)" }].compactMap { $0 }
                            .joined(separator: "\n")
                    },
                    .init("How it is counted", width: 33) { counting(of: $0) },
                    .init("Which way is better", width: 12) { row in
                        row.polarity.direction
                            + (row.polarityBasis == .inferred && !areInferred ? " (inferred)" : "")
                    },
                    .init("Target", width: 17) { targets(of: $0) },
                    .init("Timescale", width: 17) { row in
                        row.timescale.map { "\($0.label) (\($0.authority.rawValue))" }
                    },
                    .init("Owner", width: 14) { index.role($0.owner) },
                    .init("Source", width: 24) { place.isEmpty ? sources(of: $0) : nil },
                ]
            ).block(of: pack.indicators))
    }

    private func sources(of indicator: Indicator) -> String {
        indicator.sources.compactMap { index.place($0) }.joined(separator: "\n")
    }

    /// The unit with what stands above and below the line, and what a value gathers.
    private func counting(of indicator: Indicator) -> String {
        let definition = indicator.definition
        let parts = [
            definition.numerator?.withSmallInitial,
            definition.denominator.map { "out of: \($0.withSmallInitial)" },
        ].compactMap { $0 }
        var text = indicator.unit.label.capitalisedFirst
        if !parts.isEmpty { text += ": \(parts.joined(separator: ", "))" }
        if indicator.accumulation != .period { text += ", \(indicator.accumulation.label)" }
        return text
    }

    private func targets(of indicator: Indicator) -> String {
        indicator.targets.map { target in
            var text = target.label(in: indicator.unit) + " (\(target.level.rawValue))"
            switch target.tolerance {
            case nil: break
            case .absolute(let width): text += ", tolerance \(DecimalText.shortest(width))"
            case .relative(let share): text += ", tolerance \(DecimalText.shortest(share.value))% of target"
            case .floor(let floor): text += ", floor \(DecimalText.shortest(floor))"
            }
            if let from = target.from { text += ", from \(from.label)" }
            if let until = target.until { text += ", until \(until.label)" }
            return text
        }.joined(separator: "\n")
    }
}

extension Polarity {
    /// The polarity in the column that asks which way is better.
    fileprivate var direction: String {
        switch self {
        case .higherIsBetter: "Higher"
        case .lowerIsBetter: "Lower"
        case .inRange: "In the range"
        case .neutral: "Not judged"
        }
    }
}

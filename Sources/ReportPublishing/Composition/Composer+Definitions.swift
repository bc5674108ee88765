import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// What each measure is.
struct DefinitionsSection: StandardSection {
    static let id: SectionID = "definitions"
    let composer: Composer

    /// What each measure is, how it is counted and what it should be, in columns that fit a page.
    func compose() -> PublicationSection? {
        // What is the same for all measures is said once.
        let places = Set(pack.indicators.map { sources(of: $0) })
        let place = places.count == 1 && pack.indicators.count > 1 ? places.first ?? "" : ""
        let areInferred = pack.indicators.allSatisfy { $0.polarityBasis == .inferred }
        let lead = ReferenceWording.definitionsLead(isInferred: areInferred, source: place)
        return section(
            ReferenceWording.definitionsTitle, lead, exempt: pack.indicators.map(\.access),
            TableSketch<Indicator>(
                name: "Definitions", title: ReferenceWording.definitionsTitle,
                columns: [
                    .init(Heading.number, width: 11) { .text(number(of: $0.id), to: .indicator($0.id)) },
                    .init(Heading.measure, width: 27) { $0.fullTitle },
                    .init(Heading.definition, width: 31) { row in
                        [row.definition.text, row.definition.population.map(ReferenceWording.among)].compactMap { $0 }
                            .joined(separator: "\n")
                    },
                    .init(Heading.howItIsCounted, width: 28) { counting(of: $0) },
                    .init(Heading.whichWayIsBetter, width: 10) { row in
                        row.polarityBasis == .inferred && !areInferred
                            ? ReferenceWording.inferred(row.polarity.direction) : row.polarity.direction
                    },
                    .init(Heading.target, width: 14) { targets(of: $0) },
                    .init(Heading.timescale, width: 14) { row in
                        row.timescale.map { "\($0.label) (\($0.authority.rawValue))" }
                    },
                    .init(Heading.owner, width: 12) { index.role($0.owner) },
                    .init(Heading.source, width: 24) { place.isEmpty ? sources(of: $0) : nil },
                    .init(Heading.showsWhether, width: 18) { row in
                        let reasons = namedOrigins(thread.allReasons(for: .indicator(row.id)))
                        return .text(Self.firstAndCount(reasons.map(\.text)), to: reasons.first?.node)
                    },
                ], record: { .indicator($0.id) }
            ).block(of: pack.indicators, on: page))
    }

    private func sources(of indicator: Indicator) -> String {
        indicator.sources.compactMap { composer.place($0) }.joined(separator: "\n")
    }

    /// The unit with what is above and below the line, and what a value gathers.
    private func counting(of indicator: Indicator) -> String {
        let definition = indicator.definition
        let parts = [
            definition.numerator?.withSmallInitial,
            definition.denominator.map { ReferenceWording.outOf($0.withSmallInitial) },
        ].compactMap { $0 }
        var text = indicator.unit.label.capitalisedFirst
        if !parts.isEmpty { text += ": \(parts.joined(separator: ", "))" }
        if indicator.accumulation != .period { text += ", \(indicator.accumulation.label)" }
        return text
    }

    private func targets(of indicator: Indicator) -> String {
        indicator.targets.map { target in
            var text = target.label(in: indicator.unit) + " (\(target.level.rawValue))"
            if let tolerance = target.tolerance { text += ", \(tolerance.label(in: indicator.unit, of: "target"))" }
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

import FamilyServicesImport
import FamilyServicesKit
import Foundation
import TestSupport
import Testing

/// Packs and publications to write.
enum Samples {
    /// The packs of the repository.
    static let names = ExamplePacks.names

    static func path(_ name: String) -> String { ExamplePacks.path(name) }

    static func pack(_ name: String) throws -> ReportPack { try ExamplePacks.load(name) }

    /// A pack in which every sort of record occurs and every optional is filled in.
    static func fullPack() throws -> ReportPack {
        let file = Repository.file("Tests/FamilyServicesImportTests/Fixtures/KitchenSink.json")
        return try JSONDecoder().decode(ReportPack.self, from: Data(contentsOf: file))
    }

    /// Every pack there is, as an audience gets it; the largest one as officers get it alone, but by night.
    static func publications(for audience: Audience) throws -> [Publication] {
        try names.filter { $0 != "sample-borough" || audience == .officers || TestSize.isNightly }
            .map { try ExamplePacks.publication($0, for: audience) } + [fullPublications(audience)]
    }

    private static let fullPublications = Once<Audience, Publication> { try fullPack().publish(for: $0) }

    /// A pack with as many observations as are wanted, of four indicators in turn.
    static func pack(observations count: Int) throws -> ReportPack {
        let periods = try (0..<120).map { try ReportingPeriod.month($0 % 12 + 1, 2010 + $0 / 12) }
        let last = try ReportingPeriod("2025-06")
        let indicators = (0..<4).map { number in
            Indicator(
                id: Indicator.ID("measure-\(number)") ?? "measure", title: "Measure \(number), “quoted” and \\ slashed",
                unit: number % 2 == 0 ? .percent : .rate(per: 10_000), polarity: .higherIsBetter, breakdown: "team")
        }
        let teams = Breakdown(
            id: "team", title: "Team",
            categories: (0..<(count / 480 + 1)).map { .init(id: .init("team-\($0)") ?? "team", title: "Team \($0)") })
        return ReportPack(
            manifest: .init(
                title: "Very many figures", organisation: "Exampleton Council", area: "exampleton", period: last,
                date: try CalendarDate(year: 2025, month: 7, day: 14), isSynthetic: true,
                areas: [Area(id: "exampleton", title: "Exampleton", kind: .localAuthority)]),
            indicators: indicators, breakdowns: [teams],
            observations: (0..<count).map { number in
                Observation(
                    indicator: indicators[number % 4].id, period: periods[number / 4 % 120], area: "exampleton",
                    category: teams.categories[number / 480].id,
                    value: number % 97 == 0
                        ? .missing(.suppressed)
                        : .fraction(numerator: Double(number * 7 % 1_009), denominator: Double(1_009 + number % 13)))
            })
    }

    /// A publication of just these records, whether or not they are in order.
    static func publication(of pack: ReportPack) -> Publication {
        Publication(
            metadata: PublicationMetadata(
                title: pack.manifest.title, organisation: pack.manifest.organisation, date: pack.manifest.date,
                audience: .officers, generator: "tests"),
            sections: [], pack: pack, assessment: pack.assess(),
            releaseNote: ReleaseNote(audience: .officers, policy: .showAll))
    }
}

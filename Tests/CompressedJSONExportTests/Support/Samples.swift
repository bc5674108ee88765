import FamilyServicesImport
import FamilyServicesKit
import Foundation
import Testing

/// Packs and publications to write.
enum Samples {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The packs of the repository.
    static let names = [
        "safeguarding-2015", "improvement-plan-2018-01", "improvement-plan-2019-03", "quarterly-update-2022-01",
        "corporate-parenting-2024-06", "sample-borough",
    ]

    static func path(_ name: String) -> String { root.appending(path: "Examples/Packs/\(name)").path }

    static func pack(_ name: String) throws -> ReportPack {
        try #require(ReportPackLoader().load(folder: path(name)).pack, "\(name) could not be loaded")
    }

    /// A pack in which every sort of record occurs and every optional is filled in.
    static func fullPack() throws -> ReportPack {
        let file = root.appending(path: "Tests/FamilyServicesImportTests/Fixtures/KitchenSink.json")
        return try JSONDecoder().decode(ReportPack.self, from: Data(contentsOf: file))
    }

    /// Every pack there is.
    static func allPacks() throws -> [ReportPack] { try names.map(pack) + [fullPack()] }

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

/// Random numbers that come again with the same seed (SplitMix64), so that a failure can be repeated.
struct SeededRandom: RandomNumberGenerator {
    /// The seed, to be named in the message of every expectation.
    let seed: UInt64
    private var state: UInt64

    init(seed: UInt64 = .random(in: 0...UInt64.max)) {
        self.seed = seed
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

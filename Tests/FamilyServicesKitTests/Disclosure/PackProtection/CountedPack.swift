import FamilyServicesKit
import Testing

/// A small pack of counts, and what a version of it shows of them.
struct CountedPack {
    var pack: ReportPack

    init() throws {
        pack = try ReportPack.minimal()
        pack.manifest.areas = [
            Area(
                id: "exampleton", title: "Exampleton", kind: .localAuthority, members: ["north", "south", "west"]),
            Area(id: "north", title: "North", kind: .locality),
            Area(id: "south", title: "South", kind: .locality),
            Area(id: "west", title: "West", kind: .locality),
        ]
        pack.breakdowns = [
            Breakdown(
                id: "age", title: "Age",
                categories: [
                    .init(id: "under-5", title: "Under 5"), .init(id: "5-to-9", title: "5 to 9"),
                    .init(id: "10-plus", title: "10 and over"),
                ])
        ]
    }

    /// Adds an indicator, by default one that counts children.
    mutating func add(
        _ id: Indicator.ID, unit: MeasurementUnit = .count, decimals: Int? = nil,
        accumulation: Accumulation = .period, counts: CountedGroup? = nil, protects: ProtectedCounts? = nil,
        ties: CountTies? = nil, respondents: Respondents? = nil, service: ServiceArea = .childProtection,
        polarity: Polarity = .higherIsBetter, breakdown: Breakdown.ID? = nil, targets: [Target] = [],
        commentary: [String] = [], access: Access = .unrestricted
    ) {
        pack.indicators.append(
            Indicator(
                id: id, title: "Measure \(id.text)", service: service, unit: unit, decimals: decimals,
                accumulation: accumulation, counts: counts, protects: protects, ties: ties, respondents: respondents,
                polarity: polarity, breakdown: breakdown,
                targets: targets,
                commentary: commentary.map { Commentary($0) }, access: access))
    }

    /// Adds a figure, by default of the whole council in June.
    mutating func add(
        _ value: ObservedValue, to indicator: Indicator.ID, _ period: String = "2026-06",
        area: Area.ID = "exampleton", category: Breakdown.Category.ID? = nil, note: String? = nil,
        access: Access = .unrestricted
    ) throws {
        pack.observations.append(
            Observation(
                indicator: indicator, period: try ReportingPeriod(period), area: area, category: category,
                value: value, note: note, access: access))
    }

    mutating func add(_ counts: [(String, Double)], to indicator: Indicator.ID) throws {
        for (period, count) in counts { try add(.value(count), to: indicator, period) }
    }

    func published(
        for audience: Audience = .everyone, _ policy: SmallNumberPolicy? = nil, previous: ReportPack? = nil
    ) throws -> Publication {
        try pack.publish(for: audience, options: PublicationOptions(previous: previous, smallNumbers: policy))
    }
}

extension Publication {
    /// What the version shows of each figure of an indicator, in the order of the pack; `nil` where it is suppressed.
    func values(of indicator: Indicator.ID) -> [ObservedValue?] {
        pack.observations.filter { $0.indicator == indicator }
            .map { $0.value == .missing(.suppressed) ? nil : $0.value }
    }

    /// Whether each figure of an indicator is suppressed, in the order of the pack.
    func hides(_ indicator: Indicator.ID) -> [Bool] { values(of: indicator).map { $0 == nil } }

    /// Everything that an exporter is given, as text.
    var wholeText: String { String(describing: self) }

    /// What exporters write for people.
    var sectionText: String { String(describing: sections) }
}

import FamilyServicesKit

/// What lines need to know of other records.
struct LineIndex {
    /// A category can only be told together with the breakdown of the indicator.
    struct CategoryKey: Hashable {
        let indicator: Indicator.ID
        let category: Breakdown.Category.ID
    }

    let areas: [Area.ID: Area]
    let roles: [Role.ID: String]
    let indicators: [Indicator.ID: Indicator]
    let methods: [AuditMethod.ID: String]
    private let breakdowns: [Breakdown.ID: Breakdown]

    init(_ pack: ReportPack) {
        areas = Self.table(pack.manifest.areas) { ($0.id, $0) }
        roles = Self.table(pack.manifest.roles) { ($0.id, $0.title) }
        indicators = Self.table(pack.indicators) { ($0.id, $0) }
        methods = Self.table(pack.audits.methods) { ($0.id, $0.title) }
        breakdowns = Self.table(pack.breakdowns) { ($0.id, $0) }
    }

    func title(of key: CategoryKey) -> String? {
        indicators[key.indicator]?.breakdown.flatMap { breakdowns[$0] }?.categories.first { $0.id == key.category }?
            .title
    }

    /// Looks records up by something; of several the first counts.
    static func table<Item, Key: Hashable, Value>(
        _ items: [Item], _ pair: (Item) -> (Key, Value)
    ) -> [Key: Value] {
        Dictionary(items.map(pair)) { first, _ in first }
    }
}

import ReportModel
import ReportVocabulary

/// The areas and roles that the records of a pack name.
///
/// It looks at the records themselves and not at a list of their fields, so that a field that is added later is seen as well.
struct NamesInUse {
    private(set) var areas: Set<Area.ID> = []
    private(set) var roles: Set<Role.ID> = []

    /// Collects the names.
    ///
    /// O(records).
    init(_ pack: ReportPack) {
        areas.insert(pack.manifest.area)
        for area in pack.manifest.areas { areas.formUnion(area.members) }
        for observation in pack.observations { areas.insert(observation.area) }
        var records = pack
        records.observations = []
        records.manifest.areas = []
        records.manifest.roles = []
        collect(records)
    }

    private mutating func collect(_ value: Any) {
        switch value {
        case let area as Area.ID: areas.insert(area)
        case let role as Role.ID: roles.insert(role)
        case is String, is Double, is Int, is Bool: break
        default: for child in Mirror(reflecting: value).children { collect(child.value) }
        }
    }
}

/// The breakdowns that indicators have, and the categories that figures are of.
struct GroupsInUse {
    struct Group: Hashable {
        let breakdown: Breakdown.ID
        let category: Breakdown.Category.ID
    }

    private(set) var breakdowns: Set<Breakdown.ID> = []
    private(set) var groups: Set<Group> = []

    /// Collects the names.
    ///
    /// O(figures).
    init(_ pack: ReportPack) {
        breakdowns = Set(pack.indicators.compactMap(\.breakdown))
        let indicators = RecordTable("indicator", of: pack.indicators)
        for figure in pack.observations {
            guard let category = figure.category, let breakdown = indicators[figure.indicator]?.breakdown else {
                continue
            }
            groups.insert(Group(breakdown: breakdown, category: category))
        }
    }
}

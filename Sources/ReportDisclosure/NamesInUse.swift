import ReportModel
import ReportVocabulary

/// The areas and roles that the records of a pack name.
///
/// It walks the catalogue of fields, so that no field can be forgotten.
struct NamesInUse {
    let areas: Set<Area.ID>
    let roles: Set<Role.ID>

    /// Collects the names.
    ///
    /// O(records).
    init(_ pack: ReportPack) {
        let collector = NameCollector(PackIndex(pack))
        var records = pack
        records.observations = []
        collector.walk(records)
        // Of figures, of which there may be very many, only the area is wanted.
        for observation in pack.observations { collector.areas.insert(observation.area) }
        (areas, roles) = (collector.areas, collector.roles)
    }
}

private final class NameCollector: FieldVisitor, NameVisitor {
    let sorts: FieldSorts = .names
    let index: PackIndex
    var areas: Set<Area.ID> = []
    var roles: Set<Role.ID> = []

    init(_ index: PackIndex) {
        self.index = index
    }

    func visit<Record: CataloguedRecord>(_ field: PackField<Record>, of record: Record, at place: FieldPlace) {
        if case .names(let names) = field.content { names.walk(record, index, place, self) }
    }

    func visit<Target>(_ name: Identifier<Target>, in table: RecordTable<Target>) {
        if let area = name as? Area.ID {
            areas.insert(area)
        } else if let role = name as? Role.ID {
            roles.insert(role)
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

@testable import ReportDisclosure
import FamilyServicesKit
import ReportModel
import ReportVocabulary
import TestSupport
import Testing

/// What takes names out of a public version knows every place where a record names an area or a role.
@Suite struct NamesInUseTests {
    /// Everything of a type that is anywhere in a value, found by reflection and not by a list of fields.
    private func all<Wanted: Hashable>(_ type: Wanted.Type, in value: Any) -> Set<Wanted> {
        switch value {
        case let found as Wanted: [found]
        case is String, is Double, is Int, is Bool: []
        default: Mirror(reflecting: value).children.reduce(into: []) { $0.formUnion(all(type, in: $1.value)) }
        }
    }

    @Test("Every name of an area or a role is found, whatever field of whatever record it is in")
    func finds() throws {
        for pack in [try Fixtures.fullPack(), try Fixtures.sparePack()] {
            var records = pack
            // Areas and roles that nothing but the list of them names are not in use.
            records.manifest.areas = []
            records.manifest.roles = []
            let members = pack.manifest.areas.reduce(into: Set<Area.ID>()) { $0.formUnion($1.members) }
            let found = NamesInUse(pack)
            #expect(found.areas == all(Area.ID.self, in: records).union(members))
            #expect(found.roles == all(Role.ID.self, in: records))
            #expect(!found.areas.isEmpty)
        }
    }
}

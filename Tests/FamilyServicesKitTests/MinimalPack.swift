import FamilyServicesKit

extension ReportPack {
    /// The least that is a pack.
    static func minimal() throws -> ReportPack {
        ReportPack(
            manifest: Manifest(
                title: "A small report", organisation: "Exampleton Council", area: "exampleton",
                period: try ReportingPeriod("2026-06"), date: try CalendarDate(iso: "2026-07-14"),
                areas: [Area(id: "exampleton", title: "Exampleton", kind: .localAuthority)]))
    }
}

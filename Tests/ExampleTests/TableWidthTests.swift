import FamilyServicesKit
import Testing

/// What is printed must be read: on A4 in landscape, one page wide.
@Suite("Widths of tables")
struct TableWidthTests {
    /// The sections about the plan, audits, inspections and registers.
    private static let sections: Set<SectionID> = [
        "commentary", "plan", "actions", "action-measures", "progress", "audit-grades", "moderation", "audit-activity",
        "audit-themes", "standards", "inspections", "judgements", "recommendations", "requirements", "falling-due",
        "commitments", "surveys", "risks", "budget", "milestones", "audit-grade-details",
    ]

    @Test(
        "No table of the plan, audits, inspections or registers is wider than can be read in print",
        arguments: RealPacks.names + ["sample-borough"])
    func widths(name: String) throws {
        let publication = try RealPacks.load(name).publish(for: .members)
        var tables = 0
        for section in publication.sections where Self.sections.contains(section.id) {
            for case .table(let table) in section.blocks {
                #expect(
                    table.columns.reduce(0) { $0 + $1.width } <= PageExtent.standard.charactersAcross, "\(table.name)")
                tables += 1
            }
        }
        #expect(tables > 0)
    }

    @Test("Charts stand apart from tables", arguments: RealPacks.names + ["sample-borough"])
    func charts(name: String) throws {
        for section in try RealPacks.load(name).publish(for: .members).sections {
            let hasChart = section.blocks.contains { if case .chart = $0 { true } else { false } }
            let hasTable = section.blocks.contains { if case .table = $0 { true } else { false } }
            #expect(!(hasChart && hasTable), "\(section.id)")
        }
    }
}

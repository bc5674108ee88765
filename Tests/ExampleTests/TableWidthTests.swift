import FamilyServicesKit
import TestSupport
import Testing

/// What is printed must be read: on A4 in landscape, one page wide.
@Suite("Widths of tables", .slow)
struct TableWidthTests {
    /// The sections about the plan, audits, inspections and registers.
    private static let sections: Set<SectionID> = [
        "commentary", "plan", "actions", "action-measures", "progress", "audit-grades", "moderation", "audit-activity",
        "audit-themes", "standards", "inspections", "judgements", "recommendations", "requirements", "falling-due",
        "commitments", "surveys", "risks", "budget", "milestones", "audit-grade-details",
    ]

    @Test(
        "No table of the plan, audits, inspections or registers is wider than can be read in print",
        arguments: ExamplePacks.names)
    func widths(name: String) throws {
        let publication = try ExamplePacks.publication(name, for: .members)
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

    @Test("Charts stand apart from tables", arguments: ExamplePacks.names)
    func charts(name: String) throws {
        for section in try ExamplePacks.publication(name, for: .members).sections {
            let hasChart = section.blocks.contains { if case .chart = $0 { true } else { false } }
            let hasTable = section.blocks.contains { if case .table = $0 { true } else { false } }
            #expect(!(hasChart && hasTable), "\(section.id)")
        }
    }
}

import FamilyServicesKit
import Testing

@Suite("Identifiers used twice")
struct DuplicateRulesTests {
    @Test("are reported once, whatever the sort of record", arguments: breakages)
    func duplicates(_ breakage: Breakage) throws { try breakage.check() }

    private static func twice(
        _ kind: RecordReference.Kind, _ key: String, of plan: String? = nil, _ plural: String,
        change: @escaping @Sendable (inout ReportPack) throws -> Void
    ) -> Breakage {
        Breakage(plural, .error, .duplicate, kind, key, of: plan, "2 \(plural)", "give each its own", change: change)
    }

    static let breakages: [Breakage] = [
        twice(.area, "neighbours", "areas") { $0.manifest.areas.append($0.manifest.areas[2]) },
        twice(.role, "director", "roles") { $0.manifest.roles.append($0.manifest.roles[0]) },
        twice(.source, "annual-report", "sources") { $0.manifest.sources.append($0.manifest.sources[0]) },
        twice(.agreement, "club", "agreements") { $0.manifest.agreements.append($0.manifest.agreements[0]) },
        twice(.breakdown, "team", "breakdowns") { $0.breakdowns.append($0.breakdowns[0]) },
        twice(.breakdown, "age", "categories") {
            let category = Breakdown.Category(id: "under-1", title: "Under 1")
            $0.breakdowns.append(Breakdown(id: "age", title: "Age", categories: [category, category]))
        },
        twice(.indicator, "caseload", "indicators") { $0.indicators.append($0.indicators[1]) },
        Breakage("dashboard lines", .error, .duplicate, .dashboardLine, "1", "number 1", "give each its own") {
            $0.dashboard += [$0.dashboard[0], $0.dashboard[0]]
        },
        twice(.plan, "old-plan", "plans") { $0.plans.append($0.plans[0]) },
        twice(.theme, "turnaround", of: "plan", "themes") { $0.plans[1].themes.append($0.plans[1].themes[1]) },
        twice(.plan, "plan", "objectives") { $0.plans[1].objectives.append($0.plans[1].objectives[0]) },
        twice(.action, "T6", "actions") { $0.plans[0].actions = [PlanAction(id: "T6", title: "T")] },
        twice(.progressNote, "note-1", "progress notes") {
            $0.plans[0].progress = [ProgressNote(id: "note-1", text: "N")]
        },
        twice(.auditMethod, "dip-sample", "audit methods") { $0.audits.methods.append($0.audits.methods[0]) },
        twice(.gradeDistribution, "visits-11", "grade distributions") { $0.audits.grades.append($0.audits.grades[1]) },
        twice(.auditTheme, "voice", "audit themes") { $0.audits.themes.append($0.audits.themes[0]) },
        twice(.auditStatement, "s1", "audit statements") { $0.audits.statements.append($0.audits.statements[0]) },
        twice(.practiceStandard, "ten-days", "practice standards") {
            $0.audits.standards.append($0.audits.standards[0])
        },
        twice(.inspection, "VISIT-1", "inspections") { $0.inspections.append($0.inspections[1]) },
        twice(.finding, "F-1", "findings") { $0.inspections[1].findings = $0.inspections[0].findings },
        twice(.recommendation, "AUD-1", "recommendations") {
            $0.inspections[1].recommendations = $0.audits.recommendations
        },
        twice(.requirement, "REQ-f", "requirements") {
            $0.inspections[1].requirements = $0.inspections[0].requirements
        },
        twice(.report, "cover", "reports") { $0.reports.append($0.reports[1]) },
        twice(.commitmentSet, "pledges", "commitment sets") {
            $0.commitments.append(CommitmentSet(id: "pledges", kind: .principle, title: "P", items: []))
        },
        twice(.commitment, "pledge-1", "commitments") {
            $0.commitments.append(CommitmentSet(id: "x", kind: .pledge, title: "X", items: $0.commitments[0].items))
        },
        twice(.risk, "R1", "risks") { $0.risks.append($0.risks[0]) },
        twice(.budgetFigure, "B2", "budget figures") { $0.budget.append($0.budget[1]) },
        twice(.governanceBody, "improvement-board", "governance bodies") { $0.governance.append($0.governance[0]) },
        twice(.fact, "population", "facts") { $0.context.append($0.context[0]) },
        twice(.check, "check-1", "checks") { $0.checks.append($0.checks[0]) },
        twice(.claim, "claim-1", "claims") { $0.claims.append($0.claims[0]) },
        Breakage(
            "an identifier from a literal that no file could hold", .error, .badValue, .role, " head ",
            "“ head ”", "cannot be an identifier"
        ) {
            $0.manifest.roles.append(Role(id: " head ", title: "Head"))
        },
        Breakage(
            "an observation in the same place of the same source", .error, .duplicate, .observation, "9",
            "observation 8", "leave one out"
        ) {
            let figure = try observation("visits", .value(50), source: SourceReference("annual-report", place: "1"))
            $0.observations += [figure, figure]
        },
    ]

    @Test("are warned of where names need only be unique in their record: references, papers, judgements")
    func withinRecords() throws {
        var pack = try ReportPack.minimal()
        let reference = try PlanReference("1a(i)")
        pack.plans = [
            ImprovementPlan(
                id: "plan", title: "Plan",
                actions: [
                    PlanAction(id: "A1", reference: reference, title: "A"),
                    PlanAction(id: "A2", reference: reference, title: "B"),
                ])
        ]
        pack.inspections = [
            InspectionEvent(
                id: "visit", kind: .inspection, body: "Ofsted", title: "Visit", status: .held,
                judgements: [.init(area: "leaders", grade: .good), .init(area: "leaders", grade: .inadequate)])
        ]
        pack.reports = [
            CommitteeReport(
                id: "report", title: "Report",
                enclosures: [
                    Enclosure(label: "Appendix 1", title: "One"), Enclosure(label: "Appendix 1", title: "Two"),
                ])
        ]
        let found = pack.validate()
        #expect(found.allSatisfy { $0.severity == .warning && $0.code == .duplicate })
        #expect(
            Set(found.map(\.subject)) == [
                RecordReference(.action, "A2"), RecordReference(.inspection, "visit"),
                RecordReference(.report, "report"),
            ])
    }

    @Test("are fine for themes of different plans, which number them alike")
    func themesOfTwoPlans() throws {
        var pack = try Fixtures.fullPack()
        pack.plans[0].themes = [pack.plans[1].themes[0]]
        // What refers to “5b” from outside the plans can mean either, and that alone is said.
        let found = pack.validate()
        #expect(found.map(\.code) == [.ambiguous] && found.allSatisfy { $0.severity == .warning })
        #expect(found.map(\.subject) == [RecordReference(.finding, "F-1")] && found.map(\.values) == [["5b"]])
        // Without it, nothing is wrong.
        pack.inspections[0].findings[0].planReferences = []
        #expect(pack.validate() == [])
    }
}

import FamilyServicesKit
import Testing

@Suite("Names that nothing has")
struct ReferenceRulesTests {
    @Test("are errors, with the record that uses them", arguments: breakages)
    func unresolved(_ breakage: Breakage) throws { try breakage.check() }

    @Test("say in which field they stand, and what stands there", arguments: breakages)
    func fields(_ breakage: Breakage) throws {
        var pack = try Fixtures.fullPack()
        try breakage.change(&pack)
        let found = try #require(pack.validate().first)
        #expect(found.field != nil)
        #expect(found.values.count == 1 && found.values.allSatisfy { found.message.contains($0) })
    }

    @Test("are named by the way to the field, as the files of a pack name it")
    func paths() throws {
        var pack = try Fixtures.fullPack()
        let milestone = try Milestone(date: PartialDate(iso: "2018-01"), text: "M", indicators: ["nobody"])
        pack.plans[1].actions[0].milestones = [try Milestone(date: PartialDate(iso: "2018-01"), text: "L"), milestone]
        pack.plans[1].actions[0].owner = "nobody"
        let found = pack.validate()
        #expect(found.map { $0.field?.description } == ["owner", "milestones[2].indicators"])
        #expect(found.allSatisfy { $0.subject?.kind == .action && $0.values == ["nobody"] })
    }

    private static func broken(
        _ name: String, _ kind: RecordReference.Kind?, _ key: String, _ word: String,
        change: @escaping @Sendable (inout ReportPack) throws -> Void
    ) -> Breakage {
        Breakage(name, .error, .unresolvedReference, kind, key, word, "nobody", change: change)
    }

    static let nowhere = SourceReference("nobody")
    static let unknownClub = Access.restricted(under: "nobody")

    static let breakages: [Breakage] = [
        Breakage(
            "the council's own area", .error, .unresolvedReference, .manifest, "pack", "area", "“exampelton”",
            "did you mean “exampleton”?"
        ) { $0.manifest.area = "exampelton" },
        broken("inspection of the baseline", .manifest, "pack", "inspection") {
            $0.manifest.baseline = ReportPack.Baseline(
                title: "B", period: try ReportingPeriod("2017-07"), inspection: "nobody")
        },
        broken("member of an area", .area, "neighbours", "area") {
            $0.manifest.areas[2] = Area(id: "neighbours", title: "N", kind: .comparator, members: ["nobody"])
        },
        broken("agreement of a source", .source, "annual-report", "agreement") {
            $0.manifest.sources[0] = SourceDocument(id: "annual-report", title: "A", access: unknownClub)
        },
        broken("total of a breakdown", .breakdown, "age", "category") {
            $0.breakdowns.append(Breakdown(id: "age", title: "Age", categories: [], total: "nobody"))
        },
        broken("parent of a category", .breakdown, "age", "category") {
            $0.breakdowns.append(
                Breakdown(
                    id: "age", title: "Age", categories: [Breakdown.Category(id: "a", title: "A", parent: "nobody")]))
        },
        broken("breakdown of an indicator", .indicator, "caseload", "breakdown") {
            $0.indicators[1].breakdown = "nobody"
        },
        broken("owner of an indicator", .indicator, "caseload", "role") { $0.indicators[1].owner = "nobody" },
        broken("source of a target", .indicator, "caseload", "source") {
            $0.indicators[1].targets[0].source = nowhere
        },
        broken("author of a remark", .indicator, "caseload", "role") {
            $0.indicators[1].commentary = [Commentary("R", author: "nobody")]
        },
        broken("agreement of a remark", .indicator, "caseload", "agreement") {
            $0.indicators[1].commentary = [Commentary("R", access: unknownClub)]
        },
        broken("source of an indicator", .indicator, "caseload", "source") { $0.indicators[1].sources = [nowhere] },
        broken("agreement of an indicator", .indicator, "caseload", "agreement") {
            $0.indicators[1].access = unknownClub
        },
        Breakage(
            "indicator of an observation", .error, .unresolvedReference, .observation, "8", "indicator",
            "did you mean “visits”?"
        ) { $0.observations.append(try observation("vistis", .value(1))) },
        broken("area of an observation", .observation, "8", "area") {
            $0.observations.append(try observation("visits", .value(50), area: "nobody"))
        },
        broken("category of an observation", .observation, "8", "category") {
            $0.observations.append(try observation("visits", .value(50), category: "nobody"))
        },
        broken("category of an indicator without breakdown", .observation, "8", "has no breakdown") {
            $0.observations.append(try observation("caseload", .value(14), category: "nobody"))
        },
        broken("source of an observation", .observation, "8", "source") {
            $0.observations.append(try observation("visits", .value(50), source: nowhere))
        },
        broken("agreement of an observation", .observation, "3", "agreement") {
            $0.observations[2].access = unknownClub
        },
        broken("indicator of a dashboard line", .dashboardLine, "1", "indicator") {
            $0.dashboard[0].indicators = ["nobody"]
        },
        broken("source of a dashboard line", .dashboardLine, "1", "source") { $0.dashboard[0].source = nowhere },
        broken("agreement of a dashboard line", .dashboardLine, "1", "agreement") {
            $0.dashboard[0].access = unknownClub
        },
        broken("replaced plan", .plan, "plan", "plan") { $0.plans[1].replaces = "nobody" },
        broken("inspection that a plan answers", .plan, "plan", "inspection") { $0.plans[1].respondsTo = ["nobody"] },
        broken("indicator that worries", .plan, "plan", "indicator") { $0.plans[1].worriedAbout = ["nobody"] },
        broken("indicator that works well", .plan, "plan", "indicator") { $0.plans[1].workingWell = ["nobody"] },
        broken("source of a plan", .plan, "plan", "source") { $0.plans[1].source = nowhere },
        broken("agreement of a plan", .plan, "plan", "agreement") { $0.plans[1].access = unknownClub },
        broken("theme of an action", .action, "T6", "theme") { $0.plans[1].actions[1].theme = "nobody" },
        broken("owner of an action", .action, "T6", "role") { $0.plans[1].actions[1].owner = "nobody" },
        broken("recommendation of an action", .action, "T6", "recommendation") {
            $0.plans[1].actions[1].recommendations = ["nobody"]
        },
        broken("indicator of an action", .action, "T6", "indicator") {
            $0.plans[1].actions[1].indicators = ["nobody"]
        },
        broken("indicator of a milestone of an action", .action, "5b(ii)", "indicator") {
            $0.plans[1].actions[0].milestones[0].indicators = ["nobody"]
        },
        broken("source of an action", .action, "T6", "source") { $0.plans[1].actions[1].source = nowhere },
        broken("agreement of an action", .action, "T6", "agreement") { $0.plans[1].actions[1].access = unknownClub },
        broken("theme of a note", .progressNote, "note-1", "theme") { $0.plans[1].progress[0].theme = "nobody" },
        broken("role of a note", .progressNote, "note-1", "role") { $0.plans[1].progress[0].roles = ["nobody"] },
        broken("indicator of a note", .progressNote, "note-1", "indicator") {
            $0.plans[1].progress[0].indicators = ["nobody"]
        },
        broken("inspection of a note", .progressNote, "note-1", "inspection") {
            $0.plans[1].progress[0].inspections = ["nobody"]
        },
        broken("recommendation of a note", .progressNote, "note-1", "recommendation") {
            $0.plans[1].progress[0].recommendations = ["nobody"]
        },
        broken("source of a note", .progressNote, "note-1", "source") { $0.plans[1].progress[0].source = nowhere },
        broken("agreement of a note", .progressNote, "note-1", "agreement") {
            $0.plans[1].progress[0].access = unknownClub
        },
        broken("author of the programme", nil, "", "audit programme") { $0.audits.author = "nobody" },
        broken("source of the programme", nil, "", "audit programme") { $0.audits.source = nowhere },
        broken("source of a method", .auditMethod, "dip-sample", "source") { $0.audits.methods[0].source = nowhere },
        broken("method of activity", .auditActivity, "1", "audit method") {
            $0.audits.activity[0].method = "nobody"
        },
        broken("indicator of activity", .auditActivity, "1", "indicator") {
            $0.audits.activity[0].indicators = ["nobody"]
        },
        broken("source of activity", .auditActivity, "1", "source") { $0.audits.activity[0].source = nowhere },
        broken("method of grades", .gradeDistribution, "visits-10", "audit method") {
            $0.audits.grades[0].method = "nobody"
        },
        broken("source of grades", .gradeDistribution, "visits-10", "source") { $0.audits.grades[0].source = nowhere },
        broken("agreement of grades", .gradeDistribution, "visits-10", "agreement") {
            $0.audits.grades[0].access = unknownClub
        },
        broken("indicator of an audit theme", .auditTheme, "voice", "indicator") {
            $0.audits.themes[0].indicators = ["nobody"]
        },
        broken("agreement of an audit theme", .auditTheme, "voice", "agreement") {
            $0.audits.themes[0].access = unknownClub
        },
        broken("indicator of a statement", .auditStatement, "s1", "indicator") {
            $0.audits.statements[0].indicators = ["nobody"]
        },
        broken("source of a statement", .auditStatement, "s1", "source") { $0.audits.statements[0].source = nowhere },
        broken("indicator of a standard", .practiceStandard, "ten-days", "indicator") {
            $0.audits.standards[0].indicators = ["nobody"]
        },
        broken("source of a standard", .practiceStandard, "ten-days", "source") {
            $0.audits.standards[0].source = nowhere
        },
        broken("indicator of a measurement", .complianceMeasurement, "1", "indicator") {
            $0.audits.compliance[0].indicators = ["nobody"]
        },
        broken("source of a measurement", .complianceMeasurement, "1", "source") {
            $0.audits.compliance[0].source = nowhere
        },
        broken("indicator of an audit recommendation", .recommendation, "AUD-1", "indicator") {
            $0.audits.recommendations[0].indicators = ["nobody"]
        },
        broken("revoked direction", .inspection, "INS-2017", "direction") { $0.inspections[0].revokes = "nobody" },
        broken("source of a letter", .inspection, "INS-2017", "source") {
            $0.inspections[0].letters[0].source = nowhere
        },
        broken("source of an inspection", .inspection, "INS-2017", "source") { $0.inspections[0].source = nowhere },
        broken("agreement of an inspection", .inspection, "INS-2017", "agreement") {
            $0.inspections[0].access = unknownClub
        },
        broken("action of a finding", .finding, "F-1", "action") { $0.inspections[0].findings[0].actions = ["nobody"] },
        broken("indicator of a finding", .finding, "F-1", "indicator") {
            $0.inspections[0].findings[0].indicators = ["nobody"]
        },
        broken("source of a finding", .finding, "F-1", "source") { $0.inspections[0].findings[0].source = nowhere },
        broken("agreement of a finding", .finding, "F-1", "agreement") {
            $0.inspections[0].findings[0].access = unknownClub
        },
        broken("parent of a recommendation", .recommendation, "REC-1", "recommendation") {
            $0.inspections[0].recommendations[0].parent = "nobody"
        },
        broken("forerunner of a recommendation", .recommendation, "REC-1", "recommendation") {
            $0.inspections[0].recommendations[0].dependsOn = "nobody"
        },
        broken("finding of a recommendation", .recommendation, "REC-1", "finding") {
            $0.inspections[0].recommendations[0].findings = ["nobody"]
        },
        broken("note on a recommendation", .recommendation, "REC-1", "progress note") {
            $0.inspections[0].recommendations[0].progress = ["nobody"]
        },
        broken("source of a recommendation", .recommendation, "REC-1", "source") {
            $0.inspections[0].recommendations[0].source = nowhere
        },
        broken("agreement of a recommendation", .recommendation, "REC-1", "agreement") {
            $0.inspections[0].recommendations[0].access = unknownClub
        },
        broken("source of a requirement", .requirement, "REQ-f", "source") {
            $0.inspections[0].requirements[0].source = nowhere
        },
        broken("presenter of a report", .report, "report", "role") { $0.reports[0].reportOf = "nobody" },
        broken("contact of a report", .report, "report", "role") { $0.reports[0].contacts = ["nobody"] },
        broken("enclosing report", .report, "report", "report") { $0.reports[0].within = "nobody" },
        Breakage(
            "enclosure of a recommendation", .error, .unresolvedReference, .report, "report", "enclosure",
            "“Apendix 1”", "did you mean “Appendix 1”?"
        ) { $0.reports[0].recommendations[0].enclosure = "Apendix 1" },
        broken("enclosure of an enclosure", .report, "report", "enclosure") {
            $0.reports[0].enclosures[1].partOf = "nobody"
        },
        broken("agreement of an enclosure", .report, "report", "agreement") {
            $0.reports[0].enclosures[0].access = unknownClub
        },
        broken("agreement of a section", .report, "report", "agreement") {
            $0.reports[0].sections[0].access = unknownClub
        },
        broken("inspection of a paper", .report, "report", "inspection") {
            $0.reports[0].backgroundPapers[0].inspection = "nobody"
        },
        broken("source of a report", .report, "report", "source") { $0.reports[0].source = nowhere },
        broken("agreement of a report", .report, "report", "agreement") { $0.reports[0].access = unknownClub },
        broken("source of pledges", .commitmentSet, "pledges", "source") { $0.commitments[0].source = nowhere },
        broken("indicator of a pledge", .commitment, "pledge-1", "indicator") {
            $0.commitments[0].items[0].indicators = ["nobody"]
        },
        broken("indicator of a step to a pledge", .commitment, "pledge-1", "indicator") {
            $0.commitments[0].items[0].milestones[0].indicators = ["nobody"]
        },
        broken("owner of a risk", .risk, "R1", "role") { $0.risks[0].owner = "nobody" },
        broken("plan of a risk", .risk, "R1", "plan") { $0.risks[0].plans = ["nobody"] },
        broken("indicator of a risk", .risk, "R1", "indicator") { $0.risks[0].indicators = ["nobody"] },
        broken("source of a risk", .risk, "R1", "source") { $0.risks[0].source = nowhere },
        broken("agreement of a risk", .risk, "R1", "agreement") { $0.risks[0].access = unknownClub },
        broken("whole of a budget figure", .budgetFigure, "B1", "budget figure") { $0.budget[0].partOf = "nobody" },
        broken("revised budget figure", .budgetFigure, "B1", "budget figure") { $0.budget[0].revises = "nobody" },
        broken("source of a budget figure", .budgetFigure, "B1", "source") { $0.budget[0].source = nowhere },
        broken("agreement of a budget figure", .budgetFigure, "B1", "agreement") { $0.budget[0].access = unknownClub },
        broken("indicator of a milestone", nil, "", "Milestone 1") { $0.milestones[0].indicators = ["nobody"] },
        broken("source of a milestone", nil, "", "Milestone 1") { $0.milestones[0].source = nowhere },
        broken("chair of a board", .governanceBody, "improvement-board", "role") { $0.governance[0].chair = "nobody" },
        broken("source of a board", .governanceBody, "improvement-board", "source") {
            $0.governance[0].source = nowhere
        },
        broken("source of a fact", .fact, "population", "source") { $0.context[0].source = nowhere },
        broken("indicator of a check", .check, "check-1", "indicator") { $0.checks[0].indicators = ["nobody"] },
        Breakage("line of a check", .error, .unresolvedReference, .check, "check-1", "no line 76") {
            $0.checks[0].dashboardLines = [1, 76]
        },
        broken("source of a check", .check, "check-1", "source") { $0.checks[0].source = nowhere },
        broken("agreement of a check", .check, "check-1", "agreement") { $0.checks[0].access = unknownClub },
    ]

    @Test("are only warned of where they refer to a plan, which need not be in the pack", arguments: planBreakages)
    func planReferences(_ breakage: Breakage) throws { try breakage.check() }

    private static func stray(
        _ name: String, _ kind: RecordReference.Kind, _ key: String,
        change: @escaping @Sendable (inout ReportPack, PlanReference) -> Void
    ) -> Breakage {
        Breakage(name, .warning, .unresolvedReference, kind, key, "“6a(i)”") { pack in
            change(&pack, try PlanReference("6a(i)"))
        }
    }

    static let planBreakages: [Breakage] = [
        stray("of an indicator", .indicator, "visits") { $0.indicators[0].planReferences = [$1] },
        stray("of a dashboard line", .dashboardLine, "1") { $0.dashboard[0].planReferences = [$1] },
        stray("of a note", .progressNote, "note-1") { $0.plans[1].progress[0].references = [$1] },
        stray("of grades", .gradeDistribution, "visits-10") { $0.audits.grades[0].planReference = $1 },
        stray("of a finding", .finding, "F-1") { $0.inspections[0].findings[0].planReferences = [$1] },
        stray("of a recommendation", .recommendation, "REC-1") {
            $0.inspections[0].recommendations[0].planReferences = [$1]
        },
    ]

    @Test("are not looked for where no plan has references; an outcome and a theme are known by their actions")
    func planReferencesThatNeedNothing() throws {
        var pack = try Fixtures.fullPack()
        pack.indicators[0].planReferences = try ["5", "5b", "5B(II)", "T", "T6"].map { try PlanReference($0) }
        #expect(pack.validate() == [])
        // An action without a reference goes by its identifier.
        pack = try Fixtures.sparePack()
        pack.indicators[0].planReferences = [try PlanReference("x")]
        #expect(pack.validate() == [])
        pack.indicators[0].planReferences = [try PlanReference("9z(i)")]
        let found = pack.validate()
        #expect(found.map(\.code) == [.unresolvedReference] && found[0].values == ["9z(i)"])
        pack.plans[0].actions = []
        #expect(pack.validate() == [])
    }

    @Test("get the suggestion in the same words each time they occur")
    func suggestionEveryTime() throws {
        var pack = try Fixtures.fullPack()
        pack.observations.append(try observation("vistis", .value(1)))
        pack.observations.append(try observation("vistis", .value(1), period: "2017-09"))
        let messages = pack.validate().map(\.message)
        #expect(messages.count == 2)
        #expect(Set(messages).count == 1)
    }

    @Test("are shortened in messages, and cannot break their line")
    func longNames() throws {
        var pack = try Fixtures.fullPack()
        pack.manifest.area = "a\nb\u{7}"
        #expect(pack.validate()[0].message.contains("“a\u{FFFD}b\u{FFFD}”"))
        let long = String(repeating: "x", count: 100_000)
        pack.manifest.area = Area.ID(stringLiteral: long)
        let message = pack.validate()[0].message
        #expect(message.contains("“" + String(repeating: "x", count: 59) + "…”"))
        #expect(message.count < 150)
    }
}

import FamilyServicesImport
import FamilyServicesKit
import TestSupport
import Testing

/// The real report packs: each loads, and holds every record of its report.
@Suite("Records of the real packs", .slow)
struct PackRecordTests {
    @Test("Every record of the report is in the pack", arguments: ExpectedRecords.all)
    func countsRecords(of expected: ExpectedRecords) throws {
        let pack = try ExamplePacks.load(expected.pack)
        for kind in RecordKind.allCases {
            let numbers = expected.counts[kind] ?? (transcribed: 0, added: 0)
            #expect(pack.count(of: kind) == numbers.transcribed + numbers.added, "\(expected.pack): \(kind.rawValue)")
        }
    }

    /// Where the reports themselves have a wrong date, number, reference or grade, line by line.
    private static let slipsInPrint = [
        "safeguarding-2015": [
            "audit-activity.csv:5", "audits.yaml:158", "report.yaml:24", "report.yaml:29", "report.yaml:44",
            "report.yaml:77",
        ],
        "improvement-plan-2018-01": [
            "report.yaml:48", "report.yaml:55", "report.yaml:92", "report.yaml:104", "report.yaml:114",
            "report.yaml:115", "report.yaml:141", "report.yaml:142", "report.yaml:143", "report.yaml:162",
            "report.yaml:163",
        ],
        "improvement-plan-2019-03": [
            "report.yaml:57", "report.yaml:58", "report.yaml:59", "report.yaml:81", "report.yaml:87", "report.yaml:87",
        ],
        "quarterly-update-2022-01": ["inspections.yaml:36", "report.yaml:58"],
        "corporate-parenting-2024-06": ["report.yaml:49", "report.yaml:56", "report.yaml:66"],
    ]

    @Test("A pack loads without errors, and its warnings are about the report", arguments: ExamplePacks.realNames)
    func loadsWithoutErrors(name: String) {
        let result = ReportPackLoader().load(folder: ExamplePacks.path(name))
        #expect(result.pack != nil)
        #expect(result.diagnostics.filter { $0.severity == .error }.isEmpty)
        // A report may contradict itself; a pack may not have a column, key or name that leads nowhere.
        let slips = result.diagnostics.filter { $0.code != .inconsistent }
        let places = slips.map { slip in
            let file = slip.location?.file.split(separator: "/").last ?? ""
            return "\(file):\(slip.location?.line ?? 0)"
        }
        #expect(
            places == Self.slipsInPrint[name] ?? [], "\(slips.map(\.description).joined(separator: "\n"))")
    }

    @Test("Each audience is given a valid pack", arguments: ExamplePacks.names, Audience.allCases)
    func publishesValidPacks(name: String, audience: Audience) throws {
        let published = try ExamplePacks.publication(name, for: audience).pack
        #expect(published.validate().filter { $0.severity == .error }.map(\.description) == [])
    }

    @Test("Packs name their source and the roles of their reports", arguments: ExamplePacks.realNames)
    func namesSourcesAndRoles(name: String) throws {
        let pack = try ExamplePacks.load(name)
        #expect(pack.manifest.organisation == "London Borough of Barnet")
        #expect(!pack.manifest.isSynthetic)
        #expect(!pack.manifest.notes.isEmpty)
        #expect(pack.manifest.sources.allSatisfy { $0.publisher == "London Borough of Barnet" && $0.date != nil })
        let roles = Set(pack.manifest.roles.map(\.id))
        let named = pack.reports.flatMap { $0.contacts + [$0.reportOf].compactMap { $0 } }
        #expect(roles.isSuperset(of: named))
        #expect(pack.observations.allSatisfy { $0.source?.place != nil })
    }

    @Test("Checks that differ say how much it matters, and only those", arguments: ExamplePacks.realNames)
    func gradesDifferences(name: String) throws {
        for check in try ExamplePacks.load(name).checks {
            #expect((check.severity != nil) == (check.outcome == .differs), "\(check.id)")
        }
    }
}

/// Single records of the real packs, as printed in the reports.
@Suite("Content of the real packs")
struct PackContentTests {
    @Test("The dashboard of December 2017 stands as printed, slips included")
    func keepsDashboardAsPrinted() throws {
        let pack = try ExamplePacks.load("improvement-plan-2018-01")
        let lines = Dictionary(uniqueKeysWithValues: pack.dashboard.map { ($0.number, $0) })

        let caseload = try #require(lines[12])
        #expect(caseload.latest?.figure == PrintedFigure("19.7", value: 19.7))
        #expect(caseload.previous?.label == "Okt.17")
        #expect(try caseload.previous?.period == ReportingPeriod("2017-10"))
        #expect(caseload.target == "12 to 16")
        #expect(caseload.rating == .green)
        #expect(caseload.planReferences.map(\.text) == ["T8", "2a(i)"])

        let supervision = try #require(lines[16])
        #expect(supervision.latest == nil)
        #expect(supervision.shares.map(\.label) == [nil, "in time", "completed late", "overdue"])
        #expect(supervision.shares.map(\.figure.text) == ["51%", "15%", "16%", "19%"])
        #expect(supervision.indicators.count == 4)

        #expect(lines[44]?.part == "Form Home")
        #expect(lines[30]?.change == PrintedChange(text: "5 weeks", arrow: .down))
        #expect(lines[29]?.sinceBaseline?.text == "88%")
        #expect(lines[73]?.availability == "Will be available in January")
    }

    @Test("A caseload rated green lies outside its range, and the check says so")
    func keepsTargetsAndTheirContradictions() throws {
        let pack = try ExamplePacks.load("improvement-plan-2018-01")
        let caseload = try #require(pack.indicators.first { $0.id == "average-caseload-onwards-upwards" })
        #expect(caseload.polarity == .inRange)
        #expect(caseload.targets.map(\.requirement) == [.within(12...16)])
        let repeats = try #require(pack.indicators.first { $0.id == "repeat-referrals-12-months" })
        #expect(repeats.targets.map(\.requirement) == [.atMost(18)])
        let check = try #require(pack.checks.first { $0.id == "AN-001-12" })
        #expect(check.outcome == .differs)
        #expect(check.severity == .high)
        #expect(check.dashboardLines == [12])
        #expect(check.indicators == ["average-caseload-onwards-upwards"])
    }

    @Test("155 of 224 strategy discussions met the standard")
    func keepsNumeratorAndDenominator() throws {
        let pack = try ExamplePacks.load("improvement-plan-2018-01")
        let figure = try #require(pack.observations.first { $0.indicator == "strategy-discussion-compliance" })
        #expect(figure.value == .fraction(numerator: 155, denominator: 224))
        #expect(figure.printed == PrintedFigure("69%", value: 69))
        #expect(try figure.period == ReportingPeriod("2017-09-01/2017-12-31"))
        let measured = try #require(pack.audits.compliance.first)
        #expect(measured.cases == 224)
        #expect(measured.children == 400)
        #expect(measured.compliant + measured.failures.map(\.cases).reduce(0, +) == measured.cases)
    }

    @Test("Requirement f is a quarterly report, first due on 25 April 2018")
    func keepsRequirementsOfTheDirection() throws {
        let pack = try ExamplePacks.load("improvement-plan-2018-01")
        let direction = try #require(pack.inspections.first { $0.id == "INS-DIRECTION-2018" })
        #expect(direction.revokes == "INS-DIRECTION-2017")
        // The last has the capital letter that the direction prints.
        #expect(direction.requirements.map(\.letter) == ["a", "b", "c", "d", "e", "f", "g", "h", "I"])
        let report = try #require(direction.requirements.first { $0.letter == "f" })
        #expect(report.isReport)
        #expect(report.cadence == Cadence("quarterly"))
        let due = report.dueDates(through: try CalendarDate(year: 2018, month: 12, day: 31))
        #expect(due.map(\.description) == ["2018-04-25", "2018-07-25", "2018-10-25"])
        #expect(pack.manifest.baseline?.inspection == "INS-SIF-2017")
    }

    @Test("Findings lead to actions, actions to indicators")
    func followsTheThread() throws {
        let pack = try ExamplePacks.load("improvement-plan-2018-01")
        let finding = try #require(pack.inspections.flatMap(\.findings).first { $0.id == "FND-SIF-05" })
        let actions = pack.plans.flatMap(\.actions).filter { action in
            action.reference.map(finding.planReferences.contains) ?? false
        }
        #expect(actions.map(\.id) == ["4a(iv)", "5b(ii)", "5b(iii)"])
        #expect(actions.first?.indicators == ["contact-decision-24-hours", "assessments-45-days"])
        #expect(actions.last?.auditDomains == ["multi agency contribution"])
    }

    @Test("A recommendation known only from the later report leads to its progress there")
    func repeatsTheInspectionWhereItIsAnswered() throws {
        for (name, progress) in [("improvement-plan-2018-01", []), ("improvement-plan-2019-03", ["U19-06"])] {
            let inspection = try #require(ExamplePacks.load(name).inspections.first { $0.id == "INS-SIF-2017" })
            let recommendation = try #require(inspection.recommendations.first { $0.id == "REC-SIF-HOMELESS" })
            #expect(recommendation.progress.map(\.text) == progress)
            #expect(recommendation.source?.document == "hwb-2019-03")
        }
    }

    @Test("London benchmarking figures are for officers, and two enclosures are exempt")
    func marksWhatIsNotPublic() throws {
        let pack = try ExamplePacks.load("quarterly-update-2022-01")
        let agreement = try #require(pack.manifest.agreements.first)
        #expect(agreement.audiences == [.officers])
        let benchmarking = pack.observations.filter { $0.indicator.text.hasPrefix("liia-") }
        #expect(benchmarking.count == 6)
        #expect(benchmarking.allSatisfy { $0.access == .restricted(under: agreement.id) })
        #expect(pack.observations.filter { !$0.access.isUnrestricted }.count == benchmarking.count)
        // The check that quotes one of the figures is as restricted as the figure.
        #expect(pack.checks.filter { !$0.access.isUnrestricted }.map(\.id) == ["AN-002-13"])

        let enclosures = try #require(pack.reports.first).enclosures
        let exempt: Access = .exempt([.individual, .businessAffairs])
        #expect(enclosures.map(\.access) == [.unrestricted, exempt, exempt, .unrestricted])
    }

    @Test("A figure of the last report stands before the one it is compared with")
    func putsEarlierFiguresFirst() throws {
        let pack = try ExamplePacks.load("quarterly-update-2022-01")
        let contacts = pack.observations.filter { $0.indicator == "chat-contacts" }
        #expect(contacts.map(\.period.code) == ["2021-11-30", "2021-12", "2019-07-01/2020-01-31"])
        #expect(contacts.first?.periodBasis == .inferred)
        #expect(contacts.first?.note?.hasPrefix("on or before") == true)
    }

    @Test("Years are read as what they are")
    func readsPeriods() throws {
        let pack = try ExamplePacks.load("safeguarding-2015")
        let kinds = Set(pack.observations.map(\.period.kind))
        #expect(kinds.isSuperset(of: [.financialYear, .snapshot, .month, .calendarYear, .span]))
        let average = try #require(pack.observations.first { $0.indicator == "cic-count-average" })
        #expect(average.period.code == "2009-01-01/2015-12-31")
        let growth = try #require(pack.observations.first { $0.indicator == "young-carers-estimate" })
        #expect(growth.qualifier == .about)
        let theme = try #require(pack.audits.themes.first { $0.id == "QT-5" })
        #expect(theme.grade == .requiresImprovement)
        #expect(theme.printedGrade == "adequate with good features")
    }

    @Test("The survey of 2018 is split by age, with its total")
    func splitsTheSurvey() throws {
        let pack = try ExamplePacks.load("improvement-plan-2019-03")
        let breakdown = try #require(pack.breakdowns.first { $0.id == "survey-age-group" })
        #expect(breakdown.total == "all")
        #expect(breakdown.categories.map(\.title) == ["All", "8-12", "13-25"])
        let responses = pack.observations.filter { $0.indicator == "cic-survey-responses" && $0.period.kind == .month }
        #expect(responses.map { $0.value.number(in: .count) } == [74, 30, 44])
    }
}

/// The sorts of record that are counted.
enum RecordKind: String, Sendable, CaseIterable {
    case indicators, observations, dashboardLines
    case plans, objectives, themes, actions, planEvents, progressNotes, worrying, workingWell
    case auditMethods, auditPhases, auditActivity, auditThemes, auditThemePoints, gradeDistributions, auditStatements
    case practiceStandards, complianceMeasurements, auditRecommendations
    case inspections, judgements, findings, recommendations, requirements, termsOfReference, letters, reviewPhases
    case reports, enclosures, contacts, committeeRecommendations, sections, tables, backgroundPapers
    case commitmentSets, commitments, commitmentMilestones, milestones, governanceBodies, facts
    case risks, budgetFigures, differences, agreements
}

extension ReportPack {
    /// How many records of a sort a pack holds.
    fileprivate func count(of kind: RecordKind) -> Int {
        switch kind {
        case .indicators: indicators.count
        case .observations: observations.count
        case .dashboardLines: dashboard.count
        case .plans: plans.count
        case .objectives: plans.flatMap(\.objectives).count
        case .themes: plans.flatMap(\.themes).count
        case .actions: plans.flatMap(\.actions).count
        case .planEvents: plans.flatMap(\.history).count
        case .progressNotes: plans.flatMap(\.progress).count
        case .worrying: plans.flatMap(\.worriedAbout).count
        case .workingWell: plans.flatMap(\.workingWell).count
        case .auditMethods: audits.methods.count
        case .auditPhases: audits.phases.count
        case .auditActivity: audits.activity.count
        case .auditThemes: audits.themes.count
        case .auditThemePoints: audits.themes.flatMap { $0.issues + $0.improvements + $0.futureFocus }.count
        case .gradeDistributions: audits.grades.count
        case .auditStatements: audits.statements.count
        case .practiceStandards: audits.standards.count
        case .complianceMeasurements: audits.compliance.count
        case .auditRecommendations: audits.recommendations.count
        case .inspections: inspections.count
        case .judgements: inspections.flatMap(\.judgements).count
        case .findings: inspections.flatMap(\.findings).count
        case .recommendations: inspections.flatMap(\.recommendations).count
        case .requirements: inspections.flatMap(\.requirements).count
        case .termsOfReference: inspections.flatMap(\.termsOfReference).count
        case .letters: inspections.flatMap(\.letters).count
        case .reviewPhases: inspections.flatMap(\.phases).count
        case .reports: reports.count
        case .enclosures: reports.flatMap(\.enclosures).count
        case .contacts: reports.flatMap(\.contacts).count
        case .committeeRecommendations: reports.flatMap(\.recommendations).count
        case .sections: reports.flatMap(\.sections).count
        case .tables: reports.flatMap(\.tables).count
        case .backgroundPapers: reports.flatMap(\.backgroundPapers).count
        case .commitmentSets: commitments.count
        case .commitments: commitments.flatMap(\.items).count
        case .commitmentMilestones: commitments.flatMap(\.items).flatMap(\.milestones).count
        case .milestones: milestones.count
        case .governanceBodies: governance.count
        case .facts: context.count
        case .risks: risks.count
        case .budgetFigures: budget.count
        case .differences: checks.filter { $0.outcome == .differs }.count
        case .agreements: checks.filter { $0.outcome == .agrees }.count
        }
    }
}

/// How many records of each sort a pack has to hold.
///
/// The first number is what the transcription of the report holds, counted there record by record. The second is what
/// the pack needs beyond it to stand on its own: measures and inspections that another report describes, methods that
/// audit figures name, the explained bands of contacts, the bodies reported to, and what another report says of the same
/// thing where the two do not agree.
struct ExpectedRecords: Sendable, CustomTestStringConvertible {
    let pack: String
    let counts: [RecordKind: (transcribed: Int, added: Int)]

    var testDescription: String { pack }

    static let all = [safeguarding2015, plan2018, plan2019, quarterly2022, corporateParenting2024]

    static let safeguarding2015 = ExpectedRecords(
        pack: "safeguarding-2015",
        counts: [
            .indicators: (33, 6), .observations: (112, 0),
            .auditMethods: (11, 0), .auditPhases: (3, 0), .auditActivity: (14, 0), .auditThemes: (6, 0),
            .auditThemePoints: (92, 0), .practiceStandards: (3, 0), .auditRecommendations: (8, 0),
            .inspections: (1, 0), .findings: (1, 0),
            .reports: (1, 0), .enclosures: (1, 0), .sections: (38, 0), .tables: (6, 0),
            .commitmentSets: (6, 1), .commitments: (25, 4), .milestones: (3, 0), .governanceBodies: (2, 0),
            .facts: (3, 0), .risks: (1, 0), .differences: (18, 0), .agreements: (36, 0),
        ])

    static let plan2018 = ExpectedRecords(
        pack: "improvement-plan-2018-01",
        counts: [
            .indicators: (125, 0), .observations: (265, 0), .dashboardLines: (76, 0),
            .plans: (1, 0), .objectives: (3, 0), .themes: (7, 0), .actions: (25, 0), .planEvents: (6, 0),
            .progressNotes: (46, 0), .worrying: (7, 0), .workingWell: (7, 0),
            .auditMethods: (4, 2), .auditActivity: (4, 0), .gradeDistributions: (12, 0), .auditStatements: (4, 0),
            .practiceStandards: (8, 0), .complianceMeasurements: (1, 0),
            .inspections: (11, 0), .judgements: (9, 0), .findings: (76, 0), .recommendations: (24, 0),
            .requirements: (10, 0), .termsOfReference: (13, 0), .letters: (1, 0), .reviewPhases: (3, 0),
            .reports: (2, 1), .enclosures: (7, 0), .contacts: (3, 0), .committeeRecommendations: (6, 0),
            .sections: (33, 5), .backgroundPapers: (2, 0),
            .governanceBodies: (7, 0), .facts: (6, 1), .budgetFigures: (10, 0),
            .differences: (59, 0), .agreements: (114, 0),
        ])

    static let plan2019 = ExpectedRecords(
        pack: "improvement-plan-2019-03",
        counts: [
            .indicators: (24, 2), .observations: (50, 0), .dashboardLines: (2, 0),
            .plans: (1, 0), .objectives: (3, 0), .themes: (6, 0), .planEvents: (4, 0), .progressNotes: (13, 0),
            .auditStatements: (8, 0),
            .inspections: (3, 2), .judgements: (0, 1), .findings: (2, 0), .recommendations: (0, 1),
            .letters: (1, 0),
            .reports: (1, 0), .enclosures: (4, 0), .contacts: (1, 0), .committeeRecommendations: (4, 0),
            .sections: (17, 0), .backgroundPapers: (2, 0),
            .commitmentSets: (3, 0), .commitments: (16, 0), .commitmentMilestones: (3, 0), .milestones: (12, 0),
            .governanceBodies: (3, 1), .facts: (1, 1), .risks: (1, 0), .budgetFigures: (2, 1),
            .differences: (24, 0), .agreements: (31, 0),
        ])

    static let quarterly2022 = ExpectedRecords(
        pack: "quarterly-update-2022-01",
        counts: [
            .indicators: (15, 3), .observations: (31, 0),
            .inspections: (2, 1), .findings: (1, 0),
            .reports: (1, 0), .enclosures: (4, 0), .contacts: (1, 0), .committeeRecommendations: (4, 0),
            .sections: (16, 0),
            .commitmentSets: (2, 0), .commitments: (11, 0), .risks: (1, 0),
            .differences: (14, 0), .agreements: (9, 0),
        ])

    static let corporateParenting2024 = ExpectedRecords(
        pack: "corporate-parenting-2024-06",
        counts: [
            .indicators: (0, 1),
            .inspections: (1, 0), .findings: (2, 0), .recommendations: (2, 0),
            .reports: (1, 0), .enclosures: (6, 0), .contacts: (1, 0), .committeeRecommendations: (1, 0),
            .sections: (15, 0),
            .commitmentSets: (3, 0), .commitments: (25, 0), .governanceBodies: (1, 0), .risks: (1, 0),
            .differences: (5, 0), .agreements: (4, 0),
        ])
}

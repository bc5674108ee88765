import FamilyServicesKit
import TestSupport
import Testing

/// The contradictions that people found in the real reports, against what the kit finds by itself.
@Suite("Contradictions in the real packs", .slow)
struct AnomalyCoverageTests {
    @Test(
        "Each is found by the kit, or is of a sort that no figure of the pack can show",
        arguments: ExamplePacks.realNames)
    func findsOrExplainsEach(name: String) throws {
        let pack = try ExamplePacks.load(name)
        let verdicts = Dictionary(uniqueKeysWithValues: pack.checkClaims().map { ($0.claim.id, $0.verdict) })
        let warnings = pack.validate().filter { $0.severity == .warning }.map(\.message)
        let results = Dictionary(uniqueKeysWithValues: pack.checkClaims().map { ($0.claim.id, $0) })
        let disagreements = Set(pack.dashboardDisagreements().map { DashboardPoint($0.line, $0.kind) })
        for check in pack.checks where check.outcome == .differs {
            let expected = try #require(KnownAnomalies.all[check.id.text], "\(check.id) is not in the table")
            switch expected {
            case .claims(let ids):
                #expect(!ids.isEmpty)
                for id in ids {
                    let verdict = verdicts[id]
                    #expect(verdict == .contradicted || verdict == .withinRounding, "\(check.id): \(id)")
                }
            case .dashboard(let kind, let lines):
                for line in lines {
                    #expect(disagreements.contains(DashboardPoint(line, kind)), "\(check.id): \(line)")
                }
            case .warning(let words):
                #expect(warnings.contains { $0.contains(words) }, "\(check.id): \(warnings)")
            case .twoReadings(let id):
                #expect(results[id]?.verdict == .notCheckable)
                #expect(results[id]?.sentence.contains("can mean") == true, "\(check.id)")
            case .notFound(let reason): #expect(!reason.isEmpty)
            }
        }
    }

    @Test("The table names no check that is not there")
    func tableIsUpToDate() throws {
        let ids = try ExamplePacks.realNames.flatMap { name in
            try ExamplePacks.load(name).checks.filter { $0.outcome == .differs }.map(\.id.text)
        }
        #expect(Set(KnownAnomalies.all.keys) == Set(ids))
        let found = KnownAnomalies.all.values.count { if case .notFound = $0 { false } else { true } }
        #expect(found == 104)
        #expect(ids.count == 120)
    }

    @Test("The usual mistakes are recognised in them")
    func recognisesMistakes() throws {
        let results = Dictionary(
            uniqueKeysWithValues: try ExamplePacks.realNames.flatMap { try ExamplePacks.load($0).checkClaims() }.map {
                ($0.claim.id, $0)
            })
        for id: Claim.ID in ["CL-002-01", "CL-002-02", "CL-002-03", "CL-002-04"] {
            #expect(results[id]?.likelyMistake == .dividedByLater, "\(id): \(results[id]?.sentence ?? "")")
        }
        #expect(results["CL-001-13"]?.likelyMistake == .ratedOnMovement)
        #expect(results["CL-001-14"]?.likelyMistake == .ratedOnMovement)
        // The share of another group stands beside it, printed as the same 18%.
        #expect(results["CL-004-03"]?.explanations.map(\.mistake).contains(.otherGroup) == true)
        #expect(results["CL-002-05"]?.verdict == .notCheckable)
    }

    @Test(
        "Statements that are right are left alone",
        arguments: ["CL-000-08", "CL-001-20", "CL-001-21", "CL-001-22", "CL-004-04"] as [Claim.ID])
    func leavesTrueClaimsAlone(id: Claim.ID) throws {
        let results = try ExamplePacks.realNames.flatMap { try ExamplePacks.load($0).checkClaims() }
        #expect(results.first { $0.claim.id == id }?.verdict == .confirmed)
    }
}

/// A kind of disagreement on a line of a dashboard.
private struct DashboardPoint: Hashable {
    let line: Int
    let kind: DashboardDisagreement.Kind

    init(_ line: Int, _ kind: DashboardDisagreement.Kind) {
        self.line = line
        self.kind = kind
    }
}

/// How the kit finds each contradiction, or why it cannot.
enum KnownAnomalies {
    enum Expectation: Sendable {
        /// Checking these claims contradicts them.
        case claims([Claim.ID])
        /// These lines of the dashboard are reported.
        case dashboard(DashboardDisagreement.Kind, [Int])
        /// The check of the pack warns with these words.
        case warning(String)
        /// The claim can be read in two ways, and is told so.
        case twoReadings(Claim.ID)
        /// Nothing in the pack shows it.
        case notFound(String)
    }

    private static let dates = "about a date or an order of events, not a figure"
    private static let places = "about a paragraph, appendix or annex that is referred to"
    private static let names = "about a name or a label"
    private static let words = "about the choice of words"

    static let all: [String: Expectation] = plan2018.merging(plan2019) { first, _ in first }
        .merging(quarterly2022) { first, _ in first }.merging(safeguarding2015) { first, _ in first }
        .merging(corporateParenting2024) { first, _ in first }

    private static let plan2018: [String: Expectation] = [
        "AN-001-01": .dashboard(.change, [35]), "AN-001-02": .dashboard(.change, [37]),
        "AN-001-03": .dashboard(.change, [38]), "AN-001-04": .dashboard(.change, [36]),
        "AN-001-05": .dashboard(.change, [40]), "AN-001-06": .dashboard(.change, [14]),
        "AN-001-07": .dashboard(.change, [45]), "AN-001-08": .dashboard(.missingSign, [52]),
        "AN-001-09": .dashboard(.change, [60]), "AN-001-10": .dashboard(.missingSign, [30]),
        "AN-001-11": .dashboard(.missingSign, [34]), "AN-001-12": .claims(["CL-001-13"]),
        "AN-001-13": .claims(["CL-001-14"]), "AN-001-14": .claims(["CL-001-15"]),
        "AN-001-15": .dashboard(.oppositeColours, [23, 26, 49, 52, 58]),
        "AN-001-16": .claims(["CL-001-16", "CL-001-17", "CL-001-18"]), "AN-001-17": .claims(["CL-001-19"]),
        "AN-001-18": .dashboard(.valueForChange, [29]), "AN-001-19": .dashboard(.sameAsBaseline, [37, 75, 76]),
        "AN-001-20": .dashboard(.repeatedLabel, [44, 45]), "AN-001-21": .dashboard(.repeatedLabel, [46, 47]),
        "AN-001-22": .dashboard(.missingLabel, [28]),
        "AN-001-23": .dashboard(.unlabelledShare, [16, 17, 18, 19, 20, 21]),
        "AN-001-24": .dashboard(.olderPeriod, [25, 48, 51, 54, 57]),
        "AN-001-25": .dashboard(.sameFigures, [54, 55, 56]),
        "AN-001-26": .dashboard(.partsExceedWhole, [14, 15]),
        "AN-001-27": .notFound(names), "AN-001-28": .claims(["CL-001-01"]),
        "AN-001-29": .claims(["CL-001-02", "CL-001-03", "CL-001-04"]),
        "AN-001-30": .claims(["CL-001-23"]),
        "AN-001-31": .claims(["CL-001-05"]), "AN-001-32": .claims(["CL-001-06"]), "AN-001-33": .claims(["CL-001-07"]),
        "AN-001-34": .warning("says the opposite of"),
        "AN-001-35": .claims(["CL-001-08"]),
        "AN-001-36": .notFound("the two figures have different denominators and periods"),
        "AN-001-37": .claims(["CL-001-09"]),
        "AN-001-38": .warning("targets at least 95 and at least 90 hold at the same time"),
        "AN-001-39": .claims(["CL-001-10"]), "AN-001-40": .claims(["CL-001-11"]), "AN-001-41": .claims(["CL-001-12"]),
        "AN-001-42": .warning("16 January 2017 is before the time"), "AN-001-43": .warning("there is no Annex 11"),
        "AN-001-44": .warning("paragraph 5.2.2 twice"),
        "AN-001-45": .notFound("about what is called a theme"), "AN-001-46": .notFound(names),
        "AN-001-47": .notFound(words), "AN-001-48": .warning("December 2017 as still to come"),
        "AN-001-49": .notFound(words),
        "AN-001-50": .warning("The saving asked for in"),
        "AN-001-51": .warning("is not the section “Governance”"),
        "AN-001-52": .warning("is not the section “Resources”"), "AN-001-53": .warning("is not the section “Systems”"),
        "AN-001-54": .warning("Paragraph 5.26.6: paragraph 4.17 to 4.25"), "AN-001-55": .notFound(dates),
        "AN-001-56": .warning("12 December 2017 as past"),
        "AN-001-57": .warning("has the letter I"), "AN-001-58": .notFound(names), "AN-001-59": .notFound(words),
    ]

    private static let plan2019: [String: Expectation] = [
        "AN-000-01": .warning("calls this number 8"), "AN-000-02": .warning("Recommendation 3 names Appendix 2"),
        "AN-000-03": .warning("Paragraph 1.20: Appendix 2 is about something else"),
        "AN-000-04": .warning("Paragraph 1.35: Appendix 3 is about something else"),
        "AN-000-05": .warning("number 5, and it is number 6"),
        "AN-000-06": .warning("is chaired by the Chief Executive"),
        "AN-000-07": .warning("June 2018 as still to come"),
        "AN-000-08": .warning("does not mention “Trusted Relationships”"),
        "AN-000-09": .warning("does not mention “Corporate Parenting Pledge”"),
        "AN-000-10": .claims(["CL-000-01"]), "AN-000-11": .claims(["CL-000-02"]), "AN-000-12": .claims(["CL-000-03"]),
        "AN-000-13": .claims(["CL-000-04"]), "AN-000-14": .claims(["CL-000-05"]), "AN-000-15": .claims(["CL-000-06"]),
        "AN-000-16": .claims(["CL-000-07"]), "AN-000-17": .warning("speaks of a rate"),
        "AN-000-18": .warning("15 March 2019 as still to come"),
        "AN-000-19": .notFound(dates), "AN-000-20": .notFound(places),
        "AN-000-21": .notFound(names),
        "AN-000-22": .notFound("the figures are those of another pack; none of this one contradicts them"),
        "AN-000-23": .warning("The saving asked for in"),
        "AN-000-24": .warning("The first section has the number 2"),
    ]

    private static let quarterly2022: [String: Expectation] = [
        "AN-002-01": .claims(["CL-002-01"]), "AN-002-02": .claims(["CL-002-02"]), "AN-002-03": .claims(["CL-002-03"]),
        "AN-002-04": .claims(["CL-002-04"]),
        "AN-002-05": .warning("There is no figure “chat-assessments-completed@2021-12”"),
        "AN-002-06": .warning("“18th November 2022” is printed"), "AN-002-07": .warning("of which less is better"),
        "AN-002-08": .warning("The sentence is public"), "AN-002-09": .warning("differ by a letter"),
        "AN-002-10": .warning("choose one"), "AN-002-11": .notFound(names),
        "AN-002-12": .warning("count over as long a time"),
        "AN-002-13": .notFound("the two figures cover different spans of time"),
        "AN-002-14": .warning("are numbered as main sections"),
    ]

    private static let safeguarding2015: [String: Expectation] = [
        "AN-004-01": .claims(["CL-004-01"]), "AN-004-02": .claims(["CL-004-02"]), "AN-004-03": .claims(["CL-004-03"]),
        "AN-004-04": .warning("table 3 twice"), "AN-004-05": .warning("section 3 is about something else"),
        "AN-004-06": .warning("Appendix 1 is about something else"),
        "AN-004-07": .warning("September 2015 as past"), "AN-004-08": .claims(["CL-004-05"]),
        "AN-004-09": .claims(["CL-004-06"]),
        "AN-004-10": .warning("outside the time of the programme"),
        "AN-004-11": .warning("The first section under A2-5"), "AN-004-12": .warning("changed their meaning within"),
        "AN-004-13": .claims(["CL-004-07", "CL-004-08"]), "AN-004-14": .notFound(words),
        "AN-004-15": .warning("compared with another area"),
        "AN-004-16": .warning("none of the four grades"), "AN-004-17": .warning("names one thing"),
        "AN-004-18": .twoReadings("CL-004-10"),
    ]

    private static let corporateParenting2024: [String: Expectation] = [
        "AN-003-01": .warning("name the body"), "AN-003-02": .warning("foot of a page"),
        "AN-003-03": .warning("the duty to have regard is that of the Cabinet"),
        "AN-003-04": .warning("has no number"), "AN-003-05": .warning("says the same as"),
    ]
}

import FamilyServicesKit
import Testing

@Suite("Audit numbers that do not add up")
struct AuditRulesTests {
    @Test("are reported", arguments: breakages)
    func numbers(_ breakage: Breakage) throws { try breakage.check() }

    private static func shares(_ values: [Grade: Double], cases: Int? = nil) throws -> GradeDistribution.Results {
        .shares(try values.mapValues { try Percentage($0) }, cases: cases)
    }

    private static func grades(
        _ name: String, _ severity: Diagnostic.Severity, _ code: Diagnostic.Code, _ words: [String],
        _ results: @escaping @Sendable () throws -> GradeDistribution.Results
    ) -> Breakage {
        Breakage(name, severity, code, .gradeDistribution, "visits-11", words[0], words.last ?? "") {
            $0.audits.grades[1].results = try results()
        }
    }

    static let breakages: [Breakage] = [
        grades("shares that add to too little", .warning, .inconsistent, ["4 grades", "97 per cent"]) {
            try shares([.outstanding: 0, .good: 30, .requiresImprovement: 40, .inadequate: 27])
        },
        grades("shares that add to too much", .warning, .inconsistent, ["2 grades", "102 per cent"]) {
            try shares([.good: 50, .requiresImprovement: 52])
        },
        grades("shares with a decimal", .warning, .inconsistent, ["3 grades", "100.2 per cent"]) {
            try shares([.good: 33.4, .requiresImprovement: 33.4, .inadequate: 33.4])
        },
        grades("a share that the cases do not allow", .warning, .inconsistent, ["31 per cent", "share of 6"]) {
            try shares([.good: 31, .inadequate: 69], cases: 6)
        },
        grades("no cases", .warning, .inconsistent, ["No case"]) { .counts([.good: 0]) },
        grades("no grades", .warning, .inconsistent, ["No case"]) { .counts([:]) },
        grades("shares of no cases", .warning, .inconsistent, ["No case"]) { try shares([.good: 100], cases: 0) },
        grades("negative cases", .error, .badValue, ["-1"]) { .counts([.good: -1, .inadequate: 2]) },
        grades("shares of negative cases", .error, .badValue, ["-2"]) { try shares([.good: 100], cases: -2) },
        Breakage("shares of a statement", .warning, .inconsistent, .auditStatement, "s1", "104 per cent") {
            $0.audits.statements[0].shares = [.good: try Percentage(60), .outstanding: try Percentage(44)]
        },
        Breakage("moderation of no case", .warning, .inconsistent, .moderationPair, "1", "0 cases") {
            $0.audits.moderation[0] = try throughJSON($0.audits.moderation[0]) { $0["cases"] = 0 }
        },
        Breakage("negative activity", .error, .badValue, .auditActivity, "1", "-12") {
            $0.audits.activity[0].planned = -12
        },
        Breakage("more compliant than cases", .error, .inconsistent, .complianceMeasurement, "1", "155 of 150") {
            $0.audits.compliance[0].cases = 150
        },
        Breakage("failures that do not add up", .warning, .inconsistent, .complianceMeasurement, "1", "223", "224") {
            $0.audits.compliance[0].failures[1].cases = 8
        },
        Breakage("negative failures", .error, .badValue, .complianceMeasurement, "1", "-9") {
            $0.audits.compliance[0].failures[1].cases = -9
        },
        Breakage(
            "a share of the wrong base", .warning, .inconsistent, .complianceMeasurement, "1",
            "155 of 224 gives 69.2 per cent", "“38%”"
        ) { $0.audits.compliance[0].printedShare = PrintedFigure("38%", value: 38) },
    ]

    @Test(
        "are not found where rounding explains them",
        arguments: [
            [Grade.outstanding: 0.0, .good: 31, .requiresImprovement: 41, .inadequate: 27],
            [.outstanding: 1, .good: 34, .requiresImprovement: 34, .inadequate: 33],
            [.good: 33.3, .requiresImprovement: 33.3, .inadequate: 33.3], [.good: 100],
        ])
    func fine(values: [Grade: Double]) throws {
        var pack = try Fixtures.fullPack()
        pack.audits.grades[1].results = try Self.shares(values)
        #expect(pack.validate() == [])
    }
}

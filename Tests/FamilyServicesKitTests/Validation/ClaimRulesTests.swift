import FamilyServicesKit
import Testing

@Suite("Claims in a pack")
struct ClaimRulesTests {
    static let breakages: [Breakage] = [
        broken("an indicator that is not there", .unresolvedReference, "did you mean “visits”?") {
            $0.figures = [.figure("visit", try ReportingPeriod("2017-11"))]
        },
        broken("an area that is not there", .unresolvedReference, "no area “nowhere”") {
            $0.figures = [.figure("visits", try ReportingPeriod("2017-11"), area: "nowhere")]
        },
        broken("a source that is not there", .unresolvedReference, "no source “nowhere”") {
            $0.source = SourceReference("nowhere")
        },
        broken("no figure to compare with", .missingValue, "the figure that it is compared with is not given", .warning)
        {
            $0.kind = .percentChange
            $0.comparedWith = nil
        },
        broken("two figures where one can be", .missingValue, "which of the 2 figures is meant", .warning) {
            $0.kind = .ratio
            $0.figures = [.number(1), .number(2)]
        },
        broken("a domain that has no grades", .unresolvedReference, "No audit grade has the domain", .warning) {
            $0.kind = .count
            $0.stated = StatedFigure("7")
            $0.figures = [try FigureReference("grades/no such domain#good")]
        },
        broken("a standard that was not measured", .unresolvedReference, "No measurement has the standard", .warning) {
            $0.kind = .count
            $0.stated = StatedFigure("7")
            $0.figures = [try FigureReference("compliance/no such standard")]
        },
        broken("no number", .badValue, "“many” has no number in it", .warning) { $0.stated = StatedFigure("many") },
        broken("no rating", .badValue, "“blue” is not a rating", .warning) {
            $0.kind = .rating
            $0.stated = StatedFigure("blue")
        },
        broken("no direction", .badValue, "neither higher nor lower", .warning) {
            $0.kind = .comparison
            $0.stated = StatedFigure("different")
        },
        broken("a number that is none", .badValue, "infinite") { $0.outOf = [.number(.infinity)] },
        Breakage("a figure that is not there", .warning, .inconsistent, .claim, "claim-1", "There is no figure") {
            $0.claims[0].figures = [.figure("visits", try ReportingPeriod("1999-11"))]
        },
    ]

    @Test("have what they need, and it is in the pack", arguments: breakages)
    func findsGaps(_ breakage: Breakage) throws { try breakage.check() }

    private static func broken(
        _ name: String, _ code: Diagnostic.Code, _ words: String, _ severity: Diagnostic.Severity = .error,
        change: @escaping @Sendable (inout Claim) throws -> Void
    ) -> Breakage {
        Breakage(name, severity, code, .claim, "claim-1", words) { try change(&$0.claims[0]) }
    }

    @Test("are read from packs that were written before there were any")
    func readsOldPacks() throws {
        let pack = try Fixtures.fullPack()
        let old = try throughJSON(pack) { $0["claims"] = nil }
        #expect(old.claims.isEmpty)
        #expect(old.checks == pack.checks)
    }

    @Test("are shown, the contradicted first, and only to those who may see their figures")
    func areShown() throws {
        var pack = try ClaimPack.pack()
        let figures = [try FigureReference("contacts@2017-11")]
        pack.claims = [
            Claim(id: "a", statement: "Right.", kind: .count, stated: StatedFigure("10,587"), figures: figures),
            Claim(id: "b", statement: "Wrong.", kind: .count, stated: StatedFigure("8,792"), figures: figures),
        ]
        func rows(_ audience: Audience) throws -> [[Cell]] {
            let section = try pack.publish(for: audience).sections.first { $0.id == "claims" }
            guard case .table(let table)? = section?.blocks.first else { return [] }
            return table.rows
        }
        #expect(try rows(.everyone).map { $0[0].value } == [.text("Wrong."), .text("Right.")])
        let summary = try pack.publish(for: .everyone).sections.first { $0.id == "summary" }
        let words = "\(summary?.blocks ?? [])"
        #expect(words.contains("2 checked against the figures: 1 confirmed, 1 contradicted"))
        pack.observations[0].access = .exempt([.individual])
        #expect(try rows(.everyone).isEmpty)
        #expect(try rows(.members).count == 2)
    }
}

import Foundation
import TestSupport
import Testing

@Suite("The examples compare-councils, check-claims and statistics-alone")
struct SmallExampleTests {
    private static func lines(_ program: String) throws -> [String] {
        let outcome = try Program.built(program).run([])
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        return outcome.output.split(separator: "\n").map(String.init)
    }

    @Test("Councils of four packs are set side by side, and only what is more than usual is called better or worse")
    func councils() throws {
        let lines = try Self.lines("compare-councils")
        let names = ["Ashford", "Birchwood", "Cedarham", "Dunmore", "Elmbridge", "Firley", "Glenton"]
        for measure in ["Assessments completed within 45 working days", "Referrals within 12 months of the one before"]
        {
            let start = try #require(lines.firstIndex { $0.hasPrefix(measure) })
            #expect(lines[(start + 1)...].prefix(7).map { String($0.prefix { $0 != ":" }) } == names)
        }
        let verdicts = lines.filter { $0.contains("; usual ") }
        #expect(verdicts.count == 14)
        // 59.8% of 97 assessments, where the others have 80 to 86%.
        #expect(verdicts.filter { $0.hasPrefix("Cedarham: 59.8%") && $0.hasSuffix("; worse") }.count == 1)
        #expect(verdicts.count { $0.hasSuffix("; no clear difference") } > 7)
    }

    @Test("Sentences of a paper are confirmed, contradicted with the usual mistake, or cannot be checked")
    func claims() throws {
        let lines = try Self.lines("check-claims")
        #expect(
            lines.filter { !$0.hasPrefix(" ") }.map { String($0.prefix { $0 != ":" }) } == [
                "Confirmed", "Confirmed", "Contradicted", "Contradicted", "Cannot be checked",
            ])
        let mistakes = lines.filter { $0.hasPrefix("  The usual mistake: ") }
        #expect(mistakes.count == 2)
    }

    @Test("The statistics need no report: an interval, a control chart, a funnel, and a table that hides a small count")
    func statistics() throws {
        let lines = try Self.lines("statistics-alone")
        #expect(lines.contains { $0.hasPrefix("Interval: 85.7%") })
        #expect(
            lines.contains { $0.hasPrefix("Control chart: The last seven months") && $0.hasSuffix("an improvement.") })
        let funnel = lines.filter { $0.hasPrefix("Funnel: ") }
        #expect(funnel.count == 7 && funnel.count { $0.contains("Lower than chance would explain (99.8%)") } == 1)
        // The 3 is hidden, and as many others as keep it from being worked out.
        let table = lines.filter { $0.hasPrefix("Table: ") }
        #expect(table.count == 4 && !table.contains { $0.split(separator: " ").contains("3") })
        #expect(table.joined().split(separator: " ").count { $0.contains("[c]") } >= 4)
    }
}

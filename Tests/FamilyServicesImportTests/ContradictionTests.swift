import FamilyServicesImport
import FamilyServicesKit
import Testing

/// The loader says where a pack states what its own figures contradict.
@Suite("Contradictions when a pack is loaded")
struct ContradictionTests {
    private func warnings(claims: String, dashboard: String? = nil) -> [String] {
        let manifest = """
            schema: 1
            title: Report, June 2026
            organisation: Exampleton Council
            area: exampleton
            period: 2026-06
            date: 2026-07-14
            baseline: {title: Inspection, period: 2026-03}
            areas:
              - {id: exampleton, title: Exampleton, kind: local-authority}
            """
        let indicators = """
            id,title,unit,polarity
            contacts,Contacts,count,neutral
            referrals,Referrals,count,neutral
            visits,Visits,count,neutral
            """
        let observations = """
            indicator,period,value
            contacts,2026-03,100
            contacts,2026-05,120
            contacts,2026-06,150
            referrals,2026-03,40
            visits,2026-03,70
            """
        var files = [
            "pack.yaml": manifest, "indicators.csv": indicators, "observations.csv": observations,
            "claims.csv": "id,statement,kind,stated,figure,compared_with\n" + claims,
        ]
        files["dashboard.csv"] = dashboard
        let result = ReportPackLoader(identifyingText: nil).load(files: files.mapValues { Array($0.utf8) })
        #expect(result.pack != nil, "\(result.diagnostics)")
        return result.warnings.map(\.description)
    }

    @Test("A claim that does not hold is a warning at its place, with the mistake that explains it")
    func claims() throws {
        let found = warnings(
            claims: """
                c1,Contacts are up by 25%.,per-cent-change,up 25%,contacts@2026-06,contacts@2026-05
                c2,Contacts are up by 20%.,per-cent-change,up 20%,contacts@2026-06,contacts@2026-05
                """)
        #expect(found.count == 1)
        let message = try #require(found.first)
        #expect(message.contains("claims.csv:3:"))
        #expect(message.contains("divided by the later value"))
    }

    @Test("What a whole column of a printed dashboard has in common is told once")
    func dashboard() throws {
        let lines = """
            number,measure,indicators,previous_label,previous,latest_label,latest,since_baseline
            1,Contacts,contacts,May 26,120,June 26,150,100
            2,Referrals,referrals,May 26,45,June 26,50,40
            3,Visits,visits,May 26,71,June 26,80,70
            """
        let found = warnings(claims: "", dashboard: lines).filter { $0.contains("dashboard.csv") }
        #expect(found.count == 1, "\(found)")
        #expect(found.first?.contains("dashboard.csv:2:") == true)
        #expect(found.first?.contains("The same goes for 2 more lines.") == true)
        // Of two lines each is told.
        let two = lines.split(separator: "\n").dropLast().joined(separator: "\n")
        #expect(warnings(claims: "", dashboard: two).count { $0.contains("should be, but it is the figure") } == 2)
    }
}

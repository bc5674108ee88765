import FamilyServicesKit
import Testing

@Suite("Sections about audit")
struct AuditSectionTests {
    private func grades(
        _ domain: String, _ period: String, team: String? = nil, _ counts: (Int, Int, Int, Int)
    ) throws -> GradeDistribution {
        GradeDistribution(
            id: try #require(GradeDistribution.ID("\(domain)-\(period)-\(team ?? "all")")), domain: domain, team: team,
            period: try ReportingPeriod(period),
            results: .counts([
                .outstanding: counts.0, .good: counts.1, .requiresImprovement: counts.2, .inadequate: counts.3,
            ]))
    }

    /// Two domains graded for two teams in two quarters; the report is on June 2026.
    private func pack() throws -> ReportPack {
        var pack = try ReportPack.minimal()
        pack.audits.grades = [
            try grades("overall", "FY2025-26-Q4", team: "North", (0, 2, 8, 0)),
            try grades("overall", "FY2025-26-Q4", team: "South", (0, 2, 8, 0)),
            try grades("overall", "FY2026-27-Q1", team: "North", (0, 6, 4, 0)),
            try grades("overall", "FY2026-27-Q1", team: "South", (1, 8, 1, 0)),
            try grades("planning", "FY2025-26-Q4", team: "North", (0, 5, 5, 0)),
            try grades("planning", "FY2026-27-Q1", team: "North", (0, 3, 5, 2)),
            // After the period that is reported on.
            try grades("overall", "FY2026-27-Q2", team: "North", (10, 0, 0, 0)),
        ]
        return pack
    }

    @Test("Each domain has its latest grades of all teams together, the worst first, with the change")
    func latest() throws {
        let table = try pack().publish(for: .everyone).table("Audit_grades_latest")
        #expect(try table.words("Domain") == ["Planning", "Overall"])
        #expect(try table.words("Period") == ["April to June 2026", "April to June 2026"])
        #expect(try table.numbers("Cases") == [10, 20])
        #expect(try table.numbers("Good or better") == [30, 75])
        #expect(try table.numbers("Good") == [30, 70])
        #expect(
            try table.words("Change in good or better") == [
                "No clear change (-20 percentage points)", "▲ Up 55 percentage points, improving",
            ])
        #expect(try table.words("Is the change clear") == ["No clear change", "Better"])
    }

    @Test("Printed shares without cases are compared, and it is said that nobody can tell whether the change is clear")
    func shares() throws {
        var pack = try ReportPack.minimal()
        for (period, good) in [("2026-04", 50.0), ("2026-05", 0)] {
            pack.audits.grades.append(
                GradeDistribution(
                    id: try #require(GradeDistribution.ID(period)), domain: "voice",
                    period: try ReportingPeriod(period),
                    results: .shares(
                        [.good: try Percentage(good), .inadequate: try Percentage(100 - good)], cases: nil)))
        }
        let table = try pack.publish(for: .everyone).table("Audit_grades_latest")
        #expect(try table.words("Change in good or better") == ["▼ Down 50 percentage points"])
        #expect(try table.words("Is the change clear") == ["Number of cases not known"])
        #expect(!table.columns.contains { $0.title == "Cases" || $0.title == "Outstanding" })
    }

    @Test("Teams of which only shares are known are not added up")
    func unknownCounts() throws {
        var pack = try ReportPack.minimal()
        for team in ["North", "South"] {
            pack.audits.grades.append(
                GradeDistribution(
                    id: try #require(GradeDistribution.ID(team)), domain: "overall", team: team,
                    period: try ReportingPeriod("2026-06"),
                    results: .shares([.good: try Percentage(40), .inadequate: try Percentage(60)], cases: nil)))
        }
        let publication = try pack.publish(for: .everyone)
        #expect(!publication.sections.contains { $0.id == "audit-grades" })
        #expect(try publication.table("Audit_grades").rows.count == 2)
        #expect(publication.chart("Grades_by_team")?.labels == ["North", "South"])
    }

    @Test("Charts show the domains, and the teams in the overall grade, the worst first")
    func charts() throws {
        let publication = try pack().publish(for: .everyone)
        let domains = try #require(publication.chart("Grades_by_domain"))
        #expect(domains.labels == ["Planning", "Overall"])
        #expect(domains.title == "Audit grades by domain, April to June 2026")
        let teams = try #require(publication.chart("Grades_by_team"))
        #expect(teams.labels == ["North", "South"])
        #expect(teams.series.map(\.title) == ["Outstanding", "Good", "Requires improvement"])
        #expect(teams.series[1].points.map(\.value) == [60, 80])
        #expect(teams.alternativeText.contains("South: 10% outstanding, 80% good, 10% requires improvement"))
    }

    @Test("No more bars are drawn than a reader can take, those of the worst teams")
    func manyTeams() throws {
        var pack = try ReportPack.minimal()
        pack.audits.grades = try (1...40).map { number in
            try grades("overall", "2026-06", team: "Team \(number)", (0, 41 - number, number, 0))
        }
        let chart = try #require(try pack.publish(for: .everyone).chart("Grades_by_team"))
        #expect(chart.labels.count == 15)
        #expect(chart.labels.first == "Team 40")
        #expect(chart.series.allSatisfy { $0.points.count == 15 })
    }

    @Test("Audits are drawn completed against planned, quarter by quarter where every month of three quarters is known")
    func completion() throws {
        var pack = try ReportPack.minimal()
        var period = try ReportingPeriod("2025-09")
        for number in 0..<10 {
            pack.audits.activity += [
                AuditActivity(period: period, method: "case-file", planned: 10, completed: number < 4 ? 8 : 10),
                AuditActivity(period: period, method: "dip-sample", planned: 5, completed: 5),
                AuditActivity(period: period, method: "thematic", planned: 7),
            ]
            period = try #require(period.successor)
        }
        pack.audits.methods = ["case-file", "dip-sample", "thematic"].map { AuditMethod(id: $0, title: $0.text) }
        let chart = try #require(try pack.publish(for: .everyone).chart("Audits_completed"))
        #expect(chart.form == .lines)
        // September alone is no quarter; audits of which one number is missing do not count.
        #expect(chart.labels.count == 3)
        #expect(chart.series.map(\.role) == [.measure, .target])
        #expect(chart.series[0].points.map(\.value) == [39, 45, 45])
        #expect(chart.series[1].points.map(\.value) == [45, 45, 45])
        #expect(
            chart.alternativeText.contains(
                "In all, 129 of 135 planned audits were completed, and fewer than planned in 1 period."))
    }

    @Test("The programme begins with the latest audits, and says how many of the year were completed")
    func programme() throws {
        var pack = try ReportPack.minimal()
        pack.audits.activity = [
            AuditActivity(period: try ReportingPeriod("2025-06"), subject: "Old", planned: 100, completed: 1),
            AuditActivity(period: try ReportingPeriod("2026-06"), subject: "New", planned: 10, completed: 9),
        ]
        let publication = try pack.publish(for: .everyone)
        #expect(try publication.table("Audit_activity").words("Subject") == ["New", "Old"])
        let section = try #require(publication.sections.first { $0.id == "audit-activity" })
        let year = "In the twelve months to 30 June 2026: 9 completed of 10 planned (90%)."
        #expect(section.summary.contains(year))
    }

    @Test("Moderation says in words and numbers how far auditors and moderators agree, and which way auditors lean")
    func moderation() throws {
        var pack = try ReportPack.minimal()
        func pair(_ period: String, _ auditor: Grade, _ moderator: Grade, _ cases: Int) throws -> ModerationPair {
            ModerationPair(
                domain: "overall", period: try ReportingPeriod(period), auditor: auditor, moderator: moderator,
                cases: cases)
        }
        pack.audits.moderation = [
            try pair("FY2025-26-Q4", .good, .good, 10), try pair("FY2025-26-Q4", .good, .requiresImprovement, 2),
            try pair("FY2026-27-Q1", .good, .requiresImprovement, 12),
            try pair("FY2026-27-Q1", .requiresImprovement, .requiresImprovement, 8),
            try pair("FY2026-27-Q2", .good, .inadequate, 50),
        ]
        let publication = try pack.publish(for: .everyone)
        let table = try publication.table("Moderation")
        #expect(try table.words("Period") == ["All periods", "April to June 2026", "January to March 2026"])
        #expect(try table.numbers("Cases graded twice") == [32, 20, 12])
        #expect(try table.numbers("Same grade") == [18, 8, 10])
        #expect(try table.numbers("Auditor graded higher") == [14, 12, 2])
        #expect(
            try table.words("Direction") == [
                "Auditors grade higher than moderators", "Auditors grade higher than moderators",
                "More often higher, but this may be chance",
            ])
        #expect(
            publication.items(of: "moderation")[0].hasPrefix(
                "Overall: Auditor and moderator gave the same grade in 18 of 32 cases (56.3%)."))
    }
}

import FamilyServicesKit
import Testing

@Suite("Audit figures added up")
struct AuditPoolTests {
    private func grades(
        _ id: String, _ domain: String, _ team: String?, _ period: String, _ counts: [Grade: Int],
        access: Access = .unrestricted
    ) throws -> GradeDistribution {
        GradeDistribution(
            id: .init(stringLiteral: id), domain: domain, team: team, period: try ReportingPeriod(period),
            results: .counts(counts), access: access)
    }

    @Test("Teams are added where there is no total for all teams")
    func teams() throws {
        let pools = GradePool.pools(
            of: [
                try grades("a", "plans", "North", "2017-11", [.good: 2, .inadequate: 1]),
                try grades("b", "plans", "South", "2017-11", [.good: 1, .outstanding: 1]),
                try grades("c", "visits", "South", "2017-11", [.good: 4]),
            ], by: [.domain, .period])
        #expect(pools.count == 2)
        #expect(pools[0].counts == (try GradeCounts([.good: 3, .outstanding: 1, .inadequate: 1])))
        #expect(pools[0].counts.share(atLeast: .good) == .fraction(numerator: 4, denominator: 5))
        #expect(pools[0].pooled == ["a", "b"])
        #expect(
            pools[0].explanation
                == "5 cases: 1 outstanding, 3 good, 1 inadequate. 4 of 5 good or better (80%).")
    }

    @Test("Nothing is counted twice: a total wins over its teams, a quarter over its months, the first of two alike")
    func noDoubleCounting() throws {
        let all = [
            try grades("north", "plans", "North", "2017-11", [.good: 2]),
            try grades("all", "plans", nil, "2017-11", [.good: 5]),
            try grades("again", "plans", nil, "2017-11", [.good: 5]),
            try grades("later", "plans", "North", "2017-12", [.good: 1]),
        ]
        let pool = GradePool.pools(of: all, by: [.domain])[0]
        #expect(pool.counts[.good] == 6)
        #expect(pool.pooled == ["all", "later"])
        #expect(pool.leftOut.map(\.id) == ["north", "again"])
        let quarter = try grades("quarter", "plans", "North", "FY2017-18-Q3", [.good: 3])
        #expect(GradePool.pools(of: all + [quarter], by: [.domain, .team])[0].pooled == ["quarter"])
    }

    @Test("Shares without the number of cases are named, not guessed; the strictest access decides")
    func unknownCounts() throws {
        var shares = try grades("shares", "plans", nil, "2017-11", [:])
        shares.results = .shares([.good: try Percentage(100)], cases: nil)
        let exempt = try grades("exempt", "plans", "North", "2017-11", [.good: 1], access: .exempt([.identity]))
        let pool = GradePool.pools(of: [shares, exempt], by: [.domain, .period])[0]
        #expect(pool.counts.total == 1)
        #expect(pool.leftOut.map(\.id) == ["shares"])
        #expect(pool.leftOut.map(\.reason) == [.countsUnknown(.numberOfCasesUnknown)])
        #expect(pool.access.exemptParagraphs == [.identity])
        #expect(pool.explanation.hasSuffix("1 printed distribution could not be turned into cases."))
    }

    @Test("Completed against planned counts only lines with both numbers")
    func completion() throws {
        let period = try ReportingPeriod("2017-11")
        let activity = [
            AuditActivity(period: period, method: "case-file", subject: "Plans", planned: 10, completed: 8),
            AuditActivity(period: period, method: "case-file", subject: "Visits", planned: 5, completed: 6),
            AuditActivity(period: period, method: "dip-sample", subject: "Plans", planned: 4),
        ]
        let byPeriod = AuditCompletion.completions(of: activity)
        #expect(byPeriod.count == 1)
        #expect(byPeriod[0].share == .fraction(numerator: 14, denominator: 15))
        #expect(
            byPeriod[0].explanation
                == "14 completed of 15 planned (93.3%). 1 line without both numbers left out.")
        let byMethod = AuditCompletion.completions(of: activity, by: [.method])
        #expect(byMethod.map(\.method) == ["case-file", "dip-sample"])
        #expect(byMethod[1].share.number(in: .percent) == nil)
        let total = AuditActivity(period: period, planned: 20, completed: 15)
        let withTotal = AuditCompletion.completions(of: activity + [total])[0]
        #expect(withTotal.planned == 20)
        #expect(withTotal.overlappingLines == 2)
    }

    /// Computed with SciPy 1.17.1, `stats.binomtest(4, 5).proportion_ci(method="wilson")`.
    @Test("The share of good or better has Wilson's interval, and none without cases")
    func interval() throws {
        let counts = try GradeCounts([.good: 3, .outstanding: 1, .inadequate: 1])
        let interval = try #require(counts.interval(atLeast: .good))
        #expect((try #require(interval.lower) - 37.553462976252526).magnitude < 1e-9)
        #expect((try #require(interval.upper) - 96.37758913675698).magnitude < 1e-9)
        #expect(GradeCounts.none.interval(atLeast: .good) == nil)
    }

    @Test("Counts say what is in them, and refuse numbers that cannot be")
    func counts() throws {
        #expect(try GradeCounts([.good: 3]).label == "3 good")
        #expect(throws: GradeCountsError.negative(-1, .good)) { try GradeCounts([.good: -1]) }
        #expect(throws: GradeCountsError.tooManyCases) { try GradeCounts([.good: .max, .inadequate: .max]) }
        #expect(GradeCounts.none.label == "no cases")
    }
}

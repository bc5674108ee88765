import FamilyServicesKit
import Testing

@Suite("Requirements that come round")
struct DirectionRequirementTests {
    private func dates(_ cadence: String?, from first: String?, through last: String) throws -> [String] {
        DirectionRequirement(
            id: "r", text: "R", cadence: cadence.map { Cadence($0) },
            firstDue: try first.map { try CalendarDate(iso: $0) }
        )
        .dueDates(through: try CalendarDate(iso: last)).map(\.description)
    }

    @Test("fall due on the last day of a month that is too short, without drifting")
    func monthly() throws {
        #expect(
            try dates("monthly", from: "2018-01-31", through: "2018-05-31")
                == ["2018-01-31", "2018-02-28", "2018-03-31", "2018-04-30", "2018-05-31"])
        #expect(try dates("monthly", from: "2016-01-31", through: "2016-03-30") == ["2016-01-31", "2016-02-29"])
    }

    @Test(
        "fall due in each rhythm",
        arguments: [
            ("quarterly", ["2018-04-25", "2018-07-25", "2018-10-25", "2019-01-25"]),
            ("three-monthly", ["2018-04-25", "2018-07-25", "2018-10-25", "2019-01-25"]),
            ("six-monthly", ["2018-04-25", "2018-10-25"]), ("annual", ["2018-04-25"]), ("Yearly", ["2018-04-25"]),
            ("every 5 months", ["2018-04-25", "2018-09-25"]), ("once", ["2018-04-25"]),
            ("every now and then", ["2018-04-25"]),
            ("every 0 weeks", ["2018-04-25"]),
        ])
    func rhythms(cadence: String, expected: [String]) throws {
        #expect(try dates(cadence, from: "2018-04-25", through: "2019-01-31") == expected)
    }

    @Test("fall due by weeks and days")
    func days() throws {
        #expect(
            try dates("weekly", from: "2018-02-20", through: "2018-03-06") == [
                "2018-02-20", "2018-02-27", "2018-03-06",
            ])
        #expect(try dates("fortnightly", from: "2018-02-20", through: "2018-03-06") == ["2018-02-20", "2018-03-06"])
        #expect(try dates("every 10 days", from: "2018-02-20", through: "2018-03-05") == ["2018-02-20", "2018-03-02"])
        #expect(try dates("every 3 weeks", from: "2018-02-20", through: "2018-03-13") == ["2018-02-20", "2018-03-13"])
    }

    @Test("never fall due without a first day or before it, and stop at the end of the calendar")
    func ends() throws {
        #expect(try dates("monthly", from: nil, through: "2018-01-01") == [])
        #expect(try dates("monthly", from: "2018-02-01", through: "2018-01-31") == [])
        #expect(try dates(nil, from: "2018-01-01", through: "2018-12-31") == ["2018-01-01"])
        #expect(try dates("monthly", from: "9999-11-15", through: "9999-12-31") == ["9999-11-15", "9999-12-15"])
    }

    @Test("keep the words of their cadence")
    func words() throws {
        #expect(try json(Cadence("Every other Tuesday")) == #""Every other Tuesday""#)
        #expect(try roundTrip(Cadence("Monthly")).step == .months(1))
        #expect(Cadence("every 9999999999 days").step == nil)
    }
}

@Suite("Grades")
struct GradeTests {
    @Test("are in order from inadequate to outstanding")
    func order() {
        #expect(Grade.allCases.sorted() == [.inadequate, .requiresImprovement, .good, .outstanding])
        #expect(Grade.allCases.sorted().map(\.rank) == [1, 2, 3, 4])
        #expect(Grade.outstanding > .good)
    }

    @Test("give their shares from counts, and as printed from shares")
    func shares() throws {
        let counts = GradeDistribution.Results.counts([.good: 3, .inadequate: 1])
        #expect(counts.cases == 4)
        #expect(counts.share(of: .good) == 75)
        #expect(counts.share(of: .outstanding) == 0)
        #expect(counts.sumOfShares == 100)
        let none = GradeDistribution.Results.counts([:])
        #expect(none.cases == 0)
        #expect(none.share(of: .good) == nil)
        let printed = GradeDistribution.Results.shares(
            [.good: try Percentage(33), .inadequate: try Percentage(66)], cases: nil)
        #expect(printed.cases == nil)
        #expect(printed.share(of: .good) == 33)
        #expect(printed.share(of: .outstanding) == nil)
        #expect(printed.sumOfShares == 99)
    }

    @Test("never add up beyond the numbers there are")
    func overflow() throws {
        let results = try fromJSON(
            GradeDistribution.Results.self, #"{"counts":{"good":9223372036854775807,"inadequate":9223372036854775807}}"#
        )
        #expect(results.cases == .max)
    }

    @Test("are written by name, from best to worst")
    func coding() throws {
        for (results, text) in [
            (GradeDistribution.Results.counts([.good: 3, .inadequate: 0]), #"{"counts":{"good":3,"inadequate":0}}"#),
            (.shares([.good: try Percentage(33.3)], cases: 6), #"{"cases":6,"shares":{"good":33.3}}"#),
            (.shares([:], cases: nil), #"{"shares":{}}"#), (.counts([:]), #"{"counts":{}}"#),
        ] {
            #expect(try json(results) == text)
            #expect(try fromJSON(GradeDistribution.Results.self, text) == results)
        }
        for text in [
            #"{"counts":{"fine":1}}"#, #"{"counts":{"good":-1}}"#, #"{"shares":{"good":101}}"#, "{}", #"{"cases":3}"#,
        ] {
            #expect(throws: DecodingError.self) { try fromJSON(GradeDistribution.Results.self, text) }
        }
    }

    @Test("of a statement come back, and are left out where there are none")
    func statement() throws {
        let plain = AuditStatement(id: "s", text: "S")
        #expect(try !json(plain).contains("shares"))
        #expect(try roundTrip(plain) == plain)
        let full = AuditStatement(id: "s", text: "S", shares: [.good: try Percentage(50)])
        #expect(try json(full).contains(#""shares":{"shares":{"good":50}}"#))
        #expect(try roundTrip(full) == full)
    }
}

@Suite("Risk scores")
struct RiskScoreTests {
    @Test("are the product of likelihood and impact")
    func value() {
        #expect(Risk.Score.matrix(likelihood: 4, impact: 5).value == 20)
        #expect(Risk.Score.product(12).value == 12)
        // Off the scale, but no reason to stop the program.
        _ = Risk.Score.matrix(likelihood: .max, impact: .max).value
    }

    @Test("are read on their scale only")
    func coding() throws {
        for score in [Risk.Score.matrix(likelihood: 1, impact: 5), .product(25), .product(1)] {
            #expect(try roundTrip(score) == score)
        }
        for text in [
            #"{"likelihood":0,"impact":1}"#, #"{"likelihood":1,"impact":6}"#, #"{"product":26}"#, #"{"product":0}"#,
            #"{"likelihood":1}"#, "{}",
        ] {
            #expect(throws: DecodingError.self) { try fromJSON(Risk.Score.self, text) }
        }
    }
}

@Suite("Records")
struct RecordTests {
    @Test("of every sort come back from JSON as they were")
    func everyRecord() throws {
        for pack in [try Fixtures.fullPack(), try Fixtures.sparePack()] {
            #expect(try roundTrip(pack) == pack)
            #expect(try roundTrip(pack.manifest) == pack.manifest)
            #expect(try roundTrip(pack.indicators) == pack.indicators)
            #expect(try roundTrip(pack.breakdowns) == pack.breakdowns)
            #expect(try roundTrip(pack.observations) == pack.observations)
            #expect(try roundTrip(pack.dashboard) == pack.dashboard)
            #expect(try roundTrip(pack.plans) == pack.plans)
            #expect(try roundTrip(pack.audits) == pack.audits)
            #expect(try roundTrip(pack.inspections) == pack.inspections)
            #expect(try roundTrip(pack.reports) == pack.reports)
            #expect(try roundTrip(pack.commitments) == pack.commitments)
            #expect(try roundTrip(pack.risks) == pack.risks)
            #expect(try roundTrip(pack.budget) == pack.budget)
            #expect(try roundTrip(pack.milestones) == pack.milestones)
            #expect(try roundTrip(pack.governance) == pack.governance)
            #expect(try roundTrip(pack.context) == pack.context)
            #expect(try roundTrip(pack.checks) == pack.checks)
            #expect(try roundTrip(pack.claims) == pack.claims)
        }
    }

    @Test("have every optional of theirs filled in by the full pack, so that coming back means something")
    func fixtureIsFull() throws {
        // What the full pack writes somewhere covers every name that the types have: a property added to a model and
        // forgotten here would be missing.
        func names(_ value: Any, into result: inout [String: Set<String>]) {
            let mirror = Mirror(reflecting: value)
            let type = String(reflecting: mirror.subjectType)
            for child in mirror.children {
                if mirror.displayStyle == .struct, type.hasPrefix("FamilyServicesKit."), let label = child.label {
                    let inner = Mirror(reflecting: child.value)
                    let isEmpty =
                        [.optional, .collection, .set, .dictionary].contains(inner.displayStyle)
                        && inner.children.isEmpty
                    if isEmpty {
                        result[type, default: []].insert(label)
                    }
                    if !isEmpty { result["filled " + type, default: []].insert(label) }
                }
                names(child.value, into: &result)
            }
        }
        var found: [String: Set<String>] = [:]
        names(try Fixtures.fullPack(), into: &found)
        // Their parts depend on the form.
        let excused = ["FamilyServicesKit.PlanReference", "FamilyServicesKit.PartialDate", "FamilyServicesKit.Cadence"]
        for (type, empty) in found where !type.hasPrefix("filled ") && !excused.contains(type) {
            #expect(empty.subtracting(found["filled " + type] ?? []) == [], "\(type)")
        }
    }

    @Test("are listed by the date that is known")
    func listingDate() throws {
        var event = InspectionEvent(id: "e", kind: .inspection, body: "B", title: "T", status: .held)
        #expect(event.listingDate == nil)
        event.start = try PartialDate(iso: "2017-04")
        #expect(event.listingDate == event.start)
        event.published = try PartialDate(iso: "2017-07")
        #expect(event.listingDate == event.published)
    }

    @Test("of a programme are empty where nothing is in it")
    func emptyProgramme() throws {
        #expect(AuditProgramme().isEmpty)
        #expect(try !Fixtures.sparePack().audits.isEmpty)
        let pack = try Fixtures.fullPack()
        #expect(PlanAction(id: "a", title: "A").status(on: pack.manifest.date) == nil)
        #expect(pack.plans[1].actions[0].status(on: pack.manifest.date) == .complete)
    }
}

@Suite("Diagnostics")
struct DiagnosticTests {
    @Test("are written as compilers do")
    func description() {
        let problem = Diagnostic(.error, .badValue, "No.", about: RecordReference(.indicator, "visits"))
        #expect(problem.description == "indicator visits: error: No.")
        let located = problem.located(at: SourceLocation(file: "a.csv", line: 3, column: 7))
        #expect(located.description == "a.csv:3:7: error: No.")
        #expect(located.located(at: SourceLocation(file: "b.csv")) == located)
        #expect(located.subject == problem.subject)
        #expect(Diagnostic(.warning, .limit, "Much.").description == "warning: Much.")
        #expect(SourceLocation(file: "a", line: nil, column: 3).description == "a")
        #expect(Diagnostic.Severity.warning < .error)
    }
}

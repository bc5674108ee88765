import FamilyServicesKit
import TestSupport
import Testing

@Suite("Changes since an earlier pack")
struct PackChangesTests {
    private func earlier() throws -> ReportPack {
        var pack = try GoldenThreadTests.pack()
        pack.manifest.period = try ReportingPeriod("2026-05")
        pack.manifest.date = try CalendarDate(iso: "2026-06-14")
        pack.observations.removeLast()
        pack.plans[0].actions[0].due = try PartialDate(iso: "2026-06")
        pack.plans[0].actions[0].statuses = [.init(.onTrack, on: try PartialDate(iso: "2026-05"))]
        pack.risks[0].residual = .matrix(likelihood: 3, impact: 4)
        pack.inspections[0].judgements = [Judgement(area: "overall", grade: .requiresImprovement)]
        pack.reports = [
            CommitteeReport(id: "r", title: "Report", enclosures: [Enclosure(label: "Appendix 1", title: "Costs")])
        ]
        return pack
    }

    /// A month on, with nothing different but the date.
    private func later() throws -> ReportPack {
        var pack = try earlier()
        pack.manifest.period = try ReportingPeriod("2026-06")
        pack.manifest.date = try CalendarDate(iso: "2026-06-20")
        return pack
    }

    private func changes(_ edit: (inout ReportPack) throws -> Void) throws -> [PackChange] {
        var pack = try later()
        try edit(&pack)
        return pack.changes(since: try earlier()).all
    }

    @Test("A pack has no changes since itself, nor since one that differs in its date alone")
    func same() throws {
        #expect(try earlier().changes(since: try earlier()).isEmpty)
        #expect(try changes { _ in }.isEmpty)
        let full = try Fixtures.fullPack()
        #expect(full.changes(since: full).isEmpty)
    }

    @Test("A new figure is no change; the rating that it moves is")
    func rating() throws {
        let moved = try changes { pack in
            pack.observations.append(
                Observation(
                    indicator: "visits", period: try ReportingPeriod("2026-06"), area: "exampleton", value: .value(92)))
        }
        let change = try #require(moved.first)
        #expect(moved.count == 1)
        #expect(change.kind == .rating)
        #expect(change.meaning == .better)
        #expect(
            change.text == "Visits in time went from red to green: from 70.0% in May 2026 to 92.0% in June 2026.")
    }

    @Test(
        "What changes under the reader's feet is of the highest severity",
        arguments: [PackChange.Kind.definition, .target, .polarity, .unit])
    func terms(kind: PackChange.Kind) throws {
        let found = try changes { pack in
            switch kind {
            case .definition: pack.indicators[1].definition.denominator = "visits due"
            case .target: pack.indicators[1].targets = [Target(.atLeast(80))]
            case .polarity: pack.indicators[1].polarity = .lowerIsBetter
            default: pack.indicators[1].unit = .count
            }
        }
        #expect(found.map(\.kind) == [kind])
        #expect(found.first?.severity == .high)
        #expect(found.first?.subject == .indicator("idle"))
    }

    @Test("A target is shown before and after")
    func target() throws {
        let found = try changes { $0.indicators[0].targets = [Target(.atLeast(75), tolerance: .absolute(5))] }
        let change = try #require(found.first { $0.kind == .target })
        #expect(change.before == "at least 90%, tolerance 5 percentage points")
        #expect(change.after == "at least 75%, tolerance 5 percentage points")
    }

    @Test("A figure that was reported and is now another is a revision, with both values")
    func revision() throws {
        let found = try changes { $0.observations[$0.observations.count - 1].value = .value(71) }
        #expect(
            found.map(\.text) == ["Visits in time: the figure for May 2026 was revised from 70.0% to 71.0%."])
        #expect(try changes { $0.observations.removeFirst() }.map(\.kind) == [.figuresRemoved])
    }

    @Test("An indicator that is gone takes its figures with it, once")
    func indicatorRemoved() throws {
        let found = try changes { pack in
            pack.indicators.removeFirst()
            pack.observations = []
        }
        #expect(found.map(\.kind) == [.indicatorRemoved])
        #expect(found.first?.severity == .high, "it was red")
    }

    @Test("Completed is said once, and closes the findings that the action answers")
    func completed() throws {
        let found = try changes { pack in
            pack.plans[0].actions[0].statuses.append(.init(.complete, on: try PartialDate(iso: "2026-06-19")))
        }
        #expect(found.map(\.kind) == [.actionCompleted, .findingClosed])
        #expect(found.first?.text == "5b(ii) Visit in time was completed.")
        #expect(found.last?.subject == .finding("F-1"))
    }

    @Test("Newly overdue and slipped are two things")
    func overdueAndSlipped() throws {
        let overdue = try changes { $0.manifest.date = try CalendarDate(iso: "2026-07-14") }
        #expect(
            overdue.map(\.text) == ["5b(ii) Visit in time is newly overdue: it was due by 30 June 2026, 14 days ago."])
        let slipped = try changes { $0.plans[0].actions[0].due = try PartialDate(iso: "2026-09") }
        #expect(slipped.map(\.kind) == [.actionSlipped])
        #expect(
            slipped.first?.text
                == "The due date of 5b(ii) Visit in time moved from June 2026 to September 2026, by 92 days.")
    }

    @Test("Statuses, actions, findings, judgements, risks, inspections and enclosures are compared")
    func records() throws {
        func kinds(_ edit: (inout ReportPack) throws -> Void) throws -> [PackChange.Kind] {
            try changes(edit).map(\.kind)
        }
        #expect(try kinds { $0.plans[0].actions[0].statuses.append(.init(.atRisk)) } == [.actionStatus])
        #expect(try kinds { $0.plans[0].actions.removeLast() } == [.actionDropped])
        #expect(try kinds { $0.plans[0].actions.append(PlanAction(id: "a3", title: "New")) } == [.actionAdded])
        #expect(try kinds { $0.inspections[0].findings.removeLast() } == [.findingRemoved])
        #expect(
            try kinds { $0.inspections[0].findings.append(Finding(id: "F-9", kind: .strength, text: "New")) }
                == [.findingAdded])
        #expect(try kinds { $0.inspections[0].judgements[0].grade = .good } == [.judgement])
        #expect(try kinds { $0.inspections[1].status = .revoked } == [.inspectionStatus])
        #expect(try kinds { $0.risks[0].residual = .matrix(likelihood: 5, impact: 4) } == [.riskScore])
        #expect(try kinds { $0.risks = [] } == [.riskRemoved])
        let access = try changes { $0.reports[0].enclosures[0].access = .exempt([.businessAffairs]) }
        #expect(
            access.map(\.text) == [
                "Appendix 1 of “Report” was open to the public and is now exempt under paragraph 3 of Schedule 12A."
            ])
    }

    @Test("Every change is reported once, the most severe first, and turned round there are as many records in it")
    func once() throws {
        var random = SeededGenerator()
        for _ in 0..<60 {
            let first = try Self.random(using: &random)
            let second = try Self.random(using: &random)
            let found = second.changes(since: first).all
            #expect(first.changes(since: first).isEmpty, "seed \(random.seed)")
            let keys = found.map { "\($0.kind.rawValue) \($0.subject)" }
            #expect(Set(keys).count == keys.count, "seed \(random.seed)")
            #expect(found.map(\.severity) == found.map(\.severity).sorted(by: >), "seed \(random.seed)")
            #expect(second.changes(since: first) == second.changes(since: first), "seed \(random.seed)")
            let back = first.changes(since: second)
            #expect(
                Set(found.map(\.subject)) == Set(back.all.map(\.subject)), "seed \(random.seed)")
            let forward = second.changes(since: first)
            #expect(
                Set(forward.of(.actionAdded).map(\.subject)) == Set(back.of(.actionDropped).map(\.subject)),
                "seed \(random.seed)"
            )
        }
    }

    /// Actions, risks and indicators that may be there and may differ.
    private static func random(using random: inout SeededGenerator) throws -> ReportPack {
        var pack = try ReportPack.minimal()
        var plan = ImprovementPlan(id: "p", title: "P")
        for number in 0..<8 where Bool.random(using: &random) {
            plan.actions.append(
                PlanAction(
                    id: Identifier("a\(number)") ?? "a", title: "A\(number)",
                    due: try PartialDate(year: 2026, month: Int.random(in: 1...12, using: &random)),
                    statuses: [.init(BRAGStatus.allCases.randomElement(using: &random) ?? .onTrack)]))
            pack.risks.append(
                Risk(
                    id: Identifier("r\(number)") ?? "r", title: "R",
                    residual: .product(Int.random(in: 1...25, using: &random))))
            pack.indicators.append(
                Indicator(
                    id: Identifier("i\(number)") ?? "i", title: "I\(number)", unit: .count,
                    polarity: Polarity.allCases.randomElement(using: &random) ?? .neutral,
                    targets: [Target(.atLeast(Double(Int.random(in: 1...3, using: &random))))]))
        }
        pack.plans = [plan]
        return pack
    }
}

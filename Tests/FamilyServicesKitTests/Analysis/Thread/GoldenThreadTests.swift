import FamilyServicesKit
import TestSupport
import Testing

@Suite("Golden thread: from finding to action to measure, and back")
struct GoldenThreadTests {
    /// Late visits were found in January 2026; action 5b(ii) answers through a recommendation.
    static func pack() throws -> ReportPack {
        var pack = try ReportPack.minimal()
        pack.indicators = [
            Indicator(
                id: "visits", title: "Visits in time", unit: .percent, polarity: .higherIsBetter,
                targets: [Target(.atLeast(90), tolerance: .absolute(5))]),
            Indicator(id: "idle", title: "Nobody's measure", unit: .percent, polarity: .higherIsBetter),
            Indicator(id: "watched", title: "Contacts", unit: .count, polarity: .neutral),
        ]
        pack.observations = try Self.figures([("2025-12", 60.0), ("2026-05", 70), ("2026-06", 80)])
        pack.plans = [
            ImprovementPlan(
                id: "plan", title: "Plan", respondsTo: ["visit"],
                objectives: [ImprovementPlan.Objective(id: "safe", title: "Children are safe")],
                themes: [ImprovementPlan.Theme(id: "t5", prefix: "5", title: "Protection")],
                actions: [
                    PlanAction(
                        id: "a1", reference: try PlanReference("5b(ii)"), theme: "t5", title: "Visit in time",
                        recommendations: ["REC-1"], indicators: ["visits"]),
                    PlanAction(id: "a2", reference: try PlanReference("6a"), title: "Alone"),
                ],
                progress: [ProgressNote(id: "n1", references: [try PlanReference("5b(ii)")], text: "Rota changed.")])
        ]
        pack.risks = [Risk(id: "R1", title: "Staff leave", plans: ["plan"])]
        pack.audits.grades = [
            GradeDistribution(
                id: "g", domain: "planning", period: pack.manifest.period, results: .counts([.good: 3]))
        ]
        pack.inspections = [
            InspectionEvent(
                id: "visit", kind: .focusedVisit, body: "Ofsted", title: "Focused visit", status: .held,
                published: try PartialDate(iso: "2026-01-20"),
                findings: [
                    Finding(id: "F-1", kind: .areaForImprovement, text: "Visits are late."),
                    Finding(id: "F-2", kind: .areaForImprovement, text: "Nobody answers this."),
                    Finding(id: "F-3", kind: .strength, text: "Staff care."),
                ],
                recommendations: [
                    Recommendation(id: "REC-1", text: "Visit in time.", findings: ["F-1"]),
                    Recommendation(id: "REC-2", text: "Forgotten."),
                ]),
            InspectionEvent(
                id: "direction", kind: .statutoryDirection, body: "Secretary of State", title: "Direction",
                status: .issued, requirements: [DirectionRequirement(id: "REQ-1", text: "Report.")]),
        ]
        return pack
    }

    /// Figures of the measure after two calm years of about 60 per cent, so that the control chart can judge them.
    static func figures(_ figures: [(String, Double)], calm level: Double = 60) throws -> [Observation] {
        let start = try ReportingPeriod("2023-12")
        let before = try (0..<24).map { month in
            (try #require(start.advanced(by: month)).code, level + (month.isMultiple(of: 2) ? 0.5 : -0.5))
        }
        let own = Set(figures.map(\.0))
        return try (before.filter { !own.contains($0.0) } + figures).map { month, value in
            Observation(
                indicator: "visits", period: try ReportingPeriod(month), area: "exampleton", value: .value(value))
        }
    }

    @Test("A finding is answered through its recommendations, with notes, measures and where they stand")
    func answer() throws {
        let answer = try #require(GoldenThread(try Self.pack()).answer(to: "F-1"))
        #expect(answer.isAnswered)
        #expect(answer.recommendations == ["REC-1"])
        #expect(answer.actions == ["a1"])
        #expect(answer.progressNotes == ["n1"])
        #expect(answer.indicators.map(\.id) == ["visits"])
        let position = try #require(answer.indicators.first?.position)
        #expect(position.label == "80.0% in June 2026; Red; ▲ Up, improving")
        #expect(answer.verdict.outcome == .improved)
        #expect(answer.verdict.reasons == ["Visits in time: better: 60.0% in December 2025, 80.0% in June 2026."])
    }

    @Test("An action knows why it exists: findings, recommendations, theme, plan, objectives, risks and inspection")
    func reason() throws {
        let reason = try #require(GoldenThread(try Self.pack()).reason(for: "a1"))
        #expect(reason.hasOrigin)
        #expect(
            Set(reason.reasons) == [
                .recommendation("REC-1"), .finding("F-1"), .theme("t5", of: "plan"), .plan("plan"),
                .objective("safe", of: "plan"),
                .risk("R1"), .inspection("visit"),
            ])
        #expect(reason.measures == [.indicator("visits")])
        #expect(reason.explanations.contains("Answers the finding “Visits are late.”."))
        #expect(reason.explanations.last == "Measured by “Visits in time”.")
    }

    @Test("The thread says where it is broken, strengths and watched measures aside")
    func gaps() throws {
        let gaps = GoldenThread(try Self.pack()).gaps
        #expect(gaps.findingCount == 3)
        #expect(gaps.findingsToAnswer == 2)
        #expect(gaps.unansweredFindings == ["F-2"])
        #expect(gaps.unmeasuredFindings == ["F-2"])
        #expect(gaps.unansweredRecommendations == ["REC-2"])
        #expect(gaps.unmeasuredActions == ["a2"])
        #expect(gaps.actionsWithoutOrigin == ["a2"])
        #expect(gaps.unmovedIndicators == ["idle"])
        #expect(gaps.unusedAuditDomains == ["planning"])
        #expect(gaps.unreportedRequirements == ["REQ-1"])
        #expect(gaps.explanations.first == "Findings to be put right without an action that answers them: 1 of 2.")
    }

    @Test(
        "Whether it worked is told by the measures since the finding",
        arguments: [
            ([("2025-12", 60.0), ("2026-06", 40)], GoldenThread.Outcome.notImproved),
            ([("2025-12", 60), ("2026-06", 61)], .noClearChange),
            ([("2025-12", 60), ("2026-06", 60)], .noClearChange),
            ([("2025-11", 60), ("2025-12", 80)], .tooEarly), ([("2025-12", 60), ("2026-06", 80)], .improved),
        ])
    func verdict(figures: [(String, Double)], expected: GoldenThread.Outcome) throws {
        var pack = try Self.pack()
        pack.observations = try Self.figures(figures)
        let verdict = try #require(GoldenThread(pack).answer(to: "F-1")).verdict
        #expect(verdict.outcome == expected, "\(verdict.reasons)")
        #expect(!verdict.reasons.isEmpty)
    }

    @Test("Two figures alone prove nothing, and no figure is no measure")
    func tooLittle() throws {
        var pack = try Self.pack()
        pack.observations = pack.observations.suffix(1) + pack.observations.prefix(1)
        #expect(GoldenThread(pack).answer(to: "F-1")?.verdict.outcome == .cannotTell)
        pack.observations = []
        #expect(GoldenThread(pack).answer(to: "F-1")?.verdict.outcome == .noMeasure)
    }

    @Test("Progress is measured from the baseline of the report; where its figure is withheld there is no verdict")
    func oneBaseline() throws {
        var pack = try Self.pack()
        pack.observations = try Self.figures([("2025-06", 79), ("2025-12", 60), ("2026-06", 80)])
        #expect(GoldenThread(pack).answer(to: "F-1")?.verdict.outcome == .improved)
        pack.manifest.baseline = .init(title: "Judgement of June 2025", period: try ReportingPeriod("2025-06"))
        let verdict = try #require(GoldenThread(pack).answer(to: "F-1")?.verdict)
        #expect(verdict.outcome == .noClearChange)
        #expect(verdict.span?.from.code == "2025-06")
        #expect(verdict.label == "No clear change: 1 no clear change (June 2025 to June 2026)")
        let place = try #require(pack.observations.firstIndex { $0.period.code == "2025-06" })
        pack.observations[place].value = .missing(.suppressed)
        #expect(GoldenThread(pack).answer(to: "F-1")?.verdict.outcome == .cannotTell)
        pack.observations.remove(at: place)
        #expect(GoldenThread(pack).answer(to: "F-1")?.verdict.outcome == .cannotTell)
    }

    @Test("A few audited cases prove nothing, many do")
    func auditVerdict() throws {
        var pack = try Self.pack()
        pack.observations = []
        pack.inspections[0].findings[0].auditDomains = ["planning"]
        func grades(_ id: GradeDistribution.ID, _ month: String, good: Int, poor: Int) throws -> GradeDistribution {
            GradeDistribution(
                id: id, domain: "planning", period: try ReportingPeriod(month),
                results: .counts([.good: good, .inadequate: poor]))
        }
        pack.audits.grades = [
            try grades("b", "2025-12", good: 1, poor: 2), try grades("a", "2026-06", good: 2, poor: 1),
        ]
        #expect(GoldenThread(pack).answer(to: "F-1")?.verdict.outcome == .cannotTell)
        pack.audits.grades = [
            try grades("b", "2025-12", good: 5, poor: 40), try grades("a", "2026-06", good: 40, poor: 5),
        ]
        let answer = try #require(GoldenThread(pack).answer(to: "F-1"))
        #expect(answer.verdict.outcome == .improved)
        #expect(answer.audits.first?.latest?.counts[.good] == 40)
    }

    @Test("A reference to a whole outcome or theme stands for its actions; one to nothing listed stands for itself")
    func wholes() throws {
        var pack = try Self.pack()
        pack.inspections[0].findings[1].planReferences = [try PlanReference("5b")]
        pack.inspections[0].findings[0].planReferences = [try PlanReference("9c")]
        let thread = GoldenThread(pack)
        #expect(thread.answers(to: .finding("F-2")) == [.action("a1")])
        #expect(thread.answer(to: "F-1")?.planReferences == [try PlanReference("9c")])
        #expect(thread.gaps.unansweredFindings.isEmpty)
    }

    @Test("What is not in the pack is no finding and no action")
    func unknown() throws {
        let thread = GoldenThread(try Self.pack())
        #expect(thread.answer(to: "nowhere") == nil)
        #expect(thread.reason(for: "nowhere") == nil)
        #expect(thread.answers(to: .action("nowhere")).isEmpty)
    }

    @Test("An answer knows its reasons and a reason its answers, however the records are linked")
    func symmetry() throws {
        var random = SeededGenerator()
        for _ in 0..<40 {
            let pack = try Self.randomPack(using: &random)
            let thread = GoldenThread(pack)
            let nodes = Self.nodes(of: pack)
            for node in nodes {
                for answer in thread.answers(to: node) {
                    #expect(thread.reasons(for: answer).contains(node), "seed \(random.seed)")
                }
                for reason in thread.reasons(for: node) {
                    #expect(thread.answers(to: reason).contains(node), "seed \(random.seed)")
                }
                for answer in thread.allAnswers(to: node) where answer != node {
                    #expect(thread.allReasons(for: answer).contains(node), "seed \(random.seed)")
                }
            }
            let gaps = thread.gaps
            for action in pack.plans.flatMap(\.actions) {
                let reason = try #require(thread.reason(for: action.id))
                #expect(reason.measures.isEmpty == gaps.unmeasuredActions.contains(action.id), "seed \(random.seed)")
                #expect(reason.hasOrigin != gaps.actionsWithoutOrigin.contains(action.id), "seed \(random.seed)")
            }
            for finding in pack.inspections.flatMap(\.findings) where finding.kind != .strength {
                let answer = try #require(thread.answer(to: finding.id))
                #expect(answer.isAnswered != gaps.unansweredFindings.contains(finding.id), "seed \(random.seed)")
            }
        }
    }

    private static func nodes(of pack: ReportPack) -> [GoldenThread.Node] {
        pack.inspections.map { .inspection($0.id) } + pack.inspections.flatMap(\.findings).map { .finding($0.id) }
            + pack.inspections.flatMap(\.recommendations).map { .recommendation($0.id) }
            + pack.plans.flatMap(\.actions).map { .action($0.id) } + pack.indicators.map { .indicator($0.id) }
            + pack.plans.flatMap(\.progress).map { .progressNote($0.id) } + pack.plans.map { .plan($0.id) }
    }

    /// Six of each record, linked at random on either side.
    private static func randomPack(using random: inout SeededGenerator) throws -> ReportPack {
        var pack = try ReportPack.minimal()
        func some<Subject>(_ letter: String, _ random: inout SeededGenerator) -> [Identifier<Subject>] {
            (0..<6).filter { _ in Int.random(in: 0..<6, using: &random) == 0 }.map { "\(letter)\($0)" }
                .compactMap { Identifier<Subject>($0) }
        }
        let references = try ["5", "5a", "5a(i)", "5a(ii)", "6", "6b(i)"].map { try PlanReference($0) }
        func someReferences(_ random: inout SeededGenerator) -> [PlanReference] {
            references.filter { _ in Int.random(in: 0..<6, using: &random) == 0 }
        }
        for number in 0..<6 {
            pack.indicators.append(
                Indicator(
                    id: Identifier("i\(number)") ?? "i", title: "I\(number)", unit: .count,
                    polarity: .higherIsBetter, planReferences: someReferences(&random)))
        }
        var event = InspectionEvent(id: "e", kind: .inspection, body: "Ofsted", title: "E", status: .held)
        var plan = ImprovementPlan(id: "p", title: "P", respondsTo: ["e"])
        for number in 0..<6 {
            event.findings.append(
                Finding(
                    id: Identifier("f\(number)") ?? "f", kind: .priorityAction, text: "F",
                    planReferences: someReferences(&random), actions: some("a", &random),
                    indicators: some("i", &random)))
            event.recommendations.append(
                Recommendation(
                    id: Identifier("r\(number)") ?? "r", text: "R", findings: some("f", &random),
                    planReferences: someReferences(&random), progress: some("n", &random),
                    indicators: some("i", &random)))
            plan.actions.append(
                PlanAction(
                    id: Identifier("a\(number)") ?? "a", reference: references[number], title: "A",
                    recommendations: some("r", &random), indicators: some("i", &random)))
            plan.progress.append(
                ProgressNote(
                    id: Identifier("n\(number)") ?? "n", references: someReferences(&random), text: "N",
                    indicators: some("i", &random), recommendations: some("r", &random)))
        }
        pack.inspections = [event]
        pack.plans = [plan]
        return pack
    }
}

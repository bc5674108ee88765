import TestSupport
import Testing

import FamilyServicesKit
@testable import ReportPublishing

@Suite("Main messages: what the plan and the figures name")
struct MainMessagesTests {
    /// Indicators with one figure each against at least 90 per cent, amber from 85.
    private func pack(
        _ figures: [(Indicator.ID, Double)], worried: [Indicator.ID] = [], well: [Indicator.ID] = [],
        unrated: [Indicator.ID] = []
    ) throws -> ReportPack {
        var pack = try ReportPack.minimal()
        for (id, value) in figures {
            pack.indicators.append(
                Indicator(
                    id: id, title: id.text, unit: .percent, polarity: .higherIsBetter,
                    targets: unrated.contains(id) ? [] : [Target(.atLeast(90), tolerance: .absolute(5))]))
            pack.observations.append(
                Observation(indicator: id, period: pack.manifest.period, area: "exampleton", value: .value(value)))
        }
        pack.plans = [ImprovementPlan(id: "plan", title: "Plan", worriedAbout: worried, workingWell: well)]
        return pack
    }

    private func messages(of pack: ReportPack) -> MainMessages {
        let positions = Dictionary(uniqueKeysWithValues: pack.positions().map { ($0.indicator.id, $0) })
        return MainMessages(of: Exceptions(in: pack), plan: pack.plans.last, positions: positions)
    }

    private func titles(_ messages: [MainMessages.Message]) -> [String] {
        messages.map { message in
            switch message.subject {
            case .indicator(let position): position.indicator.title
            case .action(let action): action.title
            }
        }
    }

    @Test("Red and named comes first, then red, then named and amber, then what the plan alone names, then amber")
    func order() throws {
        let messages = messages(
            of: try pack(
                [("amber", 86), ("unrated", 50), ("named amber", 86), ("red", 80), ("named red", 80), ("redder", 40)],
                worried: ["unrated", "named amber", "named red"], unrated: ["unrated"]))
        #expect(
            titles(messages.worries) == ["named red", "redder", "red", "named amber", "unrated", "amber"])
        #expect(messages.strengths.isEmpty)
    }

    @Test("What the plan calls working well stays so while amber, and is a worry once it is red")
    func contradiction() throws {
        let messages = messages(
            of: try pack([("red", 80), ("amber", 86), ("green", 95)], well: ["red", "amber", "green"]))
        #expect(titles(messages.worries) == ["red"])
        #expect(titles(messages.strengths) == ["green", "amber"])
        let worry = try #require(messages.worries.first)
        #expect(!worry.isNamed)
        #expect(worry.reasons.last?.text == "The plan says it is working well")
        #expect(worry.reasons.last?.isGood == true)
        #expect(messages.strengths.map(\.isNamed) == [true, true])
    }

    @Test("What the plan worries about is a worry even while it is green")
    func worriedAboutGreen() throws {
        let messages = messages(of: try pack([("green", 95), ("other", 96)], worried: ["green"]))
        #expect(titles(messages.worries) == ["green"])
        #expect(titles(messages.strengths) == ["other"])
    }

    @Test("Nothing is on both sides or there twice, whatever the plan names, and nothing that the figures list is lost")
    func once() throws {
        var generator = SeededGenerator()
        for _ in 0..<200 {
            let ids: [Indicator.ID] = ["m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8"]
            let figures = ids.map { ($0, Double(Int.random(in: 70...99, using: &generator))) }
            func some() -> [Indicator.ID] { ids.filter { _ in Bool.random(using: &generator) } }
            let pack = try pack(figures, worried: some() + some(), well: some(), unrated: some())
            let messages = messages(of: pack)
            let shown = titles(messages.worries) + titles(messages.strengths)
            #expect(Set(shown).count == shown.count, "seed \(generator.seed)")
            let exceptions = Exceptions(in: pack)
            let listed = (exceptions.worries + exceptions.strengths).compactMap { item -> String? in
                if case .indicator(let position) = item.subject { position.indicator.title } else { nil }
            }
            let plan = pack.plans[0]
            let named = (plan.worriedAbout + plan.workingWell).map(\.text)
            #expect(Set(shown) == Set(listed).union(named), "seed \(generator.seed)")
            for list in [messages.worries, messages.strengths] {
                #expect(zip(list, list.dropFirst()).allSatisfy { $0.points >= $1.points }, "seed \(generator.seed)")
            }
        }
    }
}

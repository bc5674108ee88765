import FamilyServicesKit
import TestSupport
import Testing

@Suite("Exceptions: what to worry about and what works well")
struct ExceptionsTests {
    private func pack(_ series: [(Indicator.ID, [Double])], target: Double? = 90) throws -> ReportPack {
        var pack = try ReportPack.minimal()
        for (id, values) in series {
            pack.indicators.append(
                Indicator(
                    id: id, title: id.text, unit: .percent, polarity: .higherIsBetter,
                    targets: target.map { [Target(.atLeast($0), tolerance: .absolute(5))] } ?? []))
            for (age, value) in values.reversed().enumerated() {
                let period = try #require(pack.manifest.period.advanced(by: -age))
                pack.observations.append(
                    Observation(indicator: id, period: period, area: "exampleton", value: .value(value)))
            }
        }
        return pack
    }

    private func titles(_ items: [Exceptions.Item]) -> [String] {
        items.map { item in
            switch item.subject {
            case .indicator(let position): position.indicator.title
            case .action(let action): action.title
            }
        }
    }

    @Test("Red comes before amber, the further from the target the earlier, and green works well")
    func order() throws {
        let exceptions = Exceptions(
            in: try pack([("amber", [86]), ("red", [80]), ("redder", [40]), ("green", [95]), ("amber too", [86])]))
        #expect(titles(exceptions.worries) == ["redder", "red", "amber", "amber too"])
        #expect(titles(exceptions.strengths) == ["green"])
    }

    /// Counts out of 400 for so many months, so that what is usual can be learnt from them.
    private func counted(_ id: Indicator.ID, _ parts: [Double], target: Double? = 90) throws -> ReportPack {
        var pack = try pack([(id, parts)], target: target)
        for index in pack.observations.indices {
            guard case .value(let part, _) = pack.observations[index].value else { continue }
            pack.observations[index].value = .fraction(numerator: part, denominator: 400)
        }
        return pack
    }

    private let calm = [360.0, 361, 359, 362, 360, 358, 361, 360]

    @Test("Each exception says why in plain English, with the figures")
    func reasons() throws {
        let falling = Exceptions(in: try counted("falling", calm + [229]))
        #expect(
            falling.worries.first?.reasons.map(\.text) == [
                "Red against at least 90%: 57.3%",
                "Worse than in May 2026: 90.0% then, 57.3% now (down 32.7 percentage points)",
            ])
        let rising = Exceptions(in: try counted("rising", calm + [398]))
        #expect(
            rising.strengths.first?.reasons.map(\.text) == [
                "Green against at least 90%: 99.5%",
                "Better than in May 2026: 90.0% then, 99.5% now (up 9.5 percentage points)",
            ])
    }

    @Test("How often a figure moved the same way is no reason while ups and downs explain it")
    func noRuns() throws {
        let exceptions = Exceptions(in: try pack([("falling", [70, 65, 60, 57.2])]))
        #expect(exceptions.worries.first?.reasons.map(\.text) == ["Red against at least 90%: 57.2%"])
    }

    @Test("A measure without a target is listed once it has moved by more than its ups and downs")
    func withoutTarget() throws {
        #expect(titles(Exceptions(in: try counted("worse", calm + [229], target: nil)).worries) == ["worse"])
        #expect(titles(Exceptions(in: try counted("better", calm + [398], target: nil)).strengths) == ["better"])
        for values in [[4.0, 3, 2, 1], [1, 2, 3, 4], [4, 4, 4, 4]] {
            let exceptions = Exceptions(in: try pack([("unknown", values)], target: nil))
            #expect(exceptions.worries.isEmpty && exceptions.strengths.isEmpty)
        }
    }

    @Test("A control chart's concern is a worry even while the target is met; twelve figures make no chart")
    func signal() throws {
        let steady = [97.0, 98, 97, 98, 97, 98, 97, 98, 97, 98, 97, 98]
        let exceptions = Exceptions(in: try pack([("long", steady + [91]), ("short", steady.dropLast() + [91])]))
        #expect(titles(exceptions.worries) == ["long"])
        #expect(titles(exceptions.strengths) == ["short"])
        let reason = try #require(exceptions.worries.first?.reasons.first { $0.kind == .variation })
        #expect(reason.text.contains("unlikely to be chance"))
        #expect(!reason.isGood)
        #expect(exceptions.worries.first?.reasons.last?.isGood == true, "what speaks against it comes last")
    }

    @Test("Figures that accumulate are not charted, and year-to-date figures not called worse than the month before")
    func accumulating() throws {
        var pack = try pack([("ytd", [4, 3, 2, 1])], target: nil)
        pack.indicators[0].accumulation = .yearToDate
        #expect(Exceptions(in: pack).worries.isEmpty)
    }

    @Test("Comparators and the plan add to the rank and are told")
    func comparatorAndPlan() throws {
        var pack = try pack([("first", [80]), ("second", [80])])
        pack.plans = [
            ImprovementPlan(
                id: "p", title: "P",
                actions: [
                    PlanAction(id: "a", title: "Do it", due: try PartialDate(iso: "2026-05"), indicators: ["first"])
                ])
        ]
        let worse = ComparatorStanding(isBetter: false, text: "Worse than the median of ten neighbours: 88%")
        let exceptions = Exceptions(in: pack, comparisons: ["second": worse])
        #expect(titles(exceptions.worries) == ["second", "first", "Do it"])
        #expect(exceptions.worries[0].reasons.map(\.text).contains(worse.text))
        #expect(
            exceptions.worries[1].reasons.map(\.text).contains("1 action that should move it is off track or overdue"))
        #expect(exceptions.worries[2].reasons.map(\.text) == ["Overdue by 44 days: due by 31 May 2026"])
    }

    @Test("Nothing is both a worry and a strength, and the order never depends on chance")
    func noneInBoth() throws {
        var random = SeededGenerator()
        for _ in 0..<60 {
            let series = (0..<8).map { number -> (Indicator.ID, [Double]) in
                let length = Int.random(in: 1...20, using: &random)
                return (
                    Indicator.ID("i\(number)") ?? "i",
                    (0..<length).map { _ in Double.random(in: 70...100, using: &random).rounded() }
                )
            }
            let pack = try pack(series)
            let exceptions = Exceptions(in: pack)
            let (worries, strengths) = (titles(exceptions.worries), titles(exceptions.strengths))
            #expect(Set(worries).isDisjoint(with: strengths), "seed \(random.seed)")
            #expect(exceptions == Exceptions(in: pack), "seed \(random.seed)")
            for list in [exceptions.worries, exceptions.strengths] {
                #expect(list.map(\.points) == list.map(\.points).sorted(by: >), "seed \(random.seed)")
                #expect(list.allSatisfy { !$0.reasons.isEmpty }, "seed \(random.seed)")
            }
        }
    }
}

import FamilyServicesKit
import TestSupport
import Testing

@Suite("A pack in which nothing is wrong")
struct CleanPackTests {
    @Test("gives no diagnostics when every optional is filled in")
    func fullPack() throws {
        #expect(try Fixtures.fullPack().validate() == [])
    }

    @Test("gives no diagnostics when no optional is filled in")
    func sparePack() throws {
        #expect(try Fixtures.sparePack().validate() == [])
    }

    @Test("gives its diagnostics in the same order every time")
    func order() throws {
        var pack = try Fixtures.fullPack()
        pack.manifest.roles = []
        pack.manifest.areas = []
        pack.manifest.sources = []
        pack.indicators.append(contentsOf: pack.indicators)
        let first = pack.validate()
        #expect(first.count > 30)
        for _ in 0..<5 { #expect(pack.validate() == first) }
    }

    @Test("is checked in a time that grows with its size, even where every name is missing", .slow)
    func nearLinear() throws {
        var pack = try Fixtures.sparePack()
        let names = (0..<1_000).map { "indicator-\($0)" }
        pack.indicators = names.compactMap { name in
            Indicator.ID(name).map { Indicator(id: $0, title: name, unit: .count, polarity: .neutral) }
        }
        let day = pack.manifest.date
        pack.observations = names.flatMap { name in
            (0..<4).compactMap { copy in
                Indicator.ID("x\(copy)\(name)").map {
                    Observation(indicator: $0, period: .snapshot(day), area: "a", value: .value(1))
                }
            }
        }
        var found: [Diagnostic] = []
        let time = ProcessorTime.measure { found = pack.validate() }
        #expect(found.count == 4_000)
        // Comparing each missing name with each known one would take minutes.
        #expect(time < .seconds(15))
    }
}

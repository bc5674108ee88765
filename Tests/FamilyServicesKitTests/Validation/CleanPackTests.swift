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
        let spare = try Fixtures.sparePack()
        let day = spare.manifest.date
        func pack(_ count: Int) throws -> ReportPack {
            var pack = spare
            let names = (0..<count).map { "indicator-\($0)" }
            pack.indicators = try names.map { name in
                Indicator(id: try #require(Indicator.ID(name)), title: name, unit: .count, polarity: .neutral)
            }
            pack.observations = try names.flatMap { name in
                try (0..<4).map { copy in
                    Observation(
                        indicator: try #require(Indicator.ID("x\(copy)\(name)")), period: .snapshot(day), area: "a",
                        value: .value(1))
                }
            }
            return pack
        }
        let (small, large) = (try pack(200), try pack(800))
        // Comparing each missing name with each known one takes sixteen times as long.
        let factor = Growth.factor(from: 200, to: 800) { size in
            #expect((size == 200 ? small : large).validate().count == 4 * size)
        }
        #expect(factor < 9)
    }
}

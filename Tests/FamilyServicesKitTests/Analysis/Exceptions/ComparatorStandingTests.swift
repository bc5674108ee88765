import FamilyServicesKit
import Testing

@Suite("Comparators as reasons for exceptions")
struct ComparatorStandingTests {
    private func pack(neighbours: Double?, england: Double?, own: Double) throws -> ReportPack {
        var pack = try ReportPack.minimal()
        pack.manifest.areas += [.statisticalNeighbours, .england]
        pack.indicators = [Indicator(id: "share", title: "Share in time", unit: .percent, polarity: .higherIsBetter)]
        for (area, value) in [("exampleton", own), ("statistical-neighbours", neighbours), ("england", england)] {
            guard let value, let id = Area.ID(area) else { continue }
            pack.observations.append(
                Observation(indicator: "share", period: pack.manifest.period, area: id, value: .value(value)))
        }
        // Six other councils near the comparators, so that it is known what is usual between councils.
        let middle = neighbours ?? england ?? own
        for (number, offset) in [-1.5, -1, -0.5, 0.5, 1, 1.5].enumerated() {
            let id = try #require(Area.ID("council-\(number)"))
            pack.manifest.areas.append(Area(id: id, title: id.text, kind: .localAuthority))
            pack.observations.append(
                Observation(indicator: "share", period: pack.manifest.period, area: id, value: .value(middle + offset)))
        }
        return pack
    }

    @Test("Statistical neighbours count before the country, and worse than they are is said with their figure")
    func neighboursFirst() throws {
        let standing = try #require(
            try pack(neighbours: 80, england: 60, own: 70).comparatorStandings()["share"])
        #expect(!standing.isBetter)
        #expect(standing.text.contains("Statistical neighbours (80.0%)"))
        #expect(standing.text.contains("10.0 percentage points below"))
    }

    @Test("Where neighbours have no value the country counts")
    func countryElse() throws {
        let standing = try #require(try pack(neighbours: nil, england: 60, own: 70).comparatorStandings()["share"])
        #expect(standing.isBetter)
        #expect(standing.text.contains("England"))
    }

    @Test("A difference that is usual between councils is no reason, and neither is one of which that is not known")
    func usualDifference() throws {
        #expect(try pack(neighbours: 80, england: nil, own: 78.5).comparatorStandings().isEmpty)
        var pack = try pack(neighbours: 80, england: nil, own: 70)
        pack.manifest.areas.removeAll { $0.kind == .localAuthority && $0.id != "exampleton" }
        #expect(pack.comparatorStandings().isEmpty)
    }

    @Test("The same figure at the precision shown is no reason, nor is a missing one")
    func similar() throws {
        #expect(try pack(neighbours: 70.04, england: nil, own: 70).comparatorStandings().isEmpty)
        #expect(try pack(neighbours: nil, england: nil, own: 70).comparatorStandings().isEmpty)
    }

    @Test("The summary of a report gives the comparator among its reasons")
    func inTheSummary() throws {
        var pack = try pack(neighbours: 80, england: nil, own: 70)
        pack.indicators[0].targets = [Target(.atLeast(90))]
        let publication = try pack.publish(for: .everyone)
        let summary = try #require(publication.sections.first { $0.id == "summary" })
        #expect(String(describing: summary).contains("Worse than Statistical neighbours"))
    }
}

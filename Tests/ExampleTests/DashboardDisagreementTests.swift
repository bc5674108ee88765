import FamilyServicesImport
import FamilyServicesKit
import TestSupport
import Testing

@Suite("The printed dashboard of December 2017 against its own figures")
struct DashboardDisagreementTests {
    private let pack: ReportPack

    init() throws {
        pack = try ExamplePacks.load("improvement-plan-2018-01")
    }

    @Test("The three ratings that contradict their targets are found, and no others")
    func ratings() throws {
        let found = pack.ratingDisagreements()
        #expect(
            found.map(\.explanation) == [
                "Average Caseload Numbers: Onwards and Upwards is printed as green at 19.7, but is red: it misses the target of "
                    + "12 to 16.",
                "Average Caseload Numbers: REACH is printed as red at 14.5, but is green: it meets the target of 12 to 16.",
                "How many NEET care leavers is printed as green at 64.5%, but is red: it misses the target of at most 55.",
            ])
        #expect(found.map(\.line) == [12, 13, 76])
        #expect(found.map(\.computed.distance) == [found[0].computed.signedDistance, 0, 9.5])
        #expect(found.allSatisfy { $0.source != nil })
    }

    @Test("Rated by direction, the lines without a target that were rated against something else are found too")
    func directions() {
        let found = pack.ratingDisagreements(options: .init(ratesByDirection: true))
        #expect(found.map(\.line) == [12, 13, 31, 32, 33, 46, 76])
        #expect(
            found[2].explanation
                == "Multi agency involvement in Strategy Discussions: Education is printed as green at 69%, but is red: there "
                + "is no target; the value moved against the way that is wanted.")
    }

    @Test("The seven changes that contradict the positions beside them are found, and no others")
    func changes() {
        let found = pack.changeDisagreements()
        #expect(found.map(\.line) == [30, 34, 35, 37, 38, 52, 60])
        #expect(
            found.map(\.finding) == [
                .signMissing(computed: -5), .signMissing(computed: -7), .size(printed: -12, computed: -5),
                .sign(printed: 3, computed: -3), .size(printed: 1, computed: -55), .signMissing(computed: -11),
                .sign(printed: 1, computed: -1),
            ])
        #expect(
            found[2].explanation
                == "S47: Outcome: C&F Assessment: the change is printed as -12%, but from 53% to 48% is -5.")
    }

    @Test("Four changes differ by what rounding can explain; they are listed on request")
    func rounding() {
        let plain = Set(pack.changeDisagreements())
        let more = pack.changeDisagreements(includingRounding: true).filter { !plain.contains($0) }
        #expect(more.map(\.line) == [14, 36, 40, 45])
    }

    @Test("An arrow that contradicts the positions is found")
    func arrow() throws {
        var pack = pack
        let index = try #require(pack.dashboard.firstIndex { $0.number == 1 })
        pack.dashboard[index].change?.arrow = .up
        let found = try #require(pack.changeDisagreements().first)
        #expect(found.finding == .arrow(printed: .up, computed: .down))
        #expect(
            found.explanation
                == "Audit numbers by type: Regular Audits: the arrow points up, but from 23 to 15 is a fall.")
    }
}

import FamilyServicesKit
import Testing

@Suite("The nearest name")
struct NearestNameTests {
    @Test(
        "is one that a slip explains",
        arguments: [
            ("repat-referrals", "repeat-referrals"), ("REPEAT-REFERRALS", "repeat-referrals"),
            ("repeat-referalls", "repeat-referrals"), ("vistis", "visits"), ("visit", "visits"), ("vissits", "visits"),
            ("VISITS", "visits"), ("dirctor", "director"), ("t7", "T6"),
        ])
    func near(written: String, meant: String) {
        let names = ["visits", "repeat-referrals", "director", "T6", "something-else-entirely"]
        #expect(NearestName.nearest(to: written, among: names) == meant)
    }

    @Test("is none where none is near", arguments: ["caseload", "", "x", "vi", "stisiv", "reprals"])
    func far(written: String) {
        #expect(NearestName.nearest(to: written, among: ["visits", "repeat-referrals"]) == nil)
        #expect(NearestName.nearest(to: written, among: [String]()) == nil)
    }

    @Test("does not depend on the order of the names")
    func ties() {
        let names = ["visita", "visitb", "visitc"]
        for order in [names, names.reversed(), [names[1], names[0], names[2]]] {
            #expect(NearestName.nearest(to: "visits", among: order) == "visita")
        }
    }

    @Test("is the one with fewer slips, and a swap is one slip")
    func fewest() {
        #expect(NearestName.nearest(to: "abcdef", among: ["abdxef", "abdcef"]) == "abdcef")
        #expect(NearestName.nearest(to: "abcd", among: ["abdc"]) == "abdc")
        #expect(NearestName.nearest(to: "abcd", among: ["abef"]) == nil)
    }
}

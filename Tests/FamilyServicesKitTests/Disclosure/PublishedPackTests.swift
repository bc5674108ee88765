import FamilyServicesKit
import Testing

@Suite("The pack in a publication")
struct PublishedPackTests {
    @Test("What is left of a pack after withholding is a valid pack", arguments: Audience.allCases)
    func isValid(audience: Audience) throws {
        let pack = try Fixtures.fullPack()
        #expect(pack.validate().filter { $0.severity == .error }.isEmpty)
        let published = try pack.publish(for: audience).pack
        #expect(published.validate().filter { $0.severity == .error }.map(\.description) == [])
    }

    @Test("No record refers to one that is withheld")
    func noReferenceToWithheldRecords() throws {
        var pack = try Fixtures.fullPack()
        pack.indicators.append(
            Indicator(
                id: "Canary-measure", title: "Hidden", unit: .count, polarity: .neutral, access: .exempt([.individual]))
        )
        pack.plans[0].actions.append(
            PlanAction(
                id: "Canary-action", reference: try PlanReference("9z(ix)"), title: "Hidden",
                access: .exempt([.legalPrivilege])))
        pack.inspections[0].findings.append(
            Finding(id: "Canary-finding", kind: .areaForImprovement, text: "Hidden", access: .exempt([.identity])))
        // Everything that can name one of the three does.
        for index in pack.plans[0].actions.indices { pack.plans[0].actions[index].indicators.append("Canary-measure") }
        pack.plans[0].worriedAbout.append("Canary-measure")
        for index in pack.inspections[0].findings.indices {
            pack.inspections[0].findings[index].actions.append("Canary-action")
            pack.inspections[0].findings[index].planReferences.append(try PlanReference("9z(ix)"))
        }
        for index in pack.inspections[0].recommendations.indices {
            pack.inspections[0].recommendations[index].findings.append("Canary-finding")
        }
        pack.risks.append(Risk(id: "open-risk", title: "An open risk", indicators: ["Canary-measure"]))
        #expect(pack.validate().filter { $0.severity == .error }.map(\.description) == [])

        let publication = try pack.publish(for: .everyone)
        let shown = String(describing: publication)
        for canary in ["Canary-measure", "Canary-action", "Canary-finding", "9z(ix)"] {
            #expect(!shown.contains(canary), "\(canary) leaked")
        }
        #expect(publication.pack.risks.contains { $0.id == "open-risk" })
        let officers = String(describing: try pack.publish(for: .officers))
        for canary in ["Canary-measure", "Canary-action", "Canary-finding"] {
            #expect(officers.contains(canary), "\(canary) is missing")
        }
    }

    @Test("A pack from which nothing is withheld is published as it is")
    func nothingWithheld() throws {
        var pack = try ReportPack.minimal()
        pack.indicators = [Indicator(id: "m", title: "M", unit: .count, polarity: .neutral)]
        #expect(try pack.publish(for: .everyone).pack == pack)
    }
}

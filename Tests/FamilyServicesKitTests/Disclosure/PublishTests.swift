import FamilyServicesKit
import Testing

@Suite("Publishing for an audience")
struct PublishTests {
    /// A pack with a word of its own in everything that is exempt or restricted.
    private func guardedPack() throws -> ReportPack {
        var pack = try ReportPack.minimal()
        pack.manifest.agreements = [
            SharingAgreement(id: "club", title: "Benchmarking club agreement", audiences: [.officers])
        ]
        pack.manifest.sources = [
            SourceDocument(id: "club-report", title: "Canary-source", access: .restricted(under: "club")),
            SourceDocument(id: "open", title: "Open source"),
        ]
        pack.indicators = [
            Indicator(id: "open-measure", title: "Open measure", unit: .count, polarity: .neutral),
            Indicator(
                id: "hidden", title: "Canary-indicator", unit: .count, polarity: .neutral,
                access: .exempt([.individual])),
        ]
        let period = pack.manifest.period
        pack.observations = [
            Observation(indicator: "open-measure", period: period, area: "exampleton", value: .value(41)),
            Observation(indicator: "hidden", period: period, area: "exampleton", value: .value(7_654_321)),
            Observation(
                indicator: "open-measure", period: try ReportingPeriod("2026-05"), area: "exampleton",
                value: .value(8_765_432), source: SourceReference("club-report")),
        ]
        pack.dashboard = [
            DashboardLine(number: 1, measure: "Canary-line", indicators: ["hidden"])
        ]
        pack.checks = [
            FigureCheck(id: "c1", outcome: .differs, statement: "Canary-check", indicators: ["open-measure"]),
            FigureCheck(id: "c2", outcome: .differs, statement: "An open check"),
        ]
        pack.plans = [
            ImprovementPlan(
                id: "p", title: "Plan",
                actions: [
                    PlanAction(id: "a1", title: "Open action"),
                    PlanAction(id: "a2", title: "Canary-action", access: .exempt([.legalPrivilege])),
                ],
                worriedAbout: ["hidden", "open-measure"])
        ]
        pack.inspections = [
            InspectionEvent(
                id: "e", kind: .focusedVisit, body: "Ofsted", title: "Visit", status: .held,
                findings: [
                    Finding(id: "f1", kind: .strength, text: "Open finding", indicators: ["hidden"]),
                    Finding(
                        id: "f2", kind: .strength, text: "Canary-finding", access: .exempt([.individual, .identity])),
                ])
        ]
        pack.reports = [
            CommitteeReport(
                id: "r", title: "Report",
                enclosures: [
                    Enclosure(label: "Appendix 1", title: "Open appendix"),
                    Enclosure(label: "Appendix 2", title: "Canary-appendix", access: .exempt([.businessAffairs])),
                ],
                recommendations: [
                    CommitteeRecommendation(number: 1, text: "Canary-recommendation", enclosure: "Appendix 2")
                ])
        ]
        pack.risks = [Risk(id: "x", title: "Canary-risk", access: .exempt([.businessAffairs]))]
        return pack
    }

    private func text(_ publication: Publication) -> String { String(describing: publication) }

    private let exempt = [
        "Canary-indicator", "7654321", "Canary-line", "Canary-action", "Canary-finding", "Canary-appendix",
        "Canary-recommendation", "Canary-risk",
    ]
    private let restricted = ["Canary-source", "8765432", "Canary-check"]

    @Test("The public version holds nothing of what is exempt or restricted")
    func publicVersion() throws {
        let shown = text(try guardedPack().publish(for: .everyone))
        for canary in exempt + restricted {
            #expect(!shown.contains(canary), "\(canary) leaked")
        }
        #expect(shown.contains("Open finding"))
        #expect(shown.contains("An open check"))
    }

    @Test("The public version lists what is withheld, with its paragraph or agreement")
    func publicVersionSaysWhatIsWithheld() throws {
        let shown = text(try guardedPack().publish(for: .everyone))
        #expect(shown.contains("Exempt under Schedule 12A to the Local Government Act 1972, paragraph 3"))
        #expect(shown.contains("Appendix 2"))
        #expect(shown.contains("Benchmarking club agreement"))
    }

    @Test("Where a reason for the exemption was stated, the public is told so, and members are told the reason")
    func publicInterestReason() throws {
        var pack = try guardedPack()
        pack.risks = [
            Risk(
                id: "x", title: "Canary-risk",
                access: .exempt([.businessAffairs], reason: "Canary-reason: a contract is being negotiated."))
        ]
        let everyone = text(try pack.publish(for: .everyone))
        #expect(everyone.contains("public interest in maintaining the exemption was judged to outweigh"))
        #expect(!everyone.contains("Canary-reason"))
        let members = try pack.publish(for: .members)
        let risks = try #require(members.sections.first { $0.id == "risks" })
        #expect(risks.summary.hasSuffix("Public interest: Canary-reason: a contract is being negotiated."))
        let unreasoned = text(try guardedPack().publish(for: .everyone))
        #expect(!unreasoned.contains("was judged to outweigh"))
    }

    @Test("Members see exempt items, marked, and nothing that an agreement keeps from them")
    func membersVersion() throws {
        let publication = try guardedPack().publish(for: .members)
        let shown = text(publication)
        for canary in exempt where canary != "7654321" {
            #expect(shown.contains(canary), "\(canary) is missing")
        }
        for canary in restricted {
            #expect(!shown.contains(canary), "\(canary) leaked")
        }
        let findings = try #require(publication.sections.first { $0.id == "findings" })
        #expect(findings.summary.contains("NOT FOR PUBLICATION"))
        #expect(findings.summary.contains("paragraph 1 and 2"))
    }

    @Test("Officers see everything that the agreement allows them")
    func officersVersion() throws {
        let shown = text(try guardedPack().publish(for: .officers))
        for canary in exempt + restricted where Int(canary) == nil {
            #expect(shown.contains(canary), "\(canary) is missing")
        }
    }

    @Test("An agreement that is not in the pack lets nobody see what it restricts")
    func unknownAgreement() throws {
        var pack = try guardedPack()
        pack.manifest.agreements = []
        #expect(throws: PublicationError.self) { try pack.publish(for: .officers) }
    }

    @Test("Nothing is published from a pack with errors, and the errors are named")
    func errorsStopPublication() throws {
        var pack = try ReportPack.minimal()
        pack.observations = [
            Observation(indicator: "nowhere", period: pack.manifest.period, area: "exampleton", value: .value(1))
        ]
        let error = #expect(throws: PublicationError.self) { try pack.publish(for: .everyone) }
        #expect(error?.description.contains("nowhere") == true)
    }

    @Test("Each version says how small numbers are treated in it")
    func smallNumbersNotice() throws {
        let everyone = text(try guardedPack().publish(for: .everyone))
        #expect(everyone.contains("Counts of 1 to 5 are not shown, so that no child can be identified."))
        #expect(text(try guardedPack().publish(for: .members)).contains("All counts are shown as they are."))
    }
}

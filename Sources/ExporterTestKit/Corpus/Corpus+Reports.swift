import FamilyServicesKit

extension Corpus {
    /// Publications as they are made from packs, once for all runs of a process.
    static func reports() throws -> [CorpusDocument] { try published.get() }

    private static let published = Result {
        var small = ReportPack(manifest: try manifest(title: "A report with nothing in it"))
        small.manifest.isSynthetic = false
        var documents = try versions(of: small, name: "a report with nothing in it")
        documents += try versions(of: try fullPack(), name: "a report with every part")
        // One is enough where processes compare what they make of it.
        documents[documents.count - 1].isPublished = false
        return documents
    }

    /// The versions of a pack for every audience.
    static func versions(of pack: ReportPack, name: String) throws -> [CorpusDocument] {
        try Audience.allCases.map { audience in
            CorpusDocument(
                name: "\(name), version for \(audience.label)", demand: .write,
                publication: try pack.publish(for: audience), isPublished: true)
        }
    }

    /// A pack with a measure over fourteen months.
    static func pack(title: String) throws -> ReportPack {
        ReportPack(
            manifest: try manifest(title: title),
            indicators: [
                Indicator(id: "contacts", title: "Contacts", unit: .count, polarity: .neutral),
                Indicator(
                    id: "visits", title: "Visits in time | all teams", group: "Protection", unit: .percent, decimals: 1,
                    polarity: .higherIsBetter, targets: [Target(.atLeast(90), tolerance: .absolute(5))]),
            ],
            observations: try (0..<14).flatMap { month in
                let period = try ReportingPeriod.month(month % 12 + 1, 2025 + month / 12)
                return [
                    Observation(
                        indicator: "visits", period: period, area: "exampleton",
                        value: month == 4
                            ? .missing(.notCollected) : .fraction(numerator: Double(150 + month * 3), denominator: 224)),
                    Observation(
                        indicator: "contacts", period: period, area: "exampleton",
                        value: .value(Double(400 + month))),
                ]
            })
    }

    private static func manifest(title: String) throws -> ReportPack.Manifest {
        ReportPack.Manifest(
            title: title, organisation: "Exampleton Council", area: "exampleton",
            period: try ReportingPeriod.month(2, 2026), date: try CalendarDate(year: 2026, month: 3, day: 14),
            isSynthetic: true, notes: ["Made for a conformance run."],
            areas: [
                Area(id: "exampleton", title: "Exampleton", kind: .localAuthority),
                Area(id: "neighbour", title: "Neighbourton", kind: .localAuthority),
            ], roles: [Role(id: "director", title: "Director")],
            agreements: [SharingAgreement(id: "club", title: "Benchmarking club", audiences: [.officers])])
    }

    static func fullPack() throws -> ReportPack {
        var pack = try pack(title: "A report with every part")
        let day = PartialDate(try CalendarDate(year: 2026, month: 6, day: 30))
        let theme: ImprovementPlan.Theme.ID = "protection"
        let ids: [PlanAction.ID] = ["action-1", "action-2", "action-3", "action-4", "action-5", "action-6"]
        pack.plans = [
            ImprovementPlan(
                id: "plan", title: "Improvement plan", themes: [.init(id: theme, prefix: "5", title: "Protection")],
                actions: zip(ids, BRAGStatus.allCases).map { id, status in
                    PlanAction(
                        id: id, theme: theme, title: "An action “\(status.label)”",
                        owner: "director", due: day, statuses: [PlanAction.StatusReport(status)], indicators: ["visits"]
                    )
                })
        ]
        pack.audits.grades = [
            GradeDistribution(
                id: "visits", domain: "Visits", period: try ReportingPeriod.month(2, 2026),
                results: .counts([.outstanding: 12, .good: 40, .requiresImprovement: 35, .inadequate: 11]))
        ]
        pack.inspections = [
            InspectionEvent(
                id: "inspection", kind: .inspection, body: "Ofsted", title: "Inspection of 2025", status: .held,
                judgements: [Judgement(area: "overall", grade: .requiresImprovement)],
                findings: [
                    Finding(
                        id: "finding", kind: .areaForImprovement, text: "Visits\nare late.", actions: ["action-1"],
                        indicators: ["visits"])
                ])
        ]
        pack.reports = [
            CommitteeReport(
                id: "report", committee: "Scrutiny Committee", title: "Progress", reportOf: "director",
                recommendations: [CommitteeRecommendation(number: 1, text: "Note the progress.")],
                sections: [ReportSection(number: "1", title: "Why", paragraphs: [ReportParagraph(text: "Because.")])])
        ]
        pack.risks = [Risk(id: "risk", title: "Staff leave", inherent: .matrix(likelihood: 4, impact: 5))]
        return pack
    }
}

import FamilyServicesKit

/// A pack with a word or a number of its own in everything that the public may not see.
struct ConfidentialPack: Sendable {
    /// What findings call it.
    let name: String
    /// The pack.
    let pack: ReportPack
    /// Words and digits that no public version may hold, each of which occurs nowhere else.
    let secrets: [String]

    /// The pack as each audience gets it.
    private(set) var versions: [Audience: Publication] = [:]

    init(name: String, pack: ReportPack, secrets: [String]) {
        (self.name, self.pack, self.secrets) = (name, pack, secrets)
    }

    /// The versions for every audience, as documents.
    var documents: [CorpusDocument] {
        Audience.allCases.compactMap { audience in
            versions[audience].map {
                CorpusDocument(
                    name: "\(name), version for \(audience.label)", demand: .write, publication: $0,
                    isPublished: true)
            }
        }
    }

    /// The packs, published once for all runs of a process.
    static func all() throws -> [ConfidentialPack] { try published.get() }

    private static let published = Result {
        try [records(), figures()].map { pack in
            var pack = pack
            for audience in Audience.allCases { pack.versions[audience] = try pack.pack.publish(for: audience) }
            return pack
        }
    }

    /// Records of every kind that are exempt or restricted by an agreement.
    private static func records() throws -> ConfidentialPack {
        var secrets = Secrets(from: 0)
        var pack = try Corpus.pack(title: "Report with exempt records")
        let club = Access.restricted(under: "club")
        pack.manifest.sources = [
            SourceDocument(id: "club-report", title: secrets.word(), access: club),
            SourceDocument(id: "open-report", title: "Annual report"),
        ]
        pack.indicators[0].commentary = [
            Commentary(secrets.word(), access: .exempt([.individual])), Commentary("A remark for everyone."),
        ]
        pack.plans = [
            ImprovementPlan(
                id: "plan", title: "Improvement plan",
                actions: [
                    PlanAction(id: "open-action", title: "Recruit"),
                    PlanAction(id: "exempt-action", title: secrets.word(), access: .exempt([.legalPrivilege])),
                    PlanAction(
                        id: "club-action", title: secrets.word(), text: secrets.word(),
                        source: SourceReference("club-report")),
                ],
                progress: [ProgressNote(id: "note", text: secrets.word(), access: .exempt([.labourRelations]))]),
            ImprovementPlan(id: "exempt-plan", title: secrets.word(), access: .exempt([.crime])),
        ]
        pack.inspections = [
            InspectionEvent(
                id: "visit", kind: .focusedVisit, body: "Ofsted", title: "Focused visit", status: .held,
                findings: [
                    Finding(id: "open-finding", kind: .strength, text: "Children are seen."),
                    Finding(
                        id: "exempt-finding", kind: .areaForImprovement, text: secrets.word(),
                        access: .exempt([.individual, .identity])),
                ],
                recommendations: [Recommendation(id: "exempt-advice", text: secrets.word(), access: club)]),
            InspectionEvent(
                id: "exempt-visit", kind: .monitoringVisit, body: "Ofsted", title: secrets.word(), status: .planned,
                access: .exempt([.proposedNotice])),
        ]
        pack.audits.themes = [AuditTheme(id: "theme", title: secrets.word(), access: club)]
        pack.reports = [
            CommitteeReport(
                id: "report", title: "Report",
                enclosures: [
                    Enclosure(label: "Appendix 1", title: "Open appendix"),
                    Enclosure(label: "Appendix 2", title: secrets.word(), access: .exempt([.businessAffairs])),
                ],
                recommendations: [CommitteeRecommendation(number: 1, text: secrets.word(), enclosure: "Appendix 2")],
                sections: [
                    ReportSection(
                        number: "1", title: secrets.word(), paragraphs: [ReportParagraph(text: secrets.word())],
                        access: .exempt([.individual]))
                ])
        ]
        pack.risks = [Risk(id: "risk", title: secrets.word(), access: .exempt([.businessAffairs]))]
        pack.budget = [
            BudgetFigure(id: "exempt-cost", kind: .investment, title: secrets.word(), pounds: 1_000, access: club)
        ]
        pack.checks = [FigureCheck(id: "check", outcome: .differs, statement: secrets.word(), access: club)]
        return ConfidentialPack(name: "exempt and restricted records", pack: pack, secrets: secrets.all)
    }

    /// Figures that are exempt or restricted, and what repeats them.
    private static func figures() throws -> ConfidentialPack {
        var secrets = Secrets(from: 100)
        var pack = try Corpus.pack(title: "Report with exempt figures")
        pack.indicators.append(
            Indicator(
                id: "exempt-measure", title: secrets.word(), unit: .count, polarity: .neutral,
                access: .exempt([.individual])))
        pack.observations += [
            Observation(
                indicator: "exempt-measure", period: pack.manifest.period, area: "exampleton",
                value: .value(secrets.number()), printed: PrintedFigure(secrets.word())),
            Observation(
                indicator: "contacts", period: pack.manifest.period, area: "neighbour", value: .value(secrets.number()),
                note: secrets.word(), access: .restricted(under: "club")),
        ]
        pack.dashboard = [DashboardLine(number: 1, measure: secrets.word(), indicators: ["exempt-measure"])]
        return ConfidentialPack(name: "exempt and restricted figures", pack: pack, secrets: secrets.all)
    }
}

/// Words and numbers that occur once.
private struct Secrets {
    private var words: [String] = []
    private var numbers: [Double] = []
    private let start: Int

    /// - Parameter start: The number of the first word in its family.
    init(from start: Int) { self.start = start }

    /// A word, of which no piece is in another.
    mutating func word() -> String {
        let word = Words.word(start + words.count, of: .secrets)
        words.append(word)
        return word
    }

    /// A whole number of twelve digits, so that it does not come about by chance among other digits.
    mutating func number() -> Double {
        let number = 735_190_341_283 + Double(start + numbers.count) * 10_204_061_117
        numbers.append(number)
        return number
    }

    /// Everything that has to stay secret, numbers by their digits alone.
    var all: [String] { words + numbers.map { DecimalText.plain($0, decimals: 0) } }
}

import FamilyServicesKit

/// A pack with a word or number that occurs nowhere else in everything that is exempt, restricted, or hidden for small numbers.
struct CanaryPack {
    private(set) var pack: ReportPack
    /// What is exempt: members see it, the public does not.
    private(set) var exempt: [String] = []
    /// What an agreement lets officers see.
    private(set) var restricted: [String] = []
    /// What is hidden because it is, repeats or gives away a small number; all but the public see it.
    private(set) var small: [String] = []

    init() throws {
        let period = try ReportingPeriod("2026-06")
        pack = ReportPack(
            manifest: Manifest(
                title: "Report with canaries", organisation: "Exampleton Council", area: "exampleton", period: period,
                date: try CalendarDate(iso: "2026-07-14"),
                areas: [Area(id: "exampleton", title: "Exampleton", kind: .localAuthority)],
                agreements: [SharingAgreement(id: "club", title: "Benchmarking agreement", audiences: [.officers])]))
        try addIndicators(period)
        try addExemptRecords()
        addRestrictedRecords()
        try addSmallNumbers(period)
    }

    // MARK: Words

    private mutating func exempt(_ place: String) -> String {
        let word = "Merlinwick \(place)"
        exempt.append(word)
        return word
    }

    private mutating func restricted(_ place: String) -> String {
        let word = "Ospreyholt \(place)"
        restricted.append(word)
        return word
    }

    private mutating func small(_ place: String) -> String {
        let word = "Plovercombe \(place)"
        small.append(word)
        return word
    }

    // MARK: Records

    private mutating func addIndicators(_ period: ReportingPeriod) throws {
        let members = Access.exempt([.individual])
        pack.indicators = [
            Indicator(
                id: "open", title: "Open measure", unit: .count, polarity: .lowerIsBetter,
                commentary: [
                    Commentary(exempt("remark"), access: members),
                    Commentary(restricted("remark"), access: .restricted(under: "club")),
                ]),
            Indicator(
                id: "exempt-measure", title: exempt("indicator"), group: exempt("group"),
                definition: .init(text: exempt("definition")), unit: .count, polarity: .neutral, access: members),
        ]
        // A series of its own, long enough for a chart with limits.
        var month = try ReportingPeriod("2025-01")
        for index in 0..<18 {
            pack.observations.append(
                Observation(indicator: "open", period: month, area: "exampleton", value: .value(Double(400 + index))))
            let number = 7_654_321 + index * 1_009
            pack.observations.append(
                Observation(
                    indicator: "exempt-measure", period: month, area: "exampleton", value: .value(Double(number)),
                    note: index == 17 ? exempt("figure note") : nil))
            exempt.append("\(number)")
            month = month.successor ?? month
        }
        pack.observations.append(
            Observation(
                indicator: "open", period: try ReportingPeriod("FY2024-25"), area: "exampleton",
                value: .value(8_765_431), note: restricted("figure note"), access: .restricted(under: "club")))
        restricted.append("8765431")
        pack.dashboard = [
            DashboardLine(
                number: 1, measure: exempt("dashboard"), indicators: ["exempt-measure"],
                latest: PrintedPosition(label: "June", period: period, figure: PrintedFigure(exempt("printed"))))
        ]
        pack.claims = [
            Claim(
                id: "claim", statement: exempt("claim"), kind: .value, stated: StatedFigure("7671474"),
                figures: [.figure("exempt-measure", period)])
        ]
    }

    private mutating func addExemptRecords() throws {
        let members = Access.exempt([.businessAffairs])
        pack.plans = [
            ImprovementPlan(
                id: "plan", title: "Plan",
                actions: [
                    PlanAction(id: "a1", title: "Open action"),
                    PlanAction(id: "a2", title: exempt("action"), text: exempt("action text"), access: members),
                ],
                progress: [ProgressNote(id: "n", text: exempt("progress"), access: members)],
                worriedAbout: ["exempt-measure"])
        ]
        pack.inspections = [
            InspectionEvent(
                id: "visit", kind: .focusedVisit, body: "Ofsted", title: "Visit", status: .held,
                findings: [
                    Finding(id: "f1", kind: .strength, text: "Open finding"),
                    Finding(id: "f2", kind: .areaForImprovement, text: exempt("finding"), access: members),
                ])
        ]
        pack.audits.themes = [
            AuditTheme(id: "theme", title: exempt("theme"), issues: [exempt("issue")], access: members)
        ]
        pack.risks = [Risk(id: "risk", title: exempt("risk"), response: exempt("response"), access: members)]
        pack.budget = [
            BudgetFigure(id: "cost", kind: .investment, title: exempt("budget"), pounds: 1_000, access: members)
        ]
        pack.checks = [
            FigureCheck(id: "check", outcome: .differs, statement: exempt("check"), access: members)
        ]
        pack.reports = [
            CommitteeReport(
                id: "report", title: "Report",
                enclosures: [
                    Enclosure(label: "Appendix 1", title: "Open appendix"),
                    Enclosure(label: "Appendix 2", title: exempt("appendix"), access: members),
                ],
                recommendations: [
                    CommitteeRecommendation(number: 1, text: exempt("recommendation"), enclosure: "Appendix 2")
                ],
                sections: [
                    ReportSection(
                        number: "1", title: "Open section",
                        paragraphs: [ReportParagraph(text: "It stood at {exempt-measure@2026-06} in June.")]),
                    ReportSection(
                        number: "2", title: exempt("section"),
                        paragraphs: [ReportParagraph(text: exempt("paragraph"))], access: members),
                ])
        ]
    }

    private mutating func addRestrictedRecords() {
        let club = Access.restricted(under: "club")
        pack.manifest.sources = [SourceDocument(id: "club-report", title: restricted("source"), access: club)]
        pack.risks.append(
            Risk(id: "club-risk", title: restricted("risk"), source: SourceReference("club-report")))
        pack.checks.append(
            FigureCheck(id: "club-check", outcome: .differs, statement: restricted("check"), access: club))
        pack.plans[0].actions.append(
            PlanAction(id: "a3", title: restricted("action"), source: SourceReference("club-report")))
    }

    private mutating func addSmallNumbers(_ period: ReportingPeriod) throws {
        pack.indicators += [
            Indicator(
                id: "seen", title: "Seen in time", unit: .percent, polarity: .higherIsBetter,
                commentary: [Commentary("Only three: " + small("remark"))]),
            Indicator(id: "wait", title: "Days waited", unit: .days, polarity: .lowerIsBetter),
        ]
        // Three of 104,729, and four who waited 650,003 days: every figure that goes with them is unlike any other.
        pack.observations += [
            Observation(
                indicator: "seen", period: period, area: "exampleton",
                value: .fraction(numerator: 3, denominator: 104_729), note: small("figure note")),
            Observation(
                indicator: "wait", period: period, area: "exampleton",
                value: .fraction(numerator: 650_003, denominator: 4)),
        ]
        small += ["104729", "650003"]
        pack.dashboard.append(
            DashboardLine(
                number: 2, measure: "Seen", indicators: ["seen"],
                latest: PrintedPosition(
                    label: "June", period: period, figure: PrintedFigure(small("printed"), value: 0.0)),
                change: PrintedChange(text: small("change"), arrow: .down)))
        pack.checks.append(
            FigureCheck(
                id: "small-check", outcome: .differs, statement: "It was 3: " + small("check"), indicators: ["seen"]))
        pack.claims.append(
            Claim(
                id: "small-claim", statement: small("claim"), kind: .value, stated: StatedFigure("0.0%"),
                figures: [.figure("seen", period)]))
        pack.plans[0].progress.append(
            ProgressNote(id: "small-note", text: "104,726 were not: " + small("progress"), indicators: ["seen"]))
    }
}

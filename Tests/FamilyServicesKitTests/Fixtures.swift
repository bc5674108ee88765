import FamilyServicesKit

/// Packs that tests start from.
enum Fixtures {
    /// A pack in which every sort of record occurs, every optional is filled in, and nothing is wrong.
    static func fullPack() throws -> ReportPack {
        ReportPack(
            manifest: try manifest(), indicators: try indicators(), breakdowns: [teams],
            observations: try observations(), dashboard: try dashboard(), plans: try plans(), audits: try audits(),
            inspections: try inspections(), reports: try reports(), commitments: try commitments(), risks: risks(),
            budget: try budget(), milestones: [try milestone()],
            governance: [
                GovernanceBody(
                    id: "improvement-board", title: "Improvement board", chair: "director", cadence: Cadence("monthly"),
                    source: source)
            ],
            context: [
                ContextFact(
                    id: "population", text: "95,000 children live here.", value: 95_000, area: "Exampleton",
                    date: try PartialDate(year: 2016), source: source)
            ],
            checks: [
                FigureCheck(
                    id: "check-1", outcome: .differs, statement: "The share of visits in time", printed: "70%",
                    recomputed: "69.2%", method: "division", likelyCause: "rounded twice", kind: "percentage",
                    severity: .medium, formula: "155 / 224", indicators: ["visits"], dashboardLines: [1],
                    note: "seen twice", source: source, access: officersOnly)
            ],
            claims: [
                Claim(
                    id: "claim-1", statement: "69.2% of visits were in time.", kind: .share,
                    stated: StatedFigure(69.2, decimals: 1, direction: .up), figures: [.number(155)],
                    comparedWith: .number(1), outOf: [.number(224)], paragraph: "1.6", source: source,
                    note: "counted twice", access: officersOnly)
            ])
    }

    static let source = SourceReference("annual-report", place: "para 1.6")
    static let officersOnly = Access.restricted(under: "club")
    static let exempt = Access(
        exemptParagraphs: [.individual, .businessAffairs], publicInterestReason: "A child could be identified.",
        agreements: ["club"])

    static func date(_ text: String) throws -> PartialDate { try PartialDate(iso: text) }

    private static func manifest() throws -> ReportPack.Manifest {
        ReportPack.Manifest(
            title: "Improvement plan", organisation: "Exampleton Council", area: "exampleton",
            period: try ReportingPeriod("2017-11"), date: try CalendarDate(year: 2017, month: 12, day: 14),
            baseline: ReportPack.Baseline(
                title: "Judgement of July 2017", period: try ReportingPeriod("2017-07"), inspection: "INS-2017"),
            isSynthetic: true, notes: ["Invented."],
            areas: [
                Area(
                    id: "exampleton", title: "Exampleton", kind: .localAuthority, onsCode: ONSCode("E09000003"),
                    dfeCode: DfECode("302")),
                .england,
                Area(id: "neighbours", title: "Neighbours", kind: .comparator, members: ["exampleton"]),
            ],
            roles: [Role(id: "director", title: "Director"), Role(id: "lead-member", title: "Lead member")],
            sources: [
                SourceDocument(
                    id: "annual-report", title: "Annual report", publisher: "Exampleton Council",
                    date: try date("2017-12"), address: "Committee papers, item 7", access: .restricted(under: "club"))
            ],
            agreements: [
                SharingAgreement(
                    id: "club", title: "Benchmarking club", owner: "The club", terms: "Within the councils only.",
                    audiences: [.members, .officers])
            ], contact: "Performance team", nextRelease: try date("2018-03"))
    }

    private static let teams = Breakdown(
        id: "team", title: "Team",
        categories: [
            Breakdown.Category(id: "all", title: "All teams"),
            Breakdown.Category(id: "duty", title: "Duty", parent: "all"),
            Breakdown.Category(id: "care", title: "Care", parent: "all"),
        ], total: "all")

    private static func indicators() throws -> [Indicator] {
        [
            Indicator(
                id: "visits", title: "Visits in time", group: "Protection", part: "Duty", service: .childProtection,
                definition: Indicator.Definition(
                    text: "Visits within ten days", numerator: "visits in time", denominator: "visits due",
                    population: "children with a plan"),
                unit: .percent, decimals: 1, counts: .children,
                ties: CountTies(parts: ["caseload"], numerator: "contacts", denominator: "contacts"),
                polarity: .higherIsBetter, polarityBasis: .inferred, breakdown: "team",
                targets: [
                    Target(
                        .atLeast(80), tolerance: .absolute(5), level: .local, until: try date("2016-03"), source: source
                    ),
                    Target(
                        .atLeast(90), tolerance: .relative(try Percentage(10)), level: .local,
                        from: try date("2016-04"), until: try date("2018"), source: source),
                    Target(.atLeast(95), tolerance: .floor(85), level: .national),
                ],
                timescale: TimescaleRule(10, .workingDays, from: "the plan", to: "the visit", authority: .statutory),
                owner: "director",
                commentary: [
                    Commentary(
                        "Two teams were short of staff.", period: try ReportingPeriod("2017-11"), author: "director",
                        access: officersOnly)
                ],
                planReferences: [try PlanReference("5b(ii)")], sources: [source], access: officersOnly),
            Indicator(
                id: "caseload", title: "Average caseload", unit: .ratio, polarity: .inRange,
                targets: [Target(.within(12...16))]),
            Indicator(
                id: "contacts", title: "Contacts", unit: .count, respondents: .partners, polarity: .neutral,
                breakdown: "team"),
        ]
    }

    private static func observations() throws -> [Observation] {
        let month = try ReportingPeriod("2017-11")
        func contacts(_ category: Breakdown.Category.ID?, _ value: Double) -> Observation {
            Observation(
                indicator: "contacts", period: month, area: "exampleton", category: category, value: .value(value))
        }
        return [
            Observation(
                indicator: "visits", period: month, area: "exampleton", category: "duty",
                value: .fraction(numerator: 155, denominator: 224), qualifier: .derived,
                printed: PrintedFigure("69.2%", value: 69.2), periodBasis: .inferred, source: source, note: "one team",
                access: exempt),
            Observation(
                indicator: "visits", period: try ReportingPeriod("FY2016-17"), area: "england",
                value: .value(66.7, outOf: 6), printed: PrintedFigure("66.7", value: 66.7), source: source),
            Observation(
                indicator: "caseload", period: .snapshot(try CalendarDate(year: 2017, month: 11, day: 30)),
                area: "exampleton", value: .value(14.5), qualifier: .about),
            Observation(indicator: "visits", period: month, area: "england", value: .missing(.notYetAvailable)),
            contacts("all", 30), contacts("duty", 10), contacts("care", 20),
        ]
    }

    private static func dashboard() throws -> [DashboardLine] {
        [
            DashboardLine(
                number: 1, section: "Protection",
                planReferences: [try PlanReference("5b(ii)"), try PlanReference("T6")],
                measure: "Visits in time", part: "Duty", indicators: ["visits"],
                previous: PrintedPosition(
                    label: "Oct.17", period: try ReportingPeriod("2017-10"),
                    figure: PrintedFigure("63.5%", value: 63.5)),
                latest: PrintedPosition(
                    label: "Nov.17", period: try ReportingPeriod("2017-11"),
                    figure: PrintedFigure("69.2%", value: 69.2)),
                change: PrintedChange(text: "+5.7", arrow: .up),
                sinceBaseline: PrintedChange(text: "-2", arrow: .unreadable), target: "90%", rating: .amber,
                shares: [PrintedShare(label: "in time", figure: PrintedFigure("15%", value: 15))],
                availability: "quarterly", source: source, access: officersOnly)
        ]
    }

    static func milestone() throws -> Milestone {
        Milestone(
            date: try date("2018-03"), text: "Second visit", isReached: false, indicators: ["visits"], source: source)
    }
}

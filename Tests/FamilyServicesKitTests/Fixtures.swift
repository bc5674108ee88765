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
            ])
    }

    /// A pack with one record of every sort and no optional filled in.
    static func sparePack() throws -> ReportPack {
        let month = try ReportingPeriod.month(6, 2026)
        let day = try CalendarDate(year: 2026, month: 7, day: 14)
        return ReportPack(
            manifest: ReportPack.Manifest(
                title: "T", organisation: "O", area: "a", period: month, date: day,
                areas: [Area(id: "a", title: "A", kind: .localAuthority)], roles: [Role(id: "r", title: "R")],
                sources: [SourceDocument(id: "s", title: "S")], agreements: [SharingAgreement(id: "g", title: "G")]),
            indicators: [Indicator(id: "i", title: "I", unit: .count, polarity: .neutral)],
            breakdowns: [Breakdown(id: "b", title: "B", categories: [Breakdown.Category(id: "c", title: "C")])],
            observations: [
                Observation(indicator: "i", period: month, area: "a", value: .missing(.notCollected)),
                Observation(indicator: "i", period: .snapshot(day), area: "a", value: .value(3)),
            ],
            dashboard: [
                DashboardLine(
                    number: 1, measure: "M",
                    previous: PrintedPosition(label: nil, period: nil, figure: PrintedFigure("two")),
                    change: PrintedChange(text: nil, arrow: nil),
                    shares: [PrintedShare(label: nil, figure: PrintedFigure("x"))])
            ],
            plans: [
                ImprovementPlan(
                    id: "p", title: "P", objectives: [ImprovementPlan.Objective(id: "o", title: "O")],
                    themes: [ImprovementPlan.Theme(id: "t", title: "T")],
                    actions: [
                        PlanAction(
                            id: "x", title: "X", statuses: [PlanAction.StatusReport(.notStarted)],
                            milestones: [Milestone(date: PartialDate(day), text: "M")])
                    ],
                    progress: [ProgressNote(id: "n", text: "N")],
                    history: [ImprovementPlan.PlanEvent(date: PartialDate(day), status: "drafted")])
            ],
            audits: AuditProgramme(
                methods: [AuditMethod(id: "m", title: "M")], phases: [Phase(number: 1, text: "P")],
                activity: [AuditActivity(period: month)],
                grades: [GradeDistribution(id: "d", domain: "D", period: month, results: .counts([.good: 1]))],
                moderation: [ModerationPair(domain: "D", period: month, auditor: .good, moderator: .good)],
                themes: [AuditTheme(id: "t", title: "T")], statements: [AuditStatement(id: "s", text: "S")],
                standards: [PracticeStandard(id: "p", title: "P")],
                compliance: [ComplianceMeasurement(standard: "S", period: month, cases: 1, compliant: 1)],
                recommendations: [Recommendation(id: "r1", text: "R")]),
            inspections: [
                InspectionEvent(
                    id: "e", kind: .inspection, body: "B", title: "T", status: .expected,
                    dates: [DatedEvent("seen", date: nil)], judgements: [Judgement(area: "A", grade: .good)],
                    findings: [Finding(id: "f", kind: .strength, text: "F")],
                    recommendations: [Recommendation(id: "r2", text: "R")],
                    requirements: [DirectionRequirement(id: "q", text: "Q")],
                    termsOfReference: [TermOfReference(reference: "1", text: "T")], letters: [Letter()])
            ],
            reports: [
                CommitteeReport(
                    id: "c", title: "C", enclosures: [Enclosure(label: "A", title: "A")],
                    recommendations: [CommitteeRecommendation(number: 1, text: "R")],
                    sections: [ReportSection(number: "1", title: "S", paragraphs: [ReportParagraph(text: "P")])],
                    tables: [ReportTable(number: "1", title: "T", hasData: false)],
                    backgroundPapers: [BackgroundPaper(title: "B")])
            ],
            commitments: [
                CommitmentSet(id: "s", kind: .pledge, title: "S", items: [Commitment(id: "i", title: "I")])
            ],
            risks: [Risk(id: "k", title: "K")],
            budget: [BudgetFigure(id: "b", kind: .budget, title: "B", pounds: 1)],
            milestones: [Milestone(date: PartialDate(day), text: "M")],
            governance: [GovernanceBody(id: "g", title: "G")], context: [ContextFact(id: "f", text: "F")],
            checks: [FigureCheck(id: "c", outcome: .agrees, statement: "S")])
    }

    static let source = SourceReference("annual-report", place: "para 1.6")
    static let officersOnly = Access.restricted(under: "club")
    static let exempt = Access(
        exemptParagraphs: [.individual, .businessAffairs], publicInterestReason: "A child could be identified.",
        agreements: ["club"])

    private static func date(_ text: String) throws -> PartialDate { try PartialDate(iso: text) }

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
            ])
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
                unit: .percent, decimals: 1, polarity: .higherIsBetter, polarityBasis: .inferred, breakdown: "team",
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
            Indicator(id: "contacts", title: "Contacts", unit: .count, polarity: .neutral, breakdown: "team"),
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

    private static func plans() throws -> [ImprovementPlan] {
        [
            ImprovementPlan(id: "old-plan", title: "Old plan", start: try date("2015"), end: try date("2016")),
            ImprovementPlan(
                id: "plan", title: "Improvement plan", start: try date("2017"), end: try date("2018-09"),
                replaces: "old-plan", respondsTo: ["INS-2017"],
                objectives: [ImprovementPlan.Objective(id: "o1", title: "Safe", text: "Children are safe.")],
                themes: [
                    ImprovementPlan.Theme(
                        id: "t5", prefix: "5", title: "Protection", aim: "Visits happen.",
                        outcomes: [
                            ImprovementPlan.Outcome(reference: try PlanReference("5b"), title: "Children are seen.")
                        ]),
                    ImprovementPlan.Theme(id: "turnaround", prefix: "T", title: "Turnaround"),
                ],
                actions: [
                    PlanAction(
                        id: "5b(ii)", reference: try PlanReference("5b(ii)"), theme: "t5", title: "Visits",
                        text: "Visit every child.", owner: "director", start: try date("2017-08-01"),
                        due: try date("2017-11"), completed: try date("2017-11-30"),
                        statuses: [
                            PlanAction.StatusReport(.onTrack, on: try date("2017-09"), commentary: "begun"),
                            PlanAction.StatusReport(.complete, on: try date("2017-12-01"), commentary: "done"),
                        ],
                        milestones: [try milestone()], recommendations: ["REC-1"], indicators: ["visits"],
                        auditDomains: ["visits"], evidence: "dip sample", source: source, access: officersOnly),
                    PlanAction(id: "T6", reference: try PlanReference("T6"), theme: "turnaround", title: "Duty desk"),
                ],
                progress: [
                    ProgressNote(
                        id: "note-1", period: try ReportingPeriod("2017-11"), theme: "t5",
                        references: [try PlanReference("5b(ii)")], text: "All visited.", state: .done,
                        status: .embedded, dates: [try date("2017-11-14")], due: try date("2018"), roles: ["director"],
                        indicators: ["visits"], inspections: ["VISIT-1"], recommendations: ["REC-1"], source: source,
                        access: officersOnly)
                ],
                history: [
                    ImprovementPlan.PlanEvent(
                        date: try date("2017-10"), status: "approved", body: "Committee",
                        period: try ReportingPeriod("FY2017-18-Q2"))
                ],
                worriedAbout: ["caseload"], workingWell: ["visits"], source: source, access: officersOnly),
        ]
    }

    private static func audits() throws -> AuditProgramme {
        let month = try ReportingPeriod("2017-10")
        return AuditProgramme(
            title: "Audit", period: try ReportingPeriod("FY2017-18-Q3"), author: "director", headline: "Better.",
            methods: [
                AuditMethod(
                    id: "dip-sample", title: "Dip sample", text: "Five cases.", steps: ["read", "grade"],
                    since: try date("2016"), source: source)
            ],
            phases: [Phase(number: 1, text: "Baseline")],
            activity: [
                AuditActivity(
                    period: month, method: "dip-sample", subject: "visits", team: "Duty", planned: 12, completed: 10,
                    indicators: ["visits"], note: "two ill", source: source)
            ],
            grades: [
                GradeDistribution(
                    id: "visits-10", domain: "visits", team: "Duty", period: month, method: "dip-sample",
                    results: .shares([.good: try Percentage(33), .requiresImprovement: try Percentage(67)], cases: 6),
                    planReference: try PlanReference("5b(ii)"), source: source, access: officersOnly),
                GradeDistribution(
                    id: "visits-11", domain: "visits", period: month,
                    results: .counts([.outstanding: 0, .good: 4, .requiresImprovement: 5, .inadequate: 1])),
            ],
            moderation: [
                ModerationPair(
                    domain: "visits", period: month, auditor: .good, moderator: .requiresImprovement, cases: 2,
                    team: "Duty")
            ],
            themes: [
                AuditTheme(
                    id: "voice", title: "Voice of the child", grade: .good, printedGrade: "Good (just)",
                    issues: ["late notes"], improvements: ["more visits"], futureFocus: ["direct work"],
                    indicators: ["visits"], access: officersOnly)
            ],
            statements: [
                AuditStatement(
                    id: "s1", period: month, domain: "visits", team: "Duty", direction: .improving,
                    text: "A third good",
                    shares: [.good: try Percentage(33.3), .outstanding: try Percentage(0)], periods: [month],
                    indicators: ["visits"], source: source)
            ],
            standards: [
                PracticeStandard(
                    id: "ten-days", title: "Visit", timescale: TimescaleRule(10, .workingDays), text: "Within ten days",
                    indicators: ["visits"], source: source)
            ],
            compliance: [
                ComplianceMeasurement(
                    standard: "Visit", period: month, cases: 224, children: 400, compliant: 155,
                    printedShare: PrintedFigure("69%", value: 69),
                    failures: [
                        ComplianceMeasurement.Failure(reason: "late", cases: 60),
                        ComplianceMeasurement.Failure(reason: "not recorded", cases: 9),
                    ], explanations: ["illness"], requirements: ["seen alone"], indicators: ["visits"], source: source)
            ],
            recommendations: [Recommendation(id: "AUD-1", text: "Record visits.")], source: source)
    }

    private static func inspections() throws -> [InspectionEvent] {
        [
            InspectionEvent(
                id: "INS-2017", kind: .inspection, framework: .sif, body: "Ofsted", title: "Inspection of 2017",
                ordinal: 1, status: .held, start: try date("2017-04-24"), end: try date("2017-05-18"),
                published: try date("2017-07-07"),
                dates: [DatedEvent("announced", date: try date("2017-04"), printed: "Aprli")],
                judgements: [
                    Judgement(area: "overall", grade: .inadequate, isSubJudgement: true, note: "widespread failures")
                ], focus: ["protection"], services: ["duty"],
                findings: [
                    Finding(
                        id: "F-1", kind: .priorityAction, theme: "visits", text: "Visits are late.",
                        planReferences: [try PlanReference("5b")], actions: ["5b(ii)"], indicators: ["visits"],
                        auditDomains: ["visits"], source: source, access: officersOnly)
                ],
                recommendations: [
                    Recommendation(
                        id: "REC-1", kind: .keyAction, reference: "12", theme: "visits", text: "Visit in time.",
                        due: try date("2017-12"), parent: "REC-2", dependsOn: "REC-2", findings: ["F-1"],
                        planReferences: [try PlanReference("5b(ii)")], progress: ["note-1"], indicators: ["visits"],
                        source: source, access: officersOnly),
                    Recommendation(id: "REC-2", text: "Lead."),
                ],
                requirements: [
                    DirectionRequirement(
                        id: "REQ-f", letter: "f", text: "Report.", counterpart: "the Secretary of State",
                        cadence: Cadence("quarterly"), isReport: true,
                        firstDue: try CalendarDate(year: 2018, month: 4, day: 25), parts: ["i", "ii"], source: source)
                ],
                termsOfReference: [
                    TermOfReference(reference: "1.1.1", heading: "Scope", text: "Look.", due: try date("2018-01"))
                ], phases: [Phase(number: 2, text: "Follow-up")],
                letters: [
                    Letter(
                        date: try date("2017-07"), from: "inspector", to: "director", copiedTo: "leader", source: source
                    )
                ], legalBasis: "section 497A", revokes: "VISIT-1", response: "A plan", note: "judged as a whole",
                source: source, access: exempt),
            InspectionEvent(
                id: "VISIT-1", kind: .monitoringVisit, body: "Ofsted", title: "First visit", status: .planned,
                start: try date("2017-11")),
        ]
    }

    private static func reports() throws -> [CommitteeReport] {
        [
            CommitteeReport(
                id: "report", committee: "Children's committee", date: try date("2018-01-16"), dateNote: "moved",
                title: "Improvement plan", kind: "update report", agendaItem: "10", updateNumber: 3,
                period: try ReportingPeriod("2017-11"), reportOf: "lead-member", wards: "All", status: "public",
                isUrgent: false, isKey: true,
                enclosures: [
                    Enclosure(label: "Appendix 1", title: "Plan", access: exempt, note: "exempt in part"),
                    Enclosure(label: "Appendix 1a", title: "Annex", partOf: "Appendix 1"),
                ], contacts: ["director"],
                recommendations: [
                    CommitteeRecommendation(
                        number: 1, text: "Note progress.", action: "note", paragraphs: "1.8-1.71",
                        enclosure: "Appendix 1")
                ],
                sections: [
                    ReportSection(
                        number: "1", title: "Why", level: 2,
                        paragraphs: [ReportParagraph(number: "1.1", text: "Because — “so”.")], access: officersOnly)
                ], tables: [ReportTable(number: "1", title: "Visits", hasData: true)],
                backgroundPapers: [
                    BackgroundPaper(
                        title: "Inspection report", number: "6.1", date: try date("2017-07"), inspection: "INS-2017")
                ], within: "cover", source: source, access: officersOnly),
            CommitteeReport(id: "cover", title: "Agenda"),
        ]
    }

    private static func commitments() throws -> [CommitmentSet] {
        [
            CommitmentSet(
                id: "pledges", kind: .pledge, title: "Our pledges", approved: try date("2016-05"),
                approvedBy: "Council",
                items: [
                    Commitment(
                        id: "pledge-1", title: "Listen", text: "We listen.", indicators: ["visits"], basis: .inferred,
                        milestones: [try milestone()])
                ], note: "reworded", source: source)
        ]
    }

    private static func risks() -> [Risk] {
        [
            Risk(
                id: "R1", title: "Staff leave", kind: "strategic", inherent: .matrix(likelihood: 4, impact: 5),
                residual: .product(12), response: "recruit", owner: "director", ownerBody: "Board", plans: ["plan"],
                indicators: ["caseload"], source: source, access: officersOnly)
        ]
    }

    private static func budget() throws -> [BudgetFigure] {
        [
            BudgetFigure(
                id: "B1", kind: .investment, title: "Social workers", pounds: 5_700_000.5, printed: "£5.7m",
                period: try ReportingPeriod("FY2017-18"), agreed: try date("2017-07-27"), body: "Committee",
                partOf: "B2", revises: "B3", note: "one-off", source: source, access: officersOnly),
            BudgetFigure(id: "B2", kind: .budget, title: "All", pounds: 9_000_000),
            BudgetFigure(id: "B3", kind: .investment, title: "First idea", pounds: 4_000_000),
        ]
    }
}

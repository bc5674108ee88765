import FamilyServicesKit

extension Fixtures {
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
            checks: [FigureCheck(id: "c", outcome: .agrees, statement: "S")],
            claims: [
                Claim(
                    id: "c", statement: "S", kind: .sum, stated: StatedFigure(1, decimals: 0), figures: [.number(1)])
            ])
    }
}

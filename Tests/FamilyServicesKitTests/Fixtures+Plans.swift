import FamilyServicesKit

extension Fixtures {
    static func plans() throws -> [ImprovementPlan] {
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

    static func audits() throws -> AuditProgramme {
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

    static func inspections() throws -> [InspectionEvent] {
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
                start: try date("2018-01")),
        ]
    }

    static func reports() throws -> [CommitteeReport] {
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

    static func commitments() throws -> [CommitmentSet] {
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

    static func risks() -> [Risk] {
        [
            Risk(
                id: "R1", title: "Staff leave", kind: "strategic", inherent: .matrix(likelihood: 4, impact: 5),
                residual: .product(12), response: "recruit", owner: "director", ownerBody: "Board", plans: ["plan"],
                indicators: ["caseload"], source: source, access: officersOnly)
        ]
    }

    static func budget() throws -> [BudgetFigure] {
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

import FamilyServicesKit

extension Inventory {
    /// A pack with a record of every sort, in whose fields every text is a word of its own.
    ///
    /// - Parameter changed: The slot that gets another word than usual.
    static func records(changing changed: Int? = nil) throws -> Inventory {
        var pack = try Corpus.everySort()
        let writer = Writer(changing: changed)
        writer.walk(&pack)
        return Inventory(publication: Corpus.publication(of: pack), slots: writer.slots)
    }

    /// Writes a word into every text of every record.
    private final class Writer: FieldChanger {
        let sorts: FieldSorts = .texts
        private(set) var slots: [Slot] = []
        private let changed: Int?

        init(changing changed: Int?) { self.changed = changed }

        func change<Record: CataloguedRecord>(
            _ field: PackField<Record>, of record: inout Record, at place: FieldPlace
        ) {
            func word() -> String {
                let isObservation = place.subject?.kind == .observation
                let subject = place.subject.map { "\($0)" } ?? "the pack"
                let word = Words.word(slots.count + (slots.count == changed ? 5_000 : 0), of: .records)
                slots.append(
                    Slot(
                        kind: isObservation ? .observation : .record,
                        place: "\(subject), field \(place.path(to: field.key))", word: word, forms: []))
                return word
            }
            switch field.content {
            case .text(let path): record[keyPath: path] = word()
            case .optionalText(let path): record[keyPath: path] = word()
            case .texts(let path): record[keyPath: path] = [word(), word()]
            default: break
            }
        }
    }
}

extension Corpus {
    /// A publication of records as they are, so that validation neither refuses nor rearranges them.
    static func publication(of pack: ReportPack) -> Publication {
        let manifest = pack.manifest
        return Publication(
            metadata: PublicationMetadata(
                title: manifest.title, organisation: manifest.organisation, date: manifest.date,
                audience: .officers, isSynthetic: manifest.isSynthetic, generator: "ExporterTestKit"),
            sections: [section("content", "Content", [.paragraph(manifest.title)])], pack: pack,
            assessment: Assessment(), releaseNote: ReleaseNote(audience: .officers, policy: .showAll))
    }

    /// A pack with a record of every sort.
    static func everySort() throws -> ReportPack {
        var pack = try fullPack()
        let period = pack.manifest.period
        let day = PartialDate(try CalendarDate(year: 2026, month: 6, day: 30))
        let source = SourceReference("report-2025", place: "page 4")
        pack.manifest.sources = [SourceDocument(id: "report-2025", title: "Annual report")]
        pack.breakdowns = [
            Breakdown(
                id: "team", title: "Team",
                categories: [.init(id: "north", title: "North"), .init(id: "south", title: "South")])
        ]
        pack.indicators[1].breakdown = "team"
        pack.indicators[1].commentary = [Commentary("A remark.")]
        pack.indicators[1].breaks = [
            SeriesBreak(on: try CalendarDate(year: 2025, month: 4, day: 1), reason: "A new system.")
        ]
        pack.observations.append(
            Observation(
                indicator: "visits", period: period, area: "exampleton", category: "north",
                value: .fraction(numerator: 41, denominator: 60), qualifier: .provisional,
                printed: PrintedFigure("68%", value: 68), source: source, note: "A note."))
        pack.dashboard = [
            DashboardLine(
                number: 1, section: "Protection", measure: "Visits", indicators: ["visits"],
                latest: PrintedPosition(label: "February", period: period, figure: PrintedFigure("83%")))
        ]
        pack.plans[0].objectives = [.init(id: "objective", title: "Better visits")]
        pack.plans[0].history = [.init(date: day, status: "agreed")]
        pack.plans[0].progress = [ProgressNote(id: "note", period: period, text: "Begun.", dates: [day])]
        pack.plans[0].actions[0].milestones = [Milestone(date: day, text: "Half done")]
        pack.plans[0].actions[0].statuses = [PlanAction.StatusReport(.onTrack, on: day, commentary: "On its way.")]
        pack.plans[0].actions[0].source = source
        pack.audits.methods = [AuditMethod(id: "method", title: "Case file audit")]
        pack.audits.activity = [AuditActivity(period: period, planned: 12, completed: 11)]
        pack.audits.moderation = [
            ModerationPair(domain: "Visits", period: period, auditor: .good, moderator: .requiresImprovement)
        ]
        pack.audits.themes = [AuditTheme(id: "theme", title: "Voice of the child")]
        pack.audits.statements = [AuditStatement(id: "statement", text: "Most plans are good.")]
        pack.audits.standards = [PracticeStandard(id: "standard", title: "Visits within ten days")]
        pack.audits.compliance = [
            ComplianceMeasurement(standard: "standard", period: period, cases: 40, compliant: 31)
        ]
        pack.audits.recommendations = [Recommendation(id: "audit-advice", text: "Write shorter plans.")]
        pack.inspections[0].recommendations = [Recommendation(id: "advice", text: "Visit sooner.")]
        pack.inspections[0].focus = ["Front door"]
        pack.reports[0].enclosures = [Enclosure(label: "Appendix 1", title: "Figures")]
        pack.reports[0].backgroundPapers = [BackgroundPaper(title: "Earlier report")]
        pack.commitments = [
            CommitmentSet(
                id: "pledges", kind: .pledge, title: "Pledges", items: [Commitment(id: "pledge", title: "We listen.")])
        ]
        pack.budget = [BudgetFigure(id: "staff", kind: .budget, title: "Staff", pounds: 1_250_000)]
        pack.milestones = [Milestone(date: day, text: "New system")]
        pack.governance = [GovernanceBody(id: "board", title: "Improvement board")]
        pack.context = [ContextFact(id: "children", text: "Children in the area", value: 41_200)]
        pack.checks = [FigureCheck(id: "check", outcome: .differs, statement: "The total differs.")]
        pack.claims = [
            Claim(
                id: "claim", statement: "83% of visits were in time.", kind: .value,
                stated: StatedFigure(83, decimals: 0), source: source)
        ]
        return pack
    }
}

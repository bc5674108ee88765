import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// What members read of the plan, audits, inspections and risks: a line for each.
struct BriefSection: StandardSection {
    static let id: SectionID = "brief"
    static let isAnnex = false
    let composer: Composer

    /// How much is told: the sections about each have everything.
    private static let most = (lateActions: 12, inspections: 4, risks: 8, audits: 8)
    /// How long texts are, in characters.
    private static let textLength = 180

    private struct Row {
        var name: Cell
        var standing = Cell.empty
        var text: String?
        var day = Cell.empty

        /// A row that names those below it.
        init(heading: String) {
            name = Cell(.text(heading), isHeading: true)
        }

        init(_ name: Cell, standing: Cell = .empty, text: String? = nil, day: Cell = .empty) {
            self.name = name
            self.standing = standing
            self.text = text.map { MembersWording.sentence(CellText.sentences(of: $0, upTo: BriefSection.textLength)) }
            self.day = day
        }
    }

    func compose() -> PublicationSection? {
        let rows =
            asked + plans.flatMap { standing in themes(standing) + late(standing) } + audits + inspections + risks
        return section(
            MembersWording.briefTitle, short: MembersWording.briefShortTitle,
            MembersWording.briefLead(on: pack.manifest.date.label), exempt: accesses,
            TableSketch<Row>(
                name: "In_brief", title: MembersWording.briefTitle,
                columns: [
                    .init(Heading.subject, width: 44) { $0.name },
                    .init(Heading.position, width: 22) { $0.standing },
                    .init(Heading.inBrief, width: 60) { $0.text },
                    .init(number: Heading.date, width: 13) { $0.day },
                ]
            ).block(of: rows, on: page))
    }

    private var accesses: [Access] {
        pack.plans.map(\.access) + pack.plans.flatMap { $0.actions.map(\.access) } + pack.inspections.map(\.access)
            + pack.risks.map(\.access) + grades.domains.map(\.latest.access)
    }

    /// Rows under a heading, where there are any.
    private func under(_ heading: String, _ rows: [Row]) -> [Row] { rows.isEmpty ? [] : [Row(heading: heading)] + rows }

    /// The first rows, and how many more there are.
    private func first(_ rows: [Row], _ most: Int, _ noun: String, see title: String, _ section: SectionID) -> [Row] {
        let left = rows.count - most
        guard left > 0 else { return rows }
        let words = MembersWording.more(left, noun, see: title)
        return Array(rows.prefix(most)) + [Row(Cell(.text(words), link: SectionLink(section: section)))]
    }

    // MARK: What is asked

    private var asked: [Row] {
        let reports = pack.reports.filter { !$0.recommendations.isEmpty }
        return reports.flatMap { report in
            under(
                MembersWording.asked(in: reports.count > 1 ? report.title : nil),
                report.recommendations.map { item in
                    Row(.text(MembersWording.recommendation(item.number)), text: item.text)
                })
        }
    }

    // MARK: The plan

    private func themes(_ standing: PlanStanding) -> [Row] {
        let rows = standing.themes.filter { $0.progress.actions > 0 }.map { theme -> Row in
            let progress = theme.progress
            let counts =
                progress.statuses.map { "\($0.actions) \($0.status.label.lowercased())" }
                + (progress.withoutStatus > 0 ? ["\(progress.withoutStatus) without a status"] : [])
            let words = MembersWording.theme(
                overdue: progress.overdue.count, done: progress.done, of: progress.actions)
            let tone: Tone =
                progress.overdue.isEmpty ? progress.done == progress.actions ? .complete : .positive : .negative
            return Row(
                .text(progress.title), standing: standing.hasDueDates ? .text(words, tone: tone) : .empty,
                text: counts.isEmpty ? nil : MessageText.list(counts).capitalisedFirst + ".")
        }
        return under(
            MembersWording.plan(plans.count > 1 ? standing.plan.title : nil, actions: standing.whole.actions), rows)
    }

    private func late(_ standing: PlanStanding) -> [Row] {
        let day = pack.manifest.date
        let actions = standing.plan.actions.filter { $0.isOverdue(on: day) }.enumerated().sorted { left, right in
            let (first, second) = (left.element.daysOverdue(on: day) ?? 0, right.element.daysOverdue(on: day) ?? 0)
            return first != second ? first > second : left.offset < right.offset
        }.map(\.element)
        let rows = actions.map { action in
            let status = action.status(on: day)
            let words = [status?.label, action.daysOverdue(on: day).map(MembersWording.daysLate)].compactMap { $0 }
            return Row(
                .text(thread.title(of: .action(action.id)), to: .action(action.id)),
                standing: .text(words.joined(separator: ", "), tone: .negative),
                text: latestWords(on: action), day: .date(action.due))
        }
        return under(
            MembersWording.late(actions.count),
            first(rows, Self.most.lateActions, "action", see: PlanWording.trackerTitle, ActionsSection.id))
    }

    // MARK: Audits

    private var audits: [Row] {
        let rows = grades.domains.map { domain -> Row in
            let latest = domain.latest
            let shares = Grade.allCases.reversed().compactMap { grade in
                latest.shares[grade].map { MembersWording.share($0, grade.label) }
            }
            let change = domain.travel.flatMap { travel in
                domain.earlier.map { earlier in
                    (
                        move: travel.label(by: PercentagePoints(travel.change).label(decimals: 0)),
                        since: earlier.period.labelWithinSentence
                    )
                }
            }
            return Row(
                .text(latest.title.capitalisedFirst), standing: .text(MembersWording.goodOrBetter(latest.goodOrBetter)),
                text: MembersWording.grades(shares, cases: latest.cases, change: change),
                day: .text(latest.period.shortLabel))
        }
        return under(
            MembersWording.audits,
            first(rows, Self.most.audits, "area", see: AuditWording.gradesTitle, AuditGradesSection.id))
    }

    // MARK: Inspections

    private var inspections: [Row] {
        // What comes next, then what was, the latest first.
        let day = pack.manifest.date
        let dated = events.filter { $0.listingDate != nil }
        let past = dated.prefix { $0.listingDate.map { $0.firstDay <= day } ?? true }
        var listed = Array(dated.dropFirst(past.count).prefix(1) + past.reversed())
        // The last overall judgement is what everything else is measured by: it is never among those left out.
        if let judged = listed.firstIndex(where: { $0.overallJudgement != nil && $0.status == .held }),
            judged >= Self.most.inspections
        {
            listed.insert(listed.remove(at: judged), at: Self.most.inspections - 1)
        }
        let rows = listed.map { event -> Row in
            let strengths = event.findings.count { $0.kind == .strength }
            let open = event.findings.count { finding in
                finding.kind != .strength && !thread.allAnswers(to: .finding(finding.id)).contains(where: \.isAnswer)
            }
            let grade = event.overallJudgement ?? event.judgements.map(\.grade).min()
            let words = [
                MembersWording.findings(
                    strengths: strengths, toImprove: event.findings.count - strengths, open: open), event.response,
            ].compactMap { $0 }
            return Row(
                .text(event.title, to: .inspection(event.id)),
                standing: .text(grade.map { $0.label } ?? event.status.label, tone: grade?.tone),
                text: words.isEmpty ? event.note : words.joined(separator: " "), day: .date(event.listingDate))
        }
        return under(
            MembersWording.inspections,
            first(rows, Self.most.inspections, "event", see: InspectionWording.title, InspectionsSection.id))
    }

    // MARK: Risks

    private var risks: [Row] {
        let rows = rankedRisks.map { risk in
            Row(
                .text(risk.title, to: .risk(risk.id)),
                standing: .text(risk.score.map(MembersWording.riskScore)), text: risk.response)
        }
        let isScored = pack.risks.contains { $0.score != nil }
        return under(
            isScored ? MembersWording.risks : RegisterWording.risksTitle,
            first(rows, Self.most.risks, "risk", see: RegisterWording.risksTitle, RisksSection.id)
        )
    }
}

extension InspectionEvent {
    /// The grade of the service as a whole, where one was given.
    var overallJudgement: Grade? {
        judgements.first { !$0.isSubJudgement && $0.area.lowercased().hasPrefix("overall") }?.grade
    }
}

extension Risk {
    /// How likely and how serious it is with what is done about it, or without where that is not known.
    var score: Int? { residual?.value ?? inherent?.value }

    /// Whether it is the list of risks that a report points to, and no risk of its own.
    var isRegister: Bool { kind?.lowercased() == "register" && score == nil }
}

extension Composing {
    /// The risks, the highest score first.
    var rankedRisks: [Risk] {
        pack.risks.enumerated().sorted { left, right in
            let (first, second) = (left.element.score ?? 0, right.element.score ?? 0)
            return first != second ? first > second : left.offset < right.offset
        }.map(\.element)
    }

    /// What was last said about an action: with its status, in a note on progress, as evidence, or when it was agreed.
    func latestWords(on action: PlanAction) -> String? {
        if let words = action.report(on: pack.manifest.date)?.commentary { return words }
        let notes = (index.plan(of: action.id)?.progress ?? []).filter { note in
            action.planReference.map(note.references.contains) ?? false
                && note.period.map { $0.firstDay <= pack.manifest.date } ?? true
        }
        return notes.last?.text ?? action.evidence ?? action.text
    }
}

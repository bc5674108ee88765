import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// A finding with the thread from it to what answers and measures it.
typealias FindingRow = (event: InspectionEvent, finding: Finding, answer: GoldenThread.FindingAnswer?)

extension Composing {
    /// Every finding in the order of the events.
    var findingRows: [FindingRow] {
        events.flatMap { event in event.findings.map { (event, $0, thread.answer(to: $0.id)) } }
    }

    /// The indicators and parts of audit that show whether a finding was put right.
    func measures(of row: FindingRow) -> [GoldenThread.Node] {
        (row.answer?.indicators ?? []).map { .indicator($0.id) }
            + (row.answer?.audits ?? []).map { .auditDomain($0.domain) }
    }

    /// A measure by name.
    func title(ofMeasure measure: GoldenThread.Node) -> String {
        if case .auditDomain = measure { return InspectionWording.audit(thread.title(of: measure)) }
        return thread.title(of: measure)
    }
}

/// What inspectors found.
struct FindingsSection: StandardSection {
    static let id: SectionID = "findings"
    let composer: Composer

    /// Each finding with what answers it and whether that worked.
    func compose() -> PublicationSection? {
        let rows = findingRows
        guard !rows.isEmpty else { return nil }
        let asking = rows.filter { $0.finding.kind != .strength }
        let outcomes = asking.reduce(into: [GoldenThread.Outcome: Int]()) { counts, row in
            if let outcome = row.answer?.verdict.outcome { counts[outcome, default: 0] += 1 }
        }
        let since =
            pack.manifest.baseline.map { InspectionWording.since($0.period.labelWithinSentence) }
            ?? InspectionWording.sinceInspection
        let sentence: [Block] =
            outcomes.isEmpty ? [] : [.paragraph(InspectionWording.outcomes(of: asking.count, outcomes, since: since))]
        return section(
            InspectionWording.findingsTitle, short: InspectionWording.findingsShortTitle,
            InspectionWording.findingsLead(hasThreads: hasThreads(rows)),
            exempt: rows.map(\.finding.access), sentence + findingTable(rows).block(of: rows, on: page))
    }

    private func findingTable(_ rows: [FindingRow]) -> TableSketch<FindingRow> {
        let several = Set(rows.map(\.event.id)).count > 1
        let hasThreads = hasThreads(rows)
        return TableSketch(
            name: "Findings", title: InspectionWording.findingsTitle,
            columns: [
                .init(Heading.finding, width: 12) { $0.finding.id.text },
                .init(Heading.event, width: 18) { several ? $0.event.title : nil },
                .init(Heading.kind, width: 13) { row in
                    .text(
                        row.finding.kind.label,
                        tone: row.finding.kind == .strength
                            ? .positive : row.finding.kind == .priorityAction ? .negative : .caution)
                },
                .init(Heading.subject, width: 13) { $0.finding.theme?.replacingHyphens.capitalisedFirst },
                .init(Heading.whatWasFound, width: 34) { $0.finding.text },
                .init(Heading.actionsThatAnswerIt, width: 20) { row in
                    let actions = row.answer?.actions ?? []
                    let titles =
                        actions.map { thread.title(of: .action($0)) } + (row.answer?.planReferences ?? []).map(\.text)
                    guard titles.isEmpty else {
                        return .text(CellText.lines(titles), to: actions.first.map { .action($0) })
                    }
                    if row.answer?.isAnswered ?? false { return .text(InspectionWording.progressWithoutAction) }
                    return .text(row.finding.kind == .strength ? nil : InspectionWording.noAction)
                },
                .init(Heading.measuresThatShowIt, width: 22) { row in
                    let measures = measures(of: row)
                    if measures.isEmpty {
                        return .text(row.finding.kind == .strength ? nil : InspectionWording.noMeasure)
                    }
                    return .text(CellText.lines(measures.map(title(ofMeasure:))), to: measures[0])
                },
                .init(Heading.thread, width: 17) { row in
                    guard hasThreads, row.finding.kind != .strength else { return .empty }
                    return Cell.text(InspectionWording.follow(row.finding.id.text))
                        .leading(to: ThreadSection.id, .finding(row.finding.id))
                },
                .init(Heading.didItWork, width: 16) { row in
                    guard row.finding.kind != .strength, let verdict = row.answer?.verdict else { return .empty }
                    return .text(verdict.label, tone: verdict.outcome.tone)
                },
            ], record: { .finding($0.finding.id) })
    }
}

extension GoldenThread.Outcome {
    fileprivate var tone: Tone {
        switch self {
        case .improved: .positive
        case .notImproved: .negative
        case .noClearChange: .caution
        case .tooEarly, .cannotTell, .noMeasure: .neutral
        }
    }
}

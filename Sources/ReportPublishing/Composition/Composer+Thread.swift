import OfficialStatistics
package import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// From each finding to what answers and measures it.
struct ThreadSection: StandardSection {
    static let id: SectionID = "thread"
    let composer: Composer

    /// How much of a finding is shown beside its thread.
    private static let longestExcerpt = 110

    /// A finding to be put right, one measure that shows it, and the actions that lead to the measure.
    private struct ThreadRow {
        var finding: Finding
        var actions: [PlanAction.ID]
        var isAnswered: Bool
        var measure: GoldenThread.Node?
        var sign: GoldenThread.Sign?
    }

    /// The thread from each finding to the actions that answer it and the measures that show whether they work, one measure to
    /// a row, so that every record has a link of its own.
    func compose() -> PublicationSection? {
        let findings = findingRows.filter { $0.finding.kind != .strength }
        guard hasThreads(findings) else { return nil }
        let rows = findings.flatMap(threadRows)
        let gaps = thread.gaps.explanations
        let lists: [Block] =
            gaps.isEmpty
            ? [] : [.heading(level: 2, text: InspectionWording.gapsTitle), .list(gaps.map { ListItem($0) })]
        return section(
            InspectionWording.threadTitle, short: InspectionWording.threadShortTitle, InspectionWording.threadLead,
            exempt: findings.map(\.finding.access),
            lists
                + TableSketch<ThreadRow>(
                    name: "Thread", title: InspectionWording.threadTitle,
                    columns: [
                        .init(Heading.finding, width: 12) { .text($0.finding.id.text, to: .finding($0.finding.id)) },
                        .init(Heading.whatWasFound, width: 30) { excerpt($0.finding.text) },
                        .init(Heading.action, width: 10) { row in
                            .text(
                                Self.firstAndCount(row.actions.map(shortName)),
                                to: row.actions.first.map { .action($0) })
                        },
                        .init(Heading.whatIsDone, width: 30) { row in
                            guard row.actions.isEmpty else {
                                return CellText.lines(row.actions.map { index.actions[$0]?.title ?? $0.text })
                            }
                            return row.isAnswered ? InspectionWording.answeredWithoutAction : InspectionWording.noAction
                        },
                        .init(Heading.number, width: 11) { row in
                            guard case .indicator(let id) = row.measure else { return .empty }
                            return .text(number(of: id), to: .indicator(id))
                        },
                        .init(Heading.measure, width: 30) { row in
                            guard let measure = row.measure else { return .text(InspectionWording.noMeasure) }
                            return .text(title(ofMeasure: measure), to: measure)
                        },
                        .init(Heading.sinceThen, width: 12) { row in
                            row.sign.map { .text($0.result.label, tone: $0.result.tone) }
                                ?? .text(row.measure == nil ? nil : InspectionWording.notJudged, tone: .neutral)
                        },
                        .init(Heading.whatItShows, width: 30) { $0.sign?.detail.capitalisedFirst },
                    ], record: { .finding($0.finding.id) }
                ).block(of: rows, on: page))
    }

    private func threadRows(_ row: FindingRow) -> [ThreadRow] {
        let actions = row.answer?.actions ?? []
        let isAnswered = row.answer?.isAnswered ?? false
        // A verdict has at most one sign of each measure.
        let signs = Dictionary((row.answer?.verdict.signs ?? []).map { ($0.measure, $0) }) { first, _ in first }
        var measured: Set<PlanAction.ID> = []
        var rows = measures(of: row).map { measure in
            let leading = actions.filter { thread.answers(to: .action($0)).contains(measure) }
            measured.formUnion(leading)
            return ThreadRow(
                finding: row.finding, actions: leading.isEmpty ? actions : leading, isAnswered: isAnswered,
                measure: measure, sign: signs[measure])
        }
        // An action that nothing measures is part of the thread all the same.
        let rest = actions.filter { !measured.contains($0) }
        if rows.isEmpty || !rest.isEmpty && !measured.isEmpty {
            rows.append(ThreadRow(finding: row.finding, actions: rest, isAnswered: isAnswered))
        }
        return rows
    }

    /// A text, or its beginning up to the end of a word.
    private func excerpt(_ text: String) -> String {
        guard text.count > Self.longestExcerpt else { return text }
        let start = text.prefix(Self.longestExcerpt)
        return String(start[..<(start.lastIndex(of: " ") ?? start.endIndex)]) + " …"
    }
}

extension Composing {
    /// Whether any finding to be put right has an action or a measure.
    func hasThreads(_ findings: [FindingRow]) -> Bool {
        findings.contains { row in
            row.finding.kind != .strength && !((row.answer?.actions ?? []).isEmpty && measures(of: row).isEmpty)
        }
    }

    /// What an action goes by where there is little room: its reference, else its identifier.
    func shortName(of action: PlanAction.ID) -> String {
        index.actions[action]?.reference?.text ?? action.text
    }

    /// What a measure goes by where there is little room, as in "Measure 12".
    func number(of indicator: Indicator.ID) -> String? { index.number(of: indicator).map(InspectionWording.number) }

    /// The first item and how many more there are, on one line.
    static func firstAndCount(_ items: [String]) -> String? {
        items.first.map { InspectionWording.firstAndCount($0, others: items.count - 1) }
    }

    /// Measures by name, leading to the first of them.
    func measures(_ indicators: [Indicator.ID], audits: [String] = []) -> Cell {
        let nodes: [GoldenThread.Node] =
            indicators.filter { index.indicators[$0] != nil }.map { .indicator($0) } + audits.map { .auditDomain($0) }
        return .text(CellText.lines(nodes.map(title(ofMeasure:))), to: nodes.first)
    }

    /// The findings among records, then the recommendations and the requirements, each with its kind and identifier.
    func namedOrigins(_ nodes: [GoldenThread.Node]) -> [(node: GoldenThread.Node, text: String)] {
        let named = nodes.compactMap { node in
            switch node {
            case .finding(let id): (rank: 0, node: node, text: InspectionWording.finding(id.text))
            case .recommendation(let id): (rank: 1, node: node, text: InspectionWording.recommendation(id.text))
            case .requirement(let id): (rank: 2, node: node, text: InspectionWording.requirement(id.text))
            default: nil
            }
        }
        return (0...2).flatMap { rank in named.filter { $0.rank == rank }.map { ($0.node, $0.text) } }
    }
}

extension GoldenThread.Sign.Result {
    /// The word for people.
    package var label: String {
        switch self {
        case .better: "Better"
        case .unchanged: "No clear change"
        case .worse: "Worse"
        case .tooEarly: "Too early to tell"
        case .cannotTell: "Not possible to tell"
        }
    }

    fileprivate var tone: Tone {
        switch self {
        case .better: .positive
        case .unchanged: .caution
        case .worse: .negative
        case .tooEarly, .cannotTell: .neutral
        }
    }
}

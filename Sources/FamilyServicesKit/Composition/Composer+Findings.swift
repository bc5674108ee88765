extension Composer {
    /// How many actions or measures a cell names before it only counts the rest.
    private static let mostNamed = 8

    /// A finding with the thread from it to what answers and measures it.
    private typealias FindingRow = (event: InspectionEvent, finding: Finding, answer: GoldenThread.FindingAnswer?)

    /// Each finding with what answers it and whether that worked: the thread from finding to action to measure.
    func findings() -> PublicationSection? {
        let rows: [FindingRow] = events.flatMap { event in
            event.findings.map { (event, $0, thread.answer(to: $0.id)) }
        }
        guard !rows.isEmpty else { return nil }
        let asking = rows.filter { $0.finding.kind != .strength }
        let outcomes = GoldenThread.Outcome.allCases.compactMap { outcome in
            let count = asking.count { $0.answer?.verdict.outcome == outcome }
            return count == 0 ? nil : "\(DecimalText.grouped(count)) \(outcome.label.lowercased())"
        }
        let lines =
            (outcomes.isEmpty
                ? []
                : [
                    "Of \(CountText.of(asking.count, "finding")) to be put right, by what the measures show since: "
                        + "\(MessageText.list(outcomes))."
                ]) + thread.gaps.explanations
        let gaps: [Block] =
            lines.isEmpty
            ? [] : [.heading(level: 2, text: "From finding to action to measure"), .list(lines.map { ListItem($0) })]
        return section(
            "findings", "Inspection findings", short: "Findings",
            "What inspectors and reviewers found, with the actions that answer it and the measures that show whether it was put "
                + "right. An area for improvement without an action or measure says so.",
            exempt: rows.map(\.finding.access), gaps + findingTable.block(of: rows))
    }

    private var findingTable: TableSketch<FindingRow> {
        TableSketch(
            name: "Findings", title: "Inspection findings",
            columns: [
                .init("Finding", width: 14) { $0.finding.id.text },
                .init("Event", width: 30) { $0.event.title },
                .init("Kind", width: 18) { row in
                    .text(
                        row.finding.kind.label,
                        tone: row.finding.kind == .strength
                            ? .positive : row.finding.kind == .priorityAction ? .negative : .caution)
                },
                .init("Subject", width: 20) { $0.finding.theme?.replacingHyphens.capitalisedFirst },
                .init("What was found", width: 50) { $0.finding.text },
                .init("Actions that answer it", width: 34) { row in
                    let named = (row.answer?.actions ?? []).map { thread.title(of: .action($0)) }
                    let titles = named + (row.answer?.planReferences ?? []).map(\.text)
                    guard titles.isEmpty else { return list(titles) }
                    if row.answer?.isAnswered ?? false { return "Progress is reported; no action is named" }
                    return row.finding.kind == .strength ? nil : "No action named"
                },
                .init("Measures that show it", width: 40) { row in
                    let titles =
                        index.indicatorTitles((row.answer?.indicators ?? []).map(\.id))
                        + (row.answer?.audits ?? []).map { "Audit: \($0.domain)" }
                    if titles.isEmpty { return row.finding.kind == .strength ? nil : "No measure named" }
                    return list(titles)
                },
                .init("Did it work", width: 24) { row in
                    guard row.finding.kind != .strength, let verdict = row.answer?.verdict else { return .empty }
                    return .text(verdict.label, tone: verdict.outcome.tone)
                },
                .init("What the measures show", width: 60) { row in
                    guard row.finding.kind != .strength, let signs = row.answer?.verdict.signs else { return nil }
                    return list(signs.map(\.text))
                },
            ])
    }

    private func list(_ lines: [String]) -> String {
        let more = lines.count - Self.mostNamed
        return (lines.prefix(Self.mostNamed) + (more > 0 ? ["and \(more) more"] : [])).joined(separator: "\n")
    }
}

extension GoldenThread.Outcome {
    fileprivate var tone: Tone {
        switch self {
        case .improved: .positive
        case .notImproved: .negative
        case .tooEarly, .noMeasure: .neutral
        }
    }
}

extension Composer {
    /// Something that deserves a word, and why.
    private struct Message {
        let kind: String
        let isGood: Bool
        let subject: Exceptions.Subject
        let reasons: [String]
    }

    /// How many messages of each sort there is room for on one page.
    private static let room = 10
    /// How many are listed at least beside those that the report names itself.
    private static let fewest = 3

    /// What we are worried about and what is working well: first the measures that the plan itself names, then those that
    /// the figures name by the rule of ``Exceptions``, the weightiest first.
    func mainMessages() -> [Block] {
        let plan = pack.plans.last
        let named = Set((plan?.worriedAbout ?? []) + (plan?.workingWell ?? []))
        let worried = messages("worried about", plan?.worriedAbout ?? [], exceptions.worries, named, isGood: false)
        let well = messages("working well", plan?.workingWell ?? [], exceptions.strengths, named, isGood: true)
        let left = [
            (worried.left, worried.left == 1 ? "is a worry" : "are worries"),
            (well.left, well.left == 1 ? "works well" : "work well"),
        ].filter { $0.0 > 0 }.map { "\($0.0) further \($0.1)" }
        let table = messageTable.block(of: worried.messages + well.messages)
        guard !table.isEmpty, !left.isEmpty else { return table }
        return [.paragraph("Not listed below: \(left.joined(separator: ", ")) by the same rule.")] + table
    }

    private func messages(
        _ kind: String, _ printed: [Indicator.ID], _ computed: [Exceptions.Item], _ named: Set<Indicator.ID>,
        isGood: Bool
    ) -> (messages: [Message], left: Int) {
        var seen: Set<Indicator.ID> = []
        let first = printed.filter { seen.insert($0).inserted }.compactMap { id -> Message? in
            guard let position = positions[id] else { return nil }
            let reasons = (exceptions.reasons[id] ?? []).map(\.text)
            return Message(
                kind: kind.capitalisedFirst, isGood: isGood, subject: .indicator(position),
                reasons: ["Named by the plan"] + reasons)
        }
        let others = computed.filter { item in
            if case .indicator(let position) = item.subject { !named.contains(position.indicator.id) } else { true }
        }
        let room = max(Self.room - first.count, Self.fewest)
        let rest = others.prefix(room).map { item in
            Message(
                kind: first.isEmpty ? kind.capitalisedFirst : "Also \(kind)", isGood: isGood, subject: item.subject,
                reasons: item.reasons.map(\.text))
        }
        return (first + rest, others.count - rest.count)
    }

    private var messageTable: TableSketch<Message> {
        func position(_ row: Message) -> IndicatorPosition? {
            if case .indicator(let position) = row.subject { position } else { nil }
        }
        return TableSketch(
            name: "Main_messages", title: "What we are worried about, and what is working well",
            columns: [
                .init("We are", width: 16) { .text($0.kind, tone: $0.isGood ? .positive : .caution) },
                .init("Measure", width: 44) { row in
                    switch row.subject {
                    case .indicator(let position): position.indicator.fullTitle
                    case .action(let action): "Action: \(thread.title(of: .action(action.id)))"
                    }
                },
                .init("Period", width: 18) { position($0)?.latest.period.label },
                .init(number: "Latest position", width: 12) { row in
                    position(row).map { figure($0.latest, of: $0.indicator) } ?? .empty
                },
                .init("Target", width: 16) { row in
                    position(row).flatMap { position in
                        position.indicator.target(on: position.latest.period.lastDay)?.label(
                            in: position.indicator.unit)
                    }
                },
                .init("Rating", width: 12) { row in
                    switch row.subject {
                    case .indicator(let position): return .outcome(position.rating.outcome)
                    case .action(let action):
                        let status = action.status(on: pack.manifest.date)
                        return .text(status?.label ?? "No status", tone: status?.tone ?? .neutral)
                    }
                },
                .init("Direction", width: 22) { position($0)?.direction?.label },
                .init("Why", width: 60) { row in
                    row.reasons.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: "\n")
                },
            ])
    }
}

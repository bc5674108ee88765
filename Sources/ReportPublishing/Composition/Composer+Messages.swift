import OfficialStatistics
import ReportModel
import ReportAnalysis
import ReportVocabulary

extension Composer {
    private typealias Message = MainMessages.Message

    /// How wide names and reasons are in the summary.
    private static let nameWidth = 42
    private static let reasonWidth = 40

    /// What we are worried about and what is working well: the weightiest of ``MainMessages``, each on a line.
    ///
    /// - Parameter room: How many worries, and how many that work well.
    func mainMessages(atMost room: Int) -> [Block] {
        let shown = Array(messages.worries.prefix(room) + messages.strengths.prefix(room))
        let left = [
            (messages.worries.count - room, "is a worry", "are worries"),
            (messages.strengths.count - room, "works well", "work well"),
        ].filter { $0.0 > 0 }.map { count, one, several in "\(count) more \(count == 1 ? one : several)" }
        // What the reasons leave, the names have.
        let width = min(shown.compactMap { mainReason(for: $0)?.count }.max() ?? 0, Self.reasonWidth)
        let title = "What we are worried about, and what is working well"
        let table = TableSketch<Message>(
            name: "Main_messages", title: title,
            columns: columns(isSummary: true, measureWidth: min(Self.nameWidth + Self.reasonWidth - width, 56))
                + [.init("Why", width: max(width, 10)) { mainReason(for: $0) }]
        ).block(of: shown)
        guard !table.isEmpty, !left.isEmpty else { return table }
        let more = ListItem("\(MessageText.list(left)): see Exceptions.", link: SectionLink(section: "exceptions"))
        return [.heading(level: 2, text: title), .list([more])] + table
    }

    /// Every measure and action that needs attention or works well, with all reasons.
    func exceptions() -> PublicationSection? {
        let note = messagesNote
        return section(
            "exceptions", "Exceptions",
            "Every measure and action that needs attention, and every measure that works well, the weightiest first. "
                + (note.isEmpty ? "" : "\(note) ")
                + "The rating weighs most, then what the plan itself names, what the control chart shows to be more than chance, "
                + "for how long a measure has moved, how it compares with others and how the actions stand that should move it.",
            TableSketch<Message>(
                name: "Exceptions", title: "Exceptions",
                columns: columns(isSummary: false, measureWidth: 32) + [
                    .init("Why", width: 32) { lines(phrases(for: $0, isGood: $0.isGood)) },
                    .init("What speaks against it", width: 30) { lines(phrases(for: $0, isGood: !$0.isGood)) },
                ]
            ).block(of: messages.worries + messages.strengths))
    }

    /// What has to be known to read the messages: the period that most are about, and what points are.
    var messagesNote: String {
        let shown = (messages.worries + messages.strengths).compactMap(position)
        var notes: [String] = []
        if let period = messagesPeriod {
            notes.append("Figures are for \(period.labelWithinSentence) unless another period is named.")
        }
        if shown.contains(where: { $0.indicator.unit == .percent }) { notes.append("Points are percentage points.") }
        return notes.joined(separator: " ")
    }

    /// The period that more than half of the messages are about.
    private var messagesPeriod: ReportingPeriod? {
        (messages.worries + messages.strengths).compactMap { position($0)?.latest.period }.usual
    }

    private func position(_ message: Message) -> IndicatorPosition? {
        if case .indicator(let position) = message.subject { position } else { nil }
    }

    // MARK: Columns

    private func columns(isSummary: Bool, measureWidth: Int) -> [TableSketch<Message>.Column] {
        let usual = messagesPeriod
        return [
            .init("We are", width: 14) { message in
                .text(message.isGood ? "Working well" : "Worried about", tone: message.isGood ? .positive : .caution)
            },
            .init("Measure or action", width: measureWidth) { message in
                switch message.subject {
                case .indicator(let position):
                    let period = position.latest.period
                    let dating = period == usual ? "" : ", \(period.labelWithinSentence)"
                    return .text(position.indicator.fullTitle + dating, to: .indicator(position.indicator.id))
                case .action(let action):
                    return .text("Action \(thread.title(of: .action(action.id)))", to: .action(action.id))
                }
            },
            .init(number: "Latest", width: 8) { message in
                position(message).map { figure($0.latest, of: $0.indicator) } ?? .empty
            },
            .init("Target", width: 13) { message in
                position(message).flatMap { position in
                    position.indicator.target(on: position.latest.period.lastDay)?.label(in: position.indicator.unit)
                }
            },
            .init("Where it stands", width: isSummary ? 22 : 17) { standing(of: $0) },
            .init("Direction", width: isSummary ? 17 : 14) { position($0)?.direction?.label },
        ]
    }

    /// The rating with the distance to the target, or the status of an action.
    private func standing(of message: Message) -> Cell {
        switch message.subject {
        case .indicator(let position):
            let distance = TargetDistance(of: position).map { ": \($0.terseLabel)" } ?? ""
            let outcome = position.rating.outcome
            return .text(outcome.label + distance, tone: outcome.tone)
        case .action(let action):
            let status = action.status(on: pack.manifest.date)
            return .text(status?.label ?? "No status", tone: status?.tone ?? .neutral)
        }
    }

    // MARK: Reasons

    /// The weightiest reason that the other columns do not tell; what the plan names comes after what the figures show.
    private func mainReason(for message: Message) -> String? {
        let own = phrases(for: message, isGood: message.isGood, isDated: false)
        if let first = own.first(where: { $0 != MainMessages.named }) ?? own.first { return first.capitalisedFirst }
        return phrases(for: message, isGood: !message.isGood, isDated: false).first.map {
            "But: \($0.withSmallInitial)"
        }
    }

    private func lines(_ phrases: [String]) -> String {
        phrases.map(\.capitalisedFirst).joined(separator: "\n")
    }

    /// The reasons of a message on one side, in few words; those that the other columns tell are left out.
    private func phrases(for message: Message, isGood: Bool, isDated: Bool = true) -> [String] {
        let reasons = message.reasons.filter { $0.isGood == isGood }
        guard let position = position(message) else {
            let status = standing(of: message).value
            return reasons.map(\.text).filter { status != .text($0) }
        }
        return reasons.compactMap { phrase($0, position, isDated: isDated) }
    }

    private func phrase(_ reason: ExceptionReason, _ position: IndicatorPosition, isDated: Bool) -> String? {
        let indicator = position.indicator
        switch reason.kind {
        case .rating: return nil
        case .direction:
            // A single step is what the direction says.
            let run = position.run(of: reason.isGood ? .improving : .worsening)
            return run > 1 ? reason.text : nil
        case .variation:
            return position.controlChart?.variationPhrase(unit: indicator.unit, decimals: indicator.decimals)
        case .assurance:
            return reason.isGood ? "the expected range meets the target" : "the expected range misses the target"
        case .comparator:
            guard let comparison = comparison(for: indicator, with: position.latest) else { return reason.text }
            let words = "\(reason.isGood ? "better" : "worse") than \(comparison.summary.title)"
            return isDated ? "\(words) (\(comparison.text(isDated: true)))" : words
        case .plan: return reason.text
        }
    }
}

extension Sequence where Element: Hashable {
    /// The element that makes up more than half of a sequence.
    var usual: Element? {
        var counts: [Element: Int] = [:]
        var total = 0
        for element in self {
            counts[element, default: 0] += 1
            total += 1
        }
        return counts.first { 2 * $0.value > total }?.key
    }
}

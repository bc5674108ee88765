import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// What needs attention and what works well.
struct ExceptionsSection: StandardSection {
    static let id: SectionID = "exceptions"
    let composer: Composer

    typealias Message = MainMessages.Message

    /// Every measure and action that needs attention or works well, with all reasons.
    func compose() -> PublicationSection? {
        return section(
            SummaryWording.exceptionsTitle, SummaryWording.exceptionsLead(note: note),
            TableSketch<Message>(
                name: "Exceptions", title: SummaryWording.exceptionsTitle,
                columns: columns + [
                    .init(Heading.why, width: 32) { lines(phrases(for: $0, isGood: $0.isGood)) },
                    .init(Heading.pointsAgainst, width: 30) { lines(phrases(for: $0, isGood: !$0.isGood)) },
                ]
            ).block(of: messages.worries + messages.strengths, on: page))
    }

    /// What has to be known to read the messages: the period that most are about, and what points are.
    var note: String {
        let shown = (messages.worries + messages.strengths).compactMap(position)
        var notes: [String] = []
        if let period = messagesPeriod {
            notes.append(SummaryWording.period(period.labelWithinSentence))
        }
        if shown.contains(where: { $0.indicator.unit == .percent }) {
            notes.append(DashboardWording.points)
        }
        return notes.joined(separator: " ")
    }

    /// The period that more than half of the messages are about.
    var messagesPeriod: ReportingPeriod? {
        (messages.worries + messages.strengths).compactMap { position($0)?.latest.period }.usual
    }

    func position(_ message: Message) -> IndicatorPosition? {
        if case .indicator(let position) = message.subject { position } else { nil }
    }

    // MARK: Columns

    private var columns: [TableSketch<Message>.Column] {
        let usual = messagesPeriod
        return [
            .init(Heading.measureOrAction, width: 32) { message in
                switch message.subject {
                case .indicator(let position):
                    let period = position.latest.period
                    let words = SummaryWording.measure(
                        position.indicator.fullTitle, in: period == usual ? nil : period.labelWithinSentence)
                    return .text(words, to: .indicator(position.indicator.id))
                case .action(let action):
                    return .text(SummaryWording.action(thread.title(of: .action(action.id))), to: .action(action.id))
                }
            },
            .init(Heading.weAre, width: 14) { message in
                .text(
                    message.isGood ? SummaryWording.workingWell : SummaryWording.worriedAbout,
                    tone: message.isGood ? .positive : .caution)
            },
            .init(number: Heading.latest, width: 8) { message in
                position(message).map { figure($0.latest, of: $0.indicator) } ?? .empty
            },
            .init(Heading.target, width: 13) { message in
                position(message).flatMap { position in
                    position.indicator.target(on: position.latest.period.lastDay)?.label(in: position.indicator.unit)
                }
            },
            .init(Heading.ratingOrStatus, width: 17) { standing(of: $0) },
            .init(Heading.direction, width: 14) { moveLabel(of: $0) },
        ]
    }

    /// The move that says most, on the side of the message where there is a clear one; with its size and since when where that is all
    /// there is to say.
    private func moveLabel(of message: Message) -> String? {
        guard let position = position(message) else { return nil }
        let move = position.mainMove(isGood: message.isGood) ?? position.mainMove()
        guard let move, let travel = move.travel, move.isSizeAlone else { return move?.travel?.direction.label }
        let size = travel.size.terseLabel(decimals: position.indicator.decimals)
        return "\(travel.direction.label(by: size)) \(move.sinceWords)"
    }

    /// The move of which only the size is known, where no other says more: "down 30.8 points since July 2017".
    private func sizeAlone(of message: Message) -> String? {
        guard let position = position(message), let move = position.mainMove(), let travel = move.travel,
            move.isSizeAlone
        else { return nil }
        let way = travel.direction.movement == .up ? "up" : "down"
        return "\(way) \(travel.size.terseAmount(decimals: position.indicator.decimals)) \(move.sinceWords)"
    }

    /// The rating with the distance to the target, or the status of an action.
    func standing(of message: Message) -> Cell {
        switch message.subject {
        case .indicator(let position):
            let outcome = position.rating.outcome
            let words = SummaryWording.standing(outcome.label, distance: TargetDistance(of: position)?.terseLabel)
            return .text(words, tone: outcome.tone)
        case .action(let action):
            let status = action.status(on: pack.manifest.date)
            return .text(status?.label ?? SummaryWording.noStatus, tone: status?.tone ?? .neutral)
        }
    }

    // MARK: Reasons

    /// The most important reason that the other columns do not tell; what the plan names comes after what the figures show.
    func mainReason(for message: Message) -> String? {
        let own = phrases(for: message, isGood: message.isGood, isDated: false)
        let byPlan = SummaryWording.byPlan(isGood: message.isGood)
        if let first = own.first(where: { $0 != byPlan }) ?? sizeAlone(of: message) ?? own.first {
            return first.capitalisedFirst
        }
        return phrases(for: message, isGood: !message.isGood, isDated: false).first.map {
            SummaryWording.against($0)
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
        case .direction, .variation, .assurance: return reason.phrase
        case .comparator:
            let shown = comparisons(for: indicator).first { $0.verdict == (reason.isGood ? .better : .worse) }
            guard let shown else { return reason.text }
            return SummaryWording.comparison(
                isBetter: reason.isGood, than: shown.summary.title, value: isDated ? shown.text(isDated: true) : nil)
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

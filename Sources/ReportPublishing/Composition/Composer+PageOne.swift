import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// What the first page says to worry about and what works well: each with its figure, the reason and what is being done.
struct PageOne: Composing {
    let composer: Composer
    private var exceptions: ExceptionsSection { ExceptionsSection(composer: composer) }

    /// A worry, or something that works well.
    struct Item {
        var isGood: Bool
        var name: Cell
        /// Its rating or status.
        var standing: String?
        var tone: Tone
        var latest = Cell.empty
        var reason: String?
        var doing: String?
        var access: [Access]
        /// The action that it is about, or that its last column names.
        var action: PlanAction.ID?
        /// Whether it is one of the messages that are listed under Exceptions.
        var isMessage = false
        /// Whether it is an action of the plan.
        var isAction = false
    }

    /// The first items, and how many messages are left.
    ///
    /// An action is no item of its own where an item that is shown names it as what is being done.
    static func first(_ items: [Item], _ most: Int) -> (shown: [Item], left: Int) {
        let named = Set(items.prefix(most).lazy.filter { !$0.isAction }.compactMap(\.action))
        let distinct = items.filter { item in !item.isAction || item.action.map { !named.contains($0) } ?? true }
        return (Array(distinct.prefix(most)), distinct.dropFirst(most).count(where: \.isMessage))
    }

    /// Worries and strengths, the most important first: what figures and the plan show, then what inspectors found, then risks.
    var items: (worries: [Item], strengths: [Item]) {
        let found = latestFindings
        return (
            messages.worries.map(item) + found.filter { !$0.isGood } + rankedRisks.filter { !$0.isRegister }.map(item),
            messages.strengths.map(item) + found.filter(\.isGood)
        )
    }

    static func table(of items: [Item], upTo limit: Int, on page: PageExtent) -> [Block] {
        func sentences(_ words: String?) -> String? {
            words.map { MembersWording.sentence(CellText.sentences(of: $0, upTo: limit)) }
        }
        return TableSketch<Item>(
            name: "Main_messages", title: MembersWording.messagesTitle,
            columns: [
                .init(Heading.measureActionOrFinding, width: 23) { $0.name },
                .init(Heading.worryOrStrength, width: 12) { item in
                    .text(MembersWording.standing(isGood: item.isGood, item.standing), tone: item.tone)
                },
                .init(number: MembersWording.latest, width: 15) { $0.latest },
                .init(Heading.why, width: 31) { item in sentences(item.reason) },
                .init(Heading.whatIsBeingDone, width: 31) { item in sentences(item.doing) },
            ]
        ).block(of: items, on: page)
    }

    // MARK: Measures and actions

    private func item(_ message: MainMessages.Message) -> Item {
        let status = exceptions.standing(of: message)
        var words: String?
        if case .text(let text) = status.value { words = text }
        switch message.subject {
        case .indicator(let position):
            let indicator = position.indicator
            let period = position.latest.period
            let usual = exceptions.messagesPeriod
            let answer = doing(about: indicator)
            return Item(
                isGood: message.isGood,
                name: .text(
                    SummaryWording.measure(
                        indicator.fullTitle, in: period == usual ? nil : period.labelWithinSentence),
                    to: .indicator(indicator.id)),
                standing: position.rating.outcome == .notRated ? nil : words, tone: status.tone ?? .neutral,
                latest: figureWithTrend(of: position),
                reason: remark(on: position) ?? reason(for: message, position),
                doing: answer.words ?? (message.isGood ? nil : noAnswer),
                access: [indicator.access, position.latest.access], action: answer.action, isMessage: true)
        case .action(let action):
            let day = pack.manifest.date
            let late = action.daysOverdue(on: day).map(MembersWording.daysLate)
            let due = action.due.map { MembersWording.due($0.label, isOverdue: action.isOverdue(on: day)) }
            return Item(
                isGood: message.isGood,
                name: .text(SummaryWording.action(thread.title(of: .action(action.id))), to: .action(action.id)),
                standing: [words, late].compactMap { $0 }.joined(separator: ", "), tone: status.tone ?? .neutral,
                reason: due ?? exceptions.mainReason(for: message),
                doing: latestWords(on: action) ?? MembersWording.noAnswer, access: [action.access],
                action: action.id, isMessage: true, isAction: true)
        }
    }

    /// What the figures show; where the plan names a measure and the figures show nothing more, what the target is.
    private func reason(for message: MainMessages.Message, _ position: IndicatorPosition) -> String? {
        let reason = exceptions.mainReason(for: message)
        guard reason == SummaryWording.byPlan(isGood: message.isGood),
            let target = position.indicator.target(on: position.latest.period.lastDay)
        else { return reason }
        return MembersWording.target(target.label(in: position.indicator.unit))
    }

    /// What those who answer for a measure last said about its latest figure.
    private func remark(on position: IndicatorPosition) -> String? {
        position.indicator.commentary.last { $0.period == position.latest.period }?.text
    }

    /// The action about a measure that is furthest from done; without one, the response to the highest risk about it.
    private func doing(about indicator: Indicator) -> (words: String?, action: PlanAction.ID?) {
        if let answer = doing(thread.reasons(for: .indicator(indicator.id))) { return answer }
        return (rankedRisks.lazy.filter { $0.indicators.contains(indicator.id) }.compactMap(\.response).first, nil)
    }

    private func doing(_ nodes: [GoldenThread.Node]) -> (words: String?, action: PlanAction.ID?)? {
        let day = pack.manifest.date
        let actions = nodes.compactMap { node -> PlanAction? in
            if case .action(let id) = node { index.actions[id] } else { nil }
        }
        func urgency(_ action: PlanAction) -> Int {
            if action.isDone(on: day) { return 4 }
            if action.isOverdue(on: day) { return 0 }
            return switch action.status(on: day) {
            case .offTrack: 1
            case .atRisk: 2
            default: 3
            }
        }
        guard
            let first = actions.enumerated().min(by: { left, right in
                (urgency(left.element), left.offset) < (urgency(right.element), right.offset)
            })?.element
        else { return nil }
        let known = first.status(on: day)?.label ?? (first.isDone(on: day) ? BRAGStatus.complete.label : nil)
        let due = first.isDone(on: day) ? nil : first.due?.label
        let status =
            known == nil && due == nil
            ? nil : MembersWording.status(known, isOverdue: first.isOverdue(on: day), due: due)
        let words = MembersWording.doing(
            thread.title(of: .action(first.id)), status: status, others: actions.count - 1)
        return (words, first.id)
    }

    private var noAnswer: String {
        pack.plans.contains { !$0.actions.isEmpty } ? MembersWording.noAction : MembersWording.noAnswer
    }

    // MARK: Findings and risks

    /// What the latest inspection with findings found.
    private var latestFindings: [Item] {
        guard let event = events.last(where: { !$0.findings.isEmpty }) else { return [] }
        return event.findings.map { finding in
            let isGood = finding.kind == .strength
            let answer = doing(thread.allAnswers(to: .finding(finding.id)))
            return Item(
                isGood: isGood, name: .text(finding.text, to: .finding(finding.id)),
                standing: isGood ? nil : finding.kind.label, tone: isGood ? .positive : .caution,
                reason: MembersWording.found(by: event.body, in: event.listingDate?.label),
                doing: answer?.words ?? event.response ?? (isGood ? nil : MembersWording.noAnswer),
                access: [finding.access, event.access], action: answer?.action)
        }
    }

    private func item(_ risk: Risk) -> Item {
        Item(
            isGood: false, name: .text(risk.title, to: .risk(risk.id)),
            standing: risk.score.map(MembersWording.score), tone: .caution, reason: nil,
            doing: risk.response ?? MembersWording.noAnswer, access: [risk.access])
    }
}

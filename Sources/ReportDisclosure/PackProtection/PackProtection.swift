import ReportModel
import ReportVocabulary
import SmallNumbers

/// How the figures of a pack appear under a policy for small numbers, and what that does to everything that repeats them.
///
/// Everything that is computed from a figure is computed from what is left of it, so that ratings, changes, charts, ranks and
/// sentences of the kit need no further care. What people wrote or transcribed does: it is looked through here.
struct PackProtection {
    let policy: SmallNumberPolicy
    /// How many figures show no number, of the pack that is published.
    private(set) var hiddenCount = 0
    /// How many figures are rounded.
    private(set) var roundedCount = 0
    /// How many figures of each indicator show no number, in the order of the pack.
    private(set) var places: [(indicator: Indicator.ID, count: Int)] = []

    /// What became of each figure, the later pack's first.
    private let changes: [FigureChange]
    private let ownCount: Int
    /// The figures that do not appear as they are.
    let altered: AlteredFigures

    /// What becomes of a figure.
    enum FigureChange {
        case none, hidden
        case rounded(ObservedValue)
    }

    /// Works out what to hide.
    ///
    /// - Parameters:
    ///   - pack: The whole pack.
    ///   - previous: The whole pack of the report before, where the version compares the two.
    ///   - audience: Who will read the version.
    ///   - policy: The policy.
    init(
        of pack: ReportPack, comparedWith previous: ReportPack?, for audience: Audience, under policy: SmallNumberPolicy
    ) throws(SmallNumberError) {
        self.policy = policy
        ownCount = pack.observations.count
        let rules = AccessRules(pack: pack, audience: audience)
        var figures = pack.observations.map { ($0, !rules.allows(rules.access($0))) }
        if let previous {
            let earlier = AccessRules(pack: previous, audience: audience)
            figures += previous.observations.map { ($0, !earlier.allows(earlier.access($0))) }
        }
        let counts = try PackCounts(of: figures, in: pack, policy: policy)
        let pattern = try counts.protected(by: policy)
        var changes = figures.indices.map { position in
            Self.change(
                of: figures[position].0, counts.figures[position], pattern,
                counts.words.indicators[figures[position].0.indicator], policy)
        }
        // A figure that stands in both packs is hidden in both.
        var hidden: Set<Observation.Key> = []
        for (position, change) in changes.enumerated() {
            if case .hidden = change { hidden.insert(figures[position].0.key) }
        }
        for position in changes.indices where hidden.contains(figures[position].0.key) {
            changes[position] = .hidden
        }
        self.changes = changes
        altered = AlteredFigures(figures.map(\.0), changes, counts: counts, policy: policy)
        var perIndicator: [Indicator.ID: Int] = [:]
        for (position, observation) in pack.observations.enumerated() where !figures[position].1 {
            switch changes[position] {
            case .none: break
            case .rounded: roundedCount += 1
            case .hidden:
                hiddenCount += 1
                perIndicator[observation.indicator, default: 0] += 1
            }
        }
        places = pack.indicators.compactMap { indicator in perIndicator[indicator.id].map { (indicator.id, $0) } }
    }

    private static func change(
        of observation: Observation, _ figure: PackCounts.Figure, _ pattern: [PublishedCount], _ indicator: Indicator?,
        _ policy: SmallNumberPolicy
    ) -> FigureChange {
        guard let indicator, !figure.printed.isEmpty else { return .none }
        func shown(_ position: Int?) -> Double? {
            if let position, case .shown(let number) = pattern[position] { Double(number) } else { nil }
        }
        guard figure.printed.allSatisfy({ shown($0) != nil }) else { return .hidden }
        guard policy.rounds else { return .none }
        return rounded(observation.value, of: indicator, part: shown(figure.part), whole: shown(figure.whole))
            .map { .rounded($0) } ?? .none
    }

    /// A value that follows from rounded counts and from nothing else.
    private static func rounded(
        _ value: ObservedValue, of indicator: Indicator, part: Double?, whole: Double?
    ) -> ObservedValue? {
        switch (indicator.unit, value) {
        case (.count, .value(_, let base)):
            part.map { .value($0, outOf: base == nil ? nil : whole) }
        case (.percent, _), (.count, _):
            part.flatMap { part in whole.map { .fraction(numerator: part, denominator: $0) } }
        case (.rate, .fraction(_, let population)), (.ratio, .fraction(_, let population)):
            part.map { .fraction(numerator: $0, denominator: population) }
        case (.rate, .value(_, let population?)):
            part.map { .fraction(numerator: $0, denominator: population) }
        default:
            // An average stays; how many people it is of is rounded.
            value.number(in: indicator.unit).map { .value($0, outOf: whole) }
        }
    }

    /// The figures of the later pack that an audience may see, as they appear.
    func figures(_ visible: [Observation], of pack: ReportPack) -> [Observation] {
        applied(to: visible, of: pack.observations, changes[..<ownCount])
    }

    /// The figures of the earlier pack.
    func earlierFigures(_ visible: [Observation], of pack: ReportPack) -> [Observation] {
        applied(to: visible, of: pack.observations, changes[ownCount...])
    }

    /// Walks along the whole list beside what is left of it, which is in the same order.
    private func applied(
        to visible: [Observation], of whole: [Observation], _ changes: ArraySlice<FigureChange>
    ) -> [Observation] {
        var result = visible
        var position = 0
        for (observation, change) in zip(whole, changes) {
            guard position < result.count else { break }
            guard result[position] == observation else { continue }
            switch change {
            case .none: break
            case .hidden:
                result[position].value = .missing(.suppressed)
                result[position].qualifier = .exact
                result[position].printed = nil
                result[position].note = nil
            case .rounded(let value):
                result[position].value = value
                result[position].printed = nil
                result[position].note = nil
            }
            position += 1
        }
        return result
    }
}

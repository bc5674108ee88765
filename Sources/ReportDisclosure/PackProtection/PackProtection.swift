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

    /// A report that went out before: its pack, and what became of each of its figures then.
    struct Release {
        let pack: ReportPack
        fileprivate let changes: [FigureChange]
        /// Whether each figure was in that version at all.
        fileprivate let isThere: [Bool]

        /// Works out what readers were given, as it was done then.
        ///
        /// - Parameters:
        ///   - pack: The whole pack of that report.
        ///   - earlier: The releases before it, the latest first.
        init(
            of pack: ReportPack, after earlier: [Release], for audience: Audience, under policy: SmallNumberPolicy
        ) throws(SmallNumberError) {
            self.pack = pack
            let protection = try PackProtection(of: pack, after: earlier, for: audience, under: policy)
            changes = Array(protection.changes[..<pack.observations.count])
            let rules = AccessRules(pack: pack, audience: audience)
            isThere = pack.observations.map { rules.allows(rules.access($0)) }
        }

        fileprivate func had(_ position: Int) -> PackCounts.Earlier? {
            guard isThere[position] else { return nil }
            if case .hidden = changes[position] { return .hidden }
            return .shown
        }
    }

    /// Works out what to hide.
    ///
    /// What earlier releases show counts as known, and what they hide is protected with what they show.
    ///
    /// - Parameters:
    ///   - pack: The whole pack.
    ///   - earlier: What went out before, the latest first.
    ///   - audience: Who will read the version.
    ///   - policy: The policy.
    init(
        of pack: ReportPack, after earlier: [Release], for audience: Audience, under policy: SmallNumberPolicy
    ) throws(SmallNumberError) {
        self.policy = policy
        ownCount = pack.observations.count
        let rules = AccessRules(pack: pack, audience: audience)
        var sources = PackCounts.Sources(pack.observations) { !rules.allows(rules.access($0)) }
        var packs: [ReportPack] = []
        for release in earlier {
            let released = EarlierNames(of: release.pack, in: pack).renamed(release.pack)
            packs.append(released)
            for (position, figure) in released.observations.enumerated() {
                // What was not released is of no concern; what is withheld now has to stay so all the same.
                guard let had = release.had(position) else { continue }
                sources.add(figure, earlier: had)
            }
        }
        let counts = try PackCounts(of: sources, in: pack, after: packs, policy: policy)
        let pattern: [PublishedCount]
        do {
            pattern = try counts.protected(by: policy)
        } catch {
            let figures = counts.figuresToWithdraw(under: policy)
            guard !earlier.isEmpty, !figures.isEmpty else { throw error }
            throw SmallNumberError(
                .cannotProtect,
                "\(error.message) With what the report before shows, it can be worked out from figures of this one. Otherwise "
                    + "these would have to be withdrawn from the report before: \(MessageText.list(figures)).",
                cells: error.cells)
        }
        var changes = pack.observations.indices.map { position in
            Self.change(of: sources[position].figure, counts.figures[position], of: counts, pattern, policy)
        }
        // A figure that an earlier release hides is not shown now, or readers would learn what that one was to keep.
        var hidden: [Observation.Key: [ObservedValue]] = [:]
        for source in sources where source.earlier == .hidden {
            hidden[source.figure.key, default: []].append(source.figure.value)
        }
        for position in changes.indices {
            let figure = sources[position].figure
            if hidden[figure.key]?.contains(figure.value) ?? false { changes[position] = .hidden }
        }
        self.changes = changes + (earlier.first?.changes ?? [])
        let ownFigures = pack.observations.count
        let released = sources.indices.map { position -> FigureChange in
            if position < ownFigures { return changes[position] }
            return sources[position].earlier == .hidden ? .hidden : .none
        }
        altered = AlteredFigures(sources.figures, released, counts: counts, policy: policy)
        var perIndicator: [Indicator.ID: Int] = [:]
        for (position, observation) in pack.observations.enumerated() where !sources[position].isWithheld {
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
        of observation: Observation, _ figure: PackCounts.Figure, of counts: PackCounts, _ pattern: [PublishedCount],
        _ policy: SmallNumberPolicy
    ) -> FigureChange {
        guard let indicator = counts.words.indicators[observation.indicator], !figure.printed.isEmpty else {
            return .none
        }
        func shown(_ position: Int?) -> Double? {
            if let position, case .shown(let number) = pattern[position] { Double(number) } else { nil }
        }
        guard figure.printed.allSatisfy({ shown($0) != nil }) else { return .hidden }
        guard policy.rounds, indicator.countedGroup.isProtected else { return .none }
        var part = shown(figure.part)
        let whole = shown(figure.whole)
        if let position = figure.part, let exact = part, let whole {
            let cell = counts.linked.cells[position]
            // Where cases alone are protected, how many of them is rounded as they are: 12 of 12 are not 12 of 10. A few
            // would be rounded to nobody.
            if !cell.isSensitive, !policy.exempts(isNational: cell.isNational) {
                let rounded = min(Double(policy.rounded(cell.value)), whole)
                guard rounded > 0 || exact == 0 else { return .hidden }
                part = rounded
            }
        }
        return rounded(observation.value, of: indicator, part: part, whole: whole).map { .rounded($0) } ?? .none
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
            // An average stays, as it is printed: with all its decimals it would say what it is the average of.
            value.number(in: indicator.unit).map {
                .value(DecimalText.rounded($0, decimals: indicator.decimals), outOf: whole)
            }
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
                if case .round(let base, _) = policy.method { result[position].roundedTo = base }
                result[position].printed = nil
                result[position].note = nil
            }
            position += 1
        }
        return result
    }
}

import ReportModel
import ReportVocabulary
import SmallNumbers

/// The counts of people that stand behind the figures of a pack, each once, and the sums that tie them together.
///
/// A share with its numerator and denominator is three counts: the part, the whole, and the rest, which is printed nowhere but
/// follows. Counts that are printed nowhere are *implied*: what happened in one month of a year to date, those of no named
/// category. They need the same protection and cost nothing to hide.
struct PackCounts {
    /// The counts behind one figure.
    struct Figure {
        /// What the figure counts, or its numerator.
        var part: Int?
        /// What the part is out of.
        var whole: Int?

        /// The positions of all counts that are printed with the figure.
        var printed: [Int] { [part, whole].compactMap { $0 } }
    }

    /// What a count is of the figure that it belongs to.
    enum Origin {
        case figure, whole, rest, inNoPart
        case since(ReportingPeriod)
    }

    typealias Key = Observation.Key

    var linked = LinkedCounts()
    /// The counts behind each figure, by position in the list; empty where nothing is counted.
    private(set) var figures: [Figure]
    /// The first figure with each key whose counts are known; also one that is not there, where its counts follow from others.
    private(set) var byKey: [Key: Figure] = [:]
    let words: PackIndex

    /// What each count of ``linked`` is, for messages.
    private var origins: [(key: Key, origin: Origin)] = []
    private var known: [Count: Int] = [:]
    private var sharesOfOneWhole: Set<Key> = []

    private struct Count: Hashable {
        let key: Key
        let isWhole: Bool
        let value: Int
    }

    /// Finds the counts behind figures.
    ///
    /// - Parameters:
    ///   - observations: The figures, and whether each is withheld for a reason of its own.
    ///   - pack: The pack that says what they mean.
    ///   - policy: The policy, which says which are small.
    init(
        of observations: [(figure: Observation, isWithheld: Bool)], in pack: ReportPack, policy: SmallNumberPolicy
    ) throws(SmallNumberError) {
        words = PackIndex(pack)
        figures = [Figure](repeating: Figure(), count: observations.count)
        let values = CountReader(words)
        let concerned = Self.indicatorsWithSmallCounts(observations.map(\.figure), values, words, policy)
        let tied = Set(
            words.indicators.all.values.flatMap { [$0.ties?.numerator, $0.ties?.denominator].compactMap { $0 } })
        let tiedValues = Dictionary(
            observations.lazy.filter { tied.contains($0.figure.indicator) }
                .map { ($0.figure.key, $0.figure.value) }, uniquingKeysWith: { first, _ in first })
        // Indicators that others are tied to come first, so that their counts are there to be shared.
        let order = observations.indices.filter { concerned.contains(observations[$0].figure.indicator) }
            .sorted { left, right in
                (words.depth(of: observations[left].figure.indicator), left)
                    < (words.depth(of: observations[right].figure.indicator), right)
            }
        var read: [(position: Int, key: Key, counts: CountReader.Counts)] = []
        for position in order {
            let observation = observations[position].figure
            guard let indicator = words.indicators[observation.indicator] else { continue }
            let key = observation.key
            let tied = CountReader.Tied(
                numerator: indicator.ties?.numerator.flatMap { tiedValues[key.with(indicator: $0)] },
                denominator: indicator.ties?.denominator.flatMap { tiedValues[words.whole(by: $0, of: key)] })
            read.append((position, key, values.counts(behind: observation, of: indicator, tied: tied)))
        }
        sharesOfOneWhole = Self.sharesOfOneWhole(read.map { ($0.key, $0.counts) })
        for (position, key, counts) in read {
            let figure = try add(counts, observations[position].figure, observations[position].isWithheld, policy)
            figures[position] = figure
            if byKey[key] == nil { byKey[key] = figure }
        }
        try addRelations()
    }

    // MARK: Counts

    /// Adds the counts of one figure.
    ///
    /// One symbol stands for both counts of a share. It does not say that the numerator is 1 or more, so that a hidden one
    /// may be anything; and once one of the two is hidden, hiding the other costs readers nothing.
    private mutating func add(
        _ counts: CountReader.Counts, _ observation: Observation, _ isWithheld: Bool, _ policy: SmallNumberPolicy
    ) throws(SmallNumberError) -> Figure {
        let key = observation.key
        let isNational = words.isNational(key.area)
        let ties = words.indicators[key.indicator]?.ties
        let rest = sharesOfOneWhole.contains(key) ? nil : counts.rest
        func isSmall(_ count: Int?) -> Bool {
            count.map { policy.isSmall($0) && !policy.exempts(isNational: isNational) } ?? false
        }
        let startsHidden = [counts.part, counts.whole, rest].contains(where: isSmall)
        let isShare = counts.part != nil && counts.whole != nil

        func cell(_ value: Int, isWhole: Bool) -> LinkedCounts.Cell {
            var cell = LinkedCounts.Cell(value, isNational: isNational)
            if isWithheld {
                cell.display = .never
            } else if isShare, startsHidden {
                if isWhole { cell.weight = 1 } else { cell.display = .implied }
            }
            return cell
        }
        let part = try counts.part.map { value throws(SmallNumberError) in
            try position(of: cell(value, isWhole: false), key, isWhole: false, tiedTo: ties?.numerator)
        }
        let whole = try counts.whole.map { value throws(SmallNumberError) in
            try position(of: cell(value, isWhole: true), key, isWhole: true, tiedTo: ties?.denominator)
        }
        if let part, let whole, let rest, part != whole {
            try linked.addRelation(total: whole, parts: [part, try add(rest, implied: .rest, by: key)])
        }
        return Figure(part: part, whole: whole)
    }

    /// Notes the counts of a figure that is not there and follows from others.
    mutating func follow(_ key: Key, _ figure: Figure) {
        if !isCounted(key) { byKey[key] = figure }
    }

    /// Adds a count that is printed nowhere.
    mutating func add(_ value: Int, implied origin: Origin, by key: Key) throws(SmallNumberError) -> Int {
        origins.append((key, origin))
        return try linked.add(.init(value, display: .implied, isNational: words.isNational(key.area)))
    }

    /// The position of a count, which is shared by all figures that are the same count.
    private mutating func position(
        of cell: LinkedCounts.Cell, _ key: Key, isWhole: Bool, tiedTo other: Indicator.ID?
    ) throws(SmallNumberError) -> Int {
        if let other {
            let tied = isWhole ? words.whole(by: other, of: key) : key.with(indicator: other)
            if let position = known[Count(key: tied, isWhole: false, value: cell.value)] { return position }
        }
        let count = Count(key: key, isWhole: isWhole, value: cell.value)
        if let position = known[count] { return position }
        origins.append((key, isWhole ? .whole : .figure))
        let position = try linked.add(cell)
        known[count] = position
        return position
    }

    // MARK: Protection

    /// What has to be hidden.
    ///
    /// - Parameter policy: The policy.
    /// - Returns: How each count appears.
    /// - Throws: ``SmallNumberError`` with the code `cannot-protect`, which names the figures.
    func protected(by policy: SmallNumberPolicy) throws(SmallNumberError) -> [PublishedCount] {
        do {
            return try linked.protected(by: policy, smallTotals: .boundedByParts).counts
        } catch {
            // Names are made up only now: a pack has very many counts, and needs no name for them as a rule.
            var named = linked
            named.name { position in words.label(origins[position].key, origins[position].origin) }
            throw named.cannotProtect(error.cells, policy)
        }
    }
}

extension SmallNumberPolicy {
    /// Whether counts that are shown are rounded.
    var rounds: Bool {
        if case .round = method { true } else { false }
    }
}

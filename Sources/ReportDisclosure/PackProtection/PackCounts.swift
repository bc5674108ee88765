import ReportModel
import ReportVocabulary
import SmallNumbers

/// The counts of people behind the figures of a pack, each once, and the sums that tie them together.
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
        /// Those of the whole that are not in the part, where these are protected.
        var rest: Int?
        /// How many of the cells' units make one of the figure's: 1 for people, 100 for pounds or posts, which need not be whole.
        var scale = 1

        /// The positions of all counts that are printed with the figure.
        var printed: [Int] { [part, whole].compactMap { $0 } }
    }

    /// What a count is of the figure that it belongs to.
    enum Origin {
        case figure, whole, rest, inNoPart
    }

    /// A figure to be counted.
    struct Source {
        let figure: Observation
        /// Whether it is withheld for a reason of its own.
        let isWithheld: Bool
        /// How an earlier release had it; `nil` for a figure of the release that is being made.
        let earlier: Earlier?
    }

    /// The figures to be counted, which stay where the packs have them: there may be millions.
    struct Sources: RandomAccessCollection {
        private(set) var figures: [Observation]
        private var isWithheld: [Bool]
        private var earlier: [Earlier?]

        /// The figures of the release that is being made.
        init(_ figures: [Observation], isWithheld: (Observation) -> Bool) {
            self.figures = figures
            self.isWithheld = figures.map(isWithheld)
            earlier = [Earlier?](repeating: nil, count: figures.count)
        }

        /// Adds a figure of an earlier release.
        mutating func add(_ figure: Observation, earlier: Earlier) {
            figures.append(figure)
            isWithheld.append(false)
            self.earlier.append(earlier)
        }

        var startIndex: Int { 0 }
        var endIndex: Int { figures.count }
        subscript(position: Int) -> Source {
            Source(figure: figures[position], isWithheld: isWithheld[position], earlier: earlier[position])
        }
    }

    /// How a figure was released, which nobody can take back.
    enum Earlier {
        case shown, hidden
    }

    typealias Key = Observation.Key

    var linked = LinkedCounts()
    /// The counts behind each figure, by position in the list; empty where nothing is counted.
    private(set) var figures: [Figure]
    /// The first figure with each key whose counts are known; also one that is not there, where its counts follow from others.
    private(set) var byKey: [Key: Figure] = [:]
    let words: PackIndex
    /// What places and groups were made up of in earlier releases.
    let earlierSums: EarlierSums
    let names: CountNames
    /// Measures that are the months and the year to date of one thing, and do not say so.
    let pairs: MeasurePairs
    /// The names of figures that are not there.
    private var followed: Set<Key> = []
    /// The names of figures for which a symbol says that there was nobody.
    private(set) var nobody: Set<Key> = []
    /// The same by measure, place and group.
    var nobodyByMeasure: [Key: [Key]] = [:]
    /// Whether the policy protects small counts at all.
    private let protectsSmall: Bool
    /// The greatest count that the policy protects.
    let greatestSmall: Int

    /// What each count of ``linked`` is, for messages.
    var origins: [(key: Key, origin: Origin)] = []
    private var known: [Count: Int] = [:]
    /// The counts of times for which there is no figure, so that one that no revision has changed is one count in both readings.
    var pieces: [TimePiece: Int] = [:]
    /// Whether revised figures are read as an earlier release had them.
    private(set) var isReadAgain = false
    private var sharesOfOneWhole: Set<Key> = []
    /// Figures of one name that differ from the first: the name, and the figure.
    private var again: [(key: Key, figure: Figure, isEarlier: Bool)] = []
    /// The counts that are in a sum over time.
    var running: Set<Int> = []
    /// How many figures each measure had when its sums over time were last worked out.
    var timelines: [Key: Int] = [:]

    /// What happened in a time for which there is no figure.
    struct TimePiece: Hashable {
        let key: Key
        let amount: Int
        let value: Int
        let isKnown: Bool
        let isExcess: Bool
    }

    private struct Count: Hashable {
        let key: Key
        let isWhole: Bool
        let value: Int
    }

    /// Finds the counts behind figures.
    ///
    /// - Parameters:
    ///   - sources: The figures; those of earlier releases last, the latest first.
    ///   - pack: The pack that says what they mean.
    ///   - earlier: The packs of the earlier releases, under the names of this one.
    ///   - policy: The policy, which says which are small.
    init(
        of sources: Sources, in pack: ReportPack, after earlier: [ReportPack] = [], policy: SmallNumberPolicy
    ) throws(SmallNumberError) {
        protectsSmall = policy.threshold > 0
        greatestSmall = policy.threshold
        words = PackIndex(pack.knowing(earlier))
        earlierSums = EarlierSums(earlier, words)
        names = CountNames(words, figures: sources.figures)
        pairs = MeasurePairs(sources.lazy.filter { $0.earlier == nil }.map(\.figure), words)
        figures = [Figure](repeating: Figure(), count: sources.count)
        let values = CountReader(words)
        let concerned = Self.concernedIndicators(sources, values, words, policy)
        let tied = Set(
            words.indicators.all.values.flatMap { [$0.ties?.numerator, $0.ties?.denominator].compactMap { $0 } })
        let names = self.names
        let tiedValues = Dictionary(
            sources.lazy.filter { tied.contains($0.figure.indicator) }
                .map { (names.count($0.figure.key), $0.figure.value) },
            uniquingKeysWith: { first, _ in first })
        // Indicators that others are tied to come first, so that their counts are there to be shared.
        let depths = Dictionary(uniqueKeysWithValues: concerned.map { ($0, words.depth(of: $0)) })
        let order = sources.indices.compactMap { position in
            depths[sources[position].figure.indicator].map { (depth: $0, position: position) }
        }
        .sorted { ($0.depth, $0.position) < ($1.depth, $1.position) }
        .map(\.position)
        var read: [(position: Int, key: Key, counts: CountReader.Counts)] = []
        for position in order {
            let observation = sources[position].figure
            if observation.value.saysNobody, !sources[position].isWithheld {
                nobody.insert(names.count(observation.key))
            }
            guard let indicator = words.indicators[observation.indicator] else { continue }
            let key = observation.key
            let tied = CountReader.Tied(
                numerator: indicator.ties?.numerator.flatMap { tiedValues[names.tied(to: $0, key, isWhole: false)] },
                denominator: indicator.ties?.denominator.flatMap { tiedValues[names.tied(to: $0, key, isWhole: true)] })
            read.append((position, names.count(key), values.counts(behind: observation, of: indicator, tied: tied)))
        }
        sharesOfOneWhole = Self.sharesOfOneWhole(read.map { ($0.key, $0.counts) })
        let most = read.reduce(0) { $0 + $1.counts.mostCells }
        linked.reserveCapacity(most)
        origins.reserveCapacity(most)
        for (position, key, counts) in read {
            let figure = try add(counts, key, sources[position], policy)
            figures[position] = figure
            name(figure, key, isEarlier: sources[position].earlier != nil)
        }
        try addRelations()
        try addEarlierReadings()
    }

    /// Notes the figure that a name means: the first, with all that is known of it.
    private mutating func name(_ figure: Figure, _ key: Key, isEarlier: Bool) {
        guard let first = byKey[key] else {
            byKey[key] = figure
            return
        }
        guard first.part != figure.part || first.whole != figure.whole else { return }
        if first.part == nil || first.part == figure.part, first.whole == nil || first.whole == figure.whole {
            byKey[key] = figure
        } else if !figure.printed.isEmpty {
            again.append((key, figure, isEarlier))
        }
    }

    /// Figures that were revised have sums of their own, with all that were not; two figures of one name in one release are one
    /// count, whatever they say.
    private mutating func addEarlierReadings() throws(SmallNumberError) {
        guard !again.isEmpty else { return }
        for (key, figure, isEarlier) in again where !isEarlier {
            for (first, second) in [(byKey[key]?.part, figure.part), (byKey[key]?.whole, figure.whole)] {
                if let first, let second, first != second { try linked.addRelation(total: first, parts: [second]) }
            }
        }
        let revised = again.filter { $0.isEarlier }
        guard !revised.isEmpty else { return }
        let indicators = words.closed(Set(revised.map { $0.key.indicator }))
        byKey = byKey.filter { indicators.contains($0.key.indicator) }
        var isChanged: Set<Key> = []
        for (key, figure, _) in revised where isChanged.insert(key).inserted { byKey[key] = figure }
        // What followed from the figures of now follows anew.
        byKey = byKey.filter { !followed.contains($0.key) }
        timelines = [:]
        isReadAgain = true
        try addRelations()
    }

    // MARK: Counts

    /// Adds the counts of one figure.
    ///
    /// One symbol stands for both counts of a share. It does not say that the numerator is 1 or more, so that a hidden one
    /// may be anything; and once one of the two is hidden, hiding the other costs readers nothing.
    private mutating func add(
        _ counts: CountReader.Counts, _ key: Key, _ source: Source, _ policy: SmallNumberPolicy
    ) throws(SmallNumberError) -> Figure {
        let isNational = words.isNational(key.area)
        let isSensitive = policy.threshold > 0 && words.isProtected(key.indicator)
        let ties = words.indicators[key.indicator]?.ties
        let rest = sharesOfOneWhole.contains(key) || !words.protectsParts(key.indicator) ? nil : counts.rest
        func isSmall(_ count: Int?) -> Bool {
            count.map { isSensitive && policy.isSmall($0) && !policy.exempts(isNational: isNational) } ?? false
        }
        let protectsPart = words.protectsParts(key.indicator) || counts.whole == nil
        let startsHidden = [protectsPart ? counts.part : nil, counts.whole, rest].contains(where: isSmall)
        let isShare = counts.part != nil && counts.whole != nil

        func cell(_ value: Int, isWhole: Bool) -> LinkedCounts.Cell {
            var cell = LinkedCounts.Cell(value, isNational: isNational)
            cell.isSensitive = isSensitive && (isWhole || protectsPart)
            cell.importance = words.importance(of: key)
            if source.isWithheld, source.earlier != .shown {
                cell.display = .never
            } else if isShare, startsHidden {
                if isWhole { cell.weight = 1 } else { cell.display = .implied }
            }
            switch source.earlier {
            case .shown: cell.earlier = .shown
            case .hidden: cell.earlier = .hidden
            case nil: break
            }
            return cell
        }
        let part = try counts.part.map { value throws(SmallNumberError) in
            try position(of: cell(value, isWhole: false), key, source, isWhole: false, tiedTo: ties?.numerator)
        }
        let whole = try counts.whole.map { value throws(SmallNumberError) in
            try position(of: cell(value, isWhole: true), key, source, isWhole: true, tiedTo: ties?.denominator)
        }
        var figure = Figure(part: part, whole: whole, scale: counts.scale)
        if let part, let whole, let rest, part != whole {
            let position = try add(rest, implied: .rest, by: key)
            try linked.addRelation(total: whole, parts: [part, position])
            figure.rest = position
        }
        return figure
    }

    /// Notes the counts of a figure that is not there and follows from others.
    mutating func follow(_ key: Key, _ figure: Figure) {
        guard !isCounted(key) else { return }
        byKey[key] = figure
        followed.insert(key)
    }

    /// Adds a count that is printed nowhere.
    ///
    /// - Parameters:
    ///   - isPart: Whether it is part of a whole, which is not always protected.
    ///   - isKnown: Whether it follows from figures; otherwise nobody could know it, and it needs no protection.
    mutating func add(
        _ value: Int, implied origin: Origin, by key: Key, isPart: Bool = false, isKnown: Bool = true
    ) throws(SmallNumberError) -> Int {
        origins.append((key, origin))
        var cell = LinkedCounts.Cell(value, display: .implied, isNational: words.isNational(key.area))
        cell.isSensitive =
            isKnown && protectsSmall && words.isProtected(key.indicator)
            && (!isPart || words.protectsParts(key.indicator))
        return try linked.add(cell)
    }

    /// The position of a count, which is shared by all figures that are the same count.
    ///
    /// A count that another indicator is declared to count is that indicator's, whether or not it has a figure for it.
    private mutating func position(
        of cell: LinkedCounts.Cell, _ key: Key, _ source: Source, isWhole: Bool, tiedTo other: Indicator.ID?
    ) throws(SmallNumberError) -> Int {
        let own = Count(key: key, isWhole: isWhole, value: cell.value)
        var others: [Count] = []
        if let other, words.isProtected(other) == words.isProtected(key.indicator), words.indicators[other] != nil {
            // Under its own way of naming periods, or as what happened in the time that the figure is about.
            let keys = [
                names.tied(to: other, source.figure.key, isWhole: isWhole),
                names.tied(to: other, source.figure.key, isWhole: isWhole, in: key.period),
            ]
            others = keys.map { Count(key: $0, isWhole: false, value: cell.value) }
        }
        for name in others + [own] {
            guard let position = known[name] else { continue }
            linked.change(position) { $0.combine(with: cell) }
            known[own] = position
            return position
        }
        origins.append((source.figure.key, isWhole ? .whole : .figure))
        let position = try linked.add(cell)
        known[own] = position
        if let name = others.last, others.allSatisfy({ byKey[$0.key] == nil }) {
            known[name] = position
            byKey[name.key] = Figure(part: position)
        }
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
            return try keepingHeadlines(linked, Self.searching(policy)).counts
        } catch {
            // Names are made up only now: a pack has very many counts, and needs no name for them as a rule.
            var named = linked
            named.name { position in words.label(origins[position].key, origins[position].origin) }
            throw named.cannotProtect(error.cells, policy)
        }
    }

    /// The least number of values that stay possible for a small count, so that a headline is not hidden for its sake.
    private static let leastValuesBelowHeadlines = 3

    /// Protects counts without hiding how many cases of timeliness there were in the whole area, where these are not few
    /// themselves, and hides only those of them without which a small count could be one of two values alone.
    ///
    /// Six conferences in five teams: the symbols say that each team had one, so that none had more than two, and the six are
    /// hidden. Had there been nine, each team may have had one to five.
    private func keepingHeadlines(
        _ linked: LinkedCounts, _ policy: SmallNumberPolicy
    ) throws(SmallNumberError) -> SuppressionPattern {
        guard policy.hidesComplements, !policy.rounds else {
            return try linked.protected(by: policy, smallTotals: .boundedByParts)
        }
        var headlines = self.headlines(policy, earlier: nil)
        // One that an earlier release shows cannot be hidden, and leaves as much open as it did then.
        let shown = self.headlines(policy, earlier: .shown)
        func keeping(_ headlines: Set<Int>) -> LinkedCounts {
            var kept = linked
            for position in headlines { kept.change(position) { $0.display = .always } }
            return kept
        }
        // Each round is a whole search, so that after a few all headlines may be hidden.
        for _ in 0..<4 where !(headlines.isEmpty && shown.isEmpty) {
            do throws(SmallNumberError) {
                return try keeping(headlines.union(shown)).protected(
                    by: policy, smallTotals: .boundedByParts, leastValues: Self.leastValuesBelowHeadlines)
            } catch {
                let near = linked.tied(to: Set(error.cells), reaching: headlines)
                if near.isEmpty {
                    guard linked.tied(to: Set(error.cells), reaching: shown).isEmpty else { break }
                    return try keeping(shown).protected(by: policy, smallTotals: .boundedByParts)
                }
                headlines.subtract(near)
            }
        }
        return try linked.protected(by: policy, smallTotals: .boundedByParts)
    }

    /// The counts behind the figures of the whole area for a timescale that are made up of parts.
    ///
    /// - Parameters:
    ///   - policy: The policy.
    ///   - earlier: How an earlier release had them; `nil` for those that are new.
    private func headlines(_ policy: SmallNumberPolicy, earlier: LinkedCounts.Earlier?) -> Set<Int> {
        let totals = Set(linked.relations.map(\.total))
        var result: Set<Int> = []
        for figure in figures {
            let cells = figure.printed
            let isHeadline = cells.allSatisfy { position in
                let cell = linked.cells[position]
                return cell.display == .byPolicy && cell.earlier == earlier
                    && cell.importance >= PackIndex.importanceOfTimeliness && cell.weight == nil
                    && !(cell.isSensitive && policy.isSmall(cell.value))
            }
            if isHeadline, cells.contains(where: totals.contains) { result.formUnion(cells) }
        }
        // Of figures that follow one another in time, one is hidden for another's sake, and none is a headline of the other.
        return result.subtracting(running)
    }

    /// The policy that the search is given: where no count is small, that figures are withheld still has to be kept.
    private static func searching(_ policy: SmallNumberPolicy) -> SmallNumberPolicy {
        policy.threshold > 0 ? policy : .suppressOneToFive
    }

    /// The figures of earlier releases that would have to be hidden as well; none where that would not help.
    func figuresToWithdraw(under policy: SmallNumberPolicy) -> [String] {
        var free = linked
        for position in free.cells.indices { free.change(position) { $0.earlier = nil } }
        guard let pattern = try? free.protected(by: Self.searching(policy), smallTotals: .boundedByParts) else {
            return []
        }
        return linked.cells.indices.compactMap { position in
            guard linked.cells[position].earlier == .shown, pattern.counts[position] == .hidden else { return nil }
            return words.label(origins[position].key, origins[position].origin)
        }
    }
}

extension SmallNumberPolicy {
    /// Whether counts that are shown are rounded.
    var rounds: Bool {
        if case .round = method { true } else { false }
    }
}

extension ObservedValue {
    /// Whether a symbol in place of a number says that there was nobody: none recorded, or not applicable.
    fileprivate var saysNobody: Bool { self == .missing(.noneRecorded) || self == .missing(.notApplicable) }
}

import ReportModel
import ReportVocabulary
import SmallNumbers

/// The figures of a version that do not appear as they are, and the numbers that would give them away.
struct AlteredFigures {
    /// How a number tells a hidden figure, in words that hold no figure.
    enum Reason: String {
        case itself = "is a hidden figure."
        case rest = "is what a hidden figure leaves of its whole."
        case sum = "is a hidden figure together with others, or the whole without it."
        case share = "is the share of a hidden figure, or what that leaves of a hundred."
        case change = "is a change from or to a hidden figure."
        case mayBe = "may be a hidden figure: it is small, and others of the measure are hidden."
    }

    /// How sure it is that a text is about an indicator.
    enum Closeness {
        /// It is said to be, or refers to one of its figures.
        case about
        /// It holds the words of its title, or names one of its hidden groups.
        case named
        /// It holds most of these words in some form.
        case resembling
    }

    /// The numbers that tell the hidden figures of one indicator.
    struct Telling {
        fileprivate(set) var counts: [Double: Reason] = [:]
        /// Shares of hidden figures, and how many decimals they may be written with.
        fileprivate(set) var shares: [Double] = []
        /// Those of figures that are shown: a text that states one of these need not mean another.
        fileprivate(set) var shownShares: [Double] = []
        /// Figures that are neither counts nor percentages.
        fileprivate(set) var amounts: [Double] = []
        fileprivate(set) var changes: Set<Double> = []
        /// Whether changes are numbers of people, and not points.
        fileprivate(set) var countsChanges = true

        func isChange(_ number: Double) -> Bool { changes.contains(number.magnitude) }
        func isFigure(_ number: Double) -> Bool { counts[number.magnitude] == .itself }

        /// Whether a number that a text states tells a hidden figure.
        ///
        /// - Parameters:
        ///   - number: The number.
        ///   - threshold: Up to which a number of people may always be a hidden one; 0 where none is small.
        ///   - closeness: How sure it is that the text is about the indicator.
        func reason(for number: NumberInText, threshold: Double, _ closeness: Closeness) -> Reason? {
            let isAbout = closeness == .about
            let halfUnit = PrintedPrecision.halfUnit(decimals: number.decimals)
            func isNear(_ value: Double) -> Bool { (value - number.value).magnitude <= halfUnit + 1e-9 }
            if amounts.contains(where: isNear), number.decimals > 0 || isAbout { return .itself }
            if isAbout, changes.contains(number.value), number.decimals > 0 || (number.kind == .count) == countsChanges
            {
                return .change
            }
            switch number.kind {
            case .other: return nil
            case .percent:
                guard isAbout || number.decimals > 0 else { return nil }
                let tells = shares.contains { isNear($0) || isNear(100 - $0) }
                return tells && !shownShares.contains(where: isNear) ? .share : nil
            case .count:
                if let reason = counts[number.value] {
                    switch closeness {
                    case .about: return reason
                    case .named where reason == .itself: return reason
                    case .resembling where reason == .itself && number.isOfPeople: return reason
                    case .named, .resembling: break
                    }
                }
                let isSmall = number.decimals == 0 && number.value > 0 && number.value <= threshold
                return isSmall && (isAbout || (closeness == .named && number.isOfPeople)) ? .mayBe : nil
            }
        }
    }

    /// The numbers that are shown of an indicator in a period, or in any where none is named.
    func numbersShown(of indicator: Indicator.ID, in period: ReportingPeriod?) -> Set<Double> {
        var (ofAll, ofGroups, hidden): (Set<Double>, Set<Double>, Set<Double>) = ([], [], [])
        for fact in facts[indicator] ?? [] where period == nil || fact.key.period == period {
            // A small number may be another's as well.
            let numbers = [fact.number, fact.part, fact.whole].compactMap { $0 }.filter { $0 > threshold }
            if fact.isAltered {
                hidden.formUnion(numbers)
            } else if fact.key.category == nil || words.isTotal(fact.key.category, of: indicator) {
                ofAll.formUnion(numbers)
            } else {
                ofGroups.formUnion(numbers)
            }
        }
        return ofAll.union(ofGroups.subtracting(hidden))
    }

    /// Whether the figure of the group that a line names is altered; `nil` where it names none, one without a figure, or one whose
    /// figure is shown and another than is printed.
    ///
    /// A line that says whose figure it prints is judged by that and not by the number: two groups may have as many.
    func isAltered(
        groupNamedBy line: String, printing number: Double?, of indicator: Indicator.ID, in period: ReportingPeriod?
    ) -> Bool? {
        guard let facts = facts[indicator], let period,
            let breakdown = words.indicators[indicator]?.breakdown.flatMap({ words.breakdowns[$0] })
        else { return nil }
        let lineWords = Self.words(of: line)
        let namesBreakdown = Self.words(of: breakdown.title).isSubset(of: lineWords)
        let named = breakdown.categories.filter { category in
            let own = Self.words(of: category.title)
            // “A” is a word of most lines.
            let isTelling = namesBreakdown || own.contains { $0.count > 2 }
            return category.id != breakdown.total && !own.isEmpty && isTelling && own.isSubset(of: lineWords)
        }
        // Of “under 5” and “under 5 with a plan” the longer.
        guard let longest = named.map({ Self.words(of: $0.title).count }).max() else { return nil }
        let best = named.filter { Self.words(of: $0.title).count == longest }
        guard best.count == 1 else { return nil }
        let key = Observation.Key(indicator: indicator, period: period, area: words.ownArea, category: best[0].id)
        // A valid pack has one figure by each key.
        guard let fact = facts.first(where: { $0.key == key }) else { return nil }
        return fact.isAltered || number == nil || [fact.number, fact.part].contains(number) ? fact.isAltered : nil
    }

    /// The words of a title, or of a group whose figure is hidden with what it is a group by.
    private struct Mention {
        let indicator: Indicator.ID
        let words: Set<String>
        let stems: Set<String>

        init(_ indicator: Indicator.ID, _ words: Set<String>) {
            self.indicator = indicator
            self.words = words
            stems = AlteredFigures.stems(of: words)
        }

        /// Whether a text has most of the words in some form: “had a plan for two years” of “plans of two years or more”.
        func resembles(_ others: Set<String>) -> Bool {
            let common = stems.intersection(others).count
            return common >= 2 && 5 * common >= 3 * stems.count
        }
    }

    /// What is known of one figure.
    private struct Fact {
        let key: Observation.Key
        let isAltered: Bool
        let number: Double?
        let part: Double?
        let whole: Double?
        let printed: Double?
    }

    /// What tells each indicator's figures, worked out when a text is about it.
    private final class Store {
        var telling: [Indicator.ID: Telling] = [:]
    }

    private var keys: Set<Observation.Key> = []
    private var facts: [Indicator.ID: [Fact]] = [:]
    private let store = Store()
    private let words: PackIndex
    private let threshold: Double
    /// What a text has to hold to be about an indicator that it does not name by its identifier.
    private let mentions: [Mention]

    init(
        _ figures: [Observation], _ changes: [PackProtection.FigureChange], counts: PackCounts,
        policy: SmallNumberPolicy
    ) {
        threshold = Double(policy.threshold)
        words = counts.words
        var altered: Set<Indicator.ID> = []
        for (position, observation) in figures.enumerated() {
            if case .none = changes[position] { continue }
            keys.insert(observation.key)
            altered.insert(observation.indicator)
        }
        for (position, observation) in figures.enumerated() where altered.contains(observation.indicator) {
            guard let indicator = words.indicators[observation.indicator] else { continue }
            let figure = counts.figures[position]
            func amount(_ cell: Int?) -> Double? {
                cell.map { Double(counts.linked.cells[$0].value) / Double(figure.scale) }
            }
            let isAltered = if case .none = changes[position] { false } else { true }
            facts[indicator.id, default: []].append(
                Fact(
                    key: observation.key, isAltered: isAltered, number: observation.value.number(in: indicator.unit),
                    part: amount(figure.part), whole: amount(figure.whole), printed: observation.printed?.value))
        }
        mentions = Self.mentions(of: facts, words)
    }

    /// A percentage as texts round it.
    private static func percentages(_ value: Double) -> [Double] {
        [DecimalText.rounded(value, decimals: 0), DecimalText.rounded(value, decimals: 1)]
    }

    var isEmpty: Bool { keys.isEmpty }

    /// Whether any figure of an indicator is altered.
    func concerns(_ indicator: Indicator.ID) -> Bool { facts[indicator] != nil }

    /// Whether the figure of an indicator for a period and the area of the report is altered, or any of it where no period
    /// is named.
    func concerns(_ indicator: Indicator.ID, in period: ReportingPeriod?) -> Bool {
        guard concerns(indicator) else { return false }
        guard let period else { return true }
        return keys.contains(Observation.Key(indicator: indicator, period: period, area: words.ownArea, category: nil))
    }

    /// Whether a reference means an altered figure.
    func contains(_ reference: FigureReference) -> Bool {
        guard let observed = reference.observed else { return false }
        let area = observed.area ?? words.ownArea
        func isAltered(_ category: Breakdown.Category.ID?) -> Bool {
            keys.contains(
                Observation.Key(
                    indicator: observed.indicator, period: observed.period, area: area, category: category))
        }
        // The total category is also the whole, which has no category where the pack was read from files.
        return isAltered(observed.category)
            || words.isTotal(observed.category, of: observed.indicator) && isAltered(nil)
    }

    // MARK: Texts

    /// The first number of a text that says, or may say, what a hidden figure was.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - indicators: Those that it is about; those that it refers to in braces, and those whose words it holds, count too.
    ///   - closeness: How sure it is that it is about the indicators that are named here.
    ///   - isFigure: Whether the text is a line of figures, so that the words of a title say what it is about.
    ///   - passing: Numbers that are known to be shown beside the text.
    func told(
        by text: String, about indicators: [Indicator.ID] = [], _ closeness: Closeness = .about,
        isFigure: Bool = false, passing: Set<Double> = []
    ) -> (number: NumberInText, reason: Reason)? {
        guard !isEmpty else { return nil }
        let numbers = NumbersInText.numbers(in: text).filter { !passing.contains($0.value) }
        guard !numbers.isEmpty else { return nil }
        // An indicator may be named twice, as close each time.
        var own = Dictionary(indicators.map { ($0, closeness) }) { first, _ in first }
        if text.contains("{") {
            for case .figure(let figure) in InlineFigure.pieces(of: text) { own[figure.reference.indicator] = .about }
        }
        for (indicator, closeness) in own.sorted(by: { $0.key < $1.key }) {
            if let found = told(by: numbers, about: indicator, closeness) { return found }
        }
        guard !mentions.isEmpty else { return nil }
        let words = Self.words(of: text)
        let stems = Self.stems(of: words)
        for mention in mentions where own[mention.indicator] == nil {
            let isNamed = mention.words.isSubset(of: words)
            guard isNamed || mention.resembles(stems) else { continue }
            let closeness: Closeness = !isNamed ? .resembling : isFigure ? .about : .named
            if let found = told(by: numbers, about: mention.indicator, closeness) { return found }
        }
        return nil
    }

    /// The first number of a formula that is a hidden figure, where another number of it is a figure of the same group: 3 + 20 + 21.
    func told(byTerms terms: [NumberInText]) -> NumberInText? {
        // What shares and rates are multiplied by is a figure of no group.
        let terms = terms.filter { ![0, 1, 100, 1_000, 10_000].contains($0.value) }
        let values = Set(terms.map(\.value))
        guard values.count > 1 else { return nil }
        var telling: Set<Double> = []
        for facts in facts.values {
            for group in Dictionary(grouping: facts, by: { $0.key.with(category: nil) }).values {
                var shown: Set<Double> = []
                var hidden: Set<Double> = []
                for fact in group {
                    let numbers = [fact.part, fact.whole].compactMap { $0 }.filter(values.contains)
                    if fact.isAltered { hidden.formUnion(numbers) } else { shown.formUnion(numbers) }
                }
                if hidden.union(shown).count > 1 { telling.formUnion(hidden) }
            }
        }
        // The first of the formula, whatever the order of the groups, so that equal packs give equal reviews.
        return terms.first { telling.contains($0.value) }
    }

    private func told(
        by numbers: [NumberInText], about indicator: Indicator.ID, _ closeness: Closeness
    ) -> (number: NumberInText, reason: Reason)? {
        guard concerns(indicator) else { return nil }
        let telling = telling(of: indicator)
        for (position, number) in numbers.enumerated() {
            if let reason = telling.reason(for: number, threshold: threshold, closeness) {
                return (number, reason)
            }
            // “Ten boys and ten girls” are twenty children.
            guard number.isOfPeople else { continue }
            // Those that were stated just before: one, the two ends of a range, or the three and the per cent of a share.
            let before = numbers[..<position].suffix(8).filter { $0.start != number.start }
            let isSum = before.contains {
                $0.start == before.last?.start && $0.isOfPeople && $0.sentence == number.sentence
                    && telling.counts[$0.value + number.value] == .itself
            }
            if isSum { return (number, .sum) }
        }
        return nil
    }

    /// The words that a text must hold to be taken for one about an indicator: those of its title, or the name of a group whose
    /// figure is hidden with what it is a group by.
    private static func mentions(
        of facts: [Indicator.ID: [Fact]], _ words: PackIndex
    ) -> [Mention] {
        var result: [Mention] = []
        for id in facts.keys.sorted() {
            guard let indicator = words.indicators[id] else { continue }
            let title = self.words(of: indicator.title).filter { $0.count > 3 && !commonWords.contains($0) }
            if !title.isEmpty { result.append(Mention(id, title)) }
            guard let breakdown = indicator.breakdown.flatMap({ words.breakdowns[$0] }) else { continue }
            let hidden = Set((facts[id] ?? []).lazy.filter(\.isAltered).compactMap(\.key.category))
            for category in breakdown.categories where hidden.contains(category.id) {
                let name = self.words(of: category.title).union(self.words(of: breakdown.title))
                if name.count > 1 { result.append(Mention(id, name)) }
            }
        }
        return result
    }

    private static let commonWords: Set<String> = [
        "children", "young", "people", "number", "percentage", "rate", "share", "proportion", "average", "with",
        "within",
        "from", "that", "were", "have", "been", "their", "than", "more", "this", "year", "month", "total", "measure",
    ]

    /// The beginnings of the longer words, by which their forms are known again.
    private static func stems(of words: Set<String>) -> Set<String> {
        Set(words.lazy.filter { $0.count > 3 && !commonWords.contains($0) }.map { String($0.prefix(4)) })
    }

    private static func words(of text: String) -> Set<String> {
        Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }

    // MARK: What tells

    func telling(of indicator: Indicator.ID) -> Telling {
        if let known = store.telling[indicator] { return known }
        let telling = makeTelling(of: indicator)
        store.telling[indicator] = telling
        return telling
    }

    private func makeTelling(of id: Indicator.ID) -> Telling {
        guard let indicator = words.indicators[id], let facts = facts[id] else { return Telling() }
        var result = Telling()
        let total = indicator.breakdown.flatMap { words.breakdowns[$0]?.total }
        let groups = Dictionary(grouping: facts) { $0.key.with(category: nil) }
        // In the order of the pack, not of the dictionary, so that equal packs give equal reviews: of two reasons the first stays.
        var isTaken: Set<Observation.Key> = []
        let order = facts.map { $0.key.with(category: nil) }.filter { isTaken.insert($0).inserted }
        var numbers: [Observation.Key: Double] = [:]
        for fact in facts { if let number = fact.number { numbers[fact.key] = number } }
        func note(_ number: Double?, _ reason: Reason) {
            guard let number, number > 0, result.counts[number] == nil || reason == .itself else { return }
            result.counts[number] = reason
        }
        let isCount = indicator.unit == .count
        result.countsChanges = isCount
        for key in order {
            guard let group = groups[key] else { continue }
            let shown = Set(group.filter { !$0.isAltered }.flatMap { [$0.part, $0.whole].compactMap { $0 } })
            let isTotal: (Fact) -> Bool = { $0.key.category == nil || $0.key.category == total }
            let whole = group.first { isTotal($0) }?.part
            for fact in group {
                var shares: [Double] = []
                if indicator.unit == .percent, let number = fact.number { shares.append(number) }
                if let part = fact.part, let all = fact.whole, all > 0 { shares.append(100 * part / all) }
                if isCount, !isTotal(fact), let part = fact.part, let whole, whole > 0 {
                    shares.append(100 * part / whole)
                }
                guard fact.isAltered else {
                    result.shownShares += shares
                    continue
                }
                result.shares += shares
                // Also where another group has as many: what a text says of one need not be of the other.
                if let part = fact.part { note(part, .itself) }
                // Of an average, how many it is of is all that is counted; of a share, others may be out of the same.
                if let all = fact.whole, fact.part == nil || !shown.contains(all) { note(all, .itself) }
                if let part = fact.part, let all = fact.whole { note(all - part, .rest) }
                if !isCount, indicator.unit != .percent {
                    result.amounts += [fact.number, fact.printed].compactMap { $0 }
                } else if let printed = fact.printed {
                    note(printed, .itself)
                }
                if isCount, let part = fact.part, let whole, !isTotal(fact) { note(whole - part, .sum) }
            }
            for sum in Self.sums(of: group.filter { !isTotal($0) }) where !shown.contains(sum) { note(sum, .sum) }
        }
        for fact in facts where fact.isAltered {
            guard let number = fact.number else { continue }
            let key = fact.key
            for period in [key.period.predecessor, key.period.successor, key.period.samePeriodLastYear].compactMap({
                $0
            }) {
                guard let other = numbers[key.with(period: period)] else { continue }
                result.changes.insert(DecimalText.rounded((number - other).magnitude, decimals: indicator.decimals))
            }
        }
        result.changes.remove(0)
        return result
    }

    /// Sums of a hidden count and some of the others of its group, but not all of them.
    private static func sums(of group: [Fact]) -> Set<Double> {
        let parts = group.compactMap { fact in fact.part.map { (number: $0, isAltered: fact.isAltered) } }
        guard parts.count > 2, parts.contains(where: { $0.isAltered }) else { return [] }
        var result: Set<Double> = []
        // With many groups nobody adds up more than two.
        if parts.count > 7 {
            for (position, first) in parts.enumerated() {
                for second in parts[(position + 1)...] where first.isAltered || second.isAltered {
                    result.insert(first.number + second.number)
                }
            }
            return result
        }
        for choice in 1..<((1 << parts.count) - 1) where choice & (choice - 1) != 0 {
            let chosen = parts.indices.filter { choice >> $0 & 1 == 1 }.map { parts[$0] }
            if chosen.contains(where: { $0.isAltered }) { result.insert(chosen.reduce(0) { $0 + $1.number }) }
        }
        return result
    }
}

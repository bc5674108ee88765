import ReportModel
import ReportVocabulary
import SmallNumbers

extension PackCounts {
    /// The figures that are shares of one whole, the parts of which are all there: what is the rest of one is the other parts.
    ///
    /// A total out of another number says that each has a whole of its own.
    static func sharesOfOneWhole(_ counts: [(key: Key, counts: CountReader.Counts)]) -> Set<Key> {
        struct Whole {
            var size: Int?
            var isOne = true
            var sum = 0
            var keys: [Key] = []
            var total: CountReader.Counts?
        }
        var wholes: [Key: Whole] = [:]
        let totals = Dictionary(counts.lazy.filter { $0.key.category == nil }.map { ($0.key, $0.counts) }) { first, _ in
            first
        }
        for (key, counts) in counts where key.category != nil {
            let group = key.with(category: nil)
            var whole = wholes[group] ?? Whole(total: totals[group])
            if let part = counts.part, let size = counts.whole {
                whole.isOne = whole.isOne && (whole.size == nil || whole.size == size)
                whole.size = size
                whole.sum += part
                whole.keys.append(key)
            } else {
                whole.isOne = false
            }
            wholes[group] = whole
        }
        return wholes.values.reduce(into: []) { result, whole in
            let isTotal = whole.total.map { [$0.part, $0.whole].contains(whole.size) } ?? true
            if whole.isOne, isTotal, whole.keys.count > 1, whole.sum == whole.size { result.formUnion(whole.keys) }
        }
    }

    /// The indicators that have a small count or a withheld figure somewhere, and all that are tied to them.
    ///
    /// The counts of the others need no protection, and protect nothing.
    static func concernedIndicators(
        _ sources: Sources, _ values: CountReader, _ words: PackIndex, _ policy: SmallNumberPolicy
    ) -> Set<Indicator.ID> {
        var found: Set<Indicator.ID> = []
        let members = words.members
        for source in sources where source.isWithheld { found.insert(source.figure.indicator) }
        guard policy.threshold > 0 else { return words.closed(found) }
        for (id, indicator) in words.indicators.all where indicator.countedGroup.isProtected {
            // What a month adds to a year to date, and those of no named category, are small without being printed.
            if indicator.accumulation == .yearToDate || indicator.breakdown != nil || indicator.ties != nil {
                found.insert(id)
            }
        }
        var kinds: [Indicator.ID: ReportingPeriod.Kind] = [:]
        for source in sources {
            let observation = source.figure
            guard !found.contains(observation.indicator), let indicator = words.indicators[observation.indicator],
                indicator.countedGroup.isProtected
            else { continue }
            // So are those of a month or a place that is left out, and what one span has more than another.
            let kind = observation.period.kind
            if members[observation.area] != nil || kind == .span || source.earlier != nil
                || kinds.updateValue(kind, forKey: indicator.id) ?? kind != kind
            {
                found.insert(indicator.id)
                continue
            }
            let counts = values.counts(behind: observation, of: indicator, tied: .init())
            let protectsParts = words.protectsParts(indicator.id) || counts.whole == nil
            let part = protectsParts ? counts.part : nil
            let rest = protectsParts ? counts.rest : nil
            if [part, counts.whole, rest].contains(where: { $0.map(policy.isSmall) ?? false })
                || policy.rounds
            {
                found.insert(observation.indicator)
            }
        }
        return words.closed(found)
    }
}

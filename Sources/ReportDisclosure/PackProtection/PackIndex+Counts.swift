import ReportModel
import ReportVocabulary

/// What the counts of a pack have to do with one another.
extension PackIndex {
    /// What each place is made up of, where its figures are the sums of theirs.
    var members: [Area.ID: [Area.ID]] {
        areas.all.compactMapValues { area in
            let isSum = area.kind != .statisticalNeighbours && area.kind != .comparator
            return isSum && !area.members.isEmpty ? area.members : nil
        }
    }

    /// The order in which counts are read: those that others share come first.
    ///
    /// An indicator that is a numerator or denominator counts people itself and seldom has ties of its own.
    func depth(of indicator: Indicator.ID) -> Int {
        let ties = indicators[indicator]?.ties
        return ties?.numerator == nil && ties?.denominator == nil ? 0 : 1
    }

    func isNational(_ area: Area.ID) -> Bool { areas[area]?.kind == .country }

    /// A set of indicators with all that are tied to them, in either direction, directly or through others.
    func closed(_ set: Set<Indicator.ID>) -> Set<Indicator.ID> {
        var neighbours: [Indicator.ID: [Indicator.ID]] = [:]
        for (id, indicator) in indicators.all {
            for other in indicator.ties?.all ?? [] {
                neighbours[id, default: []].append(other)
                neighbours[other, default: []].append(id)
            }
        }
        var result = set
        var waiting = Array(set)
        while let next = waiting.popLast() {
            for other in neighbours[next] ?? [] where result.insert(other).inserted { waiting.append(other) }
        }
        return result
    }

    /// The figure of another indicator that says what a figure is out of: of all people, where the other is not split.
    func whole(by other: Indicator.ID, of key: Observation.Key) -> Observation.Key {
        let key = key.with(indicator: other)
        return indicators[other]?.breakdown == nil ? key.with(category: nil) : key
    }

    /// A count in words, for messages to those who prepare a release.
    func label(_ key: Observation.Key, _ origin: PackCounts.Origin) -> String {
        let category = key.category.map { self.category($0, of: key.indicator)?.title ?? $0.text }
        let addition: String? =
            switch origin {
            case .figure: nil
            case .whole: "out of"
            case .rest: "the rest"
            case .inNoPart: "not in any part"
            case .since(let period): "since \(period.label)"
            }
        // Messages shorten what is long: what tells figures of one measure apart comes first.
        return [
            key.period.shortLabel, areas[key.area]?.title, category, addition,
            indicators[key.indicator]?.fullTitle ?? key.indicator.text,
        ].compactMap { $0 }.joined(separator: ", ")
    }
}

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

    /// The measure whose events an indicator counts: its own, or that of which it is the year to date.
    func measure(of indicator: Indicator.ID) -> Indicator.ID {
        var result = indicator
        // A circle of declarations is an error of its own and must not hold up anything.
        for _ in 0..<8 {
            guard let other = indicators[result]?.ties?.yearToDateOf, other != indicator, indicators[other] != nil
            else {
                break
            }
            result = other
        }
        return result
    }

    func isProtected(_ indicator: Indicator.ID) -> Bool { indicators[indicator]?.countedGroup.isProtected ?? true }

    /// Whether the two parts of a whole are protected, those that are counted and those that are left, and not the whole alone.
    func protectsParts(_ indicator: Indicator.ID) -> Bool {
        indicators[indicator].map { $0.protectedCounts != .cases || $0.unit == .count } ?? true
    }

    /// How much more than usual hiding a figure costs readers: more for one of the whole area of the report, which they look at
    /// first, and most for one of timeliness, which the law sets.
    func importance(of key: Observation.Key) -> Int {
        guard key.area == ownArea, let indicator = indicators[key.indicator] else { return 1 }
        let total = indicator.breakdown.flatMap { breakdowns[$0]?.total }
        guard key.category == nil || key.category == total else { return 1 }
        return indicator.timescale == nil ? 3 : Self.importanceOfTimeliness
    }

    /// The importance of a figure of the whole area for a timescale.
    static var importanceOfTimeliness: Int { 9 }

    /// A count in words, for messages to those who prepare a release.
    func label(_ key: Observation.Key, _ origin: PackCounts.Origin) -> String {
        let category = key.category.map { self.category($0, of: key.indicator)?.title ?? $0.text }
        let addition: String? =
            switch origin {
            case .figure: nil
            case .whole: "out of"
            case .rest: "the rest"
            case .inNoPart: "not in any part"
            }
        // Messages shorten what is long: what tells figures of one measure apart comes first.
        return [
            key.period.shortLabel, areas[key.area]?.title, category, addition,
            indicators[key.indicator]?.fullTitle ?? key.indicator.text,
        ].compactMap { $0 }.joined(separator: ", ")
    }
}

import ReportModel
import ReportVocabulary

/// What places and groups were made up of in earlier releases, where that is not as it is now.
///
/// Two places that became one, or a group that closed, are in no sum of the later pack. What was shown of them is known all the
/// same, and adds up as it did then.
struct EarlierSums {
    /// The members of a place as they were, and those of them that are not its members now.
    struct Members: Hashable {
        let members: [Area.ID]
        let changed: [Area.ID]
    }

    /// The groups of a measure as they were, and those of them that it has not, or elsewhere, now.
    struct Levels: Hashable {
        let levels: BreakdownLevels
        let changed: [Breakdown.Category.ID]
    }

    private(set) var members: [Area.ID: [Members]] = [:]
    private(set) var levels: [Indicator.ID: [Levels]] = [:]

    /// Finds what has changed.
    ///
    /// - Parameters:
    ///   - earlier: The packs of the earlier releases, under the names of now.
    ///   - words: The later pack.
    init(_ earlier: [ReportPack], _ words: PackIndex) {
        let membersNow = words.members
        for pack in earlier {
            let index = PackIndex(pack)
            for (area, list) in index.members {
                let changed = list.filter { !(membersNow[area] ?? []).contains($0) }
                let entry = Members(members: list, changed: changed)
                if !changed.isEmpty, !(members[area]?.contains(entry) ?? false) {
                    members[area, default: []].append(entry)
                }
            }
            for indicator in pack.indicators {
                guard let then = indicator.breakdown.flatMap({ index.breakdowns[$0] }) else { continue }
                let now = words.indicators[indicator.id]?.breakdown.flatMap { words.breakdowns[$0] }
                let isOther = then.total != now?.total
                let changed = then.categories.filter { category in
                    guard !isOther, let today = words.category(category.id, of: indicator.id) else { return true }
                    return today.parent != category.parent
                }
                let entry = Levels(levels: BreakdownLevels(then), changed: changed.map(\.id))
                if !changed.isEmpty, !(levels[indicator.id]?.contains(entry) ?? false) {
                    levels[indicator.id, default: []].append(entry)
                }
            }
        }
    }
}

extension ReportPack {
    /// The pack with the measures, places and groups that only earlier ones have, and what only they declare to be tied.
    func knowing(_ earlier: [ReportPack]) -> ReportPack {
        var result = self
        var places = Dictionary(indicators.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
        var areas = Set(manifest.areas.map(\.id))
        var breakdowns = Set(self.breakdowns.map(\.id))
        for pack in earlier {
            result.manifest.areas += pack.manifest.areas.filter { areas.insert($0.id).inserted }
            result.breakdowns += pack.breakdowns.filter { breakdowns.insert($0.id).inserted }
            for indicator in pack.indicators {
                guard let place = places[indicator.id] else {
                    places[indicator.id] = result.indicators.count
                    result.indicators.append(indicator)
                    continue
                }
                guard let then = indicator.ties else { continue }
                var ties = result.indicators[place].ties ?? CountTies()
                if ties.parts.isEmpty { ties.parts = then.parts }
                ties.numerator = ties.numerator ?? then.numerator
                ties.denominator = ties.denominator ?? then.denominator
                ties.yearToDateOf = ties.yearToDateOf ?? then.yearToDateOf
                result.indicators[place].ties = ties
            }
        }
        return result
    }
}

/// The levels of a breakdown, looked up once.
struct BreakdownLevels: Hashable {
    let total: Breakdown.Category.ID?
    let top: [Breakdown.Category.ID]
    let parents: [Breakdown.Category.ID]
    let children: [Breakdown.Category.ID?: [Breakdown.Category.ID]]

    init(_ breakdown: Breakdown) {
        let total = breakdown.total
        self.total = total
        var (top, parents): ([Breakdown.Category.ID], [Breakdown.Category.ID]) = ([], [])
        var children: [Breakdown.Category.ID?: [Breakdown.Category.ID]] = [:]
        for category in breakdown.categories where category.id != total {
            if let parent = category.parent, parent != total {
                if children[parent] == nil { parents.append(parent) }
                children[parent, default: []].append(category.id)
            } else {
                top.append(category.id)
            }
        }
        (self.top, self.parents, self.children) = (top, parents, children)
    }
}

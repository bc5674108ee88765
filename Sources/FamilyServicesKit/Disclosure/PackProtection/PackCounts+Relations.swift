extension PackCounts {
    /// Adds the sums that a reader of the figures can form.
    ///
    /// A sum is added where all of its parts are there and do not exceed their total; what the total has more is an implied count.
    mutating func addRelations() throws(SmallNumberError) {
        let keys = byKey.keys.sorted(by: Self.precedes)
        try addCategories(keys)
        try addAreas(keys)
        try addPeriods(keys)
        try addIndicators(keys)
    }

    /// A fixed order, so that equal packs give equal patterns.
    private static func precedes(_ left: Key, _ right: Key) -> Bool {
        if left.indicator != right.indicator { return left.indicator < right.indicator }
        if left.area != right.area { return left.area < right.area }
        if left.period != right.period { return ReportingPeriod.listingOrder(left.period, right.period) }
        return (left.category?.text ?? "") < (right.category?.text ?? "")
    }

    // MARK: Sums

    /// Adds the sum of the parts, and that of the wholes where these add up as well.
    mutating func addSums(total: Key, parts: [Key]) throws(SmallNumberError) {
        guard let whole = byKey[total], parts.count > 1 || parts.first != total else { return }
        let figures = parts.compactMap { byKey[$0] }
        guard figures.count == parts.count else { return }
        let title = words.label(total, nil)
        if let sum = whole.part {
            try addSum(sum, figures.compactMap(\.part), expected: figures.count, total, title)
        }
        if let sum = whole.whole {
            let wholes = figures.compactMap(\.whole)
            try addSum(sum, wholes, expected: figures.count, total, title)
            // Shares of one whole: the parts add up to what each of them is out of.
            if Set(wholes.map { linked.cells[$0].value }) == [linked.cells[sum].value] {
                try addSum(sum, figures.compactMap(\.part), expected: figures.count, total, title)
            }
        }
    }

    private mutating func addSum(
        _ total: Int, _ parts: [Int], expected: Int, _ key: Key, _ title: String
    ) throws(SmallNumberError) {
        guard parts.count == expected, Set(parts).count == parts.count, !parts.contains(total) else { return }
        var left = linked.cells[total].value
        for part in parts { left -= linked.cells[part].value }
        guard left >= 0 else { return }
        var parts = parts
        if left > 0 {
            parts.append(
                try linked.add(
                    .init(
                        left, label: "\(title), not in any part", display: .implied,
                        isNational: words.isNational(key.area))))
        }
        try linked.addRelation(total: total, parts: parts, label: title)
    }

    // MARK: Categories

    private mutating func addCategories(_ keys: [Key]) throws(SmallNumberError) {
        var seen: Set<Key> = []
        for key in keys {
            guard let breakdown = words.indicators[key.indicator]?.breakdown.flatMap({ words.breakdowns[$0] }) else {
                continue
            }
            let root = Key(indicator: key.indicator, period: key.period, area: key.area, category: nil)
            guard seen.insert(root).inserted else { continue }
            func named(_ category: Breakdown.Category.ID?) -> Key {
                Key(indicator: key.indicator, period: key.period, area: key.area, category: category)
            }
            let total = breakdown.total
            let top = breakdown.categories.filter { $0.id != total && ($0.parent == nil || $0.parent == total) }
            let topKeys = top.map { named($0.id) }
            // The figure without a category and the one of the category for all are the same count, both totals.
            for whole in [nil, total] where whole == nil || total != nil {
                try addSums(total: named(whole), parts: topKeys)
            }
            if let total { try addSums(total: named(nil), parts: [named(total)]) }
            if byKey[root] == nil, total.map({ byKey[named($0)] == nil }) ?? true { try addSharesOfOneWhole(topKeys) }
            for parent in breakdown.categories where parent.id != total {
                let children = breakdown.categories.filter { $0.parent == parent.id }
                guard !children.isEmpty else { continue }
                try addSums(
                    total: named(parent.id), parts: children.map { named($0.id) })
            }
        }
    }

    /// Shares of one whole that has no figure of its own: each says what it is out of.
    private mutating func addSharesOfOneWhole(_ keys: [Key]) throws(SmallNumberError) {
        let figures = keys.compactMap { byKey[$0] }
        guard figures.count == keys.count, figures.count > 1, let first = figures.first?.whole else { return }
        let wholes = figures.compactMap(\.whole)
        guard wholes.count == figures.count, Set(wholes.map { linked.cells[$0].value }).count == 1 else { return }
        let label = words.label(keys[0], "all categories")
        for other in wholes.dropFirst() where other != first {
            try linked.addRelation(total: first, parts: [other], label: label)
        }
        try addSum(first, figures.compactMap(\.part), expected: figures.count, keys[0], label)
    }

    // MARK: Places

    private mutating func addAreas(_ keys: [Key]) throws(SmallNumberError) {
        let groups = words.areas.values.filter { area in
            !area.members.isEmpty && area.kind != .statisticalNeighbours && area.kind != .comparator
        }
        guard !groups.isEmpty else { return }
        let members = Dictionary(groups.map { ($0.id, $0.members) }) { first, _ in first }
        for key in keys {
            guard let parts = members[key.area] else { continue }
            let partKeys = parts.map {
                Key(indicator: key.indicator, period: key.period, area: $0, category: key.category)
            }
            try addSums(total: key, parts: partKeys)
        }
    }

    // MARK: Indicators

    private mutating func addIndicators(_ keys: [Key]) throws(SmallNumberError) {
        for key in keys {
            guard let parts = words.indicators[key.indicator]?.ties?.parts, !parts.isEmpty else { continue }
            let partKeys = parts.map {
                Key(indicator: $0, period: key.period, area: key.area, category: key.category)
            }
            try addSums(total: key, parts: partKeys)
        }
    }
}

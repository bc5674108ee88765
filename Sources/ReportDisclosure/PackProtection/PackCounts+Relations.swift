import ReportModel
import ReportVocabulary
import SmallNumbers

extension PackCounts {
    /// Adds the sums that a reader of the figures can form.
    ///
    /// A sum is added where its parts do not exceed their total; what the total has more is an implied count. So is what the
    /// parts have that are not there, such as a row that somebody left out because it was small.
    mutating func addRelations() throws(SmallNumberError) {
        var known = 0
        // A figure that follows from one sum may be the last that another lacks.
        for _ in 0..<4 where byKey.count > known {
            known = byKey.count
            let keys = byKey.keys.sorted(by: Self.precedes)
            try addCategories(keys)
            try addAreas(keys)
            try addPeriods(keys)
            try addIndicators(keys)
        }
    }

    /// A fixed order, so that equal packs give equal patterns.
    static func precedes(_ left: Key, _ right: Key) -> Bool {
        if left.indicator != right.indicator { return left.indicator < right.indicator }
        if left.area != right.area { return left.area < right.area }
        if left.period != right.period { return ReportingPeriod.listingOrder(left.period, right.period) }
        return (left.category?.text ?? "") < (right.category?.text ?? "")
    }

    // MARK: Sums

    /// Whether a figure is there with its counts.
    func isCounted(_ key: Key) -> Bool { byKey[key].map { !$0.printed.isEmpty } ?? false }

    /// The parts of a sum: those that are there, those that are not, and those for which a symbol says that there was nobody.
    struct Parts {
        var there: [Key] = []
        var missing: [Key] = []
        var nobody: [Key] = []
    }

    /// Adds the sum of the parts that are there, and that of the wholes where these add up as well.
    mutating func addSums(total: Key, parts: Parts) throws(SmallNumberError) {
        guard let whole = byKey[total], !parts.there.contains(total) else { return }
        let figures = parts.there.compactMap { byKey[$0] }
        guard figures.allSatisfy({ $0.scale == whole.scale }) else { return }
        // The one part that is missing follows, here and in every other sum that it belongs to. One in which nobody was is not
        // missing, unless the total has more than the others.
        let isAllThere =
            parts.nobody.isEmpty
            || whole.printed.allSatisfy { total in
                let cells = total == whole.part ? figures.map(\.part) : figures.map(\.whole)
                return linked.cells[total].value == cells.compactMap { $0 }.reduce(0) { $0 + linked.cells[$1].value }
            }
        let lacking = parts.missing + (isAllThere ? [] : parts.nobody)
        let missing = lacking.count == 1 ? lacking.first : nil
        let left = try whole.part.flatMap { sum throws(SmallNumberError) in
            try addSum(sum, figures.compactMap(\.part), of: total, isPart: whole.whole != nil, lacking: missing)
        }
        let leftOfWhole = try whole.whole.flatMap { sum throws(SmallNumberError) in
            try addSum(sum, figures.compactMap(\.whole), of: total, lacking: missing)
        }
        try addRest(of: leftOfWhole, less: left, total)
        if let missing, left != nil || leftOfWhole != nil {
            follow(missing, Figure(part: left, whole: leftOfWhole, scale: whole.scale))
        }
    }

    /// The parts of a sum; for one that is not there, those that it is made up of itself.
    func parts(_ keys: [Key], madeUpOf shorter: (Key) -> [Key] = { _ in [] }) -> Parts {
        var result = Parts()
        func add(_ key: Key, depth: Int) -> Bool {
            if isCounted(key) {
                result.there.append(key)
                return true
            }
            guard depth < 8 else { return false }
            var missing: [Key] = []
            var isThere = false
            for part in shorter(key) {
                if add(part, depth: depth + 1) { isThere = true } else { missing.append(part) }
            }
            if isThere {
                result.missing += missing
            } else if nobody.contains(key) {
                result.nobody.append(key)
                return true
            }
            return isThere
        }
        for key in keys where !add(key, depth: 0) { result.missing.append(key) }
        return result
    }

    /// Adds one sum.
    ///
    /// - Returns: The position of what the total has more than the parts; `nil` where it has none and no part is lacking.
    @discardableResult
    private mutating func addSum(
        _ total: Int, _ parts: [Int], of key: Key, isPart: Bool = false, lacking missing: Key? = nil
    ) throws(SmallNumberError) -> Int? {
        guard !parts.isEmpty, Set(parts).count == parts.count, !parts.contains(total) else { return nil }
        var left = linked.cells[total].value
        for part in parts { left -= linked.cells[part].value }
        guard left >= 0 else { return nil }
        let more = left == 0 && missing == nil ? nil : try add(left, implied: .inNoPart, by: key, isPart: isPart)
        try linked.addRelation(total: total, parts: parts + [more].compactMap { $0 })
        return more
    }

    /// Adds what is left of a whole that is implied without a part that is implied too.
    ///
    /// - Parameter known: The position of what is left, where it has one.
    mutating func addRest(
        of whole: Int?, less part: Int?, known: Int? = nil, _ key: Key
    ) throws(SmallNumberError) {
        guard let whole, let part, whole != part, words.protectsParts(key.indicator) else { return }
        if let known, ![whole, part].contains(known) {
            try linked.addRelation(total: whole, parts: [part, known])
            return
        }
        let rest = linked.cells[whole].value - linked.cells[part].value
        // One that is 0 may not have been, as far as readers know, but never less.
        guard rest >= 0 else { return }
        try linked.addRelation(total: whole, parts: [part, try add(rest, implied: .rest, by: key)])
    }

    // MARK: Categories

    private mutating func addCategories(_ keys: [Key]) throws(SmallNumberError) {
        let levels = words.breakdowns.all.mapValues(BreakdownLevels.init)
        var seen: Set<Key> = []
        for key in keys {
            let root = key.with(category: nil)
            guard seen.insert(root).inserted else { continue }
            if let levels = words.indicators[key.indicator]?.breakdown.flatMap({ levels[$0] }) {
                try addCategories(of: root, levels)
            }
            for earlier in earlierSums.levels[key.indicator] ?? []
            where earlier.changed.contains(where: { isCounted(root.with(category: $0)) }) {
                try addCategories(of: root, earlier.levels)
            }
        }
    }

    private mutating func addCategories(of root: Key, _ levels: BreakdownLevels) throws(SmallNumberError) {
        func shorter(_ key: Key) -> [Key] {
            (levels.children[key.category] ?? []).map { key.with(category: $0) }
        }
        let top = parts(levels.top.map { root.with(category: $0) }, madeUpOf: shorter)
        // The figure without a category and the one of the category for all are the same count, both totals.
        let totals = levels.total.map { [root, root.with(category: $0)] } ?? [root]
        // Where one of them alone is there, it is the other too: some months may have the one and some the other.
        if let known = totals.first(where: isCounted), let whole = byKey[known] {
            for total in totals { follow(total, whole) }
        }
        for total in totals { try addSums(total: total, parts: top) }
        if let total = totals.last, total != root { try addSums(total: root, parts: parts([total])) }
        try addSharesOfOneWhole(top.there, totals.filter(isCounted))
        for parent in levels.parents {
            let key = root.with(category: parent)
            try addSums(total: key, parts: parts(shorter(key), madeUpOf: shorter))
        }
    }

    /// Shares of one whole, of which each says what it is out of, and perhaps a total too.
    private mutating func addSharesOfOneWhole(_ keys: [Key], _ totals: [Key]) throws(SmallNumberError) {
        let figures = keys.compactMap { byKey[$0] }
        let wholes = figures.compactMap(\.whole)
        guard let first = wholes.first, wholes.count == figures.count else { return }
        let size = linked.cells[first].value
        guard wholes.allSatisfy({ linked.cells[$0].value == size }) else { return }
        let sums = totals.compactMap { byKey[$0] }.flatMap(\.printed).filter { linked.cells[$0].value == size }
        guard totals.isEmpty || !sums.isEmpty else { return }
        var same: Set<Int> = [first]
        for other in wholes + sums where same.insert(other).inserted {
            try linked.addRelation(total: first, parts: [other])
        }
        try addSum(first, figures.compactMap(\.part), of: keys[0])
    }

    // MARK: Places

    private mutating func addAreas(_ keys: [Key]) throws(SmallNumberError) {
        let members = words.members
        guard !members.isEmpty || !earlierSums.members.isEmpty else { return }
        func shorter(_ key: Key) -> [Key] { (members[key.area] ?? []).map(key.with(area:)) }
        for key in keys {
            if members[key.area] != nil {
                try addSums(total: key, parts: parts(shorter(key), madeUpOf: shorter))
            }
            for earlier in earlierSums.members[key.area] ?? []
            where earlier.changed.contains(where: { isCounted(key.with(area: $0)) }) {
                try addSums(total: key, parts: parts(earlier.members.map(key.with(area:)), madeUpOf: shorter))
            }
        }
    }

    // MARK: Indicators

    private mutating func addIndicators(_ keys: [Key]) throws(SmallNumberError) {
        for key in keys {
            guard let parts = words.indicators[key.indicator]?.ties?.parts, !parts.isEmpty else { continue }
            try addSums(total: key, parts: self.parts(parts.map { names.part($0, of: key) }))
        }
    }
}

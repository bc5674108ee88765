import ReportVocabulary

extension LinkedCounts {
    /// What becomes of a small total with more than one part that is not 0.
    ///
    /// Where zeros are shown, each part that shows a symbol is 1 or more, so that readers know the total to be at least the
    /// number of these parts, and not just 1 or more.
    public enum SmallTotals: String, Sendable, Hashable, Codable, CaseIterable {
        /// It is taken for one that cannot be protected.
        case refused
        /// It is protected as far as the symbols allow: from the number of its parts to the threshold. So is any other small
        /// count that would lie in a narrower range even if everything was hidden that may be; one that readers would then
        /// know exactly is taken for one that cannot be protected.
        case boundedByParts = "bounded-by-parts"
    }

    /// Works out what has to be hidden, so that readers learn no more of a small count than that it is one.
    ///
    /// A count that is hidden for being small could be any number from 1 (0 where zeros are not shown) to the policy's threshold
    /// as far as a reader can tell who knows every number shown, every sum, that counts are whole, and the policy. The pattern is
    /// checked against exactly that before it is returned: for each small count there are two tables that agree with all that is
    /// shown, one in which it is as low as can be and one in which it is at the threshold. Where sums are a network (two-way
    /// tables, hierarchies in one direction, months and their years) such tables are found whenever they exist; where not, a
    /// table that is not found counts as none, and more is hidden.
    ///
    /// The same counts and sums give the same pattern, in whatever order the sums were added. The cost grows little faster than
    /// the number of cells for networks.
    ///
    /// - Parameters:
    ///   - policy: The policy.
    ///   - smallTotals: What becomes of small totals of several parts.
    /// - Returns: How each count appears.
    /// - Throws: ``SmallNumberError`` with the code `cannot-protect`, and advice in words, where nothing that may be hidden
    ///   protects a small count.
    public func protected(
        by policy: SmallNumberPolicy, smallTotals: SmallTotals = .refused
    ) throws(SmallNumberError) -> SuppressionPattern {
        try protected(by: policy, smallTotals: smallTotals, leastValues: 2)
    }

    /// Protects counts, and says how little protection is enough where there cannot be all.
    ///
    /// - Parameters:
    ///   - policy: The policy.
    ///   - smallTotals: What becomes of small totals of several parts.
    ///   - leastValues: How many values must at least be possible for a small count that cannot be protected as it should.
    package func protected(
        by policy: SmallNumberPolicy, smallTotals: SmallTotals, leastValues: Int
    ) throws(SmallNumberError) -> SuppressionPattern {
        let part = concerned(by: policy)
        func own(_ position: Int) -> Int { part?[position] ?? position }
        do throws(Unprotected) {
            let found = try (part.map(restricted(to:)) ?? self)
                .search(policy, smallTotals: smallTotals, leastValues: leastValues)
            return pattern(
                policy, complements: Set(found.complements.map(own)), exposed: found.exposed.map(own))
        } catch {
            throw cannotProtect(error.cells.map(own), policy)
        }
    }

    /// Counts that cannot be protected, by position.
    private struct Unprotected: Error {
        let cells: [Int]
    }

    /// The counts that have to do with one that must be protected, over any number of sums; `nil` if all have.
    ///
    /// The others stay as they are, so that nothing need be built for them: in most packs few counts are small.
    private func concerned(by policy: SmallNumberPolicy) -> [Int]? {
        // Union and find (Tarjan, Efficiency of a good but not linear set union algorithm, Journal of the ACM, April 1975), each
        // search halving its path.
        var leader = Array(cells.indices)
        func found(_ position: Int) -> Int {
            var position = position
            while leader[position] != position {
                leader[position] = leader[leader[position]]
                position = leader[position]
            }
            return position
        }
        for relation in relations {
            var joined = found(relation.total)
            for part in relation.parts {
                let other = found(part)
                // The lower leads, so that the order in which sums are given changes nothing.
                leader[max(joined, other)] = min(joined, other)
                joined = min(joined, other)
            }
        }
        var isConcerned = [Bool](repeating: false, count: cells.count)
        for position in cells.indices
        where !Reading.demands(of: cells[position], at: position, policy: policy).isEmpty {
            isConcerned[found(position)] = true
        }
        let positions = cells.indices.filter { isConcerned[found($0)] }
        return positions.count < cells.count ? positions : nil
    }

    /// Some of the counts, ascending, with the sums that hold none but them.
    private func restricted(to positions: [Int]) -> LinkedCounts {
        var number = [Int](repeating: -1, count: cells.count)
        for (new, old) in positions.enumerated() { number[old] = new }
        return LinkedCounts(
            cells: positions.map { cells[$0] },
            relations: relations.lazy.filter { number[$0.total] >= 0 }.map {
                Relation(total: number[$0.total], parts: $0.parts.map { number[$0] }, label: $0.label)
            })
    }

    /// Finds what else has to be hidden.
    private func search(
        _ policy: SmallNumberPolicy, smallTotals: SmallTotals, leastValues: Int
    ) throws(Unprotected) -> (complements: Set<Int>, exposed: [Int]) {
        let system = RelationSystem(relations, cellCount: cells.count)
        var reading = Reading(self, relations: system, policy: policy)
        var search = ComplementSearch(system, reading)
        if policy.hidesComplements {
            var failed = search.hideComplements()
            if !failed.isEmpty, smallTotals == .boundedByParts {
                reading = try lowered(reading, failed, system, leastValues: leastValues)
                search = ComplementSearch(system, reading)
                failed = search.hideComplements()
            }
            guard failed.isEmpty else { throw Unprotected(cells: failed.map { reading.demands[$0].cell }) }
        } else {
            search.checkOnly()
        }
        let check = WitnessCheck(system, reading, complements: search.complements)
        var exposed: Set<Int> = []
        for (demand, witness) in zip(reading.demands, search.witnesses) where !check.proves(demand, by: witness) {
            exposed.insert(demand.cell)
        }
        guard exposed.isEmpty || !policy.hidesComplements else { throw Unprotected(cells: Array(exposed)) }
        return (search.complements, exposed.sorted())
    }

    /// A reading that asks of some counts no more than is possible if everything is hidden that may be.
    ///
    /// - Throws: The counts that readers would know exactly even then, or more nearly than is asked.
    private func lowered(
        _ reading: Reading, _ failed: [Int], _ system: RelationSystem, leastValues: Int
    ) throws(Unprotected) -> Reading {
        var widest = reading
        widest.hideAll()
        var search = RangeSearch(system, widest)
        var amounts: [Int: Int] = [:]
        var exposed: [Int] = []
        for index in failed {
            let demand = reading.demands[index]
            let reach = search.furthest(demand.cell, rising: demand.rising).distance ?? demand.amount
            amounts[index] = min(reach, demand.amount)
            guard reach < leastValues - 1 else { continue }
            let other = search.furthest(demand.cell, rising: !demand.rising).distance ?? leastValues
            if reach + other < leastValues - 1 { exposed.append(demand.cell) }
        }
        guard exposed.isEmpty else { throw Unprotected(cells: exposed) }
        // What can move one way alone has to be able to move that way.
        var demanded: [Int: Int] = [:]
        for (index, demand) in reading.demands.enumerated() {
            demanded[demand.cell, default: 0] += amounts[index] ?? demand.amount
        }
        var others: [Reading.Demand] = []
        for index in failed {
            let demand = reading.demands[index]
            guard demanded[demand.cell] ?? 0 < leastValues - 1 else { continue }
            let other = leastValues - 1 - (amounts[index] ?? 0)
            others.append(.init(cell: demand.cell, rising: !demand.rising, amount: other))
            demanded[demand.cell] = leastValues - 1
        }
        var result = reading
        result.lowerDemands(to: amounts)
        result.demand(others)
        return result
    }

    private func pattern(
        _ policy: SmallNumberPolicy, complements: Set<Int>, exposed: [Int]
    ) -> SuppressionPattern {
        let readings = cells.map { Reading.reading(of: $0, policy: policy) }
        let counts = cells.indices.map { position in
            let (cell, own) = (cells[position], readings[position])
            if own.isHidden || complements.contains(position) { return PublishedCount.hidden }
            if cell.display == .always || !cell.isSensitive { return .shown(cell.value) }
            if cell.earlier == .shown, policy.isSmall(cell.value) { return .shown(cell.value) }
            return policy.presentation(of: cell.value, isNational: cell.isNational)
        }
        let printed = cells.indices.filter { cells[$0].display != .implied }
        let small = printed.filter { readings[$0].isSmall }
        return SuppressionPattern(
            counts: counts, smallCount: small.count,
            complementaryCount: complements.count { !readings[$0].isSmall },
            otherwiseHiddenCount: printed.count { readings[$0].isHidden && !readings[$0].isSmall },
            exposed: exposed)
    }

    /// What to do about counts that cannot be protected.
    package func cannotProtect(_ exposed: [Int], _ policy: SmallNumberPolicy) -> SmallNumberError {
        let positions = Set(exposed).sorted()
        let sentences = positions.prefix(3).map { advice(about: $0, policy: policy) }
        let rest = positions.count - sentences.count
        let more = rest > 0 ? " \(rest) more cannot be protected either." : ""
        return SmallNumberError(.cannotProtect, sentences.joined(separator: " ") + more, cells: positions)
    }

    private func advice(about position: Int, policy: SmallNumberPolicy) -> String {
        let lines = relations.filter { $0.total == position || $0.parts.contains(position) }
        let isSumOfSeveral = lines.contains { line in
            line.total == position && line.parts.count { cells[$0].value > 0 } > 1
        }
        if isSumOfSeveral, policy.showsZeros, policy.isSmall(cells[position].value) {
            return
                "\(name(of: position)) is confidential, but readers would know that it is at least the number of its parts "
                + "that are not 0. Merge those parts, leave them out, or choose a policy that does not show zeros."
        }
        let labels = Set(lines.compactMap(\.label)).sorted().prefix(3).map { MessageText.quoted($0) }
        let place = labels.isEmpty ? "" : " from \(MessageText.list(labels))"
        let partner = lines.filter { $0.total != position }.flatMap(\.parts)
            .filter {
                $0 != position && cells[$0].value > 0 && cells[$0].display == .byPolicy && cells[$0].earlier == nil
            }
            .min { (cells[$0].value, $0) < (cells[$1].value, $1) }
        let merge =
            partner.map { "Merge it with \(name(of: $0))" } ?? "Merge its category with another that is not empty"
        return "\(name(of: position)) is confidential and could be worked out\(place), whatever else was hidden. "
            + "\(merge), or leave the line out."
    }
}

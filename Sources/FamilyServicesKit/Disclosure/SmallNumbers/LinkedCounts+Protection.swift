extension LinkedCounts {
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
    /// - Parameter policy: The policy.
    /// - Returns: How each count appears.
    /// - Throws: ``SmallNumberError`` with the code `cannot-protect`, and advice in words, where nothing that may be hidden
    ///   protects a small count.
    public func protected(by policy: SmallNumberPolicy) throws(SmallNumberError) -> SuppressionPattern {
        let system = RelationSystem(relations, cellCount: cells.count)
        let reading = Reading(self, relations: system, policy: policy)
        var search = ComplementSearch(system, reading)
        if policy.hidesComplements {
            let failed = search.hideComplements()
            guard failed.isEmpty else { throw cannotProtect(failed.map { reading.demands[$0].cell }) }
        } else {
            search.checkOnly()
        }
        let check = WitnessCheck(system, reading, complements: search.complements)
        var exposed: Set<Int> = []
        for (demand, witness) in zip(reading.demands, search.witnesses) where !check.proves(demand, by: witness) {
            exposed.insert(demand.cell)
        }
        guard exposed.isEmpty || !policy.hidesComplements else { throw cannotProtect(Array(exposed)) }
        return pattern(reading, policy: policy, complements: search.complements, exposed: exposed.sorted())
    }

    private func pattern(
        _ reading: Reading, policy: SmallNumberPolicy, complements: Set<Int>, exposed: [Int]
    ) -> SuppressionPattern {
        let counts = cells.indices.map { position in
            let (cell, own) = (cells[position], reading.cells[position])
            if own.isHidden || complements.contains(position) { return PublishedCount.hidden }
            if cell.display == .always { return .shown(cell.value) }
            return policy.presentation(of: cell.value, isNational: cell.isNational)
        }
        let small = reading.cells.indices.filter { reading.cells[$0].isSmall }
        return SuppressionPattern(
            counts: counts, smallCount: small.count,
            complementaryCount: complements.count { !reading.cells[$0].isSmall },
            otherwiseHiddenCount: reading.cells.count { $0.isHidden && !$0.isSmall }, exposed: exposed)
    }

    /// What to do about counts that cannot be protected.
    private func cannotProtect(_ exposed: [Int]) -> SmallNumberError {
        let positions = Set(exposed).sorted()
        let advice = positions.prefix(3).map { position in
            let lines = relations.filter { $0.total == position || $0.parts.contains(position) }
            let labels = lines.compactMap(\.label).map { MessageText.quoted($0) }
            let place = labels.isEmpty ? "" : " from \(MessageText.list(Array(Set(labels).sorted().prefix(3))))"
            let partner = lines.filter { $0.total != position }.flatMap(\.parts)
                .filter { $0 != position && cells[$0].value > 0 && cells[$0].display == .byPolicy }
                .min { (cells[$0].value, $0) < (cells[$1].value, $1) }
            let merge =
                partner.map { "Merge it with \(name(of: $0))" } ?? "Merge its category with another that is not empty"
            return "\(name(of: position)) is confidential and could be worked out\(place), whatever else was hidden. "
                + "\(merge), or leave the line out."
        }
        let more = positions.count > advice.count ? " The same holds for \(positions.count - advice.count) more." : ""
        return SmallNumberError(.cannotProtect, advice.joined(separator: " ") + more, cells: positions)
    }
}

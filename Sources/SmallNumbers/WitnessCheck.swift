/// Checks that a witness is one: a table that agrees with all that is published, in which a cell has moved as far as it must.
///
/// It looks at the sums as they were given and at nothing that the search worked out, so that no mistake of the search can
/// let a pattern pass.
struct WitnessCheck {
    private let relations: RelationSystem
    private let reading: Reading
    private let hidden: Set<Int>

    /// Prepares the check of a pattern that hides these cells besides those that the policy hides by itself.
    init(_ relations: RelationSystem, _ reading: Reading, complements: Set<Int>) {
        self.relations = relations
        self.reading = reading
        hidden = complements
    }

    func proves(_ demand: Reading.Demand, by witness: [Move]?) -> Bool {
        guard let witness else { return false }
        var moved: [Int: Int] = [:]
        for move in witness { moved[move.cell, default: 0] += move.amount }
        let reached = moved[demand.cell] ?? 0
        guard demand.rising ? reached >= demand.amount : reached <= -demand.amount else { return false }
        var gaps: [Int: Int] = [:]
        for (position, amount) in moved {
            guard allows(amount, at: position) else { return false }
            for place in relations.places[position] { gaps[place.relation, default: 0] += place.sign * amount }
        }
        return gaps.values.allSatisfy { $0 == 0 }
    }

    private func allows(_ amount: Int, at position: Int) -> Bool {
        let cell = reading.cells[position]
        if cell.isHidden || hidden.contains(position) { return amount >= -cell.hiddenFall }
        return (-cell.fall...cell.rise).contains(amount)
    }
}

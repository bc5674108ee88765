import FamilyServicesKit

/// Measures how long tables of small numbers take to protect, and to attack afterwards, by the number of their rows.
func measureSmallNumbers() throws {
    var random = Xorshift(state: 20_180_131)
    for rows in [50, 100, 200, 400, 800] {
        var counts = LinkedCounts()
        try counts.addTwoWayTable((0..<rows).map { _ in (0..<12).map { _ in random.count() } })
        let pattern = try counts.protected(by: .suppressOneToFive)
        let size = "\(rows) × 12, \(pattern.smallCount) small, \(pattern.complementaryCount) hidden with them"
        try measure("protect \(size)") { _ = try counts.protected(by: .suppressOneToFive) }
        let hidden = Set(pattern.withoutNumber)
        measure("attack \(rows) × 12") { _ = counts.exposed(hiding: hidden, under: .suppressOneToFive) }
        let rounded = try counts.protected(by: .roundToFive)
        try measure("round \(rows) × 12, \(rounded.complementaryCount) hidden") {
            _ = try counts.protected(by: .roundToFive)
        }
    }
}

/// The same numbers in every run.
private struct Xorshift {
    var state: UInt64

    /// A count as councils have them: one in ten is nobody, one in six is small.
    mutating func count() -> Int {
        switch next(below: 60) {
        case 0..<6: 0
        case 6..<16: 1 + next(below: 5)
        default: 6 + next(below: 60)
        }
    }

    private mutating func next(below limit: UInt64) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % limit)
    }
}

/// A level that changes over time in straight lines, such as the share of visits that are in time.
///
/// Levels are whole numbers, usually thousandths. Time is counted backwards from the latest month of the pack, which is
/// 0.
struct Path: Sendable {
    private let knots: [(ago: Int, level: Int)]

    /// Describes a level by what it was so many months ago.
    ///
    /// - Parameter knots: Months ago and levels, the longest ago first; before the first and after the last the
    ///   level stays.
    init(_ knots: (ago: Int, level: Int)...) {
        self.knots = knots
    }

    /// The level so many months ago.
    func level(ago: Int) -> Int {
        guard let first = knots.first else { return 0 }
        var earlier = first
        for knot in knots {
            if ago >= knot.ago {
                let span = earlier.ago - knot.ago
                guard span > 0, ago < earlier.ago else { return ago >= earlier.ago ? earlier.level : knot.level }
                return earlier.level + (knot.level - earlier.level) * (earlier.ago - ago) / span
            }
            earlier = knot
        }
        return earlier.level
    }
}

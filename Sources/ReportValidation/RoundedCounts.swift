import ReportModel

/// What the rounding of counts explains.
///
/// The Department for Education rounds regional and national counts to 10. The shares that it prints are worked out before
/// that, and parts of rounded counts need not add up to the rounded whole.
enum RoundedCounts {
    /// Whether rounding explains a difference.
    enum Explanation {
        /// It does: the counts are all multiples of 10, and so large that this is no chance.
        case rounded
        /// It may: the counts are multiples of 5 or 10, but so small that they can be what was counted.
        case maybeRounded
        case no
    }

    /// The least count that is taken to be rounded where it is a multiple of 10.
    private static let leastRounded = 200.0

    /// Whether rounding explains why a printed share differs from its rounded numerator and denominator.
    ///
    /// - Parameters:
    ///   - printed: The printed figure.
    ///   - numerator: The numerator.
    ///   - denominator: The denominator.
    ///   - factor: What the unit multiplies the fraction by.
    ///   - halfUnit: How far the printed figure may be from the exact one.
    static func explanation(
        of printed: Double, _ numerator: Double, _ denominator: Double, factor: Double, halfUnit: Double
    ) -> Explanation {
        guard let step = step(of: [numerator, denominator]), denominator > step else { return .no }
        let least = (numerator - step / 2) / (denominator + step / 2) * factor - halfUnit
        let most = (numerator + step / 2) / (denominator - step / 2) * factor + halfUnit
        guard (least...most).contains(printed) else { return .no }
        return step == 10 && denominator >= leastRounded ? .rounded : .maybeRounded
    }

    /// What to add to a warning that parts do not add up to their whole.
    ///
    /// - Returns: `nil` where the counts are rounded and nothing is to be warned of.
    static func hint(for parts: [Double], adding sum: Double, to total: Double) -> String? {
        guard let step = step(of: parts + [total]), (sum - total).magnitude <= step / 2 * Double(parts.count + 1) else {
            return ""
        }
        if step == 10, total >= leastRounded { return nil }
        return " If these counts are rounded, write about under “qualifier”."
    }

    /// What counts are rounded to, where they can be: 10 or 5.
    private static func step(of counts: [Double]) -> Double? {
        [10.0, 5.0].first { step in counts.allSatisfy { $0.truncatingRemainder(dividingBy: step) == 0 } }
    }
}

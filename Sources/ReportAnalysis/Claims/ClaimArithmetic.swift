import ReportModel
import ReportVocabulary

/// The figures of a claim, in the places that they have in its sentence.
struct ClaimOperands {
    var figures: [Operand]
    var comparedWith: Operand?
    var outOf: [Operand]

    /// Whether one of the figures is only a bound or a rough idea.
    var areRough: Bool { (figures + outOf + [comparedWith].compactMap { $0 }).contains(where: \.isRough) }
}

/// What a claim of some kind works out to.
package enum ClaimArithmetic {
    /// The figure that a claim should state.
    ///
    /// - Parameters:
    ///   - claim: The claim; a rating and a comparison are not numbers.
    ///   - operands: The figures that it rests on.
    /// - Returns: `nil` where a figure is missing, or nothing can be divided by one.
    static func result(_ claim: Claim, _ operands: ClaimOperands) -> Double? {
        let values = operands.figures.map(\.value)
        let wholes = operands.outOf.map(\.value)
        let other = operands.comparedWith?.value
        let number: Double? =
            switch claim.kind {
            case .value, .count: values.first
            case .points, .difference: difference(values.first, other)
            case .percentChange: change(from: other, to: values.first)
            case .share:
                wholes.isEmpty ? values.first : divided(values.first, by: sum(wholes)).map { 100 * $0 }
            case .rate: divided(values.first, by: sum(wholes)).map { claim.rateBase * $0 }
            case .ratio: divided(values.first, by: wholes.isEmpty ? other : sum(wholes))
            case .sum: sum(values)
            case .average: average(values, weights: wholes)
            case .rating, .comparison: nil
            }
        return number.flatMap { $0.isFinite ? $0 : nil }
    }

    /// The least and the greatest that the unrounded figures could give.
    ///
    /// Each kind is monotone in each of its figures, so the extremes lie at the ends of their ranges.
    static func range(_ claim: Claim, _ operands: ClaimOperands) -> ClosedRange<Double>? {
        guard let middle = result(claim, operands) else { return nil }
        var (low, high) = (middle, middle)
        // Whether a figure pulls up or down is seen by moving it alone; figures of equal pull move together.
        func extreme(_ sign: Double) -> Double? {
            var moved = operands
            func shift(_ operand: Operand, _ alone: (Operand) -> ClaimOperands) -> Operand {
                var up = operand
                up.value += operand.halfUnit
                let rises = (result(claim, alone(up)) ?? middle) >= middle
                var result = operand
                result.value += (rises ? sign : -sign) * operand.halfUnit
                return result
            }
            for index in operands.figures.indices {
                moved.figures[index] = shift(operands.figures[index]) {
                    var copy = operands
                    copy.figures[index] = $0
                    return copy
                }
            }
            for index in operands.outOf.indices {
                moved.outOf[index] = shift(operands.outOf[index]) {
                    var copy = operands
                    copy.outOf[index] = $0
                    return copy
                }
            }
            if let other = operands.comparedWith {
                moved.comparedWith = shift(other) {
                    var copy = operands
                    copy.comparedWith = $0
                    return copy
                }
            }
            return result(claim, moved)
        }
        for value in [extreme(1), extreme(-1)].compactMap({ $0 }) {
            low = min(low, value)
            high = max(high, value)
        }
        return low...high
    }

    /// The later less the earlier.
    static func difference(_ later: Double?, _ earlier: Double?) -> Double? {
        guard let later, let earlier else { return nil }
        return later - earlier
    }

    /// The change in per cent of the earlier figure.
    package static func change(from earlier: Double?, to later: Double?) -> Double? {
        guard let earlier, let later, earlier != 0 else { return nil }
        return 100 * (later - earlier) / earlier
    }

    static func divided(_ part: Double?, by whole: Double?) -> Double? {
        guard let part, let whole, whole != 0 else { return nil }
        return part / whole
    }

    private static func sum(_ values: [Double]) -> Double? { values.isEmpty ? nil : values.reduce(0, +) }

    private static func average(_ values: [Double], weights: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        if weights.isEmpty { return values.reduce(0, +) / Double(values.count) }
        guard weights.count == values.count else { return nil }
        return divided(zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }, by: weights.reduce(0, +))
    }
}

extension Claim {
    /// How many a rate is out of: what the words say, else 10,000.
    var rateBase: Double { stated.number?.per ?? 10_000 }
}

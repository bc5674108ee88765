import ReportModel
import ReportVocabulary

/// The shares of a whole as printed, rounded to some decimals, and what rounding does and does not explain.
///
/// All reasoning is exact, in whole units of the last decimal. That 101 per cent is possible of four shares and 103 is
/// not is no rule of thumb: the answer depends on the shares themselves, since a printed 0 cannot have been rounded
/// down from less than 0. So 51, 51, 0 and 0 cannot add up (the first two were at least 50.5 each), though their sum is
/// only 102.
package struct PrintedShares: Sendable, Hashable {
    /// How the shares were rounded.
    package enum Rounding: String, Sendable, Hashable, Codable, CaseIterable {
        /// Halves up, as people do and as this package does.
        case halfUp = "half-up"
        /// Halves either way: what neither of the usual conventions can explain is then certainly wrong.
        case eitherWay = "either-way"
    }

    /// Whether shares can be the parts of one whole.
    package enum Sum: Sendable, Hashable {
        /// They add to exactly 100.
        case exact
        /// They add to another number, as they may by rounding alone.
        case roundingExplains(sum: Double)
        /// No exact shares that add to 100 round to these.
        case impossible(sum: Double)
    }

    /// Whether shares can come from a number of cases.
    package enum Attainability: Sendable, Hashable {
        /// One set of counts gives them, in the order of the shares.
        case one([Int])
        /// More than one set of counts gives them.
        case several
        /// A share cannot come from that number of cases; the nearest that can are given, on the scale 0 to 100.
        case shareImpossible(position: Int, nearest: [Double])
        /// Each share can, but no counts that add to the number of cases give all of them.
        case notTogether
    }

    /// How many decimals were printed, 0 to 6.
    package let decimals: Int
    /// The shares in units of the last decimal.
    let units: [Int]
    /// 100 per cent in the same units.
    let whole: Int

    /// Takes shares as printed.
    ///
    /// - Parameters:
    ///   - shares: The shares, 0 to 100 each.
    ///   - decimals: How many decimals were printed, 0 to 6; without it as many as the share with the most has.
    /// - Throws: ``PrintedSharesError`` where a share is out of range, or has more decimals than were printed.
    package init(_ shares: [Double], decimals: Int? = nil) throws(PrintedSharesError) {
        let places = decimals ?? shares.map { PrintedPrecision.decimals(of: $0) }.max() ?? 0
        guard (0...6).contains(places) else { throw .tooManyDecimals(places) }
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        var units: [Int] = []
        for share in shares {
            guard share >= 0, share <= 100 else { throw .notAShare(share) }
            guard PrintedPrecision.decimals(of: share) <= places else { throw .moreDecimals(share, printed: places) }
            units.append(Int((share * Double(scale)).rounded()))
        }
        self.decimals = places
        self.units = units
        whole = 100 * scale
    }

    /// The sum of the printed shares, without binary error.
    package var sum: Double { percentage(Double(units.reduce(0, +))) }

    /// Whether the shares can be the parts of one whole: all of its parts, each case in exactly one.
    ///
    /// - Parameter rounding: How they were rounded.
    /// - Returns: The answer; no shares at all cannot add up. O(n) for n shares.
    package func adding(rounded rounding: Rounding = .eitherWay) -> Sum {
        let total = units.reduce(0, +)
        // In half units: each exact share lies half a unit either side of the printed one, and not beyond 0 or the
        // whole.
        let lowest = units.reduce(0) { $0 + max(0, 2 * $1 - 1) }
        let highest = units.reduce(0) { $0 + min(2 * whole, 2 * $1 + 1) }
        // Rounded half-up, the upper end itself would print as the next number, unless nothing lies above it.
        let isOpen = rounding == .halfUp && units.contains { $0 < whole }
        guard !units.isEmpty, lowest <= 2 * whole, isOpen ? highest > 2 * whole : highest >= 2 * whole else {
            return .impossible(sum: sum)
        }
        return total == whole ? .exact : .roundingExplains(sum: sum)
    }

    /// The sums that a number of printed shares of one whole can have by rounding alone, whatever the shares.
    ///
    /// - Parameters:
    ///   - categories: How many shares, at least 1; smaller numbers are taken as 1.
    ///   - decimals: How many decimals are printed, 0 to 6; others are clamped.
    ///   - rounding: How they are rounded.
    /// - Returns: The smallest and the largest sum: 99 to 102 for four whole per cents, halves up.
    package static func possibleSums(
        categories: Int, decimals: Int, rounded rounding: Rounding = .eitherWay
    ) -> ClosedRange<Double> {
        var unit = 1.0
        for _ in 0..<min(max(decimals, 0), 6) { unit *= 10 }
        let count = max(categories, 1)
        let up = Double(count / 2)
        // Upwards every share may gain half a unit; downwards, halves up, each loses less than half.
        let down = rounding == .halfUp ? Double((count + 1) / 2 - 1) : up
        return ((100 * unit - down) / unit)...((100 * unit + up) / unit)
    }

    /// Whether the shares can come from a number of cases, each in exactly one part.
    ///
    /// - Parameters:
    ///   - cases: The number of cases, 1 to ``GradeCounts/mostCases``; others give ``Attainability/notTogether``.
    ///   - rounding: How the shares were rounded.
    /// - Returns: The answer, with the counts where only one set gives the shares. O(n) for n shares.
    package func attainability(ofCases cases: Int, rounded rounding: Rounding = .eitherWay) -> Attainability {
        guard (1...GradeCounts.mostCases).contains(cases) else { return .notTogether }
        var ranges: [ClosedRange<Int>] = []
        for (position, unit) in units.enumerated() {
            guard let range = counts(printedAs: unit, of: cases, rounding) else {
                return .shareImpossible(position: position, nearest: nearest(to: unit, of: cases))
            }
            ranges.append(range)
        }
        let (lowest, highest) = ranges.reduce((0, 0)) { ($0.0 + $1.lowerBound, $0.1 + $1.upperBound) }
        guard lowest <= cases, cases <= highest else { return .notTogether }
        if lowest == cases { return .one(ranges.map(\.lowerBound)) }
        if highest == cases { return .one(ranges.map(\.upperBound)) }
        // One range that is open settles itself by subtraction.
        let open = ranges.indices.filter { ranges[$0].count > 1 }
        guard open.count == 1, let last = open.first else { return .several }
        var result = ranges.map(\.lowerBound)
        result[last] += cases - lowest
        return .one(result)
    }

    /// The smallest number of cases that gives the shares.
    ///
    /// - Parameters:
    ///   - limit: The largest number to try.
    ///   - rounding: How the shares were rounded.
    /// - Returns: `nil` where no number up to the limit does. O(n × limit) for n shares.
    package func fewestCases(upTo limit: Int = 1_000, rounded rounding: Rounding = .eitherWay) -> Int? {
        guard limit >= 1 else { return nil }
        return (1...min(limit, GradeCounts.mostCases)).first {
            switch attainability(ofCases: $0, rounded: rounding) {
            case .one, .several: true
            case .shareImpossible, .notTogether: false
            }
        }
    }

    /// What is wrong with the shares, in a sentence.
    ///
    /// - Parameters:
    ///   - cases: The number of cases, where it is known.
    ///   - rounding: How the shares were rounded.
    /// - Returns: `nil` where nothing is wrong.
    package func objection(ofCases cases: Int? = nil, rounded rounding: Rounding = .eitherWay) -> String? {
        if case .impossible(let sum) = adding(rounded: rounding) {
            return
                "The shares add to \(DecimalText.shortest(sum)) per cent, which rounding cannot explain; check "
                + "them, or add "
                + "what is missing."
        }
        guard let cases else { return nil }
        switch attainability(ofCases: cases, rounded: rounding) {
        case .one, .several: return nil
        case .shareImpossible(let position, let nearest):
            let shown = nearest.map { DecimalText.plain($0, decimals: decimals + 1) }
            return "\(DecimalText.shortest(percentage(Double(units[position])))) per cent cannot be a share of "
                + "\(CountText.of(cases, "case")); the nearest possible are \(shown.joined(separator: " and ")) per "
                + "cent."
        case .notTogether:
            return
                "Each share is possible of \(CountText.of(cases, "case")), but not all of them together; check the "
                + "number "
                + "of cases."
        }
    }

    /// The numbers of cases whose share prints as so many units.
    private func counts(printedAs unit: Int, of cases: Int, _ rounding: Rounding) -> ClosedRange<Int>? {
        // count / cases × whole lies within half a unit: (2 unit − 1) cases ≤ 2 whole × count ≤ (2 unit + 1) cases.
        let scale = 2 * whole
        let lower = max(0, ((2 * unit - 1) * cases + scale - 1).flooredQuotient(by: scale))
        let reach = (2 * unit + 1) * cases
        let upper = min(cases, (rounding == .halfUp ? reach - 1 : reach).flooredQuotient(by: scale))
        return lower <= upper ? lower...upper : nil
    }

    private func nearest(to unit: Int, of cases: Int) -> [Double] {
        let below = unit * cases / whole
        return [below, below + 1].filter { $0 <= cases }.map { 100 * Double($0) / Double(cases) }
    }

    private func percentage(_ units: Double) -> Double { 100 * units / Double(whole) }
}

extension Int {
    /// The quotient rounded towards minus infinity, for a positive divisor.
    fileprivate func flooredQuotient(by divisor: Int) -> Int {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

/// Why numbers cannot be printed shares.
package enum PrintedSharesError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A number is not between 0 and 100.
    case notAShare(Double)
    /// A share has more decimals than were printed.
    case moreDecimals(Double, printed: Int)
    /// There are more than six decimals.
    case tooManyDecimals(Int)

    /// A sentence for people, which says what would be right.
    package var description: String {
        switch self {
        case .notAShare(let value):
            "\(value) is not a share of a whole; a share lies between 0 and 100 per cent."
        case .moreDecimals(let value, let printed):
            "\(value) has more than \(CountText.of(printed, "decimal")); give the shares as they are printed."
        case .tooManyDecimals(let decimals):
            "\(decimals) is not a number of decimals for a printed share; give 0 to 6."
        }
    }
}

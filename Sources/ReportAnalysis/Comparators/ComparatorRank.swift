import OfficialStatistics
package import ReportModel
package import ReportVocabulary

/// The place of an area among others.
///
/// Standard competition ranking: areas with the same value share the best place among them, and the places after them are
/// left out (1, 2, 2, 4). Place 1 is the best: the highest value where higher is better, the lowest where lower is, the
/// nearest to the target where a range is wanted. A measure that is not judged, or a range without a target, is ranked from
/// the highest, and says so. Areas without a value have no place and are not counted.
package struct ComparatorRank: Sendable, Hashable {
    /// What place 1 means.
    package enum Order: String, Sendable, Hashable, Codable, CaseIterable {
        /// Place 1 is the best.
        case bestFirst = "best-first"
        /// Place 1 is the highest; nothing is said of better or worse.
        case highestFirst = "highest-first"
    }

    /// The place, from 1.
    package let rank: Int
    /// How many areas have the same value, this one not counted.
    package let ties: Int
    /// How many areas have a value, this one included.
    package let ranked: Int
    /// How many areas there are, with and without a value.
    package let total: Int
    /// The quarter of the areas, from 1 on the side of place 1, by ``QuantileBands``; absent for fewer than four values.
    package let quartile: Int?
    /// What place 1 means.
    package let order: Order

    /// Ranks an area, in O(n log n).
    ///
    /// - Parameters:
    ///   - position: The position of the area in the values.
    ///   - values: What is known of each area, in any order.
    ///   - indicator: The indicator, with its unit and polarity.
    ///   - day: The day whose target counts where a range is wanted.
    /// - Returns: `nil` where the area has no value or the position is outside the values.
    package init?(of position: Int, among values: [ObservedValue], for indicator: Indicator, on day: CalendarDate) {
        guard values.indices.contains(position) else { return nil }
        let requirement = indicator.target(on: day)?.requirement
        let judged: Bool
        let lowestFirst: Bool
        switch indicator.polarity {
        case .higherIsBetter: (judged, lowestFirst) = (true, false)
        case .lowerIsBetter: (judged, lowestFirst) = (true, true)
        case .inRange: (judged, lowestFirst) = (requirement != nil, requirement != nil)
        case .neutral: (judged, lowestFirst) = (false, false)
        }
        let numbers = values.map { value -> Double? in
            guard let number = value.number(in: indicator.unit), number.isFinite else { return nil }
            let compared = indicator.polarity == .inRange ? requirement?.distance(of: number) ?? number : number
            return DecimalText.withoutNoise(compared)
        }
        guard let own = numbers[position] else { return nil }
        let known = numbers.compactMap(\.self)
        rank = 1 + known.count { lowestFirst ? $0 < own : $0 > own }
        ties = known.count { $0 == own } - 1
        ranked = known.count
        total = values.count
        order = judged ? .bestFirst : .highestFirst
        // Every number is finite and four bands are enough, so the bands cannot fail.
        let bands = try? QuantileBands(numbers, count: 4, order: lowestFirst ? .lowestFirst : .highestFirst)
        quartile = bands?.bands[position]
    }

    /// The place in a sentence.
    ///
    /// Such as: "Joint 2nd of 9 (1st is best), in the best quarter; 2 of 11 have no value."
    package var explanation: String {
        var text = (ties > 0 ? "Joint \(Self.ordinal(rank))" : Self.ordinal(rank)) + " of \(ranked)"
        text += order == .bestFirst ? " (1st is best)" : " (1st is highest)"
        if let quartile {
            text += ", in the \(Self.quarter(quartile, order)) quarter"
        }
        if total > ranked { text += "; \(total - ranked) of \(total) \(total - ranked == 1 ? "has" : "have") no value" }
        return text + "."
    }

    /// The place in a few words for a table, such as "3rd best of 11", "joint 2nd highest of 9" or "last of 9".
    package var label: String {
        if rank == ranked, ranked > 1 { return "\(order == .bestFirst ? "last" : "lowest") of \(ranked)" }
        let place = rank == 1 ? "" : Self.ordinal(rank) + " "
        return "\(ties > 0 ? "joint " : "")\(place)\(order == .bestFirst ? "best" : "highest") of \(ranked)"
    }

    private static func quarter(_ number: Int, _ order: Order) -> String {
        let (first, last) = order == .bestFirst ? ("best", "worst") : ("highest", "lowest")
        return switch number {
        case 1: first
        case 2: "second \(first)"
        case 3: "second \(last)"
        default: last
        }
    }

    private static func ordinal(_ number: Int) -> String {
        let suffix =
            switch (number % 10, number % 100) {
            case (_, 11), (_, 12), (_, 13): "th"
            case (1, _): "st"
            case (2, _): "nd"
            case (3, _): "rd"
            default: "th"
            }
        return DecimalText.grouped(number) + suffix
    }
}

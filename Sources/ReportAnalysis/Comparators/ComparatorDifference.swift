public import ReportModel
public import ReportVocabulary

/// How a value differs from that of a comparator, and whether that is better.
///
/// Values are compared unrounded; a difference of no more than half the displayed unit is none, so that two figures that print
/// the same are similar. It says nothing about chance: for that see ``BenchmarkComparison``, which needs the counts.
public struct ComparatorDifference: Sendable, Hashable {
    /// What the difference means.
    public enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
        /// On the side of the comparator that is wanted.
        case better
        /// On the other side.
        case worse
        /// No different at the precision shown, or as far from the target range.
        case similar
        /// The measure is not judged, or it is a number that depends on the size of the area.
        case notJudged = "not-judged"
    }

    /// The comparator.
    public let comparator: ComparatorSummary
    /// The value less that of the comparator.
    public let size: ChangeSize
    /// The same in per cent of the comparator; absent where that is not above zero.
    public let relative: RelativeChange?
    /// What the difference means.
    public let verdict: Verdict

    private let movement: DirectionOfTravel.Movement

    /// Compares a value with a comparator.
    ///
    /// - Parameters:
    ///   - value: What is known of the council's own value.
    ///   - comparator: What it is compared with.
    ///   - indicator: The indicator, with its polarity, and its target range where that decides what is better.
    /// - Returns: `nil` where either has no value.
    public init?(of value: ObservedValue, with comparator: ComparatorSummary, for indicator: Indicator) {
        guard let own = value.number(in: indicator.unit), own.isFinite, let other = comparator.value else { return nil }
        let target = indicator.target(on: comparator.period.lastDay)
        let direction = DirectionOfTravel(from: other, to: own, of: indicator, target: target)
        self.comparator = comparator
        size = ChangeSize(from: other, to: own, in: indicator.unit)
        relative = RelativeChange(from: other, to: own)
        movement = direction.movement
        switch indicator.unit {
        case .count, .money: verdict = .notJudged
        default:
            verdict =
                switch direction.meaning {
                case .improving: .better
                case .worsening: .worse
                case .steady: .similar
                case .notJudged: direction.movement == .unchanged ? .similar : .notJudged
                }
        }
    }

    /// The difference in a sentence.
    ///
    /// Such as: "2.3 percentage points above Statistical neighbours (12.4%), which is worse."
    public var explanation: String {
        let name = comparator.title
        let place = comparator.label.map { "\(name) (\($0))" } ?? name
        let suffix = comparator.dating.map { "; \($0)." } ?? "."
        guard movement != .unchanged else { return "The same as \(place) at the precision shown\(suffix)" }
        let amount = size.amount(decimals: comparator.decimals)
        let words =
            switch verdict {
            case .better: ", which is better"
            case .worse: ", which is worse"
            case .similar: ", and as near to what is wanted"
            case .notJudged: ""
            }
        return "\(amount) \(movement == .up ? "above" : "below") \(place)\(words)\(suffix)"
    }
}

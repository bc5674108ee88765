/// How a value stands against what it should be, and how that was decided.
///
/// Red, amber and green follow the rule that English councils use most: green where the target is met, amber within its
/// tolerance, red beyond it. A value is never green for want of a target or a figure: it is then not rated, with the reason.
public struct Rating: Sendable, Hashable {
    /// The colours, and none.
    public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        /// The target is met.
        case green
        /// The target is missed within its tolerance.
        case amber
        /// The target is missed by more than its tolerance.
        case red
        /// There is nothing to rate, or nothing to rate it against.
        case notRated = "not-rated"

        /// The word for people.
        public var label: String {
            switch self {
            case .green: "Green"
            case .amber: "Amber"
            case .red: "Red"
            case .notRated: "Not rated"
            }
        }
    }

    /// How a rating came about.
    public enum Basis: Sendable, Hashable {
        /// Against a target.
        case target(Target)
        /// Not rated: the measure is watched, not judged.
        case notJudged
        /// Not rated: no target holds for the period.
        case noTarget
        /// Not rated: there is no value.
        case noValue(MissingReason)
    }

    /// The outcome.
    public let outcome: Outcome
    /// How it came about.
    public let basis: Basis
    /// How far the value lies from the target, in the unit of the indicator (percentage points for a percentage): 0 where
    /// it is met, otherwise positive; absent where there is no target or no value.
    public let distance: Double?

    private init(_ outcome: Outcome, _ basis: Basis, distance: Double? = nil) {
        self.outcome = outcome
        self.basis = basis
        self.distance = distance
    }

    /// Rates a value.
    ///
    /// Of several targets that hold on the day the one that the council set itself counts first, then a regional, a national
    /// and a statutory one; of two of the same level the one listed later.
    ///
    /// - Parameters:
    ///   - value: What is known.
    ///   - indicator: The indicator, with its unit, polarity and targets.
    ///   - day: The last day of the period.
    public init(of value: ObservedValue, for indicator: Indicator, on day: CalendarDate) {
        guard let number = value.number(in: indicator.unit) else {
            self.init(.notRated, .noValue(value.missingReason ?? .notCollected))
            return
        }
        guard let target = indicator.target(on: day) else {
            self.init(.notRated, indicator.polarity == .neutral ? .notJudged : .noTarget)
            return
        }
        self.init(of: number, against: target)
    }

    /// Rates a number against a target.
    ///
    /// - Parameters:
    ///   - number: The value in the unit of the target.
    ///   - target: The target.
    public init(of number: Double, against target: Target) {
        let miss = target.requirement.distance(of: number)
        let nearest = target.requirement.nearestEnd(to: number)
        let allowed: Double =
            switch target.tolerance {
            case nil: 0
            case .absolute(let width): width
            case .relative(let share): nearest.magnitude * share.value / 100
            case .floor(let floor): number > nearest ? floor - nearest : nearest - floor
            }
        // 19.8 − 18 comes out a hair above 1.8 in binary; a value on the edge of its tolerance is within it.
        let slack = 1e-9 * max(1, number.magnitude)
        let outcome: Outcome = miss == 0 ? .green : target.tolerance != nil && miss <= allowed + slack ? .amber : .red
        self.init(outcome, .target(target), distance: miss)
    }

    /// How the rating came about, in a sentence.
    public var explanation: String {
        switch basis {
        case .target(let target):
            switch outcome {
            case .green: "Meets the target of \(target.requirement.label)."
            case .amber: "Misses the target of \(target.requirement.label), but within its tolerance."
            case .red, .notRated: "Misses the target of \(target.requirement.label)."
            }
        case .notJudged: "Watched, not judged."
        case .noTarget: "There is no target for the period."
        case .noValue(let reason): "There is no value: \(reason.meaning)."
        }
    }
}

extension Target.Requirement {
    /// How far a number lies from meeting the requirement: 0 where it does.
    ///
    /// - Parameter number: The number.
    /// - Returns: The distance, never negative.
    public func distance(of number: Double) -> Double {
        switch self {
        case .atLeast(let value): max(0, value - number)
        case .atMost(let value): max(0, number - value)
        case .within(let range): max(0, range.lowerBound - number, number - range.upperBound)
        }
    }

    /// The end of the requirement that a number lies nearest to.
    func nearestEnd(to number: Double) -> Double {
        switch self {
        case .atLeast(let value), .atMost(let value): value
        case .within(let range): number < range.lowerBound ? range.lowerBound : range.upperBound
        }
    }

    /// The requirement in words, such as "at least 90" or "12 to 16".
    public var label: String {
        switch self {
        case .atLeast(let value): "at least \(DecimalText.shortest(value))"
        case .atMost(let value): "at most \(DecimalText.shortest(value))"
        case .within(let range):
            "\(DecimalText.shortest(range.lowerBound)) to \(DecimalText.shortest(range.upperBound))"
        }
    }
}

extension Target {
    /// The target in words with the unit, such as "at least 90%".
    ///
    /// - Parameter unit: The unit of the indicator.
    /// - Returns: The words.
    public func label(in unit: MeasurementUnit) -> String {
        requirement.label + (unit == .percent ? "%" : "")
    }
}

extension Indicator {
    /// The target that holds on a day; of several, the one that ``Rating/init(of:for:on:)`` uses.
    ///
    /// - Parameter day: The day.
    /// - Returns: `nil` where none holds.
    public func target(on day: CalendarDate) -> Target? {
        for level in [Target.Level.local, .regional, .national, .statutory] {
            if let target = targets.last(where: { $0.level == level && $0.holds(on: day) }) { return target }
        }
        return nil
    }
}

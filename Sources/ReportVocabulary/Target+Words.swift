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

    /// How far a number lies above the requirement, negative where it lies below: 0 inside a range.
    ///
    /// - Parameter number: The number.
    /// - Returns: The number less the target, or less the nearest end of the range.
    public func signedDistance(of number: Double) -> Double {
        switch self {
        case .atLeast(let value), .atMost(let value): number - value
        case .within(let range): number - min(max(number, range.lowerBound), range.upperBound)
        }
    }

    /// By how much a number is better than the requirement asks; 0 in a range, of which neither end is better.
    package func surplus(of number: Double) -> Double {
        switch self {
        case .atLeast(let value): max(0, number - value)
        case .atMost(let value): max(0, value - number)
        case .within: 0
        }
    }

    /// The end of the requirement that a number lies nearest to.
    package func nearestEnd(to number: Double) -> Double {
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

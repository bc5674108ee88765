public import ReportModel
public import ReportVocabulary

/// Which way a figure moved, and whether that is good: two separate things, both in words.
public struct DirectionOfTravel: Sendable, Hashable {
    /// Which way the number went.
    public enum Movement: String, Sendable, Hashable, Codable, CaseIterable {
        /// It rose.
        case up
        /// It fell.
        case down
        /// The two print the same, or differ by no more than half the displayed unit.
        case unchanged

        /// The word for people, with an arrow that says the same.
        public var label: String {
            switch self {
            case .up: "▲ Up"
            case .down: "▼ Down"
            case .unchanged: "► No change"
            }
        }
    }

    /// What the movement means under the polarity of the measure.
    public enum Meaning: String, Sendable, Hashable, Codable, CaseIterable {
        /// Towards what is wanted.
        case improving
        /// Away from what is wanted.
        case worsening
        /// Neither, because nothing moved or the new value is as far from its range as the old.
        case steady
        /// The measure is not judged.
        case notJudged = "not-judged"
    }

    /// Which way the number went.
    public let movement: Movement
    /// What that means.
    public let meaning: Meaning
    /// The later value less the earlier, in the unit of the indicator; percentage points for a percentage.
    public let change: Double

    /// Compares two values of an indicator.
    ///
    /// Values are compared unrounded; a difference of no more than half the displayed unit is no change, so that two figures
    /// that print the same never show an arrow. Within a range target, what counts is the distance to the range.
    ///
    /// - Parameters:
    ///   - earlier: The earlier value, in the unit of the indicator.
    ///   - later: The later value.
    ///   - indicator: The indicator, with its decimals and polarity.
    ///   - target: The target that holds for the later value; needed for the polarity ``Polarity/inRange``.
    public init(from earlier: Double, to later: Double, of indicator: Indicator, target: Target? = nil) {
        self.init(
            from: earlier, to: later, polarity: indicator.polarity, decimals: indicator.decimals,
            requirement: target?.requirement)
    }

    /// Compares two values of something that is no indicator of its own, such as the share of a grade.
    package init(
        from earlier: Double, to later: Double, polarity: Polarity, decimals: Int,
        requirement: Target.Requirement? = nil
    ) {
        var halfUnit = 0.5
        for _ in 0..<min(max(decimals, 0), 15) { halfUnit /= 10 }
        change = later - earlier
        let isSmall = change.magnitude <= halfUnit
        // What prints the same differs by one unit at most, so that only between half a unit and one the digits must be seen.
        let isClose = !(change.magnitude > 2.000_001 * halfUnit)
        let printsTheSame =
            !isSmall && isClose
            && DecimalText.plain(earlier, decimals: decimals) == DecimalText.plain(later, decimals: decimals)
        movement = isSmall || printsTheSame ? .unchanged : change > 0 ? .up : .down
        meaning = Self.meaning(of: movement, earlier, later, polarity, requirement, halfUnit)
    }

    private static func meaning(
        of movement: Movement, _ earlier: Double, _ later: Double, _ polarity: Polarity,
        _ requirement: Target.Requirement?, _ halfUnit: Double
    ) -> Meaning {
        switch (polarity, movement) {
        case (.neutral, _): return .notJudged
        case (_, .unchanged): return .steady
        case (.higherIsBetter, .up), (.lowerIsBetter, .down): return .improving
        case (.higherIsBetter, .down), (.lowerIsBetter, .up): return .worsening
        case (.inRange, _):
            guard let requirement else { return .notJudged }
            let closer = requirement.distance(of: earlier) - requirement.distance(of: later)
            if closer.magnitude <= halfUnit { return .steady }
            return closer > 0 ? .improving : .worsening
        }
    }

    /// Movement and meaning in words, such as "▼ Down, improving".
    public var label: String {
        switch meaning {
        case .improving: "\(movement.label), improving"
        case .worsening: "\(movement.label), worsening"
        case .steady, .notJudged: movement.label
        }
    }

    /// The same with the size of the change, such as "▼ Down 4.3 percentage points, worsening".
    ///
    /// - Parameter size: The change without its sign, with its unit.
    package func label(by size: String) -> String {
        movement == .unchanged ? label : "\(movement.label) \(size)\(label.dropFirst(movement.label.count))"
    }
}

package import ReportModel
package import ReportVocabulary

/// Which way a figure moved, what that would mean, and whether it is more than the measure's own ups and downs: three
/// separate things, all in words.
///
/// "Improving" and "worsening" are said only where the third is known to hold: see ``Verdict``.
public struct DirectionOfTravel: Sendable, Hashable {
    /// Which way the number went, at the precision shown.
    public enum Movement: String, Sendable, Hashable, Codable, CaseIterable {
        /// It rose.
        case up
        /// It fell.
        case down
        /// The two print the same.
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

    /// What the movement would mean under the polarity of the measure if it is more than ups and downs.
    package enum Meaning: String, Sendable, Hashable, Codable, CaseIterable {
        /// Towards what is wanted.
        case improving
        /// Away from what is wanted.
        case worsening
        /// Neither, because nothing moved or the new value is as far from its range as the old.
        case steady
        /// The measure is not judged.
        case notJudged = "not-judged"
    }

    /// What a movement was tested by.
    public enum Ground: String, Sendable, Hashable, Codable, CaseIterable {
        /// The control chart of the measure.
        case controlChart = "control-chart"
        /// The counts behind the two figures, with how much the measure usually moves.
        case counts
    }

    /// Whether the movement is more than the measure's own ups and downs.
    package enum Clarity: Sendable, Hashable {
        /// It is more.
        case clear(Ground)
        /// Ordinary ups and downs explain it.
        case notClear(Ground)
        /// The counts alone do not explain it, but what is usual for the measure is not known.
        case moreThanCounts
        /// A break lies between the two figures, so that no verdict is possible.
        case acrossBreak
        /// Neither counts nor a long enough series are there to tell.
        case untested
    }

    /// What may be said of the movement: the one rule for "improving", "worsening" and "no clear change".
    public enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
        /// Towards what is wanted, by more than ups and downs.
        case improving
        /// Away from what is wanted, by more than ups and downs.
        case worsening
        /// The two figures print the same, or are as far from the wanted range.
        case steady
        /// The figures differ by no more than ordinary ups and downs explain.
        case noClearChange = "no-clear-change"
        /// The size of the movement is known, and not whether it is more than ups and downs.
        case sizeOnly = "size-only"
        /// The measure is not judged.
        case notJudged = "not-judged"
    }

    /// Which way the number went.
    package let movement: Movement
    /// What that would mean.
    package let meaning: Meaning
    /// Whether it is more than the measure's own ups and downs.
    package let clarity: Clarity
    /// The later figure less the earlier, both as they are shown, in the unit of the indicator; percentage points for a
    /// percentage.
    package let change: Double

    /// Compares two values of an indicator.
    ///
    /// Values are compared as they are shown, after the noise of binary arithmetic is gone, so that two figures that print
    /// the same never show an arrow and a printed change is the difference of the printed figures. Within a range target,
    /// what counts is the distance to the range.
    ///
    /// - Parameters:
    ///   - earlier: The earlier value, in the unit of the indicator.
    ///   - later: The later value.
    ///   - indicator: The indicator, with its decimals and polarity.
    ///   - target: The target that holds for the later value; needed for the polarity ``Polarity/inRange``.
    ///   - clarity: Whether the movement is more than ups and downs; two numbers alone do not say.
    package init(
        from earlier: Double, to later: Double, of indicator: Indicator, target: Target? = nil,
        clarity: Clarity = .untested
    ) {
        self.init(
            from: earlier, to: later, polarity: indicator.polarity, decimals: indicator.decimals,
            requirement: target?.requirement, clarity: clarity)
    }

    /// Compares two values of something that is no indicator of its own, such as the share of a grade.
    package init(
        from earlier: Double, to later: Double, polarity: Polarity, decimals: Int,
        requirement: Target.Requirement? = nil, clarity: Clarity = .untested
    ) {
        let before = DecimalText.shown(earlier, decimals: decimals)
        let after = DecimalText.shown(later, decimals: decimals)
        change = DecimalText.withoutNoise(after - before)
        movement = after > before ? .up : after < before ? .down : .unchanged
        meaning = Self.meaning(of: movement, before, after, polarity, requirement)
        self.clarity = clarity
    }

    private static func meaning(
        of movement: Movement, _ earlier: Double, _ later: Double, _ polarity: Polarity,
        _ requirement: Target.Requirement?
    ) -> Meaning {
        switch (polarity, movement) {
        case (.neutral, _): return .notJudged
        case (_, .unchanged): return .steady
        case (.higherIsBetter, .up), (.lowerIsBetter, .down): return .improving
        case (.higherIsBetter, .down), (.lowerIsBetter, .up): return .worsening
        case (.inRange, _):
            guard let requirement else { return .notJudged }
            let closer = DecimalText.withoutNoise(requirement.distance(of: earlier) - requirement.distance(of: later))
            return closer == 0 ? .steady : closer > 0 ? .improving : .worsening
        }
    }

    /// What may be said of the movement.
    package var verdict: Verdict {
        guard movement != .unchanged else { return meaning == .notJudged ? .notJudged : .steady }
        switch clarity {
        case .notClear: return .noClearChange
        case .clear:
            switch meaning {
            case .improving: return .improving
            case .worsening: return .worsening
            case .steady: return .steady
            case .notJudged: return .notJudged
            }
        case .moreThanCounts, .acrossBreak, .untested: return meaning == .notJudged ? .notJudged : .sizeOnly
        }
    }

    /// Movement and verdict in words, such as "▼ Down, improving" or "No clear change".
    package var label: String {
        switch verdict {
        case .improving: "\(movement.label), improving"
        case .worsening: "\(movement.label), worsening"
        case .noClearChange: "No clear change"
        case .steady, .sizeOnly, .notJudged: movement.label
        }
    }

    /// The same with the size of the change, such as "▼ Down 4.3 points, worsening" or "No clear change (+0.3 points)".
    ///
    /// - Parameter size: The change with its sign and unit.
    package func label(by size: String) -> String {
        let amount = size.drop { $0 == "+" || $0 == "-" }
        return switch verdict {
        case _ where movement == .unchanged: label
        case .noClearChange: "\(label) (\(size))"
        default: "\(movement.label) \(amount)\(label.dropFirst(movement.label.count))"
        }
    }
}

extension DirectionOfTravel.Clarity {
    /// What the movement was tested by; `nil` where nothing could tell.
    package var ground: DirectionOfTravel.Ground? {
        switch self {
        case .clear(let ground), .notClear(let ground): ground
        case .moreThanCounts: .counts
        case .acrossBreak, .untested: nil
        }
    }
}

extension DecimalText {
    /// A number as it is shown: without the noise of binary arithmetic and rounded half-up.
    package static func shown(_ value: Double, decimals: Int) -> Double {
        rounded(withoutNoise(value), decimals: decimals)
    }
}

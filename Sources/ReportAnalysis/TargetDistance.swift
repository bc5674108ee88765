import ReportModel
package import ReportVocabulary

/// How far a value lies from its target, and on which side.
///
/// The side follows the test of the target and not the polarity of the measure: "at least" is missed by falling short, "at most"
/// by going over, a range by lying below or above it. The distance is that of the unrounded value, shown with the decimals
/// of the measure; where too little is left to show, the words say "just".
package struct TargetDistance: Sendable, Hashable {
    /// Where a value lies.
    package enum Place: String, Sendable, Hashable, Codable, CaseIterable {
        /// At the target or beyond it, on the side that is wanted.
        case met
        /// Below what it should at least be.
        case short
        /// Above what it may at most be.
        case over
        /// In the range, its ends included.
        case inRange = "in-range"
        /// Below the range.
        case belowRange = "below-range"
        /// Above the range.
        case aboveRange = "above-range"
    }

    /// Where the value lies.
    package let place: Place
    /// By how much the target is missed or met, in percentage points or in the unit: never negative, and 0 in a range.
    package let size: ChangeSize

    private let decimals: Int

    /// Measures the distance from a target.
    ///
    /// - Parameters:
    ///   - requirement: What the value should be.
    ///   - number: The value, unrounded, in the given unit.
    ///   - unit: The unit of the value and the target.
    ///   - decimals: How many decimals the words show.
    /// - Returns: `nil` where the number is not finite.
    package init?(from requirement: Target.Requirement, to number: Double, in unit: MeasurementUnit, decimals: Int) {
        let signed = requirement.signedDistance(of: number)
        guard signed.isFinite else { return nil }
        self.decimals = decimals
        size = ChangeSize(from: 0, to: DecimalText.withoutNoise(signed.magnitude), in: unit)
        let isMet = requirement.distance(of: number) == 0
        place =
            switch requirement {
            case .atLeast: isMet ? .met : .short
            case .atMost: isMet ? .met : .over
            case .within: isMet ? .inRange : signed < 0 ? .belowRange : .aboveRange
            }
    }

    /// Measures the distance of the latest figure of an indicator from the target that holds for it.
    ///
    /// - Parameter position: The latest position of the indicator.
    /// - Returns: `nil` where it has no value or no target, or where its counts are rounded and that decides on which side of
    ///   the target it lies.
    package init?(of position: IndicatorPosition) {
        let (indicator, latest) = (position.indicator, position.latest)
        // How far a limit lies from the target says nothing of how far the figure does.
        guard latest.qualifier.isExact, let target = indicator.target(on: latest.period.lastDay),
            let value = position.value,
            latest.isDecided(
                in: indicator.unit,
                { value in
                    value.number(in: indicator.unit).map { target.requirement.distance(of: $0) == 0 }
                })
        else { return nil }
        self.init(
            from: target.requirement, to: value, in: position.indicator.unit, decimals: position.indicator.decimals)
    }

    /// Whether the target is met.
    package var isMet: Bool { place == .met || place == .inRange }

    /// The distance in words, such as "3.2 percentage points short", "19 over", "1.4 above the range" or "met by 2 weeks".
    package var label: String { words(size.amount(decimals: decimals)) }

    /// The same for tables whose text says that points are percentage points, such as "3.2 points short".
    package var terseLabel: String { words(size.terseAmount(decimals: decimals)) }

    private func words(_ amount: String) -> String {
        // What rounds to nothing is not nothing: a target is missed by less than the figures show.
        let isShown = DecimalText.plain(size.value, decimals: decimals).contains { $0 >= "1" && $0 <= "9" }
        switch place {
        case .met: return isShown ? "met by \(amount)" : size.value == 0 ? "met exactly" : "just met"
        case .short: return isShown ? "\(amount) short" : "just short"
        case .over: return isShown ? "\(amount) over" : "just over"
        case .inRange: return "in the range"
        case .belowRange: return isShown ? "\(amount) below the range" : "just below the range"
        case .aboveRange: return isShown ? "\(amount) above the range" : "just above the range"
        }
    }
}

import ReportVocabulary

/// A figure that a claim rests on: its value, and the range in which the unrounded value lies.
package struct Operand {
    package var value: Double
    /// How far the unrounded value may lie from the value; 0 where the value is exact.
    package var halfUnit: Double
    /// Whether the figure is only a bound or a rough idea.
    package var isRough: Bool
    /// Numerator and denominator, where both are known.
    package var fraction: (numerator: Double, denominator: Double)?

    package init(_ number: Double) {
        (value, halfUnit, isRough) = (number, 0, false)
    }

    package init?(_ observation: Observation, of indicator: Indicator) {
        guard let number = observation.value.number(in: indicator.unit), number.isFinite else { return nil }
        value = number
        isRough = !observation.qualifier.isExact
        halfUnit = 0
        switch observation.value {
        case .fraction(let numerator, let denominator): fraction = (numerator, denominator)
        case .value where indicator.unit != .count:
            let decimals = max(PrintedPrecision.decimals(of: number), indicator.decimals)
            halfUnit =
                observation.printed.flatMap { printed in
                    printed.value.map { PrintedPrecision.halfUnit(of: printed.text, value: $0) }
                } ?? PrintedPrecision.halfUnit(decimals: decimals)
        case .value, .missing: break
        }
    }
}

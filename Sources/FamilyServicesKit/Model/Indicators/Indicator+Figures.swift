extension Indicator {
    /// How its figures are shown.
    package var figureText: FigureText { FigureText(unit, decimals: decimals) }

    /// A value of the indicator as it is shown, such as "57.2%", "18 weeks" or "1,204".
    package func text(of value: Double) -> String { figureText.text(value) }
}

extension Target {
    /// The target in words with the unit, such as "at least 90%".
    ///
    /// - Parameter unit: The unit of the indicator.
    /// - Returns: The words.
    public func label(in unit: MeasurementUnit) -> String { requirement.label(in: unit) }
}

extension Target.Requirement {
    /// The requirement in words without a unit, such as "at least 90" or "12 to 16".
    public var label: String { label(in: .unspecified) }

    /// The requirement in words with the unit, such as "at least 90%", "at most £1.2m" or "12 to 16 weeks".
    package func label(in unit: MeasurementUnit) -> String {
        let figures = FigureText(unit)
        return switch self {
        case .atLeast(let value): "at least \(figures.exact(value))"
        case .atMost(let value): "at most \(figures.exact(value))"
        case .within(let range): figures.exactRange(range.lowerBound, range.upperBound)
        }
    }
}

extension Target.Tolerance {
    /// The tolerance in words with the unit, such as "tolerance 5 percentage points" or "floor 80%".
    ///
    /// - Parameter whole: What a relative tolerance is a share of, such as "target".
    package func label(in unit: MeasurementUnit, of whole: String) -> String {
        let figures = FigureText(unit)
        return switch self {
        case .absolute(let width): "tolerance \(figures.exactSize(width))"
        case .relative(let share): "tolerance \(FigureText(.percent).exact(share.value)) of \(whole)"
        case .floor(let floor): "floor \(figures.exact(floor))"
        }
    }
}

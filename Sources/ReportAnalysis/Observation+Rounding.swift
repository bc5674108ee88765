package import ReportModel
package import ReportVocabulary

extension Observation {
    /// The least and the greatest that the value may be, as far as the rounding of the counts behind it leaves that open, or only a
    /// limit or a rough figure is known; `nil` where the value is exact.
    ///
    /// A rough figure may be a tenth off, as for claims.
    ///
    /// - Parameter unit: The unit of the indicator.
    package func possibleValues(in unit: MeasurementUnit) -> ClosedRange<Double>? {
        if !qualifier.isExact, let number = value.number(in: unit), number.isFinite {
            let greatest = unit == .percent ? max(100, number) : Double.greatestFiniteMagnitude.squareRoot()
            switch qualifier {
            case .above: return number...max(number, greatest)
            case .below: return min(0, number)...number
            case .about, .exact, .derived, .provisional:
                return (number - 0.1 * number.magnitude)...(number + 0.1 * number.magnitude)
            }
        }
        guard let roundedTo, roundedTo > 0 else { return nil }
        let half = Double(roundedTo) / 2
        switch value {
        case .missing: return nil
        case .value(let value, _):
            // An average is of a rounded number of people, and not rounded itself.
            return unit == .count ? max(0, value - half)...(value + half) : value...value
        case .fraction(let part, let whole):
            guard whole > 0 else { return nil }
            let greatest = unit == .percent ? unit.factor : Double.infinity
            let isPopulation = if case .rate = unit { true } else { false }
            let spread = isPopulation ? 0 : half
            let low = unit.factor * max(0, part - half) / (whole + spread)
            let high = whole > spread ? unit.factor * (part + half) / (whole - spread) : greatest
            return low...max(low, min(high, greatest))
        }
    }

    /// Whether something that is worked out from the value is the same whatever the true value is.
    ///
    /// It is worked out for the value that is shown and for the ends of what it may be.
    ///
    /// - Parameters:
    ///   - unit: The unit of the indicator.
    ///   - result: What is worked out.
    package func isDecided<Result: Equatable>(in unit: MeasurementUnit, _ result: (ObservedValue) -> Result) -> Bool {
        guard let range = possibleValues(in: unit) else { return true }
        let shown = result(value)
        return [range.lowerBound, range.upperBound].allSatisfy { result(.value($0)) == shown }
    }
}

extension Observation {
    /// Whether which way a figure moved is the same however the counts behind it and the earlier one were rounded.
    ///
    /// - Parameters:
    ///   - earlier: The earlier figure.
    ///   - indicator: The indicator of both.
    package func movesHoweverRounded(since earlier: Observation, _ indicator: Indicator) -> Bool {
        guard roundedTo != nil || earlier.roundedTo != nil,
            let before = earlier.value.number(in: indicator.unit), let later = value.number(in: indicator.unit)
        else { return true }
        let was = earlier.possibleValues(in: indicator.unit) ?? before...before
        let isNow = possibleValues(in: indicator.unit) ?? later...later
        func movement(_ first: Double, _ second: Double) -> DirectionOfTravel.Movement {
            DirectionOfTravel(from: first, to: second, of: indicator).movement
        }
        let shown = movement(before, later)
        return movement(was.upperBound, isNow.lowerBound) == shown
            && movement(was.lowerBound, isNow.upperBound) == shown
    }
}

extension Rating {
    /// Rates a figure; one whose rating depends on how the counts behind it were rounded, or on what a limit or a rough figure
    /// leaves open, is not rated.
    ///
    /// - Parameters:
    ///   - figure: The figure.
    ///   - indicator: The indicator.
    ///   - day: The last day of the period.
    package init(of figure: Observation, for indicator: Indicator, on day: CalendarDate) {
        let isDecided = figure.isDecided(in: indicator.unit) { value -> [AnyHashable] in
            let rating = Rating(of: value, for: indicator, on: day)
            var place: ExpectedPlace?
            if case .expectedRange(_, let found) = rating.basis { place = found }
            return [AnyHashable(rating.outcome), AnyHashable(place)]
        }
        if isDecided {
            self.init(of: figure.value, for: indicator, on: day)
        } else {
            self.init(.notRated, figure.qualifier.isExact ? .roundedCounts : .roughFigure)
        }
    }
}

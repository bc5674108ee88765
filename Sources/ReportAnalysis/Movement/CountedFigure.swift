import OfficialStatistics
import ReportVocabulary

extension ObservedValue {
    /// The value on a scale on which chance is steady, where the counts behind it are known; `nil` where they are not.
    ///
    /// A percentage needs its part and whole, or the whole beside the value; a rate its events and population; a number of
    /// cases is its own count. Means, times, ratios and sums of money do not say how much chance is in them.
    ///
    /// - Parameter unit: The unit of the indicator.
    func steadyEstimate(in unit: MeasurementUnit) -> SteadyEstimate? {
        switch (unit, self) {
        case (.percent, .fraction(let part, let whole)):
            return (try? Proportion(part, of: whole)).map(SteadyEstimate.init)
        case (.percent, .value(let percentage, .some(let whole))):
            // The part that a rounded percentage came from is a whole number.
            let part = (percentage * whole / 100).rounded()
            return (try? Proportion(part, of: whole)).map(SteadyEstimate.init)
        case (.rate(let base), .fraction(let events, let population)):
            return (try? CrudeRate(events, in: population, multiplier: Double(base))).map(SteadyEstimate.init)
        case (.count, .value(let number, _)):
            guard number >= 0, number == number.rounded() else { return nil }
            return (try? CrudeRate(number, in: 1, multiplier: 1)).map(SteadyEstimate.init)
        default: return nil
        }
    }
}

/// The whole numbers behind a figure, for tests that need no approximation.
enum CountedFigure {
    /// So many of so many.
    case share(part: Int, whole: Int)
    /// So many events, in a population where that is known.
    case events(Int, population: Double?)

    /// - Parameters:
    ///   - value: What is known of the figure.
    ///   - unit: The unit of the indicator.
    init?(_ value: ObservedValue, in unit: MeasurementUnit) {
        func whole(_ number: Double) -> Int? {
            number >= 0 && number <= 1e9 && number == number.rounded() ? Int(number) : nil
        }
        switch (unit, value) {
        case (.percent, .fraction(let part, let all)):
            guard let part = whole(part), let all = whole(all), all > 0, part <= all else { return nil }
            self = .share(part: part, whole: all)
        case (.percent, .value(let percentage, .some(let base))):
            guard let part = whole((percentage * base / 100).rounded()), let all = whole(base), all > 0, part <= all
            else { return nil }
            self = .share(part: part, whole: all)
        case (.rate, .fraction(let events, let population)):
            guard let events = whole(events), population > 0 else { return nil }
            self = .events(events, population: population)
        case (.count, .value(let number, _)):
            guard let events = whole(number) else { return nil }
            self = .events(events, population: nil)
        default: return nil
        }
    }

    /// Whether so few cases are behind the figure that an approximation would mislead.
    var hasFew: Bool {
        switch self {
        case .share(let part, let whole): min(part, whole - part) < ExactComparison.fewCases
        case .events(let events, _): events < ExactComparison.fewCases
        }
    }

    /// How likely two figures are to differ so much if nothing but chance, and what is usual, was at work; `nil` where they are of
    /// different kinds.
    static func pValue(
        from earlier: CountedFigure, to later: CountedFigure, spread: ExactComparison.Spread
    ) -> Double? {
        switch (earlier, later) {
        case (.share(let firstPart, let firstWhole), .share(let secondPart, let secondWhole)):
            return ExactComparison.shares((firstPart, firstWhole), (secondPart, secondWhole), spread: spread)
        case (.events(let first, let before), .events(let second, let after)):
            guard (before == nil) == (after == nil) else { return nil }
            return ExactComparison.counts(first, second, ratio: (after ?? 1) / (before ?? 1), spread: spread)
        case (.share, .events), (.events, .share): return nil
        }
    }

    /// How likely the figure is to lie so far from a known share, or rate per head.
    func pValue(against known: Double, spread: ExactComparison.Spread) -> Double? {
        switch self {
        case .share(let part, let whole):
            guard known > 0, known < 1 else { return nil }
            return ExactComparison.share(part, of: whole, against: known, spread: spread)
        case .events(let events, let population):
            guard let population, known > 0 else { return nil }
            return ExactComparison.events(events, against: known * population, spread: spread)
        }
    }

    /// The size of an area in a ``Funnel``.
    var size: Double? {
        switch self {
        case .share(_, let whole): Double(whole)
        case .events(_, let population): population
        }
    }
}

extension SteadyEstimate {
    /// The change from an earlier estimate, with the chance in both.
    func change(from earlier: SteadyEstimate) -> SteadyEstimate {
        SteadyEstimate(value: value - earlier.value, variance: variance + earlier.variance)
    }
}

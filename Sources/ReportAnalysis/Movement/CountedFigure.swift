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

extension SteadyEstimate {
    /// The change from an earlier estimate, with the chance in both.
    func change(from earlier: SteadyEstimate) -> SteadyEstimate {
        SteadyEstimate(value: value - earlier.value, variance: variance + earlier.variance)
    }
}

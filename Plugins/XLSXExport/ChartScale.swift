/// The scale of the values beside a chart.
struct ChartScale: Sendable, Hashable {
    var minimum: Double
    var maximum: Double
    var step: Double
    /// How many decimals tell the steps apart.
    var decimals: Int

    /// The scale of a chart of lines, in the unit of the figures.
    ///
    /// It begins at zero unless the figures lie so close together that nothing could be seen: then it begins at a round
    /// number below the lowest. Percentages end at 100 at most, where no figure is above.
    ///
    /// - Returns: `nil` where there are no figures, or they are too far apart to be drawn.
    init?(lines values: [Double], isPercentage: Bool, decimals: Int) {
        guard let lowest = values.min(), let highest = values.max(), (highest - lowest).isFinite else { return nil }
        let beginsAtZero = lowest >= 0 && lowest <= highest / 2
        let low = beginsAtZero ? 0 : lowest
        let range = highest > low ? highest - low : max(low.magnitude / 5, 1)
        let high = low == 0 && highest == 0 ? range : highest
        let finest = -min(max(decimals, 0), 6)
        guard let (step, exponent) = Self.step(near: range / 5, finest: finest) else { return nil }
        var minimum = (low / step).rounded(.down) * step
        var maximum = (high / step).rounded(.up) * step
        // A line that lies on the edge of the chart is hard to see.
        if !beginsAtZero, low > 0, low - minimum < step / 4 { minimum = max(minimum - step, 0) }
        if maximum - high < step / 10 { maximum += step }
        if isPercentage, highest <= 100 { maximum = min(maximum, 100) }
        guard maximum > minimum else { return nil }
        self.init(minimum: minimum, maximum: maximum, step: step, decimals: max(-exponent, 0))
    }

    private init(minimum: Double, maximum: Double, step: Double, decimals: Int) {
        self.minimum = minimum
        self.maximum = maximum
        self.step = step
        self.decimals = decimals
    }

    /// The scale of bars that are made of parts, in per cent.
    ///
    /// - Returns: `nil` where a bar is longer than the whole, so that Excel must choose.
    init?(percentageBars totals: [Double]) {
        guard totals.allSatisfy({ $0 <= 100.5 && $0 >= 0 }) else { return nil }
        self.init(minimum: 0, maximum: 100, step: 20, decimals: 0)
    }

    /// The smallest of 1, 2 and 5 times a power of ten that is not below a number, and the exponent of the power.
    private static func step(near number: Double, finest: Int) -> (step: Double, exponent: Int)? {
        guard number > 0, number.isFinite else { return nil }
        var power = 1.0
        var exponent = 0
        while power * 10 <= number, exponent < 300 {
            power *= 10
            exponent += 1
        }
        while power > number, exponent > finest {
            power /= 10
            exponent -= 1
        }
        for factor in [1.0, 2, 5, 10] where power * factor >= number {
            return (power * factor, factor == 10 ? exponent + 1 : exponent)
        }
        return nil
    }
}

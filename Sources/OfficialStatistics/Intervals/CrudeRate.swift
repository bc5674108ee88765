/// So many events in so large a population: a rate whose chance variation is that of independent events (Poisson).
public struct CrudeRate: Sendable, Hashable {
    /// How many events there were; there may be more than people.
    public let events: Double
    /// The population, or person-years.
    public let population: Double
    /// What the rate is shown per, such as 10,000.
    public let multiplier: Double

    /// From this number of events Byar's limits are used, below it exact ones.
    static let fewestForByar = 10.0

    /// Records a rate.
    ///
    /// - Parameters:
    ///   - events: How many events there were, 0 or more.
    ///   - population: The population, more than 0.
    ///   - multiplier: What the rate is shown per: 10,000 for children's services, 100,000 for public health…
    /// - Throws: ``IntervalError`` for counts or multipliers that cannot be.
    public init(_ events: Double, in population: Double, multiplier: Double = 10_000) throws(IntervalError) {
        try IntervalError.check(count: events)
        try IntervalError.check(denominator: population)
        try IntervalError.check(multiplier: multiplier)
        self.events = events
        self.population = population
        self.multiplier = multiplier
    }

    private init(unchecked events: Double, like other: CrudeRate) {
        self.events = events
        population = other.population
        multiplier = other.multiplier
    }

    /// No events in the same population.
    var withoutEvents: CrudeRate { CrudeRate(unchecked: 0, like: self) }

    /// The rate.
    public var value: Double { multiplier * events / population }

    /// The exact interval below ten events, Byar's from ten, as in PHEindicatormethods.
    ///
    /// - Parameter level: How sure the interval should be. At 100 per cent it begins at 0 and has no upper limit.
    /// - Returns: The interval, with the method that was used.
    public func interval(at level: ConfidenceLevel = .percent95) -> ConfidenceInterval {
        let isExact = events < Self.fewestForByar
        let (lower, upper) = Self.countLimits(events, level)
        return ConfidenceInterval(
            value: value, lower: lower / population * multiplier,
            upper: upper.isFinite ? upper / population * multiplier : nil, level: level,
            method: isExact ? .exactPoisson : .byar)
    }

    /// The limits of a number of events.
    static func countLimits(_ events: Double, _ level: ConfidenceLevel) -> (lower: Double, upper: Double) {
        if level.tail <= 0 { return (0, .infinity) }
        return events < fewestForByar ? exactLimits(events, level) : byarLimits(events, level)
    }

    /// The mean counts under which the events, or more, and the events, or fewer, have the probability of one tail.
    static func exactLimits(_ events: Double, _ level: ConfidenceLevel) -> (lower: Double, upper: Double) {
        (
            GammaDistribution.quantile(lowerTail: level.tail, shape: events),
            GammaDistribution.quantile(upperTail: level.tail, shape: events + 1)
        )
    }

    private static func byarLimits(_ events: Double, _ level: ConfidenceLevel) -> (lower: Double, upper: Double) {
        func cubed(_ base: Double) -> Double { base * base * base }
        let z = level.normalQuantile
        let next = events + 1
        let lower = events * cubed(1 - 1 / (9 * events) - z / (3 * events.squareRoot()))
        let upper = next * cubed(1 - 1 / (9 * next) + z / (3 * next.squareRoot()))
        return (max(0, lower), upper)
    }
}

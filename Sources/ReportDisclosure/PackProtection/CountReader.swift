import ReportModel
import ReportVocabulary
import SmallNumbers

/// Finds the counts of people behind a figure.
struct CountReader {
    private let words: PackIndex

    init(_ words: PackIndex) {
        self.words = words
    }

    /// The counts behind a figure, as far as they are known.
    struct Counts {
        /// What is counted, or the numerator.
        var part: Int?
        /// What the part is out of, where that is a count of people too.
        var whole: Int?
        /// How many of these units make one of the figure's.
        var scale = 1

        /// How many counts these are at most.
        var mostCells: Int { [part, whole, rest].count { $0 != nil } }

        /// Those of the whole that are not in the part.
        var rest: Int? {
            guard scale == 1, let part, let whole, whole >= part else { return nil }
            return whole - part
        }
    }

    /// What other indicators say about the two counts of a figure.
    struct Tied {
        private let numerator: Double?
        fileprivate let denominator: Double?

        init(numerator: ObservedValue? = nil, denominator: ObservedValue? = nil) {
            func number(_ value: ObservedValue?) -> Double? {
                if case .value(let number, _) = value { number } else { nil }
            }
            self.numerator = number(numerator)
            self.denominator = number(denominator)
        }

        /// The numerator that a rounded figure stands for: the one that is reported, where there is one that fits.
        ///
        /// - Parameters:
        ///   - figure: The percentage or rate.
        ///   - base: What it is per, 100 for a percentage.
        ///   - whole: What it is out of.
        fileprivate func part(_ figure: Double, per base: Double, of whole: Double?) -> Int? {
            guard let whole else { return nil }
            let workedOut = figure * whole / base
            let fits = numerator.map { ($0 - workedOut).magnitude <= whole / base + 1 } ?? false
            return CountReader.count(fits ? numerator ?? workedOut : workedOut, isWorkedOut: true)
        }
    }

    /// The counts behind a figure.
    ///
    /// A percentage with the number that it is out of gives the numerator away; one without does not, unless another indicator
    /// counts the whole.
    ///
    /// - Parameters:
    ///   - observation: The figure.
    ///   - indicator: Its indicator.
    ///   - tied: What other indicators say about the numerator and the whole.
    func counts(behind observation: Observation, of indicator: Indicator, tied: Tied) -> Counts {
        guard indicator.countedGroup.isProtected else { return amounts(behind: observation, of: indicator) }
        let tiedWhole = tied.denominator
        switch (indicator.unit, observation.value) {
        case (_, .missing), (.money, _): return Counts()
        case (.count, .value(let value, let whole)):
            return Counts(part: Self.count(value), whole: (whole ?? tiedWhole).flatMap(Self.count))
        case (.count, .fraction(let part, let whole)), (.percent, .fraction(let part, let whole)):
            return Counts(part: Self.count(part), whole: Self.count(whole))
        case (.percent, .value(let value, let whole)):
            let whole = whole ?? tiedWhole
            return Counts(
                part: tied.part(value, per: 100, of: whole),
                whole: whole.flatMap(Self.count))
        // The population of a rate is known to everyone; that few people are in it protects nobody.
        case (.rate, .fraction(let part, _)): return Counts(part: Self.count(part))
        case (.rate(let base), .value(let value, let population)):
            let population = population ?? tiedWhole
            return Counts(part: tied.part(value, per: Double(base), of: population))
        case (.ratio, .fraction(let part, _)): return Counts(part: Self.count(part))
        // An average of few people is as telling as their number.
        case (.hours, .fraction(_, let people)), (.days, .fraction(_, let people)),
            (.workingDays, .fraction(_, let people)), (.weeks, .fraction(_, let people)),
            (.months, .fraction(_, let people)), (.unspecified, .fraction(_, let people)):
            return Counts(whole: Self.count(people))
        case (.hours, .value(_, let people)), (.days, .value(_, let people)), (.workingDays, .value(_, let people)),
            (.weeks, .value(_, let people)), (.months, .value(_, let people)), (.ratio, .value(_, let people)),
            (.unspecified, .value(_, let people)):
            return Counts(whole: people.flatMap(Self.count))
        }
    }

    /// The amounts behind a figure that counts nobody who is protected, in hundredths: they add up as counts do, and one that is
    /// withheld must not follow from the others.
    private func amounts(behind observation: Observation, of indicator: Indicator) -> Counts {
        func amount(_ number: Double?) -> Int? { number.flatMap { Self.count(($0 * 100).rounded()) } }
        switch (indicator.unit, observation.value) {
        case (_, .missing): return Counts()
        case (.count, .value(let value, let whole)), (.money, .value(let value, let whole)),
            (.unspecified, .value(let value, let whole)):
            return Counts(part: amount(value), whole: amount(whole), scale: 100)
        case (.percent, .value(let value, let whole)):
            return Counts(part: whole.flatMap { amount(value * $0 / 100) }, whole: amount(whole), scale: 100)
        case (.rate(let base), .value(let value, let population)):
            return Counts(part: population.flatMap { amount(value * $0 / Double(base)) }, scale: 100)
        case (_, .value): return Counts()
        // Two amounts that are printed beside each other; the figure itself is not one that adds up.
        case (_, .fraction(let part, let whole)):
            return Counts(part: amount(part), whole: amount(whole), scale: 100)
        }
    }

    private static func count(_ number: Double) -> Int? { count(number, isWorkedOut: false) }

    /// A number as a count; `nil` where it is none.
    ///
    /// One that was worked out from a rounded percentage or rate is the nearest whole number.
    private static func count(_ number: Double, isWorkedOut: Bool) -> Int? {
        guard number.isFinite, number >= 0, number <= Double(LinkedCounts.greatestCount) else { return nil }
        let nearest = number.rounded()
        return isWorkedOut || nearest == number ? Int(nearest) : nil
    }
}

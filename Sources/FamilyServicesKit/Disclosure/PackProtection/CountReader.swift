/// Finds the counts of people behind a figure.
struct CountReader {
    private let words: PackWords

    init(_ words: PackWords) {
        self.words = words
    }

    /// The counts behind a figure, as far as they are known.
    struct Counts {
        /// What is counted, or the numerator.
        var part: Int?
        /// What the part is out of, where that is a count of people too.
        var whole: Int?

        /// Those of the whole that are not in the part.
        var rest: Int? {
            guard let part, let whole, whole >= part else { return nil }
            return whole - part
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
    ///   - base: What another indicator says about the whole, where one does.
    func counts(behind observation: Observation, of indicator: Indicator, base: ObservedValue?) -> Counts {
        guard indicator.countedGroup.isProtected else { return Counts() }
        let tiedWhole = base.flatMap { value -> Double? in
            if case .value(let number, _) = value { number } else { nil }
        }
        switch (indicator.unit, observation.value) {
        case (_, .missing), (.money, _): return Counts()
        case (.count, .value(let value, let whole)):
            return Counts(part: Self.count(value), whole: (whole ?? tiedWhole).flatMap(Self.count))
        case (.count, .fraction(let part, let whole)), (.percent, .fraction(let part, let whole)):
            return Counts(part: Self.count(part), whole: Self.count(whole))
        case (.percent, .value(let value, let whole)):
            let whole = whole ?? tiedWhole
            return Counts(
                part: whole.flatMap { Self.count(value * $0 / 100, isWorkedOut: true) },
                whole: whole.flatMap(Self.count))
        // The population of a rate is known to everyone; that few people are in it protects nobody.
        case (.rate, .fraction(let part, _)): return Counts(part: Self.count(part))
        case (.rate(let base), .value(let value, let population)):
            let population = population ?? tiedWhole
            return Counts(part: population.flatMap { Self.count(value * $0 / Double(base), isWorkedOut: true) })
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

/// What the names in a pack stand for, as far as counts need it.
struct PackWords {
    let indicators: [Indicator.ID: Indicator]
    let breakdowns: [Breakdown.ID: Breakdown]
    let areas: [Area.ID: Area]
    let ownArea: Area.ID
    private let depths: [Indicator.ID: Int]

    init(_ pack: ReportPack) {
        indicators = Dictionary(pack.indicators.map { ($0.id, $0) }) { first, _ in first }
        breakdowns = Dictionary(pack.breakdowns.map { ($0.id, $0) }) { first, _ in first }
        ownArea = pack.manifest.area
        areas = Dictionary(pack.manifest.areas.map { ($0.id, $0) }) { first, _ in first }
        // An indicator that is a numerator or denominator counts people itself and seldom has ties of its own.
        var depths: [Indicator.ID: Int] = [:]
        for indicator in pack.indicators {
            depths[indicator.id] = indicator.ties?.numerator == nil && indicator.ties?.denominator == nil ? 0 : 1
        }
        self.depths = depths
    }

    /// The order in which counts are read: those that others share come first.
    func depth(of indicator: Indicator.ID) -> Int { depths[indicator] ?? 0 }

    func isNational(_ area: Area.ID) -> Bool { areas[area]?.kind == .country }

    /// A set of indicators with all that are tied to them, in either direction, directly or through others.
    func closed(_ set: Set<Indicator.ID>) -> Set<Indicator.ID> {
        var neighbours: [Indicator.ID: [Indicator.ID]] = [:]
        for (id, indicator) in indicators {
            for other in indicator.ties?.all ?? [] {
                neighbours[id, default: []].append(other)
                neighbours[other, default: []].append(id)
            }
        }
        var result = set
        var waiting = Array(set)
        while let next = waiting.popLast() {
            for other in neighbours[next] ?? [] where result.insert(other).inserted { waiting.append(other) }
        }
        return result
    }

    /// A figure in words, for messages to those who prepare a release.
    func label(_ key: PackCounts.Key, _ addition: String?) -> String {
        let category = key.category.flatMap { id in
            indicators[key.indicator]?.breakdown.flatMap { breakdowns[$0] }?.categories.first { $0.id == id }?.title
                ?? id.text
        }
        return [
            indicators[key.indicator]?.fullTitle ?? key.indicator.text, category, areas[key.area]?.title,
            key.period.label,
            addition,
        ].compactMap { $0 }.joined(separator: ", ")
    }
}

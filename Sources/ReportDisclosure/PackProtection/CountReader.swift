import ReportModel
import ReportVocabulary
import SmallNumbers

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
        /// How many of these units make one of the figure's.
        var scale = 1

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

/// What the names in a pack stand for, as far as counts need it.
struct PackWords {
    let indicators: [Indicator.ID: Indicator]
    let breakdowns: [Breakdown.ID: Breakdown]
    let areas: [Area.ID: Area]
    /// What each place is made up of, where its figures are the sums of theirs.
    let members: [Area.ID: [Area.ID]]
    let ownArea: Area.ID
    private let depths: [Indicator.ID: Int]
    /// The months in which the years of years to date begin.
    private let yearStarts: [Indicator.ID: Int]

    init(_ pack: ReportPack, figures: some Sequence<Observation>) {
        indicators = Dictionary(pack.indicators.map { ($0.id, $0) }) { first, _ in first }
        breakdowns = Dictionary(pack.breakdowns.map { ($0.id, $0) }) { first, _ in first }
        ownArea = pack.manifest.area
        areas = Dictionary(pack.manifest.areas.map { ($0.id, $0) }) { first, _ in first }
        members = areas.compactMapValues { area in
            let isSum = area.kind != .statisticalNeighbours && area.kind != .comparator
            return isSum && !area.members.isEmpty ? area.members : nil
        }
        // An indicator that is a numerator or denominator counts people itself and seldom has ties of its own.
        var depths: [Indicator.ID: Int] = [:]
        for indicator in pack.indicators {
            depths[indicator.id] = indicator.ties?.numerator == nil && indicator.ties?.denominator == nil ? 0 : 1
        }
        self.depths = depths
        var yearStarts: [Indicator.ID: Int] = [:]
        let running = Set(pack.indicators.lazy.filter { $0.accumulation == .yearToDate }.map(\.id))
        if !running.isEmpty {
            for figure in figures where running.contains(figure.indicator) {
                switch figure.period.kind {
                case .academicYear: yearStarts[figure.indicator] = 9
                case .calendarYear: yearStarts[figure.indicator] = 1
                case .month, .quarter, .financialYear, .snapshot, .span: break
                }
            }
        }
        self.yearStarts = yearStarts
    }

    // MARK: Names of counts

    /// The name under which a count is known, however its period is written: the days in which what it counts happened, or the
    /// day on which it was counted.
    ///
    /// The end of March, the month and the quarter are one day for what there is at the end of a period; March to March and the
    /// financial year are the same days for what happens.
    func count(_ key: Observation.Key) -> Observation.Key {
        key.with(period: days(of: key.period, for: key.indicator))
    }

    private func days(of period: ReportingPeriod, for indicator: Indicator.ID) -> ReportingPeriod {
        let (first, last) = (period.firstDay, period.lastDay)
        func span(from first: CalendarDate?) -> ReportingPeriod {
            first.flatMap { try? ReportingPeriod.span(from: $0, through: last) } ?? period
        }
        switch indicators[indicator]?.accumulation {
        case .snapshot: return .snapshot(last)
        case .period: return period.kind == .snapshot ? period : span(from: first)
        case .yearToDate:
            switch period.kind {
            case .span, .financialYear, .academicYear, .calendarYear: return span(from: first)
            case .month, .quarter, .snapshot:
                let month = yearStarts[indicator] ?? 4
                let year = last.month >= month ? last.year : last.year - 1
                return span(from: try? CalendarDate(year: year, month: month, day: 1))
            }
        case .rolling(let months):
            return span(from: last.adding(days: 1)?.adding(months: -months))
        case nil: return period
        }
    }

    /// The count of another indicator that a figure is declared to repeat.
    ///
    /// - Parameters:
    ///   - other: The other indicator.
    ///   - key: The figure, as its own indicator names it.
    ///   - isWhole: Whether it is what the figure is out of.
    ///   - days: The days that the figure is about, where these are to be taken whatever the other indicator calls them.
    func tied(
        to other: Indicator.ID, _ key: Observation.Key, isWhole: Bool, in days: ReportingPeriod? = nil
    ) -> Observation.Key {
        let tied = isWhole ? whole(by: other, of: key) : key.with(indicator: other)
        guard let days, indicators[other]?.accumulation != .snapshot,
            indicators[key.indicator]?.accumulation != .snapshot
        else { return count(tied) }
        return tied.with(period: days)
    }

    /// The count of an indicator that is declared a part of another's.
    func part(_ other: Indicator.ID, of key: Observation.Key) -> Observation.Key {
        let isDay = indicators[other]?.accumulation == .snapshot
        return isDay == (indicators[key.indicator]?.accumulation == .snapshot)
            ? key.with(indicator: other) : count(key.with(indicator: other))
    }

    /// The measure whose events an indicator counts: its own, or that of which it is the year to date.
    func measure(of indicator: Indicator.ID) -> Indicator.ID {
        var result = indicator
        // A circle of declarations is an error of its own and must not hold up anything.
        for _ in 0..<8 {
            guard let other = indicators[result]?.ties?.yearToDateOf, other != indicator, indicators[other] != nil
            else {
                break
            }
            result = other
        }
        return result
    }

    func isProtected(_ indicator: Indicator.ID) -> Bool { indicators[indicator]?.countedGroup.isProtected ?? true }

    /// Whether how many are left of a whole is protected.
    func protectsRest(_ indicator: Indicator.ID) -> Bool { indicators[indicator]?.protectedCounts != .cases }

    /// How much more than usual hiding a figure costs readers: more for one of the whole area of the report, which they look at
    /// first, and most for one of timeliness, which the law sets.
    func importance(of key: Observation.Key) -> Int {
        guard key.area == ownArea, let indicator = indicators[key.indicator] else { return 1 }
        let total = indicator.breakdown.flatMap { breakdowns[$0]?.total }
        guard key.category == nil || key.category == total else { return 1 }
        return indicator.timescale == nil ? 3 : 9
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

    /// The figure of another indicator that says what a figure is out of: of all people, where the other is not split.
    func whole(by other: Indicator.ID, of key: Observation.Key) -> Observation.Key {
        let key = key.with(indicator: other)
        return indicators[other]?.breakdown == nil ? key.with(category: nil) : key
    }

    /// A count in words, for messages to those who prepare a release.
    func label(_ key: Observation.Key, _ origin: PackCounts.Origin) -> String {
        let category = key.category.flatMap { id in
            indicators[key.indicator]?.breakdown.flatMap { breakdowns[$0] }?.categories.first { $0.id == id }?.title
                ?? id.text
        }
        let addition: String? =
            switch origin {
            case .figure: nil
            case .whole: "out of"
            case .rest: "the rest"
            case .inNoPart: "not in any part"
            }
        // Messages shorten what is long: what tells figures of one measure apart comes first.
        return [
            key.period.shortLabel, areas[key.area]?.title, category, addition,
            indicators[key.indicator]?.fullTitle ?? key.indicator.text,
        ].compactMap { $0 }.joined(separator: ", ")
    }
}

import ReportVocabulary

/// Finds the observations that references mean, and those that could have been taken for them.
///
/// Where the pack holds a figure twice the first one counts, as in ``FigureSeries``.
package struct FigureLookup {
    /// A figure without its period.
    package struct Place: Hashable {
        var indicator: Indicator.ID
        var area: Area.ID
        var category: Breakdown.Category.ID?
    }

    let ownArea: Area.ID
    package let indicators: [Indicator.ID: Indicator]
    private let areas: [Area.ID: String]
    private let categories: [Indicator.ID: [Breakdown.Category.ID: String]]
    private var byPlace: [Place: [Observation]] = [:]
    private var byTime: [ReportingPeriod: [Observation]] = [:]

    package init(_ pack: ReportPack) {
        ownArea = pack.manifest.area
        indicators = Dictionary(pack.indicators.map { ($0.id, $0) }) { first, _ in first }
        areas = Dictionary(pack.manifest.areas.map { ($0.id, $0.title) }) { first, _ in first }
        let breakdowns = Dictionary(pack.breakdowns.map { ($0.id, $0.categories) }) { first, _ in first }
        categories = indicators.compactMapValues { indicator in
            indicator.breakdown.flatMap { breakdowns[$0] }.map { list in
                Dictionary(list.map { ($0.id, $0.title) }) { first, _ in first }
            }
        }
        for observation in pack.observations {
            let place = Place(
                indicator: observation.indicator, area: observation.area, category: observation.category)
            byPlace[place, default: []].append(observation)
            byTime[observation.period, default: []].append(observation)
        }
    }

    package func place(of reference: FigureReference.Observed) -> Place {
        Place(
            indicator: reference.indicator, area: reference.area ?? ownArea, category: reference.category)
    }

    /// The observation that is meant.
    package func observation(_ reference: FigureReference.Observed) -> Observation? {
        byPlace[place(of: reference)]?.first { $0.period == reference.period }
    }

    /// The indicator that is meant.
    package func indicator(_ reference: FigureReference?) -> Indicator? {
        reference?.observed.flatMap { indicators[$0.indicator] }
    }

    /// The other periods for which there is the same figure.
    package func otherPeriods(than reference: FigureReference.Observed) -> [FigureReference.Observed] {
        var seen: Set<ReportingPeriod> = [reference.period]
        return (byPlace[place(of: reference)] ?? []).filter { seen.insert($0.period).inserted }.map {
            FigureReference.Observed(
                indicator: reference.indicator, period: $0.period, area: reference.area, category: reference.category)
        }
    }

    /// The figures of the same indicator and period for other areas and categories.
    package func otherGroups(than reference: FigureReference.Observed) -> [FigureReference.Observed] {
        sameTime(as: reference).filter { $0.indicator == reference.indicator }
    }

    /// The other figures of the same period, whatever they measure.
    package func sameTime(as reference: FigureReference.Observed) -> [FigureReference.Observed] {
        let own = place(of: reference)
        var seen: Set<Place> = [own]
        return (byTime[reference.period] ?? []).compactMap { observation in
            let place = Place(
                indicator: observation.indicator, area: observation.area, category: observation.category)
            guard seen.insert(place).inserted else { return nil }
            return FigureReference.Observed(
                indicator: place.indicator, period: observation.period, area: place.area, category: place.category)
        }
    }

    /// A reference in words: the measure, the area and category where they are not the usual ones, and the period.
    package func label(_ reference: FigureReference.Observed, naming: Bool = true) -> String {
        var parts: [String] = naming ? [indicators[reference.indicator]?.fullTitle ?? reference.indicator.text] : []
        if let category = reference.category {
            parts.append(categories[reference.indicator]?[category] ?? category.text)
        }
        if let area = reference.area, area != ownArea { parts.append(areas[area] ?? area.text) }
        parts.append(reference.period.label)
        return parts.joined(separator: ", ")
    }
}

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

import ReportModel
import ReportVocabulary

/// What an earlier report calls the measures, places and groups that have another identifier now.
///
/// What it showed of them can be read beside what is shown now, whatever the two are called. A measure, place or group that is
/// only in the earlier report is one that is only in the later if both have the same title; a measure also if all figures that
/// both have are the same.
struct EarlierNames {
    private var indicators: [Indicator.ID: Indicator.ID] = [:]
    private var areas: [Area.ID: Area.ID] = [:]
    private var categories: [Breakdown.ID: [Breakdown.Category.ID: Breakdown.Category.ID]] = [:]

    /// How many figures have to be the same, where titles are not; fewer may be so by chance.
    private static let leastFigures = 3

    /// Looks for them.
    ///
    /// O(figures of the measures that are in one of the two only), and nothing as a rule.
    init(of earlier: ReportPack, in pack: ReportPack) {
        areas = Self.pairs(
            earlier.manifest.areas, pack.manifest.areas, id: \.id,
            isSame: { $0.title == $1.title && $0.kind == $1.kind })
        let breakdowns = RecordTable("breakdown", of: pack.breakdowns)
        let breakdownsThen = RecordTable("breakdown", of: earlier.breakdowns)
        let figures = FiguresByMeasure(earlier, not: pack)
        let figuresNow = FiguresByMeasure(pack, not: earlier)
        indicators = Self.pairs(earlier.indicators, pack.indicators, id: \.id) { then, now in
            then.unit == now.unit && then.accumulation == now.accumulation && then.countedGroup == now.countedGroup
                && ((then.fullTitle == now.fullTitle && then.group == now.group)
                    || Self.agree(figures.values[then.id] ?? [:], figuresNow.values[now.id] ?? [:]))
        }
        let later = RecordTable("indicator", of: pack.indicators)
        for indicator in earlier.indicators {
            guard let id = indicator.breakdown, categories[id] == nil, let then = breakdownsThen[id],
                let now = later[indicators[indicator.id] ?? indicator.id]?.breakdown.flatMap({ breakdowns[$0] })
            else { continue }
            categories[id] = Self.pairs(
                then.categories, now.categories, id: \.id, isSame: { $0.title == $1.title })
        }
    }

    /// An earlier report under the names of now.
    func renamed(_ pack: ReportPack) -> ReportPack {
        guard !(indicators.isEmpty && areas.isEmpty && categories.values.allSatisfy(\.isEmpty)) else { return pack }
        var result = pack
        result.manifest.areas = pack.manifest.areas.map { area in
            Area(
                id: areas[area.id] ?? area.id, title: area.title, kind: area.kind, onsCode: area.onsCode,
                dfeCode: area.dfeCode, members: area.members.map { areas[$0] ?? $0 })
        }
        for (position, breakdown) in pack.breakdowns.enumerated() {
            guard let names = categories[breakdown.id], !names.isEmpty else { continue }
            result.breakdowns[position].total = breakdown.total.map { names[$0] ?? $0 }
            for (place, category) in breakdown.categories.enumerated() {
                result.breakdowns[position].categories[place].id = names[category.id] ?? category.id
                result.breakdowns[position].categories[place].parent = category.parent.map { names[$0] ?? $0 }
            }
        }
        func name(_ indicator: Indicator.ID) -> Indicator.ID { indicators[indicator] ?? indicator }
        var breakdowns: [Indicator.ID: Breakdown.ID] = [:]
        for (position, indicator) in pack.indicators.enumerated() {
            breakdowns[indicator.id] = breakdowns[indicator.id] ?? indicator.breakdown
            result.indicators[position].id = name(indicator.id)
            result.indicators[position].ties = indicator.ties.map { ties in
                CountTies(
                    parts: ties.parts.map(name), numerator: ties.numerator.map(name),
                    denominator: ties.denominator.map(name), yearToDateOf: ties.yearToDateOf.map(name))
            }
        }
        for (position, figure) in pack.observations.enumerated() {
            result.observations[position].indicator = name(figure.indicator)
            result.observations[position].area = areas[figure.area] ?? figure.area
            let names = breakdowns[figure.indicator].flatMap { categories[$0] }
            result.observations[position].category = figure.category.map { names?[$0] ?? $0 }
        }
        return result
    }

    /// The new name of each record that only the earlier list has.
    private static func pairs<Record, ID: Hashable>(
        _ then: [Record], _ now: [Record], id: (Record) -> ID, isSame: (Record, Record) -> Bool
    ) -> [ID: ID] {
        let (known, old) = (Set(now.map(id)), Set(then.map(id)))
        var new = now.filter { !old.contains(id($0)) }
        var result: [ID: ID] = [:]
        for record in then where !known.contains(id(record)) && result[id(record)] == nil {
            guard let place = new.firstIndex(where: { isSame(record, $0) }) else { continue }
            result[id(record)] = id(new.remove(at: place))
        }
        return result
    }

    private static func agree(_ then: FiguresByMeasure.Figures, _ now: FiguresByMeasure.Figures) -> Bool {
        var values: Set<ObservedValue> = []
        var agreeing = 0
        for (place, value) in then {
            guard let other = now[place] else { continue }
            guard other == value else { return false }
            agreeing += 1
            values.insert(value)
        }
        return agreeing >= leastFigures && values.count > 1
    }
}

/// The figures of the measures that another pack does not have.
private struct FiguresByMeasure {
    struct Place: Hashable {
        let period: ReportingPeriod
        let area: Area.ID
        let category: Breakdown.Category.ID?
    }

    typealias Figures = [Place: ObservedValue]

    private(set) var values: [Indicator.ID: Figures] = [:]

    init(_ pack: ReportPack, not other: ReportPack) {
        let new = Set(pack.indicators.map(\.id)).subtracting(other.indicators.map(\.id))
        guard !new.isEmpty else { return }
        for figure in pack.observations where new.contains(figure.indicator) {
            // That both say nothing is not that they say the same.
            if case .missing = figure.value { continue }
            let place = Place(period: figure.period, area: figure.area, category: figure.category)
            values[figure.indicator, default: [:]][place] = figure.value
        }
    }
}

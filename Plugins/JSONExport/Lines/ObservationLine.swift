import FamilyServicesKit

/// Writes observations as lines by hand: they are nearly all of a great file.
///
/// What records have in common, such as the title and unit of their indicator, is made once.
struct ObservationLine {
    /// A category can only be told together with the indicator, whose breakdown it is of.
    private struct CategoryKey: Hashable {
        let indicator: Indicator.ID
        let category: Breakdown.Category.ID
    }

    private let index: PackIndex
    private var indicators = FragmentCache<Indicator.ID>()
    private var periods = FragmentCache<ReportingPeriod>()
    private var areas = FragmentCache<Area.ID>()
    private var categories = FragmentCache<CategoryKey>()
    private let units: [Indicator.ID: MeasurementUnit]
    /// The unit of the observation before, which often is that of the next too.
    private var last: (indicator: Indicator.ID, unit: MeasurementUnit)?
    /// The areas that the report's targets are for: its own and the parts of it.
    private let ratedAreas: Set<Area.ID>
    private var targets: [TargetKey: (target: Target?, fragment: [UInt8])] = [:]
    private var seen = SeenFigures()
    private let beginning: [UInt8]

    private struct TargetKey: Hashable {
        let indicator: Indicator.ID
        let day: CalendarDate
    }

    /// - Parameters:
    ///   - index: The records that the figures name.
    ///   - beginning: The columns that all lines begin with, after the type of record.
    init(_ index: PackIndex, beginning: [UInt8]) {
        self.index = index
        self.beginning = Array(#"{"record":"observation""#.utf8) + beginning
        units = index.indicators.all.mapValues(\.unit)
        ratedAreas = Set(index.areas.all.values.filter { $0.kind == .locality }.map(\.id)).union([index.ownArea])
    }

    mutating func append(_ observation: Observation, to text: inout JSONText) throws(JSONExportError) {
        let index = index
        text.append(beginning)
        text.append(indicators.fragment(for: observation.indicator) { Self.append($0, index, to: &$1) })
        text.append(periods.fragment(for: observation.period) { Self.append($0, to: &$1) })
        text.append(areas.fragment(for: observation.area) { Self.append($0, index, to: &$1) })
        if let category = observation.category {
            let key = CategoryKey(indicator: observation.indicator, category: category)
            text.append(categories.fragment(for: key) { Self.append($0, index, to: &$1) })
        } else {
            text.append(#","category":null,"category_title":null"#)
        }
        try append(observation.value, in: unit(of: observation.indicator), to: &text)
        try appendRating(of: observation, to: &text)
        // Of two figures by one name the first counts, as in a series.
        text.append(seen.insert(observation) ? #","counts":true"# : #","counts":false"#)
        append(#","qualifier":"#, observation.qualifier.rawValue, to: &text)
        append(#","printed":"#, observation.printed?.text, to: &text)
        append(#","period_basis":"#, observation.periodBasis.rawValue, to: &text)
        append(#","note":"#, observation.note, to: &text)
        append(#","source":"#, observation.source?.document.text, to: &text)
        append(#","source_place":"#, observation.source?.place, to: &text)
        append(observation.access, to: &text)
        text.append("}\n")
    }

    private static func append(_ id: Indicator.ID, _ index: PackIndex, to text: inout JSONText) {
        let indicator = index.indicators[id]
        text.append(#","indicator":"#)
        text.append(quoted: id.text)
        text.append(#","indicator_title":"#)
        text.append(quotedOrNull: indicator?.fullTitle)
        text.append(#","indicator_group":"#)
        text.append(quotedOrNull: indicator?.group)
        text.append(#","service":"#)
        text.append(quotedOrNull: indicator?.service.rawValue)
        text.append(#","unit":"#)
        text.append(quotedOrNull: indicator?.unit.code)
        text.append(#","polarity":"#)
        text.append(quotedOrNull: indicator?.polarity.rawValue)
        text.append(#","breakdown":"#)
        text.append(quotedOrNull: indicator?.breakdown?.text)
        text.append(#","breakdown_title":"#)
        text.append(quotedOrNull: index.breakdowns[indicator?.breakdown]?.title)
    }

    private static func append(_ period: ReportingPeriod, to text: inout JSONText) {
        text.append(#","period":"#)
        text.append(quoted: period.code)
        text.append(#","period_kind":"#)
        text.append(quoted: period.kind.rawValue)
        text.append(#","first_day":"#)
        text.append(quoted: period.firstDay.description)
        text.append(#","last_day":"#)
        text.append(quoted: period.lastDay.description)
    }

    private static func append(_ id: Area.ID, _ index: PackIndex, to text: inout JSONText) {
        let area = index.areas[id]
        text.append(#","area":"#)
        text.append(quoted: id.text)
        text.append(#","area_title":"#)
        text.append(quotedOrNull: area?.title)
        text.append(#","area_kind":"#)
        text.append(quotedOrNull: area?.kind.rawValue)
        text.append(#","ons_code":"#)
        text.append(quotedOrNull: area?.onsCode?.text)
        text.append(#","dfe_code":"#)
        text.append(quotedOrNull: area?.dfeCode?.text)
    }

    private static func append(_ key: CategoryKey, _ index: PackIndex, to text: inout JSONText) {
        text.append(#","category":"#)
        text.append(quoted: key.category.text)
        text.append(#","category_title":"#)
        text.append(quotedOrNull: index.category(key.category, of: key.indicator)?.title)
    }

    private mutating func unit(of indicator: Indicator.ID) -> MeasurementUnit {
        if let last, last.indicator == indicator { return last.unit }
        let unit = units[indicator] ?? .unspecified
        last = (indicator, unit)
        return unit
    }

    private func append(
        _ value: ObservedValue, in unit: MeasurementUnit, to text: inout JSONText
    ) throws(JSONExportError) {
        let (numerator, denominator): (Double?, Double?) =
            switch value {
            case .fraction(let numerator, let denominator): (numerator, denominator)
            case .value(_, let base): (nil, base)
            case .missing: (nil, nil)
            }
        var number = value.number(in: unit)
        // A quotient of two numbers that JSON can hold may be too great for it; what it came from says more than an error.
        if case .fraction = value, number?.isFinite == false { number = nil }
        try append(#","value":"#, number, "value", to: &text)
        try append(#","numerator":"#, numerator, "numerator", to: &text)
        try append(#","denominator":"#, denominator, "denominator", to: &text)
        append(#","missing":"#, value.missingReason?.rawValue, to: &text)
    }

    /// The rating against the target that holds on the last day of the period, and that target.
    private mutating func appendRating(of observation: Observation, to text: inout JSONText) throws(JSONExportError) {
        guard ratedAreas.contains(observation.area), let indicator = index.indicators[observation.indicator] else {
            return text.append(Self.noRating)
        }
        let day = observation.period.lastDay
        let key = TargetKey(indicator: observation.indicator, day: day)
        if targets[key] == nil { targets[key] = try Self.target(of: indicator, on: day) }
        guard let found = targets[key], let target = found.target else { return text.append(Self.noRating) }
        let rating = Rating(of: observation, for: indicator, on: day)
        append(#","rating":"#, rating.outcome.rawValue, to: &text)
        text.append(found.fragment)
        let number = observation.value.number(in: indicator.unit).flatMap { $0.isFinite ? $0 : nil }
        try append(
            #","target_distance":"#, number.map { target.requirement.signedDistance(of: $0) }, "target_distance",
            to: &text)
    }

    private static let noRating: StaticString =
        #","rating":null,"target":null,"target_kind":null,"target_lower":null,"target_upper":null,"target_distance":null"#

    private static func target(
        of indicator: Indicator, on day: CalendarDate
    ) throws(JSONExportError) -> (target: Target?, fragment: [UInt8]) {
        guard let target = indicator.target(on: day) else { return (nil, []) }
        var text = JSONText()
        text.append(#","target":"#)
        text.append(quoted: target.label(in: indicator.unit))
        text.append(#","target_kind":"#)
        text.append(quoted: TargetKind(target.requirement).rawValue)
        let ends = target.requirement.ends
        do throws(LineNumber.NotFinite) {
            text.append(#","target_lower":"#)
            try text.append(finite: ends.lower)
            text.append(#","target_upper":"#)
            try text.append(finite: ends.upper)
        } catch {
            throw error.error(column: "target", record: "observation")
        }
        return (target, text.bytes)
    }

    private func append(_ access: Access, to text: inout JSONText) {
        guard !access.isUnrestricted else {
            return text.append(#","exempt_paragraphs":null,"agreements":null"#)
        }
        let paragraphs = access.exemptParagraphs.sorted().map(\.rawValue)
        append(#","exempt_paragraphs":"#, LineText.joined(paragraphs), to: &text)
        append(#","agreements":"#, LineText.joined(access.agreements.sorted()), to: &text)
    }

    private func append(_ prefix: StaticString, _ value: String?, to text: inout JSONText) {
        text.append(prefix)
        text.append(quotedOrNull: value)
    }

    private func append(
        _ prefix: StaticString, _ value: Double?, _ column: String, to text: inout JSONText
    ) throws(JSONExportError) {
        text.append(prefix)
        do throws(LineNumber.NotFinite) {
            try text.append(finite: value)
        } catch {
            throw error.error(column: column, record: "observation")
        }
    }
}

/// Which figures were there already, by what they are of: a bit for each period of each series, so that memory does not grow with
/// the figures of a series.
private struct SeenFigures {
    private struct Series: Hashable {
        let indicator: Indicator.ID
        let area: Area.ID
        let category: Breakdown.Category.ID?
    }

    private var periods: [ReportingPeriod: Int] = [:]
    private var bits: [Series: [UInt64]] = [:]

    /// Takes a figure down.
    ///
    /// - Returns: Whether it is the first of its indicator, period, area and category.
    mutating func insert(_ observation: Observation) -> Bool {
        let place = periods[observation.period] ?? periods.count
        periods[observation.period] = place
        let series = Series(
            indicator: observation.indicator, area: observation.area, category: observation.category)
        let (word, bit) = (place / 64, UInt64(1) << UInt64(place % 64))
        return Self.set(bit, of: word, in: &bits[series, default: []])
    }

    private static func set(_ bit: UInt64, of word: Int, in words: inout [UInt64]) -> Bool {
        while words.count <= word { words.append(0) }
        guard words[word] & bit == 0 else { return false }
        words[word] |= bit
        return true
    }
}

extension ObservationLine {
    /// The columns of a figure, in the order in which ``append(_:to:)`` writes them.
    static let table = LineTable(
        "observation",
        "A figure: the value of an indicator in a period, an area and, where it is split, a category.",
        measure + period + place + value + rating + target + distance + rest)

    private static let measure = [
        LineColumn("indicator", .text, "The identifier of the indicator.", isOptional: false),
        LineColumn("indicator_title", .text, "The name of the measure."),
        LineColumn("indicator_group", .text, "The heading under which it is listed."),
        LineColumn(
            "service", .text, "The part of children's services that it is about.",
            choices: ServiceArea.allCases.map(\.rawValue)),
        LineColumn("unit", .text, "What it is measured in, such as `percent`, `count` or `rate per 10000`."),
        LineColumn("polarity", .text, "Which way is better.", choices: Polarity.allCases.map(\.rawValue)),
        LineColumn("breakdown", .text, "The identifier of the way in which the indicator is split."),
        LineColumn("breakdown_title", .text, "The name of that split, such as `Team`."),
    ]

    private static let period = LineSketch<ReportingPeriod>.period { $0 }.map(\.column)

    private static let place = [
        LineColumn("area", .text, "The identifier of the area.", isOptional: false),
        LineColumn("area_title", .text, "The name of the area."),
        LineColumn(
            "area_kind", .text, "What kind of area it is.", choices: Area.Kind.allCases.map(\.rawValue)),
        LineColumn("ons_code", .text, "Its code of the Office for National Statistics, such as `E09000003`."),
        LineColumn("dfe_code", .text, "Its code of the Department for Education, such as `302`."),
        LineColumn("category", .text, "The identifier of the part of the population; null for the whole."),
        LineColumn("category_title", .text, "The name of that part."),
    ]

    private static let value = [
        LineColumn(
            "value", .number,
            "The value in the unit: as given, or worked out from numerator and denominator, and then not rounded."),
        LineColumn("numerator", .number, "The numerator; null where only the value is known."),
        LineColumn("denominator", .number, "The denominator, or what the value was counted out of."),
        LineColumn(
            "missing", .text, "Why there is no value.", choices: MissingReason.allCases.map(\.rawValue)),
    ]

    private static let rating = [
        LineColumn(
            "rating", .text,
            "The rating against the target that holds on the last day of the period. It is null where there is no such target, and "
                + "for areas other than that of the report and the parts of it.",
            choices: Rating.Outcome.allCases.map(\.rawValue))
    ]

    private static let target = LineSketch<Observation>.target(in: { _ in nil }, { _ in nil }).map(\.column)

    private static let distance = [
        LineColumn("target_distance", .number, "The value less the target, in percentage points for a percentage."),
        LineColumn(
            "counts", .flag,
            "Whether the figure counts. It is false for a second figure of the same indicator, period, area and category, such as "
                + "the one that another source prints.", isOptional: false),
    ]

    private static let rest =
        [
            LineColumn(
                "qualifier", .text, "How exactly the value is known.", isOptional: false,
                choices: Observation.Qualifier.allCases.map(\.rawValue)),
            LineColumn("printed", .text, "The figure as its source prints it."),
            LineColumn(
                "period_basis", .text, "Whether the source states the period or it was inferred.", isOptional: false,
                choices: Basis.allCases.map(\.rawValue)),
            LineColumn("note", .text, "What to know before using it."),
        ] + LineSketch<Observation>.source { $0.source }.map(\.column)
        + LineSketch<Observation>.access { $0.access }.map(\.column)
}

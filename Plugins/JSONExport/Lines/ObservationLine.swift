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

    init(_ index: PackIndex) {
        self.index = index
        units = index.indicators.all.mapValues(\.unit)
    }

    mutating func append(_ observation: Observation, to text: inout JSONText) throws(JSONExportError) {
        let index = index
        text.append(#"{"record":"observation""#)
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
        text.append(#","unit":"#)
        text.append(quotedOrNull: indicator?.unit.code)
        text.append(#","polarity":"#)
        text.append(quotedOrNull: indicator?.polarity.rawValue)
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

    private func append(_ access: Access, to text: inout JSONText) {
        guard !access.isUnrestricted else {
            return text.append(#","exempt_paragraphs":null,"agreements":null"#)
        }
        let paragraphs = access.exemptParagraphs.sorted().map(\.rawValue)
        append(#","exempt_paragraphs":"#, LineValue.joined(paragraphs), to: &text)
        append(#","agreements":"#, LineValue.joined(access.agreements.sorted()), to: &text)
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

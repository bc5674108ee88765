import FamilyServicesKit
import PublishedStatistics

/// The columns of a data file that its description describes: measures, and the filter of a breakdown.
struct OpenColumns {
    /// The column of the filter.
    let filter: String?
    private let filterTitle: String
    /// A filter of one item is no choice, and is not described.
    private let isFilterDescribed: Bool
    private let measures: [Measure]

    private struct Measure {
        let indicator: Indicator
        let name: String
        let label: String
        let group: String
        /// Whether the counts that shares rest on have columns too.
        let hasCounts: Bool
    }

    /// Texts that mean nothing, or all, to those who read such files.
    static let reserved: Set<String> = [
        "", "Total", "NULL", "Null", "null", "NA", "na", "N/A", "n/a", ".", "..", "-",
    ]

    /// The longest label that the standard allows.
    private static let longestLabel = 80
    private static let longestName = 50

    init(
        _ indicators: [Indicator], filter breakdown: Breakdown?, isFilterDescribed: Bool, rows: [Observation],
        isSynthetic: Bool
    ) {
        self.isFilterDescribed = isFilterDescribed
        let withCounts = Set(
            rows.filter { if case .fraction = $0.value { true } else { false } }.map(\.indicator))
        var names: Set<String> = StatisticsHeading.standardColumns
        var labels: Set<String> = []
        var groups: [String: String] = [:]
        var measures: [Measure] = []
        filter = breakdown.map { breakdown in
            Self.unique(
                Self.filterName(OpenTables.slug(breakdown.id.text, else: "part")), &names, longest: Self.longestName)
        }
        filterTitle = breakdown.map { Self.unique($0.title, &labels, longest: Self.longestLabel) } ?? ""
        for (number, indicator) in indicators.enumerated() {
            let hasCounts = withCounts.contains(indicator.id)
            // The longest of the three names has to be short enough.
            let suffix = hasCounts ? 12 : 0
            var name = OpenTables.slug(indicator.id.text, else: "measure")
            if let first = name.first, !first.isLetter { name = "measure_" + name }
            // The standard keeps some words for filters; the label says what is measured.
            if StatisticsHeading.isKeptForFilters(name) { name = "measure_\(number + 1)" }
            name = Self.unique(name, &names, longest: Self.longestName - suffix)
            if hasCounts { names.formUnion([name + "_numerator", name + "_denominator"]) }
            let title = indicator.fullTitle.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            var label = Self.reserved.contains(title) ? indicator.id.text : title
            switch indicator.unit {
            case .percent, .count, .unspecified, .ratio, .money(.pounds), .money(.millions): break
            default: label += " (\(indicator.unit.label))"
            }
            if isSynthetic { label = "Invented: " + label }
            label = Self.unique(label, &labels, longest: Self.longestLabel - suffix)
            if hasCounts { labels.formUnion([label + ": number", label + ": out of"]) }
            // Groups that differ in punctuation only would be one group for the service.
            let plain = indicator.group.filter { $0.isLetter || $0.isNumber }
            let group = Self.reserved.contains(indicator.group) ? "" : groups[plain] ?? indicator.group
            groups[plain] = group
            measures.append(
                Measure(indicator: indicator, name: name, label: label, group: group, hasCounts: hasCounts))
        }
        self.measures = measures
    }

    /// Whether a measure has a column.
    func has(_ indicator: Indicator.ID) -> Bool { measures.contains { $0.indicator.id == indicator } }

    /// The names of the columns of figures.
    var names: [String] {
        measures.flatMap { $0.hasCounts ? [$0.name, $0.name + "_numerator", $0.name + "_denominator"] : [$0.name] }
    }

    /// The cells of a row.
    func cells(_ observations: [Indicator.ID: Observation]) -> [String] {
        measures.flatMap { measure -> [String] in
            guard let observation = observations[measure.indicator.id] else {
                return Array(repeating: "x", count: measure.hasCounts ? 3 : 1)
            }
            let value = Self.cell(observation, measure.indicator)
            guard measure.hasCounts else { return [value] }
            guard case .fraction(let part, let whole) = observation.value else {
                let symbol = observation.value.missingReason.map(Self.symbol) ?? "x"
                return [value, symbol, symbol]
            }
            return [value, Self.number(part), Self.number(whole)]
        }
    }

    private static func cell(_ observation: Observation, _ indicator: Indicator) -> String {
        if let reason = observation.value.missingReason { return symbol(reason) }
        guard observation.qualifier != .above, observation.qualifier != .below,
            let number = observation.value.number(in: indicator.unit), number.isFinite
        else { return "x" }
        return DecimalText.plain(number, decimals: indicator.decimals)
    }

    /// The symbol of the standard; it has none for a period in which there was nothing to record.
    private static func symbol(_ reason: MissingReason) -> String {
        reason == .noneRecorded ? MissingReason.notApplicable.dataCode : reason.dataCode
    }

    /// A count with the decimals that it has: posts are counted in parts.
    private static func number(_ number: Double) -> String {
        number.isFinite ? DecimalText.shortest(number).replacing(",", with: "") : "x"
    }

    /// The rows of the description.
    var description: String {
        var lines = [
            [
                "col_name", "col_type", "label", "indicator_grouping", "indicator_unit", "indicator_dp", "filter_hint",
                "filter_grouping_column",
            ]
        ]
        if let filter, isFilterDescribed { lines.append([filter, "Filter", filterTitle, "", "", "", "", ""]) }
        for measure in measures {
            let unit =
                switch measure.indicator.unit {
                case .percent: "%"
                case .money(.pounds): "£"
                case .money(.millions): "£m"
                default: ""
                }
            lines.append(
                [
                    measure.name, "Indicator", measure.label, measure.group, unit, String(measure.indicator.decimals),
                    "",
                    "",
                ])
            guard measure.hasCounts else { continue }
            for (suffix, words) in [("_numerator", ": number"), ("_denominator", ": out of")] {
                lines.append([
                    measure.name + suffix, "Indicator", measure.label + words, measure.group, "", "0", "", "",
                ])
            }
        }
        return lines.map { CSVText.row($0) + "\n" }.joined()
    }

    /// A name that is taken by no other, cut where it is too long.
    private static func unique(_ text: String, _ taken: inout Set<String>, longest: Int) -> String {
        let plain = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var name = plain.count > longest ? String(plain.prefix(longest - 1)) : plain
        while name.last == " " || name.last == "_" { name.removeLast() }
        if plain.count > longest, plain.contains(" ") { name += "…" }
        var number = 2
        let isName = !plain.contains(" ")
        while !taken.insert(name).inserted {
            let ending = isName ? "_\(number)" : " (\(number))"
            name = String(plain.prefix(longest - ending.count)) + ending
            number += 1
        }
        return name
    }

    /// The name of a filter, which the standard fixes for ethnicity and which must not be that of places.
    private static func filterName(_ name: String) -> String {
        if name.contains("ethnic") { return "ethnicity_detailed" }
        return StatisticsHeading.standardColumns.contains(name) || StatisticsHeading.looksLikePlace(name)
            ? "category_" + name : name
    }
}

import FamilyServicesKit

/// The tables of a publication, and what describes them.
struct OpenData {
    let publication: Publication
    let index: PackIndex
    let tables: [CSVTable]

    /// What stands for the whole of a population in a key, which must not be empty; SDMX has it so.
    static let whole = "_T"

    init(_ publication: Publication) {
        self.publication = publication
        let pack = publication.pack
        index = PackIndex(pack)
        tables = [
            Self.observations(pack, index), Self.indicators(pack, index), Self.areas(pack, index),
            Self.categories(pack),
            Self.symbols(pack),
        ]
    }
}

// MARK: - Figures

extension OpenData {
    private static let observationColumns: [CSVTable.Column] = [
        .init(name: "indicator", title: "Indicator", meaning: "The identifier of the indicator.", kind: .text),
        .init(
            name: "period", title: "Period", meaning: "The reporting period as a code, such as \(periodCodes).",
            kind: .text),
        .init(
            name: "area", title: "Area", meaning: "The identifier of the area.", kind: .text,
            property: "http://purl.org/linked-data/sdmx/2009/dimension#refArea"),
        .init(
            name: "category", title: "Category",
            meaning: "The identifier of the part of the population; \(whole) for the whole.", kind: .text),
        .init(
            name: "figure", title: "Figure number",
            meaning:
                "1 for the figure that counts; 2 and on for further figures of the same indicator, period, area and "
                + "category, such as one that another source prints.", kind: .whole),
        .init(name: "counts", title: "Counts", meaning: "Whether the report uses this figure.", kind: .flag),
        .init(name: "first_day", title: "First day", meaning: "The first day of the period.", kind: .date),
        .init(name: "last_day", title: "Last day", meaning: "The last day of the period.", kind: .date),
        .init(
            name: "value", title: "Value",
            meaning:
                "The value in the unit of the indicator, not rounded; a percentage of 69 is 69. Empty where there is none.",
            kind: .number, isRequired: false, property: "http://purl.org/linked-data/sdmx/2009/measure#obsValue"),
        .init(name: "unit", title: "Unit", meaning: "What the value is measured in.", kind: .text),
        .init(
            name: "numerator", title: "Numerator", meaning: "The numerator, where it is known.", kind: .number,
            isRequired: false),
        .init(
            name: "denominator", title: "Denominator",
            meaning: "The denominator, or what the value was counted out of, where it is known.", kind: .number,
            isRequired: false),
        .init(
            name: "symbol", title: "Symbol",
            meaning: "Why there is no value, as a symbol; symbols.csv says what each means.",
            kind: .text, isRequired: false, choices: symbolCodes),
        .init(
            name: "reason", title: "Reason", meaning: "The same in a word.", kind: .text, isRequired: false,
            choices: MissingReason.allCases.map(\.rawValue)),
        .init(
            name: "qualifier", title: "Qualifier", meaning: "How exactly the value is known.", kind: .text,
            choices: Observation.Qualifier.allCases.map(\.rawValue)),
        .init(
            name: "printed", title: "As printed", meaning: "The figure as its source prints it.", kind: .text,
            isRequired: false),
        .init(
            name: "source", title: "Source", meaning: "The document that it comes from, and the place in it.",
            kind: .text,
            isRequired: false),
        .init(name: "note", title: "Note", meaning: "What to know before using it.", kind: .text, isRequired: false),
    ]

    static let periodCodes =
        "2017-11, FY2018-19-Q3, FY2014-15, AY2023-24, 2018, 2015-03-31 or 2021-07-01/2022-01-31"

    private static let symbolCodes = MissingReason.allCases.map(\.dataCode).uniqued()

    private static func observations(_ pack: ReportPack, _ index: PackIndex) -> CSVTable {
        var seen: [Observation.Key: Int] = [:]
        let numbers = pack.observations.map { observation in
            seen[observation.key, default: 0] += 1
            return seen[observation.key] ?? 1
        }
        let places = Dictionary(pack.manifest.sources.map { ($0.id, $0.title) }) { first, _ in first }
        return CSVTable(
            name: "observations", title: "Figures", meaning: "One figure to a row.", columns: observationColumns,
            key: ["indicator", "period", "area", "category", "figure"],
            references: [
                .init(columns: ["indicator"], table: "indicators", of: ["indicator"]),
                .init(columns: ["area"], table: "areas", of: ["area"]),
            ], count: pack.observations.count
        ) { number, row in
            let observation = pack.observations[number]
            let unit = index.indicators[observation.indicator]?.unit ?? .unspecified
            row.append(observation.indicator.text)
            row.append(observation.period.code)
            row.append(observation.area.text)
            row.append(observation.category?.text ?? whole)
            row.append(numbers[number])
            row.append(numbers[number] == 1)
            row.append(observation.period.firstDay.description)
            row.append(observation.period.lastDay.description)
            let value = observation.value.number(in: unit)
            try append(
                Self.isQuotient(observation.value) && value?.isFinite == false ? nil : value, "value", number, to: &row)
            row.append(unit.label)
            let (numerator, denominator): (Double?, Double?) =
                switch observation.value {
                case .fraction(let part, let whole): (part, whole)
                case .value(_, let base): (nil, base)
                case .missing: (nil, nil)
                }
            try append(numerator, "numerator", number, to: &row)
            try append(denominator, "denominator", number, to: &row)
            row.append(observation.value.missingReason?.dataCode)
            row.append(observation.value.missingReason?.rawValue)
            row.append(observation.qualifier.rawValue)
            row.append(observation.printed?.text)
            row.append(
                observation.source.map { source in
                    [places[source.document] ?? source.document.text, source.place].compactMap { $0 }.joined(
                        separator: ", ")
                })
            row.append(observation.note)
        }
    }

    /// A quotient of two numbers that are finite may not be; what it came from says more than an error.
    private static func isQuotient(_ value: ObservedValue) -> Bool {
        if case .fraction = value { true } else { false }
    }

    private static func append(_ number: Double?, _ column: String, _ index: Int, to row: inout CSVRow) throws {
        guard row.append(number) else {
            throw OpenDataExportError(
                .nonFiniteNumber,
                "The \(column) of figure \(index + 1) is infinite or not a number; give a finite number, or why there is none."
            )
        }
    }
}

// MARK: - What the names stand for

extension OpenData {
    private static func indicators(_ pack: ReportPack, _ index: PackIndex) -> CSVTable {
        let named = Set(pack.observations.map(\.indicator))
        let known = pack.indicators.map(\.id)
        // A figure without its indicator is an error of the pack; its name must be there all the same.
        let unknown = pack.observations.map(\.indicator).filter { !known.contains($0) }.uniqued()
        let ids = known.uniqued() + unknown
        let columns: [CSVTable.Column] = [
            .init(name: "indicator", title: "Indicator", meaning: "The identifier.", kind: .text),
            .init(name: "title", title: "Title", meaning: "The name of the measure.", kind: .text),
            .init(
                name: "group", title: "Group", meaning: "The heading under which it is listed.", kind: .text,
                isRequired: false),
            .init(
                name: "service", title: "Service", meaning: "The part of children's services that it is about.",
                kind: .text, isRequired: false, choices: ServiceArea.allCases.map(\.rawValue)),
            .init(
                name: "definition", title: "Definition", meaning: "The measure in a sentence.", kind: .text,
                isRequired: false),
            .init(
                name: "numerator", title: "Numerator", meaning: "What the numerator counts.", kind: .text,
                isRequired: false),
            .init(
                name: "denominator", title: "Denominator", meaning: "What the denominator counts.", kind: .text,
                isRequired: false),
            .init(name: "unit", title: "Unit", meaning: "What it is measured in.", kind: .text, isRequired: false),
            .init(
                name: "decimals", title: "Decimals", meaning: "How many decimals the report shows.", kind: .whole,
                isRequired: false),
            .init(
                name: "better", title: "Better", meaning: "Which way is better.", kind: .text, isRequired: false,
                choices: Polarity.allCases.map(\.rawValue)),
            .init(
                name: "accumulation", title: "What a value gathers",
                meaning: "What happened in the period, what there is at its end, the year to date, or the last months.",
                kind: .text, isRequired: false),
            .init(
                name: "breakdown", title: "Breakdown",
                meaning: "The identifier of the way in which its figures are split; categories.csv has the parts.",
                kind: .text, isRequired: false),
            .init(
                name: "has_figures", title: "Has figures", meaning: "Whether observations.csv has figures of it.",
                kind: .flag),
        ]
        return CSVTable(
            name: "indicators", title: "Indicators", meaning: "The measures and how they are defined.",
            columns: columns,
            key: ["indicator"], count: ids.count
        ) { number, row in
            let id = ids[number]
            let indicator = index.indicators[id]
            row.append(id.text)
            row.append(indicator?.fullTitle.nonEmpty ?? id.text)
            row.append(indicator?.group)
            row.append(indicator?.service.rawValue)
            row.append(indicator?.definition.text)
            row.append(indicator?.definition.numerator)
            row.append(indicator?.definition.denominator)
            row.append(indicator?.unit.label)
            row.append(indicator.map { String($0.decimals) })
            row.append(indicator?.polarity.rawValue)
            row.append(indicator?.accumulation.code)
            row.append(indicator?.breakdown?.text)
            row.append(named.contains(id))
        }
    }

    private static func areas(_ pack: ReportPack, _ index: PackIndex) -> CSVTable {
        let ids = (pack.manifest.areas.map(\.id) + pack.observations.map(\.area)).uniqued()
        let columns: [CSVTable.Column] = [
            .init(name: "area", title: "Area", meaning: "The identifier.", kind: .text),
            .init(name: "title", title: "Title", meaning: "The name.", kind: .text),
            .init(
                name: "kind", title: "Kind", meaning: "What kind of area it is.", kind: .text, isRequired: false,
                choices: Area.Kind.allCases.map(\.rawValue)),
            .init(
                name: "ons_code", title: "ONS code", meaning: "Its code of the Office for National Statistics.",
                kind: .text, isRequired: false),
            .init(
                name: "dfe_code", title: "DfE code", meaning: "Its code of the Department for Education.", kind: .text,
                isRequired: false),
        ]
        return CSVTable(
            name: "areas", title: "Areas", meaning: "The areas that figures are about.", columns: columns,
            key: ["area"],
            count: ids.count
        ) { number, row in
            let area = index.areas[ids[number]]
            row.append(ids[number].text)
            row.append(area?.title.nonEmpty ?? ids[number].text)
            row.append(area?.kind.rawValue)
            row.append(area?.onsCode?.text)
            row.append(area?.dfeCode?.text)
        }
    }

    private static func categories(_ pack: ReportPack) -> CSVTable {
        struct Name: Hashable {
            let breakdown: Breakdown.ID
            let category: Breakdown.Category.ID
        }
        var seen: Set<Name> = []
        let rows = pack.breakdowns.flatMap { breakdown in breakdown.categories.map { (breakdown, $0) } }.filter {
            seen.insert(Name(breakdown: $0.id, category: $1.id)).inserted
        }
        let columns: [CSVTable.Column] = [
            .init(
                name: "breakdown", title: "Breakdown", meaning: "The identifier of the way in which figures are split.",
                kind: .text),
            .init(
                name: "breakdown_title", title: "Breakdown title", meaning: "The name of that split.", kind: .text,
                isRequired: false),
            .init(name: "category", title: "Category", meaning: "The identifier of the part.", kind: .text),
            .init(name: "title", title: "Title", meaning: "The name of the part.", kind: .text, isRequired: false),
            .init(
                name: "parent", title: "Within", meaning: "The identifier of the part that this one is within.",
                kind: .text, isRequired: false),
            .init(
                name: "is_total", title: "Is the total", meaning: "Whether it is the sum of all others.", kind: .flag),
        ]
        return CSVTable(
            name: "categories", title: "Categories", meaning: "The parts into which figures are split.",
            columns: columns,
            key: ["breakdown", "category"], count: rows.count
        ) { number, row in
            let (breakdown, category) = rows[number]
            row.append(breakdown.id.text)
            row.append(breakdown.title)
            row.append(category.id.text)
            row.append(category.title)
            row.append(category.parent?.text)
            row.append(category.id == breakdown.total)
        }
    }

    /// What the symbols mean; those that stand for more than one reason have all of them.
    private static func symbols(_ pack: ReportPack) -> CSVTable {
        let columns: [CSVTable.Column] = [
            .init(name: "symbol", title: "Symbol", meaning: "The symbol.", kind: .text),
            .init(name: "meaning", title: "Meaning", meaning: "Why there is no value.", kind: .text),
        ]
        return CSVTable(
            name: "symbols", title: "Symbols", meaning: "Why a figure has no value.", columns: columns, key: ["symbol"],
            count: symbolCodes.count
        ) { number, row in
            let code = symbolCodes[number]
            row.append(code)
            row.append(MissingReason.allCases.filter { $0.dataCode == code }.map(\.meaning).joined(separator: "; "))
        }
    }
}

extension Sequence where Element: Hashable {
    /// Each element once, in the order in which they first come.
    fileprivate func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

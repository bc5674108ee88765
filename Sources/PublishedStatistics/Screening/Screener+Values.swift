import ReportVocabulary

extension Screener {
    mutating func checkValues(_ data: ScreenedData, _ meta: ScreenedMeta?) {
        checkSymbols(data, meta)
        guard let meta else { return }
        // Rows are told apart by all their columns, so one that is missing would make them look the same.
        let missing: Set<ScreeningCheck> = [
            .columnsNeeded, .metaColumnsNeeded, .metaColumnType, .metaInData, .metaFilterGroupMatch, .geographicColumns,
        ]
        if findings.contains(where: { missing.contains($0.check) }) {
            skip([.rowsRepeated], "Columns by which rows are told apart are missing, or are not described.")
        } else {
            checkRows(data)
        }
        let indicators = Set(meta.indicators.map(\.name))
        let texts = Set(meta.indicators.filter { $0["indicator_unit"] == "numberstring" }.map(\.name))
        for (index, column) in data.columns.enumerated() where indicators.contains(column) {
            guard let figures = data.figures[index], !figures.isEmpty else { continue }
            if let blank = figures.blank {
                note(
                    .indicatorEntries, in: data.file, line: blank.line, column: column, count: blank.count,
                    "The indicator \(MessageText.quoted(column)) is blank in \(Self.rows(blank.count)).")
            }
            if let obsolete = figures.obsolete {
                note(
                    .indicatorEntries, in: data.file, line: obsolete.line, column: column, count: obsolete.count,
                    "The indicator \(MessageText.quoted(column)) has an obsolete symbol, : or ~, in "
                        + "\(Self.rows(obsolete.count)).")
            }
            if let other = figures.other, !texts.contains(column) {
                note(
                    .indicatorNumbers, in: data.file, line: other.line, column: column, count: other.count,
                    "The indicator \(MessageText.quoted(column)) holds neither a number nor a symbol in "
                        + "\(Self.rows(other.count)).")
            }
        }
    }

    private mutating func checkSymbols(_ data: ScreenedData, _ meta: ScreenedMeta?) {
        for (index, column) in data.columns.enumerated() {
            let nulls = data.figures[index]?.null.map { [$0] } ?? data.texts[index]?.nulls.map(\.1) ?? []
            if let place = nulls.first {
                note(
                    .nullSymbols, in: data.file, line: place.line, column: column,
                    count: nulls.reduce(0) { $0 + $1.count },
                    "\(MessageText.quoted(column)) holds NULL or NA.")
            }
            let others = data.figures[index]?.noData.map { [$0] } ?? data.texts[index]?.noData.map(\.1) ?? []
            if let place = others.first {
                note(
                    .noDataSymbols, in: data.file, line: place.line, column: column,
                    count: others.reduce(0) { $0 + $1.count },
                    "\(MessageText.quoted(column)) holds N/A, a hyphen or points.")
            }
        }
        for row in meta?.rows ?? [] {
            if let text = row.texts.filter({ ["NULL", "Null", "null", "NA", "na"].contains($0) }).min() {
                note(
                    .nullSymbols, in: meta?.file ?? "", line: row.line, column: row.name,
                    "The row holds \(MessageText.quoted(text)).")
            }
        }
    }

    private mutating func checkRows(_ data: ScreenedData) {
        let levels = Set(data.levels)
        // Such rows may be about one place twice, as their tables are not made by place.
        var excluded: Set<String> = ["Institution", "Planning area"]
        if levels.count > 1 || levels.isDisjoint(with: ["School", "Provider"]) {
            excluded.formUnion(["School", "Provider"])
        }
        let repeated = data.repeated.filter { !excluded.contains($0.key) }
        guard let first = repeated.values.min(by: { $0.line < $1.line }) else { return }
        let count = repeated.values.reduce(0) { $0 + $1.count }
        note(
            .rowsRepeated, in: data.file, line: first.line, count: count,
            "The row has the same time, place and filters as the row on line \(first.first)"
                + (count > 1 ? "; \(Self.rows(count)) in all repeat others." : "."))
    }

    // MARK: Names that are the same everywhere

    mutating func checkHarmonised(_ data: ScreenedData, _ meta: ScreenedMeta) {
        for row in meta.rows {
            for name in Set([row.name, row.group]).sorted() where !name.isEmpty {
                guard Self.hasStandardPart(name), !Self.standardNames.contains(name) else { continue }
                note(
                    .standardNames, in: meta.file, line: row.line, column: name,
                    "\(MessageText.quoted(name)) is not the Department's name for such a column.")
            }
        }
        checkEthnicity(data)
        let groups = data.pairs["characteristic_group"]?.filter { $0.first.lowercased().contains("ethnic") } ?? []
        var seen: Set<String> = []
        let unknown = groups.filter { group in
            !EthnicGroups.titles.contains { group.first.contains($0) } && seen.insert(group.first).inserted
        }
        if let first = unknown.first {
            note(
                .ethnicityGroups, in: data.file, line: first.place.line, column: "characteristic_group",
                count: unknown.count,
                "\(Self.list(unknown.map(\.first))) \(unknown.count == 1 ? "is" : "are") not in the standard.")
        }
        let strange = groups.filter { !EthnicGroups.names.contains(EthnicGroups.folded($0.second)) }
        if let first = strange.first {
            note(
                .ethnicityCharacteristics, in: data.file, line: first.place.line, column: "characteristic",
                count: strange.count,
                "\(Self.list(strange.map(\.second))) \(strange.count == 1 ? "is" : "are") not in the standard.")
        }
    }

    private mutating func checkEthnicity(_ data: ScreenedData) {
        let strange: [(text: String, place: ScreenedData.Occurrence)]
        if let pairs = data.pairs["ethnicity_major"] {
            strange = pairs.filter {
                EthnicGroups.minor[EthnicGroups.folded($0.first)]?.contains(EthnicGroups.folded($0.second)) != true
            }.map { ("\($0.first), \($0.second)", $0.place) }
        } else {
            let major = data.texts(of: "ethnicity_major")?.all.filter {
                EthnicGroups.minor[EthnicGroups.folded($0.0)] == nil
            }
            let minor = data.texts(of: "ethnicity_minor")?.all.filter { text, _ in
                !EthnicGroups.minor.values.contains { $0.contains(EthnicGroups.folded(text)) }
            }
            strange = (major ?? minor ?? []).map { ($0.0, $0.1) }
        }
        guard let first = strange.first else { return }
        note(
            .ethnicityValues, in: data.file, line: first.place.line, count: strange.count,
            "\(Self.list(strange.map(\.text))) \(strange.count == 1 ? "is" : "are") not in the standard.")
    }

    /// Whether a name has a part for which the Department has names of its own.
    static func hasStandardPart(_ name: String) -> Bool {
        let lower = name.lowercased()
        return standardParts.contains { lower.contains($0) }
    }

    private static let standardParts = [
        "sen_", "primary_need", "secondary_need", "establishment_type", "provider_type", "school_type", "ethnic",
    ]
    private static let standardNames: Set<String> = [
        "sen_status", "sen_primary_need", "sen_secondary_need", "sen_provision", "establishment_type",
        "establishment_type_group", "provider_type", "ethnicity_major", "ethnicity_minor", "ethnicity_detailed",
        "minority_ethnic",
    ]

    // MARK: Lengths and the dictionary

    mutating func checkLengths(_ data: ScreenedData, _ meta: ScreenedMeta?) {
        for column in data.columns where column.count > 50 {
            note(
                .nameLength, in: data.file, line: 1, column: column,
                "The name \(MessageText.quoted(column)) has \(column.count) characters.")
        }
        for row in meta?.rows ?? [] where row.label.count > 80 {
            note(
                .labelLength, in: meta?.file ?? "", line: row.line, column: row.name,
                "The label of \(MessageText.quoted(row.name)) has \(row.label.count) characters.")
        }
        let codes = GeographicLevel.all.flatMap { [$0.code, $0.second] }.compactMap(\.self)
        let titles = GeographicLevel.all.compactMap(\.title)
        noteLong(.codeLength, codes, over: 30, data)
        noteLong(.itemLength, (meta?.filtersAndGroups ?? []) + titles, over: 120, data)
        guard let dictionary = lists.dictionary else {
            skip([.dictionaryNames, .dictionaryItems], "No data dictionary was given.")
            return
        }
        for row in meta?.rows ?? [] where !row.name.isEmpty {
            guard let items = dictionary[row.name] else {
                note(
                    .dictionaryNames, in: meta?.file ?? "", line: row.line, column: row.name,
                    "The dictionary has no \(MessageText.quoted(row.name)).")
                continue
            }
            guard row.isFilter, let texts = data.texts(of: row.name) else { continue }
            let strange = texts.all.filter { !items.contains($0.0) }
            guard let place = strange.first?.1 else { continue }
            note(
                .dictionaryItems, in: data.file, line: place.line, column: row.name, count: strange.count,
                "Under \(MessageText.quoted(row.name)) the dictionary does not have \(Self.list(strange.map(\.0))).")
        }
    }

    private mutating func noteLong(
        _ check: ScreeningCheck, _ columns: [String], over most: Int, _ data: ScreenedData
    ) {
        for column in columns {
            let long = data.texts(of: column)?.all.filter { $0.0.count > most } ?? []
            guard let (text, place) = long.first else { continue }
            note(
                check, in: data.file, line: place.line, column: column, count: long.count,
                "Under \(MessageText.quoted(column)), \(MessageText.quoted(text)) has \(text.count) characters"
                    + (long.count > 1 ? "; \(long.count) texts are too long in all." : "."))
        }
    }
}

/// The names of ethnic groups in the harmonised standard of the Government Statistical Service.
enum EthnicGroups {
    /// A name without the spaces around strokes, in which spellings differ.
    static func folded(_ name: String) -> String {
        name.replacing(" /", with: "/").replacing("/ ", with: "/")
    }

    /// The groups, each with those that it is made of.
    static let minor: [String: Set<String>] = [
        "Total": ["Total"],
        "White": [
            "Total", "English/Welsh/Scottish/Northern Irish/British", "Irish", "Gypsy or Irish Traveller", "Roma",
            "Any other White background",
        ],
        "Mixed/Multiple ethnic groups": [
            "Total", "White and Black Caribbean", "White and Black African", "White and Asian",
            "Any other Mixed/Multiple ethnic background",
        ],
        "Asian/Asian British": [
            "Total", "Indian", "Pakistani", "Bangladeshi", "Chinese", "Any other Asian background",
        ],
        "Black/African/Caribbean/Black British": [
            "Total", "African", "Caribbean", "Any other Black/African/Caribbean background",
        ],
        "Other ethnic group": ["Total", "Arab", "Any other ethnic group"],
        "Unknown": ["Unknown"],
    ]

    /// All names.
    static let names = Set(minor.keys).union(minor.values.joined())

    /// What a group of characteristics is called.
    static let titles = ["Ethnicity Major", "Ethnicity Minor", "Ethnicity Detailed", "Minority Ethnic"]
}

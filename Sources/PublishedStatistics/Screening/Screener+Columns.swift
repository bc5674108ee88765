import ReportVocabulary

extension Screener {
    // MARK: Columns of the data

    mutating func checkDataColumns(_ data: ScreenedData) {
        let present = Set(data.columns)
        for column in StatisticsHeading.mandatory where !present.contains(column) {
            let near = data.columns.first { $0 != column && Trimmed.text($0).lowercased() == column }
            note(
                .columnsNeeded, in: data.file, line: 1, column: column,
                "There is no column \(MessageText.quoted(column))"
                    + (near.map { "; there is \(MessageText.quoted($0))." } ?? "."))
        }
        var seen: Set<String> = []
        for column in data.columns where !seen.insert(column).inserted {
            note(
                .columnsRepeated, in: data.file, line: 1, column: column,
                "The column \(MessageText.quoted(column)) is there twice.")
        }
        for column in seen.sorted() where column.contains(where: \.isWhitespace) {
            note(
                .columnSpaces, in: data.file, line: 1, column: column,
                "The name of the column \(MessageText.quoted(column)) has a space in it.")
        }
        let unusual = data.columns.filter { column in
            !column.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
            }
        }
        if !unusual.isEmpty {
            note(
                .columnSnakeCase, in: data.file, line: 1, count: unusual.count,
                "Other characters are in the \(unusual.count == 1 ? "name" : "names") \(Self.list(unusual)).")
        }
        let begun = data.columns.filter { !($0.utf8.first.map { (0x61...0x7A).contains($0) } ?? false) }
        if !begun.isEmpty {
            note(
                .columnStart, in: data.file, line: 1, count: begun.count,
                "\(Self.list(begun)) \(begun.count == 1 ? "begins" : "begin") with another character.")
        }
        guard data.rowCount > 0 else {
            note(.fileRead, in: data.file, "The file has headings and no rows.")
            return
        }
        for (index, column) in data.columns.enumerated() {
            let isEmpty =
                data.figures[index]?.isEmpty
                ?? data.texts[index]?.texts.allSatisfy { Trimmed.text($0).isEmpty } ?? false
            if isEmpty {
                // Columns of places that no row fills in are only of no use.
                note(
                    .fileEmptyColumns, in: data.file, line: 1, column: column,
                    severity: GeographicLevel.placeColumns.contains(column) ? .warning : nil,
                    "The column \(MessageText.quoted(column)) is empty.")
            }
        }
    }

    // MARK: Columns of the description

    mutating func checkMetaColumns(_ meta: ScreenedMeta) {
        let present = Set(meta.columns)
        for column in ScreenedMeta.needed where !present.contains(column) {
            note(
                .metaColumnsNeeded, in: meta.file, line: 1, column: column,
                "There is no column \(MessageText.quoted(column)).")
            if let checks = Self.checks[column] {
                skip(checks, "The description has no column \(MessageText.quoted(column)).")
            }
        }
        for column in meta.columns
        where !ScreenedMeta.needed.contains(column) && !ScreenedMeta.possible.contains(column) {
            let near = NearestName.nearest(to: column, among: ScreenedMeta.needed + ScreenedMeta.possible)
            note(
                .metaColumnsInvalid, in: meta.file, line: 1, column: column,
                "\(MessageText.quoted(column)) is not a column of a description."
                    + (near.map { " Did you mean \(MessageText.quoted($0))?" } ?? ""))
        }
    }

    /// The checks that need a column of the description.
    private static let checks: [String: [ScreeningCheck]] = [
        "col_name": [
            .metaColumnName, .metaColumnNameRepeated, .metaColumnNameSpaces, .metaInData, .dataInMeta,
            .indicatorsSmushed, .metaObservationalUnit, .metaGeography,
        ],
        "col_type": [
            .metaColumnType, .metaFilterGroup, .metaFilterHint, .metaIndicatorDecimals, .metaDecimalsSet,
            .metaIndicatorUnit, .metaUnitValues, .metaIndicatorGrouping, .indicatorsSmushed, .filterSingular,
            .filterDefaults, .filterWhitespace, .filterBlanks, .indicatorEntries, .indicatorNumbers,
        ],
        "label": [.metaLabel, .metaLabelRepeated, .labelLength],
        "indicator_grouping": [.metaIndicatorGrouping, .metaIndicatorGroupStripped],
        "indicator_unit": [.metaIndicatorUnit, .metaUnitValues],
        "indicator_dp": [.metaIndicatorDecimals, .metaDecimalsSet, .metaDecimalsValues],
        "filter_hint": [.metaFilterHint],
        "filter_grouping_column": [
            .metaFilterGroup, .metaFilterGroupRepeated, .metaFilterGroupIsFilter, .metaFilterGroupMatch,
            .metaFilterGroupStripped, .filterGroupLevels,
        ],
    ]

    // MARK: Both together

    mutating func checkColumns(_ data: ScreenedData, _ meta: ScreenedMeta) {
        let further = data.columns.count - StatisticsHeading.mandatory.count
        if meta.rows.count > further {
            note(
                .columnsToRows, in: meta.file, count: meta.rows.count - further,
                "The description has \(Self.rows(meta.rows.count)) for \(max(further, 0)) columns beside the five that every file "
                    + "has.")
        }
        let present = Set(data.columns)
        for row in meta.rows where !row.name.isEmpty && !present.contains(row.name) {
            let near = NearestName.nearest(to: row.name, among: data.columns)
            note(
                .metaInData, in: meta.file, line: row.line, column: row.name,
                "The data have no column \(MessageText.quoted(row.name))."
                    + (near.map { " Did you mean \(MessageText.quoted($0))?" } ?? ""))
        }
        for row in meta.rows where !row.group.isEmpty && !present.contains(row.group) {
            note(
                .metaFilterGroupMatch, in: meta.file, line: row.line, column: row.group,
                "The data have no column \(MessageText.quoted(row.group)) that could group the items of "
                    + "\(MessageText.quoted(row.name)).")
        }
        let named = meta.named
        for (index, column) in data.columns.enumerated() {
            guard !GeographicLevel.unitColumns.contains(column), !named.contains(column) else { continue }
            let varies = data.figures[index]?.varies ?? ((data.texts[index]?.texts.count ?? 0) > 1)
            guard varies else { continue }
            note(
                .dataInMeta, in: data.file, line: 1, column: column,
                "Nothing describes the column \(MessageText.quoted(column)), whose cells differ.")
        }
        for group in Set(meta.groups).sorted() {
            checkStripped(
                .metaFilterGroupStripped, data.texts(of: group)?.texts ?? [], in: data.file, column: group)
        }
    }

    /// Looks for texts that differ in spaces and punctuation only.
    mutating func checkStripped(_ check: ScreeningCheck, _ texts: [String], in file: String, column: String) {
        var plain: [String: [String]] = [:]
        for text in Set(texts).sorted() {
            plain[text.filter { $0.isLetter || $0.isNumber }, default: []].append(text)
        }
        for (_, alike) in plain.sorted(by: { $0.key < $1.key }) where alike.count > 1 {
            note(
                check, in: file, column: column, count: alike.count,
                "\(Self.list(alike)) differ in spaces or punctuation only.")
        }
    }

    // MARK: The description

    mutating func checkMeta(_ meta: ScreenedMeta) {
        let file = meta.file
        let present = Set(meta.columns)
        for row in meta.rows {
            if present.contains("col_type"), !row.isFilter, !row.isIndicator {
                note(
                    .metaColumnType, in: file, line: row.line, column: "col_type",
                    row["col_type"].isEmpty
                        ? "The row has no col_type." : "\(MessageText.quoted(row["col_type"])) is not a col_type.")
            }
            if present.contains("col_name"), Trimmed.text(row.name).isEmpty {
                note(.metaColumnName, in: file, line: row.line, column: "col_name", "The row has no col_name.")
            }
            if row.name.contains(where: \.isWhitespace), !Trimmed.text(row.name).isEmpty {
                note(
                    .metaColumnNameSpaces, in: file, line: row.line, column: row.name,
                    "\(MessageText.quoted(row.name)) has a space in it.")
            }
            if present.contains("label"), Trimmed.text(row.label).isEmpty {
                note(.metaLabel, in: file, line: row.line, column: row.name, "The row has no label.")
            }
            for name in Set([row.name, row.group]).sorted()
            where GeographicLevel.unitColumns.subtracting(GeographicLevel.nameFilters).contains(name) {
                note(
                    .metaObservationalUnit, in: file, line: row.line, column: name,
                    "\(MessageText.quoted(name)) is a column of time or place.")
            }
            row.isFilter ? checkFilterRow(row, meta) : checkIndicatorRow(row, meta)
        }
        noteRepeated(.metaColumnNameRepeated, "described", in: meta) { $0.name }
        noteRepeated(.metaLabelRepeated, "used as a label", in: meta) { $0.label }
        noteRepeated(.metaFilterGroupRepeated, "used as a grouping column", in: meta) { $0.group }
        let names = Set(meta.rows.map(\.name))
        for row in meta.rows where !row.group.isEmpty && !names.contains(row.group) {
            note(
                .metaFilterGroupIsFilter, in: file, line: row.line, column: row.group,
                "The grouping column \(MessageText.quoted(row.group)) has no row of its own.")
        }
        let characteristics = meta.named.intersection(["characteristic", "characteristic_group"]).sorted()
        if !characteristics.isEmpty {
            note(
                .characteristic, in: file, column: characteristics[0], count: characteristics.count,
                "\(Self.list(characteristics)) \(characteristics.count == 1 ? "is" : "are") described.")
        }
        checkStripped(
            .metaIndicatorGroupStripped,
            meta.indicators.map { $0["indicator_grouping"] }.filter { !$0.isEmpty }, in: file,
            column: "indicator_grouping")
    }

    private mutating func checkFilterRow(_ row: ScreenedMeta.Row, _ meta: ScreenedMeta) {
        for (column, check) in [
            ("indicator_grouping", ScreeningCheck.metaIndicatorGrouping), ("indicator_unit", .metaIndicatorUnit),
            ("indicator_dp", .metaIndicatorDecimals),
        ] where !row[column].isEmpty {
            note(
                check, in: meta.file, line: row.line, column: row.name,
                "The filter \(MessageText.quoted(row.name)) has the \(column) \(MessageText.quoted(row[column])).")
        }
        if !meta.onlyFiltersByName || !GeographicLevel.nameFilters.contains(row.name) {
            for name in Set([row.name, row.group]).sorted()
            where GeographicLevel.looksLikePlace(name) && !GeographicLevel.unitColumns.contains(name)
                || GeographicLevel.nameFilters.contains(name) && !meta.onlyFiltersByName
            {
                note(
                    .metaGeography, in: meta.file, line: row.line, column: name,
                    "\(MessageText.quoted(name)) looks like a column of places, not like a filter.")
            }
        }
    }

    private mutating func checkIndicatorRow(_ row: ScreenedMeta.Row, _ meta: ScreenedMeta) {
        let decimals = Trimmed.text(row["indicator_dp"])
        if !decimals.isEmpty, Double(decimals).map({ $0 < 0 || $0 != $0.rounded() || !$0.isFinite }) ?? true {
            note(
                .metaDecimalsValues, in: meta.file, line: row.line, column: row.name,
                "\(MessageText.quoted(decimals)) is not a number of decimals.")
        }
        guard row.isIndicator else { return }
        for (column, check) in [
            ("filter_grouping_column", ScreeningCheck.metaFilterGroup), ("filter_hint", .metaFilterHint),
        ] where !row[column].isEmpty {
            note(
                check, in: meta.file, line: row.line, column: row.name,
                "The indicator \(MessageText.quoted(row.name)) has the \(column) \(MessageText.quoted(row[column])).")
        }
        if decimals.isEmpty, meta.columns.contains("indicator_dp") {
            note(
                .metaDecimalsSet, in: meta.file, line: row.line, column: row.name,
                "The indicator \(MessageText.quoted(row.name)) does not say how many decimals are shown.")
        }
        let unit = row["indicator_unit"]
        if !unit.isEmpty, !["%", "pp", "£", "£m", "numberstring"].contains(unit) {
            note(
                .metaUnitValues, in: meta.file, line: row.line, column: row.name,
                "\(MessageText.quoted(unit)) is not a unit of the standard.")
        }
        if Self.isAboutOneGroup(row.name) {
            note(
                .indicatorsSmushed, in: meta.file, line: row.line, column: row.name,
                "The indicator \(MessageText.quoted(row.name)) is about one group of people.")
        }
    }

    /// Whether the name of an indicator names a group of people.
    static func isAboutOneGroup(_ name: String) -> Bool {
        GeographicLevel.words(of: name).contains { groupWords.contains($0) }
    }

    /// Words for groups of people that are items of filters.
    private static let groupWords: Set<String> = {
        let words = [
            "male", "female", "boy", "girl", "asian", "chinese", "indian", "pakistani", "bangladeshi", "black",
            "african",
            "caribbean", "white", "roma", "irish", "english", "british", "scottish", "welsh", "arab",
        ]
        return Set(words + words.map { $0 + "s" })
    }()

    private mutating func noteRepeated(
        _ check: ScreeningCheck, _ what: String, in meta: ScreenedMeta, _ text: (ScreenedMeta.Row) -> String
    ) {
        var first: [String: Int] = [:]
        for row in meta.rows {
            let text = text(row)
            guard !text.isEmpty else { continue }
            if let line = first[text] {
                note(
                    check, in: meta.file, line: row.line, column: row.name,
                    "\(MessageText.quoted(text)) is \(what) on line \(line) too.")
            } else {
                first[text] = row.line
            }
        }
    }
}

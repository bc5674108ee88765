import ReportVocabulary

extension Screener {
    /// How many items a filter can have.
    private static let mostItems = 25_000

    mutating func checkFilters(_ data: ScreenedData, _ meta: ScreenedMeta) {
        for row in meta.filters {
            guard let texts = data.texts(of: row.name) else { continue }
            if texts.texts.count < 2, data.rowCount > 0 {
                note(
                    .filterSingular, in: data.file, line: 1, column: row.name,
                    "The filter \(MessageText.quoted(row.name)) has one item only, \(Self.list(texts.texts)).")
            }
            if texts.occurrence(of: row.defaultItem) == nil {
                note(
                    .filterDefaults, in: data.file, line: 1, column: row.name,
                    "The filter \(MessageText.quoted(row.name)) has no item \(MessageText.quoted(row.defaultItem)).")
            }
            if let groups = data.itemCount(of: row.group), groups > texts.texts.count {
                note(
                    .filterGroupLevels, in: meta.file, line: row.line, column: row.group,
                    "The grouping column \(MessageText.quoted(row.group)) has \(groups) items, and its filter "
                        + "\(MessageText.quoted(row.name)) \(texts.texts.count).")
            }
        }
        let described = Set(meta.rows.map(\.name))
        for group in meta.groups where !described.contains(group) {
            guard let texts = data.texts(of: group), texts.occurrence(of: "Total") == nil else { continue }
            note(
                .filterDefaults, in: data.file, line: 1, column: group,
                "The grouping column \(MessageText.quoted(group)) has no item “Total”.")
        }
        let columns = meta.filtersAndGroups
        for column in columns {
            guard let texts = data.texts(of: column) else { continue }
            if texts.texts.count > Self.mostItems {
                note(
                    .filterItemLimit, in: data.file, line: 1, column: column, count: texts.texts.count,
                    "\(MessageText.quoted(column)) has \(DecimalText.grouped(texts.texts.count)) items.")
            }
            let blank = texts.all.filter { Trimmed.text($0.0).isEmpty }
            if let place = blank.first?.1 {
                let count = blank.reduce(0) { $0 + $1.1.count }
                note(
                    .filterBlanks, in: data.file, line: place.line, column: column, count: count,
                    "\(MessageText.quoted(column)) is blank in \(Self.rows(count)).")
            }
        }
        let places = data.columns.filter { GeographicLevel.placeColumns.contains($0) && !columns.contains($0) }
        for column in columns + places {
            guard let texts = data.texts(of: column) else { continue }
            let spaced = texts.all.filter { text, _ in
                !Trimmed.text(text).isEmpty && (text.first?.isWhitespace == true || text.last?.isWhitespace == true)
            }
            guard let place = spaced.first?.1 else { continue }
            note(
                .filterWhitespace, in: data.file, line: place.line, column: column, count: spaced.count,
                "Under \(MessageText.quoted(column)), \(Self.list(spaced.map(\.0))) "
                    + "\(spaced.count == 1 ? "begins or ends" : "begin or end") with a space.")
        }
    }
}

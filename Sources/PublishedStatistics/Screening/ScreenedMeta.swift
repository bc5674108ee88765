/// A description of a data file, `NAME.meta.csv`, as it is written.
struct ScreenedMeta {
    /// The name of the file.
    let file: String
    /// Its headings, as they are written.
    private(set) var columns: [String] = []
    /// Its rows.
    private(set) var rows: [Row] = []
    /// Empty rows between others: how many, and the line of the first.
    private(set) var emptyRows: (count: Int, line: Int)?
    /// Rows with more or fewer cells than the heading.
    private(set) var oddRows: (count: Int, line: Int, cells: Int)?
    /// The first line that is not UTF-8.
    private(set) var otherText: Int?

    /// The columns that a description has to have.
    static let needed = [
        "col_name", "col_type", "label", "indicator_grouping", "indicator_unit", "indicator_dp", "filter_hint",
        "filter_grouping_column",
    ]
    /// The columns that it may have beside them.
    static let possible = ["filter_default"]

    /// What is said of one column of the data.
    struct Row {
        let line: Int
        fileprivate let cells: [String: String]

        fileprivate init(line: Int, cells: [String: String]) {
            self.line = line
            self.cells = cells
        }

        subscript(_ column: String) -> String { cells[column] ?? "" }

        var name: String { self["col_name"] }
        var label: String { self["label"] }
        var group: String { self["filter_grouping_column"] }
        var isFilter: Bool { self["col_type"] == "Filter" }
        var isIndicator: Bool { self["col_type"] == "Indicator" }
        /// All its texts.
        var texts: Dictionary<String, String>.Values { cells.values }
        /// The item that is shown first.
        var defaultItem: String { self["filter_default"].isEmpty ? "Total" : self["filter_default"] }
    }

    init(_ source: consuming CSVRecords, file: String) throws(PublishedFileError) {
        self.file = file
        var records = source
        guard try records.advance() else { throw .empty(file: file) }
        for index in 0..<records.count { columns.append(records.text(index)) }
        if records.hasOtherText { otherText = records.line }
        var empty: (count: Int, line: Int)?
        while try records.advance() {
            var cells: [String: String] = [:]
            var isEmpty = true
            for index in 0..<records.count {
                let text = records.text(index)
                if !Trimmed.text(text).isEmpty { isEmpty = false }
                if index < columns.count, cells[columns[index]] == nil { cells[columns[index]] = text }
            }
            if isEmpty {
                empty = (empty.map { $0.count + 1 } ?? 1, empty?.line ?? records.line)
                continue
            }
            if records.count != columns.count {
                oddRows = (
                    oddRows.map { $0.count + 1 } ?? 1, oddRows?.line ?? records.line, oddRows?.cells ?? records.count
                )
            }
            if records.hasOtherText, otherText == nil { otherText = records.line }
            rows.append(Row(line: records.line, cells: cells))
        }
        if let skipped = records.blankLines {
            empty = (skipped.count + (empty?.count ?? 0), min(skipped.line, empty?.line ?? skipped.line))
        }
        emptyRows = empty
    }

    var filters: [Row] { rows.filter(\.isFilter) }
    var indicators: [Row] { rows.filter(\.isIndicator) }
    /// The columns that group items of filters, in order.
    var groups: [String] { rows.map(\.group).filter { !$0.isEmpty } }
    /// All columns that are filters or group them, each once.
    var filtersAndGroups: [String] {
        var seen: Set<String> = []
        return (filters.map(\.name) + groups).filter { !$0.isEmpty && seen.insert($0).inserted }
    }
    /// All columns that are named.
    var named: Set<String> { Set(rows.map(\.name) + groups).subtracting([""]) }
    /// Whether a school's or provider's name is the only filter, which the standard allows.
    var onlyFiltersByName: Bool {
        let filters = filters
        guard filters.count == 1, let filter = filters.first else { return false }
        return GeographicLevel.nameFilters.contains(filter.name)
            || groups.first.map { GeographicLevel.nameFilters.contains($0) } ?? false
    }
}

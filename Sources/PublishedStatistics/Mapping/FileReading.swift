import ReportModel
import ReportVocabulary

/// Reads one file for all lines that name it.
struct FileReading {
    private let lines: [PublishedLine]
    private let areas: Set<Area.ID>?
    private let file: String
    /// The columns that are filters, where a description of the file says so.
    private let described: Set<String>?
    private(set) var observations: [Indicator.ID: [PublishedObservation]] = [:]
    private(set) var notes: [PublishedFigures.Note] = []

    init(lines: [PublishedLine], areas: Set<Area.ID>?, file: String, filters: Set<String>? = nil) {
        described = filters
        self.lines = lines
        self.areas = areas
        self.file = file
    }

    /// A line with its columns found.
    private struct Columns {
        let line: PublishedLine
        let value, numerator, denominator, lower, upper: Int?
        /// The filters of the figure, and of its denominator where those are others, as columns and numbers of texts.
        let filters, denominatorFilters: [(column: Int, text: Int)]
        /// The filters that the line does not name.
        var open: [Int] = []
        /// Which of its filters no row has had yet.
        var unmet: Set<Int> = []
    }

    private struct Place: Hashable {
        let area: Area.ID
        let time: TimePeriod
    }

    private struct Found {
        var observation: PublishedObservation
        /// How many filters that the line does not name are at something other than their total.
        let depth: Int
    }

    /// Reads the file.
    mutating func read(_ reader: StatisticsReader) throws(PublishedFileError) {
        let heading = reader.heading
        var columns: [Columns] = []
        for line in lines {
            var filters: [(Int, Int)] = []
            var others: [(Int, Int)] = []
            for (name, text) in line.filters.sorted(by: { $0.key < $1.key }) {
                if let index = heading.index(of: name) { filters.append((index, reader.number(ofFilterText: text))) }
            }
            for (name, text) in line.denominatorFilters {
                if let index = heading.index(of: name) { others.append((index, reader.number(ofFilterText: text))) }
            }
            let index = { (name: String?) in name.flatMap { heading.index(of: $0) } }
            columns.append(
                Columns(
                    line: line, value: index(line.value), numerator: index(line.numerator),
                    denominator: index(line.denominator), lower: index(line.lower), upper: index(line.upper),
                    filters: filters, denominatorFilters: others, unmet: Set(filters.indices)))
        }
        var found: [[Place: Found]] = Array(repeating: [:], count: columns.count)
        var order: [[Place]] = Array(repeating: [], count: columns.count)
        var wholes: [[Place: PublishedFigure]] = Array(repeating: [:], count: columns.count)
        var unknownPlaces: [String: (line: Int, count: Int)] = [:]
        var repeated: [[Place: (line: Int, count: Int)]] = Array(repeating: [:], count: columns.count)
        var ghosts: [String: (line: Int, count: Int)] = [:]
        var filterColumns: [Int]?
        // The first texts of the columns that lines filter by, to say what there is where a line names something else.
        var hasUnmet = true
        var texts: [Int: [String]] = [:]
        for column in Set(columns.flatMap { $0.filters.map(\.column) }) { texts[column] = [] }
        while try reader.next() {
            if filterColumns == nil {
                let texts = self.filterColumns(of: heading, in: reader)
                filterColumns = texts
                for number in columns.indices {
                    let named = Set(columns[number].filters.map(\.column))
                    columns[number].open = texts.filter { !named.contains($0) }
                }
            }
            if hasUnmet {
                for number in columns.indices {
                    for place in columns[number].unmet {
                        let filter = columns[number].filters[place]
                        if reader.filterNumber(filter.column) == filter.text { columns[number].unmet.remove(place) }
                    }
                }
                for column in texts.keys where texts[column, default: []].count <= 8 {
                    let text = reader.filter(column)
                    if !texts[column, default: []].contains(text) { texts[column, default: []].append(text) }
                }
                hasUnmet = columns.contains { !$0.unmet.isEmpty }
            }
            let place = reader.place
            guard let meaning = place.meaning else {
                unknownPlaces[place.name, default: (reader.line, 0)].count += 1
                continue
            }
            guard isWanted(meaning) else { continue }
            let time = reader.timePeriod
            let key = Place(area: meaning.areaID, time: time)
            for (number, column) in columns.enumerated() {
                if !column.denominatorFilters.isEmpty,
                    matches(column.denominatorFilters, reader), let denominator = column.denominator
                {
                    wholes[number][key] = figure(denominator, reader)
                }
                guard matches(column.filters, reader), let period = time.period(column.line.year) else { continue }
                if let ghost = Self.ghost(meaning, on: period.lastDay) {
                    // Where there was no council, a symbol says nothing; only a number is noted.
                    let cell = (column.value ?? column.numerator).flatMap { reader.cell($0).figure }
                    if cell?.number != nil { ghosts[ghost, default: (reader.line, 0)].count += 1 }
                    continue
                }
                var depth = 0
                for open in column.open where !Self.isTotal(reader.filter(open)) { depth += 1 }
                if let known = found[number][key] {
                    if known.depth == depth { repeated[number][key, default: (reader.line, 0)].count += 1 }
                    guard depth < known.depth else { continue }
                    // Rows for parts are not a second figure beside the row for the whole.
                    repeated[number][key] = nil
                } else {
                    order[number].append(key)
                }
                let observation = PublishedObservation(
                    indicator: column.line.indicator, area: key.area, time: time, period: period,
                    value: column.value.flatMap { figure($0, reader) },
                    numerator: column.numerator.flatMap { figure($0, reader) },
                    denominator: column.denominatorFilters.isEmpty
                        ? column.denominator.flatMap { figure($0, reader) } : nil,
                    limits: limits(column, reader), unit: column.line.unit, decimals: column.line.decimals,
                    joint: meaning.authorities.count > 1 ? meaning.authorities : [], file: file, line: reader.line)
                found[number][key] = Found(observation: observation, depth: depth)
            }
        }
        for (number, column) in columns.enumerated() {
            var list: [PublishedObservation] = []
            for key in order[number] {
                guard let observation = found[number][key]?.observation else { continue }
                // A figure that is nowhere in the row is blank, which says nothing.
                guard observation.value != nil || observation.numerator != nil else { continue }
                list.append(
                    column.denominatorFilters.isEmpty
                        ? observation : wholes[number][key].map { observation.over($0) } ?? observation)
            }
            observations[column.line.indicator, default: []] += list
            if let place = column.unmet.min() {
                let name = heading.columns[column.filters[place].column]
                let wanted = column.line.filters.first { heading.index(of: $0.key) == column.filters[place].column }
                note(
                    .emptyFilter, nil, 1,
                    "“\(column.line.indicator)”: no row has \(MessageText.quoted(wanted?.value ?? "")) under “\(name)”; rows have "
                        + "\(Self.some(of: texts[column.filters[place].column] ?? [])).")
            } else if list.isEmpty, areas == nil {
                note(
                    .emptyFilter, nil, 1,
                    "No row gives a figure for “\(column.line.indicator)”; look at its filters.")
            }
            if let line = repeated[number].values.map(\.line).min() {
                note(
                    .repeatedFigure, line, repeated[number].values.reduce(0) { $0 + $1.count },
                    "A second row gives a figure for “\(column.line.indicator)”; the first is kept. Name another filter."
                )
            }
        }
        for (name, place) in unknownPlaces.sorted(by: { $0.value.line < $1.value.line }) {
            note(
                .unknownPlace, place.line, place.count,
                "“\(name)” is not an area of the register; its rows are not read."
            )
        }
        for (name, place) in ghosts.sorted(by: { $0.value.line < $1.value.line }) {
            note(.noSuchCouncil, place.line, place.count, "\(name) There is a number all the same; it is not read.")
        }
        for (column, place) in unreadable.sorted(by: { $0.key < $1.key }) {
            note(
                .unreadableCell, place.line, place.count,
                "A cell of “\(heading.columns[column])” holds neither a number nor a symbol.")
        }
        let used = Set(
            columns.flatMap { column in
                [column.value, column.numerator, column.denominator, column.lower, column.upper].compactMap(\.self)
                    + column.filters.map(\.column)
                    + column.denominatorFilters.map(\.column)
            })
        for column in heading.others where !used.contains(column) && filterColumns?.contains(column) != true {
            note(.unusedColumn, nil, 1, "No line asks for the column “\(heading.columns[column])”.")
        }
    }

    private var unreadable: [Int: (line: Int, count: Int)] = [:]

    /// The columns that hold texts: filters.
    ///
    /// The first row is that of a whole country in its latest year, where each measure has a number or a symbol.
    private func filterColumns(of heading: StatisticsHeading, in reader: StatisticsReader) -> [Int] {
        if heading.form == .fingertips {
            return heading.columns.indices.filter { StatisticsHeading.fingertipsFilters.contains(heading.columns[$0]) }
        }
        if let described { return heading.others.filter { described.contains(heading.columns[$0]) } }
        var texts: [Int] = []
        for column in heading.others {
            if case .other = reader.cell(column) { texts.append(column) }
        }
        return texts
    }

    private func isWanted(_ meaning: PublishedPlace.Meaning) -> Bool {
        guard let areas else { return true }
        return areas.contains(meaning.areaID) || meaning.authorities.contains { areas.contains($0) }
    }

    private func matches(_ filters: [(column: Int, text: Int)], _ reader: StatisticsReader) -> Bool {
        for filter in filters where reader.filterNumber(filter.column) != filter.text { return false }
        return true
    }

    private mutating func figure(_ column: Int, _ reader: StatisticsReader) -> PublishedFigure? {
        let cell = reader.cell(column)
        switch cell {
        case .figure(let figure): return figure
        case .blank: return nil
        case .other:
            unreadable[column, default: (reader.line, 0)].count += 1
            return nil
        }
    }

    private mutating func limits(_ column: Columns, _ reader: StatisticsReader) -> PublishedObservation.Limits? {
        guard let lower = column.lower.flatMap({ figure($0, reader) }),
            let upper = column.upper.flatMap({ figure($0, reader) })
        else { return nil }
        return PublishedObservation.Limits(lower: lower, upper: upper)
    }

    /// The first of some texts in quotation marks.
    private static func some(of texts: [String]) -> String {
        let shown = texts.prefix(8).map { MessageText.quoted($0) }.joined(separator: ", ")
        return texts.count > 8 ? shown + " and others" : shown
    }

    private mutating func note(_ kind: PublishedFigures.Note.Kind, _ line: Int?, _ count: Int, _ text: String) {
        notes.append(PublishedFigures.Note(kind: kind, file: file, line: line, count: count, text: text))
    }

    /// Whether the text of a filter means all of it.
    static func isTotal(_ text: String) -> Bool {
        let folded = text.lowercased()
        // What has no text is about all where a column does not tell rows apart.
        return folded.isEmpty || folded == "persons" || folded == "total" || folded == "all"
            || folded.hasPrefix("total ") || folded.hasSuffix(" total")
            || folded.hasPrefix("all ")
    }

    /// Which council there is not on a day; `nil` where all are there.
    private static func ghost(_ meaning: PublishedPlace.Meaning, on day: CalendarDate) -> String? {
        for id in meaning.authorities {
            guard let authority = LocalAuthority.with(id: id), !authority.exists(on: day) else { continue }
            return "There was no council \(authority.name) (\(authority.dfeCode?.text ?? "no code")) on \(day.label)."
        }
        return nil
    }
}

import FamilyServicesKit

/// Reads `observations.csv`, the one table that may be long: by the index of a column instead of its name, and each distinct
/// identifier, period and word only once.
struct ObservationTable {
    /// The columns of the table.
    ///
    /// `period` is not needed where periods are columns themselves.
    static let shape = Shape(
        "an observation", required: ["indicator"],
        optional: [
            "period", "area", "category", "figure", "value", "numerator", "denominator", "printed", "qualifier",
            "period_basis", "note", "source", "place", "access",
        ])

    /// What is known of the pack's measures.
    struct Measures {
        /// The units of the indicators.
        var units: [Indicator.ID: MeasurementUnit] = [:]
        /// What the categories of an indicator can be called: identifiers, and titles in small letters.
        var categories: [Indicator.ID: CategoryNames] = [:]
    }

    /// What the categories of a breakdown can be called.
    struct CategoryNames {
        /// The category of each identifier, and of each title in small letters that only one has.
        var categories: [String: Breakdown.Category.ID] = [:]
        /// The categories that share a title in small letters.
        var shared: [String: [Breakdown.Category.ID]] = [:]
    }

    private var table: CSVTable
    let problems: FileProblems
    let context: ImportContext
    private let columns: ObservationColumns
    private let measures: Measures
    private let ownArea: Area.ID?
    private let dates: ColumnDates
    var row = CSVRow()
    private(set) var observations: [Observation] = []
    private(set) var places: [ObservationPlaces.Place] = []
    /// Figures whose parts are in several rows.
    private var pending: [Pending] = []
    private var pendingByKey: [PendingKey: Int] = [:]

    private let indicators = Remembered<Indicator.ID>()
    private let periods = Remembered<ReportingPeriod>()
    private let areas = Remembered<Area.ID>()
    private let sources = Remembered<SourceDocument.ID>()
    private let accesses = Remembered<Access>()

    /// Looks at the heading.
    ///
    /// - Returns: `nil` where the rows cannot be read under it; that is reported.
    init?(
        _ table: CSVTable, measures: Measures, ownArea: Area.ID?, problems: FileProblems, context: ImportContext
    ) {
        guard let columns = ObservationColumns(table, reportPeriod: context.reportPeriod, problems: problems) else {
            return nil
        }
        self.table = table
        self.columns = columns
        self.measures = measures
        self.ownArea = ownArea
        self.problems = problems
        self.context = context
        dates = ColumnDates(table, reportPeriod: context.reportPeriod, problems: problems)
    }

    /// Reads all rows.
    mutating func read() {
        while table.next(into: &row) { readRow() }
        finishPending()
    }

    /// Where the observations are.
    var observationPlaces: ObservationPlaces { ObservationPlaces(table: table, problems: problems, places: places) }

    private mutating func readRow() {
        guard !isNote() else { return }
        guard let indicatorText = required(columns.indicator, "indicator"),
            let written = value(indicators.value(indicatorText, RecordReader.identifier), columns.indicator)
        else { return }
        let indicator = context.indicator(named: indicatorText) ?? written
        let unit = measures.units[indicator]
        var area = ownArea
        if let text = cell(columns.area) { area = self.area(text) }
        var access: Access? = .unrestricted
        if let text = cell(columns.access) {
            let result = accesses.value(text) { text throws(ValueProblem) in
                try AccessText.access(Separated.parts(of: text))
            }
            access = value(result, columns.access)
        }
        let qualifier: Observation.Qualifier? = word(columns.qualifier, "qualifier", standIn: .exact)
        let basis: Basis? = word(columns.basis, "period_basis", standIn: .stated)
        let (category, source) = (category(of: indicator), source())
        let part = part()
        // Without its own area nothing can be made of the pack, which is reported there.
        guard let area, let access, let qualifier, let basis, let part else { return }
        let common = Common(
            indicator: indicator, area: area, category: category, qualifier: qualifier, basis: basis, source: source,
            note: cell(columns.note), access: access)
        if !columns.periods.isEmpty, cell(columns.period) == nil {
            let cells = columns.cells
            if let filled = [cells.value, cells.numerator, cells.denominator].first(where: { cell($0) != nil }) {
                problems.error(
                    .missingValue, at: position(filled),
                    "The row has a figure here and no “period” to which it belongs; fill in the period, or write the figure in "
                        + "the column of its period.")
            }
            readPeriods(common, part, unit)
            return
        }
        guard let periodText = required(columns.period, "period") else { return }
        if let other = columns.periods.lazy.compactMap({ $0.cells.first }).first(where: { cell($0) != nil }) {
            problems.error(
                .ambiguous, at: position(other),
                "The row has the period \(Excerpt.quoted(periodText)) and a figure in a column that is a period too; leave one "
                    + "of them empty.")
            return
        }
        let result = periods.value(periodText) { text throws(ValueProblem) in
            let meaning = context.words.meaning(of: text, in: "period")
            return try PeriodText.period(meaning, firstsAreMonths: dates.areMonths(text, under: "period"))
        }
        let period = value(result, columns.period, cause: .form(of: "period"))
        if columns.figure != nil, cell(columns.figure) != nil {
            guard let period else { return }
            add(part, columns.cells.value, of: common, period, unit)
            return
        }
        let figures = figures(in: unit, columns.cells)
        guard let period, let figures else { return }
        add(common, period, figures, column: columns.cells.first ?? 0)
    }

    /// Whether a row is a note or a heading between the rows, as people and programs write them below tables: it has one text
    /// in its first cells and no figure. That is said, and nothing is lost.
    private mutating func isNote() -> Bool {
        let filled = row.fields.indices.filter { cell($0) != nil }
        guard filled.count == 1, let index = filled.first, index == columns.indicator, let text = cell(index),
            (try? NumberText.number(text)) == nil
        else { return false }
        // In a table with a column for each period a measure may be without figures.
        guard columns.periods.isEmpty else { return false }
        let isMeasure = measures.units.keys.contains { $0.text == text } || context.indicator(named: text) != nil
        guard !isMeasure else { return false }
        problems.warning(
            .missingValue, at: position(index), cause: .form(of: "indicator"),
            "\(Excerpt.quoted(text)) is taken for a note or a heading, because the row has nothing else, and is not read."
        )
        return true
    }

    /// Everything that observations of one row share.
    private struct Common {
        let indicator: Indicator.ID
        let area: Area.ID
        let category: Breakdown.Category.ID?
        var qualifier: Observation.Qualifier
        let basis: Basis
        var source: SourceReference?
        var note: String?
        var access: Access
    }

    private mutating func add(_ common: Common, _ period: ReportingPeriod, _ figures: Figures, column: Int) {
        places.append(ObservationPlaces.Place(start: row.start, line: Int32(clamping: row.line), column: Int32(column)))
        observations.append(
            Observation(
                indicator: common.indicator, period: period, area: common.area, category: common.category,
                value: figures.value, qualifier: common.qualifier == .exact ? figures.qualifier : common.qualifier,
                printed: figures.printed, periodBasis: common.basis, source: common.source, note: common.note,
                access: common.access))
    }

    /// The columns that are periods.
    ///
    /// A blank cell is no observation there: not every measure is reported every time.
    private mutating func readPeriods(_ common: Common, _ part: FigurePart, _ unit: MeasurementUnit?) {
        let isInParts = cell(columns.figure) != nil
        for column in columns.periods {
            let cells = column.cells
            var common = common
            if column.isProvisional, common.qualifier == .exact { common.qualifier = .provisional }
            guard cell(cells.value) != nil || cell(cells.numerator) != nil || cell(cells.denominator) != nil else {
                continue
            }
            if isInParts {
                add(part, cells.value, of: common, column.period, unit)
            } else if let figures = figures(in: unit, cells) {
                add(common, column.period, figures, column: cells.first ?? 0)
            }
        }
    }

    // MARK: Figures in several rows

    /// What the rows of one figure have in common.
    private struct PendingKey: Hashable {
        let indicator: Indicator.ID
        let area: Area.ID
        let category: Breakdown.Category.ID?
        let period: ReportingPeriod
    }

    /// A figure whose parts are still being gathered.
    private struct Pending {
        var common: Common
        let period: ReportingPeriod
        let unit: MeasurementUnit?
        /// The first row.
        let start: Int
        let line: Int
        let column: Int
        var parts: [FigurePart: Figure] = [:]
        var lines: [FigurePart: Int] = [:]
        var valueText: String?
    }

    /// Which part of a figure the row holds; the value unless the column `figure` says otherwise.
    func part() -> FigurePart? {
        guard let text = cell(columns.figure) else { return .value }
        if let part = FigurePart(word: context.words.meaning(of: text, in: "figure")) { return part }
        problems.report(Words.unknown(text, as: FigurePart.self), at: position(columns.figure))
        return nil
    }

    private mutating func add(
        _ part: FigurePart, _ index: Int?, of common: Common, _ period: ReportingPeriod, _ unit: MeasurementUnit?
    ) {
        guard let text = cell(index) else {
            problems.error(
                .missingValue, at: position(index),
                "There is no \(part.rawValue). Write the \(part.rawValue)s in the column “value”, or below the periods."
            )
            return
        }
        guard let figure = figure(text, in: part == .value ? unit : Self.partUnit(unit), index, part) else { return }
        let key = PendingKey(
            indicator: common.indicator, area: common.area, category: common.category, period: period)
        let number = pendingByKey[key] ?? pending.count
        if number == pending.count {
            pendingByKey[key] = number
            pending.append(
                Pending(
                    common: common, period: period, unit: unit, start: row.start, line: row.line, column: index ?? 0))
        }
        if let line = pending[number].lines[part] {
            problems.error(
                .duplicate, at: position(index),
                "The \(part.rawValue) of \(period) is in \(problems.lineNoun) \(problems.name(ofLine: line)) already; remove one of the two."
            )
            return
        }
        pending[number].parts[part] = figure
        pending[number].lines[part] = row.line
        if part == .value { pending[number].valueText = text }
        // What is said in one of the rows is said of the figure.
        pending[number].common.access = pending[number].common.access.combined(with: common.access)
        if pending[number].common.source == nil { pending[number].common.source = common.source }
        if pending[number].common.qualifier == .exact { pending[number].common.qualifier = common.qualifier }
        if let note = common.note, pending[number].common.note != note {
            pending[number].common.note = [pending[number].common.note, note].compactMap { $0 }.joined(separator: "; ")
        }
    }

    private mutating func finishPending() {
        for item in pending {
            row = table.row(at: item.start, line: item.line)
            let cells = ObservationColumns.Cells(value: item.column, numerator: item.column, denominator: item.column)
            let (value, numerator, denominator) = (
                item.parts[.value], item.parts[.numerator], item.parts[.denominator]
            )
            guard let known = known(value, numerator, denominator, cells) else { continue }
            let printed = numerator == nil ? nil : item.valueText.map { PrintedFigure($0, value: value?.number) }
            add(
                item.common, item.period,
                Figures(value: known, printed: printed, qualifier: value?.qualifier ?? .exact), column: item.column)
        }
        pending = []
        pendingByKey = [:]
    }

    // MARK: Cells

    /// The text of a cell; `nil` where it is blank.
    func cell(_ index: Int?) -> String? {
        guard let index, index < row.fields.count else { return nil }
        let field = row.fields[index]
        guard field.start < field.end else { return nil }
        let text = table.text(of: field)
        return text.isEmpty ? nil : text
    }

    private func required(_ index: Int?, _ name: String) -> String? {
        if let text = cell(index) { return text }
        problems.error(
            .missingValue, at: position(index),
            "“\(name)” is blank; an observation has to have it. "
                + BlankCell.advice(row.fields.indices.compactMap { cell($0) }))
        return nil
    }

    func position(_ index: Int?) -> Position {
        guard let index, index < row.fields.count else { return table.start(of: row) }
        return table.position(of: row.fields[index], in: row)
    }

    /// A value that was read, or a report why not.
    func value<Value>(
        _ result: Result<Value, ValueProblem>, _ index: Int?, cause: FileProblems.Cause = .message
    ) -> Value? {
        switch result {
        case .success(let value): return value
        case .failure(let problem):
            problems.report(problem, at: position(index), cause: cause)
            return nil
        }
    }

    /// A word of a vocabulary; the usual one where the cell is blank, and `nil` where it is wrong.
    private func word<Word: RawRepresentable & CaseIterable>(_ index: Int?, _ name: String, standIn: Word) -> Word?
    where Word.RawValue == String {
        guard let written = cell(index) else { return standIn }
        let text = context.words.meaning(of: written, in: name)
        if let word: Word = Words.known(text) { return word }
        if let word: Word = TradeWords.word(text) {
            problems.warning(
                .ambiguous, at: position(index),
                PackWords.message(text, word.rawValue, in: name, isWorkbook: problems.isWorkbook))
            return word
        }
        problems.report(Words.unknown(text, as: Word.self), at: position(index))
        return nil
    }

    /// The area that a cell names: by its identifier, its title, one of its codes, or a word of the trade.
    private func area(_ written: String) -> Area.ID? {
        let text = context.words.meaning(of: written, in: "area")
        guard let area = value(areas.value(text, RecordReader.identifier), columns.area) else { return nil }
        if let named = context.areaNames[text] ?? context.areaNames[TradeWords.folded(text)] { return named }
        guard let meant = TradeWords.area(text), meant != area else { return area }
        problems.warning(
            .ambiguous, at: position(columns.area),
            PackWords.message(text, meant.text, in: "area", isWorkbook: problems.isWorkbook))
        return meant
    }

    private func category(of indicator: Indicator.ID) -> Breakdown.Category.ID? {
        guard let written = cell(columns.category) else { return nil }
        let text = context.words.meaning(of: written, in: "category")
        if let names = measures.categories[indicator] {
            if let id = names.categories[text] ?? names.categories[text.lowercased()] { return id }
            if let several = names.shared[text.lowercased()] {
                problems.error(
                    .ambiguous, at: position(columns.category),
                    "\(Excerpt.quoted(text)) can mean \(several.count) categories, because they have the same title; write one of "
                        + "the identifiers: \(Excerpt.list(several.map(\.text))).")
                return several.first
            }
        }
        // Validation says which categories there are.
        return value(Result(of: text, RecordReader.identifier), columns.category)
    }

    private func source() -> SourceReference? {
        let place = cell(columns.place)
        guard let text = cell(columns.source) else {
            if place != nil {
                problems.error(
                    .missingValue, at: position(columns.place),
                    "“place” says nothing without “source”; fill in both or neither.")
            }
            return nil
        }
        return value(sources.value(text, RecordReader.identifier), columns.source).map {
            SourceReference($0, place: place)
        }
    }
}

// MARK: Problems

extension ObservationTable {
    func say(_ text: String, _ meaning: String, _ index: Int?, _ part: FigurePart, canBeOwn: Bool = true) {
        problems.warning(
            .ambiguous, at: position(index), cause: .form(of: part.rawValue),
            canBeOwn
                ? PackWords.message(text, "\"\(meaning)\"", in: part.rawValue, isWorkbook: problems.isWorkbook)
                : "\(Excerpt.quoted(text)) is read as \(meaning). Write the number under \(Excerpt.named(part.rawValue)) and the "
                    + "word in the column “qualifier”.")
    }
}

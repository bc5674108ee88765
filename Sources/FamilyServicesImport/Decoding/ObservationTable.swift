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
            "period", "area", "category", "value", "numerator", "denominator", "printed", "qualifier", "period_basis",
            "note",
            "source", "place", "access",
        ])

    /// What is known of the pack's measures.
    struct Measures {
        /// The units of the indicators.
        var units: [Indicator.ID: MeasurementUnit] = [:]
        /// What the categories of an indicator can be called: identifiers, and titles in small letters.
        var categories: [Indicator.ID: [String: Breakdown.Category.ID]] = [:]
    }

    private var table: CSVTable
    private let problems: FileProblems
    private let columns: ObservationColumns
    private let measures: Measures
    private let ownArea: Area.ID?
    private var row = CSVRow()
    private(set) var observations: [Observation] = []
    private(set) var places: [ObservationPlaces.Place] = []

    private let indicators = Remembered<Indicator.ID>()
    private let periods = Remembered<ReportingPeriod>()
    private let areas = Remembered<Area.ID>()
    private let sources = Remembered<SourceDocument.ID>()
    private let accesses = Remembered<Access>()

    /// Looks at the heading.
    ///
    /// - Returns: `nil` where the rows cannot be read under it; that is reported.
    init?(_ table: CSVTable, measures: Measures, ownArea: Area.ID?, problems: FileProblems) {
        guard let columns = ObservationColumns(table, problems: problems) else { return nil }
        self.table = table
        self.columns = columns
        self.measures = measures
        self.ownArea = ownArea
        self.problems = problems
    }

    /// Reads all rows.
    mutating func read() {
        while table.next(into: &row) { readRow() }
    }

    /// Where the observations stand.
    var observationPlaces: ObservationPlaces { ObservationPlaces(table: table, problems: problems, places: places) }

    private mutating func readRow() {
        guard let indicatorText = required(columns.indicator, "indicator"),
            let indicator = value(indicators.value(indicatorText, RecordReader.identifier), columns.indicator)
        else { return }
        let unit = measures.units[indicator]
        var area = ownArea
        if let text = cell(columns.area) { area = value(areas.value(text, RecordReader.identifier), columns.area) }
        var access: Access? = .unrestricted
        if let text = cell(columns.access) {
            let result = accesses.value(text) { text throws(ValueProblem) in
                try AccessText.access(Separated.parts(of: text))
            }
            access = value(result, columns.access)
        }
        let qualifier: Observation.Qualifier? = word(columns.qualifier, standIn: .exact)
        let basis: Basis? = word(columns.basis, standIn: .stated)
        let (category, source) = (category(of: indicator), source())
        // Without its own area nothing can be made of the pack, which is reported there.
        guard let area, let access, let qualifier, let basis else { return }
        let common = Common(
            indicator: indicator, area: area, category: category, qualifier: qualifier, basis: basis, source: source,
            note: cell(columns.note), access: access)
        guard columns.periods.isEmpty else {
            readPeriods(common, unit)
            return
        }
        guard let periodText = required(columns.period, "period") else { return }
        let period = value(periods.value(periodText, PeriodText.period), columns.period)
        let figures = figures(in: unit)
        guard let period, let figures else { return }
        add(common, period, figures.value, figures.printed, column: columns.value ?? columns.numerator ?? 0)
    }

    /// Everything that observations of one row share.
    private struct Common {
        let indicator: Indicator.ID
        let area: Area.ID
        let category: Breakdown.Category.ID?
        let qualifier: Observation.Qualifier
        let basis: Basis
        let source: SourceReference?
        let note: String?
        let access: Access
    }

    private mutating func add(
        _ common: Common, _ period: ReportingPeriod, _ value: ObservedValue, _ printed: PrintedFigure?, column: Int
    ) {
        places.append(ObservationPlaces.Place(start: row.start, line: Int32(clamping: row.line), column: Int32(column)))
        observations.append(
            Observation(
                indicator: common.indicator, period: period, area: common.area, category: common.category, value: value,
                qualifier: common.qualifier, printed: printed, periodBasis: common.basis, source: common.source,
                note: common.note, access: common.access))
    }

    /// The columns that are periods.
    ///
    /// A blank cell is no observation there: not every measure is reported every time.
    private mutating func readPeriods(_ common: Common, _ unit: MeasurementUnit?) {
        for column in columns.periods {
            guard let text = cell(column.index), let figure = figure(text, in: unit, column.index) else { continue }
            switch figure {
            case .number(let number): add(common, column.period, .value(number), nil, column: column.index)
            case .missing(let reason): add(common, column.period, .missing(reason), nil, column: column.index)
            }
        }
    }

    // MARK: Cells

    /// The text of a cell; `nil` where it is blank.
    private func cell(_ index: Int?) -> String? {
        guard let index, index < row.fields.count else { return nil }
        let field = row.fields[index]
        guard field.start < field.end else { return nil }
        let text = table.text(of: field)
        return text.isEmpty ? nil : text
    }

    private func required(_ index: Int?, _ name: String) -> String? {
        if let text = cell(index) { return text }
        problems.error(
            .missingValue, at: position(index), "“\(name)” is blank; an observation has to have it.")
        return nil
    }

    private func position(_ index: Int?) -> Position {
        guard let index, index < row.fields.count else { return Position(line: row.line, column: 1) }
        return table.position(of: row.fields[index], in: row)
    }

    /// A value that was read, or a report why not.
    private func value<Value>(_ result: Result<Value, ValueProblem>, _ index: Int?) -> Value? {
        switch result {
        case .success(let value): return value
        case .failure(let problem):
            problems.report(problem, at: position(index))
            return nil
        }
    }

    /// A word of a vocabulary; the usual one where the cell is blank, and `nil` where it is wrong.
    private func word<Word: RawRepresentable & CaseIterable>(_ index: Int?, standIn: Word) -> Word?
    where Word.RawValue == String {
        guard let text = cell(index) else { return standIn }
        do {
            return try Words.word(text)
        } catch {
            problems.report(error, at: position(index))
            return nil
        }
    }

    private func category(of indicator: Indicator.ID) -> Breakdown.Category.ID? {
        guard let text = cell(columns.category) else { return nil }
        if let names = measures.categories[indicator], let id = names[text] ?? names[text.lowercased()] { return id }
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

// MARK: Figures

extension ObservationTable {
    /// A number, or the reason why there is none.
    private enum Figure {
        case number(Double)
        case missing(MissingReason)
    }

    /// What a row says about its value, and how that was printed.
    private func figures(in unit: MeasurementUnit?) -> (value: ObservedValue, printed: PrintedFigure?)? {
        let texts = (
            value: cell(columns.value), numerator: cell(columns.numerator), denominator: cell(columns.denominator)
        )
        guard texts.value != nil || texts.numerator != nil || texts.denominator != nil else {
            problems.error(
                .missingValue, at: position(columns.value ?? columns.numerator),
                "There is no value. A missing value is never blank: write [x] not available, [z] not applicable, "
                    + "[c] confidential, [u] unreliable, [low] rounds to 0, or [w] none recorded.")
            return nil
        }
        let value = texts.value.flatMap { figure($0, in: unit, columns.value) }
        let parts: MeasurementUnit = if case .money = unit { unit ?? .count } else { .count }
        let numerator = texts.numerator.flatMap { figure($0, in: parts, columns.numerator) }
        let denominator = texts.denominator.flatMap { figure($0, in: parts, columns.denominator) }
        // A problem with one of them is reported already.
        guard (value == nil) == (texts.value == nil), (numerator == nil) == (texts.numerator == nil),
            (denominator == nil) == (texts.denominator == nil),
            let known = known(value, numerator, denominator)
        else { return nil }
        return (known, printed(beside: value, texts.value, isFraction: numerator != nil))
    }

    private func known(_ value: Figure?, _ numerator: Figure?, _ denominator: Figure?) -> ObservedValue? {
        switch (value, numerator, denominator) {
        case (.missing(let reason)?, let numerator, let denominator):
            if case .number = numerator, case .number = denominator {
                problems.error(
                    .inconsistent, at: position(columns.value),
                    "The value is said to be missing, but it follows from numerator and denominator; take out one or the "
                        + "other.")
                return nil
            }
            return .missing(reason)
        case (_, .number(let numerator)?, .number(let denominator)?):
            return .fraction(numerator: numerator, denominator: denominator)
        case (.number(let value)?, nil, .number(let base)?), (.number(let value)?, .missing?, .number(let base)?):
            return .value(value, outOf: base)
        case (.number(let value)?, nil, nil), (.number(let value)?, .missing?, nil),
            (.number(let value)?, nil, .missing?),
            (.number(let value)?, .missing?, .missing?):
            return .value(value)
        case (nil, .missing(let reason)?, _), (nil, .number?, .missing(let reason)?), (nil, nil, .missing(let reason)?):
            return .missing(reason)
        case (_, .number?, nil), (.number?, .number?, .missing?):
            problems.error(
                .missingValue, at: position(columns.numerator),
                "A numerator says nothing without its denominator; fill in “denominator”, or write the figure under “value”."
            )
        case (nil, nil, .number?):
            problems.error(
                .missingValue, at: position(columns.denominator),
                "There is a denominator but no numerator or value; fill in one of them.")
        case (nil, nil, nil): break
        }
        return nil
    }

    /// The figure as printed: the column for it, else the value beside the fraction that it should follow from.
    private func printed(beside value: Figure?, _ text: String?, isFraction: Bool) -> PrintedFigure? {
        var number: Double?
        if case .number(let known) = value { number = known }
        if let printed = cell(columns.printed) {
            return PrintedFigure(printed, value: number ?? NumberText.printed(printed))
        }
        return isFraction ? text.map { PrintedFigure($0, value: number) } : nil
    }

    private func figure(_ text: String, in unit: MeasurementUnit?, _ index: Int?) -> Figure? {
        if let reason = MissingReason(shorthand: text) { return .missing(reason) }
        do {
            // The unit of an unknown indicator is unknown; that there is none is reported elsewhere.
            if unit == nil, let number = NumberText.printed(text) { return .number(number) }
            return .number(try NumberText.number(text, in: unit ?? .unspecified))
        } catch {
            let isDash = text.allSatisfy { "-–—−.?".contains($0) } || ["n/a", "na", "nil"].contains(text.lowercased())
            problems.report(
                isDash
                    ? .bad(
                        "\(Excerpt.quoted(text)) does not say why there is no value; write [x] not available, [z] not "
                            + "applicable, [c] confidential, [u] unreliable, [low] rounds to 0, or [w] none recorded.")
                    : error, at: position(index))
            return nil
        }
    }
}

package import FamilyServicesKit

/// Reads the figures of somebody's own workbook into a pack, by the map that the pack keeps.
package struct DashboardMapping {
    /// A file that is to be written.
    package struct File: Sendable, Hashable {
        package let name: String
        package let text: String
    }

    /// A figure that the pack had and the workbook has otherwise.
    package struct Change: Sendable, Hashable, CustomStringConvertible {
        package let what: String
        package let old: String
        package let new: String

        package var description: String { "\(what): \(old) → \(new)" }
    }

    /// What came of reading the workbook.
    package struct Outcome: Sendable {
        /// The table of figures, as it is to be.
        package let file: File
        package let newCount: Int
        package let changes: [Change]
        package let sameCount: Int
        /// Measures of the workbook that the map does not list.
        package let unknown: [String]
        package let warnings: [Diagnostic]

        fileprivate func adding(_ more: [Diagnostic]) -> Outcome {
            Outcome(
                file: file, newCount: newCount, changes: changes, sameCount: sameCount, unknown: unknown,
                warnings: warnings + more)
        }
    }

    let target: Target
    let loader: ReportPackLoader
    let sheets: [ReadSheet]
    let workbook: String

    /// Opens a pack for the figures of a workbook.
    ///
    /// - Parameters:
    ///   - sheets: The sheets of the workbook.
    ///   - workbook: What messages call it.
    ///   - path: The pack, a folder or a workbook that the loader's reader can change.
    ///   - loader: What reads the pack.
    /// - Throws: `ReportPackError` where the pack can be neither read nor changed.
    package init(
        _ sheets: [ReadSheet], named workbook: String, into path: String, loader: ReportPackLoader
    ) throws(ReportPackError) {
        if let folder = try? PackFolder(path: path) {
            // A dashboard that is kept in the folder of the pack is no file of the pack.
            target = .folder(folder.without(fileAt: workbook))
        } else if let book = EditedBook(path, loader) {
            target = .book(book)
        } else {
            throw ReportPackError(diagnostics: loader.load(folder: path).diagnostics)
        }
        self.sheets = sheets
        self.workbook = workbook
        self.loader = loader
    }

    /// The pack that the figures go into.
    enum Target {
        case folder(PackFolder)
        case book(EditedBook)

        /// What is in it.
        func contents(_ context: ImportContext) -> PackContents {
            switch self {
            case .folder(let folder): PackContents(folder, reader: nil, context)
            case .book(let book): book.contents
            }
        }

        /// Whether it has a table.
        func holds(_ name: String) -> Bool {
            switch self {
            case .folder(let folder): folder.names.contains(name)
            case .book(let book): book.tables[name] != nil
            }
        }
    }

    func load() -> (result: LoadedReportPack, context: ImportContext, plans: [PlanDraft]) {
        switch target {
        case .folder(let folder): loader.load(folder)
        case .book(let book): loader.load(book)
        }
    }

    /// Reads the pack as it would be with a table.
    private func load(with file: File) throws(ReportPackError) -> LoadedReportPack {
        switch target {
        case .folder(let folder): return loader.load(folder.replacing([file.name: Array(file.text.utf8)])).result
        case .book(let book):
            do throws(SheetReadingProblem) {
                return try book.load(book.changing(toHold: [(file.name, file.text)], loader.limits), loader)
            } catch {
                throw ReportPackError(diagnostics: [
                    Diagnostic(.error, .file, error.message, at: SourceLocation(file: book.path, sheet: error.sheet))
                ])
            }
        }
    }

    /// What the pack calls a table that is written: the file, or the sheet.
    package func name(of file: File) -> String {
        switch target {
        case .folder(let folder): folder.path(of: file.name)
        case .book(let book): book.location(of: file.name).description
        }
    }

    /// Whether the pack has a table already.
    package func holds(_ file: File) -> Bool { target.holds(file.name) }

    /// Writes tables into the pack: all of them or none.
    ///
    /// - Parameter files: The tables.
    /// - Throws: ``PackFolderError`` where they cannot be written, or the pack has changed since it was read.
    package func write(_ files: [File]) throws(PackFolderError) {
        guard !files.isEmpty else { return }
        switch target {
        case .folder(let folder): try PackWriting.replace(files.map { ($0.name, Array($0.text.utf8)) }, in: folder)
        case .book(let book):
            let bytes: [UInt8]
            do throws(SheetReadingProblem) {
                bytes = try book.changing(toHold: files.map { ($0.name, $0.text) }, loader.limits)
            } catch {
                throw PackFolderError(
                    .notWritable,
                    [Diagnostic(.error, .file, error.message, at: SourceLocation(file: book.path, sheet: error.sheet))])
            }
            try PackWriting.replace(book, with: bytes, loader.limits)
        }
    }

    /// Whether the pack has a map.
    package var hasMap: Bool { MapFiles.names.allSatisfy(target.holds) }

    // MARK: Figures

    /// The figures of the workbook, beside those that the pack has from it already.
    ///
    /// What an earlier month had and this workbook does not stays; what both have is taken from the workbook, and is said.
    ///
    /// - Throws: `ReportPackError` where the map, a cell, or the pack with the figures is wrong; the places are those of the workbook.
    package func figures() throws(ReportPackError) -> Outcome {
        let (loaded, context, _) = load()
        guard let pack = loaded.pack else { throw ReportPackError(diagnostics: loaded.diagnostics) }
        let own = ImportContext(limits: loader.limits)
        guard let map = MapFiles(target.contents(own), sheets, own) else {
            throw ReportPackError(diagnostics: own.files.flatMap(\.diagnostics))
        }
        var measures = ObservationTable.Measures()
        let splits = Splits(of: pack)
        for indicator in pack.indicators {
            measures.units[indicator.id] = indicator.unit
            measures.categories[indicator.id] = splits.names(of: indicator)
        }
        let indicators = Set(pack.indicators.map(\.id.text))
        var diagnostics = own.files.flatMap(\.diagnostics)
        var found: [[String]] = []
        var origins: [[String]: Origin] = [:]
        var unknown: [String] = []
        for layout in map.layouts {
            guard let own = sheets.first(where: { $0.name == layout.sheet }) else { continue }
            let sheet = layout.isTurned ? own.turned : own
            let headings = MapHeadings(
                sheet, rows: layout.headings, within: layout.periods, meaning: layout.meaning)
            let problems = FileProblems(file: workbook, most: loader.limits.problemsPerFile)
            problems.sheets = [sheet.name]
            problems.isTurned = layout.isTurned
            if case .folder = target { problems.isOfFolder = true }
            if layout.long == nil {
                Self.report(headings, of: layout, problems)
                if problems.errorCount > 0 {
                    diagnostics += problems.diagnostics
                    continue
                }
            }
            let (mapped, rows) = Self.mapped(
                sheet, layout, headings, map, indicators, splits, reportPeriod: context.reportPeriod, &unknown, problems
            )
            let table = SheetText.table(mapped, number: 0, problems: problems)
            if !rows.isEmpty, let opened = CSVTable(table, problems: problems, limits: loader.limits),
                var reader = ObservationTable(
                    opened, measures: measures, ownArea: pack.manifest.area, problems: problems, context: context)
            {
                reader.read()
            }
            for row in rows {
                let figures = Self.figures(of: row, in: mapped, headings, layout)
                found += figures
                let place = "\(problems.lineNoun) \(problems.name(ofLine: row.number + 1))"
                let origin = "sheet \(Excerpt.named(sheet.name)), \(place)"
                let others = figures.compactMap { Self.other($0, from: origin, in: &origins) }
                // What is there twice in one sheet may have been reported when it was read.
                guard let other = others.first, problems.errorCount == 0 else { continue }
                problems.error(
                    .duplicate, at: Position(line: row.number + 1, column: layout.measure + 1),
                    "The workbook has another figure for the same in \(other.place): \(other.text). If they are parts of the "
                        + "measure, say which under “category” in \(MapFiles.measures); otherwise write a hyphen under “indicator” for the one that is "
                        + "not wanted, or take one of the sheets out of \(MapFiles.sheets).")
            }
            diagnostics += problems.diagnostics
        }
        let errors = diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty else { throw ReportPackError(diagnostics: errors) }
        let outcome = try merge(found, unknown: unknown, warnings: diagnostics)
        let tried = try load(with: outcome.file)
        guard tried.pack != nil else { throw ReportPackError(diagnostics: tried.errors) }
        // What only the whole pack shows, such as 0.85 where others are 85.
        let place = name(of: outcome.file)
        return outcome.adding(
            tried.diagnostics.filter {
                $0.severity == .warning && $0.code == .inconsistent
                    && $0.location?.description.hasPrefix(place) == true
            })
    }

    /// Says which headings among the periods of a sheet are not read.
    private static func report(_ headings: MapHeadings, of layout: MapFiles.Layout, _ problems: FileProblems) {
        let row = layout.headings.upperBound + 1
        let unread = headings.others.filter { $0.problem != nil && $0.index > layout.measure }
        if headings.columns.isEmpty {
            problems.error(
                .missingValue, at: Position(line: row, column: (unread.first?.index ?? 0) + 1),
                "No heading of this \(problems.lineNoun) is a month or another period; the map says that the headings are here."
                    + (unread.first?.problem.map { " " + $0.message } ?? "")
                    + (unread.isEmpty
                        ? ""
                        : " Under “meaning” in \(MapFiles.sheets) you can say what such headings mean, such as FY2026-27.")
            )
            return
        }
        for (number, column) in headings.columns.enumerated() {
            guard
                let first = headings.columns.prefix(number).first(where: {
                    $0.period == column.period && $0.part == column.part
                })
            else { continue }
            let name = layout.isTurned ? String(first.index + 1) : SourceLocation.letters(of: first.index + 1)
            problems.error(
                .duplicate, at: Position(line: row, column: column.index + 1),
                "The headings have the \(column.part.rawValue) of \(column.period.label) twice, first in "
                    + "\(layout.isTurned ? "row" : "column") \(name); leave one of them out of “periods” in \(MapFiles.sheets)."
            )
        }
        for other in unread where layout.periods != nil {
            guard let problem = other.problem else { continue }
            problems.warning(
                .ambiguous, at: Position(line: row, column: other.index + 1), cause: .form(of: "heading"),
                "The \(layout.isTurned ? "row" : "column") is not read. " + problem.message)
        }
    }

    /// A figure as the workbook has it, and where.
    private struct Origin {
        let text: String
        let place: String
    }

    /// The same figure as it was found before with another value; `nil` where it was not.
    private static func other(
        _ cells: [String], from place: String, in origins: inout [[String]: Origin]
    ) -> Origin? {
        // Value, numerator and denominator are figures of their own.
        let key = cells.prefix(4) + cells.suffix(3).map { $0.isEmpty ? "" : "=" }
        let text = cells.suffix(3).joined()
        guard let other = origins[Array(key)] else {
            origins[Array(key)] = Origin(text: text, place: place)
            return nil
        }
        return other.text == text ? nil : other
    }

    /// A row of figures, as the map understands it.
    private struct MappedRow {
        let number: Int
        let measure: MapFiles.Measure
        let area: String
        let category: String
        let figure: FigurePart
    }

    /// A sheet in which headings and measures are those of a table of observations, each cell where it was, so that problems are
    /// where people see them.
    private static func mapped(
        _ sheet: ReadSheet, _ layout: MapFiles.Layout, _ headings: MapHeadings, _ map: MapFiles,
        _ indicators: Set<String>, _ splits: Splits, reportPeriod: ReportingPeriod?, _ unknown: inout [String],
        _ problems: FileProblems
    ) -> (sheet: ReadSheet, rows: [MappedRow]) {
        let width = sheet.rows.reduce(layout.measure + 1) { max($0, $1.count) }
        // What a row says of itself comes after its cells.
        let (figure, category, area) = (width, width + 1, width + 2)
        var cells = [[SheetCell]](repeating: [], count: max(sheet.rows.count, layout.headings.upperBound + 1))
        var heading = [SheetCell](repeating: .empty, count: width + 3)
        heading[layout.measure] = .text("indicator")
        let columns: [Int]
        let isInParts: Bool
        if let long = layout.long {
            (columns, isInParts) = (long.parts.map(\.column), long.parts.count > 1)
            for (column, part) in long.parts where column < width { heading[column] = .text(part.rawValue) }
            if long.period < width { heading[long.period] = .text("period") }
        } else {
            columns = headings.columns.map(\.index)
            isInParts = headings.columns.contains { $0.part != .value }
            for column in headings.columns {
                heading[column.index] = .text(
                    "\(column.period.code) \(column.part.rawValue)" + (column.isProvisional ? " (p)" : ""))
            }
        }
        let periods = layout.long.map { Periods(sheet, $0.period, below: layout, reportPeriod) }
        var rows: [MappedRow] = []
        for row in Rows(
            sheet, measure: layout.measure, part: layout.part, figure: layout.figure, category: layout.category,
            below: layout.headings.upperBound, to: layout.lastRow)
        {
            let filled = columns.filter { sheet.cell(row: row.number, column: $0) != .empty }
            guard !filled.isEmpty else { continue }
            guard let measure = map.known[row.key] else {
                if !map.ignored.contains(row.key), !unknown.contains(row.label) { unknown.append(row.label) }
                continue
            }
            let position = Position(line: row.number + 1, column: layout.measure + 1)
            guard indicators.contains(measure.indicator) else {
                problems.error(
                    .unresolvedReference, at: position,
                    "The map says that this is \(Excerpt.quoted(measure.indicator)), which is not an indicator of the pack."
                        + Suggestion.ending(for: measure.indicator, among: indicators.sorted()))
                continue
            }
            guard let part = FigurePart(word: measure.figure ?? "value") else {
                problems.error(
                    .badValue, at: position,
                    "The map says that this is the \(Excerpt.value(measure.figure ?? "")); write value, numerator or denominator."
                )
                continue
            }
            var own = measure.category ?? ""
            if own.isEmpty, let column = layout.category {
                guard
                    let text = splits.category(
                        row.category, of: measure.indicator, at: Position(line: row.number + 1, column: column + 1),
                        problems)
                else { continue }
                own = text
            }
            var line = [SheetCell](repeating: .empty, count: width + 3)
            line[layout.measure] = .text(measure.indicator)
            for column in filled {
                let cell = sheet.cell(row: row.number, column: column)
                if case .error(let name) = cell, name != "#CALC!" {
                    // There is no figure to lose. A result that is not in the file is one.
                    problems.warning(
                        .missingValue, at: Position(line: row.number + 1, column: column + 1),
                        cause: .form(of: "value"),
                        "The cell has the error \(Excerpt.named(name)), to which its formula came, so there is no figure here."
                    )
                } else {
                    line[column] = cell
                }
            }
            if let long = layout.long, let cell = periods?.cell(row: row.number), long.period < width {
                line[long.period] = cell
            }
            var place = measure.area ?? ""
            if let column = layout.area, place.isEmpty,
                case .text(let text) = sheet.cell(row: row.number, column: column)
            {
                place = Blanks.trimmed(text)
            }
            if !place.isEmpty { line[area] = .text(place) }
            if !own.isEmpty { line[category] = .text(own) }
            if measure.figure != nil, part != .value || !isInParts { line[figure] = .text(part.rawValue) }
            cells[row.number] = line
            rows.append(MappedRow(number: row.number, measure: measure, area: place, category: own, figure: part))
        }
        if rows.contains(where: { cells[$0.number][figure] != .empty }) { heading[figure] = .text("figure") }
        if rows.contains(where: { cells[$0.number][category] != .empty }) { heading[category] = .text("category") }
        if rows.contains(where: { !$0.area.isEmpty }) { heading[area] = .text("area") }
        // The headings are in the last of their rows.
        cells[layout.headings.upperBound] = heading
        let shown = sheet.shown.filter {
            $0.key.row > layout.headings.upperBound && $0.key.column != layout.long?.period
        }
        return (ReadSheet(name: sheet.name, rows: cells, shown: shown), rows)
    }

    /// The periods in a column of a sheet with a row for each figure.
    private struct Periods {
        private let sheet: ReadSheet
        private let column: Int
        private let meaning: HeadingMeaning?
        private let areMonths: Bool

        init(_ sheet: ReadSheet, _ column: Int, below layout: MapFiles.Layout, _ reportPeriod: ReportingPeriod?) {
            (self.sheet, self.column, meaning) = (sheet, column, layout.meaning)
            var dates = PeriodDates(reportPeriod: reportPeriod)
            for row in sheet.rows.indices.dropFirst(layout.headings.upperBound + 1) {
                let text = Self.text(sheet, row, column)
                if !text.isEmpty { dates.add(text) }
            }
            areMonths = dates.areMonths
        }

        private static func text(_ sheet: ReadSheet, _ row: Int, _ column: Int) -> String {
            switch sheet.cell(row: row, column: column) {
            case .text(let text): Blanks.trimmed(text.replacing("\n", with: " "))
            case .number(let number): SheetText.text(of: number, shown: nil, isNumber: true)
            case .date(let date): sheet.shown[ReadSheet.Place(row: row, column: column)] ?? date.description
            case .empty, .boolean, .error: ""
            }
        }

        /// The period of a row by its code; as it is written where it cannot be read.
        func cell(row: Int) -> SheetCell {
            let text = Self.text(sheet, row, column)
            guard !text.isEmpty else { return sheet.cell(row: row, column: column) }
            return .text(MapHeadings.period(of: text, meaning, firstsAreMonths: areMonths)?.code ?? text)
        }
    }

    static let columns = ["indicator", "period", "area", "category", "value", "numerator", "denominator"]

    /// The figures of a row, each as a row of the table: the parts that the row does not have are blank.
    private static func figures(
        of row: MappedRow, in sheet: ReadSheet, _ headings: MapHeadings, _ layout: MapFiles.Layout
    ) -> [[String]] {
        func text(_ column: Int) -> String {
            switch sheet.cell(row: row.number, column: column) {
            case .text(let found): return Blanks.trimmed(found)
            case .number(let number):
                let shown = sheet.shown[ReadSheet.Place(row: row.number, column: column)]
                return SheetText.text(of: number, shown: shown, isNumber: true)
            case .empty, .date, .boolean, .error: return ""
            }
        }
        func place(_ part: FigurePart) -> Int { 4 + (FigurePart.allCases.firstIndex(of: part) ?? 0) }
        func start(_ period: String) -> [String] {
            [row.measure.indicator, period, row.area, row.category, "", "", ""]
        }
        if let long = layout.long {
            var cells = start(text(long.period))
            for (column, part) in long.parts { cells[place(part == .value ? row.figure : part)] = text(column) }
            return cells.dropFirst(4).allSatisfy(\.isEmpty) ? [] : [cells]
        }
        return headings.columns.compactMap { column in
            let figure = text(column.index)
            guard !figure.isEmpty else { return nil }
            var cells = start(column.period.code)
            cells[place(column.part == .value ? row.figure : column.part)] = figure
            return cells
        }
    }
}

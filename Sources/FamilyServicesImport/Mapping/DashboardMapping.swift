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
    }

    private let target: Target
    private let loader: ReportPackLoader
    private let sheets: [ReadSheet]
    private let workbook: String

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
            target = .folder(folder)
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
    private enum Target {
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

    private func load() -> (result: LoadedReportPack, context: ImportContext, plans: [PlanDraft]) {
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

    // MARK: A first map

    /// A map to begin with: the sheets that look like figures by months, and their measures with the indicators of the same title.
    ///
    /// - Returns: The two files; empty where no sheet looks so.
    /// - Throws: `ReportPackError` where the pack has errors.
    package func proposal() throws(ReportPackError) -> [File] {
        let loaded = load().result
        guard let pack = loaded.pack else { throw ReportPackError(diagnostics: loaded.diagnostics) }
        var names: [String: Set<Indicator.ID>] = [:]
        for indicator in pack.indicators {
            for name in [indicator.title, indicator.id.text] {
                names[TradeWords.folded(name), default: []].insert(indicator.id)
            }
        }
        /// The indicator of a name. Where two have it, a person has to say which is meant.
        func indicator(named name: String) -> Indicator.ID? {
            names[TradeWords.folded(name)].flatMap { $0.count == 1 ? $0.first : nil }
        }
        var layouts: [[String]] = []
        var measures: [[String]] = []
        var seen: Set<MapFiles.Key> = []
        for sheet in sheets {
            guard let layout = Self.guess(sheet) else { continue }
            func letters(_ column: Int?) -> String { column.map { SourceLocation.letters(of: $0 + 1) } ?? "" }
            let rows = layout.headings
            layouts.append([
                sheet.name,
                rows.count == 1 ? "\(rows.lowerBound + 1)" : "\(rows.lowerBound + 1)-\(rows.upperBound + 1)",
                letters(layout.measure), letters(layout.part), letters(layout.figure), "",
                letters(layout.columns.first) + ":" + letters(layout.columns.last),
            ])
            for row in Rows(
                sheet, measure: layout.measure, part: layout.part, figure: layout.figure, below: rows.upperBound)
            {
                guard layout.columns.contains(where: { sheet.cell(row: row.number, column: $0) != .empty }),
                    seen.insert(row.key).inserted
                else { continue }
                let indicator =
                    indicator(named: [row.measure, row.part].filter { !$0.isEmpty }.joined(separator: " "))
                    ?? indicator(named: row.measure)
                let figure = FigurePart(word: row.figure)?.rawValue ?? ""
                measures.append([row.measure, row.part, row.figure, indicator?.text ?? "", figure, "", ""])
            }
        }
        guard !layouts.isEmpty else { return [] }
        return [
            File(
                name: MapFiles.sheets,
                text: CSVText.text(
                    of: [["sheet", "headings", "measure", "part", "figure", "area", "periods"]] + layouts)),
            File(
                name: MapFiles.measures,
                text: CSVText.text(
                    of: [["measure", "part", "written_as", "indicator", "figure", "category", "area"]] + measures)),
        ]
    }

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
        // A pack without errors has no two breakdowns of one identifier.
        let categories = Dictionary(pack.breakdowns.map { ($0.id, PackAssembly.names(of: $0)) }) { first, _ in first }
        for indicator in pack.indicators {
            measures.units[indicator.id] = indicator.unit
            measures.categories[indicator.id] = indicator.breakdown.flatMap { categories[$0] }
        }
        let indicators = Set(pack.indicators.map(\.id.text))
        var diagnostics = own.files.flatMap(\.diagnostics)
        var found: [[String]] = []
        var origins: [[String]: Origin] = [:]
        var unknown: [String] = []
        for layout in map.layouts {
            guard let sheet = sheets.first(where: { $0.name == layout.sheet }) else { continue }
            let headings = MapHeadings(sheet, rows: layout.headings, within: layout.periods)
            let problems = FileProblems(file: workbook, most: loader.limits.problemsPerFile)
            problems.sheets = [sheet.name]
            let start = Position(line: layout.headings.upperBound + 1, column: 1)
            if headings.columns.isEmpty {
                problems.error(
                    .missingValue, at: start,
                    "No heading of this row is a month or another period; the map says that the headings are here.")
                diagnostics += problems.diagnostics
                continue
            }
            let (mapped, rows) = Self.mapped(sheet, layout, headings, map, indicators, &unknown, problems)
            let table = SheetText.table(mapped, number: 0, problems: problems)
            if !rows.isEmpty, let opened = CSVTable(table, problems: problems, limits: loader.limits),
                var reader = ObservationTable(
                    opened, measures: measures, ownArea: pack.manifest.area, problems: problems, context: context)
            {
                reader.read()
            }
            for row in rows {
                let figures = Self.figures(of: row, in: mapped, headings)
                found += figures
                let origin = "sheet \(Excerpt.named(sheet.name)), row \(row.number + 1)"
                let others = figures.compactMap { Self.other($0, from: origin, in: &origins) }
                // What is there twice in one sheet may have been reported when it was read.
                guard let other = others.first, problems.errorCount == 0 else { continue }
                problems.error(
                    .duplicate, at: Position(line: row.number + 1, column: layout.measure + 1),
                    "The workbook has another figure for the same in \(other.place): \(other.text). Remove one of the two rows, or take "
                        + "one of the sheets out of \(MapFiles.sheets).")
            }
            diagnostics += problems.diagnostics
        }
        let errors = diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty else { throw ReportPackError(diagnostics: errors) }
        let outcome = try merge(found, unknown: unknown, warnings: diagnostics)
        let tried = try load(with: outcome.file)
        guard tried.pack != nil else { throw ReportPackError(diagnostics: tried.errors) }
        return outcome
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
        let figure: FigurePart
    }

    /// A sheet in which headings and measures are those of a table of observations, each cell where it was, so that problems are
    /// where people see them.
    private static func mapped(
        _ sheet: ReadSheet, _ layout: MapFiles.Layout, _ headings: MapHeadings, _ map: MapFiles,
        _ indicators: Set<String>, _ unknown: inout [String], _ problems: FileProblems
    ) -> (sheet: ReadSheet, rows: [MappedRow]) {
        let width = sheet.rows.reduce(layout.measure + 1) { max($0, $1.count) }
        // What a row says of itself comes after its cells.
        let (figure, category, area) = (width, width + 1, width + 2)
        var cells = [[SheetCell]](repeating: [], count: sheet.rows.count)
        var heading = [SheetCell](repeating: .empty, count: width + 3)
        heading[layout.measure] = .text("indicator")
        for column in headings.columns {
            heading[column.index] = .text("\(column.period.code) \(column.part.rawValue)")
        }
        var rows: [MappedRow] = []
        for row in Rows(
            sheet, measure: layout.measure, part: layout.part, figure: layout.figure, below: layout.headings.upperBound,
            to: layout.lastRow)
        {
            let filled = headings.columns.filter { sheet.cell(row: row.number, column: $0.index) != .empty }
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
            var line = [SheetCell](repeating: .empty, count: width + 3)
            line[layout.measure] = .text(measure.indicator)
            for column in filled { line[column.index] = sheet.cell(row: row.number, column: column.index) }
            var place = measure.area ?? ""
            if let column = layout.area, place.isEmpty,
                case .text(let text) = sheet.cell(row: row.number, column: column)
            {
                place = Blanks.trimmed(text)
            }
            if !place.isEmpty { line[area] = .text(place) }
            if let text = measure.category { line[category] = .text(text) }
            if measure.figure != nil, part != .value || headings.columns.allSatisfy({ $0.part == .value }) {
                line[figure] = .text(part.rawValue)
            }
            cells[row.number] = line
            rows.append(MappedRow(number: row.number, measure: measure, area: place, figure: part))
        }
        if rows.contains(where: { cells[$0.number][figure] != .empty }) { heading[figure] = .text("figure") }
        if rows.contains(where: { cells[$0.number][category] != .empty }) { heading[category] = .text("category") }
        if rows.contains(where: { !$0.area.isEmpty }) { heading[area] = .text("area") }
        // The headings are in the last of their rows.
        cells[layout.headings.upperBound] = heading
        let shown = sheet.shown.filter { $0.key.row > layout.headings.upperBound }
        return (ReadSheet(name: sheet.name, rows: cells, shown: shown), rows)
    }

    private static let columns = ["indicator", "period", "area", "category", "value", "numerator", "denominator"]

    /// The figures of a row, each as a row of the table: the parts that the row does not have are blank.
    private static func figures(of row: MappedRow, in sheet: ReadSheet, _ headings: MapHeadings) -> [[String]] {
        headings.columns.compactMap { column in
            let cell = sheet.cell(row: row.number, column: column.index)
            let shown = sheet.shown[ReadSheet.Place(row: row.number, column: column.index)]
            let text: String
            switch cell {
            case .text(let found): text = Blanks.trimmed(found)
            case .number(let number): text = SheetText.text(of: number, shown: shown, isNumber: true)
            case .empty, .date, .boolean, .error: return nil
            }
            guard !text.isEmpty else { return nil }
            let part = column.part == .value ? row.figure : column.part
            var cells = [row.measure.indicator, column.period.code, row.area, row.measure.category ?? "", "", "", ""]
            cells[4 + (FigurePart.allCases.firstIndex(of: part) ?? 0)] = text
            return cells
        }
    }

    /// Puts figures beside those that the pack has.
    private func merge(
        _ found: [[String]], unknown: [String], warnings: [Diagnostic]
    ) throws(ReportPackError) -> Outcome {
        var order: [[String]] = []
        var rows: [[String]: [String]] = [:]
        // What somebody wrote beside the figures stays beside them.
        var (others, beside): ([String], [[String]: [String]]) = ([], [:])
        let name = MapFiles.observations
        let context = ImportContext(limits: loader.limits)
        if target.holds(name) {
            let contents = target.contents(context)
            guard var (table, _) = contents.table(.observations, name: name, context) else {
                throw ReportPackError(diagnostics: context.files.flatMap(\.diagnostics))
            }
            let extra = table.columns.filter { !Self.columns.contains($0.name) }
            others = extra.map(\.heading)
            var row = CSVRow()
            while table.next(into: &row) {
                let record = table.record(row, table.columns)
                let texts = extra.map { column in
                    if case .text(let text)? = record[column.name]?.content { text } else { "" }
                }
                let cells = Self.columns.map { name in
                    if case .text(let text)? = record[name]?.content { text } else { "" }
                }
                let key = Array(cells.prefix(4))
                beside[key] = texts
                if rows.updateValue(Array(cells.dropFirst(4)), forKey: key) == nil { order.append(key) }
            }
        }
        var new: [[String]: [String]] = [:]
        for cells in found {
            let key = Array(cells.prefix(4))
            if new[key] == nil, rows[key] == nil { order.append(key) }
            var figures = new[key] ?? ["", "", ""]
            for index in 0..<3 where !cells[4 + index].isEmpty { figures[index] = cells[4 + index] }
            new[key] = figures
        }
        func text(_ figures: [String]) -> String {
            let (value, numerator, denominator) = (figures[0], figures[1], figures[2])
            let ratio = numerator.isEmpty && denominator.isEmpty ? "" : "\(numerator) of \(denominator)"
            return [value, ratio].filter { !$0.isEmpty }.joined(separator: ", ")
        }
        var changes: [Change] = []
        var (added, same) = (0, 0)
        for key in order {
            guard let figures = new[key] else { continue }
            if let old = rows[key] {
                if old == figures {
                    same += 1
                } else {
                    let what = key.filter { !$0.isEmpty }.joined(separator: ", ")
                    changes.append(Change(what: what, old: text(old), new: text(figures)))
                }
            } else {
                added += 1
            }
            rows[key] = figures
        }
        let blank = [String](repeating: "", count: others.count)
        let lines = order.map { $0 + (rows[$0] ?? []) + (beside[$0] ?? blank) }
        return Outcome(
            file: File(name: name, text: CSVText.text(of: [Self.columns + others] + lines)), newCount: added,
            changes: changes,
            sameCount: same, unknown: unknown, warnings: warnings.filter { $0.severity == .warning })
    }
}

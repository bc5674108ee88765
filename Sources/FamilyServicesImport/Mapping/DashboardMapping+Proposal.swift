package import FamilyServicesKit

/// A first map of a dashboard.
extension DashboardMapping {
    /// A map to begin with.
    package struct Proposal: Sendable {
        /// The two files; empty where no sheet has figures by periods.
        package let files: [File]
        /// What a person should know who looks the map over.
        package let notes: [Diagnostic]
    }

    /// A map to begin with: the sheets that look like figures by periods, and their measures with the indicators of the same title.
    ///
    /// - Returns: The two files, and what was left out.
    /// - Throws: `ReportPackError` where the pack has errors.
    package func proposal() throws(ReportPackError) -> Proposal {
        let (loaded, context, _) = load()
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
        func isArea(_ text: String) -> Bool {
            context.areaNames[text] ?? context.areaNames[TradeWords.folded(text)] ?? TradeWords.area(text) != nil
        }
        var layouts: [[String: String]] = []
        var measures: [[String]] = []
        var notes: [Diagnostic] = []
        var seen: Set<MapFiles.Key> = []
        for sheet in sheets {
            guard let layout = Self.guess(sheet, period: pack.manifest.period, isArea: isArea) else { continue }
            guard !sheet.isHidden else {
                notes.append(
                    note(
                        on: sheet,
                        "The sheet is hidden and is left out; add a row for it to \(MapFiles.sheets) if it is wanted."))
                continue
            }
            notes += self.notes(on: layout)
            var line = [
                "sheet": sheet.name, "headings": layout.headingRows, "measure": layout.name(layout.measure),
                "part": layout.name(layout.part), "figure": layout.name(layout.figure),
                "area": layout.name(layout.area), "meaning": layout.meaning?.text ?? "",
            ]
            if let long = layout.long {
                line["period"] = layout.name(long.period)
                line["value"] = layout.name(long.value)
                line["numerator"] = layout.name(long.numerator)
                line["denominator"] = layout.name(long.denominator)
            } else {
                line["periods"] = layout.name(layout.columns.first) + ":" + layout.name(layout.columns.last)
            }
            if layout.lacksYear { line["meaning"] = "?" }
            layouts.append(line)
            for row in Rows(
                layout.sheet, measure: layout.measure, part: layout.part, figure: layout.figure,
                below: layout.headings.upperBound)
            {
                guard
                    layout.figures.contains(where: { layout.sheet.cell(row: row.number, column: $0) != .empty }),
                    seen.insert(row.key).inserted
                else { continue }
                // A part is another measure than the whole, unless it is called so.
                let isWhole = row.part.isEmpty || Self.wholes.contains(TradeWords.folded(row.part))
                let indicator =
                    indicator(named: [row.measure, row.part].filter { !$0.isEmpty }.joined(separator: " "))
                    ?? (isWhole ? indicator(named: row.measure) : nil)
                let figure = FigurePart(word: row.figure)?.rawValue ?? ""
                measures.append([row.measure, row.part, row.figure, indicator?.text ?? "", figure, "", ""])
            }
        }
        guard !layouts.isEmpty else { return Proposal(files: [], notes: notes + likelyProblems()) }
        // Columns that say nothing are left out, but for those that people look for.
        let usual = ["sheet", "headings", "measure", "part", "figure", "area", "periods"]
        let columns =
            usual
            + ["meaning", "period", "value", "numerator", "denominator"].filter { name in
                layouts.contains { $0[name]?.isEmpty == false }
            }
        let rows = layouts.map { line in columns.map { line[$0] == "?" ? "" : line[$0] ?? "" } }
        return Proposal(
            files: [
                File(name: MapFiles.sheets, text: CSVText.text(of: [columns] + rows)),
                File(
                    name: MapFiles.measures,
                    text: CSVText.text(
                        of: [["measure", "part", "written_as", "indicator", "figure", "category", "area"]] + measures)),
            ], notes: notes)
    }

    /// What the part is called that is the whole.
    private static let wholes: Set<String> = ["all", "total", "overall", "whole", "council", "borough", "county"]

    /// Something about a sheet that a person should know.
    private func note(on sheet: ReadSheet, line: Int? = nil, column: Int? = nil, _ message: String) -> Diagnostic {
        Diagnostic(
            .warning, .ambiguous, message,
            at: SourceLocation(file: workbook, sheet: sheet.name, line: line, column: column))
    }

    /// What a person should know of how a sheet seems to be laid out.
    private func notes(on layout: Guess) -> [Diagnostic] {
        var notes: [Diagnostic] = []
        func add(_ message: String) { notes.append(note(on: layout.sheet, message)) }
        let file = MapFiles.sheets
        if layout.lacksYear {
            add("The headings name no year. Write it under “meaning” in \(file), such as FY2026-27 or 2026.")
        }
        switch layout.meaning {
        case .months:
            add(
                "Days in headings are taken for their months. If the days are meant, write days under “meaning” in \(file)."
            )
        case .days:
            add(
                "Days in headings are taken for days on which something was counted. If their months are meant, write months under “meaning” in \(file)."
            )
        case .financialYears:
            add(
                "Years such as 2024/25 are taken for financial years. If they are not, write academic years under “meaning” in \(file)."
            )
        case .calendarYears:
            add(
                "Years are taken to run from January to December. If they do not, remove the row of the sheet from \(file)."
            )
        case .academicYears, .year, nil: break
        }
        guard layout.long == nil, !layout.lacksYear, let first = layout.columns.first else { return notes }
        let headings = MapHeadings(layout.sheet, rows: layout.headings, within: nil, meaning: layout.meaning)
        let others = headings.others.filter { $0.index > first }
        let row = layout.headings.upperBound + 1
        for other in others.prefix(5) {
            guard let problem = other.problem else { continue }
            let (line, column) = layout.isTurned ? (other.index + 1, row) : (row, other.index + 1)
            notes.append(note(on: layout.sheet, line: line, column: column, "This is not read. " + problem.message))
        }
        let names = others.filter { $0.problem == nil }.map { Excerpt.quoted($0.text) }
        if !names.isEmpty {
            add(
                "Not read, because \(names.count == 1 ? "it is not a period" : "they are not periods"): "
                    + names.prefix(10).joined(separator: ", ")
                    + (names.count > 10 ? " and \(names.count - 10) more." : "."))
        }
        return notes
    }

    /// Why headings that look like periods could not be read, the first of each sheet.
    private func likelyProblems() -> [Diagnostic] {
        sheets.prefix(20).compactMap { sheet in
            for row in sheet.rows.indices.prefix(40) {
                let headings = MapHeadings(sheet, rows: row...row, within: 0...399, meaning: nil)
                let found = headings.others.filter { $0.problem != nil }
                if found.count > 1, let first = found.first, let problem = first.problem {
                    return note(on: sheet, line: row + 1, column: first.index + 1, problem.message)
                }
            }
            return nil
        }
    }
}

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
        let categories = Set(
            pack.breakdowns.flatMap(\.categories).flatMap {
                [TradeWords.folded($0.id.text), TradeWords.folded($0.title)]
            })
        let known = KnownNames(
            isArea: isArea, isIndicator: { names[TradeWords.folded($0)] != nil },
            isCategory: { categories.contains(TradeWords.folded($0)) })
        var splits: [Split] = []
        var layouts: [[String: String]] = []
        var measures: [[String]] = []
        var notes: [Diagnostic] = []
        var seen: Set<MapFiles.Key> = []
        for sheet in sheets {
            guard let layout = Self.guess(sheet, period: pack.manifest.period, names: known) else { continue }
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
                "area": layout.name(layout.area), "category": layout.name(layout.category),
                "meaning": layout.meaning?.text ?? "",
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
            var split = Split(heading: layout.category.map { Self.heading(of: $0, in: layout) } ?? "")
            for row in Rows(
                layout.sheet, measure: layout.measure, part: layout.part, figure: layout.figure,
                category: layout.category, below: layout.headings.upperBound)
            {
                guard
                    layout.figures.contains(where: { layout.sheet.cell(row: row.number, column: $0) != .empty })
                else { continue }
                if layout.category != nil { split.add(row.category) }
                guard seen.insert(row.key).inserted else { continue }
                // A part is another measure than the whole, unless it is called so.
                let isWhole = row.part.isEmpty || Self.wholes.contains(TradeWords.folded(row.part))
                let indicator =
                    indicator(named: [row.measure, row.part].filter { !$0.isEmpty }.joined(separator: " "))
                    ?? (isWhole ? indicator(named: row.measure) : nil)
                let figure = FigurePart(word: row.figure)?.rawValue ?? ""
                measures.append([row.measure, row.part, row.figure, indicator?.text ?? "", figure, "", ""])
            }
            if layout.category != nil {
                splits.append(split)
                notes.append(note(on: sheet, split.advice(among: pack.breakdowns)))
            }
        }
        guard !layouts.isEmpty else { return Proposal(files: [], notes: notes + likelyProblems()) }
        // Columns that say nothing are left out, but for those that people look for.
        let usual = ["sheet", "headings", "measure", "part", "figure", "area", "periods"]
        let columns =
            usual
            + ["category", "meaning", "period", "value", "numerator", "denominator"].filter { name in
                layouts.contains { $0[name]?.isEmpty == false }
            }
        let rows = layouts.map { line in columns.map { line[$0] == "?" ? "" : line[$0] ?? "" } }
        // A breakdown that only the dashboard has is begun too; what a person wrote is left alone.
        let new = splits.filter { $0.breakdown(among: pack.breakdowns) == nil }
        var more: [File] = []
        if case .folder = target, !new.isEmpty, !target.holds(Split.file) {
            more.append(File(name: Split.file, text: Split.text(of: new)))
        }
        return Proposal(
            files: [
                File(name: MapFiles.sheets, text: CSVText.text(of: [columns] + rows)),
                File(
                    name: MapFiles.measures,
                    text: CSVText.text(
                        of: [["measure", "part", "written_as", "indicator", "figure", "category", "area"]] + measures)),
            ] + more, notes: notes)
    }

    /// What splits the measures of a sheet, with its categories.
    private struct Split {
        static let file = PackFile.breakdowns.rawValue

        let heading: String
        private(set) var titles: [String] = []
        private var seen: Set<String> = []

        init(heading: String) { self.heading = heading }

        mutating func add(_ title: String) {
            guard !DashboardMapping.isWhole(title), seen.insert(TradeWords.folded(title)).inserted else { return }
            titles.append(title)
        }

        var id: String { Self.identifier(heading, or: "split") }

        /// The breakdown of the pack that has all the categories.
        func breakdown(among breakdowns: [Breakdown]) -> Breakdown? {
            breakdowns.first { breakdown in
                let names = breakdown.categories.flatMap {
                    [TradeWords.folded($0.title), TradeWords.folded($0.id.text)]
                }
                return seen.isSubset(of: names)
            }
        }

        /// What a person has to do, so that the figures are read.
        func advice(among breakdowns: [Breakdown]) -> String {
            let column = "The column \(Excerpt.quoted(heading)) is taken for a breakdown of the measures. "
            let indicators = "under “breakdown” in the table of indicators, for each measure that is split"
            if let breakdown = breakdown(among: breakdowns) {
                return column + "Write \(Excerpt.named(breakdown.id.text)) \(indicators)."
            }
            return column
                + "The pack needs a breakdown with its categories (\(QuotedValue.marked(Excerpt.list(titles)))): see that \(Self.file), or "
                + "the sheets Breakdowns and Categories, has it. Then write its ID, such as \(Excerpt.named(id)), \(indicators)."
        }

        /// The file of some breakdowns; the first of those with one heading has the categories of all.
        static func text(of splits: [Split]) -> String {
            var merged: [(id: String, split: Split)] = []
            for split in splits {
                if let index = merged.firstIndex(where: { $0.id == split.id }) {
                    for title in split.titles { merged[index].split.add(title) }
                } else {
                    merged.append((split.id, split))
                }
            }
            var text = "breakdowns:\n"
            for (id, split) in merged {
                text +=
                    "  - id: \(id)\n    title: \(quoted(split.heading.isEmpty ? id : split.heading))\n    categories:\n"
                var used: Set<String> = []
                for (number, title) in split.titles.enumerated() {
                    var own = identifier(title, or: "\(id)-\(number + 1)")
                    if !used.insert(own).inserted {
                        own = "\(own)-\(number + 1)"
                        used.insert(own)
                    }
                    text += "      - {id: \(own), title: \(quoted(title))}\n"
                }
            }
            return text
        }

        /// A text in small letters, digits and hyphens.
        private static func identifier(_ text: String, or other: String) -> String {
            let words = text.lowercased().split { !("a"..."z").contains($0) && !("0"..."9").contains($0) }
            let joined = words.joined(separator: "-")
            return joined.first?.isLetter == true ? joined : words.isEmpty ? other : "\(other)-\(joined)"
        }

        /// A text in the double quotes of a YAML file.
        private static func quoted(_ text: String) -> String {
            "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        }
    }

    /// What the part is called that is the whole.
    static let wholes: Set<String> = [
        "all", "total", "overall", "whole", "council", "borough", "county", "both", "both sexes",
    ]

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

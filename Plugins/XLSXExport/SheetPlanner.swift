import FamilyServicesKit

/// What a sheet has to know of the others.
struct SheetSurroundings {
    var isCover = false
    var isSynthetic = false
    /// The sheet that explains the notes.
    var notesSheet: String?
    var sheetOfSection: [String: String] = [:]
    /// Where a section takes several sheets, which part this is and how those before and after are called.
    var part: SheetSource.Part?
    var previousPart: String?
    var nextPart: String?
}

/// Lays out one section as one sheet.
struct SheetPlanner {
    /// The most rows and columns of a sheet.
    static let rowLimit = 1_048_575
    static let columnLimit = 16_384

    let section: PublicationSection
    let name: String
    let surroundings: SheetSurroundings
    let charts: [PlacedChart]
    let theme: WorkbookTheme
    let limits: SheetLimits
    let context: ExportContext

    private var rows: [RowPlan] = []
    private var tables: [TablePlan] = []
    private var widths: [Double] = []
    private var links = 0
    private var hasTables = false

    private var chartPlans: [ChartPlan] = []
    /// How many charts were passed over.
    private var undrawn = 0
    /// The first row of each chart's texts and the row of the chart.
    private var chartGroups: [(first: Int, chart: Int)] = []

    init(
        section: PublicationSection, name: String, surroundings: SheetSurroundings, charts: [PlacedChart],
        theme: WorkbookTheme, limits: SheetLimits, context: ExportContext
    ) {
        self.section = section
        self.name = name
        self.surroundings = surroundings
        self.charts = charts
        self.theme = theme
        self.limits = limits
        self.context = context
    }

    mutating func plan(styles: inout SheetStyles, tableNames: inout Set<String>) throws -> SheetPlan {
        let content = SheetContent.content(of: section)
        let sheetTables = content.compactMap { if case .table(let table) = $0 { table } else { nil } }
        for table in sheetTables { try checkShape(table) }
        hasTables = !sheetTables.isEmpty
        widths = charts.isEmpty ? ColumnLayout.widths(sheetTables) : [ColumnLayout.charts]
        try addTitle(&styles)
        for text in introduction(content, sheetTables) { try add(text, &styles) }
        var isFirst = true
        var groupStart = rows.count
        for item in content {
            switch item {
            case .text(let text):
                try add(text, &styles)
            case .table(let table):
                // The row above keeps some distance to the table, without an empty row.
                if isFirst { addSpaceBelowLastRow() }
                isFirst = false
                try add(table, &styles, &tableNames)
                if sheetTables.count > 1, tables.count < sheetTables.count { addEmptyRow() }
            case .chart(let chart):
                try add(chart, startingAt: groupStart, &styles)
                groupStart = rows.count
            }
        }
        guard rows.count <= Self.rowLimit else {
            throw XLSXExportError(
                .tooManyRows,
                "The section “\(section.title)” needs \(rows.count) rows and a sheet has \(Self.rowLimit); "
                    + "split the section.", sheet: name)
        }
        var plan = SheetPlan(
            name: name, columnWidths: widths, rows: rows, tables: tables,
            repeatedRow: tables.count == 1 ? tables[0].headerRow : nil, footer: nil)
        plan.charts = chartPlans
        plan.pageBreaks = pageBreaks()
        return plan
    }

    // MARK: Above the content

    /// The texts between the title and the content.
    private func introduction(_ content: [SheetContent], _ tables: [SheetTable]) -> [SheetText] {
        let synthetic = surroundings.isSynthetic ? [SheetText(SheetWording.synthetic, .strong)] : []
        let summary = section.summary.isEmpty ? [] : [SheetText(section.summary, .body)]
        var texts = surroundings.isCover ? synthetic + summary : summary + synthetic
        if let part = surroundings.part {
            texts.append(
                SheetText(
                    SheetWording.part(part, before: surroundings.previousPart, after: surroundings.nextPart), .body))
        }
        let numberOfLinks = content.count { if case .text(let text) = $0 { text.link != nil } else { false } }
        if let sentence = SheetWording.contents(
            tables: tables.map(\.title), charts: charts.count, links: numberOfLinks)
        {
            texts.append(SheetText(sentence, .body))
        }
        let findings = findings(tables)
        let allLinks = numberOfLinks + findings.links
        if allLinks > limits.links {
            texts.append(
                SheetText(SheetWording.links(limit: limits.links, dropped: allLinks - limits.links), .body))
        }
        if findings.notFinite > 0 { texts.append(SheetText(SheetWording.notFinite(findings.notFinite), .body)) }
        if findings.hasNotes, let notesSheet = surroundings.notesSheet, notesSheet != name {
            texts.append(SheetText(SheetWording.notes(onSheet: notesSheet), .body))
        }
        texts += SheetWording.key(findings.reasons).map { SheetText($0, .body) }
        if findings.hasEmptyCells { texts.append(SheetText(SheetWording.blankCells, .body)) }
        return texts
    }

    /// What the tables hold that has to be explained above them.
    private struct Findings {
        var reasons: Set<MissingReason> = []
        var hasEmptyCells = false
        var hasNotes = false
        /// How many numbers are not finite.
        var notFinite = 0
        var links = 0
    }

    private func findings(_ tables: [SheetTable]) -> Findings {
        var findings = Findings()
        func read(_ text: String) {
            guard text.utf8.contains(UInt8(ascii: "[")) else { return }
            if text.contains("[note ") { findings.hasNotes = true }
            for reason in MissingReason.allCases where text.contains(reason.shorthand) {
                // Of the two reasons that share a shorthand, words alone do not say which is meant.
                if !findings.reasons.contains(where: { $0.shorthand == reason.shorthand }) {
                    findings.reasons.insert(reason)
                }
            }
        }
        for table in tables {
            for column in table.columns { read(column.title) }
            for fact in table.facts {
                read(fact.label)
                read(fact.value)
                if fact.label.isEmpty || fact.value.isEmpty { findings.hasEmptyCells = true }
            }
            for row in table.rows {
                for cell in row {
                    if cell.link != nil, cell.value != .empty { findings.links += 1 }
                    switch cell.value {
                    case .missing(let reason): findings.reasons.insert(reason)
                    case .empty: findings.hasEmptyCells = true
                    case .text(let text): text.isEmpty ? findings.hasEmptyCells = true : read(text)
                    case .number(let value, _), .percentage(let value, _):
                        guard !value.isFinite else { continue }
                        findings.notFinite += 1
                        findings.reasons.insert(CellNumber.notFinite)
                    case .date: break
                    }
                }
            }
        }
        return findings
    }

    // MARK: Text

    private mutating func addTitle(_ styles: inout SheetStyles) throws {
        let sizes = surroundings.isCover ? TypeScale.coverTitle : TypeScale.title
        let title = TextRules.cut(section.title, to: LongTexts.pieceLength)
        func fits(_ size: Double) -> Bool {
            TextMeasure.widths(title, size: size, bold: true).line <= overflowPixels
        }
        let size = sizes.first(where: fits) ?? sizes[sizes.count - 1]
        let fits = fits(size)
        if !fits, widths[0] < 60, hasTables { widths[0] = 60 }
        let lines = fits ? 1 : lineCount(title, size: size, bold: true)
        let cell = CellPlan(
            content: .text(TextRules.escaped(title)),
            style: styles.title(size: size, wrapped: !fits))
        rows.append(
            RowPlan(height: height(lines: lines, size: size, extra: surroundings.isCover ? 14 : 8), cells: [cell]))
    }

    /// Adds a text in column A: on one line that runs over the empty cells to its right, wrapped where column A is wide, and
    /// otherwise on several rows, sentence by sentence.
    ///
    /// A text that leads to a section becomes a link; so does one for which a target is given.
    private mutating func add(_ item: SheetText, target: String? = nil, _ styles: inout SheetStyles) throws {
        let bold = item.role == .heading || item.role == .strong
        let size = item.role == .heading ? TypeScale.heading : TypeScale.body
        for paragraph in paragraphs(item, size: size, bold: bold) {
            let single = TextMeasure.widths(paragraph, size: size, bold: bold).line
            let overflows = hasTables && single <= overflowPixels && !paragraph.utf8.contains(0x0A)
            let lines = overflows ? 1 : lineCount(paragraph, size: size, bold: bold)
            let link = try target ?? link(item.link)
            let style = styles.text(item.role, wrapped: !overflows, isLink: link != nil)
            let cell = CellPlan(
                content: paragraph.isEmpty ? .blank : .text(TextRules.escaped(paragraph)), style: style, link: link)
            let extra = item.role == .heading ? 14.0 : item.role == .item ? 2 : 5
            rows.append(RowPlan(height: height(lines: lines, size: size, extra: extra), cells: [cell]))
        }
    }

    /// A text as the rows that it takes.
    private func paragraphs(_ item: SheetText, size: Double, bold: Bool) -> [String] {
        let wraps = !hasTables || widths[0] >= 60
        let clean = TextRules.clean(item.text)
        func fits(_ text: String) -> Bool { TextMeasure.widths(text, size: size, bold: bold).line <= overflowPixels }
        guard clean.utf8.count <= LongTexts.pieceLength || LongTexts.fits(clean) else {
            return LongTexts.pieces(of: clean)
        }
        if item.link != nil || wraps && lineCount(clean, size: size, bold: bold) <= 26 { return [clean] }
        var result: [String] = []
        for line in clean.split(separator: "\n", omittingEmptySubsequences: true) {
            if fits(String(line)) || wraps {
                result.append(String(line))
                continue
            }
            var current = ""
            for sentence in SheetWording.sentences(String(line)).flatMap({ fits($0) ? [$0] : broken($0, fits) }) {
                let joined = current.isEmpty ? sentence : current + " " + sentence
                if current.isEmpty || fits(joined) {
                    current = joined
                } else {
                    result.append(current)
                    current = sentence
                }
            }
            if !current.isEmpty { result.append(current) }
        }
        return result
    }

    /// A sentence that is too long for a row, broken between words.
    private func broken(_ sentence: String, _ fits: (String) -> Bool) -> [String] {
        var parts: [String] = []
        var current = ""
        for word in sentence.split(separator: " ") {
            let joined = current.isEmpty ? String(word) : current + " " + word
            if current.isEmpty || fits(joined) {
                current = joined
            } else {
                parts.append(current)
                current = String(word)
            }
        }
        parts.append(current)
        return parts
    }

    /// How far a text in column A may run to the right.
    private var overflowPixels: Double {
        TextMeasure.pixels(ofColumn: max(widths.reduce(0, +), hasTables ? ColumnLayout.page : 0)) * 0.97
    }

    // MARK: Charts

    private mutating func add(
        _ chart: Chart, startingAt first: Int, _ styles: inout SheetStyles
    ) throws {
        let index = chartPlans.count + undrawn
        guard charts.indices.contains(index), !charts[index].site.rows.isEmpty else {
            undrawn += 1
            return try add(SheetText(SheetWording.emptyTable(chart.title), .body), &styles)
        }
        let placed = charts[index]
        let figureRows = placed.figureRows
        let place = SheetWording.figures(
            table: placed.table?.name ?? "", sheet: placed.sheet, firstRow: figureRows.first, lastRow: figureRows.last)
        let figures = [place, placed.site.isDrawn ? ChartPlanner.scaleNote(chart) : nil].compactMap { $0 }
            .joined(separator: " ")
        let target = TextRules.link(toSheet: placed.sheet, row: figureRows.first)
        guard placed.site.isDrawn else {
            undrawn += 1
            try add(SheetText(SheetWording.notDrawn, .body), &styles)
            try add(SheetText(chart.alternativeText, .body), &styles)
            return try add(SheetText(figures, .body), target: target, &styles)
        }
        if chart.alternativeText.utf16.count > ChartPlanner.alternativeTextLimit {
            try add(SheetText(chart.alternativeText, .body), &styles)
        }
        try add(SheetText(figures, .body), target: target, &styles)
        chartGroups.append((first, rows.count))
        chartPlans.append(ChartPlanner(theme: theme).plan(placed, row: rows.count))
        // One row for the whole chart, because a page never ends inside a row.
        let points = (ChartPlanner.height(of: chart) + 8) * 0.75
        rows.append(RowPlan(height: min((points / 0.75).rounded(.up) * 0.75, 409.5), cells: []))
    }

    /// The rows before which a new page begins, so that a chart is on one page with its texts.
    private func pageBreaks() -> [Int] {
        var breaks: [Int] = []
        var start = 0
        for group in chartGroups {
            let height = rows[start...group.chart].reduce(0) { $0 + $1.height }
            if height > ChartPlanner.pageHeight, group.first > start {
                breaks.append(group.first)
                start = group.first
            }
        }
        return breaks
    }

    // MARK: Tables

    private mutating func add(
        _ table: SheetTable, _ styles: inout SheetStyles, _ tableNames: inout Set<String>
    ) throws {
        let headerRow = rows.count
        guard headerRow + table.rowCount < Self.rowLimit else {
            throw XLSXExportError(
                .tooManyRows,
                "The table “\(table.title)” has \(table.rowCount) rows below row \(headerRow + 1), and a sheet has "
                    + "\(Self.rowLimit); split the table.", sheet: name)
        }
        let columns = try headers(of: table, headerRow: headerRow, &styles)
        var lines = 1
        for (index, column) in table.columns.enumerated() {
            let position = CellPosition(column: index, isTrailing: column.isTrailing)
            lines = max(
                lines,
                lineCount(column.title, size: TypeScale.body, bold: true, column: index, indent: position.indentPixels))
        }
        rows.append(RowPlan(height: height(lines: lines, size: TypeScale.body, extra: 7), cells: []))
        rows.reserveCapacity(rows.count + table.rowCount)
        for index in 0..<table.rowCount {
            if index % 512 == 0 { try context.checkCancellation() }
            rows.append(try row(index, of: table, &styles))
        }
        tables.append(
            TablePlan(
                name: TextRules.tableName(table.name, taken: &tableNames), headerRow: headerRow,
                lastRow: rows.count - 1,
                columns: columns))
    }

    private mutating func row(_ index: Int, of table: SheetTable, _ styles: inout SheetStyles) throws -> RowPlan {
        let entries = table.columns.indices.map { table.entry(row: index, column: $0) }
        var lines = 1
        for (column, entry) in entries.enumerated() where entry.kind == .text {
            let position = CellPosition(column: column, isTrailing: table.columns[column].isTrailing)
            lines = max(
                lines,
                lineCount(entry.text, size: TypeScale.body, bold: false, column: column, indent: position.indentPixels))
        }
        var cells: [CellPlan] = []
        cells.reserveCapacity(table.columns.count)
        for (column, definition) in table.columns.enumerated() {
            var entry = entries[column]
            let position = CellPosition(column: column, isTrailing: definition.isTrailing)
            let content: CellPlan.Content
            switch entry.kind {
            case .empty:
                content = .blank
            case .text, .missing:
                content = .text(try cellText(entry.text, row: index, column: column, of: table))
            case .number, .percentage, .date:
                content = .number(entry.number)
            }
            let link = entry.kind == .empty ? nil : try link(entry.link)
            if link == nil { entry.link = nil }
            cells.append(
                CellPlan(content: content, style: styles.cell(entry, position, isTall: lines > 3), link: link))
        }
        return RowPlan(height: height(lines: lines, size: TypeScale.body, extra: 5), cells: cells)
    }

    private func headers(
        of table: SheetTable, headerRow: Int, _ styles: inout SheetStyles
    ) throws -> [(header: String, style: Int)] {
        var seen: Set<String> = []
        return try table.columns.enumerated().map { index, column in
            let header = TextRules.oneLine(column.title)
            let place = "Column \(index + 1) of the table “\(table.title)”"
            let cell = WorkbookPlan.reference(row: headerRow, column: index)
            guard header.contains(where: { !$0.isWhitespace }) else {
                throw XLSXExportError(.invalidHeader, "\(place) has no header; give it one.", sheet: name, cell: cell)
            }
            let escaped = TextRules.escaped(header)
            guard escaped.utf16.count <= TextRules.headerLimit else {
                throw XLSXExportError(
                    .invalidHeader,
                    "\(place) has a header of \(escaped.utf16.count) UTF-16 units and Excel allows \(TextRules.headerLimit); "
                        + "shorten it.", sheet: name, cell: cell)
            }
            guard seen.insert(header.lowercased()).inserted else {
                throw XLSXExportError(
                    .invalidHeader,
                    "\(place) has the same header as another column; make them different by more than case.",
                    sheet: name, cell: cell)
            }
            return (escaped, styles.header(CellPosition(column: index, isTrailing: column.isTrailing)))
        }
    }

    private func checkShape(_ table: SheetTable) throws {
        guard !table.columns.isEmpty else {
            throw XLSXExportError(
                .raggedTable, "The table “\(table.title)” has no column; give it at least one.", sheet: name)
        }
        guard table.columns.count <= Self.columnLimit else {
            throw XLSXExportError(
                .tooManyColumns,
                "The table “\(table.title)” has \(table.columns.count) columns and a sheet has \(Self.columnLimit); "
                    + "split the table.", sheet: name)
        }
        if let index = table.rows.firstIndex(where: { $0.count != table.columns.count }) {
            throw XLSXExportError(
                .raggedTable,
                "Row \(index + 1) of the table “\(table.title)” has \(table.rows[index].count) cells and the header has "
                    + "\(table.columns.count); make them equal.", sheet: name)
        }
    }

    // MARK: Cells and rows

    /// Where a link leads; `nil` where there is none, or the sheet already has as many as Excel allows.
    private mutating func link(_ link: SectionLink?) throws -> String? {
        guard let link else { return nil }
        guard let target = surroundings.sheetOfSection[link.section] else {
            throw XLSXExportError(
                .brokenLink,
                "A link leads to the section “\(link.section)”, which is not in the publication; remove the link "
                    + "or add the section.", sheet: name, cell: WorkbookPlan.reference(row: rows.count, column: 0))
        }
        guard links < limits.links else { return nil }
        links += 1
        return TextRules.link(toSheet: target)
    }

    private func cellText(_ text: String, row: Int, column: Int, of table: SheetTable) throws -> String {
        guard let result = TextRules.cellText(text) else {
            throw XLSXExportError(
                .textTooLong,
                "In the section “\(section.title)”, the text in table “\(table.title)”, row \(row + 1), column "
                    + "“\(table.columns[column].title)” has \(text.utf16.count) UTF-16 units and a cell holds "
                    + "\(TextRules.cellLimit); shorten it.", sheet: name,
                cell: WorkbookPlan.reference(row: rows.count, column: column))
        }
        return result
    }

    private func lineCount(
        _ text: String, size: Double, bold: Bool, column: Int = 0, indent: Double = 0
    ) -> Int {
        let width = TextMeasure.pixels(ofColumn: widths[column]) - indent
        return TextMeasure.lines(text, size: size, bold: bold, within: width)
    }

    /// The height of a row, in the steps of three quarters of a point that Excel keeps to.
    private func height(lines: Int, size: Double, extra: Double) -> Double {
        let exact = Double(lines) * TextMeasure.lineHeight(size: size) + extra
        return min((exact / 0.75).rounded(.up) * 0.75, 409.5)
    }

    private mutating func addSpaceBelowLastRow() {
        guard let last = rows.indices.last else { return }
        rows[last].height = min(rows[last].height + 9, 409.5)
    }

    private mutating func addEmptyRow() {
        rows.append(RowPlan(height: 15, cells: []))
    }
}

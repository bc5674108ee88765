import FamilyServicesKit

/// What a sheet has to know of the others.
struct SheetSurroundings {
    var isCover = false
    var isSynthetic = false
    var isWorkingCopy = false
    /// Whether only the members' edition is printed.
    var isMembersEdition = false
    /// Where the figures of each small picture are.
    var trends: [Trend: String] = [:]
    /// The sheet that explains the notes.
    var notesSheet: String?
    /// The sheet with the texts that rows cannot show.
    var longTextsSheet: String?
    var sheetOfSection: [SectionID: String] = [:]
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
    /// The height of the highest row that Excel allows, in points.
    static let highestRow = 409.5

    let section: PublicationSection
    let name: String
    let surroundings: SheetSurroundings
    let charts: [PlacedChart]
    let options: XLSXExporter.Options
    let limits: SheetLimits
    let context: ExportContext

    var rows: [RowPlan] = []
    var tables: [TablePlan] = []
    var widths: [Double] = []
    var links = 0
    /// The rows that links lead to.
    var anchors: [Anchor: Int] = [:]
    var hasTables = false
    var sparklines: [SparklinePlan] = []

    var chartPlans: [ChartPlan] = []
    /// How many charts were passed over.
    var undrawn = 0
    /// The first row of each chart's texts and the row of the chart.
    var chartGroups: [(first: Int, chart: Int)] = []

    init(
        section: PublicationSection, name: String, surroundings: SheetSurroundings, charts: [PlacedChart],
        options: XLSXExporter.Options, limits: SheetLimits, context: ExportContext
    ) {
        self.section = section
        self.name = name
        self.surroundings = surroundings
        self.charts = charts
        self.options = options
        self.limits = limits
        self.context = context
    }

    mutating func plan(styles: inout SheetStyles, tableNames: inout Set<String>) throws -> SheetPlan {
        let content = SheetContent.content(of: section)
        let sheetTables = content.compactMap { if case .table(let table) = $0 { table } else { nil } }
        for table in sheetTables { try checkShape(table) }
        hasTables = !sheetTables.isEmpty
        widths =
            charts.isEmpty
            ? ColumnLayout.widths(content) : [isChartGrid ? ColumnLayout.chartGrid : ColumnLayout.charts]
        try addTitle(&styles)
        for text in introduction(content, sheetTables) { try add(text, &styles) }
        var isFirst = true
        var groupStart = rows.count
        if isChartGrid { try addChartGrid(content, &styles) }
        for item in isChartGrid ? [] : content {
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
        plan.anchors = anchors
        plan.work = workTable(sheetTables)
        plan.printed = isLeftOutOfPrint ? nil : printed(sheetTables)
        plan.isLeftOutOfPrint = isLeftOutOfPrint
        plan.repeatsTitle = repeatsTitle
        plan.sparklines = sparklines
        plan.pagesHigh = pagesHigh(printedRows: plan.printed?.rows ?? rows.count)
        plan.logo = surroundings.isCover ? options.branding.logo?.plan : nil
        return plan
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
        let linked = columnsWithLinks(of: table)
        var lines = 1
        for (index, column) in table.columns.enumerated() {
            let position = CellPosition(column: index, isTrailing: column.isTrailing)
            lines = max(
                lines,
                lineCount(column.title, size: TypeScale.body, bold: true, column: index, indent: position.indentPixels))
        }
        // Filter buttons have the lowest line to themselves, and hide no word.
        if isToWorkIn(table) { lines += 1 }
        rows.append(RowPlan(height: height(lines: lines, size: TypeScale.body, extra: 7), cells: []))
        rows.reserveCapacity(rows.count + table.rowCount)
        for index in 0..<table.rowCount {
            if index % 512 == 0 { try context.checkCancellation() }
            if let anchor = table.anchor(ofRow: index), anchors[anchor] == nil { anchors[anchor] = rows.count }
            rows.append(try row(index, of: table, linked: linked, &styles))
        }
        tables.append(
            TablePlan(
                name: TextRules.tableName(table.name, taken: &tableNames), headerRow: headerRow,
                lastRow: rows.count - 1,
                columns: columns, hasFilter: isToWorkIn(table)))
    }

    /// The columns in which the words of every link are on one line.
    ///
    /// LibreOffice puts the words of a link on one line and cuts what does not fit; in a column where some would be cut, none
    /// is a link, so that readers need not guess.
    func columnsWithLinks(of table: SheetTable) -> Set<Int> {
        Set(
            table.columns.indices.filter { column in
                table.rows.allSatisfy { row in
                    guard row[column].link != nil, case .text(let text) = row[column].value else { return true }
                    return lineCount(text, column: column, of: table) <= 1
                }
            })
    }

    private func lineCount(_ text: String, column: Int, of table: SheetTable, bold: Bool = false) -> Int {
        let position = CellPosition(column: column, isTrailing: table.columns[column].isTrailing)
        let lines = lineCount(text, size: TypeScale.body, bold: bold, column: column, indent: position.indentPixels)
        guard bold else { return lines }
        return max(lines, TextMeasure.leastLines(text, size: TypeScale.body, bold: true, within: widths[column]))
    }

    private mutating func row(
        _ index: Int, of table: SheetTable, linked: Set<Int>, _ styles: inout SheetStyles
    ) throws -> RowPlan {
        let entries = table.columns.indices.map { table.entry(row: index, column: $0) }
        let lines = entries.enumerated().reduce(1) { most, entry in
            entry.element.kind == .text
                ? max(
                    most, lineCount(entry.element.text, column: entry.offset, of: table, bold: entry.element.isHeading))
                : most
        }
        var cells: [CellPlan] = []
        cells.reserveCapacity(table.columns.count)
        for (column, definition) in table.columns.enumerated() {
            var entry = entries[column]
            if let trend = entry.trend, let place = surroundings.trends[trend] {
                sparklines.append(SparklinePlan(row: rows.count, column: column, figures: place))
            }
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
            let link = entry.kind == .empty ? nil : try link(entry.link, isKept: linked.contains(column))
            if link == nil { entry.link = nil }
            cells.append(
                CellPlan(
                    content: content,
                    style: styles.cell(
                        entry, position, isTall: lines > 3, editing: isToWorkIn(table) ? definition.editing : nil),
                    link: link))
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
            let position = CellPosition(column: index, isTrailing: column.isTrailing)
            return (escaped, styles.header(position, hasFilter: isToWorkIn(table)))
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
    mutating func link(_ link: SectionLink?, isKept: Bool = true) throws -> CellPlan.Link? {
        guard let link else { return nil }
        guard let target = surroundings.sheetOfSection[link.section] else {
            throw XLSXExportError(
                .brokenLink,
                "A link leads to the section “\(link.section)”, which is not in the publication; remove the link "
                    + "or add the section.", sheet: name, cell: WorkbookPlan.reference(row: rows.count, column: 0))
        }
        guard isKept, links < limits.links else { return nil }
        links += 1
        return link.row == nil ? .place(TextRules.link(toSheet: target)) : .row(link)
    }

    func cellText(_ text: String, row: Int, column: Int, of table: SheetTable) throws -> String {
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

    func lineCount(
        _ text: String, size: Double, bold: Bool, column: Int = 0, indent: Double = 0
    ) -> Int {
        let whole = TextMeasure.pixels(ofColumn: widths[column]) - indent
        // Where a wider font stands in for Arial, its bold letters grow by more than its digits, in which columns are measured.
        let width = bold && hasTables ? whole * TextMeasure.boldShare : whole
        let lines = TextMeasure.lines(text, size: size, bold: bold, within: width)
        return hasTables ? max(lines, TextMeasure.leastLines(text, size: size, within: widths[column])) : lines
    }

    /// The height of a row, in the steps of three quarters of a point that Excel keeps to.
    func height(lines: Int, size: Double, extra: Double) -> Double {
        let exact = Double(lines) * TextMeasure.lineHeight(size: size) + extra
        return min((exact / 0.75).rounded(.up) * 0.75, Self.highestRow)
    }

    mutating func addSpaceBelowLastRow() {
        guard let last = rows.indices.last else { return }
        rows[last].height = min(rows[last].height + 9, Self.highestRow)
    }

    mutating func addEmptyRow() {
        rows.append(RowPlan(height: 15, cells: []))
    }
}

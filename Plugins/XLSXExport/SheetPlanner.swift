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

    var rows = SheetRows()
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

    mutating func plan(
        styles: inout SheetStyles, texts known: inout WorkbookTexts, tableNames: inout Set<String>
    ) throws -> SheetPlan {
        let content = SheetContent.content(of: section)
        let sheetTables = content.compactMap { if case .table(let table) = $0 { table } else { nil } }
        for table in sheetTables { try checkColumns(table) }
        var surveys: [TableSurvey] = []
        for table in sheetTables {
            let survey = try TableSurvey(
                table, isToWorkIn: isToWorkIn(table), after: surveys.last?.key ?? TableKey(), texts: &known,
                check: context.checkCancellation)
            try checkRows(survey)
            surveys.append(survey)
        }
        hasTables = !sheetTables.isEmpty
        widths =
            charts.isEmpty
            ? ColumnLayout.widths(surveys, known, textCount: content.count - surveys.count)
            : [isChartGrid ? ColumnLayout.chartGrid : ColumnLayout.charts]
        try addTitle(&styles)
        for text in introduction(content, surveys, known) { try add(text, &styles) }
        var isFirst = true
        var groupStart = rows.count
        if isChartGrid { try addChartGrid(content, &styles) }
        for item in isChartGrid ? [] : content {
            switch item {
            case .text(let text):
                try add(text, &styles)
            case .table:
                // The row above keeps some distance to the table, without an empty row.
                if isFirst { addSpaceBelowLastRow() }
                isFirst = false
                try add(surveys[tables.count], known, &styles, &tableNames)
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
        rows.forEachKept { row in
            for case .text(let text) in row.cells.map(\.content) { known.add(text) }
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
        _ survey: TableSurvey, _ known: WorkbookTexts, _ styles: inout SheetStyles, _ tableNames: inout Set<String>
    ) throws {
        let table = survey.table
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
        // Filter buttons have the lowest line to themselves, and hide no word.
        if isToWorkIn(table) { lines += 1 }
        rows.append(
            RowPlan(
                height: Self.height(lines: lines, size: TypeScale.body, extra: 7),
                cells: columns.map { CellPlan(content: .text($0.header), style: $0.style) }))
        let first = rows.count
        if let place = survey.tooLong {
            throw textTooLong(
                table.entry(row: place.row, column: place.column).text, row: place.row, column: place.column, of: table)
        }
        for index in table.anchors.indices {
            if let anchor = table.anchors[index], anchors[anchor] == nil { anchors[anchor] = first + index }
        }
        for place in survey.trends {
            guard let trend = table.entry(row: place.row, column: place.column).trend,
                let figures = surroundings.trends[trend]
            else { continue }
            sparklines.append(SparklinePlan(row: first + place.row, column: place.column, figures: figures))
        }
        rows.append(try tableRows(survey, known, &styles))
        tables.append(
            TablePlan(
                name: TextRules.tableName(table.name, taken: &tableNames), headerRow: headerRow,
                lastRow: rows.count - 1,
                columns: columns, hasFilter: isToWorkIn(table)))
    }

    /// The rows of a table, with the styles of their cells, and the links that are kept.
    private mutating func tableRows(
        _ survey: TableSurvey, _ known: WorkbookTexts, _ styles: inout SheetStyles
    ) throws -> TableRows {
        var survey = survey
        let linked = columnsWithLinks(of: survey)
        var rowLines = RowLines(survey, widths: widths, known)
        let lines = try rowLines.lines(check: context.checkCancellation)
        var links: [TableRows.Link] = []
        for place in survey.links {
            let entry = survey.table.entry(row: place.row, column: place.column)
            if let target = try link(entry.link, isKept: linked.contains(place.column), row: rows.count + place.row) {
                links.append(TableRows.Link(row: place.row, column: place.column, target: target))
            } else {
                survey.removeLink(row: place.row, column: place.column)
            }
        }
        let isSomeTall = lines.contains { $0 > TableRows.mostLowLines }
        let isSomeLow = lines.contains { $0 <= TableRows.mostLowLines }
        let looks = survey.looks.map { look in
            let low = isSomeLow ? styles.cell(look, isTall: false) : 0
            return (low: low, tall: isSomeTall ? styles.cell(look, isTall: true) : low)
        }
        return TableRows(survey: survey, lines: lines, styles: looks, links: links)
    }

    /// The columns in which the words of every link are on one line.
    ///
    /// LibreOffice puts the words of a link on one line and cuts what does not fit; in a column where some would be cut, none
    /// is a link, so that readers need not guess.
    func columnsWithLinks(of survey: TableSurvey) -> Set<Int> {
        var linked = Set(survey.table.columns.indices)
        for place in survey.links where linked.contains(place.column) {
            guard survey.table.facts.isEmpty, case .text(let text) = survey.table.rows[place.row][place.column].value
            else { continue }
            let position = CellPosition(
                column: place.column, isTrailing: survey.table.columns[place.column].isTrailing)
            let lines = lineCount(
                text, size: TypeScale.body, bold: false, column: place.column, indent: position.indentPixels)
            if lines > 1 { linked.remove(place.column) }
        }
        return linked
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

    private func checkColumns(_ table: SheetTable) throws {
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
    }

    private func checkRows(_ survey: TableSurvey) throws {
        guard let index = survey.raggedRow else { return }
        let table = survey.table
        throw XLSXExportError(
            .raggedTable,
            "Row \(index + 1) of the table “\(table.title)” has \(table.rows[index].count) cells and the header has "
                + "\(table.columns.count); make them equal.", sheet: name)
    }

    // MARK: Cells and rows

    /// Where a link leads; `nil` where there is none, or the sheet already has as many as Excel allows.
    mutating func link(_ link: SectionLink?, isKept: Bool = true, row: Int? = nil) throws -> CellPlan.Link? {
        guard let link else { return nil }
        guard let target = surroundings.sheetOfSection[link.section] else {
            throw XLSXExportError(
                .brokenLink,
                "A link leads to the section “\(link.section)”, which is not in the publication; remove the link "
                    + "or add the section.", sheet: name,
                cell: WorkbookPlan.reference(row: row ?? rows.count, column: 0))
        }
        guard isKept, links < limits.links else { return nil }
        links += 1
        return link.row == nil ? .place(TextRules.link(toSheet: target)) : .row(link)
    }

    private func textTooLong(_ text: String, row: Int, column: Int, of table: SheetTable) -> XLSXExportError {
        XLSXExportError(
            .textTooLong,
            "In the section “\(section.title)”, the text in table “\(table.title)”, row \(row + 1), column "
                + "“\(table.columns[column].title)” has \(text.utf16.count) UTF-16 units and a cell holds "
                + "\(TextRules.cellLimit); shorten it.", sheet: name,
            cell: WorkbookPlan.reference(row: rows.count + row, column: column))
    }

    func lineCount(
        _ text: String, size: Double, bold: Bool, column: Int = 0, indent: Double = 0
    ) -> Int {
        hasTables
            ? TextMeasure.linesInTable(text, size: size, bold: bold, column: widths[column], indent: indent)
            : TextMeasure.lines(
                text, size: size, bold: bold, within: TextMeasure.pixels(ofColumn: widths[column]) - indent)
    }

    /// The height of a row, in the steps of three quarters of a point that Excel keeps to.
    static func height(lines: Int, size: Double, extra: Double) -> Double {
        let exact = Double(lines) * TextMeasure.lineHeight(size: size) + extra
        return min((exact / 0.75).rounded(.up) * 0.75, highestRow)
    }

    mutating func addSpaceBelowLastRow() {
        rows.growLast(by: 9, limit: Self.highestRow)
    }

    mutating func addEmptyRow() {
        rows.append(RowPlan(height: 15, cells: []))
    }
}

import FamilyServicesKit

/// Lays out one section as one sheet.
struct SheetPlanner {
    /// The most rows and columns of a sheet, and the most links on one.
    static let rowLimit = 1_048_575
    static let columnLimit = 16_384
    static let linkLimit = 65_530

    let section: PublicationSection
    let name: String
    let isCover: Bool
    let notesSheet: String?
    let isSynthetic: Bool
    let sheetOfSection: [String: String]
    let context: ExportContext

    private var rows: [RowPlan] = []
    private var tables: [TablePlan] = []
    private var widths: [Double] = []
    private var links = 0
    private var hasTables = false

    init(
        section: PublicationSection, name: String, isCover: Bool, notesSheet: String?, isSynthetic: Bool,
        sheetOfSection: [String: String], context: ExportContext
    ) {
        self.section = section
        self.name = name
        self.isCover = isCover
        self.notesSheet = notesSheet
        self.isSynthetic = isSynthetic
        self.sheetOfSection = sheetOfSection
        self.context = context
    }

    mutating func plan(styles: inout SheetStyles, tableNames: inout Set<String>) throws -> SheetPlan {
        let content = SheetContent.content(of: section)
        let sheetTables = content.compactMap { if case .table(let table) = $0 { table } else { nil } }
        for table in sheetTables { try checkShape(table) }
        hasTables = !sheetTables.isEmpty
        widths = ColumnLayout.widths(sheetTables)
        try addTitle(&styles)
        for text in introduction(content, sheetTables) { try add(text, &styles) }
        var isFirst = true
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
            }
        }
        guard rows.count <= Self.rowLimit else {
            throw XLSXExportError(
                .tooManyRows,
                "The section “\(section.title)” needs \(rows.count) rows and a sheet has \(Self.rowLimit); "
                    + "split the section.", sheet: name)
        }
        return SheetPlan(
            name: name, columnWidths: widths, rows: rows, tables: tables,
            repeatedRow: tables.count == 1 ? tables[0].headerRow : nil, footer: nil)
    }

    // MARK: Above the content

    /// The texts between the title and the content.
    private func introduction(_ content: [SheetContent], _ tables: [SheetTable]) -> [SheetText] {
        let synthetic = isSynthetic ? [SheetText(SheetWording.synthetic, .strong)] : []
        let summary = section.summary.isEmpty ? [] : [SheetText(section.summary, .body)]
        var texts = isCover ? synthetic + summary : summary + synthetic
        let numberOfLinks = content.count { if case .text(let text) = $0 { text.link != nil } else { false } }
        if let sentence = SheetWording.contents(tables: tables.map(\.title), links: numberOfLinks) {
            texts.append(SheetText(sentence, .body))
        }
        let findings = findings(tables)
        if findings.hasNotes, let notesSheet, notesSheet != name {
            texts.append(SheetText(SheetWording.notes(onSheet: notesSheet), .body))
        }
        texts += SheetWording.key(findings.reasons).map { SheetText($0, .body) }
        if findings.hasEmptyCells { texts.append(SheetText(SheetWording.blankCells, .body)) }
        return texts
    }

    /// What the tables hold that has to be explained above them.
    private func findings(_ tables: [SheetTable]) -> (reasons: Set<MissingReason>, hasEmptyCells: Bool, hasNotes: Bool)
    {
        var reasons: Set<MissingReason> = []
        var (hasEmptyCells, hasNotes) = (false, false)
        func read(_ text: String) {
            guard text.utf8.contains(UInt8(ascii: "[")) else { return }
            if text.contains("[note ") { hasNotes = true }
            for reason in MissingReason.allCases where text.contains(reason.shorthand) {
                // Of the two reasons that share a shorthand, words alone do not say which is meant.
                if !reasons.contains(where: { $0.shorthand == reason.shorthand }) { reasons.insert(reason) }
            }
        }
        for table in tables {
            for column in table.columns { read(column.title) }
            for fact in table.facts {
                read(fact.label)
                read(fact.value)
                if fact.label.isEmpty || fact.value.isEmpty { hasEmptyCells = true }
            }
            for row in table.rows {
                for cell in row {
                    switch cell.value {
                    case .missing(let reason): reasons.insert(reason)
                    case .empty: hasEmptyCells = true
                    case .text(let text): text.isEmpty ? hasEmptyCells = true : read(text)
                    case .number, .percentage, .date: break
                    }
                }
            }
        }
        return (reasons, hasEmptyCells, hasNotes)
    }

    // MARK: Text

    private mutating func addTitle(_ styles: inout SheetStyles) throws {
        let sizes = isCover ? TypeScale.coverTitle : TypeScale.title
        let title = TextRules.oneLine(section.title)
        func fits(_ size: Double) -> Bool {
            TextMeasure.widths(title, size: size, bold: true).line <= overflowPixels
        }
        let size = sizes.first(where: fits) ?? sizes[sizes.count - 1]
        let fits = fits(size)
        if !fits, widths[0] < 60, hasTables { widths[0] = 60 }
        let lines = fits ? 1 : lineCount(title, size: size, bold: true)
        let cell = CellPlan(
            content: .text(try text(title, "the section's title")),
            style: styles.title(size: size, wrapped: !fits))
        rows.append(RowPlan(height: height(lines: lines, size: size, extra: isCover ? 14 : 8), cells: [cell]))
    }

    /// Adds a text in column A: on one line that runs over the empty cells to its right, wrapped where column A is wide, and
    /// otherwise on several rows, sentence by sentence.
    private mutating func add(_ item: SheetText, _ styles: inout SheetStyles) throws {
        let bold = item.role == .heading || item.role == .strong
        let size = item.role == .heading ? TypeScale.heading : TypeScale.body
        for paragraph in paragraphs(item, size: size, bold: bold) {
            let single = TextMeasure.widths(paragraph, size: size, bold: bold).line
            let overflows = hasTables && single <= overflowPixels && !paragraph.utf8.contains(0x0A)
            let lines = overflows ? 1 : lineCount(paragraph, size: size, bold: bold)
            let style = styles.text(item.role, wrapped: !overflows, isLink: item.link != nil)
            let cell = CellPlan(
                content: paragraph.isEmpty ? .blank : .text(try text(paragraph, "a text")), style: style,
                link: try link(item.link))
            let extra = item.role == .heading ? 14.0 : item.role == .item ? 2 : 5
            rows.append(RowPlan(height: height(lines: lines, size: size, extra: extra), cells: [cell]))
        }
    }

    /// A text as the rows that it takes.
    private func paragraphs(_ item: SheetText, size: Double, bold: Bool) -> [String] {
        let wraps = !hasTables || widths[0] >= 60
        let clean = TextRules.clean(item.text)
        func fits(_ text: String) -> Bool { TextMeasure.widths(text, size: size, bold: bold).line <= overflowPixels }
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
            let entry = entries[column]
            let position = CellPosition(column: column, isTrailing: definition.isTrailing)
            let content: CellPlan.Content
            switch entry.kind {
            case .empty:
                content = .blank
            case .text, .missing:
                content = .text(try cellText(entry.text, row: index, column: column, of: table))
            case .number, .percentage, .date:
                guard entry.number.isFinite else {
                    throw XLSXExportError(
                        .nonFiniteNumber,
                        "The number in table “\(table.title)”, row \(index + 1), column “\(definition.title)” is not finite; "
                            + "give a missing value with its reason instead.", sheet: name,
                        cell: WorkbookPlan.reference(row: rows.count, column: column))
                }
                content = .number(entry.number)
            }
            cells.append(
                CellPlan(
                    content: content, style: styles.cell(entry, position, isTall: lines > 3),
                    link: entry.kind == .empty ? nil : try link(entry.link)))
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

    private mutating func link(_ link: SectionLink?) throws -> String? {
        guard let link else { return nil }
        let cell = WorkbookPlan.reference(row: rows.count, column: 0)
        guard let target = sheetOfSection[link.section] else {
            throw XLSXExportError(
                .brokenLink,
                "A link leads to the section “\(link.section)”, which is not in the publication; remove the link "
                    + "or add the section.", sheet: name, cell: cell)
        }
        links += 1
        guard links <= Self.linkLimit else {
            throw XLSXExportError(
                .tooManyLinks,
                "The section “\(section.title)” has more than \(Self.linkLimit) links, which is all that Excel "
                    + "allows on a sheet; leave some out.", sheet: name, cell: cell)
        }
        return TextRules.link(toSheet: target)
    }

    private func text(_ text: String, _ what: String) throws -> String {
        guard let result = TextRules.cellText(text) else {
            throw XLSXExportError(
                .textTooLong,
                "In the section “\(section.title)”, \(what) has \(text.utf16.count) UTF-16 units and a cell holds "
                    + "\(TextRules.cellLimit); shorten it.", sheet: name,
                cell: WorkbookPlan.reference(row: rows.count, column: 0))
        }
        return result
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

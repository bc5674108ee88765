import FamilyServicesKit
import ChartSVG

/// The sheets of a workbook, laid out so that links know where rows are.
struct Book {
    /// A cell of a sheet.
    struct SheetCell {
        var value: Cell.Value
        var style: String
        var link: SectionLink?
        /// The pictures in the cell, side by side, by their places among ``Book/pictures``.
        var pictures: [Int] = []
        /// Whether it is a text of the sheet, which has the columns beside it too where the first is too narrow.
        var runsOn = false
    }

    /// A sheet: its rows from the top, and what is where in them.
    struct Sheet {
        let id: SectionID
        let name: String
        var rows: [[SheetCell]] = []
        /// The widths of the columns, in characters.
        var widths: [Int] = []
        /// Tables with their header row, their last row and how many columns they have.
        var tables: [(name: String, first: Int, last: Int, columns: Int)] = []
        var anchors: [Anchor: Int] = [:]
        /// Whether it is printed.
        var isPrinted = true
        /// The last row that is printed; `nil` for all of them.
        var lastPrinted: Int?

        /// How many columns the texts of the sheet have, so that lines are neither short nor wider than people read.
        var textColumns: Int {
            var width = 0
            for (column, next) in widths.enumerated() {
                width += next
                if width >= Book.textWidth { return column + 1 }
            }
            return max(widths.count, 1)
        }
    }

    struct Picture {
        let file: String
        let drawing: ChartPicture
        let name: String
        let title: String
        let alternativeText: String
        /// Its width on the sheet, in centimetres.
        let width: Double
        /// Its height on the sheet, in centimetres.
        var height: Double { width * Double(drawing.height) / Double(drawing.width) }
        /// The picture as SVG.
        var markup: String { drawing.markup }
    }

    private let publication: Publication
    private let edition: ODSExporter.Options.Edition
    private(set) var sheets: [Sheet] = []
    private(set) var pictures: [Picture] = []
    private var places: [SectionID: Int] = [:]

    /// The first column has the words of a sheet too.
    private static let leastWidth = 40
    private static let mostWidth = 60
    /// How wide texts of a sheet are where there are columns enough, in characters.
    fileprivate static let textWidth = 100

    init(_ publication: Publication, edition: ODSExporter.Options.Edition) {
        self.publication = publication
        self.edition = edition
    }

    // MARK: Layout

    /// Lays a section out.
    ///
    /// - Throws: ``ODSExportError`` where a table is not as tables have to be, or `ExportCancelled`.
    mutating func add(_ section: PublicationSection, context: ExportContext) throws {
        var sheet = Sheet(id: section.id, name: section.shortTitle)
        sheet.say(section.title, BookStyles.heading(1))
        sheet.say(section.summary)
        if publication.metadata.isSynthetic { sheet.say(PublicationWording.synthetic, BookStyles.strong) }
        sheet.isPrinted = edition == .full || !section.isAnnex
        // Members have the charts together; what is drawn in them is below, on the screen.
        let charts = section.blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
        let isGrid = edition == .members && !section.isAnnex && charts.count > 1
        // Where nothing but words goes with them, the words are below too: the pictures have their titles.
        let isChartsAlone = isGrid && section.blocks.allSatisfy { $0.isWordsOrChart }
        if isChartsAlone {
            addGrid(of: charts, to: &sheet)
            sheet.lastPrinted = sheet.rows.count - 1
        }
        var isDrawn = isChartsAlone
        for block in section.blocks {
            try context.checkCancellation()
            switch block {
            case .heading(let level, let text): sheet.say(text, BookStyles.heading(level))
            case .paragraph(let text): sheet.say(text)
            case .list(let items):
                for item in items {
                    sheet.rows.append([
                        SheetCell(value: .text(item.text), style: BookStyles.words, link: item.link, runsOn: true)
                    ])
                }
            case .facts(let facts):
                for fact in facts {
                    sheet.rows.append([
                        SheetCell(value: .text(fact.label), style: BookStyles.strong),
                        SheetCell(value: .text(fact.value), style: BookStyles.words),
                    ])
                }
                sheet.widen(0, 24)
                sheet.widen(1, 60)
            case .table(let table): try sheet.add(table)
            case .chart where isGrid:
                if !isDrawn { addGrid(of: charts, to: &sheet) }
                isDrawn = true
            case .chart(let chart): try add(chart, to: &sheet)
            }
        }
        if isGrid {
            sheet.lastPrinted = sheet.lastPrinted ?? sheet.rows.count - 1
            for chart in charts {
                if ChartPicture(of: chart) == nil { sheet.say(chart.alternativeText) }
                try sheet.add(chart.table)
            }
        }
        sheet.widen(0, Self.leastWidth)
        if places[section.id] == nil { places[section.id] = sheets.count }
        sheets.append(sheet)
    }

    private mutating func add(_ chart: Chart, to sheet: inout Sheet) throws {
        if let picture = picture(of: chart, width: Self.pictureWidth) {
            sheet.rows.append([SheetCell(value: .empty, style: BookStyles.words, pictures: [picture])])
        } else {
            sheet.say(chart.alternativeText)
        }
        try sheet.add(chart.table)
    }

    /// Adds the charts of a section, two beside each other.
    private mutating func addGrid(of charts: [Chart], to sheet: inout Sheet) {
        let drawn = charts.compactMap { picture(of: $0, width: Self.gridPictureWidth, showsTitle: true) }
        for first in stride(from: 0, to: drawn.count, by: 2) {
            let pair = Array(drawn[first..<min(first + 2, drawn.count)])
            sheet.rows.append([SheetCell(value: .empty, style: BookStyles.words, pictures: pair)])
        }
    }

    /// Takes a chart among the pictures.
    ///
    /// - Returns: Its place; `nil` where there is nothing to draw.
    private mutating func picture(of chart: Chart, width: Double, showsTitle: Bool = false) -> Int? {
        guard let drawing = ChartPicture(of: chart, showsTitle: showsTitle) else { return nil }
        pictures.append(
            Picture(
                file: "Pictures/chart-\(pictures.count + 1).svg", drawing: drawing, name: chart.name,
                title: chart.title,
                alternativeText: chart.alternativeText, width: width))
        return pictures.count - 1
    }

    // MARK: Content

    /// The sheets as XML.
    ///
    /// - Throws: `ExportCancelled`.
    func content(context: ExportContext) throws -> [UInt8] {
        var output = Array(BookXML.contentStart.utf8)
        output += Array(automaticStyles.utf8)
        output += Array("<office:body><office:spreadsheet>".utf8)
        for (index, sheet) in sheets.enumerated() { try write(sheet, index, to: &output, context: context) }
        output += Array(databaseRanges.utf8)
        output += Array("</office:spreadsheet></office:body></office:document-content>".utf8)
        return output
    }

    /// Styles of columns and of rows with pictures, which are as wide and high as this report needs.
    private var automaticStyles: String {
        var text = "<office:automatic-styles>"
        for width in Set(sheets.flatMap(\.widths)).sorted() {
            text +=
                "<style:style style:name=\"co\(width)\" style:family=\"table-column\"><style:table-column-properties "
                + "style:column-width=\"\(BookXML.centimetres(Double(width) * 0.19 + 0.4))\"/></style:style>"
        }
        text +=
            "<style:style style:name=\"ro1\" style:family=\"table-row\"><style:table-row-properties "
            + "style:use-optimal-row-height=\"true\"/></style:style>"
        let heights = sheets.flatMap { sheet in sheet.rows.compactMap { height(of: $0, in: sheet) } }
        for height in Set(heights).sorted() {
            text +=
                "<style:style style:name=\"ro\(height)\" style:family=\"table-row\"><style:table-row-properties "
                + "style:row-height=\"\(BookXML.centimetres(Double(height) / 10))\" "
                + "style:use-optimal-row-height=\"false\"/></style:style>"
        }
        text +=
            "<style:style style:name=\"ta1\" style:family=\"table\" style:master-page-name=\"Default\">"
            + "<style:table-properties table:display=\"true\"/></style:style>"
        return text + "</office:automatic-styles>"
    }

    /// The width of a chart on the sheet, in centimetres: alone, and of two beside each other.
    private static let pictureWidth = 20.0
    private static let gridPictureWidth = 13.0
    private static let gap = 0.1

    /// The height of a row, in millimetres; `nil` where the program that shows it works it out, which it does not for texts over
    /// several columns.
    private func height(of row: [SheetCell], in sheet: Sheet) -> Int? {
        guard let cell = row.first else { return nil }
        if let most = cell.pictures.map({ pictures[$0].height }).max() { return Int((most * 10).rounded(.up)) + 4 }
        guard columns(of: cell, in: sheet) > 1, case .text(let text) = cell.value else { return nil }
        let lines = BookXML.paragraphs(text, in: width(of: sheet.textColumns, in: sheet))
        return 5 * lines.reduce(0) { $0 + max($1.count, 1) } + 1
    }

    /// How many columns a cell has: several for a text of the sheet that the first has no room for.
    private func columns(of cell: SheetCell, in sheet: Sheet) -> Int {
        guard cell.runsOn, case .text(let text) = cell.value, text.count > width(of: 1, in: sheet) else { return 1 }
        return sheet.textColumns
    }

    /// How many characters the first columns have room for, with wide letters in mind.
    private func width(of columns: Int, in sheet: Sheet) -> Int {
        let centimetres = sheet.widths.prefix(columns).reduce(0) { $0 + Double($1) * 0.19 + 0.4 }
        return max(Int(centimetres / 0.215), 8)
    }

    private func write(_ sheet: Sheet, _ index: Int, to output: inout [UInt8], context: ExportContext) throws {
        output += Array(
            "<table:table table:name=\"\(BookXML.attribute(sheet.name))\" table:style-name=\"ta1\"\(print(of: sheet))>"
                .utf8)
        for width in sheet.widths {
            output += Array("<table:table-column table:style-name=\"co\(width)\"/>".utf8)
        }
        // The header row of the only table is printed again on every page.
        let repeated = sheet.tables.count == 1 ? sheet.tables.first?.first : nil
        for (number, row) in sheet.rows.enumerated() {
            if number % 256 == 255 { try context.checkCancellation() }
            var text = number == repeated ? "<table:table-header-rows>" : ""
            text += "<table:table-row table:style-name=\"ro\(height(of: row, in: sheet) ?? 1)\">"
            var used = row.count
            if let cell = row.first, row.count == 1, columns(of: cell, in: sheet) > 1 {
                used = sheet.textColumns
                text += markup(of: cell, width: width(of: used, in: sheet), over: used)
                text += "<table:covered-table-cell table:number-columns-repeated=\"\(used - 1)\"/>"
            } else {
                for (cell, width) in zip(row, sheet.widths) { text += markup(of: cell, width: width) }
            }
            // A sheet has as many cells in a row as it has columns.
            let rest = sheet.widths.count - used
            if rest > 0 { text += "<table:table-cell table:number-columns-repeated=\"\(rest)\"/>" }
            text += "</table:table-row>" + (number == repeated ? "</table:table-header-rows>" : "")
            output += Array(text.utf8)
        }
        output += Array("</table:table>".utf8)
    }

    /// What of a sheet is printed, for the programs that show it.
    private func print(of sheet: Sheet) -> String {
        guard sheet.isPrinted else { return " table:print=\"false\"" }
        guard let last = sheet.lastPrinted else { return "" }
        let name = quoted(sheet.name)
        let range = "\(name).A1:\(name).\(Self.letters(max(sheet.widths.count, 1)))\(last + 1)"
        return " table:print-ranges=\"\(BookXML.attribute(range))\""
    }

    private func markup(of cell: SheetCell, width: Int, over columns: Int = 1) -> String {
        var start = "<table:table-cell table:style-name=\"\(cell.style)\""
        if columns > 1 { start += " table:number-columns-spanned=\"\(columns)\" table:number-rows-spanned=\"1\"" }
        if !cell.pictures.isEmpty {
            var left = Self.gap
            var frames = ""
            for picture in cell.pictures.map({ pictures[$0] }) {
                frames += frame(of: picture, at: left)
                left += picture.width + Self.gap
            }
            return "\(start)>\(frames)</table:table-cell>"
        }
        switch cell.value {
        case .empty: return start + "/>"
        case .text(let text):
            let target = address(of: cell.link)
            let lines = BookXML.paragraphs(text, in: target == nil ? nil : max(width - 2, 8)).map { pieces in
                let marked = pieces.map { piece in
                    guard let target, !piece.isEmpty else { return piece }
                    return "<text:a xlink:type=\"simple\" xlink:href=\"\(target)\">\(piece)</text:a>"
                }
                return "<text:p>\(marked.joined(separator: " "))</text:p>"
            }
            guard !lines.isEmpty else { return start + "/>" }
            return "\(start) office:value-type=\"string\">\(lines.joined())</table:table-cell>"
        case .missing(let reason):
            return
                "\(start) office:value-type=\"string\"><text:p>\(BookXML.text(reason.shorthand))</text:p></table:table-cell>"
        case .date(let date):
            return
                "\(start) office:value-type=\"date\" office:date-value=\"\(date)\"><text:p>\(BookXML.text(date.label))"
                + "</text:p></table:table-cell>"
        case .number(let number, let decimals):
            return
                "\(start) office:value-type=\"float\" office:value=\"\(DecimalText.plain(number, decimals: decimals))\"><text:p>"
                + "\(DecimalText.formatted(number, decimals: decimals))</text:p></table:table-cell>"
        case .percentage(let number, let decimals):
            // The file has a share of 1, as spreadsheets do, with two decimals more; no number has more than 340.
            let share = DecimalText.plain(
                DecimalText.rounded(number, decimals: decimals) / 100, decimals: min(max(decimals, 0), 340) + 2)
            return "\(start) office:value-type=\"percentage\" office:value=\"\(share)\"><text:p>"
                + "\(DecimalText.formatted(number, decimals: decimals))%</text:p></table:table-cell>"
        }
    }

    private func frame(of picture: Picture, at left: Double) -> String {
        "<draw:frame draw:name=\"\(BookXML.attribute(picture.name))\" svg:x=\"\(BookXML.centimetres(left))\" svg:y=\"0.1cm\" "
            + "svg:width=\"\(BookXML.centimetres(picture.width))\" "
            + "svg:height=\"\(BookXML.centimetres(picture.height))\">"
            + "<draw:image xlink:href=\"\(picture.file)\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/>"
            + "<svg:title>\(BookXML.text(picture.title))</svg:title><svg:desc>\(BookXML.text(picture.alternativeText))</svg:desc>"
            + "</draw:frame>"
    }

    /// Where a link leads; `nil` where it leads nowhere.
    private func address(of link: SectionLink?) -> String? {
        guard let link, let place = places[link.section] else { return nil }
        let row = link.row.flatMap { sheets[place].anchors[$0] } ?? 0
        return BookXML.attribute("#\(quoted(sheets[place].name)).A\(row + 1)")
    }

    private func quoted(_ name: String) -> String {
        "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }

    /// The names of the tables.
    private var databaseRanges: String {
        var text = ""
        for sheet in sheets {
            for table in sheet.tables {
                let name = "$" + quoted(sheet.name)
                let range = "\(name).$A$\(table.first + 1):\(name).$\(Self.letters(table.columns))$\(table.last + 1)"
                text +=
                    "<table:database-range table:name=\"\(BookXML.attribute(table.name))\" "
                    + "table:target-range-address=\"\(BookXML.attribute(range))\"/>"
            }
        }
        return text.isEmpty ? "" : "<table:database-ranges>\(text)</table:database-ranges>"
    }

    /// The letters of a column, counted from 1.
    static func letters(_ number: Int) -> String {
        var (rest, text) = (number, "")
        while rest > 0 {
            text = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + text
            rest = (rest - 1) / 26
        }
        return text
    }

    // MARK: About the file

    func manifest(of mediaType: String) -> String {
        var text = BookXML.head
        text +=
            "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">"
        func add(_ path: String, _ type: String, version: String = "") {
            text += "<manifest:file-entry manifest:full-path=\"\(path)\"\(version) manifest:media-type=\"\(type)\"/>"
        }
        add("/", mediaType, version: " manifest:version=\"1.3\"")
        for name in ["content.xml", "styles.xml", "meta.xml"] { add(name, "text/xml") }
        for picture in pictures { add(picture.file, "image/svg+xml") }
        return text + "</manifest:manifest>"
    }

    func metadata(created: CalendarDate) -> String {
        let metadata = publication.metadata
        func element(_ name: String, _ words: String) -> String { "<\(name)>\(BookXML.text(words))</\(name)>" }
        let subject = [metadata.organisation, metadata.period, "for \(metadata.audience.label)"].compactMap { $0 }
        let note = metadata.isSynthetic ? element("dc:description", PublicationWording.synthetic) : ""
        return BookXML.head
            + "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
            + "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
            + "office:version=\"1.3\"><office:meta>" + element("meta:generator", metadata.generator)
            + element("dc:title", metadata.title) + note + element("dc:subject", subject.joined(separator: ", "))
            + metadata.keywords.map { element("meta:keyword", $0) }.joined()
            + element("meta:initial-creator", metadata.author ?? metadata.organisation)
            + element("dc:creator", metadata.author ?? metadata.organisation)
            + element("meta:creation-date", "\(created)T00:00:00") + element("dc:date", "\(created)T00:00:00")
            + element("dc:language", metadata.language) + "</office:meta></office:document-meta>"
    }
}

extension Block {
    /// Whether it is a heading, a paragraph or a chart.
    fileprivate var isWordsOrChart: Bool {
        switch self {
        case .heading, .paragraph, .chart: true
        case .list, .facts, .table: false
        }
    }
}

extension Book.Sheet {
    /// The width of the longest date in characters, “30 September 2026”, with room at the sides.
    private static let dateWidth = 19

    /// Adds a row of words, unless there are none.
    mutating func say(_ text: String, _ style: String = BookStyles.words) {
        guard !text.allSatisfy(\.isWhitespace) else { return }
        rows.append([
            Book.SheetCell(
                value: .text(text), style: style, runsOn: style == BookStyles.words || style == BookStyles.strong)
        ])
    }

    mutating func widen(_ column: Int, _ width: Int) {
        while widths.count <= column { widths.append(12) }
        widths[column] = max(widths[column], min(width, 60))
    }

    /// Adds a table under its title, and the meaning of its symbols.
    ///
    /// - Throws: ``ODSExportError`` where it is not as tables have to be.
    mutating func add(_ table: Table) throws(ODSExportError) {
        guard !table.columns.isEmpty else {
            throw ODSExportError(
                .raggedTable, "The table “\(table.title)” has no column; give it at least one.")
        }
        guard !table.rows.isEmpty else {
            say(PublicationWording.nothing(under: table.title))
            return
        }
        say(table.title, BookStyles.heading(3))
        let first = rows.count
        rows.append(table.columns.map { Book.SheetCell(value: .text($0.title), style: BookStyles.header) })
        for (column, content) in table.columns.enumerated() { widen(column, content.width) }
        for row in table.rows {
            for (column, cell) in row.prefix(table.columns.count).enumerated() {
                if case .date = cell.value { widen(column, Self.dateWidth) }
            }
        }
        for (number, row) in table.rows.enumerated() {
            guard row.count == table.columns.count else {
                throw ODSExportError(
                    .raggedTable,
                    "Row \(number + 1) of the table “\(table.title)” has \(row.count) cells and the header has "
                        + "\(table.columns.count); make them equal.")
            }
            if let anchor = table.anchor(ofRow: number), anchors[anchor] == nil { anchors[anchor] = rows.count }
            var cells: [Book.SheetCell] = []
            for (cell, column) in zip(row, table.columns) {
                let style = try BookStyles.style(of: cell, column) { problem throws(ODSExportError) in
                    throw ODSExportError(
                        .nonFiniteNumber,
                        "The number in row \(number + 1), column “\(column.title)” of the table “\(table.title)” is \(problem); "
                            + "give a missing value with its reason instead.")
                }
                cells.append(Book.SheetCell(value: cell.value, style: style, link: cell.link))
            }
            rows.append(cells)
        }
        tables.append((table.name, first, rows.count - 1, table.columns.count))
        var key = TableKey()
        key.read(table)
        for sentence in key.sentences + (key.hasEmptyCells ? [PublicationWording.blankCells] : []) { say(sentence) }
    }
}

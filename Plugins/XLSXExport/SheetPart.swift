import FamilyServicesKit

/// The part of a workbook with one sheet: what the library wrote of it, with its rows and links put in.
///
/// This is the only place that says what a cell is in the file. The library is not given any, because it takes several times as
/// long for them; everything else of a sheet is its own.
struct SheetPart {
    /// What is before the rows, and what is behind them.
    let beginning: [UInt8]
    let end: [UInt8]

    private let sheet: SheetPlan
    private let texts: WorkbookTexts
    /// The numbers that the library gave the styles of the plan.
    private let styleNumbers: [Int]

    /// Prepares a sheet.
    ///
    /// - Parameters:
    ///   - skeleton: The sheet as the library wrote it, without rows that matter.
    ///   - sheet: The plan.
    ///   - plan: The plan of the workbook.
    ///   - styleNumbers: The numbers that the library gave its styles.
    init(_ skeleton: [UInt8], _ sheet: SheetPlan, plan: WorkbookPlan, styleNumbers: [Int]) throws(XLSXExportError) {
        self.sheet = sheet
        texts = plan.texts
        self.styleNumbers = styleNumbers
        let text = PartText(skeleton)
        let before = "<dimension ref=\""
        guard let dimension = text.firstRange(of: before),
            let dimensionEnd = text.firstRange(of: "\"/>", from: dimension.upperBound),
            let data = text.firstRange(of: "<sheetData", from: dimensionEnd.upperBound)
        else { throw Self.unexpected(sheet) }
        var rest = data.upperBound
        if text.has("/>", at: rest) {
            rest += 2
        } else if let close = text.firstRange(of: "</sheetData>", from: rest) {
            rest = close.upperBound
        } else {
            throw ZipArchive.incomplete("the sheet “\(sheet.name)” is cut short")
        }
        let width = sheet.tables.reduce(1) { max($0, $1.columns.count) }
        let last = WorkbookPlan.reference(row: max(sheet.rows.count, 1) - 1, column: width - 1)
        var beginning = Array(skeleton[..<dimension.upperBound])
        beginning += (last == "A1" ? last : "A1:" + last).utf8
        beginning += skeleton[dimensionEnd.lowerBound..<data.lowerBound]
        beginning += "<sheetData>".utf8
        self.beginning = beginning
        var end = Array("</sheetData>".utf8)
        let links = Self.links(of: sheet)
        if !links.isEmpty {
            // They come behind the lists of what cells may hold, and before everything that is about the printed page.
            guard let margins = text.firstRange(of: "<pageMargins", from: rest) else { throw Self.unexpected(sheet) }
            end += skeleton[rest..<margins.lowerBound]
            end += links
            rest = margins.lowerBound
        }
        end += skeleton[rest...]
        self.end =
            sheet.sparklines.isEmpty
            ? end : try SparklinePart.added(to: end, sheet, colour: plan.sparklineColour)
    }

    private static func unexpected(_ sheet: SheetPlan) -> XLSXExportError {
        XLSXExportError(
            .library,
            "libxlsxwriter wrote a sheet in a way that this exporter does not understand; use version 1.1.4 or a later one "
                + "of series 1.", sheet: sheet.name)
    }

    // MARK: Links

    private static func links(of sheet: SheetPlan) -> [UInt8] {
        var buffer = ByteBuffer(capacity: 4_096)
        func add(_ link: CellPlan.Link?, _ content: CellPlan.Content, row: Int, column: Int, _ buffer: inout ByteBuffer)
        {
            guard case .place(let place) = link else { return }
            buffer.append(buffer.count == 0 ? "<hyperlinks><hyperlink ref=\"" : "<hyperlink ref=\"")
            buffer.append(WorkbookPlan.reference(row: row, column: column))
            buffer.append("\" location=\"")
            buffer.append(escaped: place, isAttribute: true)
            if case .text(let text) = content {
                buffer.append("\" display=\"")
                buffer.append(
                    escaped: text.utf8.count <= TextRules.attributeLimit
                        ? text : TextRules.cut(text, toBytes: TextRules.attributeLimit), isAttribute: true)
            }
            buffer.append("\"/>")
        }
        var first = 0
        for piece in sheet.rows.pieces {
            switch piece {
            case .rows(let rows):
                for (row, plan) in rows.enumerated() {
                    for (column, cell) in plan.cells.enumerated() where cell.link != nil {
                        add(cell.link, cell.content, row: first + row, column: column, &buffer)
                    }
                }
            case .table(let rows):
                for link in rows.links {
                    add(
                        link.target, rows.content(row: link.row, column: link.column), row: first + link.row,
                        column: link.column, &buffer)
                }
            }
            first += piece.count
        }
        if buffer.count > 0 { buffer.append("</hyperlinks>") }
        return Array(buffer.bytes)
    }

    // MARK: Rows

    /// Writes every row.
    ///
    /// - Parameters:
    ///   - buffer: Takes the rows.
    ///   - numberOfTexts: Counts the cells that name a text of the workbook.
    ///   - rowDone: Called after each row.
    func writeRows(
        to buffer: inout ByteBuffer, numberOfTexts: inout Int, rowDone: (inout ByteBuffer) throws -> Void
    ) rethrows {
        var number: UInt = 0
        var line = ByteBuffer(capacity: 64)
        let letters = Letters(sheet.tables.reduce(1) { max($0, $1.columns.count) })
        for piece in sheet.rows.pieces {
            switch piece {
            case .rows(let rows):
                for row in rows {
                    number += 1
                    begin(number, height: row.height, isEmpty: row.cells.isEmpty, &line, &buffer)
                    for (column, cell) in row.cells.enumerated() {
                        letters.append(column, line.bytes, to: &buffer)
                        write(cell.content, style: styleNumbers[cell.style], &numberOfTexts, to: &buffer)
                    }
                    if !row.cells.isEmpty { buffer.append("</row>") }
                    try rowDone(&buffer)
                }
            case .table(let rows):
                let marks = Marks(rows, styleNumbers)
                for row in 0..<rows.count {
                    number += 1
                    begin(number, height: rows.height(of: row), isEmpty: false, &line, &buffer)
                    write(row, of: rows, marks, letters, line.bytes, &numberOfTexts, to: &buffer)
                    buffer.append("</row>")
                    try rowDone(&buffer)
                }
            }
        }
    }

    private func begin(
        _ number: UInt, height: Double, isEmpty: Bool, _ line: inout ByteBuffer, _ buffer: inout ByteBuffer
    ) {
        line.removeAll()
        line.append(decimal: number)
        buffer.append("<row r=\"")
        buffer.append(line.bytes)
        buffer.append("\" ht=\"")
        // Heights are in steps of three quarters.
        buffer.append(steps: Int(height * 100), decimals: 2)
        if isEmpty { buffer.append("\" customHeight=\"1\"/>") } else { buffer.append("\" customHeight=\"1\">") }
    }

    /// Writes a cell that has begun with its place.
    private func write(
        _ content: CellPlan.Content, style: Int, _ numberOfTexts: inout Int, to buffer: inout ByteBuffer
    ) {
        buffer.append("\" s=\"")
        buffer.append(decimal: UInt(style))
        switch content {
        case .blank:
            buffer.append("\"/>")
        case .number(let number):
            buffer.append("\"><v>")
            buffer.append(number: number)
            buffer.append("</v></c>")
        case .text(let text):
            buffer.append("\" t=\"")
            if let number = texts.shared(text) {
                numberOfTexts += 1
                buffer.append("s\"><v>")
                buffer.append(decimal: UInt(number))
                buffer.append("</v></c>")
            } else {
                writeInline(text, to: &buffer)
            }
        }
    }

    private func writeInline(_ text: String, to buffer: inout ByteBuffer) {
        buffer.append("inlineStr\"><is>")
        var text = text
        text.withUTF8 { TextsPart.append(UnsafeRawBufferPointer($0), to: &buffer) }
        buffer.append("</is></c>")
    }

    private func write(
        _ row: Int, of rows: TableRows, _ marks: Marks, _ letters: Letters, _ line: UnsafeRawBufferPointer,
        _ numberOfTexts: inout Int, to buffer: inout ByteBuffer
    ) {
        let survey = rows.survey
        let width = survey.table.columns.count
        let start = row * width
        let isTall = rows.lines[row] > TableRows.mostLowLines
        for column in 0..<width {
            letters.append(column, line, to: &buffer)
            let look = Int(survey.lookNumbers[start + column])
            switch marks.contents[look] {
            case .blank:
                marks.append(look, isTall, to: &buffer)
            case .text:
                let number = survey.texts[start + column]
                guard number != WorkbookTexts.none else {
                    write(
                        rows.content(row: row, column: column),
                        style: styleNumbers[rows.style(look, isTall: isTall)], &numberOfTexts, to: &buffer)
                    continue
                }
                numberOfTexts += 1
                marks.append(look, isTall, to: &buffer)
                buffer.append(decimal: UInt(texts.sources[Int(number)].shared))
                buffer.append("</v></c>")
            case .number:
                marks.append(look, isTall, to: &buffer)
                Self.append(survey.table.rows[row][column].value, to: &buffer)
                buffer.append("</v></c>")
            }
        }
    }

    /// Appends the number that ``CellNumber`` makes of a value.
    private static func append(_ value: Cell.Value, to buffer: inout ByteBuffer) {
        switch value {
        case .number(let value, let decimals):
            let places = CellNumber.decimals(decimals)
            if let steps = DecimalText.steps(value, decimals: places) {
                buffer.append(steps: steps, decimals: places)
            } else {
                buffer.append(number: CellNumber.number(value, decimals: decimals).number)
            }
        case .percentage(let value, let decimals):
            let places = CellNumber.percentageDecimals(decimals)
            if let steps = DecimalText.steps(value, decimals: places) {
                buffer.append(steps: steps, decimals: places + 2)
            } else {
                buffer.append(number: CellNumber.percentage(value, decimals: decimals).number)
            }
        case .date(let date):
            buffer.append(number: CellNumber.date(date).number)
        case .text, .missing, .empty:
            break
        }
    }
}

/// How the cells of each column begin, up to the number of their row.
private struct Letters {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    init(_ count: Int) {
        for column in 0..<count {
            bytes += Array("<c r=\"\(WorkbookPlan.letters(column: column))".utf8)
            ends.append(bytes.count)
        }
    }

    @inline(__always)
    func append(_ column: Int, _ line: UnsafeRawBufferPointer, to buffer: inout ByteBuffer) {
        bytes.withUnsafeBytes {
            buffer.append(UnsafeRawBufferPointer(rebasing: $0[(column == 0 ? 0 : ends[column - 1])..<ends[column]]))
        }
        buffer.append(line)
    }
}

/// How the cells of each look of a table go on behind their place, up to what they hold.
private struct Marks {
    let contents: [CellLook.Content]
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    init(_ rows: TableRows, _ styleNumbers: [Int]) {
        contents = rows.survey.looks.map(\.content)
        for (look, content) in contents.enumerated() {
            let mark =
                switch content {
                case .blank: "/>"
                case .text: " t=\"s\"><v>"
                case .number: "><v>"
                }
            for isTall in [false, true] {
                bytes += Array("\" s=\"\(styleNumbers[rows.style(look, isTall: isTall)])\"\(mark)".utf8)
                ends.append(bytes.count)
            }
        }
    }

    @inline(__always)
    func append(_ look: Int, _ isTall: Bool, to buffer: inout ByteBuffer) {
        let place = look * 2 + (isTall ? 1 : 0)
        bytes.withUnsafeBytes {
            buffer.append(UnsafeRawBufferPointer(rebasing: $0[(place == 0 ? 0 : ends[place - 1])..<ends[place]]))
        }
    }
}

import FamilyServicesImport
import FamilyServicesKit
import SpreadsheetDates
import XLSXReading

/// Changes cells of a workbook of Excel: the parts of their sheets are changed where the cells are, and nowhere else.
enum ExcelCells {
    static func change(
        _ changes: [SheetChange], in package: inout EditedPackage, _ bytes: [UInt8], limits: XLSXReader.Limits
    ) throws(SheetReadingProblem) {
        let parts: XLSXReader.SheetParts
        do throws(XLSXReadingError) {
            parts = try XLSXReader(limits: limits).sheetParts(of: bytes)
        } catch {
            throw SheetReadingProblem(error.message, sheet: error.sheet, cell: error.cell)
        }
        for change in changes {
            do throws(SheetReadingProblem) {
                if change.isNew {
                    try add(change, to: &package, parts)
                } else if let sheet = parts.sheets.first(where: { $0.name == change.sheet }) {
                    let page = try package.text(of: sheet.part)
                    let edited = try EditedPage(page, countsFrom1904: parts.countsFrom1904).changing(change.cells)
                    package.put(edited.bytes, into: sheet.part)
                    for table in parts.tables[sheet.part] ?? [] {
                        package.put(grown(try package.text(of: table), over: edited.addedRows), into: table)
                    }
                } else {
                    throw SheetReadingProblem("The workbook has no such sheet.")
                }
            } catch {
                throw SheetReadingProblem(error.message, sheet: change.sheet, cell: error.cell)
            }
        }
    }

    // MARK: A sheet

    private struct EditedPage {
        private let bytes: [UInt8]
        private let countsFrom1904: Bool
        private var prefix = ""
        private var rows: [Row] = []
        /// Where the rows are, and what the element is where it has none.
        private var data: (range: Range<Int>, isEmpty: Bool)?
        private var dimension: Range<Int>?

        private struct Cell {
            let column: Int
            let range: Range<Int>
            let style: String?
            let hasFormula: Bool
        }

        private struct Row {
            let number: Int
            /// The opening tag.
            let tag: XMLTags.Tag
            var cells: [Cell] = []
            /// From the opening bracket to behind the closing tag.
            var end: Int
        }

        init(_ bytes: [UInt8], countsFrom1904: Bool) throws(SheetReadingProblem) {
            self.bytes = bytes
            self.countsFrom1904 = countsFrom1904
            var number = 0
            var column = -1
            var isInData = false
            var open: (start: Int, column: Int, style: String?)?
            var hasFormula = false
            for tag in XMLTags(bytes) {
                switch tag.name {
                case "dimension" where !isInData: dimension = tag.range
                case "sheetData" where !tag.isEnd:
                    prefix = tag.prefix
                    isInData = !tag.isEmpty
                    data = (tag.range, tag.isEmpty)
                case "sheetData":
                    isInData = false
                    if let start = data?.range.lowerBound { data = (start..<tag.range.lowerBound, false) }
                case "row" where isInData && !tag.isEnd:
                    number = XMLTags.attribute("r", of: tag, in: bytes).flatMap { Int($0) } ?? number + 1
                    column = -1
                    rows.append(Row(number: number, tag: tag, end: tag.range.upperBound))
                case "row" where isInData: rows[rows.count - 1].end = tag.range.upperBound
                case "c" where isInData && !tag.isEnd && !rows.isEmpty:
                    let reference = XMLTags.attribute("r", of: tag, in: bytes).flatMap { CellReference($0) }
                    column = reference?.column ?? column + 1
                    let style = XMLTags.attribute("s", of: tag, in: bytes)
                    if tag.isEmpty {
                        rows[rows.count - 1].cells.append(
                            Cell(column: column, range: tag.range, style: style, hasFormula: false))
                    } else {
                        open = (tag.range.lowerBound, column, style)
                        hasFormula = false
                    }
                case "f" where open != nil && !tag.isEnd: hasFormula = true
                case "c" where isInData:
                    guard let cell = open, !rows.isEmpty else { continue }
                    rows[rows.count - 1].cells.append(
                        Cell(
                            column: cell.column, range: cell.start..<tag.range.upperBound, style: cell.style,
                            hasFormula: hasFormula))
                    open = nil
                default: break
                }
            }
            guard data != nil, zip(rows, rows.dropFirst()).allSatisfy({ $0.number < $1.number }) else {
                throw SheetReadingProblem("The sheet is not as Excel keeps sheets. Open it in Excel and save it again.")
            }
        }

        /// The page with other cells, and the rows that were not there.
        func changing(
            _ cells: [ReadSheet.Place: SheetCell]
        ) throws(SheetReadingProblem) -> (bytes: [UInt8], addedRows: ClosedRange<Int>?) {
            var splices: [(range: Range<Int>, text: String)] = []
            let byRow = Dictionary(grouping: cells) { $0.key.row + 1 }
            let numbers = rows.map(\.number)
            var looks: [Int: String] = [:]
            for row in rows { for cell in row.cells { looks[cell.column] = cell.style } }
            var new: [Int] = []
            for (number, cells) in byRow.sorted(by: { $0.key < $1.key }) {
                let wanted = cells.map { (column: $0.key.column, cell: $0.value) }.sorted { $0.column < $1.column }
                let next = Self.position(of: number, in: numbers)
                guard next < rows.count, numbers[next] == number else {
                    let before = next > 0 ? rows[next - 1] : nil
                    let filled = wanted.filter { $0.cell != .empty }
                    guard !filled.isEmpty else { continue }
                    new.append(number)
                    let text =
                        "<\(prefix)row r=\"\(number)\">"
                        + filled.map { xml($0.cell, row: number, column: $0.column, look: looks[$0.column]) }.joined()
                        + "</\(prefix)row>"
                    guard let data else { continue }
                    let place = before?.end ?? rows.first?.tag.range.lowerBound
                    if let place {
                        splices.append((place..<place, text))
                    } else if data.isEmpty {
                        splices.append(
                            (data.range, "<\(prefix)sheetData>\(text)</\(prefix)sheetData>"))
                    } else {
                        splices.append((data.range.upperBound..<data.range.upperBound, text))
                    }
                    continue
                }
                let row = rows[next]
                // What a row says of the columns that it spans may not be so any more.
                if let spans = XMLTags.range(of: "spans", of: row.tag, in: bytes) {
                    splices.append((spans, "1:16384"))
                }
                for (column, cell) in wanted {
                    if let old = row.cells.first(where: { $0.column == column }) {
                        guard !old.hasFormula else {
                            throw SheetReadingProblem(
                                "The cell has a formula, which is not written over.",
                                cell: CellReference(row: number - 1, column: column).description)
                        }
                        splices.append((old.range, xml(cell, row: number, column: column, look: old.style)))
                    } else if cell != .empty {
                        // An element without content is opened below, for all its cells.
                        guard !row.tag.isEmpty else { continue }
                        let text = xml(cell, row: number, column: column, look: looks[column])
                        let place =
                            row.cells.last { $0.column < column }?.range.upperBound ?? row.tag.range.upperBound
                        splices.append((place..<place, text))
                    }
                }
                let missing = wanted.filter { $0.cell != .empty }
                if row.tag.isEmpty, !missing.isEmpty {
                    let texts = missing.map { xml($0.cell, row: number, column: $0.column, look: looks[$0.column]) }
                    splices.removeAll { row.tag.range.contains($0.range.lowerBound) }
                    splices.append((row.tag.range, "<\(prefix)row r=\"\(number)\">\(texts.joined())</\(prefix)row>"))
                }
            }
            // It is a hint that programs do without.
            if let dimension { splices.append((dimension, "")) }
            let added = new.min().flatMap { first in new.max().map { first...$0 } }
            return (XMLTags.bytes(bytes, with: splices), added)
        }

        /// How many of some ascending numbers come before one.
        private static func position(of number: Int, in numbers: [Int]) -> Int {
            var (low, high) = (0, numbers.count)
            while low < high {
                let middle = (low + high) / 2
                if numbers[middle] < number { low = middle + 1 } else { high = middle }
            }
            return low
        }

        private func xml(_ cell: SheetCell, row: Int, column: Int, look: String?) -> String {
            let reference = SourceLocation.letters(of: column + 1) + String(row)
            let start = "<\(prefix)c r=\"\(reference)\"" + (look.map { " s=\"\($0)\"" } ?? "")
            func number(_ text: String) -> String { "\(start)><\(prefix)v>\(text)</\(prefix)v></\(prefix)c>" }
            switch cell {
            case .empty: return start + "/>"
            case .number(let value): return number(DecimalText.shortest(value).filter { $0 != "," })
            case .date(let day):
                if let serial = SpreadsheetDate.serial(of: day) {
                    return number(String(serial - (countsFrom1904 ? 1_462 : 0)))
                }
                return text(day.description, start)
            case .text(let words): return text(words, start)
            case .boolean(let flag): return text(flag ? "yes" : "no", start)
            case .error(let name): return text(name, start)
            }
        }

        private func text(_ words: String, _ start: String) -> String {
            "\(start) t=\"inlineStr\"><\(prefix)is><\(prefix)t xml:space=\"preserve\">\(XML.text(words))"
                + "</\(prefix)t></\(prefix)is></\(prefix)c>"
        }
    }

    /// A table that goes on over rows that were added right below it.
    private static func grown(_ bytes: [UInt8], over added: ClosedRange<Int>?) -> [UInt8] {
        guard let added else { return bytes }
        var splices: [(range: Range<Int>, text: String)] = []
        for tag in XMLTags(bytes) where (tag.name == "table" || tag.name == "autoFilter") && !tag.isEnd {
            // Below a row of totals nothing belongs to the table.
            if tag.name == "table", let totals = XMLTags.attribute("totalsRowCount", of: tag, in: bytes), totals != "0"
            {
                return bytes
            }
            guard let range = XMLTags.range(of: "ref", of: tag, in: bytes) else { continue }
            let ends = String(decoding: bytes[range], as: UTF8.self).split(separator: ":")
            guard ends.count == 2, let last = CellReference(String(ends[1])), last.row + 2 == added.lowerBound else {
                continue
            }
            let end = CellReference(row: added.upperBound - 1, column: last.column)
            splices.append((range, "\(ends[0]):\(end)"))
        }
        return XMLTags.bytes(bytes, with: splices)
    }

    // MARK: A new sheet

    private static func add(
        _ change: SheetChange, to package: inout EditedPackage, _ parts: XLSXReader.SheetParts
    ) throws(SheetReadingProblem) {
        let folder = parts.workbook.lastIndex(of: "/").map { String(parts.workbook[...$0]) } ?? ""
        let number = (1...10_000).first { !package.contains("\(folder)worksheets/sheet\($0).xml") } ?? 0
        let name = "worksheets/sheet\(number).xml"
        let empty = Array("<worksheet \(XML.main)><sheetData/></worksheet>".utf8)
        let page = try EditedPage(empty, countsFrom1904: parts.countsFrom1904).changing(change.cells).bytes
        package.put(Array(XML.declaration.utf8) + page, into: folder + name)

        let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
        let list = "[Content_Types].xml"
        package.put(
            try inserting(
                before: "Types", in: package.text(of: list)
            ) { prefix in "<\(prefix)Override PartName=\"/\(folder)\(name)\" ContentType=\"\(type)\"/>" }, into: list
        )

        let references = folder + "_rels/" + parts.workbook.dropFirst(folder.count) + ".rels"
        let known = String(decoding: try package.text(of: references), as: UTF8.self)
        let id = (1...10_000).map { "rIdSheet\($0)" }.first { !known.contains("\"\($0)\"") } ?? "rIdSheet"
        // The strict form has names of its own.
        let isStrict = known.contains("http://purl.oclc.org/ooxml/")
        let office =
            isStrict
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        package.put(
            try inserting(before: "Relationships", in: package.text(of: references)) { prefix in
                "<\(prefix)Relationship Id=\"\(id)\" Type=\"\(office)/worksheet\" Target=\"\(name)\"/>"
            }, into: references)

        let book = try package.text(of: parts.workbook)
        var used: Set<Int> = []
        for tag in XMLTags(book) where tag.name == "sheet" {
            if let text = XMLTags.attribute("sheetId", of: tag, in: book), let number = Int(text) {
                used.insert(number)
            }
        }
        package.put(
            try inserting(before: "sheets", in: book) { prefix in
                "<\(prefix)sheet name=\"\(XML.attribute(change.sheet))\" sheetId=\"\((used.max() ?? 0) + 1)\" "
                    + "xmlns:packs=\"\(office)\" packs:id=\"\(id)\"/>"
            }, into: parts.workbook)
    }

    /// Bytes with something more at the end of an element.
    private static func inserting(
        before name: String, in bytes: [UInt8], _ text: (_ prefix: String) -> String
    ) throws(SheetReadingProblem) -> [UInt8] {
        guard let tag = XMLTags(bytes).first(where: { $0.name == name && $0.isEnd }) else {
            throw SheetReadingProblem(
                "The workbook is not as Excel keeps workbooks. Open it in Excel and save it again.")
        }
        let place = tag.range.lowerBound
        return XMLTags.bytes(bytes, with: [(place..<place, text(tag.prefix))])
    }
}

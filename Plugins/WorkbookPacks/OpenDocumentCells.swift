import FamilyServicesImport
import FamilyServicesKit

/// Changes cells of a spreadsheet of OpenDocument: its content is changed where the cells are, and nowhere else.
enum OpenDocumentCells {
    private static let part = "content.xml"

    static func change(_ changes: [SheetChange], in package: inout EditedPackage) throws(SheetReadingProblem) {
        for change in changes {
            let bytes = try package.text(of: part)
            do throws(SheetReadingProblem) {
                package.put(try EditedContent(bytes).changing(change), into: part)
            } catch {
                throw SheetReadingProblem(error.message, sheet: change.sheet, cell: error.cell)
            }
        }
    }

    /// The content of a spreadsheet, with where its tables are.
    private struct EditedContent {
        private let bytes: [UInt8]
        /// The end of the last table.
        private var end: Int?
        private var tables: [(name: String, rows: [Row], end: Int)] = []

        private struct Cell {
            let column: Int
            let count: Int
            let tag: XMLTags.Tag
            var end: Int
        }

        private struct Row {
            /// From 0.
            let number: Int
            let count: Int
            let tag: XMLTags.Tag
            var cells: [Cell] = []
            var end: Int
        }

        init(_ bytes: [UInt8]) throws(SheetReadingProblem) {
            self.bytes = bytes
            // Tables can be in cells of tables.
            var (depth, cellDepth) = (0, 0)
            var next = (row: 0, column: 0)
            for tag in XMLTags(bytes) where tag.prefix == "table:" {
                switch tag.name {
                case "table" where !tag.isEnd:
                    depth += tag.isEmpty ? 0 : 1
                    guard depth == 1, !tag.isEmpty else { continue }
                    tables.append((attribute("name", tag) ?? "", [], tag.range.upperBound))
                    next = (0, 0)
                case "table":
                    if depth == 1, !tables.isEmpty {
                        tables[tables.count - 1].end = tag.range.lowerBound
                        end = tag.range.upperBound
                    }
                    depth -= 1
                case "table-row" where !tag.isEnd && depth == 1 && cellDepth == 0:
                    let count = repetition("number-rows-repeated", tag)
                    tables[tables.count - 1].rows.append(
                        Row(number: next.row, count: count, tag: tag, end: tag.range.upperBound))
                    next = (next.row + count, 0)
                case "table-row" where depth == 1 && cellDepth == 0:
                    let last = tables[tables.count - 1].rows.count - 1
                    if last >= 0 { tables[tables.count - 1].rows[last].end = tag.range.upperBound }
                case "table-cell" where !tag.isEnd, "covered-table-cell" where !tag.isEnd:
                    if depth == 1, cellDepth == 0, let last = tables.last?.rows.indices.last {
                        let count = repetition("number-columns-repeated", tag)
                        tables[tables.count - 1].rows[last].cells.append(
                            Cell(column: next.column, count: count, tag: tag, end: tag.range.upperBound))
                        next.column += count
                    }
                    cellDepth += tag.isEmpty ? 0 : 1
                case "table-cell", "covered-table-cell":
                    cellDepth -= 1
                    if depth == 1, cellDepth == 0, let last = tables.last?.rows.indices.last {
                        let cell = tables[tables.count - 1].rows[last].cells.count - 1
                        if cell >= 0 { tables[tables.count - 1].rows[last].cells[cell].end = tag.range.upperBound }
                    }
                default: break
                }
            }
            guard end != nil else {
                throw SheetReadingProblem(
                    "The spreadsheet is not as LibreOffice keeps spreadsheets. Open it there and save it again.")
            }
        }

        private func attribute(_ name: String, _ tag: XMLTags.Tag) -> String? {
            XMLTags.attribute("table:" + name, of: tag, in: bytes)
        }

        private func repetition(_ name: String, _ tag: XMLTags.Tag) -> Int {
            max(1, min(attribute(name, tag).flatMap { Int($0) } ?? 1, 1_048_576))
        }

        func changing(_ change: SheetChange) throws(SheetReadingProblem) -> [UInt8] {
            let byRow = Dictionary(grouping: change.cells) { $0.key.row }.mapValues { cells in
                Dictionary(uniqueKeysWithValues: cells.map { ($0.key.column, $0.value) })
            }
            if change.isNew, let end {
                let rows = (0...(byRow.keys.max() ?? 0)).map { row(byRow[$0] ?? [:], looks: [:]) }
                let table =
                    "<table:table table:name=\"\(XML.attribute(change.sheet))\">\(rows.joined())</table:table>"
                return XMLTags.bytes(bytes, with: [(end..<end, table)])
            }
            guard let table = tables.first(where: { $0.name == change.sheet }) else {
                throw SheetReadingProblem("The workbook has no such sheet.")
            }
            var looks: [Int: String] = [:]
            for row in table.rows where row.count == 1 {
                for cell in row.cells where cell.count == 1 { looks[cell.column] = attribute("style-name", cell.tag) }
            }
            var splices: [(range: Range<Int>, text: String)] = []
            for old in table.rows {
                let changed =
                    old.count == 1
                    ? byRow[old.number].map { [old.number: $0] } ?? [:]
                    : byRow.filter { $0.key >= old.number && $0.key < old.number + old.count }
                guard !changed.isEmpty else { continue }
                // Rows that are repeated are written apart from the one that is changed.
                var text = ""
                var next = old.number
                for (number, cells) in changed.sorted(by: { $0.key < $1.key }) {
                    if number > next { text += repeated(old, number - next) }
                    text += try self.row(old, cells, looks: looks)
                    next = number + 1
                }
                let rest = old.number + old.count - next
                if rest > 0 { text += repeated(old, rest) }
                splices.append((old.tag.range.lowerBound..<old.end, text))
            }
            let last = table.rows.last.map { $0.number + $0.count } ?? 0
            if let end = byRow.keys.max(), end >= last {
                let rows = (last...end).map { row(byRow[$0] ?? [:], looks: looks) }
                splices.append((table.end..<table.end, rows.joined()))
            }
            return XMLTags.bytes(bytes, with: splices)
        }

        private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

        /// A row as it is, some times.
        private func repeated(_ row: Row, _ count: Int) -> String {
            counted(text(row.tag.range), "number-rows-repeated", count) + text(row.tag.range.upperBound..<row.end)
        }

        /// A tag that says how often it counts.
        private func counted(_ tag: String, _ name: String, _ count: Int) -> String {
            var parts = tag.split(separator: " ", omittingEmptySubsequences: false).filter {
                !$0.hasPrefix("table:\(name)=")
            }.joined(separator: " ")
            // What was taken out may have been what closed the tag.
            if tag.hasSuffix("/>"), !parts.hasSuffix("/>") { parts += "/>" }
            if !parts.hasSuffix(">") { parts += ">" }
            guard count > 1 else { return parts }
            let close = parts.hasSuffix("/>") ? "/>" : ">"
            return parts.dropLast(close.count) + " table:\(name)=\"\(count)\"" + close
        }

        /// A row with some cells changed.
        private func row(
            _ old: Row, _ cells: [Int: SheetCell], looks: [Int: String]
        ) throws(SheetReadingProblem) -> String {
            var tag = counted(text(old.tag.range), "number-rows-repeated", 1)
            if tag.hasSuffix("/>") { tag = tag.dropLast(2) + ">" }
            var result = tag
            var column = 0
            for cell in old.cells {
                let changed = cells.filter { $0.key >= cell.column && $0.key < cell.column + cell.count }
                column = cell.column + cell.count
                guard !changed.isEmpty else {
                    result += text(cell.tag.range.lowerBound..<cell.end)
                    continue
                }
                guard cell.tag.name == "table-cell", attribute("formula", cell.tag) == nil else {
                    throw SheetReadingProblem(
                        "The cell has a formula, or is a part of a joined one, which is not written over.",
                        cell: SourceLocation.letters(of: cell.column + 1) + String(old.number + 1))
                }
                func same(_ count: Int) -> String {
                    counted(text(cell.tag.range), "number-columns-repeated", count)
                        + text(cell.tag.range.upperBound..<cell.end)
                }
                var next = cell.column
                for (number, value) in changed.sorted(by: { $0.key < $1.key }) {
                    if number > next { result += same(number - next) }
                    result += xml(value, look: attribute("style-name", cell.tag) ?? looks[number])
                    next = number + 1
                }
                if column > next { result += same(column - next) }
            }
            result += more(cells.filter { $0.key >= column }, from: column, looks: looks)
            return result + "</table:table-row>"
        }

        /// A row that was not there.
        private func row(_ cells: [Int: SheetCell], looks: [Int: String]) -> String {
            guard !cells.isEmpty else { return "<table:table-row><table:table-cell/></table:table-row>" }
            return "<table:table-row>" + more(cells, from: 0, looks: looks) + "</table:table-row>"
        }

        /// Cells behind those that are there.
        private func more(_ cells: [Int: SheetCell], from column: Int, looks: [Int: String]) -> String {
            var result = ""
            var next = column
            for (number, cell) in cells.sorted(by: { $0.key < $1.key }) where cell != .empty {
                if number > next { result += "<table:table-cell table:number-columns-repeated=\"\(number - next)\"/>" }
                result += xml(cell, look: looks[number])
                next = number + 1
            }
            return result
        }

        private func xml(_ cell: SheetCell, look: String?) -> String {
            let start = "<table:table-cell" + (look.map { " table:style-name=\"\(XML.attribute($0))\"" } ?? "")
            func paragraphs(_ text: String) -> String {
                text.split(separator: "\n", omittingEmptySubsequences: false)
                    .map { "<text:p>\(Self.spaced(String($0)))</text:p>" }.joined()
            }
            func words(_ text: String) -> String {
                "\(start) office:value-type=\"string\">\(paragraphs(text))</table:table-cell>"
            }
            switch cell {
            case .empty: return start + "/>"
            case .text(let text): return words(text)
            case .number(let number):
                let text = DecimalText.shortest(number).filter { $0 != "," }
                return
                    "\(start) office:value-type=\"float\" office:value=\"\(text)\"><text:p>\(text)</text:p></table:table-cell>"
            case .date(let day):
                return
                    "\(start) office:value-type=\"date\" office:date-value=\"\(day)\"><text:p>\(day)</text:p></table:table-cell>"
            case .boolean(let flag): return words(flag ? "yes" : "no")
            case .error(let name): return words(name)
            }
        }

        /// A text in which blanks that follow each other are kept, which OpenDocument has an element for.
        private static func spaced(_ text: String) -> String {
            var result = ""
            var blanks = 0
            func flush() {
                if blanks > 0 { result += "<text:s text:c=\"\(blanks)\"/>" }
                blanks = 0
            }
            var isFirst = true
            for character in text {
                if character == " ", isFirst || result.hasSuffix(" ") || blanks > 0 {
                    blanks += 1
                } else if character == "\t" {
                    flush()
                    result += "<text:tab/>"
                } else {
                    flush()
                    result += XML.text(String(character))
                }
                isFirst = false
            }
            flush()
            return result
        }
    }
}

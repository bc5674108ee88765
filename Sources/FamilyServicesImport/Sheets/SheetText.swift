import FamilyServicesKit

/// The cells of a sheet as the bytes of a table, so that sheets and files are read by the same readers.
///
/// Each row is a line, so that lines count rows. Line ends inside a cell are kept as bytes that are not found in UTF-8.
enum SheetText {
    /// The byte that stands for a line end inside a cell.
    static let lineFeed: UInt8 = 0xFF

    /// The table that a sheet is.
    ///
    /// Problems with single cells are reported: results of formulas that are missing or errors, damaged characters.
    ///
    /// - Parameters:
    ///   - sheet: The sheet.
    ///   - number: Its number among those of the problems.
    ///   - problems: Where problems go.
    static func table(_ sheet: ReadSheet, number: Int, problems: FileProblems) -> FileText {
        var bytes: [UInt8] = []
        var isNumeric: [Bool]?
        // The headings are as wide as the widest row, so that what is beside them has a place.
        let width = sheet.rows.reduce(0) { max($0, $1.count) }
        for (row, cells) in sheet.rows.enumerated() {
            let isBlank = cells.allSatisfy { $0 == .empty }
            if !isBlank {
                var texts: [String] = []
                for (column, cell) in cells.enumerated() {
                    let shown = sheet.shown[ReadSheet.Place(row: row, column: column)]
                    let position = Position(line: row + 1, column: column + 1, sheet: number)
                    let isNumber = isNumeric.map { $0.indices.contains(column) && $0[column] } ?? false
                    texts.append(text(of: cell, shown: shown, isNumber: isNumber, at: position, problems))
                }
                append(texts, width: isNumeric == nil ? width : 0, to: &bytes)
                if isNumeric == nil { isNumeric = texts.map(PackTables.isNumeric) }
            }
            bytes.append(UInt8(ascii: "\n"))
        }
        return FileText(cells: bytes, ofSheet: number)
    }

    /// What is in a cell, as a person sees it, or, where a number is asked for, as it is held.
    private static func text(
        of cell: SheetCell, shown: String?, isNumber: Bool, at position: Position, _ problems: FileProblems
    ) -> String {
        switch cell {
        case .empty: return ""
        case .text(let text):
            if text.utf8.contains(where: { $0 >= 0x80 }) {
                DamagedText.report(
                    FileText(cells: Array(text.utf8), ofSheet: position.sheet), at: position, to: problems)
            }
            return text
        case .number(let number): return Self.text(of: number, shown: shown, isNumber: isNumber)
        // Without a day a month is shown, and Excel keeps its first.
        case .date(let date): return date.day == 1 ? shown ?? date.description : date.description
        case .boolean(let flag): return flag ? "yes" : "no"
        case .error("#CALC!"):
            problems.unreadableCell(
                at: position,
                "The cell has a formula whose result is not in the file. Open the workbook in Excel or LibreOffice, let it "
                    + "calculate, and save it again; or write the value in place of the formula.")
            return ""
        case .error(let name):
            problems.unreadableCell(
                at: position,
                "The cell has the error \(Excerpt.named(name)), to which its formula came; write what belongs there.")
            return ""
        }
    }

    /// A number as a table has it.
    ///
    /// Where a text is asked for, a person wrote what the cell shows: `00123`. Where a number is, it is taken as it is held,
    /// with the sign of per cent, which a workbook keeps as a hundredth; only what is shown in thousands or millions is what
    /// it shows, because its unit is.
    static func text(of number: Double, shown: String?, isNumber: Bool) -> String {
        let held = plain(number)
        guard let shown else { return held }
        guard isNumber else { return shown }
        if shown.hasSuffix("%") { return plain(DecimalText.withoutNoise(number * 100)) + "%" }
        let digits = shown.filter { $0.isNumber || $0 == "." }
        guard let value = Double(digits) else { return held }
        let places = digits.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
        let isSame = DecimalText.rounded(number.magnitude, decimals: places) == value
        return isSame ? held : shown
    }

    private static func plain(_ number: Double) -> String {
        DecimalText.shortest(DecimalText.rounded(number, decimals: 12)).filter { $0 != "," }
    }

    private static func append(_ texts: [String], width: Int, to bytes: inout [UInt8]) {
        for (index, text) in texts.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            guard !text.isEmpty else { continue }
            bytes.append(UInt8(ascii: "\""))
            var previous: UInt8 = 0
            for byte in text.utf8 {
                switch byte {
                case UInt8(ascii: "\""): bytes += [byte, byte]
                case 0x0D: bytes.append(lineFeed)
                case 0x0A: if previous != 0x0D { bytes.append(lineFeed) }
                default: bytes.append(byte)
                }
                previous = byte
            }
            bytes.append(UInt8(ascii: "\""))
        }
        if texts.count < width {
            bytes.append(contentsOf: repeatElement(UInt8(ascii: ","), count: width - texts.count))
        }
    }

    /// The text of a cell.
    static func text(of content: ArraySlice<UInt8>, hasDoubledQuotes: Bool) -> String {
        guard hasDoubledQuotes || content.contains(lineFeed) else { return String(decoding: content, as: UTF8.self) }
        var result: [UInt8] = []
        result.reserveCapacity(content.count)
        var isSecond = false
        for byte in content {
            isSecond = byte == UInt8(ascii: "\"") && !isSecond
            if !isSecond { result.append(byte == lineFeed ? UInt8(ascii: "\n") : byte) }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// Several texts in one cell, each on a line of its own.
///
/// Where one of them has several lines, each begins with a bullet.
enum CellList {
    private static let bullet = "• "

    /// The texts of a cell.
    static func texts(of cell: String) -> [String] {
        let lines = cell.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.first?.hasPrefix(bullet) == true else {
            return lines.map { Blanks.trimmed($0) }.filter { !$0.isEmpty }
        }
        var texts: [String] = []
        for line in lines {
            if line.hasPrefix(bullet) {
                texts.append(String(line.dropFirst(bullet.count)))
            } else {
                texts[texts.count - 1] += "\n" + line
            }
        }
        return texts.map { Blanks.trimmed($0) }.filter { !$0.isEmpty }
    }

    /// The cell that holds some texts; `nil` where none can.
    static func cell(of texts: [String]) -> String? {
        let isPlain = texts.allSatisfy { !$0.contains("\n") && !$0.hasPrefix(bullet) }
        let cell = isPlain ? texts.joined(separator: "\n") : texts.map { bullet + $0 }.joined(separator: "\n")
        return Self.texts(of: cell) == texts ? cell : nil
    }
}

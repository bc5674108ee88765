import FamilyServicesKit

/// A table of open data: its columns, how they depend on others, and its rows.
struct CSVTable {
    /// A column and what it means.
    struct Column {
        enum Kind {
            case text, number, whole, flag, date
        }

        let name: String
        let title: String
        let meaning: String
        let kind: Kind
        var isRequired = true
        /// The only texts that it can hold.
        var choices: [String]?
        /// The address of the same property in a vocabulary.
        var property: String?
    }

    /// Columns whose texts are names in another table.
    struct Reference {
        let columns: [String]
        let table: String
        let of: [String]
    }

    let name: String
    let title: String
    let meaning: String
    let columns: [Column]
    let key: [String]
    var references: [Reference] = []
    /// How many rows there are.
    let count: Int
    /// Adds the cells of a row, from 0.
    let row: (Int, inout CSVRow) throws -> Void

    var fileName: String { "\(name).csv" }

    /// The table as RFC 4180 has it: with a heading, and lines that end with a carriage return and a line feed.
    func csv(context: ExportContext) throws -> [UInt8] {
        var row = CSVRow()
        for column in columns { row.append(column.name) }
        row.end()
        for index in 0..<count {
            if index % 1_024 == 0 {
                try context.checkCancellation()
                if name == "observations" { context.progress?(0.9 * Double(index) / Double(count)) }
            }
            try self.row(index, &row)
            row.end()
        }
        return row.bytes
    }
}

/// Cells on their way into a file of CSV.
struct CSVRow {
    private(set) var bytes: [UInt8] = []
    private var isFirst = true

    mutating func append(_ text: String?) {
        separate()
        guard let text else { return }
        // A text of nothing is told from none.
        guard !text.isEmpty else {
            bytes.append(contentsOf: [0x22, 0x22])
            return
        }
        let safe = Self.safe(text)
        guard
            safe.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) || safe != safe.trimmed
        else {
            bytes.append(contentsOf: safe.utf8)
            return
        }
        bytes.append(0x22)
        for byte in safe.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    mutating func append(_ flag: Bool) { append(flag ? "true" : "false") }

    mutating func append(_ number: Int) {
        separate()
        bytes.append(contentsOf: String(number).utf8)
    }

    /// Adds a number in the shortest form that is read as the same number again.
    ///
    /// - Returns: Whether it was finite; otherwise the cell is empty.
    mutating func append(_ number: Double?) -> Bool {
        separate()
        guard let number else { return true }
        guard number.isFinite else { return false }
        let text = number.description
        bytes.append(contentsOf: text.hasSuffix(".0") ? text.utf8.dropLast(2) : text.utf8[...])
        return true
    }

    mutating func end() {
        bytes.append(0x0D)
        bytes.append(0x0A)
        isFirst = true
    }

    private mutating func separate() {
        if !isFirst { bytes.append(0x2C) }
        isFirst = false
    }

    /// A text that no spreadsheet takes for a formula, without characters that no program should be given.
    static func safe(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl = scalar.properties.generalCategory == .control && !["\t", "\n", "\r"].contains(scalar)
            result.append(isControl || scalar.properties.isNoncharacterCodePoint ? "\u{FFFD}" : scalar)
        }
        // A spreadsheet passes blanks over before it looks for a formula.
        let start = result.first { $0 != " " && $0 != "\u{A0}" }
        let isFormula = start.map { formulaStarts.contains($0) && !isNumber(text) } ?? false
        return (isFormula ? "'" : "") + String(result)
    }

    /// Whether a text is a number with a sign, such as `-5.7%`, which does no harm.
    private static func isNumber(_ text: String) -> Bool {
        text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C || $0 == 0x25 }
            && text.utf8.count > 1 && (text.utf8.first == 0x2D || text.utf8.first == 0x2B)
    }

    /// What a formula begins with; the wide forms count as the narrow ones where text is normalised.
    private static let formulaStarts: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    ]
}

extension String {
    /// The text without blanks at its ends, which some readers of CSV drop where they are not quoted.
    fileprivate var trimmed: Substring {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}

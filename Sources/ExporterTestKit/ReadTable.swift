public import FamilyServicesKit

/// A table as a reader found it in a file.
public struct ReadTable: Sendable, Hashable {
    /// The titles of the columns, or `nil` where the reader does not tell them.
    public var columns: [String]?
    /// The rows, each with as many cells as there are columns.
    public var rows: [[ReadCell]]

    /// Makes a table.
    ///
    /// - Parameters:
    ///   - columns: The titles of the columns, where the format has them.
    ///   - rows: The rows.
    public init(columns: [String]? = nil, rows: [[ReadCell]]) {
        self.columns = columns
        self.rows = rows
    }

    /// Makes a table of a format that has nothing but text.
    ///
    /// - Parameters:
    ///   - columns: The titles of the columns, where the format has them.
    ///   - text: The texts of the cells.
    public init(columns: [String]? = nil, text: [[String]]) {
        self.init(columns: columns, rows: text.map { $0.map { .text($0) } })
    }
}

/// A cell as a reader found it in a file.
public enum ReadCell: Sendable, Hashable, CustomStringConvertible {
    /// Words.
    case text(String)
    /// A number; a percentage on the scale 0 to 100.
    case number(Double)
    /// A day.
    case date(CalendarDate)
    /// No value, with the shorthand of the reason, such as `[c]`.
    case missing(shorthand: String)
    /// Nothing.
    case empty

    /// What a format with types of its own has for a cell: the number as it is shown, the date as a date.
    ///
    /// - Parameter value: What the cell holds.
    public init(_ value: Cell.Value) {
        switch value {
        case .text(let text): self = .text(text)
        case .number(let number, let decimals), .percentage(let number, let decimals):
            self = .number(DecimalText.rounded(number, decimals: decimals))
        case .date(let date): self = .date(date)
        case .missing(let reason): self = .missing(shorthand: reason.shorthand)
        case .empty: self = .empty
        }
    }

    /// What a format of text alone has for a cell: digits without separators, dates as ISO 8601, a percentage with its sign.
    ///
    /// - Parameter value: What the cell holds.
    public init(plain value: Cell.Value) {
        switch value {
        case .text(let text): self = .text(text)
        case .number(let number, let decimals): self = .text(DecimalText.plain(number, decimals: decimals))
        case .percentage(let number, let decimals): self = .text(DecimalText.plain(number, decimals: decimals) + "%")
        case .date(let date): self = .text(date.description)
        case .missing(let reason): self = .text(reason.shorthand)
        case .empty: self = .text("")
        }
    }

    /// The kind of cell and what it holds.
    public var description: String {
        switch self {
        case .text(let text):
            text.count > 60 ? "a text of \(text.unicodeScalars.count) code points" : "text \(text.debugDescription)"
        case .number(let number): "the number \(number)"
        case .date(let date): "the date \(date)"
        case .missing(let shorthand): "missing \(shorthand)"
        case .empty: "nothing"
        }
    }

    /// Whether two cells hold the same, code point by code point: `==` on texts ignores how an accent is composed.
    func isIdentical(to other: ReadCell) -> Bool {
        guard case .text(let text) = self, case .text(let otherText) = other else { return self == other }
        return text.unicodeScalars.elementsEqual(otherText.unicodeScalars)
    }
}

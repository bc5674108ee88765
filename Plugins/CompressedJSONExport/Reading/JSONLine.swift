public import FamilyServicesKit
public import JSONExport

/// A line of a file that ``CompressedJSONLinesExporter`` or ``JSONLinesExporter`` wrote: a flat record.
public struct JSONLine: Sendable, Hashable {
    /// A value in a column.
    public enum Value: Sendable, Hashable {
        /// A text.
        case text(String)
        /// A number that is written with a point or an exponent.
        case number(Double)
        /// A whole number.
        case whole(Int)
        /// True or false.
        case flag(Bool)
        /// Nothing.
        case null
    }

    /// A column and what is in it.
    public struct Member: Sendable, Hashable {
        /// The name of the column.
        public let name: String
        /// What is in it.
        public let value: Value
    }

    /// The number of the line, from 1.
    public let number: Int
    /// The type of record, such as `observation`.
    public let record: String
    /// The columns in order, without `record`.
    public let members: [Member]

    init(number: Int, record: String, members: [Member]) {
        self.number = number
        self.record = record
        self.members = members
    }

    /// What is in a column.
    ///
    /// - Parameter column: The name of the column.
    /// - Returns: `nil` where the line has no such column.
    public subscript(column: String) -> Value? {
        members.first { $0.name == column }?.value
    }

    /// The text in a column.
    ///
    /// - Parameter column: The name of the column.
    /// - Returns: `nil` where it is null.
    /// - Throws: ``JSONExportError``, with the line and the column, where there is no such column or no text in it.
    public func text(_ column: String) throws(JSONExportError) -> String? {
        try value(column, "a text") { if case .text(let text) = $0 { text } else { nil } }
    }

    /// The number in a column, whole or not.
    ///
    /// - Parameter column: The name of the column.
    /// - Returns: `nil` where it is null.
    /// - Throws: ``JSONExportError``, with the line and the column, where there is no such column or no number in it.
    public func number(_ column: String) throws(JSONExportError) -> Double? {
        try value(column, "a number") { value in
            switch value {
            case .number(let number): number
            case .whole(let number): Double(number)
            case .text, .flag, .null: nil
            }
        }
    }

    /// The whole number in a column.
    ///
    /// - Parameter column: The name of the column.
    /// - Returns: `nil` where it is null.
    /// - Throws: ``JSONExportError``, with the line and the column, where there is no such column or no whole number in
    ///   it.
    public func whole(_ column: String) throws(JSONExportError) -> Int? {
        try value(column, "a whole number") { if case .whole(let number) = $0 { number } else { nil } }
    }

    /// True or false in a column.
    ///
    /// - Parameter column: The name of the column.
    /// - Returns: `nil` where it is null.
    /// - Throws: ``JSONExportError``, with the line and the column, where there is no such column or neither in it.
    public func flag(_ column: String) throws(JSONExportError) -> Bool? {
        try value(column, "true or false") { if case .flag(let flag) = $0 { flag } else { nil } }
    }

    /// The date in a column.
    ///
    /// - Parameter column: The name of the column.
    /// - Returns: `nil` where it is null.
    /// - Throws: ``JSONExportError``, with the line and the column, where there is no such column or no date in it.
    public func date(_ column: String) throws(JSONExportError) -> CalendarDate? {
        try value(column, "a date such as 2017-11-14") { value in
            if case .text(let text) = value { try? CalendarDate(iso: text) } else { nil }
        }
    }

    private func value<Result>(
        _ column: String, _ kind: String, _ read: (Value) -> Result?
    ) throws(JSONExportError) -> Result? {
        guard let value = self[column] else {
            throw JSONExportError(.missingValue, "The line has no such column.", path: column, line: number)
        }
        if value == .null { return nil }
        guard let result = read(value) else {
            throw JSONExportError(.badValue, "The column should hold \(kind) or null.", path: column, line: number)
        }
        return result
    }
}

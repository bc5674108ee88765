import FamilyServicesKit

/// A value in a column.
enum LineValue {
    case text(String?)
    /// A number that can have decimals: written with a point always, so that programs which tell the type of a column by its
    /// first values do not take it for whole.
    case number(Double?)
    case whole(Int?)
    case flag(Bool?)
}

/// The columns of a type of record: what each is, and how it is read from a record.
struct LineSketch<Record>: Sendable {
    struct Column: Sendable {
        let column: LineColumn
        let value: @Sendable (Record) -> LineValue

        init(_ column: LineColumn, _ value: @escaping @Sendable (Record) -> LineValue) {
            self.column = column
            self.value = value
        }
    }

    let table: LineTable
    /// Each column with its name as JSON.
    private let columns: [(prefix: [UInt8], name: String, value: @Sendable (Record) -> LineValue)]

    /// Lists columns.
    ///
    /// - Parameters:
    ///   - record: The name of the type of record.
    ///   - words: What a record of the type is, in a sentence.
    ///   - columns: The columns in order, without those that all lines begin with.
    init(_ record: String, _ words: String, _ columns: [Column]) {
        table = LineTable(record, words, columns.map(\.column))
        self.columns = columns.map { column in
            var prefix = JSONText()
            prefix.append(",")
            prefix.append(quoted: column.column.name)
            prefix.append(":")
            return (prefix.bytes, column.column.name, column.value)
        }
    }

    /// Adds a record as a line.
    ///
    /// - Parameters:
    ///   - item: The record.
    ///   - beginning: The columns that all lines begin with, after the type of record.
    ///   - text: The lines.
    func append(_ item: Record, after beginning: [UInt8], to text: inout JSONText) throws(JSONExportError) {
        text.append(#"{"record":"#)
        text.append(quoted: table.record)
        text.append(beginning)
        for column in columns {
            text.append(column.prefix)
            do throws(LineNumber.NotFinite) {
                try text.append(column.value(item))
            } catch {
                throw error.error(column: column.name, record: table.record)
            }
        }
        text.append("}\n")
    }
}

// MARK: - Columns by what they hold

extension LineSketch.Column {
    static func text(_ name: String, _ words: String, _ value: @escaping @Sendable (Record) -> String) -> Self {
        Self(LineColumn(name, .text, words, isOptional: false)) { .text(value($0)) }
    }

    static func optionalText(_ name: String, _ words: String, _ value: @escaping @Sendable (Record) -> String?) -> Self
    {
        Self(LineColumn(name, .text, words)) { .text(value($0)) }
    }

    /// One word of a set.
    static func word<Word: RawRepresentable<String> & CaseIterable & SendableMetatype>(
        _ name: String, _ words: String, _ value: @escaping @Sendable (Record) -> Word
    ) -> Self {
        Self(LineColumn(name, .text, words, isOptional: false, choices: Word.allCases.map(\.rawValue))) {
            .text(value($0).rawValue)
        }
    }

    static func optionalWord<Word: RawRepresentable<String> & CaseIterable & SendableMetatype>(
        _ name: String, _ words: String, _ value: @escaping @Sendable (Record) -> Word?
    ) -> Self {
        Self(LineColumn(name, .text, words, choices: Word.allCases.map(\.rawValue))) { .text(value($0)?.rawValue) }
    }

    static func number(_ name: String, _ words: String, _ value: @escaping @Sendable (Record) -> Double?) -> Self {
        Self(LineColumn(name, .number, words)) { .number(value($0)) }
    }

    static func whole(_ name: String, _ words: String, _ value: @escaping @Sendable (Record) -> Int) -> Self {
        Self(LineColumn(name, .whole, words, isOptional: false)) { .whole(value($0)) }
    }

    static func optionalWhole(_ name: String, _ words: String, _ value: @escaping @Sendable (Record) -> Int?) -> Self {
        Self(LineColumn(name, .whole, words)) { .whole(value($0)) }
    }

    static func flag(_ name: String, _ words: String, _ value: @escaping @Sendable (Record) -> Bool) -> Self {
        Self(LineColumn(name, .flag, words, isOptional: false)) { .flag(value($0)) }
    }

    static func optionalFlag(_ name: String, _ words: String, _ value: @escaping @Sendable (Record) -> Bool?) -> Self {
        Self(LineColumn(name, .flag, words)) { .flag(value($0)) }
    }

    static func date(_ name: String, _ words: String, _ value: @escaping @Sendable (Record) -> CalendarDate) -> Self {
        Self(LineColumn(name, .date, words, isOptional: false)) { .text(value($0).description) }
    }

    static func optionalDate(_ name: String, _ words: String, _ value: @escaping @Sendable (Record) -> CalendarDate?)
        -> Self
    {
        Self(LineColumn(name, .date, words)) { .text(value($0)?.description) }
    }

    /// Several names or short texts in one column, since nothing may be nested.
    static func list(
        _ name: String, _ words: String,
        _ value: @escaping @Sendable (Record) -> [some CustomStringConvertible & SendableMetatype]
    ) -> Self {
        Self(LineColumn(name, .text, words + ", joined by `; `.")) { .text(LineText.joined(value($0))) }
    }

    /// Sentences in one text.
    static func sentences(_ name: String, _ words: String, _ value: @escaping @Sendable (Record) -> [String]) -> Self {
        Self(LineColumn(name, .text, words)) { row in
            let sentences = value(row)
            return .text(sentences.isEmpty ? nil : sentences.joined(separator: " "))
        }
    }
}

enum LineText {
    /// Names in one text.
    static func joined(_ names: [some CustomStringConvertible]) -> String? {
        names.isEmpty ? nil : names.map(\.description).joined(separator: "; ")
    }
}

/// Numbers in columns.
enum LineNumber {
    /// JSON cannot hold the number.
    struct NotFinite: Error {
        func error(column: String, record: String) -> JSONExportError {
            JSONExportError(
                .badValue,
                "“\(column)” of a record “\(record)” is infinite or not a number, which JSON cannot hold; give a finite "
                    + "number.", path: column)
        }
    }
}

extension JSONText {
    mutating func append(_ value: LineValue) throws(LineNumber.NotFinite) {
        switch value {
        case .text(let text?): append(quoted: text)
        case .number(let number?): try append(finite: number)
        case .whole(let number?): append(number)
        case .flag(let flag?): append(flag)
        case .text(nil), .number(nil), .whole(nil), .flag(nil): append("null")
        }
    }

    mutating func append(quotedOrNull text: String?) {
        if let text { append(quoted: text) } else { append("null") }
    }

    mutating func append(finite number: Double?) throws(LineNumber.NotFinite) {
        guard let number else { return append("null") }
        guard number.isFinite else { throw LineNumber.NotFinite() }
        append(number, hasPoint: true)
    }
}

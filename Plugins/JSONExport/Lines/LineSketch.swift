import FamilyServicesKit

/// A value in a column.
enum LineValue {
    case text(String?)
    /// A number that can have decimals: written with a point always, so that programs which tell the type of a column by its
    /// first values do not take it for whole.
    case number(Double?)
    case whole(Int?)
    case flag(Bool?)

    static func date(_ date: CalendarDate?) -> LineValue { .text(date?.description) }

    static func list(_ names: [some CustomStringConvertible]) -> LineValue { .text(joined(names)) }

    /// Names in one text, since nothing may be nested.
    static func joined(_ names: [some CustomStringConvertible]) -> String? {
        names.isEmpty ? nil : names.map(\.description).joined(separator: "; ")
    }

    /// Sentences in one text.
    static func sentences(_ sentences: [String]) -> LineValue {
        .text(sentences.isEmpty ? nil : sentences.joined(separator: " "))
    }
}

/// The columns of a type of record.
struct LineSketch<Record> {
    struct Column {
        let name: String
        let value: (Record) -> LineValue

        init(_ name: String, _ value: @escaping (Record) -> LineValue) {
            self.name = name
            self.value = value
        }
    }

    private let record: String
    private let columns: [(prefix: [UInt8], name: String, value: (Record) -> LineValue)]

    /// Lists columns.
    ///
    /// - Parameters:
    ///   - record: The name of the type of record.
    ///   - columns: The columns in order.
    init(_ record: String, _ columns: [Column]) {
        self.record = record
        self.columns = columns.map { column in
            var prefix = JSONText()
            prefix.append(",")
            prefix.append(quoted: column.name)
            prefix.append(":")
            return (prefix.bytes, column.name, column.value)
        }
    }

    /// Adds a record as a line.
    func append(_ item: Record, to text: inout JSONText) throws(JSONExportError) {
        text.append(#"{"record":"#)
        text.append(quoted: record)
        for column in columns {
            text.append(column.prefix)
            do throws(LineNumber.NotFinite) {
                try text.append(column.value(item))
            } catch {
                throw error.error(column: column.name, record: record)
            }
        }
        text.append("}\n")
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

import FamilyServicesKit

/// What is in one place of a file: a cell of a table or a node of a YAML file.
struct FieldValue: Sendable {
    /// What there can be.
    enum Content: Sendable {
        /// Nothing: a blank cell, an empty or null node.
        case absent
        /// A text, without blanks at its ends.
        case text(String)
        /// A list.
        case list([FieldValue])
        /// Named fields.
        case record(Record)
    }

    let content: Content
    let position: Position
    /// Where a remark ends it, in a YAML file.
    var remark: Position?
    /// Whether that remark begins as no remark does, with a letter or digit right behind its `#`.
    var hasTightRemark = false

    /// What it is, for people.
    var noun: String {
        switch content {
        case .absent: "nothing"
        case .text(let text): Excerpt.quoted(text)
        case .list: "a list"
        case .record: "a group of keys"
        }
    }
}

/// Named fields: a row of a table or a mapping of a YAML file.
///
/// What is decoded from the one can be decoded from the other.
struct Record: Sendable {
    /// A field with its name.
    struct Field: Sendable {
        let name: String
        /// Where the name is.
        let namePosition: Position
        let value: FieldValue
    }

    /// Where a record comes from, which decides how several things are written in one field.
    enum Origin: Sendable {
        /// A row: several things in one cell are separated by semicolons.
        case table
        /// A mapping: several things are a list.
        case document
    }

    /// Where it begins.
    let position: Position
    let origin: Origin
    let fields: [Field]

    /// The value of a field; `nil` where there is no field of that name.
    subscript(name: String) -> FieldValue? {
        fields.first { $0.name == name }?.value
    }
}

extension Record {
    /// Where a field is, and in it one of some values, whole or as one of several things.
    ///
    /// Validation knows records and not files: it names fields by path, and what of a field it is about by value.
    ///
    /// - Parameters:
    ///   - steps: The way to the field, of which the first may be left that a file writes in columns of the record.
    ///   - values: What of the field is meant; empty for all of it.
    ///   - isRepeated: Whether its second occurrence is meant.
    /// - Returns: `nil` where the record has no such field.
    func position(of steps: ArraySlice<FieldPath.Step>, showing values: [String], isRepeated: Bool) -> Position? {
        guard let step = steps.first else { return position }
        guard let value = self[step.key] else { return nil }
        if case .absent = value.content { return value.position }
        let rest = steps.dropFirst()
        guard let item = step.item, case .list(let items) = value.content, items.indices.contains(item - 1) else {
            return value.position(showing: values, isRepeated: isRepeated)
        }
        guard case .record(let record) = items[item - 1].content, !rest.isEmpty else {
            return items[item - 1].position(showing: values, isRepeated: isRepeated)
        }
        return record.position(of: rest, showing: values, isRepeated: isRepeated) ?? record.position
    }
}

extension FieldValue {
    /// Where one of some values is in it; its own place where none is.
    func position(showing values: [String], isRepeated: Bool) -> Position {
        for wanted in values {
            let found = positions(of: wanted)
            if let place = isRepeated && found.count > 1 ? found[1] : found.first { return place }
        }
        return position
    }

    /// Whether one of some values is in it.
    func holds(_ values: [String]) -> Bool { values.contains { !positions(of: $0).isEmpty } }

    private func positions(of wanted: String) -> [Position] {
        switch content {
        case .absent: return []
        case .text(let text):
            guard text != wanted else { return [position] }
            guard text.utf8.count <= 4_000, text.contains(";") else { return [] }
            return Separated.parts(of: text).contains(wanted) ? [position] : []
        case .list(let items): return items.flatMap { $0.positions(of: wanted) }
        case .record(let record): return record.fields.flatMap { $0.value.positions(of: wanted) }
        }
    }
}

/// Several things in one text, separated by semicolons.
enum Separated {
    /// The parts that are not blank, without blanks at their ends.
    static func parts(of text: String) -> [String] {
        text.split(separator: ";").map { Blanks.trimmed($0) }.filter { !$0.isEmpty }
    }
}

/// Blanks at the ends of texts, which nobody means and nobody sees.
enum Blanks {
    /// A text without white space at its ends.
    static func trimmed(_ text: String) -> String {
        // Most texts have none, and are not looked at scalar by scalar.
        guard let first = text.utf8.first, let last = text.utf8.last else { return "" }
        if first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return text }
        return trimmed(text[...])
    }

    /// A text without white space at its ends.
    static func trimmed(_ text: Substring) -> String {
        let scalars = text.unicodeScalars
        let start = scalars.firstIndex { !isBlank($0) } ?? scalars.endIndex
        var end = scalars.endIndex
        while end > start, isBlank(scalars[scalars.index(before: end)]) { end = scalars.index(before: end) }
        return String(scalars[start..<end])
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
    }
}

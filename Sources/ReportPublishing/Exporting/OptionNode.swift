import ReportVocabulary

/// What was given for an option: a value, or options of its own.
indirect enum OptionNode: Sendable, Hashable {
    /// An option of a group.
    struct Member: Sendable, Hashable {
        var name: String
        var value: OptionNode
    }

    case object([Member])
    case list([OptionNode])
    /// A text of which the reader decides what it stands for: a number, a list, true or false.
    case text(String)
    case string(String)
    /// A number as it was written.
    case number(String)
    case bool(Bool)
    case null

    /// The value of a member; absent where this is not an object or has no such member.
    subscript(name: String) -> OptionNode? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The elements of a list, or of a text separated by commas; `nil` where this is neither.
    var elements: [OptionNode]? {
        switch self {
        case .list(let elements): elements
        case .text(""): []
        case .text(let text):
            text.split(separator: ",", omittingEmptySubsequences: false).map { .text(Self.trimmed($0)) }
        default: nil
        }
    }

    /// The value as it can be written after an equals sign; `nil` where it cannot.
    var assignable: String? {
        switch self {
        case .text(let text), .string(let text), .number(let text): text
        case .bool(let value): value ? "true" : "false"
        case .list(let elements):
            Self.joined(elements.map { $0.assignable })
        case .object, .null: nil
        }
    }

    /// What this is, as the end of a sentence.
    var words: String {
        switch self {
        case .object: "a group of options"
        case .list: "a list"
        case .text(let text): MessageText.quoted(text)
        case .string(let text): "the text \(MessageText.quoted(text))"
        case .number(let text): "the number \(text.count > 40 ? text.prefix(39) + "…" : text[...])"
        case .bool(let value): value ? "true" : "false"
        case .null: "null"
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0 == " " }
        guard let last = start.lastIndex(where: { $0 != " " }) else { return "" }
        return String(start[...last])
    }

    /// A list that is read back from its text as the same list.
    private static func joined(_ elements: [String?]) -> String? {
        let texts = elements.compactMap { $0 }
        guard texts.count == elements.count, texts != [""],
            texts.allSatisfy({ !$0.contains(",") && !$0.hasPrefix(" ") && !$0.hasSuffix(" ") })
        else { return nil }
        return texts.joined(separator: ",")
    }
}

/// The name of an option with the groups that it is in.
enum OptionPath {
    static func text(_ path: [any CodingKey]) -> String {
        text(names(path))
    }

    static func text(_ names: [String]) -> String {
        names.reduce("") { $0 + ($0.isEmpty || $1.hasPrefix("[") ? "" : ".") + $1 }
    }

    /// Names, and indices in brackets.
    ///
    /// A name that looks like a number is one all the same: only the keys that lists are read with are indices.
    static func names(_ path: [any CodingKey]) -> [String] {
        path.map { key in (key as? OptionKey)?.intValue.map { "[\($0)]" } ?? key.stringValue }
    }
}

/// A key of a group or the index of a list.
struct OptionKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(_ name: String) {
        stringValue = name
        intValue = nil
    }

    init(index: Int) {
        stringValue = String(index)
        intValue = index
    }

    init(stringValue: String) { self.init(stringValue) }

    init(intValue: Int) { self.init(index: intValue) }
}

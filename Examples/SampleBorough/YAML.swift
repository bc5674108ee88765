/// A value of a YAML file.
///
/// Its text is always quoted, so that no word is taken for a number, a date or a truth value.
indirect enum YAML: Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// Text.
    case text(String)
    /// A whole number.
    case number(Int)
    /// Yes or no.
    case flag(Bool)
    /// A list.
    case list([YAML])
    /// Keys with their values, in order.
    case map([(String, YAML)])

    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int) { self = .number(value) }
    init(booleanLiteral value: Bool) { self = .flag(value) }
    init(arrayLiteral elements: YAML...) { self = .list(elements) }
    init(dictionaryLiteral elements: (String, YAML)...) { self = .map(elements) }

    /// Two texts in one, for sentences that do not fit on a line of source.
    static func + (left: YAML, right: YAML) -> YAML {
        if case .text(let left) = left, case .text(let right) = right {
            .text(left + right)
        } else {
            .list([left, right])
        }
    }

    /// A list of words.
    static func words(_ words: [String]) -> YAML { .list(words.map { .text($0) }) }

    /// The same value with another text in place of each text.
    func mapText(_ change: (String) -> String) -> YAML {
        switch self {
        case .text(let text): .text(change(text))
        case .number, .flag: self
        case .list(let items): .list(items.map { $0.mapText(change) })
        case .map(let pairs): .map(pairs.map { ($0.0, $0.1.mapText(change)) })
        }
    }

    /// The same value without the words of a list that a test rejects, for the lists under some keys.
    func filterWords(under keys: Set<String>, _ isKept: (String) -> Bool) -> YAML {
        switch self {
        case .text, .number, .flag: return self
        case .list(let items): return .list(items.map { $0.filterWords(under: keys, isKept) })
        case .map(let pairs):
            return .map(
                pairs.map { key, value in
                    guard keys.contains(key), case .list(let items) = value else {
                        return (key, value.filterWords(under: keys, isKept))
                    }
                    return (
                        key,
                        .list(
                            items.filter { item in
                                if case .text(let word) = item { isKept(word) } else { true }
                            })
                    )
                })
        }
    }

    /// The value as the text of a file.
    var file: String {
        var result = ""
        write(into: &result, indent: 0)
        return result
    }

    private func write(into result: inout String, indent: Int) {
        let margin = String(repeating: " ", count: indent)
        switch self {
        case .map(let pairs):
            for (key, value) in pairs where !value.isEmpty {
                result += "\(margin)\(key):"
                value.writeValue(into: &result, indent: indent + 2)
            }
        case .list(let items):
            for item in items {
                var inner = ""
                item.write(into: &inner, indent: indent + 2)
                // The dash takes the place of the first two blanks.
                result += margin + "- " + inner.dropFirst(indent + 2)
            }
        default:
            result += "\(margin)\(scalar)\n"
        }
    }

    private func writeValue(into result: inout String, indent: Int) {
        switch self {
        case .text, .number, .flag:
            result += " \(scalar)\n"
        case .list(let items):
            let line = items.map(\.scalar).joined(separator: ", ")
            if items.allSatisfy(\.isScalar), indent + line.count < 96 {
                result += " [\(line)]\n"
            } else {
                result += "\n"
                write(into: &result, indent: indent)
            }
        case .map:
            result += "\n"
            write(into: &result, indent: indent)
        }
    }

    private var isScalar: Bool {
        switch self {
        case .text, .number, .flag: true
        case .list, .map: false
        }
    }

    private var isEmpty: Bool {
        switch self {
        case .text(let text): text.isEmpty
        case .number, .flag: false
        case .list(let items): items.isEmpty
        case .map(let pairs): pairs.isEmpty
        }
    }

    private var scalar: String {
        switch self {
        case .text(let text): Self.quoted(text)
        case .number(let number): String(number)
        case .flag(let flag): flag ? "yes" : "no"
        case .list, .map: ""
        }
    }

    /// A text between double quotes.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F {
                    let digits = String(scalar.value, radix: 16)
                    result += "\\x" + (digits.count < 2 ? "0" : "") + digits
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}

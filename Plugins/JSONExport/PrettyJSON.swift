/// JSON laid out for people.
package indirect enum PrettyJSON {
    case text(String)
    case null
    case flag(Bool)
    case whole(Int)
    case list([PrettyJSON])
    case object([(String, PrettyJSON)])

    /// The text, the lines of which but the first are indented.
    package func text(indent: String = "") -> String {
        let inner = indent + "  "
        switch self {
        case .null: return "null"
        case .flag(let flag): return flag ? "true" : "false"
        case .whole(let number): return String(number)
        case .list(let items) where items.isEmpty: return "[]"
        case .text(let text): return Self.quoted(text)
        case .list(let items):
            return "[\n" + items.map { inner + $0.text(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
        case .object(let members):
            let lines = members.map { "\(inner)\(Self.quoted($0.0)): \($0.1.text(indent: inner))" }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = JSONText()
        result.append(quoted: text)
        return String(decoding: result.bytes, as: UTF8.self)
    }
}

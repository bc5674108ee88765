import ReportVocabulary

extension OptionNode {
    /// Reads a JSON text.
    init(json text: String) throws(ExportOptionsError) {
        let bytes = Array(text.utf8)
        if let problem = JSONSyntax(bytes).problem { throw ExportOptionsError(problem, in: bytes) }
        var reader = JSONTreeReader(bytes: bytes)
        self = try reader.readValue([])
    }
}

/// Builds a tree from a text that is JSON.
private struct JSONTreeReader {
    let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipBlanks() {
        while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    /// Goes past a character, if it comes next.
    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard byte == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    mutating func readValue(_ path: [String]) throws(ExportOptionsError) -> OptionNode {
        guard path.count <= ExportOptionsInput.deepest else { throw .tooDeep(path) }
        if take("{") { return .object(try readMembers(path)) }
        if take("[") { return .list(try readElements(path)) }
        if take("\"") { return .string(try readString()) }
        let start = position
        while let byte, byte != UInt8(ascii: ","), byte != UInt8(ascii: "}"), byte != UInt8(ascii: "]"), byte > 0x20 {
            position += 1
        }
        let word = String(decoding: bytes[start..<position], as: UTF8.self)
        return switch word {
        case "true": .bool(true)
        case "false": .bool(false)
        case "null": .null
        default: .number(word)
        }
    }

    private mutating func readMembers(_ path: [String]) throws(ExportOptionsError) -> [OptionNode.Member] {
        var members: [OptionNode.Member] = []
        var names: Set<String> = []
        while take("\"") {
            let name = try readString()
            let path = path + [name]
            guard names.insert(name).inserted else { throw .duplicate(path) }
            _ = take(":")
            members.append(OptionNode.Member(name: name, value: try readValue(path)))
            _ = take(",")
        }
        _ = take("}")
        return members
    }

    private mutating func readElements(_ path: [String]) throws(ExportOptionsError) -> [OptionNode] {
        var elements: [OptionNode] = []
        while byte != nil, !take("]") {
            elements.append(try readValue(path + ["[\(elements.count)]"]))
            _ = take(",")
        }
        return elements
    }

    /// Reads a text up to and with its closing quotation mark.
    private mutating func readString() throws(ExportOptionsError) -> String {
        var text: [UInt8] = []
        while let byte, byte != UInt8(ascii: "\"") {
            position += 1
            guard byte == UInt8(ascii: "\\"), let escape = self.byte else {
                text.append(byte)
                continue
            }
            position += 1
            switch escape {
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "u"): text.append(contentsOf: try readScalar().utf8)
            default: text.append(escape)
            }
        }
        position += 1
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads four hexadecimal digits, and four more where the character is written as two halves.
    private mutating func readScalar() throws(ExportOptionsError) -> Character {
        let start = position - 2
        var units = [readUnit()]
        if UTF16.isLeadSurrogate(units[0]), bytes[position...].starts(with: "\\u".utf8) {
            position += 2
            units.append(readUnit())
        }
        guard let text = String(validating: units, as: UTF16.self), let character = text.first else {
            throw ExportOptionsError(
                JSONSyntax.Problem(position: start, reason: "this escape is one half of a character"), in: bytes)
        }
        return character
    }

    private mutating func readUnit() -> UInt16 {
        let end = min(position + 4, bytes.count)
        defer { position = end }
        return UInt16(String(decoding: bytes[position..<end], as: UTF8.self), radix: 16) ?? 0xD800
    }
}

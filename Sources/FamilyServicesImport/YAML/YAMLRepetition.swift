/// The second place of a key that occurs twice in one mapping.
///
/// The parser says which key it is and where it occurs first, not where it occurs again, and stops there.
struct YAMLRepetition {
    /// Where the key occurs again, counted in Unicode scalars.
    let position: Position
    private let text: String
    /// The first byte of the key.
    private let offset: Int

    /// Looks for the second place of a key.
    ///
    /// - Returns: `nil` where it is not found.
    static func find(_ key: String, first: Position, in text: String) -> YAMLRepetition? {
        guard !key.isEmpty, !key.contains("\n") else { return nil }
        let bytes = Array(text.utf8)
        let spellings = [Array(key.utf8), Array("\"\(key)\"".utf8), Array("'\(key)'".utf8)]
        var line = 1
        var lineStart = 0
        var firstLineStart: Int?
        while lineStart < bytes.count {
            var lineEnd = lineStart
            while lineEnd < bytes.count, bytes[lineEnd] != 0x0A { lineEnd += 1 }
            if line == first.line { firstLineStart = lineStart }
            if line > first.line {
                // In lines: at the same depth. A list item may begin with the key.
                let content = bytes[lineStart..<lineEnd]
                let indent = content.prefix { $0 == 0x20 }.count
                if indent == first.column - 1,
                    let spelling = spellings.first(where: { isKey($0, at: lineStart + indent, in: bytes) })
                {
                    return YAMLRepetition(
                        position: Position(line: line, column: indent + 1), text: text,
                        offset: lineStart + indent + (spelling.count > key.utf8.count ? 1 : 0))
                }
                let isBlank = content.allSatisfy { $0 <= 0x20 }
                if indent < first.column - 1, !isBlank, content.dropFirst(indent).first != 0x23 { break }
            }
            lineStart = lineEnd + 1
            line += 1
        }
        return firstLineStart.flatMap { inBraces(spellings, key, first, from: $0, bytes, text) }
    }

    /// Looks behind a key in braces, where it can be anywhere.
    private static func inBraces(
        _ spellings: [[UInt8]], _ key: String, _ first: Position, from start: Int, _ bytes: [UInt8], _ text: String
    ) -> YAMLRepetition? {
        var (line, column) = (first.line, 1)
        var previous = UInt8(ascii: "\n")
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if line > first.line || column > first.column, previous == 0x20 || previous == 0x2C || previous == 0x0A,
                let spelling = spellings.first(where: { isKey($0, at: index, in: bytes) })
            {
                return YAMLRepetition(
                    position: Position(line: line, column: column), text: text,
                    offset: index + (spelling.count > key.utf8.count ? 1 : 0))
            }
            if byte == 0x0A {
                (line, column) = (line + 1, 1)
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
            previous = byte
            index += 1
        }
        return nil
    }

    /// Whether a key with its colon is at a place.
    private static func isKey(_ key: [UInt8], at offset: Int, in bytes: [UInt8]) -> Bool {
        guard bytes[offset...].starts(with: key) else { return false }
        let after = bytes[(offset + key.count)...].drop { $0 == 0x20 }
        return after.first == 0x3A
    }

    /// The text with the first letter of the second key changed to one that no key of a pack begins with.
    func renamed(_ round: Int) -> String {
        var bytes = Array(text.utf8)
        // A letter of several bytes is replaced as a whole, so that the text stays one.
        let length = bytes[offset...].dropFirst().prefix { $0 & 0xC0 == 0x80 }.count + 1
        bytes.replaceSubrange(offset..<(offset + length), with: [UInt8(ascii: "A") + UInt8(round % 26)])
        return String(decoding: bytes, as: UTF8.self)
    }
}

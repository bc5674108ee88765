/// The place of a value in a JSON text, for messages: decoders name the path and not the line.
struct JSONPlace {
    /// The line, from 1.
    let line: Int
    /// The column, from 1, counted in characters.
    let column: Int
    /// What stands there, such as "text".
    let kind: String

    /// Walks along a path.
    ///
    /// - Parameters:
    ///   - path: The keys and indices from the outermost in.
    ///   - bytes: The text, which a decoder has read already, in UTF-8.
    /// - Returns: `nil` where the path leads nowhere. O(length of the text).
    init?(of path: [any CodingKey], in bytes: [UInt8]) {
        var scanner = JSONScanner(bytes)
        scanner.skipBlanks()
        for key in path {
            let found = key.intValue.map { scanner.enterElement($0) } ?? scanner.enterMember(key.stringValue)
            guard found else { return nil }
        }
        guard let byte = scanner.byte else { return nil }
        kind =
            switch byte {
            case UInt8(ascii: "\""): "text"
            case UInt8(ascii: "{"): "an object"
            case UInt8(ascii: "["): "a list"
            case UInt8(ascii: "t"), UInt8(ascii: "f"): "true or false"
            case UInt8(ascii: "n"): "null"
            default: "a number"
            }
        let place = TextPlace(of: scanner.position, in: bytes)
        (line, column) = (place.line, place.column)
    }
}

/// A line and column of a text.
package struct TextPlace {
    /// The line, from 1.
    package let line: Int
    /// The column, from 1, counted in characters.
    package let column: Int

    /// Counts lines and characters.
    ///
    /// - Parameters:
    ///   - position: The index of a byte, at most the number of bytes.
    ///   - bytes: The text in UTF-8.
    package init(of position: Int, in bytes: [UInt8]) {
        let before = bytes[..<min(position, bytes.count)]
        line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        column = String(decoding: before[start...], as: UTF8.self).count + 1
    }
}

/// Steps through a JSON text without building anything from it.
///
/// On a text that is not JSON it stops somewhere.
private struct JSONScanner {
    private let bytes: [UInt8]
    private(set) var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skipBlanks() {
        while let byte, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
    }

    /// Goes to the value of a member of the object that begins here.
    mutating func enterMember(_ name: String) -> Bool {
        guard take("{") else { return false }
        while byte == UInt8(ascii: "\"") {
            let start = position
            skipString()
            // Keys with escapes are not ours; what they spell out is not looked for.
            let key = bytes[min(start + 1, bytes.count)..<max(position - 1, min(start + 1, bytes.count))]
            guard take(":") else { return false }
            if key.elementsEqual(name.utf8) { return true }
            skipValue()
            guard take(",") else { return false }
        }
        return false
    }

    /// Goes to an element of the list that begins here.
    mutating func enterElement(_ index: Int) -> Bool {
        guard take("[") else { return false }
        for _ in 0..<max(index, 0) {
            skipValue()
            guard take(",") else { return false }
        }
        return byte != UInt8(ascii: "]") && byte != nil
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard byte == UInt8(ascii: character) else { return false }
        position += 1
        skipBlanks()
        return true
    }

    private mutating func skipString() {
        position += 1
        while let byte, byte != UInt8(ascii: "\"") { position += byte == UInt8(ascii: "\\") ? 2 : 1 }
        position = min(position + 1, bytes.count)
    }

    /// Counts brackets rather than calling itself, so that no text can nest too deep for it.
    private mutating func skipValue() {
        var depth = 0
        repeat {
            skipBlanks()
            guard let byte else { return }
            switch byte {
            case UInt8(ascii: "\""): skipString()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                position += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                position += 1
            case UInt8(ascii: ","), UInt8(ascii: ":"):
                if depth == 0 { return }
                position += 1
            default:
                while let byte = self.byte, ![0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x3A, 0x5D, 0x7D].contains(byte) {
                    position += 1
                }
            }
        } while depth > 0
    }
}

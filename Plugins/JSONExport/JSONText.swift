/// JSON text in the making.
struct JSONText {
    /// The text in UTF-8.
    private(set) var bytes: [UInt8] = []

    var count: Int { bytes.count }

    mutating func reserve(_ count: Int) {
        bytes.reserveCapacity(count)
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    mutating func append(byte: UInt8) {
        bytes.append(byte)
    }

    /// Adds text that is JSON already.
    mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Adds text that is JSON already.
    mutating func append(_ json: [UInt8]) {
        bytes.append(contentsOf: json)
    }

    mutating func append(_ flag: Bool) {
        append(flag ? "true" : "false")
    }

    mutating func append(_ number: some BinaryInteger) {
        bytes.append(contentsOf: String(number).utf8)
    }

    /// Adds a number in the shortest form that is read as the same number again.
    ///
    /// - Parameters:
    ///   - number: A finite number.
    ///   - hasPoint: Whether a whole number keeps its point, as in `100.0`, for programs that tell the type of a column by it.
    mutating func append(_ number: Double, hasPoint: Bool) {
        if number.magnitude < 1e15, number == number.rounded(.towardZero), number != 0 || number.sign == .plus {
            append(whole: Int(number))
            if hasPoint { append(".0") }
            return
        }
        let text = number.description
        bytes.append(contentsOf: text.hasSuffix(".0") && !hasPoint ? text.utf8.dropLast(2) : text.utf8[...])
    }

    /// Adds the digits of a number, without making a text of them first.
    private mutating func append(whole number: Int) {
        if number < 0 { append(byte: UInt8(ascii: "-")) }
        var rest = number.magnitude
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var start = digits.count
            repeat {
                start -= 1
                digits[start] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            } while rest > 0
            bytes.append(contentsOf: digits.extracting(start...))
        }
    }

    /// Adds a text in quotation marks.
    ///
    /// All control characters are escaped, also those from U+007F to U+009F, which JSON would take and a terminal obey, and the
    /// separators of lines and paragraphs, at which some programs end a line of JSON Lines.
    mutating func append(quoted text: String) {
        append(byte: UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for index in utf8.indices {
                let byte = utf8[index]
                if byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                    bytes.append(contentsOf: utf8.extracting(start..<index))
                    append(escaped: byte)
                    start = index + 1
                } else if byte == 0xC2, utf8[index + 1] < 0xA0 {
                    // U+0080 to U+009F, whose second byte is their code; a String has no first byte without a second.
                    bytes.append(contentsOf: utf8.extracting(start..<index))
                    append(escaped: utf8[index + 1])
                    start = index + 2
                } else if byte == 0xE2, utf8[index + 1] == 0x80, utf8[index + 2] & 0xFE == 0xA8 {
                    // U+2028 and U+2029, at which some readers of lines end one.
                    bytes.append(contentsOf: utf8.extracting(start..<index))
                    append(utf8[index + 2] == 0xA8 ? #"\u2028"# : #"\u2029"#)
                    start = index + 3
                }
            }
            bytes.append(contentsOf: utf8.extracting(start...))
        }
        append(byte: UInt8(ascii: "\""))
    }

    private mutating func append(escaped byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append(#"\""#)
        case UInt8(ascii: "\\"): append(#"\\"#)
        case 0x08: append(#"\b"#)
        case 0x09: append(#"\t"#)
        case 0x0A: append(#"\n"#)
        case 0x0C: append(#"\f"#)
        case 0x0D: append(#"\r"#)
        default:
            append(#"\u00"#)
            for digit in [byte >> 4, byte & 0xF] {
                append(byte: digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
    }
}

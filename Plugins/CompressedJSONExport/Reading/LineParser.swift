import JSONExport

/// Reads a line: one JSON object without anything nested in it.
struct LineParser {
    private let bytes: [UInt8]
    private let number: Int
    private var position = 0
    /// The name of the member that is being read, for errors.
    private var name: String?

    /// - Parameters:
    ///   - bytes: The line in UTF-8, without its line break.
    ///   - number: The number of the line, from 1.
    init(_ bytes: [UInt8], number: Int) {
        self.bytes = bytes
        self.number = number
        // A byte-order mark, which some programs put at the beginning of a file.
        if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Reads the line.
    ///
    /// - Returns: `nil` where it is blank.
    mutating func parse() throws(JSONExportError) -> JSONLine? {
        skipBlanks()
        guard byte != nil else { return nil }
        var members: [JSONLine.Member] = []
        var names: Set<String> = []
        var record: String?
        try take("{", "an object")
        if byte == UInt8(ascii: "}") {
            position += 1
        } else {
            repeat {
                name = nil
                guard byte == UInt8(ascii: "\"") else { throw wrong("there should be a name in quotation marks here") }
                let column = try string()
                name = column
                guard names.insert(column).inserted else { throw wrong("this column is there twice") }
                skipBlanks()
                try take(":", "a colon")
                let value = try value()
                if column != "record" {
                    members.append(JSONLine.Member(name: column, value: value))
                } else if case .text(let text) = value {
                    record = text
                } else {
                    throw JSONExportError(.badValue, "The column should hold a text.", path: name, line: number)
                }
            } while try goesOn()
        }
        skipBlanks()
        name = nil
        guard byte == nil else { throw wrong("there should be nothing after the object") }
        guard let record else {
            throw JSONExportError(
                .missingValue, "The line does not say which type of record it is.", path: "record", line: number)
        }
        return JSONLine(number: number, record: record, members: members)
    }

    private mutating func skipBlanks() {
        while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0D { position += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar, _ words: String) throws(JSONExportError) {
        guard byte == UInt8(ascii: character) else { throw wrong("there should be \(words) here") }
        position += 1
        skipBlanks()
    }

    private mutating func goesOn() throws(JSONExportError) -> Bool {
        skipBlanks()
        if byte == UInt8(ascii: "}") {
            position += 1
            return false
        }
        try take(",", "a comma or the end of the object")
        return true
    }

    private mutating func value() throws(JSONExportError) -> JSONLine.Value {
        switch byte {
        case UInt8(ascii: "\""): .text(try string())
        case UInt8(ascii: "t"): try word("true", .flag(true))
        case UInt8(ascii: "f"): try word("false", .flag(false))
        case UInt8(ascii: "n"): try word("null", .null)
        case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): try numeral()
        case UInt8(ascii: "{"), UInt8(ascii: "["): throw wrong("a line is flat and can hold no list or object")
        default: throw wrong("there should be a value here")
        }
    }

    private mutating func word(
        _ word: StaticString, _ value: JSONLine.Value
    ) throws(JSONExportError) -> JSONLine.Value {
        let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard bytes[position...].starts(with: letters) else { throw wrong("there should be a value here") }
        position += letters.count
        return value
    }

    private mutating func numeral() throws(JSONExportError) -> JSONLine.Value {
        let start = position
        var isWhole = true
        if byte == UInt8(ascii: "-") { position += 1 }
        let first = byte
        guard try digits() == 1 || first != UInt8(ascii: "0") else { throw wrong("a number does not begin with 0") }
        if byte == UInt8(ascii: ".") {
            position += 1
            isWhole = false
            _ = try digits()
        }
        if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
            position += 1
            isWhole = false
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
            _ = try digits()
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isWhole, let whole = Int(text) { return .whole(whole) }
        guard let number = Double(text), number.isFinite else { throw wrong("this number is too great") }
        return .number(number)
    }

    private mutating func digits() throws(JSONExportError) -> Int {
        let start = position
        while let byte, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        guard position > start else { throw wrong("there should be a digit here") }
        return position - start
    }

    private mutating func string() throws(JSONExportError) -> String {
        position += 1
        let start = position
        // Nearly all texts are without escapes.
        while let byte, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { position += 1 }
        var content = bytes[start..<position]
        while let byte, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw wrong("a control character in a text is written as \\u0000") }
            position += 1
            if byte == UInt8(ascii: "\\") {
                content.append(contentsOf: String(try escape()).utf8)
            } else {
                content.append(byte)
            }
        }
        guard byte != nil else { throw wrong("the line ends inside a text") }
        position += 1
        guard let text = String(validating: content, as: UTF8.self) else { throw wrong("the text is not in UTF-8") }
        return text
    }

    private mutating func escape() throws(JSONExportError) -> Unicode.Scalar {
        guard let byte else { throw wrong("the line ends inside a text") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try escapedScalar()
        default: throw wrong("JSON has no such escape")
        }
    }

    /// A character by its number, in one escape or, beyond the first 65,536, in two.
    private mutating func escapedScalar() throws(JSONExportError) -> Unicode.Scalar {
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, bytes[position...].starts(with: #"\u"#.utf8) else {
            throw wrong("this is half of a character")
        }
        position += 2
        let second = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x1_0000 + UInt32(first - 0xD800) << 10 + UInt32(second - 0xDC00))
        else { throw wrong("this is half of a character") }
        return scalar
    }

    private mutating func hexadecimal() throws(JSONExportError) -> UInt16 {
        var result: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = byte.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
                throw wrong("there should be four hexadecimal digits after \\u")
            }
            result = result << 4 | UInt16(digit)
            position += 1
        }
        return result
    }

    private func wrong(_ reason: String) -> JSONExportError {
        JSONExportError(
            .syntax, "This is not JSON as it should be: \(reason).", path: name, line: number, column: position + 1)
    }
}

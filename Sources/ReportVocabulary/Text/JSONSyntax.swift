/// Finds where a text stops being JSON, for messages: the library's decoder says no more than that it does.
package struct JSONSyntax {
    /// Where a text stops being JSON, and why.
    package struct Problem: Error {
        /// The index of the byte.
        package let position: Int
        /// What is wrong and what would be right, as the end of a sentence.
        package let reason: String

        package init(position: Int, reason: String) {
            self.position = position
            self.reason = reason
        }
    }

    /// The library's decoder goes no deeper than this.
    private static let deepest = 512

    /// The places of the numbers that are not whole or not small, in order; complete only where there is no problem.
    package private(set) var unusualNumbers: [Range<Int>] = []
    /// The first problem.
    package private(set) var problem: Problem?
    private let bytes: [UInt8]
    private var position = 0
    /// The brackets that are open, by what closes them.
    private var open: [UInt8] = []

    /// Reads a text.
    ///
    /// - Parameter bytes: The text in UTF-8. O(length of the text), without recursion.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        do throws(Problem) {
            try readDocument()
        } catch {
            problem = error
        }
    }

    private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipBlanks() {
        while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private func wrong(_ reason: String) -> Problem {
        byte == nil
            ? Problem(position: position, reason: "the text ends too early")
            : Problem(position: position, reason: reason)
    }

    private mutating func readDocument() throws(Problem) {
        repeat { try readValue() } while try readSeparators()
        if position < bytes.count { throw wrong("there should be nothing after the end of the document") }
    }

    /// Reads a value, or the beginning of a list or object up to its first value.
    private mutating func readValue() throws(Problem) {
        while true {
            skipBlanks()
            switch byte {
            case UInt8(ascii: "{"):
                if try enter(UInt8(ascii: "}")) { return }
                try readKey()
            case UInt8(ascii: "["):
                if try enter(UInt8(ascii: "]")) { return }
            case UInt8(ascii: "\""):
                return try readString()
            case UInt8(ascii: "t"):
                return try readWord("true")
            case UInt8(ascii: "f"):
                return try readWord("false")
            case UInt8(ascii: "n"):
                return try readWord("null")
            case .some(UInt8(ascii: "0")...UInt8(ascii: "9")), UInt8(ascii: "-"):
                return try readNumber()
            default:
                throw wrong("there should be a value here")
            }
        }
    }

    /// Goes into a list or object; if it is empty, out of it again.
    private mutating func enter(_ closing: UInt8) throws(Problem) -> Bool {
        guard open.count < Self.deepest else { throw wrong("the document nests deeper than \(Self.deepest) levels") }
        position += 1
        skipBlanks()
        if byte == closing {
            position += 1
            return true
        }
        open.append(closing)
        return false
    }

    /// Reads what stands between values; returns whether another value follows.
    private mutating func readSeparators() throws(Problem) -> Bool {
        while true {
            skipBlanks()
            guard let closing = open.last else { return false }
            if byte == UInt8(ascii: ",") {
                position += 1
                if closing == UInt8(ascii: "}") { try readKey() }
                return true
            }
            guard byte == closing else {
                throw wrong("there should be a comma or “\(Character(Unicode.Scalar(closing)))” here")
            }
            position += 1
            open.removeLast()
        }
    }

    private mutating func readKey() throws(Problem) {
        skipBlanks()
        guard byte == UInt8(ascii: "\"") else { throw wrong("there should be a name in quotation marks here") }
        try readString()
        skipBlanks()
        guard byte == UInt8(ascii: ":") else { throw wrong("there should be a colon after the name") }
        position += 1
    }

    private mutating func readWord(_ word: String) throws(Problem) {
        guard bytes[position...].starts(with: word.utf8) else { throw wrong("there should be a value here") }
        position += word.utf8.count
    }

    private mutating func readString() throws(Problem) {
        position += 1
        while let byte, byte != UInt8(ascii: "\"") {
            if byte < 0x20 { throw wrong("a line break or control character in a text is written as \\n or \\u0000") }
            if byte == UInt8(ascii: "\\") {
                position += 1
                try readEscape()
            } else {
                position += 1
            }
        }
        guard byte != nil else { throw wrong("") }
        position += 1
    }

    private mutating func readEscape() throws(Problem) {
        guard let byte, "\"\\/bfnrtu".utf8.contains(byte) else { throw wrong("JSON has no such escape") }
        position += 1
        guard byte == UInt8(ascii: "u") else { return }
        for _ in 0..<4 {
            guard let digit = self.byte, Character(Unicode.Scalar(digit)).isHexDigit else {
                throw wrong("there should be four hexadecimal digits after \\u")
            }
            position += 1
        }
    }

    private mutating func readNumber() throws(Problem) {
        let start = position
        var isWhole = true
        if byte == UInt8(ascii: "-") { position += 1 }
        let leadingZero = byte == UInt8(ascii: "0")
        let whole = try readDigits()
        if leadingZero, whole > 1 { throw Problem(position: start, reason: "a number does not begin with 0") }
        if byte == UInt8(ascii: ".") {
            position += 1
            isWhole = false
            _ = try readDigits()
        }
        if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
            position += 1
            isWhole = false
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
            _ = try readDigits()
        }
        if !isWhole || whole > 15 { unusualNumbers.append(start..<position) }
    }

    private mutating func readDigits() throws(Problem) -> Int {
        let start = position
        while let byte, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        guard position > start else { throw wrong("there should be a digit here") }
        return position - start
    }
}

/// Reading and writing plain decimal digits, for the codes of dates, periods and references.
package enum DigitParser {
    /// The number that a run of ASCII digits stands for.
    ///
    /// - Returns: `nil` where the run is empty, longer than nine digits, or holds anything else.
    package static func number(_ bytes: some Collection<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
        var value = 0
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }

    /// A number with leading zeros.
    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Decoder {
    /// Decodes a value that is written as one string, and reports the parser's own words where it is not right.
    package func decodeText<Value, Failure: Error>(_ parse: (String) throws(Failure) -> Value) throws -> Value {
        let container = try singleValueContainer()
        let text = try container.decode(String.self)
        do {
            return try parse(text)
        } catch {
            throw DecodingError.dataCorrupted(
                .init(codingPath: codingPath, debugDescription: "\(error)", underlyingError: error))
        }
    }
}

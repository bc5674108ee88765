/// Finds the first byte of a file that is not well-formed UTF-8, or is zero.
enum UTF8Check {
    /// The offset of the first byte that does not belong, or `nil` where all is well.
    static func firstProblem(in bytes: [UInt8], from start: Int) -> Int? {
        bytes.withUnsafeBytes { buffer in
            var index = start
            let count = buffer.count
            while index < count {
                // Eight bytes of ASCII at a time: with the high bit of each clear and no zero among them.
                while index + 8 <= count {
                    let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    let high: UInt64 = 0x8080_8080_8080_8080
                    guard word & high == 0, (word &- 0x0101_0101_0101_0101) & ~word & high == 0 else { break }
                    index += 8
                }
                guard index < count else { return nil }
                let length = sequenceLength(buffer, index)
                if length == 0 { return index }
                index += length
            }
            return nil
        }
    }

    /// The length of the character at an index, or 0 where there is none.
    private static func sequenceLength(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int {
        let lead = bytes[index]
        let (length, second): (Int, ClosedRange<UInt8>) =
            switch lead {
            case 0x01...0x7F: (1, 0x80...0xBF)
            case 0xC2...0xDF: (2, 0x80...0xBF)
            case 0xE0: (3, 0xA0...0xBF)
            case 0xED: (3, 0x80...0x9F)
            case 0xE1...0xEF: (3, 0x80...0xBF)
            case 0xF0: (4, 0x90...0xBF)
            case 0xF1...0xF3: (4, 0x80...0xBF)
            case 0xF4: (4, 0x80...0x8F)
            default: (0, 0x80...0xBF)
            }
        guard length > 1 else { return length }
        guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
        for offset in 2..<max(length, 2) where !(0x80...0xBF).contains(bytes[index + offset]) { return 0 }
        return length
    }
}

/// The characters of Windows-1252, which Excel writes where it is not asked for UTF-8.
///
/// Only ever shown as a guess.
enum WindowsCharacters {
    private static let special: [UInt8: Character] = [
        0x80: "€", 0x85: "…", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—", 0x99: "™",
    ]

    /// The character that a byte would be, where that is one that people type.
    static func character(for byte: UInt8) -> Character? {
        byte >= 0xA1 ? Character(Unicode.Scalar(byte)) : special[byte]
    }
}

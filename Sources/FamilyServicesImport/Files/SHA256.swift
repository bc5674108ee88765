/// The digest SHA-256 as FIPS 180-4 defines it.
///
/// Of the project's own, because neither the standard library nor FoundationEssentials has one, and a manifest of input
/// files is not worth a dependency.
enum SHA256 {
    /// The digest of some bytes in hexadecimal digits.
    ///
    /// O(bytes). The bytes are not copied.
    static func hexadecimalDigest(of bytes: [UInt8]) -> String {
        var state = State()
        bytes.withUnsafeBytes { buffer in
            let whole = buffer.count & ~63
            state.absorb(UnsafeRawBufferPointer(rebasing: buffer[..<whole]))
            // The rest, a bit to end it, and the length in bits in the last eight bytes of a block.
            var rest = [UInt8](buffer[whole...])
            rest.append(0x80)
            let padding = (rest.count > 56 ? 128 : 64) - 8 - rest.count
            rest.append(contentsOf: repeatElement(0, count: padding))
            let bits = UInt64(buffer.count) &* 8
            for shift in stride(from: 56, through: 0, by: -8) { rest.append(UInt8(truncatingIfNeeded: bits >> shift)) }
            rest.withUnsafeBytes { state.absorb($0) }
        }
        return state.hexadecimal
    }

    /// The eight words that the blocks are worked into.
    private struct State {
        private var words: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) = (
            0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19
        )

        /// Works blocks of 64 bytes in.
        mutating func absorb(_ blocks: UnsafeRawBufferPointer) {
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
                SHA256.constants.withUnsafeBufferPointer { constants in
                    var start = 0
                    while start + 64 <= blocks.count {
                        for index in 0..<16 {
                            schedule[index] = UInt32(
                                bigEndian: blocks.loadUnaligned(fromByteOffset: start + 4 * index, as: UInt32.self))
                        }
                        for index in 16..<64 {
                            let (early, late) = (schedule[index - 15], schedule[index - 2])
                            let first = rotate(early, 7) ^ rotate(early, 18) ^ (early >> 3)
                            let second = rotate(late, 17) ^ rotate(late, 19) ^ (late >> 10)
                            schedule[index] = schedule[index - 16] &+ first &+ schedule[index - 7] &+ second
                        }
                        mix(schedule, constants)
                        start += 64
                    }
                }
            }
        }

        @inline(__always)
        private mutating func mix(
            _ schedule: UnsafeMutableBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>
        ) {
            var (a, b, c, d, e, f, g, h) = words
            for index in 0..<64 {
                let first =
                    h &+ (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) &+ ((e & f) ^ (~e & g)) &+ constants[index]
                    &+ schedule[index]
                let second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ ((a & b) ^ (a & c) ^ (b & c))
                (h, g, f, e) = (g, f, e, d &+ first)
                (d, c, b, a) = (c, b, a, first &+ second)
            }
            words.0 &+= a
            words.1 &+= b
            words.2 &+= c
            words.3 &+= d
            words.4 &+= e
            words.5 &+= f
            words.6 &+= g
            words.7 &+= h
        }

        @inline(__always)
        private func rotate(_ word: UInt32, _ places: UInt32) -> UInt32 {
            (word >> places) | (word << (32 - places))
        }

        var hexadecimal: String {
            let all = [words.0, words.1, words.2, words.3, words.4, words.5, words.6, words.7]
            let digits = all.map { word in
                let text = String(word, radix: 16)
                return String(repeating: "0", count: 8 - text.utf8.count) + text
            }
            return digits.joined()
        }
    }

    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = [
        0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
        0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
        0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
        0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
        0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
        0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
        0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
        0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
    ]
}

/// The parts of a gzip member around its compressed data, as in RFC 1952.
enum GzipFormat {
    /// The first two bytes of every member.
    static let magic: [UInt8] = [0x1f, 0x8b]
    /// The compression method deflate, the only one there is.
    static let deflate: UInt8 = 8
    /// The size of the trailer: a checksum and a size.
    static let trailerCount = 8

    /// What the flags of a header announce.
    struct Flags: OptionSet {
        let rawValue: UInt8

        static let headerChecksum = Flags(rawValue: 1 << 1)
        static let extra = Flags(rawValue: 1 << 2)
        static let name = Flags(rawValue: 1 << 3)
        static let comment = Flags(rawValue: 1 << 4)
        /// Bits that must be zero.
        static let reserved = Flags(rawValue: 0b1110_0000)
    }

    /// A header without a name or time, from an unnamed operating system.
    static func header(level: Int) -> [UInt8] {
        let extraFlags: UInt8 =
            switch level {
            case 9: 2
            case 1: 4
            default: 0
            }
        return magic + [deflate, 0, 0, 0, 0, 0, extraFlags, 255]
    }

    /// The trailer of a member.
    static func trailer(checksum: UInt32, size: UInt32) -> [UInt8] {
        littleEndian(checksum) + littleEndian(size)
    }

    private static func littleEndian(_ number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}

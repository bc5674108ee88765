import CZlib

/// Reads the header of a gzip member byte by byte and keeps nothing of it.
struct HeaderReader {
    private enum Field {
        case fixed, extraCount, extra, name, comment, checksum, end
    }

    private static let fixedCount = 10

    /// How many bytes were taken.
    private(set) var count = 0

    private let isFirst: Bool
    private var field = Field.fixed
    /// How many bytes are left of a field of known size.
    private var left = fixedCount
    private var number = 0
    /// The fields that are still to come.
    private var flags = GzipFormat.Flags()
    private var checksum = crc32(0, nil, 0)

    /// - Parameter isFirst: Whether the input begins here; if not, anything else than a header is trailing data.
    init(isFirst: Bool) {
        self.isFirst = isFirst
    }

    /// Takes the next byte.
    ///
    /// - Parameters:
    ///   - byte: The byte.
    ///   - offset: Where it stands in the input.
    /// - Returns: Whether it was the last of the header.
    mutating func take(_ byte: UInt8, at offset: Int) throws(GzipError) -> Bool {
        if field != .checksum { withUnsafePointer(to: byte) { checksum = crc32(checksum, $0, 1) } }
        switch field {
        case .fixed:
            try check(byte, at: offset)
            left -= 1
            if left == 0 { beginNextField() }
        case .extraCount:
            addToNumber(byte)
            guard left == 0 else { break }
            if number == 0 {
                beginNextField()
            } else {
                field = .extra
                left = number
            }
        case .extra:
            left -= 1
            if left == 0 { beginNextField() }
        case .name, .comment:
            if byte == 0 { beginNextField() }
        case .checksum:
            addToNumber(byte)
            guard left == 0 else { break }
            guard number == Int(checksum & 0xffff) else {
                throw GzipError(
                    .headerChecksumMismatch, "the header does not agree with its checksum; the data is damaged.",
                    offset: offset)
            }
            beginNextField()
        case .end:
            break
        }
        count += 1
        return field == .end
    }

    /// Checks a byte of the part that every header has.
    private mutating func check(_ byte: UInt8, at offset: Int) throws(GzipError) {
        switch Self.fixedCount - left {
        case let index where index < GzipFormat.magic.count:
            guard byte != GzipFormat.magic[index] else { return }
            // The offset of the whole header: what stands there is something else.
            throw isFirst
                ? GzipError(.notGzip, "this is not gzip data, which would begin with 1F 8B.", offset: offset - index)
                : GzipError(
                    .trailingData, "after the last member comes something else; cut it off.", offset: offset - index)
        case 2:
            guard byte != GzipFormat.deflate else { return }
            throw GzipError(
                .unsupported, "the compression method is \(byte); only 8, deflate, is defined.", offset: offset)
        case 3:
            flags = GzipFormat.Flags(rawValue: byte)
            guard !flags.isDisjoint(with: .reserved) else { return }
            throw GzipError(.unsupported, "the header has flags that are not defined.", offset: offset)
        default:
            break
        }
    }

    private mutating func addToNumber(_ byte: UInt8) {
        number |= Int(byte) << (8 * (2 - left))
        left -= 1
    }

    /// Goes on to the next field that the flags announce.
    private mutating func beginNextField() {
        number = 0
        left = 2
        if flags.remove(.extra) != nil {
            field = .extraCount
        } else if flags.remove(.name) != nil {
            field = .name
        } else if flags.remove(.comment) != nil {
            field = .comment
        } else if flags.remove(.headerChecksum) != nil {
            field = .checksum
        } else {
            field = .end
        }
    }
}

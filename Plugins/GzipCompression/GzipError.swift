/// Why bytes could not be compressed or decompressed.
///
/// Messages name options, limits and places in the compressed bytes, never what the bytes hold.
public struct GzipError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What went wrong.
    ///
    /// The set is open: later versions may add codes.
    public struct Code: RawRepresentable, Sendable, Hashable {
        /// The name of the code.
        public let rawValue: String

        /// Names a code.
        ///
        /// - Parameter rawValue: The name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// An option is out of its range.
        public static let invalidOption = Code(rawValue: "invalid-option")
        /// The sink or reader was used after it was finished or had failed.
        public static let closed = Code(rawValue: "closed")
        /// Memory ran out.
        public static let outOfMemory = Code(rawValue: "out-of-memory")
        /// zlib refused something that should have been right.
        public static let library = Code(rawValue: "library")
        /// The input does not begin as gzip does.
        public static let notGzip = Code(rawValue: "not-gzip")
        /// The header asks for something that RFC 1952 does not define.
        public static let unsupported = Code(rawValue: "unsupported")
        /// The input ends before its last member does.
        public static let truncated = Code(rawValue: "truncated")
        /// The checksum of a header does not agree with the header.
        public static let headerChecksumMismatch = Code(rawValue: "header-checksum-mismatch")
        /// The compressed data cannot be decompressed.
        public static let damagedData = Code(rawValue: "damaged-data")
        /// The checksum of a member does not agree with its data.
        public static let checksumMismatch = Code(rawValue: "checksum-mismatch")
        /// The size in a member's trailer does not agree with its data.
        public static let sizeMismatch = Code(rawValue: "size-mismatch")
        /// Something that is no gzip member follows the last member.
        public static let trailingData = Code(rawValue: "trailing-data")
        /// The decompressed data is larger than the limit.
        public static let sizeLimitExceeded = Code(rawValue: "size-limit-exceeded")
    }

    /// What went wrong.
    public let code: Code
    /// A sentence for people, which says what would be right.
    public let message: String
    /// The name of the option, where one is concerned.
    public let option: String?
    /// How many bytes of the compressed input precede the fault, where there is a place.
    public let offset: Int?

    init(_ code: Code, _ message: String, option: String? = nil, offset: Int? = nil) {
        self.code = code
        self.message = message
        self.option = option
        self.offset = offset
    }

    /// The place and the message.
    public var description: String {
        if let option { return "Option “\(option)”: \(message)" }
        if let offset { return "Gzip data, byte \(offset): \(message)" }
        return message
    }

    static let outOfMemory = GzipError(
        .outOfMemory, "Memory ran out while data was compressed or decompressed; free some memory and try again.")

    static func library(_ function: String, _ result: Int32) -> GzipError {
        GzipError(.library, "zlib's \(function) returned \(result), which it should not for such a call.")
    }
}

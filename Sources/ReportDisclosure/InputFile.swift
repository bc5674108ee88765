/// A file from which a pack was read, with what tells it from every other.
///
/// A release note lists the files that a publication was made from, so that anyone can see later whether they were changed.
public struct InputFile: Sendable, Hashable, Codable {
    /// The name, relative to the folder of the pack.
    public let name: String
    /// How many bytes it has.
    public let byteCount: Int
    /// The SHA-256 digest of the bytes, as 64 hexadecimal digits in lower case, as `sha256sum` prints it.
    public let sha256: String

    /// Describes a file.
    ///
    /// - Parameters:
    ///   - name: The name, relative to the folder of the pack.
    ///   - byteCount: How many bytes it has.
    ///   - sha256: The SHA-256 digest in hexadecimal digits.
    public init(name: String, byteCount: Int, sha256: String) {
        self.name = name
        self.byteCount = byteCount
        self.sha256 = sha256
    }
}

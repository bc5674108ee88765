#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What tells one content of a file from another: its size and a checksum.
package struct Fingerprint: Sendable, Hashable {
    /// How many bytes there are.
    package private(set) var count = 0
    /// FNV-1a, 64 bits: it has to notice edits, not to withstand an attacker.
    package private(set) var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    /// The fingerprint of nothing.
    package init() {}

    /// The fingerprint of some bytes.
    package init(of bytes: [UInt8]) { add(bytes.span.bytes) }

    init(count: Int, hash: UInt64) { (self.count, self.hash) = (count, hash) }

    /// Takes more bytes in.
    package mutating func add(_ bytes: RawSpan) {
        bytes.withUnsafeBytes { bytes in
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        count += bytes.byteCount
    }

    /// The fingerprint of a file.
    ///
    /// - Returns: `nil` where there is no regular file that can be read.
    static func ofFile(at path: String) -> Fingerprint? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { _ = close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & mode_t(S_IFMT) == mode_t(S_IFREG) else { return nil }
        var fingerprint = Fingerprint()
        var isWhole = true
        withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { buffer in
            while true {
                let got = read(descriptor, buffer.baseAddress, buffer.count)
                if got > 0 {
                    fingerprint.add(UnsafeRawBufferPointer(rebasing: buffer[..<got]).bytes)
                } else if got == 0 || errno != EINTR {
                    isWhole = got == 0
                    return
                }
            }
        }
        return isWhole ? fingerprint : nil
    }
}

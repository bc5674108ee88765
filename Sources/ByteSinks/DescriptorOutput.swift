#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Writing to an open file descriptor.
enum DescriptorOutput {
    /// Writes all bytes, however many calls that takes.
    ///
    /// - Returns: The operating system's error number where it refused, otherwise `nil`.
    static func write(_ bytes: RawSpan, to descriptor: Int32) -> Int32? {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let part = UnsafeRawBufferPointer(rebasing: rest)
                #if canImport(Glibc)
                    let written = Glibc.write(descriptor, part.baseAddress, part.count)
                #elseif canImport(Musl)
                    let written = Musl.write(descriptor, part.baseAddress, part.count)
                #else
                    let written = Darwin.write(descriptor, part.baseAddress, part.count)
                #endif
                if written > 0 {
                    rest = rest.dropFirst(written)
                } else if written == 0 || errno != EINTR {
                    // No bytes and no error: what the number of the last error says is about something else.
                    return written == 0 ? EIO : errno
                }
            }
            return nil
        }
    }
}

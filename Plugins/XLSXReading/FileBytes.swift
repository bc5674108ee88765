#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads a file, but none that is larger than asked for.
package enum FileBytes {
    /// What came of it.
    package enum Outcome {
        case bytes([UInt8])
        /// The file has so many bytes.
        case tooLarge(Int)
        /// Why it cannot be read.
        case failure(String)
    }

    package static func read(_ path: String, atMost limit: Int) -> Outcome {
        guard !path.isEmpty, !path.utf8.contains(0) else { return .failure("that is no path") }
        // Without O_NONBLOCK a named pipe would be waited for.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return .failure(String(cString: strerror(errno))) }
        defer { _ = close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return .failure(String(cString: strerror(errno))) }
        switch status.st_mode & mode_t(S_IFMT) {
        case mode_t(S_IFREG): break
        case mode_t(S_IFDIR): return .failure("it is a folder")
        default: return .failure("it is a device or pipe")
        }
        let size = Int(status.st_size)
        guard size <= limit else { return .tooLarge(size) }
        var number: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size, let base = buffer.baseAddress {
                #if canImport(Glibc)
                    let got = Glibc.read(descriptor, base + count, size - count)
                #elseif canImport(Musl)
                    let got = Musl.read(descriptor, base + count, size - count)
                #elseif canImport(Darwin)
                    let got = Darwin.read(descriptor, base + count, size - count)
                #endif
                if got > 0 {
                    count += got
                } else if got == 0 {
                    return
                } else if errno != EINTR {
                    number = errno
                    return
                }
            }
        }
        guard number == 0 else { return .failure(String(cString: strerror(number))) }
        return bytes.count == size ? .bytes(bytes) : .failure("it changes while it is read")
    }
}

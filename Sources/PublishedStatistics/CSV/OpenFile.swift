#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A file that is open for reading, closed when nobody needs it any more.
final class OpenFile {
    private let descriptor: Int32
    private let name: String

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: Where it is.
    ///   - name: What messages call it.
    /// - Throws: ``PublishedFileError`` where it cannot be opened.
    init(_ path: String, name: String) throws(PublishedFileError) {
        // Without O_NONBLOCK a named pipe would be waited for.
        descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        self.name = name
        guard descriptor >= 0 else { throw .unreadable(file: name, reason: String(cString: strerror(errno))) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .unreadable(file: name, reason: "it is not a file")
        }
    }

    deinit { close(descriptor) }

    /// Reads on.
    ///
    /// - Parameter space: Where the bytes go.
    /// - Returns: How many there were; none at the end.
    /// - Throws: ``PublishedFileError`` where the system reports an error.
    func fill(_ space: UnsafeMutableRawBufferPointer) throws(PublishedFileError) -> Int {
        while true {
            let count = systemRead(descriptor, space)
            if count >= 0 { return count }
            guard errno == EINTR else { throw .unreadable(file: name, reason: String(cString: strerror(errno))) }
        }
    }
}

// A method of the same name would hide the system's.
private func systemRead(_ descriptor: Int32, _ space: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, space.baseAddress, space.count)
}

/// The names of what is in a folder, in order.
///
/// - Returns: `nil` where there is no such folder, or it cannot be read.
func namesInFolder(_ path: String) -> [String]? {
    guard !path.isEmpty, let directory = opendir(path) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
                String(cString: $0)
            }
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
}

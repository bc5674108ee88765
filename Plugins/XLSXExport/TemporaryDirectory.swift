import FamilyServicesKit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A directory for the files of one export that only their owner can read.
///
/// It goes when the value goes, or with the next export of the same user where the process was killed before.
struct TemporaryDirectory: ~Copyable {
    private let folder: TemporaryFolder

    var path: String { folder.path }

    init() throws(XLSXExportError) {
        var parent = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        if parent.isEmpty { parent = "/tmp" }
        while parent.utf8.count > 1, parent.hasSuffix("/") { parent.removeLast() }
        guard let folder = TemporaryFolder(in: parent) else {
            throw XLSXExportError(
                .temporaryFile,
                "No temporary directory could be made in “\(parent)” (system error \(errno)); set TMPDIR to a directory that "
                    + "may be written.")
        }
        self.folder = folder
    }

    deinit {
        // Every file in it was made by this export; the library removes its own unless it failed half-way.
        for name in AbandonedFiles.names(in: path) { _ = unlink(path + "/" + name) }
    }

    /// Reads a file whole.
    func contents(of file: String) throws(XLSXExportError) -> [UInt8] {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable() }
        defer { _ = close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unreadable() }
        let size = Int(status.st_size)
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let part = read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
                if part > 0 {
                    count += part
                } else if part == 0 || errno != EINTR {
                    break
                }
            }
        }
        guard bytes.count == size else { throw unreadable() }
        return bytes
    }

    private func unreadable() -> XLSXExportError {
        XLSXExportError(
            .temporaryFile,
            "The workbook could not be read back from the temporary directory (system error \(errno)); "
                + "check the disk that TMPDIR is on.")
    }
}

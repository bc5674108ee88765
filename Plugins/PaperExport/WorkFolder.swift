import FamilyServicesKit
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder for the files of one export that only their owner can read.
///
/// It goes when the value goes, or with the next export of the same user where the process was killed before.
struct WorkFolder: ~Copyable {
    let path: String
    /// Holds the lock by which others see that the folder is in use.
    private let descriptor: Int32

    init() throws(PaperExportError) {
        var parent = FileManager.default.temporaryDirectory.path
        while parent.utf8.count > 1, parent.hasSuffix("/") { parent.removeLast() }
        AbandonedFiles.remove(in: parent + "/")
        var made: (path: String, descriptor: Int32)?
        // A second try where another process took the new folder for one that was abandoned.
        for _ in 0..<8 where made == nil {
            guard let path = Self.make(in: parent) else { break }
            let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
            if descriptor >= 0, AbandonedFiles.claim(descriptor, at: path) {
                made = (path, descriptor)
            } else if descriptor >= 0 {
                _ = close(descriptor)
            }
        }
        guard let made else {
            throw PaperExportError(
                .temporaryFile,
                "No temporary folder could be made in “\(parent)” (system error \(errno)); set TMPDIR to a folder that may be "
                    + "written.")
        }
        (path, descriptor) = made
    }

    private static func make(in parent: String) -> String? {
        let path = (parent == "/" ? "" : parent) + "/" + TemporaryName.make(.directory)
        return TemporaryFiles.making(path) { mkdir(path, mode_t(0o700)) == 0 ? path : nil }
    }

    deinit {
        // Every file in it belongs to this export, also those that a program left which was stopped.
        try? FileManager.default.removeItem(atPath: path)
        TemporaryFiles.forget(path)
        _ = close(descriptor)
    }

    func file(_ name: String) -> String { path + "/" + name }

    func write(_ bytes: [UInt8], to name: String) throws(PaperExportError) {
        do {
            try Data(bytes).write(to: URL(filePath: file(name)))
        } catch {
            throw PaperExportError(
                .temporaryFile,
                "The temporary folder could not be written to (\(error)); make room on the disk that TMPDIR is on.")
        }
    }

    /// Reads a file whole.
    func contents(of name: String) throws(PaperExportError) -> [UInt8] {
        do {
            return [UInt8](try Data(contentsOf: URL(filePath: file(name))))
        } catch {
            throw PaperExportError(
                .temporaryFile,
                "The paper could not be read back from the temporary folder; check the disk that TMPDIR is on.")
        }
    }

    /// The end of a file that a program has written messages into; empty where there is none.
    func messages(in name: String) -> String {
        guard let data = try? Data(contentsOf: URL(filePath: file(name))) else { return "" }
        return String(decoding: data.suffix(4_000), as: UTF8.self)
    }
}

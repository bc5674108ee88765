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
    private let folder: TemporaryFolder

    var path: String { folder.path }

    init() throws(PaperExportError) {
        var parent = FileManager.default.temporaryDirectory.path
        while parent.utf8.count > 1, parent.hasSuffix("/") { parent.removeLast() }
        guard let folder = TemporaryFolder(in: parent) else {
            throw PaperExportError(
                .temporaryFile,
                "No temporary folder could be made in “\(parent)” (system error \(errno)); set TMPDIR to a folder that may be "
                    + "written.")
        }
        self.folder = folder
    }

    deinit {
        // Every file in it belongs to this export, also those that a program left which was stopped.
        try? FileManager.default.removeItem(atPath: path)
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

import ByteSinks
import FamilyServicesKit

/// Puts what was made in the place of what was read.
enum PackWriting {
    /// A file that is another than the one that was read.
    static func changed(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, .file,
            "The file has changed since it was read, so nothing was written; read the pack and compare again.",
            at: SourceLocation(file: path))
    }

    /// Puts files into the folder of a pack together: all of them or none.
    ///
    /// - Parameters:
    ///   - files: The names of the files and what they are to hold.
    ///   - folder: The folder, as it was read.
    static func replace(
        _ files: [(name: String, bytes: [UInt8])], in folder: PackFolder
    ) throws(PackFolderError) {
        let old = files.map { file in (file.name, try? folder.read(file.name, atMost: .max)) }
        let root = PackFolder.realPath(ofFolder: folder.path) ?? folder.path
        let changes = zip(files, old).map { file, old in
            FileTransaction.Change(
                path: folder.realPath(of: file.name) ?? (root.hasSuffix("/") ? root : root + "/") + file.name,
                old: old.1, new: file.bytes)
        }
        try replace(changes, in: root, named: folder.path) { () throws(PackFolderError) in
            for (name, bytes) in old where (try? folder.read(name, atMost: .max)) != bytes {
                throw PackFolderError(.changedMeanwhile, [changed(folder.path(of: name))])
            }
        }
    }

    /// Changes files together.
    static func replace(
        _ changes: [FileTransaction.Change], in root: String, named folder: String,
        check: () throws(PackFolderError) -> Void
    ) throws(PackFolderError) {
        do {
            try FileTransaction.replace(changes, in: root) { try check() }
        } catch let error as PackFolderError {
            throw error
        } catch {
            var code = PackFolderError.Code.writing
            if let failure = error as? FileTransaction.Failure {
                switch failure {
                case .writing, .busy: break
                case .unfinished, .changedSince, .damagedJournal: code = .unfinished
                }
            }
            throw PackFolderError(
                code, [Diagnostic(.error, .file, "\(error)", at: SourceLocation(file: folder))])
        }
    }

    /// Puts a workbook in the place of the one that was read.
    static func replace(
        _ book: EditedBook, with bytes: [UInt8], _ limits: ImportLimits
    ) throws(PackFolderError) {
        // A link is followed, as it was to read.
        let path = PackFolder.realPath(ofFolder: book.path) ?? book.path
        do {
            var sink = try FileSink(path: path)
            try sink.write(bytes)
            guard (try? PackFolder.readFile(path, atMost: limits.workbookBytes)) == book.bytes else {
                throw PackFolderError(.changedMeanwhile, [changed(book.path)])
            }
            try sink.finish()
        } catch let error as PackFolderError {
            throw error
        } catch {
            throw PackFolderError(
                .writing, [Diagnostic(.error, .file, "\(error)", at: SourceLocation(file: book.path))])
        }
    }
}

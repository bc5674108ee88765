import FamilyServicesKit

/// Puts several files in the place of others, all or none.
enum FileReplacement {
    /// A file with what it is to hold.
    struct File {
        let path: String
        /// What it holds now; `nil` where there is none.
        let old: [UInt8]?
        let new: [UInt8]
    }

    /// Writes all files beside the old ones, and then puts each in its place.
    ///
    /// - Parameters:
    ///   - files: The files.
    ///   - check: Called when all have been written and none has been put in its place.
    static func replace(
        _ files: [File], check: () throws(PackFolderError) -> Void
    ) throws(PackFolderError) {
        var done: [File] = []
        do throws(PackFolderError) {
            try write(files[...], done: &done, check: check)
        } catch {
            let stuck = done.filter { !restore($0) }
            guard !stuck.isEmpty else { throw error }
            throw PackFolderError(
                error.code,
                error.diagnostics
                    + stuck.map {
                        problem("The file holds the new content and could not be put back as it was.", $0.path)
                    })
        }
    }

    /// Writes the first file and all others, and then puts the first in its place.
    private static func write(
        _ files: ArraySlice<File>, done: inout [File], check: () throws(PackFolderError) -> Void
    ) throws(PackFolderError) {
        guard let file = files.first else { return try check() }
        // What is thrown inside goes out as it is; the sink's own errors say which file they are about.
        var inner: PackFolderError?
        do {
            var sink = try FileSink(path: file.path)
            try sink.write(file.new)
            do throws(PackFolderError) {
                try write(files.dropFirst(), done: &done, check: check)
            } catch {
                inner = error
                throw error
            }
            try sink.finish()
            done.append(file)
        } catch {
            throw inner ?? PackFolderError(.writing, [problem("The file cannot be written: \(error)", file.path)])
        }
    }

    /// Puts a file back as it was.
    private static func restore(_ file: File) -> Bool {
        guard let old = file.old else { return FileRemoval.remove(file.path) }
        do {
            var sink = try FileSink(path: file.path)
            try sink.write(old)
            try sink.finish()
            return true
        } catch {
            return false
        }
    }

    private static func problem(_ message: String, _ path: String) -> Diagnostic {
        Diagnostic(.error, .file, message, at: SourceLocation(file: path))
    }
}

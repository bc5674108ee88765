package import Foundation

/// Where the files of this repository are.
package enum Repository {
    package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A file by its path in the repository.
    package static func file(_ path: String) -> URL { root.appending(path: path) }

    /// A file by its path from the folder of a source file.
    package static func file(_ path: String, beside source: String) -> URL {
        URL(filePath: source).deletingLastPathComponent().appending(path: path)
    }
}

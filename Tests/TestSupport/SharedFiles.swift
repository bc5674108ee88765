package import Foundation

/// Files that several tests look at and that are made once in a process.
package enum SharedFiles {
    /// Where they are, until the process ends.
    package static let folder: URL = {
        let url = FileManager.default.temporaryDirectory.appending(path: "fsk-shared-\(UUID().uuidString)")
        try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(at: SharedFiles.folder) }
        return url
    }()

    /// The path of a file, which is made now if it was not before.
    ///
    /// - Parameters:
    ///   - name: Its name, the same for everybody who needs a file with this content.
    ///   - write: Writes it to a path.
    package static func path(_ name: String, write: @escaping @Sendable (String) throws -> Void) throws -> String {
        try files(Order(name: name, write: write))
    }

    private struct Order: Hashable, Sendable {
        let name: String
        let write: @Sendable (String) throws -> Void

        static func == (one: Order, other: Order) -> Bool { one.name == other.name }
        func hash(into hasher: inout Hasher) { hasher.combine(name) }
    }

    private static let files = Once<Order, String> { order in
        let path = folder.appending(path: order.name).path
        try order.write(path)
        return path
    }
}

import Foundation
import PublishedStatistics

/// The folder with published statistics that FSK_PUBLISHED_DATA names; they are tried in place and never copied.
enum PublishedFiles {
    static let path = ProcessInfo.processInfo.environment["FSK_PUBLISHED_DATA"] ?? ""
    static let answers = "scorecard_values.csv"
    static let isThere = FileManager.default.fileExists(atPath: path + "/" + answers)
    static let why = "needs the published files; FSK_PUBLISHED_DATA names their folder"

    /// The figures of every line of the catalogue for every area, read once.
    static let figures = Result { try PublishedFolder(path: path).figures(for: StandardIndicator.lines) }

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: path + "/" + name)))
    }
}

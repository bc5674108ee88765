import FamilyServicesKit
import Foundation
import TestSupport
import Testing

/// A disk of one megabyte in memory.
enum SmallDisk {
    static let isPossible: Bool = geteuid() == 0 && (try? use { _ in true }) == true
    static let advice: Comment = "needs to mount a disk in memory, which only root may"
    static let size = 1 << 20

    /// Mounts a disk for as long as the body runs.
    ///
    /// - Parameters:
    ///   - files: How many files and directories it takes, its own included; by default as many as fit.
    ///   - body: Is given the path.
    static func use<Result>(files: Int? = nil, _ body: (String) throws -> Result) throws -> Result {
        try withTemporaryDirectory { directory in
            let limit = files.map { ",nr_inodes=\($0)" } ?? ""
            _ = try Program(named: "mount").output(["-t", "tmpfs", "-o", "size=\(size)\(limit)", "tmpfs", directory])
            // Without files for what it prints: they would be on this disk where the body made it the temporary one.
            defer { (try? Program(named: "umount").start([directory]))?.waitUntilExit() }
            return try body(directory)
        }
    }

    /// Fills a disk with a file “ballast” until so many bytes are left.
    static func leave(_ bytes: Int, on disk: String) throws {
        let ballast = disk + "/ballast"
        unlink(ballast)
        var status = statvfs()
        try #require(statvfs(disk, &status) == 0)
        let free = Int(status.f_bavail) * Int(status.f_frsize)
        try Data(count: max(free - bytes, 0)).write(to: URL(fileURLWithPath: ballast))
    }

    static func names(_ directory: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
    }

    /// A table that needs about 300 bytes for a row while it is written.
    static func publication(rows: Int) throws -> Publication {
        try Sample.publication(
            columns: (0..<6).map { TableColumn("Column \($0)") },
            rows: (0..<rows).map { row in
                (0..<6).map { Cell(.text("Secret \(row &* 2_654_435_761 % 1_000_003) \($0 &* row)")) }
            })
    }
}

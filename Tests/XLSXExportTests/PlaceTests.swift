import FamilyServicesKit
import Foundation
import TestSupport
import Testing
@testable import XLSXExport

@Suite("Where the workbook is to stand")
struct PlaceTests {
    /// Something that happens to the target while the workbook is made.
    struct Event: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var code: FileSinkError.Code
        /// What is done in the directory of the target.
        var happen: @Sendable (String) throws -> Void
        /// What is in the directory afterwards; `nil` where it is gone.
        var left: [String]?
    }

    static let events = [
        Event(
            testDescription: "the target becomes a directory", code: .isDirectory,
            happen: {
                try FileManager.default.removeItem(atPath: $0 + "/book.xlsx")
                try FileManager.default.createDirectory(atPath: $0 + "/book.xlsx", withIntermediateDirectories: false)
            }, left: ["book.xlsx"]),
        Event(
            testDescription: "the target becomes a link", code: .isSymbolicLink,
            happen: {
                try FileManager.default.moveItem(atPath: $0 + "/book.xlsx", toPath: $0 + "/other.xlsx")
                try FileManager.default.createSymbolicLink(
                    atPath: $0 + "/book.xlsx", withDestinationPath: $0 + "/other.xlsx")
            }, left: ["book.xlsx", "other.xlsx"]),
        Event(
            testDescription: "the target becomes a pipe", code: .notRegularFile,
            happen: {
                try FileManager.default.removeItem(atPath: $0 + "/book.xlsx")
                try #require(mkfifo($0 + "/book.xlsx", 0o600) == 0)
            }, left: ["book.xlsx"]),
        Event(
            testDescription: "the directory is removed", code: .noSuchDirectory,
            happen: { try FileManager.default.removeItem(atPath: $0) }, left: nil),
        Event(
            testDescription: "the directory becomes a file", code: .noSuchDirectory,
            happen: {
                try FileManager.default.removeItem(atPath: $0)
                try Data().write(to: URL(fileURLWithPath: $0))
            }, left: nil),
    ]

    @Test("What happens there while it is made is a typed error that leaves things as they are", arguments: events)
    func happens(_ event: Event) throws {
        try withTemporaryDirectory { parent in
            let directory = parent + "/reports"
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: false)
            try Data("old".utf8).write(to: URL(fileURLWithPath: directory + "/book.xlsx"))
            let happened = FailureTests.Locked(false)
            let context = ExportContext(progress: { _ in
                happened.withLock { isDone in
                    if !isDone { #expect(throws: Never.self) { try event.happen(directory) } }
                    isDone = true
                }
            })
            let error = try #require(throws: FileSinkError.self) {
                try XLSXExporter().write(Sample.report(), toFile: directory + "/book.xlsx", context: context)
            }
            #expect(error.code == event.code)
            #expect(error.path == directory + "/book.xlsx")
            let left = try? FileManager.default.contentsOfDirectory(atPath: directory).sorted()
            #expect(left == event.left)
            if let other = event.left?.last, other == "other.xlsx" {
                #expect(try Data(contentsOf: URL(fileURLWithPath: directory + "/" + other)) == Data("old".utf8))
            }
        }
    }

    @Test(
        "Who may not write there gets a typed error, and whoever may replaces a file that is read-only when that is asked for",
        .enabled(if: geteuid() == 0, "only root can become somebody else"))
    func permissions() async {
        // In a process of its own, which becomes somebody else.
        await #expect(processExitsWith: .success) {
            try withTemporaryDirectory { directory in
                let report = try Sample.report()
                for (name, mode) in [("closed", 0o555), ("unseen", 0o300), ("shut", 0o000), ("mine", 0o700)] {
                    let path = directory + "/" + name
                    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
                    try Data("old".utf8).write(to: URL(fileURLWithPath: path + "/book.xlsx"))
                    try #require(
                        chmod(path + "/book.xlsx", 0o444) == 0 && chown(path + "/book.xlsx", 4_321, 4_321) == 0)
                    try #require(chown(path, 4_321, 4_321) == 0 && chmod(path, mode_t(mode)) == 0)
                }
                try #require(chmod(directory, 0o755) == 0)
                // Whoever it is may write temporary files, as in /tmp.
                let temporary = directory + "/temporary"
                try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: false)
                try #require(chmod(temporary, 0o1777) == 0)
                setenv("TMPDIR", temporary, 1)
                try #require(setegid(4_321) == 0 && seteuid(4_321) == 0)
                for name in ["closed", "shut"] {
                    let error = try #require(throws: FileSinkError.self) {
                        var sink = try FileSink(path: "\(directory)/\(name)/book.xlsx", replacingReadOnly: true)
                        try XLSXExporter().export(report, to: &sink, context: ExportContext())
                        try sink.finish()
                    }
                    try #require(error.code == .permissionDenied)
                }
                for name in ["mine", "unseen"] {
                    let path = "\(directory)/\(name)/book.xlsx"
                    let error = try #require(throws: FileSinkError.self) {
                        try XLSXExporter().write(report, toFile: path)
                    }
                    try #require(error.code == .readOnly)
                    var sink = try FileSink(path: path, replacingReadOnly: true)
                    try XLSXExporter().export(report, to: &sink, context: ExportContext())
                    try sink.finish()
                }
                // A temporary directory that may not be written.
                setenv("TMPDIR", directory + "/closed", 1)
                let error = try #require(throws: XLSXExportError.self) { try XLSXExporter().data(report) }
                try #require(error.code == .temporaryFile)
                try #require(seteuid(0) == 0 && setegid(0) == 0)
                for name in ["closed", "shut", "mine", "unseen"] {
                    try #require(try SmallDisk.names(directory + "/" + name) == ["book.xlsx"])
                    let data = try Data(contentsOf: URL(fileURLWithPath: "\(directory)/\(name)/book.xlsx"))
                    try #require((data == Data("old".utf8)) == ["closed", "shut"].contains(name))
                }
            }
        }
    }

    @Test("A temporary directory that is missing, a file, or emptied while the workbook is made is a typed error")
    func temporaryDirectory() async {
        await #expect(processExitsWith: .success) {
            try withTemporaryDirectory { directory in
                let report = try Sample.report()
                try Data().write(to: URL(fileURLWithPath: directory + "/file"))
                for path in ["/no/such/directory", directory + "/file", "/dev/null"] {
                    setenv("TMPDIR", path, 1)
                    let error = try #require(throws: XLSXExportError.self) { try XLSXExporter().data(report) }
                    try #require(error.code == .temporaryFile)
                    try #require(error.message.contains(path))
                }
                setenv("TMPDIR", directory, 1)
                let context = ExportContext(progress: { _ in
                    for name in (try? SmallDisk.names(directory)) ?? [] where name.hasPrefix(".fsk-") {
                        try? FileManager.default.removeItem(atPath: directory + "/" + name)
                    }
                })
                let error = try #require(throws: XLSXExportError.self) {
                    try XLSXExporter().data(report, context: context)
                }
                try #require(error.code == .temporaryFile)
                try #require(try SmallDisk.names(directory) == ["file"])
                // With slashes at its end, and when it is not named at all.
                setenv("TMPDIR", directory + "//", 1)
                let whole = try XLSXExporter().data(report)
                unsetenv("TMPDIR")
                try #require(try XLSXExporter().data(report) == whole)
            }
        }
    }
}

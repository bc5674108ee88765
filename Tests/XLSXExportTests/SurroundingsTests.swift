@testable import FamilyServicesKit
import Foundation
import Testing
@testable import XLSXExport

/// Disks and locales are of a whole process, so each test runs in one of its own.
@Suite("Whatever the disk and the locale")
struct SurroundingsTests {
    @Test(
        "A full temporary disk gives a typed error and leaves neither files nor words of cells behind",
        .enabled(if: SmallDisk.isPossible, SmallDisk.advice))
    func fullTemporaryDisk() async throws {
        let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            try SmallDisk.use { disk in
                let target = NSTemporaryDirectory() + "/full-\(UUID().uuidString).xlsx"
                setenv("TMPDIR", disk, 1)
                try Data("old".utf8).write(to: URL(fileURLWithPath: target))
                defer { try? FileManager.default.removeItem(atPath: target) }
                // Of different sizes, so that the disk fills at different moments.
                for rows in [4_000, 9_000, 30_000] {
                    let error = try #require(throws: XLSXExportError.self) {
                        try XLSXExporter().write(SmallDisk.publication(rows: rows), toFile: target)
                    }
                    try #require([.temporaryFile, .incompleteWorkbook].contains(error.code))
                    try #require(try FileManager.default.contentsOfDirectory(atPath: disk).isEmpty)
                    try #require(try Data(contentsOf: URL(fileURLWithPath: target)) == Data("old".utf8))
                }
            }
        }
        let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(!words.contains("Secret"))
    }

    @Test(
        "A full or read-only target disk gives the sink's error and keeps the old file",
        .enabled(if: SmallDisk.isPossible, SmallDisk.advice))
    func fullTarget() async throws {
        await #expect(processExitsWith: .success) {
            try SmallDisk.use { disk in
                let path = disk + "/book.xlsx"
                try Data("old".utf8).write(to: URL(fileURLWithPath: path))
                let publication = try SmallDisk.publication(rows: 30_000)
                try #require(throws: FileSinkError.self) { try XLSXExporter().write(publication, toFile: path) }
                try #require(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("old".utf8))
                try #require(try FileManager.default.contentsOfDirectory(atPath: disk) == ["book.xlsx"])
                try #require(try SmallDisk.run("mount", "-o", "remount,ro", disk) == 0)
                try #require(throws: FileSinkError.self) { try XLSXExporter().write(Sample.report(), toFile: path) }
                try #require(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("old".utf8))
            }
        }
    }

    @Test("A target that becomes a directory while the workbook is made is left alone")
    func targetReplaced() throws {
        try withTemporaryDirectory { directory in
            let path = directory + "/book.xlsx"
            let context = ExportContext(progress: { _ in
                try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            })
            let error = try #require(throws: FileSinkError.self) {
                try XLSXExporter().write(Sample.report(), toFile: path, context: context)
            }
            #expect(error.code == .isDirectory)
            #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == ["book.xlsx"])
        }
    }

    @Test("A temporary directory that is not there is a typed error")
    func noTemporaryDirectory() async {
        await #expect(processExitsWith: .success) {
            setenv("TMPDIR", "/no/such/directory", 1)
            let report = try Sample.report()
            let error = try #require(throws: XLSXExportError.self) { try XLSXExporter().data(report) }
            try #require(error.code == .temporaryFile)
        }
    }

    @Test(
        "A locale with a decimal comma changes no byte, and an export says nothing on standard error",
        .enabled(if: GermanLocale.isPossible, "needs localedef and the source of the locale de_DE"))
    func locale() async throws {
        let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            let publication = try SampleChart.publication(
                SampleChart.section(
                    [SampleChart.lines(), SampleChart.bars()], extra: Sample.dashboard(rows: 20).blocks))
            let plain = try XLSXExporter().data(publication)
            try GermanLocale.use {
                try #require(localeconv().pointee.decimal_point.pointee == CChar(bitPattern: UInt8(ascii: ",")))
                try #require(try XLSXExporter().data(publication) == plain)
            }
        }
        let said = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(!said.contains("[ERROR]") && !said.contains("[WARNING]"), "\(said)")
    }
}

/// A disk of one megabyte.
enum SmallDisk {
    static let isPossible: Bool = geteuid() == 0 && (try? use { _ in true }) == true
    static let advice: Comment = "needs to mount a disk in memory, which only root may"

    static func use<Result>(_ body: (String) throws -> Result) throws -> Result {
        try withTemporaryDirectory { directory in
            try #require(try run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", directory) == 0)
            defer { _ = try? run("umount", directory) }
            return try body(directory)
        }
    }

    static func run(_ arguments: String...) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// A table that needs several megabytes.
    static func publication(rows: Int) throws -> Publication {
        try Sample.publication(
            columns: (0..<6).map { TableColumn("Column \($0)") },
            rows: (0..<rows).map { row in
                (0..<6).map { Cell(.text("Secret \(row &* 2_654_435_761 % 1_000_003) \($0 &* row)")) }
            })
    }
}

/// The locale of Germany, made for the test where the machine does not have it.
enum GermanLocale {
    static let isPossible =
        FileManager.default.fileExists(atPath: "/usr/share/i18n/locales/de_DE")
        && FileManager.default.isExecutableFile(atPath: "/usr/bin/localedef")

    static func use(_ body: () throws -> Void) throws {
        try withTemporaryDirectory { directory in
            _ = try SmallDisk.run("localedef", "-i", "de_DE", "-f", "UTF-8", directory + "/de_DE.UTF-8")
            setenv("LOCPATH", directory, 1)
            try #require(setlocale(LC_ALL, "de_DE.UTF-8") != nil)
            defer { setlocale(LC_ALL, "C") }
            try body()
        }
    }
}

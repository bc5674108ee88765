import FamilyServicesKit
import Foundation
import TestSupport
import Testing
@testable import XLSXExport

/// The temporary directory is of a whole process, so each test runs in one of its own.
@Suite("On a disk that fills", .slow, .enabled(if: SmallDisk.isPossible, SmallDisk.advice))
struct DiskTests {
    @Test("Whatever room the temporary disk has, the workbook is whole or the old one stays, and the error is typed")
    func temporaryDisk() async throws {
        let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            try withTemporaryDirectory { directory in
                try SmallDisk.use { disk in
                    let publication = try SmallDisk.publication(rows: 2_000)
                    let whole = Data(try XLSXExporter().data(publication))
                    setenv("TMPDIR", disk, 1)
                    let target = directory + "/book.xlsx"
                    var written: Set<Bool> = []
                    let steps = TestSize.count(16)
                    for step in 0..<steps {
                        try SmallDisk.leave(step * SmallDisk.size / (steps - 1), on: disk)
                        try Data("old".utf8).write(to: URL(fileURLWithPath: target))
                        do {
                            try XLSXExporter().write(publication, toFile: target)
                            try #require(try Data(contentsOf: URL(fileURLWithPath: target)) == whole)
                            written.insert(true)
                        } catch let error as XLSXExportError {
                            try #require([.temporaryFile, .incompleteWorkbook].contains(error.code))
                            try #require(try Data(contentsOf: URL(fileURLWithPath: target)) == Data("old".utf8))
                            written.insert(false)
                        }
                        try #require(try SmallDisk.names(disk) == ["ballast"])
                        try #require(try SmallDisk.names(directory) == ["book.xlsx"])
                    }
                    try #require(written == [true, false])
                }
            }
        }
        try expectPathsAlone(result)
    }

    @Test("A temporary disk that is full now and then never gives a workbook with a hole in it")
    func fullNowAndThen() async throws {
        let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            try SmallDisk.use { disk in
                let publication = try SmallDisk.publication(rows: 500)
                let whole = try XLSXExporter().data(publication)
                setenv("TMPDIR", disk, 1)
                let isDone = FailureTests.Locked(false)
                let ballast = disk + "/ballast"
                // Takes the whole disk and gives it back, again and again.
                Thread.detachNewThread {
                    let descriptor = open(ballast, O_RDWR | O_CREAT, 0o600)
                    var step: useconds_t = 0
                    while !isDone.withLock({ $0 }) {
                        step = (step + 337) % 3_000
                        _ = posix_fallocate(descriptor, 0, off_t(SmallDisk.size))
                        usleep(200 + step)
                        _ = ftruncate(descriptor, 0)
                        usleep(200 + step)
                    }
                    close(descriptor)
                }
                var failures = 0
                for _ in 0..<TestSize.count(30) {
                    do {
                        try #require(try XLSXExporter().data(publication) == whole)
                    } catch let error as XLSXExportError {
                        try #require([.temporaryFile, .incompleteWorkbook].contains(error.code))
                        failures += 1
                    }
                }
                isDone.withLock { $0 = true }
                try #require(failures > 0)
                try #require(try SmallDisk.names(disk) == ["ballast"])
            }
        }
        try expectPathsAlone(result)
    }

    @Test("Whatever room the target's disk has, the new file is there whole or the old one stays")
    func targetDisk() async {
        await #expect(processExitsWith: .success) {
            try SmallDisk.use { disk in
                let publication = try SmallDisk.publication(rows: 1_500)
                let steps = TestSize.count(10)
                let whole = Data(try XLSXExporter().data(publication))
                let path = disk + "/book.xlsx"
                var written: Set<Bool> = []
                for step in 0..<steps {
                    try Data("old".utf8).write(to: URL(fileURLWithPath: path))
                    try SmallDisk.leave(step * (whole.count + 65_536) / (steps - 1), on: disk)
                    do {
                        try XLSXExporter().write(publication, toFile: path)
                        try #require(try Data(contentsOf: URL(fileURLWithPath: path)) == whole)
                        written.insert(true)
                    } catch let error as FileSinkError {
                        try #require(error.code == .noSpace)
                        try #require(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("old".utf8))
                        written.insert(false)
                    }
                    try #require(try SmallDisk.names(disk) == ["ballast", "book.xlsx"])
                }
                try #require(written == [true, false])
                _ = try Program(named: "mount").output(["-o", "remount,ro", disk])
                let error = try #require(throws: FileSinkError.self) {
                    try XLSXExporter().write(Sample.report(), toFile: path)
                }
                try #require(error.code == .permissionDenied)
                try #require(try Data(contentsOf: URL(fileURLWithPath: path)) == whole)
            }
        }
    }

    @Test("A disk that takes no more files, however many it has, is a typed error")
    func noMoreFiles() async throws {
        let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            let report = try Sample.report()
            let whole = Data(try XLSXExporter().data(report))
            var written: [Bool] = []
            for files in 1...8 {
                try SmallDisk.use(files: files) { disk in
                    setenv("TMPDIR", disk, 1)
                    defer { unsetenv("TMPDIR") }
                    do {
                        try XLSXExporter().write(report, toFile: disk + "/book.xlsx")
                        try #require(try Data(contentsOf: URL(fileURLWithPath: disk + "/book.xlsx")) == whole)
                        written.append(true)
                    } catch {
                        try #require(error is XLSXExportError || error is FileSinkError)
                        try #require(try SmallDisk.names(disk).isEmpty)
                        written.append(false)
                    }
                }
            }
            try #require(written.first == false && written.last == true)
        }
        try expectPathsAlone(result)
    }

    /// libxlsxwriter itself says where it could not write; nobody can stop it, but it must not say what.
    private func expectPathsAlone(_ result: ExitTest.Result?) throws {
        let said = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
        #expect(!said.contains("Secret"))
        for line in said.split(separator: "\n") where line.contains("[ERROR]") || line.contains("[WARNING]") {
            let hasPath = line.hasPrefix("[ERROR] workbook_close(): ") && line.contains("/.fsk-")
            #expect(hasPath || line.hasSuffix("Error in closing member in the zipfile"))
        }
    }
}

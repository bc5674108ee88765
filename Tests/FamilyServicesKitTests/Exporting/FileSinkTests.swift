import FamilyServicesKit
import Foundation
import TestSupport
import Testing

@Suite("A file is written whole or not at all")
struct FileSinkTests {
    private func withDirectory(_ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.path + "/sink-tests-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer {
            _ = chmod(path, 0o700)
            try? FileManager.default.removeItem(atPath: path)
        }
        try body(path)
    }

    private func names(_ directory: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
    }

    private func mode(_ path: String) throws -> Int {
        let value = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        return try #require((value as? NSNumber)?.intValue)
    }

    /// Makes a sink that is expected to be refused.
    private func refusal(_ path: String) -> FileSinkError? {
        do {
            _ = try FileSink(path: path)
            return nil
        } catch {
            return error
        }
    }

    @Test("A finished file holds what was written, and nothing else is left behind")
    func writes() throws {
        try withDirectory { directory in
            let path = directory + "/report.txt"
            var sink = try FileSink(path: path)
            try sink.write("one ")
            try sink.write([UInt8](repeating: 65, count: 1_000_000))
            #expect(try names(directory).count == 1)
            #expect(!FileManager.default.fileExists(atPath: path))
            try sink.finish()
            #expect(try names(directory) == ["report.txt"])
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == 1_000_004)
        }
    }

    @Test("The file in the making is private")
    func privateWhileWriting() throws {
        try withDirectory { directory in
            var sink = try FileSink(path: directory + "/report.txt")
            try sink.write("secret")
            #expect(try mode(directory + "/" + names(directory)[0]) == 0o600)
            try sink.finish()
        }
    }

    @Test("A sink that goes away unfinished leaves the old file and no other")
    func abandoned() throws {
        try withDirectory { directory in
            let path = directory + "/report.txt"
            try Data("old".utf8).write(to: URL(fileURLWithPath: path))
            do {
                var sink = try FileSink(path: path)
                try sink.write("new")
            }
            #expect(try names(directory) == ["report.txt"])
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("old".utf8))
        }
    }

    @Test("A file that is to be read alone is replaced only where that is asked for")
    func readOnly() throws {
        try withDirectory { directory in
            let path = directory + "/report.txt"
            try Data("old".utf8).write(to: URL(fileURLWithPath: path))
            try #require(chmod(path, 0o444) == 0)
            #expect(FileSink.isReadOnly(path))
            #expect(refusal(path)?.code == .readOnly)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
            #expect(try names(directory) == ["report.txt"])
        }
    }

    #if os(Linux)
        @Test("An existing file keeps what is noted on it")
        func keepsAttributes() throws {
            try withDirectory { directory in
                let path = directory + "/report.txt"
                try Data("old".utf8).write(to: URL(fileURLWithPath: path))
                let setting = ["-c", "import os, sys; os.setxattr(sys.argv[1], 'user.fsk.label', b'draft')", path]
                // Not every file system has notes.
                guard try Program.python.run(setting).exitCode == 0 else { return }
                var sink = try FileSink(path: path)
                try sink.write("new")
                try sink.finish()
                let reading = ["-c", "import os, sys; print(os.getxattr(sys.argv[1], 'user.fsk.label'))", path]
                #expect(try Program.python.run(reading).output == "b'draft'\n")
            }
        }
    #endif

    @Test("An existing file keeps its permissions", arguments: [0o600, 0o640, 0o664, 0o444])
    func keepsPermissions(_ permissions: Int) throws {
        try withDirectory { directory in
            let path = directory + "/report.txt"
            try Data("old".utf8).write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
            var sink = try FileSink(path: path, replacingReadOnly: true)
            try sink.write("new")
            try sink.finish()
            #expect(try mode(path) == permissions)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("new".utf8))
        }
    }

    @Test("A new file gets the permissions that any new file gets")
    func defaultPermissions() throws {
        try withDirectory { directory in
            try #require(FileManager.default.createFile(atPath: directory + "/other", contents: nil))
            let descriptor = open(directory + "/plain", O_CREAT | O_WRONLY, 0o666)
            close(descriptor)
            var sink = try FileSink(path: directory + "/report.txt")
            try sink.finish()
            #expect(try mode(directory + "/report.txt") == mode(directory + "/plain"))
        }
    }

    @Test("A directory, a symbolic link and a missing directory are errors that say what to do")
    func refusals() throws {
        try withDirectory { directory in
            try FileManager.default.createDirectory(atPath: directory + "/sub", withIntermediateDirectories: false)
            try Data("x".utf8).write(to: URL(fileURLWithPath: directory + "/file"))
            try FileManager.default.createSymbolicLink(
                atPath: directory + "/link", withDestinationPath: directory + "/file")
            try FileManager.default.createSymbolicLink(
                atPath: directory + "/dangling", withDestinationPath: directory + "/nothing")
            let cases: [(String, FileSinkError.Code)] = [
                ("/sub", .isDirectory), ("/sub/", .isDirectory), ("/new/", .isDirectory), ("/link", .isSymbolicLink),
                ("/dangling", .isSymbolicLink), ("/none/report", .noSuchDirectory), ("/file/report", .noSuchDirectory),
            ]
            for (name, code) in cases {
                let error = refusal(directory + name)
                #expect(error?.code == code, "\(name)")
                #expect(error?.path == directory + name)
                #expect(error?.description.contains(directory + name) == true)
            }
            #expect(refusal("")?.code == .invalidPath)
            #expect(refusal("a\u{0}b")?.code == .invalidPath)
            #expect(refusal("/dev/null")?.code == .notRegularFile)
            #expect(try names(directory) == ["dangling", "file", "link", "sub"])
            #expect(try Data(contentsOf: URL(fileURLWithPath: directory + "/file")) == Data("x".utf8))
        }
    }

    @Test("A directory that may not be written is an error", .disabled(if: geteuid() == 0, "root may write everywhere"))
    func readOnlyDirectory() throws {
        try withDirectory { directory in
            _ = chmod(directory, 0o500)
            #expect(refusal(directory + "/report.txt")?.code == .permissionDenied)
        }
    }

    @Test("A link that was put in place while writing is not followed")
    func linkAppears() throws {
        try withDirectory { directory in
            let path = directory + "/report.txt"
            var sink = try FileSink(path: path)
            try sink.write("new")
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: directory + "/elsewhere")
            var code: FileSinkError.Code?
            do { try sink.finish() } catch { code = (error as? FileSinkError)?.code }
            #expect(code == .isSymbolicLink)
            #expect(try names(directory) == ["report.txt"])
        }
    }

    @Test("A directory that was made there while writing is an error, and the file in the making is gone")
    func directoryAppears() throws {
        try withDirectory { directory in
            let path = directory + "/report.txt"
            var sink = try FileSink(path: path)
            try sink.write("new")
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            var code: FileSinkError.Code?
            do { try sink.finish() } catch { code = (error as? FileSinkError)?.code }
            #expect(code == .isDirectory)
            #expect(try names(directory) == ["report.txt"])
        }
    }

    @Test("An existing file keeps its owner and group", .enabled(if: geteuid() == 0, "only root may give files away"))
    func keepsOwner() throws {
        try withDirectory { directory in
            let path = directory + "/report.txt"
            try Data("old".utf8).write(to: URL(fileURLWithPath: path))
            try #require(chown(path, 4_321, 8_765) == 0 && chmod(path, 0o640) == 0)
            var sink = try FileSink(path: path)
            try sink.write("new")
            try sink.finish()
            var status = stat()
            try #require(stat(path, &status) == 0)
            #expect(status.st_uid == 4_321 && status.st_gid == 8_765 && status.st_mode & 0o777 == 0o640)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("new".utf8))
        }
    }

    @Test(
        "A group that cannot be kept leaves to the new group what everybody may",
        .enabled(if: geteuid() == 0, "only root may make a file of a foreign group"))
    func foreignGroup() async {
        // In a process of its own, which becomes somebody else.
        await #expect(processExitsWith: .success) {
            let path = FileManager.default.temporaryDirectory.path + "/group-\(UUID().uuidString)"
            for (before, after) in [(0o664, 0o644), (0o640, 0o600), (0o660, 0o600), (0o646, 0o646), (0o666, 0o666)] {
                try Data("old".utf8).write(to: URL(fileURLWithPath: path))
                try #require(chown(path, 4_321, 8_765) == 0 && chmod(path, mode_t(before)) == 0)
                let directory = path + ".d"
                try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: false)
                try #require(rename(path, directory + "/report") == 0 && chmod(directory, 0o777) == 0)
                try #require(setegid(4_322) == 0 && seteuid(4_322) == 0)
                var sink = try FileSink(path: directory + "/report", replacingReadOnly: true)
                try sink.write("new")
                try sink.finish()
                try #require(seteuid(0) == 0 && setegid(0) == 0)
                var status = stat()
                try #require(stat(directory + "/report", &status) == 0)
                #expect(status.st_gid == 4_322)
                #expect(Int(status.st_mode & 0o777) == after)
                try FileManager.default.removeItem(atPath: directory)
            }
        }
    }

    @Test(
        "A full disk is an error that says so, and the old file stays",
        .enabled(if: SmallDisk.canMount, "no right to mount"))
    func fullDisk() throws {
        try withDirectory { directory in
            let disk = try SmallDisk(at: directory)
            defer { disk.unmount() }
            let path = directory + "/report.txt"
            try Data("old".utf8).write(to: URL(fileURLWithPath: path))
            var error: FileSinkError?
            do {
                var sink = try FileSink(path: path)
                for _ in 0..<100 { try sink.write([UInt8](repeating: 65, count: 4_096)) }
                try sink.finish()
            } catch let failure as FileSinkError {
                error = failure
            }
            #expect(error?.code == .noSpace)
            #expect(error?.systemError == ENOSPC)
            #expect(try names(directory) == ["report.txt"])
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("old".utf8))
        }
    }

    @Test("A finished sink takes nothing more")
    func closed() throws {
        try withDirectory { directory in
            var sink = try FileSink(path: directory + "/report.txt")
            try sink.finish()
            var codes: [FileSinkError.Code?] = []
            do { try sink.write("more") } catch { codes.append((error as? FileSinkError)?.code) }
            do { try sink.finish() } catch { codes.append((error as? FileSinkError)?.code) }
            #expect(codes == [.closed, .closed])
        }
    }

    @Test("A counting sink counts what the other took")
    func counting() throws {
        var sink = CountingSink(MemorySink())
        try sink.write("abc")
        try sink.write([1, 2])
        try sink.finish()
        #expect(sink.count == 5)
        #expect(sink.base.bytes.count == 5)
    }

    @Test("A counting sink can wrap one that cannot be copied")
    func countingFile() throws {
        try withDirectory { directory in
            var sink = CountingSink(try FileSink(path: directory + "/report.txt"))
            try sink.write("abc")
            try sink.finish()
            #expect(sink.count == 3)
            #expect(try names(directory) == ["report.txt"])
        }
    }
}

/// A file system of 64 kilobytes in memory.
private struct SmallDisk {
    private let directory: String

    /// Whether this process may mount one.
    static let canMount: Bool = {
        let path = FileManager.default.temporaryDirectory.path + "/mount-\(UUID().uuidString)"
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        guard let disk = try? SmallDisk(at: path) else { return false }
        disk.unmount()
        return true
    }()

    init(at directory: String) throws {
        self.directory = directory
        _ = try Program(named: "mount").output(["-t", "tmpfs", "-o", "size=64k", "tmpfs", directory])
    }

    func unmount() {
        _ = try? Program(named: "umount").output([directory])
    }
}

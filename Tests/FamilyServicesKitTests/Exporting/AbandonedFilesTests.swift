import FamilyServicesKit
import Foundation
import Testing

@Suite("What killed processes left behind")
struct AbandonedFilesTests {
    private func withDirectory(_ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.path + "/abandoned-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    private func names(_ directory: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
    }

    @Test("The next sink in the directory removes it, and leaves alone what another one still writes")
    func sinks() throws {
        try withDirectory { directory in
            try Data("left".utf8).write(to: URL(fileURLWithPath: directory + "/.fsk-left.tmp"))
            var first = try FileSink(path: directory + "/first.txt")
            try first.write("first")
            #expect(try names(directory).count == 1)
            var second = try FileSink(path: directory + "/second.txt")
            try second.write("second")
            #expect(try names(directory).count == 2)
            try first.finish()
            try second.finish()
            #expect(try names(directory) == ["first.txt", "second.txt"])
            #expect(try String(contentsOfFile: directory + "/first.txt", encoding: .utf8) == "first")
        }
    }

    @Test("Only files of the sink's own kind are removed")
    func others() throws {
        try withDirectory { directory in
            for name in [".fsk-left.tmp", ".fsk-left", "fsk-left.tmp", ".tmp", "left.tmp"] {
                try Data("x".utf8).write(to: URL(fileURLWithPath: directory + "/" + name))
            }
            let folder = directory + "/.fsk-folder.tmp"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
            try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/kept"))
            try FileManager.default.createSymbolicLink(
                atPath: directory + "/.fsk-link.tmp", withDestinationPath: directory + "/left.tmp")
            _ = try FileSink(path: directory + "/report")
            #expect(
                try names(directory) == [
                    ".fsk-folder.tmp", ".fsk-left", ".fsk-link.tmp", ".tmp", "fsk-left.tmp", "left.tmp",
                ])
            #expect(try names(folder) == ["kept"])
        }
    }

    @Test(
        "A directory and its files are removed, but for one that is in use, holds more than files, or is no directory")
    func directories() throws {
        try withDirectory { directory in
            for name in ["work-1", "work-2", "work-3", "other-1"] {
                try FileManager.default.createDirectory(
                    atPath: directory + "/" + name, withIntermediateDirectories: false)
                try Data("x".utf8).write(to: URL(fileURLWithPath: "\(directory)/\(name)/file"))
            }
            try FileManager.default.createDirectory(
                atPath: directory + "/work-3/folder", withIntermediateDirectories: false)
            try Data("x".utf8).write(to: URL(fileURLWithPath: directory + "/work-4"))
            let descriptor = open(directory + "/work-2", O_RDONLY)
            defer { close(descriptor) }
            #expect(AbandonedFiles.claim(descriptor, at: directory + "/work-2"))
            AbandonedFiles.remove(.directory, in: directory + "/", prefix: "work-", suffix: "")
            #expect(try names(directory) == ["other-1", "work-2", "work-3", "work-4"])
            #expect(try names(directory + "/work-2") == ["file"])
        }
    }

    @Test("What was removed or replaced before it was locked is not claimed")
    func lateClaim() throws {
        try withDirectory { directory in
            let path = directory + "/file"
            for replaces in [false, true] {
                let descriptor = open(path, O_RDWR | O_CREAT, 0o600)
                defer { close(descriptor) }
                try FileManager.default.removeItem(atPath: path)
                if replaces { try Data().write(to: URL(fileURLWithPath: path)) }
                #expect(!AbandonedFiles.claim(descriptor, at: path))
            }
            let (first, second) = (open(path, O_RDWR), open(path, O_RDWR))
            #expect(AbandonedFiles.claim(first, at: path))
            #expect(!AbandonedFiles.claim(second, at: path))
            close(first)
            #expect(AbandonedFiles.claim(second, at: path))
            close(second)
        }
    }

    @Test("Many sinks at once in one directory take nothing from each other")
    func many() async throws {
        let directory = FileManager.default.temporaryDirectory.path + "/abandoned-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try await withThrowingTaskGroup { group in
            for number in 0..<200 {
                group.addTask {
                    var sink = try FileSink(path: "\(directory)/\(number)")
                    try sink.write("content \(number)")
                    try sink.finish()
                }
            }
            try await group.waitForAll()
        }
        #expect(try names(directory).count == 200)
        for number in 0..<200 {
            #expect(try String(contentsOfFile: "\(directory)/\(number)", encoding: .utf8) == "content \(number)")
        }
    }
}

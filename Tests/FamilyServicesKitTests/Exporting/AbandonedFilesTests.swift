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
            let left = directory + "/" + TemporaryName.make(.file)
            try Data("left".utf8).write(to: URL(fileURLWithPath: left))
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

    @Test("What the kit did not make stays, whatever it is called")
    func others() throws {
        try withDirectory { directory in
            let made = TemporaryName.make(.file)
            let names = [
                ".fsk-notes.tmp", ".fsk-left", "fsk-left.tmp", ".tmp", "left.tmp", ".fsk-0123456789abc-0000000.tmp",
                made.replacing("-", with: "_"), made + "~", String(made.dropLast(4)),
            ]
            for name in names { try Data("x".utf8).write(to: URL(fileURLWithPath: directory + "/" + name)) }
            let folder = TemporaryName.make(.file)
            try FileManager.default.createDirectory(
                atPath: "\(directory)/\(folder)", withIntermediateDirectories: false)
            try Data("x".utf8).write(to: URL(fileURLWithPath: "\(directory)/\(folder)/kept"))
            let link = TemporaryName.make(.file)
            try FileManager.default.createSymbolicLink(
                atPath: "\(directory)/\(link)", withDestinationPath: directory + "/left.tmp")
            _ = try FileSink(path: directory + "/report")
            #expect(try self.names(directory) == (names + [folder, link]).sorted())
            #expect(try self.names("\(directory)/\(folder)") == ["kept"])
        }
    }

    @Test(
        "A directory and its files are removed, but for one that is in use, holds more than files, or is no directory")
    func directories() throws {
        try withDirectory { directory in
            let made = (0..<4).map { _ in TemporaryName.make(.directory) }
            for name in made.prefix(3) + ["other-1"] {
                try FileManager.default.createDirectory(
                    atPath: directory + "/" + name, withIntermediateDirectories: false)
                try Data("x".utf8).write(to: URL(fileURLWithPath: "\(directory)/\(name)/file"))
            }
            try FileManager.default.createDirectory(
                atPath: "\(directory)/\(made[2])/folder", withIntermediateDirectories: false)
            try Data("x".utf8).write(to: URL(fileURLWithPath: "\(directory)/\(made[3])"))
            let descriptor = open("\(directory)/\(made[1])", O_RDONLY)
            defer { close(descriptor) }
            #expect(AbandonedFiles.claim(descriptor, at: "\(directory)/\(made[1])"))
            AbandonedFiles.remove(in: directory + "/")
            #expect(try names(directory) == (made.dropFirst() + ["other-1"]).sorted())
            #expect(try names("\(directory)/\(made[1])") == ["file"])
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

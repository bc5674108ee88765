import Foundation
import TestSupport
import Testing

/// A process that is killed removes nothing that it made: what it leaves must be of use, and must not stay.
@Suite("committee-workbook when it is killed", .slow)
struct KillTests {
    private static let audiences = ["public", "officers"]

    @Test("Killed at any moment, it leaves the old workbook or the new one, and the next run clears away the rest")
    func killed() throws {
        let program = try Program.built("committee-workbook")
        let scratch = try ScratchFolder()
        let names = ["reports", "temporary"]
        let folders = names.map { scratch.url.appending(path: $0) }
        for folder in folders { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
        let target = folders[0].appending(path: "book.xlsx")

        func start(_ audience: String) throws -> Process {
            try program.start(
                [ExamplePacks.path("corporate-parenting-2024-06"), "--audience", audience, "--output", target.path],
                environment: ["TMPDIR": folders[1].path])
        }
        func left(_ folder: Int) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: folders[folder].path).sorted()
        }

        // What each audience gets, and how long that takes.
        var books: [Data] = []
        var duration = 0.0
        for audience in Self.audiences {
            let began = Date()
            let process = try start(audience)
            process.waitUntilExit()
            try #require(process.terminationStatus == 0)
            duration = max(duration, Date().timeIntervalSince(began))
            books.append(try Data(contentsOf: target))
        }
        try #require(books[0] != books[1])

        // The multiples of the golden section fall evenly, wherever they begin.
        let offset = Double.random(in: 0..<1)
        let wanted = TestSize.count(16)
        var (current, kills, replaced, round) = (1, 0, 0, 0)
        while kills < wanted || replaced == 0 {
            round += 1
            // A busy machine may need longer than it did before.
            if kills >= wanted { duration *= 1.25 }
            let comment: Comment = "round \(round) with offset \(offset), after \(kills) kills"
            try #require(round < 5 * wanted, comment)
            var moment = (offset + Double(round) * 0.618_033_988_749_895).truncatingRemainder(dividingBy: 1)
            // The file takes its place at the end, so half of the moments are there.
            if round.isMultiple(of: 2) { moment = 0.7 + 0.35 * moment }
            let began = Date()
            let process = try start(Self.audiences[1 - current])
            Thread.sleep(forTimeInterval: moment * duration)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            if process.terminationReason == .uncaughtSignal {
                kills += 1
            } else {
                try #require(process.terminationStatus == 0, comment)
                // The machine has become faster.
                duration = min(duration, Date().timeIntervalSince(began))
            }
            let index = try #require(books.firstIndex(of: try Data(contentsOf: target)), comment)
            if index != current { replaced += 1 }
            current = index
            // Of the run before nothing may be left, or it would add up.
            #expect(try left(0).count { $0.hasPrefix(".fsk-") } <= 2, comment)
            #expect(try left(1).count <= 1, comment)
        }

        let last = try start(Self.audiences[1 - current])
        last.waitUntilExit()
        #expect(last.terminationStatus == 0, "a run without --force does not know its own workbook")
        #expect(try Data(contentsOf: target) == books[1 - current])
        #expect(try left(0) == [".committee-workbook", "book.xlsx"])
        #expect(try left(1).isEmpty)
    }
}

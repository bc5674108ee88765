import FamilyServicesImport
import FamilyServicesKit
import Foundation
import Testing

@Suite("Messages for logs")
struct MessagesForLogsTests {
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/KitchenSink")

    /// A name and a number that are in no pack.
    private static let canaries = ["Zebediah Quill", "943 476 5919", "9434765919", "zq@example.net"]

    /// Reads a pack with one text in another place, and looks for it in what a log would keep.
    private func leaks(_ files: [String: String], _ canary: String) throws -> [String] {
        let pack = try PackOnDisk(files)
        // What the values are is for whoever asks; what they may lead to is another message.
        var loader = ReportPackLoader()
        loader.identifyingText = .default
        let result = loader.load(folder: pack.folder.path)
        return result.diagnostics.map(\.descriptionWithoutValues).filter { message in
            message.lowercased().contains(canary.lowercased())
        }
    }

    private static func files() throws -> [String: String] {
        var files: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: fixtures.path) {
            files[name] = try String(contentsOf: fixtures.appendingPathComponent(name), encoding: .utf8)
        }
        return files
    }

    @Test("What is in a cell of a table is not repeated, whatever is wrong with it")
    func tables() throws {
        let files = try Self.files()
        for (name, text) in files where name.hasSuffix(".csv") {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            guard lines.count > 1 else { continue }
            let width = lines[0].split(separator: ",", omittingEmptySubsequences: false).count
            for column in 0..<width {
                let canary = Self.canaries[column % Self.canaries.count]
                for row in [0, 1] {
                    var cells = lines[row].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                    guard column < cells.count, !lines[row].contains("\"") else { continue }
                    cells[column] = canary
                    var changed = lines
                    changed[row] = cells.joined(separator: ",")
                    let found = try leaks(files.merging([name: changed.joined(separator: "\n")]) { $1 }, canary)
                    #expect(found.isEmpty, "\(name), row \(row + 1), column \(column + 1)")
                }
            }
        }
    }

    @Test("What is under a key of a YAML file is not repeated either")
    func documents() throws {
        let files = try Self.files()
        for (name, text) in files where name.hasSuffix(".yaml") {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            for (number, line) in lines.enumerated() {
                guard let colon = line.range(of: ": "), !line.hasPrefix("#"), number % 2 == 0 else { continue }
                let canary = Self.canaries[number % Self.canaries.count]
                var changed = lines
                changed[number] = String(line[..<colon.upperBound]) + canary
                let found = try leaks(files.merging([name: changed.joined(separator: "\n")]) { $1 }, canary)
                #expect(found.isEmpty, "\(name), line \(number + 1)")
            }
        }
    }

    @Test("The kind of the value and its length are said, and the message with the value stays as it was")
    func kinds() throws {
        let pack = try PackOnDisk([
            "indicators.csv": PackOnDisk.indicators + "x,X,Zebediah,neutral\ny,Y,9434765919,neutral\n"
        ])
        let errors = pack.load().errors
        #expect(errors.contains { $0.message.contains("“Zebediah” is not a unit") })
        #expect(errors.contains { $0.messageWithoutValues.contains("“(text, 8 characters)” is not a unit") })
        #expect(errors.allSatisfy { $0.quotesValues })
        #expect(errors.allSatisfy { !$0.message.unicodeScalars.contains { (0x80...0x9F).contains($0.value) } })
    }
}

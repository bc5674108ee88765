import CompressedJSONExport
import FamilyServicesKit
import Foundation
import TestSupport
import Testing

@Suite("The example quick-start")
struct QuickStartTests {
    @Test("It writes the same report in every format")
    func run() throws {
        let folder = try ScratchFolder()
        let outcome = try Program.built("quick-start").run([], in: folder.url)
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let files = outcome.output.split(separator: "\n").map(String.init)
        #expect(Set(files) == ["june.md", "june.xlsx", "june.json.gz"])
        for file in files {
            #expect(try Data(contentsOf: folder.url.appending(path: file)).count > 500, "\(file)")
        }
        let markdown = try String(contentsOf: folder.url.appending(path: "june.md"), encoding: .utf8)
        #expect(markdown.contains("85.7%") && markdown.contains("Amber"))
        #expect(markdown.contains("Synthetic data"))
        let json = try CompressedJSONReader().document(
            from: [UInt8](Data(contentsOf: folder.url.appending(path: "june.json.gz"))))
        #expect(json.pack.observations.count == 3 && json.pack.manifest.isSynthetic)
    }

    @Test("It is one file of fewer than 40 lines")
    func length() throws {
        let folder = ExamplePacks.folder.deletingLastPathComponent().appending(path: "QuickStart")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "swift" }
        #expect(files.count == 1)
        let text = try String(contentsOf: try #require(files.first), encoding: .utf8)
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().count < 40)
    }
}

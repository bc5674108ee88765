import Foundation
import TestSupport
import Testing

@Suite("The example custom-section", .slow)
struct CustomSectionTests {
    @Test("It adds a section after the dashboard, leaves one out, and puts another first")
    func run() throws {
        let folder = try ScratchFolder()
        let outcome = try Program.built("custom-section").run([], in: folder.url)
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let text = try String(contentsOf: folder.url.appending(path: "visits.md"), encoding: .utf8)
        let headings = text.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
        let order = ["Contents", "Notes", "Summary", "Indicator dashboard", "Targets missed", "Definitions"]
        #expect(headings.filter(order.contains) == order)
        #expect(!headings.contains("Data behind the report"))
        // May missed the target of 90% by more than 5 points; June did not.
        let added = text.components(separatedBy: "## Targets missed\n")[1].components(separatedBy: "\n## ")[0]
        #expect(added.contains("[Visits in time](#measures-at-a-glance)"))
        #expect(added.contains("May 2026") && added.contains("79.5%") && !added.contains("June 2026"))
    }

    @Test("It is one file of fewer than 60 lines")
    func length() throws {
        let folder = ExamplePacks.folder.deletingLastPathComponent().appending(path: "CustomSection")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "swift" }
        #expect(files.count == 1)
        let text = try String(contentsOf: try #require(files.first), encoding: .utf8)
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().count < 60)
    }
}

import Foundation
import Testing

@Suite("The article “Implementing an exporter”")
struct ArticleTests {
    @Test("Its example is the exporter that passes the conformance run")
    func example() throws {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let root = tests.deletingLastPathComponent().deletingLastPathComponent()
        let article = try String(
            contentsOf: root.appendingPathComponent(
                "Sources/FamilyServicesKit/FamilyServicesKit.docc/ImplementingAnExporter.md"), encoding: .utf8)
        let source = try String(contentsOf: tests.appendingPathComponent("CSVExporter.swift"), encoding: .utf8)
        #expect(article.contains("```swift\n\(source)```\n"))
    }
}

import ExporterTestKit
import MarkdownExport
import TestSupport
import Testing

@Suite("The exporter contract", .slow)
struct ConformanceTests {
    @Test("The exporter conforms, padded and compact", arguments: MarkdownExporter.Options.TableStyle.allCases)
    func conforms(_ style: MarkdownExporter.Options.TableStyle) async throws {
        var conformance = ExporterConformance(
            MarkdownExporter.self, options: MarkdownExporter.Options(tableStyle: style, frontMatter: style == .padded))
        conformance.longRows = TestSize.conformanceRows
        try await conformance.run()
    }
}

import CompressedJSONExport
import ExporterTestKit
import GzipCompression
import Testing

@Suite("The exporter contract")
struct ConformanceTests {
    @Test("The compressed exporters conform, on one core and on several", arguments: [1, 3])
    func compressed(threads: Int) async throws {
        let options = try GzipOptions(threads: threads)
        try await ExporterConformance(
            CompressedJSONExporter.self, options: options, unpack: { [try GzipReader.decompress($0)] }
        ).run()
        try await ExporterConformance(
            CompressedJSONLinesExporter.self, options: options, unpack: { [try GzipReader.decompress($0)] }
        ).run()
    }

    @Test("The exporters that do not compress conform")
    func plain() async throws {
        try await ExporterConformance(JSONExporter.self).run()
        try await ExporterConformance(JSONLinesExporter.self).run()
    }
}

import CompressedJSONExport
import ExporterTestKit
import FamilyServicesKit
import Foundation
import GzipCompression
import TestSupport
import Testing

@Suite("The exporter contract", .slow)
struct ConformanceTests {
    @Test("The compressed exporters conform, on one core and on several", arguments: [1, 3])
    func compressed(threads: Int) async throws {
        let options = try GzipOptions(threads: threads)
        try await run(CompressedJSONExporter.self, options: options) { [try GzipReader.decompress($0)] }
        try await run(CompressedJSONLinesExporter.self, options: options) { [try GzipReader.decompress($0)] }
    }

    @Test("The exporters that do not compress conform")
    func plain() async throws {
        try await run(JSONExporter.self)
        try await run(JSONLinesExporter.self)
    }

    private func run<E: Exporter>(
        _ exporter: E.Type, options: E.Options = E.defaultOptions,
        unpack: (@Sendable ([UInt8]) throws -> [[UInt8]])? = nil
    ) async throws {
        var conformance = ExporterConformance(exporter, options: options, unpack: unpack)
        conformance.longRows = TestSize.conformanceRows
        try await conformance.run()
    }

    @Test("Control characters that a terminal would obey are escaped, and read back as they were")
    func controls() throws {
        var pack = try Samples.pack(observations: 1)
        let text = "a\u{7F}b\u{80}c\u{9B}31m\u{9F}\u{A0}é\u{C2}"
        pack.observations[0].note = text
        for exporter in [try JSONExporter(), try JSONLinesExporter()] as [any Exporter] {
            let bytes = try exporter.data(Samples.publication(of: pack))
            let written = try #require(String(validating: bytes, as: UTF8.self))
            #expect(written.contains(#""a\u007fb\u0080c\u009b31m\u009f"# + "\u{A0}é\u{C2}\""))
        }
        let document = try JSONExporter().data(Samples.publication(of: pack))
        let read = try JSONDecoder().decode(PublicationDocument.self, from: Data(document))
        #expect(read.pack.observations[0].note.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }
}

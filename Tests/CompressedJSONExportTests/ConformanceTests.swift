import CompressedJSONExport
import ExporterTestKit
import FamilyServicesKit
import GzipCompression
import Testing

/// The exporters write the records of a publication and not its sections.
///
/// Two checks of the kit are about sections: that cells of a table are told apart, and that somebody who cancels is heard while
/// a long table is written. ``ExportTests`` cancels while many records are written.
@Suite("The exporter contract")
struct ConformanceTests {
    private static let aboutSections: Set<ConformanceCheck> = [.distinction, .cancellation]

    private func check<E: Exporter>(_ conformance: ExporterConformance<E>) async throws {
        let findings = try await conformance.findings()
        #expect(findings.filter { !Self.aboutSections.contains($0.check) }.map(\.description) == [])
    }

    @Test("The compressed exporters conform, on one core and on several", arguments: [1, 3])
    func compressed(threads: Int) async throws {
        let options = try GzipOptions(threads: threads)
        try await check(
            ExporterConformance(
                CompressedJSONExporter.self, options: options, unpack: { [try GzipReader.decompress($0)] }))
        try await check(
            ExporterConformance(
                CompressedJSONLinesExporter.self, options: options, unpack: { [try GzipReader.decompress($0)] }))
    }

    @Test("The exporters that do not compress conform")
    func plain() async throws {
        try await check(ExporterConformance(JSONExporter.self))
        try await check(ExporterConformance(JSONLinesExporter.self))
    }

    @Test("Publications whose records differ in one value give different files")
    func distinctions() throws {
        var pack = try Samples.pack(observations: 5)
        var files: [Set<[UInt8]>] = [[], []]
        let values: [ObservedValue] =
            [.value(0), .value(1), .value(0, outOf: 1), .fraction(numerator: 0, denominator: 1)]
            + MissingReason.allCases.map { .missing($0) }
        for value in values {
            pack.observations[0].value = value
            let publication = Samples.publication(of: pack)
            files[0].insert(try CompressedJSONExporter().data(publication))
            files[1].insert(try CompressedJSONLinesExporter().data(publication))
        }
        #expect(files.map(\.count) == [values.count, values.count])
    }
}

import ExporterTestKit
import FamilyServicesKit
import HTMLExport
import TestSupport
import Testing

@Suite("The exporter contract", .slow, .enabled(if: PageReader.isReady, PageReader.advice))
struct ConformanceTests {
    @Test("The exporter conforms, and a strict parser finds every page sound and every cell as it was to be written")
    func conforms() async throws {
        var conformance = ExporterConformance(HTMLExporter.self, expecting: expectation) { bytes, _ in
            try PageReader.tables(bytes)
        }
        conformance.longRows = TestSize.conformanceRows
        try await conformance.run()
    }

    @Test("The exporter conforms with its other options too")
    func otherOptions() async throws {
        var conformance = ExporterConformance(
            HTMLExporter.self, options: .init(stylesheet: .plain, chartFigures: .open), expecting: expectation)
        conformance.longRows = TestSize.conformanceRows
        try await conformance.run()
    }

    /// What the documentation of the exporter says of a cell.
    @Sendable private func expectation(_ value: Cell.Value) -> ReadCell {
        guard case .text(let text) = value else { return ReadCell(value) }
        var result = String.UnicodeScalarView()
        var scalars = text.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            if scalar == "\r", scalars.first == "\n" { scalars.removeFirst() }
            let isControl = scalar.properties.generalCategory == .control
            let reorders = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            if ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar) {
                result.append("\n")
            } else if isControl && scalar != "\t" || reorders || scalar.properties.isNoncharacterCodePoint {
                result.append("\u{FFFD}")
            } else {
                result.append(scalar)
            }
        }
        return result.isEmpty ? .empty : .text(String(result))
    }
}

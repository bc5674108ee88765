import ExporterTestKit
import Foundation
import TestSupport
import Testing
import XLSXExport

@Suite("The exporter contract", .slow, .enabled(if: Python.isReady, Python.advice))
struct ConformanceTests {
    @Test("The exporter conforms, and no part of a workbook holds what its audience may not see")
    func conforms() async throws {
        var conformance = ExporterConformance(XLSXExporter.self, unpack: parts)
        conformance.longRows = TestSize.conformanceRows
        try await conformance.run()
    }

    /// The parts of a workbook, unpacked by Python.
    @Sendable private func parts(_ workbook: [UInt8]) throws -> [[UInt8]] {
        try withTemporaryDirectory { directory in
            let path = directory + "/book.xlsx"
            try Data(workbook).write(to: URL(fileURLWithPath: path))
            let script = """
                import sys, zipfile
                archive = zipfile.ZipFile(sys.argv[1])
                for name in archive.namelist(): sys.stdout.buffer.write(archive.read(name))
                """
            let (status, output) = try Python.run(script, [path])
            try #require(status == 0 && output.count > workbook.count, "Python refused the workbook")
            return [Array(output)]
        }
    }
}

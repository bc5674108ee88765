import CompressedJSONExport
import FamilyServicesKit
import Foundation
import GzipCompression
import MarkdownExport
import TestSupport
import Testing
import XLSXExport

@Suite("What may not be seen is in no file", .slow)
struct CanaryTests {
    /// Prints every part of a workbook, names and all, with numbers as they are stored.
    private static let unpack = """
        import sys, zipfile
        with zipfile.ZipFile(sys.argv[1]) as archive:
            for name in archive.namelist():
                print(name, archive.read(name).decode("utf-8"))
        """

    /// Everything that each exporter writes of a version, unpacked.
    private func texts(for audience: Audience) throws -> [(format: String, text: String)] {
        let publication = try CanaryPack().pack.publish(for: audience)
        let context = ExportContext()
        func text(_ exporter: some Exporter) throws -> String {
            String(decoding: try exporter.data(publication, context: context), as: UTF8.self)
        }
        func unzipped(_ exporter: some Exporter) throws -> String {
            let bytes = try exporter.data(publication, context: context)
            return String(decoding: try GzipReader.decompress(bytes), as: UTF8.self)
        }
        let workbook = FileManager.default.temporaryDirectory.appending(path: "canary-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: workbook) }
        try Data(try XLSXExporter().data(publication, context: context)).write(to: workbook)
        let parts = try Program.python.run(["-c", Self.unpack, workbook.path])
        try #require(parts.exitCode == 0, "\(parts.errors)")
        return [
            ("XLSX", parts.output), ("Markdown", try text(MarkdownExporter(options: .init(data: true)))),
            ("JSON", try text(JSONExporter())),
            ("JSON, compressed", try unzipped(CompressedJSONExporter())),
            ("JSON lines", try text(JSONLinesExporter())),
            ("JSON lines, compressed", try unzipped(CompressedJSONLinesExporter())),
        ]
    }

    /// Whether a text holds a word, or a number with commas or without.
    private func holds(_ text: String, _ canary: String) -> Bool {
        if text.contains(canary) { return true }
        guard let number = Double(canary) else { return false }
        return text.contains(DecimalText.formatted(number, decimals: 0))
    }

    private func isLines(_ format: String) -> Bool { format.hasPrefix("JSON lines") }

    /// Whether a format has a place for a canary: lines hold figures, actions and findings, and no other records.
    private func isWritten(_ canary: String, _ format: String) -> Bool {
        let places = ["indicator", "figure note", "action", "finding"]
        return !isLines(format) || Double(canary) != nil || places.contains { canary.hasSuffix(" \($0)") }
    }

    @Test("No public file of any format holds a word or a number of what is exempt, restricted or small")
    func everyone() throws {
        let canaries = try CanaryPack()
        for (format, text) in try texts(for: .everyone) {
            for canary in canaries.exempt + canaries.restricted + canaries.small {
                let isThere = holds(text, canary)
                #expect(!isThere, "\(format) holds \(canary)")
            }
            for name in ["Merlinwick", "Ospreyholt", "Plovercombe"] {
                let isThere = text.lowercased().contains(name.lowercased())
                #expect(!isThere, "\(format) holds \(name)")
            }
            let hasOpenFinding = text.contains("Open finding")
            #expect(hasOpenFinding, "\(format) lacks the open finding")
            let namesPaper = text.contains("Appendix 2") || isLines(format)
            #expect(namesPaper, "\(format) does not name the paper that is withheld")
        }
    }

    @Test("Members' files hold everything that is exempt or small, and nothing that an agreement keeps from them")
    func members() throws {
        let canaries = try CanaryPack()
        for (format, text) in try texts(for: .members) {
            for canary in canaries.exempt + canaries.small where isWritten(canary, format) {
                let isThere = holds(text, canary)
                #expect(isThere, "\(format) lacks \(canary)")
            }
            for canary in canaries.restricted {
                let isThere = holds(text, canary)
                #expect(!isThere, "\(format) holds \(canary)")
            }
        }
    }

    @Test("Officers' files hold everything that the agreement allows them")
    func officers() throws {
        let canaries = try CanaryPack()
        for (format, text) in try texts(for: .officers) {
            for canary in canaries.exempt + canaries.restricted + canaries.small where isWritten(canary, format) {
                let isThere = holds(text, canary)
                #expect(isThere, "\(format) lacks \(canary)")
            }
        }
    }
}

import FamilyServicesImport
import FamilyServicesKit
import Foundation
import JSONExport
import MarkdownExport
import ReportVocabulary

/// What reads packs, and what writes what they hold.
enum PackTargets {
    /// The files of a pack that uses every key of every file.
    private static let pack: [String: [UInt8]] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../FamilyServicesImportTests/Fixtures/KitchenSink").standardized
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return Dictionary(
            uniqueKeysWithValues: names.compactMap { name in
                (try? Data(contentsOf: folder.appendingPathComponent(name))).map { (name, Array($0)) }
            })
    }()

    /// The pack that they are.
    static let own: ReportPack? = ReportPackLoader().load(files: pack).pack

    /// A pack without what is not needed to read one more file.
    private static let base = pack.filter {
        ["pack.yaml", "indicators.csv", "breakdowns.yaml", "plans.yaml"].contains($0.key)
    }

    static func file(_ bytes: [UInt8], isTable: Bool) throws {
        let parts = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(decoding: parts[0], as: UTF8.self)
        guard pack[name] != nil, name.hasSuffix(".csv") == isTable, parts.count == 2 else { return }
        let content = Array(parts[1])
        var files = base
        files[name] = content
        let result = ReportPackLoader().load(files: files)
        try check(result)
        guard let read = result.pack else { return }
        try writeAndRead(read)
    }

    static func json(_ bytes: [UInt8]) throws {
        guard let pack = try? ReportPack(json: bytes) else { return }
        try writeAndRead(pack)
        _ = pack.validate()
    }

    /// Puts a text everywhere where a pack has texts, publishes it for everyone and writes it.
    static func lines(_ bytes: [UInt8]) throws {
        let text = String(decoding: bytes.prefix(4_000), as: UTF8.self)
        let month = try ReportingPeriod("2026-06")
        let measure = Indicator(
            id: "measure", title: text, definition: .init(text: text), unit: .count, polarity: .lowerIsBetter,
            targets: [Target(.atMost(20))])
        let pack = ReportPack(
            manifest: .init(
                title: text, organisation: text, area: "exampleton", period: month,
                date: try CalendarDate(iso: "2026-07-14"),
                areas: [Area(id: "exampleton", title: text, kind: .localAuthority)]),
            indicators: [measure],
            observations: try [("2026-05", 31.0), ("2026-06", 7.0)].map {
                Observation(
                    indicator: "measure", period: try ReportingPeriod($0.0), area: "exampleton", value: .value($0.1),
                    note: text)
            })
        guard let publication = try? pack.publish(for: .everyone) else { return }
        var sink = MemorySink()
        try JSONLinesExporter().export(publication, to: &sink, context: ExportContext())
        for line in sink.bytes.split(separator: UInt8(ascii: "\n")) {
            try promise(JSONSyntax(Array(line)).problem == nil, "A line is not JSON.")
        }
        sink = MemorySink()
        try JSONExporter().export(publication, to: &sink, context: ExportContext())
        try promise(JSONSyntax(sink.bytes).problem == nil, "The document is not JSON.")
        sink = MemorySink()
        try MarkdownExporter().export(publication, to: &sink, context: ExportContext())
        try promise(String(validating: sink.bytes, as: UTF8.self) != nil, "The text is not UTF-8.")
    }

    static func check(_ result: LoadedReportPack) throws {
        try promise(
            (result.pack == nil) == (result.errorCount > 0),
            "A pack without errors is missing, or one with errors is not.")
        for diagnostic in result.diagnostics { try promise(!diagnostic.message.isEmpty, "A message is empty.") }
    }

    /// What can be read can be written, and is the same when it is read again.
    private static func writeAndRead(_ pack: ReportPack) throws {
        let json = try pack.jsonData()
        let again = try ReportPack(json: json)
        try promise(again == pack, "A pack is another after it was written as JSON.")
    }
}

import FamilyServicesKit
import Foundation
import Testing

/// An exporter that writes its own name.
private protocol NamedExporter: Exporter where Options == [String] {}

extension NamedExporter {
    static var defaultOptions: [String] { ["default"] }
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try sink.write(Self.format.id)
    }
}

private struct Gzip: NamedExporter {
    static let format = FormatDescriptor(
        id: "gzip", displayName: "Gzip", fileExtensions: ["gz"], mediaType: "application/gzip")
    init(options: [String]) throws {}
}

private struct PackedJSON: NamedExporter {
    static let format = FormatDescriptor(
        id: "json.gz", displayName: "Packed JSON", fileExtensions: ["json.gz", "jsonz"],
        mediaType: "application/x-json-gzip")
    init(options: [String]) throws {}
}

private struct Workbook: NamedExporter {
    static let format = FormatDescriptor(
        id: "xlsx", displayName: "Workbook", fileExtensions: ["XLSX"], mediaType: "application/vnd.example.sheet")
    init(options: [String]) throws {}
}

private struct SecondWorkbook: NamedExporter {
    static let format = FormatDescriptor(
        id: "xlsx2", displayName: "Workbook", fileExtensions: ["other", "xlsx"],
        mediaType: "application/vnd.example.sheet")
    init(options: [String]) throws {}
}

private struct BadName: NamedExporter {
    static let format = FormatDescriptor(id: "Bad Name", displayName: "", fileExtensions: ["x"], mediaType: "")
    init(options: [String]) throws {}
}

private struct BadExtension: NamedExporter {
    static let format = FormatDescriptor(id: "bad", displayName: "", fileExtensions: [".x"], mediaType: "")
    init(options: [String]) throws {}
}

private struct NoExtension: NamedExporter {
    static let format = FormatDescriptor(id: "bad", displayName: "", fileExtensions: [], mediaType: "")
    init(options: [String]) throws {}
}

@Suite("The registry of formats")
struct ExporterRegistryTests {
    private func registry() throws -> ExporterRegistry {
        var registry = ExporterRegistry()
        try registry.register(Workbook.self)
        try registry.register(Gzip.self)
        try registry.register(PackedJSON.self)
        return registry
    }

    private var publication: Publication {
        get throws {
            Publication(
                metadata: PublicationMetadata(
                    title: "", organisation: "", committee: nil, author: nil,
                    date: try CalendarDate(year: 2026, month: 1, day: 1), period: nil, audience: .everyone,
                    language: "en",
                    keywords: [], isSynthetic: true, generator: ""), sections: [])
        }
    }

    @Test("Formats are listed in order")
    func sorted() throws {
        #expect(try registry().formats.map(\.id) == ["gzip", "json.gz", "xlsx"])
    }

    @Test(
        "A path finds the longest extension that fits, in any case",
        arguments: [
            ("a/b.gz", "gzip"), ("pack.json.gz", "json.gz"), ("PACK.JSON.GZ", "json.gz"), ("x.y.json.gz", "json.gz"),
            ("notjson.gz", "gzip"), ("report.xlsx", "xlsx"), ("dir.gz/report.XLSX", "xlsx"), ("a.jsonz", "json.gz"),
        ])
    func paths(_ path: String, _ id: String) throws {
        #expect(try registry().exporter(forPath: path).format.id == id)
    }

    @Test("A path without a known extension is an error", arguments: ["report", ".gz", "dir.gz/", "a.txt", ""])
    func unknownPaths(_ path: String) throws {
        let registry = try registry()
        #expect(throws: ExporterRegistryError.self) { try registry.exporter(forPath: path) }
    }

    @Test("An unknown name lists the known ones and the nearest")
    func unknown() throws {
        let registry = try registry()
        let error = try #require(throws: ExporterRegistryError.self) { try registry.exporter(id: "xslx") }
        #expect(error == .unknownIdentifier("xslx", known: ["gzip", "json.gz", "xlsx"], nearest: "xlsx"))
        #expect(error.description.contains("Did you mean “xlsx”?"))
        #expect(error.description.contains("gzip, json.gz, xlsx"))
        let far = try #require(throws: ExporterRegistryError.self) { try registry.exporter(id: "portable-document") }
        #expect(!far.description.contains("Did you mean"))
        let path = try #require(throws: ExporterRegistryError.self) { try registry.exporter(forPath: "a.xlxs") }
        #expect(path.description.contains("Did you mean “xlsx”?"))
        let none = try #require(throws: ExporterRegistryError.self) { try ExporterRegistry().exporter(id: "xlsx") }
        #expect(none.description.contains("No format is registered"))
    }

    @Test("A media type finds its format, in any case and with parameters")
    func mediaTypes() throws {
        let registry = try registry()
        for type in [
            "application/gzip", "Application/GZIP", "application/gzip; charset=binary", " application/gzip ;q=1",
        ] {
            #expect(try registry.exporter(mediaType: type).format.id == "gzip", "\(type)")
        }
        for type in ["text/plain", "", ";", "application/gzip2", "gzip"] {
            #expect(throws: ExporterRegistryError.self, "\(type)") { try registry.exporter(mediaType: type) }
        }
        let near = try #require(throws: ExporterRegistryError.self) {
            try registry.exporter(mediaType: "application/gzp; a=b")
        }
        #expect(near.description.contains("Did you mean “application/gzip”?"))
    }

    @Test("A name or extension that is taken, or a descriptor that is not well formed, changes nothing")
    func duplicates() throws {
        var registry = try registry()
        #expect(throws: ExporterRegistryError.duplicateIdentifier("xlsx")) { try registry.register(Workbook.self) }
        #expect(throws: ExporterRegistryError.duplicateExtension("xlsx", format: "xlsx2", takenBy: "xlsx")) {
            try registry.register(SecondWorkbook.self)
        }
        #expect(throws: ExporterRegistryError.self) { try registry.exporter(forPath: "a.other") }
        #expect(throws: ExporterRegistryError.malformedIdentifier("Bad Name")) { try registry.register(BadName.self) }
        #expect(throws: ExporterRegistryError.malformedExtension(".x", format: "bad")) {
            try registry.register(BadExtension.self)
        }
        #expect(throws: ExporterRegistryError.noExtension(format: "bad")) { try registry.register(NoExtension.self) }
        #expect(registry.formats.count == 3)
    }

    @Test("A publication is written in the format that was named")
    func exports() throws {
        var sink = MemorySink()
        try registry().export(publication, as: "json.gz", to: &sink)
        #expect(sink.bytes == Array("json.gz".utf8))
    }

    @Test("A publication is written to a file in the format of its extension")
    func writesFile() throws {
        let path = FileManager.default.temporaryDirectory.path + "/registry-\(UUID().uuidString).gz"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try registry().write(publication, toFile: path)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "gzip")
    }
}

import ExporterTestKit
import FamilyServicesKit
import Foundation
import OpenDataExport
import TestSupport
import Testing
import ZipPackage

extension Tool {
    /// Python with the two validators; the make file names the interpreter that has them.
    static let validators = Tool.python(with: "frictionless, csvw")
}

/// The parts of a file of open data.
private func parts(_ bytes: [UInt8]) throws -> [String: String] {
    let file = try ZipFile(bytes: bytes)
    var parts: [String: String] = [:]
    for entry in file.entries { parts[entry.name] = String(decoding: try file.contents(of: entry), as: UTF8.self) }
    return parts
}

/// The lines of a table whose cells have no line breaks.
private func rows(_ table: String?) -> [[String]] {
    (table ?? "").components(separatedBy: "\r\n").dropLast().map { $0.components(separatedBy: ",") }
}

@Suite("Open data")
struct OpenDataTests {
    private func pack(_ observations: [Observation] = [], title: String = "Report") throws -> ReportPack {
        var manifest = ReportPack.Manifest(
            title: title, organisation: "Exampleton Council", area: "exampleton",
            period: try ReportingPeriod("2026-06"), date: try CalendarDate(iso: "2026-07-14"),
            areas: [Area(id: "exampleton", title: "Exampleton", kind: .localAuthority, onsCode: ONSCode("E09000003"))],
            sources: [SourceDocument(id: "extract", title: "Extract"), SourceDocument(id: "paper", title: "Paper")],
            contact: "Performance team", licence: "OGL-UK-3.0")
        manifest.notes = ["Figures are as at 30 June."]
        return ReportPack(
            manifest: manifest,
            indicators: [Indicator(id: "visits", title: "Visits", unit: .percent, polarity: .higherIsBetter)],
            observations: observations)
    }

    private func figure(_ period: String, _ value: ObservedValue, note: String? = nil) throws -> Observation {
        Observation(
            indicator: "visits", period: try ReportingPeriod(period), area: "exampleton", value: value, note: note)
    }

    @Test("has percentages as they are said, and a symbol where there is no value")
    func values() throws {
        let publication = try pack([
            figure("2026-04", .value(69)), figure("2026-05", .fraction(numerator: 155, denominator: 224)),
            figure("2026-06", .missing(.notCollected)),
        ]).publish(for: .everyone)
        let table = rows(try parts(OpenDataExporter().data(publication))["observations.csv"])
        let heading = try #require(table.first)
        func column(_ name: String) throws -> [String] {
            let place = try #require(heading.firstIndex(of: name))
            return table.dropFirst().map { $0[place] }
        }
        #expect(try column("value") == ["69", "69.19642857142857", ""])
        #expect(try column("numerator") == ["", "155", ""])
        #expect(try column("symbol") == ["", "", "x"])
        #expect(try column("category") == ["_T", "_T", "_T"])
        #expect(try column("unit") == ["per cent", "per cent", "per cent"])
        #expect(try column("last_day") == ["2026-04-30", "2026-05-31", "2026-06-30"])
    }

    @Test("says which of two figures for one key counts")
    func repeated() throws {
        var figures = [
            try figure("2026-06", .value(70)), try figure("2026-05", .value(60)), try figure("2026-06", .value(71)),
        ]
        figures[2].source = SourceReference("paper")
        let publication = try pack(figures).publish(for: .everyone)
        let table = rows(try parts(OpenDataExporter().data(publication))["observations.csv"])
        #expect(
            table.dropFirst().map { [$0[1], $0[4], $0[5], $0[8]] } == [
                ["2026-06", "1", "true", "70"], ["2026-05", "1", "true", "60"], ["2026-06", "2", "false", "71"],
            ])
    }

    @Test(
        "lets no text begin as a formula does",
        arguments: [
            ("=1+1", "'=1+1"), ("+44 20 7946 0000", "'+44 20 7946 0000"), ("-5.7", "-5.7"), ("-5.7%", "-5.7%"),
            ("-x", "'-x"), ("@SUM(A1)", "'@SUM(A1)"), (" =1", "' =1"), ("\t=1", "'\t=1"), ("＝1", "'＝1"),
            ("fine", "fine"), ("a,b", "\"a,b\""), ("a \"b\"", "\"a \"\"b\"\"\""), ("a\u{0}b", "a\u{FFFD}b"),
        ])
    func formulas(text: String, cell: String) throws {
        let publication = try pack([figure("2026-06", .value(1), note: text)]).publish(for: .everyone)
        let table = try #require(try parts(OpenDataExporter().data(publication))["observations.csv"])
        #expect(table.hasSuffix("," + cell + "\r\n"))
    }

    @Test("is made for the public only, unless it is to stay within the council")
    func audiences() throws {
        let pack = try pack([figure("2026-06", .value(70))])
        for audience in [Audience.members, .officers] {
            let publication = try pack.publish(for: audience)
            let error = #expect(throws: OpenDataExportError.self) { try OpenDataExporter().data(publication) }
            #expect(error?.code == .notPublic)
            let inner = try parts(OpenDataExporter(options: .init(publicOnly: false)).data(publication))
            #expect(inner["README.md"]?.contains("not to be published") == true)
            #expect(inner["datapackage.json"]?.contains("licenses") == false)
        }
        let parts = try parts(OpenDataExporter().data(pack.publish(for: .everyone)))
        #expect(parts["README.md"]?.contains("not to be published") == false)
        #expect(parts["README.md"]?.contains("- Contact: Performance team\n") == true)
        #expect(parts["datapackage.json"]?.contains(#""name": "OGL-UK-3.0""#) == true)
        #expect(parts["csv-metadata.json"]?.contains("open-government-licence/version/3/") == true)
    }

    @Test("names the figure that is not finite")
    func notFinite() throws {
        var pack = try pack([figure("2026-06", .value(70))])
        let sound = try pack.publish(for: .everyone)
        pack.observations[0].value = .value(.infinity)
        let publication = Publication(
            metadata: sound.metadata, sections: [], pack: pack, assessment: Assessment(), releaseNote: sound.releaseNote
        )
        let error = #expect(throws: OpenDataExportError.self) { try OpenDataExporter().data(publication) }
        #expect(error?.code == .nonFiniteNumber)
        #expect(error?.message.contains("figure 1") == true)
    }

    @Test("conforms to the contract of exporters")
    func conforms() async throws {
        try await ExporterConformance(
            OpenDataExporter.self, options: .init(publicOnly: false),
            unpack: { bytes in try parts(bytes).values.map { Array($0.utf8) } }
        ).run()
    }
}

@Suite(
    "Validators of open data", .slow,
    .enabled(if: Tool.validators.isReady, "Python has no frictionless and csvw: run make test-tools"))
struct ValidatorTests {
    private struct Result: Decodable {
        let problems: [String]
        let tables: [String: [[String: String]]]
    }

    @Test("find every example pack's public figures valid, and as many as there are")
    func everyPack() throws {
        let publications = try ExamplePacks.names.map { try ExamplePacks.publication($0, for: .everyone) }
        let scratch = try ScratchFolder()
        let files = try publications.enumerated().map { index, publication in
            try scratch.write(OpenDataExporter().data(publication), to: "\(index).zip")
        }
        let script = Repository.file("check_open_data.py", beside: #filePath).path
        let output = try Tool.validators.run([script] + files)
        let results = try JSONDecoder().decode([Result].self, from: Data(output))
        #expect(results.count == publications.count)
        for (name, (publication, result)) in zip(ExamplePacks.names, zip(publications, results)) {
            #expect(result.problems == [], "\(name)")
            let figures = try #require(result.tables["observations"])
            #expect(figures.count == publication.pack.observations.count)
            let units = Dictionary(publication.pack.indicators.map { ($0.id, $0.unit) }) { first, _ in first }
            for (row, observation) in zip(figures, publication.pack.observations) {
                let value = units[observation.indicator].flatMap { observation.value.number(in: $0) }
                #expect(row["value"].flatMap(Double.init) == value)
                #expect((row["symbol"] ?? "").isEmpty == (observation.value.missingReason == nil))
            }
            #expect(figures.count { $0["counts"] == "true" } == Set(publication.pack.observations.map(\.key)).count)
            #expect(result.tables["indicators"]?.count == publication.pack.indicators.count)
        }
    }
}

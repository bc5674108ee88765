import CompressedJSONExport
import FamilyServicesKit
import Foundation
import GzipCompression
import TestSupport
import Testing

@Suite("A publication as one JSON object", .slow)
struct DocumentTests {
    private let reader = CompressedJSONReader()

    @Test("is read as an equal value, whatever the pack and the audience", arguments: Audience.allCases)
    func roundTrip(audience: Audience) throws {
        for publication in try Samples.publications(for: audience) {
            let expected = PublicationDocument(publication)
            #expect(try reader.document(from: CompressedJSONExporter().data(publication)) == expected)
            #expect(try reader.document(from: JSONExporter().data(publication)) == expected)
            #expect(expected.pack == publication.pack && expected.assessment == publication.assessment)
            #expect(expected.publication == publication.metadata && expected.releaseNote == publication.releaseNote)
        }
    }

    @Test("says the same as the library's own encoder")
    func sameAsFoundation() throws {
        for publication in try Samples.publications(for: .members) {
            let written = try JSONSerialization.jsonObject(with: Data(JSONExporter().data(publication)))
            let expected = try JSONSerialization.jsonObject(
                with: JSONEncoder().encode(PublicationDocument(publication)))
            #expect(withoutEmptyMembers(written) as? NSDictionary == withoutEmptyMembers(expected) as? NSDictionary)
        }
    }

    /// The library leaves out what is null or an empty list in some types and not in others.
    private func withoutEmptyMembers(_ value: Any) -> Any {
        if let members = value as? [String: Any] {
            return members.compactMapValues { member -> Any? in
                member is NSNull || (member as? [Any])?.isEmpty == true ? nil : withoutEmptyMembers(member)
            }
        }
        return (value as? [Any])?.map(withoutEmptyMembers) ?? value
    }

    @Test("gives every object of a kind the same members, and every member one type")
    func oneShape() throws {
        var members: [String: [String]] = [:]
        for publication in try Samples.publications(for: .officers) {
            let document = try JSONSerialization.jsonObject(with: Data(JSONExporter().data(publication)))
            let pack = try #require((document as? [String: Any])?["pack"] as? [String: Any])
            var shapes: [(String, Any)] = pack.map { ($0.key, $0.value) }
            while let (name, value) = shapes.popLast() {
                if let list = value as? [Any] {
                    shapes += list.map { (name, $0) }
                } else if let object = value as? [String: Any] {
                    let names = object.keys.sorted()
                    #expect(members[name, default: names] == names, "\(name)")
                    members[name] = names
                    shapes += object.map { ("\(name).\($0.key)", $0.value) }
                }
            }
        }
        #expect(members["observations.value"] == ["denominator", "missing", "numerator", "outOf", "value"])
        #expect(members["indicators.targets.requirement"] == ["atLeast", "atMost", "from", "through"])
    }

    @Test("is a pack in JSON to whatever reads packs")
    func isPackDocument() throws {
        let publication = try Samples.fullPack().publish(for: .members)
        let document = try ReportPackDocument(json: JSONExporter().data(publication))
        #expect(document.pack == publication.pack)
        #expect(document.generator == .kit)
        #expect(document.schemaVersion == ReportPackDocument.currentVersion)
    }

    @Test("begins with its version, and has its members in the documented order")
    func order() throws {
        let text = String(
            decoding: try JSONExporter().data(Samples.publication(of: Samples.fullPack())), as: UTF8.self)
        #expect(
            text.hasPrefix(
                #"{"schemaVersion":{"major":1,"minor":0},"generator":{"name":"FamilyServicesKit","version":"#))
        let places = ["schemaVersion", "generator", "publication", "releaseNote", "pack", "assessment"].map { name in
            text.range(of: "\"\(name)\":")?.lowerBound
        }
        #expect(places.allSatisfy { $0 != nil })
        #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
        #expect(!text.contains("\n"))
    }

    @Test(
        "keeps awkward numbers, in the shortest form",
        arguments: [
            (0, "0"), (-0.0, "-0"), (100, "100"), (0.1, "0.1"), (-2.5, "-2.5"), (1e15, "1000000000000000"),
            (9_007_199_254_740_992, "9007199254740992"), (1e16, "1e+16"), (1e-7, "1e-07"), (1e21, "1e+21"),
            (.leastNonzeroMagnitude, "5e-324"), (.greatestFiniteMagnitude, "1.7976931348623157e+308"),
            (69.196_428_571_428_57, "69.19642857142857"), (-999_999_999_999_999, "-999999999999999"),
        ] as [(Double, String)])
    func numbers(number: Double, text: String) throws {
        var pack = try Samples.fullPack()
        pack.observations[0].value = .value(number, outOf: number)
        pack.budget[0].pounds = number
        let bytes = try JSONExporter().data(Samples.publication(of: pack))
        let written = String(decoding: bytes, as: UTF8.self)
        #expect(
            written.contains(
                #""value":{"numerator":null,"denominator":null,"value":\#(text),"outOf":\#(text),"missing":null}"#))
        #expect(written.contains(#""pounds":\#(text)"#))
        let read = try reader.document(from: bytes)
        #expect(read.pack == pack)
        #expect(read.pack.budget[0].pounds.bitPattern == number.bitPattern || number == 0)
    }

    @Test(
        "keeps any text",
        arguments: [
            "", " ", "“so” – naïve café", "a\u{0}b\u{1}\u{8}\u{C}\u{1F}\u{7F}", "line\nbreak\r\n\ttab",
            "\"quoted\" \\ / </script>", "👨‍👩‍👧‍👦 e\u{301}", "\u{2028}\u{2029}\u{FEFF}", String(repeating: "\"", count: 300),
        ])
    func texts(text: String) throws {
        var pack = try Samples.fullPack()
        pack.manifest.title = text
        pack.observations[0].note = text
        let read = try reader.document(from: JSONExporter().data(Samples.publication(of: pack))).pack
        #expect(Array(read.manifest.title.utf8) == Array(text.utf8))
        #expect(read.observations[0].note.map { Array($0.utf8) } == Array(text.utf8))
    }

    @Test("names the number that JSON cannot hold", arguments: [Double.infinity, -.infinity, .nan])
    func notFinite(number: Double) throws {
        var pack = try Samples.fullPack()
        pack.observations[1].value = .fraction(numerator: 1, denominator: number)
        let error = #expect(throws: JSONExportError.self) {
            try CompressedJSONExporter().data(Samples.publication(of: pack))
        }
        #expect(error?.code == .badValue)
        #expect(error?.path == "pack.observations[1].value.denominator")
        pack = try Samples.fullPack()
        pack.budget[0].pounds = number
        let other = #expect(throws: JSONExportError.self) {
            try JSONExporter().data(Samples.publication(of: pack))
        }
        #expect(other?.path == "pack.budget[0].pounds")
    }

    @Test("holds nothing of what the audience may not see, in either form")
    func canaries() throws {
        var pack = try Samples.fullPack()
        let canary = "Canary-7654321"
        pack.indicators.append(
            Indicator(
                id: "canary-7654321", title: canary, unit: .count, polarity: .neutral, access: .exempt([.individual])))
        pack.observations.append(
            Observation(
                indicator: "canary-7654321", period: pack.manifest.period, area: pack.manifest.area,
                value: .value(7_654_321), note: canary))
        pack.plans[0].actions.append(
            PlanAction(
                id: "canary-action-7654321", title: canary, indicators: ["canary-7654321"],
                access: .exempt([.legalPrivilege])))
        pack.inspections[0].findings.append(
            Finding(
                id: "canary-finding-7654321", kind: .areaForImprovement, text: canary, access: .exempt([.identity])))
        let exporters: [any Exporter] = [
            try CompressedJSONExporter(), try CompressedJSONLinesExporter(), try JSONExporter(),
            try JSONLinesExporter(),
        ]
        for exporter in exporters {
            let shown = try text(exporter, pack.publish(for: .everyone))
            #expect(!shown.contains("7654321") && !shown.lowercased().contains("canary"))
            #expect(try text(exporter, pack.publish(for: .officers)).contains("7654321"))
        }
    }

    private func text(_ exporter: any Exporter, _ publication: Publication) throws -> String {
        let bytes = try exporter.data(publication)
        let isCompressed = bytes.starts(with: [0x1F, 0x8B])
        return String(decoding: isCompressed ? try GzipReader.decompress(bytes) : bytes, as: UTF8.self)
    }
}

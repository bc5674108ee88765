import FamilyServicesKit
import TestSupport
import Testing

@Suite("A pack in JSON")
struct ReportPackDocumentTests {
    @Test("comes back as it was, full or spare, in either layout", arguments: ReportPack.JSONLayout.allCases)
    func roundTrip(layout: ReportPack.JSONLayout) throws {
        for pack in [try Fixtures.fullPack(), try Fixtures.sparePack()] {
            #expect(try ReportPack(json: pack.jsonData(layout: layout)) == pack)
        }
    }

    @Test("is the same to the byte for equal packs, whatever the order of their sets and dictionaries")
    func deterministic() throws {
        let first = try Fixtures.fullPack().jsonData()
        for _ in 0..<5 { #expect(try Fixtures.fullPack().jsonData() == first) }
        #expect(try ReportPack(json: first).jsonData() == first)
        var left = try Fixtures.sparePack()
        var right = left
        left.observations[0].access = Access(
            exemptParagraphs: [.crime, .individual, .identity], agreements: ["g", "a"])
        right.observations[0].access = Access(
            exemptParagraphs: [.identity, .crime, .individual], agreements: ["a", "g"])
        #expect(try left.jsonData() == right.jsonData())
        left.audits.statements[0].shares = [:]
        for grade in Grade.allCases { left.audits.statements[0].shares[grade] = try Percentage(25) }
        right.audits.statements[0].shares = [:]
        for grade in Grade.allCases.reversed() { right.audits.statements[0].shares[grade] = try Percentage(25) }
        #expect(try left.jsonData() == right.jsonData())
    }

    @Test(
        "keeps awkward numbers and texts",
        arguments: [
            0.1, -0.0, .leastNonzeroMagnitude, 1.797_693_134_862_315_7e308, 2.225_073_858_507_201_4e-308,
            9_007_199_254_740_992,
            1.0 / 3,
            69.196_428_571_428_57, 1e21, -1e-7,
        ])
    func awkwardNumbers(number: Double) throws {
        var pack = try Fixtures.sparePack()
        pack.observations[1].value = .value(number, outOf: number)
        pack.budget[0].pounds = number
        let read = try ReportPack(json: pack.jsonData())
        #expect(read == pack)
        #expect(read.budget[0].pounds.bitPattern == number.bitPattern || number == 0)
    }

    @Test(
        "keeps any text",
        arguments: [
            "", " ", "“so” – naïve café", "a\u{0}b\u{1F}\u{7F}", "line\nbreak\r\n\ttab", "\"quoted\" \\ / </script>",
            "👨‍👩‍👧‍👦 e\u{301}", "\u{2028}\u{2029}\u{FEFF}",
        ])
    func awkwardTexts(text: String) throws {
        var pack = try Fixtures.sparePack()
        pack.manifest.title = text
        pack.manifest.notes = [text, text]
        let read = try ReportPack(json: pack.jsonData())
        #expect(read == pack)
        #expect(Array(read.manifest.title.unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test("keeps random figures to the bit")
    func randomNumbers() throws {
        var generator = SeededGenerator()
        var pack = try Fixtures.sparePack()
        let template = pack.observations[1]
        pack.observations = (0..<2_000).map { _ in
            var copy = template
            let bits = Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &generator))
            copy.value = .fraction(numerator: bits.isFinite ? bits : 0.5, denominator: 3)
            return copy
        }
        #expect(try ReportPack(json: pack.jsonData()) == pack, "seed \(generator.seed)")
    }

    @Test("says its version and what wrote it, and keeps slashes readable")
    func envelope() throws {
        let text = String(decoding: try Fixtures.sparePack().jsonData(), as: UTF8.self)
        #expect(text.hasPrefix(#"{"generator":{"name":"FamilyServicesKit","version":"0.1.0"},"pack":{"#))
        #expect(text.hasSuffix(#"},"schemaVersion":{"major":1,"minor":0}}"#))
        var pack = try Fixtures.sparePack()
        pack.manifest.title = "a/b"
        let generator = ReportPackDocument.Generator(name: "tool", version: "7")
        let bytes = try pack.jsonData(generator: generator)
        #expect(String(decoding: bytes, as: UTF8.self).contains(#""a/b""#))
        let document = try ReportPackDocument(json: bytes)
        #expect(document.generator == generator)
        #expect(document.schemaVersion == ReportPackDocument.currentVersion)
        #expect(try ReportPackDocument(json: pack.jsonData(generator: nil)).generator == nil)
    }

    @Test("puts one thing on a line in the pretty layout")
    func pretty() throws {
        let lines = String(decoding: try Fixtures.sparePack().jsonData(layout: .pretty), as: UTF8.self).split(
            separator: "\n")
        #expect(lines.count > 100)
        #expect(try Fixtures.sparePack().jsonData(layout: .compact).contains(UInt8(ascii: "\n")) == false)
    }

    @Test("cannot hold a number that is none, and says which it is", arguments: [Double.infinity, -.infinity, .nan])
    func notFinite(number: Double) throws {
        var pack = try Fixtures.sparePack()
        pack.observations[1].value = .value(number)
        let error = #expect(throws: ReportPackDocumentError.self) { try pack.jsonData() }
        #expect(error?.code == .badValue)
        #expect(error?.path == "pack.observations[1].value.value")
        #expect(error?.message.contains("finite") == true)
    }

    @Test("orders versions")
    func versions() {
        typealias Version = ReportPackDocument.Version
        #expect(Version(major: 1, minor: 9) < Version(major: 2, minor: 0))
        #expect(Version(major: 1, minor: 2) < Version(major: 1, minor: 10))
        #expect(Version(major: 1, minor: 10).description == "1.10")
    }
}

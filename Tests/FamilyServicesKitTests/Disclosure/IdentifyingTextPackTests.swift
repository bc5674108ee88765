import FamilyServicesKit
import Foundation
import TestSupport
import Testing

@Suite("Text that identifies a person, in a pack", .slow)
struct IdentifyingTextPackTests {
    private static let canary = "a.b@example.org"

    @Test("Whatever text of a pack holds an e-mail address, it is reported")
    func completeness() throws {
        let pack = try Fixtures.fullPack()
        let before = Set(IdentifyingText.findings(in: pack))
        let root = try JSONSerialization.jsonObject(with: JSONEncoder().encode(pack))
        var places: [[Step]] = []
        Self.collectTexts(root, [], into: &places)
        #expect(places.count > 250)
        func changed(at places: [[Step]]) throws -> ReportPack? {
            let object = places.reduce(root) { root, place in
                Self.change(root, at: place[...]) { "\($0) \(Self.canary)" }
            }
            return try? JSONDecoder().decode(
                ReportPack.self, from: JSONSerialization.data(withJSONObject: object))
        }
        // Identifiers may hold nearly anything; then the names that point to them lead nowhere, and the pack is wrong.
        let texts = try places.filter { place in
            try !Self.isIdentifier(place, in: root) && changed(at: [place]) != nil
        }
        // Every text property of the model is filled in in the full pack.
        #expect(texts.count > 150, "\(texts.count) of \(places.count)")
        // Several at once, which are as many findings.
        for start in stride(from: 0, to: texts.count, by: 8) {
            let group = Array(texts[start...].prefix(8))
            let pack = try #require(try changed(at: group), "\(group)")
            let findings = IdentifyingText.findings(in: pack).filter { !before.contains($0) }
            #expect(findings.count == group.count, "\(group)")
            #expect(findings.allSatisfy { $0.kind == .emailAddress }, "\(group)")
            let messages = pack.identifyingText().map(\.message)
            #expect(!messages.contains { $0.contains("example.org") }, "\(group)")
        }
    }

    @Test("A finding names record, text, character and number, and repeats nothing")
    func message() throws {
        var pack = try Fixtures.sparePack()
        pack.reports[0].sections[0].paragraphs[0].text = "Née: x@y.org, z@y.org or 020 7946 0123."
        let diagnostics = pack.identifyingText()
        #expect(
            diagnostics.map(\.description) == [
                "report c: warning: An e-mail address was found in paragraph 1 of section 1 at character 6 and 1 more of the "
                    + "kind; take it out, or name a role or a team in its place.",
                "report c: warning: A telephone number was found in paragraph 1 of section 1 at character 26; take it out, or "
                    + "name a role or a team in its place.",
            ])
        #expect(diagnostics.allSatisfy { $0.code == .identifyingText })
        let findings = IdentifyingText.findings(in: pack)
        #expect(try roundTrip(findings) == findings)
        #expect(pack.identifyingText(options: .init(kinds: [.postcode])).isEmpty)
    }

    @Test("A web address of a source is fine, an e-mail address there is not")
    func addressOfSource() throws {
        var pack = try Fixtures.sparePack()
        func withAddress(_ address: String) -> [IdentifyingText.Kind] {
            pack.manifest.sources = [SourceDocument(id: "s", title: "S", address: address)]
            return IdentifyingText.findings(in: pack).map(\.kind)
        }
        #expect(withAddress("https://democracy.example.gov.uk/ie.aspx?CId=0207946012&MId=9434765919") == [])
        #expect(withAddress("clerk@example.gov.uk") == [.emailAddress])
    }

    // MARK: Texts in JSON

    private enum Step: Hashable {
        case key(String)
        case index(Int)
    }

    private static func collectTexts(_ value: Any, _ path: [Step], into places: inout [[Step]]) {
        switch value {
        case let members as [String: Any]:
            for key in members.keys.sorted() { collectTexts(members[key] as Any, path + [.key(key)], into: &places) }
        case let items as [Any]:
            for (index, item) in items.enumerated() { collectTexts(item, path + [.index(index)], into: &places) }
        case is String: places.append(path)
        default: break
        }
    }

    private static func change(_ value: Any, at path: ArraySlice<Step>, _ edit: (String) -> String) -> Any {
        guard let step = path.first else { return (value as? String).map(edit) ?? value }
        switch (step, value) {
        case (.key(let key), var members as [String: Any]):
            members[key] = members[key].map { change($0, at: path.dropFirst(), edit) }
            return members
        case (.index(let index), var items as [Any]):
            items[index] = change(items[index], at: path.dropFirst(), edit)
            return items
        default: return value
        }
    }

    /// The keys under which identifiers and names of records stand.
    private static let identifierKeys: Set<String> = [
        "id", "area", "indicator", "indicators", "inspection", "inspections", "document", "author", "owner", "chair",
        "category", "breakdown", "total", "parent", "members", "agreements", "theme", "replaces", "respondsTo",
        "worriedAbout", "workingWell", "recommendations", "roles", "progress", "findings", "actions", "dependsOn",
        "method",
        "revokes", "reportOf", "contacts", "within", "partOf", "revises", "plans",
    ]

    /// Whether an identifier stands at a place: one that is not in the model's own texts of the same name.
    private static func isIdentifier(_ path: [Step], in root: Any) -> Bool {
        let keys = path.compactMap { step in if case .key(let key) = step { key } else { nil } }
        if keys.contains("ties") { return true }
        guard let last = keys.last, identifierKeys.contains(last) else { return false }
        let parent = keys.dropLast().last ?? ""
        // These have the name of an identifier elsewhere and are texts.
        let texts: Set<[String]> = [
            ["context", "area"], ["judgements", "area"], ["agreements", "owner"], ["findings", "theme"],
            ["recommendations", "theme"], ["enclosures", "partOf"], ["checks", "method"],
        ]
        return !texts.contains([parent, last])
    }
}

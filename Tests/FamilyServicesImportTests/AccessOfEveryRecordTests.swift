import FamilyServicesImport
import FamilyServicesKit
import Foundation
import ReportModel
import Testing

@Suite("Who may see which record")
struct AccessOfEveryRecordTests {
    private func pack() throws -> ReportPack {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/KitchenSink").path
        return try #require(ReportPackLoader().load(folder: folder).pack)
    }

    @Test(
        "The public sees no record that is exempt, or printed in exempt papers, whatever sort of record it is",
        arguments: Guard.Way.allCases)
    fileprivate func nothingIsForgotten(_ way: Guard.Way) throws {
        var pack = try pack()
        let paper = SourceDocument(id: "paper", title: "Canary paper", access: .exempt([.businessAffairs]))
        pack.manifest.sources.append(paper)
        let changer = Guard(way, paper.id)
        changer.walk(&pack)
        #expect(changer.kinds.count > 10)

        let publication = try pack.publish(for: .everyone)
        let shown = Canaries()
        shown.walk(publication.pack)
        #expect(shown.keys == [])
        #expect(!String(describing: publication.sections).contains("Canary"))
        #expect(!publication.releaseNote.withheld.contains { $0.item == "Other records" })
        let officers = Canaries()
        officers.walk(try pack.publish(for: .officers).pack)
        #expect(officers.keys.count > 3)
    }

    /// Limits who may see each record that can be limited, and marks it.
    fileprivate final class Guard: FieldChanger {
        enum Way: CaseIterable { case byAccess, byPaper }

        let sorts: FieldSorts = .texts
        private let way: Way
        private let paper: SourceDocument.ID
        private(set) var kinds: Set<String> = []

        init(_ way: Way, _ paper: SourceDocument.ID) { (self.way, self.paper) = (way, paper) }

        func change<Record: CataloguedRecord>(
            _ field: PackField<Record>, of record: inout Record, at place: FieldPlace
        ) {
            guard Record.fields.contains(where: limits) else { return }
            kinds.insert("\(Record.self)")
            switch field.content {
            case .access(let path) where way == .byAccess: record[keyPath: path] = .exempt([.businessAffairs])
            case .source(let path) where way == .byPaper: record[keyPath: path] = SourceReference(paper)
            case .text(let path) where ["text", "title", "statement", "measure"].contains(field.key):
                record[keyPath: path] = "Canary \(kinds.count)"
            default: break
            }
        }

        private func limits<Record>(_ field: PackField<Record>) -> Bool {
            switch field.content {
            case .access: way == .byAccess
            case .source: way == .byPaper
            default: false
            }
        }
    }

    /// The lists in which marked records are left.
    private final class Canaries: FieldVisitor {
        let sorts: FieldSorts = .texts
        private(set) var keys: Set<String> = []

        func visit<Record: CataloguedRecord>(_ field: PackField<Record>, of record: Record, at place: FieldPlace) {
            if case .text(let path) = field.content, record[keyPath: path].hasPrefix("Canary") {
                keys.insert("\(Record.self).\(field.key)")
            }
        }
    }
}

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
        let paper = SourceDocument(id: "paper", title: "A paper", access: .exempt([.businessAffairs]))
        pack.manifest.sources.append(paper)
        let all = Guard(way, paper.id)
        var copy = pack
        all.walk(&copy)
        #expect(all.kinds.count > 15)

        // One at a time, so that no record goes with another that it is in.
        for kind in all.kinds.sorted() {
            var limited = pack
            Guard(way, paper.id, only: kind).walk(&limited)
            let publication = try limited.publish(for: .everyone)
            let shown = Canaries()
            shown.walk(publication.pack)
            #expect(shown.keys == [])
            #expect(!String(describing: publication.sections).contains("Canary"), "\(kind)")
            #expect(!publication.releaseNote.withheld.contains { $0.item == "Other records" }, "\(kind)")
        }
        let officers = Canaries()
        officers.walk(try copy.publish(for: .officers).pack)
        #expect(officers.keys.count > 15)
    }

    /// Limits who may see each record that can be limited, and marks it.
    fileprivate final class Guard: FieldChanger {
        enum Way: CaseIterable { case byAccess, byPaper }

        let sorts: FieldSorts = .texts
        private let way: Way
        private let paper: SourceDocument.ID
        private let only: String?
        private(set) var kinds: Set<String> = []

        init(_ way: Way, _ paper: SourceDocument.ID, only: String? = nil) {
            (self.way, self.paper, self.only) = (way, paper, only)
        }

        func change<Record: CataloguedRecord>(
            _ field: PackField<Record>, of record: inout Record, at place: FieldPlace
        ) {
            let kind = "\(Record.self)"
            guard Record.fields.contains(where: limits), only == nil || only == kind else { return }
            kinds.insert(kind)
            switch field.content {
            case .access(let path) where way == .byAccess: record[keyPath: path] = .exempt([.businessAffairs])
            case .source(let path) where way == .byPaper: record[keyPath: path] = SourceReference(paper)
            case .text(let path) where ["text", "title", "statement", "measure"].contains(field.key):
                record[keyPath: path] = "Canary \(kind)"
            case .optionalText(let path) where ["from", "note", "subject"].contains(field.key):
                record[keyPath: path] = "Canary \(kind)"
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
            let text: String? =
                switch field.content {
                case .text(let path): record[keyPath: path]
                case .optionalText(let path): record[keyPath: path]
                default: nil
                }
            if text?.hasPrefix("Canary") ?? false { keys.insert("\(Record.self).\(field.key)") }
        }
    }
}

@testable import ExporterTestKit
import FamilyServicesKit
import Testing

@Suite("The corpus")
struct CorpusTests {
    @Test("Each document has a name of its own", arguments: [Corpus.Matter.sections, .records])
    func names(matter: Corpus.Matter) throws {
        let names = try Corpus(longRows: 1_000, of: matter).documents.map(\.name)
        #expect(Set(names).count == names.count)
        let lookalikes = try matter == .records ? Corpus.recordLookalikes() : Corpus.lookalikes()
        #expect(Set(lookalikes.map(\.name)).count == lookalikes.count)
        #expect(Set(lookalikes.map(\.publication)).count == lookalikes.count)
    }

    @Test(
        "Documents that have to be written keep what the contract promises",
        arguments: [Corpus.Matter.sections, .records]
    )
    func contract(matter: Corpus.Matter) throws {
        for document in try Corpus(longRows: 1_000, of: matter).documents where document.demand != .survive {
            let publication = document.publication
            let ids = publication.sections.map(\.id)
            let short = publication.sections.map(\.shortTitle)
            #expect(!ids.isEmpty && Set(ids).count == ids.count, "\(document.name)")
            #expect(Set(short).count == short.count && short.allSatisfy { $0.count <= 31 }, "\(document.name)")
            for section in publication.sections {
                #expect(!section.blocks.isEmpty, "\(document.name)")
                for block in section.blocks { check(block, known: Set(ids), in: document.name) }
            }
        }
    }

    private func check(_ block: Block, known: Set<SectionID>, in document: String) {
        switch block {
        case .list(let items):
            #expect(items.allSatisfy { $0.link.map { known.contains($0.section) } ?? true }, "\(document)")
        case .table(let table):
            let titles = table.columns.map(\.title)
            #expect(Set(titles).count == titles.count && !titles.contains(""), "\(document)")
            #expect(titles.allSatisfy { !$0.contains(where: \.isNewline) }, "\(document)")
            #expect(table.rows.allSatisfy { $0.count == titles.count }, "\(document)")
            #expect(table.rows.joined().allSatisfy { isFinite($0.value) }, "\(document)")
            #expect(
                table.rows.joined().allSatisfy { $0.link.map { known.contains($0.section) } ?? true }, "\(document)")
        case .chart(let chart):
            #expect(!chart.alternativeText.isEmpty && Set(chart.labels).count == chart.labels.count, "\(document)")
            #expect(chart.series.allSatisfy { $0.points.count == chart.labels.count }, "\(document)")
        case .heading(let level, _):
            #expect(level >= 2, "\(document)")
        case .paragraph, .facts:
            break
        }
    }

    private func isFinite(_ value: Cell.Value) -> Bool {
        switch value {
        case .number(let number, _), .percentage(let number, _): number.isFinite
        case .text, .date, .missing, .empty: true
        }
    }

    @Test("What is secret stands in some version and in no version for the public")
    func secrets() throws {
        for confidential in try ConfidentialPack.all() {
            let everyone = "\(try confidential.pack.publish(for: .everyone))"
            let others = "\(try confidential.pack.publish(for: .officers))"
            for secret in confidential.secrets {
                #expect(!everyone.contains(secret), "\(confidential.name): \(secret)")
                #expect(others.contains(secret), "\(confidential.name): \(secret)")
            }
        }
    }

    @Test("Every record that has to be written is a record of the kit, with a finite value and a measure")
    func records() throws {
        let documents = try Corpus(longRows: 1_000, of: .records).documents
        let written = documents.filter { $0.demand == .write }.map(\.publication.pack)
        #expect(written.contains { $0.observations.count == 1_000 })
        for pack in written {
            let known = Set(pack.indicators.map(\.id))
            #expect(pack.observations.allSatisfy { known.contains($0.indicator) })
            #expect(
                pack.observations.allSatisfy {
                    $0.value.number(in: .percent)?.isFinite ?? ($0.value.missingReason != nil)
                })
        }
        let reasons = Set(written.flatMap(\.observations).compactMap(\.value.missingReason))
        #expect(reasons == Set(MissingReason.allCases))
    }

    @Test("Every reason for a missing value, and every kind of block, occurs")
    func breadth() throws {
        let documents = try Corpus(longRows: 1_000).documents.filter { $0.demand == .write }
        let cells = documents.flatMap { $0.publication.tablesWithRows.flatMap { $0.rows.joined().map(\.value) } }
        for reason in MissingReason.allCases { #expect(cells.contains(.missing(reason))) }
        let scalars = Set(
            cells.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined().unicodeScalars)
        for code: UInt8 in 0..<0x20 { #expect(scalars.contains(UnicodeScalar(code))) }
        #expect(documents.contains { $0.publication.metadata.audience == .officers })
    }
}

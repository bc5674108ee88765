import FamilyServicesKit
import Foundation
import MarkdownExport
import TestSupport
import Testing

@Suite("When an export fails", .slow)
struct FailureTests {
    struct Full: Error, Equatable {}

    /// Takes so many bytes and then fails.
    struct LimitedSink: ByteSink {
        var left: Int
        var largest = 0
        mutating func write(_ bytes: RawSpan) throws {
            left -= bytes.byteCount
            largest = max(largest, bytes.byteCount)
            if left < 0 { throw Full() }
        }
        mutating func finish() throws {}
    }

    /// A value that several threads may change.
    final class Locked<Value: Sendable>: @unchecked Sendable {
        private let lock = NSLock()
        private var value: Value

        init(_ value: Value) {
            self.value = value
        }

        func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
            lock.withLock { body(&value) }
        }
    }

    private static let longReport = Result { try Sample.report(rows: 4_000) }

    @Test("The sink's own error comes through, wherever it fails", arguments: [0, 1, 1_000, 32_768, 70_000, 200_000])
    func sinkError(_ limit: Int) throws {
        var sink = LimitedSink(left: limit)
        let report = try Self.longReport.get()
        #expect(throws: Full()) { try MarkdownExporter().export(report, to: &sink, context: ExportContext()) }
    }

    @Test("A long report reaches the sink in chunks of moderate size")
    func chunks() throws {
        var sink = LimitedSink(left: .max)
        let report = try Self.longReport.get()
        try MarkdownExporter().export(report, to: &sink, context: ExportContext())
        #expect(sink.largest < 40_000)
    }

    @Test("Cancelling at any step ends the export", arguments: [0, 1, 3, 8, 20])
    func cancelled(_ step: Int) throws {
        let asked = Locked(0)
        let context = ExportContext(isCancelled: {
            asked.withLock { count in
                count += 1
                return count > step
            }
        })
        let report = try Sample.report(rows: 2_000)
        #expect(throws: ExportCancelled.self) { try MarkdownExporter().data(report, context: context) }
    }

    @Test("Progress rises to one")
    func progress() throws {
        let seen = Locked<[Double]>([])
        _ = try MarkdownExporter().data(
            Sample.report(), context: ExportContext(progress: { share in seen.withLock { $0.append(share) } }))
        let shares = seen.withLock { $0 }
        #expect(shares == shares.sorted())
        #expect(shares.last == 1)
    }

    private func error(_ publication: Publication) throws -> MarkdownExportError {
        var sink = MemorySink()
        let error = try #require(throws: MarkdownExportError.self) {
            try MarkdownExporter().export(publication, to: &sink, context: ExportContext())
        }
        #expect(sink.bytes.isEmpty)
        return error
    }

    @Test("A link to a section that is not there is an error")
    func brokenLink() throws {
        let link = SectionLink(section: "nowhere")
        #expect(try error(Sample.publication(cell: Cell(.text("x"), link: link))).code == .brokenLink)
        #expect(try error(Sample.publication([.list([ListItem("x", link: link)])])).code == .brokenLink)
    }

    @Test("A number that is not finite is an error", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(_ value: Double) throws {
        #expect(try error(Sample.publication(cell: Cell(.number(value, decimals: 1)))).code == .nonFiniteNumber)
        #expect(try error(Sample.publication(cell: Cell(.percentage(value, decimals: 1)))).code == .nonFiniteNumber)
    }

    @Test("A row with too few cells is an error that says where, and not what the cells hold")
    func ragged() throws {
        let table = Table(
            name: "t", title: "Sample", columns: [TableColumn("A"), TableColumn("B")],
            rows: [[Cell(.text("1")), Cell(.empty)], [Cell(.text("secret"))]])
        let error = try error(Sample.publication([.table(table)]))
        #expect(error.code == .raggedTable && error.section == "sample")
        #expect(error.message.contains("Row 2") && !error.description.contains("secret"))
        let empty = Table(name: "t", title: "Sample", columns: [], rows: [])
        #expect(try self.error(Sample.publication([.table(empty)])).code == .raggedTable)
    }

    @Test("Options survive JSON, and those left out are the default ones")
    func options() throws {
        let options = MarkdownExporter.Options(tableStyle: .compact, frontMatter: false)
        let decoder = JSONDecoder()
        #expect(try decoder.decode(MarkdownExporter.Options.self, from: JSONEncoder().encode(options)) == options)
        #expect(
            try decoder.decode(MarkdownExporter.Options.self, from: Data("{}".utf8)) == MarkdownExporter.defaultOptions)
        #expect(throws: DecodingError.self) {
            try decoder.decode(MarkdownExporter.Options.self, from: Data("{\"tableStyle\": \"wide\"}".utf8))
        }
    }

    @Test("The registry finds the format by its names")
    func registry() throws {
        var registry = ExporterRegistry()
        try registry.register(MarkdownExporter.self)
        for path in ["a.md", "A.MARKDOWN"] { #expect(try registry.exporter(forPath: path).format.id == "markdown") }
        #expect(try registry.exporter(mediaType: "text/markdown").format.id == "markdown")
    }
}

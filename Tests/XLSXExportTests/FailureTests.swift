import CXLSXWriter
import FamilyServicesKit
import Foundation
import TestSupport
import Testing
@testable import XLSXExport

@Suite("When an export fails")
struct FailureTests {
    struct Full: Error, Equatable {}

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

    /// Takes so many bytes and then fails.
    struct LimitedSink: ByteSink {
        var left: Int
        mutating func write(_ bytes: RawSpan) throws {
            left -= bytes.byteCount
            if left < 0 { throw Full() }
        }
        mutating func finish() throws {}
    }

    @Test("The sink's own error comes through, wherever it fails", arguments: [0, 1, 30, 100, 1_000, 5_000, 10_000])
    func sinkError(_ limit: Int) throws {
        var sink = LimitedSink(left: limit)
        let report = try Sample.report()
        #expect(throws: Full()) { try XLSXExporter().export(report, to: &sink, context: ExportContext()) }
    }

    @Test("Equal publications give equal bytes, one after the other and at the same time")
    func deterministic() async throws {
        let report = try Sample.report()
        let first = try XLSXExporter().data(report)
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<16 { group.addTask { try XLSXExporter().data(report) } }
            for try await bytes in group { #expect(bytes == first) }
        }
    }

    @Test("An export that was cancelled says so and writes nothing")
    func cancelled() throws {
        var sink = MemorySink()
        let report = try Sample.report()
        #expect(throws: ExportCancelled.self) {
            try XLSXExporter().export(report, to: &sink, context: ExportContext(isCancelled: { true }))
        }
        #expect(sink.bytes.isEmpty)
    }

    @Test("Cancelling at any step leaves nothing in the sink", arguments: [1, 3, 8, 12, 20])
    func cancelledLater(_ step: Int) throws {
        let asked = Locked(0)
        let context = ExportContext(isCancelled: {
            asked.withLock { count in
                count += 1
                return count > step
            }
        })
        var sink = MemorySink()
        let report = try Sample.report()
        #expect(throws: ExportCancelled.self) { try XLSXExporter().export(report, to: &sink, context: context) }
        #expect(sink.bytes.isEmpty)
    }

    @Test("Progress rises to one")
    func progress() throws {
        let seen = Locked<[Double]>([])
        _ = try XLSXExporter().data(
            Sample.report(), context: ExportContext(progress: { share in seen.withLock { $0.append(share) } }))
        let shares = seen.withLock { $0 }
        #expect(shares == shares.sorted())
        #expect(shares.last == 1)
    }

    @Test("A publication without sections is an error")
    func noSections() throws {
        let empty = Publication(metadata: try Sample.metadata(), sections: [])
        #expect(try #require(throws: XLSXExportError.self) { try XLSXExporter().data(empty) }.code == .noSections)
    }

    @Test("A link to a section that is not there is an error")
    func brokenLink() throws {
        let publication = try Sample.publication(cell: Cell(.text("x"), link: SectionLink(section: "nowhere")))
        #expect(try #require(throws: XLSXExportError.self) { try XLSXExporter().data(publication) }.code == .brokenLink)
    }

    @Test("More columns than a sheet has are an error")
    func tooManyColumns() throws {
        let columns = (0..<16_385).map { TableColumn("C\($0)") }
        let publication = try Sample.publication(columns: columns, rows: [columns.map { _ in Cell(.empty) }])
        let error = try #require(throws: XLSXExportError.self) { try XLSXExporter().data(publication) }
        #expect(error.code == .tooManyColumns)
        #expect(error.sheet == "Sample")
    }

    @Test("Every error code of the library has a meaning of its own, with sheet and cell")
    func libraryErrors() {
        let faults: Set<UInt32> = [6, 11, 12, 13, 22, 26]
        var messages: Set<String> = []
        for raw in 1..<LXW_MAX_ERRNO.rawValue {
            let error = LibraryError.error(lxw_error(rawValue: raw), sheet: "Plan", cell: "B7")
            #expect((error.code == .library) == faults.contains(raw), "code \(raw)")
            #expect(!error.message.contains("error \(raw)"), "code \(raw)")
            #expect(error.description.hasPrefix("Sheet “Plan”, cell B7: "))
            messages.insert(error.message)
        }
        #expect(LXW_MAX_ERRNO.rawValue == 27, "the library has other codes than those that are mapped")
        #expect(messages.count >= 15)
        #expect(LibraryError.error(lxw_error(rawValue: 200)).message.contains("error 200"))
    }

    @Test("A row with too few cells is an error")
    func ragged() throws {
        let publication = try Sample.publication(
            columns: [TableColumn("A"), TableColumn("B")],
            rows: [[Cell(.text("1")), Cell(.empty)], [Cell(.text("1"))]])
        let error = try #require(throws: XLSXExportError.self) { try XLSXExporter().data(publication) }
        #expect(error.code == .raggedTable)
        #expect(error.message.contains("Row 2"))
    }

    @Test("A workbook whose sheet was cut short is not accepted")
    func cutShort() throws {
        let report = try Sample.report()
        let plan = try WorkbookPlanner(options: .init(), context: ExportContext()).plan(report)
        let bytes = try XLSXExporter().data(report)
        let archive = try ZipArchive(bytes: bytes)
        let texts = try SharedTexts(of: archive)
        try PackageCheck.check(archive, against: plan, texts: texts, context: ExportContext())
        #expect(throws: XLSXExportError.self) { try ZipArchive(bytes: Array(bytes.dropLast(5))) }
        // The other way round: the plan has a row that the workbook lacks, as when a temporary file was cut short.
        var longer = plan
        longer.sheets[0].rows.append(RowPlan(height: 15, cells: []))
        let error = try #require(throws: XLSXExportError.self) {
            try PackageCheck.check(archive, against: longer, texts: texts, context: ExportContext())
        }
        #expect(error.code == .incompleteWorkbook)
        var damaged = bytes
        damaged[bytes.count / 2] ^= 0xFF
        #expect(throws: XLSXExportError.self) {
            try PackageCheck.check(ZipArchive(bytes: damaged), against: plan, texts: texts, context: ExportContext())
        }
    }

    @Test(
        "A part is whole where every element is closed and has the children that it counts",
        arguments: [
            ("<?xml version=\"1.0\"?>\n<a x=\"1>\"><row r=\"1\"/><row r=\"2\"></row></a>", true),
            ("<a><row/><row></row></a>\n", true), ("<a/>", true), ("<a count=\"1\"><row/></a>", true),
            ("<a count=\"9\" uniqueCount=\"2\"><row/><row/></a>", true), ("<a count=\"0\" x=\"5\"/>", true),
            ("<a>&lt;b&gt;</a>", true), ("", false), ("text", false), ("<?xml version=\"1.0\"?><a><b></b>", false),
            ("<a><b></a></b>", false), ("<a></b>", false), ("<a/><a/>", false), ("<a></a", false), ("<a", false),
            ("<a count=\"2\"><row/></a>", false), ("<a count=\"1\"/>", false), ("<a>&lt<b/></a>", false),
            ("<a x=\"<b/></a>", false), ("<a <b/></a>", false), ("</a>", false), ("<a></a>b", false),
        ])
    func wholeParts(_ text: String, _ isWhole: Bool) {
        // However the text comes in pieces.
        for step in [1, 3, 1_000] {
            var scan = PartScan(counting: ["row"])
            let bytes = Array(text.utf8)
            for start in stride(from: 0, to: bytes.count, by: step) {
                scan.read(bytes[start..<min(start + step, bytes.count)])
            }
            #expect(scan.isWhole == isWhole)
            if isWhole { #expect(scan.counts == [text.ranges(of: "<row").count]) }
        }
    }

    @Test("An old file stays when an export fails")
    func oldFileStays() throws {
        try withTemporaryDirectory { directory in
            let path = directory + "/book.xlsx"
            try Data("old".utf8).write(to: URL(fileURLWithPath: path))
            let publication = try Sample.publication(
                cell: Cell(.text("x"), link: SectionLink(section: "nowhere")))
            #expect(throws: XLSXExportError.self) { try XLSXExporter().write(publication, toFile: path) }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("old".utf8))
            #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == ["book.xlsx"])
        }
    }

    @Test("A theme whose text cannot be read is refused")
    func contrast() throws {
        var theme = WorkbookTheme()
        theme.cautionFill = WorkbookColour(red: 0x33, green: 0x33, blue: 0x33)
        let error = try #require(throws: XLSXExportError.self) {
            try XLSXExporter(options: .init(theme: theme))
        }
        #expect(error.code == .invalidOption)
        #expect(error.message.contains("cautionFill #333333"))
    }

    @Test("Black on white has the contrast 21 to 1, and a known grey 4.54")
    func contrastValues() throws {
        let white = WorkbookColour(red: 255, green: 255, blue: 255)
        #expect(abs(white.contrast(with: WorkbookColour(red: 0, green: 0, blue: 0)) - 21) < 0.001)
        #expect(abs(white.contrast(with: try #require(WorkbookColour("#767676"))) - 4.54) < 0.005)
    }

    @Test("Options survive JSON, and those left out are the default ones")
    func optionsCodable() throws {
        var options = XLSXExporter.Options(style: .plain, pageFooters: true)
        options.theme.link = WorkbookColour(red: 1, green: 2, blue: 3)
        let partial = Data("{\"theme\": {\"link\": \"#010203\"}, \"style\": \"plain\", \"pageFooters\": true}".utf8)
        #expect(try JSONDecoder().decode(XLSXExporter.Options.self, from: partial) == options)
        let decoded = try JSONDecoder().decode(XLSXExporter.Options.self, from: JSONEncoder().encode(options))
        #expect(decoded == options)
        #expect(
            try JSONDecoder().decode(XLSXExporter.Options.self, from: Data("{}".utf8)) == XLSXExporter.defaultOptions)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(WorkbookColour.self, from: Data("\"#12345G\"".utf8))
        }
    }
}

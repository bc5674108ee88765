import FamilyServicesKit
import TestSupport
import Testing
@testable import XLSXExport
import ZipPackage

/// libxlsxwriter reports success where a full disk took something of its temporary files, so that only a look at the workbook
/// finds out.
@Suite("A workbook that a full disk took something of", .slow)
struct DamageTests {
    /// A workbook with everything that makes a part long.
    private static func publication() throws -> Publication {
        let wide = (1...90).map { TableColumn("Column \($0)") }
        let links = (1...80).map { [Cell(.text("Link \($0)"), link: SectionLink(section: "trends"))] }
        let words = (1...2_000).map { "word\($0)" }.joined(separator: " ")
        return try SampleChart.publication(
            SampleChart.section([SampleChart.lines(count: 40), SampleChart.bars(), SampleChart.lines("b", title: "B")]),
            PublicationSection(
                id: "wide", title: "Wide", shortTitle: "Wide", summary: "Many columns.",
                blocks: [
                    .table(
                        Table(
                            name: "wide", title: "Wide", columns: wide,
                            rows: (1...20).map { row in
                                wide.indices.map { Cell(.number(Double(row * $0), decimals: 0)) }
                            }))
                ]),
            PublicationSection(
                id: "links", title: "Links", shortTitle: "Links", summary: "Many links.",
                blocks: [.table(Table(name: "links", title: "Links", columns: [TableColumn("Link")], rows: links))]),
            PublicationSection(
                id: "words", title: "Words", shortTitle: "Words", summary: "A long text & one more <text>.",
                blocks: [
                    .table(
                        Table(
                            name: "words", title: "Words", columns: [TableColumn("Words")],
                            rows: [[Cell(.text(words))], [Cell(.text("a < b & c > d"))]]))
                ]),
            try Sample.dashboard(rows: 60))
    }

    /// The library writes 4,096 bytes at a time, or as many as a block of the disk has.
    @Test("A block that is missing from the midst of a part is noticed", arguments: [512, 1_024, 4_096])
    func lostBlocks(_ size: Int) throws {
        let publication = try Self.publication()
        let plan = try WorkbookPlanner(options: .init(), context: ExportContext()).plan(publication)
        let archive = try ZipArchive(bytes: XLSXExporter().data(publication))
        let check = PackageCheck(plan, numberOfParts: archive.entries.count)
        var blocks = 0
        for entry in archive.entries {
            let bytes = try archive.contents(of: entry.name)
            var whole = check.scan(ofPart: entry.name)
            whole.read(bytes[...])
            try check.check(whole, ofPart: entry.name)
            // The theme and the styles are not known well enough to miss an attribute.
            guard !["xl/theme/theme1.xml", "xl/styles.xml"].contains(entry.name) else { continue }
            for start in stride(from: size, to: bytes.count - size, by: size) {
                blocks += 1
                var scan = check.scan(ofPart: entry.name)
                scan.read(bytes[..<start])
                scan.read(bytes[(start + size)...])
                #expect(throws: XLSXExportError.self, "\(entry.name) without bytes \(start) to \(start + size)") {
                    try check.check(scan, ofPart: entry.name)
                }
            }
        }
        #expect(blocks >= 40, "the parts are too short for the test")
    }

    @Test("A part that ends early is noticed, wherever it does")
    func cutParts() throws {
        let publication = try Self.publication()
        let plan = try WorkbookPlanner(options: .init(), context: ExportContext()).plan(publication)
        let archive = try ZipArchive(bytes: XLSXExporter().data(publication))
        let check = PackageCheck(plan, numberOfParts: archive.entries.count)
        for entry in archive.entries {
            let bytes = try archive.contents(of: entry.name)
            for end in stride(from: 0, to: bytes.count, by: max(bytes.count / 23, 1)) {
                var scan = check.scan(ofPart: entry.name)
                scan.read(bytes[..<end])
                #expect(throws: XLSXExportError.self) { try check.check(scan, ofPart: entry.name) }
            }
        }
    }

    @Test("What the library lost before the rows are put in is noticed")
    func skeleton() throws {
        let plan = try WorkbookPlanner(options: .init(), context: ExportContext()).plan(Self.publication())
        let directory = try TemporaryDirectory()
        let path = directory.path + "/workbook.xlsx"
        _ = try WorkbookWriter.write(plan, to: path, temporaryDirectory: directory.path, context: ExportContext())
        let archive = try ZipArchive(bytes: directory.contents(of: path))
        try PackageCheck.check(archive, against: plan, isSkeleton: true, context: ExportContext())
        let check = PackageCheck(plan, numberOfParts: archive.entries.count, isSkeleton: true)
        for entry in archive.entries where entry.name != SharedTexts.part {
            let bytes = try archive.contents(of: entry.name)
            for end in stride(from: 0, to: bytes.count, by: max(bytes.count / 23, 1)) {
                var scan = check.scan(ofPart: entry.name)
                scan.read(bytes[..<end])
                #expect(throws: XLSXExportError.self) { try check.check(scan, ofPart: entry.name) }
            }
        }
    }
}

extension SharedTexts {
    /// The texts that stand in a whole workbook.
    init(of archive: ZipArchive) throws {
        var scan = PartScan(counting: ["si"])
        scan.read(try archive.contents(of: Self.part)[...])
        self.init(count: scan.counts[0], bytes: scan.textBytes)
    }
}

extension PartScan {
    /// Reads some bytes of a part.
    mutating func read(_ bytes: ArraySlice<UInt8>) {
        read(bytes.span.bytes)
    }
}

import FamilyServicesKit
import TestSupport
import Testing
@testable import XLSXExport
import ZipPackage

/// How rows get into a workbook, which its readers cannot see.
@Suite("Writing rows")
struct RowWritingTests {
    /// A table that fills several blocks, with texts that are met again and texts that are not.
    private static func publication(rows: Int = 9_000) throws -> Publication {
        var random = SeededGenerator(seed: 5)
        return try Sample.publication(
            columns: [
                TableColumn("Words"), TableColumn("Other words"), TableColumn("Number", alignment: .trailing),
                TableColumn("Share", alignment: .trailing),
            ],
            rows: (0..<rows).map { row in
                [
                    Cell(.text("Words & <more> \(row % 700)")), Cell(.text("Row _x0041_ \(row)")),
                    Cell(.number(Double.random(in: -1e6...1e6, using: &random), decimals: 2)),
                    row % 11 == 0
                        ? Cell(.missing(.notYetAvailable))
                        : Cell(.percentage(Double.random(in: 0...100, using: &random), decimals: 1)),
                ]
            })
    }

    @Test("The bytes are the same on one core and on several")
    func cores() throws {
        let publication = try Self.publication()
        let workbooks = try [1, 2, 5].map { threads in
            var exporter = try XLSXExporter()
            exporter.threads = threads
            return try exporter.data(publication)
        }
        #expect(workbooks[0].count > 131_072)
        #expect(workbooks[0] == workbooks[1] && workbooks[0] == workbooks[2])
    }

    @Test("Texts that are too many to be kept are in their cells, and read the same")
    func inlineTexts() throws {
        let publication = try Self.publication(rows: 2)
        var plan = try WorkbookPlanner(options: .init(), context: ExportContext()).plan(publication)
        let table = Table(
            name: "words", title: "Words", columns: [TableColumn("Words")],
            rows: (0..<20).map { [Cell(.text("Text & \($0)"))] })
        plan.texts = WorkbookTexts()
        plan.texts.limits = (count: 5, bytes: 1_000)
        let survey = TableSurvey(SheetTable(table), texts: &plan.texts, check: {})
        var rows = SheetRows()
        rows.append(RowPlan(height: 15, cells: [CellPlan(content: .text("A title"), style: 0)]))
        rows.append(
            TableRows(
                survey: survey, lines: [UInt8](repeating: 1, count: 20),
                styles: survey.looks.map { _ in (low: 0, tall: 0) }, links: []))
        plan.sheets[0].rows = rows
        var buffer = ByteBuffer(capacity: 64)
        var uses = 0
        let skeleton = Array("<worksheet><dimension ref=\"A1\"/><sheetData/><pageMargins/></worksheet>".utf8)
        let part = try SheetPart(skeleton, plan.sheets[0], plan: plan, styleNumbers: Array(plan.styles.indices))
        part.writeRows(to: &buffer, numberOfTexts: &uses) { _ in }
        let text = String(decoding: buffer.bytes, as: UTF8.self)
        #expect(text.contains("<c r=\"A1\" s=\"0\" t=\"inlineStr\"><is><t>A title</t></is></c>"))
        #expect(text.contains("<c r=\"A2\" s=\"0\" t=\"s\"><v>0</v></c>"))
        #expect(text.contains("<c r=\"A21\" s=\"0\" t=\"inlineStr\"><is><t>Text &amp; 19</t></is></c>"))
        #expect(uses == plan.texts.count && uses < 20)
        var full = WorkbookTexts()
        full.limits = (count: 10, bytes: 1_000)
        let numbers = (0..<100).map { full.number(of: "Text \($0)") }
        #expect(numbers.prefix(10) == (0..<10).map { UInt32($0) }[...])
        #expect(numbers.last == WorkbookTexts.none)
        #expect(full.number(of: "Text 3") == 3)
    }

    @Test("A text is found by its bytes, in the form that a cell has")
    func texts() {
        var texts = WorkbookTexts()
        // Swift takes the first two for equal.
        let words = ["é", "e\u{301}", "a\r\nb", "a\nb", "_x0041_", "_x005F_x0041_", "", "x"]
        let numbers = words.map { texts.number(of: $0) }
        #expect(Set(numbers).count == words.count)
        #expect(words.map { texts.number(of: $0) } == numbers)
        #expect(numbers.map { texts.text($0).utf8.map { $0 } } == words.map { $0.utf8.map { $0 } })
        // Of these, two are the same in a cell.
        #expect(texts.count == words.count - 1)
        #expect(texts.shared("a\nb") == texts.sources[Int(numbers[2])].shared)
        #expect(texts.shared("_x005F_x0041_") == texts.sources[Int(numbers[4])].shared)
        #expect(texts.shared("a\r\nb") == nil)
        for number in 0..<3_000 { _ = texts.number(of: "Text \(number)") }
        #expect(words.map { texts.number(of: $0) } == numbers)
    }

    @Test("Numbers are written so that they read back as what was meant")
    func numbers() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<4_000 {
            let decimals = Int.random(in: 0...15, using: &random)
            let value = Double.random(in: -1...1, using: &random) * [1, 1e3, 1e6, 1e12].randomElement(using: &random)!
            for entry in [
                CellNumber.number(value, decimals: decimals), CellNumber.percentage(value, decimals: decimals),
            ] {
                var buffer = ByteBuffer(capacity: 1)
                buffer.append(number: entry.number)
                let text = String(decoding: buffer.bytes, as: UTF8.self)
                #expect(Double(text)?.bitPattern == (entry.number == 0 ? 0 : entry.number).bitPattern, "\(value)")
            }
        }
        for (steps, decimals, text) in [
            (0, 0, "0"), (5, 1, "0.5"), (-5, 3, "-0.005"), (1_200, 2, "12"), (1_230, 2, "12.3"), (100, 0, "100"),
        ] {
            var buffer = ByteBuffer(capacity: 1)
            buffer.append(steps: steps, decimals: decimals)
            #expect(String(decoding: buffer.bytes, as: UTF8.self) == text)
        }
    }

    @Test("A part is looked through in the same way in one go and byte by byte, whole and in blocks")
    func scans() throws {
        let archive = try ZipArchive(bytes: XLSXExporter().data(Self.publication(rows: 50)))
        for entry in archive.entries {
            let bytes = try archive.contents(of: entry.name)
            var (whole, single) = (PartScan(counting: ["row", "c", "si"]), PartScan(counting: ["row", "c", "si"]))
            whole.read(bytes[...])
            for index in bytes.indices { single.read(bytes[index...index]) }
            #expect(whole.isWhole && single.isWhole)
            #expect(whole.counts == single.counts && whole.textBytes == single.textBytes)
        }
        var part = PartScan(counting: ["c"])
        part.read(Array("<s uniqueCount=\"3\"><c/>".utf8)[...])
        var fragment = PartScan(counting: ["c"], isFragment: true)
        fragment.read(Array("<c>1</c><c a=\"2\">&amp;</c>".utf8)[...])
        var open = PartScan(counting: ["c"], isFragment: true)
        open.read(Array("<c>".utf8)[...])
        var broken = part
        part.append(fragment)
        part.read(Array("</s>".utf8)[...])
        #expect(part.isWhole && part.counts == [3] && part.textBytes == 2)
        broken.append(open)
        broken.read(Array("</c></s>".utf8)[...])
        #expect(!broken.isWhole)
    }
}

import FamilyServicesKit
import TestSupport
import Testing
import XLSXReading
import ZipPackage

@Suite("Hostile files", .slow)
struct HostileTests {
    private var workbook: HandMade {
        var rows = ""
        for row in 1...30 {
            rows +=
                "<row r=\"\(row)\"><c r=\"A\(row)\" t=\"s\"><v>\(row % 3)</v></c><c r=\"B\(row)\" s=\"1\"><v>\(45_000 + row)</v></c>"
            rows +=
                "<c r=\"D\(row)\" t=\"inlineStr\"><is><r><t xml:space=\"preserve\"> x &amp; y </t></r></is></c></row>"
        }
        return HandMade(
            rows: rows, texts: "<si><t>one</t></si><si><r><t>two</t></r></si><si><t>_x0041_</t></si>",
            formats: ["dd/mm/yyyy"])
    }

    private let rounds = TestSize.count(1_500)

    /// Bytes with something done to them.
    private func changed(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var result = bytes
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            guard !result.isEmpty else { return result }
            let index = Int.random(in: result.indices, using: &generator)
            let end = min(result.count, index + Int.random(in: 0...64, using: &generator))
            switch Int.random(in: 0..<7, using: &generator) {
            case 0: result[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            case 1: result[index] = UInt8.random(in: 0...255, using: &generator)
            case 2: result.removeSubrange(index..<end)
            case 3:
                result.insert(contentsOf: result[index..<end], at: Int.random(in: result.indices, using: &generator))
            case 4: result = Array(result.prefix(index))
            case 5:
                for place in index..<min(result.count, index + 4) { result[place] = 0xFF }
            default:
                let other = Int.random(in: result.indices, using: &generator)
                result.swapAt(index, other)
            }
        }
        return result
    }

    @Test("Changed bytes of a file are read or refused, never more")
    func changedFiles() throws {
        var generator = SeededGenerator()
        let files = try [
            workbook.file(), workbook.file(.init(isStored: true)),
            workbook.file(.init(hasDescriptors: true, isWide: true)),
        ]
        var refused = 0
        for round in 0..<rounds {
            let bytes = changed(files[round % files.count], &generator)
            do {
                _ = try XLSXReader().read(bytes)
            } catch {
                refused += 1
                #expect(!error.message.isEmpty, "seed \(generator.seed)")
            }
        }
        #expect(refused > rounds / 2, "seed \(generator.seed)")
    }

    @Test("Changed XML is read or refused, never more")
    func changedParts() throws {
        var generator = SeededGenerator()
        let parts = workbook.parts
        var accepted = 0
        for round in 0..<rounds {
            var parts = parts
            let index = round % parts.count
            parts[index].bytes = changed(parts[index].bytes, &generator)
            do {
                _ = try XLSXReader().read(TestZip.file(parts, .init(isStored: true)))
                accepted += 1
            } catch let error as XLSXReadingError {
                #expect(!error.message.isEmpty, "seed \(generator.seed)")
            }
        }
        #expect(accepted > rounds / 60, "seed \(generator.seed)")
    }

    @Test("A part that unpacks to a thousand times its size is refused before it is unpacked")
    func bomb() throws {
        // 64 MB of blanks; what is refused is the ratio, then the size.
        var blanks = Array("<worksheet xmlns=\"\(HandMade.main)\">".utf8)
        blanks += [UInt8](repeating: 0x20, count: 64_000_000)
        blanks += Array("<sheetData/></worksheet>".utf8)
        let file = try HandMade(sheetPart: blanks).file()
        #expect(file.count < 100_000)
        let ratio = try #require(throws: XLSXReadingError.self) { try XLSXReader().read(file) }
        #expect(ratio.code == .limit && ratio.part == "xl/worksheets/sheet1.xml")
        let size = try #require(throws: XLSXReadingError.self) {
            try XLSXReader(limits: .init(unpackedBytes: 60_000_000, compressionRatio: 2_000)).read(file)
        }
        #expect(size.code == .limit)
    }

    @Test("A part that unpacks to more than the directory says is refused where it does")
    func lyingDirectory() throws {
        let content = [UInt8](repeating: 0x20, count: 5_000_000)
        var file = try TestZip.file([("[Content_Types].xml", content)])
        // The size when unpacked, in the directory.
        let directory = try #require(file.firstRange(of: [0x50, 0x4B, 0x01, 0x02])?.lowerBound)
        file.replaceSubrange((directory + 24)..<(directory + 28), with: TestZip.number(10, 4))
        let archive = try ZipFile(bytes: file)
        var unpacked = 0
        #expect(throws: ZipFileError(.entryDamaged, part: "[Content_Types].xml")) {
            try archive.inflate(archive.entries[0]) { unpacked += $0.byteCount }
        }
        #expect(unpacked == 0)
    }

    @Test("The same part may be many sheets, but counts each time")
    func repeatedSheet() throws {
        let sheets = (1...900).map { "<sheet name=\"S\($0)\" sheetId=\"\($0)\" r:id=\"rId1\"/>" }.joined()
        var parts = HandMade(
            sheetPart: Array("<worksheet xmlns=\"\(HandMade.main)\"/>".utf8) + [UInt8](repeating: 0x20, count: 900_000)
        )
        .parts
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let index = try #require(parts.firstIndex { $0.name == "xl/workbook.xml" })
        parts[index].bytes = Array(
            "<workbook xmlns=\"\(HandMade.main)\" xmlns:r=\"\(office)\"><sheets>\(sheets)</sheets></workbook>".utf8)
        let error = try #require(throws: XLSXReadingError.self) {
            try XLSXReader(limits: .init(unpackedBytes: 5_000_000)).read(TestZip.file(parts))
        }
        #expect(error.code == .limit)
        #expect(error.sheet == "S6")
    }

    @Test("Each limit is kept to the last one allowed")
    func limits() throws {
        let file = try workbook.file()
        // 30 rows of four cells, of which the third is empty.
        let exact = XLSXReader.Limits(parts: 7, sheets: 1, cells: 30 + 30 * 4, sharedTexts: 3)
        #expect(try XLSXReader(limits: exact).read(file)[0].rows.count == 30)
        for path in [\XLSXReader.Limits.parts, \.sheets, \.cells, \.sharedTexts] {
            var limits = exact
            limits[keyPath: path] -= 1
            let error = try #require(throws: XLSXReadingError.self) { try XLSXReader(limits: limits).read(file) }
            #expect(error.code == .limit)
        }
        #expect(throws: XLSXReadingError.self) { try XLSXReader(limits: .init(fileBytes: file.count - 1)).read(file) }
    }

    @Test("A cell far away costs what the limits allow")
    func farAway() throws {
        let rows = (1...300).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>1</v></c></row>" }.joined()
        let error = try #require(throws: XLSXReadingError.self) { try HandMade(rows: rows).read() }
        #expect(error.code == .limit && error.cell == "XFD245")
        let last = try HandMade(rows: "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>").read()
        #expect(last.count == 1_048_576)
    }

    @Test("Elements nested without end, and attributes without end, are refused")
    func nesting() throws {
        let deep = String(repeating: "<row>", count: 100_000)
        #expect(throws: XLSXReadingError.self) { try HandMade(rows: deep).read() }
        let wide = "<row " + (0..<100_000).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>"
        #expect(throws: XLSXReadingError.self) { try HandMade(rows: wide).read() }
        let named = "<row " + String(repeating: "a", count: 100_000) + "=\"\"/>"
        #expect(throws: XLSXReadingError.self) { try HandMade(rows: named).read() }
    }
}

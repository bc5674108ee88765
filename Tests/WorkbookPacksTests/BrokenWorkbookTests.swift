import FamilyServicesImport
import FamilyServicesKit
import TestSupport
import Testing
import WorkbookPacks
import ZipPackage

@Suite("Broken workbooks as packs", .slow)
struct BrokenWorkbookTests {
    /// The parts of the workbook of a pack.
    private static func parts(of bytes: [UInt8]) throws -> [(name: String, bytes: [UInt8])] {
        let file = try ZipFile(bytes: bytes)
        return try file.entries.map { ($0.name, try file.contents(of: $0)) }
    }

    /// Loads what is left of a workbook; nothing may trap, and what cannot be read has to be said.
    private func load(_ bytes: [UInt8], _ comment: Comment) {
        do throws(SheetReadingProblem) {
            let sheets = try WorkbookSheets().sheets(in: bytes)
            let result = ReportPackLoader().load(sheets: sheets, named: "book.xlsx")
            #expect(result.pack != nil || result.errorCount > 0, comment)
            #expect(result.diagnostics.allSatisfy { $0.location?.file == "book.xlsx" || $0.location == nil }, comment)
        } catch {
            #expect(!error.message.isEmpty, comment)
        }
    }

    @Test("Changed parts are read or refused, never more")
    func parts() throws {
        var generator = SeededGenerator()
        let book = try PackWorkbook.workbook(ofFolder: ExamplePacks.path("quarterly-update-2022-01"))
        let parts = try Self.parts(of: book)
        let sheets = parts.indices.filter { parts[$0].name.hasPrefix("xl/worksheets/sheet") }
        for round in 0..<TestSize.count(60) {
            var changed = parts
            let number =
                round.isMultiple(of: 8)
                ? parts.indices.randomElement(using: &generator) : sheets.randomElement(using: &generator)
            let part = number ?? 0
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                guard !changed[part].bytes.isEmpty else { break }
                let index = Int.random(in: changed[part].bytes.indices, using: &generator)
                let end = min(changed[part].bytes.count, index + Int.random(in: 0...400, using: &generator))
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: changed[part].bytes[index] = .random(in: 0...255, using: &generator)
                case 1: changed[part].bytes.removeSubrange(index..<end)
                case 2: changed[part].bytes.insert(contentsOf: changed[part].bytes[index..<end], at: index)
                case 3: changed[part].bytes[index] = .random(in: 0x30...0x39, using: &generator)
                default: changed[part].bytes = Array(changed[part].bytes.prefix(end))
                }
            }
            load(try ZipMaker.file(changed), "seed \(generator.seed), round \(round)")
        }
    }

    @Test("Changed cells are read or refused, never more")
    func cells() throws {
        var generator = SeededGenerator()
        let book = try PackWorkbook.workbook(ofFolder: ExamplePacks.path("improvement-plan-2019-03"))
        let sheets = try WorkbookSheets().sheets(in: book)
        let others: [SheetCell] = [
            .empty, .text(""), .text(" "), .text("\n"), .text("•"), .text("• a\nb"), .text(";;"), .text("=1"),
            .text("\u{0}"),
            .text(String(repeating: "x", count: 5_000)), .number(0), .number(-1), .number(1e300), .number(0.1),
            .boolean(true),
            .error("#N/A"), .error("#CALC!"), .text("2026-13"), .text("exempt 9"), .text("ID"), .text("Title"),
        ]
        for round in 0..<TestSize.count(40) {
            var changed = sheets
            for _ in 0..<Int.random(in: 1...5, using: &generator) {
                let sheet = Int.random(in: changed.indices, using: &generator)
                switch Int.random(in: 0..<8, using: &generator) {
                case 0: changed.remove(at: sheet)
                case 1: changed[sheet].rows.shuffle(using: &generator)
                case 2: changed[sheet].rows.removeAll()
                case 3: changed[sheet].rows += changed[sheet].rows
                default:
                    guard let row = changed[sheet].rows.indices.randomElement(using: &generator),
                        let column = changed[sheet].rows[row].indices.randomElement(using: &generator)
                    else { continue }
                    changed[sheet].rows[row][column] = others.randomElement(using: &generator) ?? .empty
                    if Bool.random(using: &generator) {
                        changed[sheet].shown[ReadSheet.Place(row: row, column: column)] = "00.1%"
                    }
                }
                if changed.isEmpty { break }
            }
            let result = ReportPackLoader().load(sheets: changed, named: "book.xlsx")
            #expect(result.pack != nil || result.errorCount > 0, "seed \(generator.seed), round \(round)")
        }
    }
}

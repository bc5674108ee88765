import FamilyServicesImport
import FamilyServicesKit
import Foundation
import TestSupport
import Testing
import WorkbookPacks

@Suite("Packs turned into workbooks and back")
struct ConversionTests {
    private let loader = ReportPackLoader(sheetReader: WorkbookSheets())

    /// A folder for the files of one test.
    private func folder() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appending(path: "packs-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }

    private func makeFolder(of workbook: String, at folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in try PackWorkbook.files(ofWorkbook: workbook) {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
    }

    @Test("Every example pack is the same as a workbook and as a folder again", arguments: ExamplePacks.names)
    func roundTrip(_ name: String) throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let pack = try ExamplePacks.load(name)
        let path = folder.appending(path: "pack.xlsx").path
        try Data(PackWorkbook.workbook(ofFolder: ExamplePacks.path(name))).write(to: URL(filePath: path))
        let read = loader.load(folder: path)
        #expect(read.pack == pack)
        #expect(read.inputs.map(\.name) == ["pack.xlsx"])
        let again = folder.appending(path: "again")
        try makeFolder(of: path, at: again)
        #expect(ReportPackLoader().load(folder: again.path).pack == pack)
        #expect(
            try PackWorkbook.workbook(ofFolder: ExamplePacks.path(name))
                == Array(Data(contentsOf: URL(filePath: path))),
            "the same pack gives the same bytes")
    }

    @Test(
        "An example pack is the same after LibreOffice saved its workbook, as a workbook and as a spreadsheet",
        .slow,
        .enabled(if: LibreOffice.isInstalled, LibreOffice.advice))
    func libreOffice() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let names = ExamplePacks.forLibreOffice
        let paths = try names.map { name in
            let path = folder.appending(path: name + ".xlsx").path
            try Data(PackWorkbook.workbook(ofFolder: ExamplePacks.path(name))).write(to: URL(filePath: path))
            return path
        }
        let saved = folder.appending(path: "saved")
        try LibreOffice.convert(paths, to: "xlsx", in: saved.path)
        // The other form is read from one of them: each costs LibreOffice seconds.
        try LibreOffice.convert([paths[0]], to: "ods", in: saved.path)
        for name in names {
            let path = saved.appending(path: name + ".xlsx").path
            let result = loader.load(folder: path)
            #expect(result.errors.isEmpty, "\(name)")
            let again = folder.appending(path: name)
            try makeFolder(of: path, at: again)
            #expect(try ReportPackLoader().load(folder: again.path).pack == ExamplePacks.load(name), "\(name)")
        }
        let open = saved.appending(path: names[0] + ".ods").path
        #expect(try loader.load(folder: open).pack == ExamplePacks.load(names[0]))
    }

    @Test("What no sheet can say is refused, and not lost")
    func refused() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ name: String, _ text: String) throws {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        try write(
            "pack.yaml",
            """
            schema: 1
            title: A report
            organisation: Exampleton Council
            area: x
            period: 2026-06
            date: 2026-07-14
            areas: [{id: x, title: Exampleton, kind: local-authority}]
            """)
        // Two sections that nothing tells apart, each with paragraphs of its own.
        try write(
            "report.yaml",
            """
            reports:
              - id: r
                title: A report
                sections:
                  - {title: Summary, paragraphs: [{text: First.}]}
                  - {title: Summary, paragraphs: [{text: Second.}]}
            """)
        #expect(loader.load(folder: folder.path).errors.isEmpty)
        let error = #expect(throws: PackWorkbook.ConversionError.self) {
            try PackWorkbook.workbook(ofFolder: folder.path)
        }
        #expect(error?.diagnostics.first?.message.contains("nothing tells this one from the others") == true)
        #expect(error?.diagnostics.first?.location?.line == 5)
    }

    @Test("Texts keep their lines, semicolons, quotation marks and signs, in cells and in files", .slow)
    func texts() throws {
        var generator = SeededGenerator()
        let pieces = [
            "a", "b; c", "“d”", "\"e\"", "it's", " # no remark", "x: y", "- z", "• dot", "\nnext", "\n\nafter", "{f}",
            "[g]",
            "&h", "*i", "\\j", "=1+1", "00123", "57.1%", "ü€🙂", "_x0041_", "true", "null", "~", "<k>", "l,m", "\t",
        ]
        func text() -> String {
            let count = Int.random(in: 1...4, using: &generator)
            let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            return "t" + text.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        for round in 0..<TestSize.count(15) {
            let folder = try folder()
            defer { try? FileManager.default.removeItem(at: folder) }
            let (notes, steps) = ((0..<3).map { _ in text() }, (0..<2).map { _ in text() })
            var pack = try ExamplePacks.load("quarterly-update-2022-01")
            pack.manifest.notes = notes
            func quoted(_ text: String) -> String {
                "\""
                    + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
                    .replacing("\t", with: "\\t") + "\""
            }
            func write(_ name: String, _ text: String) throws {
                try Data(text.utf8).write(to: folder.appending(path: name))
            }
            try write(
                "pack.yaml",
                """
                schema: 1
                title: \(quoted(text()))
                organisation: Exampleton Council
                area: x
                period: 2026-06
                date: 2026-07-14
                notes: [\(notes.map(quoted).joined(separator: ", "))]
                areas: [{id: x, title: Exampleton, kind: local-authority}]
                """)
            try write(
                "audits.yaml",
                "methods: [{id: m, title: \(quoted(text())), steps: [\(steps.map(quoted).joined(separator: ", "))]}]\n")
            try write(
                "report.yaml",
                "reports: [{id: r, title: T, sections: [{number: \"1\", title: \(quoted(text())), paragraphs: [{text: \(quoted(text()))}]}]}]\n"
            )
            let before = loader.load(folder: folder.path)
            let wanted = try #require(before.pack, "seed \(generator.seed), round \(round): \(before.errors)")
            let path = folder.appending(path: "book.xlsx").path
            do throws(PackWorkbook.ConversionError) {
                let bytes = try PackWorkbook.workbook(ofFolder: folder.path)
                try? Data(bytes).write(to: URL(filePath: path))
            } catch {
                // A line that begins as the next text would is refused with its place.
                #expect(error.diagnostics.allSatisfy { $0.location?.line != nil }, "seed \(generator.seed): \(error)")
                continue
            }
            let again = folder.appending(path: "again")
            try makeFolder(of: path, at: again)
            let found = ReportPackLoader().load(folder: again.path)
            #expect(found.pack == wanted, "seed \(generator.seed), round \(round): \(found.errors)")
        }
    }
}

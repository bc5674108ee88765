import FamilyServicesKit
import Foundation
import TestSupport
import Testing
import XLSXExport

@Suite("The rows of the packs' workbooks are high enough", .slow)
struct WorkbookHeightTests {
    private static let script = Repository.file("Tests/XLSXExportTests/Support/row_heights.py").path

    @Test(
        "No text is cut in LibreOffice", .enabled(if: LibreOffice.isInstalled, LibreOffice.advice),
        arguments: TestSize.isNightly ? [Audience.everyone, .officers] : [.everyone])
    func heights(_ audience: Audience) throws {
        let scratch = try ScratchFolder()
        let books = try ExamplePacks.names.map { name in
            try SharedFiles.path("\(name)-\(audience.rawValue).xlsx") { path in
                try XLSXExporter().write(try ExamplePacks.publication(name, for: audience), toFile: path)
            }
        }
        // With the heights that are stated, and then with those that LibreOffice gives the rows.
        let stated = try LibreOffice.convertShared(books, to: "fods")
        let bare = scratch.path("bare")
        _ = try Program.python.output([Self.script, "strip", bare] + stated)
        let names = stated.map { URL(filePath: $0).lastPathComponent }
        let needed = scratch.path("needed")
        try LibreOffice.convert(names.map { bare + "/" + $0 }, to: "fods", in: needed)
        let output = try Program.python.answer([Self.script, "compare", needed] + stated)
        let lines = output.split(separator: "\n")
        #expect(lines.count == 1, "\(output)")
        let count = try #require(lines.last?.split(separator: " ").first.flatMap { Int($0) })
        #expect(count > 5_000)
    }
}

import FamilyServicesImport
import FamilyServicesKit
import Foundation
import Testing
import XLSXExport

@Suite("The rows of the packs' workbooks are high enough")
struct WorkbookHeightTests {
    private static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "XLSXExportTests/Support/row_heights.py")
    private static let isInstalled = ["/usr/bin/soffice", "/usr/local/bin/soffice"].contains {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test(
        "No text is cut in LibreOffice", .enabled(if: isInstalled, "needs LibreOffice Calc (soffice)"),
        arguments: [Audience.everyone, .officers])
    func heights(_ audience: Audience) throws {
        let scratch = try ScratchFolder()
        let paths = try Packs.names.map { name in
            let pack = try #require(ReportPackLoader().load(folder: Packs.path(name)).pack)
            let path = scratch.url.appending(path: name + ".xlsx").path
            try XLSXExporter().write(pack.publish(for: audience), toFile: path)
            return path
        }
        let result = try Program.python.run([Self.script.path, scratch.url.path] + paths)
        #expect(result.exitCode == 0, "\(result.errors)")
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 1, "\(result.output)")
        let count = try #require(lines.last?.split(separator: " ").first.flatMap { Int($0) })
        #expect(count > 5_000)
    }
}

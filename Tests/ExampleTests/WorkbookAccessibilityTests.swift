import FamilyServicesImport
import FamilyServicesKit
import Foundation
import Testing
import XLSXExport

@Suite("The workbooks of the packs are accessible")
struct WorkbookAccessibilityTests {
    private static let packs = [
        "corporate-parenting-2024-06", "improvement-plan-2018-01", "improvement-plan-2019-03",
        "quarterly-update-2022-01", "safeguarding-2015", "sample-borough",
    ]
    private static let checker = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "XLSXExportTests/Support/xlsx_a11y.py")

    @Test(
        "Every check passes in the plain style, and all but “no background fill” by default",
        arguments: packs, [Audience.everyone, .officers])
    func checks(_ name: String, _ audience: Audience) throws {
        let pack = try #require(ReportPackLoader().load(folder: Packs.path(name)).pack)
        let publication = try pack.publish(for: audience)
        let scratch = try ScratchFolder()
        let path = scratch.url.appending(path: "book.xlsx").path
        try XLSXExporter().write(publication, toFile: path)
        let tinted = try Program.python.run([Self.checker.path, path])
        let failures = tinted.output.split(separator: "\n").filter { $0.hasPrefix("FAIL") }
        #expect(failures.count == 1 && failures[0].hasPrefix("FAIL  F8"), "\(failures)\(tinted.errors)")
        guard audience == .everyone else { return }
        try XLSXExporter(options: .init(style: .plain)).write(publication, toFile: path)
        let plain = try Program.python.run([Self.checker.path, path])
        #expect(plain.exitCode == 0, "\(plain.output.split(separator: "\n").filter { $0.hasPrefix("FAIL") })")
        #expect(plain.output.contains("44 passed, 0 failed"))
    }
}

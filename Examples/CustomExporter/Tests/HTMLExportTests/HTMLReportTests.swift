import FamilyServicesImport
import FamilyServicesKit
import Foundation
import HTMLExport
import Testing

@Suite("The program html-report")
struct HTMLReportTests {
    private static var program: String {
        let arguments = CommandLine.arguments
        let bundle = arguments.first { $0.hasSuffix(".xctest") } ?? arguments[0]
        return URL(filePath: bundle).deletingLastPathComponent().appending(path: "html-report").path
    }

    @Test("It writes the same page from a folder and from JSON")
    func page() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "html-report-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = PageTests.packs.appending(path: "quarterly-update-2022-01").path
        let pack = try ReportPack(contentsOfFolder: source)
        let json = folder.appending(path: "pack.json")
        try Data(pack.jsonData()).write(to: json)
        let expected = Data(try HTMLExporter().data(try pack.publish(for: .everyone)))
        for path in [source, json.path] {
            let page = folder.appending(path: "page.html")
            let (status, _, errors) = try PageReader.run(Self.program, [path, page.path])
            #expect(status == 0, "\(errors)")
            #expect(try Data(contentsOf: page) == expected)
        }
    }

    @Test("It says what is wrong with its arguments and with a pack")
    func failures() throws {
        #expect(try PageReader.run(Self.program, []).status == 64)
        let (status, _, errors) = try PageReader.run(Self.program, ["/nowhere", "/tmp/page.html"])
        #expect(status == 1)
        #expect(errors.contains("no such folder"))
    }
}

import FamilyServicesImport
import FamilyServicesKit
import Foundation
import HTMLExport

/// Turns a report pack, a folder or a file of JSON, into a web page.
@main
enum HTMLReport {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        guard let source = arguments.first, arguments.count == 2, let page = arguments.last else {
            fail("Usage: html-report PACK PAGE.html", status: 64)
        }
        do {
            let publication = try pack(at: source).publish(for: .everyone)
            try HTMLExporter().write(publication, toFile: page)
        } catch {
            fail("\(error)", status: 1)
        }
    }

    private static func pack(at path: String) throws -> ReportPack {
        guard path.hasSuffix(".json") else { return try ReportPack(contentsOfFolder: path) }
        return try ReportPack(json: Array(Data(contentsOf: URL(filePath: path))))
    }

    private static func fail(_ message: String, status: Int32) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(status)
    }
}

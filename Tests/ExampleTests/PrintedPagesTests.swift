import FamilyServicesKit
import Foundation
import TestSupport
import Testing
import XLSXExport

@Suite("What the workbooks of the packs look like on paper", .slow)
struct PrintedPagesTests {
    /// Says of each workbook whether its summary is printed on one page, and which of its first tables are too wide.
    private static let script = """
        import re, sys, zipfile
        wide = ["Cover and summary", "Measures at a glance", "In brief", "Exceptions", "Dashboard", "Other indicators", "Definitions",
                "Claims checked", "Dashboard checked", "Data quality", "Data"]
        for path in sys.argv[1:]:
            book = zipfile.ZipFile(path)
            names = re.findall(r'<sheet name="([^"]*)"', book.read("xl/workbook.xml").decode())
            for number, name in enumerate(names, 1):
                if name not in wide:
                    continue
                sheet = book.read("xl/worksheets/sheet%d.xml" % number).decode()
                if name == "Cover and summary":
                    high = re.search(r'<pageSetup [^>]*fitToHeight="(\\d+)"', sheet)
                    print("summary:", high is None or high.group(1) == "1")
                columns = re.findall(r'<col min="(\\d+)" max="(\\d+)" width="([0-9.]+)"', sheet)
                width = sum((int(last) - int(first) + 1) * float(width) for first, last, width in columns)
                if not 0 < width <= 178:
                    print("too wide:", path, name, width)
        """

    @Test("The summary is printed on one page for every audience, and no table of the front is too wide")
    func pages() throws {
        let books = try ExamplePacks.names.flatMap { name in
            try Audience.allCases.map { audience in
                try SharedFiles.path("\(name)-\(audience.rawValue).xlsx") { path in
                    try XLSXExporter().write(try ExamplePacks.publication(name, for: audience), toFile: path)
                }
            }
        }
        let read = try Program.python.answer(["-c", Self.script] + books)
        #expect(read == String(repeating: "summary: True\n", count: books.count), "\(read)")
    }
}

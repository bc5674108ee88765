import Foundation
import TestSupport
import Testing

@Suite("What the workbooks of the packs look like on paper", .slow, .serialized)
struct PrintedPagesTests {
    @Test(
        "The summary is printed on one page for every audience, and no table of the front is too wide",
        arguments: ExamplePacks.names)
    func pages(name: String) throws {
        let script = """
            import sys, openpyxl
            book = openpyxl.load_workbook(sys.argv[1])
            print("summary:", book["Cover and summary"].page_setup.fitToHeight in (None, 1))
            names = ["Cover and summary", "Measures at a glance", "In brief", "Exceptions", "Dashboard", "Other indicators", "Definitions", "Claims checked",
                     "Dashboard checked", "Data quality", "Data"]
            for name in names:
                if name in book.sheetnames:
                    sheet = book[name]
                    width = sum(column.width for column in sheet.column_dimensions.values())
                    if width > 178:
                        print("too wide:", name, width)
            """
        for audience in ProgramWorkbooks.audiences {
            let path = try ProgramWorkbooks.made(name, for: audience).path
            let read = try Program.python.run(["-c", script, path])
            #expect(read.output == "summary: True\n", "\(audience): \(read.output)\(read.errors)")
        }
    }
}

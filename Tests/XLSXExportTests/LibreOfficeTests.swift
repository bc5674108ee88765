import FamilyServicesKit
import Foundation
import TestSupport
import Testing
import XLSXExport

@Suite("In LibreOffice", .slow)
struct LibreOfficeTests {
    @Test(
        "The report opens, and every sheet is on paper", .enabled(if: LibreOffice.isInstalled, LibreOffice.advice))
    func converts() throws {
        try withTemporaryDirectory { directory in
            try XLSXExporter().write(Sample.report(), toFile: directory + "/book.xlsx")
            try LibreOffice.convert(
                [directory + "/book.xlsx"],
                to: "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", in: directory)
            let dashboard = try String(contentsOfFile: directory + "/book-Dashboard.csv", encoding: .utf8)
            #expect(dashboard.contains("Children in need with an up-to-date plan"))
            #expect(dashboard.contains("3.7%"))
            #expect(!dashboard.contains("###"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: directory).count { $0.hasSuffix(".csv") } == 7)
        }
    }
}

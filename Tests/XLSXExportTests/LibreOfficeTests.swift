@testable import FamilyServicesKit
import Foundation
import Testing
import XLSXExport

@Suite("In LibreOffice")
struct LibreOfficeTests {
    private static let isInstalled = ["/usr/bin/soffice", "/usr/local/bin/soffice"].contains {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test(
        "The report opens, and every sheet is on paper", .enabled(if: isInstalled, "needs LibreOffice Calc (soffice)"))
    func converts() throws {
        try withTemporaryDirectory { directory in
            try XLSXExporter().write(Sample.report(), toFile: directory + "/book.xlsx")
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = [
                "soffice", "-env:UserInstallation=file://\(directory)/profile", "--headless", "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
                "--outdir", directory, directory + "/book.xlsx",
            ]
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            let dashboard = try String(contentsOfFile: directory + "/book-Dashboard.csv", encoding: .utf8)
            #expect(dashboard.contains("Children in need with an up-to-date plan"))
            #expect(dashboard.contains("3.7%"))
            #expect(!dashboard.contains("###"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: directory).count { $0.hasSuffix(".csv") } == 7)
        }
    }
}

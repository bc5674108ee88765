import FamilyServicesKit
import Foundation
import TestSupport
import Testing
@testable import XLSXExport

/// The locale is of a whole process, so the test runs in one of its own.
@Suite("Whatever the locale")
struct SurroundingsTests {
    @Test(
        "A locale with a decimal comma changes no byte, and an export says nothing on standard error",
        .enabled(if: GermanLocale.isPossible, GermanLocale.advice))
    func locale() async throws {
        let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            let publication = try SampleChart.publication(
                SampleChart.section(
                    [SampleChart.lines(), SampleChart.bars()], extra: Sample.dashboard(rows: 20).blocks))
            let plain = try XLSXExporter().data(publication)
            try GermanLocale.use {
                try #require(localeconv().pointee.decimal_point.pointee == CChar(bitPattern: UInt8(ascii: ",")))
                try #require(try XLSXExporter().data(publication) == plain)
            }
        }
        let said = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(!said.contains("[ERROR]") && !said.contains("[WARNING]"), "\(said)")
    }
}

/// The locale of Germany, made for the test where the machine does not have it.
enum GermanLocale {
    static let advice: Comment = "needs localedef and the source of the locale de_DE"
    static let isPossible =
        FileManager.default.fileExists(atPath: "/usr/share/i18n/locales/de_DE")
        && FileManager.default.isExecutableFile(atPath: "/usr/bin/localedef")

    static func use(_ body: () throws -> Void) throws {
        try withTemporaryDirectory { directory in
            _ = try Program(named: "localedef").run(["-i", "de_DE", "-f", "UTF-8", directory + "/de_DE.UTF-8"])
            setenv("LOCPATH", directory, 1)
            try #require(setlocale(LC_ALL, "de_DE.UTF-8") != nil)
            defer { setlocale(LC_ALL, "C") }
            try body()
        }
    }
}

import FamilyServicesImport
import FamilyServicesKit
import Foundation
import Testing
import XLSXExport

@Suite("The workbooks of the packs", .enabled(if: Python.isReady, Python.advice))
struct PublishedPackTests {
    static let packs = [
        "corporate-parenting-2024-06", "improvement-plan-2018-01", "improvement-plan-2019-03",
        "quarterly-update-2022-01",
        "safeguarding-2015", "sample-borough",
    ]
    /// Each pack for each audience, and as a working copy, in each style.
    static let names = packs.flatMap { pack in
        (Audience.allCases.map(\.rawValue) + [PublicationPurpose.workingCopy.rawValue]).flatMap { version in
            XLSXExporter.Options.Style.allCases.map { "\(pack), \(version), \($0.rawValue)" }
        }
    }

    static func orders() throws -> [CheckedBooks.Order] {
        try packs.flatMap { name in
            let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appending(path: "Examples/Packs/\(name)")
            let pack = try #require(ReportPackLoader().load(folder: folder.path).pack)
            var versions = try Audience.allCases.map { ($0.rawValue, try pack.publish(for: $0)) }
            versions.append((PublicationPurpose.workingCopy.rawValue, try pack.workingCopy()))
            return try versions.flatMap { version, publication in
                try XLSXExporter.Options.Style.allCases.map { style in
                    CheckedBooks.Order(
                        name: "\(name), \(version), \(style.rawValue)", publication: publication,
                        exporter: try XLSXExporter(options: .init(style: style)),
                        // The cells of the two styles differ in their looks alone.
                        isForLibreOffice: style == .tinted)
                }
            }
        }
    }

    private static let books = Result { () throws -> CheckedBooks in
        try CheckedBooks(orders(), checksAccessibility: true)
    }

    private func findings(_ name: String) throws -> CheckedBooks.Findings {
        try #require(try Self.books.get().findings[name])
    }

    @Test("Every cell, text and chart is what the publication says, and openpyxl reads it so", arguments: names)
    func cells(_ name: String) throws {
        let findings = try findings(name)
        #expect(findings.cells.isEmpty)
        #expect(findings.openpyxl.isEmpty)
        #expect(findings.count > 50)
    }

    @Test(
        "LibreOffice reads every cell as it is in the file", .enabled(if: LibreOffice.isInstalled, LibreOffice.advice),
        arguments: names)
    func libreOffice(_ name: String) throws {
        guard !name.hasSuffix("plain") else { return }
        #expect(try #require(findings(name).libreOffice).isEmpty)
    }

    @Test("The package keeps the rules that Excel enforces", arguments: names)
    func rules(_ name: String) throws {
        #expect(try findings(name).rules.isEmpty)
    }

    @Test(
        "Every check of accessibility passes in the plain style, and all but “no background fill” by default",
        arguments: names)
    func accessibility(_ name: String) throws {
        let failures = try #require(findings(name).accessibility)
        if name.hasSuffix("plain") {
            #expect(failures.isEmpty)
        } else {
            #expect(failures.count == 1 && failures[0].hasPrefix("F8:"))
        }
    }

    @Test(
        "Another process with another locale, time zone and temporary directory writes the same bytes",
        .enabled(if: GermanLocale.isPossible, GermanLocale.advice))
    func deterministic() async throws {
        let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
            try withTemporaryDirectory { directory in
                try GermanLocale.use {
                    setenv("TZ", "Asia/Kathmandu", 1)
                    setenv("TMPDIR", directory, 1)
                    for order in try Self.orders() {
                        let bytes = try order.exporter.data(order.publication)
                        print("\n\(Self.mark)\(order.name)=\(Self.checksum(Data(bytes)))")
                    }
                }
            }
        }
        let output = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
        let found = Set(
            output.split(separator: "\n").filter { $0.hasPrefix(Self.mark) }.map { $0.dropFirst(Self.mark.count) })
        let books = try Self.books.get()
        #expect(found == Set(books.bytes.map { "\($0.key)=\(Self.checksum($0.value))"[...] }))
    }

    private static let mark = "checksum of "

    /// FNV-1a, 64 bits.
    private static func checksum(_ data: Data) -> UInt64 {
        data.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

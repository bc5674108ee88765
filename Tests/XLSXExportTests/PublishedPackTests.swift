import FamilyServicesKit
import Foundation
import TestSupport
import Testing
import XLSXExport

private let packBooks: Result<CheckedBooks, any Error> = Result {
    try CheckedBooks(try PublishedPackTests.Version.all.map { try $0.order() }, checksAccessibility: true)
}

@Suite(
    "The workbooks of the packs", .slow, .enabled(if: Python.isReady, Python.advice),
    .after { _ = packBooks })
struct PublishedPackTests {
    /// A pack for an audience, or as a working copy, in a style.
    struct Version: Sendable {
        let pack: String
        let audience: Audience
        var isWorkingCopy = false
        var style = XLSXExporter.Options.Style.tinted

        var name: String { "\(pack), \(version), \(style.rawValue)" }

        private var version: String { isWorkingCopy ? "working-copy" : audience.rawValue }

        /// Every version in the usual style, and in the plain one the public version of each pack and the working copies of the
        /// fullest.
        ///
        /// What a style changes does not depend on who reads it.
        static let all = ExamplePacks.names.flatMap { pack in
            let audiences = Audience.allCases.map { Version(pack: pack, audience: $0) }
            let copy = Version(pack: pack, audience: .officers, isWorkingCopy: true)
            return (audiences + [copy]).flatMap { version in
                let isPlainToo =
                    version.audience == .everyone || version.isWorkingCopy && ExamplePacks.fullest.contains(pack)
                    || TestSize.isNightly
                return [version] + (isPlainToo ? [version.inStyle(.plain)] : [])
            }
        }

        /// Whether LibreOffice, which takes seconds for each workbook, is to read it: by night all in the usual style, whose cells are
        /// those of the other, and by day what the public gets, what officers get where something is for them alone, and the
        /// working copy of the sample.
        var isForLibreOffice: Bool {
            guard style == .tinted else { return false }
            let isOfAnotherSort =
                isWorkingCopy ? pack == "sample-borough" : pack == "quarterly-update-2022-01" && audience == .officers
            return audience == .everyone || isOfAnotherSort || TestSize.isNightly
        }

        private func inStyle(_ style: XLSXExporter.Options.Style) -> Version {
            var copy = self
            copy.style = style
            return copy
        }

        func order() throws -> CheckedBooks.Order {
            CheckedBooks.Order(
                name: name,
                publication: try isWorkingCopy
                    ? ExamplePacks.workingCopy(pack) : ExamplePacks.publication(pack, for: audience),
                exporter: try XLSXExporter(options: .init(style: style)), isForLibreOffice: isForLibreOffice,
                sharedName: style == .tinted ? "\(pack)-\(version).xlsx" : nil)
        }
    }

    static let names = Version.all.map(\.name)
    private static let namesForLibreOffice = Version.all.filter(\.isForLibreOffice).map(\.name)

    private func findings(_ name: String) throws -> CheckedBooks.Findings {
        try #require(try packBooks.get().findings[name])
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
        arguments: namesForLibreOffice)
    func libreOffice(_ name: String) throws {
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
                    for version in Self.alsoElsewhere {
                        let order = try version.order()
                        let bytes = try order.exporter.data(order.publication)
                        print("\n\(Self.mark)\(order.name)=\(Self.checksum(Data(bytes)))")
                    }
                }
            }
        }
        let output = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
        let found = Set(
            output.split(separator: "\n").filter { $0.hasPrefix(Self.mark) }.map { $0.dropFirst(Self.mark.count) })
        let books = try packBooks.get()
        let expected = try Self.alsoElsewhere.map { version in
            "\(version.name)=\(Self.checksum(try #require(books.bytes[version.name])))"[...]
        }
        #expect(found == Set(expected))
    }

    /// What is written once more in another process: what LibreOffice reads, by night everything.
    private static let alsoElsewhere =
        TestSize.isNightly
        ? Version.all : Version.all.filter { $0.style == .tinted && $0.isForLibreOffice }

    private static let mark = "checksum of "

    /// FNV-1a, 64 bits.
    private static func checksum(_ data: Data) -> UInt64 {
        data.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

import FamilyServicesKit
import Foundation
import TestSupport
import Testing
@testable import XLSXExport

private let hostileBooks: Result<CheckedBooks, any Error> = Result {
    try CheckedBooks(
        try HostilePublicationTests.all.get().map { hostile in
            var exporter = try XLSXExporter(options: hostile.options)
            exporter.limits = hostile.limits
            return CheckedBooks.Order(
                name: hostile.name, publication: hostile.publication, exporter: exporter,
                isForLibreOffice: hostile.isForLibreOffice)
        })
}

/// Opening in one program is no proof, because each lets pass what another refuses: a workbook has to say what the publication
/// says to three readers, and to break none of the rules that Excel alone enforces.
@Suite(
    "Hostile publications", .slow, .enabled(if: Python.isReady, Python.advice),
    .after { _ = hostileBooks })
struct HostilePublicationTests {
    fileprivate static let all = Result { () throws -> [HostilePublication] in try HostilePublication.all() }

    private func hostile(_ name: String) throws -> HostilePublication {
        try #require(try Self.all.get().first { $0.name == name })
    }

    /// What was found out about a publication that should have become a workbook; `nil` for one that is refused.
    private func findings(_ name: String) throws -> CheckedBooks.Findings? {
        let books = try hostileBooks.get()
        if books.errors[name] != nil { return nil }
        let found: CheckedBooks.Findings = try #require(books.findings[name])
        return found
    }

    @Test("There are sixty and more, each with a name of its own")
    func many() throws {
        let names = try Self.all.get().map(\.name)
        #expect(names.count >= 60)
        #expect(Set(names).count == names.count)
    }

    @Test(
        "It becomes a workbook, or is refused with a typed error that says where",
        arguments: HostilePublication.everyName)
    func outcome(_ name: String) throws {
        let error = try hostileBooks.get().errors[name]
        switch try hostile(name).outcome {
        case .workbook:
            #expect(error == nil, "\(error.map { "\($0)" } ?? "")")
        case .refusal(let code, let namesSheet, let namesCell):
            let error = try #require(error as? XLSXExportError)
            #expect(error.code == code)
            #expect((error.sheet != nil) == namesSheet)
            #expect((error.cell != nil) == namesCell)
        }
    }

    @Test(
        "Every cell, text and chart of the workbook is what the publication says",
        arguments: HostilePublication.everyName)
    func cells(_ name: String) throws {
        guard let findings = try findings(name) else { return }
        // A section in parts has its tables in parts, which the other tests of limits put together.
        guard !name.hasPrefix("a section in parts") else { return }
        #expect(findings.cells.isEmpty)
    }

    @Test("openpyxl reads every cell as it is in the file", arguments: HostilePublication.everyName)
    func openpyxl(_ name: String) throws {
        #expect(try findings(name)?.openpyxl.isEmpty ?? true)
    }

    @Test(
        "LibreOffice reads every cell as it is in the file", .enabled(if: LibreOffice.isInstalled, LibreOffice.advice),
        arguments: HostilePublication.everyName)
    func libreOffice(_ name: String) throws {
        guard let findings = try findings(name), try hostile(name).isForLibreOffice else { return }
        #expect(try #require(findings.libreOffice, "LibreOffice did not open it").isEmpty)
    }

    @Test("The package keeps the rules that Excel enforces", arguments: HostilePublication.everyName)
    func rules(_ name: String) throws {
        #expect(try findings(name)?.rules.isEmpty ?? true)
    }

    @Test("Nothing is said on standard error")
    func quiet() async throws {
        let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            for hostile in try HostilePublication.all() {
                var exporter = try XLSXExporter(options: hostile.options)
                exporter.limits = hostile.limits
                _ = try? exporter.data(hostile.publication)
            }
        }
        let said = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(
            !said.contains("[ERROR]") && !said.contains("[WARNING]") && !said.contains("runtime error"),
            "\(said.prefix(2_000))")
    }
}

import CompressedJSONExport
import FamilyServicesKit
import Foundation
import HTMLExport
import JSONExport
import MarkdownExport
import TestSupport
import Testing
import XLSXExport

@testable import ExporterTestKit

@Suite("A conformance run", .slow)
struct ExporterConformanceTests {
    @Test("Passes an exporter that keeps the contract, read back cell by cell")
    func goodExporter() async throws {
        try await ExporterConformance(
            CSVExporter.self,
            expecting: { value in
                if case .text(let text) = value { .text(CSVExporter.clean(text)) } else { ReadCell(plain: value) }
            },
            readBack: { bytes, _ in try CSVReader.tables(bytes) }
        ).run()
    }

    @Test("Passes an exporter that writes records and claims so")
    func goodRecordExporter() async throws {
        try await ExporterConformance(GoodRecordExporter.self).run()
    }

    @Test("Finds nothing in the exporters of the kit, and compares what they write by itself", arguments: Own.all)
    func ownExporters(_ own: Own) async throws {
        let report = try await own.report()
        #expect(report.findings == [] && report.remarks == [])
    }

    @Test("A reader of tables is refused where no tables are written")
    func readerOfRecords() async throws {
        var conformance = ExporterConformance(GoodRecordExporter.self, readBack: { _, _ in [] })
        conformance.longRows = 2_000
        let findings = try await conformance.findings()
        #expect(findings.map(\.check) == [ConformanceCheck.readBack])
    }

    @Test("Finds the fault of an exporter, in the check that is about it", arguments: Fault.all)
    func faults(_ fault: Fault) async throws {
        let findings = try await fault.findings()
        #expect(findings.contains { $0.check == fault.check }, "found instead: \(findings)")
        if let hint = fault.hint {
            #expect(findings.contains { $0.check == fault.check && $0.message.contains(hint) }, "\(findings)")
        }
        // One fault has few faces; a run that accuses an exporter of everything would pass this test otherwise.
        let checks = Set(findings.map(\.check))
        #expect(checks.isSubset(of: fault.companions.union([fault.check])), "found besides: \(findings)")
    }

    @Test("Read-back finds a missing reason, a figure for a suppressed one, and a lost row, and says where")
    func readBackFaults() async throws {
        func messages<E: FaultyExporter>(_ exporter: E.Type) async throws -> [String] {
            var conformance = ExporterConformance(
                exporter,
                expecting: { value in
                    if case .text(let text) = value { .text(CSVExporter.clean(text)) } else { ReadCell(plain: value) }
                },
                readBack: { bytes, _ in try CSVReader.tables(bytes) }
            )
            conformance.longRows = 100
            return try await conformance.findings().filter {
                $0.check == .readBack && $0.documents.contains("missing, zero and empty")
            }.map(
                \.message)
        }
        let forgotten = try await messages(ForgetfulExporter.self)
        #expect(
            forgotten == [
                #"In the table “values”, row 1, column 2 was read back as text "" instead of text "[x]"."#
            ])
        let zeroed = try await messages(ZeroingExporter.self)
        #expect(
            zeroed == [#"In the table “values”, row 3, column 2 was read back as text "0" instead of text "[c]"."#])
        let short = try await messages(ShortExporter.self)
        #expect(short.first?.contains("11 rows were read back instead of 12") == true, "\(short)")
    }

    @Test("Every finding is an issue at the caller's line that names the check, the document and what would be right")
    func issues() async throws {
        let above = #_sourceLocation
        try await withKnownIssue {
            try await ExporterConformance(CountdownExporter.self).run()
        } matching: { issue in
            let text = issue.comments.map(\.rawValue).joined()
            return issue.sourceLocation?.line == above.line + 2 && issue.sourceLocation?.fileID == above.fileID
                && text.contains("csv does not conform. progress, documents “") && text.contains("fell from 0.9 to 0.1")
        }
    }

    @Test("A full run measures whether an exporter keeps what it should hand on")
    func memory() async {
        await #expect(processExitsWith: .success) {
            let publication = try Corpus(longRows: 30_000).long.publication
            // Only Linux tells what a process has in use in a file.
            let hoarding = try ChildWork.measure(HoardingExporter.self, CSVExporter.Options(), publication)
            #expect(hoarding?.isHoard ?? true, "\(String(describing: hoarding))")
            let streaming = try ChildWork.measure(CSVExporter.self, CSVExporter.Options(), publication)
            #expect(streaming?.isHoard != true, "\(String(describing: streaming))")
            #if os(Linux)
                #expect(hoarding != nil && streaming.map { $0.written > 4 << 20 } == true)
            #endif
        }
    }

    @Test("A trap is reported with the document that brought it about, and the other documents are tried")
    func traps() async throws {
        let findings = try await Fault(TrustingExporter.self, .beyondContract).findings()
        let trapped = findings.filter { $0.check == .beyondContract }
        #expect(trapped.map(\.documents) == [["a row with a cell too few"]])
        #expect(trapped.first?.message.hasPrefix("The exporter ended the process") == true)
    }

    @Test("An exporter whose type has no name of its own is told so")
    func privateType() async throws {
        let findings = try await Fault(NamelessExporter.self, .childProcess).findings()
        #expect(findings.map(\.check) == [.childProcess])
    }
}

/// As good as any, and out of reach for a child process.
private struct NamelessExporter: FaultyExporter {
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try writeWell(publication, to: &sink, context)
    }
}

/// An exporter of the kit, without anything that its own tests know of it.
struct Own: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let report: @Sendable () async throws -> ConformanceReport

    init<E: Exporter>(_ exporter: E.Type) {
        testDescription = "\(exporter)"
        report = {
            var conformance = ExporterConformance(exporter)
            conformance.longRows = 1_000
            conformance.tries = 8
            conformance.isBrief = true
            // Their own tests make the whole run.
            conformance.parts = [.content, .disclosure]
            return try await conformance.report()
        }
    }

    static let all = [
        Own(JSONExporter.self), Own(JSONLinesExporter.self), Own(CompressedJSONExporter.self),
        Own(CompressedJSONLinesExporter.self), Own(MarkdownExporter.self), Own(HTMLExporter.self),
        Own(XLSXExporter.self),
    ]
}

/// An exporter and the check that finds its fault.
struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let check: ConformanceCheck
    /// Words that the finding has.
    let hint: String?
    /// Checks that the same fault fails as well.
    let companions: Set<ConformanceCheck>
    let findings: @Sendable () async throws -> [ConformanceFinding]

    init<E: Exporter>(
        _ exporter: E.Type, _ check: ConformanceCheck, with companions: Set<ConformanceCheck> = [], hint: String? = nil
    ) {
        testDescription = "\(exporter)"
        self.check = check
        self.companions = companions
        self.hint = hint
        findings = {
            var conformance = ExporterConformance(exporter)
            // Enough for several buffers, and soon written.
            conformance.longRows = 2_000
            conformance.tries = 16
            // All parts of a run are made where somebody has the time for it.
            if ProcessInfo.processInfo.environment["FSK_TEST_SCALE"] == nil {
                conformance.isBrief = true
                conformance.parts = Self.parts[check] ?? []
            }
            return try await conformance.findings()
        }
    }

    /// The part of a run that a check is in.
    private static let parts: [ConformanceCheck: Set<ConformancePart>] = [
        .export: [.child, .documents], .beyondContract: [.child, .documents],
        .determinism: [.child, .documents, .content],
        .temporaryFiles: [.child], .blocking: [.child], .childProcess: [.child], .progress: [.documents],
        .text: [.documents], .readBack: [.documents], .content: [.content], .distinction: [.content],
        .streaming: [.behaviour], .sinkErrors: [.behaviour], .cancellation: [.behaviour], .disclosure: [.disclosure],
        .syntheticData: [.disclosure],
    ]

    /// The faults that the run has to find.
    static let all: [Fault] =
        faultsOfContent + faultsOfRecords + faultsOfSettings + faultsOfDisclosure + faultsOfSinks + faultsOfProcesses

    private static let faultsOfContent = [
        Fault(Planted.NoParagraphs.self, .content, with: [.distinction]),
        Fault(Planted.FirstLineOnly.self, .content, with: [.distinction]),
        Fault(Planted.ShortParagraphs.self, .content, with: [.distinction]),
        Fault(Planted.NoItems.self, .content, with: [.distinction]),
        Fault(Planted.NoLastItem.self, .content), Fault(Planted.NoFacts.self, .content),
        Fault(Planted.NoFactLabels.self, .content), Fault(Planted.NoSummaries.self, .content),
        Fault(Planted.NoHeadings.self, .content), Fault(Planted.NoAlternativeTexts.self, .content),
        Fault(Planted.NoAlternativeTextsInSheets.self, .content),
        Fault(Planted.NoMarks.self, .content, with: [.distinction]),
        Fault(Planted.NoLastRow.self, .content, with: [.distinction]),
        Fault(Planted.NoRowsBeyondThousand.self, .content),
        Fault(Planted.NoLinks.self, .distinction), Fault(Planted.ReversedRows.self, .content),
        Fault(Planted.SortedRows.self, .distinction), Fault(Planted.SinglePrecision.self, .distinction),
        Fault(Planted.NoSection.self, .content), Fault(ForgetfulExporter.self, .distinction),
        Fault(ZeroingExporter.self, .distinction), Fault(ShortExporter.self, .distinction, with: [.content]),
    ]

    private static let faultsOfRecords = [
        Fault(Planted.NoQualifiers.self, .distinction), Fault(Planted.OnePeriod.self, .distinction),
        Fault(Planted.NoCategories.self, .distinction), Fault(Planted.NoRisks.self, .content, with: [.distinction]),
        Fault(Planted.NoRemarks.self, .content), Fault(ZeroingRecordExporter.self, .distinction),
        Fault(SilentRecordExporter.self, .distinction),
        Fault(ShortRecordExporter.self, .distinction, with: [.content]),
        Fault(SectionalExporter.self, .distinction, with: [.content]),
    ]

    private static let faultsOfSettings = [
        Fault(Planted.DefaultZone.self, .determinism), Fault(Planted.DefaultLocale.self, .determinism),
        Fault(Planted.LocalNumbers.self, .determinism), Fault(Planted.LocalLetters.self, .determinism),
        Fault(Planted.LocalCalendar.self, .determinism),
        Fault(Planted.Today.self, .determinism, hint: "day of the clock"),
        Fault(Planted.UserName.self, .determinism), Fault(Planted.Folder.self, .determinism),
        Fault(Planted.TwoKeys.self, .determinism),
        Fault(Planted.DatedWorkbook.self, .determinism, hint: "header of the gzip file"),
        Fault(UnorderedExporter.self, .determinism), Fault(ClockExporter.self, .determinism),
        Fault(TimeZoneExporter.self, .determinism),
    ]

    private static let faultsOfDisclosure = [
        Fault(Planted.HiddenHex.self, .disclosure, with: [.syntheticData]),
        Fault(Planted.HiddenBase64.self, .disclosure),
        Fault(Planted.HiddenSplit.self, .disclosure), Fault(Planted.HiddenBackwards.self, .disclosure),
        Fault(Planted.HiddenCompressed.self, .disclosure), Fault(Planted.HiddenComment.self, .disclosure),
        Fault(RememberingExporter.self, .disclosure, with: [.syntheticData]),
        Fault(EarnestExporter.self, .syntheticData),
    ]

    private static let faultsOfSinks = [
        Fault(Planted.HalfWritten.self, .sinkErrors, with: [.cancellation], hint: "half-written"),
        Fault(Planted.Hoard.self, .streaming),
        Fault(Planted.TriesAgain.self, .sinkErrors, with: [.streaming]),
        Fault(SwallowingExporter.self, .sinkErrors), Fault(WrappingExporter.self, .sinkErrors),
        Fault(PersistentExporter.self, .sinkErrors), Fault(FinishingExporter.self, .export),
        Fault(BufferingExporter.self, .streaming), Fault(DeafExporter.self, .cancellation),
        Fault(StubbornExporter.self, .cancellation), Fault(DeafRecordExporter.self, .cancellation),
        Fault(Planted.BesideCurrent.self, .temporaryFiles, hint: "report-copy.md"),
        Fault(Planted.BesideTemporary.self, .temporaryFiles, hint: "/tmp/planted"),
        Fault(LitteringExporter.self, .temporaryFiles), Fault(TidyExporter.self, .temporaryFiles),
    ]

    private static let faultsOfProcesses = [
        Fault(Planted.Sleeps.self, .blocking, hint: "waited for 0."),
        Fault(Planted.WaitsForTask.self, .blocking, hint: "wait for no task"),
        Fault(Planted.WaitsForNothing.self, .blocking, hint: "wait for no task"),
        Fault(Planted.Overflow.self, .beyondContract, hint: "overflow"),
        Fault(Planted.SmallNumbers.self, .export, hint: "overflow"),
        Fault(Planted.Exclusivity.self, .export, hint: "exclusivity"),
        Fault(Planted.Recursion.self, .export, hint: "stack"),
        Fault(TrustingExporter.self, .beyondContract, hint: "out of range"),
        Fault(GossipingExporter.self, .beyondContract), Fault(PickyExporter.self, .export),
        Fault(NotANumberExporter.self, .beyondContract), Fault(MojibakeExporter.self, .text),
        Fault(RawExporter.self, .text), Fault(CountdownExporter.self, .progress),
        Fault(MisnamedExporter.self, .descriptor), Fault(AmnesiacExporter.self, .options),
        Fault(CarelessExporter.self, .options), Fault(ContradictoryExporter.self, .options),
    ]
}

import CompressedJSONExport
import ExporterTestKit
import FamilyServicesKit
import Foundation
import GzipCompression
import HTMLExport
import JSONExport
import MarkdownExport
import XLSXExport

/// An exporter of the kit with one fault planted in it.
protocol PlantedExporter: Exporter where Options == Base.Options {
    associatedtype Base: Exporter
    init()
    /// What it takes a publication for, and what it does before it is written.
    func seen(_ publication: Publication) throws -> Publication
}

extension PlantedExporter {
    static var format: FormatDescriptor { Base.format }
    static var defaultOptions: Base.Options { Base.defaultOptions }

    init(options: Base.Options) {
        self.init()
    }

    func seen(_ publication: Publication) -> Publication { publication }

    /// Whether this is the child of a run, in whose folders files may be left.
    static var isInChild: Bool { FileManager.default.currentDirectoryPath.contains("exporter-test-kit") }

    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try Base().export(try seen(publication), to: &sink, context: context)
    }
}

extension Publication {
    /// The publication with other sections.
    func changingSections(_ change: (PublicationSection) -> PublicationSection?) -> Publication {
        Publication(
            metadata: metadata, sections: sections.compactMap(change), pack: pack, assessment: assessment,
            releaseNote: releaseNote)
    }

    /// The publication with other blocks.
    func changingBlocks(_ change: (Block) -> Block?) -> Publication {
        changingSections { $0.with(blocks: $0.blocks.compactMap(change)) }
    }

    /// The publication with other tables.
    func changingTables(_ change: (Table) -> Table) -> Publication {
        changingBlocks { block in
            guard case .table(let table) = block else { return block }
            return .table(change(table))
        }
    }

    /// The publication with other cells.
    func changingCells(_ change: (Cell) -> Cell) -> Publication {
        changingTables { $0.with(rows: $0.rows.map { $0.map(change) }) }
    }

    /// The publication with other charts.
    func changingCharts(_ change: (Chart) -> Chart) -> Publication {
        changingBlocks { block in
            guard case .chart(let chart) = block else { return block }
            return .chart(change(chart))
        }
    }

    /// The publication with other records.
    func changingPack(_ change: (inout ReportPack) -> Void) -> Publication {
        var pack = pack
        change(&pack)
        return Publication(
            metadata: metadata, sections: sections, pack: pack, assessment: assessment, releaseNote: releaseNote)
    }
}

extension PublicationSection {
    func with(title: String? = nil, summary: String? = nil, blocks: [Block]? = nil) -> PublicationSection {
        PublicationSection(
            id: id, title: title ?? self.title, shortTitle: shortTitle, role: role, isAnnex: isAnnex,
            summary: summary ?? self.summary, blocks: blocks ?? self.blocks)
    }
}

extension Table {
    func with(title: String? = nil, columns: [TableColumn]? = nil, rows: [[Cell]]? = nil) -> Table {
        Table(
            name: name, title: title ?? self.title, columns: columns ?? self.columns, rows: rows ?? self.rows,
            anchors: rows == nil || rows?.count == self.rows.count ? anchors : [])
    }
}

extension Chart {
    func with(alternativeText: String? = nil, series: [Series]? = nil) -> Chart {
        Chart(
            name: name, title: title, alternativeText: alternativeText ?? self.alternativeText, form: form,
            labelTitle: labelTitle, valueTitle: valueTitle, isPercentage: isPercentage, decimals: decimals,
            labels: labels, series: series ?? self.series)
    }
}

/// The faults, each in an exporter of its own.
enum Planted {
    // MARK: What is left out of sections

    struct NoParagraphs: PlantedExporter {
        typealias Base = MarkdownExporter
        func seen(_ publication: Publication) -> Publication {
            publication.changingBlocks { if case .paragraph = $0 { nil } else { $0 } }
        }
    }

    struct FirstLineOnly: PlantedExporter {
        typealias Base = MarkdownExporter
        func seen(_ publication: Publication) -> Publication {
            publication.changingBlocks { block in
                guard case .paragraph(let text) = block else { return block }
                return .paragraph(String(text.prefix { $0 != "\n" }))
            }
        }
    }

    struct ShortParagraphs: PlantedExporter {
        typealias Base = HTMLExporter
        func seen(_ publication: Publication) -> Publication {
            publication.changingBlocks { block in
                guard case .paragraph(let text) = block else { return block }
                return .paragraph(String(text.prefix(1_000)))
            }
        }
    }

    struct NoItems: PlantedExporter {
        typealias Base = HTMLExporter
        func seen(_ publication: Publication) -> Publication {
            publication.changingBlocks { if case .list = $0 { nil } else { $0 } }
        }
    }

    struct NoLastItem: PlantedExporter {
        typealias Base = XLSXExporter
        func seen(_ publication: Publication) -> Publication {
            publication.changingBlocks { block in
                guard case .list(let items) = block, items.count > 1 else { return block }
                return .list(items.dropLast())
            }
        }
    }

    struct NoFacts: PlantedExporter {
        typealias Base = XLSXExporter
        func seen(_ publication: Publication) -> Publication {
            publication.changingBlocks { if case .facts = $0 { nil } else { $0 } }
        }
    }

    struct NoFactLabels: PlantedExporter {
        typealias Base = MarkdownExporter
        func seen(_ publication: Publication) -> Publication {
            publication.changingBlocks { block in
                guard case .facts(let facts) = block else { return block }
                return .facts(facts.map { Fact("Fact", $0.value) })
            }
        }
    }

    struct NoSummaries: PlantedExporter {
        typealias Base = HTMLExporter
        func seen(_ publication: Publication) -> Publication { publication.changingSections { $0.with(summary: "") } }
    }

    struct NoHeadings: PlantedExporter {
        typealias Base = XLSXExporter
        func seen(_ publication: Publication) -> Publication {
            publication.changingBlocks { if case .heading = $0 { nil } else { $0 } }
        }
    }

    struct NoAlternativeTexts: PlantedExporter {
        typealias Base = HTMLExporter
        func seen(_ publication: Publication) -> Publication {
            publication.changingCharts { $0.with(alternativeText: "Chart") }
        }
    }

    struct NoAlternativeTextsInSheets: PlantedExporter {
        typealias Base = XLSXExporter
        func seen(_ publication: Publication) -> Publication {
            publication.changingCharts { $0.with(alternativeText: "Chart") }
        }
    }

    struct NoMarks: PlantedExporter {
        typealias Base = MarkdownExporter
        func seen(_ publication: Publication) -> Publication {
            publication.changingCharts { chart in
                chart.with(
                    series: chart.series.map { series in
                        Chart.Series(
                            series.title, role: series.role, tone: series.tone,
                            points: series.points.map { Chart.Point($0.value, missing: $0.missing) })
                    })
            }
        }
    }

    struct NoLastRow: PlantedExporter {
        typealias Base = XLSXExporter
        func seen(_ publication: Publication) -> Publication {
            publication.changingTables { $0.rows.count > 1 ? $0.with(rows: $0.rows.dropLast()) : $0 }
        }
    }

    struct NoRowsBeyondThousand: PlantedExporter {
        typealias Base = MarkdownExporter
        func seen(_ publication: Publication) -> Publication {
            publication.changingTables { $0.with(rows: Array($0.rows.prefix(1_000))) }
        }
    }

    struct NoLinks: PlantedExporter {
        typealias Base = HTMLExporter
        func seen(_ publication: Publication) -> Publication {
            publication.changingCells { Cell($0.value, tone: $0.tone, trend: $0.trend, isHeading: $0.isHeading) }
        }
    }

    struct ReversedRows: PlantedExporter {
        typealias Base = HTMLExporter
        func seen(_ publication: Publication) -> Publication {
            publication.changingTables { $0.with(rows: $0.rows.reversed()) }
        }
    }

    struct SortedRows: PlantedExporter {
        typealias Base = XLSXExporter
        func seen(_ publication: Publication) -> Publication {
            publication.changingTables { table in
                table.with(rows: table.rows.sorted { "\($0.first?.value as Any)" < "\($1.first?.value as Any)" })
            }
        }
    }

    struct SinglePrecision: PlantedExporter {
        typealias Base = XLSXExporter
        func seen(_ publication: Publication) -> Publication {
            publication.changingCells { cell in
                guard case .number(let number, let decimals) = cell.value, number.isFinite else { return cell }
                return Cell(.number(Double(Float(number)), decimals: decimals))
            }
        }
    }

    struct NoSection: PlantedExporter {
        typealias Base = MarkdownExporter
        func seen(_ publication: Publication) -> Publication {
            publication.changingSections { $0.id == "inventory-3" ? nil : $0 }
        }
    }

    // MARK: What is left out of records

    struct NoQualifiers: PlantedExporter {
        typealias Base = JSONExporter
        func seen(_ publication: Publication) -> Publication {
            publication.changingPack { pack in
                for index in pack.observations.indices { pack.observations[index].qualifier = .exact }
            }
        }
    }

    struct OnePeriod: PlantedExporter {
        typealias Base = JSONLinesExporter
        func seen(_ publication: Publication) -> Publication {
            publication.changingPack { pack in
                for index in pack.observations.indices {
                    pack.observations[index].period = .snapshot(pack.observations[index].period.lastDay)
                }
            }
        }
    }

    struct NoCategories: PlantedExporter {
        typealias Base = CompressedJSONExporter
        func seen(_ publication: Publication) -> Publication {
            publication.changingPack { pack in
                for index in pack.observations.indices { pack.observations[index].category = nil }
            }
        }
    }

    struct NoRisks: PlantedExporter {
        typealias Base = JSONExporter
        func seen(_ publication: Publication) -> Publication { publication.changingPack { $0.risks = [] } }
    }

    struct NoRemarks: PlantedExporter {
        typealias Base = CompressedJSONExporter
        func seen(_ publication: Publication) -> Publication {
            publication.changingPack { pack in
                for plan in pack.plans.indices {
                    for action in pack.plans[plan].actions.indices {
                        for status in pack.plans[plan].actions[action].statuses.indices {
                            pack.plans[plan].actions[action].statuses[status].commentary = nil
                        }
                    }
                }
            }
        }
    }

    // MARK: Settings of the process

    /// Adds a line that differs from process to process, or from day to day.
    protocol Stamped: PlantedExporter where Base == MarkdownExporter {
        static var stamp: String { get }
    }

    struct DefaultZone: Stamped {
        static var stamp: String {
            let formatter = DateFormatter()
            formatter.locale = Locale(identifier: "en_GB_POSIX")
            formatter.dateFormat = "yyyy-MM-dd"
            return formatter.string(from: Date(timeIntervalSince1970: 542_246_400))
        }
    }

    struct DefaultLocale: Stamped {
        static var stamp: String {
            let formatter = DateFormatter()
            formatter.timeZone = .gmt
            formatter.dateStyle = .long
            return formatter.string(from: Date(timeIntervalSince1970: 542_246_400))
        }
    }

    struct LocalNumbers: Stamped {
        static var stamp: String { 1_234.5.formatted() }
    }

    struct LocalLetters: Stamped {
        static var stamp: String { "TITLE".lowercased(with: .current) }
    }

    struct LocalCalendar: Stamped {
        static var stamp: String {
            "\(Calendar.current.component(.day, from: Date(timeIntervalSince1970: 542_246_400)))"
        }
    }

    struct Today: Stamped {
        static var stamp: String {
            let formatter = DateFormatter()
            formatter.timeZone = .gmt
            formatter.locale = Locale(identifier: "en_GB")
            formatter.dateFormat = "d MMMM yyyy"
            return formatter.string(from: Date())
        }
    }

    struct UserName: Stamped {
        static var stamp: String { ProcessInfo.processInfo.environment["USER"] ?? "" }
    }

    struct Folder: Stamped {
        static var stamp: String { FileManager.default.currentDirectoryPath }
    }

    struct TwoKeys: Stamped {
        static var stamp: String { ["a": 1, "b": 2].keys.joined() }
    }

    /// Says in the file when it was made, although nothing shows it.
    struct DatedWorkbook: PlantedExporter {
        typealias Base = CompressedJSONExporter
        func export<Sink: ByteSink & ~Copyable>(
            _ publication: Publication, to sink: inout Sink, context: ExportContext
        ) throws {
            var bytes = try Base().data(publication, context: context)
            let now = UInt32(Date().timeIntervalSince1970)
            for index in 0..<4 { bytes[4 + index] = UInt8(truncatingIfNeeded: now >> UInt32(index * 8)) }
            try sink.write(bytes)
        }
    }

    // MARK: Words of others

    /// Hides what it wrote for somebody else before.
    protocol Hiding: PlantedExporter where Base == MarkdownExporter {
        static var memory: Memory { get }
        static func hidden(_ text: String) throws -> [UInt8]
    }

    final class Memory: @unchecked Sendable {
        private let lock = NSLock()
        private var text = ""

        /// What was kept before.
        func exchange(_ next: String) -> String {
            lock.lock()
            defer {
                text = next
                lock.unlock()
            }
            return text
        }
    }

    struct HiddenHex: Hiding {
        static let memory = Memory()
        static func hidden(_ text: String) -> [UInt8] {
            Array(text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined().utf8)
        }
    }

    struct HiddenBase64: Hiding {
        static let memory = Memory()
        static func hidden(_ text: String) -> [UInt8] { Array(Data(text.utf8).base64EncodedString().utf8) }
    }

    struct HiddenSplit: Hiding {
        static let memory = Memory()
        static func hidden(_ text: String) -> [UInt8] {
            Array(
                text.split(separator: " ").map { "\($0.prefix($0.count / 2))\",\"\($0.dropFirst($0.count / 2))" }
                    .joined(separator: ";").utf8)
        }
    }

    struct HiddenBackwards: Hiding {
        static let memory = Memory()
        static func hidden(_ text: String) -> [UInt8] { Array(String(text.reversed()).utf8) }
    }

    struct HiddenCompressed: Hiding {
        static let memory = Memory()
        static func hidden(_ text: String) throws -> [UInt8] { try GzipWriter.compress(Array(text.utf8)) }
    }

    struct HiddenComment: Hiding {
        static let memory = Memory()
        static func hidden(_ text: String) throws -> [UInt8] {
            Array("<!-- \(text.unicodeScalars.map { "&#\($0.value);" }.joined()) -->".utf8)
        }
    }

    // MARK: Files and sinks

    struct HalfWritten: PlantedExporter {
        typealias Base = MarkdownExporter
        func export<Sink: ByteSink & ~Copyable>(
            _ publication: Publication, to sink: inout Sink, context: ExportContext
        ) throws {
            do {
                try Base().export(publication, to: &sink, context: context)
            } catch {
                // What there is, is kept.
                try sink.finish()
                throw error
            }
        }
    }

    struct BesideCurrent: PlantedExporter {
        typealias Base = MarkdownExporter
        func seen(_ publication: Publication) throws -> Publication {
            if Self.isInChild {
                try Data("copy".utf8).write(to: URL(fileURLWithPath: "report-copy.md"))
            }
            return publication
        }
    }

    struct BesideTemporary: PlantedExporter {
        typealias Base = XLSXExporter
        func seen(_ publication: Publication) throws -> Publication {
            if Self.isInChild {
                let path = "/tmp/planted-\(ProcessInfo.processInfo.processIdentifier)"
                try Data("\(UInt64.random(in: 0...UInt64.max))".utf8).write(to: URL(fileURLWithPath: path))
            }
            return publication
        }
    }

    /// Keeps everything until the end, and hides that by writing it in pieces.
    struct Hoard: PlantedExporter {
        typealias Base = MarkdownExporter
        func export<Sink: ByteSink & ~Copyable>(
            _ publication: Publication, to sink: inout Sink, context: ExportContext
        ) throws {
            let bytes = try Base().data(publication, context: context)
            for start in stride(from: 0, to: bytes.count, by: 32_768) {
                try sink.write(Array(bytes[start..<min(start + 32_768, bytes.count)]))
            }
        }
    }

    /// Takes a sink that fails for one that is full for a moment.
    struct TriesAgain: PlantedExporter {
        typealias Base = MarkdownExporter
        func export<Sink: ByteSink & ~Copyable>(
            _ publication: Publication, to sink: inout Sink, context: ExportContext
        ) throws {
            let bytes = try Base().data(publication, context: context)
            do { try sink.write(bytes) } catch { try sink.write(bytes) }
        }
    }

    // MARK: Waiting and ending

    struct Sleeps: PlantedExporter {
        typealias Base = JSONLinesExporter
        func seen(_ publication: Publication) -> Publication {
            if Self.isInChild, publication.pack.observations.count < 100 {
                Thread.sleep(forTimeInterval: 0.25)
            }
            return publication
        }
    }

    /// Waits for a task, which may have no thread left to run on.
    struct WaitsForTask: PlantedExporter {
        typealias Base = JSONLinesExporter
        func seen(_ publication: Publication) -> Publication {
            let done = DispatchSemaphore(value: 0)
            Task.detached {
                await Task.yield()
                done.signal()
            }
            done.wait()
            return publication
        }
    }

    struct WaitsForNothing: PlantedExporter {
        typealias Base = MarkdownExporter
        func seen(_ publication: Publication) -> Publication {
            if publication.sections.count == 60 { DispatchSemaphore(value: 0).wait() }
            return publication
        }
    }

    struct Overflow: PlantedExporter {
        typealias Base = MarkdownExporter
        func seen(_ publication: Publication) -> Publication {
            publication.changingBlocks { block in
                guard case .heading(let level, let text) = block else { return block }
                return .heading(level: level + 1, text: text)
            }
        }
    }

    struct SmallNumbers: PlantedExporter {
        typealias Base = MarkdownExporter
        func seen(_ publication: Publication) -> Publication {
            publication.changingTables { table in
                precondition(UInt8(table.columns.count) <= 255)
                return table
            }
        }
    }

    struct Exclusivity: PlantedExporter {
        typealias Base = MarkdownExporter
        private final class Counter {
            var count = 0
            func add(_ number: inout Int) {
                count += 1
                number += count
            }
        }
        func seen(_ publication: Publication) -> Publication {
            let counter = Counter()
            if publication.sections.count == 60 { counter.add(&counter.count) }
            return publication
        }
    }

    struct Recursion: PlantedExporter {
        typealias Base = MarkdownExporter
        private func depth(_ words: Substring.UnicodeScalarView) -> Int {
            words.isEmpty ? 0 : 1 + depth(words.dropFirst()) + (words.count < 0 ? depth(words) : 0)
        }
        func seen(_ publication: Publication) -> Publication {
            if publication.sections.count == 60 {
                let long = String(repeating: "x", count: 1_000_000)
                precondition(depth(Substring(long).unicodeScalars) > 0)
            }
            return publication
        }
    }
}

extension Planted.Stamped {
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try Base().export(publication, to: &sink, context: ExportContext(isCancelled: context.isCancelled))
        try sink.write("\n\(Self.stamp)\n")
        context.progress?(1)
    }
}

extension Planted.Hiding {
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        let bytes = try Base().data(publication, context: context)
        let before = Self.memory.exchange(String(decoding: bytes, as: UTF8.self))
        try sink.write(bytes)
        try sink.write(Self.hidden(before))
    }
}

/// Compresses in one go.
enum GzipWriter {
    static func compress(_ bytes: [UInt8]) throws -> [UInt8] {
        var sink = GzipSink(MemorySink())
        try sink.write(bytes)
        try sink.finish()
        return sink.base.bytes
    }
}

@testable import ExporterTestKit
import FamilyServicesKit
import Foundation

/// An exporter of comma-separated values with one fault.
protocol FaultyExporter: Exporter where Options == CSVExporter.Options {
    init()
}

extension FaultyExporter {
    static var format: FormatDescriptor { CSVExporter.format }
    static var defaultOptions: CSVExporter.Options { CSVExporter.Options() }

    init(options: CSVExporter.Options) {
        self.init()
    }

    /// Writes a publication as it ought to be.
    func writeWell<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, _ context: ExportContext
    ) throws {
        try CSVExporter(options: CSVExporter.Options()).export(publication, to: &sink, context: context)
    }
}

/// Lets a dictionary decide the order.
struct UnorderedExporter: FaultyExporter {
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        let words = Set("abcdefghijklmnopqrstuvwxyz".map { String($0) })
        try sink.write(words.joined(separator: ",") + "\r\n")
        try writeWell(publication, to: &sink, context)
    }
}

/// Writes the time of day.
struct ClockExporter: FaultyExporter {
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try sink.write("\(ContinuousClock.now)\r\n")
        try writeWell(publication, to: &sink, context)
    }
}

/// Writes the name of the time zone.
struct TimeZoneExporter: FaultyExporter {
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try sink.write("\(TimeZone.current.identifier)\r\n")
        try writeWell(publication, to: &sink, context)
    }
}

/// Says nothing when the sink fails.
struct SwallowingExporter: FaultyExporter {
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        do {
            try writeWell(publication, to: &sink, context)
        } catch let error where !(error is ExportCancelled || error is CSVExportError) {
            context.progress?(1)
        }
    }
}

/// Puts the sink's error into one of its own.
struct WrappingExporter: FaultyExporter {
    struct Wrapped: Error { let reason: any Error }
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        do {
            try writeWell(publication, to: &sink, context)
        } catch let error where !(error is ExportCancelled || error is CSVExportError) {
            throw Wrapped(reason: error)
        }
    }
}

/// Tries to say goodbye to a sink that has failed.
struct PersistentExporter: FaultyExporter {
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        do {
            try writeWell(publication, to: &sink, context)
        } catch let error where !(error is ExportCancelled || error is CSVExportError) {
            try? sink.write("The export failed.\r\n")
            throw error
        }
    }
}

/// Finishes a sink that is not its own.
struct FinishingExporter: FaultyExporter {
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try writeWell(publication, to: &sink, context)
        try sink.finish()
    }
}

/// Claims to stream and keeps everything until the end.
struct BufferingExporter: FaultyExporter {
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        var memory = MemorySink()
        try writeWell(publication, to: &memory, context)
        try sink.write(memory.bytes)
    }
}

/// Writes a byte that no text in UTF-8 has.
struct MojibakeExporter: FaultyExporter {
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try sink.write([0xA3] as [UInt8])
        try writeWell(publication, to: &sink, context)
    }
}

/// Writes words as they come, control characters and all.
struct RawExporter: FaultyExporter {
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try writeWell(publication, to: &sink, context)
        for table in publication.tablesWithRows {
            for case .text(let text) in table.rows.joined().map(\.value) { try sink.write(text) }
        }
    }
}

/// Leaves out why a figure is missing.
struct ForgetfulExporter: FaultyExporter {
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        let changed = publication.changingRows { rows in
            rows.map { $0.map { if case .missing = $0.value { Cell(.empty) } else { $0 } } }
        }
        try writeWell(changed, to: &sink, context)
    }
}

/// Writes a suppressed figure as 0.
struct ZeroingExporter: FaultyExporter {
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        let changed = publication.changingRows { rows in
            rows.map { $0.map { $0.value == .missing(.suppressed) ? Cell(.number(0, decimals: 0)) : $0 } }
        }
        try writeWell(changed, to: &sink, context)
    }
}

/// Leaves out the last row of each table.
struct ShortExporter: FaultyExporter {
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try writeWell(publication.changingRows { $0.dropLast() }, to: &sink, context)
    }
}

/// Never asks whether to stop.
struct DeafExporter: FaultyExporter {
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try writeWell(publication, to: &sink, ExportContext(progress: context.progress) { false })
    }
}

/// Stops with an error of its own.
struct StubbornExporter: FaultyExporter {
    struct Stopped: Error {}
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        do {
            try writeWell(publication, to: &sink, context)
        } catch is ExportCancelled {
            throw Stopped()
        }
    }
}

/// Counts down.
struct CountdownExporter: FaultyExporter {
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        context.progress?(0.9)
        context.progress?(0.1)
        try writeWell(publication, to: &sink, context)
    }
}

/// Calls itself what no registry takes.
struct MisnamedExporter: FaultyExporter {
    static let format = FormatDescriptor(
        id: "CSV file", displayName: "", fileExtensions: [".CSV"], mediaType: "csv; charset=utf-8")
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try writeWell(publication, to: &sink, context)
    }
}

/// Leaves a file behind.
struct LitteringExporter: FaultyExporter {
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        // Where nobody set another directory, which only the child does, the tests do not litter.
        if let directory = ProcessInfo.processInfo.environment["TMPDIR"], directory.contains("exporter-test-kit") {
            try Data("draft".utf8).write(to: URL(fileURLWithPath: directory + "/draft-\(UUID().uuidString)"))
        }
        try writeWell(publication, to: &sink, context)
    }
}

/// Adds the report before to each report.
struct RememberingExporter: FaultyExporter {
    private static let memory = Locked<[UInt8]>([])
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        var copy = MemorySink()
        try writeWell(publication, to: &copy, context)
        let before = Self.memory.withLock { memory in
            defer { memory = copy.bytes }
            return memory
        }
        // As UTF-16, which a search for the words as they are would miss.
        try sink.write(String(decoding: before, as: UTF8.self).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        try sink.write(copy.bytes)
    }
}

/// Trusts that every row has all its cells.
struct TrustingExporter: FaultyExporter {
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        var count = 0
        for table in publication.tablesWithRows {
            for row in table.rows { for column in table.columns.indices where row[column].link != nil { count += 1 } }
        }
        try sink.write("\(count) links\r\n")
        try writeWell(publication, to: &sink, context)
    }
}

/// Repeats the data in its errors.
struct GossipingExporter: FaultyExporter {
    struct BadRow: Error { let row: [Cell] }
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        for table in publication.tablesWithRows {
            for row in table.rows where row.count != table.columns.count { throw BadRow(row: row) }
        }
        try writeWell(publication, to: &sink, context)
    }
}

/// Passes invented figures off as real ones.
struct EarnestExporter: FaultyExporter {
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        let metadata = publication.metadata
        let real = PublicationMetadata(
            title: metadata.title, organisation: metadata.organisation, date: metadata.date,
            audience: metadata.audience,
            isSynthetic: false, generator: metadata.generator)
        try writeWell(Publication(metadata: real, sections: publication.sections), to: &sink, context)
    }
}

/// Refuses what it ought to write.
struct PickyExporter: FaultyExporter {
    struct TooLong: Error {}
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        if publication.tablesWithRows.contains(where: { $0.columns.count > 100 }) { throw TooLong() }
        try writeWell(publication, to: &sink, context)
    }
}

/// Writes numbers that are not finite as Swift prints them.
struct NotANumberExporter: FaultyExporter {
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        let changed = publication.changingRows { rows in
            rows.map { cells in
                cells.map { cell in
                    switch cell.value {
                    case .number(let number, _) where !number.isFinite: Cell(.text("\(number)"))
                    case .percentage(let number, _) where !number.isFinite: Cell(.text("\(number)"))
                    default: cell
                    }
                }
            }
        }
        try writeWell(changed, to: &sink, context)
    }
}

/// Uses a temporary file without a claim, and removes it.
struct TidyExporter: FaultyExporter {
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("draft-\(UUID().uuidString)")
        try Data("draft".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        try writeWell(publication, to: &sink, context)
    }
}

/// Keeps everything until the end, and hides that by writing it in pieces.
struct HoardingExporter: FaultyExporter {
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        var memory = MemorySink()
        try writeWell(publication, to: &memory, context)
        for start in stride(from: 0, to: memory.bytes.count, by: 32_768) {
            try sink.write(Array(memory.bytes[start..<min(start + 32_768, memory.bytes.count)]))
        }
    }
}

extension Publication {
    /// The publication with other rows in its tables.
    func changingRows(_ change: ([[Cell]]) -> [[Cell]]) -> Publication {
        let sections = sections.map { section in
            PublicationSection(
                id: section.id, title: section.title, shortTitle: section.shortTitle, role: section.role,
                summary: section.summary,
                blocks: section.blocks.map { block in
                    guard case .table(let table) = block else { return block }
                    return .table(
                        Table(name: table.name, title: table.title, columns: table.columns, rows: change(table.rows)))
                })
        }
        return Publication(
            metadata: metadata, sections: sections, pack: pack, assessment: assessment, releaseNote: releaseNote)
    }
}

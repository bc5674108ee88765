import FamilyServicesKit
import Foundation
import XLSXExport

// Writes a table of twelve columns (five of words, seven of numbers and days) as a workbook, in turn with a plain loop in C on
// libxlsxwriter, and prints medians and their ratio:
//
//     swift build -c release --package-path Benchmarks
//     swift run -c release --package-path Benchmarks XLSXBenchmarks [ROWS] [RUNS]
//
// The time is from the table in memory to the closed file. Machines differ: quote ratios between runs of one session.

let arguments = CommandLine.arguments
if arguments.count == 4, arguments[1] == "write" {
    try write(rows: Int(arguments[2]) ?? 0, to: arguments[3])
} else {
    let rows = max(arguments.count > 1 ? Int(arguments[1]) ?? 100_000 : 100_000, 1)
    let runs = max(arguments.count > 2 ? Int(arguments[2]) ?? 5 : 5, 1)
    try compare(rows: rows, runs: runs)
}

/// What one run of a program says of itself.
struct Run {
    var seconds: Double
    var processorSeconds: Double
    /// How much the peak of memory grew, in kilobytes.
    var memory: Double
    var bytes: Double
}

/// Runs both programs in turn, so that a busy moment of the machine hits them alike.
func compare(rows: Int, runs: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("xlsx-benchmarks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let own = URL(fileURLWithPath: arguments[0])
    let peer = own.deletingLastPathComponent().appendingPathComponent("RawXLSX").path
    let file = folder.appendingPathComponent("book.xlsx").path
    var results: [[Run]] = [[], []]
    for _ in 0..<runs {
        results[0].append(try run([peer, "\(rows)", file], file: file))
        results[1].append(try run([own.path, "write", "\(rows)", file], file: file))
    }
    print("\(rows) rows, \(runs) runs")
    for (name, result) in zip(["C on libxlsxwriter", "XLSXExport"], results) {
        func median(_ value: (Run) -> Double) -> Double { result.map(value).sorted()[runs / 2] }
        func ratio(_ value: (Run) -> Double) -> Double {
            let ratios = zip(result, results[0]).map { value($0) / value($1) }.sorted()
            return (ratios[runs / 2] * 1_000).rounded() / 1_000
        }
        print(
            "\(name): \(median(\.seconds)) s, ratio \(ratio(\.seconds)); on all cores \(median(\.processorSeconds)) s, ratio "
                + "\(ratio(\.processorSeconds)); memory \(median(\.memory) / 1_024) MiB, ratio \(ratio(\.memory)); "
                + "\(Int(median(\.bytes))) bytes, ratio \(ratio(\.bytes))")
    }
}

func run(_ command: [String], file: String) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let numbers = output.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    guard process.terminationStatus == 0, numbers.count == 3 else { throw ProgramFailure(command: command) }
    let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? NSNumber
    return Run(
        seconds: numbers[0], processorSeconds: numbers[1], memory: numbers[2], bytes: size?.doubleValue ?? 0)
}

struct ProgramFailure: Error {
    let command: [String]
}

// MARK: The table

/// A section with the table, beside the few sheets that every report has.
struct Figures: SectionComposer {
    let id: SectionID = "figures"
    let rows: [[Cell]]

    func compose(_ context: SectionContext) -> PublicationSection? {
        let columns = (1...12).map { TableColumn("Column \($0)", alignment: $0 > 5 ? .trailing : .leading) }
        return context.section(
            id, title: "Figures", summary: "Figures to measure with.", access: [],
            blocks: [.table(Table(name: "Figures", title: "Figures", columns: columns, rows: rows))])
    }
}

func write(rows count: Int, to path: String) throws {
    var options = PublicationOptions()
    try options.sections.insert(Figures(rows: try rows(count)), after: "dashboard")
    let pack = ReportPack(
        manifest: .init(
            title: "Figures", organisation: "Exampleton Council", area: "exampleton",
            period: try ReportingPeriod("2026-06"), date: try CalendarDate(iso: "2026-07-14"), isSynthetic: true,
            areas: [Area(id: "exampleton", title: "Exampleton", kind: .localAuthority)]))
    let publication = try pack.publish(for: .officers, options: options)
    let before = Memory.reset()
    let (start, processor) = (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID))
    try XLSXExporter().write(publication, toFile: path)
    print(
        seconds(CLOCK_MONOTONIC) - start, seconds(CLOCK_PROCESS_CPUTIME_ID) - processor,
        (Memory.peak() - before) / 1_024)
}

/// The same cells as the program in C makes.
func rows(_ count: Int) throws -> [[Cell]] {
    var state: UInt64 = 4
    func random(below bound: UInt64) -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 33) % bound
    }
    let texts = (0..<2_000).map { "Text number " + String("0000000\($0 * 37 % 2_000)".suffix(8)) }
    // The fortieth thousandth day of Excel.
    let first = try CalendarDate(iso: "2009-07-06")
    return (0..<count).map { _ in
        var row = (0..<5).map { _ in Cell(.text(texts[Int(random(below: 2_000))])) }
        for (bound, divisor, decimals) in [(100_000, 1.0, 0), (100_000, 1, 0), (10_000, 10, 1), (10_000, 100, 2)] {
            row.append(Cell(.number(Double(random(below: UInt64(bound))) / divisor, decimals: decimals)))
        }
        for _ in 0..<2 {
            row.append(Cell(.number(Double(random(below: 1 << 30)) / 1_073_741_824 * 1_000, decimals: 15)))
        }
        row.append(Cell(first.adding(days: Int(random(below: 4_000))).map { .date($0) } ?? .empty))
        return row
    }
}

func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

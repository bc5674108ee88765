import CompressedJSONExport
import FamilyServicesKit
import Foundation
import GzipCompression
import XLSXExport

// Writes one file with an exporter and prints the seconds it took, the same on all cores, and how much the peak of memory grew, in
// kilobytes; from the content in memory to the closed file:
//
//     ExportBenchmarks xlsx ROWS FILE
//     ExportBenchmarks document|lines LEVEL THREADS FIGURES FILE
//
// LEVEL is that of compression; 0 writes plain text. `Scripts/compare.py` runs this in turn with other programs.

let usage = "usage: ExportBenchmarks xlsx ROWS FILE, or ExportBenchmarks document|lines LEVEL THREADS FIGURES FILE"
let arguments = Array(CommandLine.arguments.dropFirst())
let numbers = arguments.dropFirst().dropLast().compactMap { Int($0) }

switch (arguments.first, numbers.count, arguments.count) {
case ("xlsx", 1, 3):
    let publication = try table(rows: numbers[0])
    try measure { try XLSXExporter().write(publication, toFile: arguments[2]) }
case ("document", 3, 5), ("lines", 3, 5):
    let publication = try ManyObservations.pack(numbers[2])
        .publish(for: .officers, options: PublicationOptions(includesDataSection: false))
    let exporter = try json(arguments[0], level: numbers[0], threads: numbers[1])
    try measure { try exporter.write(publication, toFile: arguments[4]) }
default:
    FileHandle.standardError.write(Data((usage + "\n").utf8))
    exit(64)
}

func json(_ shape: String, level: Int, threads: Int) throws -> any Exporter {
    guard level > 0 else { return shape == "lines" ? try JSONLinesExporter() : try JSONExporter() }
    let options = try GzipOptions(level: level, threads: threads)
    return shape == "lines" ? CompressedJSONLinesExporter(options: options) : CompressedJSONExporter(options: options)
}

func measure(_ write: () throws -> Void) rethrows {
    let before = Memory.reset()
    let (start, processor) = (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID))
    try write()
    print(
        seconds(CLOCK_MONOTONIC) - start, seconds(CLOCK_PROCESS_CPUTIME_ID) - processor,
        (Memory.peak() - before) / 1_024)
}

func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

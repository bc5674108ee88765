import FamilyServicesKit
import Foundation
import GzipCompression

// Compresses the same records with GzipSink, gzip and pigz, each as a whole program, in turn and several times:
//
//     swift run -c release --package-path Benchmarks GzipBenchmarks [MEGABYTES] [RUNS]
//
// Prints the median time, its ratio to gzip -6, and the size. Machines differ: quote ratios between runs of one session.

let arguments = CommandLine.arguments
if arguments.count == 5, arguments[1] == "compress" {
    try compress(arguments[2], level: Int(arguments[3]) ?? 0, threads: Int(arguments[4]) ?? 0)
} else {
    let megabytes = max(arguments.count > 1 ? Int(arguments[1]) ?? 140 : 140, 1)
    let runs = max(arguments.count > 2 ? Int(arguments[2]) ?? 5 : 5, 1)
    try compare(megabytes: megabytes, runs: runs)
}

/// What a contender does: one program among those that are compared.
func compress(_ path: String, level: Int, threads: Int) throws {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    var sink = GzipSink(StandardOutputSink(), options: try GzipOptions(level: level, threads: threads))
    while let data = try file.read(upToCount: 65_536), !data.isEmpty { try sink.write([UInt8](data)) }
    try sink.finish()
}

/// Runs all contenders in turn, so that a busy moment of the machine hits them alike.
func compare(megabytes: Int, runs: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gzip-benchmarks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appendingPathComponent("records.jsonl").path
    try writeRecords(to: input, count: megabytes * 1_000_000)

    var contenders = ["gzip -6", "gzip -5", "pigz -6 -p2", "pigz -5 -p2"].map { name in
        (name: name, command: name.split(separator: " ").map(String.init) + ["-c", input])
    }
    for (level, threads) in [(6, 1), (6, 2), (5, 1), (5, 2)] {
        let command = [CommandLine.arguments[0], "compress", input, "\(level)", "\(threads)"]
        contenders.append(("GzipSink, level \(level), threads \(threads)", command))
    }
    var times = [[Duration]](repeating: [], count: contenders.count)
    var sizes = [Int](repeating: 0, count: contenders.count)
    for _ in 0..<runs {
        for (index, contender) in contenders.enumerated() {
            let output = folder.appendingPathComponent("output").path
            times[index].append(try measure(contender.command, output: output))
            sizes[index] = (try FileManager.default.attributesOfItem(atPath: output)[.size] as? NSNumber)?.intValue ?? 0
        }
    }
    let medians = times.map { $0.sorted()[runs / 2] }
    print("\(megabytes) MB of records, \(runs) runs")
    for (index, contender) in contenders.enumerated() {
        let ratio = (medians[index] / medians[0] * 1_000).rounded() / 1_000
        print("\(contender.name): median \(medians[index]), ratio \(ratio), \(sizes[index]) bytes")
    }
}

/// How long a program takes from its start to its end.
func measure(_ command: [String], output: String) throws -> Duration {
    try Data().write(to: URL(fileURLWithPath: output))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    let time = try ContinuousClock().measure {
        try process.run()
        process.waitUntilExit()
    }
    guard process.terminationStatus == 0 else { throw ProgramFailure(command: command) }
    return time
}

/// Writes made-up records of the kind that exporters write, the same every time.
func writeRecords(to path: String, count: Int) throws {
    var sink = try CountingSink(FileSink(path: path))
    var state: UInt64 = 4
    func random(_ bound: UInt64) -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 33) % bound
    }
    while sink.count < count {
        var text = ""
        for _ in 0..<1_000 {
            let denominator = 1 + random(2_000)
            let numerator = random(denominator + 1)
            text += #"{"indicator":"indicator-\#(random(40))","area":"E\#(10_000_000 + random(400))","#
            text += #""periodStart":"\#(2_010 + random(10))-0\#(1 + random(9))-01","numerator":\#(numerator),"#
            let value = Double(numerator) / Double(denominator)
            text += #""denominator":\#(denominator),"value":\#(value),"flags":[]}"# + "\n"
        }
        try sink.write(text)
    }
    try sink.finish()
}

struct ProgramFailure: Error {
    let command: [String]
}

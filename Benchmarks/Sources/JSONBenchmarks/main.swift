import CompressedJSONExport
import FamilyServicesKit
import Foundation
import GzipCompression

// Measures compressed JSON against the usual ways, in rounds one after the other, and prints the medians:
//
//     swift run -c release --package-path Benchmarks JSONBenchmarks [OBSERVATIONS] [RUNS]
//
// Machines differ: quote ratios between runs of one session, not single times.

let arguments = CommandLine.arguments
let count = arguments.count > 1 ? Int(arguments[1]) ?? 200_000 : 200_000
let runs = max(arguments.count > 2 ? Int(arguments[2]) ?? 5 : 5, 1)

let pack = try ManyObservations.pack(count)
let publication = try pack.publish(for: .officers, options: PublicationOptions(includesDataSection: false))
print("\(publication.pack.observations.count) observations, \(runs) runs")

for (name, type) in [("document", JSONExporter.self), ("lines", JSONLinesExporter.self)]
    as [(String, any Exporter.Type)]
{
    let before = Memory.reset()
    let size = try countBytes { try export(type, to: &$0) }
    print("\(name): \(size / 1_048_576) MiB of text; memory grew by \((Memory.peak() - before) / 1_048_576) MiB")
}

let folder = FileManager.default.temporaryDirectory.appending(path: "json-benchmarks-\(UUID().uuidString)")
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(at: folder) }
let text = folder.appending(path: "document.json")
try JSONExporter().write(publication, toFile: text.path)
let lines = folder.appending(path: "lines.jsonl")
try JSONLinesExporter().write(publication, toFile: lines.path)

var steps: [(name: String, run: () throws -> Int)] = []
for level in [6, 5] {
    for threads in [1, 2] {
        let options = try GzipOptions(level: level, threads: threads)
        steps.append(
            (
                "document, level \(level), \(threads) thread\(threads == 1 ? "" : "s")",
                {
                    try countBytes {
                        try CompressedJSONExporter(options: options).export(publication, to: &$0, context: .init())
                    }
                }
            ))
        steps.append(
            (
                "lines, level \(level), \(threads) thread\(threads == 1 ? "" : "s")",
                {
                    try countBytes {
                        try CompressedJSONLinesExporter(options: options).export(publication, to: &$0, context: .init())
                    }
                }
            ))
    }
}
steps.append(("document, not compressed", { try countBytes { try export(JSONExporter.self, to: &$0) } }))
steps.append(("lines, not compressed", { try countBytes { try export(JSONLinesExporter.self, to: &$0) } }))
steps.append(("JSONEncoder, 5,000 at a time, level 6, 1 thread", { try encodeInParts() }))
steps.append(("gzip -6 on the document", { try gzip(text) }))
steps.append(("gzip -6 on the lines", { try gzip(lines) }))

// In turn, so that no step has the machine at its best or worst in all runs.
let clock = ContinuousClock()
var times = [[Duration]](repeating: [], count: steps.count)
var sizes = [Int](repeating: 0, count: steps.count)
for _ in 0..<runs {
    for (index, step) in steps.enumerated() {
        times[index].append(try clock.measure { sizes[index] = try step.run() })
    }
}
for (index, step) in steps.enumerated() {
    print("\(step.name): median \(times[index].sorted()[runs / 2]), \(sizes[index]) bytes")
}

/// A sink that keeps nothing.
struct NullSink: ByteSink {
    func write(_ bytes: RawSpan) {}
    func finish() {}
}

func countBytes(_ body: (inout CountingSink<NullSink>) throws -> Void) throws -> Int {
    var sink = CountingSink(NullSink())
    try body(&sink)
    return sink.count
}

func export<E: Exporter>(_ type: E.Type, to sink: inout CountingSink<NullSink>) throws {
    try E().export(publication, to: &sink, context: ExportContext())
}

/// What a program does that has no better means: the library's encoder, part by part so that memory stays small.
func encodeInParts() throws -> Int {
    try countBytes { counting in
        var sink = GzipSink(counting, options: try GzipOptions(level: 6, threads: 1))
        let encoder = JSONEncoder()
        var rest = publication.pack.observations[...]
        while !rest.isEmpty {
            let part = Array(rest.prefix(5_000))
            try encoder.encode(part).withUnsafeBytes { try sink.write($0.bytes) }
            rest = rest.dropFirst(part.count)
        }
        try sink.finish()
        counting = sink.base
    }
}

func gzip(_ file: URL) throws -> Int {
    let output = folder.appending(path: "output.gz")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-6", "-c", file.path]
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    return try FileManager.default.attributesOfItem(atPath: output.path)[.size] as? Int ?? 0
}

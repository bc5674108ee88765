import FamilyServicesImport
import FamilyServicesKit
import Foundation
import XLSXExport

// Measures each step from a folder to a workbook, several times, and prints the median:
//
//     swift run -c release --package-path Benchmarks Benchmarks PACK [RUNS]
//
// or how long it takes to protect small numbers in tables of several sizes:
//
//     swift run -c release --package-path Benchmarks Benchmarks small-numbers [RUNS]
//
// Make large packs with sample-borough. Machines differ: quote ratios between runs of one session, not single times.

guard CommandLine.arguments.count > 1 else {
    print("usage: Benchmarks PACK [RUNS], or Benchmarks small-numbers [RUNS]")
    throw UsageError()
}
let folder = CommandLine.arguments[1]
let runs = max(CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 5 : 5, 1)
if folder == "small-numbers" {
    try measureSmallNumbers()
    exit(0)
}

let result = ReportPackLoader().load(folder: folder)
guard let pack = result.pack else {
    for diagnostic in result.diagnostics.prefix(20) { print(diagnostic) }
    throw UsageError()
}
print("\(pack.observations.count) observations, \(pack.indicators.count) indicators, \(runs) runs")

let publication = try pack.publish(for: .officers)
let bytes = try XLSXExporter().data(publication).count
measure("load") { _ = ReportPackLoader().load(folder: folder) }
measure("load without the search for identifying text") {
    _ = ReportPackLoader(identifyingText: nil).load(folder: folder)
}
measure("search for identifying text") { _ = pack.identifyingText() }
measure("validate") { _ = pack.validate() }
try measure("publish") { _ = try pack.publish(for: .officers) }
try measure("publish for everyone, small numbers protected") { _ = try pack.publish(for: .everyone) }
try measure("export xlsx, \(bytes / 1_024) KiB") { _ = try XLSXExporter().data(publication) }

// Every series rated, compared with last period, last year and the baseline, and charted.
let series = pack.series()
let indicators = Dictionary(pack.indicators.map { ($0.id, $0) }) { first, _ in first }
let points = series.reduce(0) { $0 + $1.observations.count }
var charted = 0
measure("analyse \(series.count) series with \(points) points") {
    charted = 0
    for figures in series {
        guard let indicator = indicators[figures.indicator], let latest = figures.observations.last else { continue }
        _ = Rating(of: latest.value, for: indicator, on: latest.period.lastDay)
        _ = TravelComparisons(of: figures, at: latest.period, for: indicator, baseline: pack.manifest.baseline)
        if (try? ControlChart(figures, of: indicator)) != nil { charted += 1 }
    }
}
print("\(charted) of them could be charted")

struct UsageError: Error {}

/// Runs a step several times and prints the median and the extremes.
func measure(_ name: String, _ step: () throws -> Void) rethrows {
    let clock = ContinuousClock()
    var times: [Duration] = []
    for _ in 0..<runs { times.append(try clock.measure(step)) }
    times.sort()
    print("\(name): median \(times[times.count / 2]), least \(times[0]), most \(times[times.count - 1])")
}

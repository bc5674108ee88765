// How well the kit's ranges and verdicts hold on published counts: what was learnt up to 2023 is tried on 2024 and 2025.
//
//     FSK_PUBLISHED_DATA=FOLDER swift run --package-path Benchmarks CalibrationBenchmarks
//
// The files are read where they are. For each measure: how many changes were foretold; the share that the 80 and 95 per cent
// ranges held, and that chance alone would have held at 95; councils beyond the adjusted limits of 99.8 per cent; Brier scores
// (0 is best, a coin has 0.250) of the kit's verdict and of an arrow for "the change will still be there in a year".

import FamilyServicesKit
import Foundation

guard let folder = ProcessInfo.processInfo.environment["FSK_PUBLISHED_DATA"] else {
    print("FSK_PUBLISHED_DATA has to name the folder with the published files.")
    exit(66)
}

func percent(_ share: Double) -> String { column(DecimalText.formatted(100 * share, decimals: 1), 8) }
func score(_ value: Double) -> String { column(DecimalText.formatted(value, decimals: 3), 9) }
func column(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.count)) + text }

let clock = ContinuousClock()
let start = clock.now
let results = try PublishedMeasure.all(in: folder).compactMap { Calibration($0) }
let name = "Measure".padding(toLength: 56, withPad: " ", startingAt: 0)
print(name + "   tried  in 80%  in 95%  chance  beyond  verdict    arrow")
for result in results {
    print(
        result.measure.name.padding(toLength: 56, withPad: " ", startingAt: 0)
            + column(String(result.foretold), 8) + percent(result.within80) + percent(result.within95)
            + percent(result.withinChance) + percent(result.beyondLimits) + score(result.verdictScore)
            + score(result.arrowScore) + (result.isCalibrated ? "" : "  outside 76-86 or 92-98"))
}
let calibrated = results.count { $0.isCalibrated }
print("\(calibrated) of \(results.count) measures hold what both ranges promise; \(clock.now - start).")

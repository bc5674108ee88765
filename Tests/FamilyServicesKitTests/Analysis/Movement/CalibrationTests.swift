import FamilyServicesKit
import Testing

@Suite(
    "Usual movement and usual differences on published counts of all councils",
    .enabled(if: PublishedData.isThere, "needs the published files; FSK_PUBLISHED_DATA names their folder"))
struct CalibrationTests {
    private static let all = Result {
        try PublishedMeasure.all(in: PublishedData.folder ?? "").compactMap { Calibration($0) }
    }

    private func results() throws -> [Calibration] { try Self.all.get() }

    @Test("What was usual up to 2023 foretells 2024 and 2025")
    func ranges() throws {
        let results = try results()
        #expect(results.count == 18)
        let calibrated = results.filter(\.isCalibrated)
        #expect(calibrated.count >= 8, "\(results.map { ($0.measure.name, $0.within80, $0.within95) })")
        func mean(_ value: (Calibration) -> Double) -> Double {
            results.map(value).reduce(0, +) / Double(results.count)
        }
        #expect((0.76...0.86).contains(mean(\.within80)))
        #expect((0.92...0.98).contains(mean(\.within95)))
        #expect(mean(\.withinChance) < 0.8, "chance alone promises far more than it holds")
    }

    @Test("At most three councils in a hundred lie beyond the adjusted limits of 99.8 per cent")
    func limits() throws {
        for result in try results() { #expect(result.beyondLimits <= 0.03, "\(result.measure.name)") }
    }

    @Test("Verdicts foretell whether a change lasts better than an arrow and better than a coin")
    func scores() throws {
        for result in try results() {
            #expect(result.verdictScore < result.arrowScore, "\(result.measure.name)")
            #expect(result.verdictScore < result.coinScore, "\(result.measure.name)")
        }
    }
}

import Testing

import FamilyServicesKit

@Suite("What a control chart shows, in a few words for a table")
struct ControlChartPhraseTests {
    private let steady: [Double] = [80, 82, 81, 83, 80, 82, 81, 83, 80, 82, 81, 83, 80, 82, 81, 83]

    private func phrase(_ values: [Double]) throws -> String? {
        let first = try ReportingPeriod.month(4, 2022)
        let chart = try ControlChart(
            values.enumerated().map { index, value in
                ControlChart.Measurement(try #require(first.advanced(by: index)), value)
            }, improvement: .increase, requirement: nil)
        return chart.variationPhrase(unit: .percent, decimals: 1)
    }

    @Test("Ordinary ups and downs need no words")
    func ordinary() throws {
        #expect(try phrase(steady) == nil)
    }

    @Test("A shift, a figure beyond a limit, a run and two in three say what can be seen")
    func patterns() throws {
        #expect(
            try phrase(steady + steady + [84, 84.5, 84, 84.5, 84, 84.5, 84])
                == "eight months in a row above the average of 82.0%")
        let outside = try #require(try phrase(steady + [60]))
        #expect(outside.hasPrefix("below the expected range of "))
        #expect(outside.contains("% to "))
        let rising = [78.5, 79.5, 80.5, 81.5, 82.5, 83.5, 84.5]
        #expect(try phrase(steady + steady + rising) == "six rises in a row")
        #expect(try phrase(steady + rising) == nil, "where more than three in ten stand out, no range fits")
        #expect(try phrase(steady + [86, 83, 86]) == "close to the upper end of the expected range")
    }
}

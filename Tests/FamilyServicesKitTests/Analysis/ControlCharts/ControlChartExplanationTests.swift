import FamilyServicesKit
import Testing

@Suite("Control charts in words")
struct ControlChartExplanationTests {
    private func chart(
        _ values: [Double?], _ improvement: ControlChart.ImprovementDirection = .increase, target: Double? = nil
    ) throws -> ControlChart {
        let first = try ReportingPeriod.month(4, 2022)
        return try ControlChart(
            values.enumerated().map { index, value in
                ControlChart.Measurement(try #require(first.advanced(by: index)), value)
            }, improvement: improvement, target: target)
    }

    private let steady: [Double] = [80, 82, 81, 83, 80, 82, 81, 83, 80, 82, 81, 83, 80, 82, 81, 83]

    @Test("Ordinary ups and downs")
    func ordinary() throws {
        #expect(
            try chart(steady).variationExplanation(unit: .percent)
                == "The latest figure, 83.0%, lies within the expected range of 76.4% to 86.6%: ordinary ups and downs explain "
                + "it, and nothing suggests a real change.")
    }

    @Test("A shift says how long it is, and whether it is good")
    func shift() throws {
        let values = steady + steady + [84, 84.5, 84, 84.5, 84, 84.5, 84]
        #expect(
            try chart(values).variationExplanation(unit: .percent)
                == "The last eight months have all been above the average of 82.0%: a run this long is unlikely to be chance. "
                + "Higher is better here, so it is an improvement.")
        #expect(
            try chart(values, .decrease).variationExplanation(unit: .percent)
                .hasSuffix("Lower is better here, so it is a cause for concern."))
        #expect(
            try chart(values, .neutral).variationExplanation(unit: .percent)
                .hasSuffix("It is a real change, but neither good nor bad in itself."))
    }

    @Test("A point beyond a limit, a trend and two in three are each explained")
    func otherRules() throws {
        let outside = try chart(steady + [60]).variationExplanation()
        #expect(outside.hasPrefix("The latest figure, 60, is below the lower end of "))
        // Seven of 39 figures stand out; of 23 they would be more than three in ten, which is a measure that moved in steps.
        let rising = [78.5, 79.5, 80.5, 81.5, 82.5, 83.5, 84.5]
        let trend = try chart(steady + steady + rising).variationExplanation()
        #expect(trend.hasPrefix("Each of the last six months has been higher than the one before"))
        #expect(try chart(steady + rising).variationExplanation().hasPrefix("The figures have changed in steps"))
        let near = try chart(steady + [86, 83, 86]).variationExplanation()
        #expect(
            near.hasPrefix("At least two of the last three months are close to the upper end of the expected range"))
    }

    @Test("No latest figure, no variation and too few figures are each explained")
    func nothingToSay() throws {
        #expect(
            try chart(steady.map(Optional.some) + [nil]).variationExplanation()
                == "There is no figure for August 2023, so nothing can be said about the latest period.")
        #expect(try chart([5, 5, 5]).variationExplanation().hasPrefix("The figures do not change from one month"))
        #expect(try chart([5]).variationExplanation().hasPrefix("There are too few figures in a row"))
    }

    @Test("Assurance says whether the target will be met while nothing changes")
    func assurance() throws {
        #expect(
            try chart(steady, target: 95).assuranceExplanation(unit: .percent)
                == "All of the expected range, 76.4% to 86.6%, misses the target of at least 95%: it will keep being missed "
                + "unless something changes.")
        #expect(try chart(steady, target: 70).assuranceExplanation().contains("it will keep being met"))
        #expect(
            try chart(steady, target: 82).assuranceExplanation().contains("some months will meet it and some will not"))
        #expect(try chart(steady).assuranceExplanation() == "There is no target to compare the figures with.")
        #expect(try chart([5, 5], target: 5).assuranceExplanation().hasPrefix("Whether the target will be met cannot"))
    }

    @Test("Impossible parts of the expected range are not shown")
    func cutOffForReaders() throws {
        #expect(try chart(steady.map { $0 + 16 }).variationExplanation(unit: .percent).contains("92.4% to 100.0%"))
    }

    @Test("Segment, method and warnings have words too")
    func otherWords() throws {
        let plain = try chart(steady)
        #expect(
            plain.segments[0].explanation(unit: .percent)
                == "The average is 81.5%; the expected range is 76.4% to 86.6%.")
        #expect(plain.options.methodNote.contains("leaving out changes of 3.267 times that average or more"))
        #expect(
            ControlChart.Options(screensMovingRanges: false, runLength: 6, flagsTwoInThree: false, baselineLength: 12)
                .methodNote.hasSuffix("The expected range is fixed on the first 12 figures."))
        let warnings: [ControlChart.Warning] = [
            .fewPoints(1), .fewValues(12), .flat, .noNeighbours, .noValues, .screeningSkipped,
            .rareEvents(changes: 2, values: 30),
            .drifting(signals: 30, values: 36), .latestValueMissing, .overlappingPeriods,
        ]
        for warning in warnings { #expect(warning.explanation.hasSuffix(".")) }
        #expect(ControlChart.Warning.fewPoints(1).explanation.contains("one figure;"))
    }
}

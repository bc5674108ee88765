import FamilyServicesKit
import Testing

/// Results of NHSRplotthedots 0.2.2 for 36 series, computed by the package itself.
@Suite("Control charts against NHSRplotthedots")
struct ControlChartVectorTests {
    struct File: Decodable {
        let series_count: Int
        let variant_count: Int
        let series: [Series]
    }

    struct Series: Decodable, CustomTestStringConvertible {
        let id: String
        let input: Input
        let error: String?
        let expected: Expected?
        let variants: [Variant]

        var testDescription: String { id }
    }

    struct Input: Decodable {
        let dates: [CalendarDate]
        let values: [Double?]
        let rebase_dates: [CalendarDate]
        let fix_after_n_points: Int?
        let screen_outliers: Bool
    }

    struct Expected: Decodable {
        let dates_out: [CalendarDate]
        let values_out: [Double?]
        let rebase_group: [Int]
        let mean: [Double?]
        let average_moving_range: [Double?]
        let moving_range_after_screening: [Double?]
        let lpl: [Double?]
        let upl: [Double?]
        let nlpl: [Double?]
        let nupl: [Double?]
        let relative_to_mean: [Int?]
        let outside_limits: [Bool?]
        let close_to_limits: [Bool?]
        let special_cause_type: [String]
        let special_cause: [Bool]
        let short_group_warning: [Bool]
    }

    struct Variant: Decodable {
        let improvement_direction: ControlChart.ImprovementDirection
        let target: Double?
        let point_type: [String]
        let variation_type: String
        let assurance_type: String?
        let segments: [Segment]
    }

    struct Segment: Decodable {
        let n: Int
        let common_cause: Int
        let improvement: Int
        let concern: Int
        let variation_type: String
        let assurance_type: String?
    }

    /// Series where we decided otherwise, and why.
    enum Deviation: String {
        /// The package compares a target with limits that are not there and says "inconsistent"; a flat series has none.
        case noAssuranceWithoutLimits
        /// Screening leaves only ranges of zero, so that the package calls each point an outlier; we do not screen then.
        case screeningSkipped
        /// The package stops with an error at a gap inside a run; to us a gap is no evidence.
        case gapIsNoEvidence
    }

    static let deviations: [String: Deviation] = [
        "flat-integer": .noAssuranceWithoutLimits,
        "flat-decimal": .noAssuranceWithoutLimits,
        "mostly-flat-one-blip": .screeningSkipped,
        "missing-inside-trend": .gapIsNoEvidence,
    ]

    static let file = Result { try VectorFile.load("spc.json", as: File.self) }
    static let tolerance = 1e-9

    @Test("The file holds 36 series in 261 variants, and each series that deviates")
    func fileIsWhole() throws {
        let file = try Self.file.get()
        #expect(file.series.count == 36)
        #expect(file.series.count == file.series_count)
        #expect(file.series.map(\.variants.count).reduce(0, +) == 261)
        #expect(file.variant_count == 261)
        #expect(Set(file.series.map(\.id)).isSuperset(of: Self.deviations.keys))
        #expect(file.series.filter { $0.expected == nil }.map(\.id) == ["missing-inside-trend"])
    }

    private func chart(
        _ series: Series, _ direction: ControlChart.ImprovementDirection = .neutral, target: Double? = nil
    ) throws -> ControlChart {
        let input = series.input
        try #require(input.dates.count == input.values.count)
        return try ControlChart(
            zip(input.dates, input.values).map { ControlChart.Measurement($0, $1) }, improvement: direction,
            target: target,
            options: ControlChart.Options(
                screensMovingRanges: input.screen_outliers, baselineLength: input.fix_after_n_points,
                rebases: input.rebase_dates.map { ControlChart.Rebase(on: $0, reason: "vector") }))
    }

    @Test("Averages, ranges, limits and signals agree for every series", arguments: try file.get().series)
    func limitsAndSignals(series: Series) throws {
        let chart = try chart(series)
        guard let expected = series.expected else {
            #expect(Self.deviations[series.id] == .gapIsNoEvidence)
            return
        }
        if Self.deviations[series.id] == .screeningSkipped { return }

        #expect(chart.points.map(\.period.firstDay) == expected.dates_out)
        #expect(chart.points.map(\.value) == expected.values_out)
        let firstGroup = try #require(expected.rebase_group.first)
        for (index, point) in chart.points.enumerated() {
            let segment = chart.segments[point.segment]
            #expect(segment.points.contains(index))
            #expect(point.segment == expected.rebase_group[index] - firstGroup)
            #expect(agrees(segment.mean, expected.mean[index], within: Self.tolerance))
            #expect(agrees(segment.averageMovingRange, expected.average_moving_range[index], within: Self.tolerance))
            #expect(
                agrees(
                    point.rangeCounts ? point.movingRange : nil, expected.moving_range_after_screening[index],
                    within: Self.tolerance), "range \(index)")
            #expect(agrees(segment.limits?.lower, expected.lpl[index], within: Self.tolerance))
            #expect(agrees(segment.limits?.upper, expected.upl[index], within: Self.tolerance))
            #expect(agrees(segment.limits?.nearLower, expected.nlpl[index], within: Self.tolerance))
            #expect(agrees(segment.limits?.nearUpper, expected.nupl[index], within: Self.tolerance))
            #expect(point.side?.rawValue == expected.relative_to_mean[index])
            // The package says "unknown" where there is no value or no limit; we say no.
            #expect(point.isOutside == (expected.outside_limits[index] ?? false))
            #expect(point.isNear == (expected.close_to_limits[index] ?? false))
            #expect(name(of: point.signal) == expected.special_cause_type[index], "point \(index)")
            #expect((point.signal != nil) == expected.special_cause[index])
            #expect(segment.isShort == expected.short_group_warning[index])
        }
    }

    @Test("Point types, variation and assurance agree for every direction and target", arguments: try file.get().series)
    func meanings(series: Series) throws {
        if Self.deviations[series.id] == .screeningSkipped { return }
        for variant in series.variants {
            let chart = try chart(series, variant.improvement_direction, target: variant.target)
            let what = Comment("\(series.id), \(variant.improvement_direction), \(variant.target ?? .nan)")
            #expect(chart.points.map { name(of: $0.type) } == variant.point_type, what)
            #expect(name(of: chart.variation) == variant.variation_type, what)
            let assurance = chart.assurance.map(name(of:))
            if Self.deviations[series.id] == .noAssuranceWithoutLimits {
                #expect(assurance == nil, what)
                #expect(variant.assurance_type == nil || variant.assurance_type == "inconsistent", what)
            } else {
                #expect(assurance == variant.assurance_type, what)
            }
            #expect(chart.segments.count == variant.segments.count, what)
            for (segment, expected) in zip(chart.segments, variant.segments) {
                let types = segment.points.map { chart.points[$0].type }
                #expect(types.count == expected.n, what)
                #expect(types.count { $0 == .commonCause } == expected.common_cause, what)
                #expect(types.count { $0 == .improvement } == expected.improvement, what)
                #expect(types.count { $0 == .concern } == expected.concern, what)
                #expect(name(of: segment.variation) == expected.variation_type, what)
            }
        }
    }

    @Test("A flat series with one blip is not screened: the blip alone stands out")
    func blip() throws {
        let series = try #require(try Self.file.get().series.first { $0.id == "mostly-flat-one-blip" })
        let chart = try chart(series, .increase, target: 15)
        let segment = try #require(chart.segments.first)
        #expect(segment.screening == .skipped)
        // The charts agree; that two changes are too few to judge by is said beside them.
        #expect(segment.warnings == [.screeningSkipped, .rareEvents(changes: 2, values: 16)])
        #expect(segment.mean == 10.625)
        #expect(agrees(segment.averageMovingRange, 20.0 / 15, within: 1e-15))
        #expect(chart.points.indices.filter { chart.points[$0].isOutside } == [8])
        #expect(chart.points[8].type == .improvement)
        // The flat stretches lie below the average, eight and seven points long: a shift, by the rule.
        #expect(chart.points.filter { $0.value == 10 }.allSatisfy { $0.signal?.rule == .shift })
        #expect(chart.assurance == .consistentlyFails)
    }

    @Test("A gap inside a rising run breaks it")
    func gapInsideTrend() throws {
        let series = try #require(try Self.file.get().series.first { $0.id == "missing-inside-trend" })
        let chart = try chart(series, .increase)
        #expect(chart.points.allSatisfy { $0.signal?.rule != .trend })
    }

    private func name(of type: ControlChart.PointType) -> String {
        String(type.rawValue.map { $0 == "-" ? "_" : $0 })
    }

    private func name(of assurance: ControlChart.Assurance) -> String {
        switch assurance {
        case .consistentlyPasses: "consistent_pass"
        case .inconsistent: "inconsistent"
        case .consistentlyFails: "consistent_fail"
        }
    }

    private func name(of signal: ControlChart.Signal?) -> String {
        switch (signal?.rule, signal?.isUpwards) {
        case (.outside, true): "Above UCL"
        case (.outside, _): "Below LCL"
        case (.trend, true): "7 Point Trend (Increasing)"
        case (.trend, _): "7 Point Trend (Decreasing)"
        case (.twoInThree, true): "2 in 3 Above CL"
        case (.twoInThree, _): "2 in 3 Below CL"
        case (.shift, true): "7 Points Above CL"
        case (.shift, _): "7 Points Below CL"
        case (nil, _): "Common Cause"
        }
    }
}

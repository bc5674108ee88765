import FamilyServicesKit
import TestSupport
import Testing

/// What must hold for any series.
///
/// Each failure names the seed that makes it again.
@Suite("Properties of control charts")
struct ControlChartPropertyTests {
    private static let seeds: [UInt64] = (1...60).map { $0 &* 7919 }

    /// A series of multiples of 1/8, so that shifting and doubling are exact; about one in ten is a gap.
    private func series(_ generator: inout SeededGenerator) throws -> [ControlChart.Measurement] {
        let first = try ReportingPeriod.month(4, 2010)
        return try (0..<Int.random(in: 1...48, using: &generator)).map { index in
            let value = Double(Int.random(in: 0...40, using: &generator)) / 8 + (index > 30 ? 3 : 0)
            let isGap = Int.random(in: 0..<10, using: &generator) == 0
            return ControlChart.Measurement(try #require(first.advanced(by: index)), isGap ? nil : value)
        }
    }

    private func options(
        _ measurements: [ControlChart.Measurement], _ generator: inout SeededGenerator
    ) -> ControlChart.Options {
        let at = Int.random(in: 0..<measurements.count, using: &generator)
        return ControlChart.Options(
            screensMovingRanges: Bool.random(using: &generator), runLength: Int.random(in: 6...8, using: &generator),
            baselineLength: Bool.random(using: &generator) ? 12 : nil,
            rebases: Bool.random(using: &generator)
                ? [ControlChart.Rebase(from: measurements[at].period, reason: "property")] : [])
    }

    @Test("Limits lie on both sides of the average, equally far, the near ones at two thirds", arguments: seeds)
    func symmetry(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let measurements = try series(&generator)
        let chart = try ControlChart(
            measurements, improvement: .increase, options: options(measurements, &generator))
        for segment in chart.segments {
            guard let mean = segment.mean, let limits = segment.limits else { continue }
            let reach = limits.upper - mean
            #expect(reach > 0, "seed \(seed)")
            #expect(abs((mean - limits.lower) - reach) <= 1e-12 * max(1, mean), "seed \(seed)")
            #expect(abs((limits.nearUpper - mean) - reach * 2 / 3) <= 1e-12 * max(1, mean), "seed \(seed)")
        }
    }

    @Test("Adding a number moves averages and limits by it and changes no signal", arguments: seeds)
    func shifting(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let measurements = try series(&generator)
        let options = options(measurements, &generator)
        let chart = try ControlChart(measurements, improvement: .increase, target: 4, options: options)
        let moved = try ControlChart(
            measurements.map { .init($0.period, $0.value.map { $0 + 1024 }) }, improvement: .increase, target: 1028,
            options: options)
        #expect(chart.points.map(\.type) == moved.points.map(\.type), "seed \(seed)")
        #expect(chart.assurance == moved.assurance, "seed \(seed)")
        for (left, right) in zip(chart.segments, moved.segments) {
            #expect(agrees(left.mean.map { $0 + 1024 }, right.mean, within: 1e-13), "seed \(seed)")
            #expect(agrees(left.limits.map { $0.upper + 1024 }, right.limits?.upper, within: 1e-13), "seed \(seed)")
            #expect(left.averageMovingRange == right.averageMovingRange, "seed \(seed)")
        }
    }

    @Test("Doubling doubles; turning round turns limits, signals and meanings round", arguments: seeds)
    func scaling(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let measurements = try series(&generator)
        let options = options(measurements, &generator)
        let chart = try ControlChart(measurements, improvement: .increase, options: options)
        let doubled = try ControlChart(
            measurements.map { .init($0.period, $0.value.map { $0 * 2 }) }, improvement: .increase, options: options)
        let turned = try ControlChart(
            measurements.map { .init($0.period, $0.value.map { -$0 }) }, improvement: .decrease, options: options)
        #expect(chart.points.map(\.type) == doubled.points.map(\.type), "seed \(seed)")
        #expect(chart.points.map(\.type) == turned.points.map(\.type), "seed \(seed)")
        #expect(
            chart.points.map { $0.signal.map { !$0.isUpwards } } == turned.points.map { $0.signal?.isUpwards },
            "seed \(seed)")
        for ((left, twice), back) in zip(zip(chart.segments, doubled.segments), turned.segments) {
            #expect(left.limits.map { $0.lower * 2 } == twice.limits?.lower, "seed \(seed)")
            #expect(left.limits.map { -$0.lower } == back.limits?.upper, "seed \(seed)")
        }
    }

    @Test("Segments are judged as if each stood alone, so no run reaches across a rebase", arguments: seeds)
    func segmentsStandAlone(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let measurements = try series(&generator)
        var options = options(measurements, &generator)
        let chart = try ControlChart(measurements, improvement: .increase, options: options)
        options.rebases = []
        for segment in chart.segments {
            let alone = try ControlChart(
                Array(measurements[segment.points]), improvement: .increase, options: options)
            #expect(alone.segments[0].limits == segment.limits, "seed \(seed)")
            #expect(alone.points.map(\.signal) == chart.points[segment.points].map(\.signal), "seed \(seed)")
        }
    }

    @Test("The rules agree with their definitions, tried window by window", arguments: seeds)
    func definitions(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let measurements = try series(&generator)
        let options = ControlChart.Options(runLength: Int.random(in: 3...7, using: &generator))
        let chart = try ControlChart(measurements, improvement: .increase, options: options)
        let points = chart.points
        let length = options.runLength

        func windows(_ size: Int, containing index: Int) -> [ArraySlice<ControlChart.Point>] {
            (max(0, index - size + 1)...index).filter { $0 + size <= points.count }.map { points[$0..<($0 + size)] }
        }
        func trends(_ window: ArraySlice<ControlChart.Point>, up: Bool) -> Bool {
            let values = window.compactMap(\.value)
            return values.count == length && zip(values, values.dropFirst()).allSatisfy { up ? $0 < $1 : $0 > $1 }
        }
        for index in points.indices {
            let point = points[index]
            guard point.value != nil else {
                #expect(point.signal == nil && point.type == .commonCause, "seed \(seed)")
                continue
            }
            let expected: ControlChart.Rule? =
                if point.isOutside {
                    .outside
                } else if windows(length, containing: index).contains(where: {
                    trends($0, up: true) || trends($0, up: false)
                }) {
                    .trend
                } else if point.isNear,
                    windows(3, containing: index).contains(where: { window in
                        window.count(where: \.isNear) >= 2 && window.allSatisfy { $0.side == point.side }
                    })
                {
                    .twoInThree
                } else if point.side != .on,
                    windows(length, containing: index).contains(where: { $0.allSatisfy { $0.side == point.side } })
                {
                    .shift
                } else {
                    nil
                }
            #expect(point.signal?.rule == expected, "seed \(seed), point \(index)")
        }
    }
}

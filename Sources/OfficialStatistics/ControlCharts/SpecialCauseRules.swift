/// The four patterns that chance hardly ever makes.
///
/// Source: NHSRplotthedots 0.2.2, `R/ptd_calculate_point_type.R`. Nothing is judged across a rebase, and a window that
/// contains a gap is no evidence.
enum SpecialCauseRules {
    /// Sets side, nearness and signal of the points of a segment.
    ///
    /// O(n) for n points. The rules run from the weakest to the strongest; a stronger one replaces the signal of a weaker one.
    ///
    /// - Parameters:
    ///   - range: The positions of the points of the segment.
    ///   - points: All points.
    ///   - mean: The average of the segment.
    ///   - limits: The limits of the segment.
    ///   - options: How the chart is worked out.
    ///   - marksRuns: Whether runs of neighbouring figures are signals; not where they share what they count.
    static func apply(
        to range: Range<Int>, of points: inout [ControlChart.Point], mean: Double, limits: ControlChart.Limits?,
        options: ControlChart.Options, marksRuns: Bool = true
    ) {
        for index in range {
            guard let value = points[index].value else { continue }
            points[index].side = value > mean ? .above : value < mean ? .below : .on
            guard let limits else { continue }
            let isOutside = value > limits.upper || value < limits.lower
            points[index].isOutside = isOutside
            points[index].isNear = !isOutside && (value > limits.nearUpper || value < limits.nearLower)
        }
        if marksRuns {
            markShifts(range, &points, options.runLength)
            if options.flagsTwoInThree { markTwoInThree(range, &points) }
            markTrends(range, &points, options.runLength)
        }
        for index in range where points[index].isOutside {
            points[index].signal = .init(rule: .outside, isUpwards: points[index].side == .above)
        }
    }

    /// Runs on one side of the average; a point on the average, or a gap, ends a run.
    private static func markShifts(_ range: Range<Int>, _ points: inout [ControlChart.Point], _ length: Int) {
        var start = range.lowerBound
        while start < range.upperBound {
            let side = points[start].side
            var end = start + 1
            while end < range.upperBound, points[end].side == side { end += 1 }
            if let side, side != .on, end - start >= length {
                for index in start..<end { points[index].signal = .init(rule: .shift, isUpwards: side == .above) }
            }
            start = end
        }
    }

    /// Windows of three on one side with at least two near points; only the near points are marked.
    private static func markTwoInThree(_ range: Range<Int>, _ points: inout [ControlChart.Point]) {
        guard range.count >= 3 else { return }
        for first in range.lowerBound...(range.upperBound - 3) {
            let window = first..<(first + 3)
            guard let side = points[first].side, side != .on,
                window.allSatisfy({ points[$0].side == side }),
                window.count(where: { points[$0].isNear }) >= 2
            else { continue }
            for index in window where points[index].isNear {
                points[index].signal = .init(rule: .twoInThree, isUpwards: side == .above)
            }
        }
    }

    /// Runs of steps in one direction; a tie or a gap ends a run.
    ///
    /// A point that two runs share takes the direction of the later one, because that is marked last.
    private static func markTrends(_ range: Range<Int>, _ points: inout [ControlChart.Point], _ length: Int) {
        var start = range.lowerBound
        while start < range.upperBound - 1 {
            let step = step(to: start + 1, points)
            var end = start + 1
            while step != 0, end < range.upperBound - 1, self.step(to: end + 1, points) == step { end += 1 }
            if step != 0, end - start + 1 >= length {
                for index in start...end { points[index].signal = .init(rule: .trend, isUpwards: step > 0) }
            }
            start = end
        }
    }

    /// 1 for a rise to a point, -1 for a fall, 0 for a tie or a gap.
    private static func step(to index: Int, _ points: [ControlChart.Point]) -> Int {
        guard let value = points[index].value, let previous = points[index - 1].value else { return 0 }
        return value > previous ? 1 : value < previous ? -1 : 0
    }
}

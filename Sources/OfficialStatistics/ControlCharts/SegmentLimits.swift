/// Average, moving ranges and limits of one segment.
///
/// Source: NHSRplotthedots 0.2.2, `R/ptd_spc_standard.R`; the guards for flat series are ours.
struct SegmentLimits {
    private(set) var mean: Double?
    private(set) var averageMovingRange: Double?
    private(set) var limits: ControlChart.Limits?
    private(set) var screening: ControlChart.Screening
    private(set) var baselineLength: Int
    private(set) var warnings: [ControlChart.Warning] = []

    /// Works out the limits of a segment and marks the moving ranges of its points.
    ///
    /// - Parameters:
    ///   - range: The positions of the points of the segment.
    ///   - points: All points; `movingRange` and `rangeCounts` of the segment's points are set.
    ///   - options: How the chart is worked out.
    init(of range: Range<Int>, in points: inout [ControlChart.Point], options: ControlChart.Options) {
        baselineLength = min(options.baselineLength ?? range.count, range.count)
        screening = options.screensMovingRanges ? .applied : .off
        let baseline = range.prefix(baselineLength)

        var values = CarefulMean()
        for index in baseline {
            if let value = points[index].value { values.add(value) }
        }
        mean = values.value

        for index in range.dropFirst() {
            if let value = points[index].value, let previous = points[index - 1].value {
                points[index].movingRange = (value - previous).magnitude
            }
        }

        let unscreened = Self.average(baseline, points, below: .infinity)
        guard let mean, let unscreened, unscreened > 0 else {
            warnings.append(mean == nil ? .noValues : unscreened == nil ? .noNeighbours : .flat)
            return
        }
        var bound = Double.infinity
        var average = unscreened
        if options.screensMovingRanges {
            let screeningBound = ControlChart.Options.screeningFactor * unscreened
            // The smallest range is never above the average, so some always remain.
            let screened = Self.average(baseline, points, below: screeningBound) ?? 0
            if screened > 0 {
                (bound, average) = (screeningBound, screened)
            } else {
                screening = .skipped
                warnings.append(.screeningSkipped)
            }
        }
        for index in baseline {
            points[index].rangeCounts = points[index].movingRange.map { $0 < bound } ?? false
        }
        averageMovingRange = average
        limits = ControlChart.Limits(mean: mean, averageMovingRange: average)
    }

    private static func average(
        _ baseline: Range<Int>, _ points: [ControlChart.Point], below bound: Double
    ) -> Double? {
        var ranges = CarefulMean()
        for index in baseline {
            if let range = points[index].movingRange, range < bound { ranges.add(range) }
        }
        return ranges.value
    }
}

public import ReportVocabulary

/// A control chart of single values and moving ranges (XmR): which changes of a measure are more than chance.
///
/// The method is that of NHS England's *Making Data Count* as its R package NHSRplotthedots 0.2.2 computes it. Each segment,
/// from one rebase to the next, has
///
/// - the mean of its values,
/// - the average moving range, that is the average size of the change from one value to the next; changes of 3.267 times
///   that average or more are left out, once, unless ``Options/screensMovingRanges`` is off,
/// - the natural process limits, mean ± 2.66 × average moving range, not cut off at 0 or at 100 per cent.
///
/// A point is a signal (a "special cause") for the first ``Rule`` that it meets, judged inside its segment only. The
/// variation of the series is what its latest point says, the assurance compares the latest limits with the target. Both are
/// those of the R package; what a report may say of them is ``judgement`` and ``outlook``, which ask whether the range is stable
/// first. Where neighbouring figures share what they count (rolling and year-to-date figures, periods that overlap), only the
/// limits are used and no run of figures is a signal.
///
/// Where the R package fails or misleads, this does not: a gap is no evidence, never an error; a flat series has no limits,
/// no assurance and a warning; a flat series with one blip is not screened; a rebase on a day that was not observed is an
/// error.
public struct ControlChart: Sendable, Hashable, Encodable {
    /// Which way is better.
    public let improvement: ImprovementDirection
    /// What the values should be; `nil` where nothing is asked of them.
    public let requirement: Target.Requirement?
    /// How the chart was worked out.
    public let options: Options
    /// The points in order of time.
    public let points: [Point]
    /// The stretches between rebases in order of time; at least one.
    public let segments: [Segment]
    /// What the latest point says.
    public let variation: PointType
    /// Whether the target will be met while nothing changes; `nil` without a target or without limits in the latest segment.
    public let assurance: Assurance?
    /// What to keep in mind about the chart as a whole; each segment has warnings of its own.
    public let warnings: [Warning]

    /// Charts figures against a target value.
    ///
    /// O(n log n) for n figures, O(n) where they are in order of time.
    ///
    /// - Parameters:
    ///   - measurements: The figures in any order, one for each period, all of one kind of period. Values are finite and at
    ///     most 10^300 in size.
    ///   - improvement: Which way is better.
    ///   - target: The value to reach: a floor where a rise is better, a ceiling where a fall is; without meaning, and left
    ///     out, where neither is.
    ///   - options: How the chart is worked out.
    /// - Throws: ``ControlChartError`` for figures or options that make no chart.
    public init(
        _ measurements: [Measurement], improvement: ImprovementDirection, target: Double? = nil,
        options: Options = Options()
    ) throws(ControlChartError) {
        let requirement: Target.Requirement? =
            switch improvement {
            case .increase: target.map { .atLeast($0) }
            case .decrease: target.map { .atMost($0) }
            case .neutral: nil
            }
        try self.init(measurements, improvement: improvement, requirement: requirement, options: options)
    }

    /// Charts figures against a requirement, which may be a range.
    ///
    /// O(n log n) for n figures, O(n) where they are in order of time.
    ///
    /// - Parameters:
    ///   - measurements: The figures in any order, one for each period, all of one kind of period. Values are finite and at
    ///     most 10^300 in size.
    ///   - improvement: Which way is better, for the meaning of the points.
    ///   - requirement: What the values should be, for the assurance; `nil` where nothing is asked of them.
    ///   - options: How the chart is worked out.
    /// - Throws: ``ControlChartError`` for figures or options that make no chart.
    public init(
        _ measurements: [Measurement], improvement: ImprovementDirection, requirement: Target.Requirement?,
        options: Options = Options()
    ) throws(ControlChartError) {
        try self.init(
            measurements, improvement: improvement, requirement: requirement, options: options, sharesData: false)
    }

    /// - Parameter sharesData: Whether neighbouring figures share what they count though their periods do not overlap.
    package init(
        _ measurements: [Measurement], improvement: ImprovementDirection, requirement: Target.Requirement?,
        options: Options, sharesData: Bool
    ) throws(ControlChartError) {
        try Self.check(options, requirement)
        let ordered = try Self.ordered(measurements)
        let stretches = try Self.stretches(of: ordered, rebases: options.rebases)
        let sharesData = sharesData || Self.overlap(ordered.map(\.period))

        var points: [Point] = []
        points.reserveCapacity(ordered.count)
        var segments: [Segment] = []
        for (range, rebase) in stretches {
            for index in range { points.append(Point(ordered[index], segment: segments.count)) }
            segments.append(Self.segment(range, rebase, &points, improvement, options, sharesData: sharesData))
        }

        self.improvement = improvement
        self.requirement = requirement
        self.options = options
        self.points = points
        self.segments = segments
        variation = points.last?.type ?? .commonCause
        if let requirement, let limits = segments.last?.limits {
            assurance = Assurance(limits, against: requirement)
        } else {
            assurance = nil
        }
        warnings = Self.warnings(about: points)
    }
}

extension ControlChart {
    private static func check(_ options: Options, _ requirement: Target.Requirement?) throws(ControlChartError) {
        guard options.runLength >= Options.shortestRun else { throw .runTooShort(options.runLength) }
        if let length = options.baselineLength, length < Options.fewestBaselinePoints {
            throw .baselineTooShort(length)
        }
        switch requirement {
        case nil: break
        case .atLeast(let value), .atMost(let value):
            guard value.isFinite else { throw .targetNotFinite }
        case .within(let range):
            guard range.lowerBound.isFinite, range.upperBound.isFinite else { throw .targetNotFinite }
        }
    }

    /// The figures in order of time, checked.
    private static func ordered(_ measurements: [Measurement]) throws(ControlChartError) -> [Measurement] {
        guard let first = measurements.first else { throw .noPoints }
        var isOrdered = true
        for index in measurements.indices {
            let period = measurements[index].period
            if period.kind != first.period.kind { throw .mixedKinds(first.period, period) }
            if let value = measurements[index].value, !(value.magnitude <= 1e300) { throw .valueOutOfRange(period) }
            if index > 0, !precedes(measurements[index - 1].period, period) { isOrdered = false }
        }
        if isOrdered { return measurements }
        let ordered = measurements.sorted { precedes($0.period, $1.period) }
        for index in ordered.indices.dropFirst() where ordered[index].period == ordered[index - 1].period {
            throw .duplicatePeriod(ordered[index].period)
        }
        return ordered
    }

    private static func precedes(_ left: ReportingPeriod, _ right: ReportingPeriod) -> Bool {
        left.firstDay != right.firstDay ? left.firstDay < right.firstDay : left.lastDay < right.lastDay
    }

    /// The positions of the points between rebases.
    private static func stretches(
        of measurements: [Measurement], rebases: [Rebase]
    ) throws(ControlChartError) -> [(Range<Int>, Rebase?)] {
        if rebases.isEmpty { return [(measurements.indices, nil)] }
        var result: [(Range<Int>, Rebase?)] = []
        var start = 0
        var current: Rebase?
        var searched = 0
        let sorted = rebases.sorted { $0.day < $1.day }
        for (index, rebase) in sorted.enumerated() {
            if index > 0, sorted[index - 1].day == rebase.day { throw .rebasedTwice(rebase.day) }
            while searched < measurements.count, measurements[searched].period.firstDay < rebase.day { searched += 1 }
            guard searched < measurements.count, measurements[searched].period.firstDay == rebase.day else {
                let next = searched < measurements.count ? measurements[searched].period.firstDay : nil
                throw .rebaseNotObserved(rebase.day, next: next)
            }
            if searched > start { result.append((start..<searched, current)) }
            (start, current) = (searched, rebase)
        }
        result.append((start..<measurements.count, current))
        return result
    }

    private static func segment(
        _ range: Range<Int>, _ rebase: Rebase?, _ points: inout [Point], _ improvement: ImprovementDirection,
        _ options: Options, sharesData: Bool
    ) -> Segment {
        let worked = SegmentLimits(of: range, in: &points, options: options)
        if let mean = worked.mean {
            SpecialCauseRules.apply(
                to: range, of: &points, mean: mean, limits: worked.limits, options: options, marksRuns: !sharesData)
        }
        var values = 0
        var signals = 0
        for index in range {
            if points[index].value != nil { values += 1 }
            if points[index].signal != nil { signals += 1 }
            points[index].type = PointType(points[index].signal, improvement)
        }
        var segment = Segment(
            points: range, rebase: rebase, baselineLength: worked.baselineLength, mean: worked.mean,
            averageMovingRange: worked.averageMovingRange, limits: worked.limits, screening: worked.screening,
            variation: points[range.upperBound - 1].type, warnings: worked.warnings, valueCount: values)
        if segment.isShort {
            segment.warnings.append(.fewPoints(range.count))
        } else if values < Options.fewestPoints {
            segment.warnings.append(.fewValues(values))
        } else {
            let ranges = range.compactMap { points[$0].movingRange }
            let changes = ranges.count { $0 > 0 }
            if worked.limits != nil, changes > 0, isMadeOfSteps(points[range]) {
                segment.warnings.append(.drifting(signals: signals, values: values))
            } else if worked.limits != nil, 2 * changes < ranges.count {
                segment.warnings.append(.rareEvents(changes: changes, values: values))
            } else if 10 * signals > 3 * values {
                segment.warnings.append(.drifting(signals: signals, values: values))
            }
        }
        return segment
    }

    /// Whether the values stay the same for at least so long as a side of a break has to be, then change, and so on.
    private static func isMadeOfSteps(_ points: ArraySlice<Point>) -> Bool {
        var (last, length) = (Double?.none, fewestBesideBreak)
        for value in points.lazy.compactMap(\.value) {
            if value == last {
                length += 1
            } else {
                guard length >= fewestBesideBreak else { return false }
                (last, length) = (value, 1)
            }
        }
        return length >= fewestBesideBreak
    }

    private static func warnings(about points: [Point]) -> [Warning] {
        var warnings: [Warning] = []
        if points.last?.value == nil { warnings.append(.latestValueMissing) }
        if overlap(points.map(\.period)) { warnings.append(.overlappingPeriods) }
        return warnings
    }

    private static func overlap(_ periods: [ReportingPeriod]) -> Bool {
        periods.indices.dropFirst().contains { periods[$0].firstDay <= periods[$0 - 1].lastDay }
    }
}

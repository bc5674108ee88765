public import ReportVocabulary

extension ControlChart {
    /// A place where a series that changed in steps may be cut.
    public struct ProposedBreak: Sendable, Hashable, Codable {
        /// The first period after the step.
        public let period: ReportingPeriod
        /// The average of the figures before it, back to the last break.
        public let before: Double
        /// The average of the figures from then on.
        public let after: Double
    }

    /// Whether the latest stretch has a range that later figures may be judged by: at least ``Options/fewestPoints`` values
    /// that vary, of which no more than three in ten stand out.
    public var isStable: Bool { segments.last?.isStable ?? false }

    /// What the latest figure says, as far as the range allows a judgement: ``variation`` where the range is stable, else
    /// ``PointType/commonCause``.
    public var judgement: PointType { isStable ? variation : .commonCause }

    /// What a point says, as far as the range of its stretch allows a judgement.
    ///
    /// - Parameter point: A point of the chart.
    /// - Returns: Its type where the range is stable, else ``PointType/commonCause``.
    public func judgement(of point: Point) -> PointType {
        segments.indices.contains(point.segment) && segments[point.segment].isStable ? point.type : .commonCause
    }

    /// Whether the target will be met while nothing changes, as far as a promise can be made.
    ///
    /// Unlike ``assurance``, which compares limits and target and nothing else, it is absent where the range is not stable, and
    /// says that the target will keep being met, or missed, only where the last three figures agree and the latest does not
    /// stand out.
    public var outlook: Assurance? {
        guard isStable, let assurance, let requirement, let latest = points.last, let segment = segments.last else {
            return nil
        }
        let last = points[segment.points].compactMap(\.value).suffix(3)
        switch assurance {
        case .inconsistent: return assurance
        case .consistentlyPasses:
            return latest.signal == nil && last.allSatisfy { requirement.distance(of: $0) == 0 } ? assurance : nil
        case .consistentlyFails:
            return latest.signal == nil && last.allSatisfy { requirement.distance(of: $0) > 0 } ? assurance : nil
        }
    }

    /// Where a break may lie, for a latest stretch that has changed in steps: the cut that leaves the least variation on its
    /// two sides, with at least 4 figures on each.
    ///
    /// O(n) for n points.
    public var proposedBreak: ProposedBreak? {
        guard let segment = segments.last, segment.hasSteps else { return nil }
        let known = segment.points.filter { points[$0].value != nil }
        let values = known.compactMap { points[$0].value }
        guard values.count >= 2 * Self.fewestBesideBreak, let mean = segment.mean else { return nil }
        // Cutting where the squared distance between the two averages, weighted by their numbers, is greatest leaves the
        // least variation.
        let total = values.reduce(0) { $0 + ($1 - mean) }
        var sum = 0.0
        var best: (place: Int, gain: Double)?
        for (index, value) in values.enumerated().dropLast() {
            sum += value - mean
            let (left, right) = (index + 1, values.count - index - 1)
            guard left >= Self.fewestBesideBreak, right >= Self.fewestBesideBreak else { continue }
            let gain = sum * sum / Double(left) + (total - sum) * (total - sum) / Double(right)
            if gain > (best?.gain ?? -1) { best = (left, gain) }
        }
        guard let best else { return nil }
        var (before, after) = (CarefulMean(), CarefulMean())
        for value in values[..<best.place] { before.add(value) }
        for value in values[best.place...] { after.add(value) }
        guard let first = before.value, let second = after.value else { return nil }
        return ProposedBreak(period: points[known[best.place]].period, before: first, after: second)
    }

    /// Whether a straight line fits a stretch that changed in steps better than one cut does, and if so whether it rises.
    ///
    /// O(n) for n points.
    func steadyDrift(of segment: Segment) -> Bool? {
        let known = segment.points.compactMap { index in points[index].value.map { (Double(index), $0) } }
        guard known.count > 2, let proposal = proposedBreak else { return nil }
        var (places, values) = (CarefulMean(), CarefulMean())
        for (place, value) in known {
            places.add(place)
            values.add(value)
        }
        guard let middle = places.value, let mean = values.value else { return nil }
        var (width, product) = (0.0, 0.0)
        for (place, value) in known {
            width += (place - middle) * (place - middle)
            product += (place - middle) * (value - mean)
        }
        let cut = known.filter { points[Int($0.0)].period.firstDay >= proposal.period.firstDay }.count
        let (left, right) = (Double(known.count - cut), Double(cut))
        let byCut =
            left * (proposal.before - mean) * (proposal.before - mean)
            + right * (proposal.after - mean) * (proposal.after - mean)
        return product * product / width > byCut ? product > 0 : nil
    }

    /// The fewest figures on either side of a proposed break.
    static let fewestBesideBreak = 4

    /// Whether single moves inside a stretch can be judged by its moving ranges.
    ///
    /// Steps do little to the average moving range, which looks from one figure to the next; too few figures, or figures that
    /// hardly ever change, leave nothing to judge by.
    package func judgesMoves(in segment: Segment) -> Bool {
        segment.limits != nil && segment.valueCount >= Options.fewestPoints && !segment.isRare
    }
}

extension ControlChart.Segment {
    /// Whether later figures may be judged by the range of the stretch.
    public var isStable: Bool {
        limits != nil && valueCount >= ControlChart.Options.fewestPoints && !hasSteps && !isRare
    }

    /// Whether more than three in ten figures stand out: the measure drifts, or changed in steps, and no one range fits it.
    public var hasSteps: Bool { warnings.contains { if case .drifting = $0 { true } else { false } } }

    /// Whether most figures are the same as the one before, as they are for events that are rare.
    public var isRare: Bool { warnings.contains { if case .rareEvents = $0 { true } else { false } } }
}

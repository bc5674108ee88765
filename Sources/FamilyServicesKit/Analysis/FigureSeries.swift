/// The figures of one indicator for one area and category, in order of time.
///
/// Periods of different kinds do not mix: a series holds months, or financial years, or snapshots, never two of them. Where a
/// source prints the same figure twice, the first one in the pack counts.
public struct FigureSeries: Sendable, Hashable {
    /// The indicator.
    public let indicator: Indicator.ID
    /// The area.
    public let area: Area.ID
    /// The category, where the figures are about a part of the population.
    public let category: Breakdown.Category.ID?
    /// The kind of period.
    public let kind: ReportingPeriod.Kind
    /// The figures, the earliest first, one for each period.
    public let observations: [Observation]

    /// The last figure whose period has ended by a day.
    ///
    /// - Parameter day: The day.
    /// - Returns: `nil` where there is none.
    public func latest(asOf day: CalendarDate) -> Observation? {
        observations.last { $0.period.lastDay <= day }
    }

    /// The figure before a period.
    ///
    /// - Parameter period: A period of the kind of the series.
    /// - Returns: The last figure whose period begins earlier; `nil` where there is none.
    public func previous(to period: ReportingPeriod) -> Observation? {
        observations.last { $0.period.firstDay < period.firstDay }
    }

    /// The figure for a period.
    ///
    /// - Parameter period: The period.
    /// - Returns: `nil` where there is none.
    public func figure(for period: ReportingPeriod) -> Observation? {
        // Each period stands once, and the latest are asked for most.
        observations.last { $0.period == period }
    }
}

extension ReportPack {
    /// The series of a pack, in the order in which their first figures stand in it.
    ///
    /// O(n log n) for n observations.
    ///
    /// - Returns: The series.
    public func series() -> [FigureSeries] {
        struct Key: Hashable {
            let indicator: Indicator.ID
            let area: Area.ID
            let category: Breakdown.Category.ID?
            let kind: ReportingPeriod.Kind
        }
        var order: [Key] = []
        var groups: [Key: [Observation]] = [:]
        for observation in observations {
            let key = Key(
                indicator: observation.indicator, area: observation.area, category: observation.category,
                kind: observation.period.kind)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(observation)
        }
        return order.map { key in
            var seen: Set<ReportingPeriod> = []
            let unique = (groups[key] ?? []).filter { seen.insert($0.period).inserted }
            return FigureSeries(
                indicator: key.indicator, area: key.area, category: key.category, kind: key.kind,
                observations: unique.sorted { ReportingPeriod.listingOrder($0.period, $1.period) })
        }
    }
}

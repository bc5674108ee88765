public import ReportModel
public import ReportVocabulary

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

    /// Gathers the figures of one series.
    ///
    /// Figures of other indicators, areas, categories and kinds of period are left out, and so are all but the first for a
    /// period. O(n log n) for n figures.
    ///
    /// - Parameters:
    ///   - indicator: The indicator.
    ///   - area: The area.
    ///   - category: The category; `nil` for the whole population.
    ///   - kind: The kind of period.
    ///   - observations: The figures, in any order.
    public init(
        of indicator: Indicator.ID, in area: Area.ID, category: Breakdown.Category.ID? = nil,
        by kind: ReportingPeriod.Kind, from observations: [Observation]
    ) {
        self.indicator = indicator
        self.area = area
        self.category = category
        self.kind = kind
        var seen: Set<ReportingPeriod> = []
        self.observations = observations.filter { observation in
            observation.indicator == indicator && observation.area == area && observation.category == category
                && observation.period.kind == kind && seen.insert(observation.period).inserted
        }.sorted { ReportingPeriod.listingOrder($0.period, $1.period) }
    }

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

    /// The figure from which progress is measured: that of the baseline's own period; in a series of another kind of period the
    /// last one that had ended by the end of it.
    ///
    /// - Parameter baseline: The baseline.
    /// - Returns: `nil` where there is none; another figure is never put in its place.
    package func figure(at baseline: ReportPack.Baseline) -> Observation? {
        baseline.period.kind == kind ? figure(for: baseline.period) : latest(asOf: baseline.period.lastDay)
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
        // Positions, since copies of millions of figures would take much room.
        var groups: [Key: [Int]] = [:]
        for (position, observation) in observations.enumerated() {
            let key = Key(
                indicator: observation.indicator, area: observation.area, category: observation.category,
                kind: observation.period.kind)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(position)
        }
        return order.map { key in
            FigureSeries(
                of: key.indicator, in: key.area, category: key.category, by: key.kind,
                from: (groups[key] ?? []).map { observations[$0] })
        }
    }
}

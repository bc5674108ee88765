public import ReportModel
public import ReportVocabulary

extension Area {
    /// Whether the council is compared with the area, and where it stands in the usual order: statistical neighbours, other
    /// groups, the part of London, the region, the country.
    var comparatorOrder: Int? {
        switch kind {
        case .statisticalNeighbours: 0
        case .comparator: 1
        case .partOfLondon: 2
        case .region: 3
        case .country: 4
        case .localAuthority, .locality: nil
        }
    }
}

extension ComparatorSummary {
    /// Sums up an area as a comparator: by its published figures where it has one that may stand beside the period, else by those
    /// of its members.
    ///
    /// - Parameters:
    ///   - area: The area.
    ///   - figures: Figures of the indicator, of any area.
    ///   - indicator: The indicator.
    ///   - period: The period that the comparator is wanted for.
    ///   - statistic: How the members are summed up; ``Statistic/published`` never looks at them.
    public init(
        of area: Area, from figures: [Observation], for indicator: Indicator, at period: ReportingPeriod,
        statistic: Statistic = .median
    ) {
        let published = ComparatorSummary(
            area.title, from: figures, of: [area.id], for: indicator, at: period, statistic: .published)
        guard published.value == nil, !area.members.isEmpty, statistic != .published else {
            self = published
            return
        }
        self.init(
            area.title, from: figures, of: area.members, for: indicator, at: period, statistic: statistic)
    }
}

extension ReportPack {
    /// What an indicator of the pack is compared with: statistical neighbours first, then other groups, the part of London, the
    /// region and the country, each only where it has a value that may stand beside the period.
    ///
    /// O(n) for n observations.
    ///
    /// - Parameters:
    ///   - indicator: The identifier of the indicator.
    ///   - period: The period of the council's own figure.
    ///   - statistic: How groups without a published value are summed up.
    /// - Returns: The comparators; empty where the pack has none or does not know the indicator.
    public func comparators(
        for indicator: Indicator.ID, at period: ReportingPeriod, statistic: ComparatorSummary.Statistic = .median
    ) -> [ComparatorSummary] {
        guard let definition = indicators.first(where: { $0.id == indicator }) else { return [] }
        let figures = observations.filter { $0.indicator == indicator }
        return manifest.comparatorAreas.compactMap { area in
            let summary = ComparatorSummary(
                of: area, from: figures, for: definition, at: period, statistic: statistic)
            return summary.value == nil ? nil : summary
        }
    }
}

extension ReportPack.Manifest {
    /// The areas that the council is compared with, in their usual order.
    var comparatorAreas: [Area] {
        areas.filter { $0.id != area && $0.comparatorOrder != nil }.enumerated().sorted { left, right in
            let (first, second) = (left.element.comparatorOrder ?? 0, right.element.comparatorOrder ?? 0)
            return first != second ? first < second : left.offset < right.offset
        }.map(\.element)
    }

    /// The areas of ``comparatorAreas`` that a committee expects first: statistical neighbours, else the country.
    package var mainComparatorAreas: [Area] {
        comparatorAreas.filter { $0.kind == .statisticalNeighbours || $0.kind == .country }
    }
}

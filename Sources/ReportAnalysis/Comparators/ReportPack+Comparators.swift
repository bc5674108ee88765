package import ReportModel
package import ReportVocabulary

extension Area {
    /// Whether the council is compared with the area, and where it is in the usual order: statistical neighbours, other
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

    /// Whether the members are others that the council is compared with, and never the council itself.
    var isGroupOfOthers: Bool { kind == .statisticalNeighbours || kind == .comparator }
}

extension ComparatorSummary {
    /// Sums up an area as a comparator: by its published figures where it has one that may be compared with the period, else by
    /// those of its members.
    ///
    /// - Parameters:
    ///   - area: The area.
    ///   - figures: Figures of the indicator, of any area.
    ///   - indicator: The indicator.
    ///   - period: The period that the comparator is wanted for.
    ///   - statistic: How the members are summed up; ``Statistic/published`` never looks at them.
    ///   - councils: The areas whose differences say what is usual, where the area names too few members.
    ///   - own: The council that is compared. Where it is among the members it is none of its own statistical neighbours; in a
    ///     region it counts where others have a value too.
    package init(
        of area: Area, from figures: [Observation], for indicator: Indicator, at period: ReportingPeriod,
        statistic: Statistic = .median, councils: Set<Area.ID> = [], comparedWith own: Area.ID? = nil
    ) {
        let others = area.members.filter { $0 != own }
        let published = ComparatorSummary(
            area.title, from: figures, of: [area.id], for: indicator, at: period, statistic: .published)
        if published.value == nil, !others.isEmpty, statistic != .published {
            self.init(
                area.title, from: Self.figures(figures, of: area, beside: own, indicator),
                of: area.isGroupOfOthers ? others : area.members, for: indicator, at: period, statistic: statistic)
        } else {
            self = published
        }
        guard let shown = comparatorPeriod else { return }
        let isNamed = self.statistic != .published || others.count >= Self.fewestPeers
        peers = Self.peers(isNamed ? Set(others) : councils, in: shown, figures, indicator)
        if peers.count < Self.fewestPeers {
            peers = Self.peers(councils.union(others), in: shown, figures, indicator)
        }
    }

    /// The figures without those of the council itself for periods in which no other member has one.
    private static func figures(
        _ figures: [Observation], of area: Area, beside own: Area.ID?, _ indicator: Indicator
    ) -> [Observation] {
        guard let own, area.members.contains(own) else { return figures }
        let members = Set(area.members).subtracting([own])
        let periods = Set(
            figures.filter {
                members.contains($0.area) && $0.indicator == indicator.id && $0.category == nil
                    && $0.value.number(in: indicator.unit)?.isFinite == true
            }.map(\.period))
        return figures.filter { $0.area != own || periods.contains($0.period) }
    }

    /// From so many areas on it can be told by how much areas usually differ.
    static let fewestPeers = 5

    private static func peers(
        _ areas: Set<Area.ID>, in period: ReportingPeriod, _ figures: [Observation], _ indicator: Indicator
    ) -> [ObservedValue] {
        guard !areas.isEmpty else { return [] }
        var seen: Set<Area.ID> = []
        return figures.filter {
            $0.indicator == indicator.id && $0.category == nil && $0.period == period && areas.contains($0.area)
                && seen.insert($0.area).inserted
        }.map(\.value)
    }
}

extension ReportPack {
    /// What an indicator of the pack is compared with: statistical neighbours first, then other groups, the part of London, the
    /// region and the country, each only where it has a value that may be compared with the period.
    ///
    /// O(n) for n observations.
    ///
    /// - Parameters:
    ///   - indicator: The identifier of the indicator.
    ///   - period: The period of the council's own figure.
    ///   - statistic: How groups without a published value are summed up.
    /// - Returns: The comparators; empty where the pack has none or does not know the indicator.
    package func comparators(
        for indicator: Indicator.ID, at period: ReportingPeriod, statistic: ComparatorSummary.Statistic = .median
    ) -> [ComparatorSummary] {
        guard let definition = indicators.first(where: { $0.id == indicator }) else { return [] }
        let figures = observations.filter { $0.indicator == indicator }
        return manifest.comparatorAreas.compactMap { area in
            let summary = ComparatorSummary(
                of: area, from: figures, for: definition, at: period, statistic: statistic,
                councils: manifest.otherCouncils, comparedWith: manifest.area)
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

}

/// The latest figure of an indicator beside one comparator.
package struct IndicatorComparison: Sendable, Hashable {
    /// The area that is compared with.
    package let area: Area.ID
    /// The comparator.
    package let summary: ComparatorSummary
    /// The council's own figure that is compared: that of the comparator's period where there is one, else the latest.
    package let own: Observation
    /// How the two differ; absent where the council's own figure has no value.
    package let difference: ComparatorDifference?
    /// The council's place among the single areas behind the comparator; absent for fewer than three.
    package let rank: ComparatorRank?

    /// Whether the council's own figure is about another period than its latest.
    package let isOwnOfAnotherPeriod: Bool

    /// What to know beside the difference: that a short period of few cases is compared with a long one, such as "one month
    /// with few cases beside a year".
    package let caveat: String?

    package init(of position: IndicatorPosition, with summary: ComparatorSummary, for area: Area.ID) {
        let indicator = position.indicator
        self.area = area
        self.summary = summary
        let sameTime = summary.comparatorPeriod.flatMap { period in
            period == position.latest.period ? position.latest : position.series.figure(for: period)
        }
        // Years beside months: nothing of the council's own is of the comparator's period.
        let own = sameTime.flatMap { $0.value.number(in: indicator.unit) == nil ? nil : $0 } ?? position.latest
        self.own = own
        isOwnOfAnotherPeriod = own.period != position.latest.period
        caveat = summary.comparatorPeriod.flatMap { Self.caveat(own, beside: $0, of: indicator) }
        let isApart = summary.comparatorPeriod.map { indicator.obstacle(from: $0, to: own.period) != nil } ?? false
        difference = isApart ? nil : ComparatorDifference(of: own.value, with: summary, for: indicator)
        let known = summary.peers.count { $0.number(in: indicator.unit) != nil }
        rank =
            known > 2 && own.period == summary.comparatorPeriod
            ? ComparatorRank(
                of: summary.peers.count, among: summary.peers + [own.value], for: indicator, on: own.period.lastDay)
            : nil
    }
}

extension IndicatorComparison {
    /// A share of fewer cases moves by more than three points for each.
    private static let fewCases = 30

    private static func caveat(
        _ own: Observation, beside other: ReportingPeriod, of indicator: Indicator
    ) -> String? {
        guard 2 * own.period.numberOfDays < other.numberOfDays, indicator.accumulation == .period,
            case .share(_, let whole) = CountedFigure(own.value, in: indicator.unit), whole < fewCases
        else { return nil }
        return "one \(own.period.kind.noun) with few cases beside a \(other.kind.noun)"
    }

    /// How the figure compares, in sentences; `nil` where it does not.
    package var explanation: String? {
        guard let difference else { return nil }
        guard let caveat else { return difference.explanation }
        return "\(difference.explanation) This is \(caveat)."
    }
}

extension ReportPack {
    /// The latest figure of an indicator beside each comparator of the pack that has a value: statistical neighbours, other
    /// groups, the part of London, the region and the country.
    ///
    /// - Parameters:
    ///   - position: Where the indicator is.
    ///   - figures: The figures of the indicator, of any area; by default those of the pack, in O(n).
    /// - Returns: The comparisons in their usual order.
    package func comparisons(
        of position: IndicatorPosition, from figures: [Observation]? = nil
    ) -> [IndicatorComparison] {
        let areas = manifest.comparatorAreas
        guard !areas.isEmpty else { return [] }
        let figures = figures ?? observations.filter { $0.indicator == position.indicator.id }
        let councils = manifest.otherCouncils
        return areas.compactMap { area in
            let summary = ComparatorSummary(
                of: area, from: figures, for: position.indicator, at: position.latest.period, councils: councils,
                comparedWith: manifest.area)
            return summary.value == nil ? nil : IndicatorComparison(of: position, with: summary, for: area.id)
        }
    }
}

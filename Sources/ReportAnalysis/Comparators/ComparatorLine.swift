package import ReportModel
package import ReportVocabulary

/// The figures of a comparator beside those of a series, one for each of its periods.
///
/// A figure is that of the period itself, or of a longer one that holds it where the two may be set beside each other: the value of
/// a year is level over its months. What is only known for another time has no place on a line.
package struct ComparatorLine: Sendable, Hashable {
    /// The area that is compared with.
    package let area: Area
    /// The value for each period, in the unit of the indicator; `nil` where there is none.
    package let values: [Double?]
    /// The most restrictive access of the figures.
    package let access: Access

    /// - Parameters:
    ///   - area: The area.
    ///   - figures: Figures of the indicator, of any area.
    ///   - indicator: The indicator.
    ///   - periods: The periods of the series.
    ///   - own: The council that is compared.
    init(
        of area: Area, from figures: [Observation], for indicator: Indicator, over periods: [ReportingPeriod],
        comparedWith own: Area.ID
    ) {
        let known = figures.filter { $0.indicator == indicator.id && $0.category == nil }
        var published: [ReportingPeriod: Observation] = [:]
        for figure in known where figure.area == area.id && published[figure.period] == nil {
            published[figure.period] = figure
        }
        let longer = published.keys.sorted { $0.numberOfDays < $1.numberOfDays }
        let members = Set(area.isGroupOfOthers ? area.members.filter { $0 != own } : area.members)
        let others = Dictionary(grouping: known.filter { members.contains($0.area) }, by: \.period)
        self.area = area
        var access = Access.unrestricted
        values = periods.map { period in
            let figure =
                published[period]
                ?? longer.first {
                    $0.firstDay <= period.firstDay && period.lastDay <= $0.lastDay
                        && ComparablePeriod.isComparable($0, with: period, for: indicator)
                }.flatMap { published[$0] }
            let used = figure.map { [$0] } ?? others[period] ?? []
            let summary = ComparatorSummary(
                of: area, from: used, for: indicator, at: figure?.period ?? period, comparedWith: own)
            if summary.value != nil { access = access.combined(with: summary.access) }
            return summary.value.flatMap { $0.isFinite ? $0 : nil }
        }
        self.access = access
    }
}

extension ReportPack {
    /// The comparators of an indicator over time, in their usual order; only those with at least two figures.
    ///
    /// - Parameters:
    ///   - indicator: The indicator.
    ///   - periods: The periods of the council's own figures.
    ///   - figures: The figures of the indicator, of any area.
    package func comparatorLines(
        for indicator: Indicator, over periods: [ReportingPeriod], from figures: [Observation]
    ) -> [ComparatorLine] {
        manifest.comparatorAreas.compactMap { area in
            let line = ComparatorLine(
                of: area, from: figures, for: indicator, over: periods, comparedWith: manifest.area)
            return line.values.count { $0 != nil } > 1 ? line : nil
        }
    }
}

public import ReportModel
public import ReportVocabulary

extension ComparatorStanding {
    /// The standing that a difference amounts to.
    ///
    /// - Parameter difference: The difference to a comparator.
    /// - Returns: `nil` where the two are similar, or the measure is not judged.
    public init?(_ difference: ComparatorDifference) {
        switch difference.verdict {
        case .better: self.init(isBetter: true, text: difference.explanation)
        case .worse: self.init(isBetter: false, text: difference.explanation)
        case .similar, .notJudged: return nil
        }
    }
}

extension ReportPack {
    /// How the latest figure of each indicator compares with statistical neighbours, or with the country where they have no
    /// value, for ``Exceptions``.
    ///
    /// O(n) for n observations.
    ///
    /// - Returns: The standings of the indicators that are better or worse than their comparator.
    public func comparatorStandings() -> [Indicator.ID: ComparatorStanding] {
        comparatorStandings(of: positions())
    }

    func comparatorStandings(of positions: [IndicatorPosition]) -> [Indicator.ID: ComparatorStanding] {
        let areas = manifest.mainComparatorAreas
        guard !areas.isEmpty else { return [:] }
        let figures = Dictionary(grouping: observations, by: \.indicator)
        var result: [Indicator.ID: ComparatorStanding] = [:]
        for position in positions {
            let indicator = position.indicator
            let summary = areas.lazy.map { area in
                ComparatorSummary(
                    of: area, from: figures[indicator.id] ?? [], for: indicator, at: position.latest.period)
            }.first { $0.value != nil }
            guard let summary,
                let difference = ComparatorDifference(of: position.latest.value, with: summary, for: indicator)
            else { continue }
            result[indicator.id] = ComparatorStanding(difference)
        }
        return result
    }
}

package import ReportModel
import ReportVocabulary

extension ComparatorStanding {
    /// The standing that a difference amounts to.
    ///
    /// - Parameter difference: The difference to a comparator.
    /// - Returns: `nil` where the two do not clearly differ, or the measure is not judged.
    package init?(_ difference: ComparatorDifference) {
        switch difference.verdict {
        case .better: self.init(isBetter: true, text: difference.explanation)
        case .worse: self.init(isBetter: false, text: difference.explanation)
        case .similar, .noClearDifference, .sizeOnly, .notJudged: return nil
        }
    }
}

extension ReportPack {
    /// How the latest figure of each indicator compares with others, for ``Exceptions``: the first clear difference, in the order
    /// of statistical neighbours, other groups, the region and the country.
    ///
    /// O(n) for n observations.
    ///
    /// - Returns: The standings of the indicators that are clearly better or worse than a comparator.
    package func comparatorStandings() -> [Indicator.ID: ComparatorStanding] {
        comparatorStandings(of: comparisons(of: positions()))
    }

    /// The comparisons of each indicator.
    func comparisons(of positions: [IndicatorPosition]) -> [Indicator.ID: [IndicatorComparison]] {
        guard !manifest.comparatorAreas.isEmpty else { return [:] }
        let figures = Dictionary(grouping: observations, by: \.indicator)
        // An indicator has one position: identifiers are unique, which validation sees to.
        return Dictionary(
            positions.map { ($0.indicator.id, comparisons(of: $0, from: figures[$0.indicator.id] ?? [])) }
        ) { first, _ in first }
    }

    func comparatorStandings(
        of comparisons: [Indicator.ID: [IndicatorComparison]]
    ) -> [Indicator.ID: ComparatorStanding] {
        comparisons.compactMapValues { list in
            list.lazy.compactMap { $0.difference.flatMap(ComparatorStanding.init) }.first
        }
    }
}

package import ReportVocabulary

/// The figures of a pack by what they are of: the part of the index that is made only where figures are looked up.
///
/// Where the pack holds a figure twice the first one counts, as in a series; validation reports the second.
package struct FigureIndex: Sendable {
    /// A figure without its period.
    package struct Place: Hashable, Sendable {
        package var indicator: Indicator.ID
        package var area: Area.ID
        package var category: Breakdown.Category.ID?

        package init(indicator: Indicator.ID, area: Area.ID, category: Breakdown.Category.ID?) {
            (self.indicator, self.area, self.category) = (indicator, area, category)
        }
    }

    /// What the names in the figures stand for.
    package let index: PackIndex
    /// The figures of the pack, in the same memory.
    private let figures: [Observation]
    /// The figures by their positions, since copies of millions would take much room.
    private var byPlace: [Place: [Int32]] = [:]
    private var byTime: [ReportingPeriod: [Int32]] = [:]

    /// Indexes the figures of a pack.
    ///
    /// - Parameters:
    ///   - pack: The pack.
    ///   - index: Its index, where there is one already.
    package init(_ pack: ReportPack, _ index: PackIndex? = nil) {
        self.index = index ?? PackIndex(pack)
        figures = pack.observations
        for (position, figure) in figures.enumerated() {
            let number = Int32(clamping: position)
            byPlace[Self.place(of: figure), default: []].append(number)
            byTime[figure.period, default: []].append(number)
        }
    }

    private static func place(of figure: Observation) -> Place {
        Place(indicator: figure.indicator, area: figure.area, category: figure.category)
    }

    private func figures(at place: Place) -> some Sequence<Observation> {
        (byPlace[place] ?? []).lazy.map { figures[Int($0)] }
    }

    /// What a reference means.
    ///
    /// The total category is the whole where the pack has no figure for it: the figure of the whole is read from its row.
    package func place(of reference: FigureReference.Observed) -> Place {
        var place = Place(
            indicator: reference.indicator, area: reference.area ?? index.ownArea, category: reference.category)
        if place.category != nil, byPlace[place] == nil, index.isTotal(place.category, of: place.indicator) {
            place.category = nil
        }
        return place
    }

    /// The observation that is meant.
    package func observation(_ reference: FigureReference.Observed) -> Observation? {
        figures(at: place(of: reference)).first { $0.period == reference.period }
    }

    /// The indicator that is meant.
    package func indicator(_ reference: FigureReference?) -> Indicator? {
        reference?.observed.flatMap { index.indicators[$0.indicator] }
    }

    /// The other periods for which there is the same figure.
    package func otherPeriods(than reference: FigureReference.Observed) -> [FigureReference.Observed] {
        var seen: Set<ReportingPeriod> = [reference.period]
        return figures(at: place(of: reference)).filter { seen.insert($0.period).inserted }.map {
            FigureReference.Observed(
                indicator: reference.indicator, period: $0.period, area: reference.area, category: reference.category)
        }
    }

    /// The figures of the same indicator and period for other areas and categories.
    package func otherGroups(than reference: FigureReference.Observed) -> [FigureReference.Observed] {
        sameTime(as: reference).filter { $0.indicator == reference.indicator }
    }

    /// The other figures of the same period, whatever they measure.
    package func sameTime(as reference: FigureReference.Observed) -> [FigureReference.Observed] {
        let own = place(of: reference)
        var seen: Set<Place> = [own]
        return (byTime[reference.period] ?? []).compactMap { number in
            let place = Self.place(of: figures[Int(number)])
            guard seen.insert(place).inserted else { return nil }
            return FigureReference.Observed(
                indicator: place.indicator, period: reference.period, area: place.area, category: place.category)
        }
    }

    /// A reference in words: the measure, the area and category where they are not the usual ones, and the period.
    package func label(_ reference: FigureReference.Observed, naming: Bool = true) -> String {
        var parts: [String] =
            naming ? [index.indicators[reference.indicator]?.fullTitle ?? reference.indicator.text] : []
        if let category = reference.category {
            parts.append(index.category(category, of: reference.indicator)?.title ?? category.text)
        }
        if let area = reference.area, area != index.ownArea { parts.append(index.areas[area]?.title ?? area.text) }
        parts.append(reference.period.label)
        return parts.joined(separator: ", ")
    }
}

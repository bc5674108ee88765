package import ReportModel
package import ReportVocabulary

/// The latest position of an indicator: its latest figure for the area of the report, how that is rated, and which way it moved.
package struct IndicatorPosition: Sendable, Hashable {
    /// What is known of it, most of which is in other parts of it too.
    private struct Parts: Sendable, Hashable {
        let indicator: Indicator
        let series: FigureSeries
        let latest: Observation
        let previous: Observation?
        let rating: Rating
        let direction: DirectionOfTravel?
        let comparisons: TravelComparisons
        let rule: MovementRule
    }

    /// Keeps the parts in one place, however often a position is handed on: there are dozens of texts and lists in them, and each
    /// copy would have to keep account of every one.
    private final class Storage: Sendable, Hashable {
        let parts: Parts

        init(_ parts: Parts) { self.parts = parts }

        static func == (left: Storage, right: Storage) -> Bool { left === right || left.parts == right.parts }
        func hash(into hasher: inout Hasher) { hasher.combine(parts) }
    }

    private let storage: Storage

    /// The indicator.
    package var indicator: Indicator { storage.parts.indicator }
    /// The series that the figures are taken from.
    package var series: FigureSeries { storage.parts.series }
    /// The last figure whose period has ended by the end of the reporting period.
    package var latest: Observation { storage.parts.latest }
    /// The figure that it is compared with: the one before it; for a year-to-date figure the same point of last year.
    package var previous: Observation? { storage.parts.previous }
    /// How the latest figure compares with its target.
    package var rating: Rating { storage.parts.rating }
    /// The move from the previous figure; absent where the two cannot be compared.
    package var direction: DirectionOfTravel? { storage.parts.direction }
    /// The moves since the previous period, the same period of last year and the baseline of the report.
    package var comparisons: TravelComparisons { storage.parts.comparisons }
    /// What decides whether a move is more than ups and downs.
    package var rule: MovementRule { storage.parts.rule }

    /// Finds the latest position of an indicator.
    ///
    /// - Parameters:
    ///   - indicator: The indicator.
    ///   - series: Its figures.
    ///   - day: The last day of the reporting period; later figures do not count.
    ///   - baseline: The point from which progress is measured.
    ///   - others: The figures of other councils, from which is learnt how much the measure usually moves.
    /// - Returns: `nil` where no figure is that old.
    package init?(
        of indicator: Indicator, in series: FigureSeries, asOf day: CalendarDate, baseline: ReportPack.Baseline? = nil,
        others: [FigureSeries] = []
    ) {
        guard let latest = series.latest(asOf: day) else { return nil }
        let previous =
            indicator.accumulation == .yearToDate
            ? latest.period.samePeriodLastYear.flatMap { series.figure(for: $0) }
            : series.previous(to: latest.period)
        let rule = MovementRule(for: indicator, in: series, upTo: latest.period, others: others)
        storage = Storage(
            Parts(
                indicator: indicator, series: series, latest: latest, previous: previous,
                rating: Rating(of: latest, for: indicator, on: latest.period.lastDay),
                direction: previous.flatMap { Self.direction(from: $0, to: latest, of: indicator, by: rule) },
                comparisons: TravelComparisons(
                    of: series, at: latest.period, for: indicator, baseline: baseline, by: rule),
                rule: rule))
    }

    /// The latest figure as a number in the unit of the indicator.
    package var value: Double? { latest.value.number(in: indicator.unit) }

    /// The latest figure as it is shown, such as "57.2%", or why there is none.
    package var valueText: String {
        guard let value, value.isFinite else {
            return latest.value.missingReason.map { "no figure (\($0.meaning))" } ?? "no figure"
        }
        return indicator.text(of: value, latest.qualifier)
    }

    /// The position in a sentence, such as "57.2% in June 2026; Red; ▼ Down, worsening".
    package var label: String {
        var parts = ["\(valueText) in \(latest.period.label)"]
        if rating.outcome != .notRated { parts.append(rating.outcome.label) }
        if let direction { parts.append(direction.label) }
        return parts.joined(separator: "; ")
    }

    /// For how many periods in a row, up to the latest, each figure moved towards what is wanted, or each away from it.
    ///
    /// Two or three such moves are nothing unusual: whether the run is more than ups and downs the control chart says. A gap,
    /// a period without a figure between two others, a figure that did not move, and one that moved the other way
    /// all end the run.
    ///
    /// - Parameter meaning: ``DirectionOfTravel/Meaning/worsening`` or ``DirectionOfTravel/Meaning/improving``.
    /// - Returns: 0 where the latest move was another. O(length of the run).
    package func run(of meaning: DirectionOfTravel.Meaning) -> Int {
        let observations = series.observations
        guard var index = observations.lastIndex(where: { $0.period == latest.period }) else { return 0 }
        var count = 0
        while index > 0 {
            let (earlier, later) = (observations[index - 1], observations[index])
            if let next = earlier.period.successor, next != later.period { break }
            guard Self.direction(from: earlier, to: later, of: indicator, by: rule)?.meaning == meaning else { break }
            count += 1
            index -= 1
        }
        return count
    }

    /// The move between two figures of an indicator; `nil` where they cannot be compared.
    static func direction(
        from earlier: Observation, to later: Observation, of indicator: Indicator, by rule: MovementRule
    ) -> DirectionOfTravel? {
        TravelComparison(
            of: later, with: earlier, for: indicator, in: later.period, earlierPeriod: earlier.period,
            as: .previousPeriod, by: rule
        ).travel?.direction
    }
}

extension FigureSeries {
    /// The series that speaks for an indicator: for the area as a whole, in the kind of a period if there is one, else the
    /// longest.
    package static func main(
        among series: [FigureSeries], area: Area.ID, like period: ReportingPeriod
    ) -> FigureSeries? {
        let candidates = series.filter { $0.area == area && $0.category == nil }
        return candidates.first { $0.kind == period.kind }
            ?? candidates.max { $0.observations.count < $1.observations.count }
    }
}

extension ReportPack {
    /// The position of each indicator of the pack at the end of its reporting period, for the area of the report.
    ///
    /// Only figures without a category count: those for the whole population. Where the pack has figures of the kind of its
    /// reporting period they are used, else those of the longest series. O(n log n) for n observations.
    ///
    /// - Returns: The positions in the order of the indicators; those without any figure are left out.
    package func positions() -> [IndicatorPosition] {
        let groups = Dictionary(grouping: series(), by: \.indicator)
        let councils = manifest.otherCouncils
        return indicators.compactMap { indicator in
            let all = groups[indicator.id] ?? []
            return FigureSeries.main(among: all, area: manifest.area, like: manifest.period).flatMap {
                IndicatorPosition(
                    of: indicator, in: $0, asOf: manifest.period.lastDay, baseline: manifest.baseline,
                    others: councils.isEmpty ? [] : all.filter { $0.category == nil && councils.contains($0.area) })
            }
        }
    }
}

extension ReportPack.Manifest {
    /// The other local authorities of the pack, by which is told what is usual.
    package var otherCouncils: Set<Area.ID> {
        Set(areas.filter { $0.kind == .localAuthority && $0.id != area }.map(\.id))
            .union(areas.flatMap(\.members).filter { $0 != area })
    }
}

extension IndicatorPosition {
    /// The move that says most: one that is more than ups and downs before one of which only the size is known, before one
    /// that is no clear change; of these the largest, and of two as large the one from the nearer period.
    ///
    /// - Parameter isGood: Only moves that are clearly for the better, or for the worse; by default all.
    /// - Returns: `nil` where there is none.
    package func mainMove(isGood: Bool? = nil) -> TravelComparison? {
        let wanted: DirectionOfTravel.Verdict? = isGood.map { $0 ? .improving : .worsening }
        let moves = comparisons.all.filter { comparison in
            guard let verdict = comparison.travel?.direction.verdict else { return false }
            return wanted == nil || verdict == wanted
        }
        return moves.enumerated().max { left, right in
            left.element.weight != right.element.weight
                ? left.element.weight < right.element.weight : left.offset > right.offset
        }?.element
    }
}

extension TravelComparison {
    /// How much a move says: how clear it is, then how large.
    fileprivate var weight: (Int, Double) {
        guard let direction = travel?.direction else { return (-1, 0) }
        let rank =
            switch direction.clarity {
            case _ where direction.movement == .unchanged: 0
            case .clear: 2
            case .moreThanCounts, .acrossBreak, .untested: 1
            case .notClear: 0
            }
        return (rank, direction.change.magnitude)
    }

    /// Whether the move has a size and nothing to tell whether it is more than ups and downs.
    package var isSizeAlone: Bool {
        guard let direction = travel?.direction, direction.movement != .unchanged else { return false }
        return switch direction.clarity {
        case .untested, .moreThanCounts: true
        case .clear, .notClear, .acrossBreak: false
        }
    }

    /// Since when, in few words for a table, such as "on the year" or "since May 2026".
    package var sinceWords: String {
        switch reference {
        case .samePeriodLastYear: "on the year"
        case .previousPeriod, .baseline: earlierPeriod.map { "since \($0.labelWithinSentence)" } ?? ""
        }
    }
}

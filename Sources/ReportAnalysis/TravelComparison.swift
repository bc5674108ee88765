package import ReportModel
package import ReportVocabulary

/// A figure compared with an earlier one of the same series: by how much it changed, or why the two cannot be compared.
package struct TravelComparison: Sendable, Hashable {
    /// What a figure is compared with.
    package enum Reference: Sendable, Hashable {
        /// The period before, or the last one before it that has a figure.
        case previousPeriod
        /// The same period of the year before.
        case samePeriodLastYear
        /// A point from which progress is measured, by its name, such as "Judgement of July 2017".
        case baseline(String)

        /// The reference in words.
        package var label: String {
            switch self {
            case .previousPeriod: "the previous period"
            case .samePeriodLastYear: "the same period last year"
            case .baseline(let title): "the baseline (\(title))"
            }
        }
    }

    /// How a figure moved.
    package struct Travel: Sendable, Hashable {
        /// The earlier value, unrounded, in the unit of the indicator.
        package let earlier: Double
        /// The later value.
        package let later: Double
        /// Which way it moved and whether that is good.
        package let direction: DirectionOfTravel
        /// By how much, in percentage points or in the unit: the difference of the two figures as they are shown.
        package let size: ChangeSize
        /// By how much in per cent of the earlier value; absent where that is not above zero.
        package let relative: RelativeChange?
    }

    /// Why two figures cannot be compared.
    package enum Obstacle: Sendable, Hashable {
        /// There is no figure for the period itself.
        case noFigure
        /// There is no value for the period itself, and why.
        case noValue(MissingReason)
        /// The series holds no figure to compare with.
        case noEarlierFigure
        /// The figure to compare with has no value, and why.
        case noEarlierValue(MissingReason)
        /// A year-to-date figure grows from period to period, so that only the same point of another year says anything.
        case yearToDate
        /// The two spans differ in length by more than months and leap years differ.
        case differentLengths
        /// The counts behind the values are rounded, and the rounding would decide.
        case roundedCounts
        /// One of the two is only a limit or a rough figure.
        case roughFigure
        /// The baseline is not before the period.
        case baselineNotEarlier
        /// Between the two the meaning of the figures changed, so that they may not be compared.
        case seriesBreak(SeriesBreak)
    }

    /// What the figure is compared with.
    package let reference: Reference
    /// The period of the figure.
    package let period: ReportingPeriod
    /// The period that it is compared with; absent where there is none.
    package let earlierPeriod: ReportingPeriod?
    /// How the figure moved; absent where the two cannot be compared.
    package let travel: Travel?
    /// Why the two cannot be compared; absent where they can.
    package let obstacle: Obstacle?
    /// What to know beside the result, such as that periods were skipped or overlap.
    package let caveats: [String]

    /// How many decimals the indicator shows.
    private let decimals: Int

    /// Compares two figures of a series.
    ///
    /// - Parameters:
    ///   - figure: The later figure; `nil` where there is none.
    ///   - earlier: The earlier figure; `nil` where there is none.
    ///   - indicator: The indicator, with its unit, decimals, polarity, targets and ``Indicator/accumulation``.
    ///   - period: The period of the later figure.
    ///   - earlierPeriod: The period of the earlier figure.
    ///   - reference: What the earlier figure is.
    ///   - rule: What decides whether the move is more than ups and downs.
    package init(
        of figure: Observation?, with earlier: Observation?, for indicator: Indicator, in period: ReportingPeriod,
        earlierPeriod: ReportingPeriod?, as reference: Reference, by rule: MovementRule
    ) {
        self.reference = reference
        self.period = period
        self.earlierPeriod = earlierPeriod
        decimals = indicator.decimals
        let outcome = Self.outcome(figure, earlier, indicator, period, earlierPeriod, rule)
        switch outcome {
        case .success(let travel):
            self.travel = travel
            obstacle = nil
            caveats = Self.caveats(indicator, period, earlierPeriod, reference)
        case .failure(let stop):
            travel = nil
            obstacle = stop.obstacle
            caveats = []
        }
    }

    private struct Stop: Error { let obstacle: Obstacle }

    private static func outcome(
        _ figure: Observation?, _ earlier: Observation?, _ indicator: Indicator, _ period: ReportingPeriod,
        _ earlierPeriod: ReportingPeriod?, _ rule: MovementRule
    ) -> Result<Travel, Stop> {
        func stop(_ obstacle: Obstacle) -> Result<Travel, Stop> { .failure(Stop(obstacle: obstacle)) }
        guard let figure else { return stop(.noFigure) }
        guard let later = finite(figure, indicator) else { return stop(.noValue(reason(figure))) }
        if let earlierPeriod {
            if earlierPeriod.firstDay >= period.firstDay, earlierPeriod.lastDay >= period.lastDay {
                return stop(.baselineNotEarlier)
            }
            if let obstacle = indicator.obstacleToChange(from: earlierPeriod, to: period) { return stop(obstacle) }
        }
        guard let earlier else { return stop(.noEarlierFigure) }
        guard let before = finite(earlier, indicator) else { return stop(.noEarlierValue(reason(earlier))) }
        let target = indicator.target(on: period.lastDay)
        func direction(_ before: Double, _ later: Double) -> DirectionOfTravel {
            DirectionOfTravel(
                from: before, to: later, of: indicator, target: target,
                clarity: rule.clarity(from: earlier, to: figure))
        }
        guard figure.qualifier.isExact, earlier.qualifier.isExact else { return stop(.roughFigure) }
        guard figure.movesHoweverRounded(since: earlier, indicator) else { return stop(.roundedCounts) }
        return .success(
            Travel(
                earlier: before, later: later,
                direction: direction(before, later),
                size: ChangeSize(from: before, to: later, in: indicator.unit, decimals: indicator.decimals),
                relative: RelativeChange(from: before, to: later)))
    }

    private static func finite(_ figure: Observation, _ indicator: Indicator) -> Double? {
        figure.value.number(in: indicator.unit).flatMap { $0.isFinite ? $0 : nil }
    }

    private static func reason(_ figure: Observation) -> MissingReason { figure.value.missingReason ?? .notCollected }

    private static func caveats(
        _ indicator: Indicator, _ period: ReportingPeriod, _ earlier: ReportingPeriod?, _ reference: Reference
    ) -> [String] {
        guard let earlier else { return [] }
        var caveats: [String] = []
        if reference == .previousPeriod, let adjacent = period.predecessor, adjacent != earlier {
            caveats.append("There is no figure for \(adjacent.labelWithinSentence).")
        }
        if case .rolling(let months) = indicator.accumulation,
            let start = period.lastDay.adding(days: 1)?.adding(months: -months), start <= earlier.lastDay
        {
            caveats.append(
                "Both values cover \(months) months, and the months that they share cancel out: the change is that between "
                    + "the newest and the oldest months.")
        }
        let breaks = indicator.breaks(from: earlier, to: period)
        if !breaks.isEmpty {
            caveats.append("The figures changed their meaning in between: \(MessageText.list(breaks.map(\.label))).")
        }
        return caveats
    }

    /// The result in a sentence or two.
    package var explanation: String {
        ([sentence] + caveats).joined(separator: " ")
    }

    private var sentence: String {
        if let obstacle { return "Not compared with \(reference.label): \(reason(of: obstacle))." }
        guard let travel, let earlierPeriod else { return "" }
        let figures = FigureText(travel.size.unit, decimals: decimals)
        let (from, to) = (figures.text(travel.earlier), figures.text(travel.later))
        let since = "since \(earlierPeriod.labelWithinSentence)"
        switch travel.direction.movement {
        case .unchanged: return "No change \(since), at \(to)."
        case .up, .down:
            let verb = travel.direction.movement == .up ? "Rose" : "Fell"
            let size = travel.size.amount(decimals: decimals)
            return "\(verb) by \(size) \(since), from \(from) to \(to)"
                + Self.words(for: travel.direction) + "."
        }
    }

    private static func words(for direction: DirectionOfTravel) -> String {
        switch direction.clarity {
        case .clear:
            switch direction.meaning {
            case .improving: ", which is better"
            case .worsening: ", which is worse"
            case .steady: ", which is as good as before"
            case .notJudged: ""
            }
        case .notClear: "; that is no clear change, because ordinary ups and downs explain it"
        case .moreThanCounts: "; that is more than the counts explain, but what is usual for this measure is not known"
        case .acrossBreak, .untested: ""
        }
    }

    private func reason(of obstacle: Obstacle) -> String {
        switch obstacle {
        case .noFigure: "there is no figure for \(period.labelWithinSentence)"
        case .noValue(let reason): "there is no value for \(period.labelWithinSentence) (\(reason.meaning))"
        case .noEarlierFigure:
            earlierPeriod.map { "there is no figure for \($0.labelWithinSentence)" } ?? "there is no earlier figure"
        case .noEarlierValue(let reason):
            "there is no value for \(earlierPeriod?.labelWithinSentence ?? "then") (\(reason.meaning))"
        case .yearToDate, .differentLengths, .roundedCounts, .roughFigure, .seriesBreak: obstacle.words ?? ""
        case .baselineNotEarlier:
            "\(earlierPeriod?.labelWithinSentence ?? "it") is not before \(period.labelWithinSentence)"
        }
    }
}

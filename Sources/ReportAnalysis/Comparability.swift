package import ReportModel
package import ReportVocabulary

// The one rule of which figures may be compared or added up. Dashboards, figures in braces and claims all ask here.

extension Indicator {
    /// Why the change of a figure from one period to another says nothing; `nil` where it says something.
    ///
    /// A figure since the year began grows whatever happens, and starts again with the year: only the same point of another year
    /// is like it. Spans of different length are not like each other, nor is a month's number like a year's. What was counted
    /// otherwise is not comparable at all.
    package func obstacleToChange(
        from earlier: ReportingPeriod, to later: ReportingPeriod
    ) -> TravelComparison.Obstacle? {
        if accumulation == .yearToDate, !Self.isSamePoint(earlier, later) { return .yearToDate }
        // Months and quarters differ by up to three days, years by one.
        if later.kind == .span, abs(later.numberOfDays - earlier.numberOfDays) > 3 { return .differentLengths }
        if later.kind.isRegular, earlier.kind.isRegular, later.kind != earlier.kind,
            !ComparablePeriod.isComparable(earlier, with: later, for: self)
        {
            return .differentLengths
        }
        return obstacle(from: earlier, to: later).map { .seriesBreak($0) }
    }

    /// Whether two periods are the same point of different years.
    private static func isSamePoint(_ earlier: ReportingPeriod, _ later: ReportingPeriod) -> Bool {
        // 29 February is the end of February, as 28 February is in other years.
        let sameDay = earlier.lastDay.day == later.lastDay.day || earlier.lastDay.month == 2 && later.lastDay.month == 2
        return earlier.lastDay.month == later.lastDay.month && sameDay && earlier.lastDay.year != later.lastDay.year
    }

    /// Why figures of the indicator for several periods cannot be added up, in words; `nil` where they can.
    ///
    /// Who was there at the end of one month is mostly still there at the end of the next.
    package func obstacleToSum(of periods: [ReportingPeriod]) -> String? {
        let distinct = Set(periods)
        guard distinct.count > 1 else { return nil }
        let name = MessageText.quoted(fullTitle)
        if unit == .percent || unit == .ratio || unit.isRate {
            return "shares and rates of different periods do not add up to one"
        }
        switch accumulation {
        case .snapshot: return "\(name) is what there was at a time, and the same cases are in it again at the next"
        case .yearToDate, .rolling: return "the periods of \(name) overlap, so that cases would be counted twice"
        case .period: break
        }
        if distinct.allSatisfy({ $0.kind == .snapshot }), unit == .count {
            return "\(name) is what there was on a day, and the same cases are in it again at the next"
        }
        let sorted = distinct.sorted { $0.firstDay < $1.firstDay }
        let overlaps = zip(sorted, sorted.dropFirst()).contains { $0.lastDay >= $1.firstDay }
        return overlaps ? "the periods overlap, so that cases would be counted twice" : nil
    }
}

extension ReportingPeriod.Kind {
    /// Whether all periods of the kind are as long as each other, but for a day or three.
    fileprivate var isRegular: Bool {
        switch self {
        case .month, .quarter, .financialYear, .academicYear, .calendarYear: true
        case .snapshot, .span: false
        }
    }
}

extension MeasurementUnit {
    fileprivate var isRate: Bool { if case .rate = self { true } else { false } }
}

extension TravelComparison.Obstacle {
    /// The obstacle in words, where it is one of the periods and not of the figures.
    package var words: String? {
        switch self {
        case .yearToDate:
            "the figure counts since the year began, so it grows from period to period; only the same point of another "
                + "year is like it"
        case .differentLengths: "the two periods are of different length"
        case .seriesBreak(let item): "the figures changed their meaning in between, on \(item.label)"
        case .roughFigure: "one of the figures is only a limit or a rough figure"
        case .roundedCounts: "the counts are rounded, and how they were rounded would decide"
        case .noFigure, .noValue, .noEarlierFigure, .noEarlierValue, .baselineNotEarlier: nil
        }
    }
}

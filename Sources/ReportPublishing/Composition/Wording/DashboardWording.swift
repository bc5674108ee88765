import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// The sentences of the dashboard, the trends and the commentary.
enum DashboardWording {
    static let title = "Indicator dashboard"
    static let shortTitle = "Dashboard"
    static let lead =
        "Each measure with its latest and previous figures, its target and the distance from it, its changes and its comparators."
    static let printedLead = [
        "The dashboard as printed in the source: positions, targets and ratings are the source's own.",
        "The words for each change and the distance to target are worked out from the printed positions, so they can contradict "
            + "what was printed. The computed rating shows where a printed rating contradicts its target.",
    ]

    static let othersTitle = "Other indicators"
    static let othersLead =
        "Measures in this report that are not on the dashboard, with their latest and previous figures."

    static let laterTitle = "Later figures"
    static func laterLead(on day: String, after period: String) -> String {
        "Figures known on \(day) for periods that end after \(period). They are neither rated nor compared."
    }
    static let inThisReport = "In this report"

    // MARK: Notes

    static func periods(_ periods: String) -> String { "Periods: \(periods) unless stated." }

    static func comparatorPeriod(_ period: String) -> String { "Comparator figures are for \(period) unless stated." }

    static let datedComparators = "If a comparator is for a different period, that period is shown."
    static let numbersOfOthers =
        "A comparator that is a number, and not a rate or a share, is of an area that may be larger or smaller."
    static let unrated = "No measure is rated because no targets have been set."
    static let clearChanges =
        "“Improving”, “worsening”, “better” and “worse” are used only for differences that are more than ordinary ups and "
        + "downs. Where only a size is given, there are too few figures to tell."
    static let points = "Points are percentage points."
    static let yearEnd = "Expected at year end"

    static func yearEnd(on day: String) -> String {
        "What is expected on \(day) is worked out from at least 24 months of figures, for measures with an annual target. The range in "
            + "brackets holds it in 80 of 100 cases."
    }

    // MARK: Cells

    static let baseline = "the baseline"

    static func periods(_ previous: String, _ latest: String) -> String { "\(previous) and \(latest)" }

    static func usual(_ range: String) -> String { "usual \(range)" }

    static let yearToDate = "Not comparable: year to date"
    static func seriesBreak(on day: String) -> String { "Not comparable: break on \(day)" }

    static let differentLengths = "Not comparable: periods of different length"
    static let roughFigure = "Not said: only a limit or a rough figure is known"
    static let roundedCounts = "Not said: counts are rounded"

    static func ratingDiffers(_ rating: String) -> String { "\(rating): differs from printed" }

    static func arrow(_ direction: String) -> String { "Arrow printed: \(direction)" }

    static func printed(_ text: String) -> String { "printed \(text)" }

    static let unlabelled = "Unlabelled"

    // MARK: Trends

    static let trendsTitle = "Trends"
    static let namedTrendsTitle = "Measures that the summary is about"

    /// - Parameter fewest: How many figures a control chart needs.
    static func trendsLead(fewest: Int) -> String {
        "How each measure moved over time, with its target and with what others have: the value of a year is level over its months. Where there are at least \(fewest) figures, the chart also shows the "
            + "average and the expected range; figures outside what chance would explain are labelled. Where at least half of the figures "
            + "are none, a second chart shows what lies between one event and the next."
    }

    /// What a chart of a measure shows, for those who do not see it.
    static func chart(of measure: String) -> String { "Line chart of \(measure)." }

    static func chart(of measure: String, figures: Int, from first: String, to last: String) -> String {
        "Line chart of \(measure), \(CountText.of(figures, "figure")) from \(first) to \(last)."
    }

    /// - Parameters:
    ///   - lowest: The lowest figure with its period.
    ///   - highest: The highest.
    static func course(
        from first: String, to last: String, lowest: (figure: String, period: String),
        highest: (figure: String, period: String)
    ) -> String {
        "It begins at \(first) and ends at \(last). The lowest figure is \(lowest.figure) (\(lowest.period)), the highest "
            + "\(highest.figure) (\(highest.period))."
    }

    static func target(_ target: String, isExpectation: Bool) -> String {
        "\(isExpectation ? "The expected range" : "The target") is \(target)."
    }

    /// The last figure of a comparator on a chart.
    static func comparator(_ name: String, _ figure: String, _ period: String) -> String {
        "\(name): \(figure) in \(period)."
    }

    static func marked(_ label: String, _ figures: Int) -> String {
        "Marked “\(label)”: \(CountText.of(figures, "figure"))."
    }

    static let interval = "Interval"
    static let intervalLabel = "Period of the event"
    static let longInterval = "Unusually long"
    static let shortInterval = "Unusually short"

    /// - Parameter isTime: Whether time lies between two events, or cases.
    static func between(_ measure: String, isTime: Bool) -> String {
        "\(measure): \(isTime ? "time" : "cases") between one and the next"
    }

    /// What a chart of rare events shows, for those who do not see it.
    static func intervals(
        of measure: String, count: Int, isTime: Bool, noun: String, shortest: String, longest: String, median: String,
        usual: (from: String, to: String)
    ) -> String {
        let unit = isTime ? "\(noun)s" : "cases"
        return "Line chart of the \(isTime ? "time" : "number of cases") between one and the next for \(measure), "
            + "\(CountText.of(count, "interval")). The shortest is \(shortest), the longest \(longest) \(unit). Chance alone would make half of "
            + "them shorter than \(median); usual is \(usual.from) to \(usual.to) \(unit). Those of one \(noun) are taken as evenly spread over it."
    }

    // MARK: Commentary

    static let commentaryTitle = "Commentary on the measures"
    static let commentaryShortTitle = "Commentary"
    static let commentaryLead = "Comments on the measures by the people responsible for them."

    /// - Parameter period: The period of the figure.
    static func older(_ period: String) -> String { "Older than the figure for \(period)" }
}

import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// The measures over time.
struct TrendsSection: StandardSection {
    static let id: SectionID = "trends"
    static let isAnnex = false
    let composer: Composer

    /// So many figures make a line that is worth drawing.
    private static let fewestFigures = 4
    /// So many comparators have a line; more could not be told apart.
    private static let comparators = 3
    /// So many worries and so many strengths come first.
    private static let named = 6

    /// A chart for each measure with enough figures: those that the summary names first, the others under the heading of their
    /// group.
    func compose() -> PublicationSection? {
        var blocks: [Block] = []
        var charted: [Access] = []
        var group: String?
        var names: Set<String> = []
        let named = (messages.worries.prefix(Self.named) + messages.strengths.prefix(Self.named)).compactMap {
            message -> Indicator.ID? in
            if case .indicator(let position) = message.subject { position.indicator.id } else { nil }
        }
        let isNamed = Set(named)
        let figures = Dictionary(grouping: pack.observations, by: \.indicator)
        let ordered =
            named.compactMap { index.indicators[$0] } + pack.indicators.filter { !isNamed.contains($0.id) }
        for indicator in ordered {
            guard let position = positions[indicator.id] else { continue }
            var trend = IndicatorTrend(position)
            guard trend.numberOfFigures >= Self.fewestFigures else { continue }
            let lines = pack.comparatorLines(
                for: indicator, over: trend.periods, from: figures[indicator.id] ?? []
            ).prefix(Self.comparators)
            trend.comparators = Array(lines)
            let heading = isNamed.contains(indicator.id) ? DashboardWording.namedTrendsTitle : indicator.group
            if !heading.isEmpty, heading != group { blocks.append(.heading(level: 2, text: heading)) }
            group = heading
            // Identifiers may differ in signs alone.
            while !names.insert(trend.name.lowercased()).inserted { trend.copy = (trend.copy ?? 1) + 1 }
            blocks.append(.heading(level: heading.isEmpty ? 2 : 3, text: indicator.fullTitle))
            if !trend.explanation.isEmpty { blocks.append(.paragraph(trend.explanation)) }
            blocks.append(.chart(trend.chart))
            if let intervals = trend.intervals { blocks.append(.chart(intervals)) }
            charted += [indicator.access] + position.series.observations.map(\.access) + lines.map(\.access)
        }
        return section(
            DashboardWording.trendsTitle,
            DashboardWording.trendsLead(fewest: ControlChart.Options.fewestPoints),
            exempt: charted, blocks)
    }
}

/// The figures of an indicator up to the latest one, as a chart.
struct IndicatorTrend {
    private let indicator: Indicator
    private let latest: Observation
    private let figures: [Observation]
    private let controlChart: ControlChart?
    private let rareEvents: RareEvents?
    /// What tells the chart from others of the same name.
    var copy: Int?
    /// What the figures are compared with.
    var comparators: [ComparatorLine] = []

    init(_ position: IndicatorPosition) {
        indicator = position.indicator
        latest = position.latest
        let last = position.latest.period.lastDay
        figures = position.series.observations.filter { $0.period.lastDay <= last }
        controlChart = position.controlChart
        rareEvents = position.rareEvents
    }

    /// The periods of the figures.
    var periods: [ReportingPeriod] { figures.map(\.period) }

    /// How many periods have a figure.
    var numberOfFigures: Int { figures.count { number($0) != nil } }

    /// What the control chart says, in sentences; empty where there is none.
    var explanation: String {
        [breaks, controlChart?.explanation(of: indicator) ?? rareEvents?.explanation].compactMap { $0 }.joined(
            separator: " ")
    }

    /// Where the meaning of the figures shown changed, in a sentence.
    private var breaks: String? {
        guard let first = figures.first, let last = figures.last else { return nil }
        let days = indicator.breaks(from: first.period, to: last.period).map(\.label)
        guard !days.isEmpty else { return nil }
        return "The figures changed their meaning on \(MessageText.list(days)): changes across "
            + "\(days.count == 1 ? "that day" : "those days") are not judged."
    }

    var name: String { "Trend_" + ownName }

    private var ownName: String { Self.identifier(indicator.id.text) + (copy.map { "_\($0)" } ?? "") }

    var chart: Chart {
        let labels = figures.map(\.period.shortLabel)
        return Chart(
            name: name, title: indicator.fullTitle,
            alternativeText: alternativeText, form: .lines, labelTitle: "Period",
            valueTitle: indicator.unit == .unspecified ? "Value" : indicator.unit.label.capitalisedFirst,
            isPercentage: indicator.unit == .percent, decimals: indicator.decimals, labels: labels,
            series: [measure] + targets + limits + comparisons)
    }

    /// How far apart rare events are, with the limits of what is usual; `nil` where they are not rare, or too few.
    var intervals: Chart? {
        guard let rare = rareEvents?.chart, let median = rare.median, let lower = rare.lower, let upper = rare.upper
        else { return nil }
        let decimals = rare.kind == .time ? 1 : 0
        let noun = rare.counts.first?.period.kind.periodNoun ?? "period"
        let labels = Chart.uniqueLabels(rare.intervals.map(\.period.shortLabel))
        func line(_ title: String, _ role: Chart.Role, _ value: Double) -> Chart.Series {
            Chart.Series(title, role: role, points: labels.map { _ in Chart.Point(value) })
        }
        let points = rare.intervals.map { interval in
            let mark: Chart.Mark? =
                switch interval.side {
                case .on: nil
                case .above: Chart.Mark(DashboardWording.longInterval, tone: .neutral)
                case .below: Chart.Mark(DashboardWording.shortInterval, tone: .neutral)
                }
            return Chart.Point(interval.size, mark: mark)
        }
        let sizes = rare.intervals.map(\.size)
        func text(_ value: Double) -> String { DecimalText.formatted(value, decimals: decimals) }
        let isTime = rare.kind == .time
        return Chart(
            name: "Between_" + ownName,
            title: DashboardWording.between(indicator.fullTitle, isTime: isTime),
            alternativeText: DashboardWording.intervals(
                of: indicator.fullTitle, count: rare.events, isTime: isTime, noun: noun,
                shortest: text(sizes.min() ?? 0), longest: text(sizes.max() ?? 0), median: text(median),
                usual: (text(lower), text(upper))),
            form: .lines, labelTitle: DashboardWording.intervalLabel,
            valueTitle: isTime ? "\(noun.capitalisedFirst)s between" : "Cases between",
            isPercentage: false, decimals: decimals, labels: labels,
            series: [
                Chart.Series(DashboardWording.interval, role: .measure, points: points),
                line("Median", .average, median), line("Usual: from", .lowerLimit, lower),
                line("Usual: to", .upperLimit, upper),
            ])
    }

    private func number(_ observation: Observation) -> Double? {
        observation.value.number(in: indicator.unit).flatMap { $0.isFinite ? $0 : nil }
    }

    private var measure: Chart.Series {
        // A series has one figure for each period, and so has its chart.
        let marks = Dictionary(
            controlChart.map { chart in chart.points.map { ($0.period, chart.judgement(of: $0)) } } ?? []
        ) {
            first, _ in first
        }
        return Chart.Series(
            "Figure", role: .measure,
            points: figures.map { observation in
                let value = number(observation)
                let mark = value == nil ? nil : marks[observation.period].flatMap(Self.mark)
                return Chart.Point(value, missing: observation.value.missingReason, mark: mark)
            })
    }

    /// What is said of a point that stands out.
    static func mark(_ type: ControlChart.PointType) -> Chart.Mark? {
        switch type {
        case .commonCause: nil
        case .improvement: Chart.Mark(type.label, tone: .positive)
        case .concern: Chart.Mark(type.label, tone: .negative)
        case .neutralHigh, .neutralLow: Chart.Mark(type.label, tone: .neutral)
        }
    }

    /// The target, or both ends of a range, as they held in each period.
    private var targets: [Chart.Series] {
        let requirements = figures.map { indicator.target(on: $0.period.lastDay)?.requirement }
        let noun = indicator.polarity == .neutral ? "Expected" : "Target"
        let isRange = requirements.contains { if case .within = $0 { true } else { false } }
        func series(_ title: String, _ end: (Target.Requirement) -> Double?) -> Chart.Series? {
            let points = requirements.map { Chart.Point($0.flatMap(end)) }
            return points.contains { $0.value != nil } ? Chart.Series(title, role: .target, points: points) : nil
        }
        let lower = series(isRange ? "\(noun): from" : noun) { requirement in
            switch requirement {
            case .atLeast(let value), .atMost(let value): value
            case .within(let range): range.lowerBound
            }
        }
        let upper = series("\(noun): to") { requirement in
            if case .within(let range) = requirement { range.upperBound } else { nil }
        }
        return [lower, upper].compactMap { $0 }
    }

    /// The average and the limits of each stretch of the control chart.
    private var limits: [Chart.Series] {
        guard let controlChart else { return [] }
        // A series has one figure for each period, and so has its chart.
        let segments = Dictionary(controlChart.points.map { ($0.period, controlChart.segments[$0.segment]) }) {
            first, _ in first
        }
        func series(
            _ title: String, _ role: Chart.Role, _ value: (ControlChart.Segment) -> Double?
        ) -> Chart.Series? {
            let points = figures.map { observation in
                Chart.Point(
                    segments[observation.period].flatMap { $0.isShort || $0.hasSteps || $0.isRare ? nil : value($0) })
            }
            return points.contains { $0.value != nil } ? Chart.Series(title, role: role, points: points) : nil
        }
        return [
            series("Average", .average) { $0.mean },
            series("Expected range: from", .lowerLimit) { $0.limits?.reachable(in: indicator.unit).lowerBound },
            series("Expected range: to", .upperLimit) { $0.limits?.reachable(in: indicator.unit).upperBound },
        ].compactMap { $0 }
    }

    /// The comparators, each by its own name.
    private var comparisons: [Chart.Series] {
        var taken = Set((targets + limits).map { $0.title.lowercased() } + ["figure"])
        return comparators.map { line in
            let title =
                taken.insert(line.area.title.lowercased()).inserted
                ? line.area.title : "\(line.area.title) (\(line.area.id))"
            return Chart.Series(title, role: .comparator, points: line.values.map { Chart.Point($0) })
        }
    }

    /// Span, latest figure, extremes, target and signals, in sentences.
    private var alternativeText: String {
        let known = figures.compactMap { observation in number(observation).map { (observation.period, $0) } }
        guard let first = known.first, let last = known.last,
            let lowest = known.min(by: { $0.1 < $1.1 }), let highest = known.max(by: { $0.1 < $1.1 })
        else { return DashboardWording.chart(of: indicator.fullTitle) }
        var sentences = [
            DashboardWording.chart(
                of: indicator.fullTitle, figures: known.count, from: first.0.labelWithinSentence,
                to: last.0.labelWithinSentence),
            DashboardWording.course(
                from: indicator.text(of: first.1), to: indicator.text(of: last.1),
                lowest: (indicator.text(of: lowest.1), lowest.0.labelWithinSentence),
                highest: (indicator.text(of: highest.1), highest.0.labelWithinSentence)),
        ]
        if let target = indicator.target(on: latest.period.lastDay) {
            sentences.append(
                DashboardWording.target(
                    target.label(in: indicator.unit), isExpectation: indicator.polarity == .neutral))
        }
        if let segment = controlChart?.segments.last, !segment.isShort, !segment.hasSteps, !segment.isRare {
            sentences.append(segment.explanation(unit: indicator.unit, decimals: indicator.decimals))
        }
        for (series, line) in zip(comparisons, comparators) {
            guard let last = line.values.lastIndex(where: { $0 != nil }), let value = line.values[last] else {
                continue
            }
            sentences.append(
                DashboardWording.comparator(
                    series.title, indicator.text(of: value), figures[last].period.labelWithinSentence))
        }
        let marked = measure.points.compactMap(\.mark?.label)
        for label in Set(marked).sorted() {
            let count = marked.count { $0 == label }
            sentences.append(DashboardWording.marked(label, count))
        }
        return sentences.joined(separator: " ")
    }

    /// An identifier as letters, digits and underscores.
    private static func identifier(_ text: String) -> String {
        String(
            text.unicodeScalars.map {
                $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil) ? Character($0) : "_"
            })
    }
}

public import OfficialStatistics
public import ReportVocabulary

extension Chart {
    /// Draws a control chart: the figures, the average and the expected range of each stretch, and what stands out.
    ///
    /// The alternative text says from when to when the figures go, where they begin and end, what is usual, and how many of them
    /// stand out.
    ///
    /// - Parameters:
    ///   - controlChart: The control chart.
    ///   - name: An identifier, unique among the tables and charts of the publication.
    ///   - title: The heading.
    ///   - unit: The unit of the figures.
    ///   - decimals: How many decimals are shown; by default as usual for the unit.
    public init(
        _ controlChart: ControlChart, name: String, title: String, unit: MeasurementUnit = .unspecified,
        decimals: Int? = nil
    ) {
        let points = controlChart.points
        func line(_ title: String, _ role: Role, _ value: (ControlChart.Segment) -> Double?) -> Series? {
            let ends = points.map { point in
                let segment = controlChart.segments[point.segment]
                return Point(segment.isShort || segment.hasSteps || segment.isRare ? nil : value(segment))
            }
            return ends.contains { $0.value != nil } ? Series(title, role: role, points: ends) : nil
        }
        let figures = points.map { point in
            Point(point.value, mark: point.value == nil ? nil : IndicatorTrend.mark(controlChart.judgement(of: point)))
        }
        let series = [
            Series("Figure", role: .measure, points: figures), line("Average", .average) { $0.mean },
            line("Expected range: from", .lowerLimit) { $0.limits?.reachable(in: unit).lowerBound },
            line("Expected range: to", .upperLimit) { $0.limits?.reachable(in: unit).upperBound },
        ]
        self.init(
            name: name, title: title,
            alternativeText: Self.words(for: controlChart, figures, title, unit, decimals), form: .lines,
            labelTitle: "Period", valueTitle: unit == .unspecified ? "Value" : unit.label.capitalisedFirst,
            isPercentage: unit == .percent, decimals: decimals ?? unit.usualDecimals,
            labels: Self.uniqueLabels(points.map(\.period.shortLabel)), series: series.compactMap { $0 })
    }

    private static func words(
        for controlChart: ControlChart, _ figures: [Point], _ title: String, _ unit: MeasurementUnit, _ decimals: Int?
    ) -> String {
        let known = controlChart.points.compactMap { point in point.value.map { (period: point.period, value: $0) } }
        guard let first = known.first, let last = known.last, let lowest = known.min(by: { $0.value < $1.value }),
            let highest = known.max(by: { $0.value < $1.value })
        else { return DashboardWording.chart(of: title) }
        let numbers = FigureText(unit, decimals: decimals)
        var sentences = [
            DashboardWording.chart(
                of: title, figures: known.count, from: first.period.labelWithinSentence,
                to: last.period.labelWithinSentence),
            DashboardWording.course(
                from: numbers.text(first.value), to: numbers.text(last.value),
                lowest: (numbers.text(lowest.value), lowest.period.labelWithinSentence),
                highest: (numbers.text(highest.value), highest.period.labelWithinSentence)),
        ]
        if let segment = controlChart.segments.last, !segment.isShort, !segment.hasSteps, !segment.isRare {
            sentences.append(segment.explanation(unit: unit, decimals: decimals))
        }
        let marked = figures.compactMap(\.mark?.label)
        for label in Set(marked).sorted() {
            sentences.append(DashboardWording.marked(label, marked.count { $0 == label }))
        }
        return sentences.joined(separator: " ")
    }

    /// The chart under another name.
    func named(_ name: String) -> Chart {
        Chart(
            name: name, title: title, alternativeText: alternativeText, form: form, labelTitle: labelTitle,
            valueTitle: valueTitle, isPercentage: isPercentage, decimals: decimals, labels: labels, series: series)
    }
}

import FamilyServicesKit

/// A chart with the cells that hold its figures.
struct PlacedChart {
    var chart: Chart
    var site: ChartSite
    /// The sheet and the table with the figures, once that sheet is planned.
    var sheet: String
    var table: TablePlan?

    /// The rows of the sheet with the figures, counted from 1.
    var figureRows: (first: Int, last: Int) {
        let first = (table?.headerRow ?? 0) + 2 + site.rows.lowerBound
        return (first, first + site.rows.count - 1)
    }
}

/// Decides how a chart is drawn.
struct ChartPlanner {
    let theme: WorkbookTheme
    /// The size of a chart of lines, in pixels.
    var width = Self.wholeWidth
    var lineHeight = Self.wholeLineHeight
    var isInGrid = false

    /// The size of charts in pixels: two of them fit on a printed page with their texts.
    static let wholeWidth = TextMeasure.pixels(ofColumn: ColumnLayout.charts) - 30
    private static let wholeLineHeight = 278.0
    private static let barHeight = 36.0
    private static let highest = 520.0
    /// The height of a printed page in points, at the scale that sheets with charts are printed at.
    static let pageHeight = PrintedPage.height / PrintedPage.chartScale
    /// The size of the texts on a chart, in points.
    static let fontSize = TypeScale.chart

    static func height(of chart: Chart) -> Double {
        switch chart.form {
        case .lines: wholeLineHeight
        case .stackedBars: min(110 + barHeight * Double(chart.labels.count), highest)
        }
    }

    /// The scale of a chart, in the unit of its figures.
    static func scale(of chart: Chart) -> ChartScale? {
        let values = chart.series.flatMap(\.points).compactMap(\.value).filter(\.isFinite)
        switch chart.form {
        case .lines:
            return ChartScale(lines: values, isPercentage: chart.isPercentage, decimals: chart.decimals)
        case .stackedBars:
            guard chart.isPercentage else { return nil }
            let totals = chart.labels.indices.map { index in
                chart.series.reduce(0) { sum, series in
                    sum + (series.points.indices.contains(index) ? series.points[index].value ?? 0 : 0)
                }
            }
            return values.allSatisfy { $0 >= 0 } ? ChartScale(percentageBars: totals) : nil
        }
    }

    /// A sentence where the scale does not begin at zero.
    static func scaleNote(_ chart: Chart) -> String? {
        guard let scale = scale(of: chart), scale.minimum != 0 else { return nil }
        let number = DecimalText.formatted(scale.minimum, decimals: scale.decimals)
        return SheetWording.scale(beginsAt: chart.isPercentage ? number + "%" : number)
    }

    /// The words for those who do not see the chart.
    private static func words(_ chart: Chart) -> String {
        [chart.alternativeText, scaleNote(chart)].compactMap { $0 }.joined(separator: " ")
    }

    /// Whether the words for those who do not see a chart fit into its alternative text.
    static func fitsAlternativeText(_ chart: Chart) -> Bool {
        TextRules.oneLine(words(chart)).utf8.count <= TextRules.attributeLimit
    }

    func plan(_ placed: PlacedChart, row: Int) -> ChartPlan {
        let chart = placed.chart
        let scale = Self.scale(of: chart)
        let headerRow = placed.table?.headerRow ?? 0
        let first = headerRow + 1 + placed.site.rows.lowerBound
        return ChartPlan(
            form: chart.form, row: row, isInGrid: isInGrid, width: width,
            height: chart.form == .lines ? lineHeight : Self.height(of: chart),
            title: TextRules.chartText(chart.title), titleLines: titleLines(chart),
            alternativeText: TextRules.cut(Self.words(chart), toBytes: TextRules.attributeLimit),
            labelTitle: isInGrid ? "" : TextRules.chartText(chart.labelTitle),
            valueTitle: TextRules.chartText(chart.valueTitle),
            scale: scale.map { drawn($0, chart) }, scaleFormat: scaleFormat(scale, chart),
            valueFormat: valueFormat(chart), labelInterval: labelInterval(chart),
            labelLength: chart.labels.map(\.count).max() ?? 0, hasNarrowWords: hasNarrowWords(chart),
            dataSheet: placed.sheet, headerRow: headerRow, dataRows: first..<(first + placed.site.rows.count),
            labelColumn: placed.site.labelColumn, series: series(placed), text: theme.text, grid: theme.line)
    }

    // MARK: Numbers

    private func cellNumber(_ value: Double, decimals: Int, _ chart: Chart) -> SheetTable.Entry {
        chart.isPercentage
            ? CellNumber.percentage(value, decimals: decimals) : CellNumber.number(value, decimals: decimals)
    }

    /// The scale in what the cells hold, where a percentage is a fraction.
    private func drawn(_ scale: ChartScale, _ chart: Chart) -> ChartScale {
        var result = scale
        result.minimum = cellNumber(scale.minimum, decimals: scale.decimals, chart).number
        result.maximum = cellNumber(scale.maximum, decimals: scale.decimals, chart).number
        result.step = cellNumber(scale.step, decimals: scale.decimals, chart).number
        return result
    }

    private func scaleFormat(_ scale: ChartScale?, _ chart: Chart) -> String {
        let entry = cellNumber(scale?.maximum ?? 1, decimals: scale?.decimals ?? chart.decimals, chart)
        return CellNumber.format(of: entry) ?? "General"
    }

    /// The format of the numbers on bars, which leaves out zeros: a part of no length has no room for one.
    private func valueFormat(_ chart: Chart) -> String {
        let format = CellNumber.format(of: cellNumber(1, decimals: chart.decimals, chart)) ?? "General"
        return "\(format);-\(format);;"
    }

    /// Labels are written level, so only as many as have room beside each other, and at even distances.
    private func labelInterval(_ chart: Chart) -> Int {
        guard chart.form == .lines else { return 1 }
        let widest = chart.labels.map { TextMeasure.widths($0, size: Self.fontSize).line }.max() ?? 0
        let room = ChartLayout.room(in: width) / Double(max(chart.labels.count, 1))
        let least = Int(min(((widest + 16) / room).rounded(.up), Double(chart.labels.count)))
        return [1, 2, 3, 4, 6, 12].first { $0 >= least } ?? (least + 11) / 12 * 12
    }

    /// The size of the title of a chart, in points.
    static func titleSize(isInGrid: Bool) -> Double { isInGrid ? 10 : 12 }

    private func titleLines(_ chart: Chart) -> Double {
        let titleSize = Self.titleSize(isInGrid: isInGrid)
        let widest = TextMeasure.widths(chart.title, size: titleSize).line * 1.08
        return min(max((widest / (0.75 * width)).rounded(.up), 1), 3)
    }

    private func hasNarrowWords(_ chart: Chart) -> Bool {
        let widest = chart.labels.map { TextMeasure.widths($0, size: Self.fontSize).word }.max() ?? 0
        return widest * 1.05 <= ChartLayout.room(in: width) / Double(max(chart.labels.count, 1))
    }

    // MARK: Looks

    private func series(_ placed: PlacedChart) -> [ChartSeriesPlan] {
        let chart = placed.chart
        func values(_ points: [Chart.Point]) -> [Double?] {
            chart.labels.indices.map { index in
                guard points.indices.contains(index), let value = points[index].value, CellNumber.holds(value) else {
                    return nil
                }
                return cellNumber(value, decimals: chart.decimals, chart).number
            }
        }
        var result: [ChartSeriesPlan] = []
        var ordinals: [Chart.Role: Int] = [:]
        for (series, column) in zip(chart.series, placed.site.seriesColumns) {
            let values = values(series.points)
            let ordinal = ordinals[series.role, default: 0]
            ordinals[series.role] = ordinal + 1
            var look: ChartLook
            switch chart.form {
            case .lines:
                // The same comparator looks the same on all charts, whichever of them it is on.
                look = line(series.role, series.role == .comparator ? placed.site.comparators[column] ?? 0 : ordinal)
                // A single figure between gaps makes no line.
                if look.marker == nil, hasLonePoint(values) {
                    look.marker = .longDash
                    look.markerSize = 8
                }
            case .stackedBars:
                look = bar(series, in: chart)
            }
            result.append(ChartSeriesPlan(column: column, values: values, look: look))
        }
        guard chart.form == .lines else { return result }
        for mark in placed.site.marks {
            let points = chart.labels.indices.map { index in
                chart.series.lazy.compactMap { series -> Chart.Point? in
                    guard series.points.indices.contains(index) else { return nil }
                    let point = series.points[index]
                    return point.mark?.label.lowercased() == mark.mark.label.lowercased() ? point : nil
                }.first ?? Chart.Point(nil)
            }
            // A large shape over the point.
            let look = ChartLook(
                colour: colour(mark.mark.tone), lineWidth: nil, marker: mark.shape, markerSize: 10)
            result.append(ChartSeriesPlan(column: mark.column, values: values(points), look: look))
        }
        return result
    }

    private func hasLonePoint(_ values: [Double?]) -> Bool {
        values.indices.contains { index in
            values[index] != nil && (index == 0 || values[index - 1] == nil)
                && (index == values.count - 1 || values[index + 1] == nil)
        }
    }

    private func line(_ role: Chart.Role, _ ordinal: Int) -> ChartLook {
        let charts = theme.charts
        func dash(_ dashes: [ChartLook.Dash]) -> ChartLook.Dash { dashes[ordinal % dashes.count] }
        switch role {
        case .measure, .part:
            let markers = [ChartLook.Marker.circle, .star, .plus]
            return ChartLook(
                colour: charts.measure, lineWidth: 2.25, dash: dash([.solid, .dash, .dashDot, .longDashDotDot]),
                marker: markers[ordinal % markers.count], markerSize: 5)
        case .target:
            return ChartLook(colour: charts.target, lineWidth: 2, dash: dash([.longDash, .longDashDot]))
        case .average:
            return ChartLook(colour: charts.average, lineWidth: 1.25)
        case .lowerLimit:
            return ChartLook(colour: charts.range, lineWidth: 1.5, dash: .squareDot)
        case .upperLimit:
            return ChartLook(colour: charts.range, lineWidth: 1.5, dash: .roundDot)
        case .comparator:
            let (dash, marker) = Self.comparator(ordinal)
            return ChartLook(colour: charts.complete, lineWidth: 1.5, dash: dash, marker: marker, markerSize: 4)
        }
    }

    /// What the line of a comparator looks like, by its place among all comparators: no two of twelve look alike.
    static func comparator(_ place: Int) -> (dash: ChartLook.Dash, marker: ChartLook.Marker?) {
        let markers: [ChartLook.Marker?] = [nil, .plus, .star, .cross]
        return ([.dash, .dashDot, .longDashDotDot][place % 3], markers[place / 3 % 4])
    }

    private func colour(_ tone: Tone) -> WorkbookColour {
        switch tone {
        case .positive: theme.charts.positive
        case .caution: theme.charts.caution
        case .negative: theme.charts.negative
        case .complete: theme.charts.complete
        case .neutral: theme.charts.neutral
        }
    }

    /// A part of a bar: neighbours differ by how dark they are, and every part has an outline.
    private func bar(_ series: Chart.Series, in chart: Chart) -> ChartLook {
        let tone = series.tone ?? .neutral
        let alike = chart.series.filter { ($0.tone ?? .neutral) == tone }
        let place = alike.count - 1 - (alike.firstIndex { $0.title == series.title } ?? 0)
        let shares: [Double] =
            switch tone {
            case .positive, .complete: [0.45, 1, 0.2, 0.7]
            case .caution: [0.3, 0.7, 0.15, 1]
            case .negative: [1, 0.45, 0.75, 0.25]
            case .neutral: [0.2, 0.8, 0.4, 1]
            }
        let fill = colour(tone).tint(shares[place % shares.count])
        // One of the two always has a contrast of 4.5 to 1.
        let label: WorkbookColour = fill.contrast(with: .black) >= fill.contrast(with: .white) ? .black : .white
        return ChartLook(colour: fill, lineWidth: 0.75, labelColour: label)
    }
}

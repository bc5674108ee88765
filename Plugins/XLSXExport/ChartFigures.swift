import FamilyServicesKit

/// Where the figures of a chart are.
struct ChartSite {
    /// The number of the sheet among all sheets.
    var sheet: Int
    /// The rows of the sheet's table, counted from 0 below its header.
    var rows: Range<Int>
    /// The column of each series, and of each mark in the order of ``marks``.
    var seriesColumns: [Int]
    var marks: [Mark]
    var labelColumn: Int
    /// The place of each comparator among those of all charts, by its column: the same one looks the same on all of them.
    var comparators: [Int: Int] = [:]
    /// Whether Excel can draw the chart.
    var isDrawn: Bool

    struct Mark {
        var mark: Chart.Mark
        var column: Int
        /// The same on every chart of the publication.
        var shape: ChartLook.Marker
    }
}

/// The figures of charts in long tables: one for the charts of lines, one for those of bars.
///
/// The rows of a chart are contiguous, so that its series are ranges. Where there is no figure the cell is blank, because
/// Excel draws a word in such a range as a zero.
struct ChartFigures {
    private(set) var sources: [SheetSource] = []
    private(set) var sites: [ChartSite]

    init(_ charts: [Chart], firstSheet: Int, limits: SheetLimits, taken: inout Set<SectionID>) {
        let nowhere = ChartSite(sheet: 0, rows: 0..<0, seriesColumns: [], marks: [], labelColumn: 0, isDrawn: false)
        sites = Array(repeating: nowhere, count: charts.count)
        for form in Chart.Form.allCases {
            let members = charts.indices.filter { charts[$0].form == form && !charts[$0].labels.isEmpty }
            guard !members.isEmpty else { continue }
            let layout = FigureLayout(members.map { charts[$0] })
            var rows: [[Cell]] = []
            var sheets: [[[Cell]]] = []
            func closeSheet() {
                if !rows.isEmpty { sheets.append(rows) }
                rows = []
            }
            for index in members {
                let chart = charts[index]
                let count = chart.labels.count
                let isDrawn =
                    count <= min(limits.rows, limits.chartPoints)
                    && (1...limits.chartSeries).contains(chart.series.count)
                if rows.count + count > limits.rows, isDrawn || rows.count >= limits.rows { closeSheet() }
                sites[index] = layout.site(
                    of: chart, sheet: firstSheet + sources.count + sheets.count,
                    rows: rows.count..<(rows.count + count), isDrawn: isDrawn)
                for row in layout.rows(of: chart) {
                    if rows.count == limits.rows { closeSheet() }
                    rows.append(row)
                }
            }
            closeSheet()
            for (index, rows) in sheets.enumerated() {
                sources.append(
                    SheetSource(layout.section(rows, number: index + 1, of: sheets.count, form: form, taken: &taken)))
            }
        }
    }
}

/// The columns of a table of figures.
private struct FigureLayout {
    private enum Key: Hashable {
        /// A title in small letters, and how many series of the chart before this one have the same.
        case series(String, Int)
        case mark(String)
    }

    private var columns: [TableColumn]
    private var position: [Key: Int] = [:]
    private var marks: [(mark: Chart.Mark, shape: ChartLook.Marker)] = []
    private var comparators: [Int: Int] = [:]
    private let reasonColumn: Int?
    private static let labelColumn = 2

    init(_ charts: [Chart]) {
        let labelTitles = Set(charts.map(\.labelTitle))
        let labelTitle = labelTitles.count == 1 ? labelTitles.first ?? "" : ""
        var columns: [TableColumn] = []
        var headers: Set<String> = []
        func add(_ title: String, isFigure: Bool, width: Int) -> Int {
            columns.append(
                TableColumn(
                    TextRules.header(title, taken: &headers), alignment: isFigure ? .trailing : .leading, width: width))
            return columns.count - 1
        }
        _ = add("Chart", isFigure: false, width: 40)
        _ = add("Unit", isFigure: false, width: 14)
        _ = add(labelTitle.isEmpty ? "Label" : labelTitle, isFigure: false, width: 20)
        for role in Chart.Role.allCases {
            for chart in charts {
                for (series, key) in zip(chart.series, Self.keys(of: chart))
                where series.role == role && position[key] == nil {
                    let column = add(series.title, isFigure: true, width: 12)
                    position[key] = column
                    if role == .comparator { comparators[column] = comparators.count }
                }
            }
        }
        for mark in charts.flatMap(\.series).flatMap(\.points).compactMap(\.mark) {
            let key = Key.mark(mark.label.lowercased())
            guard position[key] == nil else { continue }
            position[key] = add(mark.label, isFigure: true, width: 12)
            marks.append((mark, Self.shape(mark.tone, taken: Set(marks.map(\.shape)))))
        }
        let hasReasons = charts.contains { $0.series.contains { $0.points.contains { $0.missing != nil } } }
        reasonColumn = hasReasons ? add("Why no figure", isFigure: false, width: 12) : nil
        self.columns = columns
    }

    /// What the column of each series is found by: series of several charts share one, those of one chart never do.
    private static func keys(of chart: Chart) -> [Key] {
        var counts: [String: Int] = [:]
        return chart.series.map { series in
            let title = series.title.lowercased()
            let count = counts[title, default: 0]
            counts[title] = count + 1
            return .series(title, count)
        }
    }

    /// A shape that no other mark has, where there are enough of them.
    private static func shape(_ tone: Tone, taken: Set<ChartLook.Marker>) -> ChartLook.Marker {
        let wanted: ChartLook.Marker =
            switch tone {
            case .positive, .complete: .diamond
            case .negative, .caution: .triangle
            case .neutral: .square
            }
        return [wanted, .square, .cross, .diamond, .triangle, .longDash, .star, .plus].first { !taken.contains($0) }
            ?? wanted
    }

    func site(of chart: Chart, sheet: Int, rows: Range<Int>, isDrawn: Bool) -> ChartSite {
        let used = Set(chart.series.flatMap(\.points).compactMap { $0.mark?.label.lowercased() })
        return ChartSite(
            sheet: sheet, rows: rows,
            seriesColumns: Self.keys(of: chart).map { position[$0] ?? 0 },
            marks: marks.compactMap { mark, shape in
                let label = mark.label.lowercased()
                guard used.contains(label), let column = position[.mark(label)] else { return nil }
                return ChartSite.Mark(mark: mark, column: column, shape: shape)
            },
            labelColumn: Self.labelColumn, comparators: comparators, isDrawn: isDrawn)
    }

    func rows(of chart: Chart) -> [[Cell]] {
        let keys = Self.keys(of: chart)
        return chart.labels.indices.map { index in
            var row = [Cell](repeating: Cell(.empty), count: columns.count)
            row[0] = Cell(.text(chart.title))
            row[1] = Cell(.text(chart.valueTitle))
            // A blank cell among the labels would be taken for the number zero.
            row[Self.labelColumn] = Cell(.text(chart.labels[index].isEmpty ? "No label" : chart.labels[index]))
            var reasons: [(series: String, reason: MissingReason)] = []
            for (series, key) in zip(chart.series, keys) where series.points.indices.contains(index) {
                let point = series.points[index]
                guard let value = point.value, CellNumber.holds(value) else {
                    if let reason = point.missing { reasons.append((series.title, reason)) }
                    continue
                }
                let cell = Cell(
                    chart.isPercentage
                        ? .percentage(value, decimals: chart.decimals) : .number(value, decimals: chart.decimals))
                if let column = position[key] { row[column] = cell }
                // Of several series with the same mark at one label, the chart marks the first.
                if let mark = point.mark, let column = position[.mark(mark.label.lowercased())],
                    row[column].value == .empty
                {
                    row[column] = cell
                }
            }
            if let reasonColumn, let first = reasons.first {
                row[reasonColumn] =
                    reasons.count == 1
                    ? Cell(.missing(first.reason))
                    : Cell(.text(reasons.map { "\($0.series): \($0.reason.meaning)" }.joined(separator: "; ")))
            }
            return row
        }
    }

    func section(
        _ rows: [[Cell]], number: Int, of count: Int, form: Chart.Form, taken: inout Set<SectionID>
    ) -> PublicationSection {
        let (name, title, table) =
            switch form {
            case .lines: ("Chart data", "Figures drawn in the line charts", "Chart_data")
            case .stackedBars: ("Bar chart data", "Figures drawn in the bar charts", "Bar_chart_data")
            }
        let suffix = count > 1 ? " (part \(number) of \(count))" : ""
        var summary =
            "The figures that the charts of this workbook draw, with the rows of each chart one below the other."
        if !marks.isEmpty {
            summary += " A figure that is marked on its chart is repeated in the column named after the mark."
        }
        if reasonColumn != nil {
            summary += " Where there is no figure its cell is blank, and the last column says why."
        }
        return PublicationSection(
            id: PublicationSection.freshID(form == .lines ? "chart-data" : "bar-chart-data", taken: &taken),
            title: title + suffix, shortTitle: number > 1 ? "\(name) (\(number))" : name, isAnnex: true,
            summary: summary,
            blocks: [.table(Table(name: table, title: title + suffix, columns: columns, rows: rows))])
    }
}

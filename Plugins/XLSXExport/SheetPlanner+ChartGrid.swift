import FamilyServicesKit

extension SheetPlanner {
    /// So many charts are side by side, and so many such rows are printed in the members' edition.
    private static let (across, printedBands) = (3, 4)
    /// The size of a chart in the grid and the distance between two, in pixels.
    private static let chart = (
        width: (TextMeasure.pixels(ofColumn: ColumnLayout.chartGrid) - 2 * gap) / Double(across), height: 206.0
    )
    private static let gap = 8.0
    /// How much is said above each chart, in characters; all of it is below the charts.
    private static let mostWords = 110

    /// Whether charts are in a grid, six on a page with one key: those of lines, where there are several.
    var isChartGrid: Bool {
        surroundings.isMembersEdition && !section.isAnnex && charts.count >= Self.across
            && charts.allSatisfy { $0.chart.form == .lines && $0.site.isDrawn && !$0.site.rows.isEmpty }
    }

    /// How many charts are printed, where that is not all of them.
    var chartsPrinted: Int? {
        isChartGrid && charts.count > Self.across * Self.printedBands ? Self.across * Self.printedBands : nil
    }

    /// The last row that is printed of a sheet with a grid.
    var lastPrintedChartRow: Int? {
        isChartGrid ? chartGroups.prefix(Self.printedBands).last?.chart : nil
    }

    /// Charts in rows of three: what each shows in words, where their figures are, and the charts themselves.
    ///
    /// All words are in column A, so that a screen reader does not take them for a table.
    mutating func addChartGrid(_ content: [SheetContent], _ styles: inout SheetStyles) throws {
        try add(SheetText(SheetWording.key(key), .body), &styles)
        var words: [String] = []
        var pending: [String] = []
        for item in content {
            switch item {
            // The chart has its title in itself.
            case .text(let text): if text.role == .body { pending.append(text.text) }
            case .chart:
                words.append(pending.joined(separator: " "))
                pending = []
            case .table: break
            }
        }
        var start = 0
        while start < charts.count {
            let members = start..<min(start + Self.across, charts.count)
            let first = rows.count
            for (said, titles) in explanations(words, of: members) {
                try add(SheetText(SheetWording.explained(titles, said), .body), &styles)
            }
            // The figures of charts are one below the other, in the order of the charts, and may go on on another sheet.
            var next = members.lowerBound
            while next < members.upperBound {
                let placed = charts[next]
                let same = charts[next..<members.upperBound].prefix { $0.sheet == placed.sheet }
                let last = (same.last ?? placed).figureRows.last
                try add(
                    SheetText(
                        SheetWording.figures(
                            ofCharts: same.count, rows: (placed.figureRows.first, last), sheet: placed.sheet), .body),
                    target: TextRules.link(toSheet: placed.sheet, row: placed.figureRows.first), &styles)
                next = same.endIndex
            }
            chartGroups.append((first, rows.count))
            for (position, index) in members.enumerated() {
                let planner = ChartPlanner(
                    theme: options.theme.resolved, width: Self.chart.width, lineHeight: Self.chart.height,
                    isInGrid: true)
                var plan = planner.plan(charts[index], row: rows.count)
                plan.left = Double(position) * (Self.chart.width + Self.gap)
                chartPlans.append(plan)
            }
            rows.append(RowPlan(height: (Self.chart.height + 12).rounded(.up) * 0.75, cells: []))
            start = members.upperBound
        }
        // Everything that is said about each chart, for the screen.
        for case .text(let text) in content { try add(text, &styles) }
    }

    /// What is written above charts that are side by side.
    ///
    /// A sentence that holds for several of them is there once.
    private func explanations(_ words: [String], of members: Range<Int>) -> [(said: String, titles: [String])] {
        var result: [(said: String, titles: [String])] = []
        for index in members where !words[index].isEmpty {
            let title = charts[index].chart.title
            let said = CellText.beginning(of: words[index], upTo: Self.mostWords)
            if let same = result.firstIndex(where: { $0.said == said }) {
                result[same].titles.append(title)
            } else {
                result.append((said, [title]))
            }
        }
        return result
    }

    /// What lines and shapes mean.
    private var key: [String] {
        let roles = Set(charts.flatMap { $0.chart.series.map(\.role) })
        var parts: [String] = []
        if roles.contains(.measure) || roles.contains(.part) { parts.append(SheetWording.keyToFigures) }
        if roles.contains(.target) { parts.append(SheetWording.keyToTarget) }
        if roles.contains(.average) { parts.append(SheetWording.keyToAverage) }
        if roles.contains(.lowerLimit) || roles.contains(.upperLimit) { parts.append(SheetWording.keyToRange) }
        var named: Set<String> = []
        for placed in charts {
            for (series, column) in zip(placed.chart.series, placed.site.seriesColumns)
            where series.role == .comparator && named.insert(series.title.lowercased()).inserted {
                let look = ChartPlanner.comparator(placed.site.comparators[column] ?? 0)
                let marker = look.marker.map { " with a \($0.words) at each figure" } ?? ""
                parts.append("\(look.dash.words)\(marker): \(series.title)")
            }
        }
        var seen: Set<String> = []
        for mark in charts.flatMap(\.site.marks) where seen.insert(mark.mark.label.lowercased()).inserted {
            parts.append("\(mark.shape.words): \(mark.mark.label.lowercased())")
        }
        return parts
    }
}

extension ChartLook.Dash {
    /// What it looks like.
    fileprivate var words: String {
        switch self {
        case .solid: "line"
        case .dash: "short dashes"
        case .dashDot: "dashes and dots"
        case .longDash: "long dashes"
        case .longDashDot: "long dashes and dots"
        case .longDashDotDot: "long dashes with two dots"
        case .squareDot, .roundDot: "dots"
        }
    }
}

extension ChartLook.Marker {
    /// What it looks like.
    fileprivate var words: String {
        switch self {
        case .circle: "circle"
        case .diamond: "diamond"
        case .triangle: "triangle"
        case .square: "square"
        case .cross: "cross"
        case .star: "star"
        case .plus: "plus sign"
        case .longDash: "dash"
        }
    }
}

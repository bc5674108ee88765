import FamilyServicesKit

extension SheetPlanner {
    mutating func add(
        _ chart: Chart, startingAt first: Int, _ styles: inout SheetStyles
    ) throws {
        let index = chartPlans.count + undrawn
        guard charts.indices.contains(index), !charts[index].site.rows.isEmpty else {
            undrawn += 1
            return try add(SheetText(PublicationWording.nothing(under: chart.title), .body), &styles)
        }
        let placed = charts[index]
        let figureRows = placed.figureRows
        let place = SheetWording.figures(
            table: placed.table?.name ?? "", sheet: placed.sheet, firstRow: figureRows.first, lastRow: figureRows.last)
        let figures = [place, placed.site.isDrawn ? ChartPlanner.scaleNote(chart) : nil].compactMap { $0 }
            .joined(separator: " ")
        let target = TextRules.link(toSheet: placed.sheet, row: figureRows.first)
        guard placed.site.isDrawn else {
            undrawn += 1
            try add(SheetText(SheetWording.notDrawn, .body), &styles)
            try add(SheetText(chart.alternativeText, .body), &styles)
            return try add(SheetText(figures, .body), target: target, &styles)
        }
        if !ChartPlanner.fitsAlternativeText(chart) {
            try add(SheetText(chart.alternativeText, .body), &styles)
        }
        try add(SheetText(figures, .body), target: target, &styles)
        chartGroups.append((first, rows.count))
        chartPlans.append(ChartPlanner(theme: options.theme.resolved).plan(placed, row: rows.count))
        // One row for the whole chart, because a page never ends inside a row.
        let points = (ChartPlanner.height(of: chart) + 8) * 0.75
        rows.append(RowPlan(height: min((points / 0.75).rounded(.up) * 0.75, Self.highestRow), cells: []))
    }

    /// The rows before which a new page begins, so that a chart is on one page with its texts.
    func pageBreaks() -> [Int] {
        var breaks: [Int] = []
        var start = 0
        for group in chartGroups {
            let height = rows.height(start..<(group.chart + 1))
            if height > ChartPlanner.pageHeight, group.first > start {
                breaks.append(group.first)
                start = group.first
            }
        }
        return breaks
    }
}

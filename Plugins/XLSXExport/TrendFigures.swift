import FamilyServicesKit

/// The figures of small pictures in a table, a row for each.
struct TrendFigures {
    /// The number of the sheet among all sheets.
    let sheet: Int
    let section: PublicationSection
    private let trends: [Trend]
    private let length: Int

    /// Gathers the small pictures of a report; none where there are none, or more than a sheet holds.
    init?(of sections: [PublicationSection], sheet: Int, limits: SheetLimits, taken: inout Set<SectionID>) {
        var seen: Set<Trend> = []
        var trends: [Trend] = []
        for case .table(let table) in sections.flatMap(\.blocks) {
            for trend in table.rows.joined().compactMap(\.trend) where seen.insert(trend).inserted { trends.append(trend) }
        }
        let length = trends.map(\.points.count).max() ?? 0
        guard length > 0, length * 2 < SheetPlanner.columnLimit, trends.count < limits.rows else { return nil }
        self.sheet = sheet
        self.trends = trends
        self.length = length
        let columns =
            [TableColumn("Measure", width: 44)]
            + (1...length).map { TableColumn("Figure \($0)", alignment: .trailing, width: 10) }
        let title = "Figures drawn in the small pictures"
        section = PublicationSection(
            id: PublicationSection.freshID("trend-data", taken: &taken), title: title, shortTitle: "Small pictures data",
            isAnnex: true,
            summary: "The figures that the small pictures of this workbook draw, the latest in the last column.",
            blocks: [
                .table(
                    Table(
                        name: "Small_pictures_data", title: title, columns: columns,
                        rows: trends.map { trend in
                            let cells = trend.points.map { point in
                                point.map { Cell(.number($0, decimals: Self.decimals)) } ?? Cell(.empty)
                            }
                            let before = [Cell](repeating: Cell(.empty), count: length - cells.count)
                            return [Cell(.text(trend.title))] + before + cells
                        }))
            ])
    }

    /// How much room the figure has beside its picture, as a share of the width of the picture.
    private static let roomForFigure = 0.9
    /// A picture as small as a word shows no more.
    private static let decimals = 2

    /// The cells with the figures of each picture.
    func places(onSheet name: String, headerRow: Int) -> [Trend: String] {
        var places: [Trend: String] = [:]
        for (index, trend) in trends.enumerated() {
            let row = headerRow + 2 + index
            let first = WorkbookPlan.letters(column: 1 + length - trend.points.count)
            // Empty cells behind the last figure leave the right of the cell to the figure itself.
            let room = Int((Double(trend.points.count) * Self.roomForFigure).rounded(.up))
            let last = WorkbookPlan.letters(column: length + room)
            places[trend] = "\(TextRules.quoted(sheet: name))!$\(first)$\(row):$\(last)$\(row)"
        }
        return places
    }
}

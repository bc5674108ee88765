import FamilyServicesKit

/// A chart as it is drawn, with the cells that hold its figures.
struct ChartPlan: Sendable {
    var form: Chart.Form
    /// The row, counted from 0, whose top the chart begins at.
    var row: Int
    /// How far from the left of the sheet it begins, in pixels.
    var left = 0.0
    /// Whether it is one of many in a grid, with a key above all of them in place of legends.
    var isInGrid = false
    /// The size in pixels.
    var width: Double
    var height: Double
    var title: String
    /// How many lines the title takes; the programs that show charts break what is wider than most of the chart.
    var titleLines: Double
    var alternativeText: String
    var labelTitle: String
    var valueTitle: String
    /// The scale of the values; Excel chooses one where there is none.
    var scale: ChartScale?
    /// The format of the numbers beside the scale.
    var scaleFormat: String
    /// The format of the numbers on the parts of bars.
    var valueFormat: String
    /// Every so many labels are written.
    var labelInterval: Int
    /// How many characters the longest label has.
    var labelLength: Int
    /// Whether each word of a label has room below its figure.
    var hasNarrowWords: Bool
    /// The sheet with the figures.
    var dataSheet: String
    /// The row of the headers on that sheet, which name the series.
    var headerRow: Int
    /// The rows with the figures.
    var dataRows: Range<Int>
    var labelColumn: Int
    var series: [ChartSeriesPlan]
    /// The colours of texts and of lines behind the figures.
    var text: WorkbookColour
    var grid: WorkbookColour
}

/// One series of a chart.
struct ChartSeriesPlan: Sendable {
    /// The column of its figures.
    var column: Int
    /// What the cells hold; `nil` is a gap.
    var values: [Double?]
    var look: ChartLook
}

/// How a series is told apart: never by colour alone.
struct ChartLook: Sendable, Hashable {
    enum Dash: Sendable, Hashable, CaseIterable {
        case solid, dash, dashDot, longDash, longDashDot, longDashDotDot, squareDot, roundDot
    }

    enum Marker: Sendable, Hashable, CaseIterable {
        case circle, diamond, triangle, square, cross, star, plus, longDash
    }

    var colour: WorkbookColour
    /// The width of the line in points; `nil` is none.
    var lineWidth: Double?
    var dash = Dash.solid
    var marker: Marker?
    var markerSize = 6
    /// The colour of the numbers on a bar; `nil` in charts of lines.
    var labelColour: WorkbookColour?
}

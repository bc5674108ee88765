import FamilyServicesKit

/// Where in a chart of lines its lines are.
///
/// The library leaves this to the reading program, which gives most of a low chart to labels and legend.
enum ChartLayout {
    private static let beforeLines = "<c:plotArea><c:layout/>"
    /// A thousandth of a degree, in the unit of the file format: for labels that are quite level LibreOffice breaks words, and
    /// for those whose angle is left to it, it slants them.
    private static let almostLevel = -60
    private static let beforeLabels = "<c:txPr><a:bodyPr/>"

    /// The part of a chart with the place of the lines in it and level labels, or `nil` for a chart that needs neither.
    static func part(_ bytes: [UInt8], _ plan: ChartPlan) throws(XLSXExportError) -> [UInt8]? {
        guard plan.form == .lines else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        // A text of the chart holds no such thing, because it is escaped.
        guard let place = text.firstRange(of: beforeLines), let axis = text.firstRange(of: "<c:catAx>"),
            let labels = text[axis.upperBound...].firstRange(of: beforeLabels), place.upperBound <= axis.lowerBound
        else {
            throw XLSXExportError(
                .library,
                "libxlsxwriter wrote a chart that this exporter does not understand; use version 1.1.4 or a "
                    + "later one of series 1.")
        }
        let result =
            text[..<place.lowerBound] + "<c:plotArea>" + layout(plan) + text[place.upperBound..<labels.lowerBound]
            + "<c:txPr><a:bodyPr rot=\"\(almostLevel)\" vert=\"horz\"/>" + text[labels.upperBound...]
        return Array(result.utf8)
    }

    /// The place as shares of the chart: below the title, right of the scale, and above the labels and the legend.
    private static func layout(_ plan: ChartPlan) -> String {
        let (left, right, top) = (84.0, 24.0, 36.0)
        let legend = plan.series.count > 5 ? 42.0 : 26
        let bottom = 60 + legend
        func share(_ pixels: Double, of whole: Double) -> String { DecimalText.plain(pixels / whole, decimals: 4) }
        return "<c:layout><c:manualLayout><c:layoutTarget val=\"inner\"/><c:xMode val=\"edge\"/><c:yMode val=\"edge\"/>"
            + "<c:x val=\"\(share(left, of: plan.width))\"/><c:y val=\"\(share(top, of: plan.height))\"/>"
            + "<c:w val=\"\(share(plan.width - left - right, of: plan.width))\"/>"
            + "<c:h val=\"\(share(plan.height - top - bottom, of: plan.height))\"/></c:manualLayout></c:layout>"
    }
}

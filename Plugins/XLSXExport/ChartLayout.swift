import FamilyServicesKit

/// Where in a chart of lines its lines are.
///
/// The library leaves this to the reading program, which gives most of a low chart to labels and legend.
enum ChartLayout {
    /// What is left of the lines and right of them, in pixels.
    private static let (left, right) = (84.0, 24.0)
    /// How much room the lines have from left to right.
    static func room(in width: Double) -> Double { width - left - right }

    private static let beforeLines = "<c:plotArea><c:layout/>"
    private static let beforeLabels = "<c:txPr><a:bodyPr/>"

    /// The part of a chart with the place of the lines in it and of its labels, or `nil` for a chart that needs neither.
    static func part(_ bytes: [UInt8], _ plan: ChartPlan) throws(XLSXExportError) -> [UInt8]? {
        guard plan.form == .lines else { return nil }
        var text = PartText(bytes)
        // A text of the chart holds no such thing, because it is escaped.
        guard let place = text.firstRange(of: beforeLines),
            let axis = text.firstRange(of: "<c:catAx>", from: place.upperBound),
            let labels = text.firstRange(of: beforeLabels, from: axis.upperBound)
        else {
            throw XLSXExportError(
                .library,
                "libxlsxwriter wrote a chart that this exporter does not understand; use version 1.1.4 or a "
                    + "later one of series 1.")
        }
        // LibreOffice writes every label. It slants them, unless they are told to be level: then it breaks what is too wide,
        // between words if they are narrow enough.
        let level = plan.hasNarrowWords ? "<c:txPr><a:bodyPr rot=\"0\" vert=\"horz\"/>" : beforeLabels
        text.replace(labels, with: level)
        text.replace(place, with: "<c:plotArea>" + layout(plan))
        // The library calls a mark by a name that the file format does not know.
        text.replaceAll("<c:symbol val=\"long_dash\"/>", with: "<c:symbol val=\"dash\"/>")
        return text.bytes
    }

    /// The place as shares of the chart: below the title, right of the scale, and above the labels and the legend.
    private static func layout(_ plan: ChartPlan) -> String {
        let top = 20 + 16 * plan.titleLines
        let legend = plan.isInGrid ? -34.0 : plan.series.count > 5 ? 42.0 : 26
        // At a slant of 45 degrees a character of a label takes some five pixels downwards.
        let slanted = 60 + 5 * Double(min(plan.labelLength, 16))
        let bottom = (plan.labelInterval == 1 ? 60 : plan.hasNarrowWords ? 76 : slanted) + legend
        func share(_ pixels: Double, of whole: Double) -> String { DecimalText.plain(pixels / whole, decimals: 4) }
        return "<c:layout><c:manualLayout><c:layoutTarget val=\"inner\"/><c:xMode val=\"edge\"/><c:yMode val=\"edge\"/>"
            + "<c:x val=\"\(share(left, of: plan.width))\"/><c:y val=\"\(share(top, of: plan.height))\"/>"
            + "<c:w val=\"\(share(room(in: plan.width), of: plan.width))\"/>"
            + "<c:h val=\"\(share(plan.height - top - bottom, of: plan.height))\"/></c:manualLayout></c:layout>"
    }
}

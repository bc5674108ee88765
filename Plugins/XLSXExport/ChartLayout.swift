import FamilyServicesKit

/// Where in a chart of lines its lines are.
///
/// The library leaves this to the reading program, which gives most of a low chart to labels and legend.
enum ChartLayout {
    private static let beforeLines = Array("<c:plotArea><c:layout/>".utf8)

    /// The part of a chart with the place of the lines in it, or `nil` for a chart that needs none.
    static func part(_ bytes: [UInt8], _ plan: ChartPlan) throws(XLSXExportError) -> [UInt8]? {
        guard plan.form == .lines else { return nil }
        let mark = beforeLines
        guard
            let start = bytes.indices.first(where: { index in
                bytes[index] == mark[0] && index + mark.count <= bytes.count
                    && bytes[(index + 1)..<(index + mark.count)].elementsEqual(mark[1...])
            })
        else {
            throw XLSXExportError(
                .library,
                "libxlsxwriter wrote a chart that this exporter does not understand; use version 1.1.4 or a "
                    + "later one of series 1.")
        }
        var result = Array(bytes[..<start])
        result += "<c:plotArea>".utf8
        result += layout(plan).utf8
        result += bytes[(start + mark.count)...]
        return result
    }

    /// The place as shares of the chart: below the title, right of the scale, and above the labels, which some programs write
    /// at a slant where there are many, and the legend.
    private static func layout(_ plan: ChartPlan) -> String {
        let (left, right, top) = (84.0, 24.0, 36.0)
        let legend = plan.series.count > 5 ? 42.0 : 26
        // At a slant of 45 degrees a character of a label takes some five pixels downwards.
        let slanted = 60 + 5 * Double(min(plan.labelLength, 16))
        let bottom = (plan.labelInterval > 1 ? slanted : 60) + legend
        func share(_ pixels: Double, of whole: Double) -> String { DecimalText.plain(pixels / whole, decimals: 4) }
        return "<c:layout><c:manualLayout><c:layoutTarget val=\"inner\"/><c:xMode val=\"edge\"/><c:yMode val=\"edge\"/>"
            + "<c:x val=\"\(share(left, of: plan.width))\"/><c:y val=\"\(share(top, of: plan.height))\"/>"
            + "<c:w val=\"\(share(plan.width - left - right, of: plan.width))\"/>"
            + "<c:h val=\"\(share(plan.height - top - bottom, of: plan.height))\"/></c:manualLayout></c:layout>"
    }
}

import FamilyServicesKit

/// The places of pictures and charts on a sheet.
///
/// The library says in which cells they end, for which it takes columns to be as wide as in another font. Their sizes are
/// what was planned, wherever that ends.
enum DrawingPart {
    private static let start = "<xdr:twoCellAnchor editAs=\"oneCell\">"
    private static let end = "</xdr:twoCellAnchor>"

    /// The part with a size in place of the end of everything in it.
    static func sized(_ text: String, _ sheet: SheetPlan) throws(XLSXExportError) -> String {
        var charts = sheet.charts[...]
        var logo = sheet.logo
        var result = ""
        var rest = text[...]
        while let opening = rest.firstRange(of: start) {
            guard let closing = rest.firstRange(of: end), let to = rest.firstRange(of: "<xdr:to>"),
                let toEnd = rest.firstRange(of: "</xdr:to>"), opening.upperBound <= to.lowerBound,
                to.lowerBound < toEnd.lowerBound, toEnd.upperBound <= closing.lowerBound
            else { throw unexpected() }
            let content = rest[toEnd.upperBound..<closing.lowerBound]
            let size: (width: Double, height: Double)
            if content.hasPrefix("<xdr:pic>"), let picture = logo {
                size = (picture.width, picture.height)
                logo = nil
            } else if let chart = charts.popFirst() {
                size = (chart.width, chart.height)
            } else {
                throw unexpected()
            }
            result += rest[..<opening.lowerBound] + "<xdr:oneCellAnchor>" + rest[opening.upperBound..<to.lowerBound]
            result += "<xdr:ext cx=\"\(units(size.width))\" cy=\"\(units(size.height))\"/>"
            result += content + "</xdr:oneCellAnchor>"
            rest = rest[closing.upperBound...]
        }
        guard charts.isEmpty, logo == nil else { throw unexpected() }
        return result + rest
    }

    /// Pixels in English Metric Units.
    private static func units(_ pixels: Double) -> String { DecimalText.plain(pixels * 9_525, decimals: 0) }

    private static func unexpected() -> XLSXExportError {
        XLSXExportError(
            .library,
            "libxlsxwriter wrote the places of pictures in a way that this exporter does not understand; use version 1.1.4 "
                + "or a later one of series 1.")
    }
}

extension SheetPlan {
    /// Whether the sheet has pictures or charts.
    var hasDrawing: Bool { logo != nil || !charts.isEmpty }
}

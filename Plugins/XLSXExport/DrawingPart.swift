import FamilyServicesKit

/// The places of pictures and charts on a sheet.
///
/// The library says in which cells they end, for which it takes columns to be as wide as in another font. Their sizes are
/// what was planned, wherever that ends.
enum DrawingPart {
    private static let start = "<xdr:twoCellAnchor editAs=\"oneCell\">"
    private static let end = "</xdr:twoCellAnchor>"

    /// The part with a size in place of the end of everything in it.
    static func sized(_ bytes: [UInt8], _ sheet: SheetPlan) throws(XLSXExportError) -> [UInt8] {
        var charts = sheet.charts[...]
        var logo = sheet.logo
        let text = PartText(bytes)
        var result: [UInt8] = []
        var done = 0
        while let opening = text.firstRange(of: start, from: done) {
            guard let to = text.firstRange(of: "<xdr:to>", from: opening.upperBound),
                let toEnd = text.firstRange(of: "</xdr:to>", from: to.upperBound),
                let closing = text.firstRange(of: end, from: toEnd.upperBound)
            else { throw unexpected() }
            let size: (width: Double, height: Double)
            if text.has("<xdr:pic>", at: toEnd.upperBound), let picture = logo {
                size = (picture.width, picture.height)
                logo = nil
            } else if let chart = charts.popFirst() {
                size = (chart.width, chart.height)
            } else {
                throw unexpected()
            }
            result += bytes[done..<opening.lowerBound]
            result += "<xdr:oneCellAnchor>".utf8
            result += bytes[opening.upperBound..<to.lowerBound]
            result += "<xdr:ext cx=\"\(units(size.width))\" cy=\"\(units(size.height))\"/>".utf8
            result += bytes[toEnd.upperBound..<closing.lowerBound]
            result += "</xdr:oneCellAnchor>".utf8
            done = closing.upperBound
        }
        guard charts.isEmpty, logo == nil else { throw unexpected() }
        return result + bytes[done...]
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

/// A printed page: A4 in landscape, on which every sheet is printed one page wide.
enum PrintedPage {
    /// The margins in inches.
    static let margin = 0.5
    /// The lower margin where there is a footer.
    static let footerMargin = 0.75
    /// The smallest size in points to which texts are printed smaller, so that a table fits on the page.
    static let smallestSize = 8.0
    /// At which part of their size sheets with charts are printed.
    static let chartScale = 0.8

    /// What fits beside each other at full size, in pixels.
    static let width = (11.69 - 2 * margin) * 96
    /// What fits below each other at full size, in points.
    ///
    /// There is room for a footer whether or not there is one, so that pages end in the same place.
    static let height = (8.27 - margin - footerMargin) * 72

    /// How wide columns are, in pixels, with what Excel adds at their sides.
    static func pixels(ofColumns widths: [Double]) -> Double {
        widths.reduce(0) { $0 + TextMeasure.pixels(ofColumn: $1) + TextMeasure.padding + 1.4 }
    }

    /// At which part of its size a sheet with these columns is printed.
    static func scale(ofColumns widths: [Double]) -> Double {
        min(1, width / max(pixels(ofColumns: widths), 1))
    }
}

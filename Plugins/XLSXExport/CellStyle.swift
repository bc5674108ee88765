/// How a cell looks and which cell style of Excel it belongs to.
struct CellStyle: Hashable, Sendable {
    struct Font: Hashable, Sendable {
        var name = "Arial"
        var size: Double
        var isBold = false
        var isUnderlined = false
        var colour: WorkbookColour
    }

    /// The built-in styles by which screen readers find headings.
    enum BuiltIn: Int, Hashable, Sendable {
        case normal = 0
        case heading1 = 1
        case heading2 = 2
    }

    enum Horizontal: Hashable, Sendable {
        case general, left, right
    }

    enum Vertical: Hashable, Sendable {
        case top, centre, bottom
    }

    var builtIn = BuiltIn.normal
    var font: Font
    var fill: WorkbookColour?
    var horizontal = Horizontal.general
    var vertical = Vertical.top
    var isWrapped = false
    var indent = 0
    var numberFormat: String?
    /// The colour of the line under the cell.
    var line: WorkbookColour?
}

/// The one type scale of a workbook, in points.
enum TypeScale {
    /// The title of the first sheet: the first size at which it fits on the page.
    static let coverTitle = [26.0, 22, 20, 18]
    /// The title of a first sheet that is the summary too.
    static let frontTitle = [20.0, 18, 16]
    /// The title of any other sheet.
    static let title = [18.0, 16]
    static let heading = 14.0
    static let body = 12.0
    /// The texts on a chart, beside which there is less room.
    static let chart = 10.0
}

/// The styles in use, each once.
struct StyleBook {
    private(set) var styles: [CellStyle] = []
    private var indices: [CellStyle: Int] = [:]

    mutating func index(of style: CellStyle) -> Int {
        if let index = indices[style] { return index }
        let index = styles.count
        styles.append(style)
        indices[style] = index
        return index
    }
}

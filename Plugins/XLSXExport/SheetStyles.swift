import FamilyServicesKit

/// The looks of a workbook, made from the options.
struct SheetStyles {
    let options: XLSXExporter.Options
    var book = StyleBook()

    private let theme: WorkbookTheme

    init(options: XLSXExporter.Options) {
        self.options = options
        theme = options.theme.resolved
    }

    mutating func title(size: Double, wrapped: Bool, vertical: CellStyle.Vertical) -> Int {
        let font = CellStyle.Font(size: size, isBold: true, colour: theme.heading)
        return book.index(of: CellStyle(builtIn: .heading1, font: font, vertical: vertical, isWrapped: wrapped))
    }

    mutating func text(
        _ role: SheetText.Role, wrapped: Bool, isLink: Bool, vertical: CellStyle.Vertical = .top
    ) -> Int {
        var font = CellStyle.Font(size: TypeScale.body, colour: isLink ? theme.link : theme.text)
        font.isUnderlined = isLink
        var style = CellStyle(font: font, vertical: vertical, isWrapped: wrapped)
        switch role {
        case .heading:
            style.builtIn = .heading2
            style.font.size = TypeScale.heading
            style.font.isBold = true
            style.vertical = .bottom
            if !isLink { style.font.colour = theme.heading }
        case .strong:
            style.font.isBold = true
        case .item:
            if !isLink { style.indent = 1 }
            style.horizontal = .left
        case .body:
            break
        }
        return book.index(of: style)
    }

    mutating func header(_ position: CellPosition, hasFilter: Bool = false) -> Int {
        let font = CellStyle.Font(size: TypeScale.body, isBold: true, colour: theme.text)
        return book.index(
            of: CellStyle(
                font: font, fill: options.style == .tinted ? theme.headerFill : nil,
                horizontal: position.horizontal, vertical: hasFilter ? .top : .bottom, isWrapped: true,
                indent: position.indent,
                line: theme.heading))
    }

    /// The style of a cell.
    ///
    /// Cells of a tall row begin at its top, so that they can be read across.
    mutating func cell(_ look: CellLook, isTall: Bool) -> Int {
        var look = look
        if options.style != .tinted { look.tone = nil }
        var font = CellStyle.Font(size: TypeScale.body, colour: look.isLink ? theme.link : theme.text)
        font.isUnderlined = look.isLink
        font.isBold = look.isHeading
        if look.isHeading { font.colour = theme.heading }
        return book.index(
            of: CellStyle(
                font: font, fill: look.editing != .none ? editableFill : look.tone.map(fill),
                horizontal: look.position.horizontal, vertical: isTall ? .top : .centre,
                isWrapped: look.kind == .text || look.editing == .other, indent: look.position.indent,
                numberFormat: CellNumber.formatForEditing(of: look), line: theme.line))
    }

    /// Behind all cells of a column to be changed, empty or not; the words above the table say which columns these are.
    private var editableFill: WorkbookColour? {
        options.style == .tinted ? WorkbookColour(red: 0xFF, green: 0xFB, blue: 0xE6) : nil
    }

    private func fill(_ tone: Tone) -> WorkbookColour {
        switch tone {
        case .positive: theme.positiveFill
        case .caution: theme.cautionFill
        case .negative: theme.negativeFill
        case .complete: theme.completeFill
        case .neutral: theme.neutralFill
        }
    }
}

/// Where in a table a cell is, as far as its looks depend on it.
enum CellPosition: Hashable, Sendable {
    /// In the first column, in line with the texts above the table.
    case first
    /// In another column of text.
    case leading
    /// In a column of numbers or dates.
    case trailing

    init(column: Int, isTrailing: Bool) {
        self = isTrailing ? .trailing : column == 0 ? .first : .leading
    }

    var horizontal: CellStyle.Horizontal { self == .trailing ? .right : .left }

    /// A little distance to the column on the left.
    ///
    /// Numbers have none on the right: LibreOffice forgets the indent of a cell that differs from its neighbour in
    /// nothing but the number format.
    var indent: Int { self == .leading ? 1 : 0 }

    /// What the indent takes of the width, in pixels.
    var indentPixels: Double { self == .leading ? TextMeasure.indent : 0 }
}

import FamilyServicesKit

/// The looks of a workbook, made from the options.
struct SheetStyles {
    let options: XLSXExporter.Options
    var book = StyleBook()
    private var tableStyles: [TableLook: Int] = [:]

    init(options: XLSXExporter.Options) {
        self.options = options
    }

    /// What decides how a cell of a table looks.
    private struct TableLook: Hashable {
        var format: String?
        var tone: Tone?
        var isLink: Bool
        var isTrailing: Bool
    }

    private var theme: WorkbookTheme { options.theme }

    mutating func title(isCover: Bool, wrapped: Bool) -> Int {
        let font = CellStyle.Font(
            size: isCover ? TypeScale.coverTitle : TypeScale.title, isBold: true, colour: theme.heading)
        return book.index(of: CellStyle(builtIn: .heading1, font: font, isWrapped: wrapped))
    }

    mutating func text(_ role: SheetText.Role, wrapped: Bool, isLink: Bool) -> Int {
        var font = CellStyle.Font(size: TypeScale.body, colour: isLink ? theme.link : theme.text)
        font.isUnderlined = isLink
        var style = CellStyle(font: font, isWrapped: wrapped)
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

    mutating func header(isTrailing: Bool) -> Int {
        let font = CellStyle.Font(size: TypeScale.body, isBold: true, colour: theme.text)
        return book.index(
            of: CellStyle(
                font: font, fill: options.style == .tinted ? theme.headerFill : nil,
                horizontal: isTrailing ? .right : .left, vertical: .bottom, isWrapped: true, indent: isTrailing ? 1 : 0,
                line: theme.heading, isHeaderLine: true))
    }

    mutating func cell(_ entry: SheetTable.Entry, isTrailing: Bool) -> Int {
        // A background says nothing to those who cannot see it, so it only ever stands behind words that say the same.
        let hasWords = entry.kind == .text && entry.text.unicodeScalars.contains { $0.properties.isAlphabetic }
        let look = TableLook(
            format: CellNumber.format(of: entry), tone: hasWords && options.style == .tinted ? entry.tone : nil,
            isLink: entry.link != nil && entry.kind != .empty, isTrailing: isTrailing)
        if let index = tableStyles[look] { return index }
        var font = CellStyle.Font(size: TypeScale.body, colour: look.isLink ? theme.link : theme.text)
        font.isUnderlined = look.isLink
        let index = book.index(
            of: CellStyle(
                font: font, fill: look.tone.map(fill), horizontal: isTrailing ? .right : .left, isWrapped: true,
                indent: isTrailing ? 1 : 0, numberFormat: look.format, line: theme.line))
        tableStyles[look] = index
        return index
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

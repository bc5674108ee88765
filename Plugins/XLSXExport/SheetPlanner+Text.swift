import FamilyServicesKit

extension SheetPlanner {
    mutating func addTitle(_ styles: inout SheetStyles) throws {
        let sizes =
            !surroundings.isCover
            ? TypeScale.title : section.role == .summary ? TypeScale.frontTitle : TypeScale.coverTitle
        let whole = TextRules.oneLine(section.title)
        let title = TextRules.cut(whole.contains { !$0.isWhitespace } ? whole : name, to: LongTexts.pieceLength)
        func width(_ size: Double) -> Double { TextMeasure.widths(title, size: size, bold: true).line }
        let size = sizes.first { width($0) <= overflowPixels } ?? sizes[sizes.count - 1]
        let fits = width(size) <= overflowPixels
        if hasTables {
            // LibreOffice does not print all of a large text that ends beyond the last column.
            let missing = fits ? width(size) / 0.97 - PrintedPage.pixels(ofColumns: widths) : 0
            if missing > 0 { widths[widths.count - 1] += (missing / TextMeasure.digit * 4).rounded(.up) / 4 }
            if !fits { widths[0] = max(widths[0], 45) }
        }
        let lines = fits ? 1 : lineCount(title, size: size, bold: true)
        // The logo is above the title, in the same cell.
        let logo = surroundings.isCover ? options.branding.logo.map { $0.plan.height * 0.75 + 12 } ?? 0 : 0
        let cell = CellPlan(
            content: .text(TextRules.escaped(title)),
            style: styles.title(size: size, wrapped: !fits, vertical: logo > 0 ? .bottom : .top))
        rows.append(
            RowPlan(
                height: Self.height(lines: lines, size: size, extra: (surroundings.isCover ? 14 : 8) + logo),
                cells: [cell]))
        if whole.utf16.count > LongTexts.pieceLength { try add(SheetText(whole, .body), &styles) }
        if surroundings.isCover, let organisation = options.branding.organisation {
            try add(SheetText(organisation, .strong), &styles)
        }
    }

    /// Adds a text in column A: on one line that runs over the empty cells to its right, wrapped where column A is wide, and
    /// otherwise on several rows, sentence by sentence.
    ///
    /// A text that leads to a section becomes a link; so does one for which a target is given.
    mutating func add(_ item: SheetText, target: String? = nil, _ styles: inout SheetStyles) throws {
        let bold = item.role == .heading || item.role == .strong
        let size = item.role == .heading ? TypeScale.heading : TypeScale.body
        let indent = item.role == .item ? TextMeasure.indent : 0
        for (part, paragraph) in paragraphs(item, size: size, bold: bold).enumerated() {
            let single = TextMeasure.widths(paragraph, size: size, bold: bold).line + indent
            let overflows = hasTables && single <= overflowPixels && !paragraph.utf8.contains(0x0A)
            let lines = overflows ? 1 : lineCount(paragraph, size: size, bold: bold, indent: indent)
            // A link that is cut in two would be two links: the first row of a long text leads there, the others follow it.
            let link = part > 0 ? nil : try target.map(CellPlan.Link.place) ?? link(item.link)
            // Under a logo the title is at the foot of its row, so the distance is in the next one.
            let isUnderLogo = rows.count == 1 && surroundings.isCover && options.branding.logo != nil
            let style = styles.text(
                item.role, wrapped: !overflows, isLink: link != nil, vertical: isUnderLogo ? .bottom : .top)
            let cell = CellPlan(
                content: paragraph.isEmpty ? .blank : .text(TextRules.escaped(paragraph)), style: style, link: link)
            let extra = (item.role == .heading ? 12.0 : item.role == .item ? 2 : 5) + (isUnderLogo ? 8 : 0)
            rows.append(RowPlan(height: Self.height(lines: lines, size: size, extra: extra), cells: [cell]))
        }
    }

    /// A text as the rows that it takes.
    func paragraphs(_ item: SheetText, size: Double, bold: Bool) -> [String] {
        let wraps = !hasTables || widths[0] >= 60
        let clean = TextRules.clean(item.text)
        let room = overflowPixels - (item.role == .item ? TextMeasure.indent : 0)
        func fits(_ text: String) -> Bool { TextMeasure.widths(text, size: size, bold: bold).line <= room }
        if wraps {
            let lines = lineCount(clean, size: size, bold: bold)
            guard lines > Self.mostLines || !LongTexts.fits(clean) else { return [clean] }
            let width = TextMeasure.pixels(ofColumn: widths[0])
            return LongTexts.pieces(of: clean, size: size, bold: bold, within: width, lines: Self.mostLines - 4)
        }
        var result: [String] = []
        for line in clean.split(separator: "\n", omittingEmptySubsequences: true) {
            if fits(String(line)) {
                result.append(String(line))
                continue
            }
            var current = ""
            for sentence in SheetWording.sentences(String(line)).flatMap({
                fits($0) ? [$0] : broken($0, size: size, bold: bold, fits)
            }) {
                let joined = current.isEmpty ? sentence : current + " " + sentence
                if current.isEmpty || fits(joined) {
                    current = joined
                } else {
                    result.append(current)
                    current = sentence
                }
            }
            if !current.isEmpty { result.append(current) }
        }
        return result
    }

    /// The most lines of a row of column A.
    private static let mostLines = 22

    /// A sentence that is too long for a row, broken between words, and inside a word that is itself too long.
    private func broken(_ sentence: String, size: Double, bold: Bool, _ fits: (String) -> Bool) -> [String] {
        var parts: [String] = []
        var current = ""
        let words = sentence.split(separator: " ").flatMap { word -> [String] in
            let word = String(word)
            return fits(word)
                ? [word] : LongTexts.pieces(of: word, size: size, bold: bold, within: overflowPixels, lines: 1)
        }
        for word in words {
            let joined = current.isEmpty ? word : current + " " + word
            if current.isEmpty || fits(joined) {
                current = joined
            } else {
                parts.append(current)
                current = word
            }
        }
        parts.append(current)
        return parts
    }

    /// How far a text in column A may run to the right.
    var overflowPixels: Double {
        TextMeasure.pixels(ofColumn: max(widths.reduce(0, +), hasTables ? ColumnLayout.page : 0)) * 0.97
    }
}

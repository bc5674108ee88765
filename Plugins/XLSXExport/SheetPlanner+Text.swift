import FamilyServicesKit

extension SheetPlanner {
    mutating func addTitle(_ styles: inout SheetStyles) throws {
        let sizes = surroundings.isCover ? TypeScale.coverTitle : TypeScale.title
        let title = TextRules.cut(section.title, to: LongTexts.pieceLength)
        func fits(_ size: Double) -> Bool {
            TextMeasure.widths(title, size: size, bold: true).line <= overflowPixels
        }
        let size = sizes.first(where: fits) ?? sizes[sizes.count - 1]
        let fits = fits(size)
        if !fits, widths[0] < 60, hasTables { widths[0] = 60 }
        let lines = fits ? 1 : lineCount(title, size: size, bold: true)
        let cell = CellPlan(
            content: .text(TextRules.escaped(title)),
            style: styles.title(size: size, wrapped: !fits))
        rows.append(
            RowPlan(height: height(lines: lines, size: size, extra: surroundings.isCover ? 14 : 8), cells: [cell]))
    }

    /// Adds a text in column A: on one line that runs over the empty cells to its right, wrapped where column A is wide, and
    /// otherwise on several rows, sentence by sentence.
    ///
    /// A text that leads to a section becomes a link; so does one for which a target is given.
    mutating func add(_ item: SheetText, target: String? = nil, _ styles: inout SheetStyles) throws {
        let bold = item.role == .heading || item.role == .strong
        let size = item.role == .heading ? TypeScale.heading : TypeScale.body
        for paragraph in paragraphs(item, size: size, bold: bold) {
            let single = TextMeasure.widths(paragraph, size: size, bold: bold).line
            let overflows = hasTables && single <= overflowPixels && !paragraph.utf8.contains(0x0A)
            let lines = overflows ? 1 : lineCount(paragraph, size: size, bold: bold)
            let link = try target.map(CellPlan.Link.place) ?? link(item.link)
            let style = styles.text(item.role, wrapped: !overflows, isLink: link != nil)
            let cell = CellPlan(
                content: paragraph.isEmpty ? .blank : .text(TextRules.escaped(paragraph)), style: style, link: link)
            let extra = item.role == .heading ? 14.0 : item.role == .item ? 2 : 5
            rows.append(RowPlan(height: height(lines: lines, size: size, extra: extra), cells: [cell]))
        }
    }

    /// A text as the rows that it takes.
    func paragraphs(_ item: SheetText, size: Double, bold: Bool) -> [String] {
        let wraps = !hasTables || widths[0] >= 60
        let clean = TextRules.clean(item.text)
        func fits(_ text: String) -> Bool { TextMeasure.widths(text, size: size, bold: bold).line <= overflowPixels }
        guard clean.utf8.count <= LongTexts.pieceLength || LongTexts.fits(clean) else {
            return LongTexts.pieces(of: clean)
        }
        if item.link != nil || wraps && lineCount(clean, size: size, bold: bold) <= 26 { return [clean] }
        var result: [String] = []
        for line in clean.split(separator: "\n", omittingEmptySubsequences: true) {
            if fits(String(line)) || wraps {
                result.append(String(line))
                continue
            }
            var current = ""
            for sentence in SheetWording.sentences(String(line)).flatMap({ fits($0) ? [$0] : broken($0, fits) }) {
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

    /// A sentence that is too long for a row, broken between words.
    private func broken(_ sentence: String, _ fits: (String) -> Bool) -> [String] {
        var parts: [String] = []
        var current = ""
        for word in sentence.split(separator: " ") {
            let joined = current.isEmpty ? String(word) : current + " " + word
            if current.isEmpty || fits(joined) {
                current = joined
            } else {
                parts.append(current)
                current = String(word)
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

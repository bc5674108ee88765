import FamilyServicesKit

/// The numbered notes that become footnotes: those that the notes section explains and another section refers to.
///
/// A report refers to a note with the words `[note 3]`, and explains it in a list of the notes section as
/// `[note 3] Counted once.` or `Note 3: Counted once.`, or in a table whose first column says `note 3`. Readers of Markdown
/// drop footnotes that nothing refers to, so those stay in their list or table. A reference that nothing explains stays
/// words.
struct Footnotes {
    /// The section that explains notes.
    let section: SectionID?
    private var numbers: Set<Int> = []

    /// No footnotes.
    static let none = Footnotes()

    /// Whether there are none.
    var isEmpty: Bool { numbers.isEmpty }

    private init() { section = nil }

    /// Finds the footnotes.
    ///
    /// - Parameters:
    ///   - title: The title of the report.
    ///   - sections: The sections that are written; what only others refer to is not a footnote.
    init(title: String, sections: [PublicationSection]) {
        let notes = sections.first { $0.role == .notes }
        section = notes?.id
        guard let notes else { return }
        let explained = notes.blocks.flatMap { block -> [Int] in
            switch block {
            case .list(let items): items.compactMap { Footnote($0)?.number }
            case .table(let table): table.rows.compactMap { Footnote($0)?.number }
            case .heading, .paragraph, .facts, .chart: []
            }
        }
        guard !explained.isEmpty else { return }
        var used: Set<Int> = []
        func read(_ text: String) {
            guard text.utf8.contains(UInt8(ascii: "[")) else { return }
            for line in MarkdownText.lines(text) {
                used.formUnion(NoteMarker.all(in: Array(line.unicodeScalars)).map(\.number))
            }
        }
        read(title)
        for section in sections where section.id != notes.id { section.forEachText(read) }
        numbers = used.intersection(explained)
    }

    /// Whether a note is a footnote.
    func contains(_ number: Int) -> Bool { numbers.contains(number) }

    /// Takes the first explanation of each footnote out of a list or the rows of a table.
    mutating func take<Element>(
        from elements: [Element], _ read: (Element) -> Footnote?
    ) -> (rest: [Element], taken: [Footnote]) {
        guard !numbers.isEmpty else { return (elements, []) }
        var rest: [Element] = []
        var taken: [Footnote] = []
        for element in elements {
            if let footnote = read(element), numbers.remove(footnote.number) != nil {
                taken.append(footnote)
            } else {
                rest.append(element)
            }
        }
        return (rest, taken)
    }
}

/// The explanation of a numbered note.
struct Footnote {
    let number: Int
    /// The explanation, which may have several lines.
    let text: String

    /// Reads a list item such as `[note 3] Counted once`.
    init?(_ item: ListItem) {
        guard item.link == nil else { return nil }
        self.init(MarkdownText.lines(item.text).joined(separator: "\n"))
    }

    /// Reads a row whose first cell says `note 3` or `[note 3]`, and whose other cells explain it.
    init?(_ row: [Cell]) {
        guard let first = row.first, first.link == nil, row.allSatisfy({ $0.link == nil }) else { return nil }
        let name = MarkdownText.oneLine(first.words)
        let words = row.dropFirst().map(\.words).filter { !MarkdownText.lines($0).isEmpty }
        guard !words.isEmpty else { return nil }
        self.init((name.hasPrefix("[") ? name : "[\(name)]") + " " + words.joined(separator: "\n"))
    }

    private init?(_ line: String) {
        let scalars = Array(line.unicodeScalars)
        let start = scalars.first == "[" ? 1 : 0
        guard let found = NoteMarker.number(in: scalars, after: start) else { return nil }
        var end = found.end
        if start == 1 {
            guard end < scalars.count, scalars[end] == "]" else { return nil }
            end += 1
        }
        // Without brackets, a sentence that only begins with such words must not be taken for an explanation.
        let hasColon = end < scalars.count && scalars[end] == ":"
        guard start == 1 || hasColon else { return nil }
        let words = scalars[(hasColon ? end + 1 : end)...].drop { $0 == " " || $0 == "\n" }
        guard !words.isEmpty else { return nil }
        number = found.number
        var text = String.UnicodeScalarView()
        text.append(contentsOf: words)
        self.text = String(text)
    }
}

/// The words `[note 3]` in a text.
struct NoteMarker {
    let number: Int
    /// The indices of the brackets and what is between them.
    let range: Range<Int>

    /// The name of the footnote in Markdown.
    static func label(_ number: Int) -> String { "[^note-\(number)]" }

    /// The markers in a cleaned line, from left to right.
    static func all(in scalars: [UnicodeScalar]) -> [NoteMarker] {
        scalars.indices.compactMap { start in
            guard scalars[start] == "[", let found = number(in: scalars, after: start + 1), found.end < scalars.count,
                scalars[found.end] == "]"
            else { return nil }
            return NoteMarker(number: found.number, range: start..<(found.end + 1))
        }
    }

    /// Reads `note 3`: a number of at most four digits without zeros before it.
    static func number(in scalars: [UnicodeScalar], after start: Int) -> (number: Int, end: Int)? {
        let word = scalars[start...].prefix(5)
        guard word.count == 5, word.dropFirst().elementsEqual("ote ".unicodeScalars),
            word.first == "n" || word.first == "N"
        else { return nil }
        let digits = scalars[(start + 5)...].prefix(5).prefix(while: MarkdownText.isDigit)
        guard (1...4).contains(digits.count), digits.first != "0" else { return nil }
        return (digits.reduce(0) { $0 * 10 + Int($1.value) - 0x30 }, digits.endIndex)
    }
}

extension PublicationSection {
    /// Visits every text in which a reference to a note can be.
    fileprivate func forEachText(_ body: (String) -> Void) {
        body(title)
        body(summary)
        for block in blocks {
            switch block {
            case .heading(_, let text), .paragraph(let text):
                body(text)
            case .list(let items):
                for item in items { body(item.text) }
            case .facts(let facts):
                for fact in facts {
                    body(fact.label)
                    body(fact.value)
                }
            case .table(let table):
                table.forEachText(body)
            case .chart(let chart):
                body(chart.alternativeText)
                chart.table.forEachText(body)
            }
        }
    }
}

extension Table {
    fileprivate func forEachText(_ body: (String) -> Void) {
        body(title)
        guard !rows.isEmpty else { return }
        for column in columns { body(column.title) }
        for row in rows {
            for cell in row { if case .text(let text) = cell.value { body(text) } }
        }
    }
}

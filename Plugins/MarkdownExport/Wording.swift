import FamilyServicesKit

/// The sentences that the exporter adds, as Markdown.
enum Wording {
    /// Said at the top and in every section of a publication with invented figures.
    static let synthetic =
        "**Synthetic data: every figure in this report is invented and describes no real child, family or organisation.**"

    /// Said where a table has empty cells.
    static let blankCells = "Blank cells mean that nothing belongs there."

    /// Said above the key.
    static let key = "Key to the tables of this section:"

    /// Said in place of a table without rows.
    static func emptyTable(_ title: String) -> String {
        "There is nothing to show under “\(MarkdownText.inline(title))”."
    }

    /// Where the notes are that a section refers to.
    static func notes(in title: String, identifier: String?) -> String {
        "The notes are explained in the section " + MarkdownText.link(title, to: identifier) + "."
    }

    /// Said beneath a heading for each footnote that it refers to; a reference in a heading would change its identifier.
    static func headingNotes(_ heading: String, _ notes: Footnotes) -> [String] {
        MarkdownText.pieces(of: heading, notes: notes).markers.map {
            "Note \($0.number) goes with this heading.\(NoteMarker.label($0.number))"
        }
    }

    /// Said above explanations that readers of Markdown put elsewhere.
    static let footnotesFollow = "Numbered notes that the report refers to are its footnotes."

    /// The explanation of a note.
    static func footnote(_ footnote: Footnote) -> String {
        "\(NoteMarker.label(footnote.number)): Note \(footnote.number): "
            + MarkdownText.item(footnote.text, indentation: 4)
    }

    /// The key to the shorthand in use, one sentence for each.
    static func meanings(of reasons: Set<MissingReason>) -> [String] {
        var meanings: [(shorthand: String, meanings: [String])] = []
        for reason in MissingReason.allCases where reasons.contains(reason) {
            if let index = meanings.firstIndex(where: { $0.shorthand == reason.shorthand }) {
                meanings[index].meanings.append(reason.meaning)
            } else {
                meanings.append((reason.shorthand, [reason.meaning]))
            }
        }
        return meanings.map {
            MarkdownText.inline("\($0.shorthand) means \($0.meanings.joined(separator: ", or ")).")
        }
    }
}

/// What the tables of a section hold that has to be explained beneath them.
struct TableFindings {
    var reasons: Set<MissingReason> = []
    var hasEmptyCells = false
    /// Whether a text refers to a note that is no footnote.
    var hasNotes = false
    private let footnotes: Footnotes

    init(_ section: PublicationSection, footnotes: Footnotes) {
        self.footnotes = footnotes
        for block in section.blocks {
            switch block {
            case .table(let table):
                read(table)
            case .chart(let chart):
                read(chart.table)
            case .facts(let facts):
                for fact in facts {
                    read(.text(fact.label))
                    read(.text(fact.value))
                }
            case .heading, .paragraph, .list:
                break
            }
        }
    }

    private mutating func read(_ table: Table) {
        guard !table.rows.isEmpty else { return }
        for column in table.columns { read(column.title) }
        for row in table.rows { for cell in row { read(cell.value) } }
    }

    private mutating func read(_ value: Cell.Value) {
        switch value {
        case .missing(let reason): reasons.insert(reason)
        case .empty: hasEmptyCells = true
        case .text(let text):
            if MarkdownText.lines(text).isEmpty { hasEmptyCells = true } else { read(text) }
        case .number, .percentage, .date: break
        }
    }

    private mutating func read(_ text: String) {
        guard text.utf8.contains(UInt8(ascii: "[")) else { return }
        if !hasNotes, text.contains("[note ") {
            hasNotes = NoteMarker.all(in: Array(text.unicodeScalars)).contains { !footnotes.contains($0.number) }
        }
        for reason in MissingReason.allCases where text.contains(reason.shorthand) {
            // Of the two reasons that share a shorthand, words alone do not say which is meant.
            if !reasons.contains(where: { $0.shorthand == reason.shorthand }) { reasons.insert(reason) }
        }
    }
}

import FamilyServicesKit

/// The sentences that the exporter adds, as Markdown.
enum Wording {
    /// Said at the top and in every section of a publication with invented figures.
    static let synthetic = "**\(PublicationWording.synthetic)**"

    /// Said above the key.
    static let key = "Key to the tables of this section:"

    /// Said in place of a table without rows.
    static func emptyTable(_ title: String) -> String {
        PublicationWording.nothing(under: MarkdownText.inline(title))
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
}

/// What the tables of a section hold that has to be explained beneath them.
struct TableFindings {
    private(set) var key = TableKey()
    /// Whether a text refers to a note that is not a footnote.
    private(set) var hasNotes = false
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
                key.read(facts)
                for fact in facts {
                    read(fact.label)
                    read(fact.value)
                }
            case .heading, .paragraph, .list:
                break
            }
        }
    }

    private mutating func read(_ table: Table) {
        guard !table.rows.isEmpty else { return }
        key.read(table)
        for column in table.columns { read(column.title) }
        for row in table.rows { for cell in row { if case .text(let text) = cell.value { read(text) } } }
    }

    private mutating func read(_ text: String) {
        guard !hasNotes, text.utf8.contains(UInt8(ascii: "[")), text.contains("[note ") else { return }
        hasNotes = NoteMarker.all(in: Array(text.unicodeScalars)).contains { !footnotes.contains($0.number) }
    }
}

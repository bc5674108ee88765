import FamilyServicesKit

/// A block as it is written: tables and charts have a heading, unless it would repeat the heading before them.
enum SectionItem {
    /// A heading, of which level 2 is right below the section.
    case heading(level: Int, String)
    case paragraph(String)
    case list([ListItem])
    case facts([Fact])
    case table(Table)
    case chart(Chart)
    /// A table without rows.
    case nothing(title: String)
    /// Explanations of notes, taken out of a list or a table.
    case footnotes([Footnote])

    static func items(of section: PublicationSection, footnotes: Footnotes) -> [SectionItem] {
        var items: [SectionItem] = []
        // Explanations are looked for in one section alone, and each is taken once.
        var left = section.id == footnotes.section ? footnotes : .none
        // The title that a heading has already given to the next table, and the levels of the headings above what follows.
        var announced = MarkdownText.headingWords(section.title).lowercased()
        var levels: [Int] = []
        func addHeading(_ wanted: Int, _ text: String) {
            let line = MarkdownText.headingWords(text)
            guard !line.isEmpty else { return }
            // No level is skipped on the way down, and headings of one level stay side by side.
            while let last = levels.last, last >= wanted { levels.removeLast() }
            levels.append(wanted)
            announced = line.lowercased()
            items.append(.heading(level: levels.count + 1, line))
        }
        func addTitle(_ title: String) {
            // A heading right above is the heading of more than this.
            let isBelow = if case .heading = items.last { true } else { false }
            if MarkdownText.headingWords(title).lowercased() != announced {
                addHeading(isBelow ? (levels.last ?? 1) + 1 : 2, title)
            }
            announced = ""
        }
        for block in section.blocks {
            switch block {
            case .heading(let wanted, let text):
                addHeading(wanted, text)
            case .paragraph(let text):
                items.append(.paragraph(text))
            case .list(let list):
                let (rest, taken) = left.take(from: list) { Footnote($0) }
                if !rest.isEmpty { items.append(.list(rest)) }
                if !taken.isEmpty { items.append(.footnotes(taken)) }
            case .facts(let facts):
                if !facts.isEmpty { items.append(.facts(facts)) }
            case .table(let table):
                addTitle(table.title)
                let (rows, taken) = left.take(from: table.rows) { Footnote($0) }
                if !rows.isEmpty {
                    items.append(
                        .table(Table(name: table.name, title: table.title, columns: table.columns, rows: rows)))
                } else if taken.isEmpty {
                    items.append(.nothing(title: table.title))
                }
                if !taken.isEmpty { items.append(.footnotes(taken)) }
            case .chart(let chart):
                addTitle(chart.title)
                items.append(.chart(chart))
            }
        }
        return items
    }
}

import FamilyServicesKit

/// A block as it is written: tables have a heading, unless it would repeat the heading before them.
enum SectionItem {
    /// A heading, of which level 2 stands right below the section.
    case heading(level: Int, String)
    case paragraph(String)
    case list([ListItem])
    case facts([Fact])
    case table(Table)
    /// A table without rows.
    case nothing(title: String)

    static func items(of section: PublicationSection) -> [SectionItem] {
        var items: [SectionItem] = []
        // The title that a heading has already given to the next table, and the level of the last heading.
        var announced = MarkdownText.oneLine(section.title).lowercased()
        var level = 1
        func addHeading(_ wanted: Int, _ text: String) {
            let line = MarkdownText.oneLine(text)
            guard !line.isEmpty else { return }
            level = min(max(wanted, 2), level + 1)
            announced = line.lowercased()
            items.append(.heading(level: level, line))
        }
        for block in section.blocks {
            switch block {
            case .heading(let wanted, let text):
                addHeading(wanted, text)
            case .paragraph(let text):
                items.append(.paragraph(text))
            case .list(let list):
                if !list.isEmpty { items.append(.list(list)) }
            case .facts(let facts):
                if !facts.isEmpty { items.append(.facts(facts)) }
            case .table(let table):
                if MarkdownText.oneLine(table.title).lowercased() != announced { addHeading(2, table.title) }
                announced = ""
                items.append(table.rows.isEmpty ? .nothing(title: table.title) : .table(table))
            case .chart(let chart):
                if MarkdownText.oneLine(chart.title).lowercased() != announced { addHeading(2, chart.title) }
                announced = ""
                items.append(.paragraph(chart.alternativeText))
                items.append(.table(chart.table))
            }
        }
        return items
    }
}

import FamilyServicesKit

/// What must hold before anything is written.
enum PublicationCheck {
    static func check(_ publication: Publication, context: ExportContext) throws {
        let known = Set(publication.sections.map(\.id))
        for section in publication.sections {
            try context.checkCancellation()
            for block in section.blocks {
                switch block {
                case .list(let items):
                    for item in items { try check(item.link, known, "A link in a list", section) }
                case .table(let table):
                    try check(table, known, section, context)
                case .chart(let chart):
                    try check(chart.table, known, section, context)
                case .heading, .paragraph, .facts:
                    break
                }
            }
        }
    }

    private static func check(
        _ table: Table, _ known: Set<SectionID>, _ section: PublicationSection, _ context: ExportContext
    ) throws {
        guard !table.columns.isEmpty else {
            throw MarkdownExportError(
                .raggedTable, "The table “\(table.title)” has no column; give it at least one.", section: section.id)
        }
        for (index, row) in table.rows.enumerated() {
            if index % 512 == 0 { try context.checkCancellation() }
            guard row.count == table.columns.count else {
                throw MarkdownExportError(
                    .raggedTable,
                    "Row \(index + 1) of the table “\(table.title)” has \(row.count) cells and the header has "
                        + "\(table.columns.count); make them equal.", section: section.id)
            }
            for (cell, column) in zip(row, table.columns) {
                switch cell.value {
                case .number(let value, _), .percentage(let value, _):
                    guard !value.isFinite else { break }
                    throw MarkdownExportError(
                        .nonFiniteNumber,
                        "The number in table “\(table.title)”, row \(index + 1), column “\(column.title)” is not finite; "
                            + "give a missing value with its reason instead.", section: section.id)
                case .text, .date, .missing, .empty:
                    break
                }
                if cell.link != nil {
                    try check(cell.link, known, "A link in row \(index + 1) of the table “\(table.title)”", section)
                }
            }
        }
    }

    private static func check(
        _ link: SectionLink?, _ known: Set<SectionID>, _ place: String, _ section: PublicationSection
    ) throws {
        guard let link, !known.contains(link.section) else { return }
        throw MarkdownExportError(
            .brokenLink,
            "\(place) leads to the section “\(link.section)”, which is not in the publication; remove the link or add "
                + "the section.", section: section.id)
    }
}

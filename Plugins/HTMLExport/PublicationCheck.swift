import FamilyServicesKit

/// What must hold before anything is written.
struct PublicationCheck {
    let section: SectionID
    /// The sections that links may lead to.
    let known: Set<SectionID>
    let context: ExportContext

    static func check(_ publication: Publication, context: ExportContext) throws {
        let known = Set(publication.sections.map(\.id))
        for section in publication.sections {
            let check = PublicationCheck(section: section.id, known: known, context: context)
            for block in section.blocks {
                try context.checkCancellation()
                switch block {
                case .list(let items): for item in items { try check.link(item.link, in: "a list") }
                case .table(let table): try check.table(table)
                case .chart(let chart): try check.table(chart.table)
                case .heading, .paragraph, .facts: break
                }
            }
        }
    }

    private func table(_ table: Table) throws {
        guard !table.columns.isEmpty else {
            throw HTMLExportError(
                .raggedTable, "The table “\(table.title)” has no column; give it at least one.", section: section)
        }
        for (index, row) in table.rows.enumerated() {
            if index % 256 == 0 { try context.checkCancellation() }
            guard row.count == table.columns.count else {
                throw HTMLExportError(
                    .raggedTable,
                    "Row \(index + 1) of the table “\(table.title)” has \(row.count) cells and the header has "
                        + "\(table.columns.count); make them equal.", section: section)
            }
            for (cell, column) in zip(row, table.columns) {
                if let number = cell.value.number, !number.isFinite {
                    throw HTMLExportError(
                        .nonFiniteNumber,
                        "The number in row \(index + 1), column “\(column.title)” of the table “\(table.title)” is not "
                            + "finite; give a missing value with its reason instead.", section: section)
                }
                try link(cell.link, in: "row \(index + 1) of the table “\(table.title)”")
            }
        }
    }

    private func link(_ link: SectionLink?, in place: @autoclosure () -> String) throws {
        guard let link, !known.contains(link.section) else { return }
        throw HTMLExportError(
            .brokenLink,
            "A link in \(place()) leads to the section “\(link.section)”, which is not in the publication; remove the link "
                + "or add the section.", section: section)
    }
}

extension Cell.Value {
    /// The number of a cell that holds one.
    fileprivate var number: Double? {
        switch self {
        case .number(let value, _), .percentage(let value, _): value
        case .text, .date, .missing, .empty: nil
        }
    }
}

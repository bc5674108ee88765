import FamilyServicesKit

/// A working copy as sheets, as a workbook shows them: a few texts, then the table of each section.
struct WorkingGrid {
    var sheets: [ReadSheet]

    init(of pack: ReportPack, for audience: Audience = .officers) throws {
        let publication = try pack.workingCopy(for: audience, options: PublicationOptions(smallNumbers: .showAll))
        self.init(publication)
    }

    init(_ publication: Publication) {
        sheets = publication.sections.map { section in
            var rows: [[SheetCell]] = [[.text(section.title)], [.text(section.summary)]]
            for case .table(let table) in section.blocks {
                rows.append(table.columns.map { .text($0.title) })
                rows += table.rows.map { $0.map(Self.cell) }
            }
            return ReadSheet(name: section.shortTitle, rows: rows)
        }
    }

    /// A cell as a workbook keeps it: numbers as they are shown, percentages as fractions, reasons as their shorthand.
    static func cell(_ cell: Cell) -> SheetCell {
        switch cell.value {
        case .text(let text): .text(text)
        case .number(let value, let decimals): .number(DecimalText.rounded(value, decimals: decimals))
        case .percentage(let value, let decimals): .number(DecimalText.rounded(value, decimals: decimals) / 100)
        case .date(let date): .date(date)
        case .missing(let reason): .text(reason.shorthand)
        case .empty: .empty
        }
    }

    subscript(sheet: String) -> ReadSheet {
        get { sheets.first { $0.name == sheet } ?? ReadSheet(name: sheet, rows: []) }
        set {
            if let index = sheets.firstIndex(where: { $0.name == sheet }) { sheets[index] = newValue }
        }
    }

    /// The cell under a header in the row that has a text in any cell.
    func place(_ header: String, row text: String, on sheet: String) -> CellPlace? {
        let rows = self[sheet].rows
        guard let headerRow = rows.firstIndex(where: { $0.count > 1 && $0.contains(.text(header)) }),
            let column = rows[headerRow].firstIndex(of: .text(header)),
            let row = rows.indices.dropFirst(headerRow + 1).first(where: { index in
                rows[index].contains(.text(text)) || rows[index].contains { $0 == Double(text).map(SheetCell.number) }
            })
        else { return nil }
        return CellPlace(sheet: sheet, row: row, column: column)
    }

    subscript(place: CellPlace) -> SheetCell {
        get { self[place.sheet].cell(row: place.row, column: place.column) }
        set {
            var cells = self[place.sheet].rows[place.row]
            while cells.count <= place.column { cells.append(.empty) }
            cells[place.column] = newValue
            self[place.sheet].rows[place.row] = cells
        }
    }

    func review(against pack: ReportPack) throws -> WorkingCopyReview {
        try WorkingCopy(sheets).review(against: pack)
    }
}

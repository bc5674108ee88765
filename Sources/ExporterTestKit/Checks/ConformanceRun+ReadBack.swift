import FamilyServicesKit

extension ConformanceRun {
    /// Reads a document back and compares the tables cell by cell.
    mutating func checkReadBack(_ document: CorpusDocument) {
        guard let readBack = conformance.readBack, let publication = document.withoutCharts,
            let bytes = bytes(publication)
        else { return }
        let tables: [ReadTable]
        do {
            tables = try readBack(bytes, publication)
        } catch {
            note(.readBack, in: document.name, "The reader does not take the file: \(error)")
            return
        }
        let expected = publication.tablesWithRows
        guard tables.count == expected.count else {
            note(
                .readBack, in: document.name,
                "\(tables.count) tables were read back, and \(expected.count) tables with rows were to be written.")
            return
        }
        for (read, table) in zip(tables, expected) {
            if let difference = difference(read, table) {
                note(.readBack, in: document.name, "In the table “\(table.name)”, \(difference).")
                return
            }
        }
    }

    /// The first difference between a table that was read and one that was to be written.
    private func difference(_ read: ReadTable, _ table: Table) -> String? {
        if let columns = read.columns {
            let expected = table.columns.map { expectation(.text($0.title)) }
            if columns.count != expected.count {
                return "\(columns.count) columns were read back instead of \(expected.count)"
            }
            if let index = columns.indices.first(where: { !ReadCell.text(columns[$0]).isIdentical(to: expected[$0]) }) {
                return "the title of column \(index + 1) was read back as \(ReadCell.text(columns[index])) instead of "
                    + "\(expected[index])"
            }
        }
        if read.rows.count != table.rows.count {
            return "\(read.rows.count) rows were read back instead of \(table.rows.count)"
        }
        for (index, rows) in zip(read.rows, table.rows).enumerated() {
            if rows.0.count != rows.1.count {
                return "row \(index + 1) was read back with \(rows.0.count) cells instead of \(rows.1.count)"
            }
            for (column, cells) in zip(rows.0, rows.1).enumerated() where !fits(cells.0, cells.1.value) {
                return "row \(index + 1), column \(column + 1) was read back as \(cells.0) instead of "
                    + "\(expectation(cells.1.value))"
            }
        }
        return nil
    }

    private func expectation(_ value: Cell.Value) -> ReadCell { conformance.expecting?(value) ?? ReadCell(value) }

    private func fits(_ read: ReadCell, _ value: Cell.Value) -> Bool {
        if let expecting = conformance.expecting { return read.isIdentical(to: expecting(value)) }
        if read.isIdentical(to: ReadCell(value)) || read.isIdentical(to: ReadCell(plain: value)) { return true }
        switch (read, value) {
        // A format may keep every digit and show fewer.
        case (.number(let number), .number(let exact, _)), (.number(let number), .percentage(let exact, _)):
            return number == exact
        // An empty text and nothing at all look the same to most readers.
        case (.empty, .text("")): return true
        default: return false
        }
    }
}

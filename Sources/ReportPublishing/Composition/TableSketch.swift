import OfficialStatistics
package import ReportAnalysis
import ReportDisclosure
package import ReportModel
package import ReportVocabulary

/// A table being composed: columns that each know how to make their cell from a record.
///
/// Columns in which no record has anything are left out, so that a pack with less in it gives a table with less in it and
/// not one with blank columns; those to be filled in stay.
package struct TableSketch<Record> {
    package struct Column {
        package let header: TableColumn
        package let cell: (Record) -> Cell

        package init(_ header: TableColumn, cell: @escaping (Record) -> Cell) {
            self.header = header
            self.cell = cell
        }

        /// A column whose width is given in characters.
        package init(_ title: String, width: Int = 16, cell: @escaping (Record) -> Cell) {
            header = TableColumn(title, width: width)
            self.cell = cell
        }

        /// A column of words; absent ones leave the cell empty.
        package init(_ title: String, width: Int = 16, text: @escaping (Record) -> String?) {
            self.init(title, width: width) { Cell.text(text($0)) }
        }

        /// A column of numbers, dates or percentages.
        package init(number title: String, width: Int = 12, cell: @escaping (Record) -> Cell) {
            header = TableColumn(title, alignment: .trailing, width: width)
            self.cell = cell
        }
    }

    package let name: String
    package let title: String
    package let columns: [Column]
    /// Whether columns of words give way, so that a table of many columns is no wider than the page.
    package var isFitted: Bool
    /// The record that a row shows, so that links lead to it.
    package var record: (Record) -> GoldenThread.Node? = { _ in nil }

    package init(
        name: String, title: String, columns: [Column], isFitted: Bool = false,
        record: @escaping (Record) -> GoldenThread.Node? = { _ in nil }
    ) {
        self.name = name
        self.title = title
        self.columns = columns
        self.isFitted = isFitted
        self.record = record
    }

    package func table(of records: [Record], on page: PageExtent) -> Table {
        var rows = records.map { record in columns.map { $0.cell(record) } }
        let used = columns.indices.filter { index in
            columns[index].header.isEditable || rows.contains { $0[index].value != .empty }
        }
        var seen: Set<Anchor> = []
        let anchors = records.map { item in
            record(item).map(Anchor.init(of:)).flatMap { seen.insert($0).inserted ? $0 : nil }
        }
        // In place, so that a table of a million rows is not held twice.
        if used.count < columns.count {
            for row in rows.indices { rows[row] = used.map { rows[row][$0] } }
        }
        return Table(
            name: name, title: title, columns: widened(used.map { columns[$0].header }, upTo: page.charactersAcross),
            rows: rows, anchors: seen.isEmpty ? [] : anchors)
    }

    /// The columns that are left, those of words wider by the room of those that were left out.
    private func widened(_ left: [TableColumn], upTo width: Int) -> [TableColumn] {
        let total = min(columns.reduce(0) { $0 + $1.header.width }, width)
        let words = left.reduce(0) { $0 + ($1.alignment == .leading ? $1.width : 0) }
        let room = total - left.reduce(0) { $0 + $1.width }
        guard room > 0 || room < 0 && isFitted, words > 0 else { return left }
        // No more than twice as wide: long lines are hard to read. No less than half: nor are very short ones easy.
        let share = min(max(Double(words + room) / Double(words), 0.5), 2)
        return left.map { column in
            guard column.alignment == .leading else { return column }
            return TableColumn(
                column.title, width: Int(Double(column.width) * share), editing: column.editing)
        }
    }

    /// The table as a block, or nothing where there are no records.
    package func block(of records: [Record], on page: PageExtent) -> [Block] {
        records.isEmpty ? [] : [.table(table(of: records, on: page))]
    }
}

extension Cell {
    package static let empty = Cell(.empty)

    package static func text(_ text: String?, tone: Tone? = nil) -> Cell {
        guard let text, !text.isEmpty else { return .empty }
        return Cell(.text(text), tone: tone)
    }

    /// Words that lead to where a record is shown.
    package static func text(_ text: String?, to record: GoldenThread.Node?) -> Cell {
        guard let text, !text.isEmpty else { return .empty }
        return Cell(.text(text), link: record.map(SectionLink.init(to:)))
    }

    /// The cell leading to the row that shows a record in a certain section.
    package func leading(to section: SectionID, _ record: GoldenThread.Node) -> Cell {
        Cell(value, tone: tone, link: SectionLink(section: section, row: Anchor(of: record)))
    }

    package static func list(_ items: [String]) -> Cell { text(items.joined(separator: "; ")) }

    package static func count(_ number: Int?) -> Cell {
        number.map { Cell(.number(Double($0), decimals: 0)) } ?? .empty
    }

    package static func date(_ date: CalendarDate?) -> Cell { date.map { Cell(.date($0)) } ?? .empty }

    /// A day as a date; a month or year in words, since it is none.
    package static func date(_ date: PartialDate?) -> Cell {
        guard let date else { return .empty }
        return date.day == nil ? text(date.label) : Cell(.date(date.firstDay))
    }

    /// A number in the unit of its indicator.
    package static func number(_ value: Double, _ unit: MeasurementUnit, decimals: Int) -> Cell {
        unit == .percent ? Cell(.percentage(value, decimals: decimals)) : Cell(.number(value, decimals: decimals))
    }

    package static func outcome(_ outcome: Rating.Outcome) -> Cell { text(outcome.label, tone: outcome.tone) }
}

extension Rating.Outcome {
    package var tone: Tone {
        switch self {
        case .betterThanTolerance, .green: .positive
        case .amber: .caution
        case .red: .negative
        case .notRated: .neutral
        }
    }
}

extension BRAGStatus {
    package var tone: Tone {
        switch self {
        case .notStarted: .neutral
        case .onTrack: .positive
        case .atRisk: .caution
        case .offTrack: .negative
        case .complete, .embedded: .complete
        }
    }
}

extension Grade {
    package var tone: Tone {
        switch self {
        case .outstanding, .good: .positive
        case .requiresImprovement: .caution
        case .inadequate: .negative
        }
    }
}

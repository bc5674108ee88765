import FamilyServicesKit
import Testing

extension Publication {
    /// A table by its name.
    func table(_ name: String) throws -> Table {
        try #require(
            sections.flatMap(\.blocks).lazy.compactMap { block in
                if case .table(let table) = block, table.name == name { table } else { nil }
            }.first, "no table \(name)")
    }

    /// A chart by its name; absent where there is none.
    func chart(_ name: String) -> Chart? {
        sections.flatMap(\.blocks).lazy.compactMap { block in
            if case .chart(let chart) = block, chart.name == name { chart } else { nil }
        }.first
    }

    /// The items of the lists of a section.
    func items(of section: String) -> [String] {
        (sections.first { $0.id == SectionID(section) }?.blocks ?? []).flatMap { block in
            if case .list(let items) = block { items.map(\.text) } else { [] as [String] }
        }
    }
}

extension Table {
    /// The cells of a column.
    func column(_ title: String) throws -> [Cell] {
        let index = try #require(columns.firstIndex { $0.title == title }, "no column \(title)")
        return rows.map { $0[index] }
    }

    /// The words of a column; cells of other content are blank.
    func words(_ title: String) throws -> [String] {
        try column(title).map { cell in
            if case .text(let text) = cell.value { text } else { "" }
        }
    }

    /// The numbers of a column; cells of other content are absent.
    func numbers(_ title: String) throws -> [Double?] {
        try column(title).map { cell in
            switch cell.value {
            case .number(let number, _), .percentage(let number, _): number
            default: nil
            }
        }
    }
}

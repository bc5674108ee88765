import FamilyServicesKit
@testable import XLSXExport

/// A publication that is hard to write as a workbook, and what must become of it.
struct HostilePublication: Sendable {
    enum Outcome: Sendable, Equatable {
        case workbook
        /// An error with this code that names the sheet, and the cell where there is one.
        case refusal(XLSXExportError.Code, namesSheet: Bool = true, namesCell: Bool = false)
    }

    var name: String
    var outcome = Outcome.workbook
    var publication: Publication
    var options = XLSXExporter.Options()
    var limits = SheetLimits()
    /// Whether LibreOffice has the memory for it; it takes some 16 megabytes for every sheet.
    var isForLibreOffice = true

    /// Every one.
    static func all() throws -> [HostilePublication] {
        try names() + links() + tables() + headers() + figures() + texts() + places() + charts() + chartWords()
    }

    /// Their names, by which a failure says what it is about.
    static let everyName = (try? all().map(\.name)) ?? []

    // MARK: Building blocks

    static func section(
        _ id: SectionID, _ title: String, short: String? = nil, summary: String = "A summary.", _ blocks: [Block] = []
    ) -> PublicationSection {
        PublicationSection(
            id: id, title: title, shortTitle: short ?? title,
            role: id == "notes" ? .notes : id == "contents" ? .contents : .body,
            summary: summary, blocks: blocks)
    }

    static func publication(_ sections: [PublicationSection]) throws -> Publication {
        Publication(metadata: try Sample.metadata(isSynthetic: false), sections: sections)
    }

    /// A publication of one section.
    static func one(_ name: String, _ blocks: [Block], outcome: Outcome = .workbook) throws -> HostilePublication {
        HostilePublication(
            name: name, outcome: outcome, publication: try publication([section("content", "Content", blocks)]))
    }

    /// A publication of one table with these values below each other.
    static func column(_ name: String, _ values: [Cell.Value]) throws -> HostilePublication {
        try one(name, [.table(table(values.map { Cell($0) }))])
    }

    static func table(_ cells: [Cell], name: String = "values") -> Table {
        Table(
            name: name, title: "Values of \(name)", columns: [TableColumn("Name"), TableColumn("Value")],
            rows: cells.enumerated().map { [Cell(.text("Row \($0.offset + 1)")), $0.element] })
    }

    static func text(_ text: String) -> Cell { Cell(.text(text)) }
}

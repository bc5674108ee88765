import FamilyServicesKit

/// The blocks of a section in the three shapes that a sheet knows.
enum SheetContent {
    case text(SheetText)
    case table(SheetTable)
    case chart(Chart)

    /// The content of a section, with the sentences that the tables ask for left out.
    static func content(of section: PublicationSection) -> [SheetContent] {
        var content: [SheetContent] = []
        var numberOfFacts = 0
        // The title that a heading has already given to the next table.
        var announced = section.title.lowercased()
        for block in section.blocks {
            switch block {
            case .heading(_, let text):
                announced = text.lowercased()
                content.append(.text(SheetText(text, .heading)))
            case .paragraph(let text):
                content.append(.text(SheetText(text, .body)))
            case .list(let items):
                content += items.map { .text(SheetText($0.text, .item, link: $0.link)) }
            case .facts(let facts):
                guard !facts.isEmpty else { continue }
                numberOfFacts += 1
                content.append(.table(SheetTable(facts, section: section, number: numberOfFacts)))
            case .table(let table):
                if table.title.lowercased() != announced { content.append(.text(SheetText(table.title, .heading))) }
                announced = ""
                if table.rows.isEmpty {
                    content.append(.text(SheetText(PublicationWording.nothing(under: table.title), .body)))
                } else {
                    content.append(.table(SheetTable(table)))
                }
            case .chart(let chart):
                if chart.title.lowercased() != announced { content.append(.text(SheetText(chart.title, .heading))) }
                announced = ""
                content.append(.chart(chart))
            }
        }
        return content
    }
}

/// A text in column A.
struct SheetText {
    enum Role {
        case heading, body, strong, item
    }

    var text: String
    var role: Role
    var link: SectionLink?

    init(_ text: String, _ role: Role, link: SectionLink? = nil) {
        self.text = text
        self.role = role
        self.link = link
    }
}

/// A table as a sheet lays it out, made from a table or from labelled facts.
struct SheetTable: Sendable {
    var name: String
    var title: String
    var columns: [Column]
    var rows: [[Cell]] = []
    var anchors: [Anchor?] = []
    var facts: [Fact] = []

    struct Column: Sendable {
        var title: String
        var isTrailing: Bool
        /// The width that was asked for, in digits.
        var width: Double
        var editing: TableColumn.Editing?
    }

    init(_ table: Table) {
        name = table.name
        title = table.title
        columns = table.columns.map {
            Column(
                title: $0.title, isTrailing: $0.alignment == .trailing, width: Double(max($0.width, 1)),
                editing: $0.editing)
        }
        rows = table.rows
        anchors = table.anchors
    }

    init(_ facts: [Fact], section: PublicationSection, number: Int) {
        name = section.id.text.split(separator: "-").joined(separator: "_") + "_facts"
        title = "Facts"
        columns = [
            Column(title: "Item", isTrailing: false, width: 30), Column(title: "Detail", isTrailing: false, width: 84),
        ]
        self.facts = facts
    }

    var rowCount: Int { facts.isEmpty ? rows.count : facts.count }

    /// What links call a row.
    func anchor(ofRow row: Int) -> Anchor? { anchors.indices.contains(row) ? anchors[row] : nil }

    /// A cell as the layout needs it.
    struct Entry {
        enum Kind: Hashable, Sendable {
            case text, empty, missing
            case number(decimals: Int)
            case percentage(decimals: Int)
            case date
        }

        var kind: Kind
        /// The words or the shorthand; empty for numbers and dates.
        var text: String
        var number = 0.0
        var tone: Tone?
        var link: SectionLink?
        /// A small picture, which is drawn on the left of the figure.
        var trend: Trend?
        /// Whether it names the rows below it.
        var isHeading = false
    }

    /// What is in a cell.
    func entry(row: Int, column: Int) -> Entry {
        guard facts.isEmpty else {
            let fact = facts[row]
            let text = column == 0 ? fact.label : fact.value
            return Entry(kind: text.isEmpty ? .empty : .text, text: text)
        }
        let cell = rows[row][column]
        var entry =
            switch cell.value {
            case .text(let text): Entry(kind: text.isEmpty ? .empty : .text, text: text)
            case .empty: Entry(kind: .empty, text: "")
            case .missing(let reason): Entry(kind: .missing, text: reason.shorthand)
            case .number(let value, let decimals): CellNumber.number(value, decimals: decimals)
            case .percentage(let value, let decimals): CellNumber.percentage(value, decimals: decimals)
            case .date(let date): CellNumber.date(date)
            }
        entry.tone = cell.tone
        entry.link = cell.link
        entry.trend = cell.trend
        entry.isHeading = cell.isHeading
        return entry
    }
}

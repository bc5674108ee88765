import FamilyServicesKit

/// Publications for the tests.
enum Sample {
    static func metadata(title: String = "Children’s services report", isSynthetic: Bool = false) throws
        -> PublicationMetadata
    {
        PublicationMetadata(
            title: title, organisation: "Sample Borough Council", committee: "Scrutiny Committee",
            author: "Head of Performance", date: try CalendarDate(year: 2026, month: 2, day: 3),
            period: "December 2025", audience: .everyone, language: "en-GB",
            keywords: ["children’s services", "performance"], isSynthetic: isSynthetic,
            generator: "FamilyServicesKit 1.0.0")
    }

    static func section(
        _ id: SectionID, _ title: String, summary: String = "", _ blocks: [Block]
    ) -> PublicationSection {
        PublicationSection(
            id: id, title: title, shortTitle: String(title.prefix(31)),
            role: id == "notes" ? .notes : id == "contents" ? .contents : .body,
            summary: summary, blocks: blocks)
    }

    /// One section with the given blocks.
    static func publication(_ blocks: [Block]) throws -> Publication {
        Publication(metadata: try metadata(), sections: [section("sample", "Sample", blocks)])
    }

    /// One section with one cell under the header "Value".
    static func publication(cell: Cell) throws -> Publication {
        try publication([
            .table(
                Table(
                    name: "sample", title: "Sample", columns: [TableColumn("Value", alignment: .trailing)],
                    rows: [[cell]]))
        ])
    }

    /// A small report with everything that a report can have.
    static func report(isSynthetic: Bool = true, rows: Int = 40) throws -> Publication {
        let titles: [(SectionID, String)] = [
            ("summary", "Summary"), ("dashboard", "Indicator dashboard"), ("again", "Summary"),
            ("plan", "Plan & actions"),
            ("notes", "Notes"),
        ]
        let dashboard = (0..<rows).map { dashboardRow($0) }
        let due = try CalendarDate(year: 2017, month: 11, day: 14)
        return Publication(
            metadata: try metadata(isSynthetic: isSynthetic),
            sections: [
                section(
                    "cover", "Children’s services report", summary: "The report of December 2025.",
                    [.facts([Fact("Council", "Sample Borough Council"), Fact("Contact", "team@sample.example")])]),
                section(
                    "contents", "Contents", [.list(titles.map { ListItem($0.1, link: SectionLink(section: $0.0)) })]),
                section(
                    "summary", "Summary", summary: "What matters.",
                    [
                        .heading(level: 2, text: "Summary"), .paragraph("One line.\nAnother.\n\nA second paragraph."),
                        .heading(level: 4, text: "Deeper"),
                        .list([ListItem("First"), ListItem("Second\nwith a line")]),
                    ]),
                section(
                    "dashboard", "Indicator dashboard",
                    [
                        .table(
                            Table(
                                name: "dashboard", title: "Indicator dashboard",
                                columns: [
                                    TableColumn("Measure"), TableColumn("Value", alignment: .trailing),
                                    TableColumn("Children", alignment: .trailing), TableColumn("Direction"),
                                ], rows: dashboard))
                    ]),
                section("again", "Summary", [.paragraph("Once more.")]),
                section(
                    "plan", "Plan & actions",
                    [
                        .table(
                            Table(
                                name: "plan", title: "Actions",
                                columns: [TableColumn("Action"), TableColumn("Due", alignment: .trailing)],
                                rows: [[Cell(.text("Recruit two people\nby summer")), Cell(.date(due))]])),
                        .table(Table(name: "none", title: "Late", columns: [TableColumn("Action")], rows: [])),
                    ]),
                section("notes", "Notes", [.list([ListItem("[note 1] Counted once.")])]),
            ])
    }

    private static func dashboardRow(_ index: Int) -> [Cell] {
        let measure = index == 0 ? "Re-referrals [note 1]" : "Measure \(index)" + (index == 1 ? " [note 2]" : "")
        let share: Cell.Value = .percentage(57.25 + Double(index), decimals: 1)
        let count: Cell.Value = .number(Double(index * 1_537), decimals: 0)
        return [
            Cell(.text(measure), link: SectionLink(section: "plan")),
            Cell(index % 7 == 3 ? .missing(.suppressed) : share),
            Cell(index % 5 == 4 ? .empty : count),
            Cell(.text("▲ Up, improving"), tone: .positive),
        ]
    }
}

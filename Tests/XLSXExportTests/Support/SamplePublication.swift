import FamilyServicesKit

/// Publications for the tests.
enum Sample {
    static func metadata(title: String = "Children’s services performance report", isSynthetic: Bool = true) throws
        -> PublicationMetadata
    {
        PublicationMetadata(
            title: title, organisation: "Sample Borough Council", committee: "Children’s Services Scrutiny Committee",
            author: "Head of Performance", date: try CalendarDate(year: 2026, month: 2, day: 3),
            period: "December 2025",
            audience: .everyone, language: "en-GB", keywords: ["children’s services", "performance"],
            isSynthetic: isSynthetic, generator: "FamilyServicesKit 1.0.0")
    }

    /// One section with one table.
    static func publication(
        columns: [TableColumn], rows: [[Cell]], name: String = "sample", title: String = "Sample table",
        section: String = "Sample", isSynthetic: Bool = false
    ) throws -> Publication {
        let table = Table(name: name, title: title, columns: columns, rows: rows)
        return Publication(
            metadata: try metadata(isSynthetic: isSynthetic),
            sections: [
                PublicationSection(
                    id: "sample", title: "A section", shortTitle: section, summary: "A section with a table.",
                    blocks: [.table(table)])
            ])
    }

    /// One section with one cell under the header "Value".
    static func publication(cell: Cell) throws -> Publication {
        try publication(columns: [TableColumn("Name"), TableColumn("Value")], rows: [[Cell(.text("Row")), cell]])
    }

    /// A report as a committee would get it.
    static func report(isSynthetic: Bool = true) throws -> Publication {
        let links: [(SectionID, String)] = [
            ("summary", "Summary for the committee"), ("dashboard", "Indicator dashboard"),
            ("plan", "Improvement plan tracker"), ("findings", "Inspection findings"),
            ("notes", "Notes and definitions"),
        ]
        return Publication(
            metadata: try metadata(isSynthetic: isSynthetic),
            sections: [
                PublicationSection(
                    id: "cover", title: "Children’s services performance report, December 2025", shortTitle: "Cover",
                    role: .cover,
                    summary: "Performance, improvement plan and inspection findings for the scrutiny committee.",
                    blocks: [
                        .facts([
                            Fact("Council", "Sample Borough Council"),
                            Fact("Committee", "Children’s Services Scrutiny Committee"),
                            Fact("Date of report", "3 February 2026"), Fact("Reporting period", "December 2025"),
                            Fact("Presented by", "Head of Performance"),
                            Fact("Contact", "performance@sample-borough.example"),
                            Fact(
                                "Access",
                                "This is the version for the public. Small numbers are withheld so that no child can be "
                                    + "identified, and one appendix is exempt under paragraph 2 of Part 1 of Schedule 12A to "
                                    + "the Local Government Act 1972."),
                        ])
                    ]),
                PublicationSection(
                    id: "contents", title: "Contents", shortTitle: "Contents", role: .contents,
                    summary: "The sheets of this workbook in reading order.",
                    blocks: [.list(links.map { ListItem($0.1, link: SectionLink(section: $0.0)) })]),
                PublicationSection(
                    id: "summary", title: "Summary for the committee", shortTitle: "Summary",
                    summary: "What we are worried about, what is working well and what changed since the last report.",
                    blocks: [
                        .heading(level: 2, text: "What we are worried about"),
                        .list([
                            ListItem(
                                "Assessments completed within 45 working days fell for the third month to 71.3 per cent; the "
                                    + "target is 85 per cent and neighbouring councils are at 82.0 per cent."),
                            ListItem("Four actions of the improvement plan are overdue."),
                        ]),
                        .heading(level: 2, text: "What is working well"),
                        .paragraph(
                            "Fewer children waited more than ten days for a first visit. Caseloads of social workers are down "
                                + "to 15.2 on average, which is inside the range of 12 to 16 that the plan asks for. The share "
                                + "of audits graded good or outstanding has risen in every quarter since the last inspection, "
                                + "and moderation agrees with the auditors in nine cases of ten."),
                        .heading(level: 2, text: "What changed since last time"),
                        .paragraph("Two indicators moved from red to amber.\nOne indicator moved from green to amber."),
                    ]),
                try dashboard(rows: 76),
                PublicationSection(
                    id: "plan", title: "Improvement plan tracker", shortTitle: "Plan",
                    summary: "Every action of the improvement plan with its owner, its date and its status.",
                    blocks: [.table(try planTable())]),
                PublicationSection(
                    id: "findings", title: "Inspection findings", shortTitle: "Findings",
                    summary: "Each finding of the last inspection with what was done about it.",
                    blocks: [.table(findingsTable())]),
                PublicationSection(
                    id: "notes", title: "Notes and definitions", shortTitle: "Notes", role: .notes,
                    summary: "What the notes in the tables refer to, and how the figures are defined.",
                    blocks: [
                        .table(
                            Table(
                                name: "notes", title: "Notes",
                                columns: [TableColumn("Note", width: 10), TableColumn("Text", width: 90)],
                                rows: [
                                    [
                                        Cell(.text("Note 1")),
                                        Cell(
                                            .text(
                                                "Assessments are counted in the month in which they ended. An assessment that "
                                                    + "was reopened counts once, in the month of its last end.")),
                                    ]
                                ]))
                    ]),
            ])
    }

    static func dashboard(rows count: Int) throws -> PublicationSection {
        let names = [
            "Assessments completed within 45 working days", "Re-referrals within 12 months",
            "Children in need with an up-to-date plan", "Child protection conferences held within 15 working days",
            "Children looked after in stable placements for two years or more",
            "Care leavers aged 19 to 21 in suitable accommodation, including those in higher education out of term",
        ]
        let ratings: [(String, Tone)] = [
            ("On target", .positive), ("Within tolerance", .caution), ("Off target", .negative),
            ("Not rated", .neutral),
        ]
        let rows: [[Cell]] = (0..<count).map { index in
            let rating = ratings[index % 4]
            let value = Double((index * 37) % 1_000) / 10
            return [
                Cell(.text("\(names[index % names.count])\(index == 0 ? " [note 1]" : "")")),
                Cell(.text("December 2025")),
                index % 11 == 3 ? Cell(.missing(.suppressed)) : Cell(.percentage(value, decimals: 1)),
                index % 7 == 5 ? Cell(.missing(.notCollected)) : Cell(.percentage(85, decimals: 1)),
                Cell(.number(Double(index * 1_537), decimals: 0)),
                Cell(.text(rating.0), tone: rating.1),
                Cell(
                    .text(index % 2 == 0 ? "Up, improving" : "Down, worsening"),
                    tone: index % 2 == 0 ? .positive : .negative),
                index % 5 == 0
                    ? Cell(
                        .text("The rise follows the new duty desk, which opened in October and has kept up since then.")
                    )
                    : Cell(.empty),
            ]
        }
        return PublicationSection(
            id: "dashboard", title: "Indicator dashboard", shortTitle: "Dashboard",
            summary: "Every indicator of the report with its value, target, rating and direction of travel.",
            blocks: [
                .table(
                    Table(
                        name: "indicator_dashboard", title: "Indicator dashboard",
                        columns: [
                            TableColumn("Indicator", width: 44), TableColumn("Period", width: 16),
                            TableColumn("Value", alignment: .trailing, width: 10),
                            TableColumn("Target", alignment: .trailing, width: 10),
                            TableColumn("Children counted", alignment: .trailing, width: 12),
                            TableColumn("Rating", width: 16), TableColumn("Direction of travel", width: 18),
                            TableColumn("Commentary", width: 40),
                        ], rows: rows))
            ])
    }

    private static func planTable() throws -> Table {
        let statuses: [(String, Tone)] = [
            ("Complete and evidenced", .positive), ("Complete", .complete), ("At risk", .caution),
            ("Overdue", .negative),
        ]
        let rows: [[Cell]] = try (0..<14).map { index in
            let status = statuses[index % 4]
            return [
                Cell(.text("\(index / 4 + 1)a(\(["i", "ii", "iii", "iv"][index % 4]))")),
                Cell(
                    .text(
                        index % 3 == 0
                            ? "Review the threshold document with partners and publish it, with examples for schools, health "
                                + "visitors and the police, and train every front-line team in its use before the summer."
                            : "Recruit two practice educators."),
                    link: index == 1 ? SectionLink(section: "findings") : nil),
                Cell(.text("Head of Service, Assessment")),
                Cell(.date(try CalendarDate(year: 2026, month: index % 12 + 1, day: 28))),
                Cell(.text(status.0), tone: status.1),
            ]
        }
        return Table(
            name: "plan_tracker", title: "Improvement plan tracker",
            columns: [
                TableColumn("Reference", width: 10), TableColumn("Action", width: 60), TableColumn("Owner", width: 26),
                TableColumn("Due", alignment: .trailing, width: 12), TableColumn("Status", width: 22),
            ], rows: rows)
    }

    private static func findingsTable() -> Table {
        let text =
            "Children who need help do not always receive an assessment soon enough, because the service that takes first "
            + "contacts passes on too many that need no social worker. Managers know this and have begun to change how "
            + "contacts are read, but the change has not yet reached every team, and records do not show how decisions were "
            + "made. "
        return Table(
            name: "findings", title: "Inspection findings",
            columns: [
                TableColumn("Finding", width: 10), TableColumn("What inspectors found", width: 60),
                TableColumn("What we have done", width: 60), TableColumn("Progress", width: 16),
            ],
            rows: (1...6).map { index in
                [
                    Cell(.text("F\(index)")), Cell(.text(String(repeating: text, count: index % 3 + 1).trimmed)),
                    Cell(.text(text.trimmed)),
                    Cell(.text(index % 2 == 0 ? "On track" : "At risk"), tone: index % 2 == 0 ? .positive : .caution),
                ]
            })
    }
}

extension String {
    /// The text without spaces at its end.
    var trimmed: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}

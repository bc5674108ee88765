import FamilyServicesKit

extension Corpus {
    /// Documents with an unusual shape that keep the contract.
    static func structures() throws -> [CorpusDocument] {
        let columns = [TableColumn("Measure"), TableColumn("Value", alignment: .trailing)]
        let ending = ["A", "B", "C"]
        return [
            try document(
                "a table without rows", [.table(Table(name: "none", title: "None", columns: columns, rows: []))]),
            try document(
                "a table of one cell",
                [
                    .table(
                        Table(name: "one", title: "One", columns: [TableColumn("Only")], rows: [[Cell(.text("cell"))]]))
                ]),
            try document("nothing but a paragraph", [.paragraph("All is said.")]),
            try document(
                "short titles of 31 characters that differ in the last",
                sections: ending.map { letter in
                    PublicationSection(
                        id: "section-\(letter.lowercased())",
                        title: "A section with a long title, and that is \(letter)",
                        shortTitle: String(repeating: "x", count: 30) + letter, summary: "Section \(letter).",
                        blocks: [.table(table([.text("Value of \(letter)")], named: "values_\(letter)"))])
                }),
            try document(
                "sections with the same title",
                sections: ["first", "second"].map { id in
                    PublicationSection(
                        id: id, title: "Summary", shortTitle: "Summary \(id)", summary: "",
                        blocks: [.paragraph("Text of the \(id).")])
                }),
            try document(
                "links forwards and backwards",
                sections: [
                    section(
                        "first", "First",
                        [
                            .list([ListItem("To the second", link: SectionLink(section: "second"))]),
                            .table(linkTable("forwards", to: "second")),
                        ]),
                    section("second", "Second", [.table(linkTable("backwards", to: "first"))]),
                ]),
            try document(
                "links to rows, forwards and backwards",
                sections: [
                    section(
                        "actions", "Actions", [.table(rowTable("actions_table", "action", to: "findings", "finding"))]),
                    section(
                        "findings", "Findings", [.table(rowTable("findings_table", "finding", to: "actions", "action"))]
                    ),
                ]),
            try document(
                "60 sections",
                sections: (1...60).map {
                    section(
                        "section-\($0)", "Section \($0)",
                        [.table(table([.number(Double($0), decimals: 0)], named: "table_\($0)"))])
                }),
            try document(
                "300 columns",
                [
                    .table(
                        Table(
                            name: "wide", title: "Wide", columns: (1...300).map { TableColumn("Column \($0)") },
                            rows: (1...3).map { row in (1...300).map { Cell(.number(Double(row * $0), decimals: 0)) } })
                    )
                ]),
            try document("1,000 rows", [.table(longTable(rows: 1_000))]),
            try document(
                "deep headings",
                [
                    .heading(level: 2, text: "Two"), .heading(level: 6, text: "Six"), .heading(level: 9, text: "Nine"),
                    .heading(level: 3, text: "Three"), .paragraph("Text."),
                ]),
        ]
    }

    private static func linkTable(_ name: String, to section: SectionID) -> Table {
        Table(
            name: name, title: name, columns: [TableColumn("Where to")],
            rows: [[Cell(.text("There"), link: SectionLink(section: section))], [Cell(.text("Nowhere"))]])
    }

    /// Two rows with anchors, each with a link to the row of the same number elsewhere.
    private static func rowTable(_ name: String, _ kind: String, to section: SectionID, _ other: String) -> Table {
        Table(
            name: name, title: name, columns: [TableColumn("Name"), TableColumn("Answers")],
            rows: (1...2).map { number in
                [
                    Cell(.text("\(kind) \(number)")),
                    Cell(.text("\(other) \(number)"), link: SectionLink(section: section, row: "\(other)-\(number)")),
                ]
            }, anchors: (1...2).map { "\(kind)-\($0)" })
    }

    /// Documents that no publication of the kit is like.
    static func beyondContract() throws -> [CorpusDocument] {
        let word = confidentialWord
        let columns = [TableColumn("Measure"), TableColumn("Value")]
        func rows(_ counts: [Int]) -> [[Cell]] {
            counts.map { count in (0..<count).map { Cell(.text("\(word) \($0)")) } }
        }
        func broken(_ name: String, columns: [TableColumn], rows: [[Cell]], table: String = "broken") throws
            -> CorpusDocument
        {
            try document(
                name, as: .survive,
                [
                    .table(Table(name: table, title: "Broken", columns: columns, rows: rows))
                ])
        }
        func figure(_ name: String, _ value: Cell.Value) throws -> CorpusDocument {
            try broken(name, columns: columns, rows: [[Cell(.text(word)), Cell(value)]])
        }
        let words: [Block] = [.paragraph(word)]
        let twice = section("twice", "Twice", words)
        return [
            try document("no sections", as: .survive, sections: []),
            try document("a section without blocks", as: .survive, []),
            try broken("a table without columns", columns: [], rows: rows([0])),
            try broken("a row with a cell too few", columns: columns, rows: rows([2, 1])),
            try broken("a row with a cell too many", columns: columns, rows: rows([2, 3])),
            try broken("columns with the same title", columns: [columns[0], columns[0]], rows: rows([2])),
            try broken("a column without a title", columns: [columns[0], TableColumn("")], rows: rows([2])),
            try broken("a column title of two lines", columns: [columns[0], TableColumn("a\nb")], rows: rows([2])),
            try broken("a table without a name", columns: columns, rows: rows([2]), table: ""),
            try broken("a table name with spaces", columns: columns, rows: rows([2]), table: "1 table: /\\ [x]"),
            try document(
                "two tables with the same name", as: .survive,
                [
                    .table(Table(name: "same", title: "One", columns: columns, rows: rows([2]))),
                    .table(Table(name: "same", title: "Two", columns: columns, rows: rows([2]))),
                ]),
            try figure("a number that is not a number", .number(.nan, decimals: 1)),
            try figure("an infinite number", .number(.infinity, decimals: 0)),
            try figure("an infinite percentage", .percentage(-.infinity, decimals: 1)),
            try broken(
                "columns of no width, less than none and more than any",
                columns: [0, -7, .max, .max].map {
                    TableColumn("Width \($0)", width: $0)
                }.enumerated().map { TableColumn("\($0.offset)", width: $0.element.width) }, rows: rows([4])),
            try figure("-1 decimals", .number(1.5, decimals: -1)),
            try figure("400 decimals", .number(1.5, decimals: 400)),
            try figure("Int.max decimals", .percentage(1.5, decimals: .max)),
            try document(
                "a link that leads nowhere", as: .survive,
                [
                    .list([ListItem(word, link: SectionLink(section: "absent"))]),
                    .table(linkTable("nowhere", to: "absent")),
                ]),
            try document(
                "links to rows that are not there, and anchors too few and twice the same", as: .survive,
                [
                    .table(
                        Table(
                            name: "rows", title: "Rows", columns: columns,
                            rows: (0..<4).map { row in
                                [
                                    Cell(.text(word), link: SectionLink(section: "content", row: "absent-\(row)")),
                                    Cell(.text(word), link: SectionLink(section: "content", row: "same")),
                                ]
                            }, anchors: ["same", nil, "same"]))
                ]),
            try document("two sections with the same identifier", as: .survive, sections: [twice, twice]),
            try document(
                "a short title of 60 characters", as: .survive,
                sections: [
                    PublicationSection(
                        id: "a", title: "A", shortTitle: String(repeating: "long ", count: 12), summary: "",
                        blocks: words)
                ]),
            try document(
                "a short title that no sheet can have", as: .survive,
                sections: [
                    PublicationSection(id: "a", title: "A", shortTitle: "'a/b\\c[d]*?:'", summary: "", blocks: words),
                    PublicationSection(id: "b", title: "B", shortTitle: "", summary: "", blocks: words),
                ]),
            try document(
                "headings of level 0, -5 and Int.max", as: .survive,
                [
                    .heading(level: 0, text: word), .heading(level: -5, text: word), .heading(level: .max, text: word),
                ]),
            try document(
                "a chart with points too many and too few", as: .survive,
                [
                    .chart(
                        Chart(
                            name: "broken", title: "Broken", alternativeText: "", form: .lines, labelTitle: "Period",
                            valueTitle: "Number", isPercentage: false, decimals: 0, labels: ["a", "b"],
                            series: [
                                Chart.Series("One", role: .measure, points: [Chart.Point(1)]),
                                Chart.Series("Two", role: .target, points: [1, 2, 3].map { Chart.Point($0) }),
                                Chart.Series(
                                    "Not finite", role: .average, points: [.nan, .infinity].map { Chart.Point($0) }),
                            ]))
                ]),
            try document(
                "a chart of nothing", as: .survive,
                [
                    .chart(
                        Chart(
                            name: "nothing", title: "", alternativeText: "", form: .stackedBars, labelTitle: "",
                            valueTitle: "", isPercentage: true, decimals: 1, labels: [], series: []))
                ]),
        ]
    }
}

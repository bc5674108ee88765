import FamilyServicesKit
@testable import XLSXExport

extension HostilePublication {
    /// Names of sheets, by what makes them hard.
    private static let titles: [(name: String, titles: [String])] = [
        (
            "sheets with characters that Excel forbids",
            [
                "a/b\\c[d]*?:", "'quoted'", "''''", "[:]", "?*", "#1", "History", "HISTORY", "O'Neill's", "a#b!c$d",
                "*\u{FE0F}\u{20E3} keycap", "#\u{FE0F}\u{20E3}", "[\u{301}x]\u{301}", "'\u{301}x'\u{301}",
                "x'\u{301}",
                "a:\u{338}b", "!", "$A$1", "a,b;c", "\"double\"", "<b>&amp;", "%s%n", "-", "+1", "=A1", "@x",
            ]
        ),
        (
            "sheets with long names",
            [
                String(repeating: "🙂", count: 31), String(repeating: "🙂", count: 32),
                String(repeating: "a", count: 31),
                String(repeating: "a", count: 32), String(repeating: "👩‍👩‍👧‍👦", count: 9),
                String(repeating: "e\u{301}", count: 31), String(repeating: "漢", count: 31),
                String(repeating: "'", count: 20) + "x" + String(repeating: "'", count: 29) + "y",
                String(repeating: "x", count: 29) + " 'y", String(repeating: "z ", count: 40),
            ]
        ),
        (
            "sheets whose names differ by case, accents or width alone",
            [
                "Plan", "PLAN", "plan", "é", "e\u{301}", "É", "Straße", "STRASSE", "Strasse", "Strafe", "Straſe",
                "STRASE", "\u{212A}elvin", "kelvin", "İstanbul", "istanbul", "ısparta", "Isparta", "ΣΑΣ", "σας",
                "σασ", "Plan\u{200B}",
                "Ｐｌａｎ", "ﬁn", "fin", "ǆ", "ǅ", "Ǆ",
            ]
        ),
        (
            "sheets with names like references and values",
            [
                "A1", "a1", "R1C1", "RC", "R", "C", "2017", "2017-18", "TRUE", "1.5", "Q1", "XFD1048576", ".a",
                "a.b", "_a",
                "_x0041_", "x_x0041_", "1ª", "Äpfel", "ABCD1", "LOG10", "E1", "1E5", "Sheet1", "#REF!", "null",
            ]
        ),
        (
            "sheets with names of nothing",
            [
                "", " ", "\n", "\t \r\n", "\u{200B}", "\u{FEFF}", "\u{2028}", "\u{A0}", "''", "[]", ":", "\u{AD}",
                "\u{0}",
            ]
        ),
        (
            "sheets with control characters and characters of no meaning",
            [
                "a\u{0}b", "a\u{1}b", "a\u{1B}[31m", "a\u{7F}", "a\u{85}b", "a\u{FFFE}", "a\u{FFFF}", "a\u{1FFFE}",
                "a\u{10FFFF}", "a\u{E000}", "a\u{D}\u{A}b", "a\u{B}b",
            ]
        ),
        (
            "sheets with names from right to left, and of marks",
            [
                "שלום עולם", "مرحبا بالعالم", "\u{202E}reversed\u{202C}", "\u{2066}isolated\u{2069}",
                "a" + String(repeating: "\u{301}", count: 40), "\u{301}", "نَصّ", "\u{200F}", "हिन्दी", "ไทย", "한국어",
            ]
        ),
    ]

    /// Names of sheets.
    static func names() throws -> [HostilePublication] {
        try titles.map { name, titles in try linked(name, titles) } + otherNames()
    }

    /// A section of each name, with a table that leads to the next.
    private static func linked(_ name: String, _ titles: [String]) throws -> HostilePublication {
        let sections = titles.enumerated().map { index, title in
            let next = SectionLink(section: "s\((index + 1) % titles.count)")
            let cells = [Cell(.text("Next"), link: next)]
            return section("s\(index)", "Section \(index)", short: title, [.table(table(cells, name: "t\(index)"))])
        }
        return HostilePublication(name: name, publication: try publication(sections))
    }

    /// A section that is called as a sheet of the exporter's own, and has reason for one.
    private static func ownName(_ id: String) -> PublicationSection {
        let names = ["Chart data", "Long texts", "Bar chart data"]
        let words = text(String(repeating: "word ", count: 7_000) + id)
        let blocks: [Block] = [
            .list([ListItem("To the notes", link: SectionLink(section: "notes"))]),
            .table(table([words], name: id.hasPrefix("c") ? "Chart_data_\(id.count)" : "long_\(id.count)")),
            .chart(SampleChart.lines("Chart_data", title: "A chart of \(id)")), .chart(SampleChart.bars("Long_texts")),
        ]
        return section(SectionID(id), "The section \(id)", short: names[id.count % 3], blocks)
    }

    private static func otherNames() throws -> [HostilePublication] {
        [
            HostilePublication(
                name: "120 sheets with the same name",
                publication: try publication(
                    (0..<120).map {
                        section("s\($0)", "The \($0)th section", short: "The same long name for all of them")
                    })),
            HostilePublication(
                name: "1,500 sections",
                publication: try publication(
                    (0..<1_500).map { section("s\($0)", "Section \($0)", [.paragraph("Text \($0).")]) }),
                isForLibreOffice: false),
            HostilePublication(
                name: "more sections than a file has room for", outcome: .refusal(.tooManySheets, namesSheet: false),
                publication: try publication((0..<66_000).map { section("s\($0)", "S\($0)", summary: "") })),
            HostilePublication(
                name: "sections with the names that the exporter uses",
                publication: try publication(
                    ["chart-data", "bar-chart-data", "long-texts", "contents", "notes", "chart-data-2"].map(ownName))),
            HostilePublication(
                name: "no sections", outcome: .refusal(.noSections, namesSheet: false), publication: try publication([])
            ),
            HostilePublication(
                name: "sections of nothing",
                publication: try publication([
                    section("a", "", summary: ""), section("b", " \n ", short: "", summary: " "), section("c", "C"),
                    section(
                        "d", "D",
                        [.paragraph(""), .list([]), .list([ListItem("")]), .heading(level: 2, text: ""), .facts([])]),
                    section("e", "E", [.facts([Fact("", "")]), .paragraph("\n\n\n"), .paragraph(" ")]),
                ])),
            HostilePublication(
                name: "sections with the same identifier",
                publication: try publication([
                    section("same", "First", [.list([ListItem("There", link: SectionLink(section: "same"))])]),
                    section("same", "Second", [.facts([Fact("a", "b")])]),
                    section("same", "First", [.facts([Fact("c", "d")])]),
                ])),
        ]
    }

    /// Links, to sheets that exist under another name, and to none.
    static func links() throws -> [HostilePublication] {
        let titles = [
            "O'Neill & Sons", "“Quotes”", "🙂", "שלום", "a#b", "Bang!", "A1", "'x",
            String(repeating: "long ", count: 20),
        ]
        let items = titles.indices.map { ListItem("To “\(titles[$0])”", link: SectionLink(section: "s\($0)")) }
        let values: [Cell.Value] = [
            .text("=1+1"), .number(1, decimals: 0), .percentage(5, decimals: 1), .missing(.suppressed), .empty,
            .text(""),
            .text(String(repeating: "🙂", count: 9_000)), .text("http://example.org/#x"), .text("internal:'Nowhere'!A1"),
        ]
        let rows = titles.indices.map { index in
            let link = SectionLink(section: "s\(index)")
            return [Cell(values[index], link: link), Cell(.text("mailto:x@example.org"), link: link)]
        }
        let columns = [TableColumn("Link"), TableColumn("More")]
        let all = titles.indices.map { index in
            let table = Table(name: "links", title: "Links", columns: columns, rows: rows)
            return section("s\(index)", titles[index], [.list(items), .table(table)])
        }
        let nowhere = SectionLink(section: "nowhere")
        var limited = HostilePublication(
            name: "more links than a sheet takes",
            publication: try publication([
                section("a", "A", [.list((1...30).map { ListItem("Link \($0)", link: SectionLink(section: "a")) })])
            ]))
        limited.limits.links = 20
        return [
            HostilePublication(name: "links to sheets with odd names", publication: try publication(all)), limited,
            try one(
                "a link to nowhere in a list", [.list([ListItem("x"), ListItem("There", link: nowhere)])],
                outcome: .refusal(.brokenLink, namesCell: true)),
            try one(
                "a link to nowhere in a table", [.table(table([Cell(.text("There"), link: nowhere)]))],
                outcome: .refusal(.brokenLink, namesCell: true)),
        ]
    }
}

import FamilyServicesKit
@testable import XLSXExport

extension HostilePublication {
    /// Shapes and names of tables.
    static func tables() throws -> [HostilePublication] {
        let odd = [
            "A1", "a1", "XFD1048576", "XFE1", "FY2018", "R1C1", "r", "C", "RC", "R10", "RC10", "TRUE", "false",
            "_xlnm.Print_Area",
            "_xlnm_x", "", " ", "two words", "1st", "a-b", "a.b", "a_b", "A_B", "Ⅷ", "ⓐ", "\u{345}", "a\u{301}", "हिन्दी",
            "𝔘𝔫𝔦", "🙂",
            "漢字", "שלום", String(repeating: "n", count: 300), String(repeating: "漢", count: 300), "Print_Titles",
            "\u{1}",
            "a\u{FFFE}", "_x0041_", "Table1", "ª", "٣", "a٣", "ﬀ", "ß", "SS", "\\x", "?x",
        ]
        let columns = [TableColumn("Name"), TableColumn("Value")]
        func shape(_ name: String, _ rows: [[Cell]], _ outcome: Outcome, columns: [TableColumn] = columns) throws
            -> HostilePublication
        {
            try one(
                name, [.table(Table(name: "t", title: "T", columns: columns, rows: rows))], outcome: outcome)
        }
        let row = [text("a"), text("b")]
        func wide(_ count: Int) -> [TableColumn] { (1...count).map { TableColumn("Column \($0)") } }
        var parts = HostilePublication(
            name: "a section in parts with links, charts and several tables",
            publication: try publication([
                section("contents", "Contents", [.list([ListItem("Data", link: SectionLink(section: "data"))])]),
                section(
                    "data", "'Data' in parts",
                    [
                        .paragraph("Before."), .table(table([text("one"), text("two")], name: "small")),
                        .chart(SampleChart.lines("c", count: 60)), .paragraph("After."), .chart(SampleChart.bars()),
                        .list((1...30).map { ListItem("Item \($0)", link: SectionLink(section: "contents")) }),
                    ]),
            ]))
        parts.limits = SheetLimits(rows: 35, links: 12, chartPoints: 50, chartSeries: 255)
        return [
            try one("tables with names that Excel forbids", odd.map { .table(table([text("x")], name: $0)) }),
            try one(
                "300 tables of one name on a sheet", (0..<300).map { _ in .table(table([text("x")], name: "same")) }),
            try one(
                "tables without rows, and with rows of nothing",
                [
                    .table(Table(name: "a", title: "None", columns: columns, rows: [])),
                    .table(Table(name: "b", title: "No columns either", columns: [], rows: [])),
                    .table(
                        Table(name: "c", title: "Nothing", columns: columns, rows: [[Cell(.empty), Cell(.text(""))]])),
                    .table(Table(name: "", title: "", columns: [TableColumn("x")], rows: [[Cell(.empty)]])),
                ]),
            try shape("a table without columns", [[]], .refusal(.raggedTable), columns: []),
            try shape("a row with a cell too few", [row, [text("a")]], .refusal(.raggedTable)),
            try shape("a row with a cell too many", [row, row + row], .refusal(.raggedTable)),
            try shape("16,384 columns", [wide(16_384).map { text($0.title) }], .workbook, columns: wide(16_384)),
            try shape(
                "16,385 columns", [wide(16_385).map { text($0.title) }], .refusal(.tooManyColumns),
                columns: wide(16_385)),
            try shape(
                "columns of every width", [(0..<6).map { text("Cell \($0)") }], .workbook,
                columns: [Int.min, -1, 0, 1, 10_000, .max].enumerated().map {
                    TableColumn("Column \($0.offset)", alignment: .trailing, width: $0.element)
                }),
            HostilePublication(
                name: "facts whose tables have one name",
                publication: try publication([
                    section("a-b", "One", [.facts([Fact("a", "b")]), .facts([Fact("c", "d")])]),
                    section("a_b", "Two", [.facts((1...300).map { Fact("Label \($0 % 3)", "=Value \($0)") })]),
                    section(
                        "A-B", "Three",
                        [.facts([Fact("", "x"), Fact("x", "")]), .table(table([text("x")], name: "a_b_facts"))]),
                ])), parts,
        ]
    }

    /// Headers of tables.
    static func headers() throws -> [HostilePublication] {
        func headers(_ name: String, _ titles: [String], isLegal: Bool = false) throws -> HostilePublication {
            try one(
                name,
                [
                    .table(
                        Table(
                            name: "t", title: "T", columns: titles.map { TableColumn($0) },
                            rows: [titles.indices.map { Cell(.number(Double($0), decimals: 0)) }]))
                ], outcome: isLegal ? .workbook : .refusal(.invalidHeader, namesCell: true))
        }
        let long = String(repeating: "h", count: 255)
        return [
            try headers(
                "headers that mean something elsewhere",
                [
                    "_x0041_", "=1+1", "2017", "007", " leading", "trailing ", "tab\there", "two\nlines",
                    "<b>&amp;\"'</b>", "a\u{FFFE}",
                    "a\u{1}b", "#REF!", "TRUE", "[c]", "[Column1]", "@this", "a'b", "#", "Column1", "1e5", "e\u{301}",
                    "שלום", "\u{202E}x",
                    "🙂", "-", "_", "[note 1]", "a,b", "]]>", "&", "<\u{338}", "&\u{301}",
                ], isLegal: true),
            try headers(
                "headers of 255 units", [long, String(repeating: "🙂", count: 127), String(repeating: "漢", count: 255)],
                isLegal: true),
            try headers("a header of 256 units", ["a", long + "h"]),
            try headers("a header of 128 emoji", ["a", String(repeating: "🙂", count: 128)]),
            try headers(
                "a header that is too long once it is escaped", ["a", String(repeating: "_x0041_", count: 20)]),
            try headers("headers that are the same", ["Name", "Name"]),
            try headers("headers that differ by case", ["Name", "NAME"]),
            try headers("headers that differ in how an accent is composed", ["é", "e\u{301}"]),
            try headers("headers that are the same on one line", ["a\nb", "a b"]),
            try headers("a header of nothing", ["a", ""]),
            try headers("a header of spaces", ["a", " \t\n "]),
        ]
    }
}

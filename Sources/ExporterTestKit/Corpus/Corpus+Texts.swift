import FamilyServicesKit

extension Corpus {
    /// Words that act as something else in one format or another.
    private static let markup = [
        "a|b", "a||b", "|", "\\|", "first\nsecond", "first\rsecond", "first\r\nsecond", "\n", "a\n\nb", "tab\there",
        "\t", "“typographic”", "\"straight\"", "'single'", "a\"\"b", "a,b;c", "  spaces at both ends  ", " ", "",
        "=1+1", "=HYPERLINK(\"https://example.org\",\"x\")", "+44 20 7946 0000", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0",
        "\t=1+1", "\n=1+1", "#REF!", "TRUE", "007", "1e5", "2026-07-14", "1/2", "12:30", "NULL", "[c]", "[x]", "…",
        "n/a",
        "*bold* _italic_ `code` ~~gone~~", "# heading", "- item", "1. item", "> quote", "---", "```", "<b>bold</b>",
        "<script>alert(1)</script>", "<!-- comment -->", "&amp; &lt; &#38; &copy", "]]>", "[link](https://example.org)",
        "https://example.org", "www.example.org", "team@exampleton.example", "![image](x.png)", "[^1]", ":smile:",
        "$x^2$",
        "{{ template }}", "${variable}", "%s %d %n %@", "\\n \\u0000 \\",
        // With the accent after them these are one character to Swift, and two to everyone else.
        "\"\u{301}quoted\"\u{301}", "a|\u{301}b", "a,\u{301}b", "<\u{338}b>", "=\u{338}1", "C:\\temp",
        "../../etc/passwd", "_x0041_",
        "&#x0;",
    ]

    /// Words in scripts, and with characters, that few formats are tested with.
    private static let scripts = [
        "Ünïcödé", "e\u{301} and é", "a\u{300}\u{301}\u{302}\u{303}\u{304}", "שלום עולם", "مرحبا بالعالم", "नमस्ते दुनिया",
        "你好，世界", "한국어", "👩‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "🇬🇧", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "\u{10FFFD}", "\u{E000}",
    ]

    /// Characters that nobody sees, or that hide others.
    private static let invisible = [
        "left\u{200E}right\u{200F}", "\u{202E}reversed\u{202C}", "\u{2066}isolated\u{2069}", "zero\u{200B}width",
        "non\u{200C}joiner", "soft\u{AD}hyphen", "\u{FEFF}marked", "no\u{A0}break", "line\u{2028}separator",
        "paragraph\u{2029}separator", "not a character \u{FFFE}", "not a character \u{FFFF}", "plane \u{1FFFE}",
        "replacement \u{FFFD}", "tag \u{E0041}\u{E007F}", "ends in a joiner\u{200D}",
    ]

    /// Every control character, by itself and between letters.
    private static var controls: [String] {
        (Array(0..<0x20) + Array(0x7F..<0xA0) as [UInt8]).flatMap { code -> [String] in
            let scalar = String(UnicodeScalar(code))
            return [scalar, "a" + scalar + "b"]
        }
    }

    /// Words that are hard to write, by what makes them so.
    static var textGroups: [(name: String, texts: [String])] {
        [
            ("words that act as markup", markup), ("scripts of the world", scripts),
            ("invisible characters", invisible), ("control characters", controls),
        ]
    }

    /// Documents whose words are hard to write.
    static func texts() throws -> [CorpusDocument] {
        try textGroups.flatMap { name, texts in
            [
                try document("\(name) in cells", [.table(table(texts.map { .text($0) }))]),
                try document("\(name) everywhere", sections: everywhere(texts)),
            ]
        } + [
            // The most that a cell of a workbook holds, in UTF-16 code units.
            try document("a text of 32,767 characters", [.table(table([.text(long(32_767))]))]),
            try document(
                "a text of 32,767 characters with line breaks and emoji", [.table(table([.text(lines(32_767))]))]),
            try document("a cell of 100,000 characters", as: .writeOrRefuse, [.table(table([.text(long(100_000))]))]),
            try document("a paragraph of 100,000 characters", as: .writeOrRefuse, [.paragraph(long(100_000))]),
            try document("one word of 5,000 characters", [.paragraph(String(repeating: "x", count: 5_000))]),
        ]
    }

    /// The texts in every place that takes any words; titles of columns take those on one line.
    private static func everywhere(_ texts: [String]) -> [PublicationSection] {
        let columns = texts.filter {
            !isBlank($0) && !$0.unicodeScalars.contains { $0.properties.isWhitespace && $0 != " " }
        }
        .prefix(40)
        return texts.enumerated().map { index, text in
            PublicationSection(
                id: "section-\(index + 1)", title: "Section \(index + 1): \(text)", shortTitle: "Section \(index + 1)",
                summary: text,
                blocks: [
                    .heading(level: 2, text: text), .paragraph(text), .list([ListItem(text)]),
                    .facts([Fact(text, text)]),
                ])
        } + [
            section(
                "columns", "Columns",
                [
                    .table(
                        Table(
                            name: "columns", title: texts.first ?? "Columns",
                            columns: columns.enumerated().map { TableColumn("\($0.offset + 1). \($0.element)") },
                            rows: [columns.map { _ in Cell(.number(1, decimals: 0)) }]))
                ])
        ]
    }

    private static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.properties.generalCategory == .control }
    }

    /// Words of a length, in UTF-16 code units.
    private static func long(_ length: Int) -> String {
        let sentence = "Children who need help get it sooner than a year ago. "
        return String(String(repeating: sentence, count: length / sentence.count + 1).prefix(length - 1)) + "."
    }

    private static func lines(_ length: Int) -> String {
        let line = "Zoë’s plan 👍\n"
        let text = String(repeating: line, count: length / line.utf16.count)
        return text + String(repeating: "x", count: length - text.utf16.count)
    }
}

import FamilyServicesKit
import TestSupport
@testable import XLSXExport

extension HostilePublication {
    /// Numbers, days and the lack of them.
    static func figures() throws -> [HostilePublication] {
        let numbers: [Double] = [
            0, -0.0, 1, -1, 0.5, -0.5, 0.1 + 0.2, 2.675, 1.005, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
            .leastNormalMagnitude,
            1e-300, 1e-15, 5e-16, 1e14, 999_999_999_999_999, 1e15, -1e15, 9_007_199_254_740_991, 9_007_199_254_740_992,
            123_456_789_012_345_680, 1e21, 1e100, 1e300, 1e307, 9.99999999999999e307, 1e308, -1e308,
            .greatestFiniteMagnitude,
            -.greatestFiniteMagnitude, .pi, 1 / 3, 100, 99.95, 212.5, 1_234_567.891,
        ]
        let decimals = [0, 1, 2, 15, -1, 400, Int.max, Int.min]
        let days = [
            (1, 1, 1), (1582, 10, 4), (1582, 10, 15), (1899, 12, 30), (1899, 12, 31), (1900, 1, 1), (1900, 2, 28),
            (1900, 3, 1),
            (1904, 1, 1), (1904, 1, 2), (1970, 1, 1), (2000, 2, 29), (2038, 1, 19), (9999, 12, 31),
        ]
        let notFinite: [Double] = [.nan, .signalingNaN, .infinity, -.infinity]
        var random = SeededGenerator(seed: 2_026)
        let digits = (0..<1_500).map { _ in
            Double(
                sign: .plus, exponent: Int.random(in: -20...40, using: &random),
                significand: .random(in: 1..<2, using: &random))
        }
        return [
            try column(
                "numbers at the ends", numbers.flatMap { number in decimals.map { .number(number, decimals: $0) } }),
            try column(
                "percentages at the ends",
                numbers.flatMap { number in decimals.map { .percentage(number, decimals: $0) } }),
            try column("numbers with all their digits", digits.map { .number($0, decimals: 15) }),
            try column(
                "numbers that are not finite",
                notFinite.flatMap {
                    [.number($0, decimals: 0), .percentage($0, decimals: 1), .number($0, decimals: 400)]
                }),
            try column("days at the ends", days.map { .date(try CalendarDate(year: $0.0, month: $0.1, day: $0.2)) }),
            try column(
                "nothing in every form",
                MissingReason.allCases.map { .missing($0) } + [
                    .empty, .text(""), .text(" "), .text("[c]"), .number(0, decimals: 0),
                ]),
        ]
    }

    private static let controls: [String] = [0..<0x20, 0x7F..<0xA0].joined().map { (code: UInt8) in
        "a" + String(UnicodeScalar(code)) + "b"
    }

    /// Words that act as something else, by what they act as.
    static let words: [(name: String, texts: [String])] = [
        (
            "formulas and commands",
            [
                "=1+1", "=HYPERLINK(\"https://example.org\",\"x\")", "+44 20 7946 0000", "-1", "@SUM(A1)",
                "=cmd|' /C calc'!A0",
                "\t=1+1", "\n=1+1", "{=A1}", "=\u{338}1", "TRUE", "#REF!", "1e5", "1/2", "2017-01-02", "007", "%s%n%@",
                "DDE(\"x\")",
                "https://example.org/a#b", "internal:'x'!A1", "external:c:\\x.xlsx", "mailto:x@example.org",
                "file:///etc/passwd",
            ]
        ),
        (
            "escapes of the file format",
            [
                "_x0041_", "_X0041_", "_x005F_", "_x005F_x0041_", "_x0041_x0042_", "_xD800_", "_x000D_", "_x0000_",
                "_xFFFF_", "_x0_",
                "_x00041_", "__x0041_", "_x0041", "x0041_", "a_xZZZZ_b", "_x0041_\u{301}", "_\u{301}x0041_", "_x00e9_",
                "_x20_", "\\u0041",
            ]
        ),
        (
            "XML",
            [
                "<b>&amp;\"'</b>", "]]>", "<![CDATA[x]]>", "<!-- x -->", "&#0;", "&#x41;", "&lt;", "&\u{301}",
                "<\u{338}b>\u{338}", "\"\u{301}",
                "'\u{301}", "<?xml?>", "</t></si></sst>", "xml:space",
            ]
        ),
        (
            "controls",
            controls + [
                "\u{0}", "\u{FFFE}", "\u{FFFF}", "\u{1FFFE}", "\u{FEFF}", "a\r\nb\rc\u{2028}d\u{2029}e",
            ]
        ),
        (
            "spaces",
            [
                " ", "  ", "\n", "\n\n\n", "\t", " a ", "\na\n", "a  b", "\u{A0}", "\u{3000}x", "\u{200B}", "a\tb\tc",
                "a\n\n\nb",
            ]
        ),
        (
            "scripts",
            [
                "شش مرحبا", "שלום", "\u{202E}reversed", "\u{2066}x\u{2069}\u{200F}",
                "a" + String(repeating: "\u{301}", count: 90),
                "e\u{301}é", "👩‍👩‍👧‍👦🇬🇧🏳️‍🌈", "𝔘𝔫𝔦", "漢字", "हिन्दी", "한국어", "\u{1100}\u{1161}", "ﷺ", "\u{10FFFD}", "\u{E000}",
            ]
        ),
    ]

    /// Words in cells, and long ones everywhere.
    static func texts() throws -> [HostilePublication] {
        let longest = String(repeating: "word \n", count: 5_461) + "x"
        let emoji = String(repeating: "🙂", count: 32_767)
        let sentence = String(repeating: "A sentence without end and aim. ", count: 1_300)
        let lines = (1...2_500).map { "Line \($0)" }.joined(separator: "\n")
        let place = SectionLink(section: "content")
        return try words.map { try column("\($0.name) in cells", $0.texts.map { .text($0) }) } + [
            try column(
                "texts as long as a cell, and longer",
                [
                    .text(longest), .text(longest + "y"), .text(emoji),
                    .text(String(repeating: "_x0041_", count: 10_000)),
                    .text(String(repeating: "&", count: 32_767)), .text(String(repeating: "\u{1}", count: 40_000)),
                    .text(String(repeating: " ", count: 32_768)), .text(String(repeating: "x", count: 100_000)),
                    .text(String(repeating: "\n", count: 33_000)),
                    .text("a" + String(repeating: "\u{301}", count: 40_000)), .text(sentence),
                ]),
            try one(
                "long texts outside tables",
                [
                    .paragraph(sentence), .heading(level: 2, text: sentence + "Heading."),
                    .list([ListItem(sentence + "Item.", link: place)]),
                    .list([ListItem(lines, link: place), ListItem(emoji)]), .paragraph(lines),
                    .paragraph(String(repeating: "x", count: 9_000)),
                    .paragraph(String(repeating: "🙂", count: 5_000)),
                    .paragraph(String(repeating: "_x0041_", count: 9_000)),
                ]),
            try one(
                "long facts",
                [
                    .facts([
                        Fact(sentence, emoji), Fact("Label", lines), Fact(lines + "x", ""), Fact("", sentence + "x"),
                    ])
                ]),
            HostilePublication(
                name: "long titles and summaries",
                publication: try publication([
                    section("a", sentence, summary: sentence + "Summary."),
                    section("b", emoji, short: emoji, summary: lines),
                    section(
                        "c", "T" + String(repeating: "_x0041_", count: 4_000),
                        [
                            .table(
                                Table(
                                    name: "t", title: sentence + "Table.", columns: [TableColumn("x")],
                                    rows: [[text("y")]]))
                        ]),
                    section("d", lines, [.facts([Fact("a", "b")])]),
                ])),
        ]
    }

    /// Words in every place that has words, properties and footers included.
    static func places() throws -> [HostilePublication] {
        func everywhere(_ texts: ArraySlice<String>) throws -> Publication {
            let words = texts.joined(separator: " ")
            let date = try CalendarDate(year: 2026, month: 2, day: 3)
            return Publication(
                metadata: PublicationMetadata(
                    title: words, organisation: words, committee: words, author: words, date: date, period: words,
                    audience: .everyone,
                    language: words, keywords: Array(texts), isSynthetic: true, generator: words),
                sections: texts.enumerated().map { index, word in
                    section(
                        "s\(index)", "\(word) \(index)", short: word, summary: word,
                        [
                            .heading(level: 2, text: word), .paragraph(word),
                            .list([ListItem(word, link: SectionLink(section: "s0"))]),
                            .facts([Fact(word, word)]),
                            .table(
                                Table(
                                    name: word, title: word,
                                    columns: [
                                        TableColumn("\(index)\(word.prefix(20))"), TableColumn("2\(word.prefix(20))x"),
                                    ],
                                    rows: [
                                        [
                                            text(word),
                                            Cell(.text(word), tone: .caution, link: SectionLink(section: "s0")),
                                        ]
                                    ])),
                            .chart(chart(word)),
                        ])
                })
        }
        func chart(_ word: String) -> Chart {
            let points = [1.0, nil, -2].map { Chart.Point($0, missing: .low, mark: Chart.Mark(word, tone: .negative)) }
            return Chart(
                name: word, title: word, alternativeText: word, form: .lines, labelTitle: word, valueTitle: word,
                isPercentage: false,
                decimals: 1, labels: [word, "2", word + "3"],
                series: [
                    Chart.Series(word, role: .measure, points: points),
                    Chart.Series("=" + word, role: .target, points: points),
                ])
        }
        return try words.flatMap { name, texts in
            [
                HostilePublication(
                    name: "\(name) everywhere", publication: try everywhere(texts.suffix(24)),
                    options: .init(pageFooters: true)),
                HostilePublication(
                    name: "\(name) everywhere, without colour", publication: try everywhere(texts.prefix(3)),
                    options: .init(style: .plain)),
            ]
        } + [
            HostilePublication(
                name: "footers with codes and long titles",
                publication: Publication(
                    metadata: try Sample.metadata(
                        title: "&P&N &\"Arial\" && &\u{301} &K00FF00" + String(repeating: "🙂&", count: 300)),
                    sections: [section("a", "A")]), options: .init(pageFooters: true)),
            HostilePublication(
                name: "a theme of the greatest contrast", publication: try Sample.report(),
                options: .init(theme: blackAndWhite())),
        ]
    }

    private static func blackAndWhite() -> WorkbookTheme {
        var theme = WorkbookTheme()
        theme.text = WorkbookColour(red: 0, green: 0, blue: 0)
        for fill in [\WorkbookTheme.cautionFill, \.positiveFill, \.negativeFill] {
            theme[keyPath: fill] = WorkbookColour(red: 255, green: 255, blue: 255)
        }
        return theme
    }
}

import FamilyServicesKit
import TestSupport

/// Texts that try to act as markup, made from a seed.
struct HostileText {
    private static let pieces: [String] = [
        "|", "||", "\\", "\\|", "`", "``", "```", "*", "**", "_", "__", "~", "~~", "~~~", "<", ">", "<b>", "</b>",
        "<br>", "<!--", "-->", "<?", "<![CDATA[", "<http://a.example>", "<script>alert(1)</script>", "&", "&amp;",
        "&#65;", "&#x41;", "&lt", "&copy;", "[", "]", "(", ")", "[a](b)", "![a](b)", "[a][b]", "[^1]", "[^1]: x", "[x]",
        "[ ]", "[c]", "[low]", "](#", "www.", "www.a.example", "WWW.A.example", "http://a.example/b", "https://", "://",
        "ftp://a.b", "mailto:a@b.cc", "xmpp:a@b.cc/d", "a@b.cc", "a.b+c-d_e@f.gg.", "@", "@cite", "[@cite]", "é@b.cc",
        "#", "##", "# a", "-", "- a", "---", "--", "+", "+ a", "=", "===", "=1+1", "1.", "1) a", "12. ", "(1)", "$",
        "$x$", "$$", "^", "^a^", "{", "}", "{#id}", "{{", ":", ":smile:", ":-", "|-|", "| - |", "\"", "'", "...", "!",
        "\t", "    ", " ", " ", " ", "  ", "\n", "\r\n", "\r", "\u{2028}", "\n\n", "\u{0}", "\u{7}", "\u{1B}", "\u{85}",
        "\u{C}", "\u{B}", "\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}", "\u{AD}", "\u{200D}", "\u{A0}", "\u{301}",
        "\u{FFFE}", "👩‍👧", "日本", "مرحبا", "é", "ß", "a", "B", "c", "word", "7", "3.5%", "£", "/", ".", ",", ";",
    ]

    private var generator: SeededGenerator

    init(seed: UInt64 = .random(in: 0...UInt64.max)) {
        generator = SeededGenerator(seed: seed)
    }

    var seed: UInt64 { generator.seed }

    mutating func next(upTo count: Int = 8) -> String {
        (0..<Int.random(in: 0...count, using: &generator))
            .map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

    /// A table of one to four columns and one to three rows; one cell in ten is a link.
    mutating func table(_ number: Int) -> Table {
        let columns = (0..<self.number(1...4)).map {
            TableColumn("\($0) \(next(upTo: 3))", alignment: self.number(0...1) == 0 ? .leading : .trailing)
        }
        let rows = (0..<self.number(1...3)).map { _ in
            columns.map { _ in
                Cell(.text(next()), link: self.number(0...9) == 0 ? SectionLink(section: "sample") : nil)
            }
        }
        return Table(name: "t\(number)", title: "Table \(number) \(next(upTo: 2))", columns: columns, rows: rows)
    }
}

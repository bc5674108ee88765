/// Which of the looks of cells show a number as a date.
struct CellFormats {
    /// By the number of the look.
    private var showsDate: [Bool] = []

    /// None.
    init() {}

    init(_ part: String, in parts: inout PackageParts) throws(XLSXReadingError) {
        var scanner = try XMLScanner(parts.contents(of: part), part: part)
        var codes: [Int: Bool] = [:]
        var looks: [Int] = []
        try scanner.root("styleSheet", .sheets)
        try scanner.children { scanner throws(XLSXReadingError) in
            if scanner.isSheetElement("numFmts") {
                try scanner.children { scanner throws(XLSXReadingError) in
                    guard scanner.isSheetElement("numFmt"),
                        let id = try scanner.attribute("numFmtId").flatMap(Int.init),
                        let code = try scanner.attribute("formatCode")
                    else { return }
                    codes[id] = NumberFormat.showsDate(EscapedText.undone(code))
                }
            } else if scanner.isSheetElement("cellXfs") {
                try scanner.children { scanner throws(XLSXReadingError) in
                    guard scanner.isSheetElement("xf") else { return }
                    looks.append(try scanner.attribute("numFmtId").flatMap(Int.init) ?? 0)
                }
            }
        }
        showsDate = looks.map { codes[$0] ?? NumberFormat.builtInShowsDate($0) }
    }

    /// Whether cells of a look show a number as a date.
    func showsDate(_ look: Int) -> Bool { showsDate.indices.contains(look) && showsDate[look] }
}

/// What number formats show.
enum NumberFormat {
    /// Whether a format that Excel knows by its number alone shows a date (ECMA-376, part 1, 18.8.30).
    ///
    /// From 27 on they are those of East Asian languages.
    static func builtInShowsDate(_ id: Int) -> Bool {
        switch id {
        case 14...17, 22, 27...31, 36, 50...54, 57, 58: true
        default: false
        }
    }

    /// Whether a format shows a day, month or year.
    ///
    /// Only the part before the first semicolon counts, which is for positive numbers. Minutes have the letter of months,
    /// and are told from them by the hours or seconds beside them, as Excel does.
    static func showsDate(_ code: String) -> Bool {
        var letters: [Character] = []
        var rest = Array(code)[...]
        loop: while let character = rest.popFirst() {
            switch character {
            case ";": break loop
            case "\"":
                while let next = rest.popFirst(), next != "\"" {}
            case "\\", "_", "*": _ = rest.popFirst()
            case "[":
                let content = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(content.count + 1)
                // Elapsed hours, minutes or seconds; else a colour, a condition, or a currency and language.
                if let first = content.first, "hHmMsS".contains(first), content.allSatisfy({ $0 == first }) {
                    letters.append("h")
                }
            case "0", "#", "?": return false
            default:
                if character.isASCII, character.isLetter { letters.append(contentsOf: character.lowercased()) }
            }
        }
        let text = String(letters)
        if text.contains("general") { return false }
        let rested = text.replacing("am/pm", with: "").replacing("ampm", with: "")
        return showsDate(letters: Array(rested))
    }

    private static func showsDate(letters: [Character]) -> Bool {
        if letters.contains(where: { "yed".contains($0) }) { return true }
        // Runs of letters, so that the neighbours of the letter m can be asked.
        var runs: [Character] = []
        for letter in letters where "hms".contains(letter) {
            if runs.last != letter { runs.append(letter) }
        }
        for (index, letter) in runs.enumerated() where letter == "m" {
            let isMinutes = index > 0 && runs[index - 1] == "h" || index + 1 < runs.count && runs[index + 1] == "s"
            if !isMinutes { return true }
        }
        return false
    }
}

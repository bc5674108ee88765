import FamilyServicesKit

/// Which of the looks of cells show a number as a date.
struct CellFormats {
    /// By the number of the look.
    private var showsDate: [Bool] = []
    /// Whether a look shows the month of a day and not the day, by its number.
    private var showsMonth: [Bool] = []
    /// The codes of the formats of numbers, by the number of the look; empty for the general one.
    private var codes: [String] = []

    /// None.
    init() {}

    init(_ part: String, in parts: inout PackageParts) throws(XLSXReadingError) {
        var scanner = try XMLScanner(parts.contents(of: part), part: part)
        var own: [Int: String] = [:]
        var looks: [Int] = []
        try scanner.root("styleSheet", .sheets)
        try scanner.children { scanner throws(XLSXReadingError) in
            if scanner.isSheetElement("numFmts") {
                try scanner.children { scanner throws(XLSXReadingError) in
                    guard scanner.isSheetElement("numFmt"),
                        let id = try scanner.attribute("numFmtId").flatMap(Int.init),
                        let code = try scanner.attribute("formatCode")
                    else { return }
                    own[id] = EscapedText.undone(code)
                }
            } else if scanner.isSheetElement("cellXfs") {
                try scanner.children { scanner throws(XLSXReadingError) in
                    guard scanner.isSheetElement("xf") else { return }
                    looks.append(try scanner.attribute("numFmtId").flatMap(Int.init) ?? 0)
                }
            }
        }
        // Each format is looked at once, however many looks have it.
        let dates = own.mapValues { NumberFormat.showsDate($0) }
        showsDate = looks.map { dates[$0] ?? NumberFormat.builtInShowsDate($0) }
        let months = own.mapValues { NumberFormat.showsMonth($0) }
        showsMonth = looks.map { months[$0] ?? ($0 == 17) }
        codes = looks.map { own[$0] ?? NumberFormat.builtIn[$0] ?? "" }
    }

    /// What cells of a look show for a number.
    ///
    /// - Returns: `nil` where that is the number alone, or a format that is not followed here: a fraction, an exponent, a time.
    func text(of number: Double, _ look: Int) -> String? {
        guard codes.indices.contains(look), !codes[look].isEmpty else { return nil }
        return NumberFormat.text(of: number, codes[look])
    }

    /// Whether cells of a look show the month of a day, and not the day: `Apr-24`.
    func showsMonth(_ look: Int) -> Bool { showsMonth.indices.contains(look) && showsMonth[look] }

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

    /// The formats of numbers that Excel knows by their number alone.
    static let builtIn: [Int: String] = [
        1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0 ;(#,##0)",
        38: "#,##0 ;(#,##0)", 39: "#,##0.00 ;(#,##0.00)", 40: "#,##0.00 ;(#,##0.00)",
    ]

    /// The text that a format shows for a number.
    ///
    /// - Returns: `nil` for formats that are not followed here.
    static func text(of number: Double, _ code: String) -> String? {
        guard code.utf8.count <= 200, number.magnitude < 1e15 else { return nil }
        let sections = code.splitSections()
        guard !sections.contains(where: { $0.contains("[<") || $0.contains("[>") || $0.contains("[=") }) else {
            return nil
        }
        let section: String
        var isNegative = number < 0
        switch sections.count {
        case 3... where number == 0: section = sections[2]
        case 2... where number < 0:
            section = sections[1]
            // A section of its own shows negative numbers in its own way.
            isNegative = false
        default: section = sections.first ?? ""
        }
        guard let layout = NumberLayout(section) else { return nil }
        return layout.text(of: number.magnitude, isNegative: isNegative)
    }

    /// Whether a format shows a day, month or year.
    ///
    /// Only the part before the first semicolon counts, which is for positive numbers. Minutes have the letter of months,
    /// and are told from them by the hours or seconds beside them, as Excel does.
    static func showsDate(_ code: String) -> Bool { letters(of: code).map(showsDate) ?? false }

    /// Whether a format shows a month and its year, and no day and no time.
    static func showsMonth(_ code: String) -> Bool {
        guard let letters = letters(of: code) else { return false }
        return letters.contains("m") && letters.contains("y") && !letters.contains { "dhs".contains($0) }
    }

    /// The letters of a format that stand for parts of a date or time, as far as the first semicolon; `nil` where it shows
    /// digits of a number.
    private static func letters(of code: String) -> [Character]? {
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
            case "0", "#", "?": return nil
            default:
                if character.isASCII, character.isLetter { letters.append(contentsOf: character.lowercased()) }
            }
        }
        let text = String(letters)
        if text.contains("general") { return nil }
        let rested = text.replacing("am/pm", with: "").replacing("ampm", with: "")
        return Array(rested)
    }

    private static func showsDate(_ letters: [Character]) -> Bool {
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

/// A section of a number format: texts before and behind digits.
private struct NumberLayout {
    private var before = ""
    private var behind = ""
    private var wholeDigits = 0
    private var decimals = 0
    private var neededDecimals = 0
    private var isGrouped = false
    private var scale = 1.0

    /// Takes a section apart.
    ///
    /// - Returns: `nil` where it has something else than digits and texts in it.
    init?(_ section: String) {
        var rest = Array(section)[...]
        var hasDigits = false
        var isBehindPoint = false
        var commas = 0
        func isDigit(_ character: Character) -> Bool { "0#?".contains(character) }
        while let character = rest.popFirst() {
            var text = ""
            switch character {
            case _ where isDigit(character):
                guard behind.isEmpty else { return nil }
                hasDigits = true
                if commas > 0 { isGrouped = true }
                commas = 0
                if isBehindPoint {
                    decimals += 1
                    if character == "0" { neededDecimals = decimals }
                } else if character == "0" {
                    wholeDigits += 1
                }
            case "," where hasDigits && behind.isEmpty: commas += 1
            case "." where hasDigits && behind.isEmpty && !isBehindPoint: isBehindPoint = true
            case "." where !hasDigits: isBehindPoint = true
            case "%":
                scale *= 100
                text = "%"
            case "\"":
                while let next = rest.popFirst(), next != "\"" { text.append(next) }
            case "\\": if let next = rest.popFirst() { text.append(next) }
            case "_": if rest.popFirst() != nil { text = " " }
            case "*": _ = rest.popFirst()
            case "[":
                let content = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(content.count + 1)
                // A currency with its language; colours show nothing.
                if content.first == "$" { text = String(content.dropFirst().prefix { $0 != "-" }) }
            case "-", "+", "(", ")", ":", " ", "£", "$", "€", "/": text = String(character)
            default: return nil
            }
            if character == "/" { return nil }
            if hasDigits { behind += text } else { before += text }
        }
        guard hasDigits else { return nil }
        for _ in 0..<commas { scale /= 1_000 }
    }

    func text(of magnitude: Double, isNegative: Bool) -> String {
        let value = DecimalText.rounded(magnitude * scale, decimals: decimals)
        var digits = DecimalText.plain(value, decimals: decimals)
        while decimals > neededDecimals, digits.contains("."), digits.hasSuffix("0"),
            (digits.split(separator: ".").last?.count ?? 0) > neededDecimals
        {
            digits.removeLast()
        }
        if digits.hasSuffix(".") { digits.removeLast() }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        var whole = String(parts[0])
        if wholeDigits == 0, whole == "0", parts.count > 1 { whole = "" }
        whole = String(repeating: "0", count: max(0, wholeDigits - whole.count)) + whole
        if isGrouped {
            var grouped = ""
            for (index, digit) in whole.enumerated() {
                if index > 0, (whole.count - index).isMultiple(of: 3) { grouped.append(",") }
                grouped.append(digit)
            }
            whole = grouped
        }
        let sign = isNegative && value != 0 ? "-" : ""
        let text = sign + before + whole + (parts.count > 1 ? "." + parts[1] : "") + behind
        return String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

extension String {
    /// The sections of a number format, which semicolons outside of texts divide.
    fileprivate func splitSections() -> [String] {
        var sections = [""]
        var isText = false
        var isEscaped = false
        for character in self {
            if isEscaped {
                isEscaped = false
            } else if character == "\"" {
                isText.toggle()
            } else if !isText, character == "\\" {
                isEscaped = true
            } else if !isText, character == ";" {
                sections.append("")
                continue
            }
            sections[sections.count - 1].append(character)
        }
        return sections
    }
}

/// How wide and how high texts become in Arial, estimated from the widths of its characters.
///
/// Excel and LibreOffice do not tell; a little is added so that what just fits in one also fits in the other.
enum TextMeasure {
    /// The width of a digit of the body text in pixels at 96 dots per inch, which is Excel's unit for columns.
    static let digit = 9.0
    /// What a cell keeps free at its sides, in pixels.
    static let padding = 5.0
    /// How much of a column is counted on for bold text: those of DejaVu Sans are up to 7 % wider than of Arial, in digits.
    static let boldShare = 0.93
    /// How much wider and higher bold letters of such a font are.
    static let boldGrowth = 1.06
    /// What an indent of one step takes, in pixels: three spaces and a little.
    static let indent = 14.4

    /// The widths of the characters from the space to the tilde, in thousandths of the font size.
    private static let ascii: [Int] = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
        556,
        556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556,
        833,
        722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500,
        556,
        556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500,
        334,
        260, 334, 584,
    ]

    /// The width of a character in thousandths of the font size.
    static func width(of scalar: UnicodeScalar) -> Int {
        switch scalar.value {
        case 0x20..<0x7F: ascii[Int(scalar.value) - 0x20]
        case 0..<0x20, 0x300..<0x370, 0x200B...0x200F, 0xFE00...0xFE0F: 0
        case 0x2013: 556
        case 0x2018, 0x2019: 222
        case 0x201C, 0x201D: 333
        case 0xA0..<0x250: 600
        case 0x250..<0x1100: 780
        default: 1_000
        }
    }

    /// The widths of the widest line, word and part of a word up to a hyphen, of all lines together, and how many line breaks
    /// there are.
    struct Widths {
        var line = 0.0
        var word = 0.0
        var part = 0.0
        var total = 0.0
        var breaks = 0
    }

    /// Measures a text, in pixels.
    static func widths(_ text: String, size: Double, bold: Bool = false) -> Widths {
        let (line, word, part, total, breaks) = thousandths(text)
        return widths(line: line, word: word, part: part, total: total, breaks: breaks, size: size, bold: bold)
    }

    /// Widths in pixels, from thousandths of the font size.
    static func widths(
        line: Int, word: Int, part: Int, total: Int, breaks: Int, size: Double, bold: Bool = false
    ) -> Widths {
        let scale = pixels(size, bold)
        return Widths(
            line: Double(line) * scale, word: Double(word) * scale, part: Double(part) * scale,
            total: Double(total) * scale, breaks: breaks)
    }

    /// Measures a text, in thousandths of the font size.
    static func thousandths(_ text: String) -> (line: Int, word: Int, part: Int, total: Int, breaks: Int) {
        var (line, word, part, total, breaks) = (0, 0, 0, 0, 0)
        var (widestLine, widestWord, widestPart) = (0, 0, 0)
        func endWord() {
            widestWord = max(widestWord, word)
            widestPart = max(widestPart, part)
            (word, part) = (0, 0)
        }
        ascii.withUnsafeBufferPointer { ascii in
            for scalar in text.unicodeScalars {
                if scalar.value > 0x20, scalar.value < 0x7F {
                    let advance = ascii[Int(scalar.value) - 0x20]
                    line += advance
                    word += advance
                    part += advance
                    if scalar == "-" {
                        widestPart = max(widestPart, part)
                        part = 0
                    }
                } else if scalar == " " {
                    line += ascii[0]
                    endWord()
                } else if scalar == "\n" {
                    widestLine = max(widestLine, line)
                    endWord()
                    total += line
                    breaks += 1
                    line = 0
                } else {
                    let advance = width(of: scalar)
                    line += advance
                    word += advance
                    part += advance
                }
            }
        }
        endWord()
        return (max(widestLine, line), widestWord, widestPart, total + line, breaks)
    }

    /// How many lines a text takes in a width given in pixels.
    static func lines(_ text: String, size: Double, bold: Bool = false, within pixelWidth: Double) -> Int {
        let available = Int(pixelWidth * 0.95 / pixels(size, bold))
        // Most texts are too short to fill a line whatever their letters are, the widest of which is 1,015 wide.
        guard available > 0, text.utf8.count * 1_100 > available || text.utf8.contains(0x0A) else { return 1 }
        let lines = lines(text, within: available, breakingInside: false)
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }) else { return lines }
        // Programs differ in whether a line may end after a hyphen or a slash, most of all inside numbers.
        let isBroken = widths(text, size: size, bold: bold).word > pixelWidth * 0.95
        return max(lines, Self.lines(text, within: available, breakingInside: true)) + (isBroken ? 1 : 0)
    }

    /// How many lines a text takes, or has room for at the least, in a column of a table.
    ///
    /// Where a wider font stands in for Arial, its bold letters grow by more than its digits, in which columns are measured.
    static func linesInTable(_ text: String, size: Double, bold: Bool, column width: Double, indent: Double) -> Int {
        let whole = pixels(ofColumn: width) - indent
        return max(
            lines(text, size: size, bold: bold, within: bold ? whole * boldShare : whole),
            leastLines(text, size: size, within: width))
    }

    /// So many bytes of body text without a line break take one line in a column of so many digits, whatever they are.
    static func bytesOfOneLine(within columnWidth: Double, indent: Double) -> Int {
        let available = Int((pixels(ofColumn: columnWidth) - indent) * 0.95 / pixels(TypeScale.body, false))
        return min(available / 1_100, max(1, Int(columnWidth + 0.71)) * 3 / 4)
    }

    /// How many lines a row has room for at the least, for a text in a column of so many digits.
    ///
    /// Where a wider font stands in for Arial, a letter takes nearly as much as a digit. A row then still shows about four
    /// fifths of its lines, which closer lines make good.
    static func leastLines(_ text: String, size: Double, bold: Bool = false, within columnWidth: Double) -> Int {
        let size = (letters: bold ? size * boldGrowth : size, lines: size)
        let perLine = max(1, Int(columnWidth + 0.71))
        guard text.utf8.count > perLine * 3 / 4 else { return 1 }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { sum, line in
            sum + max(1, (Int(Double(line.unicodeScalars.count) * size.letters / 11 * 0.92) + perLine - 1) / perLine)
        }
        let points = (Double(lines) * size.letters * 1.2 - 4) / 1.25
        return max(1, Int(((points - 5) / lineHeight(size: size.lines)).rounded(.up)))
    }

    /// How many lines a text takes in a width given in thousandths of the font size.
    ///
    /// A word that does not fit begins a new line; one that is wider than a line is broken.
    private static func lines(_ text: String, within available: Int, breakingInside: Bool) -> Int {
        var (count, line, word) = (1, 0, 0)
        func place(_ word: Int, _ line: inout Int, _ count: inout Int) {
            guard word > 0 else { return }
            if line > 0, line + word > available {
                count += 1
                line = 0
            }
            line += word
            if line > available {
                count += (line - 1) / available
                line = (line - 1) % available + 1
            }
        }
        for scalar in text.unicodeScalars {
            if scalar == " " || scalar == "\n" {
                place(word, &line, &count)
                word = 0
                if scalar == " " {
                    line += ascii[0]
                } else {
                    count += 1
                    line = 0
                }
            } else {
                word += width(of: scalar)
                if breakingInside, scalar == "-" || scalar == "/" {
                    place(word, &line, &count)
                    word = 0
                }
            }
        }
        place(word, &line, &count)
        return count
    }

    /// The height of a line in points.
    static func lineHeight(size: Double) -> Double { size * 1.24 }

    /// The width of a column in pixels.
    static func pixels(ofColumn width: Double) -> Double { width * digit }

    /// The width of a column that holds a text of some pixels on one line.
    static func columnWidth(ofPixels pixels: Double) -> Double { pixels * 1.04 / digit + 0.8 }

    /// A width in thousandths of the font size.
    static func thousandths(ofPixels width: Double, size: Double, bold: Bool) -> Int { Int(width / pixels(size, bold)) }

    /// Pixels per thousandth of the font size.
    ///
    /// Bold letters are about a twelfth wider.
    private static func pixels(_ size: Double, _ bold: Bool) -> Double { size * 96 / 72 / 1_000 * (bold ? 1.08 : 1) }
}

/// The colours of a workbook.
///
/// The default belongs to no organisation; ``XLSXExporter/init(options:)`` checks that every text can be read on its
/// background.
///
/// An organisation with one colour of its own sets ``accent`` and leaves the rest:
///
/// ```swift
/// let theme = WorkbookTheme(accent: WorkbookColour(red: 0x00, green: 0x70, blue: 0x3C))
/// ```
public struct WorkbookTheme: Sendable, Hashable, Codable {
    /// The organisation's colour, where it has one.
    ///
    /// ``heading``, ``line``, ``headerFill`` and the line of figures on charts follow from it, as far as they are left at
    /// their defaults. It is darkened as far as texts in it ask for.
    public var accent: WorkbookColour?
    /// Titles and headings.
    public var heading: WorkbookColour
    /// All other text.
    public var text: WorkbookColour
    /// Links.
    public var link: WorkbookColour
    /// Lines under rows.
    public var line: WorkbookColour
    /// Behind the headers of tables, in the tinted style.
    public var headerFill: WorkbookColour
    /// Behind good news, in the tinted style.
    public var positiveFill: WorkbookColour
    /// Behind what needs attention, in the tinted style.
    public var cautionFill: WorkbookColour
    /// Behind bad news, in the tinted style.
    public var negativeFill: WorkbookColour
    /// Behind what is complete, in the tinted style.
    public var completeFill: WorkbookColour
    /// Behind what is not judged, in the tinted style.
    public var neutralFill: WorkbookColour
    /// The colours of charts.
    public var charts: Charts

    /// Makes a theme; each colour that is not given is the default theme's.
    ///
    /// - Parameters:
    ///   - accent: The organisation's colour.
    ///   - heading: Titles and headings.
    ///   - text: All other text.
    ///   - link: Links.
    ///   - line: Lines under rows.
    ///   - headerFill: Behind the headers of tables.
    ///   - positiveFill: Behind good news.
    ///   - cautionFill: Behind what needs attention.
    ///   - negativeFill: Behind bad news.
    ///   - completeFill: Behind what is complete.
    ///   - neutralFill: Behind what is not judged.
    ///   - charts: The colours of charts.
    public init(
        accent: WorkbookColour? = nil,
        heading: WorkbookColour = WorkbookColour(red: 0x1F, green: 0x3A, blue: 0x4D),
        text: WorkbookColour = WorkbookColour(red: 0x1A, green: 0x1A, blue: 0x1A),
        link: WorkbookColour = WorkbookColour(red: 0x0B, green: 0x4F, blue: 0x8A),
        line: WorkbookColour = WorkbookColour(red: 0xC9, green: 0xCF, blue: 0xD4),
        headerFill: WorkbookColour = WorkbookColour(red: 0xE6, green: 0xEC, blue: 0xF0),
        positiveFill: WorkbookColour = WorkbookColour(red: 0xD3, green: 0xEB, blue: 0xD6),
        cautionFill: WorkbookColour = WorkbookColour(red: 0xFD, green: 0xE8, blue: 0xB8),
        negativeFill: WorkbookColour = WorkbookColour(red: 0xF8, green: 0xD2, blue: 0xCD),
        completeFill: WorkbookColour = WorkbookColour(red: 0xD0, green: 0xE1, blue: 0xF3),
        neutralFill: WorkbookColour = WorkbookColour(red: 0xEA, green: 0xEA, blue: 0xEA),
        charts: Charts = Charts()
    ) {
        self.accent = accent
        self.heading = heading
        self.text = text
        self.link = link
        self.line = line
        self.headerFill = headerFill
        self.positiveFill = positiveFill
        self.cautionFill = cautionFill
        self.negativeFill = negativeFill
        self.completeFill = completeFill
        self.neutralFill = neutralFill
        self.charts = charts
    }

    private enum CodingKeys: String, CodingKey {
        case accent, heading, text, link, line, headerFill, positiveFill, cautionFill, negativeFill, completeFill,
            neutralFill
        case charts
    }

    /// Reads a theme; colours that are not given are the default theme's.
    ///
    /// - Parameter decoder: Where the theme comes from.
    /// - Throws: `DecodingError` where a value is not a colour.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let standard = WorkbookTheme()
        func colour(_ key: CodingKeys, _ standard: WorkbookColour) throws -> WorkbookColour {
            try container.decodeIfPresent(WorkbookColour.self, forKey: key) ?? standard
        }
        self.init(
            accent: try container.decodeIfPresent(WorkbookColour.self, forKey: .accent),
            heading: try colour(.heading, standard.heading), text: try colour(.text, standard.text),
            link: try colour(.link, standard.link), line: try colour(.line, standard.line),
            headerFill: try colour(.headerFill, standard.headerFill),
            positiveFill: try colour(.positiveFill, standard.positiveFill),
            cautionFill: try colour(.cautionFill, standard.cautionFill),
            negativeFill: try colour(.negativeFill, standard.negativeFill),
            completeFill: try colour(.completeFill, standard.completeFill),
            neutralFill: try colour(.neutralFill, standard.neutralFill),
            charts: try container.decodeIfPresent(Charts.self, forKey: .charts) ?? standard.charts)
    }

    /// The theme with the colours that follow from the accent.
    var resolved: WorkbookTheme {
        guard var dark = accent else { return self }
        // Texts need 4.5 to 1; a little more keeps headings from being the palest words of a page.
        while dark.contrast(with: .white) < 5 { dark = dark.shade(0.95) }
        let standard = WorkbookTheme()
        var theme = self
        if heading == standard.heading { theme.heading = dark }
        if line == standard.line { theme.line = dark.tint(0.3) }
        if headerFill == standard.headerFill { theme.headerFill = dark.tint(0.12) }
        if charts.measure == standard.charts.measure { theme.charts.measure = dark }
        return theme
    }

    /// Checks that every text stands out from its background by at least 4.5 to 1, and every line and mark of a chart by at
    /// least 3 to 1, as WCAG 2 asks (success criteria 1.4.3 and 1.4.11).
    func checkContrast() throws(XLSXExportError) {
        let fills = [
            ("headerFill", headerFill), ("positiveFill", positiveFill), ("cautionFill", cautionFill),
            ("negativeFill", negativeFill), ("completeFill", completeFill), ("neutralFill", neutralFill),
        ]
        var pairs = [
            ("heading", heading, "white", WorkbookColour.white, 4.5), ("text", text, "white", .white, 4.5),
            ("link", link, "white", .white, 4.5),
        ]
        for (name, fill) in fills {
            pairs.append(("text", text, name, fill, 4.5))
            // Headers hold no links.
            if name != "headerFill" { pairs.append(("link", link, name, fill, 4.5)) }
        }
        for (name, colour) in charts.named { pairs.append((name, colour, "white", .white, 3)) }
        for (name, colour, backgroundName, background, least) in pairs {
            let ratio = colour.contrast(with: background)
            guard ratio < least else { continue }
            let shown = (ratio * 10).rounded(.down) / 10
            throw XLSXExportError(
                .invalidOption,
                "The option theme has the colour \(name) \(colour) on \(backgroundName) \(background) with a contrast of "
                    + "\(shown) to 1; at least \(least == 3 ? "3" : "4.5") to 1 is needed, so make one darker or the other "
                    + "lighter.")
        }
    }
}

/// A colour of the screen, written as in `#1F3A4D`.
public struct WorkbookColour: Sendable, Hashable {
    /// The red part.
    public let red: UInt8
    /// The green part.
    public let green: UInt8
    /// The blue part.
    public let blue: UInt8

    /// Makes a colour.
    ///
    /// - Parameters:
    ///   - red: The red part.
    ///   - green: The green part.
    ///   - blue: The blue part.
    public init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Reads a colour.
    ///
    /// - Parameter text: A number sign and six hexadecimal digits.
    /// - Returns: `nil` where the text is not a colour.
    public init?(_ text: String) {
        let digits = text.utf8.dropFirst()
        guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6, !digits.contains(UInt8(ascii: "+")),
            !digits.contains(UInt8(ascii: "-")), let value = UInt32(text.dropFirst(), radix: 16)
        else { return nil }
        self.init(
            red: UInt8(truncatingIfNeeded: value >> 16), green: UInt8(truncatingIfNeeded: value >> 8),
            blue: UInt8(truncatingIfNeeded: value))
    }

    /// The ratio of the luminances of two colours, from 1 to 21, as WCAG 2 defines it.
    ///
    /// - Parameter other: The other colour.
    /// - Returns: The ratio.
    public func contrast(with other: WorkbookColour) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    private var luminance: Double {
        func linear(_ part: UInt8) -> Double {
            let share = Double(part) / 255
            return share <= 0.03928 ? share / 12.92 : Self.power((share + 0.055) / 1.055)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// A number between 0 and 1 to the power of 2.4, without the mathematics library: its square times the fifth root of
    /// its square.
    private static func power(_ base: Double) -> Double {
        let square = base * base
        var root = 1.0
        for _ in 0..<60 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
        return square * root
    }

    /// The colour as one number, red first.
    var rgb: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }
}

extension WorkbookColour: CustomStringConvertible {
    /// The colour as in `#1F3A4D`.
    public var description: String {
        let digits = String(rgb, radix: 16, uppercase: true)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
}

extension WorkbookColour: Codable {
    /// Reads a colour that is written as in `#1F3A4D`.
    ///
    /// - Parameter decoder: Where the colour comes from.
    /// - Throws: `DecodingError` where the text is not a colour.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let colour = WorkbookColour(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription:
                    "“\(text)” is not a colour; write a number sign and six hexadecimal digits, as in #1F3A4D.")
        }
        self = colour
    }

    /// Writes the colour as in `#1F3A4D`.
    ///
    /// - Parameter encoder: Where the colour goes.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

import FamilyServicesKit

/// The styles of the cells, which readers of the file can change in one place.
enum BookStyles {
    static let words = "Words"
    static let strong = "Strong"
    static let header = "Table_20_header"
    private static let group = "Table_20_group"
    private static let trailing = "Words_20_to_20_the_20_right"
    private static let date = "Date"
    private static let mostDecimals = 6
    private static let tones: [Tone] = [.positive, .caution, .negative, .complete]

    /// A heading; those below the third look like it.
    static func heading(_ level: Int) -> String { "Heading_20_\(min(max(level, 1), 3))" }

    /// The style of a cell of a table.
    static func style(
        of cell: Cell, _ column: TableColumn, refuse: (String) throws(ODSExportError) -> Void
    ) throws(ODSExportError) -> String {
        if cell.isHeading { return group }
        switch cell.value {
        case .number(let number, let decimals):
            if !number.isFinite { try refuse("not finite") }
            return "Number_20_\(min(max(decimals, 0), mostDecimals))"
        case .percentage(let number, let decimals):
            if !number.isFinite { try refuse("not finite") }
            return "Percentage_20_\(min(max(decimals, 0), mostDecimals))"
        case .date: return date
        case .text, .missing, .empty:
            if column.alignment == .trailing { return trailing }
            if let tone = cell.tone, tones.contains(tone), cell.value != .empty { return "Tone_20_\(tone.rawValue)" }
            return words
        }
    }

    static func document(language: String) -> String {
        let tags = language.split(separator: "-").map(String.init)
        let country = tags.dropFirst().first { $0.count == 2 } ?? "none"
        var text =
            BookXML.head + "<office:document-styles \(BookXML.namespaces) office:version=\"1.3\"><office:styles>"
            + "<style:default-style style:family=\"table-cell\"><style:text-properties fo:font-size=\"11pt\" "
            + "fo:font-family=\"Arial\" fo:language=\"\(BookXML.attribute(tags.first ?? "en"))\" "
            + "fo:country=\"\(BookXML.attribute(country))\"/></style:default-style>"
        for decimals in 0...mostDecimals {
            let digits =
                "<number:number number:decimal-places=\"\(decimals)\" number:min-decimal-places=\"\(decimals)\" "
                + "number:min-integer-digits=\"1\" number:grouping=\"true\"/>"
            text += "<number:number-style style:name=\"N\(decimals)\">\(digits)</number:number-style>"
            text +=
                "<number:percentage-style style:name=\"P\(decimals)\">\(digits)<number:text>%</number:text>"
                + "</number:percentage-style>"
        }
        text +=
            "<number:date-style style:name=\"D\"><number:day/><number:text> </number:text>"
            + "<number:month number:style=\"long\" number:textual=\"true\"/><number:text> </number:text>"
            + "<number:year number:style=\"long\"/></number:date-style>"
        text += style("Default", "")
        text += style(words, "fo:wrap-option=\"wrap\" style:vertical-align=\"top\"")
        text += style(strong, "fo:wrap-option=\"wrap\" style:vertical-align=\"top\"", "fo:font-weight=\"bold\"")
        for (level, size) in [(1, 16), (2, 14), (3, 12)] {
            text += style(heading(level), "", "fo:font-weight=\"bold\" fo:font-size=\"\(size)pt\"")
        }
        let border = "fo:border=\"0.5pt solid #777777\""
        text += style(
            header, "fo:wrap-option=\"wrap\" style:vertical-align=\"bottom\" fo:background-color=\"#e9edf1\" \(border)",
            "fo:font-weight=\"bold\"")
        text += style(group, "fo:background-color=\"#f4f6f8\"", "fo:font-weight=\"bold\"")
        // What is at the right has room before the next column begins.
        let atRight = "style:vertical-align=\"top\" fo:padding-right=\"0.15cm\""
        text += style(trailing, "fo:wrap-option=\"wrap\" \(atRight)", align: "end")
        text += style(date, atRight, align: "end", format: "D")
        for decimals in 0...mostDecimals {
            text += style("Number_20_\(decimals)", atRight, align: "end", format: "N\(decimals)")
            text += style(
                "Percentage_20_\(decimals)", atRight, align: "end", format: "P\(decimals)")
        }
        for (tone, colour) in zip(tones, ["#e2f2e6", "#fdefd2", "#fbe3e3", "#e3ecf9"]) {
            text += style(
                "Tone_20_\(tone.rawValue)",
                "fo:wrap-option=\"wrap\" style:vertical-align=\"top\" fo:background-color=\"\(colour)\"")
        }
        return text + "</office:styles><office:automatic-styles><style:page-layout style:name=\"page\">"
            + "<style:page-layout-properties fo:page-width=\"29.7cm\" fo:page-height=\"21cm\" "
            + "style:print-orientation=\"landscape\" fo:margin=\"1.5cm\" style:scale-to-X=\"1\"/>"
            + "<style:footer-style><style:header-footer-properties fo:min-height=\"0.75cm\"/></style:footer-style>"
            + "</style:page-layout></office:automatic-styles><office:master-styles>"
            + "<style:master-page style:name=\"Default\" style:page-layout-name=\"page\"><style:footer><text:p>"
            + "<text:sheet-name>Sheet</text:sheet-name>, page <text:page-number>1</text:page-number></text:p></style:footer>"
            + "</style:master-page></office:master-styles></office:document-styles>"
    }

    private static func style(
        _ name: String, _ cell: String, _ letters: String = "", align: String? = nil, format: String? = nil
    ) -> String {
        let display = name.contains("_20_") ? " style:display-name=\"\(spaced(name))\"" : ""
        return "<style:style style:name=\"\(name)\"\(display) style:family=\"table-cell\""
            + (name == "Default" ? "" : " style:parent-style-name=\"Default\"")
            + (format.map { " style:data-style-name=\"\($0)\"" } ?? "") + ">"
            + (cell.isEmpty ? "" : "<style:table-cell-properties \(cell)/>")
            + (align.map { "<style:paragraph-properties fo:text-align=\"\($0)\"/>" } ?? "")
            + (letters.isEmpty ? "" : "<style:text-properties \(letters)/>") + "</style:style>"
    }

    /// A name as people see it.
    private static func spaced(_ name: String) -> String {
        var rest = Substring(name)
        var text = ""
        while let range = rest.firstRange(of: "_20_") {
            text += rest[..<range.lowerBound] + " "
            rest = rest[range.upperBound...]
        }
        return text + rest
    }
}

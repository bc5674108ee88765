import FamilyServicesKit

/// The sentences that the exporter adds to a sheet.
enum SheetWording {
    /// What a sheet holds besides text.
    static func contents(tables: [String], charts: Int, links: Int) -> String? {
        switch (tables.count, links) {
        case (0, _) where charts == 1:
            "This sheet contains one chart. The sheet with its figures is named above it."
        case (0, _) where charts > 1:
            "This sheet contains \(charts) charts, one below the other. The sheet with the figures is named above each."
        case (0, 0): nil
        case (0, _): "This sheet contains links to the other sheets."
        case (1, _): "This sheet contains one table."
        default:
            "This sheet contains \(tables.count) tables, one below the other: " + tables.joined(separator: "; ") + "."
        }
    }

    /// Where the notes are that a sheet refers to.
    static func notes(onSheet name: String) -> String {
        "The notes are explained in the notes table on the sheet “\(name)”."
    }

    /// Said in place of a chart whose section also has tables.
    static func chartElsewhere(_ title: String) -> String {
        "The chart “\(title)” is on a sheet without tables:"
    }

    /// Where the figures of a chart are.
    static func figures(table: String, sheet: String, firstRow: Int, lastRow: Int) -> String {
        let rows = firstRow == lastRow ? "row \(firstRow)" : "rows \(firstRow) to \(lastRow)"
        return "The figures are in the table \(table) on the sheet “\(sheet)”, \(rows)."
    }

    /// Said where the scale of a chart does not begin at zero.
    static func scale(beginsAt value: String) -> String {
        "The scale begins at \(value), not at zero."
    }

    /// Said in place of a chart that Excel cannot draw.
    static let notDrawn = "This chart has more points than Excel can draw."

    /// Said on each sheet of a section that takes several.
    static func part(_ part: SheetSource.Part, before: String?, after: String?) -> String {
        var sentence = "This is part \(part.number) of \(part.count), because a sheet cannot hold more rows"
        if let before { sentence += ". It continues from the sheet “\(before)”" }
        if let after { sentence += (before == nil ? ". It continues" : " and") + " on the sheet “\(after)”" }
        return sentence + "."
    }

    /// Said on a sheet of the annex.
    static let notPrinted =
        "This sheet is for the screen and is left out in print: its print area is an empty, hidden column. To print it, clear the "
        + "print area: in Excel under Page Layout, in LibreOffice under Format, Print Ranges."

    /// What lines and shapes on charts mean, once for all of them.
    ///
    /// - Parameter parts: What each is and means, such as "long dashes: target".
    static func key(_ parts: [String]) -> String { "Key: " + parts.joined(separator: "; ") + "." }

    static let keyToFigures = "line with dots: figures"
    static let keyToTarget = "long dashes: target"
    static let keyToAverage = "thin line: average"
    static let keyToRange = "dotted lines: ends of the expected range"

    /// What charts show, where several are side by side.
    ///
    /// - Parameters:
    ///   - titles: The charts of which the same is said.
    ///   - words: What they show.
    static func explained(_ titles: [String], _ words: String) -> String {
        "\(titles.joined(separator: "; ")): \(words)"
    }

    /// Where the figures of charts side by side are.
    static func figures(ofCharts count: Int, rows: (first: Int, last: Int), sheet: String) -> String {
        "Figures of \(count == 1 ? "this chart" : "these \(count) charts"): sheet “\(sheet)”, rows \(rows.first) to "
            + "\(rows.last)"
    }

    /// Said where no more than the beginning of a long table is printed.
    static func firstPageOnly(rows: Int) -> String {
        "Only the first page of this table is printed, because it has \(rows) rows. To print all of it, clear the print area: "
            + "in Excel under Page Layout, in LibreOffice under Format, Print Ranges."
    }

    /// Said where a text of a table needs more lines than a row can show.
    static func longTexts(onSheet name: String) -> String {
        "Texts too long to show here are given in full on the sheet “\(name)”."
    }

    /// Said where numbers are not finite.
    static func notFinite(_ count: Int) -> String {
        let shorthand = CellNumber.notFinite.shorthand
        return count == 1
            ? "One number on this sheet could not be calculated and is shown as \(shorthand)."
            : "\(count) numbers on this sheet could not be calculated and are shown as \(shorthand)."
    }

    /// Said where a sheet would have more links than Excel allows.
    static func links(limit: Int, dropped: Int) -> String {
        "Excel allows \(limit) links on a sheet; the last \(dropped == 1 ? "one is" : "\(dropped) are") plain text."
    }

    /// Splits a text into sentences.
    ///
    /// A full stop, question mark or exclamation mark ends one where a space and then anything but a small letter
    /// follow.
    static func sentences(_ text: String) -> [String] {
        var sentences: [String] = []
        var current = ""
        var previous: Character = " "
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            if character == " ", previous == "." || previous == "?" || previous == "!" || previous == "”",
                index + 1 < characters.count, !characters[index + 1].isLowercase, current.count > 3
            {
                let ends = previous != "”" || current.dropLast().last.map { ".?!".contains($0) } ?? false
                if ends {
                    sentences.append(current)
                    current = ""
                    previous = character
                    continue
                }
            }
            current.append(character)
            previous = character
        }
        if !current.isEmpty { sentences.append(current) }
        return sentences
    }
}

import FamilyServicesKit
import ChartSVG

/// Words as XML, and what every part of the workbook begins with.
enum BookXML {
    static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    static let contentStart =
        head + "<office:document-content " + namespaces
        + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.3\">"

    static let namespaces =
        ["office", "style", "table", "text"].map { "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\"" }
        .joined(separator: " ") + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
        + " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\""
        + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
        + " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""

    /// Words on one line.
    static func text(_ words: String) -> String { HTMLText.oneLine(words) }

    /// Words in an attribute.
    static func attribute(_ words: String) -> String { HTMLText.oneLine(words) }

    /// The lines of a text, of which several spaces stay as many.
    ///
    /// - Parameters:
    ///   - words: The text.
    ///   - width: Where the text is a link, how many characters fit on a line: LibreOffice does not break a link, so that a long one
    ///     is several, between whose words a line can end.
    /// - Returns: For each line its pieces, between which there is a space.
    static func paragraphs(_ words: String, in width: Int?) -> [[String]] {
        guard !words.allSatisfy(\.isWhitespace) else { return [] }
        return HTMLText.clean(words).split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard let width, line.count > width else { return [markup(of: line)] }
            var pieces: [Substring] = []
            for word in line.split(separator: " ", omittingEmptySubsequences: false) {
                if let last = pieces.last, last.count + 1 + word.count <= width {
                    pieces[pieces.count - 1] = line[last.startIndex..<word.endIndex]
                } else {
                    pieces.append(word)
                }
            }
            return pieces.map { markup(of: $0) }
        }
    }

    private static func markup(of line: Substring) -> String {
        var result = ""
        var previousIsSpace = true
        for scalar in line.unicodeScalars {
            switch scalar {
            case " ":
                result += previousIsSpace ? "<text:s/>" : " "
            case "\t": result += "<text:tab/>"
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.unicodeScalars.append(scalar)
            }
            previousIsSpace = scalar == " "
        }
        return result
    }

    static func centimetres(_ length: Double) -> String { DecimalText.plain(length, decimals: 2) + "cm" }
}

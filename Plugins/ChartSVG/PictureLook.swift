/// The look of pictures that are files of their own: in colours that can be told apart in black and white too, because each line
/// has dashes of its own and each mark a shape.
///
/// It is told by attributes and not by a style sheet. So a page that holds several pictures is not restyled by them, nor they by
/// the page; pages that refuse style sheets within them show the pictures too, as do programs that know none.
enum PictureLook {
    /// What a picture says of all its words.
    static let words = [
        ("font-family", "Arial, 'Liberation Sans', Helvetica, 'DejaVu Sans', sans-serif"), ("font-size", "16"),
        ("fill", "#1b1f24"),
    ].map { " \($0.0)=\"\($0.1)\"" }.joined()

    /// What each class of a drawing means; of two that say the same, the later one counts.
    private static let rules: KeyValuePairs<String, KeyValuePairs<String, String>> = [
        "axis": ["fill": "#4a525c"],
        "word": ["font-weight": "bold", "paint-order": "stroke", "stroke": "#fff", "stroke-width": "4"],
        "grid": ["stroke": "#8a939e", "stroke-width": "1", "opacity": ".45"],
        "tick": ["stroke": "#8a939e"],
        "line": ["fill": "none", "stroke": "#1b1f24"],
        "measure": ["stroke": "#1f4f99", "stroke-width": "2.5"],
        "target": ["stroke": "#1b1f24", "stroke-width": "1.75", "stroke-dasharray": "9 5"],
        "average": ["stroke": "#4a525c", "stroke-width": "1.5"],
        "lower-limit": ["stroke": "#4a525c", "stroke-width": "1.5", "stroke-dasharray": "2 4"],
        "upper-limit": ["stroke": "#4a525c", "stroke-width": "1.5", "stroke-dasharray": "6 3 1 3"],
        "dot": ["fill": "#1f4f99"],
        "comparator": ["stroke": "#1f4f99", "stroke-width": "1.5"],
        "dash1": ["stroke-dasharray": "5 4"],
        "dash2": ["stroke-dasharray": "8 3 2 3"],
        "dash3": ["stroke-dasharray": "12 3 2 3 2 3"],
        "dash4": ["stroke-dasharray": "1 4"],
        "dash5": ["stroke-dasharray": "12 6"],
        "mark": ["stroke": "#fff", "stroke-width": "1"],
        "under": ["fill": "#fff"],
        "part": ["stroke": "#fff", "stroke-width": "2"],
        "lighter": ["fill-opacity": ".9"],
        "positive": ["fill": "#1e6b3a"],
        "caution": ["fill": "#8a5300"],
        "negative": ["fill": "#a3161f"],
        "complete": ["fill": "#1f4f99"],
        "neutral": ["fill": "#5a626c"],
        "inside": ["fill": "#fff", "font-weight": "bold"],
    ]

    /// A drawing with attributes in place of its classes.
    ///
    /// Words of a report have their quotation marks escaped, so none of them is taken for a class.
    static func dressed(_ markup: String) -> String {
        var parts = markup.split(separator: " class=\"", omittingEmptySubsequences: false)[...]
        var result = String(parts.popFirst() ?? "")
        for part in parts {
            let classes = part.prefix { $0 != "\"" }
            result += attributes(of: classes) + part.dropFirst(classes.count + 1)
        }
        return result
    }

    private static func attributes(of classes: Substring) -> String {
        let names = classes.split(separator: " ")
        var attributes: [(name: String, value: String)] = []
        for (rule, looks) in rules where names.contains(where: { $0 == rule }) {
            for (name, value) in looks {
                attributes.removeAll { $0.name == name }
                attributes.append((name, value))
            }
        }
        return attributes.map { " \($0.name)=\"\($0.value)\"" }.joined()
    }
}

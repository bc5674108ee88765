import ReportVocabulary

/// Something that a version does not show, as it may be said to those who do not see it: what kind of thing it is, where it
/// belongs and why, and nothing of what it holds.
package struct WithheldItem: Sendable, Hashable {
    /// What is withheld, such as "Appendix 2" or "figures".
    package let item: String
    /// How many.
    package var count: Int
    /// Under which paragraphs of Schedule 12A.
    let paragraphs: [ScheduleParagraph]
    /// Under which agreements, by their published titles.
    let agreements: [String]
    /// Whether it was stated why the public interest in the exemption outweighs that in publishing.
    ///
    /// The reason itself may say what is exempt, and stays with those who see it.
    var isInPublicInterest = false
    /// Whether it is withheld for small numbers.
    package var protectsSmallNumbers = false
    /// Whether it is withheld so that nothing that is withheld for a reason of its own follows from it.
    package var protectsWithheld = false

    /// What lines of the budget are called.
    static let budget = "Budget figures"
    /// What figures are called.
    package static let figures = "Figures"
    /// What figures are called that a text asks for.
    package static let figuresInText = "Figures in the text"
    /// Why small numbers are withheld.
    package static let smallNumbers = "Withheld so that nobody can be identified from small numbers."

    /// Why what would give withheld figures away is withheld.
    static let withheldFigures = "Withheld so that no figure that is withheld can be worked out."

    /// Why, in words.
    package var reason: String {
        var parts: [String] = []
        if !paragraphs.isEmpty {
            let list = paragraphs.map { "\($0.rawValue) (\($0.meaning))" }.joined(separator: " and ")
            parts.append(
                "Exempt under Schedule 12A to the Local Government Act 1972, "
                    + (paragraphs.count == 1 ? "paragraph " : "paragraphs ") + list)
            if isInPublicInterest {
                parts.append(
                    "The public interest in maintaining the exemption was judged to outweigh that in publishing")
            }
        }
        if !agreements.isEmpty { parts.append("Restricted by " + agreements.joined(separator: " and ")) }
        if protectsSmallNumbers { parts.append(String(Self.smallNumbers.dropLast())) }
        if protectsWithheld { parts.append(String(Self.withheldFigures.dropLast())) }
        return parts.joined(separator: ". ") + "."
    }
}

import FamilyServicesKit

/// The headings of a publication, and the identifiers that readers of Markdown give to those of the sections.
struct Outline {
    /// The level-1 heading.
    let title: String
    /// Whether the first section bears the report's title and so needs no heading of its own.
    let startsWithCover: Bool
    /// The headings of the sections.
    let headings: [String]
    /// The notes that become footnotes.
    let footnotes: Footnotes
    private var identifiers: [SectionID: String] = [:]
    private var titles: [SectionID: String] = [:]

    /// Reads the headings of the sections that are written.
    ///
    /// - Parameters:
    ///   - publication: The publication.
    ///   - sections: Those of its sections that are written.
    ///   - hasTitle: Whether the title is a heading of the text.
    init(_ publication: Publication, sections: [PublicationSection], hasTitle: Bool) {
        let title = Self.words(publication.metadata.title, or: "Report")
        self.title = title
        headings = sections.map { Self.words($0.title, or: Self.words($0.shortTitle, or: $0.id.text)) }
        startsWithCover = headings.first.map { $0.lowercased() == title.lowercased() } ?? false
        footnotes = Footnotes(title: publication.metadata.title, sections: sections)
        var slugs = HeadingSlugs()
        let first = hasTitle ? slugs.next(title) : nil
        for (index, section) in sections.enumerated() {
            titles[section.id] = headings[index]
            identifiers[section.id] = index == 0 && startsWithCover ? first : slugs.next(headings[index])
            for item in SectionItem.items(of: section, footnotes: footnotes) {
                if case .heading(_, let text) = item { _ = slugs.next(text) }
            }
        }
    }

    /// Whether a section is written, so that a text that links to it is kept; one without a link always is.
    func has(_ section: SectionID?) -> Bool { section.map { titles[$0] != nil } ?? true }

    /// What a link to a section names; `nil` where the heading has no letter or digit to make an identifier of.
    func identifier(of section: SectionID) -> String? { identifiers[section] }

    /// The heading of a section.
    func title(of section: SectionID) -> String { titles[section] ?? section.text }

    private static func words(_ text: String, or other: String) -> String {
        let line = MarkdownText.headingWords(text)
        return line.isEmpty ? other : line
    }
}

/// Identifiers of headings as GitHub makes them, and pandoc for its format `gfm`.
///
/// Capitals become small letters, spaces hyphens; only letters, digits, marks, hyphens and underscores stay. The second
/// heading with the same identifier gets `-1`, the third `-2`, past those that another heading has already. pandoc differs
/// in two rare cases: it keeps digits such as `²`, and gives two headings the same identifier where one of them spells out
/// the number that the other was given.
struct HeadingSlugs {
    private var counts: [String: Int] = [:]

    /// The identifier of the next heading in reading order.
    mutating func next(_ heading: String) -> String? {
        let slug = Self.slug(heading)
        var result = slug
        while counts[result] != nil {
            let count = counts[slug, default: 0] + 1
            counts[slug] = count
            result = "\(slug)-\(count)"
        }
        counts[result] = 0
        return slug.isEmpty ? nil : result
    }

    static func slug(_ heading: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in heading.lowercased().unicodeScalars {
            switch scalar {
            case " ": result.append("-")
            case "-": result.append(scalar)
            default: if isWord(scalar) { result.append(scalar) }
            }
        }
        return String(result)
    }

    private static func isWord(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .connectorPunctuation: true
        default: scalar.properties.isAlphabetic
        }
    }
}

import FamilyServicesKit

/// The identifiers of the sections in the page, and of the rows that links lead to.
struct Anchors {
    /// In the order of the sections.
    let names: [String]
    private let first: [SectionID: String]
    private let rows: [SectionID: [Anchor: String]]

    init(_ sections: [PublicationSection]) {
        var names: [String] = []
        var taken: Set<String> = []
        var first: [SectionID: String] = [:]
        var rows: [SectionID: [Anchor: String]] = [:]
        func fresh(_ base: String) -> String {
            var name = base
            var number = 1
            while !taken.insert(name).inserted {
                number += 1
                name = "\(base)-\(number)"
            }
            return name
        }
        for section in sections {
            // The prefixes keep the names apart from the page's own.
            let name = fresh("section-" + Self.word(section.id.text))
            names.append(name)
            if first[section.id] == nil { first[section.id] = name }
            for case .table(let table) in section.blocks {
                for anchor in table.anchors.compactMap({ $0 }) {
                    if rows[section.id]?[anchor] != nil { continue }
                    rows[section.id, default: [:]][anchor] = fresh("row-" + Self.word(anchor.text))
                }
            }
        }
        self.names = names
        self.first = first
        self.rows = rows
    }

    /// Where a link leads; `nil` where it leads nowhere.
    func name(of link: SectionLink?) -> String? {
        guard let link else { return nil }
        return link.row.flatMap { row(of: link.section, anchor: $0) } ?? first[link.section]
    }

    /// The identifier of a row, where links may lead to it.
    func row(of section: SectionID, anchor: Anchor?) -> String? { anchor.flatMap { rows[section]?[$0] } }

    /// Letters, digits and hyphens.
    private static func word(_ text: String) -> String {
        String(
            text.unicodeScalars.map { scalar in
                scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                    ? Character(scalar) : "-"
            })
    }
}

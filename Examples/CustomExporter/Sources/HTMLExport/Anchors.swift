import FamilyServicesKit

/// The identifiers of the sections in the page.
struct Anchors {
    /// In the order of the sections.
    let names: [String]
    private let first: [PublicationSection.ID: String]

    init(_ sections: [PublicationSection]) {
        var names: [String] = []
        var taken: Set<String> = []
        var first: [PublicationSection.ID: String] = [:]
        for section in sections {
            // Identifiers are letters, digits and hyphens by contract; the prefix keeps them apart from the page's own.
            let word = String(
                section.id.unicodeScalars.map { scalar in
                    scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                        ? Character(scalar) : "-"
                })
            var name = "section-" + word
            var number = 1
            while !taken.insert(name).inserted {
                number += 1
                name = "section-\(word)-\(number)"
            }
            names.append(name)
            if first[section.id] == nil { first[section.id] = name }
        }
        self.names = names
        self.first = first
    }

    /// Where a link leads; `nil` where it leads nowhere.
    func name(of link: SectionLink?) -> String? { link.flatMap { first[$0.section] } }
}

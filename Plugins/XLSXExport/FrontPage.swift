import FamilyServicesKit

/// The first sheet of a report: its cover and its summary together, so that it opens on what it has to say.
enum FrontPage {
    private static let shortTitle = "Cover and summary"
    private static let coverTitle = "About this report"

    /// The sections in the order of the sheets.
    ///
    /// The facts of the cover have a sheet of their own, behind the contents.
    static func first(of sections: [PublicationSection]) -> [PublicationSection] {
        guard let cover = sections.first, cover.role == .cover,
            let index = sections.firstIndex(where: { $0.role == .summary })
        else { return sections }
        let summary = sections[index]
        let front = summary.with(blocks: summary.blocks, title: cover.title, shortTitle: shortTitle)
        let facts = cover.with(blocks: cover.blocks, title: coverTitle, shortTitle: coverTitle)
        var rest = sections[1...].filter { $0.id != summary.id }
        var place = rest.startIndex
        if let contents = rest.firstIndex(where: { $0.role == .contents }) {
            rest[contents] = listing(facts, in: rest[contents])
            place = contents + 1
        }
        rest.insert(facts, at: place)
        return [front] + rest
    }

    /// The list of contents with one more section in front.
    private static func listing(_ section: PublicationSection, in contents: PublicationSection) -> PublicationSection {
        var blocks = contents.blocks
        guard
            let index = blocks.firstIndex(where: { block in
                if case .list(let items) = block { items.contains { $0.link != nil } } else { false }
            }), case .list(let items) = blocks[index]
        else { return contents }
        let item = ListItem(section.title, link: SectionLink(section: section.id))
        blocks[index] = .list([item] + items)
        return contents.with(blocks: blocks)
    }
}

import ReportModel
import ReportVocabulary
package import ReportAnalysis

extension SectionLink {
    /// A link to a record, whose section is not yet known; ``RecordLinks`` finds it when all sections are there.
    package init(toRecord record: GoldenThread.Node) {
        self.init(section: "", row: Self.anchor(of: record))
    }

    /// What links call the row that shows a record.
    package static func anchor(of record: GoldenThread.Node) -> String {
        let (kind, name) =
            switch record {
            case .inspection(let id): ("inspection", id.text)
            case .finding(let id): ("finding", id.text)
            case .recommendation(let id): ("recommendation", id.text)
            case .requirement(let id): ("requirement", id.text)
            case .risk(let id): ("risk", id.text)
            case .objective(let id): ("objective", id.text)
            case .plan(let id): ("plan", id.text)
            case .theme(let id): ("theme", id.text)
            case .planReference(let reference): ("reference", reference.text)
            case .action(let id): ("action", id.text)
            case .progressNote(let id): ("note", id.text)
            case .indicator(let id): ("indicator", id.text)
            case .auditDomain(let domain): ("audit", domain)
            }
        let word = name.unicodeScalars.map { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? Character(scalar) : "-"
        }
        return "\(kind)-\(String(word))"
    }
}

/// Finds where the links to records lead.
///
/// A record is shown by the first table that has a row for it. A link to a record that no table shows becomes plain words, and
/// so do words that lead elsewhere already: readers of a list of links must be able to tell them apart by their words
/// (WCAG 2 success criterion 2.4.4).
package struct RecordLinks {
    private var sections: [String: PublicationSection.ID] = [:]
    private var places: Set<SectionLink> = []
    /// Where words lead.
    private var targets: [String: SectionLink] = [:]

    /// The sections with each link led to its place.
    package static func resolved(_ sections: [PublicationSection]) -> [PublicationSection] {
        var links = RecordLinks(sections)
        return sections.map { links.resolved($0) }
    }

    private init(_ sections: [PublicationSection]) {
        for section in sections {
            places.insert(SectionLink(section: section.id))
            for case .table(let table) in section.blocks {
                for anchor in table.anchors.compactMap({ $0 }) {
                    if self.sections[anchor] == nil { self.sections[anchor] = section.id }
                    places.insert(SectionLink(section: section.id, row: anchor))
                }
            }
        }
    }

    private mutating func resolved(_ section: PublicationSection) -> PublicationSection {
        PublicationSection(
            id: section.id, title: section.title, shortTitle: section.shortTitle, summary: section.summary,
            blocks: section.blocks.map { block in
                switch block {
                case .table(let table): .table(resolved(table, of: section.id))
                case .list(let items): .list(items.map { ListItem($0.text, link: resolved($0.link, $0.text)) })
                case .heading, .paragraph, .facts, .chart: block
                }
            })
    }

    private mutating func resolved(_ table: Table, of section: PublicationSection.ID) -> Table {
        let rows = table.rows.enumerated().map { index, row in
            let own = table.anchor(ofRow: index).map { SectionLink(section: section, row: $0) }
            return row.map { cell -> Cell in
                guard case .text(let text) = cell.value, cell.link != nil else { return cell }
                let link = resolved(cell.link, text)
                // A row does not lead to itself.
                return Cell(cell.value, tone: cell.tone, link: link == own ? nil : link)
            }
        }
        return Table(
            name: table.name, title: table.title, columns: table.columns, rows: rows, anchors: table.anchors)
    }

    private mutating func resolved(_ link: SectionLink?, _ words: String) -> SectionLink? {
        guard let link else { return nil }
        var found = link
        if link.section.isEmpty {
            guard let row = link.row, let section = sections[row] else { return nil }
            found = SectionLink(section: section, row: row)
        }
        guard places.contains(found) else { return nil }
        let key = words.lowercased().filter { !$0.isWhitespace }
        if let target = targets[key] { return target == found ? found : nil }
        targets[key] = found
        return found
    }
}

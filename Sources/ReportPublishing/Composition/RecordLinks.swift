import OfficialStatistics
public import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

extension SectionLink {
    /// A link to the row that shows a record, wherever the report has it.
    ///
    /// The first table with a row for the record is taken. Where no table shows it, the link becomes plain words.
    ///
    /// - Parameter record: The record.
    public init(to record: GoldenThread.Node) {
        // ``RecordLinks`` finds the section when all are there.
        self.init(section: Self.unknown, row: Anchor(of: record))
    }

    /// Whether the section is not yet known.
    var leadsToRecord: Bool { section == Self.unknown }

    private static var unknown: SectionID { "" }
}

/// Finds where the links to records lead.
///
/// A record is shown by the first table that has a row for it. A link to a record that no table shows becomes plain words, and
/// so do words that lead elsewhere already: readers of a list of links must be able to tell them apart by their words
/// (WCAG 2 success criterion 2.4.4).
package struct RecordLinks {
    private var sections: [Anchor: SectionID] = [:]
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
            id: section.id, title: section.title, shortTitle: section.shortTitle, role: section.role,
            isAnnex: section.isAnnex, summary: section.summary,
            blocks: section.blocks.map { block in
                switch block {
                case .table(let table): .table(resolved(table, of: section.id))
                case .list(let items): .list(items.map { ListItem($0.text, link: resolved($0.link, $0.text)) })
                case .heading, .paragraph, .facts, .chart: block
                }
            })
    }

    private mutating func resolved(_ table: Table, of section: SectionID) -> Table {
        let rows = table.rows.enumerated().map { index, row in
            let own = table.anchor(ofRow: index).map { SectionLink(section: section, row: $0) }
            return row.map { cell -> Cell in
                guard case .text(let text) = cell.value, cell.link != nil else { return cell }
                let link = resolved(cell.link, text)
                // A row does not lead to itself.
                return Cell(
                    cell.value, tone: cell.tone, link: link == own ? nil : link, trend: cell.trend,
                    isHeading: cell.isHeading)
            }
        }
        return Table(
            name: table.name, title: table.title, columns: table.columns, rows: rows, anchors: table.anchors)
    }

    private mutating func resolved(_ link: SectionLink?, _ words: String) -> SectionLink? {
        guard let link else { return nil }
        var found = link
        if link.leadsToRecord {
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

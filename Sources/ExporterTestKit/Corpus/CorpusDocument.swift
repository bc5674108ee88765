import FamilyServicesKit

/// A publication to try an exporter with.
struct CorpusDocument: Sendable {
    /// What an exporter has to do with a document.
    enum Demand: Sendable, Hashable {
        /// The document keeps the contract: it has to be written.
        case write
        /// The document keeps the contract but goes beyond what some formats can hold: a typed error is right too.
        case writeOrRefuse
        /// The document breaks the contract, as no publication of the kit does: what matters is that nothing traps.
        case survive
    }

    /// What findings call it.
    let name: String
    /// What an exporter has to do with it.
    let demand: Demand
    /// What to export.
    let publication: Publication
    /// Whether it is made from a pack, as other such documents are.
    var isPublished = false

    /// Whether processes with other settings compare what they make of it.
    var isCompared: Bool { demand == .write && !isPublished }

    /// The publication without charts, which every format shows in its own way; `nil` where no table has a row.
    var withoutCharts: Publication? {
        let sections = publication.sections.map { section in
            PublicationSection(
                id: section.id, title: section.title, shortTitle: section.shortTitle, role: section.role,
                summary: section.summary, blocks: section.blocks.filter { if case .chart = $0 { false } else { true } })
        }
        let result = Publication(
            metadata: publication.metadata, sections: sections, pack: publication.pack,
            assessment: publication.assessment, releaseNote: publication.releaseNote)
        return result.tablesWithRows.isEmpty ? nil : result
    }
}

extension Publication {
    /// The tables that have rows, in reading order, charts left out.
    var tablesWithRows: [Table] {
        sections.flatMap(\.blocks).compactMap { block in
            guard case .table(let table) = block, !table.rows.isEmpty else { return nil }
            return table
        }
    }
}

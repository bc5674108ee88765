import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary
import SmallNumbers

/// How to read the report, and where its figures come from.
struct NotesSection: StandardSection {
    static let id: SectionID = "notes"
    static let role = SectionRole.notes
    let composer: Composer

    func compose() -> PublicationSection? {
        let manifest = pack.manifest
        var items = manifest.notes
        items += pack.commitments.compactMap { set in set.note.map { ReferenceWording.titled(set.title, $0) } }
        items += pack.context.map(sentence(about:))
        var blocks: [Block] = [
            .heading(level: 2, text: ReferenceWording.readingTitle), .list(readingNotes.map { ListItem($0) }),
        ]
        if !items.isEmpty {
            blocks += [.heading(level: 2, text: ReferenceWording.figuresTitle), .list(items.map { ListItem($0) })]
        }
        if !pack.governance.isEmpty {
            blocks.append(.heading(level: 2, text: ReferenceWording.boardsTitle))
            blocks.append(
                .list(
                    pack.governance.map { body in
                        ListItem(
                            ReferenceWording.board(
                                body.title, chair: index.role(body.chair), cadence: body.cadence?.text))
                    }))
        }
        if !manifest.sources.isEmpty {
            blocks.append(.heading(level: 2, text: ReferenceWording.sourcesTitle))
            blocks.append(
                .list(
                    manifest.sources.map { source in
                        ListItem(
                            [source.publisher, source.title, source.date?.label, source.address].compactMap { $0 }
                                .joined(separator: ". "))
                    }))
        }
        return section(ReferenceWording.notesTitle, ReferenceWording.notesLead, blocks)
    }

    private func sentence(about fact: ContextFact) -> String {
        ReferenceWording.fact(
            fact.text, value: fact.value.map { DecimalText.shortest($0) }, area: fact.area, date: fact.date?.label)
    }

    private var readingNotes: [String] {
        var notes = [
            ReferenceWording.ratings, ReferenceWording.movement, ReferenceWording.points, ReferenceWording.rounding,
        ]
        notes.append(releaseNote.policy.explanation)
        if let source = pack.manifest.sources.first, pack.indicators.contains(where: { !$0.sources.isEmpty }) {
            notes.append(ReferenceWording.places(in: source.title))
        }
        if pack.manifest.isSynthetic {
            notes.append(ReferenceWording.synthetic)
        }
        return notes
    }
}

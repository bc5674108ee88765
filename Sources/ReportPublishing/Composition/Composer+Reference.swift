import ReportDisclosure
import SmallNumbers
import ReportModel
import ReportVocabulary

extension Composer {
    func notes() -> PublicationSection? {
        let manifest = pack.manifest
        var items = manifest.notes
        items += pack.commitments.compactMap { set in set.note.map { "\(set.title): \($0)" } }
        items += pack.context.map(sentence(about:))
        var blocks: [Block] = [
            .heading(level: 2, text: "How to read this report"), .list(readingNotes.map { ListItem($0) }),
        ]
        if !items.isEmpty {
            blocks += [.heading(level: 2, text: "About the figures"), .list(items.map { ListItem($0) })]
        }
        if !pack.governance.isEmpty {
            blocks.append(.heading(level: 2, text: "Boards and panels"))
            blocks.append(
                .list(
                    pack.governance.map { body in
                        let details = [index.role(body.chair).map { "chaired by the \($0)" }, body.cadence?.text]
                            .compactMap { $0 }
                        return ListItem(body.title + (details.isEmpty ? "" : ": " + details.joined(separator: "; ")))
                    }))
        }
        if !manifest.sources.isEmpty {
            blocks.append(.heading(level: 2, text: "Sources"))
            blocks.append(
                .list(
                    manifest.sources.map { source in
                        ListItem(
                            [source.publisher, source.title, source.date?.label, source.address].compactMap { $0 }
                                .joined(separator: ". "))
                    }))
        }
        return section("notes", "Notes", "How the figures were made, and what to know before using them.", blocks)
    }

    /// A fact with its number, area and date, which stand before the full stop where its text has one.
    private func sentence(about fact: ContextFact) -> String {
        let details =
            (fact.value.map { ": \(DecimalText.shortest($0))" } ?? "") + (fact.area.map { " (\($0))" } ?? "")
            + (fact.date.map { ", \($0.label)" } ?? "")
        let isSentence = fact.text.hasSuffix(".")
        return (isSentence ? String(fact.text.dropLast()) : fact.text) + details + (isSentence ? "." : "")
    }

    private var readingNotes: [String] {
        var notes = [
            "Green means that the target is met, amber that it is missed within its tolerance, red that it is missed by more. "
                + "A measure without a target, a figure or a better direction is not rated.",
            "Arrows say which way a number moved; the word beside them says whether that is an improvement. Two figures that "
                + "print the same count as no change.",
            "The change between two percentages is given in percentage points.",
            "Figures are rounded half up, and compared before rounding.",
        ]
        notes.append(releaseNote.policy.explanation)
        if let source = pack.manifest.sources.first, pack.indicators.contains(where: { !$0.sources.isEmpty }) {
            notes.append("A place given without its document stands in: \(source.title).")
        }
        if pack.manifest.isSynthetic {
            notes.append("The figures are invented. They describe no real place and no real child.")
        }
        return notes
    }
}

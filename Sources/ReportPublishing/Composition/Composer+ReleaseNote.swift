import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary
import SmallNumbers

/// What was decided about the release.
struct ReleaseNoteSection: StandardSection {
    static let id: SectionID = "release-note"
    static let role = SectionRole.releaseNote
    let composer: Composer

    /// For whom the version is, under which rules it was made, and what it leaves out.
    func compose() -> PublicationSection? {
        let note = releaseNote
        var items = [
            ReleaseWording.audience(note.audience.label), ReleaseWording.smallNumbers(note.policy.explanation),
        ]
        if note.roundedFigures > 0 { items.append(ReleaseWording.rounded(note.roundedFigures)) }
        if note.audience == .officers {
            let found = note.textFindings.map { ReleaseWording.finding($0.kind.label, $0.count) }
            items.append(found.isEmpty ? ReleaseWording.nothingFound : ReleaseWording.found(found))
        }
        items.append(note.decidedBy.map(ReleaseWording.decided) ?? ReleaseWording.undecided)
        let blocks: [Block] = [.list(items.map { ListItem($0) })] + withheldTable
        return section(
            ReleaseWording.title, ReleaseWording.lead, blocks)
    }

    /// What is withheld, by kind and reason, and the measures with figures that show no number.
    private var withheldTable: [Block] {
        typealias Row = (what: String, count: Int?, why: String)
        let records = releaseNote.withheld.map { Row($0.item, $0.count, $0.reason) }
        let figures = releaseNote.hiddenFigures.map { hidden in
            let title = index.indicators[hidden.indicator]?.fullTitle ?? hidden.indicator.text
            return Row(ReleaseWording.figures(of: title), Optional(hidden.count), "")
        }
        // The measures are listed below the line that counts all figures.
        let split = records.firstIndex { $0.what == WithheldItem.figures && $0.why == WithheldItem.smallNumbers }
        let rows =
            split.map { Array(records[...$0]) + figures + Array(records[($0 + 1)...]) } ?? records + figures
        return TableSketch<Row>(
            name: "Withheld", title: ReleaseWording.withheldTitle,
            columns: [
                .init(Heading.what, width: 60) { $0.what },
                .init(number: Heading.howMany, width: 11) { $0.count.map { Cell.count($0) } ?? Cell.empty },
                .init(Heading.why, width: 70) { $0.why },
            ]
        ).block(of: rows, on: page)
    }
}

/// Where the report came from.
struct InputsSection: StandardSection {
    static let id: SectionID = "inputs"
    let composer: Composer

    /// The files that the report was made from.
    func compose() -> PublicationSection? {
        section(
            ReleaseWording.filesTitle, short: ReleaseWording.filesShortTitle, ReleaseWording.filesLead,
            TableSketch<InputFile>(
                name: "Inputs", title: ReleaseWording.filesTitle,
                columns: [
                    .init(Heading.file, width: 40) { $0.name },
                    .init(number: Heading.bytes, width: 12) { .count($0.byteCount) },
                    .init(Heading.sha256Digest, width: 66) { $0.sha256 },
                ]
            ).block(of: releaseNote.inputs, on: page))
    }
}

extension Composer {
    /// The release note, for versions that are not reports.
    package func releaseNoteSection() -> PublicationSection? { ReleaseNoteSection(composer: self).compose() }
}

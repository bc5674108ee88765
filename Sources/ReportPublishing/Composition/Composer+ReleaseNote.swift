import ReportModel
import SmallNumbers
import ReportDisclosure
import ReportVocabulary

extension Composer {
    /// For whom the version is, under which rules it was made, and what it leaves out.
    package func releaseNoteSection() -> PublicationSection? {
        let note = releaseNote
        var items = [
            "This version is for \(note.audience.label).", "Small numbers: \(note.policy.explanation)",
        ]
        if note.roundedFigures > 0 { items.append("\(CountText.of(note.roundedFigures, "figure")) rounded.") }
        if note.audience == .officers {
            let found = note.textFindings.map { "\($0.kind.label), \(CountText.times($0.count))" }
            items.append(
                found.isEmpty
                    ? "Nothing was found in the texts that may lead to a person."
                    : "Texts that may lead to a person, to be read before release: \(MessageText.list(found)).")
        }
        items.append(
            note.decidedBy.map { "The release was decided by: \($0)." }
                ?? "It is not recorded who decided on the release.")
        let blocks: [Block] = [.list(items.map { ListItem($0) })] + withheldTable
        return section(
            "release-note", "Release note", short: "Release note",
            "For whom this version is, how small numbers are treated in it, and what it withholds and why.", blocks)
    }

    /// What is withheld, by sort and reason, and the measures with figures that show no number.
    private var withheldTable: [Block] {
        typealias Row = (what: String, count: Int?, why: String)
        let records = releaseNote.withheld.map { Row($0.item, $0.count, $0.reason) }
        let figures = releaseNote.hiddenFigures.map { hidden in
            let title = index.indicators[hidden.indicator]?.fullTitle ?? hidden.indicator.text
            return Row("Of these, figures of: \(title)", Optional(hidden.count), "")
        }
        // The measures stand below the line that counts all figures.
        let split = records.firstIndex { $0.what == WithheldItem.figures && $0.why == WithheldItem.smallNumbers }
        let rows =
            split.map { Array(records[...$0]) + figures + Array(records[($0 + 1)...]) } ?? records + figures
        return TableSketch<Row>(
            name: "Withheld", title: "What this version withholds",
            columns: [
                .init("What", width: 60) { $0.what },
                .init(number: "How many", width: 11) { $0.count.map { Cell.count($0) } ?? Cell.empty },
                .init("Why", width: 70) { $0.why },
            ]
        ).block(of: rows)
    }

    /// The files that the report was made from.
    func inputs() -> PublicationSection? {
        section(
            "inputs", "Files behind the report", short: "Files",
            "The files that the report was made from. The digest tells whether a file is still the same.",
            TableSketch<InputFile>(
                name: "Inputs", title: "Files behind the report",
                columns: [
                    .init("File", width: 40) { $0.name },
                    .init(number: "Bytes", width: 12) { .count($0.byteCount) },
                    .init("SHA-256 digest", width: 66) { $0.sha256 },
                ]
            ).block(of: releaseNote.inputs))
    }
}

extension Composer {
    /// For whom the version is, under which rules it was made, and what it leaves out.
    func releaseNoteSection() -> PublicationSection? {
        let note = releaseNote
        var facts = [
            Fact("Version for", note.audience.label.capitalisedFirst), Fact("Small numbers", note.policy.explanation),
        ]
        let hidden = note.hiddenFigures.reduce(0) { $0 + $1.count }
        if hidden > 0 { facts.append(Fact("Figures that show no number", DecimalText.grouped(hidden))) }
        if note.roundedFigures > 0 {
            facts.append(Fact("Figures that are rounded", DecimalText.grouped(note.roundedFigures)))
        }
        let found = note.textFindings.map { "\($0.kind.label), \(CountText.times($0.count))" }
        facts.append(
            Fact(
                "Texts that may lead to a person",
                found.isEmpty ? "None found" : "\(MessageText.list(found).capitalisedFirst). Read them before release.")
        )
        facts.append(
            Fact("Release decided by", note.decidedBy ?? "Not recorded. Name the role that decides before publishing."))
        var blocks: [Block] = [.facts(facts)]
        blocks += TableSketch<ReleaseNote.Withheld>(
            name: "Withheld", title: "What this version withholds",
            columns: [
                .init("What", width: 40) { $0.item },
                .init(number: "How many", width: 11) { .count($0.count) },
                .init("Why", width: 80) { $0.reason },
            ]
        ).block(of: note.withheld)
        blocks += TableSketch<ReleaseNote.HiddenFigures>(
            name: "Hidden_figures", title: "Measures with figures that show no number",
            columns: [
                .init("Measure", width: 60) { index.indicators[$0.indicator]?.fullTitle ?? $0.indicator.text },
                .init(number: "Figures", width: 11) { .count($0.count) },
            ]
        ).block(of: note.hiddenFigures)
        blocks += TableSketch<InputFile>(
            name: "Inputs", title: "Files that the report was made from",
            columns: [
                .init("File", width: 40) { $0.name },
                .init(number: "Bytes", width: 12) { .count($0.byteCount) },
                .init("SHA-256 digest", width: 66) { $0.sha256 },
            ]
        ).block(of: note.inputs)
        return section(
            "release-note", "Release note", short: "Release note",
            "For whom this version is, how small numbers are treated in it, what it withholds and why, and what it was made "
                + "from.", blocks)
    }
}

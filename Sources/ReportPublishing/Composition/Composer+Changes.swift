import ReportModel
import ReportAnalysis
import ReportVocabulary

extension Composer {
    /// What is different since the report before; absent where none was given.
    func changes() -> PublicationSection? {
        guard let comparison else { return nil }
        let earlier = comparison.earlier.manifest
        let changes = comparison.changes.all
        let counts = PackChange.Severity.allCases.reversed().compactMap { severity in
            let count = changes.count { $0.severity == severity }
            return count == 0 ? nil : "\(DecimalText.grouped(count)) \(severity.label.lowercased())"
        }
        let count = changes.isEmpty ? "Nothing changed" : CountText.of(changes.count, "change")
        let lead =
            count + (counts.isEmpty ? "" : ": \(MessageText.list(counts))")
            + ". Figures for later periods are no change; figures that had been reported and are now others are."
        return section(
            "changes", "Changes since last time", short: "Changes",
            "What is different from the report “\(earlier.title)” of \(earlier.date.label), which reported on "
                + "\(earlier.period.label). What either report withholds from the readers of this version is left out.",
            [.paragraph(lead)]
                + TableSketch<PackChange>(
                    name: "Changes", title: "Changes since last time",
                    columns: [
                        .init("Change", width: 20) { change in
                            .text(change.kind.label, tone: change.meaning.tone(change.severity))
                        },
                        .init("Good or bad", width: 9) { $0.meaning.label },
                        .init("How much it matters", width: 12) { $0.severity.label },
                        .init("What changed", width: 60) { $0.text },
                        .init("Before", width: 28) { $0.before },
                        .init("Now", width: 28) { $0.after },
                    ]
                ).block(of: changes))
    }
}

extension PackChange.Meaning {
    /// The word for people.
    fileprivate var label: String {
        switch self {
        case .better: "Better"
        case .worse: "Worse"
        case .neutral: "Neither"
        }
    }

    fileprivate func tone(_ severity: PackChange.Severity) -> Tone {
        switch self {
        case .better: .positive
        case .worse: severity == .high ? .negative : .caution
        case .neutral: severity == .high ? .caution : .neutral
        }
    }
}

import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// What changed since the report before.
struct ChangesSection: StandardSection {
    static let id: SectionID = "changes"
    let composer: Composer

    /// What is different since the report before; absent where none was given.
    func compose() -> PublicationSection? {
        guard let comparison else { return nil }
        let earlier = comparison.earlier.manifest
        let changes = comparison.changes.all
        let counts = PackChange.Severity.allCases.reversed().compactMap { severity in
            let count = changes.count { $0.severity == severity }
            return count == 0 ? nil : "\(DecimalText.grouped(count)) \(severity.label.lowercased())"
        }
        return section(
            ReportWording.changesTitle, short: ReportWording.changesShortTitle,
            ReportWording.changesSummary(
                since: earlier.title, of: earlier.date.label, on: earlier.period.label),
            [.paragraph(ReportWording.changes(changes.count, counts))]
                + TableSketch<PackChange>(
                    name: "Changes", title: ReportWording.changesTitle,
                    columns: [
                        .init(Heading.change, width: 20) { change in
                            .text(change.kind.label, tone: change.meaning.tone(change.severity))
                        },
                        .init(Heading.goodOrBad, width: 9) { $0.meaning.label },
                        .init(Heading.howMuchItMatters, width: 12) { $0.severity.label },
                        .init(Heading.whatChanged, width: 60) { $0.text },
                        .init(Heading.before, width: 28) { $0.before },
                        .init(Heading.now, width: 28) { $0.after },
                    ]
                ).block(of: changes, on: page))
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

import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// The text of the reports.
struct ReportTextSection: StandardSection {
    static let id: SectionID = "report"
    let composer: Composer

    /// The text of the reports, paragraph by paragraph, with its figures filled in.
    func compose() -> PublicationSection? {
        typealias Row = (report: CommitteeReport, section: ReportSection, paragraph: ReportParagraph)
        let rows: [Row] = pack.reports.flatMap { report in
            report.sections.flatMap { section in section.paragraphs.map { (report, section, $0) } }
        }
        let several = Set(rows.map(\.report.id)).count > 1
        return section(
            ReportWording.textTitle,
            withNote(on: rows.map(\.paragraph.text), ReportWording.textLead),
            exempt: rows.map(\.section.access) + rows.map(\.report.access),
            TableSketch<Row>(
                name: "Report_text", title: ReportWording.textTitle,
                columns: [
                    .init(Heading.report, width: 30) { row in several ? .text(row.report.title) : .empty },
                    .init(Heading.section, width: 30) { row in
                        [row.section.number, row.section.title].filter { !$0.isEmpty }.joined(separator: " ")
                    },
                    .init(Heading.paragraph, width: 11) { $0.paragraph.number },
                    .init(Heading.text, width: 90) { $0.paragraph.text },
                ]
            ).block(of: rows, on: page))
    }
}

extension Composing {
    /// A lead, with what the symbol means that texts have in place of withheld figures.
    func withNote(on texts: [String], _ lead: String) -> String {
        let symbol = MissingReason.suppressed.shorthand
        guard withheld.contains(where: { $0.item == WithheldItem.figuresInText }),
            texts.contains(where: { $0.contains(symbol) })
        else { return lead }
        return "\(lead) \(ReportWording.withheldInText(symbol))"
    }
}

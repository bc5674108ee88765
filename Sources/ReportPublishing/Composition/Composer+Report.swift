import ReportModel

extension Composer {
    /// The text of the reports, paragraph by paragraph, with its figures filled in.
    func reportText() -> PublicationSection? {
        typealias Row = (report: CommitteeReport, section: ReportSection, paragraph: ReportParagraph)
        let rows: [Row] = pack.reports.flatMap { report in
            report.sections.flatMap { section in section.paragraphs.map { (report, section, $0) } }
        }
        let several = Set(rows.map(\.report.id)).count > 1
        return section(
            "report", "The report", short: "The report",
            "The text of the report. Figures in it that come from the tables of this version were filled in from them.",
            exempt: rows.map(\.section.access) + rows.map(\.report.access),
            TableSketch<Row>(
                name: "Report_text", title: "The report",
                columns: [
                    .init("Report", width: 30) { row in several ? .text(row.report.title) : .empty },
                    .init("Section", width: 30) { row in
                        [row.section.number, row.section.title].filter { !$0.isEmpty }.joined(separator: " ")
                    },
                    .init("Paragraph", width: 11) { $0.paragraph.number },
                    .init("Text", width: 90) { $0.paragraph.text },
                ]
            ).block(of: rows))
    }
}

import FamilyServicesKit

/// What each measure of the report counts.
struct CountedSection: SectionComposer {
    let id: SectionID = "what-is-counted"

    func compose(_ context: SectionContext) -> PublicationSection? {
        let measures = context.pack.indicators
        guard !measures.isEmpty else { return nil }
        let columns = [TableColumn("Measure", width: 60), TableColumn("Which way is better", width: 30)]
        let rows = measures.map { [Cell(.text($0.fullTitle)), Cell(.text($0.polarity.label))] }
        return context.section(
            id, title: "What is counted", summary: "The measures of this report, and which way is better.",
            access: measures.map(\.access),
            blocks: [.table(Table(name: "What_is_counted", title: "What is counted", columns: columns, rows: rows))])
    }
}

import FamilyServicesKit
import MarkdownExport

/// A section of one's own: the figures that missed their target by more than its tolerance.
struct MissedTargets: SectionComposer {
    let id: SectionID = "missed-targets"

    func compose(_ context: SectionContext) -> PublicationSection? {
        var (rows, access): ([[Cell]], [Access]) = ([], [])
        for figure in context.pack.observations {
            guard let measure = context.indicator(figure.indicator),
                Rating(of: figure.value, for: measure, on: figure.period.lastDay).outcome == .red
            else { continue }
            let link = SectionLink(to: .indicator(measure.id))
            rows.append([
                Cell(.text(measure.fullTitle), link: link), Cell(.text(figure.period.label)),
                context.cell(for: figure),
            ])
            access += [measure.access, figure.access]
        }
        guard !rows.isEmpty else { return nil }
        let columns = [
            TableColumn("Measure", width: 60), TableColumn("Period", width: 24),
            TableColumn("Figure", alignment: .trailing),
        ]
        return context.section(
            id, title: "Targets missed", summary: "Figures that missed their target by more than the tolerance.",
            access: access,
            blocks: [.table(Table(name: "Missed_targets", title: "Targets missed", columns: columns, rows: rows))])
    }
}

/// A report with one section more and one less than usual, in another order.
@main
enum CustomSection {
    static func main() throws {
        var options = PublicationOptions()
        try options.sections.insert(MissedTargets(), after: "dashboard")
        try options.sections.remove("data")
        try options.sections.move("notes", before: "summary")

        let visits = Indicator(
            id: "visits", title: "Visits in time", unit: .percent, polarity: .higherIsBetter,
            targets: [Target(.atLeast(90), tolerance: .absolute(5))])
        let pack = ReportPack(
            manifest: .init(
                title: "Visits", organisation: "Exampleton Council", area: "exampleton",
                period: try ReportingPeriod("2026-06"), date: try CalendarDate(iso: "2026-07-14"), isSynthetic: true,
                areas: [Area(id: "exampleton", title: "Exampleton", kind: .localAuthority)]),
            indicators: [visits],
            observations: try [("2026-05", 79.5), ("2026-06", 91.2)].map { month, value in
                Observation(
                    indicator: "visits", period: try ReportingPeriod(month), area: "exampleton", value: .value(value))
            })
        let publication = try pack.publish(for: .everyone, options: options)
        try MarkdownExporter().write(publication, toFile: "visits.md")
    }
}

import ReportAnalysis
import ReportModel
import ReportVocabulary

extension Composer {
    /// A judgement with the event that made it and the one before it of the same area.
    private typealias JudgementRow = (event: InspectionEvent, judgement: Judgement, before: Grade?)

    /// The judgements of each area in the order of their dates, with how they moved.
    func judgements() -> PublicationSection? {
        let rows = judgementRows
        // One judgement is no timeline; it stands with its inspection.
        guard rows.count > 1 else { return nil }
        let moved = rows.filter { row in row.before.map { $0 != row.judgement.grade } ?? false }
        let better = moved.count { row in row.before.map { row.judgement.grade > $0 } ?? false }
        let words =
            moved.isEmpty
            ? ""
            : " \(CountText.of(better, "judgement")) went up and \(DecimalText.grouped(moved.count - better)) down."
        return section(
            "judgements", "Timeline of judgements", short: "Judgements",
            "Each area that was judged, in the order of the inspections, with how its grade moved since the last time. Areas "
                + "that a framework names in other words are not compared.\(words)",
            exempt: rows.map(\.event.access),
            TableSketch<JudgementRow>(
                name: "Judgements", title: "Timeline of judgements",
                columns: [
                    .init("Area", width: 36) { row in
                        row.judgement.area.capitalisedFirst
                            + (row.judgement.isSubJudgement ? " (part of another judgement)" : "")
                    },
                    .init("Date", width: 15) { Cell.date($0.event.listingDate) },
                    .init("Judged by", width: 36) { row in
                        row.event.title + (row.event.framework.map { " (\($0.rawValue))" } ?? "")
                    },
                    .init("Judgement", width: 20) { .text($0.judgement.grade.label, tone: $0.judgement.grade.tone) },
                    .init("Move", width: 34) { row in Self.move(from: row.before, to: row.judgement.grade) },
                    .init("Note", width: 24) { $0.judgement.note },
                ]
            ).block(of: rows))
    }

    /// The judgements area by area, each area where it was first judged.
    private var judgementRows: [JudgementRow] {
        var order: [String] = []
        var rows: [String: [JudgementRow]] = [:]
        for event in events {
            for judgement in event.judgements {
                let area = judgement.area.lowercased()
                if rows[area] == nil { order.append(area) }
                rows[area, default: []].append((event, judgement, rows[area]?.last?.judgement.grade))
            }
        }
        return order.flatMap { rows[$0] ?? [] }
    }

    /// By how many grades a judgement moved, in words.
    private static func move(from before: Grade?, to grade: Grade) -> Cell {
        guard let before else { return .text("No earlier judgement to compare") }
        guard before != grade else { return .text(DirectionOfTravel.Movement.unchanged.label) }
        let isUp = grade > before
        let steps = (grade.rank - before.rank).magnitude
        let size = steps == 1 ? "one grade" : steps == 2 ? "two grades" : "three grades"
        let movement: DirectionOfTravel.Movement = isUp ? .up : .down
        return .text(
            "\(movement.label) \(size), from \(before.label.lowercased()) to \(grade.label.lowercased())",
            tone: isUp ? .positive : .negative)
    }
}

import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// How judgements moved over the years.
struct JudgementsSection: StandardSection {
    static let id: SectionID = "judgements"
    let composer: Composer

    /// A judgement with the event that made it and the one before it of the same area.
    private typealias JudgementRow = (event: InspectionEvent, judgement: Judgement, before: Grade?)

    /// The judgements of each area in the order of their dates, with how they moved.
    func compose() -> PublicationSection? {
        let rows = judgementRows
        // One judgement is not a timeline; it is shown with its inspection.
        guard rows.count > 1 else { return nil }
        let moved = rows.filter { row in row.before.map { $0 != row.judgement.grade } ?? false }
        let better = moved.count { row in row.before.map { row.judgement.grade > $0 } ?? false }
        return section(
            InspectionWording.judgementsTitle, short: InspectionWording.judgementsShortTitle,
            InspectionWording.judgementsLead(up: better, down: moved.count - better),
            exempt: rows.map(\.event.access),
            TableSketch<JudgementRow>(
                name: "Judgements", title: InspectionWording.judgementsTitle,
                columns: [
                    .init(Heading.area, width: 36) { row in
                        let area = row.judgement.area.capitalisedFirst
                        return row.judgement.isSubJudgement ? InspectionWording.subJudgement(area) : area
                    },
                    .init(Heading.date, width: 15) { Cell.date($0.event.listingDate) },
                    .init(Heading.judgedBy, width: 36) { row in
                        InspectionWording.framed(row.event.title, row.event.framework?.rawValue)
                    },
                    .init(Heading.judgement, width: 20) {
                        .text($0.judgement.grade.label, tone: $0.judgement.grade.tone)
                    },
                    .init(Heading.move, width: 34) { row in Self.move(from: row.before, to: row.judgement.grade) },
                    .init(Heading.note, width: 24) { $0.judgement.note },
                ]
            ).block(of: rows, on: page))
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
        guard let before else { return .text(InspectionWording.noEarlierJudgement) }
        guard before != grade else { return .text(DirectionOfTravel.Movement.unchanged.label) }
        let isUp = grade > before
        let movement: DirectionOfTravel.Movement = isUp ? .up : .down
        return .text(
            InspectionWording.move(
                movement.label, by: abs(grade.rank - before.rank), from: before.label.lowercased(),
                to: grade.label.lowercased()),
            tone: isUp ? .positive : .negative)
    }
}

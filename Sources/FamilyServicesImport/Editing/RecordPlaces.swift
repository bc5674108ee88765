import FamilyServicesKit

/// Where the records of a pack that can be written back are.
struct RecordPlaces: Sendable {
    /// A record in a file.
    struct Place: Sendable {
        let file: PackFile
        let record: Record

        /// The line on which it begins.
        var line: Int { record.position.line }
    }

    /// The statuses of an action, as the files have them.
    struct Statuses: Sendable {
        /// Those before the present one; the last of them have the rows.
        var history: [PlanAction.StatusReport]
        /// The status in the record of the action.
        var present: PlanAction.StatusReport?
        /// The rows of `status-history.csv`.
        var rows: [Place]
    }

    private(set) var actions: [PlanAction.ID: Place] = [:]
    private(set) var statuses: [PlanAction.ID: Statuses] = [:]
    private(set) var notes: [ProgressNote.ID: Place] = [:]
    private(set) var lines: [Int: Place] = [:]
    /// The rows of remarks, in their order.
    private(set) var remarks: [Indicator.ID: [Place]] = [:]

    init(of pack: ReportPack, _ context: ImportContext, plans: [PlanDraft], folder: PackFolder?, book: EditedBook?) {
        let files = Dictionary(
            uniqueKeysWithValues: PackFile.allCases.map { (folder?.path(of: $0.rawValue) ?? $0.rawValue, $0) })
        func places(_ found: [ImportContext.Place]) -> [Place] {
            found.compactMap { place in
                let file = book.map { $0.file(of: place) } ?? files[place.problems.file]
                return file.map { Place(file: $0, record: place.record) }
            }
        }
        for draft in plans.flatMap(\.actions) {
            let subject = RecordReference(.action, draft.id.text)
            actions[draft.id] = places(context.places(of: subject)).first
            statuses[draft.id] = Statuses(
                history: draft.history, present: draft.present, rows: places(context.parts(of: subject, in: "statuses"))
            )
        }
        for note in plans.flatMap(\.progress) {
            notes[note.id] = places(context.places(of: RecordReference(.progressNote, note.id.text))).first
        }
        for line in pack.dashboard {
            lines[line.number] = places(context.places(of: RecordReference(.dashboardLine, String(line.number)))).first
        }
        for indicator in pack.indicators where !indicator.commentary.isEmpty {
            remarks[indicator.id] = places(
                context.parts(of: RecordReference(.indicator, indicator.id.text), in: "commentary"))
        }
    }
}

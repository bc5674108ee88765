import ReportDisclosure
import ReportModel
import ReportVocabulary

/// The editable records of a pack, and the values of their fields.
struct PackValues {
    let actions: [PlanAction.ID: PlanAction]
    let notes: [ProgressNote.ID: ProgressNote]
    let remarks: [EditableRecord: Commentary]
    let lines: [Int: DashboardLine]
    let indicators: [Indicator.ID: Indicator]

    /// - Parameters:
    ///   - pack: The pack.
    ///   - numbers: How its remarks are counted, where it is a version with fewer of them than the pack it was made from.
    init(_ pack: ReportPack, numbers: RemarkNumbers? = nil) {
        actions = Self.table(pack.plans.flatMap(\.actions)) { ($0.id, $0) }
        notes = Self.table(pack.plans.flatMap(\.progress)) { ($0.id, $0) }
        lines = Self.table(pack.dashboard) { ($0.number, $0) }
        indicators = Self.table(pack.indicators) { ($0.id, $0) }
        let counted = numbers ?? RemarkNumbers(of: pack)
        remarks = Self.table(
            pack.indicators.flatMap { indicator in
                zip(counted.records(of: indicator), indicator.commentary).compactMap { record, remark in
                    record.map { ($0, remark) }
                }
            }
        ) { $0 }
    }

    private static func table<Item, Key: Hashable, Value>(
        _ items: [Item], _ pair: (Item) -> (Key, Value)
    ) -> [Key: Value] {
        Dictionary(items.map(pair)) { first, _ in first }
    }

    /// Whether the pack has a record; a new remark needs its indicator.
    func has(_ record: EditableRecord) -> Bool {
        switch record {
        case .action(let id): actions[id] != nil
        case .progressNote(let id): notes[id] != nil
        case .remark: remarks[record] != nil
        case .newRemark(let indicator, _): indicators[indicator] != nil
        case .dashboardLine(let number): lines[number] != nil
        }
    }

    /// The value of a field; `nil` where it has none, or the record has no such field.
    ///
    /// A remark that is yet to be written has the value of the first on its period, where somebody else wrote one.
    func value(of field: EditableField, in record: EditableRecord) -> EditableValue? {
        switch record {
        case .action(let id): actions[id].flatMap { value(of: field, in: $0) }
        case .progressNote(let id):
            switch field {
            case .status: notes[id]?.status.map(EditableValue.status)
            case .due: notes[id]?.due.map(EditableValue.date)
            default: nil
            }
        case .remark: remarks[record].flatMap { value(of: field, in: $0) }
        case .newRemark(let indicator, let period):
            remarks[.remark(indicator, period: period, number: 1)].flatMap { value(of: field, in: $0) }
        case .dashboardLine(let number): field == .rating ? lines[number]?.rating.map(EditableValue.rating) : nil
        }
    }

    private func value(of field: EditableField, in action: PlanAction) -> EditableValue? {
        switch field {
        case .owner: action.owner.map(EditableValue.role)
        case .due: action.due.map(EditableValue.date)
        case .completed: action.completed.map(EditableValue.date)
        case .status: action.status.map(EditableValue.status)
        case .statusDate: action.statuses.last?.date.map(EditableValue.date)
        case .statusCommentary: Self.text(action.statuses.last?.commentary)
        case .evidence: Self.text(action.evidence)
        case .text, .author, .rating: nil
        }
    }

    private func value(of field: EditableField, in remark: Commentary) -> EditableValue? {
        switch field {
        case .text: Self.text(remark.text)
        case .author: remark.author.map(EditableValue.role)
        default: nil
        }
    }

    private static func text(_ text: String?) -> EditableValue? {
        text.flatMap { $0.isEmpty ? nil : .text($0) }
    }
}

extension RemarkNumbers {
    /// The records of an indicator's remarks in order; `nil` for one that the whole pack does not have in these words.
    func records(of indicator: Indicator) -> [EditableRecord?] {
        numbers(of: indicator).map { number in
            number.map { .remark(indicator.id, period: $0.period, number: $0.number) }
        }
    }
}

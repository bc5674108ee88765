import ReportDisclosure
import ReportModel
import ReportVocabulary

/// The editable records of a pack, and the values of their fields.
struct PackValues {
    private let index: PackIndex
    private let remarks: [EditableRecord: Commentary]
    /// The day of the report, on which statuses are the present ones.
    private let day: CalendarDate

    /// - Parameters:
    ///   - pack: The pack.
    ///   - numbers: How its remarks are counted, where it is a version with fewer of them than the pack it was made from.
    init(_ pack: ReportPack, numbers: RemarkNumbers? = nil) {
        index = PackIndex(pack)
        day = pack.manifest.date
        let counted = numbers ?? RemarkNumbers(of: pack)
        var remarks: [EditableRecord: Commentary] = [:]
        for indicator in pack.indicators {
            for (record, remark) in zip(counted.records(of: indicator), indicator.commentary) {
                // Counted by indicator and period, so that no two have the same name.
                if let record, remarks[record] == nil { remarks[record] = remark }
            }
        }
        self.remarks = remarks
    }

    /// The reports of the status of an action.
    func statuses(of action: PlanAction.ID) -> [PlanAction.StatusReport] { index.actions[action]?.statuses ?? [] }

    /// Whether the pack has a record; a new remark needs its indicator.
    func has(_ record: EditableRecord) -> Bool {
        switch record {
        case .action(let id): index.actions.contains(id)
        case .progressNote(let id): index.progressNotes.contains(id)
        case .remark: remarks[record] != nil
        case .newRemark(let indicator, _): index.indicators.contains(indicator)
        case .dashboardLine(let number): index.dashboardLines[number] != nil
        }
    }

    /// Who made a remark that there is.
    func author(of record: EditableRecord) -> Role.ID? { remarks[record]?.author }

    /// The value of a field; `nil` where it has none, or the record has no such field.
    ///
    /// A remark that is yet to be written has the value of the first on its period, where somebody else wrote one.
    func value(of field: EditableField, in record: EditableRecord) -> EditableValue? {
        switch record {
        case .action(let id): index.actions[id].flatMap { value(of: field, in: $0) }
        case .progressNote(let id):
            switch field {
            case .status: index.progressNotes[id]?.status.map(EditableValue.status)
            case .due: index.progressNotes[id]?.due.map(EditableValue.date)
            default: nil
            }
        case .remark: remarks[record].flatMap { value(of: field, in: $0) }
        case .newRemark(let indicator, let period):
            remarks[.remark(indicator, period: period, number: 1)].flatMap { value(of: field, in: $0) }
        case .dashboardLine(let number):
            field == .rating ? index.dashboardLines[number]?.rating.map(EditableValue.rating) : nil
        }
    }

    private func value(of field: EditableField, in action: PlanAction) -> EditableValue? {
        switch field {
        case .owner: action.owner.map(EditableValue.role)
        case .otherOwners: action.otherOwners.isEmpty ? nil : .roles(action.otherOwners)
        case .partner: Self.text(action.partner)
        case .priority: Self.text(action.priority)
        case .due: action.due.map(EditableValue.date)
        case .completed: action.completed.map(EditableValue.date)
        case .status: action.status(on: day).map(EditableValue.status)
        case .statusDate: action.report(on: day)?.date.map(EditableValue.date)
        case .statusCommentary: Self.text(action.report(on: day)?.commentary)
        case .evidence: Self.text(action.evidence)
        case .measureOfSuccess: Self.text(action.measureOfSuccess)
        case .text, .author, .date, .rating: nil
        }
    }

    private func value(of field: EditableField, in remark: Commentary) -> EditableValue? {
        switch field {
        case .text: Self.text(remark.text)
        case .author: remark.author.map(EditableValue.role)
        case .date: remark.date.map(EditableValue.date)
        default: nil
        }
    }

    /// A text as a value; none where it is empty.
    static func text(_ text: String?) -> EditableValue? {
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

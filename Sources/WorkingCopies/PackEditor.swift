import ReportDisclosure
import ReportModel
import ReportVocabulary

/// Makes edits to a pack.
struct PackEditor {
    private(set) var pack: ReportPack
    private var actions: [PlanAction.ID: (plan: Int, item: Int)] = [:]
    private var notes: [ProgressNote.ID: (plan: Int, item: Int)] = [:]
    private var remarks: [EditableRecord: (indicator: Int, item: Int)] = [:]
    private var indicators: [Indicator.ID: Int] = [:]
    private var lines: [Int: Int] = [:]
    /// The remarks that are taken out in the end, so that until then the others keep their places.
    private var removed: [Indicator.ID: Set<Int>] = [:]

    init(_ pack: ReportPack) {
        self.pack = pack
        for (plan, item) in pack.plans.enumerated() {
            for (index, action) in item.actions.enumerated() where actions[action.id] == nil {
                actions[action.id] = (plan, index)
            }
            for (index, note) in item.progress.enumerated() where notes[note.id] == nil {
                notes[note.id] = (plan, index)
            }
        }
        let numbers = RemarkNumbers(of: pack)
        for (index, indicator) in pack.indicators.enumerated() where indicators[indicator.id] == nil {
            indicators[indicator.id] = index
            for (item, record) in numbers.records(of: indicator).enumerated() {
                if let record { remarks[record] = (index, item) }
            }
        }
        for (index, line) in pack.dashboard.enumerated() where lines[line.number] == nil { lines[line.number] = index }
    }

    mutating func apply(_ edit: PackEdit) throws(WorkingCopyError) {
        switch edit {
        case .set(let record, let field, let value):
            try set(field, of: record, to: value)
        case .addStatus(let id, let report):
            let place = try Self.found(actions[id], .action(id))
            let known = pack.plans[place.plan].actions[place.item].reports(by: pack.manifest.date)
            pack.plans[place.plan].actions[place.item].statuses.insert(report, at: known.endIndex)
        case .correctStatus(let id, let report):
            let place = try Self.found(actions[id], .action(id))
            let known = pack.plans[place.plan].actions[place.item].reports(by: pack.manifest.date)
            guard let present = known.indices.last else {
                throw WorkingCopyError(.invalidEdit, "Action \(id.text) has no status that could be corrected.")
            }
            pack.plans[place.plan].actions[place.item].statuses[present] = report
        case .removeRemark(let record):
            let place = try Self.found(remarks[record], record)
            removed[pack.indicators[place.indicator].id, default: []].insert(place.item)
        case .addRemark(let id, let remark):
            let index = try Self.found(indicators[id], .newRemark(id, period: remark.period))
            pack.indicators[index].commentary.append(remark)
        }
    }

    /// Takes out what was to be taken out.
    mutating func finish() {
        for (id, items) in removed {
            guard let index = indicators[id] else { continue }
            pack.indicators[index].commentary = pack.indicators[index].commentary.enumerated()
                .filter { !items.contains($0.offset) }.map(\.element)
        }
        removed = [:]
    }

    private mutating func set(
        _ field: EditableField, of record: EditableRecord, to value: EditableValue?
    ) throws(WorkingCopyError) {
        switch record {
        case .action(let id):
            let place = try Self.found(actions[id], record)
            try Self.set(field, of: &pack.plans[place.plan].actions[place.item], to: value)
        case .progressNote(let id):
            let place = try Self.found(notes[id], record)
            switch (field, value) {
            case (.status, _): pack.plans[place.plan].progress[place.item].status = try Self.status(value, record)
            case (.due, _): pack.plans[place.plan].progress[place.item].due = try Self.date(value, field, record)
            default: throw Self.unfit(field, record)
            }
        case .remark:
            let place = try Self.found(remarks[record], record)
            var new = pack.indicators[place.indicator].commentary[place.item]
            switch (field, value) {
            case (.text, .text(let text)?): new.text = text
            case (.author, _): new.author = try Self.role(value, field, record)
            case (.date, _): new.date = try Self.date(value, field, record)
            default: throw Self.unfit(field, record)
            }
            pack.indicators[place.indicator].commentary[place.item] = new
        case .newRemark:
            throw Self.unfit(field, record)
        case .dashboardLine(let number):
            let index = try Self.found(lines[number], record)
            switch (field, value) {
            case (.rating, .rating(let rating)?): pack.dashboard[index].rating = rating
            case (.rating, nil): pack.dashboard[index].rating = nil
            default: throw Self.unfit(field, record)
            }
        }
    }

    private static func set(
        _ field: EditableField, of action: inout PlanAction, to value: EditableValue?
    ) throws(WorkingCopyError) {
        let record = EditableRecord.action(action.id)
        switch field {
        case .owner: action.owner = try role(value, field, record)
        case .otherOwners:
            switch value {
            case nil: action.otherOwners = []
            case .roles(let ids)?: action.otherOwners = ids
            default: throw unfit(field, record)
            }
        case .partner: action.partner = try text(value, field, record)
        case .priority: action.priority = try text(value, field, record)
        case .measureOfSuccess: action.measureOfSuccess = try text(value, field, record)
        case .due: action.due = try date(value, field, record)
        case .completed: action.completed = try date(value, field, record)
        case .evidence: action.evidence = try text(value, field, record)
        case .status, .statusDate, .statusCommentary, .text, .author, .date, .rating: throw unfit(field, record)
        }
    }

    // MARK: Values

    private static func found<Place>(
        _ place: Place?, _ record: EditableRecord
    ) throws(WorkingCopyError) -> Place {
        guard let place else {
            throw WorkingCopyError(
                .unknownRecord, "The pack has no \(record); make the edit from a review against this pack.")
        }
        return place
    }

    private static func unfit(_ field: EditableField, _ record: EditableRecord) -> WorkingCopyError {
        WorkingCopyError(
            .invalidEdit, "The \(field.label) of \(record) cannot be set to such a value; make edits from a review.")
    }

    private static func role(
        _ value: EditableValue?, _ field: EditableField, _ record: EditableRecord
    ) throws(WorkingCopyError) -> Role.ID? {
        guard let value else { return nil }
        guard case .role(let id) = value else { throw unfit(field, record) }
        return id
    }

    private static func date(
        _ value: EditableValue?, _ field: EditableField, _ record: EditableRecord
    ) throws(WorkingCopyError) -> PartialDate? {
        guard let value else { return nil }
        guard case .date(let date) = value else { throw unfit(field, record) }
        return date
    }

    private static func text(
        _ value: EditableValue?, _ field: EditableField, _ record: EditableRecord
    ) throws(WorkingCopyError) -> String? {
        guard let value else { return nil }
        guard case .text(let text) = value else { throw unfit(field, record) }
        return text
    }

    private static func status(
        _ value: EditableValue?, _ record: EditableRecord
    ) throws(WorkingCopyError) -> BRAGStatus? {
        guard let value else { return nil }
        guard case .status(let status) = value else { throw unfit(.status, record) }
        return status
    }
}

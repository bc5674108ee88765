public import ReportModel
import ReportValidation
import ReportVocabulary

extension ReportPack {
    /// The pack with changes from a working copy.
    ///
    /// The pack stays as it is but for the fields that were changed. Another status, or the same one on a later day, becomes the
    /// present one, on the day that was given or else the pack's, and those before it stay in the history; any other change to
    /// a status corrects the present one. A new remark comes behind those that there are, and one whose words were emptied is
    /// taken out.
    ///
    /// - Parameter changes: Changes, and conflicts that a person has decided on, from a review against this very pack.
    /// - Returns: The pack with the changes, which has no errors.
    /// - Throws: ``WorkingCopyError`` with the code ``WorkingCopyError/Code/outdated`` where the pack is another than the one
    ///   reviewed, ``WorkingCopyError/Code/unknownRecord`` or ``WorkingCopyError/Code/invalidEdit`` where a change does not fit
    ///   the pack, and ``WorkingCopyError/Code/invalidPack`` where the result would have errors.
    public func accepting(_ changes: [WorkingCopyChange]) throws(WorkingCopyError) -> ReportPack {
        try applying(try edits(for: changes))
    }

    /// The pack with edits, which has no errors.
    func applying(_ edits: [PackEdit]) throws(WorkingCopyError) -> ReportPack {
        var editor = PackEditor(self)
        for edit in edits { try editor.apply(edit) }
        editor.finish()
        let errors = editor.pack.errors()
        guard errors.isEmpty else {
            throw WorkingCopyError(
                .invalidPack,
                "The changed pack would have \(errors.count == 1 ? "an error" : "\(errors.count) errors"), so nothing was "
                    + "accepted:\n" + errors.map(\.description).joined(separator: "\n"), diagnostics: errors)
        }
        return editor.pack
    }

    /// The edits that changes come to, in the order of the changes; those to the status of one action are one edit.
    func edits(for changes: [WorkingCopyChange]) throws(WorkingCopyError) -> [PackEdit] {
        let values = PackValues(self)
        var order: [EditableRecord] = []
        var groups: [EditableRecord: [WorkingCopyChange]] = [:]
        for change in changes {
            guard values.has(change.record) else {
                throw WorkingCopyError(
                    .unknownRecord, "The pack has no \(change.record); review the working copy against this pack.",
                    at: change.place)
            }
            guard values.value(of: change.field, in: change.record) == change.present else {
                throw WorkingCopyError(
                    .outdated,
                    "The \(change.field.label) of \(change.record) has changed in the pack since the review; review the "
                        + "working copy against this pack.", at: change.place)
            }
            if groups[change.record] == nil { order.append(change.record) }
            if groups[change.record]?.contains(where: { $0.field == change.field }) == true {
                throw WorkingCopyError(
                    .invalidEdit,
                    "Two changes are about the \(change.field.label) of \(change.record); accept one of them.",
                    at: change.place)
            }
            groups[change.record, default: []].append(change)
        }
        var edits: [PackEdit] = []
        for record in order {
            guard let group = groups[record] else { continue }
            switch record {
            case .action(let id):
                let isStatus: (WorkingCopyChange) -> Bool = {
                    [.status, .statusDate, .statusCommentary].contains($0.field)
                }
                edits += group.filter { !isStatus($0) }.map { .set(record, $0.field, $0.new) }
                let status = StatusChange(group.filter(isStatus))
                if let edit = try status.edit(of: id, after: values.statuses(of: id), on: manifest.date) {
                    edits.append(edit)
                }
            case .newRemark(let indicator, let period):
                edits.append(.addRemark(indicator, try remark(group, period)))
            case .remark where group.contains(where: { $0.field == .text && $0.new == nil }):
                edits.append(.removeRemark(record))
            case .remark:
                edits += group.map { .set(record, $0.field, $0.new) }
                // Other words are said on another day.
                if group.contains(where: { $0.field == .text }), !group.contains(where: { $0.field == .date }) {
                    edits.append(.set(record, .date, .date(PartialDate(manifest.date))))
                }
            case .progressNote, .dashboardLine:
                edits += group.map { .set(record, $0.field, $0.new) }
            }
        }
        return edits
    }

    private func remark(
        _ changes: [WorkingCopyChange], _ period: ReportingPeriod?
    ) throws(WorkingCopyError) -> Commentary {
        var author: Role.ID?
        var date = PartialDate(manifest.date)
        for case .date(let given)? in changes.filter({ $0.field == .date }).map(\.new) { date = given }
        for case .role(let role)? in changes.filter({ $0.field == .author }).map(\.new) { author = role }
        for case .text(let text)? in changes.filter({ $0.field == .text }).map(\.new) {
            return Commentary(text, period: period, author: author, date: date)
        }
        throw WorkingCopyError(
            .invalidEdit, "A new remark needs words; accept the change of the remark too.", at: changes.first?.place)
    }
}

/// The changes to the status of one action.
struct StatusChange {
    private var status: BRAGStatus?
    /// Set where the cell was changed; then it may be `nil`.
    private var date: PartialDate??
    private var commentary: String??
    private var place: CellPlace?
    private var isUnfit = false
    private let isEmpty: Bool

    init(_ changes: [WorkingCopyChange]) {
        place = changes.first?.place
        isEmpty = changes.isEmpty
        for change in changes {
            switch (change.field, change.new) {
            case (.status, .status(let new)?): status = new
            case (.statusDate, .date(let new)?): date = .some(new)
            case (.statusDate, nil): date = .some(nil)
            case (.statusCommentary, .text(let new)?): commentary = .some(new)
            case (.statusCommentary, nil): commentary = .some(nil)
            default: isUnfit = true
            }
        }
    }

    /// The edit that the changes come to.
    ///
    /// - Parameters:
    ///   - id: The action.
    ///   - statuses: Its statuses so far; those dated after the day stay behind the present one.
    ///   - day: The day of the report, and of a new status for which none was given.
    /// - Returns: The edit; `nil` where nothing changed.
    /// - Throws: ``WorkingCopyError`` where the status was emptied, there is none to correct, or it would be earlier than the
    ///   one before it.
    func edit(
        of id: PlanAction.ID, after statuses: [PlanAction.StatusReport], on day: CalendarDate
    ) throws(WorkingCopyError) -> PackEdit? {
        guard !isEmpty else { return nil }
        guard !isUnfit else {
            throw WorkingCopyError(
                .invalidEdit,
                "A status that was reported cannot be taken back here; write the status that holds now.", at: place)
        }
        let known = statuses.reported(by: day)
        let (last, next) = (known.last, statuses.dropFirst(known.count).first)
        guard let present = status ?? last?.status else {
            throw WorkingCopyError(
                .invalidEdit,
                "Action \(id.text) has no status to which a date or a reason could belong; give it a status.",
                at: place)
        }
        let words = commentary ?? last?.commentary
        let given = date ?? nil
        let isLater = if let given, let earlier = last?.date { given.firstDay > earlier.firstDay } else { false }
        // A new report: another status, or the same one confirmed later.
        if present != last?.status || isLater {
            let report = PlanAction.StatusReport(
                present, on: given ?? PartialDate(max(day, last?.date?.firstDay ?? day)), commentary: words)
            try checkOrder(of: report, after: last, before: next, id)
            return .addStatus(id, report)
        }
        let report = PlanAction.StatusReport(present, on: date ?? last?.date, commentary: words)
        try checkOrder(of: report, after: known.dropLast().last, before: next, id)
        return .correctStatus(id, report)
    }

    private func checkOrder(
        of report: PlanAction.StatusReport, after before: PlanAction.StatusReport?,
        before next: PlanAction.StatusReport?, _ id: PlanAction.ID
    ) throws(WorkingCopyError) {
        guard let day = report.date else { return }
        if let earlier = before?.date, day.firstDay < earlier.firstDay {
            throw WorkingCopyError(
                .invalidEdit,
                "The status of action \(id.text) would be of \(day.label), earlier than the one before it, of "
                    + "\(earlier.label); give it a later date.", at: place)
        }
        if let later = next?.date, day.firstDay > later.firstDay {
            throw WorkingCopyError(
                .invalidEdit,
                "The status of action \(id.text) would be of \(day.label), later than the one after it, of \(later.label); "
                    + "give it an earlier date.", at: place)
        }
    }
}

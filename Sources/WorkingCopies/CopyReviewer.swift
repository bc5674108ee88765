import ReportModel
import ReportVocabulary

/// Compares the tables of a working copy with what they were and with a pack.
struct CopyReviewer {
    private let pack: ReportPack
    let values: PackValues
    let originals: CopyOriginals?
    private let reading: CellReading
    private var changes: [WorkingCopyChange] = []
    private var conflicts: [WorkingCopyChange] = []
    private var settled: [WorkingCopyChange] = []
    var problems: [WorkingCopyProblem] = []
    /// The rows that were read.
    var seen: [EditableRecord: CellPlace] = [:]
    /// The names of the rows that are there, whatever has become of their records since.
    var rowsThere: Set<EditableRecord> = []

    init(_ pack: ReportPack, originals: CopyOriginals?) {
        self.pack = pack
        self.originals = originals
        values = PackValues(pack)
        reading = CellReading(roles: RoleNames(pack.manifest.roles))
    }

    mutating func review(_ tables: [CopyTable]) -> WorkingCopyReview {
        if let originals {
            problems += originals.problems
        } else {
            problems.append(
                WorkingCopyProblem(
                    .missingTable,
                    "The sheet “\(WorkingCopyNames.originals)” is not there, so cells are compared with the pack as it is now, and "
                        + "cells of columns that are not read back are not compared at all."))
        }
        for table in tables { read(table) }
        reportMissing(tables)
        return WorkingCopyReview(changes: changes, conflicts: conflicts, settled: settled, problems: problems)
    }

    // MARK: Tables

    private mutating func read(_ table: CopyTable) {
        reportColumns(of: table)
        var (found, again) = (0, [WorkingCopyProblem]())
        var strays: Set<Int> = []
        for row in table.rows {
            let cells = table.sheet.rows[row]
            guard let first = cells.firstIndex(where: { !CellReading.text(of: $0).isEmpty }) else { continue }
            for (column, cell) in cells.enumerated()
            where cell != .empty && CellReading.text(of: table.sheet.cell(row: table.headerRow, column: column)).isEmpty
                && strays.insert(column).inserted
            {
                report(
                    .addedColumn, "This column has no header and is not read back; its cells are left alone.",
                    table.place(row, column))
            }
            let text = CellReading.text(of: table.sheet.cell(row: row, column: table.identifierColumn))
            guard !text.isEmpty else {
                report(
                    .addedRow,
                    "This row has nothing under “\(table.table.identifierHeader)” and is not read back; add the record "
                        + "to the pack and make a new copy.", table.place(row, first))
                continue
            }
            let place = table.place(row, table.identifierColumn)
            let named = EditableRecord(identifier: text, in: table.table)
            if let named { rowsThere.insert(named) }
            guard let named, let record = target(of: named, in: row, of: table), values.has(record) else {
                // A remark that was taken out, now or before, is not missed.
                if let named, case .remark = named, isEmptied(row, of: table, named) || isAsItWas(row, of: table, named)
                {
                    continue
                }
                reportUnknown(text, table.table, place)
                continue
            }
            found += 1
            if let other = seen[record] {
                again.append(
                    WorkingCopyProblem(
                        .duplicateRow,
                        "The row repeats \(record), which is in row \(other.row + 1) of the sheet “\(other.sheet)”, and is not "
                            + "read; keep one of the two.", at: place, record: record))
                continue
            }
            seen[record] = place
            read(row, of: table, record, named: named)
        }
        // A whole sheet that somebody kept beside the first says so once.
        if again.count == found, let first = again.first, found > 1 {
            report(
                .duplicateRow,
                "All rows of this table are also in another one, which was read in its place; delete the sheet "
                    + "that is not wanted.", first.place)
        } else {
            problems += again
        }
    }

    /// The record of the pack that a row shows.
    ///
    /// Remarks are counted, so that one is another's number once a remark before it was taken out. What was written tells
    /// them apart.
    private func target(of named: EditableRecord, in row: Int, of table: CopyTable) -> EditableRecord? {
        guard case .remark(let indicator, let period, let number) = named,
            let kept = originals?[named.originalName]?.values[table.table.header(of: .text)],
            kept != WorkingCopyNames.tooLong
        else { return named }
        let cell = table.fields[.text].map { CellReading.text(of: table.sheet.cell(row: row, column: $0)) } ?? ""
        func hasText(_ record: EditableRecord) -> Bool {
            guard case .text(let text)? = values.value(of: .text, in: record) else { return false }
            let canonical = CopiedText.canonical(text)
            return canonical == kept || canonical == cell
        }
        if hasText(named) { return named }
        let others = (1...max(1, number)).reversed().map {
            EditableRecord.remark(indicator, period: period, number: $0)
        }
        if let moved = others.first(where: { hasText($0) && seen[$0] == nil }) { return moved }
        // Emptied, and its number is that of another remark of the copy by now: it was taken out before.
        guard cell.isEmpty, case .text(let text)? = values.value(of: .text, in: named) else { return named }
        let canonical = CopiedText.canonical(text)
        let isOther = table.rows.contains { other in
            guard !table.sheet.rows[other].isEmpty else { return false }
            let name = CellReading.text(of: table.sheet.cell(row: other, column: table.identifierColumn))
            guard other != row, let column = table.fields[.text],
                let record = EditableRecord(identifier: name, in: table.table),
                case .remark(indicator, period: period, _) = record
            else { return false }
            return CellReading.text(of: table.sheet.cell(row: other, column: column)) == canonical
                || originals?[record.originalName]?.values[table.table.header(of: .text)] == canonical
        }
        let isElsewhere = originals?.otherRemarks.contains { name, text in
            guard text == canonical, name.hasPrefix(table.table.recordWord + " "),
                case .remark(indicator, period: period, _)? = EditableRecord(
                    identifier: String(name.dropFirst(table.table.recordWord.count + 1)), in: table.table)
            else { return false }
            return true
        }
        return isOther || isElsewhere ?? false ? nil : named
    }

    /// Whether nothing was written into a row that the copy had.
    private func isAsItWas(_ row: Int, of table: CopyTable, _ named: EditableRecord) -> Bool {
        guard let original = originals?[named.originalName] else { return false }
        return table.fields.allSatisfy { field, column in
            let (cell, kept) = (
                table.sheet.cell(row: row, column: column), original.values[table.table.header(of: field)]
            )
            if Self.isUnchanged(cell, kept) { return true }
            return (kept ?? "").isEmpty
                && CopiedText.folded(CellReading.text(of: cell)) == CopiedText.folded(WorkingCopyNames.nothing)
        }
    }

    /// Whether a remark that the copy had is emptied in it.
    private func isEmptied(_ row: Int, of table: CopyTable, _ named: EditableRecord) -> Bool {
        guard originals?[named.originalName] != nil, let column = table.fields[.text] else { return false }
        return CellReading.text(of: table.sheet.cell(row: row, column: column)).isEmpty
    }

    private mutating func read(
        _ row: Int, of table: CopyTable, _ record: EditableRecord, named: EditableRecord
    ) {
        let original = originals?[named.originalName]
        for (column, header) in table.others.sorted(by: { $0.key < $1.key }) {
            let known = original?.checks.first { CopiedText.header($0.key) == header }
            guard let (title, check) = known else { continue }
            let texts = CellReading.checkedTexts(of: table.sheet.cell(row: row, column: column))
            let checks = texts.map { CopiedText.check(record: named.originalName, column: title, value: $0) }
            if !checks.contains(check) {
                report(
                    .notEditable,
                    "The cell was changed, but the column “\(title)” is not read back; change \(record) in the pack.",
                    table.place(row, column), record)
            }
        }
        var found: [(change: WorkingCopyChange, kind: Kind)] = []
        for field in table.table.fields {
            guard let column = table.fields[field] else { continue }
            if let change = change(of: field, in: record, table, row, column, original) { found.append(change) }
        }
        let all = found.map(\.change)
        found.removeAll { isUnwritten($0.change, among: all) }
        addAuthor(to: &found, of: record, in: table, row)
        settleFilledDate(&found)
        settleLaterStatus(&found, of: record, in: table.table, original)
        if let message = objection(to: found.filter { $0.kind != .settled }.map(\.change), record) {
            for (change, kind) in found where kind != .settled && message.fields.contains(change.field) {
                report(.inconsistent, message.text, change.place, record)
            }
            found.removeAll { $0.kind != .settled && message.fields.contains($0.change.field) }
        }
        for (change, kind) in found {
            switch kind {
            case .change: changes.append(change)
            case .conflict: conflicts.append(change)
            case .settled: settled.append(change)
            }
        }
    }

    private enum Kind {
        case change, conflict, settled
    }

    /// Whether all that a blank remark has is the role that the copy was made for, which was there from the beginning.
    private func isUnwritten(_ change: WorkingCopyChange, among changes: [WorkingCopyChange]) -> Bool {
        guard case .newRemark = change.record, change.field == .author, let owner else { return false }
        return change.new == .role(owner) && !changes.contains { $0.field == .text && $0.new != nil }
    }

    /// A remark that another role than its author has changed in its copy is that role's, unless the copy says otherwise.
    private func addAuthor(
        to found: inout [(change: WorkingCopyChange, kind: Kind)], of record: EditableRecord, in table: CopyTable,
        _ row: Int
    ) {
        guard let owner, case .remark = record, let column = table.fields[.author],
            let text = found.first(where: { $0.change.field == .text }), text.kind != .settled, text.change.new != nil,
            !found.contains(where: { $0.change.field == .author })
        else { return }
        let present = values.value(of: .author, in: record)
        guard present != .role(owner) else { return }
        let change = WorkingCopyChange(
            at: table.place(row, column), in: record, field: .author, exported: present, present: present,
            new: .role(owner))
        found.append((change, text.kind))
    }

    /// The role that the copy was made for.
    private var owner: Role.ID? { originals?.owner }

    /// A status without a day was given one when it was taken into the pack: that the pack has a day is not somebody else's
    /// doing.
    private func settleFilledDate(_ found: inout [(change: WorkingCopyChange, kind: Kind)]) {
        guard found.contains(where: { $0.change.field == .status && $0.kind == .settled }),
            let index = found.firstIndex(where: { $0.change.field == .statusDate && $0.kind == .conflict }),
            found[index].change.new == nil
        else { return }
        found[index].kind = .settled
    }

    /// A status dated after the report is in the pack once it was accepted, but the report shows the one before it: it must
    /// not be offered again.
    private func settleLaterStatus(
        _ found: inout [(change: WorkingCopyChange, kind: Kind)], of record: EditableRecord, in table: WorkingCopyTable,
        _ original: CopyOriginals.Record?
    ) {
        let fields: Set<EditableField> = [.status, .statusDate, .statusCommentary]
        guard case .action(let id) = record, found.contains(where: { fields.contains($0.change.field) }) else { return }
        let changes = found.map(\.change)
        func written(_ field: EditableField) -> EditableValue? {
            if let change = changes.first(where: { $0.field == field }) { return change.new }
            return exported(field, of: record, original?.values[table.header(of: field)])
        }
        let (status, date, words) = (written(.status), written(.statusDate), written(.statusCommentary))
        let later = values.statuses(of: id).dropFirst(values.statuses(of: id).reported(by: pack.manifest.date).count)
        let isKnown = later.contains { report in
            Self.agree(.status(report.status), status) && Self.agree(report.date.map(EditableValue.date), date)
                && Self.agree(PackValues.text(report.commentary), words)
        }
        guard isKnown else { return }
        for index in found.indices where fields.contains(found[index].change.field) { found[index].kind = .settled }
    }

    // MARK: Cells

    private mutating func change(
        of field: EditableField, in record: EditableRecord, _ table: CopyTable, _ row: Int, _ column: Int,
        _ original: CopyOriginals.Record?
    ) -> (change: WorkingCopyChange, kind: Kind)? {
        let cell = table.sheet.cell(row: row, column: column)
        let present = values.value(of: field, in: record)
        let kept = original?.values[table.table.header(of: field)]
        if Self.isUnchanged(cell, kept) { return nil }
        let new: EditableValue?
        do {
            let shown = table.sheet.shown[ReadSheet.Place(row: row, column: column)]
            new = try reading.value(of: cell, shown: shown, for: field)
        } catch {
            report(.badValue, error.message, table.place(row, column), record)
            return nil
        }
        let exported = exported(field, of: record, kept)
        guard !Self.agree(new, exported) else { return nil }
        let change = WorkingCopyChange(
            at: table.place(row, column), in: record, field: field, exported: exported, present: present, new: new)
        return (change, Self.agree(new, present) ? .settled : exported == present ? .change : .conflict)
    }

    /// The value with which the copy was made; a text that was too long to be shown was what the pack has.
    private func exported(_ field: EditableField, of record: EditableRecord, _ kept: String?) -> EditableValue? {
        let present = values.value(of: field, in: record)
        guard let kept, kept != WorkingCopyNames.tooLong else { return present }
        return Self.value(kept, of: field, like: present)
    }

    /// Whether a cell has what was kept of it, in words that the pack may no longer know.
    private static func isUnchanged(_ cell: SheetCell, _ kept: String?) -> Bool {
        let text = CellReading.text(of: cell)
        guard let kept else { return text == WorkingCopyNames.tooLong }
        let lines = kept.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        return text == kept || lines.count == 2 && text == lines[1]
    }

    /// The value that was kept; the present one where it is the same in all that workbooks keep.
    private static func value(_ kept: String, of field: EditableField, like present: EditableValue?) -> EditableValue? {
        guard !kept.isEmpty else { return nil }
        switch field {
        case .owner, .author:
            return Role.ID(String(kept.prefix { $0 != "\n" })).map(EditableValue.role)
        case .otherOwners:
            let ids = kept.prefix { $0 != "\n" }.split(separator: "; ").compactMap { Role.ID(String($0)) }
            return ids.isEmpty ? nil : .roles(ids)
        case .due, .completed, .statusDate, .date: return (try? PartialDate(iso: kept)).map(EditableValue.date)
        case .status: return BRAGStatus(rawValue: kept).map(EditableValue.status)
        case .rating: return PrintedRating(rawValue: kept).map(EditableValue.rating)
        case .statusCommentary, .evidence, .text, .partner, .priority, .measureOfSuccess:
            let value = EditableValue.text(kept)
            return agree(value, present) ? present : value
        }
    }

    /// Whether two values are the same, as far as a workbook can tell.
    private static func agree(_ left: EditableValue?, _ right: EditableValue?) -> Bool {
        guard case (.text(let first)?, .text(let second)?) = (left, right) else { return left == right }
        return CopiedText.canonical(first) == CopiedText.canonical(second)
    }

    /// Why the owners of an action cannot be changed as they were.
    private func ownersObjection(
        to changes: [WorkingCopyChange], _ record: EditableRecord
    ) -> (fields: Set<EditableField>, text: String)? {
        let fields: Set<EditableField> = [.owner, .otherOwners]
        guard changes.contains(where: { fields.contains($0.field) }) else { return nil }
        func value(_ field: EditableField) -> EditableValue? {
            changes.first { $0.field == field }.map(\.new) ?? values.value(of: field, in: record)
        }
        guard case .roles(let others)? = value(.otherOwners) else { return nil }
        guard case .role(let owner)? = value(.owner) else {
            return (
                fields,
                "An action with other owners needs one that leads; write a role under “Owner”, or empty “Other owners” too."
            )
        }
        guard others.contains(owner) else { return nil }
        return (
            fields,
            "\(MessageText.value(owner)) leads and is under “Other owners” too; take the role out of one of them."
        )
    }

    /// Why the changes of a record cannot be made together.
    private func objection(
        to changes: [WorkingCopyChange], _ record: EditableRecord
    ) -> (fields: Set<EditableField>, text: String)? {
        switch record {
        case .action(let id):
            let fields: Set<EditableField> = [.status, .statusDate, .statusCommentary]
            do {
                _ = try StatusChange(changes.filter { fields.contains($0.field) })
                    .edit(of: id, after: values.statuses(of: id), on: pack.manifest.date)
                return ownersObjection(to: changes, record)
            } catch {
                return (fields, error.message)
            }
        case .newRemark:
            guard !changes.isEmpty, !changes.contains(where: { $0.field == .text && $0.new != nil }) else { return nil }
            return ([.text, .author, .date], "A remark needs words; write it into the column “Remark” too.")
        case .remark, .progressNote, .dashboardLine: return nil
        }
    }
}

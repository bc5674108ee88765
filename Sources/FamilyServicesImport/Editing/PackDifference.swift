import FamilyServicesKit

/// Finds out which cells of the tables of a pack have to change so that it becomes another.
struct PackDifference {
    let old: ReportPack
    let new: ReportPack
    let places: RecordPlaces
    /// The texts of the tables by their files.
    private let contents: [String: [UInt8]]
    private let limits: ImportLimits
    private let folder: String
    /// The workbook that the pack is, where it is one.
    private let book: EditedBook?
    private var tables: [PackFile: EditableTable] = [:]
    private(set) var cells: [PackFolderChanges.Cell] = []
    private(set) var problems: [Diagnostic] = []

    init(
        from old: ReportPack, to new: ReportPack, places: RecordPlaces, contents: [String: [UInt8]],
        limits: ImportLimits, folder: String, book: EditedBook?
    ) {
        self.old = old
        self.new = new
        self.places = places
        self.contents = contents
        self.limits = limits
        self.folder = folder
        self.book = book
    }

    /// The cells of a workbook that have to be written, by the files of their tables.
    var changedCells: [String: [ReadSheet.Place: String]] {
        var result: [String: [ReadSheet.Place: String]] = [:]
        for (file, table) in tables where table.isChanged {
            let isThere = book?.tables[file.rawValue] != nil
            // A column that was added has the same heading in both.
            result[file.rawValue] = table.changedCells.merging(isThere ? [:] : table.headingCells) { first, _ in first }
        }
        return result
    }

    /// The bytes of the files that have to be written.
    var changedContents: [String: [UInt8]] {
        var result: [String: [UInt8]] = [:]
        for (file, table) in tables where table.isChanged {
            let bytes = table.changedBytes
            if bytes != contents[file.rawValue] { result[file.rawValue] = bytes }
        }
        return result
    }

    /// Goes through the pack.
    mutating func find() {
        var rest = old
        (rest.plans, rest.indicators, rest.dashboard) = (new.plans, new.indicators, new.dashboard)
        let sameRecords =
            old.plans.map(\.id) == new.plans.map(\.id) && old.indicators.map(\.id) == new.indicators.map(\.id)
            && old.dashboard.map(\.number) == new.dashboard.map(\.number)
        guard rest == new, sameRecords else {
            refuse(
                "Something else than actions, notes on progress, remarks and printed ratings was changed; change it in the "
                    + "files of the pack by hand.", .manifest,
                at: SourceLocation(file: folder))
            return
        }
        for (old, new) in zip(old.plans, new.plans) where old != new { compare(old, new) }
        for (old, new) in zip(old.indicators, new.indicators) where old != new { compare(old, new) }
        for (old, new) in zip(old.dashboard, new.dashboard) where old != new { compare(old, new) }
    }

    // MARK: Records

    private mutating func compare(_ old: ImprovementPlan, _ new: ImprovementPlan) {
        var rest = old
        (rest.actions, rest.progress) = (new.actions, new.progress)
        guard rest == new, old.actions.map(\.id) == new.actions.map(\.id),
            old.progress.map(\.id) == new.progress.map(\.id)
        else {
            return refuse(
                "Of a plan only its actions and notes on progress can be written back, and none can be added, removed or "
                    + "moved; change the files of the pack by hand.", RecordReference(.plan, old.id.text))
        }
        for (old, new) in zip(old.actions, new.actions) where old != new { compare(old, new) }
        for (old, new) in zip(old.progress, new.progress) where old != new { compare(old, new) }
    }

    private mutating func compare(_ old: PlanAction, _ new: PlanAction) {
        let subject = RecordReference(.action, old.id.text)
        var rest = old
        (rest.owner, rest.otherOwners) = (new.owner, new.otherOwners)
        (rest.partner, rest.priority) = (new.partner, new.priority)
        (rest.due, rest.completed, rest.measureOfSuccess) = (new.due, new.completed, new.measureOfSuccess)
        (rest.evidence, rest.statuses) = (new.evidence, new.statuses)
        guard rest == new, let place = places.actions[old.id] else {
            return refuse(
                "Of an action only the owners, the partner, the priority, the dates, the statuses, the evidence and the measure of "
                    + "success can be written back.", subject,
                at: places.actions[old.id].map { location($0) })
        }
        set("owner", Self.owners(of: old), Self.owners(of: new), of: subject, at: place)
        set("due", old.due?.description, new.due?.description, of: subject, at: place, isDate: true)
        set(
            "completed", old.completed?.description, new.completed?.description, of: subject, at: place, isDate: true)
        set("evidence", old.evidence, new.evidence, of: subject, at: place, isFreeText: true)
        set("partner", old.partner, new.partner, of: subject, at: place, isFreeText: true)
        set("priority", old.priority, new.priority, of: subject, at: place, isFreeText: true)
        set(
            "measure_of_success", old.measureOfSuccess, new.measureOfSuccess, of: subject, at: place, isFreeText: true)
        if old.statuses != new.statuses { setStatuses(new.statuses, of: old.id, at: place) }
    }

    /// The owners of an action in one cell, the one that leads first.
    private static func owners(of action: PlanAction) -> String? {
        action.owners.isEmpty ? nil : action.owners.map(\.text).joined(separator: "; ")
    }

    private mutating func setStatuses(
        _ wanted: [PlanAction.StatusReport], of id: PlanAction.ID, at place: RecordPlaces.Place
    ) {
        let subject = RecordReference(.action, id.text)
        guard let statuses = places.statuses[id], let steps = StatusSteps(from: statuses, to: wanted)?.steps else {
            return refuse(
                "The statuses of an action can only be added to, or one of them be corrected; one ahead of others that are dated "
                    + "later needs a date, and a status-history.csv in which all have one.", subject,
                at: location(place))
        }
        for step in steps {
            switch step {
            case .present(let report):
                set(
                    report, after: statuses.present, ["status", "status_date", "status_commentary"], of: subject,
                    at: place)
            case .row(let index, let report):
                let before = statuses.history[statuses.history.count - statuses.rows.count + index]
                set(report, after: before, ["status", "date", "commentary"], of: subject, at: statuses.rows[index])
            case .newRow(let report):
                append(
                    [
                        "action": id.text, "status": report.status.rawValue, "date": report.date?.description,
                        "commentary": report.commentary,
                    ], to: .statusHistory, like: .actions, of: subject)
            }
        }
    }

    /// Puts a status into a row; what is the same as before stays as it is written.
    private mutating func set(
        _ report: PlanAction.StatusReport, after before: PlanAction.StatusReport?, _ columns: [String],
        of subject: RecordReference, at place: RecordPlaces.Place
    ) {
        if before?.status != report.status {
            set(columns[0], place.text(columns[0]), report.status.rawValue, of: subject, at: place)
        }
        if before?.date != report.date {
            set(columns[1], place.text(columns[1]), report.date?.description, of: subject, at: place, isDate: true)
        }
        if before?.commentary != report.commentary {
            set(
                columns[2], place.text(columns[2]), report.commentary, of: subject, at: place, isFreeText: true)
        }
    }

    private mutating func compare(_ old: ProgressNote, _ new: ProgressNote) {
        let subject = RecordReference(.progressNote, old.id.text)
        var rest = old
        (rest.status, rest.due) = (new.status, new.due)
        guard rest == new, let place = places.notes[old.id] else {
            return refuse(
                "Of a note on progress only the status and the date by which it is due can be written back.", subject,
                at: places.notes[old.id].map { location($0) })
        }
        set("status", old.status?.rawValue, new.status?.rawValue, of: subject, at: place)
        set("due", old.due?.description, new.due?.description, of: subject, at: place, isDate: true)
    }

    private mutating func compare(_ old: Indicator, _ new: Indicator) {
        let subject = RecordReference(.indicator, old.id.text)
        let rows = places.remarks[old.id] ?? []
        var rest = old
        rest.commentary = new.commentary
        guard rest == new, rows.count == old.commentary.count,
            new.commentary.allSatisfy({ !$0.text.isEmpty && $0.access.publicInterestReason == nil })
        else {
            return refuse(
                "Of an indicator only its remarks can be written back: their words, authors and dates, new ones, and that one is "
                    + "taken out. None can be without words.", subject, at: rows.first.map { location($0) })
        }
        let successors = Self.successors(of: old.commentary, in: new.commentary)
        for (index, place) in rows.enumerated() {
            let before = old.commentary[index]
            guard let successor = successors[index] else {
                remove(before.text, of: subject, at: place)
                continue
            }
            let after = new.commentary[successor]
            set("text", before.text, after.text, of: subject, at: place, isFreeText: true)
            set("author", before.author?.text, after.author?.text, of: subject, at: place)
            set("date", before.date?.description, after.date?.description, of: subject, at: place, isDate: true)
        }
        for remark in new.commentary.dropFirst((successors.compactMap { $0 }.max() ?? -1) + 1) {
            append(
                [
                    "indicator": old.id.text, "period": remark.period?.description, "author": remark.author?.text,
                    "date": remark.date?.description, "text": remark.text, "access": AccessText.text(of: remark.access),
                ], to: .commentary, like: .indicators, of: subject)
        }
    }

    /// What each remark becomes: the place of another, or nothing where it is taken out.
    ///
    /// Remarks keep their order; what is behind the last that becomes another is new.
    private static func successors(of old: [Commentary], in new: [Commentary]) -> [Int?] {
        var result: [Int?] = []
        var next = 0
        for (index, remark) in old.enumerated() {
            let rest = new[next...]
            guard let candidate = rest.first else {
                result.append(nil)
                continue
            }
            let isAlike = candidate.period == remark.period && candidate.access == remark.access
            // It is taken out where the next of the new is a later one of the old, word for word.
            let isLater = candidate != remark && old[(index + 1)...].contains(candidate) && !rest.contains(remark)
            guard isAlike, !isLater else {
                result.append(nil)
                continue
            }
            result.append(next)
            next += 1
        }
        return result
    }

    /// Takes a row out of its table, or says that somebody has to.
    private mutating func remove(_ text: String, of subject: RecordReference, at place: RecordPlaces.Place) {
        guard let table = table(place.file, of: subject) else { return }
        var changed = table
        changed.remove(atLine: place.line)
        tables[place.file] = changed
        cells.append(.init(location: location(place), column: "text", record: subject, old: text, new: nil))
    }

    private mutating func compare(_ old: DashboardLine, _ new: DashboardLine) {
        let subject = RecordReference(.dashboardLine, String(old.number))
        var rest = old
        rest.rating = new.rating
        guard rest == new, let place = places.lines[old.number] else {
            return refuse(
                "Of a line of the dashboard only the printed rating can be written back.", subject,
                at: places.lines[old.number].map { location($0) })
        }
        set("rating", old.rating?.rawValue, new.rating?.rawValue, of: subject, at: place)
    }

    // MARK: Cells

    /// Puts a text into a cell, or says that somebody has to.
    private mutating func set(
        _ column: String, _ before: String?, _ after: String?, of subject: RecordReference,
        at place: RecordPlaces.Place,
        isFreeText: Bool = false, isDate: Bool = false
    ) {
        guard before != after else { return }
        guard place.file.format == .table else {
            let value = isFreeText ? "the new text" : after.map { Excerpt.quoted($0) }
            let what = value.map { "set its “\(column)” to \($0)" } ?? "remove its “\(column)”"
            return refuse(
                "The record is in \(book == nil ? place.file.rawValue : "a sheet"), which is not written to; \(what) by hand.",
                subject,
                at: location(place, column))
        }
        guard let table = table(place.file, of: subject) else { return }
        var changed = table
        // A column of dates goes on in the form that it has.
        let written =
            isDate ? after.map { Self.date($0, like: place.text(column) ?? table.firstText(under: column)) } : after
        changed.set(written, column, atLine: place.line)
        tables[place.file] = changed
        cells.append(.init(location: location(place), column: column, record: subject, old: before, new: written))
    }

    /// A date in the form of another: day first with slashes, where that has it.
    private static func date(_ iso: String, like other: String?) -> String {
        guard let other, other.contains("/"), let date = try? CalendarDate(iso: iso) else { return iso }
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(padded(date.day))/\(padded(date.month))/\(date.year)"
    }

    /// Adds a row to a table, or the table.
    private mutating func append(
        _ fields: KeyValuePairs<String, String?>, to file: PackFile, like other: PackFile, of subject: RecordReference
    ) {
        let location = location(file)
        var found = tables[file]
        if found == nil {
            if contents[file.rawValue] != nil || book?.tables[file.rawValue] != nil {
                found = table(file, of: subject)
            } else {
                let columns = file == .statusHistory ? ["action", "status", "date", "commentary"] : fields.map(\.key)
                let model = contents[other.rawValue] == nil ? nil : table(other, of: subject)
                found = EditableTable(file, columns: columns, like: model, limits: limits)
            }
        }
        guard var changed = found else {
            return refuse("A row for this cannot be added to the table.", subject, at: location)
        }
        changed.append(fields)
        tables[file] = changed
        for (column, text) in fields {
            guard let text else { continue }
            cells.append(.init(location: location, column: column, record: subject, old: nil, new: text))
        }
    }

    private mutating func table(_ file: PackFile, of subject: RecordReference) -> EditableTable? {
        if let table = tables[file] { return table }
        let found =
            book?.tables[file.rawValue].flatMap { EditableTable(file, $0, limits: limits) }
            ?? contents[file.rawValue].flatMap { EditableTable(file, $0, limits: limits) }
        guard let table = found else {
            refuse(
                "The table cannot be changed.", subject, at: location(file))
            return nil
        }
        tables[file] = table
        return table
    }

    private func location(_ place: RecordPlaces.Place, _ field: String? = nil) -> SourceLocation {
        let position = field.flatMap { place.record[$0]?.position } ?? place.record.position
        return location(place.file, line: position.line, column: position.column)
    }

    /// A place in a file of the folder, or in the sheet that takes its place.
    private func location(_ file: PackFile, line: Int? = nil, column: Int? = nil) -> SourceLocation {
        if let book { return book.location(of: file.rawValue, line: line, column: column) }
        return SourceLocation(file: (folder.hasSuffix("/") ? folder : folder + "/") + file.rawValue, line: line)
    }

    private mutating func refuse(_ message: String, _ subject: RecordReference, at location: SourceLocation? = nil) {
        problems.append(Diagnostic(.error, .inconsistent, message, at: location, about: subject))
    }
}

extension RecordPlaces.Place {
    /// The text of a field.
    func text(_ name: String) -> String? {
        if case .text(let text)? = record[name]?.content { return text }
        return nil
    }
}

extension PackDifference {
    /// A pack without blanks at the ends of the texts that can be written, as it will be read again.
    static func trimmed(_ pack: ReportPack) -> ReportPack {
        func text(_ text: String?) -> String? {
            text.map { Blanks.trimmed($0) }.flatMap { $0.isEmpty ? nil : $0 }
        }
        var pack = pack
        for plan in pack.plans.indices {
            for index in pack.plans[plan].actions.indices {
                let action = pack.plans[plan].actions[index]
                for path in [\PlanAction.evidence, \.partner, \.priority, \.measureOfSuccess] {
                    pack.plans[plan].actions[index][keyPath: path] = text(action[keyPath: path])
                }
                pack.plans[plan].actions[index].statuses = action.statuses.map {
                    PlanAction.StatusReport($0.status, on: $0.date, commentary: text($0.commentary))
                }
            }
        }
        for index in pack.indicators.indices {
            pack.indicators[index].commentary = pack.indicators[index].commentary.map {
                Commentary(
                    Blanks.trimmed($0.text), period: $0.period, author: $0.author, date: $0.date,
                    access: $0.access)
            }
        }
        return pack
    }
}

import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportPublishing
import ReportVocabulary

/// Makes the sections of a working copy in which values are changed.
struct WorkingCopyTables {
    /// A section with one table, and the records that its rows show.
    struct Part {
        let table: WorkingCopyTable
        /// The fields that can be changed here.
        let fields: [EditableField]
        let section: PublicationSection
        let records: [EditableRecord]
        let columns: [TableColumn]
        let cells: [[Cell]]
    }

    private let composer: Composer
    private let values: PackValues
    private let remarks: RemarkNumbers
    private let roles: RoleNames
    private let recipient: CopyRecipient
    private var pack: ReportPack { composer.pack }

    init(composer: Composer, values: PackValues, remarks: RemarkNumbers, for recipient: CopyRecipient) {
        self.recipient = recipient
        self.composer = composer
        self.values = values
        self.remarks = remarks
        roles = RoleNames(composer.pack.manifest.roles)
    }

    // MARK: Sections

    func tracker() -> Part? {
        typealias Row = (record: EditableRecord, plan: ImprovementPlan, action: PlanAction)
        let rows: [Row] = pack.plans.flatMap { plan in
            plan.actionsInPlanOrder.map { (.action($0.id), plan, $0) }
        }.filter { recipient.has($0.action) }
        let several = pack.plans.filter { !$0.actions.isEmpty }.count > 1
        let hasOwnReferences = rows.contains { $0.action.reference.map(\.text) != $0.action.id.text }
        return part(
            .tracker, rows, access: rows.map(\.action.access), record: \.record,
            about: WorkingCopyWording.tracker,
            columns: [
                .init(WorkingCopyTable.tracker.identifierHeader, width: 11) { $0.action.id.text },
                .init("Action", width: 42) { $0.action.title },
                .init("What is to be done", width: 42) { Self.shown($0.action.text) },
                .init("Reference", width: 11) { hasOwnReferences ? $0.action.reference?.text : nil },
                .init("Theme", width: 22) { row in composer.index.themes(of: row.plan.id)[row.action.theme]?.title },
                .init("Plan", width: 22) { several ? $0.plan.title : nil },
            ]
                + PlanAction.ownHeadings(of: rows.map(\.action)).map { title in
                    .init(title, width: 16) { row in
                        Self.shown(row.action.ownColumns.first { $0.title == title }?.text)
                    }
                })
    }

    func progress() -> Part? {
        typealias Row = (record: EditableRecord, plan: ImprovementPlan.ID, note: ProgressNote)
        let rows: [Row] = pack.plans.flatMap { plan in plan.progress.map { (.progressNote($0.id), plan.id, $0) } }
            .filter { recipient.has($0.note, of: $0.plan) }
        return part(
            .progress, rows, access: rows.map(\.note.access), record: \.record,
            about: WorkingCopyWording.progress,
            columns: [
                .init(WorkingCopyTable.progress.identifierHeader, width: 12) { $0.note.id.text },
                .init("Progress", width: 60) { Self.shown($0.note.text) },
                .init("Reported for", width: 20) { $0.note.period?.label },
                .init("Theme", width: 24) { row in composer.index.themes(of: row.plan)[row.note.theme]?.title },
                .init("Actions", width: 12) { $0.note.references.map(\.text).joined(separator: "; ") },
                .init("State", width: 13) { $0.note.state?.label },
            ])
    }

    func dashboard() -> Part? {
        typealias Row = (record: EditableRecord, line: DashboardLine)
        let rows: [Row] = pack.dashboard.sorted { $0.number < $1.number }.map { (.dashboardLine($0.number), $0) }
            .filter { recipient.has($0.line) }
        return part(
            .dashboard, rows, access: rows.map(\.line.access), record: \.record,
            about: WorkingCopyWording.dashboard,
            columns: [
                .init(number: WorkingCopyTable.dashboard.identifierHeader, width: 10) { .count($0.line.number) },
                .init("Measure", width: 44) { $0.line.fullMeasure },
                .init("Section", width: 26) { $0.line.section },
                .init("Latest position", width: 16) { row in
                    row.line.latest?.figure.text ?? row.line.availability
                },
                .init("Target", width: 14) { $0.line.target },
                .init("Recomputed rating", width: 14) { recomputedRating($0.line)?.label },
            ])
    }

    /// The words of the lists to choose from.
    func choices() -> PublicationSection? {
        typealias Row = (status: String?, rating: String?, role: String?)
        let (statuses, ratings) = (BRAGStatus.allCases.map(\.label), PrintedRating.allCases.map(\.label))
        let count = max(statuses.count, ratings.count, roles.all.count)
        func item(_ list: [String], _ index: Int) -> String? { list.indices.contains(index) ? list[index] : nil }
        let rows: [Row] = (0..<count).map { (item(statuses, $0), item(ratings, $0), item(roles.all, $0)) }
        return composer.section(
            "choices", WorkingCopyNames.choices,
            WorkingCopyWording.choicesLead,
            TableSketch<Row>(
                name: WorkingCopyNames.choices, title: WorkingCopyNames.choices,
                columns: [
                    .init(WorkingCopyNames.statuses, width: 24) { $0.status },
                    .init(WorkingCopyNames.ratings, width: 12) { $0.rating },
                    .init(WorkingCopyNames.roles, width: 50) { $0.role },
                ]
            ).block(of: rows, on: composer.options.page))
    }

    // MARK: Parts of a section

    /// A section with the columns to be read, then those to be changed, then those for programs alone.
    private func part<Row>(
        _ table: WorkingCopyTable, _ rows: [Row], access: [Access], record: (Row) -> EditableRecord, about: String,
        columns: [TableSketch<Row>.Column], after: [TableSketch<Row>.Column] = []
    ) -> Part? {
        let records = rows.map(record)
        let fields = table.fields.filter { field in
            !WorkingCopyTable.isOptional(field) || records.contains { values.value(of: field, in: $0) != nil }
        }
        func plain(_ columns: [TableSketch<Row>.Column]) -> [TableSketch<Int>.Column] {
            columns.map { column in .init(column.header) { column.cell(rows[$0]) } }
        }
        let indexed = TableSketch<Int>(
            name: table.title.replacing(" ", with: "_"), title: table.title,
            columns: plain(columns)
                + fields.map { field in
                    let isBlank = records.allSatisfy { values.value(of: field, in: $0) == nil }
                    return TableSketch<Int>.Column(editing: editing(field), table.header(of: field), width: Self.width(of: field)) {
                        index in
                        if field == .author, case .newRemark = records[index], let owner = recipient.owner {
                            return .text(roles.name(of: owner))
                        }
                        return isBlank
                            ? .text(WorkingCopyNames.nothing)
                            : WorkingCopyCell.cell(values.value(of: field, in: records[index]), roles)
                    }
                } + plain(after))
        let made = indexed.table(of: Array(rows.indices), on: composer.options.page)
        let summary = WorkingCopyWording.tableLead(
            about, table.headers(of: fields), isOne: fields.count == 1, deadline: recipient.deadline?.label)
        return composer.section(
            SectionID(table.rawValue), table.title, summary, exempt: access, rows.isEmpty ? [] : [.table(made)]
        ).map {
            Part(table: table, fields: fields, section: $0, records: records, columns: made.columns, cells: made.rows)
        }
    }

    private func editing(_ field: EditableField) -> TableColumn.Editing {
        func choice(_ column: String) -> TableColumn.Editing {
            .choice(TableColumn.Choices(table: WorkingCopyNames.choices, column: column))
        }
        return switch field {
        case .owner, .author: roles.all.isEmpty ? .text : choice(WorkingCopyNames.roles)
        case .status: choice(WorkingCopyNames.statuses)
        case .rating: choice(WorkingCopyNames.ratings)
        case .due, .completed, .statusDate, .date: .date
        case .otherOwners, .partner, .priority, .statusCommentary, .evidence, .measureOfSuccess, .text: .text
        }
    }

    /// The width of a column to be changed, in characters.
    private static func width(of field: EditableField) -> Int {
        switch field {
        case .owner: 22
        case .otherOwners, .author: 24
        case .partner: 20
        case .priority, .rating: 12
        case .due, .completed, .statusDate, .date: 14
        case .status: 16
        case .statusCommentary, .evidence, .measureOfSuccess: 36
        case .text: 70
        }
    }

    /// A text that is not changed here, as far as a cell takes it.
    private static func shown(_ text: String?) -> String? {
        text.map { $0.utf8.count > WorkingCopyNames.longestText ? WorkingCopyNames.tooLong : $0 }
    }

    private func recomputedRating(_ line: DashboardLine) -> Rating.Outcome? {
        guard line.indicators.count == 1, let indicator = composer.index.indicators[line.indicators[0]],
            let number = line.latest?.figure.number
        else { return nil }
        let target = line.latest?.period.flatMap { indicator.target(on: $0.lastDay) } ?? indicator.targets.last
        return target.map { Rating(of: number, against: $0).outcome }
    }
}

// MARK: Commentary

extension WorkingCopyTables {
    /// A remark that is there, or has yet to be written.
    private struct Remark {
        let record: EditableRecord
        let indicator: Indicator
        let period: ReportingPeriod?
        let access: Access
    }

    func commentary() -> Part? {
        let rows = pack.indicators.flatMap(remarks(on:)).filter { row in
            recipient.has(remarkOn: row.indicator, by: values.author(of: row.record))
        }
        return part(
            .commentary, rows, access: rows.map(\.access), record: \.record,
            about: WorkingCopyWording.commentary,
            columns: [
                .init("Measure", width: 40) { $0.indicator.fullTitle },
                .init("Period", width: 16) { $0.period?.label },
                .init(number: "Figure", width: 11) { row in
                    figure(row).map { composer.figure($0, of: row.indicator) } ?? .empty
                },
                .init("Target", width: 14) { row in
                    row.period.flatMap { row.indicator.target(on: $0.lastDay)?.label(in: row.indicator.unit) }
                },
                .init("Rating", width: 12) { row in
                    guard let figure = figure(row) else { return nil }
                    let day = figure.period.lastDay
                    guard row.indicator.target(on: day) != nil else { return nil }
                    return Rating(of: figure.value, for: row.indicator, on: day).outcome.label
                },
            ],
            after: [.init(WorkingCopyTable.commentary.identifierHeader, width: 24) { $0.record.identifier }])
    }

    /// The remarks on a measure, those on the period in question first, then the latest first.
    private func remarks(on indicator: Indicator) -> [Remark] {
        let report = pack.manifest.period
        let latest = composer.mainSeries(of: indicator.id, area: pack.manifest.area, like: report)?
            .latest(asOf: report.lastDay)?.period
        let now = [report, latest].compactMap { $0 }
        var rows = zip(self.remarks.records(of: indicator), indicator.commentary).compactMap { record, remark in
            record.map { Remark(record: $0, indicator: indicator, period: remark.period, access: remark.access) }
        }
        if !rows.contains(where: { row in row.period.map(now.contains) ?? false }) {
            let period = latest ?? report
            rows.append(
                Remark(
                    record: .newRemark(indicator.id, period: period), indicator: indicator, period: period,
                    access: .unrestricted))
        }
        return rows.enumerated().sorted { left, right in
            let (first, second) = (left.element.period, right.element.period)
            let (isNow, isOtherNow) = (first.map(now.contains) ?? false, second.map(now.contains) ?? false)
            if isNow != isOtherNow { return isNow }
            switch (first, second) {
            case (let first?, let second?) where first != second:
                return ReportingPeriod.listingOrder(second, first)
            case (nil, _?): return false
            case (_?, nil): return true
            default: return left.offset < right.offset
            }
        }.map(\.element)
    }

    private func figure(_ row: Remark) -> Observation? {
        guard let period = row.period else { return nil }
        return composer.mainSeries(of: row.indicator.id, area: pack.manifest.area, like: period)?
            .figure(for: period)
    }
}

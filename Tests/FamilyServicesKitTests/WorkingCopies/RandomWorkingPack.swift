import FamilyServicesKit
import TestSupport
import Testing

/// Random packs, random edits of their working copies, and what these must come to.
struct RandomWorkingPack {
    private(set) var pack: ReportPack
    /// The pack with the edits made directly.
    private(set) var wanted: ReportPack
    /// What was written into cells, by row and header.
    private(set) var cells: [(sheet: String, identifier: String, header: String, cell: SheetCell)] = []
    /// The changes that have to be found.
    private(set) var expected: [Key: EditableValue?] = [:]
    private var random: SeededGenerator

    struct Key: Hashable {
        var record: EditableRecord
        var field: EditableField
    }

    private static let texts = [
        "plain", "two\nlines", "=1+1", "'quoted", "£5,000 — “so”", "31/03/2026", "TRUE", "0012", "_x0041_", "a; b",
        "#N/A",
        "Ünïcödé 🙂", "on track", "-", "x,y \"z\"",
    ]

    init(_ random: SeededGenerator) throws {
        self.random = random
        pack = try ReportPack.minimal()
        wanted = pack
        try makePack()
        wanted = pack
    }

    // MARK: The pack

    private mutating func makePack() throws {
        pack.manifest.roles = (0..<5).compactMap { number in
            Role.ID("role-\(number)").map { Role(id: $0, title: "Post \(number)") }
        }
        for plan in 0..<Int.random(in: 0...2, using: &random) {
            var actions: [PlanAction] = []
            for number in 0..<Int.random(in: 0...8, using: &random) {
                let id = try #require(PlanAction.ID("p\(plan) / \(number)"))
                var action = PlanAction(id: id, title: text(), owner: role(), due: try maybeDate())
                action.completed = try maybeDate()
                action.evidence = maybe() ? text() : nil
                action.measureOfSuccess = maybe() ? text() : nil
                action.partner = maybe() ? text() : nil
                if action.owner != nil { action.otherOwners = others(than: action.owner) }
                if maybe() { action.ownColumns = [.init("Cost code", text())] }
                var day = try CalendarDate(iso: "2025-01-31")
                for _ in 0..<Int.random(in: 0...3, using: &random) {
                    day = day.adding(days: Int.random(in: 0...90, using: &random)) ?? day
                    action.statuses.append(
                        .init(status(), on: maybe() ? PartialDate(day) : nil, commentary: maybe() ? text() : nil))
                }
                actions.append(action)
            }
            var notes: [ProgressNote] = []
            for number in 0..<Int.random(in: 0...5, using: &random) {
                let id = try #require(ProgressNote.ID("n\(plan)-\(number)"))
                notes.append(ProgressNote(id: id, text: text(), status: maybe() ? status() : nil, due: try maybeDate()))
            }
            let id = try #require(ImprovementPlan.ID("plan-\(plan)"))
            pack.plans.append(ImprovementPlan(id: id, title: "Plan \(plan)", actions: actions, progress: notes))
        }
        let periods = [
            nil, try ReportingPeriod("2026-06"), try ReportingPeriod("2026-05"), try ReportingPeriod("FY2025-26"),
        ]
        for number in 0..<Int.random(in: 1...6, using: &random) {
            let id = try #require(Indicator.ID("indicator / \(number)"))
            let unit: MeasurementUnit = maybe() ? .percent : .count
            let remarks = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                Commentary(text(), period: periods.randomElement(using: &random) ?? nil, author: role())
            }
            pack.indicators.append(
                Indicator(
                    id: id, title: "Measure \(number)", unit: unit, decimals: Int.random(in: 0...2, using: &random),
                    polarity: .higherIsBetter, targets: [Target(.atLeast(50))], commentary: remarks))
            if let period = periods[1], maybe() {
                let value =
                    unit == .percent
                    ? Double.random(in: 0...100, using: &random) : Double(Int.random(in: 0...900, using: &random))
                pack.observations.append(
                    Observation(indicator: id, period: period, area: "exampleton", value: .value(value)))
            }
        }
        for number in 0..<Int.random(in: 0...5, using: &random) {
            pack.dashboard.append(
                DashboardLine(
                    number: number * 3 + 1, measure: text(), target: "90%",
                    rating: maybe() ? PrintedRating.allCases.randomElement(using: &random) : nil))
        }
    }

    // MARK: The edits

    /// Writes into random cells.
    mutating func edit() throws {
        for plan in pack.plans.indices {
            for index in pack.plans[plan].actions.indices where maybe() { try editAction(plan, index) }
            for index in pack.plans[plan].progress.indices where maybe() {
                let record = EditableRecord.progressNote(pack.plans[plan].progress[index].id)
                if maybe() {
                    let new = other(than: pack.plans[plan].progress[index].status, among: BRAGStatus.allCases)
                    wanted.plans[plan].progress[index].status = new
                    write(record, .status, new.map(EditableValue.status))
                }
                if maybe() {
                    let new = try otherDate(than: pack.plans[plan].progress[index].due)
                    wanted.plans[plan].progress[index].due = new
                    write(record, .due, new.map(EditableValue.date))
                }
            }
        }
        for index in pack.indicators.indices { try editRemarks(index) }
        for index in pack.dashboard.indices where maybe() {
            let new = other(than: pack.dashboard[index].rating, among: PrintedRating.allCases)
            wanted.dashboard[index].rating = new
            write(.dashboardLine(pack.dashboard[index].number), .rating, new.map(EditableValue.rating))
        }
    }

    private mutating func editAction(_ plan: Int, _ index: Int) throws {
        let action = pack.plans[plan].actions[index]
        let record = EditableRecord.action(action.id)
        if action.otherOwners.isEmpty, maybe() {
            let new = other(than: action.owner, among: pack.manifest.roles.map(\.id))
            wanted.plans[plan].actions[index].owner = new
            write(record, .owner, new.map(EditableValue.role))
        } else if action.owner != nil, maybe() {
            let new = others(than: action.owner)
            guard new != action.otherOwners else { return try editStatus(plan, index, action) }
            wanted.plans[plan].actions[index].otherOwners = new
            write(record, .otherOwners, new.isEmpty ? nil : .roles(new))
        }
        // A column that no action has anything in is not asked for.
        if pack.plans.contains(where: { $0.actions.contains { $0.measureOfSuccess != nil } }), maybe() {
            let new = other(than: action.measureOfSuccess, among: Self.texts)
            wanted.plans[plan].actions[index].measureOfSuccess = new
            write(record, .measureOfSuccess, new.map(EditableValue.text))
        }
        if maybe() {
            let new = try otherDate(than: action.due)
            wanted.plans[plan].actions[index].due = new
            write(record, .due, new.map(EditableValue.date))
        }
        if maybe() {
            let new = try otherDate(than: action.completed)
            wanted.plans[plan].actions[index].completed = new
            write(record, .completed, new.map(EditableValue.date))
        }
        if maybe() {
            let new = other(than: action.evidence, among: Self.texts)
            wanted.plans[plan].actions[index].evidence = new
            write(record, .evidence, new.map(EditableValue.text))
        }
        try editStatus(plan, index, action)
    }

    private mutating func editStatus(_ plan: Int, _ index: Int, _ action: PlanAction) throws {
        let record = EditableRecord.action(action.id)
        let last = action.statuses.last
        var report = last
        var isNew = false
        if maybe() {
            // Never emptied: a status that was reported cannot be taken back.
            guard let new = BRAGStatus.allCases.filter({ $0 != last?.status }).randomElement(using: &random) else {
                return
            }
            report = .init(new, on: PartialDate(pack.manifest.date), commentary: last?.commentary)
            isNew = true
            write(record, .status, .status(new))
        }
        guard var report else { return }
        if maybe() {
            let new = PartialDate(
                try CalendarDate(iso: "2026-08-01").adding(days: Int.random(in: 0...99, using: &random))
                    ?? pack.manifest.date)
            isNew = isNew || last?.date != nil
            report.date = new
            write(record, .statusDate, .date(new))
        }
        if maybe() {
            let new = other(than: last?.commentary, among: Self.texts)
            report.commentary = new
            write(record, .statusCommentary, new.map(EditableValue.text))
        }
        guard report != last else { return }
        if !isNew { wanted.plans[plan].actions[index].statuses.removeLast() }
        wanted.plans[plan].actions[index].statuses.append(report)
    }

    private mutating func editRemarks(_ index: Int) throws {
        let indicator = pack.indicators[index]
        var counts: [ReportingPeriod?: Int] = [:]
        for (position, remark) in indicator.commentary.enumerated() {
            counts[remark.period, default: 0] += 1
            let record = EditableRecord.remark(
                indicator.id, period: remark.period, number: counts[remark.period, default: 0])
            var (text, author, date) = (remark.text, remark.author, remark.date)
            if maybe() {
                text = Self.texts.filter { $0 != remark.text }.randomElement(using: &random) ?? text
                write(record, .text, .text(text))
                // Other words are said on the day of the report, unless another is given.
                date = PartialDate(pack.manifest.date)
                if maybe() {
                    let given = try self.date()
                    date = given
                    write(record, .date, .date(given))
                }
            }
            if maybe() {
                author = other(than: remark.author, among: pack.manifest.roles.map(\.id))
                write(record, .author, author.map(EditableValue.role))
            }
            wanted.indicators[index].commentary[position] = Commentary(
                text, period: remark.period, author: author, date: date)
        }
        let june = try ReportingPeriod("2026-06")
        guard counts[june] == nil, maybe() else { return }
        let record = EditableRecord.newRemark(indicator.id, period: june)
        let (text, author) = (text(), role())
        write(record, .text, .text(text))
        if let author { write(record, .author, .role(author)) }
        wanted.indicators[index].commentary.append(
            Commentary(text, period: june, author: author, date: PartialDate(pack.manifest.date)))
    }

    // MARK: Values

    private mutating func maybe() -> Bool { Bool.random(using: &random) }
    private mutating func text() -> String { Self.texts.randomElement(using: &random) ?? "text" }
    private mutating func status() -> BRAGStatus { BRAGStatus.allCases.randomElement(using: &random) ?? .onTrack }
    private mutating func role() -> Role.ID? { maybe() ? pack.manifest.roles.randomElement(using: &random)?.id : nil }

    /// Up to two roles in the order of the pack.
    private mutating func others(than owner: Role.ID?) -> [Role.ID] {
        let chosen = Set(pack.manifest.roles.map(\.id).filter { $0 != owner }.shuffled(using: &random).prefix(
            Int.random(in: 0...2, using: &random)))
        return pack.manifest.roles.map(\.id).filter(chosen.contains)
    }

    private mutating func date() throws -> PartialDate {
        let year = Int.random(in: 2024...2028, using: &random)
        let month = Int.random(in: 1...12, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: return try PartialDate(year: year)
        case 1: return try PartialDate(year: year, month: month)
        default:
            return PartialDate(try CalendarDate(year: year, month: month, day: Int.random(in: 1...28, using: &random)))
        }
    }

    private mutating func maybeDate() throws -> PartialDate? { maybe() ? try date() : nil }

    private mutating func otherDate(than old: PartialDate?) throws -> PartialDate? {
        if old != nil, maybe() { return nil }
        var new = try date()
        while new == old { new = try date() }
        return new
    }

    /// Another value, or nothing where there was something.
    private mutating func other<Value: Equatable>(than old: Value?, among all: [Value]) -> Value? {
        ([nil] + all).filter { $0 != old }.randomElement(using: &random) ?? nil
    }

    /// Writes a value in one of the ways in which people write it.
    private mutating func write(_ record: EditableRecord, _ field: EditableField, _ value: EditableValue?) {
        let (sheet, identifier) = Self.row(of: record)
        cells.append((sheet, identifier, Self.header(of: field, on: sheet), cell(value)))
        expected[Key(record: record, field: field)] = .some(value)
    }

    private mutating func cell(_ value: EditableValue?) -> SheetCell {
        func text(_ text: String) -> String {
            switch Int.random(in: 0...3, using: &random) {
            case 0: " \(text) "
            case 1: text.uppercased()
            default: text
            }
        }
        switch value {
        case nil: return maybe() ? .empty : .text("  ")
        case .text(let words): return .text(maybe() ? words : " \(words)\r\n")
        case .status(let status): return .text(text(maybe() ? status.label : status.rawValue))
        case .rating(let rating): return .text(text(rating.label))
        case .role(let id): return .text(text(maybe() ? id.text : "Post \(id.text.suffix(1))"))
        case .roles(let ids):
            let separator = ["; ", " / ", " & ", ", ", " and "].randomElement(using: &random) ?? ";"
            return .text(ids.map { maybe() ? $0.text : "Post \($0.text.suffix(1))" }.joined(separator: separator))
        case .date(let date):
            guard date.day != nil else { return .text(text(maybe() ? date.label : date.description)) }
            let day = date.firstDay
            switch Int.random(in: 0...3, using: &random) {
            case 0: return .text("\(day.day)/\(day.month)/\(day.year)")
            case 1: return .text(text(day.label))
            case 2: return .number(Double(day.daysSince1970 + 25_569))
            default: return .date(day)
            }
        }
    }

    private static func row(of record: EditableRecord) -> (sheet: String, identifier: String) {
        func remark(_ indicator: Indicator.ID, _ period: ReportingPeriod?, _ number: String) -> String {
            "\(indicator) / \(period?.code ?? "no period") / \(number)"
        }
        return switch record {
        case .action(let id): ("Plan tracker", id.text)
        case .progressNote(let id): ("Progress", id.text)
        case .remark(let id, let period, let number): ("Commentary", remark(id, period, String(number)))
        case .newRemark(let id, let period): ("Commentary", remark(id, period, "new"))
        case .dashboardLine(let number): ("Dashboard", String(number))
        }
    }

    private static func header(of field: EditableField, on sheet: String) -> String {
        switch field {
        case .owner: "Owner"
        case .otherOwners: "Other owners"
        case .partner: "Partner"
        case .priority: "Priority"
        case .due: "Due"
        case .completed: "Completed"
        case .status: "Status"
        case .statusDate: "Status date"
        case .statusCommentary: "Why"
        case .evidence: "Evidence"
        case .measureOfSuccess: "Measure of success"
        case .text: "Remark"
        case .author: "By"
        case .date: "Written"
        case .rating: "Printed rating"
        }
    }
}

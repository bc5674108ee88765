import ReportModel
import ReportVocabulary

/// The numbers that claims take from plans, audits, standards and budgets.
struct RecordFigures {
    private let pack: ReportPack

    init(_ pack: ReportPack) { self.pack = pack }

    /// A number of a record.
    ///
    /// - Parameters:
    ///   - reference: Which one.
    ///   - asShare: Whether it is wanted in per cent of its whole.
    /// - Returns: `nil` where the pack has no such record, or more than one whose numbers cannot be put together.
    func operand(_ reference: FigureReference.Recorded, asShare: Bool) -> Operand? {
        switch reference.collection {
        case .actions: actions(reference).flatMap { Self.operand($0.part, of: $0.whole, asShare) }
        case .grades: grades(reference, asShare: asShare)
        case .compliance: compliance(reference).flatMap { Self.operand($0.part, of: $0.whole, asShare) }
        // Identifiers are unique: validation reports one that is used twice as an error.
        case .budget: pack.budget.first { $0.id.text == reference.name }.map { Operand($0.pounds) }
        case .themes:
            reference.plan(in: pack).flatMap { Self.operand($0.themes.count, of: $0.themes.count, asShare) }
        case .findings, .recommendations, .requirements, .judgements:
            reference.inspection(in: pack).flatMap { inspection in
                let (part, whole) = Self.count(reference, in: inspection)
                return Self.operand(part, of: whole, asShare)
            }
        }
    }

    /// Whether an amount is what is spent above a budget.
    func isOverspend(_ reference: FigureReference.Recorded) -> Bool {
        pack.budget.first { $0.id.text == reference.name }?.kind == .forecastOverspend
    }

    /// The last time before the day of the report that words such as “June” or “2025/26” name; from it until that day where it goes
    /// on.
    func period(_ time: (words: String, goesOn: Bool)) -> ReportingPeriod? {
        let day = pack.manifest.date
        guard let tomorrow = day.adding(days: 1),
            let next = try? ReportingPeriod.span(from: tomorrow, through: tomorrow),
            let found = Self.present(time.words, on: day) ?? FigureIndex.period(time.words, before: next)
        else { return nil }
        return time.goesOn ? try? .span(from: found.firstDay, through: max(day, found.firstDay)) : found
    }

    /// A month that has begun.
    private static func present(_ words: String, on day: CalendarDate) -> ReportingPeriod? {
        let name = words.split(separator: " ").first.map(String.init) ?? ""
        guard let month = CalendarDate.monthNames.firstIndex(where: { $0.lowercased() == name }),
            month + 1 == day.month, words.split(separator: " ").count == 1
        else { return nil }
        return try? .month(day.month, day.year)
    }

    /// How many records of an inspection are meant, and of how many.
    private static func count(
        _ reference: FigureReference.Recorded, in inspection: InspectionEvent
    ) -> (part: Int, whole: Int) {
        let kinds: [String] =
            switch reference.collection {
            case .findings: inspection.findings.map(\.kind.rawValue)
            case .recommendations: inspection.recommendations.map(\.kind.rawValue)
            case .requirements: inspection.requirements.map { _ in "all" }
            case .judgements: inspection.judgements.filter { !$0.isSubJudgement }.map(\.grade.rawValue)
            case .actions, .grades, .compliance, .budget, .themes: []
            }
        guard let part = reference.part, part != "all" else { return (kinds.count, kinds.count) }
        return (kinds.count { $0 == part }, kinds.count)
    }

    private static func operand(_ part: Int, of whole: Int, _ asShare: Bool) -> Operand? {
        guard asShare else {
            var operand = Operand(Double(part))
            operand.fraction = (Double(part), Double(whole))
            return operand
        }
        guard whole > 0 else { return nil }
        var operand = Operand(100 * Double(part) / Double(whole))
        operand.fraction = (Double(part), Double(whole))
        return operand
    }

    private func actions(_ reference: FigureReference.Recorded) -> (part: Int, whole: Int)? {
        guard let plan = reference.plan(in: pack), !plan.actions.isEmpty else { return nil }
        let progress = plan.progress(on: pack.manifest.date)
        let part: Int
        if let period = reference.period {
            guard reference.part == "complete" || reference.part == "done" else { return nil }
            let completed = plan.actions.compactMap { action in
                action.isDone(on: pack.manifest.date) ? action.completed : nil
            }
            // An action that is done and has no date may belong to any time.
            let undated = plan.actions.count { $0.completed == nil && $0.isDone(on: pack.manifest.date) }
            guard undated == 0 else { return nil }
            return (
                completed.count { $0.firstDay >= period.firstDay && $0.lastDay <= period.lastDay }, plan.actions.count
            )
        }
        switch reference.part {
        case nil, "all": part = progress.actions
        case "open": part = progress.actions - progress.done
        case "done": part = progress.done
        case "overdue": part = progress.overdue.count
        case let name?:
            guard let status = BRAGStatus(rawValue: name) else { return nil }
            part = progress.count(of: status)
        }
        return (part, progress.actions)
    }

    private func grades(_ reference: FigureReference.Recorded, asShare: Bool) -> Operand? {
        let found = pack.audits.grades.filter { grades in
            (grades.id.text == reference.name || grades.domain == reference.name)
                && (reference.period.map { $0 == grades.period } ?? true)
        }
        let wanted = Grade.allCases.filter { Self.isMeant($0, by: reference.part) }
        let counts = found.compactMap { try? GradeCounts($0.results) }
        guard let first = found.first, found.allSatisfy({ $0.period == first.period }) else { return nil }
        if counts.count == found.count {
            let total = counts.reduce(0) { $0 + $1.total }
            return Self.operand(
                counts.reduce(0) { sum, item in sum + wanted.reduce(0) { $0 + item[$1] } }, of: total, asShare)
        }
        // Printed shares alone: they can be added up within one distribution, but not across distributions.
        guard asShare, found.count == 1, case .shares(let shares, _) = first.results else { return nil }
        let given = wanted.compactMap { shares[$0]?.value }
        guard !given.isEmpty else { return nil }
        var operand = Operand(DecimalText.withoutNoise(given.reduce(0, +)))
        let decimals = given.map { PrintedPrecision.decimals(of: $0) }.max() ?? 0
        operand.halfUnit = Double(given.count) * PrintedPrecision.halfUnit(decimals: decimals)
        return operand
    }

    private static func isMeant(_ grade: Grade, by part: String?) -> Bool {
        guard let part, part != "all" else { return true }
        if let exact = Grade(rawValue: part) { return grade == exact }
        if part.hasSuffix("-or-better"), let least = Grade(rawValue: String(part.dropLast(10))) {
            return grade >= least
        }
        if part.hasSuffix("-or-worse"), let most = Grade(rawValue: String(part.dropLast(9))) { return grade <= most }
        return false
    }

    private func compliance(_ reference: FigureReference.Recorded) -> (part: Int, whole: Int)? {
        let found = pack.audits.compliance.filter { item in
            item.standard == reference.name && (reference.period.map { $0 == item.period } ?? true)
        }
        guard let item = found.first, found.count == 1 else { return nil }
        switch reference.part {
        case nil, "compliant": return (item.compliant, item.cases)
        case "failed": return (item.cases - item.compliant, item.cases)
        case "cases": return (item.cases, item.cases)
        case "children": return item.children.map { ($0, $0) }
        default: return nil
        }
    }
}

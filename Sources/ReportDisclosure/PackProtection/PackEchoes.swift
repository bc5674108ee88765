import ReportModel
import ReportVocabulary
import SmallNumbers

/// Takes out of a pack, or blanks, what repeats figures that do not appear as they are.
struct PackEchoes {
    private let altered: AlteredFigures
    private let policy: SmallNumberPolicy
    private let indicators: RecordTable<Indicator>
    private let baseline: ReportingPeriod?
    /// What was taken out, by sort, in the order in which it was found.
    private(set) var removed: [(name: String, count: Int)] = []

    init(_ protection: PackProtection, in pack: ReportPack) {
        altered = protection.altered
        policy = protection.policy
        indicators = RecordTable("indicator", of: pack.indicators)
        baseline = pack.manifest.baseline?.period
    }

    /// The pack without the echoes.
    mutating func removedEchoes(from pack: ReportPack) -> ReportPack {
        guard policy.threshold > 0 else { return pack }
        let altered = altered
        var result = pack
        for (index, figure) in pack.observations.enumerated()
        where altered.areTold(by: [figure.note], about: [figure.indicator]) {
            result.observations[index].note = nil
            note("Notes on figures")
        }
        let blanked = blankDashboard(&result.dashboard)
        result.checks = keep(pack.checks, as: "Checks of figures") { check in
            !blanked.isDisjoint(with: check.dashboardLines)
                || altered.areTold(
                    by: [check.statement, check.printed, check.recomputed, check.formula, check.note],
                    about: check.indicators)
        }
        result.claims = keep(pack.claims, as: "Claims checked") { $0.references.contains(where: altered.contains) }
        var changed: [Indicator] = []
        for var indicator in pack.indicators {
            indicator.commentary = keep(indicator.commentary, as: "Remarks on indicators") { remark in
                altered.areTold(by: [remark.text], about: [indicator.id])
            }
            changed.append(indicator)
        }
        result.indicators = changed
        result.plans = pack.plans.map { removedEchoes(from: $0) }
        result.audits = removedEchoes(from: pack.audits)
        result.milestones = keep(pack.milestones)
        for (index, risk) in pack.risks.enumerated() where altered.areTold(by: [risk.response], about: risk.indicators)
        {
            result.risks[index].response = nil
            note("Responses to risks")
        }
        result.commitments = pack.commitments.map { set in
            var set = set
            for index in set.items.indices {
                set.items[index].milestones = keep(set.items[index].milestones)
                if altered.areTold(by: [set.items[index].text], about: set.items[index].indicators) {
                    set.items[index].text = nil
                    note("Texts of commitments")
                }
            }
            return set
        }
        return result
    }

    private mutating func removedEchoes(from plan: ImprovementPlan) -> ImprovementPlan {
        let altered = altered
        var result = plan
        result.progress = keep(plan.progress, as: "Notes on progress") { note in
            altered.areTold(by: [note.text], about: note.indicators)
        }
        for index in plan.actions.indices {
            let action = plan.actions[index]
            result.actions[index].milestones = keep(action.milestones)
            if altered.areTold(by: [action.evidence], about: action.indicators) {
                result.actions[index].evidence = nil
                note("Evidence of actions")
            }
            for status in action.statuses.indices
            where altered.areTold(by: [action.statuses[status].commentary], about: action.indicators) {
                result.actions[index].statuses[status].commentary = nil
                note("Remarks on actions")
            }
        }
        return result
    }

    private mutating func removedEchoes(from audits: AuditProgramme) -> AuditProgramme {
        let (altered, holdsSmallNumbers) = (altered, holdsSmallNumbers)
        var result = audits
        result.statements = keep(audits.statements, as: "Audit statements") { statement in
            altered.areTold(by: [statement.text], about: statement.indicators)
        }
        for (index, theme) in audits.themes.enumerated() {
            func keepUntold(_ texts: [String]) -> [String] {
                keep(texts, as: "Remarks on audit themes") { altered.areTold(by: [$0], about: theme.indicators) }
            }
            result.themes[index].issues = keepUntold(theme.issues)
            result.themes[index].improvements = keepUntold(theme.improvements)
            result.themes[index].futureFocus = keepUntold(theme.futureFocus)
        }
        result.compliance = keep(audits.compliance, as: "Standards measured", holdsSmallNumbers)
        return result
    }

    private mutating func keep(_ milestones: [Milestone]) -> [Milestone] {
        let altered = altered
        return keep(milestones, as: "Milestones") { altered.areTold(by: [$0.text], about: $0.indicators) }
    }

    /// Whether few cases met a standard, or failed it, or failed it for one reason; or an altered figure says how many.
    private func holdsSmallNumbers(_ measurement: ComplianceMeasurement) -> Bool {
        let failed = measurement.cases - measurement.compliant
        let counts =
            [measurement.cases, measurement.children, measurement.compliant, failed].compactMap { $0 }
            + measurement.failures.map(\.cases)
        return counts.contains(where: policy.isSmall)
            || policy.rounds
            || altered.areTold(by: counts.map { "\($0)" } + measurement.explanations, about: measurement.indicators)
    }

    // MARK: The printed dashboard

    /// Blanks what is printed about altered figures, and what is itself a small number; returns the numbers of the lines.
    private mutating func blankDashboard(_ lines: inout [DashboardLine]) -> Set<Int> {
        var blanked: Set<Int> = []
        for index in lines.indices where blank(&lines[index]) {
            blanked.insert(lines[index].number)
            note("Lines of the dashboard, in part")
        }
        return blanked
    }

    private func blank(_ line: inout DashboardLine) -> Bool {
        let (previous, latest) = (isAltered(line.previous, on: line), isAltered(line.latest, on: line))
        let since = baseline.map { period in line.indicators.contains { altered.concerns($0, in: period) } } ?? false
        let shares = line.latest == nil && line.indicators.contains(where: altered.concerns)
        guard previous || latest || since || shares else { return false }
        let symbol = PrintedFigure(MissingReason.suppressed.shorthand)
        if previous { line.previous?.figure = symbol }
        if latest {
            line.latest?.figure = symbol
            line.rating = nil
            line.availability = nil
        }
        if latest || shares { line.shares = [] }
        if latest || previous { line.change = nil }
        if latest || since { line.sinceBaseline = nil }
        return true
    }

    private func isAltered(_ position: PrintedPosition?, on line: DashboardLine) -> Bool {
        guard let position else { return false }
        if line.indicators.contains(where: { altered.concerns($0, in: position.period) }) { return true }
        // A count that is printed here and nowhere else.
        let areCounts =
            !line.indicators.isEmpty
            && line.indicators.allSatisfy { id in
                indicators[id].map { $0.unit == .count && $0.countedGroup.isProtected } ?? false
            }
        guard areCounts, let value = position.figure.value, value == value.rounded(), value >= 0, value < 1e12 else {
            return false
        }
        return policy.isSmall(Int(value)) || policy.rounds
    }

    // MARK: Keeping count

    private mutating func keep<Item>(_ items: [Item], as name: String, _ isEcho: (Item) -> Bool) -> [Item] {
        let kept = items.filter { !isEcho($0) }
        for _ in kept.count..<items.count { note(name) }
        return kept
    }

    private mutating func note(_ name: String) {
        if let index = removed.firstIndex(where: { $0.name == name }) {
            removed[index].count += 1
        } else {
            removed.append((name, 1))
        }
    }
}

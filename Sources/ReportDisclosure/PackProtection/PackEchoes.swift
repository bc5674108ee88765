import ReportModel
import ReportVocabulary
import SmallNumbers

/// Takes out of a pack, or blanks, what repeats figures that do not appear as they are.
struct PackEchoes {
    private let altered: AlteredFigures
    private let policy: SmallNumberPolicy
    private let indicators: RecordTable<Indicator>
    private let baseline: ReportingPeriod?
    /// What was taken out, by kind, in the order in which it was found.
    private(set) var removed: [(name: String, count: Int)] = []
    /// Which texts were taken out, and why.
    private(set) var texts: [ReleaseReview.WithheldText] = []

    init(_ protection: PackProtection, in pack: ReportPack) {
        altered = protection.altered
        policy = protection.policy
        indicators = RecordTable("indicator", of: pack.indicators)
        baseline = pack.manifest.baseline?.period
    }

    /// The pack without the echoes.
    mutating func removedEchoes(from pack: ReportPack) -> ReportPack {
        guard policy.threshold > 0 || !altered.isEmpty else { return pack }
        let altered = altered
        var result = pack
        let search = TextEchoes(altered, in: pack, substitute: substitute)
        for (index, figure) in pack.observations.enumerated() {
            let name = "figure of \(figure.indicator) for \(figure.period)"
            if search.tells(of: figure.source, at: FieldPlace(RecordReference(.observation, "\(index + 1)"))) {
                result.observations[index].source = figure.source.map { SourceReference($0.document) }
            }
            if tells([figure.note], about: [figure.indicator], name) {
                result.observations[index].note = nil
                note("Notes on figures")
            }
            // What it prints of itself is shown; what it prints of others is not.
            if let printed = figure.printed, altered.concerns(figure.indicator),
                tells([printed.text], about: [figure.indicator], name, passing: Self.ownNumbers(of: figure, indicators))
            {
                result.observations[index].printed = nil
                note("Printed forms of figures")
            }
        }
        let blanked = blankDashboard(&result.dashboard)
        result.checks = keep(pack.checks, as: "Checks of figures") { echoes, check in
            !blanked.isDisjoint(with: check.dashboardLines) || echoes.isTold(by: check)
        }
        result.claims = keep(pack.claims, as: "Claims checked") { echoes, claim in
            // What only the words compare with is compared with all the same.
            claim.completed.references.contains(where: altered.contains) || echoes.isTold(by: claim)
        }
        var changed: [Indicator] = []
        for var indicator in pack.indicators {
            indicator.commentary = keep(indicator.commentary, as: "Remarks on indicators") { echoes, remark in
                echoes.tells([remark.text], about: [indicator.id], "remark on indicator \(indicator.id)")
            }
            changed.append(indicator)
        }
        result.indicators = changed
        result.plans = pack.plans.map { removedEchoes(from: $0) }
        result.audits = removedEchoes(from: pack.audits)
        result.milestones = keep(pack.milestones)
        result.context = keep(pack.context, as: "Facts") { echoes, fact in echoes.isTold(by: fact) }
        result.reports = pack.reports.map { removedEchoes(from: $0) }
        result.risks = keep(pack.risks, as: "Risks") { echoes, risk in
            echoes.tells([risk.title], about: risk.indicators, "risk \(risk.id)")
        }
        for (index, risk) in result.risks.enumerated()
        where tells([risk.response], about: risk.indicators, "risk \(risk.id)") {
            result.risks[index].response = nil
            note("Responses to risks")
        }
        result.commitments = pack.commitments.map { set in
            var set = set
            for index in set.items.indices {
                set.items[index].milestones = keep(set.items[index].milestones)
                if tells([set.items[index].text], about: set.items[index].indicators, "commitments") {
                    set.items[index].text = nil
                    note("Texts of commitments")
                }
            }
            return set
        }
        search.walk(&result)
        for text in search.found {
            note(text.number, text.reason, at: text.place)
            note("Other texts")
        }
        return result
    }

    /// What is put in place of a text that says too much.
    private var substitute: String { policy.threshold > 0 ? WithheldItem.smallNumbers : WithheldItem.withheldFigures }

    /// Whether a text tells a hidden figure; if so, it is noted for officers.
    private mutating func tells(
        _ texts: [String?], about ids: [Indicator.ID], _ place: String, isFigure: Bool = false,
        passing: Set<Double> = []
    ) -> Bool {
        for text in texts.lazy.compactMap({ $0 }) {
            guard let found = altered.told(by: text, about: ids, isFigure: isFigure, passing: passing) else { continue }
            note(found.number.text, found.reason, at: place)
            return true
        }
        return false
    }

    private mutating func note(_ number: String, _ reason: AlteredFigures.Reason, at place: String) {
        texts.append(.init(place: place, number: number, reason: reason.rawValue))
    }

    private static func ownNumbers(of figure: Observation, _ indicators: RecordTable<Indicator>) -> Set<Double> {
        var numbers: Set<Double> = []
        switch figure.value {
        case .fraction(let part, let whole): numbers = [part, whole, whole - part]
        case .value(let value, let whole): numbers = Set([value, whole].compactMap { $0 })
        case .missing: break
        }
        if let indicator = indicators[figure.indicator], let number = figure.value.number(in: indicator.unit) {
            for decimals in 0...3 { numbers.insert(DecimalText.rounded(number, decimals: decimals)) }
        }
        if let printed = figure.printed?.value { numbers.insert(printed) }
        return numbers
    }

    // MARK: Records that hold numbers

    /// A check states figures in words, as printed and as recomputed, and in its formula.
    private mutating func isTold(by check: FigureCheck) -> Bool {
        let place = "check \(check.id)"
        let terms = check.formula.map { NumbersInText.terms(of: $0) } ?? []
        let formula = terms.map { "\($0.text);" }.joined(separator: " ")
        let texts = [
            check.statement, check.printed, check.recomputed, check.method, check.likelyCause, formula, check.note,
        ]
        if tells(texts, about: check.indicators, place) { return true }
        if let term = altered.told(byTerms: terms) {
            note(term.text, .itself, at: place)
            return true
        }
        guard check.indicators.isEmpty, policy.threshold > 0 else { return false }
        // Its numbers are of what its statement is about.
        let statement = check.statement
        let numbers = [check.printed, check.recomputed, formula].compactMap { $0 }
        if numbers.contains(where: { altered.told(by: "\(statement): \($0)", isFigure: true) != nil }) {
            note(statement, .itself, at: place)
            return true
        }
        // A formula that adds up or divides counts of nobody knows whom.
        let isOfThings = NumbersInText.namesThings(statement) && !NumbersInText.namesPeople(statement)
        guard !isOfThings, let small = terms.first(where: { policy.holdsSmall($0) }) else { return false }
        note(small.text, .mayBe, at: place)
        return true
    }

    /// A claim states a figure in words and as a number, and may give the numbers that it was worked out from.
    private mutating func isTold(by claim: Claim) -> Bool {
        let place = "claim \(claim.id)"
        if tells([claim.statement, claim.note], about: claim.indicators, place) { return true }
        let isOfPeople = NumbersInText.namesPeople(claim.statement) || !claim.indicators.isEmpty
        for reference in claim.references {
            guard case .number(let number) = reference else { continue }
            let text = DecimalText.formatted(number, decimals: 0)
            guard number == number.rounded(), number >= 0, number < 1e12 else { continue }
            let isSmall = isOfPeople && policy.isSmall(Int(number))
            guard isSmall || altered.told(by: text, about: claim.indicators) != nil else { continue }
            note(text, .mayBe, at: place)
            return true
        }
        return false
    }

    /// A fact states one number; it counts people where its words name them.
    private mutating func isTold(by fact: ContextFact) -> Bool {
        let place = "fact \(fact.id)"
        if tells([fact.text], about: [], place) { return true }
        guard let value = fact.value, value.isFinite, value.magnitude < 1e12 else { return false }
        let isWhole = value == value.rounded()
        let words = fact.text.lowercased()
        let isShare = ["share", "per cent", "percent", "proportion", "%"].contains { words.contains($0) }
        let number = DecimalText.formatted(value, decimals: isWhole ? 0 : 1) + (isShare ? "%" : "")
        if tells(["\(fact.text): \(number)"], about: [], place) { return true }
        guard isWhole, !isShare, value >= 0, policy.isSmall(Int(value)), NumbersInText.namesPeople(fact.text) else {
            return false
        }
        note(number, .mayBe, at: place)
        return true
    }

    /// A paragraph keeps its number, and says that it is withheld.
    private mutating func removedEchoes(from report: CommitteeReport) -> CommitteeReport {
        var result = report
        for section in report.sections.indices {
            for position in report.sections[section].paragraphs.indices {
                let paragraph = report.sections[section].paragraphs[position]
                let name = paragraph.number ?? "\(position + 1) of section \(report.sections[section].number)"
                guard tells([paragraph.text], about: [], "paragraph \(name) of report \(report.id)") else { continue }
                result.sections[section].paragraphs[position].text = substitute
                note("Paragraphs of the report")
            }
        }
        return result
    }

    private mutating func removedEchoes(from plan: ImprovementPlan) -> ImprovementPlan {
        var result = plan
        result.progress = keep(plan.progress, as: "Notes on progress") { echoes, note in
            echoes.tells([note.text], about: note.indicators, "note on progress \(note.id)")
        }
        for index in plan.actions.indices {
            let action = plan.actions[index]
            let place = "action \(action.id)"
            result.actions[index].milestones = keep(action.milestones)
            if tells([action.evidence], about: action.indicators, place) {
                result.actions[index].evidence = nil
                note("Evidence of actions")
            }
            if tells([action.measureOfSuccess], about: action.indicators, place) {
                result.actions[index].measureOfSuccess = nil
                note("Measures of success of actions")
            }
            for text in [\PlanAction.partner, \PlanAction.priority]
            where tells(
                [action[keyPath: text]], about: action.indicators, place)
            {
                result.actions[index][keyPath: text] = nil
                note("Remarks on actions")
            }
            result.actions[index].ownColumns = keep(action.ownColumns, as: "Remarks on actions") { echoes, column in
                echoes.tells([column.text], about: action.indicators, place)
            }
            for status in action.statuses.indices
            where tells([action.statuses[status].commentary], about: action.indicators, place) {
                result.actions[index].statuses[status].commentary = nil
                note("Remarks on actions")
            }
        }
        return result
    }

    private mutating func removedEchoes(from audits: AuditProgramme) -> AuditProgramme {
        var result = audits
        result.statements = keep(audits.statements, as: "Audit statements") { echoes, statement in
            echoes.tells([statement.text], about: statement.indicators, "audit statement \(statement.id)")
        }
        for (index, theme) in audits.themes.enumerated() {
            func untold(_ texts: [String], _ echoes: inout PackEchoes) -> [String] {
                echoes.keep(texts, as: "Remarks on audit themes") { echoes, text in
                    echoes.tells([text], about: theme.indicators, "audit theme \(theme.id)")
                }
            }
            result.themes[index].issues = untold(theme.issues, &self)
            result.themes[index].improvements = untold(theme.improvements, &self)
            result.themes[index].futureFocus = untold(theme.futureFocus, &self)
        }
        guard policy.threshold > 0 else { return result }
        result.compliance = keep(audits.compliance, as: "Standards measured") { echoes, measurement in
            echoes.holdsSmallNumbers(measurement)
        }
        return result
    }

    private mutating func keep(_ milestones: [Milestone]) -> [Milestone] {
        keep(milestones, as: "Milestones") { echoes, milestone in
            echoes.tells([milestone.text], about: milestone.indicators, "milestone")
        }
    }

    /// Whether few cases met a standard, or failed it, or failed it for one reason; or an altered figure says how many.
    private mutating func holdsSmallNumbers(_ measurement: ComplianceMeasurement) -> Bool {
        let failed = measurement.cases - measurement.compliant
        let counts =
            [measurement.cases, measurement.children, measurement.compliant, failed].compactMap { $0 }
            + measurement.failures.map(\.cases)
        if counts.contains(where: policy.isSmall) || policy.rounds { return true }
        return tells(
            counts.map { "\($0)" } + measurement.explanations + [measurement.printedShare?.text].compactMap { $0 },
            about: measurement.indicators,
            "standard \(measurement.standard) for \(measurement.period)")
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

    private mutating func blank(_ line: inout DashboardLine) -> Bool {
        let (previous, latest) = (isAltered(line.previous, on: line), isAltered(line.latest, on: line))
        let since = baseline.map { period in line.indicators.contains { altered.concerns($0, in: period) } } ?? false
        let shares = line.shares.contains { tells(share: $0, line) }
        let change = (line.change?.text).map { tells(change: $0, line) } ?? false
        let sinceChange = (line.sinceBaseline?.text).map { tells(change: $0, line) } ?? false
        guard previous || latest || since || shares || change || sinceChange else { return false }
        let symbol = PrintedFigure(MissingReason.suppressed.shorthand)
        if previous { line.previous?.figure = symbol }
        if latest {
            line.latest?.figure = symbol
            line.rating = nil
            line.availability = nil
        }
        if latest || shares { line.shares = [] }
        if latest || previous || change { line.change = nil }
        if latest || since || sinceChange { line.sinceBaseline = nil }
        return true
    }

    /// Whether a figure that is printed on a line is hidden elsewhere, tells one that is, or is small itself and printed here alone.
    private mutating func isAltered(_ position: PrintedPosition?, on line: DashboardLine) -> Bool {
        guard let position else { return false }
        let place = "dashboard line \(line.number)"
        if line.indicators.contains(where: { altered.concerns($0, in: position.period) }) {
            return true
        }
        let groups = line.indicators.compactMap {
            altered.isAltered(
                groupNamedBy: line.fullMeasure, printing: position.figure.number, of: $0, in: position.period)
        }
        if groups.contains(true) {
            note(position.figure.text, .itself, at: place)
            return true
        }
        if !groups.isEmpty, groups.count == line.indicators.count, !position.figure.text.contains("%") { return false }
        let isPercentage = !line.indicators.isEmpty && line.indicators.allSatisfy { indicators[$0]?.unit == .percent }
        var text = position.figure.text
        if isPercentage, !text.contains("%") { text += "%" }
        let shown = line.indicators.reduce(into: Set<Double>()) {
            $0.formUnion(altered.numbersShown(of: $1, in: position.period))
        }
        if tells(
            [line.indicators.isEmpty ? "\(line.fullMeasure): \(text)" : text], about: line.indicators, place,
            isFigure: line.indicators.isEmpty, passing: shown)
        {
            return true
        }
        guard countsPeople(line), let value = position.figure.number, value == value.rounded(), value >= 0,
            value < 1e12,
            !text.contains("%"), !text.contains("£")
        else { return false }
        guard policy.isSmall(Int(value)) || policy.rounds else { return false }
        note(position.figure.text, .mayBe, at: place)
        return true
    }

    /// Whether a line prints counts of people: its indicators do; or it has none, and its words name no things.
    private func countsPeople(_ line: DashboardLine) -> Bool {
        guard line.indicators.isEmpty else {
            return line.indicators.allSatisfy { id in
                indicators[id].map { $0.unit == .count && $0.countedGroup.isProtected } ?? false
            }
        }
        return NumbersInText.namesPeople(line.fullMeasure) || !NumbersInText.namesThings(line.fullMeasure)
    }

    private mutating func tells(share: PrintedShare, _ line: DashboardLine) -> Bool {
        let isAbout = line.indicators.contains(where: altered.concerns)
        if isAbout, line.latest == nil { return true }
        let text = [share.label, share.figure.text].compactMap { $0 }.joined(separator: ": ")
        return tells([text], about: line.indicators, "dashboard line \(line.number)")
    }

    /// A change is not a count: it tells a figure that it is a change from or to, and no other.
    private mutating func tells(change text: String, _ line: DashboardLine) -> Bool {
        for number in NumbersInText.numbers(in: text) {
            for indicator in line.indicators where altered.concerns(indicator) {
                let telling = altered.telling(of: indicator)
                guard telling.isChange(number.value) || telling.isFigure(number.value) else { continue }
                note(number.text, .change, at: "dashboard line \(line.number)")
                return true
            }
        }
        return false
    }

    // MARK: Keeping count

    private mutating func keep<Item>(
        _ items: [Item], as name: String, _ isEcho: (inout PackEchoes, Item) -> Bool
    ) -> [Item] {
        var kept: [Item] = []
        for item in items {
            if isEcho(&self, item) { note(name) } else { kept.append(item) }
        }
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

extension SmallNumberPolicy {
    /// Whether a number that a text states would be hidden were it a count of people.
    fileprivate func holdsSmall(_ number: NumberInText) -> Bool {
        number.kind == .count && number.decimals == 0 && number.value >= 0 && number.value <= Double(threshold)
            && isSmall(Int(number.value))
    }
}

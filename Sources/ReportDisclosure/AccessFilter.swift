import ReportModel
import ReportVocabulary
import SmallNumbers

/// Takes out of a pack what an audience may not see, and keeps a record of what was taken.
struct AccessFilter {
    private let rules: AccessRules
    private(set) var withheld: [WithheldItem] = []

    init(pack: ReportPack, audience: Audience) {
        rules = AccessRules(pack: pack, audience: audience)
    }

    /// The pack as the audience may see it.
    mutating func filtered(_ pack: ReportPack) -> ReportPack {
        var result = pack
        result.manifest.sources = keep(pack.manifest.sources, as: "Source documents") { rules, item in
            rules.access(item.access)
        }
        result.indicators = keep(pack.indicators, as: "Indicators") { rules, item in rules.access(item) }
        var indicators: [Indicator] = []
        for var indicator in result.indicators {
            indicator.commentary = keep(indicator.commentary, as: "Remarks on indicators") { rules, item in
                rules.access(item.access)
            }
            indicator.targets = keep(indicator.targets, as: "Targets") { rules, item in
                rules.access(.unrestricted, from: item.source)
            }
            indicators.append(indicator)
        }
        result.indicators = indicators
        result.observations = keep(pack.observations, as: WithheldItem.figures) { rules, item in rules.access(item) }
        result.dashboard = keep(pack.dashboard, as: "Lines of the dashboard") { rules, item in
            rules.access(item.access, from: item.source, repeating: item.indicators)
        }
        result.plans = keep(pack.plans, as: "Improvement plans") { rules, item in
            rules.access(item.access, from: item.source)
        }.map { filtered($0) }
        result.audits = filtered(pack.audits)
        result.inspections = keep(pack.inspections, as: "Inspections") { rules, item in
            rules.access(item.access, from: item.source)
        }.map { filtered($0) }
        result.reports = keep(pack.reports, as: "Committee reports") { rules, item in
            rules.access(item.access, from: item.source)
        }.map { filtered($0) }
        result.risks = keep(pack.risks, as: "Risks") { rules, item in rules.access(item.access, from: item.source) }
        result.budget = keep(pack.budget, as: WithheldItem.budget) { rules, item in
            rules.access(item.access, from: item.source)
        }
        result.checks = keep(pack.checks, as: "Checks of figures") { rules, item in
            rules.access(item.access, from: item.source, repeating: item.indicators)
        }
        result.claims = keep(pack.claims, as: "Claims checked") { rules, item in
            item.recorded.flatMap { $0.accesses(in: pack) }.reduce(
                rules.access(item.access, from: item.source, repeating: item.indicators)
            ) { $0.combined(with: rules.access($1.access, from: $1.source)) }
        }
        result.commitments = keep(pack.commitments, as: "Commitments") { rules, item in
            rules.access(.unrestricted, from: item.source)
        }.map { set in
            var set = set
            for index in set.items.indices { set.items[index].milestones = keep(set.items[index].milestones) }
            return set
        }
        result.milestones = keep(pack.milestones)
        result.governance = keep(pack.governance, as: "Boards") { rules, item in
            rules.access(.unrestricted, from: item.source)
        }
        result.context = keep(pack.context, as: "Facts") { rules, item in
            rules.access(.unrestricted, from: item.source)
        }
        return result
    }

    private mutating func filtered(_ plan: ImprovementPlan) -> ImprovementPlan {
        var result = plan
        result.actions = keep(plan.actions, as: "Actions") { rules, item in
            rules.access(item.access, from: item.source)
        }
        for index in result.actions.indices {
            result.actions[index].milestones = keep(result.actions[index].milestones)
        }
        result.progress = keep(plan.progress, as: "Notes on progress") { rules, item in
            rules.access(item.access, from: item.source, repeating: item.indicators)
        }
        return result
    }

    private mutating func filtered(_ audits: AuditProgramme) -> AuditProgramme {
        let access = rules.access(.unrestricted, from: audits.source)
        guard rules.allows(access) else {
            note("Audit programme", access)
            return AuditProgramme()
        }
        var result = audits
        result.activity = keep(audits.activity, as: "Audit activity") { rules, item in
            rules.access(.unrestricted, from: item.source, repeating: item.indicators)
        }
        result.grades = keep(audits.grades, as: "Audit grades") { rules, item in
            rules.access(item.access, from: item.source)
        }
        result.themes = keep(audits.themes, as: "Audit themes") { rules, item in
            rules.access(item.access, from: nil, repeating: item.indicators)
        }
        result.statements = keep(audits.statements, as: "Audit statements") { rules, item in
            rules.access(.unrestricted, from: item.source, repeating: item.indicators)
        }
        result.compliance = keep(audits.compliance, as: "Standards measured") { rules, item in
            rules.access(.unrestricted, from: item.source, repeating: item.indicators)
        }
        result.recommendations = keep(audits.recommendations, as: "Recommendations") { rules, item in
            rules.access(item.access, from: item.source)
        }
        return result
    }

    private mutating func filtered(_ event: InspectionEvent) -> InspectionEvent {
        var result = event
        result.findings = keep(event.findings, as: "Findings") { rules, item in
            rules.access(item.access, from: item.source)
        }
        result.recommendations = keep(event.recommendations, as: "Recommendations") { rules, item in
            rules.access(item.access, from: item.source)
        }
        result.requirements = keep(event.requirements, as: "Requirements of a direction") { rules, item in
            rules.access(.unrestricted, from: item.source)
        }
        return result
    }

    /// Enclosures and sections are named one by one, as the law asks for exempt papers; their titles stay out.
    private mutating func filtered(_ report: CommitteeReport) -> CommitteeReport {
        var result = report
        result.enclosures = []
        for enclosure in report.enclosures {
            if rules.allows(enclosure.access) {
                result.enclosures.append(enclosure)
            } else {
                note(enclosure.label, enclosure.access)
            }
        }
        result.sections = []
        for section in report.sections {
            if rules.allows(section.access) {
                result.sections.append(section)
            } else {
                note("Section \(section.number) of the report", section.access)
            }
        }
        // A recommendation about a withheld paper may say what is in it: its words go too, its number stays.
        // Two papers may have one label; where either is withheld, the words may be about that one.
        let labels = Set(report.enclosures.filter { !rules.allows($0.access) }.map(\.label))
        result.recommendations = report.recommendations.map { recommendation in
            guard let label = recommendation.enclosure, labels.contains(label) else { return recommendation }
            var reduced = recommendation
            reduced.text = "About \(label), which this version withholds."
            return reduced
        }
        return result
    }

    private mutating func keep(_ milestones: [Milestone]) -> [Milestone] {
        keep(milestones, as: "Milestones") { rules, item in rules.access(.unrestricted, from: item.source) }
    }

    /// Takes out the names of areas and roles that only withheld records use.
    func withoutUnusedNames(_ visible: ReportPack, of whole: ReportPack) -> ReportPack {
        let (seen, all) = (NamesInUse(visible), NamesInUse(whole))
        var result = visible
        result.manifest.areas.removeAll { all.areas.contains($0.id) && !seen.areas.contains($0.id) }
        result.manifest.roles.removeAll { all.roles.contains($0.id) && !seen.roles.contains($0.id) }
        return result
    }

    /// Takes out the lines of the budget from which a withheld one would follow.
    mutating func withoutTellingBudget(
        _ visible: ReportPack, of whole: ReportPack
    ) throws(SmallNumberError) -> ReportPack {
        let seen = Set(visible.budget.map(\.id))
        let hidden = try BudgetProtection(whole.budget.map { (line: $0, isWithheld: !seen.contains($0.id)) }).hidden
        guard !hidden.isEmpty else { return visible }
        var result = visible
        result.budget.removeAll { hidden.contains($0.id) }
        withheld.append(
            WithheldItem(
                item: WithheldItem.budget, count: hidden.count, paragraphs: [], agreements: [], protectsWithheld: true))
        return result
    }

    /// Keeps what the audience may see and notes the rest.
    private mutating func keep<Item>(
        _ items: [Item], as name: String, _ access: (AccessRules, Item) -> Access
    ) -> [Item] {
        var kept: [Item] = []
        kept.reserveCapacity(items.count)
        for item in items {
            let access = access(rules, item)
            if rules.allows(access) { kept.append(item) } else { note(name, access) }
        }
        return kept
    }

    /// Notes the figures that a text would have shown and that are withheld.
    mutating func noteFiguresInText(_ observations: [Observation]) {
        for observation in observations { note(WithheldItem.figuresInText, rules.access(observation)) }
    }

    /// Notes the figures that show no number, and what repeated them.
    mutating func noteSmallNumbers(figures: Int, echoes: [(name: String, count: Int)], isForSmallNumbers: Bool) {
        let all = (figures > 0 ? [(WithheldItem.figures, figures)] : []) + echoes.map { ($0.name, $0.count) }
        withheld += all.map { name, count in
            WithheldItem(
                item: name, count: count, paragraphs: [], agreements: [], protectsSmallNumbers: isForSmallNumbers,
                protectsWithheld: !isForSmallNumbers)
        }
    }

    /// Whether any figure, or line of the budget, is withheld.
    var withholdsFigures: Bool {
        withheld.contains { $0.item == WithheldItem.figures || $0.item == WithheldItem.budget }
    }

    private mutating func note(_ name: String, _ access: Access) {
        let item = WithheldItem(
            item: name, count: 1, paragraphs: access.exemptParagraphs.sorted(),
            agreements: access.agreements.sorted().map { rules.agreements[$0]?.title ?? "a sharing agreement" },
            isInPublicInterest: !access.exemptParagraphs.isEmpty && access.publicInterestReason != nil)
        if let index = withheld.firstIndex(where: {
            $0.item == item.item && $0.reason == item.reason
        }) {
            withheld[index].count += 1
        } else {
            withheld.append(item)
        }
    }
}

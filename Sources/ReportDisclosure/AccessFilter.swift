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
        let walk = AccessWalk(rules, pack)
        var result = pack
        for index in result.reports.indices { withoutWords(aboutWithheldPapersOf: &result.reports[index]) }
        if !walk.keeps(pack.audits, in: "audits") { result.audits = AuditProgramme() }
        walk.walk(&result)
        for (name, access) in walk.withheld { note(name, access) }
        return result
    }

    /// Takes out what a recommendation says about a withheld paper, which may be what is in it; its number stays.
    private func withoutWords(aboutWithheldPapersOf report: inout CommitteeReport) {
        // Two papers may have one label; where either is withheld, the words may be about that one.
        let labels = Set(report.enclosures.filter { !rules.allows($0.access) }.map(\.label))
        for index in report.recommendations.indices {
            guard let label = report.recommendations[index].enclosure, labels.contains(label) else { continue }
            report.recommendations[index].text = "About \(label), which this version withholds."
        }
    }

    /// Takes out the names of areas, roles, breakdowns and categories that only withheld records use.
    func withoutUnusedNames(_ visible: ReportPack, of whole: ReportPack) -> ReportPack {
        let (seen, all) = (NamesInUse(visible), NamesInUse(whole))
        var result = visible
        let (seenGroups, allGroups) = (GroupsInUse(visible), GroupsInUse(whole))
        result.breakdowns.removeAll {
            allGroups.breakdowns.contains($0.id) && !seenGroups.breakdowns.contains($0.id)
        }
        for index in result.breakdowns.indices {
            let breakdown = result.breakdowns[index]
            let isGone: (Breakdown.Category) -> Bool = { category in
                let name = GroupsInUse.Group(breakdown: breakdown.id, category: category.id)
                return category.id != breakdown.total && allGroups.groups.contains(name)
                    && !seenGroups.groups.contains(name)
            }
            // A group of groups stays with them.
            let parents = Set(breakdown.categories.filter { !isGone($0) }.compactMap(\.parent))
            result.breakdowns[index].categories.removeAll { isGone($0) && !parents.contains($0.id) }
        }
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

/// Decides for each record of a pack whether an audience may see it.
///
/// The catalogue of fields says which records have an access or a source of their own and which indicators they name, so that no
/// list can be forgotten.
private final class AccessWalk: RecordFilter {
    private let rules: AccessRules
    private let pack: ReportPack
    private let index: PackIndex
    /// What was taken out: what readers are told of it, and why.
    private(set) var withheld: [(name: String, access: Access)] = []

    init(_ rules: AccessRules, _ pack: ReportPack) {
        self.rules = rules
        self.pack = pack
        index = PackIndex(pack)
    }

    func keeps<Record: CataloguedRecord>(_ record: Record, in list: String) -> Bool {
        let access = access(of: record, in: list)
        if rules.allows(access) { return true }
        withheld.append((Self.name(of: record, in: list), access))
        return false
    }

    private func access<Record: CataloguedRecord>(of record: Record, in list: String) -> Access {
        // The types are compared first: a cast of each of very many records would take long.
        if Record.self == Observation.self, let figure = record as? Observation { return rules.access(figure) }
        if Record.self == Indicator.self, let indicator = record as? Indicator { return rules.access(indicator) }
        if Record.self == Claim.self, let claim = record as? Claim {
            // Numbers of plans, audits and budgets too have the access of the records that they come from.
            return claim.recorded.flatMap { $0.accesses(in: pack) }.reduce(
                rules.access(claim.access, from: claim.source, repeating: claim.indicators)
            ) { $0.combined(with: rules.access($1.access, from: $1.source)) }
        }
        var (own, source, named) = (Access.unrestricted, SourceReference?.none, IndicatorNames())
        for field in Record.fields {
            switch field.content {
            case .access(let path): own = record[keyPath: path]
            case .source(let path): source = record[keyPath: path]
            case .names(let names) where !Self.namesOnly.contains(list):
                names.walk(record, index, FieldPlace(), named)
            default: break
            }
        }
        return rules.access(own, from: source, repeating: named.ids)
    }

    /// Lists whose records name indicators without repeating their figures. The records of all others may repeat them.
    private static let namesOnly: Set<String> = [
        "plans", "actions", "milestones", "items", "risks", "findings", "recommendations", "standards",
    ]

    /// What readers are told that they do not see. Enclosures and sections are named one by one, as the law asks for exempt
    /// papers; their titles stay out.
    private static func name<Record: CataloguedRecord>(of record: Record, in list: String) -> String {
        if let enclosure = record as? Enclosure { return enclosure.label }
        if let section = record as? ReportSection { return "Section \(section.number) of the report" }
        return names[list] ?? "Other records"
    }

    private static let names = [
        "sources": "Source documents", "indicators": "Indicators", "targets": "Targets",
        "commentary": "Remarks on indicators", "observations": WithheldItem.figures,
        "dashboard": "Lines of the dashboard", "plans": "Improvement plans", "actions": "Actions",
        "milestones": "Milestones", "progress": "Notes on progress", "audits": "Audit programme",
        "methods": "Audit methods", "activity": "Audit activity", "grades": "Audit grades", "themes": "Audit themes",
        "statements": "Audit statements", "standards": "Standards", "compliance": "Standards measured",
        "recommendations": "Recommendations", "inspections": "Inspections", "letters": "Letters",
        "findings": "Findings", "requirements": "Requirements of a direction", "reports": "Committee reports",
        "commitments": "Commitments", "risks": "Risks", "budget": WithheldItem.budget, "governance": "Boards",
        "facts": "Facts", "checks": "Checks of figures", "claims": "Claims checked",
    ]
}

/// The indicators that a record names.
private final class IndicatorNames: NameVisitor {
    private(set) var ids: [Indicator.ID] = []

    func visit<Target>(_ name: Identifier<Target>, in table: RecordTable<Target>) {
        if let id = name as? Indicator.ID { ids.append(id) }
    }
}

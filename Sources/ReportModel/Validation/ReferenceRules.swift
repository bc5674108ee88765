import ReportVocabulary

/// Every name is the name of something in the pack.
enum ReferenceRules {
    static func check(_ pack: ReportPack, _ index: PackIndex, into problems: inout ProblemList) {
        var checker = ReferenceChecker(index, problems)
        checker.checkManifest(pack.manifest)
        for breakdown in pack.breakdowns { checker.check(breakdown) }
        for indicator in pack.indicators { checker.check(indicator) }
        for (position, observation) in pack.observations.enumerated() { checker.check(observation, at: position) }
        for line in pack.dashboard { checker.check(line) }
        for plan in pack.plans { checker.check(plan) }
        checker.check(pack.audits)
        for inspection in pack.inspections { checker.check(inspection) }
        for report in pack.reports { checker.check(report) }
        checker.checkRest(of: pack)
        problems = checker.problems
    }
}

extension ReferenceChecker {
    fileprivate mutating func checkManifest(_ manifest: ReportPack.Manifest) {
        need(manifest.area, in: index.areas, about: .manifest)
        need(manifest.baseline?.inspection, in: index.inspections, about: .manifest)
        for area in manifest.areas {
            need(area.members, in: index.areas, about: RecordReference(.area, area.id))
        }
        for source in manifest.sources {
            need(nil, source.access, about: RecordReference(.source, source.id))
        }
    }

    fileprivate mutating func check(_ breakdown: Breakdown) {
        let subject = RecordReference(.breakdown, breakdown.id)
        var categories = KnownNames<Breakdown.Category>("category")
        categories.add(breakdown.categories)
        need(breakdown.total, in: categories, about: subject)
        for category in breakdown.categories { need(category.parent, in: categories, about: subject) }
    }

    fileprivate mutating func check(_ indicator: Indicator) {
        let subject = RecordReference(.indicator, indicator.id)
        need(indicator.breakdown, in: index.breakdowns, about: subject)
        need(indicator.owner, in: index.roles, about: subject)
        need(indicator.ties?.all ?? [], in: index.indicators, about: subject)
        for target in indicator.targets { need(target.source, about: subject) }
        for remark in indicator.commentary {
            need(remark.author, in: index.roles, about: subject)
            need(nil, remark.access, about: subject)
        }
        expect(indicator.planReferences, about: subject)
        for source in indicator.sources { need(source, about: subject) }
        need(nil, indicator.access, about: subject)
    }

    fileprivate mutating func check(_ observation: Observation, at position: Int) {
        let subject = RecordReference(.observation, at: position)
        need(observation.indicator, in: index.indicators, about: subject)
        need(observation.area, in: index.areas, about: subject)
        need(observation.source, observation.access, about: subject)
        // Without its indicator or breakdown nothing can be said of a category, and the missing one is reported already.
        guard let category = observation.category, let indicator = index.indicatorByID[observation.indicator] else {
            return
        }
        guard let name = indicator.breakdown else {
            problems.error(
                .unresolvedReference, about: subject,
                "The indicator \(MessageText.quoted(indicator.id)) has no breakdown that \(MessageText.quoted(category)) "
                    + "could be a category of; give it one, or leave the category out.")
            return
        }
        guard index.breakdownByID[name] != nil else { return }
        need(category, in: index.categories(of: name), about: subject)
    }

    fileprivate mutating func check(_ line: DashboardLine) {
        let subject = RecordReference(.dashboardLine, String(line.number))
        need(line.indicators, in: index.indicators, about: subject)
        expect(line.planReferences, about: subject)
        need(line.source, line.access, about: subject)
    }

    fileprivate mutating func checkRest(of pack: ReportPack) {
        for set in pack.commitments {
            need(set.source, about: RecordReference(.commitmentSet, set.id))
            for item in set.items {
                let subject = RecordReference(.commitment, item.id)
                need(item.indicators, in: index.indicators, about: subject)
                check(item.milestones, about: subject)
            }
        }
        for risk in pack.risks {
            let subject = RecordReference(.risk, risk.id)
            need(risk.owner, in: index.roles, about: subject)
            need(risk.plans, in: index.plans, about: subject)
            need(risk.indicators, in: index.indicators, about: subject)
            need(risk.source, risk.access, about: subject)
        }
        for figure in pack.budget {
            let subject = RecordReference(.budgetFigure, figure.id)
            need(figure.partOf, in: index.budget, about: subject)
            need(figure.revises, in: index.budget, about: subject)
            need(figure.source, figure.access, about: subject)
        }
        check(pack.milestones, about: nil)
        for body in pack.governance {
            let subject = RecordReference(.governanceBody, body.id)
            need(body.chair, in: index.roles, about: subject)
            need(body.source, about: subject)
        }
        for fact in pack.context { need(fact.source, about: RecordReference(.fact, fact.id)) }
        for item in pack.checks { check(item) }
    }

    private mutating func check(_ item: FigureCheck) {
        let subject = RecordReference(.check, item.id)
        need(item.indicators, in: index.indicators, about: subject)
        for number in item.dashboardLines where !index.dashboardNumbers.contains(number) {
            problems.error(
                .unresolvedReference, about: subject,
                "There is no line \(number) on the dashboard of the pack; correct the number, or add the line.")
        }
        need(item.source, item.access, about: subject)
    }

    /// Milestones have no identifier; those of no other record are named by their position.
    mutating func check(_ milestones: [Milestone], about subject: RecordReference?) {
        for (position, milestone) in milestones.enumerated() {
            let context = subject == nil ? "Milestone \(position + 1): " : ""
            need(milestone.indicators, in: index.indicators, about: subject, context)
            need(milestone.source, about: subject, context)
        }
    }
}

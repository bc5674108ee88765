import ReportVocabulary

extension ReferenceChecker {
    mutating func check(_ plan: ImprovementPlan) {
        let subject = RecordReference(.plan, plan.id)
        need(plan.replaces, in: index.plans, about: subject)
        need(plan.respondsTo, in: index.inspections, about: subject)
        need(plan.worriedAbout, in: index.indicators, about: subject)
        need(plan.workingWell, in: index.indicators, about: subject)
        need(plan.source, plan.access, about: subject)
        var themes = KnownNames<ImprovementPlan.Theme>("theme")
        themes.add(plan.themes)
        for action in plan.actions { check(action, themes) }
        for note in plan.progress { check(note, themes) }
    }

    private mutating func check(_ action: PlanAction, _ themes: KnownNames<ImprovementPlan.Theme>) {
        let subject = RecordReference(.action, action.id)
        need(action.theme, in: themes, about: subject)
        need(action.owner, in: index.roles, about: subject)
        check(action.milestones, about: subject)
        need(action.recommendations, in: index.recommendations, about: subject)
        need(action.indicators, in: index.indicators, about: subject)
        need(action.source, action.access, about: subject)
    }

    private mutating func check(_ note: ProgressNote, _ themes: KnownNames<ImprovementPlan.Theme>) {
        let subject = RecordReference(.progressNote, note.id)
        need(note.theme, in: themes, about: subject)
        expect(note.references, about: subject)
        need(note.roles, in: index.roles, about: subject)
        need(note.indicators, in: index.indicators, about: subject)
        need(note.inspections, in: index.inspections, about: subject)
        need(note.recommendations, in: index.recommendations, about: subject)
        need(note.source, note.access, about: subject)
    }

    mutating func check(_ audits: AuditProgramme) {
        // The programme is no record of its own, so the message says where the name stands.
        need(audits.author, in: index.roles, about: nil, "Audit programme: ")
        need(audits.source, about: nil, "Audit programme: ")
        for method in audits.methods { need(method.source, about: RecordReference(.auditMethod, method.id)) }
        for (position, activity) in audits.activity.enumerated() {
            let subject = RecordReference(.auditActivity, at: position)
            need(activity.method, in: index.auditMethods, about: subject)
            need(activity.indicators, in: index.indicators, about: subject)
            need(activity.source, about: subject)
        }
        for distribution in audits.grades {
            let subject = RecordReference(.gradeDistribution, distribution.id)
            need(distribution.method, in: index.auditMethods, about: subject)
            expect(distribution.planReference.map { [$0] } ?? [], about: subject)
            need(distribution.source, distribution.access, about: subject)
        }
        for theme in audits.themes {
            let subject = RecordReference(.auditTheme, theme.id)
            need(theme.indicators, in: index.indicators, about: subject)
            need(nil, theme.access, about: subject)
        }
        for statement in audits.statements {
            let subject = RecordReference(.auditStatement, statement.id)
            need(statement.indicators, in: index.indicators, about: subject)
            need(statement.source, about: subject)
        }
        for standard in audits.standards {
            let subject = RecordReference(.practiceStandard, standard.id)
            need(standard.indicators, in: index.indicators, about: subject)
            need(standard.source, about: subject)
        }
        for (position, measurement) in audits.compliance.enumerated() {
            let subject = RecordReference(.complianceMeasurement, at: position)
            need(measurement.indicators, in: index.indicators, about: subject)
            need(measurement.source, about: subject)
        }
        for recommendation in audits.recommendations { check(recommendation) }
    }

    mutating func check(_ inspection: InspectionEvent) {
        let subject = RecordReference(.inspection, inspection.id)
        need(inspection.revokes, in: index.inspections, about: subject)
        for letter in inspection.letters { need(letter.source, about: subject) }
        need(inspection.source, inspection.access, about: subject)
        for finding in inspection.findings { check(finding) }
        for recommendation in inspection.recommendations { check(recommendation) }
        for requirement in inspection.requirements {
            need(requirement.source, about: RecordReference(.requirement, requirement.id))
        }
    }

    private mutating func check(_ finding: Finding) {
        let subject = RecordReference(.finding, finding.id)
        expect(finding.planReferences, about: subject)
        need(finding.actions, in: index.actions, about: subject)
        need(finding.indicators, in: index.indicators, about: subject)
        need(finding.source, finding.access, about: subject)
    }

    private mutating func check(_ recommendation: Recommendation) {
        let subject = RecordReference(.recommendation, recommendation.id)
        need(recommendation.parent, in: index.recommendations, about: subject)
        need(recommendation.dependsOn, in: index.recommendations, about: subject)
        need(recommendation.findings, in: index.findings, about: subject)
        expect(recommendation.planReferences, about: subject)
        need(recommendation.progress, in: index.progressNotes, about: subject)
        need(recommendation.indicators, in: index.indicators, about: subject)
        need(recommendation.source, recommendation.access, about: subject)
    }

    mutating func check(_ report: CommitteeReport) {
        let subject = RecordReference(.report, report.id)
        need(report.reportOf, in: index.roles, about: subject)
        need(report.contacts, in: index.roles, about: subject)
        need(report.within, in: index.reports, about: subject)
        let labels = Set(report.enclosures.map(\.label))
        for enclosure in report.enclosures {
            need(enclosure: enclosure.partOf, among: labels, about: subject)
            need(nil, enclosure.access, about: subject)
        }
        for recommendation in report.recommendations {
            need(enclosure: recommendation.enclosure, among: labels, about: subject)
        }
        for section in report.sections { need(nil, section.access, about: subject) }
        for paper in report.backgroundPapers { need(paper.inspection, in: index.inspections, about: subject) }
        need(report.source, report.access, about: subject)
    }

    private mutating func need(enclosure label: String?, among labels: Set<String>, about subject: RecordReference) {
        guard let label, !labels.contains(label) else { return }
        let advice = NearestName.nearest(to: label, among: labels).map { "did you mean \(MessageText.quoted($0))?" }
        problems.error(
            .unresolvedReference, about: subject,
            "The report has no enclosure \(MessageText.quoted(label)); " + (advice ?? "add it, or correct the label."))
    }
}

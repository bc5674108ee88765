import ReportModel

extension PackTextSearch {
    mutating func read(_ plan: ImprovementPlan) {
        let subject = RecordReference(.plan, plan.id)
        read(plan.title, of: subject, "the title")
        for (position, objective) in plan.objectives.enumerated() {
            read(objective.title, of: subject, "the title of objective \(position + 1)")
            read(objective.text, of: subject, "objective \(position + 1)")
        }
        for theme in plan.themes {
            let subject = RecordReference(.theme, theme.id)
            read(theme.prefix, of: subject, "the prefix")
            read(theme.title, of: subject, "the title")
            read(theme.aim, of: subject, "the aim")
            read(theme.outcomes.map(\.title), of: subject, "outcome")
        }
        for (position, event) in plan.history.enumerated() {
            read(event.status, of: subject, "the status of event \(position + 1)")
            read(event.body, of: subject, "the body of event \(position + 1)")
        }
        read(plan.source, of: subject)
        read(plan.access, of: subject)
        for action in plan.actions { read(action) }
        for note in plan.progress {
            let subject = RecordReference(.progressNote, note.id)
            read(note.text, of: subject, "the text")
            read(note.source, of: subject)
            read(note.access, of: subject)
        }
    }

    private mutating func read(_ action: PlanAction) {
        let subject = RecordReference(.action, action.id)
        read(action.title, of: subject, "the title")
        read(action.text, of: subject, "the text")
        for (position, report) in action.statuses.enumerated() {
            read(report.commentary, of: subject, "the remark on status \(position + 1)")
        }
        read(action.milestones, of: subject)
        read(action.auditDomains, of: subject, "audit domain")
        read(action.evidence, of: subject, "the evidence")
        read(action.source, of: subject)
        read(action.access, of: subject)
    }

    mutating func read(_ set: CommitmentSet) {
        let subject = RecordReference(.commitmentSet, set.id)
        read(set.title, of: subject, "the title")
        read(set.approvedBy, of: subject, "who approved it")
        read(set.note, of: subject, "the note")
        read(set.source, of: subject)
        for item in set.items {
            let subject = RecordReference(.commitment, item.id)
            read(item.title, of: subject, "the title")
            read(item.text, of: subject, "the text")
            read(item.milestones, of: subject)
        }
    }

    mutating func read(_ risk: Risk) {
        let subject = RecordReference(.risk, risk.id)
        read(risk.title, of: subject, "the title")
        read(risk.kind, of: subject, "the kind")
        read(risk.response, of: subject, "the response")
        read(risk.ownerBody, of: subject, "the body that owns it")
        read(risk.source, of: subject)
        read(risk.access, of: subject)
    }

    mutating func read(_ figure: BudgetFigure) {
        let subject = RecordReference(.budgetFigure, figure.id)
        read(figure.title, of: subject, "the title")
        read(figure.printed, of: subject, "the printed figure")
        read(figure.body, of: subject, "the body")
        read(figure.note, of: subject, "the note")
        read(figure.source, of: subject)
        read(figure.access, of: subject)
    }

    mutating func read(_ check: FigureCheck) {
        let subject = RecordReference(.check, check.id)
        read(check.statement, of: subject, "the statement")
        read(check.printed, of: subject, "the printed figure")
        read(check.recomputed, of: subject, "the recomputed figure")
        read(check.method, of: subject, "the method")
        read(check.likelyCause, of: subject, "the likely cause")
        read(check.kind, of: subject, "the kind")
        read(check.formula, of: subject, "the formula")
        read(check.note, of: subject, "the note")
        read(check.source, of: subject)
        read(check.access, of: subject)
    }

    mutating func read(_ claim: Claim) {
        let subject = RecordReference(.claim, claim.id)
        read(claim.statement, of: subject, "the statement")
        read(claim.stated.text, of: subject, "the stated figure")
        read(claim.paragraph, of: subject, "the paragraph")
        read(claim.note, of: subject, "the note")
        read(claim.source, of: subject)
        read(claim.access, of: subject)
    }
}

extension PackWriter {
    private var actions: [PlannedAction] {
        ActionsHelpAndProtection.theme1 + ActionsHelpAndProtection.theme2 + ActionsHelpAndProtection.theme3
            + ActionsCareAndWorkforce.theme4 + ActionsCareAndWorkforce.theme5 + ActionsCareAndWorkforce.theme6
    }

    /// Writes `actions.csv` and `status-history.csv`.
    func writeActions() throws {
        var table = try folder.table(
            .actions,
            [
                "reference", "theme", "title", "text", "owner", "start", "due", "completed", "recommendations",
                "indicators", "audit_domains", "evidence", "source",
            ])
        var history = try folder.table(.statusHistory, ["action", "status", "date", "commentary"])
        for action in actions {
            try table.row([
                action.reference, action.theme, action.title, action.text, action.owner, action.start, action.due,
                action.completed, action.recommendations, reported(action.indicators), audited(action.domains),
                action.evidence, "improvement-plan",
            ])
            for status in action.statuses {
                try history.row([action.reference, status.status, status.date, text.fill(status.commentary)])
            }
        }
        try table.finish()
        try history.finish()
    }

    /// Writes `progress.csv`.
    func writeProgress() throws {
        var table = try folder.table(
            .progress,
            [
                "id", "period", "theme", "references", "state", "status", "text", "dates", "due", "roles", "indicators",
                "inspections", "recommendations", "source",
            ])
        for note in ProgressText.all {
            try table.row([
                note.id, note.period, note.theme, note.references, note.state, note.status, text.fill(note.text),
                note.dates, note.due, note.roles, reported(note.indicators), note.inspections, note.recommendations,
                "board-papers",
            ])
        }
        try table.finish()
    }

    /// Writes `commentary.csv`.
    func writeCommentary() throws {
        var table = try folder.table(.commentary, ["indicator", "period", "author", "text", "access"])
        for remark in CommentaryText.all where isReported(remark.indicator) {
            try table.row([remark.indicator, remark.period, remark.author, text.fill(remark.text), remark.access])
        }
        try table.finish()
    }

    /// Writes `risks.csv` and `budget.csv`.
    func writeRisksAndBudget() throws {
        var risks = try folder.table(
            .risks,
            [
                "id", "title", "kind", "inherent_likelihood", "inherent_impact", "residual_likelihood",
                "residual_impact",
                "response", "owner", "owner_body", "plans", "indicators", "source", "access",
            ])
        for risk in RiskText.all {
            let scores = [risk.inherent.0, risk.inherent.1, risk.residual.0, risk.residual.1].map { String($0) }
            try risks.row(
                [risk.id, risk.title, risk.kind] + scores + [
                    text.fill(risk.response), risk.owner, "Improvement Board", "plan-2024", reported(risk.indicators),
                    "board-papers", risk.access,
                ])
        }
        try risks.finish()
        var budget = try folder.table(
            .budget,
            [
                "id", "kind", "title", "amount", "printed", "period", "agreed", "body", "part_of", "note",
                "source",
            ])
        for figure in BudgetText.all {
            try budget.row([
                figure.id, figure.kind, figure.title, figure.amount, figure.printed, figure.period, figure.agreed,
                figure.body, figure.partOf, figure.note, "finance-report",
            ])
        }
        try budget.finish()
    }
}

import FamilyServicesKit

/// What `risks.csv`, `budget.csv` and `checks.csv` hold.
enum RegisterShapes {
    static let risk = Shape(
        "a risk", required: ["id", "title"],
        optional: [
            "kind", "inherent", "inherent_likelihood", "inherent_impact", "residual", "residual_likelihood",
            "residual_impact", "response", "owner", "owner_body", "plans", "indicators", "source", "place", "access",
        ])
    static let budget = Shape(
        "a budget figure", required: ["id", "kind", "title", "amount"],
        optional: ["printed", "period", "agreed", "body", "part_of", "revises", "note", "source", "place", "access"])
    static let check = Shape(
        "a check", required: ["id", "outcome", "statement"],
        optional: [
            "printed", "recomputed", "method", "likely_cause", "kind", "severity", "formula", "indicators",
            "dashboard_lines", "note", "source", "place", "access",
        ])
}

extension RecordReader {
    /// A row of `risks.csv`.
    func risk() -> Risk? {
        let (inherent, residual) = (score("inherent"), score("residual"))
        let owner: Role.ID? = identifier("owner")
        let plans: [ImprovementPlan.ID] = identifiers("plans")
        let indicators: [Indicator.ID] = identifiers("indicators")
        let (source, access) = (source(), access())
        return ownIdentifier("id", .risk).map {
            Risk(
                id: $0, title: requiredText("title"), kind: text("kind"), inherent: inherent, residual: residual,
                response: text("response"), owner: owner, ownerBody: text("owner_body"), plans: plans,
                indicators: indicators, source: source, access: access)
        }
    }

    /// A score: its product, its two factors, or all three where they agree.
    private func score(_ name: String) -> Risk.Score? {
        let (likelihoodName, impactName) = (name + "_likelihood", name + "_impact")
        let product = integer(name, in: 1...25)
        let (likelihood, impact) = (integer(likelihoodName, in: 1...5), integer(impactName, in: 1...5))
        need(likelihoodName, for: impactName)
        need(impactName, for: likelihoodName)
        guard let likelihood, let impact else { return product.map { .product($0) } }
        if let product, product != likelihood * impact {
            problems.error(
                .inconsistent, at: position(of: name),
                "The score is \(product), but likelihood \(likelihood) times impact \(impact) is \(likelihood * impact)."
            )
        }
        return .matrix(likelihood: likelihood, impact: impact)
    }

    /// A row of `budget.csv`.
    func budgetFigure() -> BudgetFigure? {
        let kind = requiredWord("kind", standIn: BudgetFigure.Kind.budget)
        let amount = number("amount", in: .money(.pounds)) ?? 0
        let (period, agreed, source, access) = (period("period"), partialDate("agreed"), source(), access())
        let (partOf, revises): (BudgetFigure.ID?, BudgetFigure.ID?) = (identifier("part_of"), identifier("revises"))
        return ownIdentifier("id", .budgetFigure).map {
            BudgetFigure(
                id: $0, kind: kind, title: requiredText("title"), pounds: amount, printed: text("printed"),
                period: period,
                agreed: agreed, body: text("body"), partOf: partOf, revises: revises, note: text("note"),
                source: source,
                access: access)
        }
    }

    /// A row of `checks.csv`.
    func figureCheck() -> FigureCheck? {
        let outcome = requiredWord("outcome", standIn: FigureCheck.Outcome.agrees)
        let severity: FigureCheck.Severity? = word("severity")
        let indicators: [Indicator.ID] = identifiers("indicators")
        let lines = values("dashboard_lines") { text throws(ValueProblem) in
            try Words.integer(text, in: 1...1_000_000)
        }
        let (source, access) = (source(), access())
        return ownIdentifier("id", .check).map {
            FigureCheck(
                id: $0, outcome: outcome, statement: requiredText("statement"), printed: text("printed"),
                recomputed: text("recomputed"), method: text("method"), likelyCause: text("likely_cause"),
                kind: text("kind"), severity: severity, formula: text("formula"), indicators: indicators,
                dashboardLines: lines, note: text("note"), source: source, access: access)
        }
    }
}

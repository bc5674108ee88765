import FamilyServicesKit

/// What `dashboard.csv` holds.
enum DashboardShapes {
    static let line = Shape(
        "a line of the dashboard", required: ["number", "measure"],
        optional: [
            "section", "plan_references", "part", "indicators", "previous_label", "previous_period", "previous",
            "latest_label", "latest_period", "latest", "change", "change_arrow", "since_baseline",
            "since_baseline_arrow", "target", "rating", "shares", "availability", "source", "place", "access",
        ])
}

extension RecordReader {
    /// A line of a printed dashboard.
    func dashboardLine() -> DashboardLine? {
        let (previous, latest) = (position("previous"), position("latest"))
        let (change, since) = (change("change"), change("since_baseline"))
        let rating: PrintedRating? = word("rating")
        let shares = shares()
        let references = planReferences("plan_references")
        let indicators: [Indicator.ID] = identifiers("indicators")
        let (source, access) = (source(), access())
        guard let number = integer("number", in: 1...1_000_000) else {
            problems.hasLostRecords = true
            return nil
        }
        remember(.dashboardLine, String(number))
        return DashboardLine(
            number: number, section: text("section") ?? "", planReferences: references,
            measure: requiredText("measure"),
            part: text("part"), indicators: indicators, previous: previous, latest: latest, change: change,
            sinceBaseline: since, target: text("target"), rating: rating, shares: shares,
            availability: text("availability"), source: source, access: access)
    }

    private func position(_ name: String) -> PrintedPosition? {
        let period = period(name + "_period")
        need(name, for: name + "_label", name + "_period")
        guard let figure = printed(name) else { return nil }
        return PrintedPosition(label: text(name + "_label"), period: period, figure: figure)
    }

    private func change(_ name: String) -> PrintedChange? {
        let (text, arrow) = (text(name), word(name + "_arrow") as PrintedChange.Arrow?)
        return text == nil && arrow == nil ? nil : PrintedChange(text: text, arrow: arrow)
    }

    /// `in time = 15%; overdue = 19%`; without a label `= 51%`.
    private func shares() -> [PrintedShare] {
        values("shares") { text throws(ValueProblem) in
            guard let equals = text.lastIndex(of: "=") else {
                throw .bad(
                    "\(Excerpt.quoted(text)) is not a share; write in time = 15%, or = 15% where it has no label.")
            }
            let label = Blanks.trimmed(text[..<equals])
            let figure = Blanks.trimmed(text[text.index(after: equals)...])
            guard !figure.isEmpty else { throw .bad("\(Excerpt.quoted(text)) has no figure behind the equals sign.") }
            return PrintedShare(
                label: label.isEmpty ? nil : label, figure: PrintedFigure(figure, value: NumberText.printed(figure)))
        }
    }
}

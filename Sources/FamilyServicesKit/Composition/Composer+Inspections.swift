extension Composer {
    var events: [InspectionEvent] {
        pack.inspections.enumerated().sorted { left, right in
            switch (left.element.listingDate?.firstDay, right.element.listingDate?.firstDay) {
            case (let first?, let second?): first != second ? first < second : left.offset < right.offset
            case (nil, nil): left.offset < right.offset
            case (let first, _): first != nil
            }
        }.map(\.element)
    }

    func inspections() -> PublicationSection? {
        section(
            "inspections", "Inspections and judgements", short: "Inspections",
            "Inspections, visits, reviews and directions, the earliest first; those without a date come last.",
            exempt: pack.inspections.map(\.access),
            TableSketch<InspectionEvent>(
                name: "Inspections", title: "Inspections and judgements",
                columns: [
                    .init("Event", width: 40) { event in
                        event.title + (event.framework.map { " (\($0.rawValue))" } ?? "")
                    },
                    .init("Kind", width: 20) { $0.kind.label },
                    .init("By", width: 24) { $0.body },
                    .init("Status", width: 11) { $0.status.label },
                    .init("Dates", width: 28) { dates(of: $0) },
                    .init("Judgements", width: 48) { event in
                        let lines = event.judgements.map { "\($0.area.capitalisedFirst): \($0.grade.label)" }
                        let worst = event.judgements.map(\.grade).min()
                        return .text(lines.joined(separator: "\n"), tone: worst?.tone)
                    },
                    .init("Looked at", width: 40) { ($0.focus + $0.services).joined(separator: "; ").capitalisedFirst },
                    .init("Response", width: 36) { $0.response },
                    .init("Note", width: 36) { $0.note },
                ]
            ).block(of: events))
    }

    private func dates(of event: InspectionEvent) -> String {
        var lines: [String] = []
        if let start = event.start {
            lines.append(start.label + (event.end.map { $0 == start ? "" : " to \($0.label)" } ?? ""))
        } else if let end = event.end {
            lines.append("Ended: \(end.label)")
        }
        if let published = event.published { lines.append("Published: \(published.label)") }
        lines += event.dates.map { dated in
            "\(dated.label.capitalisedFirst): "
                + [dated.date?.label, dated.printed.map { "printed \($0)" }]
                .compactMap { $0 }.joined(separator: ", ")
        }
        return lines.joined(separator: "\n")
    }

    func inspectionRecommendations() -> PublicationSection? {
        typealias Row = (origin: String, item: Recommendation)
        let rows: [Row] =
            events.flatMap { event in event.recommendations.map { (event.title, $0) } }
            + pack.audits.recommendations.map { (pack.audits.title ?? "Audit programme", $0) }
        let progress = Dictionary(pack.plans.flatMap(\.progress).map { ($0.id, $0.text) }) { first, _ in first }
        return section(
            "recommendations", "Recommendations of inspectors and auditors", short: "Recommendations",
            "What inspectors, reviewers and auditors recommend, and what answers it.",
            exempt: rows.map(\.item.access),
            TableSketch<Row>(
                name: "Recommendations", title: "Recommendations of inspectors and auditors",
                columns: [
                    .init("Recommendation", width: 16) { $0.item.id.text },
                    .init("From", width: 36) { $0.origin },
                    .init("Kind", width: 16) { $0.item.kind.rawValue.replacingHyphens.capitalisedFirst },
                    .init("Subject", width: 20) { $0.item.theme?.replacingHyphens.capitalisedFirst },
                    .init("What is recommended", width: 60) { $0.item.text },
                    .init("Due", width: 14) { Cell.date($0.item.due) },
                    .init("Actions that answer it", width: 30) { row in
                        row.item.planReferences.map { reference in
                            index.actions[reference].map { "\(reference.text) \($0.title)" } ?? reference.text
                        }.joined(separator: "\n")
                    },
                    .init("Progress reported", width: 44) { row in
                        row.item.progress.compactMap { progress[$0] }.joined(separator: "\n")
                    },
                    .init("Measures that show it", width: 36) {
                        index.indicatorTitles($0.item.indicators).joined(separator: "\n")
                    },
                ]
            ).block(of: rows))
    }

    func requirements() -> PublicationSection? {
        typealias Row = (event: InspectionEvent, item: DirectionRequirement)
        let rows: [Row] = events.flatMap { event in event.requirements.map { (event, $0) } }
        return section(
            "requirements", "Requirements of directions", short: "Requirements",
            "What directions of the Secretary of State require, how often, and what falls due in the year after "
                + "\(pack.manifest.date.label).",
            TableSketch<Row>(
                name: "Requirements", title: "Requirements of directions",
                columns: [
                    .init("Direction", width: 34) { $0.event.title },
                    .init("In force", width: 11) { $0.event.status.label },
                    .init("Letter", width: 8) { $0.item.letter },
                    .init("What is required", width: 56) { $0.item.text },
                    .init("Towards", width: 26) { $0.item.counterpart },
                    .init("How often", width: 18) { $0.item.cadence?.text.capitalisedFirst },
                    .init("A report", width: 10) { $0.item.isReport ? "Yes" : "No" },
                    .init("Falls due", width: 22) { row in
                        guard row.event.status != .revoked, let end = pack.manifest.date.adding(months: 12) else {
                            return nil
                        }
                        return row.item.dueDates(through: end).filter { $0 >= pack.manifest.date }.map(\.label)
                            .joined(separator: "\n")
                    },
                ]
            ).block(of: rows))
    }
}

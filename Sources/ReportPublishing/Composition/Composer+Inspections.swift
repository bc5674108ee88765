import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

extension Composing {
    /// The events of inspection in order of their dates; those without one come last.
    var events: [InspectionEvent] {
        pack.inspections.enumerated().sorted { left, right in
            switch (left.element.listingDate?.firstDay, right.element.listingDate?.firstDay) {
            case (let first?, let second?): first != second ? first < second : left.offset < right.offset
            case (nil, nil): left.offset < right.offset
            case (let first, _): first != nil
            }
        }.map(\.element)
    }
}

/// Inspections and what they judged.
struct InspectionsSection: StandardSection {
    static let id: SectionID = "inspections"
    let composer: Composer

    /// Inspections, visits, reviews and directions.
    func compose() -> PublicationSection? {
        section(
            InspectionWording.title, short: InspectionWording.shortTitle, InspectionWording.lead,
            exempt: pack.inspections.map(\.access),
            TableSketch<InspectionEvent>(
                name: "Inspections", title: InspectionWording.title,
                columns: [
                    .init(Heading.event, width: 27) { event in
                        InspectionWording.framed(event.title, event.framework?.rawValue)
                    },
                    .init(Heading.kind, width: 13) { $0.kind.label },
                    .init(Heading.by, width: 15) { $0.body },
                    .init(Heading.status, width: 9) { $0.status.label },
                    .init(Heading.dates, width: 22) { CellText.lines(dates(of: $0)) },
                    .init(Heading.judgements, width: 28) { judgements(of: $0) },
                    .init(Heading.lookedAt, width: 22) {
                        CellText.lines(($0.focus + $0.services).map(\.capitalisedFirst))
                    },
                    .init(Heading.responseAndNotes, width: 29) { event in
                        [event.response, event.note].compactMap { $0 }.joined(separator: "\n")
                    },
                ], record: { .inspection($0.id) }
            ).block(of: events, on: page))
    }

    private func judgements(of event: InspectionEvent) -> Cell {
        let lines = event.judgements.map { "\($0.area.capitalisedFirst): \($0.grade.label)" }
        return .text(CellText.lines(lines), tone: event.judgements.map(\.grade).min()?.tone)
    }

    private func dates(of event: InspectionEvent) -> [String] {
        var lines: [String] = []
        if let start = event.start {
            let end = event.end.flatMap { $0 == start ? nil : $0 }
            lines.append(end.map { InspectionWording.span(start.label, $0.label) } ?? start.label)
        } else if let end = event.end {
            lines.append(InspectionWording.ended(end.label))
        }
        if let published = event.published { lines.append(InspectionWording.published(published.label)) }
        return lines
            + event.dates.map { dated in
                "\(dated.label.capitalisedFirst): "
                    + [dated.date?.label, dated.printed.map(DashboardWording.printed)].compactMap { $0 }
                    .joined(separator: ", ")
            }
    }
}

/// Recommendations of inspectors and auditors.
struct RecommendationsSection: StandardSection {
    static let id: SectionID = "recommendations"
    let composer: Composer

    /// What inspectors and auditors recommend, and what answers it.
    func compose() -> PublicationSection? {
        typealias Row = (origin: String, item: Recommendation)
        let rows: [Row] =
            events.flatMap { event in event.recommendations.map { (event.title, $0) } }
            + pack.audits.recommendations.map { (pack.audits.title ?? AuditWording.programmeTitle, $0) }
        return section(
            InspectionWording.recommendationsTitle, short: InspectionWording.recommendationsShortTitle,
            InspectionWording.recommendationsLead,
            exempt: rows.map(\.item.access),
            TableSketch<Row>(
                name: "Recommendations", title: InspectionWording.recommendationsTitle,
                columns: [
                    .init(Heading.recommendation, width: 14) { $0.item.id.text },
                    .init(Heading.from, width: 18) { $0.origin },
                    .init(Heading.kind, width: 13) { $0.item.kind.rawValue.replacingHyphens.capitalisedFirst },
                    .init(Heading.subject, width: 13) { $0.item.theme?.replacingHyphens.capitalisedFirst },
                    .init(Heading.whatIsRecommended, width: 36) { $0.item.text },
                    .init(Heading.due, width: 12) { Cell.date($0.item.due) },
                    .init(Heading.actionsThatAnswerIt, width: 20) {
                        actions(at: $0.item.planReferences)
                    },
                    .init(Heading.progressReported, width: 20) { row in
                        CellText.lines(row.item.progress.compactMap { index.progressNotes[$0]?.text })
                    },
                    .init(Heading.measuresThatShowIt, width: 19) { measures($0.item.indicators) },
                ], record: { .recommendation($0.item.id) }
            ).block(of: rows, on: page))
    }
}

import FamilyServicesKit

/// What `report.yaml` holds.
enum ReportShapes {
    static let reports = Shape("report.yaml", required: ["reports"])
    static let report = Shape(
        "a report", required: ["id", "title"],
        optional: [
            "committee", "date", "date_note", "kind", "agenda_item", "update_number", "period", "report_of", "wards",
            "status", "urgent", "key", "enclosures", "contacts", "recommendations", "sections", "tables",
            "background_papers", "within", "source", "place", "access",
        ])
    static let enclosure = Shape(
        "an enclosure", required: ["label", "title"], optional: ["access", "part_of", "note"])
    static let recommendation = Shape(
        "a recommendation", required: ["number", "text"], optional: ["action", "paragraphs", "enclosure"])
    static let section = Shape("a section", required: ["title"], optional: ["number", "level", "paragraphs", "access"])
    static let paragraph = Shape("a paragraph", required: ["text"], optional: ["number"])
    static let table = Shape("a table", required: ["title"], optional: ["number", "data"])
    static let paper = Shape("a background paper", required: ["title"], optional: ["number", "date", "inspection"])
}

extension RecordReader {
    /// The committee reports of `report.yaml`.
    func reports() -> [CommitteeReport] { records("reports", ReportShapes.report).compactMap { $0.committeeReport() } }

    private func committeeReport() -> CommitteeReport? {
        let (date, period, source, access) = (partialDate("date"), period("period"), source(), access())
        let (number, isUrgent, isKey) = (integer("update_number"), flag("urgent"), flag("key"))
        let enclosures = records("enclosures", ReportShapes.enclosure).map {
            Enclosure(
                label: $0.requiredText("label"), title: $0.requiredText("title"), access: $0.access(),
                partOf: $0.text("part_of"), note: $0.text("note"))
        }
        let recommendations = records("recommendations", ReportShapes.recommendation).map {
            CommitteeRecommendation(
                number: $0.integer("number") ?? 0, text: $0.requiredText("text"), action: $0.text("action"),
                paragraphs: $0.text("paragraphs"), enclosure: $0.text("enclosure"))
        }
        let sections = records("sections", ReportShapes.section).map { $0.section() }
        let tables = records("tables", ReportShapes.table).map {
            ReportTable(
                number: $0.text("number") ?? "", title: $0.requiredText("title"), hasData: $0.flag("data") ?? false)
        }
        let papers = records("background_papers", ReportShapes.paper).map {
            BackgroundPaper(
                title: $0.requiredText("title"), number: $0.text("number"), date: $0.partialDate("date"),
                inspection: $0.identifier("inspection"))
        }
        let (reportOf, contacts): (Role.ID?, [Role.ID]) = (identifier("report_of"), identifiers("contacts"))
        let within: CommitteeReport.ID? = identifier("within")
        return ownIdentifier("id", .report).map {
            CommitteeReport(
                id: $0, committee: text("committee"), date: date, dateNote: text("date_note"),
                title: requiredText("title"), kind: text("kind"), agendaItem: text("agenda_item"), updateNumber: number,
                period: period, reportOf: reportOf, wards: text("wards"), status: text("status"), isUrgent: isUrgent,
                isKey: isKey, enclosures: enclosures, contacts: contacts, recommendations: recommendations,
                sections: sections, tables: tables, backgroundPapers: papers, within: within, source: source,
                access: access)
        }
    }

    private func section() -> ReportSection {
        let paragraphs = records("paragraphs", ReportShapes.paragraph).map {
            ReportParagraph(number: $0.text("number"), text: $0.requiredText("text"))
        }
        return ReportSection(
            number: text("number") ?? "", title: requiredText("title"), level: integer("level", in: 1...9) ?? 1,
            paragraphs: paragraphs, access: access())
    }
}

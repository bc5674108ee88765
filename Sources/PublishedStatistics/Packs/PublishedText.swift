import ReportModel
import ReportVocabulary

/// The text of the documents of a pack that is made from published files.
struct PublishedText {
    let subject: PackSubject
    let areas: [Area]
    let sources: [SourceDocument]
    let inspections: [InspectionEvent]
    let breaks: [(indicator: Indicator.ID, day: CalendarDate, reason: String)]
    let date: CalendarDate
    let statistic: NeighbourSummary.Statistic
    let continues: Area.ID?
    let models: [NeighbourModel]

    /// `pack.yaml`, with which people go on.
    func manifest(period: ReportingPeriod?) -> String {
        """
        # What this report is. Lines that begin with # are remarks.
        schema: 1
        title: Children's services in figures
        organisation: \(Self.quoted(subject.organisation))
        area: \(subject.area)
        period: \(period?.code ?? String(date.year))
        date: \(date)
        # The definitions of the measures come from the catalogue.
        extends: catalogue

        """
    }

    /// `published.yaml`, which is written anew from newer files.
    var yaml: String {
        var lines = [
            "# Written from published statistics. Do not change it: committee-workbook refresh writes it anew.",
            "# Areas, documents and inspections of your own belong in pack.yaml and inspections.yaml.",
            "\(subject.key): \(subject.area)", "statistic: \(statistic.rawValue)",
        ]
        if !models.isEmpty {
            lines.append("neighbours: \(Self.quoted(models.map { String($0.year) }.joined(separator: " ")))")
        }
        if let continues { lines.append("continues: \(continues)") }
        lines.append("areas:")
        lines += areas.map { "  - " + area($0) }
        if !sources.isEmpty { lines.append("sources:") }
        lines += sources.map { source in
            "  - {id: \(Self.quoted(source.id.text)), title: \(Self.quoted(source.title)), publisher: "
                + "\(Self.quoted(source.publisher ?? ""))}"
        }
        if !inspections.isEmpty { lines.append("inspections:") }
        for event in inspections { lines += inspection(event) }
        if !breaks.isEmpty { lines.append("breaks:") }
        lines += breaks.map {
            "  - {indicator: \($0.indicator), date: \($0.day), comparable: yes, reason: \(Self.quoted($0.reason))}"
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func area(_ area: Area) -> String {
        if area == .england || area == .london || area == .innerLondon || area == .outerLondon { return area.id.text }
        var parts = ["id: \(area.id)", "title: \(Self.quoted(area.title))", "kind: \(area.kind.rawValue)"]
        if let code = area.onsCode { parts.append("ons: \(code)") }
        if let code = area.dfeCode { parts.append("dfe: \(Self.quoted(code.text))") }
        if !area.members.isEmpty { parts.append("members: [\(area.members.map(\.text).joined(separator: ", "))]") }
        return "{" + parts.joined(separator: ", ") + "}"
    }

    private func inspection(_ event: InspectionEvent) -> [String] {
        var lines = [
            "  - id: \(event.id)", "    kind: \(event.kind.rawValue)", "    framework: ILACS",
            "    body: \(event.body)",
            "    title: \(event.title.contains(":") ? Self.quoted(event.title) : event.title)", "    status: held",
        ]
        if let start = event.start { lines.append("    start: \(start)") }
        if let published = event.published { lines.append("    published: \(published)") }
        if let source = event.source { lines.append("    source: \(Self.quoted(source.document.text))") }
        if !event.judgements.isEmpty { lines.append("    judgements:") }
        lines += event.judgements.map { "      - {area: \(Self.quoted($0.area)), grade: \($0.grade.rawValue)}" }
        return lines
    }

    /// A text in quotes, as JSON and YAML alike write it.
    static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

/// What a pack from published statistics is about.
enum PackSubject {
    /// One council.
    case council(LocalAuthority)
    /// The councils of a region.
    case region(EnglishRegion)

    /// The identifier of the area.
    var area: Area.ID {
        switch self {
        case .council(let council): council.id
        case .region(let region): region.area.id
        }
    }

    /// The word for it in the document that says how the pack was made.
    var key: String {
        switch self {
        case .council: "council"
        case .region: "region"
        }
    }

    /// Whose report it is.
    var organisation: String {
        switch self {
        case .council(let council): council.name
        case .region(let region): "Councils of \(region.nameWithArticle)"
        }
    }
}

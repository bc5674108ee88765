import FamilyServicesKit
import PublishedStatistics

/// What `published.yaml` holds: what a program wrote from published statistics, so that writing it anew touches nothing that a
/// person wrote.
enum PublishedShapes {
    static let published = Shape(
        "published.yaml",
        optional: [
            "council", "region", "neighbours", "statistic", "continues", "areas", "sources", "inspections", "breaks",
        ])
    /// An inspection as a sheet has it: without the lists that nobody publishes as statistics.
    static let inspection = Shape(
        InspectionShapes.inspection.noun, required: InspectionShapes.inspection.required,
        optional: InspectionShapes.inspection.optional.filter { name in
            ![
                "dates", "findings", "recommendations", "requirements", "terms_of_reference", "phases", "letters",
            ].contains(name)
        })
}

/// What `published.yaml` adds to a pack.
struct PublishedPart {
    var areas: [Area] = []
    var sources: [SourceDocument] = []
    var inspections: [InspectionEvent] = []
    /// The breaks in the series of indicators, read when these are known.
    var breaks: [RecordReader] = []
}

extension RecordReader {
    /// Everything in `published.yaml`.
    func published() -> PublishedPart {
        // How the file was made is the business of the program that made it.
        for name in ["council", "region", "neighbours", "statistic", "continues"] { _ = text(name) }
        return PublishedPart(
            areas: areas(), sources: sources(in: "sources"), inspections: inspections(),
            breaks: records("breaks", IndicatorShapes.seriesBreak))
    }

    /// The measures that the pack starts from, by what it says that it extends.
    ///
    /// - Returns: None where it says nothing.
    func baseIndicators() -> BaseIndicators {
        guard let name = text("extends") else { return BaseIndicators() }
        guard name == BaseIndicators.catalogueName else {
            report(
                .bad(
                    "A pack cannot extend \(Excerpt.quoted(name)); write extends: "
                        + "\(BaseIndicators.catalogueName)."),
                at: "extends")
            return BaseIndicators()
        }
        return BaseIndicators(
            StandardIndicator.all.map(\.packFields), position: position(of: "extends"), problems: problems)
    }
}

/// The measures that a pack starts from without defining them itself.
///
/// A row of `indicators.csv` with the identifier of one of them changes what the row fills in; what it leaves blank is as in the
/// base.
struct BaseIndicators {
    static let catalogueName = "catalogue"

    private var fields: [String: [(name: String, text: String)]] = [:]
    private var order: [String] = []
    private let position: Position
    private let problems: FileProblems?

    /// No measures.
    init() { (position, problems) = (.start, nil) }

    init(_ list: [[(name: String, text: String)]], position: Position, problems: FileProblems) {
        (self.position, self.problems) = (position, problems)
        for item in list {
            guard let id = item.first(where: { $0.name == "id" })?.text else { continue }
            fields[id] = item
            order.append(id)
        }
    }

    /// Whether there are none.
    var isEmpty: Bool { fields.isEmpty }

    /// A row with what it leaves blank filled in from the base.
    func completed(_ row: Record, required: [String]) -> Record {
        guard !isEmpty else { return row }
        var own: [Record.Field] = []
        var given: Set<String> = []
        for field in row.fields {
            if case .absent = field.value.content { continue }
            own.append(field)
            given.insert(field.name)
        }
        var base: [(name: String, text: String)] = []
        if case .text(let id)? = row["id"]?.content { base = fields[id] ?? [] }
        for (name, text) in base where given.insert(name).inserted {
            own.append(Self.field(name, .text(text), at: row.position))
        }
        // What is blank in both is reported where the row has it, or else where the row begins.
        for name in required where given.insert(name).inserted {
            own.append(row.fields.first { $0.name == name } ?? Self.field(name, .absent, at: row.position))
        }
        return Record(position: row.position, origin: row.origin, fields: own)
    }

    /// The measures of the base that no row names, each as a record at the place where the pack says what it extends.
    func others(than rows: Set<String>) -> [(record: Record, problems: FileProblems)] {
        guard let problems else { return [] }
        return order.filter { !rows.contains($0) }.map { id in
            let own = (fields[id] ?? []).map { Self.field($0.name, .text($0.text), at: position) }
            return (Record(position: position, origin: .table, fields: own), problems)
        }
    }

    private static func field(_ name: String, _ content: FieldValue.Content, at position: Position) -> Record.Field {
        Record.Field(
            name: name, namePosition: position, value: FieldValue(content: content, position: position))
    }
}

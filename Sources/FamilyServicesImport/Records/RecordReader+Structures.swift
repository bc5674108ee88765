import FamilyServicesKit

extension RecordReader {
    // MARK: Records in records

    /// The records in a list; each is looked at for unknown and missing keys.
    func records(_ name: String, _ shape: Shape) -> [RecordReader] {
        guard let value = record[name] else { return [] }
        switch value.content {
        case .absent: return []
        case .list(let items):
            return items.compactMap { item in
                if case .record(let record) = item.content { return reader(record, shape) }
                problems.error(
                    .badValue, at: item.position,
                    "\(Excerpt.named(name)) lists \(item.noun) where \(shape.noun) is needed, with its keys ("
                        + "\(Excerpt.list(shape.required.isEmpty ? shape.names : shape.required)) …).")
                problems.hasLostRecords = true
                return nil
            }
        case .text, .record:
            problems.error(
                .badValue, at: value.position,
                "\(Excerpt.named(name)) is \(value.noun); a list is needed here, each item beginning with a hyphen."
            )
            problems.hasLostRecords = true
            return []
        }
    }

    /// A single record in a field.
    func single(_ name: String, _ shape: Shape) -> RecordReader? {
        guard let value = record[name] else { return nil }
        switch value.content {
        case .absent: return nil
        case .record(let record): return reader(record, shape)
        case .text, .list:
            problems.error(
                .badValue, at: value.position,
                "\(Excerpt.named(name)) is \(value.noun); \(shape.noun) is needed here, with its keys "
                    + "(\(Excerpt.list(shape.names))).")
            return nil
        }
    }

    // MARK: Sources and access

    private static let sourceShape = Shape("a source", required: ["document"], optional: ["place"])

    /// Where something is printed: in a table from the columns `source` and `place`; in a YAML file a name, or a document with
    /// a place.
    func source() -> SourceReference? {
        guard let value = record["source"] else {
            need("source", for: "place")
            return nil
        }
        if case .record = value.content {
            guard let reader = single("source", Self.sourceShape),
                let document: SourceDocument.ID = reader.identifier("document")
            else { return nil }
            return SourceReference(document, place: reader.text("place"))
        }
        need("source", for: "place")
        guard let document: SourceDocument.ID = identifier("source") else { return nil }
        return SourceReference(document, place: text("place"))
    }

    /// Several sources in one row, each with its place in the same order.
    func sources() -> [SourceReference] {
        let documents: [SourceDocument.ID] = identifiers("source")
        guard documents.count > 1 else { return source().map { [$0] } ?? [] }
        let places = text("place").map(Separated.parts) ?? []
        guard places.isEmpty || places.count == documents.count else {
            report(
                .ambiguous(
                    "\(documents.count) sources have \(places.count) place\(places.count == 1 ? "" : "s"); write one for each, "
                        + "separated by semicolons, or none."), at: "place")
            return []
        }
        return documents.enumerated().map { index, document in
            SourceReference(document, place: places.isEmpty ? nil : places[index])
        }
    }

    private static let accessShape = Shape("an access", optional: ["exempt", "restricted", "reason"])

    /// Who may see the record.
    func access(_ name: String = "access") -> Access {
        guard let value = record[name] else { return .unrestricted }
        if case .record = value.content, let reader = single(name, Self.accessShape) {
            let paragraphs = reader.values("exempt") { text throws(ValueProblem) in
                try AccessText.paragraph(text, in: text)
            }
            return Access(
                exemptParagraphs: Set(paragraphs), publicInterestReason: reader.text("reason"),
                agreements: Set(reader.identifiers("restricted")))
        }
        let parts = parts(name)
        do {
            return try AccessText.access(parts.map(\.text))
        } catch {
            problems.report(error, at: parts.first?.position ?? value.position)
            return .unrestricted
        }
    }

    // MARK: Shared parts

    private static let timescaleFields = ["timescale_from", "timescale_to", "timescale_authority"]

    /// The time within which something is to be done.
    func timescale() -> TimescaleRule? {
        need("timescale", for: "timescale_from", "timescale_to", "timescale_authority")
        let authority: TimescaleRule.Authority? = word("timescale_authority")
        guard let timescale = value("timescale", TargetText.timescale) else { return nil }
        return TimescaleRule(
            timescale.limit, timescale.unit, from: text("timescale_from"), to: text("timescale_to"),
            authority: authority ?? .local)
    }

    static let milestoneShape = Shape(
        "a milestone", required: ["date", "text"], optional: ["reached", "indicators", "source", "place"])

    /// The milestones in a list.
    func milestones(_ name: String = "milestones") -> [Milestone] {
        records(name, Self.milestoneShape).compactMap { reader in
            guard let date = reader.partialDate("date") ?? StandIn.partialDate else { return nil }
            return Milestone(
                date: date, text: reader.requiredText("text"), isReached: reader.flag("reached"),
                indicators: reader.identifiers("indicators"), source: reader.source())
        }
    }

    static let phaseShape = Shape("a phase", required: ["number", "text"])

    /// The stages in a list.
    func phases() -> [Phase] {
        records("phases", Self.phaseShape).map {
            Phase(number: $0.integer("number") ?? 0, text: $0.requiredText("text"))
        }
    }

    /// How often something is done; any words will do.
    func cadence(_ name: String = "cadence") -> Cadence? { text(name).map { Cadence($0) } }
}

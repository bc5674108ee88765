import FamilyServicesKit

/// What `context.yaml` holds.
enum ContextShapes {
    static let context = Shape("context.yaml", optional: ["commitments", "milestones", "governance", "facts"])
    static let commitments = Shape(
        "a set of commitments", required: ["id", "kind", "title"],
        optional: ["approved", "approved_by", "note", "source", "place", "items"])
    static let commitment = Shape(
        "a commitment", required: ["id", "title"], optional: ["text", "indicators", "basis", "milestones"])
    static let body = Shape(
        "a governance body", required: ["id", "title"], optional: ["chair", "cadence", "source", "place"])
    static let fact = Shape(
        "a fact", required: ["id", "text"], optional: ["value", "area", "date", "source", "place"])
}

extension RecordReader {
    /// The commitments of `context.yaml`.
    func commitments() -> [CommitmentSet] {
        records("commitments", ContextShapes.commitments).compactMap { reader in
            let kind = reader.requiredWord("kind", standIn: CommitmentSet.Kind.pledge)
            let (approved, source) = (reader.partialDate("approved"), reader.source())
            let items = reader.records("items", ContextShapes.commitment).compactMap { $0.commitment() }
            return reader.ownIdentifier("id", .commitmentSet).map {
                CommitmentSet(
                    id: $0, kind: kind, title: reader.requiredText("title"), approved: approved,
                    approvedBy: reader.text("approved_by"), items: items, note: reader.text("note"), source: source)
            }
        }
    }

    private func commitment() -> Commitment? {
        let indicators: [Indicator.ID] = identifiers("indicators")
        let basis: Basis? = word("basis")
        let milestones = milestones()
        return ownIdentifier("id", .commitment).map {
            Commitment(
                id: $0, title: requiredText("title"), text: text("text"), indicators: indicators,
                basis: basis ?? .stated,
                milestones: milestones)
        }
    }

    /// The boards and panels of `context.yaml`.
    func governance() -> [GovernanceBody] {
        records("governance", ContextShapes.body).compactMap { reader in
            let (chair, source): (Role.ID?, SourceReference?) = (reader.identifier("chair"), reader.source())
            return reader.ownIdentifier("id", .governanceBody).map {
                GovernanceBody(
                    id: $0, title: reader.requiredText("title"), chair: chair, cadence: reader.cadence(), source: source
                )
            }
        }
    }

    /// The facts of `context.yaml`.
    func facts() -> [ContextFact] {
        records("facts", ContextShapes.fact).compactMap { reader in
            let (value, date, source) = (reader.number("value"), reader.partialDate("date"), reader.source())
            return reader.ownIdentifier("id", .fact).map {
                ContextFact(
                    id: $0, text: reader.requiredText("text"), value: value, area: reader.text("area"), date: date,
                    source: source)
            }
        }
    }
}

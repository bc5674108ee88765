import FamilyServicesKit

/// What `inspections.yaml` holds.
enum InspectionShapes {
    static let inspections = Shape("inspections.yaml", required: ["inspections"])
    static let inspection = Shape(
        "an inspection", required: ["id", "kind", "body", "title", "status"],
        optional: [
            "framework", "ordinal", "start", "end", "published", "dates", "judgements", "focus", "services", "findings",
            "recommendations", "requirements", "terms_of_reference", "phases", "letters", "legal_basis", "revokes",
            "response", "note", "source", "place", "access",
        ])
    static let date = Shape("a date", required: ["label"], optional: ["date", "printed"])
    static let judgement = Shape("a judgement", required: ["area", "grade"], optional: ["sub_judgement", "note"])
    static let finding = Shape(
        "a finding", required: ["id", "kind", "text"],
        optional: ["theme", "plan_references", "actions", "indicators", "audit_domains", "source", "place", "access"])
    static let recommendation = Shape(
        "a recommendation", required: ["id", "text"],
        optional: [
            "kind", "reference", "theme", "due", "parent", "depends_on", "findings", "plan_references", "progress",
            "indicators", "source", "place", "access",
        ])
    static let requirement = Shape(
        "a requirement", required: ["id", "text"],
        optional: ["letter", "counterpart", "cadence", "report", "first_due", "parts", "source", "place"])
    static let term = Shape("a term of reference", required: ["reference", "text"], optional: ["heading", "due"])
    static let letter = Shape("a letter", optional: ["date", "from", "to", "copied_to", "source", "place"])
}

extension RecordReader {
    /// The inspections of `inspections.yaml`.
    func inspections() -> [InspectionEvent] {
        records("inspections", InspectionShapes.inspection).compactMap { $0.inspection() }
    }

    private func inspection() -> InspectionEvent? {
        let kind = requiredWord("kind", standIn: InspectionEvent.Kind.inspection)
        let status = requiredWord("status", standIn: InspectionEvent.Status.held)
        let (start, end, published) = (partialDate("start"), partialDate("end"), partialDate("published"))
        let dates = records("dates", InspectionShapes.date).map {
            DatedEvent($0.requiredText("label"), date: $0.partialDate("date"), printed: $0.text("printed"))
        }
        let judgements = records("judgements", InspectionShapes.judgement).map {
            Judgement(
                area: $0.requiredText("area"), grade: $0.requiredWord("grade", standIn: .good),
                isSubJudgement: $0.flag("sub_judgement") ?? false, note: $0.text("note"))
        }
        let findings = records("findings", InspectionShapes.finding).compactMap { $0.finding() }
        let recommendations = recommendations()
        let requirements = records("requirements", InspectionShapes.requirement).compactMap { $0.requirement() }
        let terms = records("terms_of_reference", InspectionShapes.term).map {
            TermOfReference(
                reference: $0.requiredText("reference"), heading: $0.text("heading"), text: $0.requiredText("text"),
                due: $0.partialDate("due"))
        }
        let letters = records("letters", InspectionShapes.letter).map {
            Letter(
                date: $0.partialDate("date"), from: $0.text("from"), to: $0.text("to"), copiedTo: $0.text("copied_to"),
                source: $0.source())
        }
        let (phases, ordinal, source, access) = (phases(), integer("ordinal"), source(), access())
        let revokes: InspectionEvent.ID? = identifier("revokes")
        return ownIdentifier("id", .inspection).map {
            InspectionEvent(
                id: $0, kind: kind, framework: text("framework").map { InspectionEvent.Framework(rawValue: $0) },
                body: requiredText("body"), title: requiredText("title"), ordinal: ordinal, status: status,
                start: start,
                end: end, published: published, dates: dates, judgements: judgements, focus: texts("focus"),
                services: texts("services"), findings: findings, recommendations: recommendations,
                requirements: requirements, termsOfReference: terms, phases: phases, letters: letters,
                legalBasis: text("legal_basis"), revokes: revokes, response: text("response"), note: text("note"),
                source: source, access: access)
        }
    }

    private func finding() -> Finding? {
        let kind = requiredWord("kind", standIn: Finding.Kind.strength)
        let references = planReferences("plan_references")
        let actions: [PlanAction.ID] = identifiers("actions")
        let indicators: [Indicator.ID] = identifiers("indicators")
        let (source, access) = (source(), access())
        return ownIdentifier("id", .finding).map {
            Finding(
                id: $0, kind: kind, theme: text("theme"), text: requiredText("text"), planReferences: references,
                actions: actions, indicators: indicators, auditDomains: texts("audit_domains"), source: source,
                access: access)
        }
    }

    /// The recommendations of an inspection or an audit programme.
    func recommendations() -> [Recommendation] {
        records("recommendations", InspectionShapes.recommendation).compactMap { $0.recommendation() }
    }

    private func recommendation() -> Recommendation? {
        let kind: Recommendation.Kind? = word("kind")
        let (due, source, access) = (partialDate("due"), source(), access())
        let (parent, dependsOn): (Recommendation.ID?, Recommendation.ID?) = (
            identifier("parent"), identifier("depends_on")
        )
        let findings: [Finding.ID] = identifiers("findings")
        let references = planReferences("plan_references")
        let progress: [ProgressNote.ID] = identifiers("progress")
        let indicators: [Indicator.ID] = identifiers("indicators")
        return ownIdentifier("id", .recommendation).map {
            Recommendation(
                id: $0, kind: kind ?? .recommendation, reference: text("reference"), theme: text("theme"),
                text: requiredText("text"), due: due, parent: parent, dependsOn: dependsOn, findings: findings,
                planReferences: references, progress: progress, indicators: indicators, source: source, access: access)
        }
    }

    private func requirement() -> DirectionRequirement? {
        let (isReport, firstDue, source) = (flag("report") ?? false, date("first_due"), source())
        return ownIdentifier("id", .requirement).map {
            DirectionRequirement(
                id: $0, letter: text("letter"), text: requiredText("text"), counterpart: text("counterpart"),
                cadence: cadence(), isReport: isReport, firstDue: firstDue, parts: texts("parts"), source: source)
        }
    }
}

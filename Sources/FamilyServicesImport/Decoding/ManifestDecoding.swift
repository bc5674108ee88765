import FamilyServicesKit

/// What `pack.yaml` holds.
enum ManifestShapes {
    static let manifest = Shape(
        "pack.yaml", required: ["schema", "title", "organisation", "area", "period", "date"],
        optional: [
            "synthetic", "baseline", "notes", "areas", "roles", "sources", "agreements", "words", "action_columns",
            "contact", "next_release", "licence", "extends",
        ])
    static let baseline = Shape("a baseline", required: ["title", "period"], optional: ["inspection"])
    static let area = Shape("an area", required: ["id", "title", "kind"], optional: ["ons", "dfe", "members"])
    static let role = Shape("a role", required: ["id", "title"])
    static let source = Shape(
        "a source", required: ["id", "title"], optional: ["publisher", "date", "address", "access"])
    static let agreement = Shape(
        "a sharing agreement", required: ["id", "title"], optional: ["owner", "terms", "audiences"])
}

extension RecordReader {
    /// The version of the format that this kit reads.
    static let schemaVersion = 1

    /// The manifest; `nil` where there can be none.
    func manifest() -> ReportPack.Manifest? {
        checkSchema()
        remember(.manifest, "pack")
        // Everything is read before anything is given up, so that everything is reported.
        let area: Area.ID? = identifier("area")
        let (period, date) = (period("period"), date("date"))
        let areas = areas()
        let roles = records("roles", ManifestShapes.role).compactMap { reader in
            reader.ownIdentifier("id", .role).map { Role(id: $0, title: reader.requiredText("title")) }
        }
        let sources = sources(in: "sources")
        let agreements = records("agreements", ManifestShapes.agreement).compactMap { $0.agreement() }
        let baseline = baseline()
        let isSynthetic = flag("synthetic") ?? false
        let notes = texts("notes")
        let (contact, nextRelease, licence) = (text("contact"), partialDate("next_release"), text("licence"))
        guard let area, let period = period ?? StandIn.period, let date = date ?? StandIn.day else { return nil }
        return ReportPack.Manifest(
            title: requiredText("title"), organisation: requiredText("organisation"), area: area, period: period,
            date: date,
            baseline: baseline, isSynthetic: isSynthetic, notes: notes, areas: areas, roles: roles, sources: sources,
            agreements: agreements, contact: contact, nextRelease: nextRelease, licence: licence)
    }

    /// Reads the words that the pack gives a meaning of its own, by the fields in which they are used.
    func readWords() {
        guard let value = record["words"] else { return }
        guard case .record(let groups) = value.content else {
            if case .absent = value.content { return }
            problems.error(
                .badValue, at: value.position,
                "“words” is \(value.noun); write the fields and their words, as in {status: {Green: on-track}}.")
            return
        }
        for group in groups.fields {
            guard case .record(let words) = group.value.content else {
                problems.error(
                    .badValue, at: group.value.position,
                    "\(Excerpt.quoted(group.name)) is \(group.value.noun); write words and what they mean, as in {Green: on-track}."
                )
                continue
            }
            if !PackWords.fields.contains(group.name) {
                problems.warning(
                    .unknownField, at: group.namePosition,
                    "No table has a column \(Excerpt.quoted(group.name)) whose words could have a meaning of their own."
                        + Suggestion.ending(for: group.name, among: PackWords.fields.sorted()))
            }
            for word in words.fields {
                guard case .text(let meaning) = word.value.content else {
                    problems.error(
                        .badValue, at: word.value.position,
                        "\(Excerpt.quoted(word.name)) has \(word.value.noun) for a meaning; write one of the words for this "
                            + "column.")
                    continue
                }
                guard context.words.add(word.name, meaning: meaning, in: group.name) else {
                    problems.error(
                        .duplicate, at: word.namePosition, "\(Excerpt.quoted(word.name)) is given a meaning twice.")
                    continue
                }
            }
        }
    }

    /// Reads which columns of actions only this pack has.
    func readActionColumns() {
        var known: Set<String> = []
        for part in parts("action_columns", splitting: false) {
            let column = OwnColumn(heading: part.text)
            if PlanShapes.actionRow.contains(column.name) {
                problems.warning(
                    .duplicate, at: part.position,
                    "\(Excerpt.quoted(part.text)) is a column that every pack can have; leave it out of “action_columns”."
                )
            } else if !known.insert(column.name).inserted {
                problems.error(
                    .duplicate, at: part.position, "\(Excerpt.quoted(part.text)) is there twice; leave one out.")
            } else {
                context.actionColumns.append(column)
            }
        }
    }

    private func checkSchema() {
        guard let version = integer("schema", in: 0...1_000_000) else { return }
        if version > Self.schemaVersion {
            problems.error(
                .newerVersion, at: position(of: "schema"),
                "The pack is written in version \(version) of the format; this program reads version "
                    + "\(Self.schemaVersion). Use a newer version of the program.")
        } else if version < Self.schemaVersion {
            problems.error(
                .badValue, at: position(of: "schema"),
                "There is no version \(version) of the format; write schema: \(Self.schemaVersion).")
        }
    }

    private func baseline() -> ReportPack.Baseline? {
        guard let reader = single("baseline", ManifestShapes.baseline), let period = reader.requiredPeriod("period")
        else {
            return nil
        }
        return ReportPack.Baseline(
            title: reader.requiredText("title"), period: period, inspection: reader.identifier("inspection"))
    }

    private static let knownAreas: [Area] = [
        .england, .london, .innerLondon, .outerLondon, .statisticalNeighbours,
    ]

    /// Areas, each described, or known by name.
    func areas() -> [Area] {
        guard let value = record["areas"] else { return [] }
        guard case .list(let items) = value.content else {
            _ = records("areas", ManifestShapes.area)
            return []
        }
        return items.compactMap { item in
            switch item.content {
            case .record(let record):
                return reader(record, ManifestShapes.area).area()
            case .text(let name):
                let known = Self.knownAreas.map(\.id.text)
                guard let area = Self.knownAreas.first(where: { $0.id.text == name }) else {
                    problems.error(
                        .badValue, at: item.position,
                        "\(Excerpt.quoted(name)) is none of the areas known by name (\(Excerpt.list(known))); describe it as "
                            + "{id: …, title: …, kind: …}." + Suggestion.ending(for: name, among: known))
                    problems.hasLostRecords = true
                    return nil
                }
                let position = item.position
                context.remember(
                    .area, name, Record(position: position, origin: .document, fields: []), in: problems)
                return area
            case .absent, .list:
                problems.error(
                    .badValue, at: item.position,
                    "“areas” lists \(item.noun) where an area is needed, as {id: …, title: …, kind: …}.")
                return nil
            }
        }
    }

    private func area() -> Area? {
        let kind = requiredWord("kind", standIn: Area.Kind.comparator)
        let ons: ONSCode? = value("ons") { text throws(ValueProblem) in
            guard let code = ONSCode(text) else {
                throw .bad("\(AreaCodeError.notAnONSCode(Excerpt.short(text)))", about: text)
            }
            return code
        }
        let dfe: DfECode? = value("dfe") { text throws(ValueProblem) in
            guard let code = DfECode(text) else {
                throw .bad("\(AreaCodeError.notADfECode(Excerpt.short(text)))", about: text)
            }
            return code
        }
        let (title, members): (String, [Area.ID]) = (requiredText("title"), identifiers("members"))
        return ownIdentifier("id", .area).map {
            Area(id: $0, title: title, kind: kind, onsCode: ons, dfeCode: dfe, members: members)
        }
    }

    /// The documents that a field lists.
    func sources(in name: String) -> [SourceDocument] {
        records(name, ManifestShapes.source).compactMap { $0.sourceDocument() }
    }

    private func sourceDocument() -> SourceDocument? {
        let (date, access) = (partialDate("date"), access())
        return ownIdentifier("id", .source).map {
            SourceDocument(
                id: $0, title: requiredText("title"), publisher: text("publisher"), date: date,
                address: text("address"),
                access: access)
        }
    }

    private func agreement() -> SharingAgreement? {
        let audiences = values("audiences") { text throws(ValueProblem) -> Audience in
            let audience: Audience = try Words.word(text)
            guard audience != .everyone else {
                throw .bad("What everyone may see needs no agreement; write members or officers.")
            }
            return audience
        }
        return ownIdentifier("id", .agreement).map {
            SharingAgreement(
                id: $0, title: requiredText("title"), owner: text("owner"), terms: text("terms"),
                audiences: audiences.isEmpty ? [.officers] : audiences)
        }
    }
}

import FamilyServicesKit
import JSONExport

extension OpenData {
    private var manifest: ReportPack.Manifest { publication.pack.manifest }
    private var isPublic: Bool { publication.metadata.audience == .everyone }
    /// Data for others than the public has no licence.
    private var licence: Licence? { isPublic ? manifest.licence.map(Licence.init) : nil }

    private var sentences: [String] {
        var result = [
            "Figures of \(publication.metadata.organisation) for \(manifest.period.label), as published on "
                + "\(publication.metadata.date.label)."
        ]
        if publication.metadata.isSynthetic { result.append("The figures are synthetic: they were invented.") }
        if !isPublic {
            result.append("This version is for \(publication.metadata.audience.label) and is not to be published.")
        }
        return result + manifest.notes
    }

    /// The figures in a sentence or two.
    private var summary: String { sentences.joined(separator: " ") }

    private var sources: [SourceDocument] {
        let named = Set(publication.pack.observations.compactMap { $0.source?.document })
        return manifest.sources.filter { named.contains($0.id) }
    }
}

// MARK: - Data Package

extension OpenData {
    /// `datapackage.json`, version 1 of the standard, which most programs read.
    var dataPackage: String {
        var members: [(String, PrettyJSON)] = [
            ("profile", .text("tabular-data-package")), ("name", .text(packageName)),
            ("title", .text(publication.metadata.title)), ("description", .text(summary)),
            ("version", .text(publication.metadata.date.description)),
            ("created", .text("\(publication.metadata.date)T00:00:00Z")),
            (
                "contributors",
                .list(
                    [
                        .object([("title", .text(publication.metadata.organisation)), ("role", .text("publisher"))])
                    ] + (manifest.contact.map { [.object([("title", .text($0)), ("role", .text("contact"))])] } ?? []))
            ),
        ]
        if let licence {
            let parts: [(String, PrettyJSON)] =
                (licence.name.map { [("name", .text($0))] } ?? [])
                + (licence.address.map { [("path", .text($0))] } ?? [])
                + [("title", .text(licence.title))]
            // The standard asks for a name or an address.
            members.append(
                ("licenses", .list([.object(parts.count > 1 ? parts : [("name", .text("other-licence"))] + parts)])))
        }
        if !sources.isEmpty {
            members.append(
                (
                    "sources",
                    .list(sources.map { .object([("title", .text($0.title.isEmpty ? $0.id.text : $0.title))]) })
                ))
        }
        members.append(("resources", .list(tables.map(resource))))
        return PrettyJSON.object(members).text() + "\n"
    }

    /// Lower-case letters, digits, dots, hyphens and underlines, as the standard has names.
    private var packageName: String {
        let words = "\(manifest.area.text)-\(manifest.period.code)".lowercased()
        return String(words.map { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) ? $0 : "-" })
    }

    private func resource(_ table: CSVTable) -> PrettyJSON {
        var schema: [(String, PrettyJSON)] = [
            ("fields", .list(table.columns.map { field($0, isKey: table.key == [$0.name]) })),
            ("missingValues", .list([.text("")])), ("primaryKey", .list(table.key.map { .text($0) })),
        ]
        if !table.references.isEmpty {
            let keys = table.references.map { reference in
                PrettyJSON.object([
                    ("fields", .list(reference.columns.map { .text($0) })),
                    (
                        "reference",
                        .object([
                            ("resource", .text(reference.table)), ("fields", .list(reference.of.map { .text($0) })),
                        ])
                    ),
                ])
            }
            schema.append(("foreignKeys", .list(keys)))
        }
        return .object([
            ("name", .text(table.name)), ("title", .text(table.title)), ("description", .text(table.meaning)),
            ("path", .text(table.fileName)), ("profile", .text("tabular-data-resource")), ("format", .text("csv")),
            ("mediatype", .text("text/csv")), ("encoding", .text("utf-8")),
            (
                "dialect",
                .object([
                    ("delimiter", .text(",")), ("lineTerminator", .text("\r\n")), ("quoteChar", .text("\"")),
                    ("doubleQuote", .flag(true)), ("header", .flag(true)),
                ])
            ), ("schema", .object(schema)),
        ])
    }

    private func field(_ column: CSVTable.Column, isKey: Bool) -> PrettyJSON {
        let type =
            switch column.kind {
            case .text: "string"
            case .number: "number"
            case .whole: "integer"
            case .flag: "boolean"
            case .date: "date"
            }
        var constraints: [(String, PrettyJSON)] = []
        if column.isRequired { constraints.append(("required", .flag(true))) }
        if isKey { constraints.append(("unique", .flag(true))) }
        if let choices = column.choices { constraints.append(("enum", .list(choices.map { .text($0) }))) }
        var members: [(String, PrettyJSON)] = [
            ("name", .text(column.name)), ("title", .text(column.title)), ("description", .text(column.meaning)),
            ("type", .text(type)),
        ]
        if let property = column.property { members.append(("rdfType", .text(property))) }
        if !constraints.isEmpty { members.append(("constraints", .object(constraints))) }
        return .object(members)
    }
}

// MARK: - CSV on the Web

extension OpenData {
    /// `csv-metadata.json`, under which programs look for the metadata of the tables beside it.
    var tableGroup: String {
        let language = publication.metadata.language
        var members: [(String, PrettyJSON)] = [
            ("@context", .list([.text("http://www.w3.org/ns/csvw"), .object([("@language", .text(language))])])),
            ("dc:title", .text(publication.metadata.title)), ("dc:description", .text(summary)),
            ("dc:publisher", .text(publication.metadata.organisation)),
            ("dc:issued", .object([("@value", .text("\(publication.metadata.date)")), ("@type", .text("xsd:date"))])),
            ("dc:language", .text(language)),
        ]
        if let licence {
            members.append(
                ("dc:license", licence.address.map { .object([("@id", .text($0))]) } ?? .text(licence.title)))
        }
        if let contact = manifest.contact { members.append(("dcat:contactPoint", .text(contact))) }
        members += [
            (
                "dialect",
                .object([
                    ("delimiter", .text(",")), ("encoding", .text("utf-8")), ("header", .flag(true)),
                    ("lineTerminators", .list([.text("\r\n")])), ("quoteChar", .text("\"")),
                    ("doubleQuote", .flag(true)),
                ])
            ), ("tables", .list(tables.map(description))),
        ]
        return PrettyJSON.object(members).text() + "\n"
    }

    private func description(of table: CSVTable) -> PrettyJSON {
        var schema: [(String, PrettyJSON)] = [
            ("columns", .list(table.columns.map(description))), ("primaryKey", .list(table.key.map { .text($0) })),
        ]
        if !table.references.isEmpty {
            let keys = table.references.map { reference in
                PrettyJSON.object([
                    ("columnReference", .list(reference.columns.map { .text($0) })),
                    (
                        "reference",
                        .object([
                            ("resource", .text("\(reference.table).csv")),
                            ("columnReference", .list(reference.of.map { .text($0) })),
                        ])
                    ),
                ])
            }
            schema.append(("foreignKeys", .list(keys)))
        }
        return .object([
            ("url", .text(table.fileName)), ("dc:title", .text(table.title)), ("dc:description", .text(table.meaning)),
            ("tableSchema", .object(schema)),
        ])
    }

    private func description(of column: CSVTable.Column) -> PrettyJSON {
        let type =
            switch column.kind {
            case .text: "string"
            case .number: "number"
            case .whole: "integer"
            case .flag: "boolean"
            case .date: "date"
            }
        var members: [(String, PrettyJSON)] = [
            ("name", .text(column.name)), ("titles", .list([.text(column.name), .text(column.title)])),
            ("dc:description", .text(column.meaning)), ("datatype", .text(type)),
            ("required", .flag(column.isRequired)),
        ]
        if let property = column.property { members.append(("propertyUrl", .text(property))) }
        return .object(members)
    }
}

// MARK: - For people

extension OpenData {
    /// What is in the file, in Markdown.
    var readMe: String {
        let files = tables.map { "| `\($0.fileName)` | \($0.meaning) |" }
        let symbols = MissingReason.allCases.map { "| `\($0.dataCode)` | \($0.meaning) |" }
        var lines = ["# \(Self.line(publication.metadata.title))", ""]
        lines += sentences.map(Self.line).flatMap { [$0, ""] }
        lines += ["- Publisher: \(Self.line(publication.metadata.organisation))"]
        lines += ["- Contact: \(manifest.contact.map(Self.line) ?? "not stated")"]
        lines.append("- Licence: \(licenceText)")
        if let next = manifest.nextRelease { lines.append("- Next release: \(next.label)") }
        lines += ["", "| file | what it holds |", "|---|---|"] + files
        lines += [
            "| `csv-metadata.json` | Types, keys and licence as CSV on the Web. |",
            "| `datapackage.json` | The same as a Data Package with Table Schemas. |", "",
            "Of two figures for the same indicator, period, area and category, the one with `counts` = `true` is the one that "
                + "the report uses. A percentage of 69 is the value 69. Text that a spreadsheet would take for a formula has an "
                + "apostrophe before it.", "", "| symbol | why there is no value |", "|---|---|",
        ]
        return (lines + symbols).joined(separator: "\n") + "\n"
    }

    private var licenceText: String {
        guard let licence else { return "not stated; ask before you use the figures" }
        guard let address = licence.address else { return Self.line(licence.title) }
        return licence.title == address ? address : "\(Self.line(licence.title)), \(address)"
    }

    /// A text on one line, of which nothing acts as a tag or a link.
    private static func line(_ text: String) -> String {
        var result = ""
        for character in CSVRow.safe(text).split(whereSeparator: \.isNewline).joined(separator: " ") {
            if "\\`*_{}[]<>#|!".contains(character) { result.append("\\") }
            result.append(character)
        }
        return result
    }
}

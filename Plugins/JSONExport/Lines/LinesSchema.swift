import FamilyServicesKit

/// The columns of JSON Lines, in the words of the programs that load them.
///
/// All texts are made from ``LineTable/all``, the one list of the columns. A program that is told the types need not guess them:
/// a column that is null on every line of a report, or a period that looks like a date, is then read as in every other report.
public struct LinesSchema: Sendable, Hashable {
    /// A program that loads JSON Lines, or a way to describe them.
    public enum Form: String, Sendable, Hashable, CaseIterable {
        /// SQL for DuckDB, which makes `report_lines(files)` for all lines and a macro such as `report_observation(files)` for
        /// each type of record.
        case duckDB = "duckdb"
        /// A schema in Python for `polars.read_ndjson`.
        case polars
        /// Types in Python for `pandas.read_json`.
        case pandas
        /// A schema for `spark.read.schema`.
        case spark
        /// The JSON Schema (2020-12) of a line.
        case jsonSchema = "json-schema"
        /// A reference in Markdown.
        case markdown
    }

    /// The types of record.
    public let tables: [LineTable]

    /// The columns that this version of the kit writes.
    public static let current = LinesSchema(tables: LineTable.all)

    /// Every column once, in the order in which lines first have them.
    public var columns: [LineColumn] {
        var seen: Set<String> = []
        return tables.flatMap(\.columns).filter { seen.insert($0.name).inserted }
    }

    /// The columns in the words of a program.
    ///
    /// - Parameter form: The program.
    /// - Returns: A text that ends with a line break.
    public func text(for form: Form) -> String {
        switch form {
        case .duckDB: duckDB
        case .polars: python(name: "polars", Self.polarsType)
        case .pandas: pandas
        case .spark: columns.map { "`\($0.name)` \(Self.sparkType($0.kind))" }.joined(separator: ", ") + "\n"
        case .jsonSchema: jsonSchema
        case .markdown: markdown
        }
    }

    private var version: String { "\(ReportPackDocument.currentVersion)" }
}

// MARK: - Programs

extension LinesSchema {
    private var duckDB: String {
        let types = columns.map { "    \"\($0.name)\": '\(Self.duckDBType($0.kind))'" }.joined(separator: ",\n")
        let all = """
            -- The JSON Lines of FamilyServicesKit, version \(version), as tables for DuckDB. Once this file is read, every
            -- column is there with its type, whether a report has a value in it or not:
            --   SELECT count(*) FROM report_action('*.jsonl.gz') WHERE is_overdue;

            -- All lines.
            CREATE OR REPLACE MACRO report_lines(files) AS TABLE
              SELECT * FROM read_json(files, format = 'newline_delimited', columns = {
            \(types)
              });

            """
        let macros = tables.map { table in
            let names = table.columns.dropFirst().map { "\"\($0.name)\"" }.joined(separator: ", ")
            return """

                -- \(table.meaning)
                CREATE OR REPLACE MACRO report_\(table.record)(files) AS TABLE
                  SELECT \(names)
                  FROM report_lines(files) WHERE record = '\(table.record)';

                """
        }
        return all + macros.joined()
    }

    private static func duckDBType(_ kind: LineColumn.Kind) -> String {
        switch kind {
        case .text: "VARCHAR"
        case .date: "DATE"
        case .number: "DOUBLE"
        case .whole: "BIGINT"
        case .flag: "BOOLEAN"
        }
    }

    /// polars reads days from texts once they are loaded.
    private static func polarsType(_ kind: LineColumn.Kind) -> String {
        switch kind {
        case .text, .date: "polars.String"
        case .number: "polars.Float64"
        case .whole: "polars.Int64"
        case .flag: "polars.Boolean"
        }
    }

    private static func pandasType(_ kind: LineColumn.Kind) -> String {
        switch kind {
        case .text, .date: "\"string\""
        case .number: "\"Float64\""
        case .whole: "\"Int64\""
        case .flag: "\"boolean\""
        }
    }

    private static func sparkType(_ kind: LineColumn.Kind) -> String {
        switch kind {
        case .text: "STRING"
        case .date: "DATE"
        case .number: "DOUBLE"
        case .whole: "BIGINT"
        case .flag: "BOOLEAN"
        }
    }

    private func python(name: String, _ type: (LineColumn.Kind) -> String) -> String {
        let lines = columns.map { "    \"\($0.name)\": \(type($0.kind)),\n" }.joined()
        return "import \(name)\n\nTYPES = {\n\(lines)}\nDATES = [\(dates)]\n"
    }

    private var pandas: String { python(name: "pandas", Self.pandasType) }

    private var dates: String {
        columns.filter { $0.kind == .date }.map { "\"\($0.name)\"" }.joined(separator: ", ")
    }
}

// MARK: - Descriptions

extension LinesSchema {
    private var markdown: String {
        tables.map { table in
            let rows = table.columns.map { column in
                "| `\(column.name)` | \(Self.words(for: column)) | \(Self.meaning(of: column)) |\n"
            }
            return
                "### \(table.record)\n\n\(table.meaning)\n\n| column | type | what it is |\n|---|---|---|\n\(rows.joined())"
        }.joined(separator: "\n")
    }

    private static func words(for column: LineColumn) -> String {
        let word =
            switch column.kind {
            case .text: "text"
            case .date: "date"
            case .number: "number"
            case .whole: "whole number"
            case .flag: "true or false"
            }
        return column.isOptional ? "\(word) or null" : word
    }

    private static func meaning(of column: LineColumn) -> String {
        guard let choices = column.choices else { return column.meaning }
        return "\(column.meaning) One of \(choices.map { "`\($0)`" }.joined(separator: ", "))."
    }

    private var jsonSchema: String {
        let records = tables.map(\.record).joined(separator: ", ")
        let choices = tables.map { table in
            PrettyJSON.object([
                ("if", .object([("properties", .object([("record", .object([("const", .text(table.record))]))]))])),
                ("then", .object([("$ref", .text("#/$defs/\(table.record)"))])),
            ])
        }
        let schema = PrettyJSON.object([
            ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
            ("$id", .text("urn:familyserviceskit:line:\(version)")),
            ("title", .text("A line of a publication")),
            (
                "description",
                .text(
                    "A line of a file of JSON Lines by FamilyServicesKit, version \(version). Later minor versions may add columns "
                        + "and types of record, so that those which are not listed are allowed.")
            ),
            ("type", .text("object")), ("required", .list([.text("record")])),
            (
                "properties",
                .object([
                    (
                        "record",
                        .object([("description", .text("The type of record: \(records).")), ("type", .text("string"))])
                    )
                ])
            ),
            ("allOf", .list(choices)),
            ("$defs", .object(tables.map { ($0.record, Self.definition(of: $0)) })),
        ])
        return schema.text(indent: "") + "\n"
    }

    private static func definition(of table: LineTable) -> PrettyJSON {
        .object([
            ("type", .text("object")), ("description", .text(table.meaning)),
            ("required", .list(table.columns.map { .text($0.name) })),
            (
                "properties",
                .object(
                    table.columns.map { column in
                        (
                            column.name,
                            column.name == "record" ? .object([("const", .text(table.record))]) : definition(of: column)
                        )
                    })
            ),
        ])
    }

    private static func definition(of column: LineColumn) -> PrettyJSON {
        var members: [(String, PrettyJSON)] = [("description", .text(column.meaning.filter { $0 != "`" }))]
        if let choices = column.choices {
            members.append(("enum", .list(choices.map { .text($0) } + (column.isOptional ? [.null] : []))))
            return .object(members)
        }
        let type =
            switch column.kind {
            case .text, .date: "string"
            case .number: "number"
            case .whole: "integer"
            case .flag: "boolean"
            }
        members.append(("type", column.isOptional ? .list([.text(type), .text("null")]) : .text(type)))
        if column.kind == .date {
            members += [("format", .text("date")), ("pattern", .text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
        }
        return .object(members)
    }
}

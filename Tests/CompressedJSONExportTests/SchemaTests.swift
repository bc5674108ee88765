import CompressedJSONExport
import FamilyServicesKit
import Foundation
import GzipCompression
import TestSupport
import Testing

@Suite("The JSON Schemas", .slow, .enabled(if: Tool.python.isReady, "Python has no jsonschema: run make test-tools"))
struct SchemaTests {
    private static let folder = Repository.file("Plugins/CompressedJSONExport/Schemas")
    private static let document = folder.appending(path: "publication-1.schema.json").path
    private static let line = folder.appending(path: "line-1.schema.json").path

    /// Validates files and returns what the validator says.
    private func check(_ schema: String, closed: Bool = false, _ files: [String]) throws -> String {
        let output = try Tool.python.run(
            [Tool.script("check_schema.py"), schema] + (closed ? ["--closed"] : []) + files)
        return String(decoding: output, as: UTF8.self)
    }

    private func publications() throws -> [Publication] {
        try Audience.allCases.flatMap { try Samples.publications(for: $0) }
    }

    @Test("describe every document of every pack and audience, member by member")
    func documents() throws {
        let scratch = try ScratchFolder()
        let publications = try publications()
        let files = try publications.enumerated().map { index, publication in
            try scratch.write(CompressedJSONExporter().data(publication), to: "\(index).json.gz")
        }
        // With no other member allowed than those that are described, none can be missing.
        #expect(try check(Self.document, closed: true, files) == "\(publications.count) valid\n")
        // What holds with fewer members allowed holds with all of them; that the schema can be read as it is, one file shows.
        #expect(try check(Self.document, Array(files.suffix(1))) == "1 valid\n")
    }

    @Test("describe every line of every pack and audience, column by column")
    func lines() throws {
        let scratch = try ScratchFolder()
        var count = 0
        let files = try publications().enumerated().map { index, publication in
            let bytes = try CompressedJSONLinesExporter().data(publication)
            try CompressedJSONReader().lines(from: bytes) { _ in count += 1 }
            return try scratch.write(bytes, to: "\(index).jsonl.gz")
        }
        #expect(try check(Self.line, Array(files.suffix(1))).hasSuffix(" valid\n"))
        #expect(try check(Self.line, closed: true, files) == "\(count) valid\n")
    }

    @Test(
        "refuse a document that is not as it should be",
        arguments: [
            (#""audience":"officers""#, #""audience":"everybody""#), (#""major":1"#, #""major":2"#),
            (#""periodBasis":"stated""#, #""periodBasis":"guessed""#),
            (#""isSynthetic":true"#, #""isSynthetic":"yes""#),
            (#""qualifier":"exact","#, ""), (#""outOf":null,"missing":""#, #""outOf":1,"missing":""#),
            (#""assessment":{"indicators":["#, #""assessment":{"indicators":[{},"#),
            (#""date":"2"#, #""date":"x"#), (#""numerator":"#, #""numerator":1,"old":"#),
        ])
    func brokenDocuments(part: String, replacement: String) throws {
        let text = String(
            decoding: try JSONExporter().data(Samples.fullPack().publish(for: .officers)), as: UTF8.self)
        let range = try #require(text.range(of: part), "The document has no \(part)")
        let scratch = try ScratchFolder()
        let file = try scratch.write(
            compressed(text.replacingCharacters(in: range, with: replacement)), to: "a.json.gz")
        #expect(try check(Self.document, [file]).hasSuffix("\n0 valid\n"))
    }

    @Test(
        "refuse a line that is not as it should be",
        arguments: [
            (#""record":"observation","report":"#, #""record":"observation","report_id":"#),
            (#""period_kind":"month""#, #""period_kind":"moon""#), (#""numerator":"#, #""numerator":"1","other":"#),
            (#""is_overdue":true"#, #""is_overdue":1"#), (#""first_day":"20"#, #""first_day":"in 20"#),
        ])
    func brokenLines(part: String, replacement: String) throws {
        let text = String(
            decoding: try JSONLinesExporter().data(ExamplePacks.publication("sample-borough", for: .officers)),
            as: UTF8.self)
        let line = try #require(
            text.split(separator: "\n").first { $0.contains(part) }.map(String.init), "No line has \(part)")
        let range = try #require(line.range(of: part))
        let scratch = try ScratchFolder()
        let file = try scratch.write(
            compressed(line + "\n" + line.replacingCharacters(in: range, with: replacement)), to: "a.jsonl.gz")
        #expect(try check(Self.line, [file]).hasSuffix("\n1 valid\n"))
    }

    @Test("allow what a later minor version may add")
    func laterVersions() throws {
        var text = String(
            decoding: try JSONExporter().data(Samples.fullPack().publish(for: .officers)), as: UTF8.self)
        text = text.replacingOccurrences(of: #""minor":0"#, with: #""minor":7"#)
            .replacingOccurrences(of: #""periodBasis":"#, with: #""added":{"later":[1]},"periodBasis":"#)
        let scratch = try ScratchFolder()
        #expect(try check(Self.document, [scratch.write(compressed(text), to: "a.json.gz")]) == "1 valid\n")
        #expect(throws: Never.self) { try CompressedJSONReader().document(from: Array(text.utf8)) }
    }

    /// With `FSK_WRITE_SCHEMAS=1` the files are written instead of compared.
    @Test(
        "are what the list of columns gives, and so are the SQL for DuckDB and the article on lines",
        arguments: [
            ("line-1.schema.json", LinesSchema.Form.jsonSchema), ("line-1.duckdb.sql", .duckDB),
            ("line-1.polars.py", .polars), ("line-1.pandas.py", .pandas), ("line-1.spark.txt", .spark),
        ])
    func published(name: String, form: LinesSchema.Form) throws {
        let file = Self.folder.appending(path: name)
        let expected = LinesSchema.current.text(for: form)
        if ProcessInfo.processInfo.environment["FSK_WRITE_SCHEMAS"] != nil {
            try expected.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == expected)
    }

    @Test("have an article on lines that lists every column")
    func article() throws {
        let file = Repository.file("Plugins/CompressedJSONExport/CompressedJSONExport.docc/JSONLines.md")
        let heading = "\n## Records\n\n"
        let text = try String(contentsOf: file, encoding: .utf8)
        let introduction = try #require(text.components(separatedBy: heading).first)
        let expected = introduction + heading + LinesSchema.current.text(for: .markdown)
        if ProcessInfo.processInfo.environment["FSK_WRITE_SCHEMAS"] != nil {
            try expected.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == expected)
    }

    @Test("give each column one type in all types of record")
    func oneType() {
        var kinds: [String: LineColumn.Kind] = [:]
        for table in LineTable.all {
            #expect(Set(table.columns.map(\.name)).count == table.columns.count, "\(table.record)")
            for column in table.columns {
                #expect(kinds[column.name, default: column.kind] == column.kind, "\(column.name) of \(table.record)")
                kinds[column.name] = column.kind
            }
        }
    }

    private func compressed(_ text: String) throws -> [UInt8] {
        var sink = GzipSink(MemorySink())
        try sink.write(text)
        try sink.finish()
        return sink.base.bytes
    }
}

import FamilyServicesKit
import Foundation
import MarkdownExport
import Testing

@Suite("The options of the Markdown exporter as text")
struct OptionsTests {
    @Test(
        "As JSON and as name=value they are equal to what was written",
        arguments: MarkdownExporter.Options.TableStyle.allCases)
    func forms(style: MarkdownExporter.Options.TableStyle) throws {
        for frontMatter in [true, false] {
            let options = MarkdownExporter.Options(tableStyle: style, frontMatter: frontMatter)
            let json = String(decoding: try JSONEncoder().encode(options), as: UTF8.self)
            #expect(try MarkdownExporter.options(from: .json(json)) == options)
            let text = ["tableStyle=\(style.rawValue)", "frontMatter=\(frontMatter)"]
            for assignments in [text, text.reversed()] {
                #expect(try MarkdownExporter.options(from: .text(assignments)) == options)
            }
        }
    }

    @Test("They are listed, with what they can be")
    func list() {
        let options = MarkdownExporter.availableOptions
        #expect(options.map(\.name) == ["tableStyle", "frontMatter", "data", "sparklines", "anchors"])
        #expect(options.map(\.defaultValue) == ["padded", "true", "false", "false", "false"])
        #expect(options.map(\.choices) == [["padded", "compact"]] + Array(repeating: ["true", "false"], count: 4))
    }

    @Test("An option changes the file, and a slip is named")
    func effect() throws {
        var registry = ExporterRegistry()
        try registry.register(MarkdownExporter.self)
        let report = try Sample.report()
        var sink = MemorySink()
        try registry.export(report, as: "markdown", options: .text(["frontMatter=no"]), to: &sink)
        #expect(try sink.bytes == MarkdownExporter(options: .init(frontMatter: false)).data(report))
        #expect(sink.bytes.starts(with: "# ".utf8))
        let error = try #require(throws: ExportOptionsError.self) {
            try registry.makeExporter(id: "markdown", options: .text(["tableStyle=wide"]))
        }
        #expect(error.description == "The option “tableStyle” is “wide”, but should be one of: padded, compact.")
    }

    @Test("The day of creation changes nothing, for the file states none")
    func creation() throws {
        let report = try Sample.report()
        let day = try CalendarDate(year: 2030, month: 1, day: 1)
        let exporter = try MarkdownExporter()
        #expect(try exporter.data(report, context: ExportContext(created: day)) == exporter.data(report))
    }

    @Test("A limit on the size is met to the byte, wherever it falls", arguments: [0, 1, 500, 32_767, 32_768, 32_769])
    func limit(_ limit: Int) throws {
        let report = try Sample.report(rows: 600)
        let whole = try MarkdownExporter().data(report)
        #expect(whole.count > 40_000)
        var sink = LimitedSink(MemorySink(), limit: limit)
        #expect(throws: SinkLimitError.self) {
            try MarkdownExporter().export(report, to: &sink, context: ExportContext())
        }
        #expect(sink.base.bytes == Array(whole.prefix(limit)))
    }
}

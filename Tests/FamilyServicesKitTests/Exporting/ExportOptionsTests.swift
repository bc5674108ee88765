import FamilyServicesKit
import Foundation
import Testing

/// Options with synthesised coding, as somebody else's exporter would have them.
private struct PlainOptions: Sendable, Hashable, Codable {
    enum Style: String, Sendable, Hashable, Codable, CaseIterable {
        case wide, narrow
    }

    enum Hidden: String, Sendable, Hashable, Codable {
        case one, two
    }

    enum Shape: Sendable, Hashable, Codable {
        case round(radius: Double)
        case square
    }

    struct Margins: Sendable, Hashable, Codable {
        var left = 10
        var right: UInt8 = 20
    }

    struct Pair: Sendable, Hashable, Codable {
        var x = 0.0
        var y = 0.0
    }

    var style = Style.wide
    var hidden = Hidden.one
    var shape = Shape.square
    var margins = Margins()
    var landscape = false
    var scale = 1.5
    var title = "Report"
    var subtitle: String?
    var accent: Style?
    var columns = ["a", "b"]
    var widths = [1, 2, 3]
    var points: [Pair] = []
    var names = ["north": 1]
}

private struct PlainExporter: Exporter {
    static let format = FormatDescriptor(
        id: "plain", displayName: "Plain", fileExtensions: ["plain"], mediaType: "text/plain")
    static let defaultOptions = PlainOptions()
    let options: PlainOptions

    struct TooWide: Error, Equatable {}

    init(options: PlainOptions) throws {
        guard options.margins.left < 1_000 else { throw TooWide() }
        self.options = options
    }

    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try sink.write("\(options.style.rawValue) \(options.margins.left)")
    }
}

@Suite("Options given as text")
struct ExportOptionsTests {
    private func read(_ input: ExportOptionsInput) throws -> PlainOptions {
        try PlainExporter.options(from: input)
    }

    private func refusal(_ input: ExportOptionsInput) -> ExportOptionsError? {
        do {
            _ = try PlainExporter.options(from: input)
            Issue.record("taken: \(input)")
            return nil
        } catch {
            return error as? ExportOptionsError
        }
    }

    @Test("What is not given stays as it is in the default options, at any depth")
    func defaults() throws {
        for input in [.defaults, .text([]), .json("{}"), .json(" { } ")] as [ExportOptionsInput] {
            #expect(try read(input) == PlainOptions())
        }
        var expected = PlainOptions()
        expected.margins.left = 7
        #expect(try read(.text(["margins.left=7"])) == expected)
        #expect(try read(.json(#"{"margins": {"left": 7}}"#)) == expected)
    }

    @Test("A text is read as what the option is")
    func texts() throws {
        let options = try read(
            .text([
                "style=narrow", "landscape=Yes", "scale=2.5e1", "title= a=b, c ", "subtitle=", "accent=wide",
                "columns=x, y ,,z", "widths=", "shape.round.radius=2", "margins.right=255", "names.south=-4",
            ]))
        var expected = PlainOptions()
        expected.style = .narrow
        expected.landscape = true
        expected.scale = 25
        expected.title = " a=b, c "
        expected.subtitle = ""
        expected.accent = .wide
        expected.columns = ["x", "y", "", "z"]
        expected.widths = []
        expected.shape = .round(radius: 2)
        expected.margins.right = 255
        expected.names = ["south": -4]
        #expect(options == expected)
        for (text, value) in [("true", true), ("TRUE", true), ("yes", true), ("no", false), ("False", false)] {
            #expect(try read(.text(["landscape=\(text)"])).landscape == value)
        }
    }

    @Test("JSON is read by its types, with every escape")
    func jsonValues() throws {
        let options = try read(
            .json(
                #"""
                {"title": "a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00é", "subtitle": null, "widths": [1e1, -0, 3.0],
                 "points": [{"x": -1.5e-3, "y": 2}, {"x": 1, "y": 0}], "landscape": true, "shape": {"round": {"radius": 3}}}
                """#))
        #expect(options.title == "a\"\\/\u{8}\u{C}\n\r\té😀é")
        #expect(options.subtitle == nil)
        #expect(options.widths == [10, 0, 3])
        #expect(options.points == [PlainOptions.Pair(x: -0.0015, y: 2), PlainOptions.Pair(x: 1)])
        #expect(options.shape == .round(radius: 3))
    }

    /// What is wrong with a list of options.
    struct Refusal: Sendable {
        let texts: [String]
        let code: ExportOptionsError.Code
        let option: String?
        let words: String

        init(_ texts: [String], _ code: ExportOptionsError.Code, _ option: String?, _ words: String) {
            (self.texts, self.code, self.option, self.words) = (texts, code, option, words)
        }
    }

    private static let refusals = [
        Refusal(["styel=wide"], .unknownOption, "styel", "Did you mean “style”?"),
        Refusal(["margins.lfet=1"], .unknownOption, "margins.lfet", "Did you mean “margins.left”?"),
        Refusal(["margins.lfet=1"], .unknownOption, "margins.lfet", "are: margins.left, margins.right."),
        Refusal(["zebra=1"], .unknownOption, "zebra", "style, hidden, shape"),
        Refusal(
            ["style=wied"], .invalidValue, "style",
            "is “wied”, but should be one of: wide, narrow; did you mean “wide”?"
        ),
        Refusal(["accent=x"], .invalidValue, "accent", "should be one of: wide, narrow."),
        Refusal(["hidden=three"], .invalidValue, "hidden", "three"),
        Refusal(["landscape=1"], .invalidValue, "landscape", "is “1”, but should be true or false"),
        Refusal(["scale=inf"], .invalidValue, "scale", "a finite number"),
        Refusal(["scale=1e999"], .invalidValue, "scale", "a finite number"),
        Refusal(["scale=0x10"], .invalidValue, "scale", "“0x10”"),
        Refusal(["scale="], .invalidValue, "scale", "“”"),
        Refusal(["margins.left=ten"], .invalidValue, "margins.left", "a whole number that fits into 64 bits"),
        Refusal(["margins.left=1.5"], .invalidValue, "margins.left", "“1.5”"),
        Refusal(["margins.right=256"], .invalidValue, "margins.right", "from 0 to 255"),
        Refusal(["margins.right=-1"], .invalidValue, "margins.right", "from 0 to 255"),
        Refusal(["widths=1,x"], .invalidValue, "widths[1]", "“x”"),
        Refusal(["margins=1"], .invalidValue, "margins", "a group of options"),
        Refusal(["columns.first=1"], .invalidValue, "columns", "is a group of options, but should be a list"),
        Refusal(["title.main=1"], .invalidValue, "title", "is a group of options"),
        Refusal(["style"], .missingEqualsSign, "style", "name=value"),
        Refusal(["=wide"], .emptyName, "", "name=value"),
        Refusal(["margins.=1"], .emptyName, "margins.", "group.name=value"),
        Refusal(["style=wide", "style=narrow"], .duplicateOption, "style", "given twice"),
        Refusal(["margins.left=1", "margins.left=1"], .duplicateOption, "margins.left", "given twice"),
        Refusal(["margins=1", "margins.left=2"], .conflictingOptions, "margins.left", "“margins”"),
        Refusal(["margins.left=1", "margins=2"], .conflictingOptions, "margins", "“margins”"),
        Refusal(["a.b.c=1", "a.b.c.d.e=2"], .conflictingOptions, "a.b.c.d.e", "“a.b.c”"),
        Refusal([String(repeating: "a.", count: 40) + "b=1"], .tooDeep, nil, "32 levels"),
        Refusal(["shape.circle.radius=2"], .invalidValue, "shape", "shape"),
    ]

    @Test("What is wrong with a list of options is said with the option's name", arguments: refusals)
    func textErrors(_ refused: Refusal) throws {
        let error = try #require(refusal(.text(refused.texts)))
        #expect(error.code == refused.code)
        if let option = refused.option { #expect(error.option == option) }
        #expect(error.description.contains(refused.words), "\(error)")
        #expect(error.line == nil)
    }

    @Test(
        "JSON is read strictly",
        arguments: [
            (#"{"landscape": "true"}"#, "landscape", "is the text “true”, but should be true or false"),
            (#"{"landscape": 1}"#, "landscape", "is the number 1"),
            (#"{"scale": "1"}"#, "scale", "is the text “1”"),
            (#"{"scale": 1e999}"#, "scale", "a finite number"),
            (#"{"title": 5}"#, "title", "should be a text in quotation marks"),
            (#"{"title": null}"#, "title", "is null"),
            (#"{"columns": "a,b"}"#, "columns", "should be a list"),
            (#"{"margins": {"left": 1.5}}"#, "margins.left", "is the number 1.5"),
            (#"{"margins": {"left": true}}"#, "margins.left", "is true"),
            (#"{"margins": [1]}"#, "margins", "is a list, but should be a group of options"),
            (#"{"widths": [1, 2.5]}"#, "widths[1]", "is the number 2.5"),
            (#"{"style": "wied"}"#, "style", "wide, narrow"),
            ("[1]", nil, "is a list, but should be a group of options"),
            ("17", nil, "is the number 17"),
        ])
    func jsonTypes(text: String, option: String?, words: String) throws {
        let error = try #require(refusal(.json(text)))
        #expect(error.code == .invalidValue)
        #expect(error.option == option)
        #expect(error.description.contains(words), "\(error)")
    }

    @Test(
        "A text that is no JSON is an error with line and column",
        arguments: [
            ("", 1, 1), ("{", 1, 2), ("{\n  \"style\": wide}", 2, 12), ("{\"style\": \"wi", 1, 14),
            ("{\"style\": \"wide\"} x", 1, 19), ("{'style': 1}", 1, 2), ("{\"title\": \"\\ud800\"}", 1, 12),
            ("{\"title\": \"\\udc00\\ud800\"}", 1, 12), ("{\"scale\": 01}", 1, 11), ("{\"scale\": NaN}", 1, 11),
            ("{\"title\": \"é\", }", 1, 16),
        ])
    func jsonSyntax(text: String, line: Int, column: Int) throws {
        let error = try #require(refusal(.json(text)))
        #expect(error.code == .syntax)
        #expect(error.line == line && error.column == column, "\(error)")
        #expect(error.description.hasPrefix("Line \(line), column \(column): "))
    }

    @Test("A name that is given twice, an unknown one in a list, and too much depth are errors in JSON too")
    func jsonNames() throws {
        #expect(refusal(.json(#"{"style": "wide", "st\u0079le": "wide"}"#))?.code == .duplicateOption)
        let nested = try #require(refusal(.json(#"{"points": [{"x": 1, "y": 1}, {"x": 1, "y": 1, "z": 2}]}"#)))
        #expect(nested.code == .unknownOption)
        #expect(nested.option == "points[1].z")
        let missing = try #require(refusal(.json(#"{"points": [{"x": 1}]}"#)))
        #expect(missing.code == .missingOption)
        #expect(missing.option == "points[0].y")
        let dotted = try #require(refusal(.json(#"{"margins.left": 1}"#)))
        #expect(dotted.code == .unknownOption)
        for depth in [33, 500, 100_000] {
            let text =
                "{\"points\": " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
            let error = try #require(refusal(.json(text)))
            #expect(error.code == (depth < 512 ? .tooDeep : .syntax))
        }
    }

    @Test("The registry makes exporters with options, and lets the exporter's own refusal through")
    func registry() throws {
        var registry = ExporterRegistry()
        try registry.register(PlainExporter.self)
        let publication = Publication(
            metadata: PublicationMetadata(
                title: "", organisation: "", committee: nil, author: nil,
                date: try CalendarDate(year: 2026, month: 1, day: 1), period: nil, audience: .everyone,
                language: "en", keywords: [], isSynthetic: true, generator: ""), sections: [])
        var sink = MemorySink()
        try registry.export(publication, as: "plain", options: .text(["style=narrow"]), to: &sink)
        #expect(sink.bytes == Array("narrow 10".utf8))
        let path = FileManager.default.temporaryDirectory.path + "/options-\(UUID().uuidString).plain"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try registry.write(publication, toFile: path, options: .json(#"{"margins": {"left": 3}}"#))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "wide 3")
        #expect(throws: PlainExporter.TooWide()) {
            try registry.makeExporter(id: "plain", options: .text(["margins.left=1000"]))
        }
        #expect(throws: ExportOptionsError.self) {
            try registry.write(publication, toFile: path + ".plain", options: .text(["margin.left=1"]))
        }
        #expect(!FileManager.default.fileExists(atPath: path + ".plain"))
    }

    @Test("The options of a format are listed with their defaults and what they can be")
    func list() throws {
        var registry = ExporterRegistry()
        try registry.register(PlainExporter.self)
        let options = try registry.availableOptions(id: "plain")
        #expect(
            options.map { "\($0.name)=\($0.defaultValue ?? "?") \($0.choices.joined(separator: "/"))" } == [
                "style=wide wide/narrow", "hidden=one ", "shape.square=? ", "margins.left=10 ", "margins.right=20 ",
                "landscape=false true/false", "scale=1.5 ", "title=Report ", "subtitle=? ", "accent=? wide/narrow",
                "columns=a,b ", "widths=1,2,3 ", "points= ", "names.north=1 ",
            ])
        let assignments = options.compactMap { option in option.defaultValue.map { "\(option.name)=\($0)" } }
        #expect(try PlainExporter.options(from: .text(assignments)) == PlainOptions())
        #expect(throws: ExporterRegistryError.self) { try registry.availableOptions(id: "plane") }
    }
}

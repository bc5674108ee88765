import Testing

import FamilyServicesKit

@Suite("JSON that is no pack")
struct ReportPackDocumentErrorTests {
    /// The spare pack in the pretty layout, with a text in it replaced.
    private func broken(_ text: String, _ replacement: String) throws -> [UInt8] {
        let whole = String(decoding: try Fixtures.sparePack().jsonData(layout: .pretty), as: UTF8.self)
        let parts = whole.split(separator: text, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2, "“\(text)” is not in the document")
        return Array((parts[0] + replacement + parts[1]).utf8)
    }

    private func error(_ bytes: [UInt8]) throws -> ReportPackDocumentError {
        try #require(throws: ReportPackDocumentError.self) { try ReportPack(json: bytes) }
    }

    /// The line and column of a text, counted as editors do.
    private func place(of text: String, in bytes: [UInt8]) throws -> (line: Int, column: Int) {
        let before = try #require(
            String(decoding: bytes, as: UTF8.self).split(separator: text, omittingEmptySubsequences: false).first)
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        return (lines.count, (lines.last?.count ?? 0) + 1)
    }

    @Test("is refused where it is written in a newer major version, naming both")
    func newerMajor() throws {
        let error = try error(broken(#""major" : 1"#, #""major" : 2"#))
        #expect(error.code == .newerVersion)
        #expect(error.message.contains("version 2.0"))
        #expect(error.message.contains("up to version 1;"))
        // Even if nothing else in it can be read.
        let future = Array(#"{"schemaVersion":{"major":3,"minor":1},"pack":"elsewhere"}"#.utf8)
        #expect(try self.error(future).code == .newerVersion)
    }

    @Test("is read where only the minor version is newer, without what is new in it")
    func newerMinor() throws {
        var text = String(decoding: try broken(#""minor" : 0"#, #""minor" : 7"#), as: UTF8.self)
        text = text.replacing(
            #""manifest" : {"#, with: #""novelty" : [1], "manifest" : { "hue" : "blue","#, maxReplacements: 1)
        let document = try ReportPackDocument(json: Array(text.utf8))
        #expect(document.pack == (try Fixtures.sparePack()))
        #expect(document.schemaVersion == ReportPackDocument.Version(major: 1, minor: 7))
        let withoutMinor = String(decoding: try Fixtures.sparePack().jsonData(), as: UTF8.self)
            .replacing(#","minor":0"#, with: "")
        #expect(try ReportPackDocument(json: Array(withoutMinor.utf8)).schemaVersion.minor == 0)
    }

    @Test("is refused without a version, saying how it is written")
    func noVersion() throws {
        for text in [#"{"pack":{}}"#, "{}", #"{"schemaVersion":null,"pack":{}}"#] {
            let error = try error(Array(text.utf8))
            #expect(error.code == .missingValue)
            #expect(error.message.contains(#""schemaVersion": {"major": 1, "minor": 0}"#))
        }
    }

    @Test(
        "is refused with a version that is none",
        arguments: [
            #"{"schemaVersion":{"major":0}}"#, #"{"schemaVersion":{"major":-1,"minor":0}}"#,
            #"{"schemaVersion":{"major":1,"minor":-1}}"#, #"{"schemaVersion":{"minor":1}}"#,
            #"{"schemaVersion":"1.0"}"#,
        ])
    func badVersion(text: String) throws {
        let error = try error(Array(text.utf8))
        #expect([.badValue, .missingValue].contains(error.code))
        #expect(error.path?.hasPrefix("schemaVersion") == true)
        #expect(error.line == 1)
    }

    @Test(
        "names the value, its place, what it should be and what it is",
        arguments: [
            (
                #""organisation" : "O""#, "12", "pack.manifest.organisation",
                ["“organisation”", "should be text", "is a number"]
            ),
            (#""isSynthetic" : false"#, #""no""#, "pack.manifest.isSynthetic", ["true or false", "is text"]),
            (
                #""pounds" : 1"#, #""one""#, "pack.budget[0].pounds",
                ["“pounds” of item 1 of “budget”", "a number", "is text"]
            ),
        ])
    func wrongType(text: String, value: String, path: String, words: [String]) throws {
        let key = String(text.split(separator: " : ")[0])
        let bytes = try broken(text, "\(key) : \(value)")
        let error = try error(bytes)
        #expect(error.code == .badValue)
        #expect(error.path == path)
        for word in words { #expect(error.message.contains(word), "\(error.message)") }
        let place = try place(of: "\(key) : \(value)", in: bytes)
        #expect(error.line == place.line)
        #expect(error.column == place.column + key.count + 3)
        #expect(error.description.hasPrefix("line \(place.line), column "))
    }

    @Test(
        "says what a text should have been in the words of its type",
        arguments: [
            (#""period" : "2026-06""#, #""period" : "2014-15""#, ["FY2014-15"]),
            (#""date" : "2026-07-14""#, #""date" : "2026-02-30""#, ["February 2026 has no day 30"]),
            (#""unit" : "count""#, #""unit" : "heads""#, ["“heads”", "percent"]),
            (
                #""polarity" : "neutral""#, #""polarity" : "sideways""#,
                ["“polarity”", "“sideways”", "none of the words"]
            ),
            (#""id" : "a""#, #""id" : """#, ["identifier"]),
            (#""good" : 1"#, #""better" : 1"#, ["“better” is not a grade"]),
            (#""good" : 1"#, #""good" : -1"#, ["negative"]),
        ])
    func wrongText(text: String, replacement: String, words: [String]) throws {
        let error = try error(broken(text, replacement))
        #expect(error.code == .badValue)
        for word in words { #expect(error.message.contains(word), "\(error.message)") }
        #expect(error.path != nil)
        #expect(error.line != nil)
    }

    @Test("names what is missing and what it is missing from")
    func missing() throws {
        let gone = try error(broken(#""organisation" : "O","#, ""))
        #expect(gone.code == .missingValue)
        #expect(gone.message == "“manifest” of “pack” has no “organisation”, which has to be there.")
        #expect(gone.path == "pack.manifest")
        let null = try error(broken(#""organisation" : "O""#, #""organisation" : null"#))
        #expect(null.code == .missingValue)
        #expect(null.message.contains("“organisation”"))
        #expect(null.message.contains("null"))
    }

    @Test(
        "is a syntax error where it is no JSON",
        arguments: [
            "", " ", "{", "pack", #"{"schemaVersion": {"major": 1,,}}"#, "PK\u{3}\u{4}", #"{"a":1} x"#,
        ])
    func noJSON(text: String) throws {
        let error = try error(Array(text.utf8))
        #expect(error.code == .syntax, "\(error)")
        #expect(error.message.contains("JSON"))
    }

    @Test("is a syntax error where it is no text, and nests too deep")
    func noText() throws {
        #expect(try error([0xFF, 0xFE, 0x00, 0xD8, 0x01]).code == .syntax)
        #expect(try error(Array(repeating: UInt8(ascii: "["), count: 100_000)).code == .syntax)
    }

    @Test("that is a list or a bare pack is no document", arguments: ["[]", "1", #""text""#, "null"])
    func noObject(text: String) throws {
        let error = try error(Array(text.utf8))
        #expect([.badValue, .missingValue].contains(error.code), "\(error)")
        #expect(error.message.contains("document"), "\(error)")
    }

    @Test("may begin with a byte-order mark")
    func byteOrderMark() throws {
        let pack = try Fixtures.sparePack()
        #expect(try ReportPack(json: [0xEF, 0xBB, 0xBF] + pack.jsonData()) == pack)
    }

    @Test(
        "names the place where it stops being JSON",
        arguments: [
            ("{\n  \"a\": [1, 2}", 2, 13, "comma or “]”"), ("{\"a\" 1}", 1, 6, "colon"), ("{a: 1}", 1, 2, "quotation"),
            ("[1,]", 1, 4, "value"), ("[01]", 1, 2, "begin with 0"), ("[1.]", 1, 4, "digit"),
            ("[\"é\n\"]", 1, 4, "control"),
            ("[\"\\q\"]", 1, 4, "escape"), ("[\"\\u12g4\"]", 1, 7, "hexadecimal"), ("[1", 1, 3, "ends too early"),
            ("[\"abc", 1, 6, "ends too early"), ("{} x", 1, 4, "nothing after"), ("[nul]", 1, 2, "value"),
        ])
    func syntaxPlace(text: String, line: Int, column: Int, word: String) throws {
        let bytes = Array(text.utf8)
        let problem = try #require(JSONSyntax(bytes).problem)
        #expect(problem.reason.contains(word), "\(problem)")
        #expect(TextPlace(of: problem.position, in: bytes).line == line)
        #expect(TextPlace(of: problem.position, in: bytes).column == column, "\(problem)")
    }

    @Test("is told with its place where a pack stops being JSON")
    func brokenOffPack() throws {
        let bytes = try broken(#""organisation" : "O""#, #""organisation" "O""#)
        let error = try error(bytes)
        #expect(error.code == .syntax)
        let place = try place(of: #""organisation" "O""#, in: bytes)
        #expect(error.line == place.line)
        #expect(error.column == place.column + 15)
        #expect(error.message.contains("colon"))
    }

    @Test("is never found in JSON as it should be")
    func goodSyntax() throws {
        for layout in ReportPack.JSONLayout.allCases {
            #expect(JSONSyntax(try Fixtures.fullPack().jsonData(layout: layout)).problem == nil)
        }
        for text in [
            "[]", "{}", " [ ] ", "1", "-0.5e-3", "null", #"["\u00e9\n\"", true, false]"#, "{\"a\":{\"b\":[[],{}]}}",
        ] {
            #expect(JSONSyntax(Array(text.utf8)).problem == nil, "\(text)")
        }
    }

    @Test(
        "names the number that does not fit its place, among many that do",
        arguments: [
            (#""number" : 1"#, #""number" : 1.5"#, "“1.5” should be a whole number"),
            (#""pounds" : 1"#, #""pounds" : 1e400"#, "“1e400” is too great"),
            (#""number" : 1"#, #""number" : 99999999999999999999"#, "“99999999999999999999” is too great"),
        ])
    func unfitNumber(text: String, replacement: String, words: String) throws {
        var pack = try Fixtures.sparePack()
        let template = pack.observations[1]
        pack.observations = (0..<50).map { number in
            var copy = template
            copy.value = .value(Double(number) + 0.25)
            return copy
        }
        let whole = String(decoding: try pack.jsonData(layout: .pretty), as: UTF8.self)
        let bytes = Array(whole.replacing(text, with: replacement, maxReplacements: 1).utf8)
        let error = try error(bytes)
        #expect(error.code == .badValue)
        #expect(error.message.contains(words), "\(error)")
        let place = try place(of: replacement, in: bytes)
        #expect(error.line == place.line)
        #expect(error.column == place.column + 11)
    }

    @Test("becomes a diagnostic with the place in the file")
    func diagnostic() throws {
        let error = try error(broken(#""pounds" : 1"#, #""pounds" : "one""#))
        let diagnostic = error.diagnostic(in: "pack.json")
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.code == .badValue)
        #expect(diagnostic.location == SourceLocation(file: "pack.json", line: error.line, column: error.column))
        #expect(diagnostic.description.hasPrefix("pack.json:\(error.line ?? 0):\(error.column ?? 0): error: "))
        #expect(diagnostic.message.contains("pack.budget[0].pounds"))
    }
}

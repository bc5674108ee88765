import CompressedJSONExport
import FamilyServicesKit
import Foundation
import TestSupport
import Testing

@Suite("Reading documents and lines")
struct ReaderTests {
    private typealias Code = JSONExportError.Code

    private func document(_ bytes: [UInt8], limits: CompressedJSONReader.Limits = .init()) throws {
        _ = try CompressedJSONReader(limits: limits).document(from: bytes)
    }

    private func lines(_ text: String, limits: CompressedJSONReader.Limits = .init()) throws -> [JSONLine] {
        var result: [JSONLine] = []
        try CompressedJSONReader(limits: limits).lines(from: Array(text.utf8)) { result.append($0) }
        return result
    }

    @Test("A document larger than the limit is refused before it is decompressed in full, compressed or not")
    func sizeLimit() throws {
        let publication = Samples.publication(of: try Samples.pack(observations: 2_000))
        let plain = try JSONExporter().data(publication)
        let compressed = try CompressedJSONExporter().data(publication)
        let limits = CompressedJSONReader.Limits(size: plain.count - 1)
        for bytes in [plain, compressed] {
            let error = #expect(throws: JSONExportError.self) { try document(bytes, limits: limits) }
            #expect(error?.code == .sizeLimitExceeded)
            #expect(throws: Never.self) { try document(bytes, limits: .init(size: plain.count)) }
        }
        let small = try CompressedJSONLinesExporter().data(publication)
        let error = #expect(throws: JSONExportError.self) {
            try CompressedJSONReader(limits: .init(size: 10_000)).lines(from: small) { _ in }
        }
        #expect(error?.code == .sizeLimitExceeded)
    }

    @Test("A document that nests deeper than the limit is refused, brackets in texts aside")
    func depthLimit() throws {
        let deep = Array(String(repeating: "[", count: 100_000).utf8)
        #expect(#expect(throws: JSONExportError.self) { try document(deep) }?.code == .depthLimitExceeded)
        let inText = Array(#"{"a":"\#(String(repeating: "[", count: 1_000)) \" {{{{"}"#.utf8)
        #expect(
            #expect(throws: JSONExportError.self) { try document(inText, limits: .init(depth: 1)) }?.code
                == .missingValue)
    }

    @Test("A newer major version is refused, a missing version too, and a value of the wrong kind with its place")
    func versions() throws {
        let text = String(
            decoding: try JSONExporter().data(Samples.publication(of: Samples.fullPack())), as: UTF8.self)
        func error(replacing part: String, with other: String) throws -> JSONExportError? {
            let range = try #require(text.firstRange(of: part))
            let changed = text.replacingCharacters(in: range, with: other)
            return #expect(throws: JSONExportError.self) { try document(Array(changed.utf8)) }
        }
        #expect(try error(replacing: #""major":1"#, with: #""major":2"#)?.code == .newerVersion)
        #expect(try error(replacing: #""schemaVersion""#, with: #""schema""#)?.code == .missingValue)
        #expect(
            try error(replacing: #""publication":"#, with: #""publicatio":"#)?.message.contains("publication") == true)
        let wrong = try error(replacing: #""isSynthetic":"#, with: #""isSynthetic":1,"x":"#)
        #expect(wrong?.code == .badValue && wrong?.path == "publication.isSynthetic")
        #expect(wrong?.line == 1 && wrong?.column != nil)
        #expect(try error(replacing: #""assessment":"#, with: #""assessment"#)?.code == .syntax)
    }

    @Test("Damaged and cut-off data is refused")
    func damage() throws {
        let publication = Samples.publication(of: try Samples.pack(observations: 500))
        let document = try CompressedJSONExporter().data(publication)
        #expect(
            #expect(throws: JSONExportError.self) { try self.document(Array(document.dropLast(5))) }?.code
                == .damagedData)
        var lines = try CompressedJSONLinesExporter().data(publication)
        lines[lines.count - 6] ^= 1
        var count = 0
        let error = #expect(throws: JSONExportError.self) {
            try CompressedJSONReader().lines(from: lines) { _ in count += 1 }
        }
        #expect(error?.code == .damagedData)
        #expect(count > 0)
    }

    @Test("Lines longer or more than the limits are refused, with the number of the line")
    func lineLimits() throws {
        let line = #"{"record":"a","b":1}"#
        let text = Array(repeating: line, count: 5).joined(separator: "\n")
        #expect(try lines(text, limits: .init(lineLength: line.utf8.count)).count == 5)
        let long = #expect(throws: JSONExportError.self) {
            try lines(text + "\n" + line + " ", limits: .init(lineLength: line.utf8.count))
        }
        #expect(long?.code == .lineLengthLimitExceeded && long?.line == 6)
        let many = #expect(throws: JSONExportError.self) { try lines(text, limits: .init(lineCount: 4)) }
        #expect(many?.code == .lineCountLimitExceeded && many?.line == 5)
    }

    @Test("Lines are read as they stand: escapes, blanks, byte-order mark, line ends of Windows, no last line end")
    func lineForms() throws {
        let text =
            "\u{FEFF}" + #"{"record":"a","t":"\u00e9\ud83d\ude00\n\"\\\/é"}"# + "\r\n\n"
            + #" { "record" : "b" , "n" : -0.5e+1 , "w" : 12 , "f" : false , "z" : null } "#
        let read = try lines(text)
        #expect(read.map(\.record) == ["a", "b"])
        #expect(read.map(\.number) == [1, 3])
        #expect(try read[0].text("t") == "é😀\n\"\\/é")
        #expect(try read[1].number("n") == -5)
        #expect(try read[1].whole("w") == 12 && read[1].number("w") == 12)
        #expect(try read[1].flag("f") == false && read[1].text("z") == nil)
        #expect(read[1]["other"] == nil)
    }

    @Test(
        "A line that is not flat JSON is refused, with its number and the column",
        arguments: [
            (#"{"record":"a","b":[1]}"#, Code.syntax, "b"), (#"{"record":"a","b":{}}"#, .syntax, "b"),
            (#"{"record":"a","b":01}"#, .syntax, "b"), (#"{"record":"a","b":1.}"#, .syntax, "b"),
            (#"{"record":"a","b":"x}"#, .syntax, "b"), (#"{"record":"a","b":"\x"}"#, .syntax, "b"),
            (#"{"record":"a","b":"\ud800"}"#, .syntax, "b"), (#"{"record":"a","b":1e999}"#, .syntax, "b"),
            ("{\"record\":\"a\",\"b\":\"\t\"}", .syntax, "b"), (#"{"record":"a","b":1,"b":2}"#, .syntax, "b"),
            (#"{"record":"a","b":1,}"#, .syntax, nil), (#"{"record":"a"} x"#, .syntax, nil), (#"[1]"#, .syntax, nil),
            (#"{"b":1}"#, .missingValue, "record"), (#"{"record":1}"#, .badValue, "record"),
            ("{}", .missingValue, "record"),
            (#"{"record":"a","b":tru}"#, .syntax, "b"), (#"{"record":"a","b":}"#, .syntax, "b"),
            (#"{"record":"a" "b":1}"#, .syntax, "record"), (#"{"record":"a","b":-}"#, .syntax, "b"),
        ] as [(String, JSONExportError.Code, String?)])
    func brokenLines(line: String, code: JSONExportError.Code, column: String?) {
        let good = #"{"record":"a","secret":"Canary"}"#
        let error = #expect(throws: JSONExportError.self) { try lines(good + "\n" + line + "\n" + good) }
        #expect(error?.code == code)
        #expect(error?.line == 2)
        #expect(error?.path == column)
        #expect(error?.description.hasPrefix("line 2") == true)
    }

    @Test("A column that is not there, or holds something else, is named with its line")
    func columns() throws {
        let line = try #require(try lines(#"{"record":"a","t":"x","n":1.5}"#).first)
        let missing = #expect(throws: JSONExportError.self) { try line.text("other") }
        #expect(missing?.code == .missingValue && missing?.line == 1 && missing?.path == "other")
        for error in [
            #expect(throws: JSONExportError.self) { try line.number("t") },
            #expect(throws: JSONExportError.self) { try line.whole("n") },
            #expect(throws: JSONExportError.self) { try line.flag("n") },
            #expect(throws: JSONExportError.self) { try line.date("t") },
            #expect(throws: JSONExportError.self) { try line.text("n") },
        ] {
            #expect(error?.code == .badValue)
        }
    }

    @Test("The error of whoever takes the lines comes through as it is, compressed or not")
    func bodyErrors() throws {
        struct Stop: Error {}
        let publication = Samples.publication(of: try Samples.pack(observations: 100))
        for bytes in [try JSONLinesExporter().data(publication), try CompressedJSONLinesExporter().data(publication)] {
            #expect(throws: Stop.self) { try CompressedJSONReader().lines(from: bytes) { _ in throw Stop() } }
        }
    }

    @Test("Nothing that a file can hold makes a reader trap")
    func fuzz() throws {
        var random = SeededGenerator()
        let publication = Samples.publication(of: try Samples.fullPack())
        let reader = CompressedJSONReader(limits: .init(size: 4_000_000))
        let inputs = [
            try JSONExporter().data(publication), try JSONLinesExporter().data(publication),
            try CompressedJSONExporter().data(publication), try CompressedJSONLinesExporter().data(publication),
        ]
        let tokens: [[UInt8]] = ["\"", "\\", "\\u", "{", "}", "[", "]", ",", ":", "-", "1e9", "null", "\n", "\\ud83d"]
            .map {
                Array(("\($0)").utf8)
            }
        var refused = 0
        for round in 0..<200 {
            var bytes = inputs[round % inputs.count]
            for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.insert(contentsOf: tokens.randomElement(using: &random) ?? [], at: place)
                case 2: bytes.removeSubrange(place..<min(bytes.count, place + 9))
                default: bytes.removeLast(min(bytes.count - 1, Int.random(in: 1...5_000, using: &random)))
                }
            }
            do {
                _ = try reader.document(from: bytes)
            } catch {
                refused += 1
                #expect(!error.message.isEmpty)
            }
            do {
                try reader.lines(from: bytes) { line in _ = line.members.count }
            } catch {
                #expect(error is JSONExportError, "seed \(random.seed): \(error)")
            }
        }
        #expect(refused > 100)
    }
}

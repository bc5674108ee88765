@testable import FamilyServicesImport
import Foundation
import TestSupport
import Testing

@Suite("Reading tables")
struct CSVReaderTests {
    private func rows(_ text: String, delimiter: Character = ",") -> [[String]] {
        var reader = CSVReader(Array(text.utf8), delimiter: delimiter.asciiValue ?? 0x2C)
        var row = CSVRow()
        var result: [[String]] = []
        while reader.next(into: &row) { result.append(row.fields.map(reader.text)) }
        return result
    }

    private func next(_ reader: inout CSVReader, _ row: inout CSVRow) -> Bool { reader.next(into: &row) }

    @Test(
        "Rows are taken apart as RFC 4180 says",
        arguments: [
            ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
            ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
            ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
            ("a,\n", [["a", ""]]),
            ("a,", [["a", ""]]),
            (",\n,", [["", ""], ["", ""]]),
            ("\"\"", [[""]]),
            ("a,\"\"", [["a", ""]]),
            ("\"a,b\",\"c\nd\"", [["a,b", "c\nd"]]),
            ("\"a\r\nb\"\r\nc", [["a\r\nb"], ["c"]]),
            ("\"say \"\"yes\"\"\",x", [["say \"yes\"", "x"]]),
            ("\"\"\"\"", [["\""]]),
            ("5\" pipe,x", [["5\" pipe", "x"]]),
            (" a , b ", [[" a ", " b "]]),
            ("a\n\nb", [["a"], [""], ["b"]]),
            ("é,日本\n\u{301}x,y", [["é", "日本"], ["\u{301}x", "y"]]),
        ])
    func rowsAreRight(text: String, expected: [[String]]) {
        #expect(rows(text) == expected)
    }

    @Test("Positions count lines of every kind, and characters, not bytes")
    func positions() {
        let text = "é,👩‍👩‍👧,z\r\n\"a\rb\nc\r\nd\",x\ny,\"q\"\r"
        var reader = CSVReader(Array(text.utf8))
        var row = CSVRow()
        var found: [[Position]] = []
        while reader.next(into: &row) {
            found.append(reader.positions(in: row))
            #expect(row.fields.map { reader.position(of: $0, in: row) } == found.last)
        }
        let expected = [
            [Position(line: 1, column: 1), Position(line: 1, column: 3), Position(line: 1, column: 5)],
            [Position(line: 2, column: 1), Position(line: 5, column: 4)],
            [Position(line: 6, column: 1), Position(line: 6, column: 3)],
        ]
        #expect(found == expected)
    }

    @Test("A quote without an end is found where it begins, text behind a closing quote where it is")
    func malformed() {
        var reader = CSVReader(Array("a,\"b\"c,d\ne,\"f\n".utf8))
        var row = CSVRow()
        do {
            let hasRow = next(&reader, &row)
            #expect(hasRow == true)
        }
        #expect(reader.problems == [CSVProblem(kind: .textAfterQuote, offset: 5)])
        #expect(row.fields.count == 3)
        do {
            let hasRow = next(&reader, &row)
            #expect(hasRow == true)
        }
        #expect(reader.problems == [CSVProblem(kind: .unterminatedQuote, offset: 11)])
        do {
            let hasRow = next(&reader, &row)
            #expect(hasRow == false)
        }
    }

    @Test(
        "The delimiter is the one found most in the heading, outside quotes",
        arguments: [
            ("a,b;c,d", ","), ("a;b;c,d", ";"), ("a\tb", "\t"), ("a", ","), ("\"x,y,z\";b", ";"),
            ("a;b\n1,2,3,4,5", ";"), ("", ","),
        ])
    func delimiter(heading: String, expected: Character) {
        #expect(CSVReader.delimiter(of: Array(heading.utf8), from: 0) == expected.asciiValue)
    }

    @Test("More fields than allowed take no memory and are a problem unless blank")
    func tooManyFields() {
        var reader = CSVReader(Array("a,b,c,d\n,,,,\n".utf8), mostFields: 2)
        var row = CSVRow()
        do {
            let hasRow = next(&reader, &row)
            #expect(hasRow == true)
        }
        #expect(row.fields.count == 2)
        #expect(reader.problems == [CSVProblem(kind: .tooManyFields, offset: 4)])
        do {
            let hasRow = next(&reader, &row)
            #expect(hasRow == true)
        }
        #expect(reader.problems.isEmpty)
    }

    @Test("Random tables are read as Python's csv module reads them", arguments: [1, 2, 3, 4] as [UInt64])
    func likePython(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = ["a", "é", "日", "\"", ",", ";", "\n", "\r\n", " ", "x y", "1", "", "👍🏽", "'", "\t", "\\"]
        var text = ""
        for _ in 0..<400 {
            let fields = (0..<Int.random(in: 1...6, using: &random)).map { _ -> String in
                let content = (0..<Int.random(in: 0...5, using: &random))
                    .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
                let needsQuotes = content.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
                guard needsQuotes || Bool.random(using: &random) else { return content }
                return "\"" + content.replacingOccurrences(of: "\"", with: "\"\"") + "\""
            }
            text += fields.joined(separator: ",") + (["\n", "\r\n"].randomElement(using: &random) ?? "\n")
        }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("table-\(seed)-\(getpid()).csv")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let script = """
            import csv, json, sys
            with open(sys.argv[1], encoding='utf-8', newline='') as f:
                # A blank line is a row without fields there, and a row with one empty field here.
                print(json.dumps([row or [''] for row in csv.reader(f)]))
            """
        let data = try Program.python.output(["-c", script, file.path])
        let expected = try JSONDecoder().decode([[String]].self, from: data)
        // Compared as bytes: Swift's strings are equal where Unicode says so, and nothing may be normalised on the way.
        let found = rows(text).map { $0.map { Array($0.utf8) } }
        #expect(found == expected.map { $0.map { Array($0.utf8) } }, "seed \(seed)")
        #expect(expected.count == 400)
    }
}

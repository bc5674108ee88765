import FamilyServicesKit
import TestSupport
import Testing

@testable import PublishedStatistics

@Suite("Records of CSV files, in blocks of any size")
struct CSVRecordsTests {
    private func rows(_ text: String, blockSize: Int = 1 << 20) throws -> [[String]] {
        var records = CSVRecords(Array(text.utf8), of: "test.csv", blockSize: blockSize)
        var rows: [[String]] = []
        while try records.advance() {
            var row: [String] = []
            for index in 0..<records.count { row.append(records.text(index)) }
            rows.append(row)
        }
        return rows
    }

    @Test(
        "Quotes, doubled quotes, line ends in quotes, blanks, missing last line ends",
        arguments: [
            ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b\r\n1,\"\"\r\n", [["a", "b"], ["1", ""]]),
            ("\u{FEFF}a,b\n\"x, \"\"y\"\"\",\"l1\nl2\"", [["a", "b"], ["x, \"y\"", "l1\nl2"]]),
            ("a,b\n\n\n,\n", [["a", "b"], ["", ""]]), ("a", [["a"]]), ("", []), ("a,b,", [["a", "b", ""]]),
            ("\"\",\"\"", [["", ""]]), ("é,ü\nß,", [["é", "ü"], ["ß", ""]]),
        ])
    func forms(text: String, expected: [[String]]) throws {
        #expect(try rows(text) == expected)
        for blockSize in 16...40 { #expect(try rows(text, blockSize: blockSize) == expected) }
    }

    @Test("Any table reads as it was written, whatever the size of the blocks")
    func roundTrip() throws {
        var random = SeededGenerator(seed: 15)
        let pieces = ["", "a", "12.5", ",", "\"", "\n", "é", "x y", "\r\n", "c"]
        for _ in 0..<300 {
            let width = Int.random(in: 2...6, using: &random)
            let table = (0..<Int.random(in: 1...8, using: &random)).map { _ in
                (0..<width).map { _ in
                    (0..<Int.random(in: 0...3, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                        .joined()
                }
            }
            let text = table.map(CSVText.row).joined(separator: "\n")
            let size = Int.random(in: 16...64, using: &random)
            #expect(try rows(text, blockSize: size) == table)
        }
    }

    @Test("A quote without end names the line where its record begins")
    func unterminated() {
        #expect(throws: PublishedFileError.unterminatedQuote(file: "test.csv", line: 3)) {
            _ = try rows("a,b\n1,2\n3,\"4\n5,6\n")
        }
    }

    @Test("Text that Windows wrote is read, not damaged")
    func western() throws {
        var records = CSVRecords([0x61, 0x2C, 0x52, 0xE9, 0x96, 0x0A], of: "test.csv")
        let (found, text) = (try records.advance(), records.text(1))
        #expect(found)
        #expect(text == "Ré–")
        let hasOtherText = records.hasOtherText
        #expect(hasOtherText)
    }
}

@Suite("Figures and symbols of published statistics")
struct PublishedFigureTests {
    @Test(
        "Every symbol has its meaning, the older ones too",
        arguments: [
            ("c", MissingReason.suppressed), ("x", .notCollected), ("z", .notApplicable), ("low", .low), ("k", .low),
            ("u", .unreliable), (":", .notCollected), ("~", .low), ("[c]", .suppressed), (" LOW ", .low),
        ])
    func symbols(text: String, meaning: MissingReason) {
        #expect(PublishedFigure(text)?.symbol?.meaning == meaning)
    }

    @Test(
        "Numbers keep the decimals that were printed, and a 0 is a 0",
        arguments: [
            ("0", 0, 0), ("0.0", 0, 1), ("12.30", 12.3, 2), ("-4.5", -4.5, 1), ("1,234", 1234, 0),
            ("1,234.5", 1234.5, 1),
            ("12183016", 12_183_016, 0), ("45%", 45, 0),
        ] as [(String, Double, Int)])
    func numbers(text: String, value: Double, decimals: Int) {
        #expect(PublishedFigure(text) == .number(value, decimals: decimals))
    }

    @Test(
        "What is neither is nothing",
        arguments: ["", " ", "-", "n/a", "12a", "1,23", "1.", ".", "--1", "inf", "nan", "cc", "1 2"])
    func others(text: String) {
        #expect(PublishedFigure(text) == nil)
    }

    @Test("The quick way and Swift's own reading of numbers agree on every printed number")
    func decimals() {
        var random = SeededGenerator()
        for _ in 0..<TestSize.count(4_000) {
            let places = Int.random(in: 0...6, using: &random)
            let text = DecimalText.plain(
                Double(Int.random(in: -1_000_000_000...1_000_000_000, using: &random)) / 1000, decimals: places)
            #expect(
                PublishedFigure(text) == .number(Double(text) ?? .nan, decimals: places), "seed \(random.seed)")
        }
    }

    private func observation(_ value: String?, _ numerator: String?, _ denominator: String?) throws
        -> PublishedObservation
    {
        PublishedObservation(
            indicator: "share", area: "barnet", time: TimePeriod(code: "2025", identifier: "Reporting year"),
            period: try ReportingPeriod("FY2024-25"),
            value: value.flatMap { PublishedFigure($0) }, numerator: numerator.flatMap { PublishedFigure($0) },
            denominator: denominator.flatMap { PublishedFigure($0) }, unit: .percent, decimals: 1, file: "f.csv",
            line: 2)
    }

    @Test("A symbol is kept, whatever the counts beside it; a number stays the number that was printed")
    func combinations() throws {
        #expect(try observation("z", "0", "0").observedValue == .missing(.notApplicable))
        #expect(try observation("0", "0", "c").observedValue == .value(0))
        #expect(try observation("c", "c", "120").observedValue == .missing(.suppressed))
        #expect(try observation("u", "12", "120").observedValue == .missing(.unreliable))
        #expect(try observation("22.1", "210", "950").observedValue == .fraction(numerator: 210, denominator: 950))
        #expect(try observation("12.7", "490", "3890").observedValue == .value(12.7, outOf: 3890))
        #expect(try observation("19.2", "30.4", "136").observedValue == .value(19.2))
        #expect(try observation("0", "0", "0").observedValue == .value(0))
        #expect(try observation("low", "x", "x").observedValue == .missing(.low))
        #expect(try observation(nil, "5", "200").observedValue == .fraction(numerator: 5, denominator: 200))
        #expect(try observation(nil, "c", "200").observedValue == .missing(.suppressed))
        #expect(try observation(nil, "5", "x").observedValue == .missing(.notCollected))
        #expect(try observation("0", "0", "c").displayed == "0.0%")
        #expect(try observation("26", "26", "100").displayed == "26.0%")
    }
}

@Suite("Periods of published statistics")
struct TimePeriodTests {
    @Test(
        "Each identifier has its period",
        arguments: [
            ("2025", "Reporting year", ReportingYear.toMarch, "FY2024-25"),
            ("2025", "Reporting year", .march, "2025-03-31"),
            ("2025", "Reporting year", .september, "2025-09-30"), ("2024", "Reporting year", .june, "2024-06-30"),
            ("202425", "Academic year", .toMarch, "AY2024-25"), ("202425", "Financial year", .september, "FY2024-25"),
            ("202425", "Financial year Q3", .toMarch, "FY2024-25-Q3"), ("2025", "Calendar year", .toMarch, "2025"),
            ("2025", "February", .toMarch, "2025-02"), ("199900", "Financial year", .toMarch, "FY1999-00"),
        ])
    func periods(code: String, identifier: String, year: ReportingYear, expected: String) {
        #expect(TimePeriod(code: code, identifier: identifier).period(year)?.code == expected)
    }

    @Test("What is not a period has none", arguments: ["202426", "20242", "abcd", "", "0000"])
    func none(code: String) {
        #expect(TimePeriod(code: code, identifier: "Reporting year").period(.toMarch) == nil)
    }
}

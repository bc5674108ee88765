import TestSupport
import Testing

import FamilyServicesKit
@testable import ReportVocabulary

@Suite("Numbers that a text states")
struct NumberReaderTests {
    /// The words of each number and what they say.
    private func read(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return NumberReader.numbers(in: text).map { number in
            let upper = number.upper.map { " to \(DecimalText.shortest($0))" } ?? ""
            let per = number.per.map { " per \(DecimalText.shortest($0))" } ?? ""
            let sign = number.sign.map { $0 == .minus ? "-" : "+" } ?? ""
            let bound = number.bound.map { " \($0)" } ?? ""
            let kind: String =
                switch number.kind {
                case .plain: ""
                case .share(let part, let whole):
                    " share \(DecimalText.shortest(part)) of \(DecimalText.shortest(whole))"
                case .fraction(let part, let whole):
                    " fraction \(DecimalText.shortest(part))/\(DecimalText.shortest(whole))"
                case .name(let name): " \(name)"
                default: " \(number.kind)"
                }
            let value =
                switch number.kind {
                case .share, .fraction, .name: ""
                default: sign + DecimalText.shortest(number.value)
                }
            return "[\(String(decoding: bytes[number.range], as: UTF8.self))] \(value)\(upper)\(per)\(kind)\(bound)"
                .replacing("]  ", with: "] ")
        }
    }

    @Test(
        "are read in words and in digits",
        arguments: [
            ("Fourteen of them were in the west", ["[Fourteen] 14"]), ("twenty-one", ["[twenty-one] 21"]),
            ("one hundred and five cases", ["[one hundred and five] 105"]), ("a dozen", ["[a dozen] 12"]),
            ("half a dozen", ["[half a dozen] 6"]), ("a hundred and one", ["[a hundred and one] 101"]),
            ("one million two hundred thousand", ["[one million two hundred thousand] 1,200,000"]),
            ("1,234.5 and 12,345,678", ["[1,234.5] 1,234.5", "[12,345,678] 12,345,678"]),
            ("1,23", ["[1] 1", "[23] 23"]), ("both, the twins", ["[both] 2", "[twins] 2"]),
            ("none was late", ["[none] 0"]), ("two and a half, 3½", ["[two and a half] 2.5", "[3½] 3.5"]),
            ("Last month 52; this month 3", ["[52] 52", "[3] 3"]), ("x3 boys, 3x girls", ["[3] 3", "[3x] 3"]),
            ("٣ children, ３ more", ["[٣] 3", "[３] 3"]),
        ])
    func plain(text: String, numbers: [String]) {
        #expect(read(text) == numbers)
    }

    @Test(
        "are known as shares, fractions, multiples, places and rates",
        arguments: [
            ("4 out of 6", ["[4 out of 6] share 4 of 6"]), ("two of the three", ["[two of the three] share 2 of 3"]),
            ("1 in 5", ["[1 in 5] share 1 of 5"]), ("12/61", ["[12/61] share 12 of 61"]),
            ("two thirds", ["[two thirds] fraction 2/3"]), ("three quarters of it", ["[three quarters] fraction 3/4"]),
            ("half of them", ["[half] fraction 1/2"]), ("half of the six", ["[half of the six] share 3 of 6"]),
            ("a third of them", ["[a third] fraction 1/3"]), ("the second half of the year", ["[second] 2 ordinal"]),
            ("the third visit, the 21st", ["[third] 3 ordinal", "[21st] 21 ordinal"]),
            ("doubled, then rose three times", ["[doubled] 2 multiple", "[three times] 3 multiple"]),
            ("45.3 per 10,000", ["[45.3 per 10,000] 45.3 per 10,000"]), ("in the last quarter", []),
        ])
    func parts(text: String, numbers: [String]) {
        #expect(read(text) == numbers)
    }

    @Test(
        "have units, multiples and signs",
        arguments: [
            ("57.2%", ["[57.2%] 57.2 percent"]), ("17 per cent", ["[17 per cent] 17 percent"]),
            ("20.3 percentage points", ["[20.3 percentage points] 20.3 points"]), ("3pp", ["[3pp] 3 points"]),
            ("£5.7m", ["[£5.7m] 5,700,000 money"]), ("£1,200,000", ["[£1,200,000] 1,200,000 money"]),
            ("£12k", ["[£12k] 12,000 money"]), ("£3 billion", ["[£3 billion] 3,000,000,000 money"]),
            ("-£1.5m", ["[£1.5m] -1,500,000 money"]), ("£-2k", ["[£-2k] -2,000 money"]), ("+.2", ["[.2] +0.2"]),
            ("− 3 points", ["[3 points] -3 points"]), ("155 (69%)", ["[155] 155", "[69%] 69 percent"]),
        ])
    func units(text: String, numbers: [String]) {
        #expect(read(text) == numbers)
    }

    @Test(
        "have bounds and ranges",
        arguments: [
            ("under 5", ["[5] 5 below"]), ("<5", ["[5] 5 below"]), ("fewer than five", ["[five] 5 below"]),
            ("at least 90%", ["[90%] 90 percent atLeast"]), (">85%", ["[85%] 85 percent above"]),
            ("up to 4", ["[4] 4 atMost"]), ("more than 17", ["[17] 17 above"]),
            ("no more than 3", ["[3] 3 atMost"]), ("16+", ["[16] 16 atLeast"]), ("5 or more", ["[5] 5 atLeast"]),
            ("≥ 5", ["[5] 5 atLeast"]), ("nearly 60%", ["[60%] 60 percent about"]), ("c. 40", ["[40] 40 about"]),
            ("12 to 16", ["[12 to 16] 12 to 16"]), ("3-5", ["[3-5] 3 to 5"]), ("3–5 weeks", ["[3–5] 3 to 5"]),
            ("between 3 and 5", ["[3 and 5] 3 to 5"]), ("two or three", ["[two or three] 2 to 3"]),
            ("from 8 to 12", ["[8] 8", "[12] 12"]), ("£2-3m", ["[£2-3m] 2,000,000 to 3,000,000 money"]),
        ])
    func bounds(text: String, numbers: [String]) {
        #expect(read(text) == numbers)
    }

    @Test(
        "are told apart from dates, times, codes and what is numbered",
        arguments: [
            ("on 3 May 2012, 31-Mar and 31/03/2026", ["date", "date", "date"]),
            ("2025/26 and 2025-26", ["date", "date"]),
            ("at 14:30 and 9.30am", ["time", "time"]), ("Table 3, Appendix 2 and 3", ["label", "label", "label"]),
            ("paragraphs 1.11 to 1.34", ["label"]), ("5b(ii), T6, CP-01 and P1.2", ["code", "code", "code", "code"]),
            ("1.10.2", ["code"]), ("ring 020 7946 0123", ["code"]), ("SW1A 2AA", ["code", "code"]),
            ("FY2018-19-Q3", ["code"]), ("Year 6", ["label"]),
        ])
    func names(text: String, names: [String]) {
        let numbers = NumberReader.numbers(in: text)
        #expect(numbers.allSatisfy { !$0.isQuantity })
        #expect(
            numbers.map { if case .name(let name) = $0.kind { "\(name)" } else { "" } } == names)
    }

    @Test("Days that leave their year open leave the number behind them alone")
    func dayAndCount() {
        #expect(NumberReader.numbers(in: "On 3 May 12 were seen").filter(\.isQuantity).map(\.value) == [12])
        #expect(NumberReader.numbers(in: "Only 3 may wait").filter(\.isQuantity).map(\.value) == [3])
    }

    @Test("Every whole number up to 99,999 is read from its words")
    func words() {
        var random = SeededGenerator()
        for number in Array(0...120)
            + (0..<TestSize.count(200)).map({ _ in Int.random(in: 0..<100_000, using: &random) })
        {
            let words = Self.words(number)
            let found = NumberReader.numbers(in: "There were \(words).")
            #expect(found.map(\.value) == [Double(number)], "\(words), seed \(random.seed)")
        }
    }

    private static func words(_ number: Int) -> String {
        let small = [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ]
        let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        switch number {
        case ..<20: return small[number]
        case ..<100: return tens[number / 10] + (number % 10 == 0 ? "" : "-" + small[number % 10])
        case ..<1_000:
            return small[number / 100] + " hundred" + (number % 100 == 0 ? "" : " and " + words(number % 100))
        default:
            let rest = number % 1_000
            return words(number / 1_000) + " thousand"
                + (rest == 0 ? "" : rest < 100 ? " and " + words(rest) : " " + words(rest))
        }
    }

    @Test("Any text at all is read to its end, and no two numbers overlap")
    func anyText() {
        var random = SeededGenerator()
        let pieces = [
            "0", "3", "14", "2011", ",", ".", "-", "/", ":", "(", ")", " ", "£", "%", "½", "m", "k", "st", "one",
            "hundred",
            "and", "a", "half", "third", "out of", "to", "per", "May", "born", "aged", "<", "+", "é", "漢", "\u{200B}",
            "n=",
            "twenty", "thousand", "no", "x",
        ]
        for _ in 0..<TestSize.count(1_500) {
            let count = Int.random(in: 0..<16, using: &random)
            let text = (0..<count).compactMap { _ in pieces.randomElement(using: &random) }.joined()
            let numbers = NumberReader.numbers(in: text)
            for (first, second) in zip(numbers, numbers.dropFirst()) {
                #expect(first.range.upperBound <= second.range.lowerBound, "seed \(random.seed): \(text)")
            }
            #expect(numbers.allSatisfy { $0.range.upperBound <= text.utf8.count && $0.value.isFinite })
        }
    }

    @Test("Long hostile texts are read in proportion to their length")
    func hostile() {
        for piece in [
            "one hundred and ", "1,234,", "1.", "12 to ", "3 of ", "a ", "twenty-", "£", "1 in ", "0 ", "T6.",
        ] {
            let factor = Growth.factor(from: 1_000, to: 4_000) { size in
                _ = NumberReader.numbers(in: String(repeating: piece, count: size))
            }
            #expect(factor < 9, "\(piece)")
        }
    }
}

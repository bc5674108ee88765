import FamilyServicesKit
import TestSupport
import Testing

@Suite("Numbers as people round them")
struct DecimalTextTests {
    @Test(
        "are rounded half-up on the decimal that was meant",
        arguments: [
            (0.125, 2, "0.13"), (2.675, 2, "2.68"), (1.005, 2, "1.01"), (0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"),
            (-0.5, 0, "-1"), (-0.4, 0, "0"), (-0.0, 1, "0.0"), (-2.675, 2, "-2.68"), (999.995, 2, "1000.00"),
            (9.5, 0, "10"),
            (99.95, 1, "100.0"), (0.05, 1, "0.1"), (0.049, 1, "0.0"), (1e21, 0, "1000000000000000000000"),
            (1.5e-7, 7, "0.0000002"), (.leastNonzeroMagnitude, 2, "0.00"), (69.196_428_571_428_57, 1, "69.2"),
            (57, 1, "57.0"),
            (1e15, 2, "1000000000000000.00"), (0.1, 15, "0.100000000000000"), (12.34, -3, "12"),
            (0.1, 99, "0.100000000000000"),
            (1e16, 1, "10000000000000000.0"), (123_456.789, 0, "123457"),
        ])
    func plain(value: Double, decimals: Int, expected: String) {
        #expect(DecimalText.plain(value, decimals: decimals) == expected)
    }

    @Test(
        "have commas between thousands for people",
        arguments: [
            (1_234.5, 1, "1,234.5"), (999, 0, "999"), (1_000, 0, "1,000"), (-1_234_567.891, 2, "-1,234,567.89"),
            (999_999.5, 0, "1,000,000"), (0, 0, "0"), (-0.04, 1, "0.0"), (100, 1, "100.0"),
        ])
    func formatted(value: Double, decimals: Int, expected: String) {
        #expect(DecimalText.formatted(value, decimals: decimals) == expected)
    }

    @Test(
        "have as many decimals as they need",
        arguments: [
            (12.0, "12"), (90.5, "90.5"), (1_234.25, "1,234.25"), (100, "100"), (0, "0"), (1_000_000, "1,000,000"),
            (-0.1, "-0.1"),
        ])
    func shortest(value: Double, expected: String) {
        #expect(DecimalText.shortest(value) == expected)
    }

    @Test("are left alone where they are none")
    func notFinite() {
        #expect(DecimalText.plain(.infinity, decimals: 1) == "inf")
        #expect(DecimalText.formatted(-.infinity, decimals: 1) == "-inf")
        #expect(DecimalText.plain(.nan, decimals: 1) == "nan")
        #expect(DecimalText.rounded(.infinity, decimals: 1) == .infinity)
        #expect(DecimalText.rounded(.nan, decimals: 1).isNaN)
        #expect(DecimalText.grouped(Int.min) == "-9,223,372,036,854,775,808")
        #expect(DecimalText.rounded(2.675, decimals: 2) == 2.68)
        #expect(DecimalText.rounded(.greatestFiniteMagnitude, decimals: 2) == .greatestFiniteMagnitude)
    }

    @Test("agree with Python's decimal arithmetic on the shortest form of any number")
    func againstPython() throws {
        var generator = SeededGenerator()
        let questions = (0..<10_000).map { number -> (value: Double, decimals: Int) in
            let decimals = Int.random(in: 0...15, using: &generator)
            switch number % 3 {
            case 0:
                var value = Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &generator))
                while !value.isFinite {
                    value = Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &generator))
                }
                return (value, decimals)
            case 1:
                // Ties, which random numbers never are.
                let digits = Int.random(in: -999_999...999_999, using: &generator)
                return (Double("\(digits).\(Int.random(in: 0...99, using: &generator))5") ?? 0, decimals % 4)
            default:
                return (Double.random(in: -1_000...1_000, using: &generator), decimals % 5)
            }
        }
        let answers = try Program.python.answer(
            [
                "-c",
                """
                import sys, decimal
                decimal.getcontext().prec = 2000
                for line in sys.stdin:
                    text, places = line.split()
                    number = decimal.Decimal(repr(float(text)))
                    rounded = number.quantize(decimal.Decimal(1).scaleb(-int(places)), rounding=decimal.ROUND_HALF_UP)
                    print(format(abs(rounded) if rounded == 0 else rounded, "f"))
                """,
            ], to: questions.map { "\($0.value) \($0.decimals)" }.joined(separator: "\n")
        ).split(separator: "\n")
        try #require(answers.count == questions.count)
        for (question, answer) in zip(questions, answers) {
            #expect(
                DecimalText.plain(question.value, decimals: question.decimals) == answer,
                "\(question), seed \(generator.seed)")
        }
    }
}

import FamilyServicesKit
import TestSupport
import Testing

@Suite("Figures that cannot be right")
struct FigureRulesTests {
    @Test("are reported", arguments: breakages)
    func figures(_ breakage: Breakage) throws { try breakage.check() }

    private static func figure(
        _ name: String, _ severity: Diagnostic.Severity, code: Diagnostic.Code = .inconsistent,
        _ words: [String], of indicator: Indicator.ID = "visits", _ value: ObservedValue,
        printed: PrintedFigure? = nil, period: String = "2017-10"
    ) -> Breakage {
        Breakage(name, severity, code, .observation, "8", words[0], words.last ?? "") {
            $0.observations.append(try observation(indicator, value, printed: printed, period: period))
        }
    }

    static let breakages: [Breakage] = [
        figure("swapped fraction", .error, ["224", "155"], .fraction(numerator: 224, denominator: 155)),
        figure("part over whole", .error, ["12", "10"], of: "contacts", .value(12, outOf: 10)),
        figure(
            "negative numerator", .error, code: .badValue, ["numerator is -1"], .fraction(numerator: -1, denominator: 5)
        ),
        figure(
            "negative denominator", .error, code: .badValue, ["denominator is -5"],
            .fraction(numerator: 1, denominator: -5)),
        figure("negative whole", .error, code: .badValue, ["out of -5"], .value(1, outOf: -5)),
        figure("negative count", .error, code: .badValue, ["-3", "count"], of: "contacts", .value(-3)),
        figure("zero denominator", .warning, ["denominator is 0"], .fraction(numerator: 0, denominator: 0)),
        figure("more than all", .warning, ["104.5 per cent"], .value(104.5)),
        figure("less than none", .warning, ["-4.5 per cent"], .value(-4.5)),
        figure("infinite value", .error, code: .badValue, ["finite"], .value(.infinity)),
        figure("no number", .error, code: .badValue, ["finite"], .fraction(numerator: .nan, denominator: 1)),
        figure("infinite whole", .error, code: .badValue, ["finite"], .value(1, outOf: .infinity)),
        figure(
            "infinite print", .error, code: .badValue, ["finite"], .value(1),
            printed: PrintedFigure("1", value: -.infinity)),
        figure("half a child", .warning, ["12.5", "whole"], of: "contacts", .value(12.5)),
        figure(
            "worked out from the wrong base", .warning, ["155 of 224 gives 69.196", "“38.8%” is printed"],
            .fraction(numerator: 155, denominator: 224), printed: PrintedFigure("38.8%", value: 38.8)),
        figure(
            "rounded wrongly", .warning, ["69.196", "“69.1%”"], .fraction(numerator: 155, denominator: 224),
            printed: PrintedFigure("69.1%", value: 69.1)),
        figure(
            "printed otherwise", .warning, ["57.2", "“75.2%”"], .value(57.2),
            printed: PrintedFigure("75.2%", value: 75.2)),
        figure(
            "no share of its base", .warning,
            ["69 per cent cannot be a share of 6", "4 would be 66.67 and 5 would be 83.33"],
            .value(69, outOf: 6)),
        figure("in the future", .warning, code: .dateOrder, ["2018-01", "2017-12-14"], .value(50), period: "2018-01"),
        Breakage("without a unit", .warning, .inconsistent, .observation, "3", "unit", "“caseload”") {
            $0.indicators[1].unit = .unspecified
        },
        Breakage("a negative rate", .error, .badValue, .observation, "8", "rate") {
            $0.indicators.append(Indicator(id: "rate", title: "R", unit: .rate(per: 10_000), polarity: .neutral))
            $0.observations.append(try observation("rate", .value(-0.5)))
        },
    ]

    @Test("are not found where rounding, a bound or the nature of the unit explains them")
    func fine() throws {
        var pack = try Fixtures.fullPack()
        pack.indicators.append(Indicator(id: "deficit", title: "D", unit: .money(.millions), polarity: .neutral))
        pack.observations += [
            // 12.5 and 12.5 again, rounded either way.
            try observation(
                "visits", .fraction(numerator: 1, denominator: 8), printed: PrintedFigure("13%", value: 13)),
            try observation(
                "visits", .fraction(numerator: 1, denominator: 8), printed: PrintedFigure("12%", value: 12),
                period: "2017-09"),
            try observation(
                "visits", .fraction(numerator: 155, denominator: 224), printed: PrintedFigure("over 60%", value: 60),
                qualifier: .above, period: "2017-08"),
            try observation("visits", .value(0, outOf: 0), period: "2017-07"),
            try observation("visits", .value(33.3, outOf: 3), period: "2017-06"),
            try observation("visits", .value(100, outOf: 7), period: "2017-05"),
            try observation("deficit", .value(-1.2)),
            try observation("deficit", .value(1.24), printed: PrintedFigure("£1.2m", value: 1.2), period: "2017-09"),
            // A forecast, and a month that is not there yet.
            try observation("visits", .value(80), qualifier: .provisional, period: "2018-03"),
            try observation("visits", .missing(.notYetAvailable), period: "2018-04"),
            // A year that is not over has a figure so far.
            try observation("visits", .value(80), period: "FY2017-18"),
        ]
        #expect(pack.validate() == [])
    }

    @Test(
        "have a digit too many or too few among steady figures of the council itself",
        arguments: [
            (MeasurementUnit.percent, [71.0, 73, 7.4, 72, 75], "7.4 is a tenth of the figures around it"),
            (.count, [350, 366, 3_660, 372, 359], "3,660 is ten times the figures around it"),
            (.count, [350, 366, 3.6e5, 372, 359], "360,000 is a thousand times the figures around it"),
            // Two or three others say so where they are close to each other.
            (.percent, [71, 73, 7.4, 72], "7.4 is a tenth of the figures around it"),
            (.count, [715, 732, 7_450], "7,450 is ten times the figures around it"),
            (.days, [28.4, 31, 2_900], "2,900 is a hundred times the figures around it"),
            (.percent, [71, 50, 7.4, 72], nil), (.count, [715, 7_450], nil),
            // A measure that doubles, and few cases, say nothing.
            (.percent, [71, 30, 7.4, 72, 75], nil),
            (.count, [12, 14, 120, 13, 12], nil),
        ] as [(MeasurementUnit, [Double], String?)])
    func slips(unit: MeasurementUnit, values: [Double], expected: String?) throws {
        for (area, isOwn) in [("exampleton", true), ("england", false)] as [(Area.ID, Bool)] {
            var pack = try Fixtures.fullPack()
            pack.indicators.append(Indicator(id: "steady", title: "S", unit: unit, polarity: .neutral))
            for (month, value) in values.enumerated() {
                pack.observations.append(
                    try observation("steady", .value(value), period: "2017-0\(month + 1)", area: area))
            }
            let found = pack.validate().map(\.message)
            // What others publish is not for the council to mend.
            let wanted = isOwn ? expected : nil
            #expect(found.count == (wanted == nil ? 0 : 1), "\(found)")
            #expect(found.allSatisfy { $0.contains(wanted ?? "") })
        }
    }

    @Test(
        "are judged by the decimals that are printed",
        arguments: [
            ("57.2%", 57.2, 0.05), ("57%", 57, 0.5), ("1,234", 1_234, 0.5), ("£1.2m", 1_200_000, 50_000),
            ("0.25", 25, 0.5), ("two", 2, 0.5), ("155 (69%)", 155, 0.5), ("69% (155)", 155, 0.5), ("0.0%", 0, 0.05),
            ("half", 0.5, 0.05), ("-5.70", -5.7, 0.005),
        ])
    func halfUnit(text: String, value: Double, expected: Double) {
        let found = PrintedPrecision.halfUnit(of: text, value: value)
        #expect((found - expected).magnitude < expected / 1_000)
    }

    @Test(
        "count decimals as they are written",
        arguments: [
            (57.0, 0), (57.2, 1), (0.125, 3), (1e21, 0), (1e-5, 5), (1.5e-7, 8), (0, 0), (-2.50, 1),
        ])
    func decimals(value: Double, expected: Int) {
        #expect(PrintedPrecision.decimals(of: value) == expected)
    }

    @Test("never include a share that some number of cases rounds to")
    func everyShareIsPossible() {
        var generator = SeededGenerator()
        for _ in 0..<2_000 {
            let base = Int.random(in: 1...5_000, using: &generator)
            let part = Int.random(in: 0...base, using: &generator)
            let decimals = Int.random(in: 0...2, using: &generator)
            let share = DecimalText.rounded(100 * Double(part) / Double(base), decimals: decimals)
            let objection = ShareOfWhole.objection(
                to: share, of: Double(base), halfUnit: PrintedPrecision.halfUnit(decimals: decimals))
            #expect(objection == nil, "\(part) of \(base), seed \(generator.seed)")
        }
    }
}

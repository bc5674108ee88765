import Testing

import FamilyServicesKit
@testable import ReportVocabulary

@Suite("Figures as they are shown")
struct FigureTextTests {
    @Test("have their unit, and their changes have a sign and say percentage points")
    func units() {
        let cases: [(MeasurementUnit, Int, Double, text: String, change: String)] = [
            (.count, 0, 1_204, "1,204", "+1,204"), (.percent, 1, 57.2, "57.2%", "+57.2 percentage points"),
            (.percent, 0, 1, "1%", "+1 percentage point"), (.percent, 1, -0.04, "0.0%", "0.0 percentage points"),
            (.rate(per: 10_000), 1, 45.3, "45.3 per 10,000", "+45.3 per 10,000"), (.ratio, 1, -1.4, "-1.4", "-1.4"),
            (.weeks, 0, 18, "18 weeks", "+18 weeks"), (.workingDays, 0, 1, "1 working day", "+1 working day"),
            (.months, 0, -1, "-1 month", "-1 month"), (.money(.millions), 1, 1.2, "£1.2m", "+£1.2m"),
            (.money(.thousands), 0, -250, "-£250k", "-£250k"),
            (.money(.pounds), 0, 5_700_000, "£5,700,000", "+£5,700,000"),
            (.unspecified, 0, 7, "7", "+7"),
        ]
        for (unit, decimals, value, text, change) in cases {
            let figures = FigureText(unit, decimals: decimals)
            #expect(figures.text(value) == text)
            #expect(figures.change(value) == change)
            #expect(figures.size(value) == String(change.drop { $0 == "+" || $0 == "-" }))
        }
    }

    @Test("say a unit in words once in a range, and name it not where a column does")
    func ranges() {
        #expect(FigureText(.weeks).range(8, 16) == "8 to 16 weeks")
        #expect(FigureText(.percent).range(50.1, 60.2) == "50.1% to 60.2%")
        #expect(FigureText(.money(.millions)).range(1.2, 1.4) == "£1.2m to £1.4m")
        #expect(FigureText(.weeks).cell(18) == "18")
        #expect(FigureText(.percent).cell(57.2) == "57.2%")
        #expect(FigureText.relative(20.42, decimals: 1) == "+20.4%")
        #expect(FigureText(.percent).terseSize(-5.7) == "5.7 points")
    }

    @Test("read the same in a value, a target, a distance, a change, braces and a claim")
    func oneForm() throws {
        let indicator = Indicator(
            id: "spend", title: "Spend", unit: .money(.millions), decimals: 1, polarity: .lowerIsBetter)
        #expect(indicator.text(of: 1.2) == "£1.2m")
        #expect(Target(.atMost(1)).label(in: indicator.unit) == "at most £1m")
        let distance = try #require(
            TargetDistance(from: .atMost(1), to: 1.2, in: indicator.unit, decimals: indicator.decimals))
        #expect(distance.label == "£0.2m over")
        #expect(ChangeSize(from: 1.4, to: 1.2, in: indicator.unit).label(decimals: 1) == "-£0.2m")
        #expect(Target.Tolerance.absolute(5).label(in: .percent, of: "target") == "tolerance 5 percentage points")
    }
}

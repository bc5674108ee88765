import FamilyServicesKit
import Testing

@Suite("An observed value")
struct ObservedValueTests {
    @Test("is worked out exactly from its fraction, by the unit")
    func number() {
        let fraction = ObservedValue.fraction(numerator: 155, denominator: 224)
        #expect(fraction.number(in: .percent) == 100.0 * 155 / 224)
        #expect(fraction.number(in: .rate(per: 10_000)) == 10_000.0 * 155 / 224)
        #expect(fraction.number(in: .ratio) == 155.0 / 224)
        #expect(fraction.missingReason == nil)
        #expect(ObservedValue.value(57.2).number(in: .percent) == 57.2)
        #expect(ObservedValue.value(57.2, outOf: 10).number(in: .percent) == 57.2)
        #expect(ObservedValue.value(0).missingReason == nil)
    }

    @Test("is missing with a reason, also where nothing can be divided by nothing")
    func missing() {
        #expect(ObservedValue.missing(.suppressed).number(in: .count) == nil)
        #expect(ObservedValue.missing(.suppressed).missingReason == .suppressed)
        let nothing = ObservedValue.fraction(numerator: 0, denominator: 0)
        #expect(nothing.number(in: .percent) == nil)
        #expect(nothing.missingReason == .notApplicable)
        #expect(ObservedValue.fraction(numerator: 1, denominator: -1).number(in: .percent) == nil)
    }

    @Test("is written by what is known")
    func coding() throws {
        for (value, text) in [
            (ObservedValue.fraction(numerator: 1, denominator: 2), #"{"denominator":2,"numerator":1}"#),
            (.value(57.2), #"{"value":57.2}"#), (.value(2, outOf: 3), #"{"outOf":3,"value":2}"#),
            (.missing(.noneRecorded), #"{"missing":"none-recorded"}"#),
        ] {
            #expect(try json(value) == text)
            #expect(try fromJSON(ObservedValue.self, text) == value)
        }
        #expect(throws: DecodingError.self) { try fromJSON(ObservedValue.self, "{}") }
        #expect(throws: DecodingError.self) { try fromJSON(ObservedValue.self, #"{"numerator":1}"#) }
        #expect(throws: DecodingError.self) { try fromJSON(ObservedValue.self, #"{"missing":"lost"}"#) }
    }
}

@Suite("A target")
struct TargetTests {
    @Test("holds from the first day to the last that its dates can mean")
    func holds() throws {
        let target = Target(.atLeast(90), from: try PartialDate(iso: "2017-04"), until: try PartialDate(iso: "2018"))
        for (day, expected) in [
            ("2017-03-31", false), ("2017-04-01", true), ("2018-01-01", true), ("2018-12-31", true),
            ("2019-01-01", false),
        ] {
            #expect(target.holds(on: try CalendarDate(iso: day)) == expected, "\(day)")
        }
        #expect(Target(.atLeast(90)).holds(on: try CalendarDate(iso: "0001-01-01")))
        #expect(Target(.atLeast(90)).holds(on: try CalendarDate(iso: "9999-12-31")))
    }

    @Test("is written in words that say the test, and a range is never upside down")
    func coding() throws {
        for (requirement, text) in [
            (Target.Requirement.atLeast(90), #"{"atLeast":90}"#), (.atMost(18), #"{"atMost":18}"#),
            (.within(12...16), #"{"from":12,"through":16}"#),
        ] {
            #expect(try json(requirement) == text)
            #expect(try fromJSON(Target.Requirement.self, text) == requirement)
        }
        for (tolerance, text) in [
            (Target.Tolerance.absolute(5), #"{"absolute":5}"#), (.floor(80), #"{"floor":80}"#),
            (.relative(try Percentage(10)), #"{"relative":10}"#),
        ] {
            #expect(try json(tolerance) == text)
            #expect(try fromJSON(Target.Tolerance.self, text) == tolerance)
        }
        for text in [#"{"from":16,"through":12}"#, "{}", #"{"from":1}"#] {
            #expect(throws: DecodingError.self) { try fromJSON(Target.Requirement.self, text) }
        }
        #expect(throws: DecodingError.self) { try fromJSON(Target.Tolerance.self, #"{"relative":200}"#) }
    }
}

@Suite("An indicator")
struct IndicatorTests {
    @Test("shows as many decimals as its unit does, or as it is told, within reason")
    func decimals() {
        func decimals(_ unit: MeasurementUnit, _ decimals: Int? = nil) -> Int {
            Indicator(id: "i", title: "I", unit: unit, decimals: decimals, polarity: .neutral).decimals
        }
        #expect(decimals(.count) == 0)
        #expect(decimals(.percent) == 1)
        #expect(decimals(.percent, 3) == 3)
        #expect(decimals(.percent, -1) == 0)
        #expect(decimals(.percent, 99) == 15)
    }

    @Test("has the part in its full title, and a rule in words")
    func words() {
        let indicator = Indicator(id: "i", title: "Average caseload", part: "Duty", unit: .ratio, polarity: .inRange)
        #expect(indicator.fullTitle == "Average caseload: Duty")
        #expect(TimescaleRule(45, .workingDays, from: "referral").label == "45 working days from referral")
        #expect(TimescaleRule(1, .days).label == "1 day")
        #expect(TimescaleRule(0, .weeks).limit == 1)
    }
}

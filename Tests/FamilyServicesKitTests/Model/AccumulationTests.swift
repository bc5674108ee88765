import FamilyServicesKit
import Testing

@Suite("What the values of an indicator gather")
struct AccumulationTests {
    @Test(
        "Every way of gathering is read from its own text",
        arguments: [Accumulation.period, .snapshot, .yearToDate, .rolling(months: 12), .rolling(months: 1)])
    func codes(accumulation: Accumulation) throws {
        #expect(Accumulation(code: accumulation.code) == accumulation)
        #expect(try roundTrip([accumulation]) == [accumulation])
    }

    @Test(
        "Hyphens stand for blanks",
        arguments: [("year-to-date", Accumulation.yearToDate), ("rolling-3-months", .rolling(months: 3))])
    func hyphens(text: String, expected: Accumulation) {
        #expect(Accumulation(code: text) == expected)
    }

    @Test(
        "Anything else is refused",
        arguments: [
            "", "ytd", "rolling months", "rolling 0 months", "rolling 121 months", "rolling 12 weeks", "Period",
        ])
    func refused(text: String) {
        #expect(Accumulation(code: text) == nil)
    }

    @Test("An indicator that gathers over its period is written as before there was a choice, and read so")
    func usualWayIsNotWritten() throws {
        var indicator = Indicator(id: "i", title: "I", unit: .count, polarity: .neutral)
        #expect(try !json(indicator).contains("accumulation"))
        #expect(try roundTrip(indicator).accumulation == .period)
        indicator.accumulation = .rolling(months: 12)
        #expect(try json(indicator).contains(#""accumulation":"rolling 12 months""#))
        #expect(try roundTrip(indicator) == indicator)
    }

    @Test("An unknown way of gathering in a document is an error, not the usual way")
    func unknownIsAnError() {
        let indicator = Indicator(id: "i", title: "I", unit: .count, polarity: .neutral)
        #expect(throws: DecodingError.self) {
            try throughJSON(indicator) { $0["accumulation"] = "weekly" }
        }
    }
}

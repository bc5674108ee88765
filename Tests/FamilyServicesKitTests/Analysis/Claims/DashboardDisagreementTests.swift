import FamilyServicesKit
import Testing

@Suite("What printed dashboard lines contradict")
struct DashboardDisagreementTests {
    private func line(
        _ previous: String, _ latest: String, change: String? = nil, arrow: PrintedChange.Arrow? = nil,
        labels: (String?, String?) = ("Oct", "Nov")
    ) throws -> [DashboardDisagreement] {
        var pack = try ReportPack.minimal()
        pack.dashboard = [
            DashboardLine(
                number: 7, measure: "Measure",
                previous: PrintedPosition(
                    label: labels.0, period: try ReportingPeriod("2017-10"), figure: PrintedFigure(previous)),
                latest: PrintedPosition(
                    label: labels.1, period: try ReportingPeriod("2017-11"), figure: PrintedFigure(latest)),
                change: PrintedChange(text: change, arrow: arrow))
        ]
        return pack.dashboardDisagreements()
    }

    @Test("A change that is the latest less the previous value is left alone")
    func leavesRightChangesAlone() throws {
        #expect(try line("53%", "48%", change: "-5%", arrow: .down).isEmpty)
        #expect(try line("14.3", "14.5", change: "+.2", arrow: .up).isEmpty)
        #expect(try line("37.3%", "57.2%", change: "19.9%").isEmpty)
        #expect(try line("5", "5", change: "no change", arrow: .level).isEmpty)
        #expect(try line("5", "6", arrow: .unreadable).isEmpty)
    }

    @Test("A change that is not is reported, with the previous value that would fit")
    func findsWrongChanges() throws {
        let found = try line("53%", "48%", change: "-12%", arrow: .down)
        #expect(found.map(\.kind) == [.change])
        #expect(found[0].line == 7)
        #expect(found[0].computed == "-5")
        #expect(!found[0].couldBeRounding)
        #expect(found[0].sentence.contains("It would fit a previous value of 60."))
    }

    @Test("A wrong sign and a missing one are told apart")
    func findsSigns() throws {
        let wrong = try line("8", "7", change: "+1")
        #expect(wrong.map(\.kind) == [.change])
        #expect(wrong[0].sentence.hasSuffix("the sign is wrong."))
        #expect(try line("23 weeks", "18 weeks", change: "5 weeks").map(\.kind) == [.missingSign])
    }

    @Test("A change that rounded values can explain says so")
    func allowsForRounding() throws {
        let found = try line("9%", "17%", change: "+9%")
        #expect(found.map(\.couldBeRounding) == [true])
        #expect(try line("9%", "17%", change: "+10%").map(\.couldBeRounding) == [false])
        #expect(try line("2.5", "1.4", change: "-1.04").map(\.couldBeRounding) == [true])
    }

    @Test("An arrow against the movement is reported")
    func findsArrows() throws {
        #expect(try line("8", "7", change: "-1", arrow: .up).map(\.kind) == [.arrow])
    }

    @Test("Labels of periods that repeat or are missing are reported")
    func findsLabels() throws {
        #expect(try line("8", "7", labels: ("Oct", "Oct")).map(\.kind) == [.repeatedLabel])
        #expect(try line("8", "7", labels: ("Oct", nil)).map(\.kind) == [.missingLabel])
    }

    @Test("A value in place of a change since the baseline is reported, and one that equals the latest value")
    func findsBaselineValues() throws {
        var pack = try ReportPack.minimal()
        let baseline = try ReportingPeriod("2017-07")
        pack.manifest.baseline = ReportPack.Baseline(title: "Judgement", period: baseline)
        pack.indicators = [Indicator(id: "i", title: "I", unit: .count, polarity: .neutral)]
        pack.observations = [
            Observation(indicator: "i", period: baseline, area: "exampleton", value: .value(22))
        ]
        func kinds(latest: String, since: String, arrow: PrintedChange.Arrow?) throws -> [DashboardDisagreement.Kind] {
            pack.dashboard = [
                DashboardLine(
                    number: 1, measure: "M", indicators: ["i"],
                    latest: PrintedPosition(
                        label: "Nov", period: try ReportingPeriod("2017-11"), figure: PrintedFigure(latest)),
                    sinceBaseline: PrintedChange(text: since, arrow: arrow))
            ]
            return pack.dashboardDisagreements().map(\.kind)
        }
        #expect(try kinds(latest: "31", since: "22", arrow: .up) == [.valueForChange])
        #expect(try kinds(latest: "31", since: "22", arrow: .down) == [.valueForChange, .arrow])
        #expect(try kinds(latest: "22", since: "22", arrow: nil) == [.valueForChange, .sameAsBaseline])
        #expect(try kinds(latest: "31", since: "+9", arrow: .up).isEmpty)
        #expect(try kinds(latest: "44", since: "22", arrow: .up).isEmpty)
    }
}

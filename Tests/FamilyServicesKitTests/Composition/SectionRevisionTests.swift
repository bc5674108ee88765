import FamilyServicesKit
import Testing

@testable import ReportPublishing

@Suite("What a program makes of the sections of the kit, and of its figures")
struct SectionRevisionTests {
    /// A section made by a closure.
    private struct Made: SectionComposer {
        var id: SectionID = "own"
        let make: @Sendable (SectionContext) -> PublicationSection?

        func compose(_ context: SectionContext) -> PublicationSection? { make(context) }
    }

    private static func section(_ blocks: [Block]) -> PublicationSection {
        PublicationSection(id: "own", title: "My section", shortTitle: "Mine", summary: "What I added.", blocks: blocks)
    }

    private static func publish(_ change: (inout SectionList) throws -> Void) throws -> Publication {
        var options = PublicationOptions()
        try change(&options.sections)
        return try GoldenThreadTests.pack().publish(for: .everyone, options: options)
    }

    @Test("A section of the kit says something else where a program wants it, and is then checked like one of its own")
    func revision() throws {
        let usual = try GoldenThreadTests.pack().publish(for: .everyone)
        let title = try #require(usual.sections.first { $0.id == "definitions" }?.title)
        let changed = try Self.publish { list in
            try list.revise("definitions") { section, context in
                #expect(context.audience == .everyone)
                return section.replacing(title, with: "What the words mean").changing(isAnnex: false)
            }
            try list.revise("notes") { _, _ in nil }
        }
        let section = try #require(changed.sections.first { $0.id == "definitions" })
        #expect(section.title == "What the words mean" && !section.isAnnex)
        #expect(!changed.sections.contains { $0.id == "notes" })
        var list = SectionList.standard
        #expect(throws: SectionListError.self) { try list.revise("release-note") { section, _ in section } }
        #expect(throws: SectionListError.self) { try list.revise("no-such-section") { section, _ in section } }
        let empty = Table(name: "Own", title: "Own", columns: [], rows: [])
        let error = #expect(throws: PublicationError.self) {
            try Self.publish { list in
                try list.revise("definitions") { section, _ in section.changing(blocks: [.table(empty)]) }
            }
        }
        let fault = error?.sectionFaults.first
        #expect(fault?.section == "definitions" && fault?.problem == .noColumns(table: "Own"))
    }

    @Test("The chart of a measure, and what it says, are there for sections of others as the kit has them")
    func charts() throws {
        let pack = try Self.seriesPack()
        var options = PublicationOptions()
        options.sections.append(
            Made { context in
                guard let chart = context.chart(of: "visits", named: "Own_visits") else { return nil }
                #expect(context.chart(of: "absent", named: "Own") == nil && context.explanation(of: "absent") == nil)
                let words = context.explanation(of: "visits")
                return Self.section(words.map { [.paragraph($0)] + [.chart(chart)] } ?? [.chart(chart)])
            })
        let publication = try pack.publish(for: .everyone, options: options)
        func charts(_ id: SectionID) -> [Chart] {
            publication.sections.first { $0.id == id }?.blocks.compactMap { block in
                if case .chart(let chart) = block { chart } else { nil }
            } ?? []
        }
        let (own, kits) = (try #require(charts("own").first), try #require(charts("trends").first))
        #expect(own.named("same") == kits.named("same") && own.name == "Own_visits")
        #expect(own.series.map(\.role).contains(.lowerLimit))
    }

    @Test("A control chart is drawn in one call")
    func controlChart() throws {
        let figures = try (0..<14).map { month -> ControlChart.Measurement in
            let value: Double? = month == 5 ? nil : Double(80 + month * 7 % 5)
            return ControlChart.Measurement(try ReportingPeriod.month(month % 12 + 1, 2025 + month / 12), value)
        }
        let chart = try ControlChart(figures, improvement: .increase)
        let drawn = Chart(chart, name: "own", title: "Visits in time", unit: .percent)
        let roles: [Chart.Role] = [.measure, .average, .lowerLimit, .upperLimit]
        #expect(drawn.series.map(\.role) == roles)
        #expect(drawn.labels.count == 14 && Set(drawn.labels).count == 14 && drawn.isPercentage)
        #expect(drawn.series.allSatisfy { $0.points.count == 14 } && drawn.series[0].points[5].value == nil)
        #expect(drawn.alternativeText.contains("Visits in time") && drawn.alternativeText.contains("expected range"))
    }

    private static func seriesPack() throws -> ReportPack {
        ReportPack(
            manifest: .init(
                title: "Visits", organisation: "Exampleton Council", area: "exampleton",
                period: try ReportingPeriod("2026-02"), date: try CalendarDate(iso: "2026-03-14"),
                areas: [Area(id: "exampleton", title: "Exampleton", kind: .localAuthority)]),
            indicators: [
                Indicator(id: "visits", title: "Visits in time", unit: .percent, decimals: 1, polarity: .higherIsBetter)
            ],
            observations: try (0..<14).map { month in
                Observation(
                    indicator: "visits", period: try ReportingPeriod.month(month % 12 + 1, 2025 + month / 12),
                    area: "exampleton", value: .value(Double(80 + month * 7 % 5)))
            })
    }

    @Test("A hostile section sees nothing of what is withheld, in whatever it looks")
    func hostile() throws {
        var pack = try Self.seriesPack()
        let secret = "Kqzvbxtmdrwf"
        pack.indicators.append(
            Indicator(id: "hidden", title: secret, unit: .count, polarity: .neutral, access: .exempt([.individual])))
        pack.indicators[0].commentary = [Commentary(secret, access: .exempt([.individual]))]
        pack.observations.append(
            Observation(
                indicator: "hidden", period: pack.manifest.period, area: "exampleton", value: .value(735_190_341_283)))
        // A small number among counts of children.
        pack.indicators.append(
            Indicator(id: "children", title: "Children", unit: .count, polarity: .neutral))
        pack.observations.append(
            Observation(
                indicator: "children", period: pack.manifest.period, area: "exampleton",
                value: .fraction(numerator: 3, denominator: 7_351_903)))
        let whole = pack
        let seen = Seen()
        var options = PublicationOptions()
        options.previous = pack
        let section = Made { context in
            // Everything that can be got hold of, and everything that hangs on it.
            var text = ""
            dump(context.pack, to: &text)
            dump(context.assessment, to: &text)
            dump(context.metadata, to: &text)
            for id: Indicator.ID in ["visits", "hidden", "children"] {
                dump(context.chart(of: id, named: "Own_\(id.text)"), to: &text)
                dump(context.explanation(of: id), to: &text)
                dump(context.indicator(id), to: &text)
                dump(context.number(of: id), to: &text)
            }
            for figure in whole.observations { dump(context.cell(for: figure).value, to: &text) }
            seen.text += text
            return nil
        }
        options.sections.append(section)
        try options.sections.revise("summary") { section, _ in
            var text = ""
            dump(section, to: &text)
            seen.text += text
            return section
        }
        _ = try pack.publish(for: .officers, options: options)
        #expect(seen.text.contains(secret) && seen.text.contains("735190341283"))
        seen.text = ""
        _ = try pack.publish(for: .everyone, options: options)
        #expect(!seen.text.isEmpty && !seen.text.contains(secret))
        // The figures that the section was given by the test itself are of a measure that it does not know.
        #expect(!seen.text.contains("735190341283") && !seen.text.contains("735,190"))
    }

    private final class Seen: @unchecked Sendable {
        var text = ""
    }
}

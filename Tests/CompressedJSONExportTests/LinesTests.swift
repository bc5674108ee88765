import CompressedJSONExport
import FamilyServicesKit
import GzipCompression
import TestSupport
import Testing

@Suite("A publication as one record to a line", .slow)
struct LinesTests {
    private let reader = CompressedJSONReader()

    private func lines(_ publication: Publication) throws -> [JSONLine] {
        var result: [JSONLine] = []
        try reader.lines(from: CompressedJSONLinesExporter().data(publication)) { result.append($0) }
        return result
    }

    @Test("has a line for every record", arguments: Audience.allCases)
    func everyRecord(audience: Audience) throws {
        for publication in try Samples.publications(for: audience) {
            let shown = publication.pack
            var counts: [String: Int] = [:]
            for line in try lines(publication) { counts[line.record, default: 0] += 1 }
            let expected = figureRecords(publication).merging(otherRecords(shown)) { first, _ in first }
            #expect(counts == expected.filter { $0.value > 0 })
            #expect(Set(expected.keys) == Set(LineTable.all.map(\.record)))
        }
    }

    private func figureRecords(_ publication: Publication) -> [String: Int] {
        let shown = publication.pack
        let results = publication.assessment
        return [
            "publication": 1, "withheld": publication.releaseNote.withheld.count, "area": shown.manifest.areas.count,
            "document": shown.manifest.sources.count, "category": shown.breakdowns.flatMap(\.categories).count,
            "indicator": shown.indicators.count, "target": shown.indicators.flatMap(\.targets).count,
            "break": shown.indicators.flatMap(\.breaks).count, "remark": shown.indicators.flatMap(\.commentary).count,
            "exception": results.worries.count + results.strengths.count, "dashboard_line": shown.dashboard.count,
            "contradiction": results.contradictions.count,
            "plan_position": results.plans.flatMap(\.progress).count, "observation": shown.observations.count,
        ]
    }

    private func otherRecords(_ shown: ReportPack) -> [String: Int] {
        let actions = shown.plans.flatMap(\.actions)
        let milestones = actions.flatMap(\.milestones) + shown.commitments.flatMap(\.items).flatMap(\.milestones)
        let recommendations = shown.inspections.flatMap(\.recommendations) + shown.audits.recommendations
        return [
            "plan": shown.plans.count, "action": actions.count, "action_status": actions.flatMap(\.statuses).count,
            "milestone": milestones.count + shown.milestones.count,
            "progress": shown.plans.flatMap(\.progress).count, "risk": shown.risks.count, "budget": shown.budget.count,
            "commitment": shown.commitments.flatMap(\.items).count, "audit_result": shown.audits.grades.count,
            "audit_activity": shown.audits.activity.count, "moderation": shown.audits.moderation.count,
            "audit_theme": shown.audits.themes.count, "audit_statement": shown.audits.statements.count,
            "compliance": shown.audits.compliance.count, "inspection": shown.inspections.count,
            "judgement": shown.inspections.flatMap(\.judgements).count,
            "finding": shown.inspections.flatMap(\.findings).count, "recommendation": recommendations.count,
            "requirement": shown.inspections.flatMap(\.requirements).count, "paper": shown.reports.count,
            "decision": shown.reports.flatMap(\.recommendations).count, "fact": shown.context.count,
            "board": shown.governance.count, "check": shown.checks.count, "claim": shown.claims.count,
        ]
    }

    @Test("names the theme of an action's own plan, where two plans number their themes alike")
    func themesOfTwoPlans() throws {
        let pack = ReportPack(
            manifest: .init(
                title: "Report", organisation: "Exampleton Council", area: "exampleton",
                period: try ReportingPeriod("2026-06"), date: try CalendarDate(iso: "2026-07-14"),
                areas: [Area(id: "exampleton", title: "Exampleton", kind: .localAuthority)]),
            plans: [
                ImprovementPlan(
                    id: "first", title: "First", themes: [.init(id: "theme-1", title: "Theme of the first")],
                    actions: [PlanAction(id: "A1", theme: "theme-1", title: "Action")]),
                ImprovementPlan(
                    id: "second", title: "Second", themes: [.init(id: "theme-1", title: "Theme of the second")],
                    actions: [PlanAction(id: "A2", theme: "theme-1", title: "Action")]),
            ])
        let titles = try lines(pack.publish(for: .officers)).filter { $0.record == "action" }
            .map { try $0.text("theme_title") }
        #expect(titles == ["Theme of the first", "Theme of the second"])
    }

    @Test("has the same columns in the same order on all lines of a type, and one kind of value in each")
    func columns() throws {
        var names: [String: [String]] = [:]
        var kinds: [String: String] = [:]
        for publication in try Audience.allCases.flatMap({ try Samples.publications(for: $0) }) {
            for line in try lines(publication) {
                let columns = line.members.map(\.name)
                #expect(names[line.record, default: columns] == columns, "line \(line.number)")
                names[line.record] = columns
                for member in line.members {
                    let kind: String? =
                        switch member.value {
                        case .text: "text"
                        case .number: "number"
                        case .whole: "whole"
                        case .flag: "flag"
                        case .null: nil
                        }
                    guard let kind else { continue }
                    #expect(kinds[member.name, default: kind] == kind, "\(member.name) of line \(line.number)")
                    kinds[member.name] = kind
                }
            }
        }
        for table in LineTable.all {
            #expect(names[table.record] == Array(table.columns.map(\.name).dropFirst()), "\(table.record)")
        }
        // Every column is filled in somewhere, so that every kind was seen.
        let all = Set(names.values.joined())
        #expect(all.subtracting(kinds.keys).sorted() == [])
    }

    @Test("has of each observation what the models say", arguments: Samples.names)
    func observations(name: String) throws {
        let pack = try ExamplePacks.publication(name, for: .officers).pack
        let lines = try lines(Samples.publication(of: pack)).filter { $0.record == "observation" }
        let indicators = Dictionary(pack.indicators.map { ($0.id, $0) }) { first, _ in first }
        let areas = Dictionary(pack.manifest.areas.map { ($0.id, $0) }) { first, _ in first }
        try #require(lines.count == pack.observations.count)
        // All of a small pack, and of a large one as many from everywhere.
        let step = TestSize.isNightly ? 1 : max(1, lines.count / 500)
        for index in stride(from: Int.random(in: 0..<step), to: lines.count, by: step) {
            let (line, observation) = (lines[index], pack.observations[index])
            let indicator = try #require(indicators[observation.indicator])
            #expect(try line.text("indicator") == observation.indicator.text)
            #expect(try line.text("indicator_title") == indicator.fullTitle)
            #expect(try line.text("unit") == indicator.unit.code)
            #expect(try line.text("polarity") == indicator.polarity.rawValue)
            #expect(try line.text("period").map { try ReportingPeriod($0) } == observation.period)
            #expect(try line.date("first_day") == observation.period.firstDay)
            #expect(try line.date("last_day") == observation.period.lastDay)
            #expect(try line.text("area_title") == areas[observation.area]?.title)
            #expect(try line.text("ons_code") == areas[observation.area]?.onsCode?.text)
            #expect(try line.text("category") == observation.category?.text)
            #expect(try (line.text("category_title") == nil) == (observation.category == nil))
            #expect(try line.number("value") == observation.value.number(in: indicator.unit))
            #expect(try line.text("missing") == observation.value.missingReason?.rawValue)
            #expect(try line.text("printed") == observation.printed?.text)
            #expect(try line.text("note") == observation.note)
            #expect(try line.text("source_place") == observation.source?.place)
            if case .fraction(let numerator, let denominator) = observation.value {
                #expect(try line.number("numerator") == numerator)
                #expect(try line.number("denominator") == denominator)
            }
        }
    }

    @Test("marks which of two figures by one name counts, and rates figures of the report's own area")
    func figures() throws {
        var pack = try Samples.pack(observations: 8)
        pack.indicators[0].targets = [
            Target(.atLeast(90), until: try PartialDate(year: 2012)),
            Target(.within(40...60), from: try PartialDate(year: 2013)),
        ]
        let area = Area(id: "elsewhere", title: "Elsewhere", kind: .localAuthority)
        pack.manifest.areas.append(area)
        let id = pack.indicators[0].id
        func figure(_ period: String, _ value: Double, area: Area.ID = "exampleton") throws -> Observation {
            Observation(indicator: id, period: try ReportingPeriod(period), area: area, value: .value(value))
        }
        pack.observations = [
            try figure("2012-05", 89), try figure("2012-05", 95), try figure("2013-05", 59),
            try figure("2013-05", 10, area: "elsewhere"),
        ]
        let lines = try lines(Samples.publication(of: pack)).filter { $0.record == "observation" }
        #expect(try lines.map { try $0.flag("counts") } == [true, false, true, true])
        #expect(try lines.map { try $0.text("rating") } == ["red", "green", "green", nil])
        #expect(try lines.map { try $0.number("target_lower") } == [90, 90, 40, nil])
        #expect(try lines.map { try $0.number("target_upper") } == [nil, nil, 60, nil])
        #expect(try lines.map { try $0.number("target_distance") } == [-1, 5, 0, nil])
        #expect(try lines.map { try $0.text("target_kind") } == ["at-least", "at-least", "within", nil])
        #expect(try Set(lines.map { try $0.text("report") }).count == 1)
    }

    @Test("writes numbers that may have decimals with a point, and whole numbers without")
    func points() throws {
        let text = String(
            decoding: try JSONLinesExporter().data(Samples.fullPack().publish(for: .officers)), as: UTF8.self)
        #expect(text.contains(/"numerator":\d+\.0,/))
        #expect(!text.contains(/"(numerator|denominator|value|computed|good_share)":-?\d+,/))
        #expect(text.contains(/"decimals":\d+,/))
        #expect(text.hasSuffix("}\n"))
    }

    @Test("says which number JSON cannot hold, and leaves out a quotient that is too great")
    func notFinite() throws {
        var pack = try Samples.pack(observations: 10)
        pack.observations[3].value = .value(.nan)
        let error = #expect(throws: JSONExportError.self) {
            try JSONLinesExporter().data(Samples.publication(of: pack))
        }
        #expect(error?.path == "value")
        #expect(error?.message.contains("observation") == true)
        pack.observations[3].value = .fraction(numerator: 1e300, denominator: 1e-300)
        let line = try #require(
            try lines(Samples.publication(of: pack)).last {
                $0.record == "observation"
                    && $0[
                        "numerator"] == .number(1e300)
            })
        #expect(line["value"] == .null)
        #expect(try line.number("denominator") == 1e-300)
    }

    @Test("gives an action, an audit result, a finding and an indicator as they stand")
    func otherRecords() throws {
        let publication = try ExamplePacks.publication("sample-borough", for: .officers)
        let lines = try lines(publication)
        let day = publication.metadata.date
        let actions = publication.pack.plans.flatMap(\.actions)
        for (line, action) in zip(lines.filter { $0.record == "action" }, actions) {
            #expect(try line.text("action") == action.id.text)
            #expect(try line.flag("is_overdue") == action.isOverdue(on: day))
            #expect(try line.flag("is_done") == action.isDone(on: day))
            #expect(try line.date("due_day") == action.due?.lastDay)
            #expect(try line.text("status") == action.status(on: day)?.rawValue)
        }
        for (line, grades) in zip(lines.filter { $0.record == "audit_result" }, publication.pack.audits.grades) {
            let shares = try ["outstanding", "good", "requires_improvement", "inadequate"].map {
                try line.number("\($0)_share")
            }
            #expect(shares == Grade.allCases.map { grades.results.share(of: $0) })
            #expect(try line.whole("cases") == grades.results.cases)
        }
        for result in publication.assessment.indicators {
            let line = try #require(
                lines.first { $0.record == "indicator" && $0["indicator"] == .text(result.indicator.text) })
            #expect(try line.text("rating") == result.rating.outcome.rawValue)
            #expect(try line.number("value") == result.value)
            #expect(try line.number("previous_change") == result.previousPeriod.change)
        }
        for result in publication.assessment.findings {
            let line = try #require(
                lines.first { $0.record == "finding" && $0["finding"] == .text(result.finding.text) })
            #expect(try line.text("outcome") == result.outcome.rawValue)
        }
    }
}

import FamilyServicesKit
import Testing

@testable import PublishedStatistics

@Suite(
    "Every value that the Department for Education's dashboard shows, text for text",
    .enabled(if: PublishedFiles.isThere, Comment(rawValue: PublishedFiles.why)))
struct ScorecardTests {
    /// The lines of the dashboard by their place in it.
    ///
    /// The answer key tells lines of one file and column apart by nothing else.
    private static let lines: [String: Indicator.ID] = [
        "1": "children-in-need-rate", "2": "repeat-referrals", "23": "subsequent-plans", "3": "care-start-rate",
        "4": "children-in-care-rate", "45": "three-or-more-placements", "54": "suitable-accommodation-17-18",
        "55": "suitable-accommodation-19-21", "63": "turnover-rate", "64": "agency-rate", "65": "vacancy-rate",
        "66": "caseload",
    ]

    private struct Answer {
        let line: Indicator.ID
        let year: Int
        let level, place, neighboursOf, value: String
    }

    private func answers() throws -> [Answer] {
        var records = CSVRecords(try PublishedFiles.bytes(PublishedFiles.answers), of: PublishedFiles.answers)
        var heading: [String: Int] = [:]
        var answers: [Answer] = []
        while try records.advance() {
            if heading.isEmpty {
                for index in 0..<records.count { heading[records.text(index)] = index }
                continue
            }
            var cells: [String: String] = [:]
            for (name, index) in heading { cells[name] = records.text(index) }
            let number = try #require(cells["sort_order"])
            answers.append(
                Answer(
                    line: try #require(Self.lines[number], "line \(number) is not mapped"),
                    year: try #require(Int(cells["time_period"] ?? "")), level: cells["geographic_level"] ?? "",
                    place: cells["geo_breakdown"] ?? "", neighboursOf: cells["geo_breakdown_sn"] ?? "",
                    value: cells["value"] ?? ""))
        }
        return answers
    }

    private func area(_ answer: Answer) throws -> Area.ID {
        switch answer.level {
        case "National": return Area.england.id
        case "Regional": return try #require(EnglishRegion(answer.place)).area.id
        default:
            let names = answer.place.split(separator: "/")
            let ids = try names.map { name in
                let found = LocalAuthority.named(String(name), on: CalendarDate(unchecked: answer.year, 3, 31))
                return try #require(found.count == 1 ? found[0].id : nil, "\(name)")
            }
            return (ids.count == 1 ? PublishedPlace.Meaning.authority(ids[0]) : .joint(ids)).areaID
        }
    }

    @Test("All 3,792 values of twelve lines: authorities, neighbours' medians, regions and England")
    func values() throws {
        let figures = try PublishedFiles.figures.get()
        let model = try NeighbourModel(
            path: PublishedFiles.path + "/sn_model_2025_wide.csv", name: "sn_model_2025_wide.csv")
        var equal = 0
        var different: [String] = []
        let answers = try answers()
        for answer in answers {
            let line = try #require(StandardIndicator.with(id: answer.line)?.source?.line)
            let shown: String?
            if answer.level.hasPrefix("Statistical neighbours") {
                let council = try #require(
                    LocalAuthority.named(answer.neighboursOf).first { $0.lastDay == nil || $0.lastDay?.year == 2027 })
                let members = try #require(model.neighbours[council.id])
                let summary = NeighbourSummary(
                    of: members.map { ($0.area, figures.observation(answer.line, $0.area, answer.year)?.number) },
                    decimals: line.decimals)
                shown = summary.value.map {
                    PublishedObservation.display($0, unit: line.unit, decimals: line.decimals)
                }
            } else {
                shown = figures.observation(answer.line, try area(answer), answer.year)?.displayed
            }
            if shown == answer.value {
                equal += 1
            } else {
                different.append(
                    "\(answer.line) \(answer.place) \(answer.neighboursOf): \(shown ?? "nothing"), not \(answer.value)")
            }
        }
        #expect(different == [])
        #expect(equal == answers.count)
        #expect(answers.count == 3_792)
    }

    @Test("A file that nobody has seen is read with a row of a mapping and nothing else")
    func mapping() throws {
        let rows = StandardIndicator.lines.map { line in CSVText.row(line.row) }
        let text = ([CSVText.row(PublishedLine.columns)] + rows).joined(separator: "\n")
        let lines = try PublishedLine.lines(in: Array(text.utf8), file: "mapping.csv")
        #expect(lines == StandardIndicator.lines)
        let again = try PublishedFolder(path: PublishedFiles.path).figures(for: lines)
        let figures = try PublishedFiles.figures.get()
        #expect(again.observations == figures.observations)
    }
}

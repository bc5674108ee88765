import CompressedJSONExport
import FamilyServicesKit
import Foundation
import TestSupport
import Testing

@Suite(
    "Questions to DuckDB", .slow,
    .enabled(if: Tool.tables.isReady, "Python has no DuckDB and pandas: run make test-tools"))
struct QuestionTests {
    private static let columns = Repository.file("Plugins/CompressedJSONExport/Schemas/line-1.duckdb.sql").path

    /// The rows that each question has of each pack, and of all of them at once.
    private func answers(_ publications: [Publication]) throws -> [[String: [[Any]]]] {
        let scratch = try ScratchFolder()
        let files = try publications.enumerated().map { index, publication in
            try scratch.write(JSONLinesExporter().data(publication), to: "\(index).jsonl")
        }
        let output = try Tool.tables.run(
            [Tool.script("check_questions.py"), Self.columns, Tool.script("questions.sql")] + files)
        return try #require(JSONSerialization.jsonObject(with: Data(output)) as? [[String: [[Any]]]])
    }

    @Test("are answered for every pack, whatever it holds, one by one and together")
    func everyPack() throws {
        let publications = try Samples.publications(for: .officers)
        let answers = try answers(publications)
        #expect(answers.count == publications.count + 1)
        #expect(answers.allSatisfy { $0.count == 40 })
        for (publication, answer) in zip(publications, answers) {
            let pack = publication.pack
            let overdue = pack.plans.flatMap(\.actions).filter { $0.isOverdue(on: publication.metadata.date) }
            #expect(answer["17"]?.count == overdue.count)
            #expect(answer["11"]?.count == pack.indicators.reduce(0) { $0 + $1.targets.count })
            #expect(answer["30"]?.count == pack.audits.grades.count)
            #expect(answer["35"]?.count == unanswered(publication))
            let contradicted = publication.assessment.claims.count { $0.verdict == .contradicted }
            #expect(answer["39"]?.count == contradicted)
            let ratings = Dictionary(grouping: publication.assessment.indicators, by: \.rating.outcome.rawValue)
            #expect(answer["2"]?.count == ratings.count)
        }
        let questions = (1...40).map(String.init)
        // A question that no pack has an answer to would say nothing.
        let silent = questions.filter { number in answers.allSatisfy { $0[number]?.isEmpty ?? true } }
        #expect(silent.filter { !["15", "23", "27"].contains($0) } == [])
    }

    @Test("find what was red in the last three months by team, as the models do")
    func redByTeam() throws {
        let publication = try ExamplePacks.publication("sample-borough", for: .officers)
        let pack = publication.pack
        let end = pack.manifest.period.lastDay
        let start = try #require(end.adding(months: -3))
        let indicators = Dictionary(pack.indicators.map { ($0.id, $0) }) { first, _ in first }
        var expected = 0
        for observation in pack.observations where observation.category != nil {
            guard let indicator = indicators[observation.indicator], indicator.breakdown == "team",
                observation.period.lastDay > start, observation.period.lastDay <= end,
                observation.area == pack.manifest.area
            else { continue }
            let rating = Rating(of: observation.value, for: indicator, on: observation.period.lastDay)
            if rating.outcome == .red { expected += 1 }
        }
        let rows = try #require(try answers([publication])[0]["1"])
        #expect(rows.reduce(0) { $0 + (($1[2] as? Int) ?? 0) } == expected)
        #expect(expected > 0)
    }

    private func unanswered(_ publication: Publication) -> Int {
        let results = Dictionary(publication.assessment.findings.map { ($0.finding, $0) }) { $1 }
        return publication.pack.inspections.flatMap(\.findings).count { finding in
            finding.kind != .strength && (results[finding.id]?.actions ?? finding.actions).isEmpty
        }
    }
}

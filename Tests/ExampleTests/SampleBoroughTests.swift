import FamilyServicesImport
import FamilyServicesKit
import Foundation
import TestSupport
import Testing

@Suite("sample-borough and the pack that it made", .slow)
struct SampleBoroughTests {
    private let program: Program
    private let scratch: ScratchFolder

    init() throws {
        program = try Program.built("sample-borough")
        scratch = try ScratchFolder()
    }

    private func files(in folder: String) throws -> [String: Data] {
        var result: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            result[name] = try Data(contentsOf: URL(filePath: folder).appending(path: name))
        }
        return result
    }

    // MARK: - The program

    @Test("The defaults make the committed pack, byte for byte")
    func reproducible() throws {
        let folder = scratch.path("again")
        let outcome = try program.run([folder])
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let made = try files(in: folder)
        let committed = try files(in: ExamplePacks.path("sample-borough"))
        #expect(made.keys.sorted() == committed.keys.sorted())
        for name in committed.keys.sorted() {
            #expect(made[name] == committed[name], "\(name) differs from the committed file")
        }
        #expect(committed.values.reduce(0) { $0 + $1.count } < 1_000_000)
    }

    @Test("Another seed makes other figures, the same structure, and a pack without errors")
    func otherSeed() throws {
        let folder = scratch.path("other")
        #expect(try program.run([folder, "--seed", "2"]).exitCode == 0)
        let made = try files(in: folder)
        let committed = try files(in: ExamplePacks.path("sample-borough"))
        #expect(made["observations.csv"] != committed["observations.csv"])
        #expect(made["indicators.csv"] == committed["indicators.csv"])
        let result = ReportPackLoader().load(folder: folder)
        #expect(others(result).isEmpty, "\(result.diagnostics)")
    }

    @Test(
        "Packs of any size load without a word but on small numbers in the narrative",
        arguments: [
            ["--indicators", "1", "--months", "1"], ["--indicators", "120", "--teams", "9", "--areas", "0"],
            ["--months", "60", "--teams", "1", "--areas", "5"],
        ])
    func anySize(arguments: [String]) throws {
        let folder = scratch.path("sized")
        #expect(try program.run([folder] + arguments).exitCode == 0)
        let result = ReportPackLoader().load(folder: folder)
        #expect(others(result).isEmpty, "\(result.diagnostics.prefix(10))")
    }

    @Test("A folder that holds something is left alone unless --force is given, and then only the pack's files change")
    func keepsWhatIsThere() throws {
        let folder = scratch.path("mine")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try scratch.write("my words", to: "mine/pack.yaml")
        try scratch.write("my notes", to: "mine/notes.txt")
        let refused = try program.run([folder])
        #expect(refused.exitCode == 1)
        #expect(refused.output.isEmpty)
        #expect(refused.errors.contains("is not empty"))
        #expect(try files(in: folder).count == 2)
        #expect(try files(in: folder)["pack.yaml"] == Data("my words".utf8))

        #expect(try program.run([folder, "--force"]).exitCode == 0)
        #expect(try files(in: folder)["notes.txt"] == Data("my notes".utf8))
        #expect(try files(in: folder)["pack.yaml"] != Data("my words".utf8))
    }

    @Test("Wrong arguments end with status 64", arguments: [[], ["x", "--months", "0"], ["x", "--seed", "one"]])
    func usage(arguments: [String]) throws {
        let outcome = try program.run(arguments, in: scratch.url)
        #expect(outcome.exitCode == 64)
        #expect(!outcome.errors.isEmpty)
    }

    // MARK: - The pack

    /// What is wrong with a pack besides its narrative, which counts few children here and there, as reports do.
    private func others(_ result: LoadedReportPack) -> [Diagnostic] {
        result.diagnostics.filter { $0.code != .identifyingText || !$0.message.hasPrefix("A small number of people") }
    }

    private func pack() throws -> ReportPack {
        try ExamplePacks.load("sample-borough")
    }

    @Test("The pack says that it is synthetic, and loads without an error, or a warning but on small numbers")
    func synthetic() throws {
        let result = ReportPackLoader().load(folder: ExamplePacks.path("sample-borough"))
        #expect(others(result).isEmpty, "\(result.diagnostics)")
        let pack = try #require(result.pack)
        #expect(pack.manifest.isSynthetic)
        #expect(pack.manifest.notes.contains { $0.contains("does not exist") })
    }

    @Test("All four families are full")
    func families() throws {
        let pack = try pack()
        #expect(pack.indicators.count >= 40)
        let plan = try #require(pack.plans.first)
        #expect(plan.themes.count == 6)
        #expect(plan.actions.count >= 36)
        #expect(plan.actions.allSatisfy { $0.reference != nil && $0.owner != nil && !$0.statuses.isEmpty })
        #expect(!plan.progress.isEmpty)
        #expect(pack.audits.grades.count > 400)
        #expect(!pack.audits.moderation.isEmpty && !pack.audits.compliance.isEmpty && !pack.audits.themes.isEmpty)
        #expect(pack.inspections.contains { $0.findings.contains { $0.kind == .priorityAction } })
        #expect(pack.inspections.contains { $0.status == .planned })
        #expect(!pack.reports.isEmpty && !pack.commitments.isEmpty && !pack.risks.isEmpty && !pack.budget.isEmpty)
    }

    @Test("Every indicator has 36 months, to June 2026")
    func months() throws {
        let pack = try pack()
        let own = pack.observations.filter {
            $0.area == pack.manifest.area && $0.category == nil && $0.period.kind == .month
        }
        let byIndicator = Dictionary(grouping: own, by: \.indicator)
        for indicator in pack.indicators where indicator.respondents == nil {
            let periods = Set((byIndicator[indicator.id] ?? []).map(\.period))
            #expect(periods.count == 36, "\(indicator.id)")
            #expect(periods.contains(pack.manifest.period), "\(indicator.id)")
        }
    }

    @Test("Surveys were asked at least twice, and the answers of the groups add up to those of all")
    func surveys() throws {
        let pack = try pack()
        let questions = pack.indicators.filter { $0.respondents != nil }
        #expect(Set(questions.compactMap(\.respondents)) == [.children, .families, .staff])
        for question in questions {
            let rounds = Dictionary(
                grouping: pack.observations.filter { $0.indicator == question.id }, by: \.period)
            #expect(rounds.count >= 2, "\(question.id)")
            guard question.breakdown != nil else { continue }
            for (period, answers) in rounds {
                // The total is that of the whole, which no row without a category gives.
                let all = try #require(answers.first { $0.category == nil }.flatMap { parts($0.value) })
                let groups = answers.filter { $0.category != nil }.compactMap { parts($0.value) }
                #expect(groups.count == 2, "\(question.id) \(period)")
                #expect(groups.reduce(0) { $0 + $1.numerator } == all.numerator, "\(question.id) \(period)")
                #expect(groups.reduce(0) { $0 + $1.denominator } == all.denominator, "\(question.id) \(period)")
            }
        }
    }

    // MARK: - The sums

    /// Numerator and denominator of a figure; a number alone is a numerator.
    private func parts(_ value: ObservedValue) -> (numerator: Double, denominator: Double)? {
        switch value {
        case .fraction(let numerator, let denominator): (numerator, denominator)
        case .value(let number, _): (number, 0)
        case .missing(.notApplicable): (0, 0)
        case .missing: nil
        }
    }

    private struct Cell: Hashable {
        let indicator: Indicator.ID
        let period: ReportingPeriod
    }

    @Test("Teams, ages, categories and localities add up to the borough")
    func totals() throws {
        let pack = try pack()
        let monthly = pack.observations.filter { $0.period.kind == .month }
        let breakdowns = Dictionary(uniqueKeysWithValues: pack.breakdowns.map { ($0.id, $0) })
        let breakdownOf = Dictionary(uniqueKeysWithValues: pack.indicators.map { ($0.id, $0.breakdown) })
        let localities = Set(pack.manifest.areas.filter { $0.kind == .locality }.map(\.id))
        let cells = Dictionary(grouping: monthly) { Cell(indicator: $0.indicator, period: $0.period) }
        var compared = 0
        for (cell, observations) in cells {
            let whole = observations.first { $0.area == pack.manifest.area && $0.category == nil }
            guard let total = whole.flatMap({ parts($0.value) }) else { continue }
            let breakdown = (breakdownOf[cell.indicator] ?? nil).flatMap { breakdowns[$0] }
            let categories = observations.filter { $0.category != nil }
            let groups = [
                categories.filter { $0.category != breakdown?.total },
                categories.filter { $0.category == breakdown?.total },
                observations.filter { localities.contains($0.area) },
            ]
            for group in groups where !group.isEmpty {
                let sum = group.compactMap { parts($0.value) }
                #expect(sum.reduce(0) { $0 + $1.numerator } == total.numerator, "\(cell)")
                #expect(sum.reduce(0) { $0 + $1.denominator } == total.denominator, "\(cell)")
                compared += 1
            }
        }
        #expect(compared > 700)
    }

    @Test(
        "Numbers at the end of a month follow from the month before",
        arguments: [("cic-open", "cic-started", "cic-ceased"), ("cp-open", "cp-started", "cp-ended")])
    func flows(open: String, started: String, ended: String) throws {
        let pack = try pack()
        func series(_ id: String) -> [ReportingPeriod: Double] {
            let own = pack.observations.filter {
                $0.indicator.text == id && $0.area == pack.manifest.area && $0.category == nil
                    && $0.period.kind == .month
            }
            return Dictionary(
                uniqueKeysWithValues: own.compactMap { item in
                    item.value.number(in: .count).map { (item.period, $0) }
                })
        }
        let (stock, entries, exits) = (series(open), series(started), series(ended))
        for (month, number) in stock {
            guard let before = month.predecessor.flatMap({ stock[$0] }) else { continue }
            let (entered, left) = (try #require(entries[month]), try #require(exits[month]))
            #expect(number == before + entered - left, "\(month)")
        }
        #expect(stock.count == 36)
    }

    @Test("Audits graded overall agree with the indicator, quarter by quarter")
    func auditsAgree() throws {
        let pack = try pack()
        let indicator = pack.observations.filter {
            $0.indicator == "audits-good" && $0.area == pack.manifest.area && $0.category == nil
        }
        let overall = Dictionary(grouping: pack.audits.grades.filter { $0.domain == "Overall" }, by: \.period)
        #expect(overall.count == 12)
        for (quarter, distributions) in overall {
            let months = indicator.filter { quarter.contains($0.period.firstDay) && $0.period.kind == .month }
            let expected = months.compactMap { parts($0.value) }
            let counts = distributions.compactMap { item -> [Grade: Int]? in
                if case .counts(let counts) = item.results { counts } else { nil }
            }
            let good = counts.reduce(0) { $0 + ($1[.good] ?? 0) + ($1[.outstanding] ?? 0) }
            #expect(Double(good) == expected.reduce(0) { $0 + $1.numerator }, "\(quarter)")
            #expect(
                Double(distributions.reduce(0) { $0 + ($1.results.cases ?? 0) })
                    == expected.reduce(0) { $0 + $1.denominator }, "\(quarter)")
        }
    }

    @Test("No placeholder is left in a sentence")
    func sentences() throws {
        for (name, data) in try files(in: ExamplePacks.path("sample-borough")) {
            let text = String(decoding: data, as: UTF8.self)
            #expect(!text.contains("{") && !text.contains("}"), "\(name)")
        }
    }
}

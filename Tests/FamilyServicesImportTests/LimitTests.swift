import FamilyServicesImport
import FamilyServicesKit
import Foundation
import TestSupport
import Testing

/// One after the other, because some look at the memory of the process.
@Suite("Limits", .slow, .serialized)
struct LimitTests {
    /// The most memory that the process ever had, in bytes.
    private var peakMemory: Int {
        var usage = rusage()
        #if canImport(Darwin)
            getrusage(RUSAGE_SELF, &usage)
            return usage.ru_maxrss
        #else
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            return usage.ru_maxrss * 1_024
        #endif
    }

    @Test("A table of 200 MB is refused without being read")
    func hugeTable() throws {
        let pack = try PackOnDisk(["observations.csv": "indicator,period,value\n"])
        try #require(truncate(pack.folder.appendingPathComponent("observations.csv").path, 200_000_000) == 0)
        let before = peakMemory
        let problems = pack.load().diagnostics
        #expect(
            problems.map(pack.text) == [
                "observations.csv: error: The file has 200,000,000 bytes; at most 64,000,000 are read."
            ])
        #expect(problems.first?.code == .limit)
        #expect(peakMemory - before < 150_000_000)
    }

    @Test("A file of nothing but delimiters or quotes takes no more memory than its size allows")
    func delimitersOnly() throws {
        let before = peakMemory
        for (byte, count) in [
            (UInt8(ascii: ","), 8_000_000), (UInt8(ascii: "\""), 500_000), (UInt8(ascii: "\n"), 500_000),
        ] {
            let many = [UInt8](repeating: byte, count: count)
            let pack = try PackOnDisk(bytes: ["indicators.csv": Array("id,title,unit,polarity\n".utf8) + many])
            _ = pack.load()
            let heading = try PackOnDisk(bytes: ["indicators.csv": many])
            #expect(heading.load().pack == nil)
        }
        // Each field kept would take 24 bytes.
        #expect(peakMemory - before < 120_000_000)
    }

    @Test("Rows, columns, values, depth and size are limited as asked for")
    func limits() throws {
        let table = try PackOnDisk(["indicators.csv": PackOnDisk.indicators])
        var limits = ImportLimits(tableRows: 2)
        #expect(
            table.problems(limits: limits) == [
                "indicators.csv:4:1: error: The table has more than 2 rows; no more are read."
            ])
        limits = ImportLimits(tableColumns: 3)
        #expect(
            table.problems(limits: limits) == [
                "indicators.csv:1:15: error: The row has more than 3 cells; no more are read."
            ])
        limits = ImportLimits(documentBytes: 10)
        #expect(table.problems(limits: limits) == ["pack.yaml: error: The file has 176 bytes; at most 10 are read."])
        limits = ImportLimits(documentValues: 5)
        #expect(
            table.problems(limits: limits).contains(
                "pack.yaml:5:9: error: The file has more than 5 values; no more are read."))
        limits = ImportLimits(documentDepth: 2)
        #expect(
            table.problems(limits: limits) == [
                "pack.yaml:8:5: error: The file nests deeper than any pack; at most 2 levels are read."
            ])
    }

    @Test("A heading that is no heading, and values without number, are refused before they are taken apart")
    func wayIn() throws {
        let heading = String(repeating: "x", count: 2_000_000)
        let table = try PackOnDisk(["indicators.csv": "id,\(heading)\na,b\n"])
        #expect(
            table.problems().contains { $0.hasPrefix("indicators.csv:1:4: error: The heading has 2,000,000 bytes") })
        let values = String(repeating: "a: {b: c, d: [e, f]}\n- g\n", count: 100_000)
        let document = try PackOnDisk(["report.yaml": values])
        let clock = ContinuousClock()
        var problems: [String] = []
        let time = clock.measure { problems = document.problems() }
        #expect(problems.contains { $0.contains("The file has more than 200000 values") }, "\(problems)")
        #expect(time < .seconds(10))
    }

    @Test("Files without end are counted and not all named")
    func manyFiles() throws {
        let pack = try PackOnDisk(Dictionary(uniqueKeysWithValues: (1...120).map { ("other\($0).csv", "a\n") }))
        let problems = pack.problems(limits: ImportLimits(problemsPerFile: 10))
        #expect(problems.count == 51)
        #expect(problems.last == "warning: There are 70 more warnings in the pack.")
    }

    @Test("Problems are reported up to a number for each file, errors apart from warnings, and the rest counted")
    func manyProblems() throws {
        let rows = (1...1_000).map { "a\($0),A,no unit \($0),neutral\n" }.joined()
        let pack = try PackOnDisk(["indicators.csv": "id,title,unit,polarity,wrong,other\n" + rows])
        let problems = pack.load(limits: ImportLimits(problemsPerFile: 50)).diagnostics
        #expect(problems.filter { $0.severity == .warning }.count == 2)
        let errors = problems.filter { $0.severity == .error && $0.location?.line != nil }
        #expect(errors.count == 50)
        #expect(problems.last.map(pack.text) == "indicators.csv: error: There are 950 more errors in this file.")
    }

    @Test("Problems come in the order of files, lines and columns")
    func order() throws {
        let pack = try PackOnDisk([
            "risks.csv": "id,title,inherent,access\na,,99,secret\nb,B,0,\n",
            "budget.csv": "id,kind,title,amount\na,b,,c\n",
            "context.yaml": "unknown: 1\nfacts: x\n",
        ])
        let places = pack.problems().map { $0.split(separator: ":").prefix(3).joined(separator: ":") }
        #expect(
            places == [
                "budget.csv:2:3", "budget.csv:2:5", "budget.csv:2:6", "context.yaml:1:1", "context.yaml:2:8",
                "risks.csv:2:3",
                "risks.csv:2:4", "risks.csv:2:7", "risks.csv:3:5",
            ])
    }

    @Test("What could not be read is not held against what refers to it")
    func noConsequences() throws {
        let pack = try PackOnDisk([
            "indicators.csv": "id,title,unit,polarity\nshare,A share,percent,sideways\n",
            "observations.csv": "indicator,period,value\nshare,2017-11,57.2%\n",
            "risks.csv": "id,title,owner\n,R,nobody\n", "targets.csv": "indicator,target\nother,5\n",
        ])
        // The polarity and the identifier are wrong; the risk might have been the nobody, but the share is known.
        #expect(
            pack.problems().map { $0.split(separator: ":").prefix(3).joined(separator: ":") } == [
                "indicators.csv:2:23", "risks.csv:2:1", "targets.csv:2:1",
            ])
    }

    @Test("All that is wrong is thrown together")
    func thrown() throws {
        let pack = try PackOnDisk(["risks.csv": "id,title\n,\n,R\n"])
        let error = #expect(throws: ReportPackError.self) { try ReportPack(contentsOfFolder: pack.folder.path) }
        #expect(error?.diagnostics.count == 1)
        #expect(error?.description.contains("risks.csv:3:1: error: “id” is blank; a risk has to have it.") == true)
        let good = try PackOnDisk()
        #expect(try ReportPack(contentsOfFolder: good.folder.path).manifest.title == "Title")
    }
}

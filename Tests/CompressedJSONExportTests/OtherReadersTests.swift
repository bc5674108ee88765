import CompressedJSONExport
import FamilyServicesKit
import Foundation
import GzipCompression
import TestSupport
import Testing

@Suite("Programs that nobody here wrote", .slow)
struct OtherReadersTests {
    @Test("gzip, pigz and Python decompress what we compress, and find JSON in it", arguments: [1, 2, 5])
    func decompress(threads: Int) throws {
        let publication = try Samples.publication(of: Samples.pack(observations: 5_000))
        let bytes = try CompressedJSONExporter(options: .init(threads: threads)).data(publication)
        let expected = try JSONExporter().data(publication)
        for tool in [Tool.gzip, .pigz] where tool.isReady {
            try tool.run(["-t"], input: bytes)
            #expect(try tool.run(["-dc"], input: bytes) == expected)
        }
        let script = """
            import gzip, json, sys
            data = json.loads(gzip.decompress(sys.stdin.buffer.read()))
            print(len(data["pack"]["observations"]), data["schemaVersion"])
            """
        let printed = try Program.python.output(["-c", script], input: Data(bytes))
        #expect(String(decoding: printed, as: UTF8.self) == "5000 {'major': 1, 'minor': 0}\n")
    }

    private struct Loaded: Decodable {
        let duckdb_types: [String: String]
        let duckdb_counts: [String: Int]
        let duckdb_sums: [Double]?
        let plain_rows: Int
        let days: [String]?
        let pandas_counts: [String: Int]
        let pandas_sums: [Double]?
        let pandas_types: [String: String]
    }

    @Test(
        "DuckDB and pandas load lines as they are: counts and sums agree, types are intact",
        .enabled(if: Tool.tables.isReady, "Python has no DuckDB and pandas: run make test-tools"),
        arguments: Samples.names + ["many"])
    func tables(name: String) throws {
        let pack =
            // More than DuckDB looks at to find out the types.
            try name == "many"
            ? Samples.pack(observations: 25_000) : ExamplePacks.publication(name, for: .officers).pack
        let publication = Samples.publication(of: pack)
        let scratch = try ScratchFolder()
        let path = try scratch.write(CompressedJSONLinesExporter().data(publication), to: "report.jsonl.gz")
        let output = try Tool.tables.run([Tool.script("check_tables.py"), path])
        let loaded = try JSONDecoder().decode(Loaded.self, from: Data(output))

        let indicators = Dictionary(pack.indicators.map { ($0.id, $0.unit) }) { first, _ in first }
        var (sums, missing, count) = ([0.0, 0.0, 0.0], 0, 0)
        for observation in pack.observations {
            count += 1
            sums[0] += indicators[observation.indicator].flatMap { observation.value.number(in: $0) } ?? 0
            switch observation.value {
            case .fraction(let numerator, let denominator):
                sums[1] += numerator
                sums[2] += denominator
            case .value(_, let base): sums[2] += base ?? 0
            case .missing: break
            }
            if observation.value.missingReason != nil { missing += 1 }
        }
        #expect(loaded.duckdb_counts == loaded.pandas_counts)
        #expect(loaded.plain_rows == loaded.duckdb_counts.values.reduce(0, +))
        for column in ["first_day", "last_day", "report_date"] { #expect(loaded.duckdb_types[column] == "DATE") }
        #expect(loaded.duckdb_types["is_synthetic"] == "BOOLEAN")
        #expect(loaded.duckdb_types["decimals"] == "BIGINT")
        #expect(loaded.duckdb_types["title"] == "VARCHAR")
        guard count > 0 else {
            #expect(loaded.duckdb_counts["observation"] == nil)
            return
        }
        #expect(loaded.duckdb_counts["observation"] == count)
        for result in [loaded.duckdb_sums, loaded.pandas_sums] {
            let result = try #require(result)
            #expect(result[3] == Double(missing))
            for (found, expected) in zip(result, sums) {
                #expect(abs(found - expected) <= 1e-9 * max(abs(expected), 1), "\(found) for \(expected)")
            }
        }
        for (column, sum) in zip(["value", "numerator", "denominator"], sums) where sum != 0 {
            #expect(loaded.duckdb_types[column] == "DOUBLE")
            #expect(loaded.pandas_types[column] == "float64")
        }
        #expect(loaded.duckdb_types["indicator"] == "VARCHAR")
        let firstDay = pack.observations.map { $0.period.firstDay }.min()
        let lastDay = pack.observations.map { $0.period.lastDay }.max()
        #expect(loaded.days?.first == firstDay?.description)
        #expect(loaded.days?.last == lastDay?.description)
    }

    @Test("jq counts records and finds what is overdue", .enabled(if: Tool.jq.isReady, "jq is not installed"))
    func jq() throws {
        let publication = try ExamplePacks.publication("sample-borough", for: .members)
        let lines = try JSONLinesExporter().data(publication)
        let actions = publication.pack.plans.flatMap(\.actions)
        let overdue = actions.filter { $0.isOverdue(on: publication.metadata.date) }.count
        let filter = #"[.[] | .record] | group_by(.) | map("\(.[0]) \(length)") | join(", ")"#
        let counts = String(decoding: try Tool.jq.run(["-s", "-r", filter], input: lines), as: UTF8.self)
        #expect(counts.contains("observation \(publication.pack.observations.count)"))
        #expect(counts.contains("action \(actions.count)"))
        let found = try Tool.jq.run(
            ["-s", #"map(select(.record == "action" and .is_overdue)) | length"#], input: lines)
        #expect(String(decoding: found, as: UTF8.self) == "\(overdue)\n")
        let document = try JSONExporter().data(publication)
        let number = try Tool.jq.run([".pack.observations | length"], input: document)
        #expect(String(decoding: number, as: UTF8.self) == "\(publication.pack.observations.count)\n")
    }
}

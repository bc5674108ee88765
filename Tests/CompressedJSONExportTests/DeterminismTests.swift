import CompressedJSONExport
import FamilyServicesImport
import FamilyServicesKit
import Foundation
import GzipCompression
import TestSupport
import Testing

@Suite("Equal publications give equal bytes", .slow)
struct DeterminismTests {
    @Test("in this process, in parallel, and on any number of cores")
    func cores() async throws {
        let publication = try Samples.publication(of: Samples.pack(observations: 4_000))
        let document = try CompressedJSONExporter(options: .init(threads: 1)).data(publication)
        let lines = try CompressedJSONLinesExporter(options: .init(threads: 1)).data(publication)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for threads in [nil, 1, 2, 3, 7] {
                group.addTask {
                    let options = try GzipOptions(threads: threads)
                    return try CompressedJSONExporter(options: options).data(publication) == document
                        && CompressedJSONLinesExporter(options: options).data(publication) == lines
                }
            }
            for try await isEqual in group { #expect(isEqual) }
        }
    }

    /// The program names the files in the release note.
    private static let publication = Result { () throws -> Publication in
        let loaded = ReportPackLoader().load(folder: Samples.path("sample-borough"))
        return try #require(loaded.pack).publish(
            for: .officers, options: PublicationOptions(inputs: loaded.inputs))
    }

    @Test(
        "in another process with another hash seed, time zone and language",
        arguments: ["json", "jsonl", "json.gz", "jsonl.gz"])
    func otherProcess(format: String) throws {
        let program = try Program.built("committee-workbook")
        let scratch = try ScratchFolder()
        let publication = try Self.publication.get()
        let expected: [UInt8] =
            switch format {
            case "json": try JSONExporter().data(publication)
            case "jsonl": try JSONLinesExporter().data(publication)
            case "json.gz": try CompressedJSONExporter().data(publication)
            default: try CompressedJSONLinesExporter().data(publication)
            }
        let environments = [
            ["TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"],
            ["TZ": "America/St_Johns", "LANG": "C", "SWIFT_DETERMINISTIC_HASHING": "1"], ["LC_ALL": "de_DE.UTF-8"],
        ]
        // The formats hold the same text, so that by day each is tried in one place.
        let formats = ["json", "jsonl", "json.gz", "jsonl.gz"]
        let place = try #require(formats.firstIndex(of: format)) % environments.count
        for (index, environment) in environments.enumerated() where index == place || TestSize.isNightly {
            let path = scratch.path("\(index).\(format)")
            _ = try program.output(
                [Samples.path("sample-borough"), "--audience", "officers", "--output", path], environment: environment)
            #expect([UInt8](try Data(contentsOf: URL(filePath: path))) == expected)
        }
    }
}

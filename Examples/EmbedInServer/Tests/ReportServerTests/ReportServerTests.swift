import FamilyServicesImport
import FamilyServicesKit
import Foundation
import MarkdownExport
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The built program, asked over HTTP as any client would.
@Suite("The report server", .serialized)
struct ReportServerTests {
    private final class Server: Sendable {
        let process = Process()
        let address: URL
        private let folder: URL

        init() throws {
            folder = FileManager.default.temporaryDirectory.appending(path: "fsk-server-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let accounts = folder.appending(path: "accounts.json")
            try Data(#"{"m-token": "members", "o-token": "officers"}"#.utf8).write(to: accounts)
            let arguments = CommandLine.arguments
            let bundle = arguments.first { $0.hasSuffix(".xctest") } ?? arguments[0]
            process.executableURL = URL(filePath: bundle).deletingLastPathComponent().appending(path: "report-server")
            process.arguments = [ReportServiceTests.packs.path, "--port", "0", "--accounts", accounts.path]
            let pipe = Pipe()
            process.standardOutput = pipe
            try process.run()
            let line = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
            let text = line.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
            address = try #require(URL(string: text))
        }

        func get(_ path: String, token: String? = nil) async throws -> (status: Int, type: String?, body: Data) {
            var request = URLRequest(url: try #require(URL(string: path, relativeTo: address)))
            if let token { request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
            let (body, response) = try await URLSession.shared.data(for: request)
            let answer = try #require(response as? HTTPURLResponse)
            return (answer.statusCode, answer.value(forHTTPHeaderField: "Content-Type"), body)
        }

        deinit {
            process.terminate()
            process.waitUntilExit()
            try? FileManager.default.removeItem(at: folder)
        }
    }

    @Test("Reports are served for the audience that the token allows, and ends in order when told to")
    func server() async throws {
        let server = try Server()
        let name = "improvement-plan-2019-03"
        let pack = try ReportPack(contentsOfFolder: ReportServiceTests.packs.appending(path: name).path)
        for (token, audience) in [(nil, Audience.everyone), ("m-token", .members), ("o-token", .officers)] {
            let answer = try await server.get("\(name).md?audience=\(audience.rawValue)", token: token)
            #expect(answer.status == 200)
            #expect(answer.type == "text/markdown")
            #expect(Array(answer.body) == (try MarkdownExporter().data(try pack.publish(for: audience))))
        }
        let workbook = try await server.get("\(name).xlsx")
        #expect(workbook.status == 200)
        #expect(workbook.body.starts(with: Data("PK".utf8)))

        for (path, token, status) in [
            ("\(name).md?audience=officers", nil, 403), ("\(name).md?audience=officers", "m-token", 403),
            ("\(name).md", "no-token", 401), ("\(name).md?audience=everybody", nil, 400), ("nothing.md", nil, 404),
            ("..%2Fmain.md", nil, 404), ("\(name).pdf", nil, 406), ("\(name)", nil, 406), ("../secrets", nil, 404),
        ] {
            let answer = try await server.get(path, token: token)
            #expect(answer.status == status, "\(path)")
        }
        server.process.terminate()
        server.process.waitUntilExit()
        #expect(server.process.terminationReason == .exit)
        #expect(server.process.terminationStatus == 0)
    }

    @Test("64 requests over HTTP at once are all answered, with the same bytes for the same report")
    func manyAtOnce() async throws {
        let server = try Server()
        let files = ["improvement-plan-2018-01.md", "quarterly-update-2022-01.xlsx", "sample-borough.md"]
        let bodies = try await withThrowingTaskGroup { group in
            for index in 0..<64 {
                group.addTask { (index % files.count, try await server.get(files[index % files.count])) }
            }
            return try await group.reduce(into: [Int: Set<Data>]()) { bodies, answer in
                #expect(answer.1.status == 200)
                bodies[answer.0, default: []].insert(answer.1.body)
            }
        }
        #expect(bodies.count == files.count)
        #expect(bodies.values.allSatisfy { $0.count == 1 })
    }
}

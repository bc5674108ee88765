import FamilyServicesKit
import Foundation
import Testing

@testable import report_server

@Suite("Shutting down")
struct ShutdownTests {
    @Test("What is being made is still sent, what waits is refused, and then the server ends")
    func inOrder() async throws {
        let packs = try TestPacks()
        let title = "shutting down"
        let gate = GatedExporter.newGate(title)
        let item = try packs.pack(title: title)
        try await TestServer.run([item], change: { $0.exportLimits = .init(running: 1) }) { server in
            async let running = server.ask("/reports/small.gated")
            try await wait { gate.begun == 1 }
            async let waiting = server.ask("/reports/small.gated?audience=members", token: "m-token")
            try await wait { await server.reports.exports.waitingCount == 1 }
            let idle = try server.connect()
            try await wait { server.connections.count == 3 }
            await server.shutDown()
            #expect(try await waiting.status == 503)
            #expect(try await idle.end() == "")
            gate.open()
            #expect(try await running.text == "public")
        }
    }

    @Test("Neither an export without end nor a client that does not leave holds it up")
    func inTime() async throws {
        let packs = try TestPacks()
        let title = "never ends"
        let gate = GatedExporter.newGate(title)
        let item = try packs.pack(title: title)
        let start = ContinuousClock.now
        try await TestServer.run([item], change: { $0.connectionLimits.shutdown = .milliseconds(300) }) { server in
            let client = try server.connect()
            try await client.send(TestClient.request("/reports/small.gated"))
            let slow = try server.connect()
            try await slow.send("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n")
            try await wait { gate.begun == 1 }
            await server.shutDown()
            #expect(try await client.end() == "")
        }
        #expect(ContinuousClock.now - start < .seconds(5))
        try await wait { gate.cancelled == 1 }
    }

    @Test("The program says where it listens, and SIGTERM ends it while an export runs and a request never ends")
    func program() async throws {
        let packs = try TestPacks()
        let item = TestPacks.example("quarterly-update-2022-01")
        let list = packs.folder.appending(path: "reports.json")
        let entry = """
            [{"name": "plan", "title": "Plan", "folder": "\(item.folder)", "audiences": ["public"]}]
            """
        try entry.write(to: list, atomically: true, encoding: .utf8)
        let process = Process()
        let arguments = CommandLine.arguments
        let bundle = arguments.first { $0.hasSuffix(".xctest") } ?? arguments[0]
        process.executableURL = URL(filePath: bundle).deletingLastPathComponent().appending(path: "report-server")
        process.arguments = [list.path, "--port", "0"]
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let address = try #require(
            URL(string: line.split(separator: " ").last.map { $0.trimmingCharacters(in: .newlines) } ?? ""))
        let port = try #require(address.port, "\(line)")
        let endless = try TestClient(port: port)
        try await endless.send("GET / HTTP/1.1\r\nX: ")
        let client = try TestClient(port: port)
        try await client.send(TestClient.request("/reports/plan.xlsx"))
        // Until the pack has been read and the export begun.
        try await Task.sleep(for: .milliseconds(500))
        process.terminate()
        let answer = try await client.answer()
        #expect(answer?.status == 200 || answer?.status == 503)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 0)
    }
}

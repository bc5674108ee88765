import FamilyServicesKit
import Foundation
import Testing

@testable import report_server

/// What people send to stop a server: each of it costs one connection, for a while.
@Suite("Slow, endless and malformed requests")
struct HostileClientTests {
    /// A server of which others are answered at any time, also after the test.
    private func run(
        formats: [String] = ["markdown"], change: (inout ConnectionLimits) -> Void = { _ in },
        _ test: @Sendable (TestServer) async throws -> Void
    ) async throws {
        let packs = try TestPacks()
        try await TestServer.run([try packs.pack()], change: { change(&$0.connectionLimits) }) { server in
            // Made before, so that only what the test is about takes time.
            let exporters = try TestServer.exporters()
            for format in formats {
                let format = try exporters.exporter(id: format).format
                _ = try await server.reports.report(of: server.items[0], as: format, for: .everyone)
            }
            try await test(server)
            #expect(try await server.ask("/reports/small.md").status == 200)
            try await wait { server.connections.count == 0 }
        }
    }

    /// Little time for a request to be whole, and to leave.
    private func hurry(_ limits: inout ConnectionLimits) {
        limits.request = .milliseconds(600)
        limits.farewell = .milliseconds(600)
    }

    /// Sends a byte now and then until the server has enough.
    private func trickle(_ client: TestClient, _ text: String) async throws -> Duration {
        let start = ContinuousClock.now
        while try await client.send(text), ContinuousClock.now - start < .seconds(10) {
            try await Task.sleep(for: .milliseconds(20))
        }
        return ContinuousClock.now - start
    }

    @Test(
        "A header that never ends is cut off, however it trickles", arguments: ["", "GET /", "GET / HTTP/1.1\r\nX: "])
    func slowHeader(_ beginning: String) async throws {
        try await run(change: hurry) { server in
            let client = try server.connect()
            try await client.send(beginning)
            #expect(try await server.ask("/reports/small.md").status == 200)
            #expect(try await trickle(client, "a") < .seconds(5))
        }
    }

    @Test(
        "A body that never ends is cut off, whether it trickles or floods",
        arguments: ["Content-Length: 16000", "Transfer-Encoding: chunked"], [1, 4_000])
    func slowBody(_ header: String, _ size: Int) async throws {
        try await run(change: hurry) { server in
            let client = try server.connect()
            try await client.send(TestClient.request("/reports/small.md", headers: [header]))
            let piece = String(repeating: "a", count: size)
            let isChunked = header.hasPrefix("Transfer")
            #expect(
                try await trickle(client, isChunked ? "\(String(size, radix: 16))\r\n\(piece)\r\n" : piece)
                    < .seconds(5))
        }
    }

    @Test("Connections that send nothing are closed")
    func silence() async throws {
        try await run(change: hurry) { server in
            let client = try server.connect()
            #expect(try await client.end() == "")
            // The same after an answer.
            let other = try server.connect()
            try await other.send(TestClient.request("/reports/small.md"))
            #expect(try await other.answer()?.status == 200)
            #expect(try await other.end() == "")
        }
    }

    @Test("Connections without a line end take nobody's place, however many there are")
    func manyConnections() async throws {
        try await run {
            $0.connections = 20
            $0.request = .seconds(60)
        } _: { server in
            let clients = try (0..<100).map { _ in try server.connect() }
            for client in clients { try await client.send("GET /reports") }
            let start = ContinuousClock.now
            for _ in 0..<5 { #expect(try await server.ask("/reports/small.md").status == 200) }
            #expect(ContinuousClock.now - start < .seconds(30))
            #expect(server.connections.count <= 20)
        }
    }

    @Test(
        "Ten megabytes of header are refused",
        arguments: [
            ("GET /", "a"), ("GET / HTTP/1.1\r\nX: ", "a"), ("GET / HTTP/1.1\r\n", "a"),
            ("GET / HTTP/1.1\r\n", "X: a\r\n"),
        ])
    func largeHeader(_ beginning: String, _ line: String) async throws {
        try await run { server in
            let client = try server.connect()
            try await client.send(beginning)
            let wasTaken = try await client.send(String(repeating: line, count: (10 << 20) / line.utf8.count))
            let said = (try? await client.end()) ?? ""
            #expect(!wasTaken || said == "" || said.hasPrefix("HTTP/1.1 400"), "\(said)")
        }
    }

    @Test(
        "What is no request is refused, and the connection closed",
        arguments: [
            "\0\0\0\0\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\nBad header\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
            "\u{16}\u{3}\u{1}\r\n\r\n",
        ])
    func malformed(_ text: String) async throws {
        try await run { server in
            let client = try server.connect()
            try await client.send(text)
            let said = try await client.end()
            #expect(said == "" || said.hasPrefix("HTTP/1.1 400"), "\(said)")
        }
    }

    @Test("A client that does not read its answer is cut off")
    func slowReader() async throws {
        try await run(formats: ["large", "markdown"]) {
            $0.answer = .seconds(1)
        } _: { server in
            let client = try server.connect(receiveBuffer: 4_096)
            try await client.send(TestClient.request("/reports/small.large"))
            try await wait { server.connections.count == 1 }
            // Closed while the client is still there.
            try await wait { server.connections.count == 0 }
            await #expect(throws: TestClient.Failure.self) { try await client.answer() }
        }
    }

    @Test("Clients that do not read take nobody's place either")
    func manySlowReaders() async throws {
        try await run(formats: ["large", "markdown"]) {
            $0.connections = 5
        } _: { server in
            let clients = try await withThrowingTaskGroup { group in
                for _ in 0..<10 {
                    group.addTask {
                        let client = try server.connect(receiveBuffer: 4_096)
                        try await client.send(TestClient.request("/reports/small.large"))
                        try await client.send(TestClient.request("/reports/small.large"))
                        return client
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            for _ in 0..<5 { #expect(try await server.ask("/reports/small.md").status == 200) }
            #expect(clients.count == 10 && server.connections.count <= 5)
        }
    }

    @Test("Requests that come before the last answer are answered in their order")
    func pipelining() async throws {
        try await run { server in
            let client = try server.connect()
            let paths = ["/reports/small.md", "/nothing", "/reports/small.html", "/", "/reports/small.md"]
            try await client.send(paths.map { TestClient.request($0) }.joined())
            var types: [String?] = []
            for _ in paths { types.append(try await client.answer()?["Content-Type"]) }
            #expect(
                types == [
                    "text/markdown; charset=utf-8", "text/plain; charset=utf-8", "text/html; charset=utf-8",
                    "text/html; charset=utf-8", "text/markdown; charset=utf-8",
                ])
            // Without end, they cost a connection that goes when its client does.
            let flood = try server.connect()
            try await flood.send(String(repeating: TestClient.request("/nothing"), count: 500))
            for _ in 0..<500 { #expect(try await flood.answer()?.status == 404) }
        }
    }

    @Test("A client that asks again and again on one connection does not wait for acknowledgements")
    func keepAlive() async throws {
        try await run { server in
            let client = try server.connect()
            var times: [Duration] = []
            for _ in 0..<60 {
                let start = ContinuousClock.now
                try await client.send(TestClient.request("/reports/small.md"))
                #expect(try await client.answer()?.status == 200)
                times.append(ContinuousClock.now - start)
            }
            // A delayed acknowledgement takes 40 ms; half of the answers come in less than half of that.
            #expect(times.sorted()[30] < .milliseconds(20))
        }
    }
}

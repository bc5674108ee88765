import FamilyServicesKit
import Foundation
import HTMLExport
import InMemoryLogging
import Logging
import MarkdownExport
import NIOCore
import ServiceLifecycle
import Testing
import XLSXExport

@testable import report_server

/// The server in this process, on a port that is free.
struct TestServer {
    let items: [ReportList.Item]
    let port: Int
    let group: ServiceGroup
    let library: PackLibrary
    let reports: ReportService
    let connections: OpenConnections
    let log: InMemoryLogHandler

    static let tokens = Accounts(["m-token": [.members], "o-token": [.officers], "both-token": [.members, .officers]])

    static func exporters() throws -> ExporterRegistry {
        var exporters = ExporterRegistry()
        try exporters.register(HTMLExporter.self)
        try exporters.register(MarkdownExporter.self)
        try exporters.register(XLSXExporter.self)
        try exporters.register(GatedExporter.self)
        try exporters.register(LargeExporter.self)
        return exporters
    }

    /// Runs a server while a test asks it.
    ///
    /// - Parameters:
    ///   - items: The reports that are listed.
    ///   - change: Changes what is usual.
    ///   - test: The test, after which the server is shut down.
    @discardableResult
    static func run<Result: Sendable>(
        _ items: [ReportList.Item], change: (inout ReportServer) -> Void = { _ in },
        _ test: @Sendable (TestServer) async throws -> Result
    ) async throws -> Result {
        let log = InMemoryLogHandler()
        var server = ReportServer(list: try ReportList(items))
        server.accounts = tokens
        server.exporters = try exporters()
        server.port = 0
        server.interval = .milliseconds(20)
        server.logger = Logger(label: "test") { _ in log }
        server.logger.logLevel = .trace
        change(&server)
        let (ports, port) = AsyncStream<Int>.makeStream()
        let parts = server.services { port.yield($0) }
        return try await withThrowingTaskGroup { group in
            group.addTask { try await parts.group.run() }
            let number = try #require(await ports.first { _ in true })
            let running = TestServer(
                items: items, port: number, group: parts.group, library: parts.library, reports: parts.reports,
                connections: parts.connections, log: log)
            let result: Result
            do {
                result = try await test(running)
            } catch {
                await parts.group.triggerGracefulShutdown()
                throw error
            }
            await parts.group.triggerGracefulShutdown()
            try await group.waitForAll()
            return result
        }
    }

    func shutDown() async {
        await group.triggerGracefulShutdown()
    }

    /// What was logged: the level, and everything else in one line.
    var logged: [(level: Logger.Level, line: String)] {
        log.entries.map { ($0.level, "\($0.message) \($0.metadata)") }
    }

    func connect(receiveBuffer: Int? = nil) throws -> TestClient {
        try TestClient(port: port, receiveBuffer: receiveBuffer)
    }

    /// Asks once, on a connection that is then closed.
    func ask(
        _ path: String, method: String = "GET", token: String? = nil, headers: [String] = []
    ) async throws -> TestClient.Answer {
        let client = try connect()
        var lines = headers
        if let token { lines.append("Authorization: Bearer \(token)") }
        try await client.send(TestClient.request(path, method: method, headers: lines + ["Connection: close"]))
        return try #require(try await client.answer(hasBody: method != "HEAD"), "\(method) \(path)")
    }
}

/// Waits until something is so; gives up after a time in which it surely would have been.
func wait(until condition: () async throws -> Bool) async throws {
    for _ in 0..<4_000 {
        if try await condition() { return }
        try await Task.sleep(for: .milliseconds(2))
    }
    Issue.record("It did not come to that.")
}

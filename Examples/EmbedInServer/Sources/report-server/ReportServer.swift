import Dispatch
import FamilyServicesKit
import FlyingFox
import FlyingSocks
import Foundation
import MarkdownExport
import XLSXExport

/// Serves the packs in a folder as reports until it is told to stop.
@main
enum ReportServer {
    static func main() async {
        do {
            try await serve(Settings(Array(CommandLine.arguments.dropFirst())))
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(error is ReportServiceError ? 64 : 1)
        }
    }

    private static func serve(_ settings: Settings) async throws {
        var exporters = ExporterRegistry()
        try exporters.register(MarkdownExporter.self)
        try exporters.register(XLSXExporter.self)
        let accounts = try settings.accounts.map { try Accounts(contentsOf: URL(filePath: $0)) } ?? Accounts()
        let service = ReportService(
            library: PackLibrary(folder: URL(filePath: settings.packs)), exporters: exporters,
            log: { FileHandle.standardError.write(Data("\($0)\n".utf8)) })
        let handler = ReportHandler(service: service, accounts: accounts, exporters: exporters)
        // From this machine alone: in front of it stands what speaks TLS.
        let server = HTTPServer(
            address: try sockaddr_in.inet(ip4: "127.0.0.1", port: settings.port), timeout: 60, logger: .disabled)
        await server.appendRoute("GET /reports/:file") { (request: HTTPRequest, file: String) in
            await handler.respond(to: request, file: file)
        }
        let signals = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .main)
            source.setEventHandler {
                Task {
                    await service.shutDown()
                    await server.stop(timeout: 5)
                }
            }
            source.resume()
            return source
        }
        defer { for source in signals { source.cancel() } }
        let run = Task { try await server.run() }
        try await server.waitUntilListening()
        if case .ip4(_, let port)? = await server.listeningAddress {
            FileHandle.standardOutput.write(Data("Listening on http://127.0.0.1:\(port)/reports/\n".utf8))
        }
        // Ends with an error when the server is stopped, which is as it should be.
        _ = await run.result
    }
}

/// What the command line says.
struct Settings {
    var packs = ""
    var port: UInt16 = 8080
    var accounts: String?

    init(_ arguments: [String]) throws(ReportServiceError) {
        let usage = ReportServiceError(.badRequest, "Usage: report-server PACKS [--port NUMBER] [--accounts FILE]")
        var rest = arguments[...]
        while let word = rest.popFirst() {
            switch word {
            case "--port":
                guard let number = rest.popFirst().flatMap(UInt16.init) else { throw usage }
                port = number
            case "--accounts":
                guard let file = rest.popFirst() else { throw usage }
                accounts = file
            default:
                guard packs.isEmpty, !word.hasPrefix("-") else { throw usage }
                packs = word
            }
        }
        guard !packs.isEmpty else { throw usage }
    }
}

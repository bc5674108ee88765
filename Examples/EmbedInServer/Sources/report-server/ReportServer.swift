import FamilyServicesKit
import Foundation
import HTMLExport
import Hummingbird
import Logging
import MarkdownExport
import NIOCore
import ServiceLifecycle
import UnixSignals
import XLSXExport

/// Serves listed reports until it is told to stop.
@main
struct ReportServer {
    let list: ReportList
    var accounts = Accounts()
    var exporters = ExporterRegistry()
    var host = "127.0.0.1"
    var port = 8080
    var connectionLimits = ConnectionLimits()
    var exportLimits = SharedWork<ReportService.Key, ReportService.Report>.Limits()
    /// How often packs are looked at for changes.
    var interval: Duration = .seconds(1)
    var logger = Logger(label: "report-server")

    static func main() async {
        do {
            let settings = try Settings(Array(CommandLine.arguments.dropFirst()))
            var server = ReportServer(list: try ReportList(contentsOf: URL(filePath: settings.reports)))
            if let file = settings.accounts { server.accounts = try Accounts(contentsOf: URL(filePath: file)) }
            try server.exporters.register(HTMLExporter.self)
            try server.exporters.register(MarkdownExporter.self)
            try server.exporters.register(XLSXExporter.self)
            server.host = settings.host
            server.port = Int(settings.port)
            server.logger.logLevel =
                ProcessInfo.processInfo.environment["LOG_LEVEL"].flatMap { Logger.Level(rawValue: $0) } ?? .info
            try await server.services { port in
                FileHandle.standardOutput.write(Data("Listening on http://\(settings.host):\(port)/\n".utf8))
            }.group.run()
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit((error as? SettingsError)?.code ?? 1)
        }
    }

    /// The parts of the server, ready to run.
    ///
    /// - Parameter onListening: Called with the port when clients can connect.
    func services(
        onListening: @escaping @Sendable (Int) -> Void
    ) -> (group: ServiceGroup, library: PackLibrary, reports: ReportService, connections: OpenConnections) {
        let library = PackLibrary(list, interval: interval, logger: logger)
        let reports = ReportService(library: library, exporters: exporters, limits: exportLimits, logger: logger)
        let portal = Portal(list: list, accounts: accounts, service: reports, exporters: exporters)
        let connections = OpenConnections(limit: connectionLimits.connections)
        let limits = connectionLimits
        let application = Application(
            router: portal.router(limits: limits),
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [ConnectionGuard(limits, connections)],
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: limits.header, maxHeaderListSize: limits.header,
                        maxHeaderFieldCount: limits.headerCount))),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
            onServerRunning: { channel in onListening(channel.localAddress?.port ?? 0) },
            logger: logger)
        // They are told to stop from the last to the first: no more exports begin, then the connections end, each at the latest
        // when its guard says so, then the library.
        let group = ServiceGroup(
            configuration: .init(
                services: [library, application, reports], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        )
        return (group, library, reports, connections)
    }
}

import Foundation
import PackagePlugin

/// `swift package export-report`: makes reports from the packs that a package keeps in its own repository.
@main
struct ExportReport: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let tool = try context.tool(named: "export-report-tool")
        let process = Process()
        process.executableURL = tool.url
        process.arguments = arguments
        // Paths are meant from the package's own folder, wherever in it the command is given.
        process.currentDirectoryURL = context.package.directoryURL
        // A plugin may write in its own folder and the package's, nowhere else.
        var environment = ProcessInfo.processInfo.environment
        environment["TMPDIR"] = context.pluginWorkDirectoryURL.path
        process.environment = environment
        try process.run()
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            Diagnostics.error("No report was made.")
            return
        }
    }
}

import ByteSinks
import CompressedJSONExport
import FamilyServicesImport
import FamilyServicesKit
import MarkdownExport
import WorkbookPacks
import XLSXExport

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What `swift package export-report` runs.
///
/// It reads its few arguments itself: with a package for that, every dependent of this package would have to resolve it.
@main
enum ExportReportTool {
    static func main() {
        TemporaryFiles.removeWhenStopped()
        do throws(ToolError) {
            let request = try ToolRequest(Array(CommandLine.arguments.dropFirst()))
            if !request.wantsHelp { try export(request) }
            guard say(request.wantsHelp ? ToolRequest.help : request.output, to: STDOUT_FILENO) else {
                throw ToolError("standard output: error: It cannot be written to.", status: 74)
            }
        } catch {
            say(error.description, to: STDERR_FILENO)
            exit(error.status)
        }
    }

    private static func export(_ request: ToolRequest) throws(ToolError) {
        do {
            _ = try FileTransaction.recover(request.pack)
        } catch {
            throw ToolError("\(request.pack): error: \(error)", status: 74)
        }
        let loaded = ReportPackLoader(sheetReader: WorkbookSheets()).load(folder: request.pack)
        // Somebody may keep what does not go to a terminal, and a cell may hold a name that no log may keep.
        let showsValues = isatty(STDERR_FILENO) == 1
        for problem in loaded.diagnostics {
            say(showsValues ? problem.description : problem.descriptionWithoutValues, to: STDERR_FILENO)
        }
        guard let pack = loaded.pack else {
            throw ToolError(
                "\(request.pack): The pack has errors. Nothing was written.", status: loaded.isFolderReadable ? 1 : 66)
        }
        do {
            let options = PublicationOptions(inputs: loaded.inputs)
            let publication = try pack.publish(for: request.audience, options: options)
            var sink = try FileSink(path: request.output)
            try Formats.registry().export(publication, as: request.format, to: &sink)
            try sink.finish()
        } catch let error as FileSinkError {
            // What cannot be begun cannot be made; the rest is writing that failed.
            let isWriting = [.noSpace, .system, .closed].contains(error.code)
            throw ToolError(error.description, status: isWriting ? 74 : 73)
        } catch {
            throw ToolError("\(request.output): error: \(error)", status: 74)
        }
    }

    /// - Returns: Whether somebody took it.
    @discardableResult
    private static func say(_ text: String, to descriptor: Int32) -> Bool {
        Array((text + "\n").utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) == $0.count }
    }
}

/// Why the tool gave up, with its exit code as BSD's sysexits.h numbers them.
struct ToolError: Error {
    let description: String
    let status: Int32

    init(_ description: String, status: Int32) {
        self.description = description
        self.status = status
    }
}

/// The formats that the tool can write.
enum Formats {
    static func registry() throws(ExporterRegistryError) -> ExporterRegistry {
        var registry = ExporterRegistry()
        try registry.register(XLSXExporter.self)
        try registry.register(MarkdownExporter.self)
        try registry.register(CompressedJSONExporter.self)
        try registry.register(CompressedJSONLinesExporter.self)
        try registry.register(JSONExporter.self)
        try registry.register(JSONLinesExporter.self)
        return registry
    }
}

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
        do throws(ToolError) {
            let request = try ToolRequest(Array(CommandLine.arguments.dropFirst()))
            guard !request.wantsHelp else { return say(ToolRequest.help, to: STDOUT_FILENO) }
            try export(request)
            say(request.output, to: STDOUT_FILENO)
        } catch {
            say(error.description, to: STDERR_FILENO)
            exit(error.status)
        }
    }

    private static func export(_ request: ToolRequest) throws(ToolError) {
        let loaded = ReportPackLoader(sheetReader: WorkbookSheets()).load(folder: request.pack)
        for problem in loaded.diagnostics { say(problem.description, to: STDERR_FILENO) }
        guard let pack = loaded.pack else {
            throw ToolError("\(request.pack): The pack has errors. Nothing was written.", status: 1)
        }
        do {
            let options = PublicationOptions(inputs: loaded.inputs)
            let publication = try pack.publish(for: request.audience, options: options)
            var sink = try FileSink(path: request.output)
            try Formats.registry().export(publication, as: request.format, to: &sink)
            try sink.finish()
        } catch let error as FileSinkError {
            throw ToolError(error.description, status: 73)
        } catch {
            throw ToolError("\(request.output): error: \(error)", status: 74)
        }
    }

    private static func say(_ text: String, to descriptor: Int32) {
        // A message that nobody takes is lost, as it is with any program.
        Array((text + "\n").utf8).withUnsafeBytes { _ = write(descriptor, $0.baseAddress, $0.count) }
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

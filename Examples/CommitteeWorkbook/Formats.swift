import ArgumentParser
import CompressedJSONExport
import EESExport
import FamilyServicesKit
import HTMLExport
import MarkdownExport
import ODSExport
import OpenDataExport
import PaperExport
import XLSXExport

/// The formats that this program can write.
enum Formats {
    static func registry() throws -> ExporterRegistry {
        var registry = ExporterRegistry()
        try registry.register(XLSXExporter.self)
        try registry.register(ODSExporter.self)
        try registry.register(HTMLExporter.self)
        try registry.register(MarkdownExporter.self)
        try registry.register(DOCXExporter.self)
        try registry.register(PDFExporter.self)
        try registry.register(CompressedJSONExporter.self)
        try registry.register(CompressedJSONLinesExporter.self)
        try registry.register(JSONExporter.self)
        try registry.register(JSONLinesExporter.self)
        try registry.register(EESExporter.self)
        try registry.register(OpenDataExporter.self)
        return registry
    }

    static var list: String { (try? registry().formats.map(\.id).joined(separator: ", ")) ?? "" }
}

/// Lists the formats and their options.
struct FormatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "formats",
        abstract: "List the formats with their options.",
        discussion: "Each option is shown with its default, as --option takes it.")

    func run() throws {
        let registry = try Formats.registry()
        for (index, format) in registry.formats.enumerated() {
            if index > 0 { try Console.result("") }
            try Console.result("\(format.id): \(format.displayName)")
            try Console.result("  file extensions: \(format.fileExtensions.joined(separator: ", "))")
            try Console.result("  media type: \(format.mediaType)")
            let capabilities = format.capabilities.map(\.rawValue).sorted().joined(separator: ", ")
            try Console.result("  capabilities: \(capabilities.isEmpty ? "none" : capabilities)")
            let options = try registry.availableOptions(id: format.id)
            try Console.result("  options:\(options.isEmpty ? " none" : "")")
            for option in options {
                let choices = option.choices.isEmpty ? "" : " (\(option.choices.joined(separator: ", ")))"
                let value = option.defaultValue.map { "=\($0)" } ?? " (no default)"
                try Console.result("    \(option.name)\(value)\(choices)")
            }
        }
    }
}

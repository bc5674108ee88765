public import FamilyServicesKit

/// The choices for JSON that is not compressed: there are none yet.
public struct JSONOptions: Sendable, Hashable, Codable {
    /// Makes the options.
    public init() {}
}

/// Writes a publication as one JSON object, as `CompressedJSONExporter` does but not compressed.
public struct JSONExporter: Exporter {
    /// The format `json`.
    public static let format = FormatDescriptor(
        id: "json", displayName: "JSON", fileExtensions: ["json"], mediaType: "application/json",
        capabilities: [.deterministic, .everyRecord, .records, .streaming, .text])

    /// The only options there are.
    public static let defaultOptions = JSONOptions()

    /// Makes an exporter.
    ///
    /// - Parameter options: The choices.
    public init(options: JSONOptions) {}

    /// Writes a publication into a sink.
    ///
    /// - Parameters:
    ///   - publication: The publication.
    ///   - sink: Where the bytes go.
    ///   - context: Progress and cancellation.
    /// - Throws: ``JSONExportError`` where a number is not finite, `ExportCancelled`, or the sink's own error.
    public func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try DocumentShape.export(publication, to: &sink, context: context)
        context.progress?(1)
    }
}

/// Writes a publication as JSON Lines, as `CompressedJSONLinesExporter` does but not compressed.
public struct JSONLinesExporter: Exporter {
    /// The format `jsonl`.
    public static let format = FormatDescriptor(
        id: "jsonl", displayName: "JSON Lines", fileExtensions: ["jsonl", "ndjson"],
        mediaType: "application/x-ndjson", capabilities: [.deterministic, .records, .streaming, .text])

    /// The only options there are.
    public static let defaultOptions = JSONOptions()

    /// Makes an exporter.
    ///
    /// - Parameter options: The choices.
    public init(options: JSONOptions) {}

    /// Writes a publication into a sink.
    ///
    /// - Parameters:
    ///   - publication: The publication.
    ///   - sink: Where the bytes go.
    ///   - context: Progress and cancellation.
    /// - Throws: ``JSONExportError`` where a number is not finite, `ExportCancelled`, or the sink's own error.
    public func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try LinesShape.export(publication, to: &sink, context: context)
        context.progress?(1)
    }
}

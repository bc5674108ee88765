public import FamilyServicesKit
public import GzipCompression
import JSONExport

/// Writes a publication as gzip-compressed JSON Lines: one flat record to a line, for DuckDB, pandas, Spark and jq.
///
/// The member `record` says what a line is, and the next ones which report it belongs to: one `publication`, then every record of
/// every type, the figures (`observation`) last. The columns of each are listed in <doc:JSONLines> and in ``LinesSchema``. A column
/// has one type in all records and all reports, or is null; all lines of a record type have the same members in the same order;
/// nothing is nested.
///
/// Equal publications give equal bytes, whatever the number of cores, the locale or the time; across machines as long as
/// they have the same version of zlib, and whatever it is once decompressed. Beyond the publication itself memory does not
/// grow with the number of observations.
public struct CompressedJSONLinesExporter: Exporter {
    /// The format `jsonl.gz`.
    public static let format = FormatDescriptor(
        id: "jsonl.gz", displayName: "Compressed JSON Lines", fileExtensions: ["jsonl.gz", "ndjson.gz"],
        mediaType: "application/gzip", capabilities: [.deterministic, .records, .streaming])

    /// Level 5, on as many cores as there are.
    public static let defaultOptions = GzipOptions()

    /// How hard to compress, and on how many cores.
    public let options: GzipOptions

    /// Makes an exporter.
    ///
    /// - Parameter options: How hard to compress, and on how many cores.
    public init(options: GzipOptions) {
        self.options = options
    }

    /// Writes a publication into a sink.
    ///
    /// - Parameters:
    ///   - publication: The publication.
    ///   - sink: Where the bytes go.
    ///   - context: Progress and cancellation.
    /// - Throws: ``JSONExportError`` where a number is not finite, `GzipError` where zlib fails, `ExportCancelled`, or the
    ///   sink's own error.
    public func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try LinesShape.export(publication, to: &sink, compressed: options, context: context)
    }
}

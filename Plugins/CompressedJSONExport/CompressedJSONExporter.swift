public import FamilyServicesKit
public import GzipCompression
import JSONExport

/// Writes a publication as one gzip-compressed JSON object, the form of ``PublicationDocument``.
///
/// The text is RFC 8259 in UTF-8 without blanks. Members come in the order in which <doc:JSONDocument> lists them, and
/// numbers in the shortest form that is read as the same number again. Equal publications give equal bytes, whatever the
/// number of cores, the locale or the time; across machines as long as they have the same version of zlib, and whatever it
/// is once decompressed.
///
/// Text is handed on in chunks of about 64 KiB as it is made, and compressed on several cores. Beyond the publication itself
/// memory does not grow with the number of observations.
///
/// ```swift
/// try CompressedJSONExporter(options: GzipOptions(level: 9)).write(publication, toFile: "report.json.gz")
/// ```
public struct CompressedJSONExporter: Exporter {
    /// The format `json.gz`.
    public static let format = FormatDescriptor(
        id: "json.gz", displayName: "Compressed JSON", fileExtensions: ["json.gz"], mediaType: "application/gzip",
        capabilities: [.deterministic, .everyRecord, .records, .streaming])

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
        try DocumentShape.export(publication, to: &sink, compressed: options, context: context)
    }
}

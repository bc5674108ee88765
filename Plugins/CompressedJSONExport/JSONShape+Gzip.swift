import FamilyServicesKit
import GzipCompression
import JSONExport

extension JSONShape {
    /// Writes a publication into a sink, compressed.
    static func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, compressed options: GzipOptions, context: ExportContext
    ) throws {
        try withUnsafeMutablePointer(to: &sink) { sink in
            var gzip = GzipSink(BorrowedSink(base: sink), options: options)
            try export(publication, to: &gzip, context: context)
            try gzip.finish()
        }
        context.progress?(1)
    }
}

extension JSONExportError {
    init(_ error: GzipError) {
        self.init(
            error.code == .sizeLimitExceeded ? .sizeLimitExceeded : .damagedData,
            "The compressed data cannot be read: \(error)")
    }
}

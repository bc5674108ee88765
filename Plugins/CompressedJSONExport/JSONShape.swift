import FamilyServicesKit
import GzipCompression

/// One of the two ways to lay a publication out as JSON.
protocol JSONShape {
    static func write(_ publication: Publication, to output: JSONOutput) throws
}

extension JSONShape {
    /// Writes a publication into a sink.
    static func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try withUnsafeMutablePointer(to: &sink) { sink in
            let output = JSONOutput(context: context) { try sink.pointee.write($0) }
            do {
                try write(publication, to: output)
                try output.drain()
            } catch let error as EncodingError where !output.hasFailed {
                throw CompressedJSONError(ReportPackDocumentError(error))
            }
        }
    }

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

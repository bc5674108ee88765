package import FamilyServicesKit

/// One of the two ways to lay a publication out as JSON.
package protocol JSONShape {
    static func write(_ publication: Publication, to output: JSONOutput) throws
}

extension JSONShape {
    /// Writes a publication into a sink.
    package static func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try withUnsafeMutablePointer(to: &sink) { sink in
            let output = JSONOutput(context: context) { try sink.pointee.write($0) }
            do {
                try write(publication, to: output)
                try output.drain()
            } catch let error as EncodingError where !output.hasFailed {
                throw JSONExportError(ReportPackDocumentError(error))
            }
        }
    }
}

import FamilyServicesKit
import GzipCompression
public import JSONExport

/// Reads what the exporters of this module write, compressed or not, from anywhere, trusted or not.
///
/// ```swift
/// let reader = CompressedJSONReader()
/// let document = try reader.document(from: bytes)           // report.json.gz
/// try reader.lines(from: bytes) { line in                   // report.jsonl.gz
///     if line.record == "observation", let value = try line.number("value") { sum += value }
/// }
/// ```
public struct CompressedJSONReader: Sendable, Hashable {
    /// What a reader refuses, so that little data cannot become too much.
    public struct Limits: Sendable, Hashable {
        /// How many bytes the text may have once decompressed.
        public var size: Int
        /// How many lists and objects may be open at once in a document.
        public var depth: Int
        /// How many bytes a line may have.
        public var lineLength: Int
        /// How many lines there may be.
        public var lineCount: Int

        /// Makes limits.
        ///
        /// - Parameters:
        ///   - size: How many bytes the text may have once decompressed; one gibibyte unless another number is given. A
        ///     document needs many times its size in memory, lines no more than the longest.
        ///   - depth: How many lists and objects may be open at once in a document, at most 512.
        ///   - lineLength: How many bytes a line may have.
        ///   - lineCount: How many lines there may be.
        public init(
            size: Int = 1 << 30, depth: Int = 64, lineLength: Int = 1 << 20, lineCount: Int = 100_000_000
        ) {
            self.size = size
            self.depth = depth
            self.lineLength = lineLength
            self.lineCount = lineCount
        }
    }

    /// What to refuse.
    public let limits: Limits

    /// Makes a reader.
    ///
    /// - Parameter limits: What to refuse.
    public init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// Reads a document.
    ///
    /// - Parameter bytes: The whole file: gzip, or JSON in UTF-8.
    /// - Returns: The document. What a newer minor version adds is passed over.
    /// - Throws: ``JSONExportError`` where the data is damaged or too large, or with the place of the first thing that
    ///   cannot be read.
    public func document(from bytes: [UInt8]) throws(JSONExportError) -> PublicationDocument {
        let text = try text(from: bytes)
        try checkDepth(of: text)
        do {
            return try VersionedDocument.read(PublicationDocument.self, from: text)
        } catch {
            throw JSONExportError(error)
        }
    }

    /// Reads lines, one after the other.
    ///
    /// Lines are handed on before the end of the data, and with it the checksum of compressed data, has been seen: what was
    /// made of them is only good once this has returned. Blank lines are passed over.
    ///
    /// - Parameters:
    ///   - bytes: The whole file: gzip, or lines of JSON in UTF-8.
    ///   - body: Takes each line.
    /// - Throws: ``JSONExportError`` where the data is damaged or too large, or with the number of the line that cannot be
    ///   read; or the error of `body`, as it is.
    public func lines(from bytes: [UInt8], _ body: (JSONLine) throws -> Void) throws {
        var splitter = LineSplitter(limits: limits)
        guard Self.isCompressed(bytes) else {
            try checkSize(of: bytes)
            try splitter.take(bytes.span.bytes, body)
            return try splitter.finish(body)
        }
        var reader = GzipReader(limits: GzipReader.Limits(decompressedSize: limits.size))
        var failure: (any Error)?
        do {
            try reader.read(bytes.span.bytes) { piece in
                do {
                    try splitter.take(piece, body)
                } catch {
                    failure = error
                    throw error
                }
            }
            try reader.finish()
        } catch let error as GzipError where failure == nil {
            throw JSONExportError(error)
        }
        try splitter.finish(body)
    }

    private static func isCompressed(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

    private func text(from bytes: [UInt8]) throws(JSONExportError) -> [UInt8] {
        guard Self.isCompressed(bytes) else {
            try checkSize(of: bytes)
            return bytes
        }
        do {
            return try GzipReader.decompress(bytes, limits: GzipReader.Limits(decompressedSize: limits.size))
        } catch {
            throw JSONExportError(error)
        }
    }

    private func checkSize(of bytes: [UInt8]) throws(JSONExportError) {
        guard bytes.count <= limits.size else {
            throw JSONExportError(
                .sizeLimitExceeded, "The text has more than \(limits.size) bytes; raise the limit if that is right.")
        }
    }

    private func checkDepth(of text: [UInt8]) throws(JSONExportError) {
        var (depth, isInString, isEscaped) = (0, false, false)
        for byte in text {
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                guard depth <= limits.depth else {
                    throw JSONExportError(
                        .depthLimitExceeded,
                        "The text nests deeper than \(limits.depth) levels; raise the limit if that is right.")
                }
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
        }
    }
}

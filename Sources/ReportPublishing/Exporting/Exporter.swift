public import ByteSinks

/// A format that a publication can be written in.
///
/// All validation of options happens in ``init(options:)``; ``export(_:to:context:)`` then assumes them valid. The method
/// is synchronous because the work is: a caller that must not block uses ``dataInBackground(_:context:)`` or
/// ``writeInBackground(_:toFile:context:)``.
public protocol Exporter: Sendable {
    /// The choices a caller has.
    associatedtype Options: Sendable, Hashable, Codable

    /// Names, file extensions, media type and capabilities of the format.
    static var format: FormatDescriptor { get }
    /// The options used where the caller chooses none.
    static var defaultOptions: Options { get }

    /// Makes an exporter.
    ///
    /// - Throws: An error that names the option, its value and what would be allowed.
    init(options: Options) throws

    /// Writes a publication into a sink. The caller, not the exporter, calls the sink's ``ByteSink/finish()``.
    ///
    /// - Parameters:
    ///   - publication: The publication, already reduced to what its audience may see.
    ///   - sink: Where the bytes go. An error that it throws passes through unchanged.
    ///   - context: Progress, cancellation and the day of creation.
    /// - Throws: ``ExportCancelled`` when the context asked to stop, the sink's own error, or the exporter's typed error.
    func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext) throws
}

extension Exporter {
    /// Makes an exporter with the default options.
    ///
    /// - Throws: What ``init(options:)`` throws.
    public init() throws {
        try self.init(options: Self.defaultOptions)
    }

    /// Writes a publication into memory.
    ///
    /// - Parameters:
    ///   - publication: The publication.
    ///   - context: Progress, cancellation and the day of creation.
    /// - Returns: The whole file.
    /// - Throws: What ``export(_:to:context:)`` throws.
    public func data(_ publication: Publication, context: ExportContext = ExportContext()) throws -> [UInt8] {
        var sink = MemorySink()
        try export(publication, to: &sink, context: context)
        try sink.finish()
        return sink.bytes
    }

    /// Writes a publication to a file: whole or not at all.
    ///
    /// - Parameters:
    ///   - publication: The publication.
    ///   - path: The file to make or replace. A directory or a symbolic link there is an error.
    ///   - context: Progress, cancellation and the day of creation.
    /// - Throws: What ``export(_:to:context:)`` throws, or ``FileSinkError``. The old file is then untouched.
    public func write(_ publication: Publication, toFile path: String, context: ExportContext = ExportContext()) throws
    {
        var sink = try FileSink(path: path)
        try export(publication, to: &sink, context: context)
        try sink.finish()
    }
}

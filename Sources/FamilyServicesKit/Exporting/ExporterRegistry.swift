/// The formats that a program offers.
///
/// A plain value which the caller makes; nothing registers itself, so a program offers what it says and links no more.
///
/// ```swift
/// var exporters = ExporterRegistry()
/// try exporters.register(XLSXExporter.self)
/// try exporters.write(publication, toFile: "committee.xlsx")
/// ```
public struct ExporterRegistry: Sendable {
    private var exporters: [String: any Exporter.Type] = [:]
    /// Lower-case extensions and the formats they stand for.
    private var extensions: [String: String] = [:]

    /// Makes a registry without formats.
    public init() {}

    /// What the registered formats say about themselves, sorted by identifier.
    public var formats: [FormatDescriptor] {
        exporters.values.map { $0.format }.sorted { $0.id < $1.id }
    }

    /// Adds a format.
    ///
    /// - Parameter exporter: The exporter's type.
    /// - Throws: ``ExporterRegistryError`` where its descriptor is not well formed, or its identifier or one of its
    ///   extensions is taken. The registry is then unchanged.
    public mutating func register<E: Exporter>(_ exporter: E.Type) throws(ExporterRegistryError) {
        let format = E.format
        guard Self.isName(format.id) else { throw .malformedIdentifier(format.id) }
        guard exporters[format.id] == nil else { throw .duplicateIdentifier(format.id) }
        guard !format.fileExtensions.isEmpty else { throw .noExtension(format: format.id) }
        var added: [String: String] = [:]
        for name in format.fileExtensions {
            let key = name.lowercased()
            guard !key.isEmpty, !key.hasPrefix("."), !key.contains("/") else {
                throw .malformedExtension(name, format: format.id)
            }
            if let other = extensions[key] ?? added[key] {
                throw .duplicateExtension(key, format: format.id, takenBy: other)
            }
            added[key] = format.id
        }
        exporters[format.id] = exporter
        extensions.merge(added) { old, _ in old }
    }

    /// The exporter with an identifier.
    ///
    /// - Parameter id: The identifier, such as `xlsx`.
    /// - Returns: The exporter's type.
    /// - Throws: ``ExporterRegistryError`` that lists the known identifiers and the nearest.
    public func exporter(id: String) throws(ExporterRegistryError) -> any Exporter.Type {
        if let exporter = exporters[id] { return exporter }
        let known = exporters.keys.sorted()
        throw .unknownIdentifier(id, known: known, nearest: NearestName.nearest(to: id, among: known))
    }

    /// The exporter of a media type.
    ///
    /// - Parameter mediaType: The type and subtype without parameters, in any case.
    /// - Returns: The exporter's type; of several, the one whose identifier comes first.
    /// - Throws: ``ExporterRegistryError`` that lists the known media types and the nearest.
    public func exporter(mediaType: String) throws(ExporterRegistryError) -> any Exporter.Type {
        let formats = formats
        let wanted = mediaType.lowercased()
        if let format = formats.first(where: { $0.mediaType.lowercased() == wanted }), let found = exporters[format.id]
        {
            return found
        }
        let known = Set(formats.map(\.mediaType)).sorted()
        throw .unknownMediaType(mediaType, known: known, nearest: NearestName.nearest(to: mediaType, among: known))
    }

    /// The exporter for a file, chosen by the longest extension that fits: `pack.json.gz` is `json.gz` rather than `gz`.
    ///
    /// - Parameter path: The path or name of a file.
    /// - Returns: The exporter's type.
    /// - Throws: ``ExporterRegistryError`` that lists the known extensions and the nearest.
    public func exporter(forPath path: String) throws(ExporterRegistryError) -> any Exporter.Type {
        let name = (path.split(separator: "/", omittingEmptySubsequences: false).last ?? "").lowercased()
        // A dot that begins the name makes a hidden file, not an extension.
        var rest = name.dropFirst()
        while let dot = rest.firstIndex(of: ".") {
            rest = rest[rest.index(after: dot)...]
            if let id = extensions[String(rest)], let found = exporters[id] { return found }
        }
        let known = extensions.keys.sorted()
        let last = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last.map(String.init) ?? ""
        throw .unknownExtension(path: path, known: known, nearest: NearestName.nearest(to: last, among: known))
    }

    /// Writes a publication in a format, with the format's default options.
    ///
    /// - Parameters:
    ///   - publication: The publication.
    ///   - id: The identifier of the format.
    ///   - sink: Where the bytes go. The caller finishes it.
    ///   - context: Progress and cancellation.
    /// - Throws: ``ExporterRegistryError``, or what the exporter or the sink throws.
    public func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, as id: String, to sink: inout Sink, context: ExportContext = ExportContext()
    ) throws {
        try Self.export(publication, with: exporter(id: id), to: &sink, context: context)
    }

    /// Writes a publication to a file, whole or not at all, in the format that the file's extension names.
    ///
    /// - Parameters:
    ///   - publication: The publication.
    ///   - path: The file to make or replace.
    ///   - context: Progress and cancellation.
    /// - Throws: ``ExporterRegistryError``, ``FileSinkError``, or what the exporter throws.
    public func write(_ publication: Publication, toFile path: String, context: ExportContext = ExportContext()) throws
    {
        let exporter = try exporter(forPath: path)
        var sink = try FileSink(path: path)
        try Self.export(publication, with: exporter, to: &sink, context: context)
        try sink.finish()
    }

    /// Opens the type that is stored without its name.
    private static func export<E: Exporter, Sink: ByteSink & ~Copyable>(
        _ publication: Publication, with exporter: E.Type, to sink: inout Sink, context: ExportContext
    ) throws {
        try E().export(publication, to: &sink, context: context)
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            }
    }
}

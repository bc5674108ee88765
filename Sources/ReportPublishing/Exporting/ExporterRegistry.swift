public import ByteSinks
import ReportVocabulary

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

    /// The exporter with an identifier, or whose files have that extension.
    ///
    /// - Parameter id: The identifier, such as `markdown`, or an extension, such as `md` or `.json.gz`, in any case.
    /// - Returns: The exporter's type; where an identifier is the extension of another format too, that of the identifier.
    /// - Throws: ``ExporterRegistryError`` that lists the known identifiers and the nearest.
    public func exporter(id: String) throws(ExporterRegistryError) -> any Exporter.Type {
        if let exporter = exporters[id] { return exporter }
        let name = id.lowercased()
        if let exporter = exporters[name]
            ?? extensions[name.hasPrefix(".") ? String(name.dropFirst()) : name].flatMap({ exporters[$0] })
        {
            return exporter
        }
        let known = exporters.keys.sorted()
        throw .unknownIdentifier(id, known: known, nearest: NearestName.nearest(to: id, among: known))
    }

    /// The exporter of a media type.
    ///
    /// - Parameter mediaType: The type and subtype in any case; parameters, as in `text/markdown; charset=utf-8`, are
    ///   passed over.
    /// - Returns: The exporter's type; of several, the one whose identifier comes first.
    /// - Throws: ``ExporterRegistryError`` that lists the known media types and the nearest.
    public func exporter(mediaType: String) throws(ExporterRegistryError) -> any Exporter.Type {
        let formats = formats
        let wanted = Self.essence(of: mediaType)
        if let format = formats.first(where: { Self.essence(of: $0.mediaType) == wanted }),
            let found = exporters[format.id]
        {
            return found
        }
        let known = Set(formats.map(\.mediaType)).sorted()
        throw .unknownMediaType(mediaType, known: known, nearest: NearestName.nearest(to: wanted, among: known))
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

    /// The exporter with an identifier, with options given as text.
    ///
    /// - Parameters:
    ///   - id: The identifier, such as `xlsx`.
    ///   - options: The options as text.
    /// - Returns: The exporter.
    /// - Throws: ``ExporterRegistryError``, ``ExportOptionsError``, or what the exporter's ``Exporter/init(options:)``
    ///   throws.
    public func makeExporter(id: String, options: ExportOptionsInput = .defaults) throws -> any Exporter {
        try Self.make(exporter(id: id), options: options)
    }

    /// The exporter for a file, with options given as text.
    ///
    /// - Parameters:
    ///   - path: The path or name of a file, whose longest known extension says the format.
    ///   - options: The options as text.
    /// - Returns: The exporter.
    /// - Throws: ``ExporterRegistryError``, ``ExportOptionsError``, or what the exporter's ``Exporter/init(options:)``
    ///   throws.
    public func makeExporter(forPath path: String, options: ExportOptionsInput = .defaults) throws -> any Exporter {
        try Self.make(exporter(forPath: path), options: options)
    }

    /// The options of a format, for help texts.
    ///
    /// - Parameter id: The identifier of the format.
    /// - Returns: The options with their defaults, in the order in which the format asks for them.
    /// - Throws: ``ExporterRegistryError`` that lists the known identifiers and the nearest.
    public func availableOptions(id: String) throws(ExporterRegistryError) -> [ExportOption] {
        try exporter(id: id).availableOptions
    }

    /// Writes a publication in a format.
    ///
    /// ```swift
    /// try exporters.export(publication, as: "markdown", options: .text(["tableStyle=compact"]), to: &sink)
    /// ```
    ///
    /// - Parameters:
    ///   - publication: The publication.
    ///   - id: The identifier of the format.
    ///   - options: The options as text; those that are not given are the format's defaults.
    ///   - sink: Where the bytes go. The caller finishes it.
    ///   - context: Progress, cancellation and the day of creation.
    /// - Throws: ``ExporterRegistryError``, ``ExportOptionsError``, or what the exporter or the sink throws.
    public func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, as id: String, options: ExportOptionsInput = .defaults, to sink: inout Sink,
        context: ExportContext = ExportContext()
    ) throws {
        try makeExporter(id: id, options: options).export(publication, to: &sink, context: context)
    }

    /// Writes a publication to a file, whole or not at all, in the format that the file's extension names.
    ///
    /// - Parameters:
    ///   - publication: The publication.
    ///   - path: The file to make or replace.
    ///   - options: The options as text; those that are not given are the format's defaults.
    ///   - context: Progress, cancellation and the day of creation.
    /// - Throws: ``ExporterRegistryError``, ``ExportOptionsError``, ``FileSinkError``, or what the exporter throws.
    public func write(
        _ publication: Publication, toFile path: String, options: ExportOptionsInput = .defaults,
        context: ExportContext = ExportContext()
    ) throws {
        try makeExporter(forPath: path, options: options).write(publication, toFile: path, context: context)
    }

    /// Opens the type that is stored without its name.
    private static func make<E: Exporter>(_ exporter: E.Type, options: ExportOptionsInput) throws -> any Exporter {
        try E(options: E.options(from: options))
    }

    /// A media type without parameters, in small letters.
    private static func essence(of mediaType: String) -> String {
        let type = mediaType.prefix { $0 != ";" }.drop { $0 == " " || $0 == "\t" }
        return type.prefix { $0 != " " && $0 != "\t" }.lowercased()
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

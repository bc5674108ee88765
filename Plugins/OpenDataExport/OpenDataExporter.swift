public import FamilyServicesKit
import ZipPackage

/// Writes the figures of a publication as open data: one ZIP file with tidy tables in CSV and what describes them.
///
/// | in the file | what it is |
/// |---|---|
/// | `observations.csv` | one figure to a row, with its value, its counts and its symbol |
/// | `indicators.csv`, `areas.csv`, `categories.csv`, `symbols.csv` | what the names in it stand for |
/// | `csv-metadata.json` | types, keys, licence and contact as the W3C's CSV on the Web has them |
/// | `datapackage.json` | the same as a Data Package with Table Schemas |
/// | `README.md` | the same for people |
///
/// Only a publication for the public is written, unless ``Options/publicOnly`` is false. Of two figures of the same indicator,
/// period, area and category both are there; `counts` says which one the report uses.
///
/// No cell begins as a formula does: a text that begins with `=`, `+`, `-`, `@`, a tab or a line break has an apostrophe before
/// it. Numbers are written as they are.
public struct OpenDataExporter: Exporter {
    /// The choices a caller has.
    public struct Options: Sendable, Hashable, Codable {
        /// Whether publications for other audiences are refused.
        ///
        /// Where they are not, the file states the audience and no licence.
        public var publicOnly: Bool

        /// Makes options.
        ///
        /// - Parameter publicOnly: Whether publications for other audiences are refused.
        public init(publicOnly: Bool = true) {
            self.publicOnly = publicOnly
        }

        private enum CodingKeys: String, CodingKey {
            case publicOnly
        }

        /// Reads options; those that are not given are the default ones.
        ///
        /// - Parameter decoder: Where the options come from.
        /// - Throws: `DecodingError` where a value is not allowed.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            self.init(publicOnly: try container.decodeIfPresent(Bool.self, forKey: .publicOnly) ?? true)
        }
    }

    /// The format `open-data`.
    public static let format = FormatDescriptor(
        id: "open-data", displayName: "Open data (CSV with metadata)", fileExtensions: ["open-data.zip", "zip"],
        mediaType: "application/zip", capabilities: [.deterministic, .records])

    /// Publications for the public only.
    public static let defaultOptions = Options()

    /// The choices.
    public let options: Options

    /// Makes an exporter.
    ///
    /// - Parameter options: The choices.
    public init(options: Options) {
        self.options = options
    }

    /// Writes a publication into a sink.
    ///
    /// - Parameters:
    ///   - publication: The publication.
    ///   - sink: Where the bytes go. It is given nothing where the publication cannot be written.
    ///   - context: Progress and cancellation.
    /// - Throws: ``OpenDataExportError``, `ExportCancelled`, or the sink's own error.
    public func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try context.checkCancellation()
        let audience = publication.metadata.audience
        guard audience == .everyone || !options.publicOnly else {
            throw OpenDataExportError(
                .notPublic,
                "This version is for \(audience.label). Open data is for everyone: publish the report for the public, or set "
                    + "the option publicOnly to false for data that stays within the council.")
        }
        let data = OpenData(publication)
        var parts: [(name: String, bytes: [UInt8])] = [
            ("README.md", Array(data.readMe.utf8)), ("datapackage.json", Array(data.dataPackage.utf8)),
            ("csv-metadata.json", Array(data.tableGroup.utf8)),
        ]
        for table in data.tables {
            parts.append((table.fileName, try table.csv(context: context)))
        }
        let file: [UInt8]
        do {
            file = try ZipMaker.file(parts)
        } catch {
            throw OpenDataExportError(.cannotPack, "The tables cannot be packed into a ZIP file: \(error)")
        }
        try context.checkCancellation()
        var start = 0
        while start < file.count {
            let end = min(start + Self.chunk, file.count)
            try sink.write(file.span.bytes.extracting(start..<end))
            start = end
            context.progress?(0.9 + 0.1 * Double(start) / Double(file.count))
            try context.checkCancellation()
        }
        context.progress?(1)
    }

    private static let chunk = 65_536
}

/// Why a publication could not be written as open data.
///
/// Messages name records and columns and never repeat what is there.
public struct OpenDataExportError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What went wrong.
    ///
    /// The set is open: later versions may add codes.
    public struct Code: RawRepresentable, Sendable, Hashable {
        /// The name of the code.
        public let rawValue: String

        /// Names a code.
        ///
        /// - Parameter rawValue: The name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The publication is not for the public.
        public static let notPublic = Code(rawValue: "not-public")
        /// A number is not finite.
        public static let nonFiniteNumber = Code(rawValue: "non-finite-number")
        /// Two records that others name have one name.
        public static let repeatedName = Code(rawValue: "repeated-name")
        /// Memory ran out, or the file would be over 4 GiB.
        public static let cannotPack = Code(rawValue: "cannot-pack")
    }

    /// What went wrong.
    public let code: Code
    /// A sentence for people, which says where and what would be right.
    public let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The message.
    public var description: String { message }
}

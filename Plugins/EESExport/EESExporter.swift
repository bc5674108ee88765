public import FamilyServicesKit
import PublishedStatistics
import ZipPackage

/// Writes the figures of a publication as data files for explore education statistics: CSV with its description, in a ZIP file as
/// that service takes them.
///
/// Only the version for the public is written. What a reader of it cannot see is not there either, and a figure that is withheld is
/// `c`. There is a pair of files, `NAME.csv` and `NAME.meta.csv`, for each kind of time, since the standard does not mix them, and for
/// each breakdown. Where there is more than one pair, `dataset_names.csv` names them, as the service asks for.
///
/// | in the report | in the file |
/// | --- | --- |
/// | a month, or the position at the end of one | the year, and `November` |
/// | a quarter of a financial year | `201819`, `Financial year Q3` |
/// | a financial, academic or calendar year | `201819` or `2018` with its name |
/// | positions on the same day of each year | the year, `Reporting year` |
/// | a council, region or England | its level, codes and names, with the region of a council |
/// | a measure | an indicator, with its group, unit and decimals; beside a share or rate the counts that it rests on |
/// | a category of a breakdown | an item of a filter |
/// | withheld, not available, not applicable, unreliable, rounds to 0 | `c`, `x`, `z`, `u`, `low` |
/// | more or less than a number | `x`, since a number would be wrong |
///
/// Groups of councils, localities, places without codes and spans of other lengths have no place in such files;
/// ``omissions(in:)`` lists them.
public struct EESExporter: Exporter {
    /// There is nothing to choose.
    public struct Options: Sendable, Hashable, Codable {
        /// Makes options.
        public init() {}
    }

    /// The format `ees`.
    public static let format = FormatDescriptor(
        id: "ees", displayName: "Data files for explore education statistics", fileExtensions: ["ees.zip"],
        mediaType: "application/zip", capabilities: [.deterministic, .records])

    /// Nothing is chosen.
    public static let defaultOptions = Options()

    /// Nothing is chosen.
    public let options: Options

    /// Makes an exporter.
    ///
    /// - Parameter options: There is nothing to choose.
    public init(options: Options) { self.options = options }

    /// Writes a publication.
    ///
    /// - Parameters:
    ///   - publication: The version for the public.
    ///   - sink: Where the ZIP file goes. It is given nothing where the publication cannot be written.
    ///   - context: Progress and cancellation. No day of creation is written.
    /// - Throws: ``EESExportError``, `ExportCancelled`, or the sink's own error.
    public func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try context.checkCancellation()
        context.progress?(0)
        let files = try Self.files(of: publication)
        try context.checkCancellation()
        let bytes: [UInt8]
        do {
            bytes = try ZipMaker.file(files)
        } catch {
            throw EESExportError.tooLarge
        }
        var rest = bytes[...]
        while !rest.isEmpty {
            try context.checkCancellation()
            let part = Array(rest.prefix(1 << 16))
            try sink.write(part)
            rest = rest.dropFirst(part.count)
            context.progress?(1 - Double(rest.count) / Double(bytes.count))
        }
    }

    /// The files that are packed, by name.
    ///
    /// - Parameter publication: The version for the public.
    /// - Returns: The files with their bytes.
    /// - Throws: ``EESExportError``.
    public static func files(of publication: Publication) throws(EESExportError) -> [(name: String, bytes: [UInt8])] {
        guard publication.metadata.audience == .everyone else {
            throw .notPublic(publication.metadata.audience)
        }
        let tables = OpenTables(publication)
        guard !tables.list.isEmpty else { throw .nothingToWrite }
        var files: [(name: String, bytes: [UInt8])] = []
        for table in tables.list {
            files.append((table.name + ".csv", Array(table.data.utf8)))
            files.append((table.name + ".meta.csv", Array(table.description.utf8)))
        }
        if tables.list.count > 1 {
            let rows = tables.list.map { CSVText.row([$0.name, $0.title]) + "\n" }.joined()
            files.append(("dataset_names.csv", Array(("file_name,dataset_name\n" + rows).utf8)))
        }
        return files
    }

    /// What of a publication has no place in such files, a sentence each.
    ///
    /// - Parameter publication: The publication.
    /// - Returns: The sentences, none where everything is written.
    public static func omissions(in publication: Publication) -> [String] { OpenTables(publication).omissions }
}

/// Why no data files can be written.
public enum EESExportError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The version is not that for the public.
    case notPublic(Audience)
    /// No figure is of a council, region or country with codes, in a time that such files know.
    case nothingToWrite
    /// The file would be larger than a ZIP file can be.
    case tooLarge

    /// A sentence for people.
    public var description: String {
        switch self {
        case .notPublic(let audience):
            "Data files for explore education statistics are published, and this version is for \(audience.label). Make the "
                + "version for the public."
        case .nothingToWrite:
            "No figure can be written: data files for explore education statistics hold figures of councils, regions and England "
                + "with their codes, for months, quarters and years. Give the areas of the pack their codes (ons and dfe)."
        case .tooLarge: "The figures make a file that is larger than a ZIP file can be."
        }
    }
}

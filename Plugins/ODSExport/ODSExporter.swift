public import FamilyServicesKit
import ZipPackage

/// Writes a publication as an OpenDocument spreadsheet (ODF 1.3), a sheet for each section.
///
/// It is written directly and not converted from another workbook, so that nothing gets lost: headings have heading styles, tables
/// have names and header rows, charts are pictures with a title and an alternative text and have their figures beneath, and the
/// document has a language, a title and an author. Figures are numbers with the decimals of the report. Links lead to the row that
/// they name.
///
/// Sheets are printed on A4 on its side, one page wide, with page numbers. The members' edition prints the sheets that members read,
/// with the charts two beside each other; the rest is on the screen.
public struct ODSExporter: Exporter {
    /// The choices a caller has.
    public struct Options: Sendable, Hashable, Codable {
        /// What is printed of a report.
        public enum Edition: String, Sendable, Hashable, Codable, CaseIterable {
            /// The few pages that members read.
            case members
            /// Everything.
            case full
        }

        /// What is printed.
        ///
        /// The workbook has every sheet in any case.
        public var edition: Edition

        /// Makes options.
        ///
        /// - Parameter edition: What is printed.
        public init(edition: Edition = .members) {
            self.edition = edition
        }

        /// Reads options, of which what is not given is as by default.
        ///
        /// - Parameter decoder: The decoder.
        /// - Throws: `DecodingError` where an option has a value that it cannot have.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            edition = try container.decodeIfPresent(Edition.self, forKey: .edition) ?? Options().edition
        }
    }

    /// The format `ods`.
    public static let format = FormatDescriptor(
        id: "ods", displayName: "OpenDocument spreadsheet", fileExtensions: ["ods"],
        mediaType: "application/vnd.oasis.opendocument.spreadsheet", capabilities: [.deterministic])

    /// The members' edition.
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
    ///   - sink: Where the bytes go. It is given nothing before the workbook is whole.
    ///   - context: Progress, cancellation and the day of creation.
    /// - Throws: ``ODSExportError``, `ExportCancelled`, or the sink's own error.
    public func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try context.checkCancellation()
        var book = Book(publication, edition: options.edition)
        for section in publication.sections {
            try context.checkCancellation()
            try book.add(section, context: context)
        }
        context.progress?(0.3)
        let content = try book.content(context: context)
        context.progress?(0.8)
        var parts: [(name: String, bytes: [UInt8])] = [
            ("mimetype", Array(Self.format.mediaType.utf8)),
            ("META-INF/manifest.xml", Array(book.manifest(of: Self.format.mediaType).utf8)),
            ("content.xml", content),
            ("styles.xml", Array(BookStyles.document(language: publication.metadata.language).utf8)),
            ("meta.xml", Array(book.metadata(created: context.dayOfCreation(of: publication)).utf8)),
        ]
        parts += book.pictures.map { ($0.file, Array($0.markup.utf8)) }
        let bytes: [UInt8]
        do {
            bytes = try ZipMaker.file(parts)
        } catch {
            throw ODSExportError(
                .tooLarge, "The workbook cannot be packed (\(error)); report on fewer periods, or write another format."
            )
        }
        var start = 0
        while start < bytes.count {
            try context.checkCancellation()
            let end = min(start + 262_144, bytes.count)
            try sink.write(bytes.span.extracting(start..<end).bytes)
            start = end
        }
        context.progress?(1)
    }
}

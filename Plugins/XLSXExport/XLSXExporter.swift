public import FamilyServicesKit

/// Writes a publication as an Excel workbook that people can read on paper, on screen and with a screen reader.
///
/// One sheet per section: its title in A1, its summary, a sentence on what the sheet holds and a key to the shorthand above
/// the tables, which are marked up as real tables without filters, banding or merged cells. Equal publications give equal
/// bytes. The workbook is written to a private temporary directory, checked part by part, and only then handed to the sink.
///
/// What is shown is what a cell holds: numbers are rounded half-up to the decimals they are shown with, and a percentage is
/// held as a fraction (57.2 % as 0.572), so that a reader who calculates on gets figures that agree with the page.
public struct XLSXExporter: Exporter {
    /// The choices a caller has.
    public struct Options: Sendable, Hashable, Codable {
        /// Whether cells may have a background.
        public enum Style: String, Sendable, Hashable, Codable, CaseIterable {
            /// Ratings have a light background beside their word, and table headers a grey one.
            case tinted
            /// No background at all.
            case plain
        }

        /// Whether cells may have a background.
        public var style: Style
        /// Whether printed pages have a footer with the title and the page number.
        ///
        /// Screen readers do not see footers.
        public var pageFooters: Bool
        /// The colours.
        public var theme: WorkbookTheme

        /// Makes options.
        ///
        /// - Parameters:
        ///   - style: Whether cells may have a background.
        ///   - pageFooters: Whether printed pages have a footer.
        ///   - theme: The colours.
        public init(style: Style = .tinted, pageFooters: Bool = false, theme: WorkbookTheme = WorkbookTheme()) {
            self.style = style
            self.pageFooters = pageFooters
            self.theme = theme
        }

        private enum CodingKeys: String, CodingKey {
            case style, pageFooters, theme
        }

        /// Reads options; those that are not given are the default ones.
        ///
        /// - Parameter decoder: Where the options come from.
        /// - Throws: `DecodingError` where a value is not allowed.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                style: try container.decodeIfPresent(Style.self, forKey: .style) ?? .tinted,
                pageFooters: try container.decodeIfPresent(Bool.self, forKey: .pageFooters) ?? false,
                theme: try container.decodeIfPresent(WorkbookTheme.self, forKey: .theme) ?? WorkbookTheme())
        }
    }

    /// The format `xlsx`.
    public static let format = FormatDescriptor(
        id: "xlsx", displayName: "Excel workbook", fileExtensions: ["xlsx"],
        mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        capabilities: [.deterministic, .needsTemporaryFile])

    /// Tints beside ratings, no page footers, the default theme.
    public static let defaultOptions = Options()

    /// The choices.
    public let options: Options

    /// Makes an exporter.
    ///
    /// - Parameter options: The choices.
    /// - Throws: ``XLSXExportError`` with the code ``XLSXExportError/Code/invalidOption`` where a text of the theme cannot
    ///   be read on its background.
    public init(options: Options) throws {
        try options.theme.checkContrast()
        self.options = options
    }

    /// Writes a publication into a sink.
    ///
    /// - Parameters:
    ///   - publication: The publication.
    ///   - sink: Where the bytes go; it is given nothing before the workbook has been checked.
    ///   - context: Progress, cancellation, and the day of creation, which stands in the properties of the document.
    /// - Throws: ``XLSXExportError`` where the publication does not fit into a workbook or a workbook could not be made,
    ///   `ExportCancelled`, or the sink's own error.
    public func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        let plan = try WorkbookPlanner(options: options, context: context).plan(publication)
        let directory = try TemporaryDirectory()
        let path = directory.path + "/workbook.xlsx"
        try WorkbookWriter.write(plan, to: path, temporaryDirectory: directory.path, context: context)
        try context.checkCancellation()
        let archive = try ZipArchive(bytes: directory.contents(of: path))
        try PackageCheck.check(archive, against: plan, context: context)
        let replacements = try PackageParts.replacements(in: archive, plan: plan)
        try ZipWriter.write(archive, replacing: replacements, to: &sink, context: context)
        context.progress?(1)
    }
}

public import FamilyServicesKit

/// Writes a publication as an Excel workbook that people can read on paper, on screen and with a screen reader.
///
/// The first sheet is the cover and the summary, on one page. Every other section has a sheet: its title in A1, its summary, a
/// sentence on what the sheet holds and a key to the shorthand above the tables. These are marked up as real tables without
/// filters, banding or merged cells; working copies alone have filters, frozen headers and lists to choose from. Equal publications
/// give equal bytes, however many cores there are. libxlsxwriter writes the workbook without its rows to a private temporary
/// directory; the rows are put in and packed on every core, each block is unpacked again and compared, and only when every part
/// has been checked it is handed to the sink. Beside the publication there are about 6 bytes in memory for each cell, and the
/// packed workbook.
///
/// Every sheet is printed on A4 in landscape, one page wide, with letters of 8 points or more unless a table has too many
/// columns for that. Columns are as wide as their words and numbers need; wordy ones share what is left.
///
/// Charts are real charts with titles, alternative text, words in the legend and no meaning in colour alone. They are on
/// sheets without tables; their figures are in one long table for each form of chart, on sheets at the end.
///
/// What Excel has no room for is kept all the same:
///
/// | Case | What the workbook has |
/// | --- | --- |
/// | more rows than a sheet holds | further sheets, as in “Data (2)”, each with the header and a sentence that says so |
/// | a text in a table that no row is high enough to show | the text, and again in pieces on the sheet “Long texts” |
/// | a text of over 32,767 UTF-16 units in a table | its beginning, and the whole on the sheet “Long texts” |
/// | such a text elsewhere | several rows, one below the other |
/// | over 65,530 links on a sheet | words in place of the rest, and a sentence that says so |
/// | a column of a table in which the words of a link take several lines, of which LibreOffice shows one | the words, without links |
/// | a name of a sheet or table that is too long, taken or not allowed | one that is cut, numbered or cleaned |
/// | control characters, U+FFFE and U+FFFF | the visible U+FFFD |
/// | a text like a formula, a link, a number or an escape (`_x0041_`) | the same text |
/// | a number that is not finite | `[z]`, and a sentence that says so |
/// | a number beyond 9.99999999999999 × 10³⁰⁷ | its digits, as words |
/// | a day before 1 March 1900 | the day in words |
/// | a chart of over 32,000 points or 255 series | its alternative text, and its figures |
/// | an alternative text of over 2,079 bytes of UTF-8 | its beginning, and the whole text above the chart |
/// | a property of the document of over 255 UTF-16 units | its beginning |
/// | over 16,384 columns; over 16,000 sheets; a label of a chart of over 32,767 UTF-16 units; a header that is missing, taken or over 255 UTF-16 units; a row of another length than its header; a link to no section | an ``XLSXExportError`` |
///
/// On a full disk libxlsxwriter itself writes a line or two to standard error; they have the path of its temporary file at the
/// most, and nothing of the publication.
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

        /// What is printed of a report.
        public enum Edition: String, Sendable, Hashable, Codable, CaseIterable {
            /// The few pages that members read: the summary, the measures, the main charts and the rest in brief.
            ///
            /// The annex is on the screen; each of its sheets says how to print it.
            case members
            /// Everything.
            case full
        }

        /// What is printed.
        ///
        /// The workbook has every sheet in any case.
        public var edition: Edition
        /// Whether cells may have a background.
        public var style: Style
        /// Whether printed pages have a footer with the title and the page number.
        ///
        /// Screen readers do not see footers.
        public var pageFooters: Bool
        /// The most rows of a table that is printed whole.
        ///
        /// Of a longer one, which people look things up in on the screen, the first page is printed, and a sentence above it
        /// says so and how to print the rest. The workbook has every row in any case. A number that no table reaches has
        /// everything printed. A sheet with several tables is always printed whole.
        public var printedRows: Int
        /// The organisation's name and logo.
        public var branding: WorkbookBranding
        /// The colours.
        public var theme: WorkbookTheme

        /// Makes options.
        ///
        /// - Parameters:
        ///   - edition: What is printed.
        ///   - style: Whether cells may have a background.
        ///   - pageFooters: Whether printed pages have a footer.
        ///   - printedRows: The most rows of a table that is printed whole, from 1.
        ///   - branding: The organisation's name and logo.
        ///   - theme: The colours.
        public init(
            edition: Edition = .members, style: Style = .tinted, pageFooters: Bool = false, printedRows: Int = 200,
            branding: WorkbookBranding = WorkbookBranding(), theme: WorkbookTheme = WorkbookTheme()
        ) {
            self.edition = edition
            self.style = style
            self.pageFooters = pageFooters
            self.printedRows = printedRows
            self.branding = branding
            self.theme = theme
        }

        private enum CodingKeys: String, CodingKey {
            case edition, style, pageFooters, printedRows, branding, theme
        }

        /// Reads options; those that are not given are the default ones.
        ///
        /// - Parameter decoder: Where the options come from.
        /// - Throws: `DecodingError` where a value is not allowed.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let standard = Options()
            self.init(
                edition: try container.decodeIfPresent(Edition.self, forKey: .edition) ?? standard.edition,
                style: try container.decodeIfPresent(Style.self, forKey: .style) ?? standard.style,
                pageFooters: try container.decodeIfPresent(Bool.self, forKey: .pageFooters) ?? standard.pageFooters,
                printedRows: try container.decodeIfPresent(Int.self, forKey: .printedRows) ?? standard.printedRows,
                branding: try container.decodeIfPresent(WorkbookBranding.self, forKey: .branding) ?? standard.branding,
                theme: try container.decodeIfPresent(WorkbookTheme.self, forKey: .theme) ?? standard.theme)
        }
    }

    /// The format `xlsx`.
    public static let format = FormatDescriptor(
        id: "xlsx", displayName: "Excel workbook", fileExtensions: ["xlsx"],
        mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        capabilities: [.deterministic, .links, .needsTemporaryFile, .prose])

    /// The members' edition in print, tints beside ratings, no page footers, tables of up to 200 rows printed whole, no logo, the
    /// default theme.
    public static let defaultOptions = Options()

    /// The choices.
    public let options: Options
    /// How much a sheet takes; tests make it small.
    var limits = SheetLimits()
    /// How many cores are used; `nil` for as many as there are.
    var threads: Int?

    /// Makes an exporter.
    ///
    /// - Parameter options: The choices.
    /// - Throws: ``XLSXExportError`` with the code ``XLSXExportError/Code/invalidOption`` where a text of the theme cannot
    ///   be read on its background, or another option is out of its range.
    public init(options: Options) throws {
        try options.theme.resolved.checkContrast()
        try options.branding.check()
        guard options.printedRows >= 1 else {
            throw XLSXExportError(
                .invalidOption,
                "The option printedRows is \(options.printedRows); write a number from 1, or one that no table reaches to have "
                    + "everything printed.")
        }
        self.options = options
    }

    /// Writes a publication into a sink.
    ///
    /// - Parameters:
    ///   - publication: The publication.
    ///   - sink: Where the bytes go; it is given nothing before the workbook has been checked.
    ///   - context: Progress, cancellation, and the day of creation, which is in the properties of the document.
    /// - Throws: ``XLSXExportError`` where the publication does not fit into a workbook or a workbook could not be made,
    ///   `ExportCancelled`, or the sink's own error.
    public func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        let plan = try WorkbookPlanner(options: options, limits: limits, context: context).plan(publication)
        let directory = try TemporaryDirectory()
        let path = directory.path + "/workbook.xlsx"
        let styleNumbers = try WorkbookWriter.write(
            plan, to: path, temporaryDirectory: directory.path, context: context)
        // Everything but the rows is there.
        context.progress?(0.3)
        let skeleton = try ZipArchive(bytes: directory.contents(of: path))
        try PackageCheck.check(skeleton, against: plan, isSkeleton: true, context: context)
        let parts = try WorkbookPackage(plan, skeleton: skeleton, styleNumbers: styleNumbers, threads: threads)
            .packed(context: context)
        try ZipWriter.write(parts, to: &sink, context: context)
        context.progress?(1)
    }
}

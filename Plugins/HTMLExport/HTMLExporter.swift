public import FamilyServicesKit

/// Writes a publication as one accessible web page that needs nothing but itself.
///
/// The page has no script and asks for no other file, and its own policy forbids both. It states its language, has one
/// level-1 heading with the others in order below it, a link that skips to the report, and a list of contents. Tables have
/// captions, column headers and, where a column says what rows are about, row headers; numbers are aligned to the right. A missing
/// value is its shorthand, with a key beneath. Charts are drawn as SVG with the alternative text of the publication, and
/// their figures follow in a table; small pictures of how a figure came about have words too. Colour only repeats what words say.
///
/// On paper the page is A4 landscape, with page numbers where the browser writes them. It has the members' edition: the summary,
/// the measures, the charts that the summary is about and the rest in brief. The annex is on the screen, and in print where
/// ``Options/edition`` asks for everything.
///
/// Words from the report never act as markup. Control characters, those that reorder text, and code points that are no
/// characters become U+FFFD; line ends become `<br>`; words in scripts written from right to left are isolated with
/// `<bdi>`. Programs find exact values in `<data value>` and `<time datetime>`.
public struct HTMLExporter: Exporter {
    /// The choices a caller has.
    public struct Options: Sendable, Hashable, Codable {
        /// The colours of a page.
        public enum StyleSheet: String, Sendable, Hashable, Codable, CaseIterable {
            /// Cells that say good or bad news have a tint.
            case tinted
            /// Words alone.
            case plain
        }

        /// Whether the table beneath a chart is shown.
        public enum ChartFigures: String, Sendable, Hashable, Codable, CaseIterable {
            /// Until the reader opens it, it is not, neither on paper.
            case folded
            /// It is, until the reader closes it.
            case open
        }

        /// What is printed of a report.
        public enum Edition: String, Sendable, Hashable, Codable, CaseIterable {
            /// The few pages that members read.
            case members
            /// Everything.
            case full
        }

        /// What is printed.
        ///
        /// The page has every section in any case.
        public var edition: Edition
        /// The colours of the page.
        public var stylesheet: StyleSheet
        /// Whether the tables beneath charts are shown.
        public var chartFigures: ChartFigures

        /// Makes options.
        ///
        /// - Parameters:
        ///   - edition: What is printed.
        ///   - stylesheet: The colours of the page.
        ///   - chartFigures: Whether the tables beneath charts are shown.
        public init(
            edition: Edition = .members, stylesheet: StyleSheet = .tinted, chartFigures: ChartFigures = .folded
        ) {
            self.edition = edition
            self.stylesheet = stylesheet
            self.chartFigures = chartFigures
        }

        private enum CodingKeys: String, CodingKey {
            case edition, stylesheet, chartFigures
        }

        /// Reads options; those that are not given are the default ones.
        ///
        /// - Parameter decoder: Where the options come from.
        /// - Throws: `DecodingError` where a value is not allowed.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                edition: try container.decodeIfPresent(Edition.self, forKey: .edition) ?? .members,
                stylesheet: try container.decodeIfPresent(StyleSheet.self, forKey: .stylesheet) ?? .tinted,
                chartFigures: try container.decodeIfPresent(ChartFigures.self, forKey: .chartFigures) ?? .folded)
        }
    }

    /// The format `html`.
    public static let format = FormatDescriptor(
        id: "html", displayName: "Web page", fileExtensions: ["html", "htm"], mediaType: "text/html",
        capabilities: [.deterministic, .links, .prose, .text, .streaming])

    /// The members' edition in print, tinted, with the tables beneath charts folded.
    public static let defaultOptions = Options()

    /// The choices.
    public let options: Options

    /// Makes an exporter.
    ///
    /// - Parameter options: The choices, all of which go together.
    public init(options: Options) {
        self.options = options
    }

    /// Writes a publication into a sink, in chunks of about 32 kilobytes.
    ///
    /// - Parameters:
    ///   - publication: The publication.
    ///   - sink: Where the bytes go. It is given nothing where the publication cannot be written.
    ///   - context: Progress and cancellation.
    /// - Throws: ``HTMLExportError``, `ExportCancelled`, or the sink's own error.
    public func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try context.checkCancellation()
        try PublicationCheck.check(publication, context: context)
        let page = Page(publication, options: options)
        var output = HTMLOutput()
        page.writeHead(to: &output)
        for (index, section) in publication.sections.enumerated() {
            try context.checkCancellation()
            try page.write(section, index, to: &output, sink: &sink, context: context)
            if index + 1 < publication.sections.count {
                context.progress?(Double(index + 1) / Double(publication.sections.count))
            }
        }
        page.writeFoot(to: &output)
        try output.drain(into: &sink)
        context.progress?(1)
    }
}

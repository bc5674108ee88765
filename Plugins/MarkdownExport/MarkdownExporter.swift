public import FamilyServicesKit

/// Writes a publication as GitHub-flavoured Markdown that also reads well as plain text and through pandoc.
///
/// The file begins with YAML front matter (unless that is switched off), has one level-1 heading, and a level-2 heading for
/// every section but a cover that bears the report's own title. Links lead to the identifiers that GitHub, and pandoc's
/// reader `gfm`, give to headings, so that the file needs no anchors of its own. For Word or PDF:
///
/// ```sh
/// pandoc --from gfm --shift-heading-level-by=-1 report.md --output report.docx
/// ```
///
/// A chart is its alternative text and its table. Between them, the measure of a line chart is drawn in a row of at most 40
/// block characters after the figures it runs from and to; of a longer series the last 40 points are drawn.
///
/// Where the report refers to a note with the words `[note 3]`, and its notes section explains that note, the reference
/// becomes a footnote. References in headings stay words, because a footnote would change where links to the heading lead;
/// a sentence beneath has the footnote.
///
/// ### Words from the report
///
/// Words from the report never act as markup. Characters that could are escaped with a backslash, the fewest that
/// suffice; what no backslash stops, e-mail addresses and GitHub's names of pictures such as `:smile:`, is put in
/// backticks. Dollar signs are escaped, as formulas begin with them on GitHub and in pandoc. Mentions such as `@name` and
/// numbers such as `#12` stay: GitHub makes no links of them in files, but would in a comment that the text is copied into.
///
/// In a cell, a line break is `<br>` and a space: formats that drop the tag keep the space between the words. Spaces at the
/// ends of lines are left out, tabs become spaces, control characters and those that reorder text become U+FFFD, and other
/// invisible format characters are left out, but for the joiners that some scripts and emoji need. In headings, every run
/// of spaces is one.
///
/// Values of the front matter are escaped too, because pandoc reads all metadata as Markdown: another YAML reader gets them
/// with the backslashes.
public struct MarkdownExporter: Exporter {
    /// The choices a caller has.
    public struct Options: Sendable, Hashable, Codable {
        /// How the source of a table looks.
        public enum TableStyle: String, Sendable, Hashable, Codable, CaseIterable {
            /// Cells are filled up with spaces, so that columns line up where the file is read as plain text.
            ///
            /// Tables whose lines would be longer than 160 columns are compact all the same.
            case padded
            /// One space on either side of a cell, for the smallest file.
            case compact
        }

        /// How the source of a table looks.
        public var tableStyle: TableStyle
        /// Whether the file begins with YAML front matter.
        public var frontMatter: Bool

        /// Makes options.
        ///
        /// - Parameters:
        ///   - tableStyle: How the source of a table looks.
        ///   - frontMatter: Whether the file begins with YAML front matter.
        public init(tableStyle: TableStyle = .padded, frontMatter: Bool = true) {
            self.tableStyle = tableStyle
            self.frontMatter = frontMatter
        }

        private enum CodingKeys: String, CodingKey {
            case tableStyle, frontMatter
        }

        /// Reads options; those that are not given are the default ones.
        ///
        /// - Parameter decoder: Where the options come from.
        /// - Throws: `DecodingError` where a value is not allowed.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                tableStyle: try container.decodeIfPresent(TableStyle.self, forKey: .tableStyle) ?? .padded,
                frontMatter: try container.decodeIfPresent(Bool.self, forKey: .frontMatter) ?? true)
        }
    }

    /// The format `markdown`.
    public static let format = FormatDescriptor(
        id: "markdown", displayName: "Markdown", fileExtensions: ["md", "markdown"], mediaType: "text/markdown",
        capabilities: [.deterministic, .links, .prose, .text, .streaming])

    /// Padded tables, with front matter.
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
    ///   - context: Progress and cancellation. The file states the date of the report but no day of creation.
    /// - Throws: ``MarkdownExportError``, `ExportCancelled`, or the sink's own error.
    public func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        let outline = Outline(publication)
        try PublicationCheck.check(publication, context: context)
        var output = ChunkedOutput()
        if options.frontMatter { output.append(FrontMatter.text(publication.metadata)) }
        output.append("# \(MarkdownText.heading(outline.title))\n")
        for sentence in Wording.headingNotes(outline.title, outline.footnotes) { output.append("\n\(sentence)\n") }
        if publication.metadata.isSynthetic { output.append("\n\(Wording.synthetic)\n") }
        for (index, section) in publication.sections.enumerated() {
            try context.checkCancellation()
            let writer = SectionWriter(
                section: section, index: index, outline: outline, options: options, context: context,
                isSynthetic: publication.metadata.isSynthetic)
            try writer.write(to: &output, sink: &sink)
            if index + 1 < publication.sections.count {
                context.progress?(Double(index + 1) / Double(publication.sections.count))
            }
        }
        try output.drain(into: &sink)
        context.progress?(1)
    }
}

/// Text on its way to a sink, collected so that the sink is not asked for every word.
struct ChunkedOutput {
    private static let chunk = 32_768
    private var bytes: [UInt8] = []

    mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(spaces count: Int) {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(count, 0)))
    }

    /// Hands a full chunk on.
    mutating func drainIfFull<Sink: ByteSink & ~Copyable>(into sink: inout Sink) throws {
        if bytes.count >= Self.chunk { try drain(into: &sink) }
    }

    /// Hands everything on.
    mutating func drain<Sink: ByteSink & ~Copyable>(into sink: inout Sink) throws {
        guard !bytes.isEmpty else { return }
        try sink.write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}

public import FamilyServicesKit

/// Writes a publication as GitHub-flavoured Markdown that also reads well as plain text and through pandoc.
///
/// The title is there once: in the YAML front matter that the file begins with or, without front matter, as a level-1 heading.
/// Every section but a cover that bears the report's own title has a level-2 heading. Links lead to the identifiers that GitHub,
/// and pandoc's reader `gfm`, give to headings, so that the file needs no anchors of its own. For Word or PDF:
///
/// ```sh
/// pandoc --from gfm --shift-heading-level-by=-1 report.md --output report.docx
/// ```
///
/// A chart is its alternative text and its table. Between them, a sentence says what figures the measure of a line chart runs from
/// and to; on request it is drawn after them in a row of at most 40 block characters, of a longer series the last 40 points.
///
/// The rule of a table that is too wide to be padded says how wide its columns are, by what they hold: pandoc keeps to that in
/// Word and PDF. The section with every figure in a row of its own is written only on request.
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
        /// Whether the section with every figure in a row of its own is written, which is long.
        public var data: Bool
        /// Whether line charts are drawn in a row of block characters, which screen readers spell out one by one.
        public var sparklines: Bool
        /// Whether each section has an anchor of its own in HTML, for readers that give headings no identifiers, as plain CommonMark.
        public var anchors: Bool

        /// Makes options.
        ///
        /// - Parameters:
        ///   - tableStyle: How the source of a table looks.
        ///   - frontMatter: Whether the file begins with YAML front matter.
        ///   - data: Whether the section with every figure is written.
        ///   - sparklines: Whether line charts are drawn in block characters.
        ///   - anchors: Whether each section has an anchor in HTML.
        public init(
            tableStyle: TableStyle = .padded, frontMatter: Bool = true, data: Bool = false, sparklines: Bool = false,
            anchors: Bool = false
        ) {
            self.tableStyle = tableStyle
            self.frontMatter = frontMatter
            self.data = data
            self.sparklines = sparklines
            self.anchors = anchors
        }

        private enum CodingKeys: String, CodingKey {
            case tableStyle, frontMatter, data, sparklines, anchors
        }

        /// Reads options; those that are not given are the default ones.
        ///
        /// - Parameter decoder: Where the options come from.
        /// - Throws: `DecodingError` where a value is not allowed.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                tableStyle: try container.decodeIfPresent(TableStyle.self, forKey: .tableStyle) ?? .padded,
                frontMatter: try container.decodeIfPresent(Bool.self, forKey: .frontMatter) ?? true,
                data: try container.decodeIfPresent(Bool.self, forKey: .data) ?? false,
                sparklines: try container.decodeIfPresent(Bool.self, forKey: .sparklines) ?? false,
                anchors: try container.decodeIfPresent(Bool.self, forKey: .anchors) ?? false)
        }
    }

    /// The format `markdown`.
    public static let format = FormatDescriptor(
        id: "markdown", displayName: "Markdown", fileExtensions: ["md", "markdown"], mediaType: "text/markdown",
        capabilities: [.deterministic, .links, .prose, .text, .streaming])

    /// Padded tables, with front matter, without the raw data, block characters and anchors.
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
        let sections = publication.sections.filter { options.data || $0.role != .data }
        let outline = Outline(publication, sections: sections, hasTitle: !options.frontMatter)
        try PublicationCheck.check(publication, context: context)
        var output = ChunkedOutput()
        // The title is there once: readers of front matter put it above the text.
        if options.frontMatter {
            output.append(FrontMatter.text(publication.metadata))
        } else {
            output.append("# \(MarkdownText.heading(outline.title))\n")
        }
        for sentence in Wording.headingNotes(outline.title, outline.footnotes) { output.append("\n\(sentence)\n") }
        if publication.metadata.isSynthetic { output.append("\n\(Wording.synthetic)\n") }
        for (index, section) in sections.enumerated() {
            try context.checkCancellation()
            let writer = SectionWriter(
                section: section, index: index, outline: outline, options: options, context: context,
                isSynthetic: publication.metadata.isSynthetic)
            try writer.write(to: &output, sink: &sink)
            if index + 1 < sections.count {
                context.progress?(Double(index + 1) / Double(sections.count))
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

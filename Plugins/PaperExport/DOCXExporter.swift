public import FamilyServicesKit
import Foundation

/// Writes the committee paper as a Word document, in the styles of the council if a document with these is named.
///
/// The paper is made by [pandoc](https://pandoc.org), which has to be on the path, version 2.17 or later; its charts also need
/// `rsvg-convert`. It is A4, 12 point, with headings, page numbers, tables of 11 point whose header row is repeated on every page,
/// and alternative texts for charts. Sections with wide tables come last, on pages on their side.
///
/// ```sh
/// committee-workbook my-report -o paper.docx --option reference=council.docx
/// ```
///
/// A reference document is any document of the council, whose words do not matter: its styles, page, headers and footers are
/// taken. Styles that it lacks are made from those that it has.
///
/// Equal publications give equal bytes with the same version of pandoc and `rsvg-convert` and the same fonts; others may pack or draw
/// the same paper in other bytes.
public struct DOCXExporter: Exporter {
    /// The choices a caller has.
    public struct Options: Sendable, Hashable, Codable {
        /// The path of a Word document whose styles, page, headers and footers the paper has; `nil` for the kit's own.
        ///
        /// It is a file of the machine that makes the paper: take it from nobody who may not read files there.
        public var reference: String?
        /// How many seconds each program may take that makes the paper, 1 to 3,600.
        public var timeLimit: Int

        /// Makes options.
        ///
        /// - Parameters:
        ///   - reference: The path of a Word document with the styles.
        ///   - timeLimit: How many seconds each program may take.
        public init(reference: String? = nil, timeLimit: Int = 120) {
            self.reference = reference
            self.timeLimit = timeLimit
        }

        private enum CodingKeys: String, CodingKey {
            case reference, timeLimit
        }

        /// Reads options; those that are not given are the default ones.
        ///
        /// - Parameter decoder: Where the options come from.
        /// - Throws: `DecodingError` where a value is not allowed.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                reference: try container.decodeIfPresent(String.self, forKey: .reference),
                timeLimit: try container.decodeIfPresent(Int.self, forKey: .timeLimit) ?? 120)
        }
    }

    /// The format `docx`.
    public static let format = FormatDescriptor(
        id: "docx", displayName: "Word document", fileExtensions: ["docx"],
        mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        capabilities: [.needsTemporaryFile])

    /// The kit's own styles.
    public static let defaultOptions = Options()

    /// The choices.
    public let options: Options
    private let tools: PaperTools

    /// Makes an exporter.
    ///
    /// - Parameter options: The choices.
    /// - Throws: ``PaperExportError`` where the time limit cannot be used.
    public init(options: Options) throws {
        try self.init(options: options, tools: .onPath)
    }

    package init(options: Options, tools: PaperTools) throws {
        try PaperTools.check(timeLimit: options.timeLimit)
        self.options = options
        self.tools = tools
    }

    /// Writes a publication into a sink.
    ///
    /// - Parameters:
    ///   - publication: The publication.
    ///   - sink: Where the bytes go. It is given nothing before the paper is whole.
    ///   - context: Progress, cancellation and the day of creation.
    /// - Throws: ``PaperExportError``, `ExportCancelled`, or the sink's own error.
    public func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        try context.checkCancellation()
        let paper = try PaperComposer.paper(of: publication, context: context)
        guard let pandoc = tools.pandoc else { throw PaperTools.missingPandoc }
        guard paper.pictures.isEmpty || tools.drawing != nil else { throw PaperTools.missingDrawing }
        let reference = try ReferenceDocument(path: options.reference)
        let folder = try WorkFolder()
        try folder.write(reference.bytes, to: "reference.docx")
        try folder.write([UInt8](WordMarkup.text(of: paper).utf8), to: "paper.html")
        for picture in paper.pictures { try folder.write([UInt8](picture.markup.utf8), to: picture.file) }
        context.progress?(0.2)
        let day = context.dayOfCreation(of: publication)
        let outcome = try pandoc.run(
            [
                "--from", "html", "--to", "docx", "--reference-doc", "reference.docx", "--output", "paper.docx",
                "--data-dir", folder.path, "paper.html",
            ], in: folder, environment: ["SOURCE_DATE_EPOCH": "\(PaperTools.seconds(of: day))"],
            seconds: options.timeLimit, context: context)
        guard outcome.exitCode == 0 else {
            throw PaperExportError(
                .toolFailed,
                "pandoc could not make the paper (exit code \(outcome.exitCode)). \(PaperTools.said(outcome.messages))")
        }
        context.progress?(0.8)
        let bytes = try WordParts.finished(folder.contents(of: "paper.docx"), paper: paper, day: day)
        try context.checkCancellation()
        try bytes.write(to: &sink)
        context.progress?(1)
    }
}

extension [UInt8] {
    /// Hands the bytes to a sink, in pieces that it need not make room for.
    func write<Sink: ByteSink & ~Copyable>(to sink: inout Sink) throws {
        var start = 0
        while start < count {
            let end = Swift.min(start + 262_144, count)
            try sink.write(span.extracting(start..<end).bytes)
            start = end
        }
    }
}

public import FamilyServicesKit

/// Writes the committee paper as an accessible PDF: PDF/UA-1, tagged, with language, title and alternative texts.
///
/// The paper is the same as the one of ``DOCXExporter``. It is made by [typst](https://typst.app), version 0.14 or later, which
/// checks itself that the PDF is accessible and makes none that is not: the program `typst` on the path, or the package `typst` of
/// the Python that is `python3` on the path (`pip install typst`).
///
/// ```sh
/// committee-workbook my-report -o paper.pdf --option font="Gill Sans"
/// ```
///
/// Fonts are those of the machine and of the folders in the environment variable `TYPST_FONT_PATHS`.
///
/// Equal publications give equal bytes with the same version of typst and the same fonts.
public struct PDFExporter: Exporter {
    /// The choices a caller has.
    public struct Options: Sendable, Hashable, Codable {
        /// The font of the paper, by the name of its family; `nil` for Arial or one like it.
        ///
        /// A font that the machine does not have is passed over.
        public var font: String?
        /// How many seconds typst may take, 1 to 3,600.
        public var timeLimit: Int

        /// Makes options.
        ///
        /// - Parameters:
        ///   - font: The font of the paper.
        ///   - timeLimit: How many seconds typst may take.
        public init(font: String? = nil, timeLimit: Int = 120) {
            self.font = font
            self.timeLimit = timeLimit
        }

        private enum CodingKeys: String, CodingKey {
            case font, timeLimit
        }

        /// Reads options; those that are not given are the default ones.
        ///
        /// - Parameter decoder: Where the options come from.
        /// - Throws: `DecodingError` where a value is not allowed.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            self.init(
                font: try container.decodeIfPresent(String.self, forKey: .font),
                timeLimit: try container.decodeIfPresent(Int.self, forKey: .timeLimit) ?? 120)
        }
    }

    /// The format `pdf`.
    public static let format = FormatDescriptor(
        id: "pdf", displayName: "Accessible PDF", fileExtensions: ["pdf"], mediaType: "application/pdf",
        capabilities: [.needsTemporaryFile])

    /// Arial, or a font like it.
    public static let defaultOptions = Options()

    /// The choices.
    public let options: Options
    private let tools: PaperTools

    /// Makes an exporter.
    ///
    /// - Parameter options: The choices.
    /// - Throws: ``PaperExportError`` where the time limit or the font cannot be used.
    public init(options: Options) throws {
        try self.init(options: options, tools: .onPath)
    }

    package init(options: Options, tools: PaperTools) throws {
        try PaperTools.check(timeLimit: options.timeLimit)
        if let font = options.font, font.allSatisfy(\.isWhitespace) {
            throw PaperExportError(
                .invalidOption, "The option font is empty; name a font, such as Arial, or leave it out.")
        }
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
        guard tools.typst != nil || tools.python != nil else { throw PaperTools.missingTypst }
        let folder = try WorkFolder()
        let day = context.dayOfCreation(of: publication)
        try folder.write(TypstData(paper, font: options.font, day: day).bytes, to: "paper.json")
        try folder.write([UInt8](TypstTemplate.text.utf8), to: "paper.typ")
        for picture in paper.pictures { try folder.write([UInt8](picture.markup.utf8), to: picture.file) }
        context.progress?(0.2)
        try compile(in: folder, seconds: PaperTools.seconds(of: day), context: context)
        context.progress?(0.9)
        let bytes = try folder.contents(of: "paper.pdf")
        try context.checkCancellation()
        try bytes.write(to: &sink)
        context.progress?(1)
    }

    /// What the Python runs; its arguments are the seconds of the day of creation.
    private static let script = """
        import os, sys
        try:
            import typst
        except ImportError:
            sys.exit(3)
        fonts = [path for path in os.environ.get("TYPST_FONT_PATHS", "").split(os.pathsep) if path]
        typst.compile(
            "paper.typ", output="paper.pdf", pdf_standards=["ua-1"], timestamp=int(sys.argv[1]), font_paths=fonts)
        """

    private func compile(in folder: borrowing WorkFolder, seconds: Int, context: ExportContext) throws {
        let outcome: OutsideProgram.Outcome
        if let typst = tools.typst {
            outcome = try typst.run(
                [
                    "compile", "--pdf-standard", "ua-1", "--creation-timestamp", "\(seconds)", "paper.typ", "paper.pdf",
                ], in: folder, seconds: options.timeLimit, context: context)
        } else if let python = tools.python {
            // No file of the folder is a module.
            outcome = try python.run(
                ["-c", Self.script, "\(seconds)"], in: folder, environment: ["PYTHONSAFEPATH": "1"],
                seconds: options.timeLimit, context: context)
            if outcome.exitCode == 3 { throw PaperTools.missingTypst }
        } else {
            throw PaperTools.missingTypst
        }
        guard outcome.exitCode != 0 else { return }
        // Versions before 0.14 know no such standard, and say which ones they know.
        let isOld = outcome.messages.contains("ua-1") && !outcome.messages.contains("PDF/UA")
        throw PaperExportError(
            isOld ? .toolMissing : .toolFailed,
            isOld
                ? PaperTools.missingTypst.message
                : "typst could not make the paper (exit code \(outcome.exitCode)). \(PaperTools.said(outcome.messages))"
        )
    }
}

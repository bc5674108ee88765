public import FamilyServicesKit

/// Writes the tables of a publication as one file of comma-separated values, the figures of charts among them.
///
/// Each table has a line with its title, a line with its headers, its rows, and an empty line behind it. Numbers are written with
/// the decimals that they are shown with and without grouping, days as in 2026-06-30, missing values as their shorthand. A text
/// that a spreadsheet would take for a formula or a number begins with an apostrophe.
public struct CSVExporter: Exporter {
    /// The choices a caller has.
    public struct Options: Sendable, Hashable, Codable {
        /// Whether the sections of the annex are written too.
        public var includesAnnex: Bool

        /// Makes options.
        ///
        /// - Parameter includesAnnex: Whether the sections of the annex are written too.
        public init(includesAnnex: Bool = true) {
            self.includesAnnex = includesAnnex
        }

        /// Reads options; those that are not given are the default ones.
        ///
        /// - Parameter decoder: Where the options come from.
        /// - Throws: `DecodingError` where a value is not allowed.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            self.init(includesAnnex: try container.decodeIfPresent(Bool.self, forKey: .includesAnnex) ?? true)
        }
    }

    /// The format `csv`.
    public static let format = FormatDescriptor(
        id: "csv", displayName: "Tables as CSV", fileExtensions: ["csv"], mediaType: "text/csv",
        capabilities: [.deterministic, .text, .streaming])
    /// Every table.
    public static let defaultOptions = Options()
    /// The choices.
    public let options: Options

    /// Makes an exporter.
    ///
    /// - Parameter options: The choices.
    public init(options: Options) {
        self.options = options
    }

    /// Writes a publication into a sink, table by table.
    ///
    /// - Parameters:
    ///   - publication: The publication.
    ///   - sink: Where the bytes go.
    ///   - context: Progress and cancellation.
    /// - Throws: `ExportCancelled`, or the sink's own error.
    public func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        var text = publication.metadata.isSynthetic ? Self.line([quotedWords(PublicationWording.synthetic)]) + "\r\n" : ""
        let sections = publication.sections.filter { options.includesAnnex || !$0.isAnnex }
        for (index, section) in sections.enumerated() {
            try context.checkCancellation()
            for block in section.blocks {
                switch block {
                case .table(let table): text += Self.lines(of: table)
                case .chart(let chart): text += Self.lines(of: chart.table)
                case .heading, .paragraph, .list, .facts: break
                }
            }
            if text.utf8.count > 32_768 {
                try sink.write(text)
                text = ""
            }
            context.progress?(Double(index + 1) / Double(sections.count + 1))
        }
        try sink.write(text)
        context.progress?(1)
    }

    private static func lines(of table: Table) -> String {
        let rows = table.rows.map { row in line(row.map { field($0.value) }) }
        return line([quotedWords(table.title)]) + line(table.columns.map { quotedWords($0.title) }) + rows.joined() + "\r\n"
    }

    private static func line(_ fields: [String]) -> String { fields.joined(separator: ",") + "\r\n" }

    private static func field(_ value: Cell.Value) -> String {
        switch value {
        case .text(let text): quotedWords(text)
        case .number(let number, let decimals), .percentage(let number, let decimals):
            DecimalText.plain(number, decimals: decimals)
        case .date(let date): date.description
        case .missing(let reason): reason.shorthand
        case .empty: ""
        }
    }

    /// A text in quotation marks, as words for every spreadsheet.
    private static func quotedWords(_ text: String) -> String {
        let isActive = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
        return "\"" + (isActive ? "'" : "") + text.replacing("\"", with: "\"\"") + "\""
    }
}

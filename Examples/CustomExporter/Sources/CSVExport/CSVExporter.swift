public import FamilyServicesKit

/// Writes the tables of a publication as one file of comma-separated values, the figures of charts among them.
///
/// The file begins with the title of the report and, for synthetic data, a line that says so. Each table has an empty line before
/// it, a line with its title, a line with its headers, and its rows. Numbers are written with the decimals that they are shown with
/// and without grouping, days as in 2026-06-30, missing values as their shorthand. A text that begins with =, +, -, @, a tab
/// or a carriage return has an apostrophe before it, so that no spreadsheet takes it for a formula. Control characters other than
/// tabs and line ends become U+FFFD.
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
    /// - Throws: `ExportCancelled`, ``CSVExportError`` for a number that is not finite, or the sink's own error.
    public func export<Sink: ByteSink & ~Copyable>(
        _ publication: Publication, to sink: inout Sink, context: ExportContext
    ) throws {
        let sections = publication.sections.filter { options.includesAnnex || !$0.isAnnex }
        let tables = sections.flatMap(\.blocks).compactMap { block in
            switch block {
            case .table(let table): table
            case .chart(let chart): chart.table
            case .heading, .paragraph, .list, .facts: nil
            }
        }
        // Nothing is written of a report that cannot be written whole.
        for table in tables {
            for (row, cells) in table.rows.enumerated() where cells.contains(where: { !Self.isWritable($0.value) }) {
                throw CSVExportError(table: table.title, row: row + 1)
            }
        }
        var text = Self.line([Self.quotedWords(publication.metadata.title)])
        if publication.metadata.isSynthetic { text += Self.line([Self.quotedWords(PublicationWording.synthetic)]) }
        for (index, table) in tables.enumerated() {
            try context.checkCancellation()
            text += "\r\n" + Self.line([Self.quotedWords(table.title)])
            text += Self.line(table.columns.map { Self.quotedWords($0.title) })
            for (row, cells) in table.rows.enumerated() {
                if row % 200 == 199 { try context.checkCancellation() }
                text += Self.line(cells.map { Self.field($0.value) })
                if text.utf8.count > 32_768 {
                    try sink.write(text)
                    text = ""
                }
            }
            context.progress?(Double(index + 1) / Double(tables.count + 1))
        }
        try sink.write(text)
        context.progress?(1)
    }

    private static func isWritable(_ value: Cell.Value) -> Bool {
        switch value {
        case .number(let number, _), .percentage(let number, _): number.isFinite
        default: true
        }
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
        var words = String.UnicodeScalarView()
        // By scalars: a quotation mark with an accent on it is not a quotation mark to `replacing`.
        for scalar in text.unicodeScalars {
            let isControl = scalar.properties.generalCategory == .control && !"\t\r\n".unicodeScalars.contains(scalar)
            words.append(isControl ? "\u{FFFD}" : scalar)
            if scalar == "\"" { words.append(scalar) }
        }
        return "\"" + (isActive ? "'" : "") + String(words) + "\""
    }
}

/// A number that is not finite, which no file of values can hold.
public struct CSVExportError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The title of the table.
    public let table: String
    /// The number of the row, the first of the table being 1.
    public let row: Int

    /// Where the number is.
    public var description: String {
        "Row \(row) of the table “\(table)” has a number that is not finite; leave it out."
    }
}

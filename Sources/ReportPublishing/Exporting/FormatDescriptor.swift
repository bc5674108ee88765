/// What a format is called and what it can do.
public struct FormatDescriptor: Sendable, Hashable, Identifiable {
    /// A short name for command lines: lower-case letters, digits, hyphens and dots.
    public let id: String
    /// The name for people.
    public let displayName: String
    /// File extensions without the leading dot, the preferred one first, such as `json.gz`.
    public let fileExtensions: [String]
    /// The IANA media type.
    public let mediaType: String
    /// What the exporter claims about its output.
    public let capabilities: Set<FormatCapability>

    /// Describes a format.
    ///
    /// - Parameters:
    ///   - id: A short name for command lines.
    ///   - displayName: The name for people.
    ///   - fileExtensions: Extensions without the leading dot, the preferred one first.
    ///   - mediaType: The IANA media type.
    ///   - capabilities: What the exporter claims about its output.
    public init(
        id: String, displayName: String, fileExtensions: [String], mediaType: String,
        capabilities: Set<FormatCapability> = []
    ) {
        self.id = id
        self.displayName = displayName
        self.fileExtensions = fileExtensions
        self.mediaType = mediaType
        self.capabilities = capabilities
    }
}

/// A claim that an exporter makes about its output.
///
/// The set is open: an exporter may add its own.
public struct FormatCapability: RawRepresentable, Sendable, Hashable, Codable {
    /// The name of the claim.
    public let rawValue: String

    /// Names a claim.
    ///
    /// - Parameter rawValue: The name of the claim.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Equal publications give equal bytes, on any machine and in any locale.
    public static let deterministic = FormatCapability(rawValue: "deterministic")
    /// The output is valid UTF-8 text.
    public static let text = FormatCapability(rawValue: "text")
    /// Memory does not grow with the length of the output.
    public static let streaming = FormatCapability(rawValue: "streaming")
    /// A temporary file is needed while exporting.
    public static let needsTemporaryFile = FormatCapability(rawValue: "needs-temporary-file")
    /// The output holds the sentences between the tables: headings, paragraphs, lists, facts, the summaries of sections and the
    /// alternative texts of charts.
    ///
    /// A format for tables alone claims it not, and then holds none of them.
    public static let prose = FormatCapability(rawValue: "prose")
    /// Links of the publication lead to their section.
    public static let links = FormatCapability(rawValue: "links")
    /// The output holds the records of ``Publication/pack``, every observation at least, rather than the composed sections.
    ///
    /// Of an observation it holds the measure, the period, the area, the category, the value, the qualifier and the note.
    public static let records = FormatCapability(rawValue: "records")
    /// The output holds every record of ``Publication/pack`` whole.
    public static let everyRecord = FormatCapability(rawValue: "every-record")
}

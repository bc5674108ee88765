/// What a conformance run looks at.
///
/// The set is open: later versions may add checks.
public struct ConformanceCheck: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    /// The name of the check, as messages give it.
    public let rawValue: String

    /// Names a check.
    ///
    /// - Parameter rawValue: The name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The name.
    public var description: String { rawValue }

    /// The descriptor is well formed: it registers in an empty registry, and its media type is one of RFC 6838.
    public static let descriptor = ConformanceCheck(rawValue: "descriptor")
    /// Options make an exporter, survive JSON, and those that are not given are the default ones.
    ///
    /// As text, an unknown name is refused, and each default is taken as it is listed.
    public static let options = ConformanceCheck(rawValue: "options")
    /// Every publication that keeps the contract is written, and the sink is left for its maker to finish.
    public static let export = ConformanceCheck(rawValue: "export")
    /// A publication that breaks the contract is written sensibly or refused with an error that repeats none of its words.
    public static let beyondContract = ConformanceCheck(rawValue: "beyond the contract")
    /// Every text and figure of a publication is in the file: the last row, the second line of a paragraph, the summary of a
    /// section, the alternative text of a chart.
    ///
    /// Formats that claim neither `prose` nor have any of it need hold tables and charts alone; those that claim `records`, the
    /// records.
    public static let content = ConformanceCheck(rawValue: "content")
    /// Publications that differ in one thing give files that differ.
    ///
    /// In a figure or the reason why there is none, in the order of rows, in a line break, or, where a format claims `records`,
    /// in the qualifier, the period or the category of an observation.
    public static let distinction = ConformanceCheck(rawValue: "distinction")
    /// Equal publications give equal bytes: twice, side by side, and in processes with other settings.
    ///
    /// The settings are hash seed, time zone, locale, user and folder, and the day of the clock. For exporters that claim
    /// `deterministic`.
    public static let determinism = ConformanceCheck(rawValue: "determinism")
    /// The output is clean UTF-8.
    ///
    /// For exporters that claim `text`.
    public static let text = ConformanceCheck(rawValue: "text")
    /// The output leaves in pieces.
    ///
    /// For exporters that claim `streaming`.
    public static let streaming = ConformanceCheck(rawValue: "streaming")
    /// No temporary file stays behind, none is made by an exporter that does not claim `needsTemporaryFile`, and nothing is
    /// written anywhere else but to the sink.
    public static let temporaryFiles = ConformanceCheck(rawValue: "temporary files")
    /// The error of a sink comes out unchanged, wherever the sink fails, and the sink is then left alone.
    public static let sinkErrors = ConformanceCheck(rawValue: "sink errors")
    /// A cancelled export throws `ExportCancelled` and writes no more.
    public static let cancellation = ConformanceCheck(rawValue: "cancellation")
    /// An export does its work on the thread that it is given, and comes to an end.
    public static let blocking = ConformanceCheck(rawValue: "blocking")
    /// Progress lies between 0 and 1, never falls and ends at 1.
    public static let progress = ConformanceCheck(rawValue: "progress")
    /// Invented figures are said to be invented.
    public static let syntheticData = ConformanceCheck(rawValue: "synthetic data")
    /// Nothing that an audience may not see occurs in its version, even after another audience's version was written.
    public static let disclosure = ConformanceCheck(rawValue: "disclosure")
    /// What is read back is what was to be written.
    public static let readBack = ConformanceCheck(rawValue: "read-back")
    /// The exporter can be tried in a process of its own.
    public static let childProcess = ConformanceCheck(rawValue: "child process")
}

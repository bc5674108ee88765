/// How much a reader of report packs is willing to read.
///
/// A pack may come from anywhere, so nothing in it decides how much memory or time is spent: a file above its limit is
/// reported and not read.
public struct ImportLimits: Sendable, Hashable {
    /// The largest table, in bytes.
    public var tableBytes: Int
    /// The largest YAML file, in bytes.
    public var documentBytes: Int
    /// The largest workbook, in bytes.
    public var workbookBytes: Int
    /// The most rows in a table.
    public var tableRows: Int
    /// The most columns in a table.
    public var tableColumns: Int
    /// The longest heading of a column, in bytes.
    public var headingBytes: Int { 1_000 }
    /// The most values in a YAML file: texts, lists and mappings together.
    public var documentValues: Int
    /// The deepest nesting in a YAML file.
    public var documentDepth: Int
    /// The most errors, and the most warnings, that are reported for one file.
    ///
    /// The rest are counted.
    public var problemsPerFile: Int

    /// The limits unless others are asked for: tables and workbooks of 64 MB, a million rows, YAML files of 8 MB.
    public static let `default` = ImportLimits()

    /// Sets limits.
    ///
    /// - Parameters:
    ///   - tableBytes: The largest table, in bytes.
    ///   - documentBytes: The largest YAML file, in bytes.
    ///   - workbookBytes: The largest workbook, in bytes.
    ///   - tableRows: The most rows in a table.
    ///   - tableColumns: The most columns in a table.
    ///   - documentValues: The most values in a YAML file.
    ///   - documentDepth: The deepest nesting in a YAML file.
    ///   - problemsPerFile: The most errors, and the most warnings, that are reported for one file.
    public init(
        tableBytes: Int = 64_000_000, documentBytes: Int = 8_000_000, workbookBytes: Int = 64_000_000,
        tableRows: Int = 1_000_000, tableColumns: Int = 1_000, documentValues: Int = 200_000, documentDepth: Int = 32,
        problemsPerFile: Int = 200
    ) {
        self.tableBytes = tableBytes
        self.documentBytes = documentBytes
        self.workbookBytes = workbookBytes
        self.tableRows = tableRows
        self.tableColumns = tableColumns
        self.documentValues = documentValues
        self.documentDepth = documentDepth
        self.problemsPerFile = problemsPerFile
    }
}

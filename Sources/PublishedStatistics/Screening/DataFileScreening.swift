import ReportVocabulary

/// A data file and its description, held against the Department for Education's standard for open data.
///
/// ```swift
/// let screening = try DataFileScreening(data: "figures.csv", meta: "figures.meta.csv")
/// for finding in screening.findings { print(finding) }
/// ```
///
/// All checks are made, so that one look says everything; what follows from another finding is not said again. The data are read in
/// one pass, in blocks.
public struct DataFileScreening: Sendable {
    /// The name of the data file.
    public let data: String
    /// The name of its description; `nil` where there is none.
    public let meta: String?
    /// How many rows and columns the data have.
    public let rows, columns: Int
    /// What breaks a rule, in the order of the checks.
    public let findings: [ScreeningFinding]
    /// Checks that could not be made, with why.
    public let notMade: [ScreeningCheck: String]

    /// Whether the file would be taken: no finding is an error.
    public var passes: Bool { !findings.contains { $0.severity == .error } }

    /// What became of a check.
    public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        /// The rule is kept.
        case passed
        /// It is broken, and that is an error.
        case failed
        /// It is broken, and that is a warning.
        case warned
        /// It is broken, and that is worth a look.
        case advised
        /// The check could not be made.
        case notMade = "not made"
    }

    /// What became of a check.
    ///
    /// - Parameter check: The check.
    /// - Returns: Its outcome.
    public func outcome(of check: ScreeningCheck) -> Outcome {
        let gravest = findings.filter { $0.check == check }.map(\.severity).min()
        return switch gravest {
        case .error: .failed
        case .warning: .warned
        case .advice: .advised
        case nil: notMade[check] == nil ? .passed : .notMade
        }
    }

    /// How many findings matter how much, in words.
    public var summary: String {
        let counts = ScreeningCheck.Severity.allCases.compactMap { severity -> String? in
            let count = findings.count { $0.severity == severity }
            guard count > 0 else { return nil }
            let noun =
                switch severity {
                case .error: count == 1 ? "error" : "errors"
                case .warning: count == 1 ? "warning" : "warnings"
                case .advice: count == 1 ? "piece of advice" : "pieces of advice"
                }
            return "\(DecimalText.grouped(count)) \(noun)"
        }
        let made = ScreeningCheck.allCases.count - notMade.count
        return
            "\(passes ? "passes" : "fails"): \(counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")) in "
            + "\(made) checks" + (notMade.isEmpty ? "" : "; \(notMade.count) could not be made")
    }

    /// Screens a data file.
    ///
    /// - Parameters:
    ///   - path: The data file.
    ///   - metaPath: Its description; `nil` where there is none, which is an error of its own.
    ///   - lists: Further codes and names to hold the file against.
    /// - Throws: ``PublishedFileError/unreadable(file:reason:)`` where a file is not there or the system does not let it be read.
    ///   Whatever else is wrong is a finding.
    public init(
        data path: String, meta metaPath: String?, lists: ReferenceLists = ReferenceLists()
    ) throws(PublishedFileError) {
        var screener = Screener(dataName: Self.name(of: path), metaName: metaPath.map(Self.name), lists: lists)
        screener.checkNames()
        var meta: ScreenedMeta?
        if let metaPath {
            let name = Self.name(of: metaPath)
            meta = try screener.read(metaPath, name) { records throws(PublishedFileError) in
                try ScreenedMeta(records, file: name)
            }
        }
        let name = Self.name(of: path)
        let data = try screener.read(path, name) { [meta] records throws(PublishedFileError) in
            try ScreenedData(records, file: name, meta: meta)
        }
        self.init(screener, data, meta)
    }

    /// Screens bytes that are in memory.
    ///
    /// - Parameters:
    ///   - data: The data file with its name.
    ///   - meta: Its description with its name.
    ///   - lists: Further codes and names to hold the file against.
    public init(
        data: (name: String, bytes: [UInt8]), meta: (name: String, bytes: [UInt8])?,
        lists: ReferenceLists = ReferenceLists()
    ) {
        var screener = Screener(dataName: data.name, metaName: meta?.name, lists: lists)
        screener.checkNames()
        var description: ScreenedMeta?
        if let meta {
            description = screener.read(meta.bytes, meta.name) { records throws(PublishedFileError) in
                try ScreenedMeta(records, file: meta.name)
            }
        }
        let sketch = screener.read(data.bytes, data.name) { [description] records throws(PublishedFileError) in
            try ScreenedData(records, file: data.name, meta: description)
        }
        self.init(screener, sketch, description)
    }

    private init(_ screener: Screener, _ data: ScreenedData?, _ meta: ScreenedMeta?) {
        var screener = screener
        screener.run(data, meta)
        self.data = screener.dataName
        self.meta = screener.metaName
        rows = data?.rowCount ?? 0
        columns = data?.columns.count ?? 0
        let order = Dictionary(uniqueKeysWithValues: ScreeningCheck.allCases.enumerated().map { ($1, $0) })
        // Sorting keeps the order of findings of one check.
        findings = screener.findings.enumerated().sorted { left, right in
            (order[left.element.check] ?? 0, left.offset) < (order[right.element.check] ?? 0, right.offset)
        }.map(\.element)
        let found = Set(findings.map(\.check))
        notMade = screener.notMade.filter { !found.contains($0.key) }
    }

    private static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}

/// A file and the data that it describes, or the other way round, found by their names.
public enum DataFilePair {
    /// Whether a name is that of a description.
    ///
    /// - Parameter name: The name of a file.
    /// - Returns: Whether it has `.meta.` in it.
    public static func isDescription(_ name: String) -> Bool { name.lowercased().contains(".meta.") }

    /// Whether a file is a description: by its name, or else by its headings.
    ///
    /// - Parameter path: The file.
    /// - Returns: Whether it is one.
    /// - Throws: ``PublishedFileError/unreadable(file:reason:)`` where the system does not let it be read.
    public static func isDescription(atPath path: String) throws(PublishedFileError) -> Bool {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        if isDescription(name) { return true }
        do throws(PublishedFileError) {
            var records = try CSVRecords(path: path, name: path, blockSize: 1 << 16)
            guard try records.advance() else { return false }
            let columns = records.texts()
            return columns.contains("col_name") && columns.contains("col_type") && !columns.contains("filter_item")
        } catch {
            if case .unreadable = error { throw error }
            return false
        }
    }

    /// The description of a data file among some names: `NAME.meta.csv`, or the nearest that there is.
    ///
    /// - Parameters:
    ///   - data: The name of the data file.
    ///   - names: The names of the files beside it.
    /// - Returns: `nil` where none begins like it.
    public static func description(of data: String, among names: [String]) -> String? {
        let stem = stem(of: data)
        let wanted = stem + ".meta.csv"
        if names.contains(wanted) { return wanted }
        let loose = names.filter { name in
            let lower = name.lowercased()
            return lower.hasPrefix(stem.lowercased() + ".meta.") || lower == stem.lowercased() + "_meta.csv"
        }
        return loose.min()
    }

    /// The name of a data file without its ending, or that of a description without `.meta` and its ending.
    ///
    /// - Parameter name: The name.
    /// - Returns: The stem.
    public static func stem(of name: String) -> String {
        if let range = name.lowercased().firstRange(of: ".meta.") { return String(name[..<range.lowerBound]) }
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }
}

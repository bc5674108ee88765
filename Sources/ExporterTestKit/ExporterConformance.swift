public import FamilyServicesKit
public import Testing

/// The test that an exporter has to pass.
///
/// Call it from a test of your own. Every shortcoming becomes an issue at your line that names the check, the document of
/// the corpus and what would be right; one shortcoming hides no other.
///
/// ```swift
/// import ExporterTestKit
/// import Testing
///
/// @Test func conforms() async throws {
///     try await ExporterConformance(CSVExporter.self, readBack: { bytes, _ in try CSVReader.tables(bytes) }).run()
/// }
/// ```
///
/// The corpus has publications made from packs, for every audience, and publications built by hand to be hard to write. What
/// an exporter claims in its `capabilities` decides which checks apply, and whether sections or records are made hard to write.
///
/// Some checks need a process with other settings. They run in a child of the test process, which finds the exporter by the
/// name of its type: declare it at file level or inside another type, and not `private`. A trap on a document ends that child
/// alone and is reported with the document's name.
public struct ExporterConformance<E: Exporter>: Sendable {
    /// How much the run tries.
    public enum Depth: String, Sendable, Hashable, Codable, CaseIterable {
        /// A table of 10,000 rows or a pack of 10,000 observations, and a sink that fails in up to 64 writes of a small document.
        case quick
        /// Ten times as many, for which memory is measured on Linux, and a sink that fails in every write of a small document.
        case full
    }

    /// Reads the tables out of a file.
    public typealias ReadBack = @Sendable (_ bytes: [UInt8], _ publication: Publication) throws -> [ReadTable]

    let options: E.Options
    let depth: Depth
    /// The rows of the longest table, or the observations of the largest pack.
    package var longRows: Int
    /// How often a small document is exported at the same time, and in how many of its writes a sink fails.
    var tries = 64
    /// Whether publications made from packs are left out, which take the most time.
    var isBrief = false
    /// The parts of the run that are made.
    var parts = Set(ConformancePart.allCases)
    let unpack: (@Sendable ([UInt8]) throws -> [[UInt8]])?
    let expecting: (@Sendable (Cell.Value) -> ReadCell)?
    let readBack: ReadBack?

    /// Prepares a run.
    ///
    /// - Parameters:
    ///   - exporter: The exporter's type.
    ///   - options: The options to export with.
    ///   - depth: How much to try.
    ///   - unpack: For formats that pack or compress: takes a file apart, so that what must not be in it can be looked for.
    ///   - expecting: What a cell is read back as, for formats with documented changes. By default
    ///     ``ReadCell/init(_:)`` or ``ReadCell/init(plain:)``, whichever fits.
    ///   - readBack: Reads the tables of a file in the publication's order, without those that have no rows. It is given
    ///     publications without charts. Leave it out for formats that claim `records`, which hold no tables.
    public init(
        _ exporter: E.Type, options: E.Options = E.defaultOptions, depth: Depth = .quick,
        unpack: (@Sendable ([UInt8]) throws -> [[UInt8]])? = nil,
        expecting: (@Sendable (Cell.Value) -> ReadCell)? = nil, readBack: ReadBack? = nil
    ) {
        self.options = options
        self.depth = depth
        longRows = depth == .full ? 100_000 : 10_000
        self.unpack = unpack
        self.expecting = expecting
        self.readBack = readBack
    }

    /// Makes the run, and records every finding as an issue.
    ///
    /// What could not be looked at is a warning, which fails no test.
    ///
    /// - Parameter sourceLocation: Where the issues are reported, by default at the call.
    /// - Throws: An error of the kit's own where the corpus cannot be built or the temporary directory not be written.
    public func run(sourceLocation: Testing.SourceLocation = #_sourceLocation) async throws {
        let report = try await report(sourceLocation: sourceLocation)
        for finding in report.findings {
            Issue.record("\(E.format.id) does not conform. \(finding)", sourceLocation: sourceLocation)
        }
        for remark in report.remarks {
            Issue.record("\(E.format.id): \(remark)", severity: .warning, sourceLocation: sourceLocation)
        }
    }

    /// Makes the run, and returns every finding.
    ///
    /// - Parameter sourceLocation: Where a trap in the child process is noted as a known issue, by default at the call.
    /// - Returns: What does not conform; nothing where all is well.
    /// - Throws: An error of the kit's own where the corpus cannot be built or the temporary directory not be written.
    public func findings(sourceLocation: Testing.SourceLocation = #_sourceLocation) async throws -> [ConformanceFinding]
    {
        try await report(sourceLocation: sourceLocation).findings
    }

    /// Makes the run, and returns every finding and what could not be looked at.
    ///
    /// - Parameter sourceLocation: Where a trap in the child process is noted as a known issue, by default at the call.
    /// - Returns: What does not conform, and what was not compared.
    /// - Throws: An error of the kit's own where the corpus cannot be built or the temporary directory not be written.
    public func report(sourceLocation: Testing.SourceLocation = #_sourceLocation) async throws -> ConformanceReport {
        let corpus = try Corpus.shared(longRows: longRows, of: Corpus.Matter(E.format), isBrief: isBrief)
        var run = ConformanceRun(conformance: self, corpus: corpus)
        run.checkDescriptor()
        if run.checkOptions() {
            // First, so that a document on which the exporter traps or waits ends the child and not the caller's tests.
            if parts.contains(.child) { try await run.checkInChildProcess(sourceLocation: sourceLocation) }
            run.checkHere()
        }
        return ConformanceReport(findings: run.findings, remarks: run.remarks)
    }
}

extension ConformanceRun {
    /// Makes the checks that take place in this process.
    fileprivate mutating func checkHere() {
        // What ended every child, or stopped it, would do the same here.
        guard !isHopeless else { return }
        let parts = conformance.parts
        if parts.contains(.documents) { checkDocuments() }
        if parts.contains(.content) { checkContent() }
        if parts.contains(.behaviour) {
            checkStreaming()
            checkSinkErrors()
            checkCancellation()
        }
        if parts.contains(.disclosure) {
            checkSyntheticData()
            checkDisclosure()
        }
    }
}

/// The parts of a run, of which tests of the kit itself need one at a time.
enum ConformancePart: Sendable, CaseIterable {
    case child, documents, content, behaviour, disclosure
}

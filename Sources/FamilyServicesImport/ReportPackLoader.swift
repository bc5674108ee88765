public import FamilyServicesKit

#if !ReportPacks
    #error("FamilyServicesImport needs the trait ReportPacks; leave out “traits: []” in Package.swift.")
#endif

/// Reads report packs: folders of CSV and YAML files as <doc:ReportPacks> describes them.
///
/// ```swift
/// let result = ReportPackLoader().load(folder: "Packs/quarter-3")
/// for diagnostic in result.diagnostics { print(diagnostic) }
/// guard let pack = result.pack else { return }
/// ```
///
/// Every problem is reported in one go, with its file, line and column. Nothing in a folder makes the reader trap, or read
/// more than its ``limits`` allow: neither a file of any size, nor nested or repeated YAML, nor bytes that are no text.
/// The same folder always gives the same result.
public struct ReportPackLoader: Sendable {
    /// How much the loader is willing to read.
    public var limits: ImportLimits
    /// What the loader looks for in free text that leads to a person; it warns about each; `nil` for nothing.
    public var identifyingText: IdentifyingText.Options?

    /// Makes a loader.
    ///
    /// - Parameters:
    ///   - limits: How much it is willing to read.
    ///   - identifyingText: What it looks for in free text that leads to a person; `nil` for nothing.
    public init(limits: ImportLimits = .default, identifyingText: IdentifyingText.Options? = .default) {
        self.limits = limits
        self.identifyingText = identifyingText
    }

    /// Reads and validates a pack.
    ///
    /// Links to other files are followed as long as they stay in the folder. Subfolders, hidden files and notes
    /// (`README…`, `notes.txt`, `notes.md`) are ignored.
    ///
    /// - Parameter folder: The path of the folder.
    /// - Returns: The pack, unless there are errors; all errors and warnings, in the order of files, lines and columns; and
    ///   the files that were read.
    public func load(folder: String) -> LoadedReportPack {
        do {
            return load(try PackFolder(path: folder)).result
        } catch {
            let context = ImportContext(limits: limits)
            let problems = context.problems(of: folder)
            if case .missing = error {
                problems.error(.file, at: nil, "There is no such folder.")
            } else {
                PackNames.report(error, limit: 0, to: problems)
            }
            return LoadedReportPack(
                pack: nil, diagnostics: problems.diagnostics, inputs: [], errorCount: problems.errorCount,
                warningCount: problems.warningCount, isFolderReadable: false)
        }
    }

    /// Reads and validates a pack from a folder that was opened.
    ///
    /// - Parameter folder: The folder.
    /// - Returns: What came of it, and where its records stand.
    func load(_ folder: PackFolder) -> (result: LoadedReportPack, context: ImportContext, plans: [PlanDraft]) {
        let context = ImportContext(limits: limits)
        var assembly = PackAssembly(folder: folder, context: context)
        let pack = assembly.read()
        var others = pack.map { PackValidation.problems(of: $0, context) } ?? []
        if let pack, let identifyingText, !context.hasErrors {
            others += PackValidation.identifyingText(in: pack, identifyingText, context)
        }
        let files = context.files.sorted { $0.file < $1.file }
        let isUsable = !context.hasErrors && !others.contains { $0.severity == .error }
        let otherErrors = others.count { $0.severity == .error }
        let result = LoadedReportPack(
            pack: isUsable ? pack : nil, diagnostics: files.flatMap(\.diagnostics) + others,
            inputs: context.inputs.sorted { $0.name < $1.name },
            errorCount: files.reduce(otherErrors) { $0 + $1.errorCount },
            warningCount: files.reduce(others.count - otherErrors) { $0 + $1.warningCount }, isFolderReadable: true)
        return (result, context, assembly.plans)
    }
}

/// What came of reading a report pack.
public struct LoadedReportPack: Sendable {
    /// The pack; `nil` where there is any error.
    public let pack: ReportPack?
    /// The errors and warnings, in the order of files, lines and columns; those without a place come last.
    public let diagnostics: [Diagnostic]
    /// The files that were read, by name, each with the digest of exactly the bytes that the pack was made from.
    public let inputs: [InputFile]

    /// How many errors were found, those included that are counted and not shown; what has one cause counts once.
    public let errorCount: Int
    /// How many warnings were found, those included that are counted and not shown; what has one cause counts once.
    public let warningCount: Int
    /// Whether there is a folder that can be read.
    public let isFolderReadable: Bool

    /// The problems from which nothing should be published.
    public var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
    /// The problems that are worth knowing.
    public var warnings: [Diagnostic] { diagnostics.filter { $0.severity == .warning } }
}

extension ReportPack {
    /// Reads a pack from a folder.
    ///
    /// Warnings are dropped; use ``ReportPackLoader`` to see them.
    ///
    /// - Parameters:
    ///   - path: The path of the folder.
    ///   - limits: How much the reader is willing to read.
    /// - Throws: ``ReportPackError`` with everything that is wrong with the pack.
    public init(contentsOfFolder path: String, limits: ImportLimits = .default) throws(ReportPackError) {
        let result = ReportPackLoader(limits: limits).load(folder: path)
        guard let pack = result.pack else { throw ReportPackError(diagnostics: result.diagnostics) }
        self = pack
    }
}

/// Everything that is wrong with a report pack.
public struct ReportPackError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The errors and warnings, in the order of files, lines and columns.
    public let diagnostics: [Diagnostic]

    /// Gathers what is wrong.
    ///
    /// - Parameter diagnostics: The errors and warnings.
    public init(diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }

    /// The problems as compilers write them, one on each line.
    public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}

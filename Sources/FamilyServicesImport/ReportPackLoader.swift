import ByteSinks
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
/// more than its ``limits`` allow: neither a file of any size, nor nested or repeated YAML, nor bytes that are not text.
/// The same folder always gives the same result.
public struct ReportPackLoader: Sendable {
    /// How much the loader is willing to read.
    public var limits: ImportLimits
    /// What the loader looks for in free text that identifies a person; it warns about each; `nil` for nothing.
    public var identifyingText: IdentifyingText.Options?

    /// What opens workbooks; `nil` where packs are folders of text files alone.
    public var sheetReader: (any SheetReading)?

    /// Makes a loader.
    ///
    /// - Parameters:
    ///   - limits: How much it is willing to read.
    ///   - identifyingText: What it looks for in free text that identifies a person; `nil` for nothing.
    ///   - sheetReader: What opens workbooks, such as `WorkbookSheets`; `nil` where packs are folders of text files alone.
    public init(
        limits: ImportLimits = .default, identifyingText: IdentifyingText.Options? = .default,
        sheetReader: (any SheetReading)? = nil
    ) {
        self.limits = limits
        self.identifyingText = identifyingText
        self.sheetReader = sheetReader
    }

    /// Reads and validates a pack.
    ///
    /// Links to other files are followed as long as they stay in the folder. Subfolders, hidden files and notes
    /// (`README…`, `notes.txt`, `notes.md`) are ignored.
    ///
    /// Where the loader has a ``sheetReader``, workbooks in the folder are read too, and the folder may be a workbook itself.
    ///
    /// - Parameter folder: The path of the folder.
    /// - Returns: The pack, unless there are errors; all errors and warnings, in the order of files, lines and columns; and
    ///   the files that were read.
    public func load(folder: String) -> LoadedReportPack {
        // Who changes several files together holds the folder alone.
        guard let lock = FolderLock(folder, for: .reading) else {
            return failure(folder, "Another program is changing the pack; try again when it is done.")
        }
        defer { _ = lock.isHeld }
        guard !FileTransaction.isUnfinished(folder) else {
            return failure(
                folder,
                "A change of several files was interrupted, so they may not fit together. Any subcommand of committee-workbook "
                    + "finishes or undoes it; in code, PackFolderEditor.finishInterruptedChange(in:) does.")
        }
        // Others know nothing of locks: what changed while it was read is read again.
        for _ in 0..<3 {
            let before = PackFolder.stamp(of: folder)
            let result = loadOnce(folder)
            if PackFolder.stamp(of: folder) == before { return result }
        }
        return failure(folder, "The pack changes while it is read; try again when whoever saves into it is done.")
    }

    private func failure(_ folder: String, _ message: String) -> LoadedReportPack {
        LoadedReportPack(
            pack: nil, diagnostics: [Diagnostic(.error, .file, message, at: SourceLocation(file: folder))], inputs: [],
            errorCount: 1, warningCount: 0, isFolderReadable: true)
    }

    private func loadOnce(_ folder: String) -> LoadedReportPack {
        do {
            return load(try PackFolder(path: folder)).result
        } catch {
            if case .wrongKind = error, let sheetReader { return load(workbook: folder, sheetReader) }
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

    /// Reads and validates a pack whose files are in memory, for example as they came from a database or an upload.
    ///
    /// ```swift
    /// let result = ReportPackLoader().load(
    ///     files: ["pack.yaml": manifest, "indicators.csv": measures, "observations.csv": figures])
    /// ```
    ///
    /// The same rules hold as for ``load(folder:)``; nothing is read from disk.
    ///
    /// - Parameters:
    ///   - files: The bytes of each file, by the name that it has in a folder. A name with a slash in it is that of no file.
    ///   - name: What messages call the pack.
    /// - Returns: The pack, unless there are errors; all errors and warnings; and the files that were read.
    public func load(files: [String: [UInt8]], named name: String = "pack") -> LoadedReportPack {
        load(PackFolder(files: files, named: name)).result
    }

    /// Reads and validates a pack from a folder that was opened.
    ///
    /// - Parameter folder: The folder.
    /// - Returns: What came of it, and where its records are.
    func load(_ folder: PackFolder) -> (result: LoadedReportPack, context: ImportContext, plans: [PlanDraft]) {
        let context = ImportContext(limits: limits)
        return load(PackContents(folder, reader: sheetReader, context), context)
    }

    /// Reads and validates a pack from a workbook that was opened.
    func load(_ book: EditedBook) -> (result: LoadedReportPack, context: ImportContext, plans: [PlanDraft]) {
        let context = ImportContext(limits: limits)
        return load(book.contents, context)
    }

    /// Reads and validates a pack that is one workbook.
    private func load(workbook path: String, _ reader: any SheetReading) -> LoadedReportPack {
        let context = ImportContext(limits: limits)
        if let sheets = sheets(ofWorkbook: path, reader, context) {
            return load(PackContents(PackBook(path: path, sheets: sheets)), context).result
        }
        return LoadedReportPack(
            pack: nil, diagnostics: context.files.flatMap(\.diagnostics), inputs: context.inputs,
            errorCount: context.files.reduce(0) { $0 + $1.errorCount },
            warningCount: context.files.reduce(0) { $0 + $1.warningCount }, isFolderReadable: false)
    }

    /// Opens a workbook.
    ///
    /// - Returns: Its sheets; `nil` where it cannot be read, which is reported.
    private func sheets(
        ofWorkbook path: String, _ reader: any SheetReading, _ context: ImportContext
    ) -> [ReadSheet]? {
        do throws(PackFolder.Failure) {
            let bytes = try PackFolder.readFile(path, atMost: limits.workbookBytes)
            let name = path.split(separator: "/").last.map(String.init) ?? path
            context.remember(
                InputFile(name: name, byteCount: bytes.count, sha256: SHA256.hexadecimalDigest(of: bytes)))
            do throws(SheetReadingProblem) {
                return try reader.sheets(in: bytes)
            } catch {
                let problems = context.problems(of: path)
                if let sheet = error.sheet { problems.sheets = [sheet] }
                let place = error.cell.map { "Cell \($0): " } ?? ""
                problems.error(error.isLimit ? .limit : .file, at: nil, place + error.message)
            }
        } catch {
            PackNames.report(error, limit: limits.workbookBytes, to: context.problems(of: path))
        }
        return nil
    }

    /// The sheets of a workbook.
    ///
    /// - Parameters:
    ///   - path: The workbook.
    ///   - reader: What opens it.
    /// - Throws: ``ReportPackError`` where it cannot be read.
    package func sheets(
        ofWorkbook path: String, _ reader: any SheetReading
    ) throws(ReportPackError) -> [ReadSheet] {
        let context = ImportContext(limits: limits)
        if let sheets = sheets(ofWorkbook: path, reader, context) { return sheets }
        throw ReportPackError(diagnostics: context.files.flatMap(\.diagnostics))
    }

    /// Reads and validates a pack from sheets that were read already.
    ///
    /// - Parameters:
    ///   - sheets: The sheets of a workbook that is a pack.
    ///   - name: What messages call the workbook.
    /// - Returns: The pack, unless there are errors; all errors and warnings.
    public func load(sheets: [ReadSheet], named name: String) -> LoadedReportPack {
        load(PackContents(PackBook(path: name, sheets: sheets)), ImportContext(limits: limits)).result
    }

    /// The first problems of each severity; a pack may have thousands of files, and of problems without a place.
    private func capped(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        let most = 5 * limits.problemsPerFile
        guard diagnostics.count > most else { return diagnostics }
        var counts: [Diagnostic.Severity: Int] = [:]
        var kept = diagnostics.filter { diagnostic in
            counts[diagnostic.severity, default: 0] += 1
            return counts[diagnostic.severity, default: 0] <= most
        }
        for severity in [Diagnostic.Severity.error, .warning] {
            let more = (counts[severity] ?? 0) - most
            guard more > 0 else { continue }
            let noun = severity.rawValue + (more == 1 ? "" : "s")
            kept.append(
                Diagnostic(
                    severity, .limit,
                    "There \(more == 1 ? "is" : "are") \(DecimalText.grouped(more)) more \(noun) in the pack."))
        }
        return kept
    }

    /// Reads and validates a pack from wherever its parts are.
    private func load(
        _ contents: PackContents, _ context: ImportContext
    ) -> (result: LoadedReportPack, context: ImportContext, plans: [PlanDraft]) {
        var assembly = PackAssembly(contents, context: context)
        let pack = assembly.read()
        var others = pack.map { PackValidation.problems(of: $0, context) } ?? []
        if let pack, !context.hasErrors, !others.contains(where: { $0.severity == .error }) {
            others += PackValidation.contradictions(in: pack, context)
        }
        if let pack, let identifyingText, !context.hasErrors {
            others += PackValidation.identifyingText(in: pack, identifyingText, context)
        }
        // The sheets of a workbook are one file, in the order in which they are read.
        let files = context.files.enumerated().sorted { ($0.element.file, $0.offset) < ($1.element.file, $1.offset) }
            .map(\.element)
        let isUsable = !context.hasErrors && !others.contains { $0.severity == .error }
        let otherErrors = others.count { $0.severity == .error }
        let result = LoadedReportPack(
            pack: isUsable ? pack : nil, diagnostics: capped(files.flatMap(\.diagnostics) + others),
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

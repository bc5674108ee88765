import ByteSinks
public import FamilyServicesKit

/// Writes changes of a pack into the files of its folder, and nothing else.
///
/// ```swift
/// let editor = try PackFolderEditor(folder: "Packs/quarter-3")
/// var pack = editor.pack
/// pack.plans[0].actions[3].owner = "head-of-service"
/// let changes = try editor.changes(to: pack)
/// for cell in changes.cells { print(cell.location, cell.column) }
/// try editor.write(changes)
/// ```
///
/// What can be written is what people keep up to date from month to month:
///
/// | Record | Fields | File |
/// | --- | --- | --- |
/// | an action | owners, partner, priority, due, completed, evidence, measure of success, statuses | `actions.csv`, `status-history.csv` |
/// | a note on progress | status, due | `progress.csv` |
/// | an indicator | the words, author and date of a remark; new remarks | `commentary.csv` |
/// | a line of the dashboard | the printed rating | `dashboard.csv` |
///
/// Of a table only the cells that change are written; every other byte stays as it is: the order of columns, quotation marks,
/// line ends, blank lines, the byte-order mark. Columns and rows that have to be added are written in the manner of the
/// table. A pack that is one workbook is changed in the same manner where the loader's reader can (``SheetEditing``): its cells,
/// and nothing else of it. A new status takes the place of the present one, which goes into `status-history.csv`, or is added there where the
/// action keeps its statuses there. YAML files are never written: a record that is in one is an error, which says
/// what to change on which line.
public struct PackFolderEditor: Sendable {
    /// The folder, as it was named.
    public let folder: String
    /// The pack as it is in the folder.
    public let pack: ReportPack

    private let loader: ReportPackLoader
    /// The folder; `nil` where the pack is one workbook.
    private let opened: PackFolder?
    /// The workbook that the pack is, where it is one.
    private let book: EditedBook?
    /// The files that were read.
    private let contents: [String: [UInt8]]
    private let places: RecordPlaces
    private let warnings: [Diagnostic]

    /// Reads a folder.
    ///
    /// - Parameters:
    ///   - folder: The path of the folder.
    ///   - loader: What reads it, now and when changes are tried.
    /// - Throws: ``ReportPackError`` with everything that is wrong with the pack.
    public init(folder: String, loader: ReportPackLoader = ReportPackLoader()) throws(ReportPackError) {
        do throws(PackFolderError) {
            try Self.finishInterruptedChange(in: folder)
        } catch {
            throw ReportPackError(diagnostics: error.diagnostics)
        }
        var opened: PackFolder?
        var book: EditedBook?
        do throws(PackFolder.Failure) {
            opened = try PackFolder(path: folder)
        } catch {
            book = EditedBook(folder, loader)
            guard book != nil else {
                let result = loader.load(folder: folder)
                guard result.pack != nil else { throw ReportPackError(diagnostics: result.diagnostics) }
                throw ReportPackError(diagnostics: [
                    Diagnostic(
                        .error, .file,
                        "This pack is a workbook, which nothing here can change. Give the loader a reader that can, such as "
                            + "WorkbookSheets.", at: SourceLocation(file: folder))
                ])
            }
        }
        // The very bytes that the pack is made from are kept. What cannot be read the loader reports.
        let contents = opened.map { Self.contents(of: $0, limits: loader.limits) } ?? [:]
        let loaded = book.map { loader.load($0) } ?? opened.map { loader.load($0.replacing(contents)) }
        guard let loaded, let pack = loaded.result.pack else {
            throw ReportPackError(diagnostics: loaded?.result.diagnostics ?? [])
        }
        self.folder = folder
        self.pack = pack
        self.loader = loader
        self.opened = opened
        self.book = book
        self.contents = contents
        places = RecordPlaces(of: pack, loaded.context, plans: loaded.plans, folder: opened, book: book)
        warnings = loaded.result.warnings
    }

    private static func contents(of folder: PackFolder, limits: ImportLimits) -> [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        for file in PackFile.allCases where folder.names.contains(file.rawValue) {
            let limit = file.format == .table ? limits.tableBytes : limits.documentBytes
            contents[file.rawValue] = try? folder.read(file.rawValue, atMost: limit)
        }
        return contents
    }

    /// Finds the cells that have to change so that the folder holds a changed pack, and tries it.
    ///
    /// - Parameter changed: The pack, with other values in some of the fields that can be written. Blanks at the ends of texts
    ///   are not kept.
    /// - Returns: The changes; nothing is written yet.
    /// - Throws: ``PackFolderError`` with the code ``PackFolderError/Code/notWritable`` where something else was changed or
    ///   is in a YAML file, or ``PackFolderError/Code/invalidResult`` where the changed pack has errors.
    public func changes(to changed: ReportPack) throws(PackFolderError) -> PackFolderChanges {
        let wanted = PackDifference.trimmed(changed)
        var difference = PackDifference(
            from: pack, to: wanted, places: places, contents: contents, limits: loader.limits, folder: folder,
            book: book)
        difference.find()
        guard difference.problems.isEmpty else { throw PackFolderError(.notWritable, difference.problems) }
        let written: [String: [UInt8]]
        let result: LoadedReportPack
        if let book {
            do throws(SheetReadingProblem) {
                let cells = difference.changedCells
                let bytes = cells.isEmpty ? book.bytes : try book.changing(cells)
                written = cells.isEmpty ? [:] : [folder: bytes]
                result = try book.load(bytes, loader)
            } catch {
                throw PackFolderError(
                    .notWritable,
                    [
                        Diagnostic(
                            .error, .file, error.message + " Make the changes by hand.",
                            at: SourceLocation(file: folder, sheet: error.sheet))
                    ])
            }
        } else {
            written = difference.changedContents
            guard let opened else { return PackFolderChanges(cells: [], warnings: [], contents: [:]) }
            result = loader.load(opened.replacing(contents).replacing(written)).result
        }
        guard let found = result.pack else { throw PackFolderError(.invalidResult, result.errors) }
        guard found == wanted else {
            throw PackFolderError(
                .invalidResult,
                [
                    Diagnostic(
                        .error, .badValue,
                        "The files of the pack cannot say what was changed; change \(Excerpt.list(written.keys.sorted())) "
                            + "by hand.", at: SourceLocation(file: folder))
                ])
        }
        return PackFolderChanges(
            cells: difference.cells, warnings: result.warnings.filter { !warnings.contains($0) }, contents: written)
    }

    /// Writes changes.
    ///
    /// The files change together: all of them or none, whatever happens meanwhile. Each is written beside the old one; a journal
    /// then says which belong together, until all are in their places. A disk that refuses in the middle changes nothing, and
    /// where even that cannot be had, or the program is killed, ``finishInterruptedChange(in:)`` finishes the change or undoes
    /// it. For further changes make another editor, which reads the folder as it then is.
    ///
    /// - Parameter changes: What ``changes(to:)`` found.
    /// - Throws: ``PackFolderError`` with the code ``PackFolderError/Code/changedMeanwhile`` where any file of the pack is
    ///   another than the one that was read, ``PackFolderError/Code/writing`` where a file cannot be written, or
    ///   ``PackFolderError/Code/unfinished`` where some files hold their new content.
    public func write(_ changes: PackFolderChanges) throws(PackFolderError) {
        if let book {
            guard let bytes = changes.contents[folder] else { return }
            return try PackWriting.replace(book, with: bytes, loader.limits)
        }
        let root = PackFolder.realPath(ofFolder: folder) ?? folder
        let files = changes.files.map { name in
            FileTransaction.Change(
                path: opened?.realPath(of: name) ?? (root.hasSuffix("/") ? root : root + "/") + name,
                old: contents[name],
                new: changes.contents[name] ?? [])
        }
        try PackWriting.replace(files, in: root, named: folder) { () throws(PackFolderError) in try checkUnchanged() }
    }

    /// Makes sure that the folder is as it was read.
    private func checkUnchanged() throws(PackFolderError) {
        var problems: [Diagnostic] = []
        let now = (try? PackFolder(path: folder)).map { Self.contents(of: $0, limits: loader.limits) } ?? [:]
        for file in PackFile.allCases where now[file.rawValue] != contents[file.rawValue] {
            problems.append(PackWriting.changed((folder.hasSuffix("/") ? folder : folder + "/") + file.rawValue))
        }
        guard problems.isEmpty else { throw PackFolderError(.changedMeanwhile, problems) }
    }
}

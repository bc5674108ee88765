import FamilyServicesKit

/// A pack that is one workbook, seen as the files that it would be in a folder.
///
/// For programs that write whole files of a pack, such as those from published statistics: a file becomes the sheets that take its
/// place, and nothing else in the workbook changes.
package struct WorkbookFiles: Sendable {
    private let book: EditedBook
    private let sheets: [ReadSheet]
    private let loader: ReportPackLoader

    /// Opens a workbook.
    ///
    /// - Parameters:
    ///   - path: The workbook.
    ///   - loader: What reads it.
    /// - Returns: `nil` where there is none, or nobody can change it.
    package init?(_ path: String, loader: ReportPackLoader) {
        guard let reader = loader.sheetReader, let book = EditedBook(path, loader),
            let sheets = try? loader.sheets(ofWorkbook: path, reader)
        else { return nil }
        (self.book, self.sheets, self.loader) = (book, sheets, loader)
    }

    /// The texts of the files, by name.
    ///
    /// - Throws: ``ReportPackError`` where a cell cannot be read.
    package func texts() throws(ReportPackError) -> [String: String] {
        let files = try PackConversion.files(of: sheets, named: book.path, limits: loader.limits)
        // The conversion makes each file once.
        return Dictionary(files.map { ($0.name, $0.text) }) { first, _ in first }
    }

    /// Writes files in the place of those that the workbook has.
    ///
    /// - Parameter files: The names and texts of the files. Sheets of a file that hold nothing any more are emptied.
    /// - Throws: ``PackFolderError`` where the workbook would not be a pack, cannot be written, or has changed since it was read.
    package func replace(_ files: [(name: String, text: String)]) throws(PackFolderError) {
        let bytes: [UInt8]
        let result: LoadedReportPack
        do {
            var tables: [(name: String, text: String)] = []
            for sheet in try PackConversion.sheets(of: files, limits: loader.limits) {
                let headings = sheet.columns.map(\.name)
                tables.append(
                    (PackTables.fileName(ofSheet: sheet.name) ?? sheet.name, CSVText.text(of: [headings] + sheet.rows)))
            }
            for document in DocumentSheets.all where files.contains(where: { $0.name == document.file.rawValue }) {
                for name in document.sheetNames where !tables.contains(where: { $0.name == name }) {
                    tables.append((name, ""))
                }
            }
            bytes = try book.changing(toHold: tables, loader.limits)
            result = try book.load(bytes, loader)
        } catch let error as ReportPackError {
            throw PackFolderError(.invalidResult, error.diagnostics)
        } catch let error as SheetReadingProblem {
            throw PackFolderError(
                .notWritable,
                [Diagnostic(.error, .file, error.message, at: SourceLocation(file: book.path, sheet: error.sheet))])
        } catch {
            throw PackFolderError(
                .writing, [Diagnostic(.error, .file, "\(error)", at: SourceLocation(file: book.path))])
        }
        guard result.pack != nil else { throw PackFolderError(.invalidResult, result.errors) }
        try PackWriting.replace(book, with: bytes, loader.limits)
    }
}

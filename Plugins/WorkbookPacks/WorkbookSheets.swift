public import FamilyServicesImport
public import FamilyServicesKit
import ODSReading
import XLSXReading

/// Opens packs that are kept as workbooks, of Excel (`.xlsx`) or OpenDocument (`.ods`).
///
/// ```swift
/// let loader = ReportPackLoader(sheetReader: WorkbookSheets())
/// let result = loader.load(folder: "quarter-3.xlsx")
/// ```
///
/// A workbook is told by what is in it; its name does not count.
public struct WorkbookSheets: SheetEditing {
    private let reader: SpreadsheetReader

    /// Makes one that reads as much as readers of workbooks do unless they are asked for more.
    public init() { reader = SpreadsheetReader() }

    /// Reads the sheets of a workbook.
    ///
    /// - Parameter bytes: The file.
    /// - Returns: The sheets in the order of the file.
    /// - Throws: `SheetReadingProblem` where the bytes are not a workbook that can be read.
    public func sheets(in bytes: [UInt8]) throws(SheetReadingProblem) -> [ReadSheet] {
        do throws(XLSXReadingError) {
            return try reader.read(bytes)
        } catch {
            throw SheetReadingProblem(
                error.message, sheet: error.sheet, cell: error.cell, isLimit: error.code == .limit)
        }
    }

    /// Changes cells of a workbook; everything else in it stays as it is.
    ///
    /// - Parameters:
    ///   - changes: The cells, sheet by sheet.
    ///   - bytes: The file.
    /// - Returns: The file with the changes.
    /// - Throws: `SheetReadingProblem` where the workbook cannot be changed: a cell has a formula, or the file is not as such files
    ///   are.
    public func changing(_ changes: [SheetChange], in bytes: [UInt8]) throws(SheetReadingProblem) -> [UInt8] {
        var package = try EditedPackage(bytes)
        if package.contains("mimetype") {
            try OpenDocumentCells.change(changes, in: &package)
        } else {
            try ExcelCells.change(changes, in: &package, bytes, limits: reader.limits)
        }
        return try package.file()
    }
}

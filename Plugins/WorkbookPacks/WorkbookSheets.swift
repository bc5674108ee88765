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
public struct WorkbookSheets: SheetReading {
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
}

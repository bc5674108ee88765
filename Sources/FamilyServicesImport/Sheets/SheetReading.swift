public import FamilyServicesKit

/// Opens the workbooks of packs.
///
/// The loader knows no format of workbooks, so that it needs no library to unpack them: `WorkbookSheets` of the product
/// `WorkbookPacks` opens those of Excel and OpenDocument.
public protocol SheetReading: Sendable {
    /// Reads the sheets of a workbook.
    ///
    /// - Parameter bytes: The file.
    /// - Returns: The sheets in the order of the file.
    /// - Throws: ``SheetReadingProblem`` where the bytes are not a workbook that can be read.
    func sheets(in bytes: [UInt8]) throws(SheetReadingProblem) -> [ReadSheet]
}

/// Why a workbook cannot be read.
public struct SheetReadingProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong and what would be right.
    public let message: String
    /// The sheet, where one is concerned.
    public let sheet: String?
    /// The cell as in `B7`, where one is concerned.
    public let cell: String?
    /// Whether there is more than is read.
    public let isLimit: Bool

    /// Says what is wrong.
    ///
    /// - Parameters:
    ///   - message: What is wrong and what would be right.
    ///   - sheet: The sheet, where one is concerned.
    ///   - cell: The cell as in `B7`, where one is concerned.
    ///   - isLimit: Whether there is more than is read.
    public init(_ message: String, sheet: String? = nil, cell: String? = nil, isLimit: Bool = false) {
        self.message = message
        self.sheet = sheet
        self.cell = cell
        self.isLimit = isLimit
    }

    /// The message.
    public var description: String { message }
}

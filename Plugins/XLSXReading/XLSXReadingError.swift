/// Why a workbook could not be read.
///
/// Messages name parts, sheets, rows and columns, but never repeat what a cell holds.
public struct XLSXReadingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What went wrong.
    ///
    /// The set is open: later versions may add codes.
    public struct Code: RawRepresentable, Sendable, Hashable {
        /// The name of the code.
        public let rawValue: String

        /// Names a code.
        ///
        /// - Parameter rawValue: The name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The file could not be opened or read.
        public static let file = Code(rawValue: "file")
        /// The file is something else than a workbook of Excel 2007 or later.
        public static let notAWorkbook = Code(rawValue: "not-a-workbook")
        /// The workbook has a password.
        public static let encrypted = Code(rawValue: "encrypted")
        /// The file is not whole, or its bytes are not those that were written.
        public static let damagedFile = Code(rawValue: "damaged-file")
        /// A part that the workbook needs is not there.
        public static let missingPart = Code(rawValue: "missing-part")
        /// A part is no XML, or is XML of a sort that workbooks do not use.
        public static let malformedPart = Code(rawValue: "malformed-part")
        /// A cell says what it cannot mean.
        public static let malformedCell = Code(rawValue: "malformed-cell")
        /// The workbook is larger than the limits allow.
        public static let limit = Code(rawValue: "limit")
        /// Memory ran out.
        public static let outOfMemory = Code(rawValue: "out-of-memory")
    }

    /// What went wrong.
    public let code: Code
    /// A sentence for people, which says what would be right.
    public let message: String
    /// The part of the file, such as `xl/worksheets/sheet1.xml`, where one is concerned.
    public let part: String?
    /// The name of the sheet, where one is concerned.
    public let sheet: String?
    /// The cell as in `B7`, where one is concerned.
    public let cell: String?

    package init(_ code: Code, _ message: String, part: String? = nil, sheet: String? = nil, cell: String? = nil) {
        self.code = code
        self.message = message
        self.part = part
        self.sheet = sheet
        self.cell = cell
    }

    /// The same problem, with the sheet in which it was met.
    package func on(sheet: String) -> XLSXReadingError {
        XLSXReadingError(code, message, part: part, sheet: sheet, cell: cell)
    }

    /// The place and the message.
    public var description: String {
        switch (sheet, cell, part) {
        case (let sheet?, let cell?, _): "Sheet “\(sheet)”, cell \(cell): \(message)"
        case (let sheet?, nil, _): "Sheet “\(sheet)”: \(message)"
        case (nil, _, let part?): "Part “\(part)”: \(message)"
        default: message
        }
    }
}

/// Why a workbook could not be written.
///
/// Nothing reaches the sink before the whole workbook has been checked, except where the sink itself fails.
///
/// Messages name sheets, tables, rows and columns, but never repeat what a cell holds.
public struct XLSXExportError: Error, Sendable, Hashable, CustomStringConvertible {
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

        /// An option is out of its range.
        public static let invalidOption = Code(rawValue: "invalid-option")
        /// The publication has no section, and a workbook needs a sheet.
        public static let noSections = Code(rawValue: "no-sections")
        /// A sheet cannot have this name.
        public static let invalidSheetName = Code(rawValue: "invalid-sheet-name")
        /// The workbook would have more sheets than a file has room for.
        public static let tooManySheets = Code(rawValue: "too-many-sheets")
        /// Two sheets would have the same name.
        public static let duplicateSheetName = Code(rawValue: "duplicate-sheet-name")
        /// A column has no header, one that is too long, or the same as another column of its table.
        public static let invalidHeader = Code(rawValue: "invalid-header")
        /// A row of a table has more or fewer cells than the header.
        public static let raggedTable = Code(rawValue: "ragged-table")
        /// A text is longer than a cell can hold.
        public static let textTooLong = Code(rawValue: "text-too-long")
        /// A sheet would have too many rows.
        public static let tooManyRows = Code(rawValue: "too-many-rows")
        /// A sheet would have too many columns.
        public static let tooManyColumns = Code(rawValue: "too-many-columns")
        /// A sheet would have too many links.
        public static let tooManyLinks = Code(rawValue: "too-many-links")
        /// A link leads to a section that is not there.
        public static let brokenLink = Code(rawValue: "broken-link")
        /// The temporary directory could not be made, written or read.
        public static let temporaryFile = Code(rawValue: "temporary-file")
        /// Memory ran out.
        public static let outOfMemory = Code(rawValue: "out-of-memory")
        /// libxlsxwriter refused something that should have been right.
        public static let library = Code(rawValue: "library")
        /// The workbook that was written is not complete.
        public static let incompleteWorkbook = Code(rawValue: "incomplete-workbook")
        /// The workbook is larger than the exporter can write.
        public static let workbookTooLarge = Code(rawValue: "workbook-too-large")
    }

    /// What went wrong.
    public let code: Code
    /// A sentence for people, which says where and what would be right.
    public let message: String
    /// The name of the sheet, where one is concerned.
    public let sheet: String?
    /// The cell as in `B7`, where one is concerned.
    public let cell: String?

    init(_ code: Code, _ message: String, sheet: String? = nil, cell: String? = nil) {
        self.code = code
        self.message = message
        self.sheet = sheet
        self.cell = cell
    }

    /// The place and the message.
    public var description: String {
        switch (sheet, cell) {
        case (let sheet?, let cell?): "Sheet “\(sheet)”, cell \(cell): \(message)"
        case (let sheet?, nil): "Sheet “\(sheet)”: \(message)"
        default: message
        }
    }
}

public import ReportVocabulary

/// A sheet of a workbook as it was read: plain values, without looks and formulas.
///
/// What somebody edited in a spreadsheet comes back in this form, whichever program wrote the file and whichever module
/// read it.
public struct ReadSheet: Sendable, Hashable {
    /// The name of the sheet.
    public var name: String
    /// The rows from the first of the sheet, each with its cells from column A.
    ///
    /// Empty cells at the end of a row and empty rows at the end of the sheet are left out; those between are kept, so that
    /// `rows[4][1]` is B5.
    public var rows: [[SheetCell]]
    /// What cells with numbers show, where that is not the number alone: `57.1%` for 0.571, `£1,200,000`, `00123`; and the month where a
    /// cell with a day shows no more: `April 2024`.
    public var shown: [Place: String]
    /// Whether the workbook hides the sheet.
    public var isHidden: Bool

    /// The place of a cell in a sheet.
    public struct Place: Sendable, Hashable {
        /// The row, from 0.
        public let row: Int
        /// The column, from 0.
        public let column: Int

        /// Names a place.
        ///
        /// - Parameters:
        ///   - row: The row, from 0.
        ///   - column: The column, from 0.
        public init(row: Int, column: Int) {
            (self.row, self.column) = (row, column)
        }
    }

    /// Makes a sheet.
    ///
    /// - Parameters:
    ///   - name: The name of the sheet.
    ///   - rows: The rows from the first, each with its cells from column A.
    ///   - shown: What cells with numbers show, where that is not the number alone.
    ///   - isHidden: Whether the workbook hides the sheet.
    public init(name: String, rows: [[SheetCell]], shown: [Place: String] = [:], isHidden: Bool = false) {
        self.name = name
        self.rows = rows
        self.shown = shown
        self.isHidden = isHidden
    }

    /// The value of a cell; empty where the sheet ends before it.
    ///
    /// - Parameters:
    ///   - row: The row, from 0.
    ///   - column: The column, from 0.
    /// - Returns: What is in the cell.
    public func cell(row: Int, column: Int) -> SheetCell {
        rows.indices.contains(row) && rows[row].indices.contains(column) ? rows[row][column] : .empty
    }
}

/// What is in a cell of a workbook.
///
/// A formula counts as the result that the program which saved the file kept with it.
public enum SheetCell: Sendable, Hashable {
    /// Nothing, or a look alone.
    case empty
    /// A text as a person sees it, without the looks of its parts.
    case text(String)
    /// A number; never infinite and never not a number.
    case number(Double)
    /// A day: a number that the cell shows as a date.
    ///
    /// A time of day that goes with it is left out.
    case date(CalendarDate)
    /// True or false.
    case boolean(Bool)
    /// An error that a formula came to, such as `#N/A`.
    case error(String)
}

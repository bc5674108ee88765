import FamilyServicesKit

/// Everything that goes into a workbook, checked and laid out, before the first call of the C library.
///
/// All texts in it are already in the form that the library takes (``TextRules/cellText(_:)``).
struct WorkbookPlan: Sendable {
    var properties: DocumentProperties
    var styles: [CellStyle]
    /// The texts of the cells, those of ``RowPlan`` among them.
    var texts: WorkbookTexts
    var sheets: [SheetPlan]
    /// The font of empty cells, on which Excel bases the widths of columns.
    var normalFont: CellStyle.Font
    var sparklineColour = WorkbookColour.black
}

/// What the document says about itself.
struct DocumentProperties: Sendable {
    var title: String
    var subject: String
    var author: String
    var company: String
    var category: String
    var keywords: String
    var comments: String
    var language: String
    var created: CalendarDate
}

/// One sheet.
struct SheetPlan: Sendable {
    var name: String
    /// The widths of the columns from A on, in widths of a digit.
    var columnWidths: [Double]
    var rows: SheetRows
    var tables: [TablePlan]
    /// The row that is repeated on every printed page, counted from 0.
    var repeatedRow: Int?
    /// The footer of printed pages.
    var footer: String?
    var charts: [ChartPlan] = []
    /// The rows before which a printed page begins.
    var pageBreaks: [Int] = []
    /// The rows that links lead to, counted from 0, by their anchors.
    var anchors: [Anchor: Int] = [:]
    /// The table to work in, on a sheet of a working copy.
    var work: WorkTable?
    var validations: [ValidationPlan] = []
    /// On so many pages, one below the other, it is printed, and smaller where it needs more; 0 where it takes as many as it
    /// needs.
    var pagesHigh = 0
    /// The rows and columns that are printed, where that is not everything.
    var printed: (rows: Int, columns: Int)?
    /// Whether nothing of the sheet is printed.
    var isLeftOutOfPrint = false
    /// Whether the rows above ``repeatedRow`` are repeated with it, so that each page has the title.
    var repeatsTitle = false
    /// The picture above the title.
    var logo: LogoPlan?
    var sparklines: [SparklinePlan] = []
}

/// A line as small as a cell.
struct SparklinePlan: Sendable {
    var row: Int
    var column: Int
    /// The cells with its figures, such as `'Small pictures'!$B$5:$M$5`.
    var figures: String
}

/// A picture at the top left of a sheet.
struct LogoPlan: Sendable {
    var bytes: [UInt8]
    /// The size on the sheet, in pixels.
    var width: Double
    var height: Double
    /// The size in the file, in pixels.
    var fileWidth: Int
    var fileHeight: Int
}

/// One row.
struct RowPlan: Sendable {
    /// The height in points.
    var height: Double
    /// The cells from column A on.
    var cells: [CellPlan]
}

/// One cell.
struct CellPlan: Sendable {
    enum Content: Sendable {
        case blank
        case text(String)
        case number(Double)
    }

    var content: Content
    /// The index of the style in the plan.
    var style: Int
    /// Where the cell leads.
    var link: Link?

    enum Link: Sendable {
        /// A cell, such as `'Contents'!A1`.
        case place(String)
        /// A row of a table, whose place is known when every sheet has been laid out.
        case row(SectionLink)
    }
}

/// One marked-up table.
///
/// Its header texts are written with the table; its rows are rows of the sheet.
struct TablePlan: Sendable {
    var name: String
    /// The row of the headers, counted from 0.
    var headerRow: Int
    var lastRow: Int
    /// The headers and their styles.
    var columns: [(header: String, style: Int)]
    var hasFilter = false
}

extension SheetPlan {
    /// Whether names of the sheet are in the list of names of the workbook.
    var hasNames: Bool { repeatedRow != nil || printed != nil || isLeftOutOfPrint }
}

extension WorkbookPlan {
    /// A cell's name, such as `B7`, from indices counted from 0.
    static func reference(row: Int, column: Int) -> String {
        letters(column: column) + String(row + 1)
    }

    /// A column's name, such as `B`, from an index counted from 0.
    static func letters(column: Int) -> String {
        var letters = ""
        var rest = column
        while rest >= 0 {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        }
        return letters
    }
}

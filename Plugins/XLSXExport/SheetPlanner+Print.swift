import FamilyServicesKit

extension SheetPlanner {
    /// To which part of their size the rows of a sheet that needs little more than whole pages are made smaller.
    private static let smallest = (onePage: 0.67, pages: 0.88)
    /// How much of a page may be saved so.
    private static let mostSaved = (onePage: 0.5, pages: 0.35)

    /// Whether the sheet is for the screen alone.
    var isLeftOutOfPrint: Bool { surroundings.isMembersEdition && section.isAnnex && !surroundings.isCover }

    /// Whether the title is repeated on each page of a table, because what is above its header is low.
    var repeatsTitle: Bool {
        guard saysWhatItHolds, tables.count == 1 else { return false }
        return rows.height(0..<tables[0].headerRow) <= Self.highestTitle
    }

    /// The height up to which a title with the texts below it is repeated, in points.
    private static let highestTitle = 100.0

    /// Whether no more than the beginning of a table is printed.
    func printsBeginningOnly(_ tables: [SheetTable]) -> Bool {
        tables.count == 1 && tables[0].rowCount > options.printedRows
    }

    /// The rows and columns that are printed of a sheet with a long table: those of the first page.
    func printed(_ sheetTables: [SheetTable]) -> (rows: Int, columns: Int)? {
        if let last = lastPrintedChartRow { return (last + 1, widths.count) }
        guard printsBeginningOnly(sheetTables), let table = tables.first else { return nil }
        let page = PrintedPage.height / PrintedPage.scale(ofColumns: widths)
        let count = rows.countOfRows(within: page)
        // Texts that run over the cells to the right of the table are printed with those cells.
        let longest = rows.prefix(table.headerRow).compactMap(\.cells.first).reduce(0) { widest, cell in
            guard case .text(let text) = cell.content else { return widest }
            return max(widest, TextMeasure.widths(text, size: TypeScale.body).line)
        }
        let missing = min(longest, overflowPixels) - PrintedPage.pixels(ofColumns: widths)
        let further = missing > 0 ? Int((missing / Self.pixelsOfOtherColumns).rounded(.up)) : 0
        return (
            max(count, min(table.headerRow + 2, rows.count)), min(table.columns.count + further, Self.columnLimit)
        )
    }

    /// How wide a column is for which no width is given.
    private static let pixelsOfOtherColumns = 8.43 * TextMeasure.digit

    /// On how many pages the sheet is printed, where it would otherwise need little more than these; 0 where it takes as many
    /// as it needs.
    ///
    /// Excel passes over page breaks where it makes a sheet one page wide, so this is what keeps the last rows from a page of
    /// their own.
    func pagesHigh(printedRows: Int) -> Int {
        guard chartPlans.isEmpty else { return 0 }
        let scale = PrintedPage.scale(ofColumns: widths)
        var height = rows.height(0..<printedRows)
        var page = PrintedPage.height / scale
        if height > page, tables.count == 1 {
            // The header is repeated.
            let first = repeatsTitle ? 0 : tables[0].headerRow
            let header = rows.height(first..<(tables[0].headerRow + 1))
            page -= min(header, page / 2)
            height -= header
        }
        let pages = height / page
        guard pages > 1 else { return 1 }
        let whole = pages.rounded(.down)
        let part = whole / pages
        let isLegible = TypeScale.body * scale * part >= PrintedPage.smallestSize - 0.5
        let (smallest, most) =
            whole == 1
            ? (Self.smallest.onePage, Self.mostSaved.onePage) : (Self.smallest.pages, Self.mostSaved.pages)
        let isLittle = pages - whole <= most && part >= smallest
        return isLegible && isLittle ? Int(whole) : 0
    }
}

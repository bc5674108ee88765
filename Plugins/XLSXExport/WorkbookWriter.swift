import CXLSXWriter
import FamilyServicesKit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The only code that calls libxlsxwriter: one function, one thread, nothing that outlives it.
///
/// Everything was checked when the plan was made, because the library prints what it refuses, with the text in question, to
/// standard error; it refuses nothing here that it should take.
enum WorkbookWriter {
    /// Writes a workbook without its rows, which ``SheetPart`` puts in.
    ///
    /// - Returns: The numbers of the styles of the plan.
    static func write(
        _ plan: WorkbookPlan, to path: String, temporaryDirectory: String, context: ExportContext
    ) throws -> [Int] {
        // The library writes numbers with printf, which in some locales puts a comma where the file format wants a point.
        let locale = cxlsxwriter_new_c_locale()
        guard let locale else { throw XLSXExportError(.outOfMemory, "The C locale could not be made; memory ran out.") }
        let previous = uselocale(locale)
        defer {
            _ = uselocale(previous)
            freelocale(locale)
        }
        let strings = CStrings()
        defer { withExtendedLifetime(strings) {} }
        var options = lxw_workbook_options()
        options.tmpdir = try strings.make(temporaryDirectory)
        guard let workbook = workbook_new_opt(path, &options) else { throw CStrings.outOfMemory() }
        let styleNumbers: [Int]
        do {
            styleNumbers = try fill(workbook, plan, strings, context)
        } catch {
            lxw_workbook_free(workbook)
            throw error
        }
        try check(workbook_close(workbook))
        return styleNumbers
    }

    private static func fill(
        _ workbook: UnsafeMutablePointer<lxw_workbook>, _ plan: WorkbookPlan, _ strings: CStrings,
        _ context: ExportContext
    ) throws -> [Int] {
        var properties = lxw_doc_properties()
        properties.title = try strings.make(plan.properties.title)
        properties.company = try strings.make(plan.properties.company)
        try check(workbook_set_properties(workbook, &properties))
        let formats = try plan.styles.map { try format(workbook, $0) }
        // The library numbers styles when it first meets them.
        let styleNumbers = formats.map { Int(lxw_format_get_xf_index($0)) }
        var places: [String: (sheet: SheetPlan, worksheet: UnsafeMutablePointer<lxw_worksheet>)] = [:]
        for (index, sheet) in plan.sheets.enumerated() {
            guard let worksheet = workbook_add_worksheet(workbook, sheet.name) else {
                throw XLSXExportError(.library, "libxlsxwriter refused to add the sheet.", sheet: sheet.name)
            }
            do {
                try setUp(worksheet, sheet)
                try setUpWork(on: worksheet, sheet, strings)
                if let logo = sheet.logo { try add(logo, to: worksheet) }
                for table in sheet.tables { try add(table, to: worksheet, formats, strings) }
                let charts = ChartWriter(workbook: workbook, strings: strings)
                for chart in sheet.charts { try charts.add(chart, to: worksheet) }
            } catch let error as XLSXExportError {
                throw XLSXExportError(error.code, error.message, sheet: sheet.name, cell: error.cell)
            }
            places[sheet.name] = (sheet, worksheet)
            if index == 0 {
                worksheet_activate(worksheet)
                // Without any text there would be no part for texts.
                try check(worksheet_write_string(worksheet, 0, 0, " ", nil))
            }
        }
        for sheet in plan.sheets {
            try context.checkCancellation()
            for chart in sheet.charts {
                guard let place = places[chart.dataSheet] else { continue }
                try writeLabels(of: chart, from: place.sheet, to: place.worksheet)
            }
        }
        return styleNumbers
    }

    /// Writes the cells from which the library takes the words on a chart.
    private static func writeLabels(
        of chart: ChartPlan, from sheet: SheetPlan, to worksheet: UnsafeMutablePointer<lxw_worksheet>
    ) throws {
        for row in chart.dataRows {
            let cells = sheet.rows[row].cells
            guard cells.indices.contains(chart.labelColumn) else { continue }
            let (index, position) = (lxw_row_t(row), lxw_col_t(chart.labelColumn))
            let code =
                switch cells[chart.labelColumn].content {
                case .text(let text): worksheet_write_string(worksheet, index, position, text, nil)
                case .number(let number): worksheet_write_number(worksheet, index, position, number, nil)
                case .blank: worksheet_write_number(worksheet, index, position, 0, nil)
                }
            try check(code, sheet.name, row, chart.labelColumn)
        }
    }

    private static func setUp(_ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ sheet: SheetPlan) throws {
        worksheet_set_landscape(worksheet)
        worksheet_set_paper(worksheet, 9)  // A4
        let margin = PrintedPage.margin
        worksheet_set_margins(
            worksheet, margin, margin, margin, sheet.footer == nil ? margin : PrintedPage.footerMargin)
        if sheet.charts.isEmpty {
            worksheet_fit_to_pages(worksheet, 1, UInt16(clamping: sheet.pagesHigh))
        } else {
            // Excel ignores page breaks where it makes pages fit; the charts are as wide as a page at this scale.
            worksheet_set_print_scale(worksheet, UInt16(PrintedPage.chartScale * 100))
            // The list ends with a zero; Excel takes no more than 1,023.
            var breaks = sheet.pageBreaks.prefix(1_023).map { lxw_row_t($0) } + [0]
            if breaks.count > 1 { try check(worksheet_set_h_pagebreaks(worksheet, &breaks)) }
        }
        worksheet_gridlines(worksheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
        for (column, width) in sheet.columnWidths.enumerated() {
            try check(worksheet_set_column(worksheet, lxw_col_t(column), lxw_col_t(column), width, nil))
        }
        if let row = sheet.repeatedRow {
            try check(
                worksheet_repeat_rows(worksheet, sheet.repeatsTitle ? 0 : lxw_row_t(row), lxw_row_t(row)))
        }
        if sheet.isLeftOutOfPrint {
            // Excel and LibreOffice print the print area alone. This one is a cell that is empty, for the one, and hidden, for
            // the other.
            let column = lxw_col_t(SheetPlanner.columnLimit - 1)
            var hidden = lxw_row_col_options(hidden: 1, level: 0, collapsed: 0)
            try check(worksheet_set_column_opt(worksheet, column, column, 8.43, nil, &hidden))
            try check(worksheet_print_area(worksheet, 0, column, 0, column))
        }
        if let printed = sheet.printed {
            try check(
                worksheet_print_area(
                    worksheet, 0, 0, lxw_row_t(max(printed.rows, 1) - 1), lxw_col_t(max(printed.columns, 1) - 1)))
        }
        if let footer = sheet.footer { try check(worksheet_set_footer(worksheet, footer)) }
        // Years and references in cells are words; Excel would mark each as a number that was written as text. One range for
        // all tables, because the library cuts off a long list of them.
        if let first = sheet.tables.first, let last = sheet.tables.last {
            let width = sheet.tables.reduce(1) { max($0, $1.columns.count) }
            let range =
                WorkbookPlan.reference(row: first.headerRow, column: 0) + ":"
                + WorkbookPlan.reference(row: last.lastRow, column: width - 1)
            try check(
                worksheet_ignore_errors(worksheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), range))
        }
    }

    /// Places a picture that says nothing that is not beside it in words.
    private static func add(_ logo: LogoPlan, to worksheet: UnsafeMutablePointer<lxw_worksheet>) throws {
        var options = lxw_image_options()
        options.x_offset = 2
        options.y_offset = 4
        options.x_scale = logo.width / Double(logo.fileWidth)
        options.y_scale = logo.height / Double(logo.fileHeight)
        options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
        options.decorative = 1
        try check(worksheet_insert_image_buffer_opt(worksheet, 0, 0, logo.bytes, logo.bytes.count, &options))
    }

    private static func add(
        _ table: TablePlan, to worksheet: UnsafeMutablePointer<lxw_worksheet>,
        _ formats: [UnsafeMutablePointer<lxw_format>], _ strings: CStrings
    ) throws {
        let count = table.columns.count
        let columns = UnsafeMutablePointer<lxw_table_column>.allocate(capacity: count)
        columns.initialize(repeating: lxw_table_column(), count: count)
        let pointers = UnsafeMutablePointer<UnsafeMutablePointer<lxw_table_column>?>.allocate(capacity: count + 1)
        pointers.initialize(repeating: nil, count: count + 1)
        defer {
            columns.deallocate()
            pointers.deallocate()
        }
        for (index, column) in table.columns.enumerated() {
            columns[index].header = try strings.make(column.header)
            columns[index].header_format = formats[column.style]
            pointers[index] = columns + index
        }
        var options = lxw_table_options()
        options.name = try strings.make(table.name)
        options.no_autofilter = table.hasFilter ? 0 : 1
        options.no_banded_rows = 1
        options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
        options.style_type_number = 0
        options.columns = pointers
        let code = worksheet_add_table(
            worksheet, lxw_row_t(table.headerRow), 0, lxw_row_t(table.lastRow), lxw_col_t(count - 1), &options)
        guard code == LXW_NO_ERROR else {
            throw LibraryError.error(code, cell: WorkbookPlan.reference(row: table.headerRow, column: 0))
        }
    }

    private static func format(
        _ workbook: UnsafeMutablePointer<lxw_workbook>, _ style: CellStyle
    ) throws -> UnsafeMutablePointer<lxw_format> {
        guard let format = workbook_add_format(workbook) else { throw CStrings.outOfMemory() }
        cxlsxwriter_set_cell_style(format, Int32(style.builtIn.rawValue))
        format_set_font_name(format, style.font.name)
        format_set_font_size(format, style.font.size)
        format_set_font_color(format, colour(style.font.colour))
        if style.font.isBold { format_set_bold(format) }
        if style.font.isUnderlined { format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
        if let fill = style.fill {
            format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
            format_set_fg_color(format, colour(fill))
        }
        switch style.horizontal {
        case .general: break
        case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
        case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
        }
        switch style.vertical {
        case .top: format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        case .centre: format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        case .bottom: format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue))
        }
        if style.isWrapped { format_set_text_wrap(format) }
        if style.indent > 0 { format_set_indent(format, UInt8(clamping: style.indent)) }
        if let numberFormat = style.numberFormat { format_set_num_format(format, numberFormat) }
        if let line = style.line {
            format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_bottom_color(format, colour(line))
        }
        return format
    }

    /// A colour as the library takes it, which uses zero for none.
    static func colour(_ colour: WorkbookColour) -> lxw_color_t {
        colour.rgb == 0 ? 0x100_0000 : colour.rgb
    }

    private static func check(_ code: lxw_error, _ sheet: String? = nil, _ row: Int = 0, _ column: Int = 0) throws {
        guard code != LXW_NO_ERROR else { return }
        throw LibraryError.error(
            code, sheet: sheet, cell: sheet == nil ? nil : WorkbookPlan.reference(row: row, column: column))
    }
}

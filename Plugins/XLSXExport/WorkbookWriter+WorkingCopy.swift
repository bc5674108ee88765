import CXLSXWriter
import FamilyServicesKit

extension WorkbookWriter {
    /// Keeps the headers of a table to work in in sight, and puts lists and messages on its cells.
    static func setUpWork(
        on worksheet: UnsafeMutablePointer<lxw_worksheet>, _ sheet: SheetPlan, _ strings: CStrings
    ) throws {
        guard let table = sheet.work else { return }
        worksheet_freeze_panes(worksheet, lxw_row_t(table.headerRow + 1), lxw_col_t(table.frozenColumns))
        for plan in sheet.validations {
            var validation = lxw_data_validation()
            validation.input_title = try strings.make(plan.title)
            validation.input_message = try strings.make(plan.message)
            if let list = plan.list {
                validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
                validation.value_formula = try strings.make(list)
                validation.error_title = try strings.make(plan.title)
                validation.error_message = try strings.make(SheetWording.notOnList)
            } else {
                validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
            }
            let code = worksheet_data_validation_range(
                worksheet, lxw_row_t(plan.firstRow), lxw_col_t(plan.column), lxw_row_t(plan.lastRow),
                lxw_col_t(plan.column), &validation)
            guard code == LXW_NO_ERROR else {
                throw LibraryError.error(
                    code, cell: WorkbookPlan.reference(row: plan.firstRow, column: plan.column))
            }
        }
    }
}

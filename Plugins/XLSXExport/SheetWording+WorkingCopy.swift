import FamilyServicesKit

extension SheetWording {
    /// Said above a table of a working copy.
    static func filtersAndPanes(frozenColumns: Int) -> String {
        let frozen =
            switch frozenColumns {
            case 0: "the rows down to the headers"
            case 1: "the rows down to the headers and the first column"
            default: "the rows down to the headers and the first \(frozenColumns) columns"
            }
        return
            "The headers have filter buttons, and \(frozen) are frozen. To change this, use Filter in the Data menu and Unfreeze "
            + "Panes in the View menu."
    }

    /// Said where cells of a table are to be changed.
    static let blankCellsToFillIn =
        "Blank cells in the columns to be changed mean that nothing is recorded yet. Other blank cells are intentional."

    /// What is shown when a cell with a list is selected; Excel takes 32 and 255 characters.
    static func choice(of header: String, onSheet sheet: String) -> (title: String, message: String) {
        (
            TextRules.cut(header, to: 32),
            TextRules.cut("Choose one of the words from the sheet “\(sheet)”, or empty the cell.", to: 255)
        )
    }

    /// What is shown when a cell for a date is selected.
    static func dateEntry(_ header: String) -> (title: String, message: String) {
        (
            TextRules.cut(header, to: 32),
            "Write a day, such as 31/03/2026. Where only the month or year is known, begin with an apostrophe: 'March 2026."
        )
    }

    /// What is shown when a word is typed that is not on the list.
    static let notOnList = "That word is not on the list, and could not be read back. Choose one from the list."
}

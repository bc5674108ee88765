import FamilyServicesKit

extension SheetPlanner {
    /// Whether a table is one to work in.
    func isToWorkIn(_ table: SheetTable) -> Bool { surroundings.isWorkingCopy && table.facts.isEmpty }

    /// The table that a sheet of a working copy is for, where it has one alone.
    func workTable(_ tables: [SheetTable]) -> WorkTable? {
        guard tables.count == 1, self.tables.count == 1, isToWorkIn(tables[0]) else { return nil }
        return WorkTable(tables[0], headerRow: self.tables[0].headerRow, widths: widths)
    }

    /// The sentence on filters and frozen panes, where a sheet has them.
    func workSentence(_ tables: [SheetTable]) -> String? {
        guard tables.count == 1, isToWorkIn(tables[0]) else { return nil }
        return SheetWording.filtersAndPanes(
            frozenColumns: WorkTable(tables[0], headerRow: 0, widths: widths).frozenColumns)
    }

    /// The texts above a table to work in, in few rows, because they stay in sight with the headers; so do those that
    /// members read on paper.
    func packed(_ texts: [SheetText], _ tables: [SheetTable]) -> [SheetText] {
        guard tables.count == 1 && isToWorkIn(tables[0]) || saysWhatItHolds else {
            return texts
        }
        var result: [SheetText] = []
        for text in texts {
            if text.role == .body, text.link == nil, let last = result.last, last.role == .body, last.link == nil {
                result[result.count - 1].text += " " + text.text
            } else {
                result.append(text)
            }
        }
        return result
    }
}

extension CellNumber {
    /// The number format of a cell, so that what is typed into one that is to be changed stays what it is.
    static func formatForEditing(of look: CellLook) -> String? {
        let format = format(of: look.kind, isHuge: look.isHuge)
        guard format == nil, look.editing != .none else { return format }
        // A month in words has to stay words; where there is no date yet, a day will be typed.
        return look.editing == .date && !look.hasDigits ? date : text
    }

    private static let date = "d mmm yyyy"
    /// Keeps a text from being taken for a number or a day.
    private static let text = "@"
}

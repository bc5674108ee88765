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

    /// The texts above a table to work in, in few rows, because they stay in sight with the headers; so do those of the members'
    /// edition, because paper is scarce.
    func packed(_ texts: [SheetText], _ tables: [SheetTable]) -> [SheetText] {
        guard tables.count == 1 && isToWorkIn(tables[0]) || surroundings.isMembersEdition && !section.isAnnex else {
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
    /// The number format of a cell that is to be changed, so that what is typed into it stays what it is.
    static func format(of entry: SheetTable.Entry, editing: TableColumn.Editing) -> String {
        if let format = format(of: entry) { return format }
        // A month in words has to stay words; where there is no date yet, a day will be typed.
        return editing == .date && !entry.text.utf8.contains(where: { (0x30...0x39).contains($0) }) ? date : text
    }

    private static let date = "d mmm yyyy"
    /// Keeps a text from being taken for a number or a day.
    private static let text = "@"
}

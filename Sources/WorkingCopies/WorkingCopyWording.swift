/// The sentences of a working copy.
enum WorkingCopyWording {
    static let recipient = "This copy is for"
    static let deadline = "Return it by"

    /// - Parameters:
    ///   - owner: The role that the copy is for; `nil` for one with all rows.
    ///   - deadline: The day by which it is to be returned.
    static func lead(for owner: String?, deadline: String?) -> String {
        var sentences = [lead]
        if let owner { sentences.append("It is for the role “\(owner)” and has the rows of that role alone.") }
        if let deadline { sentences.append(returned(by: deadline)) }
        return sentences.joined(separator: " ")
    }

    private static func returned(by deadline: String) -> String { "Return it by \(deadline)." }

    private static let lead =
        "This is a working copy for officers, not for publication. Use it to change the plan tracker and the commentary in a "
        + "spreadsheet. What is written into it has not been checked."

    static func change(_ columns: String, onSheet title: String) -> String {
        "On the sheet “\(title)”, change the columns \(columns)."
    }

    static let nothingToChange =
        "The report has no plan, no measures and no printed dashboard, so there is nothing to change."

    /// How to work with the copy.
    ///
    /// - Parameter day: The day of the report.
    static func advice(on day: String) -> [String] {
        [
            "Status, rating and role are chosen from lists; the words are on the sheet “\(WorkingCopyNames.choices)”.",
            "In cells to be changed, a blank and “\(WorkingCopyNames.nothing)” both mean that nothing is recorded.",
            "Where several roles answer for an action, choose the one that leads under “Owner”, and write the others under “Other "
                + "owners”, separated by semicolons.",
            "A remark whose words are changed counts as written on \(day), unless you give another day under “Written”. To take a "
                + "remark out, empty its cell.",
            "Write dates as 31 March 2026, 31/03/2026 or 2026-03-31. If the day is not known, write March 2026 or 2026.",
            "A new status without a date counts as reported on \(day). The status before it is kept in the history.",
            "You can sort, filter or leave out rows, and move columns. A row that is left out changes nothing in the pack. Rows that "
                + "are added are not read back: add the record to the pack.",
            "Do not change the sheet “\(WorkingCopyNames.originals)”. It has the values as they were, so that changes made in the "
                + "pack since then can be found.",
            "When the copy is read back, every cell that was changed is shown before anything is accepted.",
        ]
    }

    static let originalsLead =
        "Do not change this sheet. It holds the original value of every cell so that your changes can be found, and changes made in "
        + "the pack since then are not undone. For columns that are not read back it holds only a check code."

    static let choicesLead =
        "The words to choose from. If a role is missing here, add it to the pack, not to this sheet."

    /// - Parameters:
    ///   - about: What the table has.
    ///   - columns: The columns to be changed.
    ///   - isOne: Whether that is one column.
    ///   - deadline: The day by which the copy is to be returned.
    static func tableLead(_ about: String, _ columns: String, isOne: Bool, deadline: String? = nil) -> String {
        "\(about) Change the column\(isOne ? "" : "s") \(columns); the others are not read back."
            + (deadline.map { " " + returned(by: $0) } ?? "")
    }

    static let tracker = "Each action, with what is known of its progress."
    static let progress = "Each note on progress."
    static let dashboard =
        "Each line of the dashboard as it was printed, with the rating that follows from its position and target."
    static let commentary =
        "The remarks on each measure: those on its latest period first, and blank where there are none yet."
}

import FamilyServicesKit

/// What to do about a blank cell in a row of a table that cannot be without it.
enum BlankCell {
    /// The advice, in a sentence.
    ///
    /// - Parameter texts: What is in the other cells of the row.
    static func advice(_ texts: [String]) -> String {
        let first = texts.first.map(TradeWords.folded) ?? ""
        if ["total", "totals", "all", "sum", "average", "mean"].contains(first) || first.hasPrefix("total ")
            || first.hasPrefix("grand total")
        {
            return "A row that only sums up others does not belong in the table: delete it."
        }
        return texts.count == 1
            ? "A row that is only a note or a heading does not belong in the table: delete it."
            : "Where cells were merged, write the text into each row."
    }
}

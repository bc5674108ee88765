/// One row of a table: where its fields are among the bytes of the file.
///
/// Reused from row to row.
struct CSVRow {
    /// One field.
    struct Field {
        /// The first byte of the content, after an opening quote.
        var start: Int
        /// The byte after the content.
        var end: Int
        /// Whether the content is in quotes.
        var isQuoted: Bool
        /// Whether the content holds doubled quotes, which stand for one.
        var hasDoubledQuotes: Bool

        /// The first byte that belongs to the field.
        var outerStart: Int { isQuoted ? start - 1 : start }
    }

    /// The first byte of the row.
    var start = 0
    /// The line on which it begins, from 1.
    var line = 1
    /// The fields in order; a blank line has one, which is empty.
    var fields: [Field] = []
}

/// A problem with the form of a table, which is not a problem with its contents.
struct CSVProblem: Hashable {
    /// What is wrong.
    enum Kind: Hashable {
        /// A quote that nothing closes.
        case unterminatedQuote
        /// Something other than a delimiter or the end of the line after a closing quote.
        case textAfterQuote
        /// More fields than are read.
        case tooManyFields
    }

    let kind: Kind
    /// The byte where it is.
    let offset: Int
}

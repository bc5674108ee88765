/// Why a file with published statistics cannot be read.
public enum PublishedFileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The system does not let it be read.
    case unreadable(file: String, reason: String)
    /// It holds nothing.
    case empty(file: String)
    /// A quoted text never ends.
    case unterminatedQuote(file: String, line: Int)
    /// A record is longer than anything that is published.
    case recordTooLong(file: String, line: Int)
    /// Columns are missing without which its rows say nothing.
    case missingColumns(file: String, columns: [String])
    /// A heading of a list, such as a mapping, is none of those that it can have.
    case unknownColumn(file: String, column: String, nearest: String?)
    /// A heading is there twice.
    case repeatedColumn(file: String, column: String)
    /// A row has more or fewer cells than the heading.
    case wrongWidth(file: String, line: Int, cells: Int, columns: Int)
    /// A row of a list, such as a mapping, cannot be understood.
    case badRow(file: String, line: Int, reason: String)

    /// A sentence for people.
    public var description: String {
        switch self {
        case .unreadable(let file, let reason): "\(file): error: The file cannot be read: \(reason)."
        case .empty(let file): "\(file): error: The file is empty; its first row has to hold the headings."
        case .unterminatedQuote(let file, let line):
            "\(file):\(line): error: A quote in the record that begins here has no end. A quote inside a quoted text is written "
                + "twice: \"\"."
        case .recordTooLong(let file, let line):
            "\(file):\(line): error: The record that begins here is longer than 16 million bytes; a quote may be missing."
        case .missingColumns(let file, let columns):
            "\(file):1: error: There \(columns.count == 1 ? "is no column" : "are no columns") "
                + "\(columns.map { "“\($0)”" }.joined(separator: ", ")); this file cannot be read without "
                + "\(columns.count == 1 ? "it" : "them")."
        case .unknownColumn(let file, let column, let nearest):
            "\(file):1: error: The heading “\(column)” is none that this list can have; "
                + (nearest.map { "did you mean “\($0)”?" } ?? "rename or remove it.")
        case .repeatedColumn(let file, let column):
            "\(file):1: error: The heading “\(column)” is there twice; rename or remove one."
        case .wrongWidth(let file, let line, let cells, let columns):
            "\(file):\(line): error: The row has \(cells) cells under \(columns) headings; a text with a comma in it must be in "
                + "quotes."
        case .badRow(let file, let line, let reason): "\(file):\(line): error: \(reason)"
        }
    }
}

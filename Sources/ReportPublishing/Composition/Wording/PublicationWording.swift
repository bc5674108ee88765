import OfficialStatistics
import ReportAnalysis
import ReportDisclosure
import ReportModel
import ReportVocabulary

/// Sentences that every format of a publication has to say in its own way.
///
/// They have one home so that a workbook and a page of the same report say the same.
public enum PublicationWording {
    /// Said on the first page of a publication with invented figures, and on every sheet where there are several.
    public static let synthetic =
        "Synthetic data: every figure in this report is invented and describes no real child, family or organisation."

    /// Said where a table has empty cells.
    public static let blankCells = "Blank cells are intentional: there is nothing to report."

    /// Said where there are more charts than are printed.
    ///
    /// - Parameter count: How many are printed.
    /// - Returns: The sentence.
    package static func chartsPrinted(_ count: Int) -> String {
        "The first \(count) charts are printed; the others are on the screen."
    }

    /// Said in place of a table without rows.
    ///
    /// - Parameter title: The heading of the table.
    /// - Returns: The sentence.
    public static func nothing(under title: String) -> String { "There is nothing to show under “\(title)”." }

    /// What a symbol in place of figures means.
    ///
    /// - Parameters:
    ///   - symbol: The symbol, such as `[c]`.
    ///   - meanings: What it means; several where it is used for different reasons.
    /// - Returns: The sentence.
    public static func meaning(of symbol: String, _ meanings: [String]) -> String {
        "\(symbol) means \(meanings.joined(separator: ", or "))."
    }
}

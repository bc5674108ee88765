/// How far two people who grade the same cases agree, beyond what chance would give (Cohen's kappa).
///
/// 1 is full agreement, 0 no more than two graders with the same habits reach by chance, and less than 0 is less than that. On an
/// ordered scale, weigh a disagreement by how far apart the two grades are:
///
/// ```swift
/// import OfficialStatistics
///
/// // How many cases got each pair of grades: a row for each grade of the auditor, a column for each of the moderator.
/// let kappa = try Kappa([[4, 1, 0, 0], [1, 12, 3, 0], [0, 4, 20, 2], [0, 0, 1, 5]], weights: .quadratic)
/// print(kappa.value ?? "cannot be worked out")
/// ```
///
/// Sources: J. Cohen, *Educational and Psychological Measurement* 20, 1960, and *Psychological Bulletin* 70, 1968. The results are
/// those of scikit-learn's `cohen_kappa_score`.
public struct Kappa: Sendable, Hashable {
    /// How much a disagreement counts.
    public enum Weights: String, Sendable, Hashable, Codable, CaseIterable {
        /// Every disagreement counts the same: for grades without an order.
        case none
        /// A disagreement counts by how many grades lie between the two.
        case linear
        /// A disagreement counts by the square of that.
        case quadratic
    }

    /// How much a disagreement counts.
    public let weights: Weights
    /// How many cases were graded twice.
    public let cases: Int
    /// How many of them got the same grade from both.
    public let agreed: Int
    /// Kappa; `nil` where there are no cases, and where all got the same grade from both, so that chance alone would agree as well.
    public let value: Double?

    /// The most cases that a table may hold.
    public static let mostCases = 1_000_000_000_000

    /// Works out kappa from a table of counts.
    ///
    /// O(k²) for k grades.
    ///
    /// - Parameters:
    ///   - table: How many cases got each pair of grades: a row for each grade of the first person, a column for each grade of the
    ///     second, both in the order of the scale.
    ///   - weights: How much a disagreement counts.
    /// - Throws: ``KappaError`` where the table is not square, a count is negative, or there are more than ``mostCases``.
    public init(_ table: [[Int]], weights: Weights = .none) throws(KappaError) {
        var total = 0
        for (row, counts) in table.enumerated() {
            guard counts.count == table.count else {
                throw .notSquare(row: row, columns: counts.count, rows: table.count)
            }
            for (column, count) in counts.enumerated() {
                guard count >= 0 else { throw .negativeCount(count, row: row, column: column) }
                guard count <= Self.mostCases - total else { throw .tooManyCases }
                total += count
            }
        }
        self.weights = weights
        cases = total
        agreed = table.indices.reduce(0) { $0 + table[$1][$1] }
        value = Self.value(of: table, total, weights)
    }

    /// 1 less observed over expected disagreement, each weighted.
    private static func value(of table: [[Int]], _ total: Int, _ weights: Weights) -> Double? {
        guard total > 0 else { return nil }
        let rows = table.map { Double($0.reduce(0, +)) }
        let columns = table.indices.map { column in Double(table.reduce(0) { $0 + $1[column] }) }
        var (observed, expected) = (0.0, 0.0)
        for row in table.indices {
            for column in table.indices {
                let distance = Double((row - column).magnitude)
                let weight =
                    switch weights {
                    case .none: min(distance, 1)
                    case .linear: distance
                    case .quadratic: distance * distance
                    }
                observed += weight * Double(table[row][column])
                expected += weight * rows[row] * columns[column] / Double(total)
            }
        }
        return expected > 0 ? 1 - observed / expected : nil
    }

    /// The strength of a kappa in Landis and Koch's words (*Biometrics* 33, 1977), which are a custom and no rule: from "poor" to
    /// "almost perfect".
    ///
    /// - Parameter value: The kappa.
    /// - Returns: The words.
    public static func strength(of value: Double) -> String {
        switch value {
        case ..<0: "poor"
        case ...0.2: "slight"
        case ...0.4: "fair"
        case ...0.6: "moderate"
        case ...0.8: "substantial"
        default: "almost perfect"
        }
    }
}

/// Why a table of counts has no kappa.
public enum KappaError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A row has not as many columns as there are rows; rows count from 0.
    case notSquare(row: Int, columns: Int, rows: Int)
    /// A count below 0; rows and columns count from 0.
    case negativeCount(Int, row: Int, column: Int)
    /// There are more cases than ``Kappa/mostCases``.
    case tooManyCases

    /// A sentence for people, which says what would be right.
    public var description: String {
        switch self {
        case .notSquare(let row, let columns, let rows):
            "Row \(row + 1) has \(columns) \(columns == 1 ? "column" : "columns"); it must have \(rows), one for each row."
        case .negativeCount(let count, let row, let column):
            "Row \(row + 1), column \(column + 1) is \(count); a number of cases must be 0 or more."
        case .tooManyCases: "There are too many cases; a table may hold at most 10^12."
        }
    }
}

package import ReportModel
import ReportVocabulary

/// Texts of table cells that are made of several items.
package enum CellText {
    /// How many lines a list in a cell has at most, so that no row becomes taller than a page.
    package static let mostLines = 6

    /// Items one under the other; where there are too many, the first ones and how many more there are.
    package static func lines(_ items: [String]) -> String {
        let shown = items.count > mostLines ? mostLines - 1 : items.count
        let rest = items.count > shown ? ["and \(DecimalText.grouped(items.count - shown)) more"] : []
        return (items.prefix(shown) + rest).joined(separator: "\n")
    }

    /// Dated steps one under the other.
    package static func lines(_ milestones: [Milestone]) -> String {
        lines(milestones.map { "\($0.date.label): \($0.text)" })
    }
}

extension Chart {
    /// Labels made unique, as those along an axis must be: the second of a name gets a number.
    package static func uniqueLabels(_ labels: [String]) -> [String] {
        var counts: [String: Int] = [:]
        var taken = Set(labels)
        return labels.map { label in
            counts[label, default: 0] += 1
            guard var number = counts[label], number > 1 else { return label }
            while !taken.insert("\(label) (\(number))").inserted { number += 1 }
            return "\(label) (\(number))"
        }
    }
}

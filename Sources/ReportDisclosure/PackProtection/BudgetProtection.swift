import ReportModel
import ReportVocabulary
import SmallNumbers

/// The lines of a budget that are left out so that none that is withheld follows from a total and the other parts.
struct BudgetProtection {
    /// The lines, beyond those that are withheld themselves.
    let hidden: Set<BudgetFigure.ID>

    /// Works out which.
    ///
    /// - Parameters:
    ///   - lines: All lines, and whether each is withheld.
    /// - Throws: ``SmallNumberError`` where nothing that may be left out would help.
    init(_ lines: [(line: BudgetFigure, isWithheld: Bool)]) throws(SmallNumberError) {
        guard lines.contains(where: \.isWithheld) else {
            hidden = []
            return
        }
        var counts = LinkedCounts()
        var positions: [BudgetFigure.ID: Int] = [:]
        var parts: [BudgetFigure.ID: [Int]] = [:]
        for (line, isWithheld) in lines {
            let pence = (line.pounds * 100).rounded()
            guard pence.isFinite, pence >= 0, pence <= Double(LinkedCounts.greatestCount), positions[line.id] == nil
            else {
                continue
            }
            var cell = LinkedCounts.Cell(Int(pence), label: line.title, display: isWithheld ? .never : .byPolicy)
            cell.isSensitive = false
            positions[line.id] = try counts.add(cell)
            if let total = line.partOf { parts[total, default: []].append(counts.cells.count - 1) }
        }
        for (line, _) in lines {
            guard let total = positions[line.id], let members = parts[line.id], !members.contains(total) else {
                continue
            }
            let left = members.reduce(counts.cells[total].value) { $0 - counts.cells[$1].value }
            guard left >= 0 else { continue }
            var rest: [Int] = []
            if left > 0 {
                var cell = LinkedCounts.Cell(left, display: .implied)
                cell.isSensitive = false
                rest = [try counts.add(cell)]
            }
            try counts.addRelation(total: total, parts: members + rest, label: line.title)
        }
        // No amount is small; the search only sees to it that nobody can work out a withheld one.
        let pattern = try counts.protected(by: .suppressOneToFive, smallTotals: .boundedByParts)
        hidden = Set(
            lines.compactMap { line, isWithheld -> BudgetFigure.ID? in
                guard !isWithheld, let position = positions[line.id] else { return nil }
                if case .hidden = pattern.counts[position] { return line.id }
                return nil
            })
    }
}

import FamilyServicesKit

extension DashboardMapping {
    /// Puts figures beside those that the pack has.
    func merge(
        _ found: [[String]], unknown: [String], warnings: [Diagnostic]
    ) throws(ReportPackError) -> Outcome {
        var order: [[String]] = []
        var rows: [[String]: [String]] = [:]
        // What somebody wrote beside the figures stays beside them.
        var (others, beside): ([String], [[String]: [String]]) = ([], [:])
        let name = MapFiles.observations
        let context = ImportContext(limits: loader.limits)
        if target.holds(name) {
            let contents = target.contents(context)
            guard var (table, _) = contents.table(.observations, name: name, context) else {
                throw ReportPackError(diagnostics: context.files.flatMap(\.diagnostics))
            }
            let extra = table.columns.filter { !Self.columns.contains($0.name) }
            others = extra.map(\.heading)
            var row = CSVRow()
            while table.next(into: &row) {
                let record = table.record(row, table.columns)
                let texts = extra.map { column in
                    if case .text(let text)? = record[column.name]?.content { text } else { "" }
                }
                let cells = Self.columns.map { name in
                    if case .text(let text)? = record[name]?.content { text } else { "" }
                }
                let key = Array(cells.prefix(4))
                beside[key] = texts
                if rows.updateValue(Array(cells.dropFirst(4)), forKey: key) == nil { order.append(key) }
            }
        }
        var new: [[String]: [String]] = [:]
        for cells in found {
            let key = Array(cells.prefix(4))
            if new[key] == nil, rows[key] == nil { order.append(key) }
            var figures = new[key] ?? ["", "", ""]
            for index in 0..<3 where !cells[4 + index].isEmpty { figures[index] = cells[4 + index] }
            new[key] = figures
        }
        func text(_ figures: [String]) -> String {
            let (value, numerator, denominator) = (figures[0], figures[1], figures[2])
            let ratio = numerator.isEmpty && denominator.isEmpty ? "" : "\(numerator) of \(denominator)"
            return [value, ratio].filter { !$0.isEmpty }.joined(separator: ", ")
        }
        var changes: [Change] = []
        var (added, same) = (0, 0)
        for key in order {
            guard let figures = new[key] else { continue }
            if let old = rows[key] {
                if old == figures {
                    same += 1
                } else {
                    let what = key.filter { !$0.isEmpty }.joined(separator: ", ")
                    changes.append(Change(what: what, old: text(old), new: text(figures)))
                }
            } else {
                added += 1
            }
            rows[key] = figures
        }
        let blank = [String](repeating: "", count: others.count)
        let lines = order.map { $0 + (rows[$0] ?? []) + (beside[$0] ?? blank) }
        return Outcome(
            file: File(name: name, text: CSVText.text(of: [Self.columns + others] + lines)), newCount: added,
            changes: changes,
            sameCount: same, unknown: unknown, warnings: warnings.filter { $0.severity == .warning })
    }
}

package import ReportModel
import ReportVocabulary

extension ReportPack {
    /// What the pack states and its own figures contradict: its claims, and the lines of a printed dashboard.
    ///
    /// What rounding could explain is left out.
    ///
    /// - Returns: A warning about each claim and about each line, in the order of the pack; none where all agrees.
    package func contradictions() -> [Diagnostic] {
        guard !claims.isEmpty || !dashboard.isEmpty else { return [] }
        let index = PackIndex(self)
        let titles = { (ids: [Indicator.ID]) in ids.compactMap { index.indicators[$0]?.fullTitle } }
        let ofClaims = checkClaims(with: index).filter { $0.verdict == .contradicted }.map { result -> Diagnostic in
            let names = titles(result.claim.indicators)
            return Diagnostic(
                .warning, .inconsistent, result.sentence.quoting(names),
                about: RecordReference(.claim, result.claim.id), field: "stated",
                values: [result.claim.stated.text] + names)
        }
        let found = dashboardDisagreements().filter { !$0.couldBeRounding }
        // What is wrong with a whole column is one thing to mend.
        let columns = Dictionary(grouping: found.filter(\.kind.isOfColumn), by: \.kind).filter { $0.value.count > 2 }
        let ofLines = found.compactMap { item -> Diagnostic? in
            let line = index.dashboardLines[item.line]
            let names = titles(line?.indicators ?? []) + [line?.measure, line?.part].compactMap { $0 }
            var message = item.sentence.quoting(names)
            if let column = columns[item.kind] {
                guard item == column.first else { return nil }
                message += " The same goes for \(column.count - 1) more lines."
            }
            return Diagnostic(
                .warning, .inconsistent, message, about: RecordReference(.dashboardLine, String(item.line)),
                values: names)
        }
        return ofClaims + ofLines
    }
}

extension String {
    /// The text with names of measures in quotation marks, as values that a message for logs leaves out.
    fileprivate func quoting(_ names: [String]) -> String {
        var text = self
        var done: [String] = []
        for name in names.sorted(by: { $0.count > $1.count })
        where !name.isEmpty && !done.contains(where: { $0.contains(name) }) {
            // What is in quotation marks already is told by the values of the message.
            guard text.contains(name), !text.contains("“\(name)”") else { continue }
            done.append(name)
            text = text.split(separator: name, omittingEmptySubsequences: false)
                .joined(separator: MessageText.value(name))
        }
        return text
    }
}

extension DashboardDisagreement.Kind {
    /// Whether it is what the heading of a column leads to, where it is found on several lines.
    fileprivate var isOfColumn: Bool { self == .valueForChange || self == .unlabelledShare }
}

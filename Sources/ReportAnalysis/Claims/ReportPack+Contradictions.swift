package import ReportModel

extension ReportPack {
    /// What the pack states and its own figures contradict: its claims, and the lines of a printed dashboard.
    ///
    /// What rounding could explain is left out.
    ///
    /// - Returns: A warning about each claim and about each line, in the order of the pack; none where all agrees.
    package func contradictions() -> [Diagnostic] {
        let claims = checkClaims().filter { $0.verdict == .contradicted }.map { result in
            Diagnostic(
                .warning, .inconsistent, result.sentence, about: RecordReference(.claim, result.claim.id),
                field: "stated", values: [result.claim.stated.text])
        }
        let found = dashboardDisagreements().filter { !$0.couldBeRounding }
        // What is wrong with a whole column is one thing to mend.
        let columns = Dictionary(grouping: found.filter(\.kind.isOfColumn), by: \.kind).filter { $0.value.count > 2 }
        let lines = found.compactMap { item -> Diagnostic? in
            var message = item.sentence
            if let column = columns[item.kind] {
                guard item == column.first else { return nil }
                message += " The same goes for \(column.count - 1) more lines."
            }
            return Diagnostic(
                .warning, .inconsistent, message, about: RecordReference(.dashboardLine, String(item.line)))
        }
        return claims + lines
    }
}

extension DashboardDisagreement.Kind {
    /// Whether it is what the heading of a column leads to, where it is found on several lines.
    fileprivate var isOfColumn: Bool { self == .valueForChange || self == .unlabelledShare }
}

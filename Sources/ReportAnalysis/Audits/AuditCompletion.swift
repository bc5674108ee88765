package import ReportModel
package import ReportVocabulary

/// How many of the audits that were planned were completed, for one period, method, team or subject, or over any of
/// them.
///
/// Only lines that give both numbers count, so that the two are about the same audits. Totals win over their parts, as
/// in ``GradePool``.
package struct AuditCompletion: Sendable, Hashable, Codable {
    /// What the numbers are told apart by; over everything else they add up.
    package let dimensions: AuditDimensions
    /// What was audited; absent where the numbers are added over subjects, and for lines that name none.
    package let subject: String?
    /// The team; absent where the numbers are added over teams, and for lines about all teams.
    package let team: String?
    /// The period; absent where the numbers are added over periods.
    package let period: ReportingPeriod?
    /// The method; absent where the numbers are added over methods, and for totals over methods.
    package let method: AuditMethod.ID?
    /// How many cases were planned.
    package let planned: Int
    /// How many of them were completed, which may be more than planned.
    package let completed: Int
    /// How many lines are in the numbers.
    package let lines: Int
    /// How many lines are not, because the number planned or the number completed is not given.
    package let incompleteLines: Int
    /// How many lines are not, because their cases may be in another line already.
    package let overlappingLines: Int

    /// Adds activity up.
    ///
    /// - Parameters:
    ///   - activity: The lines of the programme.
    ///   - dimensions: What to tell apart.
    /// - Returns: The numbers in the order of their first lines.
    /// - Complexity: O(n²) in the largest group of n lines.
    package static func completions(
        of activity: [AuditActivity], by dimensions: AuditDimensions = [.period]
    ) -> [AuditCompletion] {
        var order: [AuditGroup] = []
        var groups: [AuditGroup: [AuditActivity]] = [:]
        for line in activity {
            let group = AuditGroup(line.scope, by: dimensions)
            if groups[group] == nil { order.append(group) }
            groups[group, default: []].append(line)
        }
        return order.map { AuditCompletion($0, groups[$0] ?? [], dimensions) }
    }

    private init(_ group: AuditGroup, _ activity: [AuditActivity], _ dimensions: AuditDimensions) {
        let whole: [(scope: AuditScope, planned: Int, completed: Int)] = activity.compactMap { line in
            guard let planned = line.planned, let completed = line.completed, planned >= 0, completed >= 0,
                planned <= GradeCounts.mostCases, completed <= GradeCounts.mostCases
            else { return nil }
            return (line.scope, planned, completed)
        }
        let (kept, dropped) = AuditScope.withoutOverlap(whole.map(\.scope))
        self.dimensions = dimensions
        subject = group.domain
        team = group.team
        period = group.period
        method = group.method
        planned = kept.reduce(0) { $0 + whole[$1].planned }
        completed = kept.reduce(0) { $0 + whole[$1].completed }
        lines = kept.count
        incompleteLines = activity.count - whole.count
        overlappingLines = dropped.count
    }

    /// Completed out of planned: numerator and denominator, whose share can be above 100 per cent.
    package var share: ObservedValue {
        .fraction(numerator: Double(completed), denominator: Double(planned))
    }

    /// The numbers in a sentence.
    package var explanation: String {
        let start: String
        if lines == 0 {
            start = "No line gives both the number planned and the number completed."
        } else if planned == 0 {
            start = "None planned, \(DecimalText.grouped(completed)) completed."
        } else {
            start =
                "\(DecimalText.grouped(completed)) completed of \(DecimalText.grouped(planned)) planned "
                + "(\(CountText.percentage(completed, of: planned)))"
                + (completed > planned ? ": more than planned." : ".")
        }
        return start
            + (incompleteLines > 0 && lines > 0
                ? " \(CountText.of(incompleteLines, "line")) without both numbers left out." : "")
    }
}

extension AuditActivity {
    /// Which cases it can be about; a line without subject and method is a total.
    var scope: AuditScope {
        AuditScope(domain: subject, team: team, period: period, method: method, coversAllDomains: method == nil)
    }
}

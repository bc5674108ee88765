import ReportModel
import ReportVocabulary

/// What audit figures are told apart by when they are added up; whatever is not named is added over.
package struct AuditDimensions: OptionSet, Sendable, Hashable, Codable {
    /// The bits.
    package let rawValue: Int

    /// Makes a set from its bits.
    ///
    /// - Parameter rawValue: The bits.
    package init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// What was graded or audited: the domain of a grade, the subject of an activity.
    package static let domain = AuditDimensions(rawValue: 1)
    /// The team.
    package static let team = AuditDimensions(rawValue: 2)
    /// The period.
    package static let period = AuditDimensions(rawValue: 4)
    /// The method.
    package static let method = AuditDimensions(rawValue: 8)
}

/// The values by which audit figures are told apart.
struct AuditGroup: Hashable {
    let domain: String?
    let team: String?
    let period: ReportingPeriod?
    let method: AuditMethod.ID?

    init(_ scope: AuditScope, by dimensions: AuditDimensions) {
        domain = dimensions.contains(.domain) ? scope.domain : nil
        team = dimensions.contains(.team) ? scope.team : nil
        period = dimensions.contains(.period) ? scope.period : nil
        method = dimensions.contains(.method) ? scope.method : nil
    }
}

/// Which cases an audit figure can be about, so that no case is counted twice when figures are added.
struct AuditScope {
    var domain: String?
    var team: String?
    var period: ReportingPeriod
    var method: AuditMethod.ID?
    /// Whether an absent domain stands for all domains, and not for an unnamed one.
    var coversAllDomains = false

    /// Whether some case may be in both figures.
    ///
    /// A figure without a team is about all teams, one without a method about all methods.
    func mayShareCases(with other: AuditScope) -> Bool {
        guard period.firstDay <= other.period.lastDay, other.period.firstDay <= period.lastDay,
            team == nil || other.team == nil || team == other.team,
            method == nil || other.method == nil || method == other.method
        else { return false }
        return domain == other.domain || (domain == nil && coversAllDomains)
            || (other.domain == nil && other.coversAllDomains)
    }

    /// Totals come before their parts, longer periods before shorter ones.
    private var breadth: (Int, Int, Int) {
        (
            coversAllDomains && domain == nil ? 1 : 0, (team == nil ? 1 : 0) + (method == nil ? 1 : 0),
            period.firstDay.days(until: period.lastDay)
        )
    }

    /// Chooses figures that share no case.
    ///
    /// Totals win over their parts, longer periods over shorter ones, and of two alike the first.
    ///
    /// - Parameter scopes: The scopes of figures that are to be added.
    /// - Returns: The positions of those that are kept, in their order, and of those that are not. O(n²) for n figures.
    static func withoutOverlap(_ scopes: [AuditScope]) -> (kept: [Int], dropped: [Int]) {
        var kept: [Int] = []
        var dropped: [Int] = []
        let order = scopes.indices.sorted { left, right in
            let (first, second) = (scopes[left].breadth, scopes[right].breadth)
            return first == second ? left < right : first > second
        }
        for position in order {
            if kept.contains(where: { scopes[$0].mayShareCases(with: scopes[position]) }) {
                dropped.append(position)
            } else {
                kept.append(position)
            }
        }
        return (kept.sorted(), dropped.sorted())
    }
}

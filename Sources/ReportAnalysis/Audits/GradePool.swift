package import ReportModel
package import ReportVocabulary

/// The graded cases of several distributions added up, for one domain, team, period or method, or over any of them.
///
/// Nothing is counted twice: where a distribution for all teams stands beside those of its teams, or a quarter beside
/// its months, the total counts and the parts are in ``leftOut``. Distributions of different domains grade the same
/// cases, so a pool over domains counts grades rather than cases. For an interval around a share take ``counts`` with
/// ``GradeCounts/interval(atLeast:at:)``.
package struct GradePool: Sendable, Hashable, Codable {
    /// A distribution that is not in the counts.
    package struct LeftOut: Sendable, Hashable, Codable {
        /// Why.
        package enum Reason: Sendable, Hashable, Codable {
            /// Its cases may already be counted.
            case overlaps
            /// How many cases got each grade is not known.
            case countsUnknown(GradeCountsError)
        }

        /// The distribution.
        package let id: GradeDistribution.ID
        /// Why it is left out.
        package let reason: Reason
    }

    /// What the pool is told apart by; over everything else it adds up.
    package let dimensions: AuditDimensions
    /// What was graded; absent in a pool over domains.
    package let domain: String?
    /// The team; absent in a pool over teams, and for distributions that are about all teams.
    package let team: String?
    /// The period; absent in a pool over periods.
    package let period: ReportingPeriod?
    /// The method; absent in a pool over methods, and for distributions that name none.
    package let method: AuditMethod.ID?
    /// The cases by grade.
    package let counts: GradeCounts
    /// The distributions in the counts.
    package let pooled: [GradeDistribution.ID]
    /// The distributions that are not.
    package let leftOut: [LeftOut]
    /// Who may see the counts: whoever may see all that is in them.
    package let access: Access

    /// Adds distributions up.
    ///
    /// - Parameters:
    ///   - distributions: The distributions.
    ///   - dimensions: What to tell apart.
    /// - Returns: The pools in the order of their first distributions; also those in which nothing could be counted.
    /// - Complexity: O(n²) in the largest pool of n distributions.
    package static func pools(
        of distributions: [GradeDistribution], by dimensions: AuditDimensions = [.domain, .team, .period]
    ) -> [GradePool] {
        var order: [AuditGroup] = []
        var groups: [AuditGroup: [GradeDistribution]] = [:]
        for distribution in distributions {
            let group = AuditGroup(distribution.scope, by: dimensions)
            if groups[group] == nil { order.append(group) }
            groups[group, default: []].append(distribution)
        }
        return order.map { GradePool($0, groups[$0] ?? [], dimensions) }
    }

    private init(_ group: AuditGroup, _ distributions: [GradeDistribution], _ dimensions: AuditDimensions) {
        var leftOut: [LeftOut] = []
        var countable: [(distribution: GradeDistribution, counts: GradeCounts)] = []
        for distribution in distributions {
            do throws(GradeCountsError) {
                countable.append((distribution, try GradeCounts(distribution.results)))
            } catch {
                leftOut.append(LeftOut(id: distribution.id, reason: .countsUnknown(error)))
            }
        }
        var (total, access) = (GradeCounts.none, Access.unrestricted)
        var pooled: [GradeDistribution.ID] = []
        let (kept, dropped) = AuditScope.withoutOverlap(countable.map(\.distribution.scope))
        for position in kept {
            let (distribution, counts) = countable[position]
            do throws(GradeCountsError) {
                total = try total.adding(counts)
                pooled.append(distribution.id)
                access = access.combined(with: distribution.access)
            } catch {
                leftOut.append(LeftOut(id: distribution.id, reason: .countsUnknown(error)))
            }
        }
        leftOut += dropped.map { LeftOut(id: countable[$0].distribution.id, reason: .overlaps) }
        self.dimensions = dimensions
        domain = group.domain
        team = group.team
        period = group.period
        method = group.method
        counts = total
        self.pooled = pooled
        self.leftOut = leftOut
        self.access = access
    }

    /// The counts in a sentence.
    package var explanation: String {
        let missing = leftOut.count { $0.reason != .overlaps }
        let good = counts.count(atLeast: .good)
        let start =
            counts.total == 0
            ? "No graded cases."
            : "\(CountText.of(counts.total, "case")): \(counts.label). \(DecimalText.grouped(good)) of "
                + "\(DecimalText.grouped(counts.total)) good or better "
                + "(\(CountText.percentage(good, of: counts.total)))."
        return start
            + (missing > 0 ? " \(CountText.of(missing, "printed distribution")) could not be turned into cases." : "")
    }
}

extension GradeDistribution {
    /// Which cases it can be about.
    var scope: AuditScope { AuditScope(domain: domain, team: team, period: period, method: method) }
}

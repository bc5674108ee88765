import ReportAnalysis
import ReportModel
import ReportVocabulary

/// The latest audit grades of each domain and of each team, the worst first.
///
/// Grades of later periods than the one that is reported on are left out. Where a source gives grades of all teams together
/// these count, else those of the teams are added up, as far as the number of cases with each grade is known for all of them.
package struct LatestGrades: Sendable {
    /// The grades of a domain or team in one period.
    struct Standing: Sendable {
        let title: String
        let period: ReportingPeriod
        /// The share of each grade that is known, 0 to 100.
        let shares: [Grade: Double]
        /// How many cases there were, where that is known.
        let cases: Int?
        /// How many cases got each grade, where that is known.
        let counts: GradeCounts?
        /// Who may see the grades.
        let access: Access

        /// The share graded good or better.
        var goodOrBetter: Double { (shares[.outstanding] ?? 0) + (shares[.good] ?? 0) }
    }

    /// A domain now and in the period before.
    struct Domain: Sendable {
        let latest: Standing
        /// The last earlier period of the same kind with grades.
        let earlier: Standing?
        /// The places in the plan that the domain measures.
        let references: [PlanReference]

        /// What can be said about the move between the two periods; absent where the cases with each grade are not known.
        var shift: GradeShift? {
            guard let before = earlier?.counts, let after = latest.counts else { return nil }
            return GradeShift(from: before, to: after)
        }

        /// Which way the share graded good or better moved.
        var travel: DirectionOfTravel? {
            earlier.map { earlier in
                DirectionOfTravel(
                    from: earlier.goodOrBetter, to: latest.goodOrBetter, polarity: .higherIsBetter, decimals: 0,
                    clarity: shift?.verdict.clarity ?? .untested)
            }
        }
    }

    /// Each domain in its own latest period, the one with the smallest share graded good or better first.
    let domains: [Domain]
    /// Each team in the latest period with grades of several teams, ordered alike; empty where there is none.
    let teams: [Standing]
    /// What the grades of the teams are about, such as "overall"; absent for all domains together.
    let teamDomain: String?

    /// Finds the latest grades.
    ///
    /// - Parameters:
    ///   - distributions: The grades.
    ///   - period: The period that is reported on.
    /// - Complexity: O(n log n) for n distributions, and O(m²) for m of one domain and period.
    init(of distributions: [GradeDistribution], asOf period: ReportingPeriod) {
        let known = distributions.filter { $0.period.firstDay <= period.lastDay }
        var order: [String] = []
        var groups: [String: [GradeDistribution]] = [:]
        for distribution in known {
            let key = distribution.domain.lowercased()
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(distribution)
        }
        domains = Self.sorted(order.compactMap { Self.domain(groups[$0] ?? []) }) { $0.latest }

        let overall = order.first { $0.hasPrefix("overall") }
        let ofTeams = known.filter { $0.team != nil && (overall == nil || $0.domain.lowercased() == overall) }
        teamDomain = overall.flatMap { groups[$0]?.first?.domain } ?? (order.count == 1 ? known.first?.domain : nil)
        teams = Self.sorted(Self.teams(ofTeams)) { $0 }
    }

    private static func domain(_ distributions: [GradeDistribution]) -> Domain? {
        let byPeriod = Dictionary(grouping: distributions, by: \.period)
        let periods = byPeriod.keys.sorted { ReportingPeriod.listingOrder($1, $0) }
        func standing(_ period: ReportingPeriod) -> Standing? {
            let rows = byPeriod[period] ?? []
            return self.standing(of: rows, named: rows.first?.domain ?? "", in: period)
        }
        guard let (period, latest) = periods.lazy.compactMap({ period in standing(period).map { (period, $0) } }).first
        else { return nil }
        let earlier = periods.lazy.filter { $0.kind == period.kind && $0.lastDay < period.firstDay }
            .compactMap(standing).first
        var seen: Set<PlanReference> = []
        let references = distributions.compactMap(\.planReference).filter { seen.insert($0).inserted }
        return Domain(latest: latest, earlier: earlier, references: references.sorted())
    }

    private static func teams(_ distributions: [GradeDistribution]) -> [Standing] {
        let byPeriod = Dictionary(grouping: distributions, by: \.period)
            .mapValues { Dictionary(grouping: $0) { $0.team ?? "" } }.filter { $0.value.count > 1 }
        guard let (period, teams) = byPeriod.max(by: { ReportingPeriod.listingOrder($0.key, $1.key) }) else {
            return []
        }
        return teams.keys.sorted().compactMap { standing(of: teams[$0] ?? [], named: $0, in: period) }
    }

    /// The grades of one period together; absent where they are not known of all cases.
    private static func standing(
        of distributions: [GradeDistribution], named title: String, in period: ReportingPeriod
    ) -> Standing? {
        let whole = distributions.filter { $0.team == nil }
        if let only = distributions.count == 1 ? distributions.first : whole.count == 1 ? whole.first : nil {
            let shares = Grade.allCases.reduce(into: [:]) { $0[$1] = only.results.share(of: $1) }
            return shares.isEmpty
                ? nil
                : Standing(
                    title: title, period: period, shares: shares, cases: only.results.cases,
                    counts: try? GradeCounts(only.results), access: only.access)
        }
        guard let pool = GradePool.pools(of: distributions, by: []).first, pool.counts.total > 0,
            pool.leftOut.allSatisfy({ $0.reason == .overlaps })
        else { return nil }
        let total = Double(pool.counts.total)
        let shares = Grade.allCases.reduce(into: [:]) { $0[$1] = 100 * Double(pool.counts[$1]) / total }
        return Standing(
            title: title, period: period, shares: shares, cases: pool.counts.total, counts: pool.counts,
            access: pool.access)
    }

    private static func sorted<Item>(_ items: [Item], by standing: (Item) -> Standing) -> [Item] {
        items.enumerated().sorted { left, right in
            let (first, second) = (standing(left.element), standing(right.element))
            let (firstKey, secondKey) = (
                (first.goodOrBetter, -(first.shares[.inadequate] ?? 0), left.offset),
                (second.goodOrBetter, -(second.shares[.inadequate] ?? 0), right.offset)
            )
            return firstKey < secondKey
        }.map(\.element)
    }
}

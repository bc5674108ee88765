package import ReportModel
package import ReportVocabulary

/// How far auditors and moderators agree about a domain, in one period or in all.
package struct ModerationAgreement: Sendable, Hashable {
    /// What was graded.
    package let domain: String
    /// The period; absent for all periods together.
    package let period: ReportingPeriod?
    /// How far they agree.
    package let agreement: GradeAgreement
}

extension ReportPack {
    /// How far auditors and moderators agree, domain by domain in the order of the pack.
    ///
    /// All periods together come first, then each period, the latest first. Where all pairs are of one period, it alone is there.
    ///
    /// Pairs of periods that begin after the report's do not count. O(n log n) for n pairs.
    ///
    /// - Returns: The agreements; a domain with more than ``GradeCounts/mostCases`` cases is left out.
    package func moderationAgreements() -> [ModerationAgreement] {
        let pairs = audits.moderation.filter { $0.period.firstDay <= manifest.period.lastDay }
        var domains: [String] = []
        for pair in pairs where !domains.contains(pair.domain) { domains.append(pair.domain) }
        let ofDomain = Dictionary(grouping: pairs, by: \.domain)
        return domains.flatMap { domain -> [ModerationAgreement] in
            let own = ofDomain[domain] ?? []
            let byPeriod = Dictionary(grouping: own, by: \.period)
            func agreement(_ period: ReportingPeriod?, _ pairs: [ModerationPair]) -> ModerationAgreement? {
                (try? GradeAgreement(pairs)).map { ModerationAgreement(domain: domain, period: period, agreement: $0) }
            }
            let periods = byPeriod.keys.sorted { ReportingPeriod.listingOrder($1, $0) }
            let whole = periods.count > 1 ? [agreement(nil, own)] : []
            return (whole + periods.map { agreement($0, byPeriod[$0] ?? []) }).compactMap(\.self)
        }
    }
}

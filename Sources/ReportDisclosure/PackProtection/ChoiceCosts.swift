import ReportModel
import ReportVocabulary
import SmallNumbers

/// What a version costs in figures under each choice of what is protected of the measures of timeliness that do not say.
struct ChoiceCosts {
    let costs: [ReleaseReview.ChoiceCost]

    /// Works out the costs.
    ///
    /// Only measures that the choice is about, and those tied to them, are looked at again. As things are, they protect their
    /// cases.
    ///
    /// - Parameters:
    ///   - worked: What is hidden as things are.
    ///   - pack: The whole pack.
    ///   - earlier: What went out before, the latest first.
    ///   - audience: Who will read the version.
    ///   - policy: The policy.
    init(
        beside worked: PackProtection, of pack: ReportPack, after earlier: [PackProtection.Release],
        for audience: Audience,
        under policy: SmallNumberPolicy
    ) {
        let isOpen: (Indicator) -> Bool = {
            $0.timescale != nil && $0.protects == nil && $0.countedGroup.isProtected
        }
        let open = Set(pack.indicators.lazy.filter(isOpen).map(\.id))
        let concerned = PackIndex(pack).closed(open)
        let observations = pack.observations.filter { concerned.contains($0.indicator) }
        guard policy.threshold > 0, !observations.isEmpty else {
            costs = []
            return
        }
        func hidden(_ choice: ProtectedCounts) -> Int? {
            var part = pack
            part.observations = observations
            for index in part.indicators.indices where open.contains(part.indicators[index].id) {
                part.indicators[index].protects = choice
            }
            return try? PackProtection(of: part, after: earlier, for: audience, under: policy).hiddenCount
        }
        let now = worked.places.reduce(0) { $0 + (concerned.contains($1.indicator) ? $1.count : 0) }
        costs = ProtectedCounts.allCases.map { choice in
            let other = choice == .cases ? now : hidden(choice)
            return ReleaseReview.ChoiceCost(
                choice: choice, withheldFigures: other.map { worked.hiddenCount - now + $0 })
        }
    }
}

import ReportModel
import ReportVocabulary
import SmallNumbers

/// What a version costs in figures under each choice of what is protected of the measures of timeliness that do not say.
struct ChoiceCosts {
    let costs: [ReleaseReview.ChoiceCost]

    /// Works out the costs.
    ///
    /// Only measures that the choice is about, and those tied to them, are looked at again.
    ///
    /// - Parameters:
    ///   - hiddenCount: How many figures show no number as things are.
    ///   - pack: The whole pack.
    ///   - earlier: What went out before, the latest first.
    ///   - audience: Who will read the version.
    ///   - policy: The policy.
    init(
        hiddenCount: Int, of pack: ReportPack, after earlier: [PackProtection.Release], for audience: Audience,
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
        let now = hidden(.cases)
        costs = ProtectedCounts.allCases.map { choice in
            let other = choice == .cases ? now : hidden(choice)
            let count = now.flatMap { now in other.map { hiddenCount - now + $0 } }
            return ReleaseReview.ChoiceCost(choice: choice, withheldFigures: count)
        }
    }
}

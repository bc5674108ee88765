extension Composer {
    /// The claims of the report with what came of checking them, those that the figures contradict first.
    func claimsChecked() -> PublicationSection? {
        let order = ClaimResult.Verdict.allCases
        let results = order.flatMap { verdict in claimResults.filter { $0.verdict == verdict } }
        return section(
            "claims", "Claims checked", short: "Claims checked",
            "Sentences of the report that state figures, checked against the figures of this version. A likely mistake is "
                + "named where it would give exactly what is stated; where several would, all are named.",
            exempt: results.map(\.claim.access),
            TableSketch<ClaimResult>(
                name: "Claims_checked", title: "Claims checked",
                columns: [
                    .init("Number", width: 14) { $0.claim.id.text },
                    .init("Statement", width: 56) { $0.claim.statement },
                    .init("Sort of figure", width: 18) { $0.claim.kind.label.capitalisedFirst },
                    .init("Stated", width: 14) { $0.claim.stated.text },
                    .init("Computed", width: 14) { computedCell($0) },
                    .init("Verdict", width: 18) { .text($0.verdict.label, tone: $0.verdict.tone) },
                    .init("Likely mistake", width: 34) { result in
                        result.explanations.map(\.label.capitalisedFirst).joined(separator: "; or: ")
                    },
                    .init("Explanation", width: 60) { $0.sentence },
                    .init("Where", width: 30) { result in
                        [result.claim.paragraph, index.place(result.claim.source)].compactMap { $0 }
                            .joined(separator: "; ")
                    },
                    .init("Note", width: 30) { $0.claim.note },
                ]
            ).block(of: results))
    }

    /// What the figures give, with a decimal more than is stated where it has more.
    private func computedCell(_ result: ClaimResult) -> Cell {
        if let rating = result.computedRating { return .outcome(rating) }
        guard let computed = result.computed, result.claim.kind != .comparison else { return .empty }
        let unit = result.claim.figures.first?.observed.flatMap { index.indicators[$0.indicator]?.unit }
        return .text(result.claim.text(of: computed, unit: unit))
    }

    /// How many claims were checked and what came of them, for the summary; `nil` where there are none.
    var claimFact: String? {
        guard !claimResults.isEmpty else { return nil }
        let order: [ClaimResult.Verdict] = [.confirmed, .contradicted, .withinRounding, .notCheckable]
        let parts = order.compactMap { verdict in
            let count = claimResults.count { $0.verdict == verdict }
            return count == 0 ? nil : "\(count) \(verdict.phrase)"
        }
        let explained = claimResults.count { $0.verdict == .contradicted && $0.likelyMistake != nil }
        return "\(claimResults.count) checked against the figures: \(parts.joined(separator: ", "))"
            + (explained > 0 ? "; a usual mistake explains \(explained)" : "")
    }
}

extension ClaimResult.Verdict {
    var tone: Tone {
        switch self {
        case .confirmed: .positive
        case .contradicted: .negative
        case .withinRounding: .caution
        case .notCheckable: .neutral
        }
    }

    /// The verdict in a list of numbers.
    fileprivate var phrase: String {
        switch self {
        case .confirmed: "confirmed"
        case .contradicted: "contradicted"
        case .withinRounding: "that rounding could explain"
        case .notCheckable: "that cannot be checked"
        }
    }
}

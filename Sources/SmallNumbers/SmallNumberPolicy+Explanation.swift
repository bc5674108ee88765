extension SmallNumberPolicy {
    /// The policy in plain English, for the notes of a report and for release notes.
    ///
    /// It says that further figures are hidden, and never how they are chosen: a reader who knows the rule learns from it.
    public var explanation: String {
        var sentences: [String] = []
        switch method {
        case .showAll:
            return "All counts are shown as they are."
        case .suppress(let threshold):
            sentences.append("\(lowCounts(upTo: threshold)) are not shown, so that no child can be identified.")
            if hidesComplements {
                sentences.append("Some other figures are not shown either, so that these cannot be worked out.")
            }
        case .round(let base, let limit):
            sentences.append(
                "Counts are rounded to the nearest \(base), and \(lowCounts(upTo: limit).lowercased()) are not shown, so that no "
                    + "child can be identified.")
            if hidesComplements {
                sentences.append("Some other figures are not shown either where these could be worked out.")
            }
            sentences.append("Totals are rounded by themselves, so the parts may not add up to them.")
            sentences.append(
                "Percentages and rates are worked out from rounded counts, of which each may be up to \(base / 2) too low or too "
                    + "high: the smaller the counts, the further they may be off. Ratings, directions and comparisons that depend on "
                    + "the rounding are not given.")
        }
        if showsZeros { sentences.append("A 0 that is shown is a true zero.") }
        if level == .belowNational { sentences.append("National figures are shown as they are.") }
        return sentences.joined(separator: " ")
    }

    private func lowCounts(upTo limit: Int) -> String {
        floor == limit ? "Counts of \(limit)" : "Counts of \(floor) to \(limit)"
    }
}

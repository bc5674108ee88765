import ReportModel
import ReportVocabulary

// Claims about the place of the council among others.
extension ClaimChecker {
    /// “Third lowest of 11”.
    ///
    /// The councils are those of the pack with a figure for the same period. Where the sentence speaks of neighbours, or of so many,
    /// a group of the pack with these members is meant.
    func ranks(
        _ figure: Operand, _ observed: FigureReference.Observed, _ indicator: Indicator, _ rank: StatedRank
    ) -> ComparisonFinding {
        let own = observed.area ?? lookup.index.ownArea
        var values: [Area.ID: Operand] = [:]
        for other in lookup.otherGroups(than: observed) where other.category == observed.category {
            guard let area = other.area, area != own, lookup.index.areas[area]?.kind == .localAuthority,
                let operand = operand(.observation(other))
            else { continue }
            values[area] = operand
        }
        let time = observed.period.labelWithinSentence
        guard !values.isEmpty else { return .undecided("the pack has no figures of other councils for \(time)") }
        var groups: [[Area.ID]] = rank.isAmongNeighbours ? [] : [Array(values.keys)]
        for area in lookup.index.areas.all.values.sorted(by: { $0.id < $1.id }) where !area.members.isEmpty {
            guard !rank.isAmongNeighbours || area.kind == .statisticalNeighbours else { continue }
            let others = area.members.filter { $0 != own }
            if others.allSatisfy({ values[$0] != nil }), !others.isEmpty { groups.append(others) }
        }
        if groups.isEmpty { groups = [Array(values.keys)] }
        if let count = rank.count {
            groups = groups.filter { others in
                if case .beyond = rank.place { return others.count == count }
                return others.count + 1 == count || rank.isAmongNeighbours && others.count == count
            }
            guard !groups.isEmpty else {
                return .undecided(
                    "the pack has figures of \(CountText.of(values.count + 1, "council")) for \(time), this one included"
                )
            }
        }
        let findings = groups.map { others in
            place(figure, among: others.compactMap { values[$0] }, indicator, rank.place)
        }
        guard let first = findings.first else { return .undecided("it is not said among whom") }
        let isOne = findings.allSatisfy {
            switch ($0, first) {
            case (.holds, .holds), (.fails, .fails): true
            default: false
            }
        }
        return findings.count == 1 || isOne ? first : .undecided("it is not said among whom")
    }

    private func place(
        _ figure: Operand, among others: [Operand], _ indicator: Indicator, _ place: StatedRank.Place
    ) -> ComparisonFinding {
        guard !figure.isRough, !others.contains(where: \.isRough) else {
            return .undecided("one of the figures is an estimate or only an upper or lower limit")
        }
        let isBestHighest: Bool? =
            switch indicator.polarity {
            case .higherIsBetter: true
            case .lowerIsBetter: false
            case .inRange, .neutral: nil
            }
        let notJudged = "neither more nor less of \(MessageText.quoted(indicator.fullTitle)) is better"
        let size = others.count + 1
        /// How many others lie beyond the figure on one side, and how many are the same.
        func beyond(highest: Bool) -> (number: Int, ties: Int) {
            others.reduce(into: (number: 0, ties: 0)) { sum, other in
                let lead = DecimalText.withoutNoise(highest ? other.value - figure.value : figure.value - other.value)
                if lead > 0 { sum.number += 1 } else if lead == 0 { sum.ties += 1 }
            }
        }
        func isHighest(_ end: StatedRank.End) -> Bool? {
            switch end {
            case .highest: true
            case .lowest: false
            case .best, .unstated: isBestHighest
            case .worst: isBestHighest.map { !$0 }
            }
        }
        let lowest = beyond(highest: false)
        let ties = lowest.ties > 0 ? "joint " : ""
        let words =
            "it is \(ties)number \(lowest.number + 1) of \(size) from the lowest, and \(ties)number "
            + "\(size - lowest.number - lowest.ties) from the highest"
        func finding(_ isSo: Bool) -> ComparisonFinding {
            isSo ? .holds(words, difference: nil) : .fails(words, difference: nil)
        }
        switch place {
        case .places(let stated, let end):
            guard let highest = isHighest(end) else { return .undecided(notJudged) }
            let side = beyond(highest: highest)
            return finding(stated.overlaps((side.number + 1)...(side.number + 1 + side.ties)))
        case .part(let parts, let end):
            guard let highest = isHighest(end) else { return .undecided(notJudged) }
            let side = beyond(highest: highest)
            if side.number + 1 <= size / parts { return finding(true) }
            // Where councils cannot be shared out evenly, the one on the edge may be counted to either part.
            return side.number + 1 > (size + parts - 1) / parts
                ? finding(false) : .undecided("it lies on the edge: \(words)")
        case .beyond(let move, let number):
            let rises: Bool
            switch (move, isBestHighest) {
            case (.up, _), (.better, true?), (.worse, false?): rises = true
            case (.down, _), (.better, false?), (.worse, true?): rises = false
            case (.better, nil), (.worse, nil): return .undecided(notJudged)
            }
            let passed = beyond(highest: !rises).number
            return finding(number.map { $0 == passed } ?? (2 * passed > others.count))
        }
    }
}

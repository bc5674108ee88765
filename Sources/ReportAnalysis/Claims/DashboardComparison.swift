import ReportModel
import ReportVocabulary

/// Finds what the lines of a dashboard say against each other.
struct DashboardComparison {
    /// The lines in order.
    let lines: [DashboardLine]
    let lookup: FigureIndex

    func run() -> [DashboardDisagreement] { colours() + parts() + repeats() }

    private func report(
        _ line: DashboardLine, _ kind: DashboardDisagreement.Kind, _ printed: String, _ computed: String?,
        _ sentence: String
    ) -> DashboardDisagreement {
        DashboardDisagreement(
            line: line.number, kind: kind, printed: printed, computed: computed, couldBeRounding: false,
            sentence: sentence)
    }

    /// The lines of each measure, in order.
    private var blocks: [[DashboardLine]] {
        var found: [[DashboardLine]] = []
        for line in lines {
            if let last = found.last?.last, last.measure == line.measure, last.section == line.section,
                last.planReferences == line.planReferences
            {
                found[found.count - 1].append(line)
            } else {
                found.append([line])
            }
        }
        return found
    }

    // MARK: Colours

    /// Where nothing says which way is better, the same movement has the same colour on every line.
    ///
    /// A measure with a polarity or a target is rated by that, which is checked elsewhere.
    private func colours() -> [DashboardDisagreement] {
        var groups: [String: [(line: DashboardLine, isUp: Bool, rating: PrintedRating)]] = [:]
        for line in lines {
            guard let part = line.part, line.target == nil, let rating = line.rating, rating != .amber,
                let before = line.previous?.figure.number, let after = line.latest?.figure.number, before != after,
                line.indicators.allSatisfy({ lookup.index.indicators[$0]?.polarity == .neutral })
            else { continue }
            groups[LookAlike.folded(part), default: []].append((line, after > before, rating))
        }
        return groups.keys.sorted().flatMap { key -> [DashboardDisagreement] in
            let rated = groups[key] ?? []
            // One polarity would give each movement one colour, and the other movement the other.
            let fitsHigher = rated.allSatisfy { ($0.rating == .green) == $0.isUp }
            let fitsLower = rated.allSatisfy { ($0.rating == .green) != $0.isUp }
            guard rated.count > 1, !fitsHigher, !fitsLower else { return [] }
            return rated.map { item in
                let against = rated.first { $0.isUp == item.isUp && $0.rating != item.rating }
                let other = against.map { " and \($0.rating.label.lowercased()) in line \($0.line.number)" } ?? ""
                return report(
                    item.line, .oppositeColours, item.rating.label, nil,
                    "\(item.line.part ?? "") went \(item.isUp ? "up" : "down") and is \(item.rating.label.lowercased()) here\(other); "
                        + "the \(rated.count) lines of that name fit no single view of which way is better.")
            }
        }
    }

    // MARK: Parts

    /// Shares that add up to exactly 100 in one column look like parts of one whole; more than 100 in the other cannot be.
    private func parts() -> [DashboardDisagreement] {
        blocks.flatMap { block -> [DashboardDisagreement] in
            guard block.count > 1,
                block.allSatisfy({ line in
                    line.indicators.first.flatMap { lookup.index.indicators[$0]?.unit } == .percent
                })
            else { return [] }
            let before = block.compactMap { $0.previous?.figure }
            let after = block.compactMap { $0.latest?.figure }
            guard before.count == block.count, after.count == block.count, let (first, slack) = total(before),
                let (second, otherSlack) = total(after)
            else { return [] }
            // Exactly the whole: no more than rounding away from it.
            let isWhole = { (sum: Double, slack: Double) in (sum - 100).magnitude <= slack + 1e-9 }
            guard
                isWhole(first, slack) && second > 100 + otherSlack + 1e-9
                    || isWhole(second, otherSlack) && first > 100 + slack + 1e-9
            else { return [] }
            let (low, high) = (min(first, second), max(first, second))
            return block.map { line in
                report(
                    line, .partsExceedWhole, line.latest?.figure.text ?? "", nil,
                    "The lines of \(MessageText.quoted(line.measure)) add up to \(MessageText.number(low)) per cent in one column, as "
                        + "parts of a whole do, and to \(MessageText.number(high)) in the other; say whether cases can be in more "
                        + "than one.")
            }
        }
    }

    private func total(_ figures: [PrintedFigure]) -> (sum: Double, slack: Double)? {
        let values = figures.compactMap(\.number)
        guard values.count == figures.count else { return nil }
        let slack = zip(figures, values).reduce(0) { $0 + PrintedPrecision.halfUnit(of: $1.0.text, value: $1.1) }
        return (DecimalText.withoutNoise(values.reduce(0, +)), slack)
    }

    // MARK: Repeats

    /// Where six or more figures are all those of another measure, they were copied, or the two measures are one.
    ///
    /// Of several earlier measures with the same figures the first is named; each of the others names it too.
    private func repeats() -> [DashboardDisagreement] {
        let figured = blocks.filter { $0.count > 2 }
        var found: [DashboardDisagreement] = []
        for (position, block) in figured.enumerated() {
            let figures = block.map { [$0.part, $0.previous?.figure.text, $0.latest?.figure.text] }
            guard figures.allSatisfy({ !$0.contains(nil) }) else { continue }
            let other = figured[..<position].first { earlier in
                earlier.map { [$0.part, $0.previous?.figure.text, $0.latest?.figure.text] } == figures
            }
            guard let other, let first = other.first, let last = other.last else { continue }
            found += block.map { line in
                report(
                    line, .sameFigures, line.latest?.figure.text ?? "", nil,
                    "All \(2 * block.count) figures of this measure are those of lines \(first.number) to \(last.number), "
                        + "\(MessageText.quoted(first.measure)); check whether they are one measure or were copied.")
            }
        }
        return found
    }
}

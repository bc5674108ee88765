package import ReportModel
import ReportVocabulary

/// Something on a printed line of a dashboard that the rest of the line contradicts.
package struct DashboardDisagreement: Sendable, Hashable {
    /// What sort of thing disagrees.
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// The printed change is not the latest less the previous value.
        case change
        /// The printed change has lost its sign: an arrow or nothing says that it is a fall.
        case missingSign = "missing-sign"
        /// The arrow points another way than the value moved.
        case arrow
        /// The column for the change since the baseline holds the value at the baseline.
        case valueForChange = "value-for-change"
        /// The value at the baseline is the latest value, digit for digit: it may have been copied.
        case sameAsBaseline = "same-as-baseline"
        /// Two different values have the same label of a period.
        case repeatedLabel = "repeated-label"
        /// A value has no label of a period.
        case missingLabel = "missing-label"
        /// The latest value is older than those of the other lines.
        case olderPeriod = "older-period"
        /// A share has no label.
        case unlabelledShare = "unlabelled-share"
        /// The same movement of the same thing has another colour on another line.
        case oppositeColours = "opposite-colours"
        /// The parts of a whole are exactly the whole in one column, and more than it in the other.
        case partsExceedWhole = "parts-exceed-whole"
        /// All figures of a measure are those of another measure.
        case sameFigures = "same-figures"

        /// The name for people.
        package var label: String {
            switch self {
            case .change: "Printed change"
            case .missingSign: "Sign of the change"
            case .arrow: "Printed arrow"
            case .valueForChange: "Value in place of a change"
            case .sameAsBaseline: "Same value as at the baseline"
            case .repeatedLabel: "Same period twice"
            case .missingLabel: "No period"
            case .olderPeriod: "Older period"
            case .unlabelledShare: "Share without a label"
            case .oppositeColours: "Same movement, opposite colours"
            case .partsExceedWhole: "Parts greater than the whole"
            case .sameFigures: "Same figures as another measure"
            }
        }
    }

    /// The number of the line.
    package let line: Int
    /// What disagrees.
    package let kind: Kind
    /// What is printed.
    package let printed: String
    /// What the rest of the line gives, in words or digits; `nil` where it does not say.
    package let computed: String?
    /// Whether the values on which the line rests, before they were rounded, could give what is printed.
    package let couldBeRounding: Bool
    /// What is wrong, in plain English.
    package let sentence: String
}

extension ReportPack {
    /// Compares what is printed on each line of the dashboard with the rest of the line.
    ///
    /// Changes and arrows are those of ``changeDisagreements(includingRounding:)``; the column since the baseline, the
    /// labels of the periods and the labels of shares are looked at too.
    ///
    /// - Returns: The disagreements, line by line.
    package func dashboardDisagreements() -> [DashboardDisagreement] {
        guard !dashboard.isEmpty else { return [] }
        let latest = dashboard.compactMap { $0.latest?.period }
        var counts: [ReportingPeriod: Int] = [:]
        for period in latest { counts[period, default: 0] += 1 }
        let usual = counts.max { left, right in
            left.value != right.value
                ? left.value < right.value : ReportingPeriod.listingOrder(left.key, right.key)
        }?.key
        let lookup = FigureIndex(self)
        let changes = Dictionary(grouping: changeDisagreements(includingRounding: true), by: \.line)
        let between = Dictionary(
            grouping: DashboardComparison(lines: dashboard.sorted { $0.number < $1.number }, lookup: lookup).run(),
            by: \.line)
        return dashboard.sorted { $0.number < $1.number }.flatMap { line in
            DashboardLineCheck(
                line: line, usual: usual, baseline: manifest.baseline?.period, lookup: lookup,
                changes: changes[line.number] ?? []
            ).run() + (between[line.number] ?? [])
        }
    }
}

/// Checks one line of a dashboard.
private struct DashboardLineCheck {
    let line: DashboardLine
    /// The latest period of most lines.
    let usual: ReportingPeriod?
    let baseline: ReportingPeriod?
    let lookup: FigureIndex
    /// What is wrong with the printed change of the line.
    let changes: [ChangeDisagreement]

    func run() -> [DashboardDisagreement] {
        change() + sinceBaseline() + labels() + shares()
    }

    private var latest: Double? { line.latest?.figure.number }

    private func report(
        _ kind: DashboardDisagreement.Kind, _ printed: String, _ computed: String?, _ sentence: String,
        couldBeRounding: Bool = false
    ) -> [DashboardDisagreement] {
        [
            DashboardDisagreement(
                line: line.number, kind: kind, printed: printed, computed: computed, couldBeRounding: couldBeRounding,
                sentence: sentence)
        ]
    }

    /// The printed change and its arrow, with the previous value that a wrong change would fit.
    private func change() -> [DashboardDisagreement] {
        changes.flatMap { found in
            let printed = found.printed ?? ""
            switch found.finding {
            case .size(let size, let computed):
                let fitting = latest.map { " It would fit a previous value of \(Self.number($0 - size))." } ?? ""
                return report(.change, printed, Self.number(computed), found.explanation + fitting)
            case .sign(_, let computed):
                return report(.change, printed, Self.number(computed), found.explanation)
            case .signMissing(let computed):
                return report(.missingSign, printed, Self.number(computed), found.explanation)
            case .rounding(_, let computed):
                return report(
                    .change, printed, Self.number(computed), found.explanation, couldBeRounding: true)
            case .arrow(let arrow, let movement):
                return report(.arrow, arrow.rawValue, movement.rawValue, found.explanation)
            }
        }
    }

    private static func number(_ value: Double) -> String {
        DecimalText.shortest(DecimalText.rounded(value, decimals: 6))
    }

    private func arrow(
        _ arrow: PrintedChange.Arrow?, from earlier: Double?, column: String
    ) -> [DashboardDisagreement] {
        guard let arrow, arrow != .unreadable, let earlier, let latest else { return [] }
        let movement: PrintedChange.Arrow = latest > earlier ? .up : latest < earlier ? .down : .level
        guard movement != arrow else { return [] }
        return report(
            .arrow, arrow.rawValue, movement.rawValue,
            "The arrow\(column) points \(arrow.words), but the value \(movement == .level ? "did not change" : "went \(movement.words)")."
        )
    }

    private func sinceBaseline() -> [DashboardDisagreement] {
        guard let printed = line.sinceBaseline, let text = printed.text, let baseline, let latest,
            let indicator = line.indicators.first, line.indicators.count == 1
        else { return [] }
        let reference = FigureReference.Observed(indicator: indicator, period: baseline)
        let stated = StatedFigure(text)
        guard let number = stated.value, stated.direction == nil, let observation = lookup.observation(reference),
            let unit = lookup.index.indicators[indicator]?.unit, let value = observation.value.number(in: unit),
            (value - number).magnitude <= 1e-9 * max(1, number), number != latest - value
        else { return [] }
        let difference = DecimalText.shortest(DecimalText.rounded(latest - value, decimals: 6))
        var found = report(
            .valueForChange, text, difference,
            "\(text) is printed where the change since \(baseline.label) should be, but it is the figure for that period; the "
                + "change is \(difference).")
        found += arrow(printed.arrow, from: value, column: " for the change since \(baseline.label)")
        if number == latest {
            found += report(
                .sameAsBaseline, text, nil,
                "The value at the baseline is the latest value digit for digit; it may have been copied.")
        }
        return found
    }

    private func labels() -> [DashboardDisagreement] {
        guard let new = line.latest else { return [] }
        var found: [DashboardDisagreement] = []
        if let old = line.previous, let label = new.label, old.label == label, old.figure != new.figure {
            found += report(
                .repeatedLabel, "\(label) and \(label)", new.period?.label,
                "The previous and the latest value both have the label \(label), but they differ.")
        }
        if new.label == nil, line.previous?.label != nil {
            found += report(.missingLabel, "", new.period?.label, "The latest value has no label of a period.")
        }
        if let period = new.period, let usual, period.kind == usual.kind, period.lastDay < usual.lastDay {
            found += report(
                .olderPeriod, new.label ?? period.label, usual.label,
                "The latest value is of \(period.label); most lines have \(usual.label).")
        }
        return found
    }

    private func shares() -> [DashboardDisagreement] {
        guard line.shares.count > 1 else { return [] }
        return line.shares.filter { $0.label == nil }.flatMap { share in
            report(
                .unlabelledShare, share.figure.text, nil,
                "\(share.figure.text) is printed without saying what it is a share of or in.")
        }
    }
}

extension PrintedChange.Arrow {
    fileprivate var words: String {
        switch self {
        case .up: "up"
        case .down: "down"
        case .level: "level"
        case .unreadable: "nowhere"
        }
    }
}

/// Something on a printed line of a dashboard that the rest of the line contradicts.
public struct DashboardDisagreement: Sendable, Hashable {
    /// What sort of thing disagrees.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
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

        /// The name for people.
        public var label: String {
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
            }
        }
    }

    /// The number of the line.
    public let line: Int
    /// What disagrees.
    public let kind: Kind
    /// What is printed.
    public let printed: String
    /// What the rest of the line gives, in words or digits; `nil` where it does not say.
    public let computed: String?
    /// Whether the values on which the line rests, before they were rounded, could give what is printed.
    public let couldBeRounding: Bool
    /// What is wrong, in plain English.
    public let sentence: String
}

extension ReportPack {
    /// Compares what is printed on each line of the dashboard with the rest of the line.
    ///
    /// A printed change should be the latest less the previous value. Both values are rounded, so a change may differ from
    /// the difference of the rounded ones by half a unit of each and still be right; such differences are reported as
    /// possible rounding. Arrows that cannot be read say nothing.
    ///
    /// - Returns: The disagreements, line by line.
    public func dashboardDisagreements() -> [DashboardDisagreement] {
        let latest = dashboard.compactMap { $0.latest?.period }
        var counts: [ReportingPeriod: Int] = [:]
        for period in latest { counts[period, default: 0] += 1 }
        let usual = counts.max { left, right in
            left.value != right.value
                ? left.value < right.value : ReportingPeriod.listingOrder(left.key, right.key)
        }?.key
        let lookup = FigureLookup(self)
        return dashboard.sorted { $0.number < $1.number }.flatMap { line in
            DashboardLineCheck(line: line, usual: usual, baseline: manifest.baseline?.period, lookup: lookup).run()
        }
    }
}

/// Checks one line of a dashboard.
private struct DashboardLineCheck {
    let line: DashboardLine
    /// The latest period of most lines.
    let usual: ReportingPeriod?
    let baseline: ReportingPeriod?
    let lookup: FigureLookup

    func run() -> [DashboardDisagreement] {
        change() + arrow(line.change?.arrow, from: previous, column: "") + sinceBaseline() + labels() + shares()
    }

    private var previous: Double? { line.previous?.figure.number }
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

    private func change() -> [DashboardDisagreement] {
        guard let text = line.change?.text, let previous, let latest, let old = line.previous?.figure,
            let new = line.latest?.figure
        else { return [] }
        let stated = StatedFigure(text)
        guard let size = stated.value, let signed = stated.signedValue else { return [] }
        let decimals = max(stated.decimals, old.decimals, new.decimals)
        let difference = DecimalText.rounded(latest - previous, decimals: decimals)
        if signed == difference { return [] }
        let computed = (difference > 0 ? "+" : "") + DecimalText.plain(difference, decimals: decimals)
        let opening = "The values go from \(old.text) to \(new.text), which is \(computed), but \(text) is printed"
        if stated.direction == nil, size == difference.magnitude, difference < 0 {
            return report(.missingSign, text, computed, opening + ": the sign is missing.")
        }
        if size == difference.magnitude {
            return report(.change, text, computed, opening + ": the sign is wrong.")
        }
        let slack = old.halfUnit + new.halfUnit + stated.halfUnit
        if (signed - difference).magnitude <= slack + 1e-9 {
            return report(
                .change, text, computed, opening + "; before the values were rounded, that can have been right.",
                couldBeRounding: true)
        }
        let fitting = DecimalText.plain(latest - signed, decimals: decimals)
        return report(.change, text, computed, opening + ". It would fit a previous value of \(fitting).")
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
            let unit = lookup.indicators[indicator]?.unit, let value = observation.value.number(in: unit),
            (value - number).magnitude <= 1e-9 * max(1, number), number != latest - value
        else { return [] }
        let difference = DecimalText.shortest(DecimalText.rounded(latest - value, decimals: 6))
        var found = report(
            .valueForChange, text, difference,
            "\(text) stands where the change since \(baseline.label) should stand, but it is the value of that time; the "
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

extension PrintedFigure {
    fileprivate var number: Double? { value ?? StatedFigure(text).value }
    fileprivate var decimals: Int { StatedFigure(text).decimals }
    fileprivate var halfUnit: Double { StatedFigure(text).halfUnit }
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

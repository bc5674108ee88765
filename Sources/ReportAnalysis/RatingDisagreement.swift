package import ReportModel
package import ReportVocabulary

/// A rating that a source printed and that contradicts the position printed beside it.
package struct RatingDisagreement: Sendable, Hashable {
    /// The number of the dashboard line.
    package let line: Int
    /// The measure, with the team or group that the line is limited to.
    package let measure: String
    /// The indicator that holds the figures of the line.
    package let indicator: Indicator.ID
    /// The latest position as printed.
    package let position: String
    /// The rating as printed.
    package let printed: PrintedRating
    /// The rating that follows from the position.
    package let computed: Rating
    /// Where the line is printed.
    package let source: SourceReference?
    /// Who may see it: as for the line.
    package let access: Access

    /// The disagreement in a sentence.
    ///
    /// Such as: "Average caseload: REACH is printed as red at 14.5, but is green: it meets the target of 12 to 16."
    package var explanation: String {
        let reason = computed.explanation
        let clause = reason.prefix(1).lowercased() + reason.dropFirst()
        let subject: String =
            if case .target = computed.basis { "it " } else { "" }
        return "\(measure) is printed as \(printed.label.lowercased()) at \(position), but is "
            + "\(computed.outcome.label.lowercased()): \(subject)\(clause)"
    }
}

/// A change or an arrow that a source printed and that contradicts the two positions printed beside it.
package struct ChangeDisagreement: Sendable, Hashable {
    /// What is wrong with a printed change.
    package enum Finding: Sendable, Hashable {
        /// The size is not the later position less the earlier, by more than the rounding of the three can explain.
        case size(printed: Double, computed: Double)
        /// The size is right and the sign is the opposite one.
        case sign(printed: Double, computed: Double)
        /// The size is right, but a fall is printed without a minus sign.
        case signMissing(computed: Double)
        /// The size differs at the precision that all three are printed in, but by no more than their rounding can explain.
        case rounding(printed: Double, computed: Double)
        /// The arrow points another way than the positions moved.
        case arrow(printed: PrintedChange.Arrow, computed: DirectionOfTravel.Movement)
    }

    /// The number of the dashboard line.
    package let line: Int
    /// The measure, with the team or group that the line is limited to.
    package let measure: String
    /// The earlier position as printed.
    package let earlier: String
    /// The later position as printed.
    package let later: String
    /// The change as printed; absent where only an arrow was.
    package let printed: String?
    /// What is wrong.
    package let finding: Finding
    /// Where the line is printed.
    package let source: SourceReference?
    /// Who may see it: as for the line.
    package let access: Access

    /// The disagreement in a sentence.
    package var explanation: String {
        let positions = "from \(earlier) to \(later)"
        let text = printed ?? ""
        switch finding {
        case .size(_, let computed):
            return "\(measure): the change is printed as \(text), but \(positions) is \(Self.number(computed))."
        case .rounding(_, let computed):
            return
                "\(measure): the change is printed as \(text), but \(positions) is \(Self.number(computed)); rounding "
                + "can explain it."
        case .sign(_, let computed):
            return "\(measure): the change is printed as \(text) with the wrong sign; \(positions) is "
                + "\(Self.number(computed))."
        case .signMissing(let computed):
            return "\(measure): the change is printed as \(text) without a sign, but \(positions) is a fall, "
                + "\(Self.number(computed))."
        case .arrow(let arrow, let computed):
            let way =
                switch computed {
                case .up: "a rise"
                case .down: "a fall"
                case .unchanged: "no change"
                }
            let shown = arrow == .level ? "to no change" : arrow.rawValue
            return "\(measure): the arrow points \(shown), but \(positions) is \(way)."
        }
    }

    private static func number(_ value: Double) -> String {
        let text = DecimalText.shortest(DecimalText.rounded(value, decimals: 6))
        return value > 0 ? "+" + text : text
    }
}

extension ReportPack {
    /// The printed ratings of the dashboard that contradict the target, line by line.
    ///
    /// A line is checked where it holds one indicator, a number and a rating, and its indicator has a target on the last day of
    /// the latest position. With ``Rating/Options/ratesByDirection`` lines without a target are checked against the movement
    /// between their two positions too; that is weaker evidence, since a source may have rated against something else.
    /// Lines that print a range or several shares are not checked. A rating of better than target counts as green.
    ///
    /// - Parameter options: The rules of the council whose dashboard it is.
    /// - Returns: The disagreements in the order of the lines.
    package func ratingDisagreements(options: Rating.Options = Rating.Options()) -> [RatingDisagreement] {
        let indicators = RecordTable("indicator", of: indicators)
        return dashboard.sorted { $0.number < $1.number }.compactMap { line in
            guard let printed = line.rating, line.indicators.count == 1, let latest = line.latest,
                let indicator = indicators[line.indicators[0]], let value = latest.figure.number
            else { return nil }
            let day = latest.period?.lastDay ?? manifest.period.lastDay
            let computed = Rating(
                of: .value(value), for: indicator, on: day, comparedWith: line.previous?.figure.number, options: options
            )
            let colour: Rating.Outcome = computed.outcome == .betterThanTolerance ? .green : computed.outcome
            guard colour != .notRated, colour != printed.outcome else { return nil }
            return RatingDisagreement(
                line: line.number, measure: line.fullMeasure, indicator: indicator.id, position: latest.figure.text,
                printed: printed, computed: computed, source: line.source, access: line.access)
        }
    }

    /// The printed changes and arrows of the dashboard that contradict the two positions beside them.
    ///
    /// A change agrees where it is the later position less the earlier to within the rounding of the three as printed: 7.7 to
    /// 12.1 may be +4.3 or +4.5; such differences are listed on request, since a reader who subtracts stumbles over them.
    /// The column since the baseline is left alone, because some dashboards print the value at the
    /// baseline in it. An arrow that cannot be read is no evidence.
    ///
    /// - Parameter includingRounding: Whether differences that rounding can explain are listed too.
    /// - Returns: The disagreements in the order of the lines, the size before the arrow.
    package func changeDisagreements(includingRounding: Bool = false) -> [ChangeDisagreement] {
        dashboard.sorted { $0.number < $1.number }.flatMap { line -> [ChangeDisagreement] in
            guard let change = line.change, let previous = line.previous, let latest = line.latest,
                let earlier = previous.figure.number, let later = latest.figure.number
            else { return [] }
            let findings = [
                Self.sizeFinding(change.text, from: previous.figure, earlier, to: latest.figure, later),
                Self.arrowFinding(change.arrow, from: earlier, to: later),
            ]
            return findings.compactMap { $0 }.compactMap { finding in
                if case .rounding = finding, !includingRounding { return nil }
                return ChangeDisagreement(
                    line: line.number, measure: line.fullMeasure, earlier: previous.figure.text,
                    later: latest.figure.text, printed: change.text, finding: finding, source: line.source,
                    access: line.access)
            }
        }
    }

    private static func sizeFinding(
        _ text: String?, from previous: PrintedFigure, _ earlier: Double, to latest: PrintedFigure, _ later: Double
    ) -> ChangeDisagreement.Finding? {
        guard let text, let printed = PrintedNumber.value(text) else { return nil }
        let computed = DecimalText.withoutNoise(later - earlier)
        let halfUnits = [previous.text, latest.text, text].map(PrintedNumber.halfUnit)
        let slack = halfUnits.reduce(1e-9 * max(1, earlier.magnitude, later.magnitude), +)
        if (printed - computed).magnitude <= slack {
            let coarsest = halfUnits.max() ?? 0.5
            return (printed - computed).magnitude > coarsest * (1 + 1e-9)
                ? .rounding(printed: printed, computed: computed) : nil
        }
        guard (printed + computed).magnitude <= slack else { return .size(printed: printed, computed: computed) }
        let hasSign = text.contains { "+-−–".contains($0) }
        return hasSign ? .sign(printed: printed, computed: computed) : .signMissing(computed: computed)
    }

    private static func arrowFinding(
        _ arrow: PrintedChange.Arrow?, from earlier: Double, to later: Double
    ) -> ChangeDisagreement.Finding? {
        let moved: DirectionOfTravel.Movement = later > earlier ? .up : later < earlier ? .down : .unchanged
        let shown: DirectionOfTravel.Movement
        switch arrow {
        case .up: shown = .up
        case .down: shown = .down
        case .level: shown = .unchanged
        case .unreadable, nil: return nil
        }
        return arrow.flatMap { shown == moved ? nil : .arrow(printed: $0, computed: moved) }
    }
}

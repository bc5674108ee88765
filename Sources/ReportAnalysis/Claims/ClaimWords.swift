package import ReportModel
package import ReportVocabulary

/// Puts the result of checking a claim into plain English.
struct ClaimWords {
    let claim: Claim
    let checker: ClaimChecker

    private var lookup: FigureIndex { checker.lookup }

    func confirmed(_ computed: Double) -> String { "The figures give \(number(computed)), as stated." }

    func contradicted(_ computed: Double, _ explanations: [ClaimExplanation]) -> String {
        Self.adding(explanations, to: "The report says \(stated); the figures give \(number(computed))\(working).")
    }

    func withinRounding(_ computed: Double, _ range: ClosedRange<Double>) -> String {
        "The report says \(stated); the figures as printed give \(number(computed)), but unrounded figures could give anything from "
            + "\(number(range.lowerBound)) to \(number(range.upperBound))."
    }

    /// The words reach no further than everybody agrees.
    func undecided(_ computed: Double) -> String {
        "This cannot be checked: the figures give \(number(computed)), and whether \(stated) reaches so far is for the writer to "
            + "say\(working)."
    }

    func holds(_ reason: String) -> String { "\(stated) holds: \(reason)." }

    /// What a reader should know of a true comparison that shows no change of the work.
    var caveat: String { " Ordinary ups and downs explain the difference." }

    func couldBeRounding(_ reason: String) -> String {
        "The figures as printed do not show it, but unrounded figures could: \(reason)."
    }

    func doesNotHold(_ reason: String) -> String { "\(stated) does not hold: \(reason)." }

    func rough(_ computed: Double) -> String {
        "This cannot be checked: the report says \(stated) and the figures give \(number(computed)), but one of them is an estimate "
            + "or only an upper or lower limit."
    }

    func comparison(_ figure: Double, _ other: Double, isLevel: Bool, holds: Bool) -> String {
        relation(figure, other, isLevel: isLevel)
            + (holds ? ", as stated." : ", so \(MessageText.quoted(claim.stated.text)) does not hold.")
    }

    /// How one figure lies to another, without a stop: "69% (Visits, May 2026) is lower than 73% (Visits, April 2026)".
    func relation(_ figure: Double, _ other: Double, isLevel: Bool) -> String {
        let relation = isLevel ? "the same as" : figure > other ? "higher than" : "lower than"
        let first = plain(figure, beside: other, claim.figures.first)
        let second = plain(other, beside: figure, claim.comparedWith)
        return "\(first) is \(relation) \(second)"
    }

    func rating(_ stated: Rating.Outcome, _ computed: Rating.Outcome, _ reason: String) -> String {
        let why = reason.hasSuffix(".") ? reason : "\(reason.prefix(1).uppercased() + reason.dropFirst())."
        return stated == computed
            ? "The rating is \(computed.label.lowercased()), as stated. \(why)"
            : "The report says \(stated.label.lowercased()), but it should be \(computed.label.lowercased()). \(why)"
    }

    /// The same for a rating by the direction, which says nothing of a target.
    func ratingByDirection(_ stated: Rating.Outcome, _ computed: Rating.Outcome, _ reason: String) -> String {
        stated == computed
            ? rating(stated, computed, reason)
            : "The report says \(stated.label.lowercased()), but \(reason), which is \(computed.label.lowercased())."
    }

    /// Adds what probably went wrong.
    static func adding(_ explanations: [ClaimExplanation], to sentence: String) -> String {
        switch explanations.count {
        case 0: return sentence
        case 1: return sentence + " Likely mistake: \(explanations[0].label)."
        default:
            return sentence
                + " More than one mistake would explain it: \(explanations.map(\.label).joined(separator: "; "))."
        }
    }

    // MARK: Numbers

    private var stated: String { MessageText.quoted(claim.stated.text) }

    private func number(_ value: Double) -> String {
        claim.text(of: value, unit: lookup.indicator(claim.figures.first)?.unit)
    }

    private func plain(_ value: Double, beside other: Double, _ reference: FigureReference?) -> String {
        switch reference {
        case .observation(let observed):
            guard let indicator = lookup.index.indicators[observed.indicator] else { break }
            return "\(checker.shown(value, beside: other, indicator)) (\(lookup.label(observed)))"
        case .recorded(let recorded): return "\(MessageText.number(value)) (\(recorded.label))"
        case .target:
            guard let indicator = lookup.indicator(claim.figures.first) else { break }
            return "\(FigureText(indicator.unit).exact(value)) (its target)"
        case .number, nil: break
        }
        return MessageText.number(value)
    }

    /// The figures that the result was worked out from.
    private var working: String {
        func text(_ reference: FigureReference) -> String? {
            guard let value = checker.operand(reference, beside: claim.figures.first)?.value else { return nil }
            guard let unit = lookup.indicator(reference)?.unit else {
                return MessageText.number(DecimalText.rounded(value, decimals: 6))
            }
            return FigureText(unit).exact(DecimalText.rounded(value, decimals: 6))
        }
        let figures = claim.figures.compactMap(text)
        let wholes = claim.outOf.compactMap(text)
        switch claim.kind {
        case .difference:
            guard let first = figures.first, let other = claim.comparedWith.flatMap(text) else { return "" }
            return " (\(first) less \(other))"
        case .points, .percentChange:
            guard let later = figures.first, let earlier = claim.comparedWith.flatMap(text) else { return "" }
            return " (from \(earlier) to \(later))"
        case .share, .rate, .ratio:
            guard let part = figures.first, !wholes.isEmpty else { return "" }
            return " (\(part) of \(wholes.joined(separator: " + ")))"
        case .sum where figures.count <= 8: return " (\(figures.joined(separator: " + ")))"
        default: return ""
        }
    }
}

extension Claim {
    /// A number in the terms of the claim, with a decimal more than is stated unless it is whole, and with as many more as
    /// make the difference where it is not what is stated: 89.96% beside "at least 90%".
    ///
    /// - Parameters:
    ///   - value: The number.
    ///   - unit: The unit of the figure that the claim is about, where it is known.
    /// - Returns: Such as `+20.4%` or `+5.1 percentage points`.
    package func text(of value: Double, unit: MeasurementUnit?) -> String {
        let least = value == value.rounded() || stated.scale > 1 ? 0 : min(stated.decimals + 1, 15)
        guard let amount = statedAmount, value != value.rounded() || stated.scale > 1 else {
            return text(of: value, unit: unit, decimals: least)
        }
        let isChange = kind.isChange
        let fit = amount.fit(value, isChange: isChange)
        let scale = stated.scale
        // The printed number must give the same verdict as the exact one.
        let places = (least...max(least, 10)).first { places in
            let shown =
                DecimalText.rounded(value / scale, decimals: max(places, scale > 1 ? stated.decimals + 1 : 0)) * scale
            return amount.fit(shown, isChange: isChange) == fit
        }
        return text(of: value, unit: unit, decimals: places ?? least)
    }

    private func text(of value: Double, unit: MeasurementUnit?, decimals: Int) -> String {
        switch kind {
        case .points: return FigureText(.percent, decimals: decimals).change(value)
        case .percentChange: return FigureText.relative(value, decimals: decimals)
        case .share: return FigureText(.percent, decimals: decimals).text(value)
        case .rate:
            return FigureText(.rate(per: Int(exactly: rateBase) ?? 10_000), decimals: decimals).text(value)
        case .value where unit == nil && stated.isShare: return FigureText(.percent, decimals: decimals).text(value)
        case .value, .sum, .average, .count, .difference:
            var unit = unit
            if case .rate = unit, let per = stated.number?.per.flatMap({ Int(exactly: $0) }) { unit = .rate(per: per) }
            let (figures, scale) = printer(unit, decimals: decimals)
            return kind == .difference ? figures.change(value / scale) : figures.text(value / scale)
        case .ratio, .rating, .comparison: return FigureText(.ratio, decimals: decimals).text(value)
        }
    }

    /// How the figures of a claim are shown; an amount that is stated in thousands or millions is shown in the same.
    private func printer(_ unit: MeasurementUnit?, decimals: Int) -> (FigureText, scale: Double) {
        guard stated.isMoney else { return (FigureText(unit ?? .unspecified, decimals: decimals), 1) }
        let scale = MeasurementUnit.MoneyScale(rawValue: Int(exactly: stated.scale) ?? 1) ?? .pounds
        let shown = scale == .pounds ? decimals : min(max(stated.decimals + 1, decimals), 15)
        return (FigureText(.money(scale), decimals: shown), Double(scale.rawValue))
    }
}

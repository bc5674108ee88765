package import ReportModel
package import ReportVocabulary

/// Puts the result of checking a claim into plain English.
struct ClaimWords {
    let claim: Claim
    let lookup: FigureIndex

    func confirmed(_ computed: Double) -> String { "The figures give \(number(computed)), as stated." }

    func contradicted(_ computed: Double, _ explanations: [ClaimExplanation]) -> String {
        Self.adding(explanations, to: "The report says \(stated); the figures give \(number(computed))\(working).")
    }

    func withinRounding(_ computed: Double, _ range: ClosedRange<Double>) -> String {
        "The report says \(stated); the figures as printed give \(number(computed)), but unrounded figures could give anything from "
            + "\(number(range.lowerBound)) to \(number(range.upperBound))."
    }

    func rough(_ computed: Double) -> String {
        "This cannot be checked: the report says \(stated) and the figures give \(number(computed)), but one of them is an estimate "
            + "or only an upper or lower limit."
    }

    func comparison(_ figure: Double, _ other: Double, isLevel: Bool, holds: Bool) -> String {
        let relation = isLevel ? "the same as" : figure > other ? "higher than" : "lower than"
        let (first, second) = (plain(figure, claim.figures.first), plain(other, claim.comparedWith))
        return "\(first) is \(relation) \(second)"
            + (holds ? ", as stated." : ", so \(MessageText.quoted(claim.stated.text)) does not hold.")
    }

    func rating(_ stated: Rating.Outcome, _ computed: Rating.Outcome, _ reason: String) -> String {
        let why = reason.hasSuffix(".") ? reason : "\(reason.prefix(1).uppercased() + reason.dropFirst())."
        return stated == computed
            ? "The rating is \(computed.label.lowercased()), as stated. \(why)"
            : "The report says \(stated.label.lowercased()), but it should be \(computed.label.lowercased()). \(why)"
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

    private func plain(_ value: Double, _ reference: FigureReference?) -> String {
        guard let observed = reference?.observed, let indicator = lookup.index.indicators[observed.indicator] else {
            return MessageText.number(value)
        }
        let text = DecimalText.formatted(value, decimals: indicator.decimals) + (indicator.unit == .percent ? "%" : "")
        return "\(text) (\(lookup.label(observed)))"
    }

    /// The figures that the result was worked out from.
    private var working: String {
        let checker = ClaimChecker(lookup: lookup)
        func text(_ reference: FigureReference) -> String? {
            guard let value = checker.operand(reference)?.value else { return nil }
            let unit = lookup.indicator(reference)?.unit == .percent ? "%" : ""
            return MessageText.number(DecimalText.rounded(value, decimals: 6)) + unit
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
    /// A number in the terms of the claim, with a decimal more than is stated unless it is whole.
    ///
    /// - Parameters:
    ///   - value: The number.
    ///   - unit: The unit of the figure that the claim is about, where it is known.
    /// - Returns: Such as `+20.4%` or `+5.1 percentage points`.
    package func text(of value: Double, unit: MeasurementUnit?) -> String {
        let suffix: String =
            switch kind {
            case .points: " percentage points"
            case .percentChange, .share: "%"
            case .rate: " per 10,000"
            case .value, .sum, .average, .count: unit == .percent ? "%" : ""
            case .difference, .ratio, .rating, .comparison: ""
            }
        let decimals = value == value.rounded() || stated.scale > 1 ? 0 : min(stated.decimals + 1, 15)
        return (kind.isChange && value > 0 ? "+" : "") + DecimalText.formatted(value, decimals: decimals) + suffix
    }
}

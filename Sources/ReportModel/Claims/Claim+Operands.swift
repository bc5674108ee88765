import ReportVocabulary

extension Claim {
    /// The stated number: of a change with the sign that its direction gives it, of anything else as it is written.
    package var statedNumber: Double? {
        switch kind {
        case .percentChange:
            // “doubled” is a rise of 100%.
            return stated.times.map { 100 * ($0 - 1) } ?? stated.signedValue
        case .points, .difference: return stated.signedValue
        case .ratio where stated.fraction != nil: return stated.fraction.map { stated.isPartMore ? 1 + $0 : $0 }
        case .ratio where stated.isOneInSome: return stated.number?.percentage.map { $0 / 100 }
        case .share where stated.number?.percentage != nil: return stated.number?.percentage
        case .value where stated.isOneInSome: return stated.number?.percentage
        default:
            guard let value = stated.value else { return nil }
            let isNegative = stated.text.hasPrefix("-") || stated.text.hasPrefix("−")
            return isNegative ? -value.magnitude : value
        }
    }

    /// What the kind of claim cannot do without and the claim does not have, in words; `nil` where nothing is missing.
    package var missingOperand: String? {
        if figures.count > 1, !kind.hasSeveralFigures { return "which of the \(figures.count) figures is meant" }
        return switch kind {
        case .share: figures.isEmpty && outOf.isEmpty ? "the part or the whole" : nil
        case .points, .percentChange, .difference, .comparison:
            figures.isEmpty
                ? "the figure" : comparedWith == nil && !namesItsMeasure ? "the figure that it is compared with" : nil
        case .rate: figures.isEmpty ? "the figure" : outOf.isEmpty ? "the population" : nil
        case .ratio: figures.isEmpty ? "the figure" : outOf.isEmpty && comparedWith == nil ? "the other figure" : nil
        case .average:
            figures.isEmpty
                ? "the figure"
                : !outOf.isEmpty && outOf.count != figures.count ? "a weight for each of the figures" : nil
        case .value, .count, .sum, .rating: figures.isEmpty ? "the figure" : nil
        }
    }
}

extension Claim {
    /// Whether the words say what the figure is compared with: its target, or the figures since a time.
    private var namesItsMeasure: Bool { kind == .comparison && StatedComparison(stated.text)?.needsNoOther == true }
}

extension Claim.Kind {
    /// Whether a claim of the kind can be about several figures: added up, averaged, or each of them as stated.
    package var hasSeveralFigures: Bool {
        switch self {
        case .sum, .average, .value, .count: true
        default: false
        }
    }
}

extension StatedFigure {
    /// The rating that is stated.
    package var rating: PrintedRating? {
        let words = text.lowercased().split { !$0.isLetter }
        if words.contains("red") || words == ["r"] { return .red }
        if words.contains("amber") || words == ["a"] { return .amber }
        if words.contains("green") || words == ["g"] { return .green }
        return nil
    }
}

import ReportModel
import ReportVocabulary

/// The figures that claims refer to.
extension ClaimChecker {
    /// The value of a reference.
    ///
    /// - Parameters:
    ///   - reference: The reference.
    ///   - figure: The figure whose target is meant, where it is a target.
    ///   - asShare: Whether a number of a record is wanted in per cent of its whole.
    func operand(_ reference: FigureReference, beside figure: FigureReference? = nil, asShare: Bool = false) -> Operand?
    {
        switch reference {
        case .number(let value): return Operand(value)
        case .observation(let observed):
            return lookup.observation(observed).flatMap { observation in
                lookup.index.indicators[observation.indicator].flatMap { Operand(observation, of: $0) }
            }
        case .recorded(let recorded): return records.operand(recorded, asShare: asShare)
        case .target:
            guard let observed = figure?.observed, let indicator = lookup.indicator(figure),
                let requirement = indicator.target(on: observed.period.lastDay)?.requirement,
                let value = operand(.observation(observed))?.value
            else { return nil }
            return Operand(requirement.nearestEnd(to: value))
        }
    }

    /// The values of all references of a claim; `nil` where one has none.
    func operands(of claim: Claim) -> ClaimOperands? {
        // An amount with its pounds is compared in pounds, whatever its measure counts in.
        let inPounds = claim.stated.isMoney
        func operand(_ reference: FigureReference) -> Operand? {
            let asShare = claim.stated.isShare || (claim.kind == .share && claim.outOf.isEmpty) || claim.kind == .points
            guard let operand = self.operand(reference, beside: claim.figures.first, asShare: asShare) else {
                return nil
            }
            switch lookup.indicator(reference)?.unit {
            case .money(let scale) where inPounds: return operand.times(Double(scale.rawValue))
            case .rate(let base):
                // “452 per 100,000” of a rate per 10,000.
                guard let per = claim.stated.number?.per, per != Double(base) else { return operand }
                return operand.times(per / Double(base))
            default: return operand
            }
        }
        let figures = claim.figures.compactMap(operand)
        let outOf = claim.outOf.compactMap(operand)
        let other = claim.comparedWith.flatMap({ operand($0) })
        guard figures.count == claim.figures.count, outOf.count == claim.outOf.count,
            (other == nil) == (claim.comparedWith == nil)
        else { return nil }
        return ClaimOperands(figures: figures, comparedWith: other, outOf: outOf)
    }

    /// What the references of a claim work out to.
    func result(of claim: Claim) -> Double? {
        operands(of: claim).flatMap { ClaimArithmetic.result(claim, $0) }
    }
}

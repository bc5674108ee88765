import ReportModel
import ReportVocabulary

/// Tries the usual mistakes on the figures of a claim and keeps those that give what it states.
struct ClaimMistakes {
    let checker: ClaimChecker
    let claim: Claim
    let stated: Double
    let computed: Double

    /// The mistakes that fit, those of arithmetic first.
    func explanations() -> [ClaimExplanation] {
        arithmetic() + digits() + parts() + totals() + periods() + groups()
    }

    /// The one mistake that a limit or a rough figure can show: up in place of down.
    func directions() -> [ClaimExplanation] {
        guard claim.kind.isChange, let amount = claim.statedAmount else { return [] }
        var reversed = amount
        reversed.value = -amount.value
        reversed.upper = amount.upper.map { -$0 }
        guard amount.fit(computed, isChange: true) == .fails, reversed.fit(computed, isChange: true) == .holds else {
            return []
        }
        return [ClaimExplanation(mistake: .wrongDirection, figure: -computed, detail: nil)]
    }

    // MARK: Chance

    /// How many of the figures that were tried would fit by accident, at the most, for one that fits to be worth a word.
    private static let mostByChance = 0.2

    /// Whether so many of the figures that were tried fit as chance alone would not make fit.
    ///
    /// Among a dozen months of whole per cents that lie within ten points some month nearly always fits. What would be expected:
    /// the figures that were tried, as close together as they are around the stated one (within ten of its last units to either
    /// side), times the width of the stated one. Above ``mostByChance`` a fit says nothing.
    ///
    /// - Parameter tried: What each of the other figures would have given.
    private func isMoreThanChance(among tried: [Double]) -> Bool {
        let unit = 2 * claim.stated.halfUnit
        guard unit > 0 else { return true }
        let near = tried.count { ($0 - stated).magnitude <= 10 * unit }
        return Double(near) / 20 <= Self.mostByChance
    }

    private func fits(_ figure: Double?) -> Bool {
        guard let figure, figure.isFinite else { return false }
        return PrintedPrecision.agrees(figure, with: stated, halfUnit: claim.stated.halfUnit)
    }

    private func explanation(
        _ mistake: ClaimMistake, _ figure: Double?, _ detail: String? = nil
    ) -> [ClaimExplanation] {
        fits(figure) ? [ClaimExplanation(mistake: mistake, figure: figure, detail: detail)] : []
    }

    // MARK: Arithmetic

    private func arithmetic() -> [ClaimExplanation] {
        guard let operands = checker.operands(of: claim) else { return [] }
        let first = operands.figures.first?.value
        let other = operands.comparedWith?.value
        var found: [ClaimExplanation] = []
        switch claim.kind {
        case .percentChange:
            let byLater = ClaimArithmetic.change(from: first, to: other).map { -$0 }
            found += explanation(.dividedByLater, byLater)
            if isOfPercentages { found += explanation(.pointsCalledPercent, ClaimArithmetic.difference(first, other)) }
            found += explanation(.swapped, byLater.map { -$0 })
        case .points:
            found += explanation(.percentCalledPoints, ClaimArithmetic.change(from: other, to: first))
        case .share, .rate, .ratio:
            let scale: Double = claim.kind == .share ? 100 : claim.kind == .rate ? claim.rateBase : 1
            if computed != 0, !claim.outOf.isEmpty || other != nil || operands.figures.first?.fraction != nil {
                found += explanation(.swapped, scale * scale / computed)
            }
        default: break
        }
        let isUnsigned = claim.stated.direction == nil && claim.kind.isChange
        found += explanation(.wrongDirection, -computed, isUnsigned ? "there is no sign" : nil)
        return found
    }

    /// Whether the two figures compared are percentages, or numbers of which nothing is known.
    private var isOfPercentages: Bool {
        [claim.figures.first, claim.comparedWith].allSatisfy { reference in
            guard let reference else { return false }
            guard reference.observed != nil else { return true }
            return checker.lookup.indicator(reference)?.unit == .percent
        }
    }

    // MARK: Digits

    private func digits() -> [ClaimExplanation] {
        var found: [ClaimExplanation] = []
        let unit = 2 * claim.stated.halfUnit
        // What lies less than a unit away, and was not rounded there, was cut off or rounded the wrong way.
        if (computed - stated).magnitude < unit * (1 - 1e-9) {
            found.append(ClaimExplanation(mistake: .roundedWrongly, figure: computed, detail: nil))
        }
        if computed.sign == stated.sign || stated == 0, isTransposed {
            found.append(ClaimExplanation(mistake: .transposedDigits, figure: computed, detail: nil))
        }
        // A single digit is that of one in ten numbers.
        for (factor, words) in [(10.0, "10"), (100, "100"), (1_000, "1,000")] where stated != 0 && digitsStated > 1 {
            found += explanation(.decimalPointSlipped, computed * factor, "\(words) times too much")
            found += explanation(.decimalPointSlipped, computed / factor, "\(words) times too little")
        }
        return found
    }

    /// How many digits the stated number has from its first to its last that is printed.
    private var digitsStated: Int {
        let units = (stated.magnitude / (2 * claim.stated.halfUnit)).rounded()
        return units < 1e15 ? String(Int(units)).count : 16
    }

    private var isTransposed: Bool {
        let scale = claim.stated.scale
        let text = Array(DecimalText.plain(computed.magnitude / scale, decimals: claim.stated.decimals))
        let positions = text.indices.filter { text[$0] != "." }
        let wanted = stated.magnitude / scale
        for (left, right) in zip(positions, positions.dropFirst()) where text[left] != text[right] {
            var swapped = text
            swapped.swapAt(left, right)
            guard let number = Double(String(swapped)) else { continue }
            if (number - wanted).magnitude <= 1e-9 * max(1, wanted) { return true }
        }
        return false
    }

    // MARK: Other figures

    private func parts() -> [ClaimExplanation] {
        guard claim.kind == .sum || claim.kind == .average, claim.figures.count > 1 else { return [] }
        var tried: [Double] = []
        var first: [ClaimExplanation] = []
        for index in claim.figures.indices {
            var copy = claim
            copy.figures.remove(at: index)
            if copy.outOf.indices.contains(index) { copy.outOf.remove(at: index) }
            guard let result = checker.result(of: copy) else { continue }
            tried.append(result)
            guard first.isEmpty else { continue }
            first = explanation(.missingPart, result, claim.figures[index].observed.map { checker.lookup.label($0) })
        }
        return isMoreThanChance(among: tried) ? first : []
    }

    /// The numerator over other totals of the same time.
    private func totals() -> [ClaimExplanation] {
        guard claim.kind == .share || claim.kind == .rate, let figure = claim.figures.first,
            let operand = checker.operand(figure)
        else { return [] }
        guard let numerator = claim.outOf.isEmpty ? operand.fraction?.numerator : operand.value else { return [] }
        let scale: Double = claim.kind == .share ? 100 : claim.rateBase
        var candidates: [(whole: Double, name: String)] = []
        for reference in [figure] + claim.outOf {
            guard let observed = reference.observed else { continue }
            for other in checker.lookup.sameTime(as: observed) where other != figure.observed {
                guard let found = checker.operand(.observation(other)) else { continue }
                let name = checker.lookup.label(other)
                if let denominator = found.fraction?.denominator {
                    candidates.append((denominator, "all of \(name)"))
                } else if checker.lookup.index.indicators[other.indicator]?.unit == .count {
                    candidates.append((found.value, name))
                }
            }
        }
        if claim.outOf.count > 1 {
            for part in claim.outOf.compactMap({ checker.operand($0) }) {
                candidates.append((part.value, "a part of the whole"))
            }
        }
        let right = claim.outOf.isEmpty ? operand.fraction?.denominator : claim.outOf.compactMap({ checker.operand($0) }).total
        let fitting = candidates.filter { $0.whole > 0 && $0.whole != right && fits(scale * numerator / $0.whole) }
        let tried = candidates.filter { $0.whole > 0 && $0.whole != right }.map { scale * numerator / $0.whole }
        guard let first = fitting.first, isMoreThanChance(among: tried) else { return [] }
        return [
            ClaimExplanation(
                mistake: .wrongTotal, figure: scale * numerator / first.whole, detail: Self.names(fitting.map(\.name)))
        ]
    }

    /// The same with figures of other periods.
    private func periods() -> [ClaimExplanation] {
        var fitting: [(figure: Double, name: String)] = []
        var tried: [Double] = []
        func attempt(_ changed: Claim, _ observed: FigureReference.Observed) {
            guard let result = checker.result(of: changed) else { return }
            tried.append(result)
            if fits(result) { fitting.append((result, observed.period.label)) }
        }
        let references = claim.references.compactMap(\.observed)
        for period in Set(references.map(\.period)).sorted(by: ReportingPeriod.listingOrder) {
            let same = references.filter { $0.period == period }
            guard let first = same.first else { continue }
            for other in checker.lookup.otherPeriods(than: first) {
                // All figures of the period move together; each alone only where there are several.
                attempt(claim.replacing { $0.period == period ? $0.moved(to: other.period) : $0 }, other)
                guard same.count > 1 else { continue }
                for one in Set(same) {
                    attempt(claim.replacing { $0 == one ? $0.moved(to: other.period) : $0 }, other)
                }
            }
        }
        shifts().forEach { attempt($0.claim, $0.observed) }
        guard let first = fitting.first, isMoreThanChance(among: tried) else { return [] }
        return [
            ClaimExplanation(
                mistake: .stalePeriod, figure: first.figure, detail: "fits \(Self.names(fitting.map(\.name)))")
        ]
    }

    /// A change with both of its periods moved by as many steps.
    private func shifts() -> [(claim: Claim, observed: FigureReference.Observed)] {
        guard claim.kind.isChange, let later = claim.figures.first?.observed,
            let earlier = claim.comparedWith?.observed,
            checker.lookup.place(of: later) == checker.lookup.place(of: earlier)
        else { return [] }
        let all = ([later] + checker.lookup.otherPeriods(than: later)).filter { $0.period.kind == later.period.kind }
            .sorted { ReportingPeriod.listingOrder($0.period, $1.period) }
        guard let end = all.firstIndex(where: { $0.period == later.period }),
            let start = all.firstIndex(where: { $0.period == earlier.period })
        else { return [] }
        return all.indices.compactMap { index in
            let from = index - end + start
            guard index != end, all.indices.contains(from) else { return nil }
            let moved = claim.replacing {
                $0 == later ? $0.moved(to: all[index].period) : $0.moved(to: all[from].period)
            }
            return (moved, all[index])
        }
    }

    /// The same with figures of another area or category.
    private func groups() -> [ClaimExplanation] {
        guard let first = claim.figures.first?.observed, claim.kind != .sum, claim.kind != .average else { return [] }
        var fitting: [(figure: Double, name: String)] = []
        var tried: [Double] = []
        for other in checker.lookup.otherGroups(than: first) {
            // The whole stays: a group of it may be a part of it too.
            let changed = claim.replacing(inWhole: false) {
                guard $0.indicator == first.indicator, $0.area == first.area, $0.category == first.category else {
                    return $0
                }
                var moved = other
                moved.period = $0.period
                return moved
            }
            guard let result = checker.result(of: changed) else { continue }
            tried.append(result)
            if fits(result) { fitting.append((result, checker.lookup.label(other, naming: false))) }
        }
        guard let found = fitting.first, isMoreThanChance(among: tried) else { return [] }
        return [
            ClaimExplanation(
                mistake: .otherGroup, figure: found.figure, detail: "fits \(Self.names(fitting.map(\.name)))")
        ]
    }

    /// The first three of several names.
    private static func names(_ all: [String]) -> String {
        var seen: Set<String> = []
        let names = all.filter { seen.insert($0).inserted }
        return names.count <= 3
            ? MessageText.list(names) : names.prefix(3).joined(separator: "; ") + " and \(names.count - 3) more"
    }
}

extension Claim {
    /// The claim with other observations in place of its own.
    fileprivate func replacing(
        inWhole: Bool = true, _ change: (FigureReference.Observed) -> FigureReference.Observed
    ) -> Claim {
        func replaced(_ reference: FigureReference) -> FigureReference {
            reference.observed.map { .observation(change($0)) } ?? reference
        }
        var copy = self
        copy.figures = figures.map(replaced)
        copy.comparedWith = comparedWith.map(replaced)
        if inWhole { copy.outOf = outOf.map(replaced) }
        return copy
    }
}

extension FigureReference.Observed {
    /// The same for another period.
    fileprivate func moved(to period: ReportingPeriod) -> FigureReference.Observed {
        var copy = self
        copy.period = period
        return copy
    }
}

extension Claim.Kind {
    /// Whether the claim is about a difference, which has a sign.
    var isChange: Bool {
        switch self {
        case .points, .percentChange, .difference: true
        default: false
        }
    }
}

extension [Operand] {
    fileprivate var total: Double { reduce(0) { $0 + $1.value } }
}

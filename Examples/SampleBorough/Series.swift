import FamilyServicesKit

/// The figure of a month: a number, or a number out of another.
struct Figure {
    /// What is counted.
    var numerator: Int
    /// Out of what; `nil` for a number alone.
    var denominator: Int?
    /// Whether the number is in tenths.
    var isTenths = false

    /// The value in the unit.
    func value(in unit: MeasurementUnit) -> Double {
        let scaled = isTenths ? Double(numerator) / 10 : Double(numerator)
        guard let denominator else { return scaled }
        return ObservedValue.fraction(numerator: scaled, denominator: Double(denominator)).number(in: unit) ?? 0
    }
}

/// The figures of one indicator, month by month and part by part.
struct Series {
    let definition: IndicatorDefinition
    let model: BoroughModel
    /// Tells the copies of an indicator in a large pack apart; 0 for the catalogue's own.
    var copy = 0

    private func random(_ purpose: String, _ index: Int) -> RandomSource {
        RandomSource(seed: model.seed, stream: "\(definition.id)/\(copy)/\(purpose)/\(model.ago(index))")
    }

    /// The figure of the borough.
    ///
    /// - Parameter index: The position of the month in the model.
    func figure(_ index: Int) -> Figure {
        let figure = ownFigure(index)
        guard copy > 0, figure.denominator == nil else { return figure }
        var source = random("copy", index)
        return Figure(
            numerator: source.binomial(figure.numerator, perMille: 150 + copy % 7 * 50), isTenths: figure.isTenths)
    }

    private func ownFigure(_ index: Int) -> Figure {
        let ago = model.ago(index)
        switch definition.recipe {
        case .number(let flow):
            return Figure(numerator: model.value(flow, index))
        case .yearToDate(let flow):
            return Figure(numerator: model.yearToDate(flow, index))
        case .ratio(let flow, let whole):
            return Figure(numerator: model.value(flow, index), denominator: model.value(whole, index))
        case .yearRatio(let flow, let whole):
            return Figure(numerator: model.lastYear(flow, index), denominator: model.value(whole, index))
        case .perPopulation(let flow):
            return Figure(numerator: model.value(flow, index), denominator: model.population(index))
        case .yearPerPopulation(let flow):
            return Figure(numerator: model.lastYear(flow, index), denominator: model.population(index))
        case .share(let whole, let path):
            var source = random("share", index)
            let cases = model.value(whole, index)
            return Figure(numerator: source.binomial(cases, perMille: path.level(ago: ago)), denominator: cases)
        case .steadyShare(let whole, let path, let wobble):
            var source = random("share", index)
            let cases = model.value(whole, index)
            let level = (cases * path.level(ago: ago) + 500) / 1_000 + source.wobble(wobble)
            return Figure(numerator: min(max(level, 0), cases), denominator: cases)
        case .measurement(let path, let wobble):
            var source = random("measurement", index)
            return Figure(numerator: max(path.level(ago: ago) + source.wobble(wobble), 0), isTenths: true)
        }
    }

    /// Splits the figure of a month so that the parts add up to it.
    ///
    /// - Parameters:
    ///   - index: The position of the month.
    ///   - parts: The parts.
    ///   - name: The name of the split.
    /// - Returns: One figure for each part; empty where the figure cannot be split, as an average cannot.
    func split(_ index: Int, into parts: [Split.Part], named name: String) -> [Figure] {
        let whole = figure(index)
        guard !parts.isEmpty, !whole.isTenths else { return [] }
        guard let denominator = whole.denominator else {
            guard let flow = countedFlow else { return [] }
            return Self.distribute(
                whole.numerator, parts.map(\.weight), isStock: flow.isStock, source: wholeSource(flow, name, index)
            ).map { Figure(numerator: $0) }
        }
        guard let flow = outOf else { return [] }
        let wholes = Self.distribute(
            denominator, parts.map(\.weight), isStock: flow.isStock, source: wholeSource(flow, name, index))
        var source = random("split by \(name)", index)
        var (casesLeft, left) = (denominator, whole.numerator)
        return zip(parts, wholes).map { part, cases in
            casesLeft -= cases
            let chance = casesLeft + cases > 0 ? left * 10_000 / (casesLeft + cases) * part.skill : 0
            let drawn = source.binomial(cases, millionths: min(chance, 999_000))
            let number = min(max(drawn, left - casesLeft), min(cases, left))
            left -= number
            return Figure(numerator: number, denominator: cases)
        }
    }

    /// Measures out of the same number are split in the same way, so that their denominators agree.
    private func wholeSource(_ flow: Flow, _ name: String, _ index: Int) -> RandomSource {
        RandomSource(
            seed: model.seed, stream: "\(flow)/\(countedFlow == nil ? 0 : copy)/split by \(name)/\(model.ago(index))")
    }

    private var countedFlow: Flow? {
        switch definition.recipe {
        case .number(let flow), .yearToDate(let flow): flow
        default: nil
        }
    }

    private var outOf: Flow? {
        switch definition.recipe {
        case .ratio(_, let whole), .yearRatio(_, let whole), .share(let whole, _), .steadyShare(let whole, _, _): whole
        default: nil
        }
    }

    /// Splits a number by weights: events one by one, numbers at the end of a month near to their share.
    private static func distribute(_ whole: Int, _ weights: [Int], isStock: Bool, source: RandomSource) -> [Int] {
        var source = source
        var (left, weightLeft) = (whole, weights.reduce(0, +))
        return weights.map { weight in
            guard weightLeft > 0 else { return 0 }
            var part: Int
            if weight == weightLeft {
                part = left
            } else if isStock {
                part = (left * weight + weightLeft / 2) / weightLeft
                part += source.wobble(part / 24 + (part > 3 ? 1 : 0))
            } else {
                part = source.binomial(left, millionths: weight * 1_000_000 / weightLeft)
            }
            part = min(max(part, 0), left)
            left -= part
            weightLeft -= weight
            return part
        }
    }
}

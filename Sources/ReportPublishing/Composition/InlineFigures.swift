import ReportAnalysis
import ReportModel
import ReportVocabulary

/// Fills in the figures that stand in braces in the texts of a pack.
///
/// It reads the figures that the audience may see. One that is withheld shows as `[c]`: every figure that a
/// valid pack asks for exists.
struct InlineFigures {
    private let visible: FigureIndex

    init(_ visible: ReportPack) {
        self.visible = FigureIndex(visible)
    }

    /// The pack with its texts filled in.
    func filled(_ pack: ReportPack) -> ReportPack {
        var result = pack
        for report in pack.reports.indices {
            for section in pack.reports[report].sections.indices {
                for paragraph in pack.reports[report].sections[section].paragraphs.indices {
                    let text = pack.reports[report].sections[section].paragraphs[paragraph].text
                    result.reports[report].sections[section].paragraphs[paragraph].text = filled(text)
                }
            }
        }
        for index in pack.indicators.indices where !pack.indicators[index].commentary.isEmpty {
            result.indicators[index].commentary = pack.indicators[index].commentary.map {
                Commentary(filled($0.text), period: $0.period, author: $0.author, access: $0.access)
            }
        }
        for plan in pack.plans.indices {
            for note in pack.plans[plan].progress.indices {
                result.plans[plan].progress[note].text = filled(pack.plans[plan].progress[note].text)
            }
        }
        return result
    }

    private func filled(_ text: String) -> String {
        var result = ""
        for piece in InlineFigure.pieces(of: text) {
            switch piece {
            case .text(let words): result += words
            case .broken(let words, _): result += "{\(words)}"
            case .figure(let figure): result += self.text(of: figure)
            }
        }
        return result
    }

    private func text(of figure: InlineFigure) -> String {
        let references = [figure.reference] + (figure.earlier.map { [$0] } ?? [])
        var numbers: [Double] = []
        for reference in references {
            guard let indicator = visible.index.indicators[reference.indicator],
                let observation = visible.observation(reference)
            else { return MissingReason.suppressed.shorthand }
            guard let number = observation.value.number(in: indicator.unit), number.isFinite else {
                return (observation.value.missingReason ?? .notCollected).shorthand
            }
            numbers.append(number)
        }
        guard let value = numbers.first, let indicator = visible.index.indicators[figure.reference.indicator],
            let observation = visible.observation(figure.reference)
        else { return MissingReason.suppressed.shorthand }
        let earlier = numbers.dropFirst().first
        if let since = figure.earlier, let item = indicator.obstacle(from: since.period, to: figure.reference.period) {
            return "not comparable (break on \(item.day.label))"
        }
        switch figure.form {
        case .value: return Self.words(value, indicator)
        case .rating:
            return Rating(of: observation, for: indicator, on: figure.reference.period.lastDay).outcome.label
                .lowercased()
        case .change, .points, .percent:
            guard !isDecidedByRounding(observation, figure, indicator) else {
                return MissingReason.unreliable.shorthand
            }
        }
        switch figure.form {
        case .value, .rating: return ""
        case .change: return earlier.map { Self.change(from: $0, to: value, indicator) } ?? ""
        case .points:
            return earlier.map {
                Self.signed(DirectionOfTravel(from: $0, to: value, of: indicator).change, indicator)
            } ?? ""
        case .percent:
            guard let change = ClaimArithmetic.change(from: earlier, to: value) else {
                return MissingReason.notApplicable.shorthand
            }
            return Self.sign(of: change, decimals: 1) + DecimalText.formatted(change.magnitude, decimals: 1) + "%"
        }
    }

    /// Whether which way a figure moved depends on how the counts behind it were rounded.
    private func isDecidedByRounding(_ later: Observation, _ figure: InlineFigure, _ indicator: Indicator) -> Bool {
        guard let reference = figure.earlier, let earlier = visible.observation(reference) else { return false }
        return !later.movesHoweverRounded(since: earlier, indicator)
    }

    // MARK: Words

    /// A figure in its unit, such as "57.2%" or "18 weeks".
    static func words(_ value: Double, _ indicator: Indicator) -> String {
        let number = DecimalText.formatted(value, decimals: indicator.decimals)
        switch indicator.unit {
        case .percent: return number + "%"
        case .money(let scale):
            let sign = number.hasPrefix("-") ? "-" : ""
            let digits = number.drop { $0 == "-" }
            return "\(sign)£\(digits)" + (scale == .millions ? "m" : scale == .thousands ? "k" : "")
        case .rate(let base): return "\(number) per \(DecimalText.grouped(base))"
        case .count, .ratio, .unspecified: return number
        case .hours, .days, .workingDays, .weeks, .months: return "\(number) \(unit(indicator.unit, of: number))"
        }
    }

    /// A unit of time, without its last letter where there is one of it.
    private static func unit(_ unit: MeasurementUnit, of number: String) -> String {
        number == "1" ? String(unit.code.dropLast()) : unit.code
    }

    private static func change(from earlier: Double, to later: Double, _ indicator: Indicator) -> String {
        let direction = DirectionOfTravel(from: earlier, to: later, of: indicator)
        switch direction.movement {
        case .unchanged: return "no change"
        case .up: return "up \(size(direction.change, indicator))"
        case .down: return "down \(size(direction.change, indicator))"
        }
    }

    private static func signed(_ change: Double, _ indicator: Indicator) -> String {
        sign(of: change, decimals: indicator.decimals) + size(change, indicator)
    }

    /// The size of a change: points of a percentage, the unit of anything else.
    private static func size(_ change: Double, _ indicator: Indicator) -> String {
        guard indicator.unit == .percent else { return words(change.magnitude, indicator) }
        let number = DecimalText.formatted(change.magnitude, decimals: indicator.decimals)
        return "\(number) percentage \(number == "1" ? "point" : "points")"
    }

    private static func sign(of change: Double, decimals: Int) -> String {
        let isZero = DecimalText.rounded(change, decimals: decimals) == 0
        return isZero ? "" : change > 0 ? "+" : "-"
    }
}

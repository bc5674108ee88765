import ReportAnalysis
import ReportModel
import ReportVocabulary

/// Fills in the figures that are in braces in the texts of a pack.
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
                Commentary(filled($0.text), period: $0.period, author: $0.author, date: $0.date, access: $0.access)
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
        if let since = figure.earlier {
            switch indicator.obstacleToChange(from: since.period, to: figure.reference.period) {
            case nil: break
            case .seriesBreak(let item): return "not comparable (break on \(item.day.label))"
            case .yearToDate: return "not comparable (counted since the year began)"
            default: return "not comparable (periods of different length)"
            }
        }
        switch figure.form {
        case .value: return indicator.text(of: value, observation.qualifier)
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
                indicator.figureText.change(DirectionOfTravel(from: $0, to: value, of: indicator).change)
            } ?? ""
        case .percent:
            guard let change = ClaimArithmetic.change(from: earlier, to: value) else {
                return MissingReason.notApplicable.shorthand
            }
            return FigureText.relative(change)
        }
    }

    /// Whether which way a figure moved depends on how the counts behind it were rounded.
    private func isDecidedByRounding(_ later: Observation, _ figure: InlineFigure, _ indicator: Indicator) -> Bool {
        guard let reference = figure.earlier, let earlier = visible.observation(reference) else { return false }
        if !later.qualifier.isExact || !earlier.qualifier.isExact { return true }
        return !later.movesHoweverRounded(since: earlier, indicator)
    }

    // MARK: Words

    private static func change(from earlier: Double, to later: Double, _ indicator: Indicator) -> String {
        let direction = DirectionOfTravel(from: earlier, to: later, of: indicator)
        switch direction.movement {
        case .unchanged: return "no change"
        case .up: return "up \(indicator.figureText.size(direction.change))"
        case .down: return "down \(indicator.figureText.size(direction.change))"
        }
    }
}

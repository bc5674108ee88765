import FamilyServicesKit

/// Puts figures of the borough into sentences, so that the words of a pack agree with its tables whatever the seed.
///
/// A placeholder names an indicator and what to say of it: `{re-referrals}` the latest figure, `{re-referrals|year}`
/// that of twelve months before, `|base` that of the baseline, `|n` and `|d` the latest numerator and denominator,
/// `|move` both figures and the way between them over a year, `|since` the same since the baseline, `|against` whether
/// the target is met, `|lowest` and `|highest` the team with that figure.
struct FigureText {
    let model: BoroughModel
    let teams: Int
    /// How many months before the latest one the baseline lies.
    static let baselineAgo = 27

    /// Fills the placeholders of a text.
    ///
    /// One that names nothing stays as it is. A text that begins with a placeholder begins with a capital.
    func fill(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            result += phrase(rest[rest.index(after: open)..<close]) ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        result += rest
        return text.hasPrefix("{") ? result.prefix(1).uppercased() + result.dropFirst() : result
    }

    private func phrase(_ placeholder: Substring) -> String? {
        let words = placeholder.split(separator: "|")
        guard let name = words.first, let definition = IndicatorCatalogue.all.first(where: { $0.id == name }) else {
            return nil
        }
        let series = Series(definition: definition, model: model)
        let latest = figure(series, ago: 0)
        switch words.count > 1 ? words[1] : "" {
        case "": return text(latest, definition)
        case "year": return text(figure(series, ago: 12), definition)
        case "base": return text(figure(series, ago: Self.baselineAgo), definition)
        case "n": return DecimalText.grouped(latest.numerator)
        case "d": return latest.denominator.map { DecimalText.grouped($0) }
        case "move": return move(figure(series, ago: 12), latest, definition, "a year earlier")
        case "since": return move(figure(series, ago: Self.baselineAgo), latest, definition, "at the inspection")
        case "against": return against(latest, definition)
        case "lowest": return team(series) { $0 < $1 }
        case "highest": return team(series) { $0 > $1 }
        default: return nil
        }
    }

    private func figure(_ series: Series, ago: Int) -> Figure {
        series.figure(max(model.months.count - 1 - ago, model.reported.lowerBound))
    }

    private func move(_ before: Figure, _ after: Figure, _ definition: IndicatorDefinition, _ when: String) -> String {
        let (from, to) = (text(before, definition), text(after, definition))
        if from == to { return "unchanged from \(when) at \(to)" }
        let isUp = after.value(in: definition.unit) > before.value(in: definition.unit)
        return "\(isUp ? "up" : "down") from \(from) \(when) to \(to)"
    }

    private func against(_ figure: Figure, _ definition: IndicatorDefinition) -> String? {
        let target = definition.targets.last?.target ?? definition.target
        let words = target.split(separator: " ")
        let value = DecimalText.rounded(figure.value(in: definition.unit), decimals: decimals(definition))
        let numbers = words.compactMap { Double(String($0)) }
        guard let first = numbers.first, let last = numbers.last else { return nil }
        let isMet: Bool
        if target.hasPrefix("at least") {
            isMet = value >= first
        } else if target.hasPrefix("at most") {
            isMet = value <= first
        } else {
            isMet = (first...max(first, last)).contains(value)
        }
        return "\(isMet ? "meeting" : "missing") the target of \(target)\(definition.unit == .percent ? "%" : "")"
    }

    private func team(_ series: Series, by precedes: (Double, Double) -> Bool) -> String? {
        let parts = Split.team.parts(teams: teams)
        let figures = series.split(model.months.count - 1, into: parts, named: Split.team.rawValue)
        let unit = series.definition.unit
        let best = zip(parts, figures).filter { ($0.1.denominator ?? 1) > 0 }
            .min { precedes($0.1.value(in: unit), $1.1.value(in: unit)) }
        return best.map { "\($0.0.title) (\(text($0.1, series.definition)))" }
    }

    private func decimals(_ definition: IndicatorDefinition) -> Int {
        definition.decimals ?? definition.unit.usualDecimals
    }

    private func text(_ figure: Figure, _ definition: IndicatorDefinition) -> String {
        DecimalText.formatted(figure.value(in: definition.unit), decimals: decimals(definition))
            + (definition.unit == .percent ? "%" : "")
    }
}

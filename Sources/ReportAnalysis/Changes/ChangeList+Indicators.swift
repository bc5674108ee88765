import ReportModel
import ReportVocabulary

extension ChangeList {
    mutating func compareIndicators(_ earlier: ReportPack, _ later: ReportPack) {
        let before = earlier.positions().reduce(into: [Indicator.ID: IndicatorPosition]()) { $0[$1.indicator.id] = $1 }
        let after = later.positions().reduce(into: [Indicator.ID: IndicatorPosition]()) { $0[$1.indicator.id] = $1 }
        Self.matched(earlier.indicators, later.indicators) { old, new in
            switch (old, new) {
            case (let old?, let new?):
                compareTerms(old, new)
                if let first = before[new.id], let second = after[new.id] { compareRatings(first, second) }
            case (nil, let new?):
                add(
                    .indicatorAdded, .indicator(new.id), .low, to: after[new.id]?.label,
                    "\(new.fullTitle) is reported for the first time.")
            case (let old?, nil):
                // Bad news that is no longer told matters most.
                let last = before[old.id]?.rating.outcome
                add(
                    .indicatorRemoved, .indicator(old.id), last == .red || last == .amber ? .high : .medium,
                    from: before[old.id]?.label,
                    "\(old.fullTitle) is no longer reported"
                        + (before[old.id].map { "; it was last \($0.label)." } ?? "."))
            case (nil, nil): break
            }
        }
    }

    private mutating func compareRatings(_ old: IndicatorPosition, _ new: IndicatorPosition) {
        let (first, second) = (old.rating.outcome, new.rating.outcome)
        guard first != second else { return }
        let order: PackChange.Meaning =
            if let before = first.rank, let after = second.rank { after > before ? .better : .worse } else { .neutral }
        let severity: PackChange.Severity =
            order == .worse ? .high : order == .better ? .medium : second == .red ? .high : .medium
        // A figure can cross the line between two colours by ordinary ups and downs.
        let isClear = Self.isClearMove(from: old, to: new)
        let meaning = isClear ? order : .neutral
        let title = new.indicator.fullTitle
        let figures =
            "from \(old.valueText) in \(old.latest.period.label) to \(new.valueText) in \(new.latest.period.label)"
        add(
            .rating, .indicator(new.indicator.id), severity, meaning, from: "\(first.label): \(old.valueText)",
            to: "\(second.label): \(new.valueText)",
            "\(title) went from \(first.label.lowercased()) to \(second.label.lowercased()): \(figures)"
                + (isClear || order == .neutral ? "." : ", which may be no more than ordinary ups and downs."))
    }

    /// Whether the latest figure is clearly another than the one that the earlier report had; a figure of the same period that was
    /// revised is another whatever chance does.
    private static func isClearMove(from old: IndicatorPosition, to new: IndicatorPosition) -> Bool {
        guard old.latest.period != new.latest.period else { return true }
        guard let before = new.series.figure(for: old.latest.period), before.period.kind == new.latest.period.kind
        else {
            return false
        }
        if case .clear = new.rule.clarity(from: before, to: new.latest) { return true }
        return false
    }

    /// What a reader would not see in the figures: they may have changed because their meaning did.
    private mutating func compareTerms(_ old: Indicator, _ new: Indicator) {
        let subject = PackChange.Subject.indicator(new.id)
        let title = new.fullTitle
        func note(_ kind: PackChange.Kind, _ what: String, _ old: String, _ new: String) {
            add(
                kind, subject, .high, from: old, to: new,
                "\(title): \(what) changed from \(MessageText.quoted(old)) to \(MessageText.quoted(new)).")
        }
        let changed = Self.changedTerms(old, new)
        if !changed.isEmpty {
            let what = MessageText.list(changed.map(\.what))
            add(
                .definition, subject, .high, from: changed.map(\.old).joined(separator: "\n"),
                to: changed.map(\.new).joined(separator: "\n"),
                "\(title): \(what) changed, so earlier figures may not mean the same.")
        }
        if old.unit != new.unit { note(.unit, "the unit", old.unit.label, new.unit.label) }
        if old.polarity != new.polarity {
            note(.polarity, "which way is better", old.polarity.label, new.polarity.label)
        }
        let (first, second) = (Self.targets(of: old), Self.targets(of: new))
        if first != second { note(.target, "the target", first, second) }
    }

    private static func changedTerms(_ old: Indicator, _ new: Indicator) -> [(what: String, old: String, new: String)] {
        let terms: [(String, String?, String?)] = [
            ("the title", old.fullTitle, new.fullTitle),
            ("the definition", old.definition.text, new.definition.text),
            ("the numerator", old.definition.numerator, new.definition.numerator),
            ("the denominator", old.definition.denominator, new.definition.denominator),
            ("the population", old.definition.population, new.definition.population),
            ("what a figure counts", old.accumulation.label, new.accumulation.label),
            ("the timescale", old.timescale?.label, new.timescale?.label),
            ("the breakdown", old.breakdown?.text, new.breakdown?.text),
        ]
        return terms.filter { $0.1 != $0.2 }.map { ($0.0, $0.1 ?? "not stated", $0.2 ?? "not stated") }
    }

    /// All targets in words; what they are based on and where they are printed makes no difference to a reader.
    private static func targets(of indicator: Indicator) -> String {
        guard !indicator.targets.isEmpty else { return "no target" }
        return indicator.targets.map { target in
            var text = target.label(in: indicator.unit)
            if let tolerance = target.tolerance { text += ", \(tolerance.label(in: indicator.unit, of: "it"))" }
            if target.level != .local { text += " (\(target.level.rawValue))" }
            if let from = target.from { text += " from \(from.label)" }
            if let until = target.until { text += " until \(until.label)" }
            return text
        }.joined(separator: "; ")
    }

    mutating func compareFigures(_ earlier: ReportPack, _ later: ReportPack) {
        // Of two figures for one place, which is an error, the first counts, then and now.
        let now = Dictionary(later.observations.map { ($0.key, $0) }) { first, _ in first }
        let indicators = RecordTable("indicator", of: later.indicators)
        var order: [Indicator.ID] = []
        var revised: [Indicator.ID: [(old: Observation, new: Observation)]] = [:]
        var gone: [Indicator.ID: [Observation]] = [:]
        var seen: Set<Observation.Key> = []
        for old in earlier.observations where indicators[old.indicator] != nil {
            let key = old.key
            guard seen.insert(key).inserted else { continue }
            let isListed = revised[old.indicator] != nil || gone[old.indicator] != nil
            if let new = now[key] {
                guard old.value != new.value || old.qualifier != new.qualifier else { continue }
                revised[old.indicator, default: []].append((old, new))
            } else {
                gone[old.indicator, default: []].append(old)
            }
            if !isListed { order.append(old.indicator) }
        }
        for id in order {
            guard let indicator = indicators[id] else { continue }
            if let pairs = revised[id] { addRevision(of: indicator, pairs) }
            if let figures = gone[id],
                let last = figures.max(by: { ReportingPeriod.listingOrder($0.period, $1.period) })
            {
                let periods = figures.count == 1 ? "for \(last.period.label)" : "(the last for \(last.period.label))"
                add(
                    .figuresRemoved, .indicator(id), .medium, from: CountText.of(figures.count, "figure"),
                    "\(indicator.fullTitle): \(CountText.of(figures.count, "figure")) \(periods) "
                        + "\(figures.count == 1 ? "is" : "are") no longer in the report.")
            }
        }
    }

    private mutating func addRevision(of indicator: Indicator, _ pairs: [(old: Observation, new: Observation)]) {
        guard let last = pairs.max(by: { ReportingPeriod.listingOrder($0.new.period, $1.new.period) }) else { return }
        func text(_ figure: Observation) -> String {
            let number = figure.value.number(in: indicator.unit).map { indicator.text(of: $0) }
            let value = number ?? figure.value.missingReason.map { "no figure (\($0.meaning))" } ?? "no figure"
            return figure.qualifier == .exact ? value : "\(value) (\(figure.qualifier.rawValue))"
        }
        let (before, after) = (text(last.old), text(last.new))
        let count = pairs.count == 1 ? "the figure" : "\(CountText.of(pairs.count, "figure")) were revised, the last"
        let change =
            before == after ? "in what it was made from, and reads \(after) as before" : "from \(before) to \(after)"
        add(
            .figuresRevised, .indicator(indicator.id), before == after ? .low : .medium, from: before, to: after,
            "\(indicator.fullTitle): \(count) for \(last.new.period.label) "
                + "\(pairs.count == 1 ? "was revised " : "")\(change).")
    }
}

extension Rating.Outcome {
    /// The place from worst to best; none where nothing is rated.
    fileprivate var rank: Int? {
        switch self {
        case .notRated: nil
        case .red: 0
        case .amber: 1
        case .green: 2
        case .betterThanTolerance: 3
        }
    }
}

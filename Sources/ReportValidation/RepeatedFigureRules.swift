import ReportModel
import ReportVocabulary

/// A figure that is given more than once is the same each time, and the parts of a whole add up to it.
enum RepeatedFigureRules {
    static func check(_ pack: ReportPack, _ index: PackIndex, into problems: inout ProblemList) {
        // Of very many figures hardly any is given twice: a list of places is made only for those.
        var first: [Observation.Key: Int] = Dictionary(minimumCapacity: pack.observations.count)
        var repeats: [Observation.Key: [Int]] = [:]
        // Looked up and put there at once, because each look-up hashes four names.
        func kept(_ position: inout Int) -> Int { position }
        for (position, observation) in pack.observations.enumerated() {
            let key = observation.key
            let earlier = kept(&first[key, default: position])
            if earlier != position { repeats[key, default: [earlier]].append(position) }
        }
        for (_, places) in repeats.sorted(by: { $0.value[0] < $1.value[0] }) {
            let indicator = index.indicators[pack.observations[places[0]].indicator]
            checkRepeats(places, pack.observations, indicator, into: &problems)
        }
        guard problems.wantsWarnings else { return }
        checkSums(pack, index, first: first, repeats: repeats, into: &problems)
    }

    /// Reports print the same figure in several places; only in the very same place is the second one a slip.
    private static func checkRepeats(
        _ positions: [Int], _ observations: [Observation], _ indicator: Indicator?, into problems: inout ProblemList
    ) {
        var firstBySource: [SourceReference?: Int] = [:]
        for position in positions {
            let subject = RecordReference(.observation, at: position)
            let observation = observations[position]
            if let earlier = firstBySource[observation.source] {
                problems.add(
                    .error, .duplicate, about: subject, field: "value",
                    "The figure for \(name(of: observation)) is given already, as ",
                    naming: RecordReference(.observation, at: earlier),
                    " from the same source and place; leave one out.")
                continue
            }
            firstBySource[observation.source] = position
            guard let unit = indicator?.unit, let first = positions.first, first != position,
                differ(observations[first], observation, unit)
            else { continue }
            let start =
                "The figure for \(name(of: observation)) is \(shown(observation, unit)) here and "
                + "\(shown(observations[first], unit)) in "
            // People find another figure by its source; one without, by its position.
            if let source = observations[first].source {
                let place = MessageText.value(source.document.text + (source.place.map { ", \($0)" } ?? ""))
                problems.warning(
                    .inconsistent, about: subject, field: "value", "\(start)\(place); check which is right.")
            } else {
                problems.add(
                    .warning, .inconsistent, about: subject, field: "value", start,
                    naming: RecordReference(.observation, at: first), "; check which is right.")
            }
        }
    }

    /// Whether two figures for the same thing differ by more than the rounding of the coarser.
    private static func differ(_ left: Observation, _ right: Observation, _ unit: MeasurementUnit) -> Bool {
        guard left.qualifier.isExact, right.qualifier.isExact,
            // A provisional figure is there to be revised.
            (left.qualifier == .provisional) == (right.qualifier == .provisional),
            let leftValue = left.value.number(in: unit), let rightValue = right.value.number(in: unit),
            leftValue.isFinite, rightValue.isFinite
        else { return false }
        let coarser = max(halfUnit(of: left), halfUnit(of: right))
        return !PrintedPrecision.agrees(leftValue, with: rightValue, halfUnit: coarser)
    }

    private static func halfUnit(of observation: Observation) -> Double {
        switch observation.value {
        case .fraction, .missing: 0
        case .value(let value, _):
            if let printed = observation.printed {
                PrintedPrecision.halfUnit(of: printed.text, value: printed.value ?? value)
            } else {
                PrintedPrecision.halfUnit(decimals: PrintedPrecision.decimals(of: value))
            }
        }
    }

    private static func shown(_ observation: Observation, _ unit: MeasurementUnit) -> String {
        observation.value.number(in: unit).map { MessageText.number(DecimalText.rounded($0, decimals: 3)) } ?? "missing"
    }

    private static func name(of observation: Observation) -> String {
        let category = observation.category.map { ", \(MessageText.value($0))" } ?? ""
        return "\(MessageText.value(observation.indicator)), \(observation.period.code), "
            + MessageText.value(observation.area) + category
    }

    /// Compares the categories of a breakdown with their total, for counts: percentages of parts do not add up.
    private static func checkSums(
        _ pack: ReportPack, _ index: PackIndex, first: [Observation.Key: Int], repeats: [Observation.Key: [Int]],
        into problems: inout ProblemList
    ) {
        // The wholes that categories split and that have been looked at.
        var seen: Set<Observation.Key> = []
        for observation in pack.observations where observation.category != nil {
            let key = observation.key
            guard let indicator = index.indicators[key.indicator], indicator.unit == .count,
                let breakdown = indicator.breakdown.flatMap({ index.breakdowns[$0] }),
                seen.insert(key.with(category: nil)).inserted
            else { continue }
            /// The one figure for a category, where there is one and it is exact.
            func count(_ category: Breakdown.Category.ID?) -> (value: Double, position: Int)? {
                let wanted = key.with(category: category)
                guard let position = first[wanted] else { return nil }
                let values = (repeats[wanted] ?? [position]).map { place -> Double? in
                    let observation = pack.observations[place]
                    return observation.qualifier.isExact ? observation.value.number(in: .count) : nil
                }
                guard let value = values[0], value.isFinite, values.allSatisfy({ $0 == value }) else { return nil }
                return (value, position)
            }
            checkSum(of: breakdown, count, into: &problems)
        }
    }

    private static func checkSum(
        of breakdown: Breakdown, _ count: (Breakdown.Category.ID?) -> (value: Double, position: Int)?,
        into problems: inout ProblemList
    ) {
        var children: [Breakdown.Category.ID?: [Breakdown.Category.ID]] = [:]
        for category in breakdown.categories where category.id != breakdown.total {
            // What is a part of the total is a part of the whole: the total is the whole under another name.
            children[category.parent == breakdown.total ? nil : category.parent, default: []].append(category.id)
        }
        let tops = children[nil] ?? []
        let topCounts = tops.compactMap { count($0)?.value }
        // A figure without a category is one for the whole population.
        if let total = breakdown.total.flatMap({ count($0) }) ?? count(nil), !tops.isEmpty,
            topCounts.count == tops.count, topCounts.reduce(0, +) != total.value,
            let hint = RoundedCounts.hint(for: topCounts, adding: topCounts.reduce(0, +), to: total.value)
        {
            problems.warning(
                .inconsistent, about: RecordReference(.observation, at: total.position),
                "The \(tops.count) categories of \(MessageText.value(breakdown.id)) add to "
                    + "\(MessageText.number(topCounts.reduce(0, +))), but the total is "
                    + "\(MessageText.number(total.value)); check the parts and the total." + hint)
        }
        // Below the top a level need not be complete, but its parts are never more than the whole.
        for category in breakdown.categories {
            guard category.id != breakdown.total, let parts = children[category.id], let whole = count(category.id)
            else { continue }
            let counts = parts.compactMap { count($0)?.value }
            let sum = counts.reduce(0, +)
            guard sum > whole.value, let hint = RoundedCounts.hint(for: counts, adding: sum, to: whole.value) else {
                continue
            }
            problems.warning(
                .inconsistent, about: RecordReference(.observation, at: whole.position),
                "The parts of \(MessageText.value(category.id)) add to \(MessageText.number(sum)), more than its own "
                    + "\(MessageText.number(whole.value)); check the parts and the whole." + hint)
        }
    }
}

package import ReportModel
import ReportVocabulary

extension ReportPack {
    /// Adds a break to each indicator whose meaning is another than in an earlier report, from the day after the last figure that
    /// the earlier report had, so that nothing is compared across it.
    ///
    /// The meaning is another where the unit or the way of gathering changed, or where both reports state the definition,
    /// numerator, denominator, population or timescale and they differ by more than blanks and capitals. A definition that is
    /// stated for the first time changes nothing. A break that is recorded between the two reports is left as it is.
    ///
    /// O(n) for n observations of the earlier report.
    ///
    /// - Parameter earlier: The earlier report, as far as the audience may know it.
    package mutating func markChangedMeanings(since earlier: ReportPack) {
        let before = RecordTable("indicator", of: earlier.indicators)
        let changed = indicators.indices.filter { index in
            before[indicators[index].id].map { indicators[index].hasOtherMeaning(than: $0) } ?? false
        }
        guard !changed.isEmpty else { return }
        var last: [Indicator.ID: CalendarDate] = [:]
        for figure in earlier.observations where figure.area == earlier.manifest.area {
            last[figure.indicator] = max(last[figure.indicator] ?? figure.period.lastDay, figure.period.lastDay)
        }
        for index in changed {
            let end = last[indicators[index].id] ?? earlier.manifest.period.lastDay
            guard let day = end.adding(days: 1) else { continue }
            let isRecorded = indicators[index].breaks.contains { $0.day > end && $0.day <= manifest.date }
            if isRecorded { continue }
            indicators[index].breaks.append(
                SeriesBreak(
                    on: day, reason: "the definition changed after the report of \(earlier.manifest.date.label)"))
        }
    }
}

extension Indicator {
    /// Whether the figures count something else than those of an earlier report.
    fileprivate func hasOtherMeaning(than earlier: Indicator) -> Bool {
        if unit != earlier.unit || accumulation != earlier.accumulation { return true }
        let pairs = [
            (earlier.definition.text, definition.text), (earlier.definition.numerator, definition.numerator),
            (earlier.definition.denominator, definition.denominator),
            (earlier.definition.population, definition.population), (earlier.timescale?.label, timescale?.label),
        ]
        return pairs.contains { before, after in
            guard let before, let after else { return false }
            return Self.folded(before) != Self.folded(after)
        }
    }

    private static func folded(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

import OfficialStatistics
package import ReportModel
package import ReportVocabulary

/// What an indicator is compared with: the value of statistical neighbours, a region, England or any other group.
///
/// A group's value is either the published one or the median or mean of its members, which is named with the number of
/// members that had a value: the Department for Education's own two tools differ, one shows a median of statistical
/// neighbours and the other a mean. A member whose value is missing or suppressed is left out, never counted as zero. Where the
/// comparator has no value for the period, the last earlier one that may be set beside it is taken, and always dated.
package struct ComparatorSummary: Sendable, Hashable {
    /// How the value of a comparator came about.
    package enum Statistic: String, Sendable, Hashable, Codable, CaseIterable {
        /// The middle of the members' values; of an even number the mean of the middle two.
        case median
        /// The mean of the members' values, each counting the same.
        case mean
        /// As published for the group as a whole.
        case published

        /// The word for people.
        package var label: String { rawValue }
    }

    /// The name of the comparator.
    package let title: String
    /// How its value came about.
    package let statistic: Statistic
    /// The period that it is wanted for.
    package let period: ReportingPeriod
    /// The period that its value is about; absent where there is no value.
    package let comparatorPeriod: ReportingPeriod?
    /// The value, not rounded, in the unit of the indicator; absent where there is none.
    package let value: Double?
    /// How many members the group has; absent for a published value.
    package let members: Int?
    /// How many of them had a value; absent for a published value.
    package let membersWithValue: Int?
    /// Why the comparator has no value for the wanted period, where a reason is recorded.
    package let missingReason: MissingReason?
    /// Who may see it: the most restrictive of the figures that it is made from.
    package let access: Access

    /// What is known of the single areas behind it, in the period of the value: by how much they differ says what is usual.
    package internal(set) var peers: [ObservedValue]

    /// The unit of the indicator.
    let unit: MeasurementUnit
    /// How many decimals the indicator shows.
    let decimals: Int

    /// Sums up the figures of a comparator.
    ///
    /// - Parameters:
    ///   - title: The name of the comparator.
    ///   - figures: The figures of its members, or of the group itself for ``Statistic/published``; of several figures of one
    ///     area for a period the first counts.
    ///   - areas: The members, or the group itself.
    ///   - indicator: The indicator.
    ///   - period: The period that the comparator is wanted for.
    ///   - statistic: How its value comes about.
    package init(
        _ title: String, from figures: [Observation], of areas: [Area.ID], for indicator: Indicator,
        at period: ReportingPeriod, statistic: Statistic
    ) {
        let wanted = Set(areas)
        let relevant = figures.filter {
            $0.indicator == indicator.id && $0.category == nil && wanted.contains($0.area)
        }
        let known = relevant.filter { $0.value.number(in: indicator.unit)?.isFinite == true }
        let chosen = ComparablePeriod.nearest(to: period, among: known.map(\.period), for: indicator)
        var seen: Set<Area.ID> = []
        // The first figure of an area counts, also where it says that there is no value.
        let used = relevant.filter { $0.period == chosen && seen.insert($0.area).inserted }
        let values = used.compactMap { $0.value.number(in: indicator.unit) }.filter(\.isFinite)

        self.title = title
        self.statistic = statistic
        self.period = period
        unit = indicator.unit
        decimals = indicator.decimals
        value = Self.value(statistic, of: values)
        peers = statistic == .published ? [] : used.map(\.value)
        comparatorPeriod = values.isEmpty ? nil : chosen
        members = statistic == .published ? nil : wanted.count
        membersWithValue = statistic == .published ? nil : values.count
        missingReason =
            chosen == period ? nil : relevant.first { $0.period == period }.flatMap(\.value.missingReason)
        access = used.reduce(.unrestricted) { $0.combined(with: $1.access) }
    }

    /// A median or mean of values, without the noise of binary arithmetic, so that a tie is rounded half-up as a tie.
    ///
    /// - Parameters:
    ///   - statistic: Which of the two; for a published value the first counts.
    ///   - values: The values.
    /// - Returns: `nil` where there are none.
    package static func value(_ statistic: Statistic, of values: [Double]) -> Double? {
        guard let first = values.first else { return nil }
        switch statistic {
        case .published: return first
        case .mean:
            var mean = CarefulMean()
            for value in values { mean.add(value) }
            return mean.value.map(DecimalText.withoutNoise)
        case .median:
            let sorted = values.sorted()
            let middle = sorted.count / 2
            if sorted.count % 2 == 1 { return sorted[middle] }
            return DecimalText.withoutNoise(sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2)
        }
    }

    /// The value rounded half-up to the decimals that the indicator shows.
    package var rounded: Double? { value.map { DecimalText.rounded($0, decimals: decimals) } }

    /// Whether the value is about another period than the one it is wanted for.
    package var isOfAnotherPeriod: Bool { comparatorPeriod.map { $0 != period } ?? false }

    /// The date that must be shown with the value where it is about another period, such as "2023-24 shown for comparison with
    /// 2024-25".
    package var dating: String? {
        guard let comparatorPeriod, isOfAnotherPeriod else { return nil }
        let (shown, asked) = ComparablePeriod.labels(comparatorPeriod, period)
        return "\(shown) shown for comparison with \(asked)"
    }

    /// The value as it is shown, such as "12.4%".
    package var label: String? {
        value.map(FigureText(unit, decimals: decimals).text)
    }

    /// The comparator in a sentence.
    ///
    /// Such as: "Statistical neighbours: 12.4% (median of 8 of 10 that have a value); 2023-24 shown for comparison with
    /// 2024-25."
    package var explanation: String {
        guard let label else {
            let reason = missingReason.map { " (\($0.meaning))" } ?? ""
            return "\(title): there is no value to compare with \(period.labelWithinSentence)\(reason)."
        }
        var text = "\(title): \(label)"
        if let members, let membersWithValue {
            text += " (\(statistic.label) of \(membersWithValue) of \(members) that have a value)"
        }
        if let dating { text += "; \(dating)" }
        return text + "."
    }
}

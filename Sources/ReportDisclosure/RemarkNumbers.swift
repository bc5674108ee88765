package import ReportModel
package import ReportVocabulary

/// How the remarks of each indicator are counted.
///
/// A version for an audience may lack some remarks; those that it has keep the numbers they have in the whole pack.
package struct RemarkNumbers: Sendable {
    /// What tells a remark from the others of its indicator.
    package struct Number: Sendable {
        /// The period that it is about.
        package var period: ReportingPeriod?
        /// Its place among the remarks on that period, from 1.
        package var number: Int
    }

    private var numbers: [Indicator.ID: [Number?]] = [:]

    /// Counts the remarks of a whole pack.
    package init(of pack: ReportPack) {
        for indicator in pack.indicators { numbers[indicator.id] = Self.numbers(in: indicator) }
    }

    /// Counts the remarks of a version of a pack.
    init(of pack: ReportPack, seenAs version: ReportPack) {
        let whole = RecordTable("indicator", of: pack.indicators)
        for indicator in version.indicators {
            guard let original = whole[indicator.id] else { continue }
            var rest = Array(zip(Self.numbers(in: original), original.commentary))[...]
            numbers[indicator.id] = indicator.commentary.map { remark in
                guard let index = rest.firstIndex(where: { $0.1 == remark }) else { return nil }
                defer { rest = rest[(index + 1)...] }
                return rest[index].0
            }
        }
    }

    /// The numbers of an indicator's remarks in order; `nil` for one that the pack does not have in these words.
    package func numbers(of indicator: Indicator) -> [Number?] { numbers[indicator.id] ?? [] }

    private static func numbers(in indicator: Indicator) -> [Number] {
        var counts: [ReportingPeriod?: Int] = [:]
        return indicator.commentary.map { remark in
            counts[remark.period, default: 0] += 1
            return Number(period: remark.period, number: counts[remark.period, default: 1])
        }
    }
}

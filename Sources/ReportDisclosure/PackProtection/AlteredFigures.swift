import ReportModel
import ReportVocabulary
import SmallNumbers

/// The figures of a version that do not appear as they are, and the numbers that would give them away.
struct AlteredFigures {
    private var keys: Set<Observation.Key> = []
    /// The numbers that say what a figure was, by indicator.
    private var tellingNumbers: [Indicator.ID: Set<Double>] = [:]
    private let threshold: Double
    private let ownArea: Area.ID

    init(
        _ figures: [Observation], _ changes: [PackProtection.FigureChange], counts: PackCounts,
        policy: SmallNumberPolicy
    ) {
        threshold = Double(policy.threshold)
        ownArea = counts.words.ownArea
        var previous: [Observation.Key: Double] = [:]
        for (position, observation) in figures.enumerated() {
            guard let indicator = counts.words.indicators[observation.indicator] else { continue }
            let key = observation.key
            let number = observation.value.number(in: indicator.unit)
            if let number { previous[key] = number }
            if case .none = changes[position] { continue }
            keys.insert(key)
            var numbers = tellingNumbers[indicator.id] ?? []
            let figure = counts.figures[position]
            let values = figure.printed.map { Double(counts.linked.cells[$0].value) }
            numbers.formUnion(values)
            if let part = figure.part, let whole = figure.whole {
                let (count, of) = (Double(counts.linked.cells[part].value), Double(counts.linked.cells[whole].value))
                numbers.insert(of - count)
                // “half of them” says it as well as “50%”.
                if of > 0 {
                    numbers.formUnion(Self.percentages(100 * count / of) + Self.percentages(100 * (of - count) / of))
                }
            }
            if let number {
                for decimals in 0...max(indicator.decimals, 1) {
                    numbers.insert(DecimalText.rounded(number, decimals: decimals))
                }
            }
            if let printed = observation.printed?.value { numbers.insert(printed) }
            tellingNumbers[indicator.id] = numbers
        }
        addChanges(previous, counts.words)
    }

    /// A change from or to an altered figure says what it was, beside the other figure.
    private mutating func addChanges(_ numbers: [Observation.Key: Double], _ words: PackIndex) {
        for key in keys {
            guard let number = numbers[key], let indicator = words.indicators[key.indicator] else { continue }
            let others = [key.period.predecessor, key.period.successor, key.period.samePeriodLastYear].compactMap { $0 }
            for period in others {
                guard let value = numbers[key.with(period: period)] else { continue }
                let change = DecimalText.rounded((number - value).magnitude, decimals: indicator.decimals)
                tellingNumbers[key.indicator, default: []].insert(change)
                for (earlier, later) in [(value, number), (number, value)] where earlier > 0 {
                    // “rose by 50%”, “trebled”.
                    let times = later / earlier
                    tellingNumbers[key.indicator, default: []].formUnion(
                        Self.percentages((100 * (times - 1)).magnitude) + [DecimalText.rounded(times, decimals: 1)])
                }
            }
        }
    }

    /// A percentage as texts round it.
    private static func percentages(_ value: Double) -> [Double] {
        [DecimalText.rounded(value, decimals: 0), DecimalText.rounded(value, decimals: 1)]
    }

    var isEmpty: Bool { keys.isEmpty }

    /// Whether any figure of an indicator is altered.
    func concerns(_ indicator: Indicator.ID) -> Bool { tellingNumbers[indicator] != nil }

    /// Whether the figure of an indicator for a period and the area of the report is altered, or any of it where no period
    /// is named.
    func concerns(_ indicator: Indicator.ID, in period: ReportingPeriod?) -> Bool {
        guard concerns(indicator) else { return false }
        guard let period else { return true }
        return keys.contains(Observation.Key(indicator: indicator, period: period, area: ownArea, category: nil))
    }

    /// Whether a reference means an altered figure.
    func contains(_ reference: FigureReference) -> Bool {
        guard let observed = reference.observed else { return false }
        return keys.contains(
            Observation.Key(
                indicator: observed.indicator, period: observed.period, area: observed.area ?? ownArea,
                category: observed.category))
    }

    /// Whether a text about indicators holds a number that says, or may say, what an altered figure of theirs was.
    ///
    /// A number up to the threshold may always; a greater one where it is one of the altered figures, its whole or rest, its
    /// printed form, a share of its whole, or a change from or to it. Numbers in dates, references and what is numbered, such
    /// as “Table 3”, count nothing.
    func areTold(by texts: [String?], about indicators: [Indicator.ID]) -> Bool {
        let telling = indicators.compactMap { tellingNumbers[$0] }
        guard !telling.isEmpty else { return false }
        return texts.compactMap { $0 }.contains { text in
            NumberReader.numbers(in: text).contains { stated in
                let shares = stated.percentage.map(Self.percentages) ?? []
                return stated.numbersTold.contains { number in
                    (number > 0 && number <= threshold) || telling.contains { $0.contains(number) }
                } || shares.contains { share in telling.contains { $0.contains(share) } }
            }
        }
    }
}

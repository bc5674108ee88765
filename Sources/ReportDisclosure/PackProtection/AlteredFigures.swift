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
                numbers.insert(Double(counts.linked.cells[whole].value - counts.linked.cells[part].value))
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
            }
        }
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
    /// printed form, or a change from or to it.
    func areTold(by texts: [String?], about indicators: [Indicator.ID]) -> Bool {
        let telling = indicators.compactMap { tellingNumbers[$0] }
        guard !telling.isEmpty else { return false }
        return texts.compactMap { $0 }.contains { text in
            NumbersInText.numbers(in: text).contains { number in
                (number > 0 && number <= threshold) || telling.contains { $0.contains(number) }
            }
        }
    }
}

/// The numbers that a text states, in digits or in words.
enum NumbersInText {
    private static let words: [String: Double] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "single": 1, "both": 2, "pair": 2, "twins": 2, "triplets": 3,
    ]

    /// The numbers in the order of the text; commas between thousands are read over.
    ///
    /// O(length of the text).
    static func numbers(in text: String) -> [Double] {
        var result: [Double] = []
        var digits = ""
        var letters = ""
        func finish() {
            if !digits.isEmpty {
                let plain = digits.filter { $0 != "," }
                let trimmed = plain.hasSuffix(".") ? String(plain.dropLast()) : plain
                if let number = Double(trimmed) { result.append(number) }
            }
            if !letters.isEmpty, let number = words[letters.lowercased()] { result.append(number) }
            digits = ""
            letters = ""
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9":
                if !letters.isEmpty { finish() }
                digits.unicodeScalars.append(scalar)
            case ".", ",":
                if digits.isEmpty || digits.hasSuffix(".") || digits.hasSuffix(",") {
                    finish()
                } else {
                    digits.unicodeScalars.append(scalar)
                }
            case "a"..."z", "A"..."Z":
                if !digits.isEmpty { finish() }
                letters.unicodeScalars.append(scalar)
            default:
                finish()
            }
        }
        finish()
        return result
    }
}

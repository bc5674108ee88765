package import ReportVocabulary

/// A figure as a sentence states it: the words, the number in them, how exactly it is given, and which way it points.
public struct StatedFigure: Sendable, Hashable, Codable {
    /// Which way a sentence says that something went, or lies from something else.
    public enum Direction: String, Sendable, Hashable, Codable, CaseIterable {
        /// Up, higher, more.
        case up
        /// Down, lower, fewer.
        case down
        /// Neither.
        case level
        /// Level or down: "highest since" says that of the earlier figure.
        case notUp = "not-up"
        /// Level or up.
        case notDown = "not-down"
    }

    /// The words, such as `17% higher`, `-5.7` or `green`.
    public var text: String
    /// The number in the words; `nil` where there is none.
    ///
    /// Without a sign where ``direction`` has it.
    public var value: Double?
    /// How many decimals it is given with, in the multiples in which it is given: 1 for `57.2%` and for `£1.2m`.
    public var decimals: Int
    /// The multiples in which it is given: 1, a thousand or a million.
    public var scale: Double
    /// Which way it points; `nil` where the words do not say.
    public var direction: Direction?

    /// States a number.
    ///
    /// - Parameters:
    ///   - value: The number.
    ///   - decimals: How many decimals it is given with.
    ///   - direction: Which way it points.
    public init(_ value: Double, decimals: Int, direction: Direction? = nil) {
        self.value = value
        self.decimals = min(max(decimals, 0), 15)
        self.direction = direction
        scale = 1
        text = DecimalText.plain(value, decimals: decimals) + (direction.map { " \($0.rawValue)" } ?? "")
    }

    /// Reads a figure from the words of a sentence.
    ///
    /// The first number counts, in digits or in words; years and other numbers of names only where there is nothing else. A
    /// fraction such as "two thirds" is taken in per cent. A sign, or a word such as "higher", "fell" or "no change", gives the
    /// direction.
    ///
    /// - Parameter text: The words.
    public init(_ text: String) {
        self.text = text
        guard let number = Self.number(in: text) else {
            (value, decimals, scale, direction) = (nil, 0, 1, Self.direction(in: text))
            return
        }
        switch number.kind {
        case .share(let part, _): value = part
        case .fraction(let part, let whole): value = DecimalText.rounded(100 * part / whole, decimals: 2)
        default: value = number.value
        }
        decimals = number.decimals
        scale = number.scale
        switch number.sign {
        case .plus: direction = .up
        case .minus: direction = .down
        case nil: direction = Self.direction(in: Self.clause(of: number, in: text)) ?? Self.direction(in: text)
        }
    }

    /// The part of a sentence, between its marks, that a number is in: “fewer then; now 4% more”.
    private static func clause(of number: StatedNumber, in text: String) -> String {
        let bytes = Array(text.utf8)
        func isMark(_ index: Int) -> Bool {
            switch bytes[index] {
            case UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"): true
            case UInt8(ascii: ","): index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: " ")
            default: false
            }
        }
        let start = bytes[..<number.range.lowerBound].indices.last(where: isMark).map { $0 + 1 } ?? 0
        let end = bytes[number.range.upperBound...].indices.first(where: isMark) ?? bytes.count
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// The number that words state.
    private static func number(in text: String) -> StatedNumber? {
        let numbers = NumberReader.numbers(in: text).filter { $0.isQuantity && $0.kind != .nothing }
        guard let first = numbers.first(where: { !$0.mayBeYear }) ?? numbers.first else { return nil }
        return inSome(first, numbers, in: text) ?? first
    }

    /// “One child in four”: a share with what it is of in between.
    private static func inSome(_ first: StatedNumber, _ numbers: [StatedNumber], in text: String) -> StatedNumber? {
        guard first.kind == .plain, first.decimals == 0, first.value < 10,
            let whole = numbers.first(where: { $0.range.lowerBound >= first.range.upperBound }), whole.kind == .plain,
            [3, 4, 5, 10, 20, 100].contains(whole.value), whole.value > first.value
        else { return nil }
        let gap = Array(text.utf8)[first.range.upperBound..<whole.range.lowerBound]
        let words = StatedWords(String(decoding: gap, as: UTF8.self)).all
        guard words.count == 2, words[1] == "in" else { return nil }
        var share = first
        share.kind = .share(part: first.value, of: whole.value)
        share.value = first.value / whole.value
        share.range = first.range.lowerBound..<whole.range.upperBound
        return share
    }

    /// What the number is of, and how it is bound.
    package var number: StatedNumber? { Self.number(in: text) }

    /// How many times as much words such as "doubled" or "three times" say; `nil` for other words.
    package var times: Double? {
        guard let number, case .multiple = number.kind else { return nil }
        return number.value
    }

    /// The part of one that words such as "half" say; `nil` for other words.
    package var fraction: Double? {
        guard let number, case .fraction(let part, let whole) = number.kind else { return nil }
        return part / whole
    }

    /// Whether it says that something stayed about the same, and not exactly so: "broadly unchanged", "stable".
    package var isNearlyLevel: Bool {
        guard direction == .level else { return false }
        return StatedWords(text).has(
            "broadly", "largely", "almost", "nearly", "virtually", "roughly", "about", "little", "hardly", "barely",
            "relatively",
            "fairly", "generally", "similar", "steady", "stable", "flat", "static", "significant", "much")
    }

    /// Whether it is an amount of money in pounds, thousands or millions: with the sign of the pound or its multiples.
    package var isMoney: Bool { number.map { $0.kind == .money || $0.scale > 1 } ?? false }

    /// The number with the sign that its direction gives it.
    public var signedValue: Double? {
        guard let value else { return direction == .level ? 0 : nil }
        switch direction {
        case .down: return -value.magnitude
        case .up: return value.magnitude
        case .level, .notUp, .notDown, nil: return value
        }
    }

    private static let upWords: Set<String> = [
        "up", "higher", "more", "rise", "rises", "rose", "risen", "increase", "increased", "increases", "above", "over",
        "greater", "grew", "growth", "gain", "highest", "majority", "doubled", "trebled", "tripled", "quadrupled",
        "rising",
        "growing", "grown", "increasing", "climbed", "jumped", "larger", "bigger",
    ]
    private static let downWords: Set<String> = [
        "down", "lower", "less", "fewer", "fall", "falls", "fell", "fallen", "decrease", "decreased", "decreases",
        "reduction", "reduced", "drop", "dropped", "below", "under", "decline", "declined", "lowest", "halved",
        "falling",
        "decreasing", "declining", "dropping", "dipped", "slipped", "shrank", "shrunk", "reducing", "smaller",
    ]
    private static let levelWords: Set<String> = [
        "same", "unchanged", "equal", "level", "stable", "similar", "steady", "static", "flat", "constant",
    ]
    /// Words that make a change none: "no change", "little changed".
    private static let deniers: Set<String> = ["not", "no", "little", "hardly", "barely"]
    private static let changeWords: Set<String> = ["change", "changed", "difference"]

    private static func direction(in text: String) -> Direction? {
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        var isNegated = false
        for (index, word) in words.enumerated() {
            if word == "not" || word == "no" { isNegated = true }
            if upWords.contains(word) { return isNegated ? .notUp : .up }
            if downWords.contains(word) { return isNegated ? .notDown : .down }
            if let side = side(of: index, words) { return side }
            let isDenied = words[..<index].contains(where: deniers.contains)
            if levelWords.contains(word) || isDenied && changeWords.contains(word) { return .level }
        }
        return words.indices.lazy.compactMap { remoteSide(of: $0, words) }.first
    }

    /// “Six weeks late”, “£2m short of the target”, “as high as”: words that give a direction only beside others.
    private static func side(of index: Int, _ words: [String]) -> Direction? {
        let before = index > 0 ? words[index - 1] : ""
        let after = index + 1 < words.count ? words[index + 1] : ""
        let isNegated = words[..<index].contains("not")
        switch words[index] {
        case "late", "longer", "slower": return timeUnits.contains(before) ? .up : nil
        case "early", "quicker", "faster", "shorter": return timeUnits.contains(before) ? .down : nil
        case "short": return after == "of" ? .down : nil
        case "high" where before == "as" && after == "as": return isNegated ? .down : .notDown
        case "low" where before == "as" && after == "as": return isNegated ? .up : .notUp
        default: return nil
        }
    }

    /// Words that give a direction where nothing else does: “a year earlier” mostly says when, and an overspend may fall.
    private static func remoteSide(of index: Int, _ words: [String]) -> Direction? {
        let before = index > 0 ? words[index - 1] : ""
        switch words[index] {
        case "later": return timeUnits.contains(before) ? .up : nil
        case "earlier", "sooner": return timeUnits.contains(before) ? .down : nil
        case "shortfall", "underspend", "underspent": return .down
        case "overspend", "overspent": return .up
        default: return nil
        }
    }

    private static let timeUnits: Set<String> = [
        "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours",
    ]
}

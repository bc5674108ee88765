import ReportVocabulary

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
    /// The first number counts, in digits or as a word up to twelve. A sign, or a word such as "higher", "fell" or "no
    /// change", gives the direction.
    ///
    /// - Parameter text: The words.
    public init(_ text: String) {
        self.text = text
        let number = StatedNumber(text)
        value = number?.magnitude
        decimals = number?.decimals ?? 0
        scale = number?.scale ?? 1
        direction = number?.sign ?? Self.direction(in: text)
    }

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
        "greater", "grew", "growth", "gain", "highest", "majority",
    ]
    private static let downWords: Set<String> = [
        "down", "lower", "less", "fewer", "fall", "falls", "fell", "fallen", "decrease", "decreased", "decreases",
        "reduction", "reduced", "drop", "dropped", "below", "under", "decline", "declined", "lowest",
    ]
    private static let levelWords: Set<String> = ["same", "unchanged", "equal", "level", "stable"]

    private static func direction(in text: String) -> Direction? {
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        var isNegated = false
        for word in words {
            if word == "not" || word == "no" { isNegated = true }
            if upWords.contains(word) { return isNegated ? .notUp : .up }
            if downWords.contains(word) { return isNegated ? .notDown : .down }
            if levelWords.contains(word) || isNegated && (word == "change" || word == "difference") { return .level }
        }
        return nil
    }
}

/// The first number in some words.
private struct StatedNumber {
    var magnitude: Double
    var decimals: Int
    var scale: Double
    var sign: StatedFigure.Direction?

    private static let words = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]

    init?(_ text: String) {
        let characters = Array(text)
        guard let start = characters.indices.first(where: { Self.isDigit(characters[$0]) }) else {
            let parts = text.lowercased().split { !$0.isLetter }.map(String.init)
            guard let number = parts.lazy.compactMap({ Self.words.firstIndex(of: $0) }).first else { return nil }
            (magnitude, decimals, scale) = (Double(number), 0, 1)
            return
        }
        var first = start
        var digits = ""
        if first > 0, characters[first - 1] == "." {
            digits = "0."
            first -= 1
        }
        var end = start
        while end < characters.count {
            let next = end + 1 < characters.count && Self.isDigit(characters[end + 1])
            if Self.isDigit(characters[end]) || characters[end] == "." && next && !digits.contains(".") {
                digits.append(characters[end])
            } else if characters[end] != "," || !next || digits.contains(".") {
                break
            }
            end += 1
        }
        guard let number = Double(digits), number.isFinite else { return nil }
        decimals = digits.split(separator: ".").dropFirst().first?.count ?? 0
        scale = Self.scale(of: characters[end...])
        magnitude = number * scale
        // The sign stands before the number, or before the sign of the pound.
        while first > 0, characters[first - 1] == "£" || characters[first - 1] == " " { first -= 1 }
        if first > 0 {
            switch characters[first - 1] {
            case "+": sign = .up
            case "-" where first == 1 || characters[first - 2] == " ": sign = .down
            case "−", "–": sign = first == 1 || characters[first - 2] == " " ? .down : nil
            default: break
            }
        }
    }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

    private static func scale(of rest: ArraySlice<Character>) -> Double {
        let word = String(rest.drop { $0 == " " }.prefix { $0.isLetter }).lowercased()
        switch word {
        case "m", "million": return 1_000_000
        case "k", "thousand": return 1_000
        default: return 1
        }
    }
}

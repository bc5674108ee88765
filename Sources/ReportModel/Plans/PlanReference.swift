import ReportVocabulary

/// The reference of an action in an improvement plan, such as `5b(ii)`: theme 5, outcome b, action ii; or `T6`, the sixth
/// action of the turnaround priority.
///
/// References are read, put in order (`6a(ix)` after `6a(viii)`), and printed back as they came. Ordering compares theme,
/// then outcome, then the value of the roman numeral; equality compares what the reference means, so `5B(II)` and `5b(ii)`
/// are the same reference.
public struct PlanReference: Sendable {
    /// The theme: a number, or letters for a priority without one.
    public let theme: String
    /// The outcome letter, in lower case.
    public let outcome: String?
    /// The number of the action inside its outcome or theme.
    public let action: Int?
    /// The reference as it was written.
    public let text: String

    /// Reads a reference.
    ///
    /// - Parameter text: A theme number, an optional outcome letter and an optional roman numeral in parentheses; or capital
    ///   letters with an optional number.
    /// - Throws: ``PlanReferenceError`` where the text is of neither form.
    public init(_ text: String) throws(PlanReferenceError) {
        var rest = Substring(text)
        let number = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(number.count)
        if number.isEmpty {
            let letters = rest.prefix { $0.isASCII && $0.isLetter }
            let digits = rest.dropFirst(letters.count)
            guard !letters.isEmpty, letters.count <= 4, letters.allSatisfy(\.isUppercase),
                digits.isEmpty || DigitParser.number(Array(digits.utf8)) != nil
            else { throw PlanReferenceError(text: text) }
            self.init(
                theme: String(letters), outcome: nil, action: DigitParser.number(Array(digits.utf8)), text: text)
            return
        }
        guard number.count <= 3 else { throw PlanReferenceError(text: text) }
        let letter = rest.prefix { $0.isASCII && $0.isLetter }
        rest = rest.dropFirst(letter.count)
        guard letter.count <= 1 else { throw PlanReferenceError(text: text) }
        let outcome = letter.isEmpty ? nil : letter.lowercased()
        guard !rest.isEmpty else {
            self.init(theme: String(number), outcome: outcome, action: nil, text: text)
            return
        }
        guard rest.first == "(", rest.last == ")", let action = RomanNumeral.value(of: rest.dropFirst().dropLast())
        else { throw PlanReferenceError(text: text) }
        self.init(theme: String(number), outcome: outcome, action: action, text: text)
    }

    private init(theme: String, outcome: String?, action: Int?, text: String) {
        self.theme = theme
        self.outcome = outcome
        self.action = action
        self.text = text
    }

    /// Letters come before numbers, as the turnaround priority comes before the themes.
    private var sortKey: (Int, String, String, Int) {
        (DigitParser.number(Array(theme.utf8)) ?? -1, theme, outcome ?? "", action ?? 0)
    }
}

extension PlanReference: Hashable, Comparable {
    /// Whether two mean the same.
    ///
    /// - Parameters:
    ///   - left: One.
    ///   - right: The other.
    /// - Returns: Whether they are equal.
    public static func == (left: PlanReference, right: PlanReference) -> Bool {
        left.theme == right.theme && left.outcome == right.outcome && left.action == right.action
    }

    /// Feeds what equality compares into a hasher.
    ///
    /// - Parameter hasher: The hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(theme)
        hasher.combine(outcome)
        hasher.combine(action)
    }

    /// Whether one comes before another.
    ///
    /// - Parameters:
    ///   - left: One.
    ///   - right: The other.
    /// - Returns: Whether the first is the smaller.
    public static func < (left: PlanReference, right: PlanReference) -> Bool { left.sortKey < right.sortKey }
}

extension PlanReference: Codable, CustomStringConvertible {
    /// The reference as it was written.
    public var description: String { text }

    /// Reads the value from a decoder.
    ///
    /// - Parameter decoder: Where the value comes from.
    /// - Throws: `DecodingError` where it is not one.
    public init(from decoder: any Decoder) throws {
        self = try decoder.decodeText { text throws(PlanReferenceError) in try PlanReference(text) }
    }

    /// Writes the value to an encoder.
    ///
    /// - Parameter encoder: Where the value goes.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// A text that is no plan reference.
public struct PlanReferenceError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The text.
    public let text: String

    /// A sentence for people.
    public var description: String {
        "“\(text)” is not a plan reference; write theme, outcome letter and roman numeral as 5b(ii), or a priority as T6."
    }
}

/// Roman numerals as plans number their actions.
enum RomanNumeral {
    private static let values: [(String, Int)] = [
        ("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1),
    ]

    /// The value of a numeral from i to cccxcix in either case; `nil` for anything else, `iiii` and `vx` included.
    static func value(of text: Substring) -> Int? {
        var rest = text.lowercased()[...]
        var result = 0
        for (numeral, value) in values {
            while rest.hasPrefix(numeral), result < 400 {
                result += value
                rest = rest.dropFirst(numeral.count)
            }
        }
        return rest.isEmpty && result > 0 && result < 400 && Self.text(for: result) == text.lowercased() ? result : nil
    }

    /// The numeral for a number from 1 to 399.
    static func text(for number: Int) -> String {
        var rest = number
        var result = ""
        for (numeral, value) in values {
            while rest >= value {
                result += numeral
                rest -= value
            }
        }
        return result
    }
}

import ReportVocabulary

/// The reference of an action, outcome or theme in an improvement plan, as the council writes it: `5b(ii)`, `T6`, `1.1`, `P1.2`,
/// `CP-01`, `00123`.
///
/// References are text that is printed back as it came. They are put in order as people count: `1.10` after `1.9`, and
/// `6a(ix)` after `6a(viii)`. Capital and small letters, blanks and a full stop at the end make no difference, so `5B(II)`
/// and `5b(ii)` are the same reference; zeros at the front do, so `00123` and `123` are not.
public struct PlanReference: Sendable {
    /// The reference as it was written.
    public let text: String
    /// What equality compares.
    private let key: String
    private let parts: [Part]

    /// The most characters that a reference has.
    public static let longest = 60

    /// Takes a reference.
    ///
    /// - Parameter text: One line with a letter or a digit in it, of at most ``longest`` characters, and without semicolons,
    ///   which stand between references.
    /// - Throws: ``PlanReferenceError`` where the text is anything else.
    public init(_ text: String) throws(PlanReferenceError) {
        guard text.utf8.count <= 4 * Self.longest, text.count <= Self.longest,
            text.unicodeScalars.allSatisfy({
                $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0 != ";" && $0 != "\u{2028}"
                    && $0 != "\u{2029}"
            }), text.contains(where: { $0.isLetter || $0.isNumber })
        else { throw PlanReferenceError(text: text) }
        self.text = text
        var key = text.lowercased().filter { !$0.isWhitespace }
        while key.hasSuffix(".") { key.removeLast() }
        self.key = key
        parts = Part.all(in: text)
    }

    /// The reference itself and everything that it is part of, the nearest first: `1.1.1`, `1.1`, `1`; `5b(ii)`, `5b`, `5`.
    package var wholes: [PlanReference] {
        [self] + parts.dropLast().reversed().compactMap { try? PlanReference(String(text[..<$0.end])) }
    }
}

extension PlanReference {
    /// A run of digits or letters in a reference.
    private struct Part: Sendable {
        /// How it is put in order among others in its place.
        enum Rank: Int {
            /// Letters in parentheses, as in `5(a)`.
            case listed
            /// A roman numeral in parentheses.
            case numeral
            /// Letters. They come before numbers, as priorities come before the themes.
            case letters
            /// Digits.
            case number
        }

        let rank: Rank
        /// Digits without zeros at the front, or small letters.
        let text: Substring
        /// The value of a numeral.
        let value: Int
        /// How many characters there are, zeros at the front included.
        let width: Int
        /// Where it ends in the reference.
        let end: String.Index

        /// The runs of a reference.
        static func all(in text: String) -> [Part] {
            var parts: [Part] = []
            var index = text.startIndex
            while index < text.endIndex {
                let isDigit = { (character: Character) in character.isASCII && character.isNumber }
                let isLetter = { (character: Character) in
                    !isDigit(character) && (character.isLetter || character.isNumber)
                }
                let rest = text[index...]
                let run = isDigit(text[index]) ? rest.prefix(while: isDigit) : rest.prefix(while: isLetter)
                guard !run.isEmpty else {
                    index = text.index(after: index)
                    continue
                }
                parts.append(Part(run, isDigits: isDigit(text[index]), isListed: isInParentheses(run, of: text)))
                index = run.endIndex
            }
            return parts
        }

        private static func isInParentheses(_ run: Substring, of text: String) -> Bool {
            guard run.startIndex > text.startIndex, run.endIndex < text.endIndex else { return false }
            return text[text.index(before: run.startIndex)] == "(" && text[run.endIndex] == ")"
        }

        private init(_ run: Substring, isDigits: Bool, isListed: Bool) {
            (end, width) = (run.endIndex, run.count)
            let small = run.lowercased()
            let numeral = isListed && !isDigits ? RomanNumeral.value(of: run) : nil
            if isDigits {
                (rank, text, value) = (.number, Substring(small.drop { $0 == "0" }), 0)
            } else if let numeral, run.count > 1 || "ivx".contains(small) {
                // A single c or l is the third or twelfth of a list rather than its hundredth or fiftieth.
                (rank, text, value) = (.numeral, Substring(small), numeral)
            } else {
                (rank, text, value) = (isListed ? .listed : .letters, Substring(small), 0)
            }
        }

        /// Whether it comes before another; `nil` where neither does.
        func comes(before other: Part) -> Bool? {
            guard rank == other.rank else { return rank.rawValue < other.rank.rawValue }
            switch rank {
            case .numeral where value != other.value: return value < other.value
            case .number where text.utf8.count != other.text.utf8.count:
                return text.utf8.count < other.text.utf8.count
            default:
                if text != other.text { return text < other.text }
                return width == other.width ? nil : width < other.width
            }
        }
    }
}

extension PlanReference: Hashable, Comparable {
    /// Whether two mean the same.
    ///
    /// - Parameters:
    ///   - left: One.
    ///   - right: The other.
    /// - Returns: Whether they are equal.
    public static func == (left: PlanReference, right: PlanReference) -> Bool { left.key == right.key }

    /// Feeds what equality compares into a hasher.
    ///
    /// - Parameter hasher: The hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }

    /// Whether the left one comes first.
    public static func < (left: PlanReference, right: PlanReference) -> Bool {
        for (first, second) in zip(left.parts, right.parts) {
            if let comes = first.comes(before: second) { return comes }
        }
        if left.parts.count != right.parts.count { return left.parts.count < right.parts.count }
        return left.key < right.key
    }
}

extension PlanReference: Codable, CustomStringConvertible {
    /// The reference as it was written.
    public var description: String { text }

    /// Decodes the value.
    ///
    /// - Throws: `DecodingError` if the data is not valid.
    public init(from decoder: any Decoder) throws {
        self = try decoder.decodeText { text throws(PlanReferenceError) in try PlanReference(text) }
    }

    /// Encodes the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// A text that is no plan reference.
public struct PlanReferenceError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The text.
    public let text: String

    package init(text: String) {
        self.text = text
    }

    /// A sentence for people.
    public var description: String {
        "“\(text)” cannot be a plan reference; write it as the plan has it, such as 1.1, 5b(ii) or CP-01: one line of at most "
            + "\(PlanReference.longest) characters without semicolons."
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

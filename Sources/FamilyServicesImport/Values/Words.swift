import FamilyServicesKit

/// Words of closed lists, and other short texts.
enum Words {
    /// One of the words of a vocabulary, in capitals or small letters, with hyphens, underscores or blanks.
    static func word<Word: RawRepresentable & CaseIterable>(_ text: String) throws(ValueProblem) -> Word
    where Word.RawValue == String {
        if let word: Word = known(text) { return word }
        throw unknown(text, as: Word.self)
    }

    /// One of the words of a vocabulary; `nil` for any other text.
    static func known<Word: RawRepresentable & CaseIterable>(_ text: String) -> Word? where Word.RawValue == String {
        if let word = Word(rawValue: text) { return word }
        guard text.utf8.count <= 60 else { return nil }
        let folded = Suggestion.folded(text)
        return Word.allCases.first { Suggestion.folded($0.rawValue) == folded }
    }

    /// What is said of a text that is none of the words of a vocabulary.
    static func unknown<Word: RawRepresentable & CaseIterable>(_ text: String, as type: Word.Type) -> ValueProblem
    where Word.RawValue == String {
        let known = Word.allCases.map(\.rawValue)
        return .bad(
            "\(Excerpt.quoted(text)) is none of the words for this place; write \(Excerpt.list(known))."
                + Suggestion.ending(for: text, among: known))
    }

    /// A whole number in a range.
    static func integer(_ text: String, in range: ClosedRange<Int>) throws(ValueProblem) -> Int {
        let number = try NumberText.integer(text)
        guard range.contains(number) else {
            throw .bad(
                range.upperBound >= 1_000_000_000
                    ? "\(Excerpt.quoted(text)) is out of range; write a whole number from \(range.lowerBound)."
                    : "\(Excerpt.quoted(text)) is out of range; write a whole number from \(range.lowerBound) to "
                        + "\(range.upperBound).")
        }
        return number
    }

    /// A reference to an improvement plan.
    static func planReference(_ text: String) throws(ValueProblem) -> PlanReference {
        do {
            return try PlanReference(text)
        } catch {
            throw .bad(PlanReferenceError(text: Excerpt.short(text)).description, about: text)
        }
    }

    /// A share of a whole, with or without its sign.
    static func share(_ text: String) throws(ValueProblem) -> Percentage {
        let value = try NumberText.number(text, in: .percent)
        do {
            return try Percentage(value)
        } catch {
            throw .bad(error.description)
        }
    }
}

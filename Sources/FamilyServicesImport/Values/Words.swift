import FamilyServicesKit

/// Words of closed lists, and other short texts.
enum Words {
    /// One of the words of a vocabulary, in capitals or small letters, with hyphens, underscores or blanks.
    static func word<Word: RawRepresentable & CaseIterable>(_ text: String) throws(ValueProblem) -> Word
    where Word.RawValue == String {
        if let word = Word(rawValue: text) { return word }
        let known = Word.allCases.map(\.rawValue)
        if text.utf8.count <= 60 {
            let folded = Suggestion.folded(text)
            if let same = known.first(where: { Suggestion.folded($0) == folded }), let word = Word(rawValue: same) {
                return word
            }
        }
        throw .bad(
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
            return try PlanReference(text.utf8.count <= 60 ? text : Excerpt.short(text))
        } catch {
            throw .bad(error.description)
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
